//! Whom a request comes from: the address of the socket, or what trusted proxies say of it. What
//! can't be read is never skipped, since a client could then put its own words in its place
//! (security.md RL-2).

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::http::header::HeaderMap;

use crate::app::{ForwardingHeader, Settings};

/// The right-most hop that is no trusted proxy; the left-most if all are. A peer that is no trusted
/// proxy is the client itself, whatever its headers say.
pub fn resolve(peer: IpAddr, headers: &HeaderMap, settings: &Settings) -> IpAddr {
    let peer = peer.to_canonical();
    if !settings.is_trusted_proxy(peer) {
        return peer;
    }
    let mut client = peer;
    for hop in hops(headers, settings.forwarding_header) {
        match hop {
            Some(proxy) if settings.is_trusted_proxy(proxy) => client = proxy,
            Some(address) => return address,
            None => return peer,
        }
    }
    client
}

/// The hops from the right, that is from the nearest; `None` for one that is no address. Several
/// lines are one list.
fn hops(headers: &HeaderMap, header: ForwardingHeader) -> Vec<Option<IpAddr>> {
    let name = match header {
        ForwardingHeader::XForwardedFor => "x-forwarded-for",
        ForwardingHeader::Forwarded => "forwarded",
    };
    let lines: Vec<&[u8]> = headers
        .get_all(name)
        .iter()
        .map(axum::http::HeaderValue::as_bytes)
        .collect();
    let hops = lines.into_iter().rev().flat_map(|line| match header {
        ForwardingHeader::XForwardedFor => {
            let items = line.rsplit(|byte| *byte == b',');
            items
                .map(|item| address(text(item)?))
                .collect::<Vec<Option<IpAddr>>>()
        }
        ForwardingHeader::Forwarded => pieces(line, b',').into_iter().map(node).collect(),
    });
    hops.collect()
}

/// The pieces between separators that stand in no quotes, from the right: a quote that a client
/// leaves open swallows its own piece, and never that of a proxy, which stands to the right of it.
fn pieces(line: &[u8], separator: u8) -> Vec<&[u8]> {
    let mut quoted = false;
    line.rsplit(|byte| {
        quoted ^= *byte == b'"';
        *byte == separator && !quoted
    })
    .collect()
}

/// The address in `for=` of an element of `Forwarded` (RFC 7239 §4).
fn node(element: &[u8]) -> Option<IpAddr> {
    let pairs = pieces(element, b';').into_iter().map(|pair| {
        let (name, value) = text(pair)?.split_once('=')?;
        Some((name.to_ascii_lowercase(), value))
    });
    let pairs: Vec<(String, &str)> = pairs.collect::<Option<_>>()?;
    let mut named = pairs.iter().filter(|(name, _)| name == "for");
    let (Some((_, value)), None) = (named.next(), named.next()) else {
        return None;
    };
    match value.strip_prefix('"') {
        Some(rest) => address(rest.strip_suffix('"')?),
        None => address(value),
    }
}

/// An address, with or without a port, in brackets or not.
fn address(text: &str) -> Option<IpAddr> {
    let bare = || text.parse().ok();
    let with_port = || text.parse().ok().map(|it: SocketAddr| it.ip());
    let in_brackets = || {
        let inner = text.strip_prefix('[')?.strip_suffix(']')?;
        inner.parse::<Ipv6Addr>().ok().map(IpAddr::V6)
    };
    let found: Option<IpAddr> = bare().or_else(with_port).or_else(in_brackets);
    found.map(|address| address.to_canonical())
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().map(str::trim)
}

#[cfg(test)]
#[path = "client_address_tests.rs"]
mod tests;
