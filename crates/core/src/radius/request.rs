//! A request to be sent, by the client that `portcullis radius test` is.

use super::attribute::{MESSAGE_AUTHENTICATOR, USER_PASSWORD};
use super::{ACCESS_REQUEST, MAX_PACKET, MAX_PASSWORD, MAX_VALUE, STATUS_SERVER, hmac_md5, masked};
use hmac::Mac;

/// A request being put together.
#[derive(Clone)]
pub struct Request {
    code: u8,
    identifier: u8,
    authenticator: [u8; 16],
    attributes: Vec<u8>,
}

impl Request {
    /// An Access-Request with sixteen random bytes.
    pub const fn new(identifier: u8, authenticator: [u8; 16]) -> Self {
        Self {
            code: ACCESS_REQUEST,
            identifier,
            authenticator,
            attributes: Vec::new(),
        }
    }

    /// A Status-Server (RFC 5997), which asks whether anybody is there.
    pub const fn status(identifier: u8, authenticator: [u8; 16]) -> Self {
        let mut request = Self::new(identifier, authenticator);
        request.code = STATUS_SERVER;
        request
    }

    /// Adds an attribute; false where it does not fit.
    pub fn add(&mut self, kind: u8, value: &[u8]) -> bool {
        push(&mut self.attributes, kind, value, MAX_PACKET - 20 - 18)
    }

    /// Adds a password; false where it is too long for any packet.
    pub fn password(&mut self, password: &str, secret: &[u8]) -> bool {
        if password.len() > MAX_PASSWORD {
            return false;
        }
        let mut padded = password.as_bytes().to_vec();
        padded.resize(padded.len().next_multiple_of(16).max(16), 0);
        let hidden = masked(secret, &self.authenticator, &padded, true);
        self.add(USER_PASSWORD, &hidden)
    }

    /// As it is sent, with a Message-Authenticator before all else.
    pub fn signed(&self, secret: &[u8]) -> Vec<u8> {
        let head = self.head(18);
        let zeroed = [&[MESSAGE_AUTHENTICATOR, 18][..], &[0; 16]].concat();
        let parts = [&head[..], &zeroed, &self.attributes];
        let mac =
            hmac_md5(secret, &parts).map_or([0; 16], |mac| mac.finalize().into_bytes().into());
        let signature = [&[MESSAGE_AUTHENTICATOR, 18][..], &mac].concat();
        [&head[..], &signature, &self.attributes].concat()
    }

    /// As it is sent by clients that don't sign.
    pub fn unsigned(&self) -> Vec<u8> {
        [&self.head(0)[..], &self.attributes].concat()
    }

    fn head(&self, more: usize) -> [u8; 20] {
        let mut head = [0; 20];
        let length = u16::try_from(20 + more + self.attributes.len()).unwrap_or(u16::MAX);
        head[0] = self.code;
        head[1] = self.identifier;
        head[2..4].copy_from_slice(&length.to_be_bytes());
        head[4..].copy_from_slice(&self.authenticator);
        head
    }
}

/// Adds an attribute to others, as long as no more than `room` bytes come of it.
pub(super) fn push(to: &mut Vec<u8>, kind: u8, value: &[u8], room: usize) -> bool {
    let Ok(length) = u8::try_from(value.len() + 2) else {
        return false;
    };
    if value.len() > MAX_VALUE || to.len() + value.len() + 2 > room {
        return false;
    }
    to.extend([kind, length]);
    to.extend(value);
    true
}
