//! An answer to a request. Its Message-Authenticator stands before all else, so that no bytes that an
//! attacker chose come before it (CVE-2024-3596), whatever the client's own setting.

use hmac::Mac;
use subtle::ConstantTimeEq;

use super::attribute::{MESSAGE_AUTHENTICATOR, PROXY_STATE, REPLY_MESSAGE, STATE};
use super::request::push;
use super::{
    ACCESS_ACCEPT, ACCESS_CHALLENGE, ACCESS_REJECT, MAX_PACKET, MAX_VALUE, Packet, Returned,
    Signature, hmac_md5, md5,
};

/// Which answer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Access-Accept.
    Accept,
    /// Access-Reject.
    Reject,
    /// Access-Challenge.
    Challenge,
}

/// An answer being put together.
#[derive(Clone, Debug)]
pub struct Answer {
    reply: Reply,
    attributes: Vec<u8>,
}

/// What there is for attributes: a packet less its header and signature.
const ROOM: usize = MAX_PACKET - 20 - 18;

impl Answer {
    /// An answer that says nothing more.
    pub const fn new(reply: Reply) -> Self {
        Self {
            reply,
            attributes: Vec::new(),
        }
    }

    /// With a text for the person: a Reply-Message, or several where one is too short.
    #[must_use]
    pub fn saying(mut self, text: &str) -> Self {
        let mut rest = text;
        while !rest.is_empty() {
            let (head, tail) = rest.split_at(rest.floor_char_boundary(MAX_VALUE));
            self.add(REPLY_MESSAGE, head.as_bytes());
            rest = tail;
        }
        self
    }

    /// With what leads to the attempt that waits for a code.
    #[must_use]
    pub fn with_state(mut self, state: &[u8]) -> Self {
        self.add(STATE, state);
        self
    }

    /// With what the client is given.
    #[must_use]
    pub fn returning(mut self, returned: &[Returned]) -> Self {
        for one in returned {
            self.add(one.kind(), one.value());
        }
        self
    }

    /// As it is sent: with the proxies' own attributes, as RFC 2865 §5.33 wants them back, and signed.
    /// `None` where those leave no room.
    pub fn to(mut self, request: &Packet, secret: &[u8]) -> Option<Vec<u8>> {
        for state in request.all(PROXY_STATE) {
            if !self.add(PROXY_STATE, state) {
                return None;
            }
        }
        let length = u16::try_from(20 + 18 + self.attributes.len()).ok()?;
        let [high, low] = length.to_be_bytes();
        let head = [self.reply.code(), request.identifier(), high, low];
        let asked = request.authenticator();
        let zeroed = [&[MESSAGE_AUTHENTICATOR, 18][..], &[0; 16]].concat();
        let mac = hmac_md5(secret, &[&head, &asked, &zeroed, &self.attributes])?;
        let signature: [u8; 16] = mac.finalize().into_bytes().into();
        let signed = [&[MESSAGE_AUTHENTICATOR, 18][..], &signature].concat();
        let authenticator = md5(&[&head, &asked, &signed, &self.attributes, secret]);
        Some([&head[..], &authenticator, &signed, &self.attributes].concat())
    }

    fn add(&mut self, kind: u8, value: &[u8]) -> bool {
        push(&mut self.attributes, kind, value, ROOM)
    }
}

impl Reply {
    const fn code(self) -> u8 {
        match self {
            Self::Accept => ACCESS_ACCEPT,
            Self::Reject => ACCESS_REJECT,
            Self::Challenge => ACCESS_CHALLENGE,
        }
    }
}

/// Whether an answer is of who shares the secret: by its header's authenticator (RFC 2865 §3), and by
/// its signature where it has one.
pub fn is_genuine(answer: &Packet, asked: [u8; 16], secret: &[u8]) -> bool {
    let bytes = answer.bytes();
    let expected = md5(&[&bytes[..4], &asked, &bytes[20..], secret]);
    bool::from(expected.ct_eq(&answer.authenticator()))
        && answer.signature_after(secret, asked) != Signature::Wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::radius::Request;

    const SECRET: &[u8] = b"a secret of the test";

    fn request(proxies: usize) -> Packet {
        let mut request = Request::new(9, [4; 16]);
        for number in 0..proxies {
            assert!(request.add(PROXY_STATE, &[u8::try_from(number).unwrap(); 250]));
        }
        Packet::parse(&request.signed(SECRET)).unwrap()
    }

    #[test]
    fn the_signature_stands_first_in_every_answer() {
        for reply in [Reply::Accept, Reply::Reject, Reply::Challenge] {
            let request = request(2);
            let answer = Answer::new(reply)
                .saying("Enter code:")
                .with_state(&[1; 48])
                .returning(&["Class=vpn".parse().unwrap()]);
            let answer = Packet::parse(&answer.to(&request, SECRET).unwrap()).unwrap();
            assert_eq!(answer.kinds(), [80, 18, 24, 25, 33, 33]);
            assert_eq!(answer.identifier(), 9);
            assert!(is_genuine(&answer, request.authenticator(), SECRET));
            assert!(!is_genuine(&answer, request.authenticator(), b"another"));
            assert!(!is_genuine(&answer, [0; 16], SECRET));
        }
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        let text = "ü".repeat(300);
        let answer = Answer::new(Reply::Reject).saying(&text);
        let answer = Packet::parse(&answer.to(&request(0), SECRET).unwrap()).unwrap();
        let said: Vec<&[u8]> = answer.all(REPLY_MESSAGE).collect();
        assert_eq!(said.len(), 3);
        assert!(said.iter().all(|one| std::str::from_utf8(one).is_ok()));
        assert_eq!(said.concat(), text.as_bytes());
    }

    #[test]
    fn an_answer_that_does_not_fit_is_not_sent() {
        let full = request(16);
        assert!(Answer::new(Reply::Reject).to(&full, SECRET).is_some());
        let long = Answer::new(Reply::Reject).saying(&"x".repeat(200));
        assert!(long.to(&full, SECRET).is_none());
    }
}
