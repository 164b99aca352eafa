//! What proxies and those who would like to be one say of a client's address.

use axum::http::{HeaderName, HeaderValue};
use portcullis_core::credential::password::HashParams;
use portcullis_core::credential::totp::Window;
use proptest::prelude::*;

use super::*;

fn settings(header: ForwardingHeader) -> Settings {
    let networks = ["10.0.0.0/24", "2001:db8:1::/64", "192.0.2.7/32"];
    Settings {
        public_url: "https://portal.example".parse().unwrap(),
        contacts: Vec::new(),
        hash_params: HashParams::DEFAULT,
        hashing_threads: 1,
        zone: jiff::tz::TimeZone::UTC,
        window: Window::default(),
        audit_keep_days: None,
        trusted_proxies: networks.map(|network| network.parse().unwrap()).to_vec(),
        forwarding_header: header,
        trusted_networks: Vec::new(),
        radius: None,
        mail: None,
    }
}

fn headers(name: &str, lines: &[&[u8]]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in lines {
        let name: HeaderName = name.parse().unwrap();
        headers.append(name, HeaderValue::from_bytes(line).unwrap());
    }
    headers
}

fn seen(peer: &str, header: ForwardingHeader, headers: &HeaderMap) -> String {
    resolve(peer.parse().unwrap(), headers, &settings(header)).to_string()
}

#[test]
fn x_forwarded_for_is_read_from_the_right() {
    for (lines, expect) in [
        (vec![], "10.0.0.1"),
        (vec!["198.51.100.9"], "198.51.100.9"),
        (vec!["6.6.6.6, 198.51.100.9"], "198.51.100.9"),
        (vec!["6.6.6.6, 198.51.100.9, 10.0.0.2"], "198.51.100.9"),
        (vec!["6.6.6.6", "198.51.100.9", "10.0.0.2"], "198.51.100.9"),
        (vec!["198.51.100.9:4711"], "198.51.100.9"),
        (vec!["2001:db8::5"], "2001:db8::5"),
        (vec!["[2001:db8::5]:4711"], "2001:db8::5"),
        (vec!["[2001:db8::5]"], "2001:db8::5"),
        (vec!["::ffff:198.51.100.9, 192.0.2.7"], "198.51.100.9"),
        (vec!["6.6.6.6, ::ffff:10.0.0.3"], "6.6.6.6"),
        (vec!["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
        // What is no address counts as the peer, and is not looked past.
        (vec!["6.6.6.6, unknown"], "10.0.0.1"),
        (vec!["6.6.6.6, "], "10.0.0.1"),
        (vec![""], "10.0.0.1"),
        (vec!["6.6.6.6, evil, 10.0.0.2"], "10.0.0.1"),
        (vec!["6.6.6.6", "\u{e9}"], "10.0.0.1"),
        (vec!["1.2.3"], "10.0.0.1"),
        (vec!["fe80::1%eth0"], "10.0.0.1"),
        (vec!["evil, 198.51.100.9"], "198.51.100.9"),
    ] {
        let lines_sent: Vec<&[u8]> = lines.iter().map(|line| line.as_bytes()).collect();
        let sent = headers("x-forwarded-for", &lines_sent);
        let header = ForwardingHeader::XForwardedFor;
        assert_eq!(seen("10.0.0.1", header, &sent), expect, "{lines:?}");
        assert_eq!(seen("::ffff:10.0.0.1", header, &sent), expect, "{lines:?}");
        assert_eq!(seen("203.0.113.1", header, &sent), "203.0.113.1");
        let other = ForwardingHeader::Forwarded;
        assert_eq!(
            seen("10.0.0.1", other, &sent),
            "10.0.0.1",
            "the other header"
        );
    }
}

#[test]
fn forwarded_is_read_from_the_right() {
    for (lines, expect) in [
        (vec!["for=198.51.100.9"], "198.51.100.9"),
        (
            vec!["For=198.51.100.9;proto=https;by=10.0.0.1"],
            "198.51.100.9",
        ),
        (vec!["proto=https; for=\"198.51.100.9:80\""], "198.51.100.9"),
        (
            vec!["for=6.6.6.6, for=\"[2001:db8::5]:4711\""],
            "2001:db8::5",
        ),
        (
            vec!["for=6.6.6.6", "for=198.51.100.9, for=10.0.0.2"],
            "198.51.100.9",
        ),
        // A quote that the client left open does not reach the proxy's element.
        (vec!["for=\"6.6.6.6, for=198.51.100.9"], "198.51.100.9"),
        (vec!["for=\", for=\"[2001:db8::5]\""], "2001:db8::5"),
        (
            vec!["for=6.6.6.6;by=\"", "for=198.51.100.9"],
            "198.51.100.9",
        ),
        // No address: the peer.
        (vec!["for=6.6.6.6, for=unknown"], "10.0.0.1"),
        (vec!["for=6.6.6.6, for=_hidden"], "10.0.0.1"),
        (vec!["for=6.6.6.6, proto=https"], "10.0.0.1"),
        (vec!["for=6.6.6.6;for=7.7.7.7"], "10.0.0.1"),
        (vec!["for=6.6.6.6, 198.51.100.9"], "10.0.0.1"),
        (vec!["for=6.6.6.6, for=\"198.51.100.9"], "10.0.0.1"),
        (vec!["for=6.6.6.6, for=\"198.51\\.100.9\""], "10.0.0.1"),
    ] {
        let lines_sent: Vec<&[u8]> = lines.iter().map(|line| line.as_bytes()).collect();
        let sent = headers("forwarded", &lines_sent);
        let header = ForwardingHeader::Forwarded;
        assert_eq!(seen("10.0.0.1", header, &sent), expect, "{lines:?}");
        assert_eq!(seen("203.0.113.1", header, &sent), "203.0.113.1");
    }
}

/// Bytes that can stand in a header, with those that matter often.
fn lines() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let byte = prop_oneof![
        proptest::sample::select(b",;=\"\\[]:. for10".to_vec()),
        (32_u8..=255).prop_filter("no DEL", |byte| *byte != 127),
    ];
    let hop = proptest::sample::select(vec!["6.6.6.6", "for=6.6.6.6", "10.0.0.2", "for=10.0.0.2"]);
    let piece = prop_oneof![
        proptest::collection::vec(byte, 0..20),
        hop.prop_map(|hop| hop.as_bytes().to_vec()),
    ];
    let line = proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.join(&b','));
    proptest::collection::vec(line, 0..4)
}

proptest! {
    #[test]
    fn no_peer_that_is_no_proxy_chooses_its_address(lines in lines(), forwarded: bool) {
        let (name, header) = if forwarded {
            ("forwarded", ForwardingHeader::Forwarded)
        } else {
            ("x-forwarded-for", ForwardingHeader::XForwardedFor)
        };
        let lines: Vec<&[u8]> = lines.iter().map(Vec::as_slice).collect();
        prop_assert_eq!(seen("203.0.113.1", header, &headers(name, &lines)), "203.0.113.1");
    }

    #[test]
    fn no_client_of_a_proxy_chooses_its_address(lines in lines(), forwarded: bool, own_line: bool) {
        let (name, header, said) = if forwarded {
            ("forwarded", ForwardingHeader::Forwarded, "for=\"[2001:db8::5]:80\";proto=https")
        } else {
            ("x-forwarded-for", ForwardingHeader::XForwardedFor, "2001:db8::5")
        };
        // The proxy adds a line, or goes on with the last one.
        let mut lines = lines;
        match lines.last_mut().filter(|_| !own_line) {
            Some(last) => last.extend([b", ", said.as_bytes()].concat()),
            None => lines.push(said.as_bytes().to_vec()),
        }
        let lines: Vec<&[u8]> = lines.iter().map(Vec::as_slice).collect();
        prop_assert_eq!(seen("10.0.0.1", header, &headers(name, &lines)), "2001:db8::5");
    }
}
