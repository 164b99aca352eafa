//! RADIUS, from bytes and to bytes (RFC 2865, 3579, 5997): what VPNs, firewalls and the PAM module of
//! a computer speak when they ask whether somebody may log on. Nothing here decides about a sign-in.

pub mod answer;
pub mod attribute;
pub mod certificate;
pub mod client;
pub mod flow;
pub mod packet;
pub mod request;

#[cfg(test)]
mod vectors;

pub use answer::{Answer, Reply, is_genuine};
pub use attribute::Returned;
pub use certificate::Fingerprint;
pub use client::{Signing, Unheard};
pub use flow::{Flow, TypedCode};
pub use packet::{Malformed, Packet, Signature, Unreadable};
pub use request::Request;

use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};

use crate::time::Span;

/// The shortest packet, in bytes: its header.
pub const MIN_PACKET: usize = 20;
/// The longest packet, in bytes.
pub const MAX_PACKET: usize = 4096;
/// The longest value of an attribute, in bytes.
pub const MAX_VALUE: usize = 253;
/// The longest password that a packet can carry, in bytes.
pub const MAX_PASSWORD: usize = 128;
/// For how long a packet that comes again is given the answer that it was given (RFC 5080 §2.2.2).
pub const ANSWER_LIFE: Span = Span::seconds(30);
/// How long a challenge waits for its code.
pub const CHALLENGE_LIFE: Span = Span::minutes(2);

/// `Access-Request`.
pub const ACCESS_REQUEST: u8 = 1;
/// `Access-Accept`.
pub const ACCESS_ACCEPT: u8 = 2;
/// `Access-Reject`.
pub const ACCESS_REJECT: u8 = 3;
/// `Access-Challenge`.
pub const ACCESS_CHALLENGE: u8 = 11;
/// `Status-Server`.
pub const STATUS_SERVER: u8 = 12;

fn md5(parts: &[&[u8]]) -> [u8; 16] {
    let mut sum = Md5::new();
    for part in parts {
        sum.update(part);
    }
    sum.finalize().into()
}

/// HMAC takes a key of any length, so there always is one.
fn hmac_md5(secret: &[u8], parts: &[&[u8]]) -> Option<Hmac<Md5>> {
    let mut mac = Hmac::<Md5>::new_from_slice(secret).ok()?;
    for part in parts {
        mac.update(part);
    }
    Some(mac)
}

/// Hides a password, or shows a hidden one: the same steps, but for which of both blocks the next
/// block's mask is made of (RFC 2865 §5.2).
fn masked(secret: &[u8], authenticator: &[u8; 16], text: &[u8], hides: bool) -> Vec<u8> {
    let mut before = *authenticator;
    let mut out = Vec::with_capacity(text.len());
    for block in text.chunks_exact(16) {
        let mask = md5(&[secret, &before]);
        let mut done = [0; 16];
        for (to, (byte, mask)) in done.iter_mut().zip(block.iter().zip(mask)) {
            *to = byte ^ mask;
        }
        out.extend(done);
        if hides {
            before = done;
        } else {
            before.copy_from_slice(block);
        }
    }
    out
}
