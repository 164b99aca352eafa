//! A packet that somebody sent: read once, whole, or not at all.

use hmac::Mac;

use super::{ACCESS_REQUEST, MAX_PACKET, MAX_PASSWORD, MIN_PACKET, attribute, hmac_md5, masked};
use crate::secret::Secret;

/// A packet whose lengths fit together. What it says is anybody's word until its signature or its
/// password shows that it comes from who shares the secret.
#[derive(Clone)]
pub struct Packet {
    bytes: Vec<u8>,
    /// Type, and where in the bytes the value begins and ends.
    attributes: Vec<(u8, usize, usize)>,
}

/// Bytes that are no packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no RADIUS packet")]
pub struct Malformed;

/// What a packet's Message-Authenticator shows (RFC 3579 §3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// There is none.
    Missing,
    /// It is of who shares the secret.
    Right,
    /// It is of somebody else, or the secret differs.
    Wrong,
}

/// Why a packet has no password to be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It proves a password in a way that needs the password itself on the server: CHAP, MS-CHAP, EAP.
    Scheme,
    /// None, or one of a length that none has.
    Missing,
    /// What the secret makes of it is no text: the secret differs, or the client does not send UTF-8.
    NoText,
}

impl Packet {
    /// Reads a packet. Bytes after the length that it names are padding (RFC 2865 §3).
    pub fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        let &[_, _, high, low, ..] = bytes else {
            return Err(Malformed);
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        if !(MIN_PACKET..=MAX_PACKET).contains(&length) {
            return Err(Malformed);
        }
        let bytes = bytes.get(..length).ok_or(Malformed)?;
        let (mut attributes, mut at) = (Vec::new(), MIN_PACKET);
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let &[kind, length, ..] = rest else {
                return Err(Malformed);
            };
            let length = usize::from(length);
            if length < 2 || length > rest.len() {
                return Err(Malformed);
            }
            attributes.push((kind, at + 2, at + length));
            at += length;
        }
        let packet = Self {
            bytes: bytes.to_vec(),
            attributes,
        };
        // Of two signatures one could be right and the other the attacker's.
        let signatures: Vec<&[u8]> = packet.all(attribute::MESSAGE_AUTHENTICATOR).collect();
        match signatures.as_slice() {
            [] => Ok(packet),
            [one] if one.len() == 16 => Ok(packet),
            _ => Err(Malformed),
        }
    }

    /// What kind of packet it is.
    pub fn code(&self) -> u8 {
        self.bytes[0]
    }

    /// By what the client tells its packets apart.
    pub fn identifier(&self) -> u8 {
        self.bytes[1]
    }

    /// The sixteen bytes of its header that are random in a request.
    pub fn authenticator(&self) -> [u8; 16] {
        let mut authenticator = [0; 16];
        authenticator.copy_from_slice(&self.bytes[4..MIN_PACKET]);
        authenticator
    }

    /// All of it, padding left out.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The values of a type, in their order.
    pub fn all(&self, kind: u8) -> impl Iterator<Item = &[u8]> {
        let of_kind = move |(own, ..): &&(u8, usize, usize)| *own == kind;
        let attributes = self.attributes.iter().filter(of_kind);
        attributes.filter_map(|(_, from, to)| self.bytes.get(*from..*to))
    }

    /// The first value of a type.
    pub fn first(&self, kind: u8) -> Option<&[u8]> {
        self.all(kind).next()
    }

    /// The types of its attributes, in their order.
    pub fn kinds(&self) -> Vec<u8> {
        self.attributes.iter().map(|(kind, ..)| *kind).collect()
    }

    /// The first value of a type, as text.
    pub fn text(&self, kind: u8) -> Option<&str> {
        std::str::from_utf8(self.first(kind)?).ok()
    }

    /// Whether its Message-Authenticator is right, in time that does not depend on how far it is.
    pub fn signature(&self, secret: &[u8]) -> Signature {
        self.signature_after(secret, self.authenticator())
    }

    /// The same of an answer, whose signature is over the request's authenticator.
    pub(super) fn signature_after(&self, secret: &[u8], authenticator: [u8; 16]) -> Signature {
        let signed = |(kind, ..): &&(u8, usize, usize)| *kind == attribute::MESSAGE_AUTHENTICATOR;
        let Some((_, from, to)) = self.attributes.iter().find(signed) else {
            return Signature::Missing;
        };
        let (from, to) = (*from, *to);
        let parts = [
            &self.bytes[..4],
            &authenticator,
            &self.bytes[MIN_PACKET..from],
            &[0; 16],
            &self.bytes[to..],
        ];
        let right = hmac_md5(secret, &parts)
            .is_some_and(|mac| mac.verify_slice(&self.bytes[from..to]).is_ok());
        if right {
            Signature::Right
        } else {
            Signature::Wrong
        }
    }

    /// The password that it carries, without its padding (RFC 2865 §5.2).
    pub fn password(&self, secret: &[u8]) -> Result<Secret<String>, Unreadable> {
        let hidden = self.first(attribute::USER_PASSWORD);
        if hidden.is_none() && self.speaks_another_scheme() {
            return Err(Unreadable::Scheme);
        }
        let fits = |hidden: &&[u8]| {
            (16..=MAX_PASSWORD).contains(&hidden.len()) && hidden.len().is_multiple_of(16)
        };
        let hidden = hidden.filter(fits).ok_or(Unreadable::Missing)?;
        let mut shown = masked(secret, &self.authenticator(), hidden, false);
        let end = shown.iter().rposition(|byte| *byte != 0);
        shown.truncate(end.map_or(0, |last| last + 1));
        match String::from_utf8(shown) {
            Ok(text) if !text.contains('\0') => Ok(Secret::new(text)),
            _ => Err(Unreadable::NoText),
        }
    }

    /// Whether its password fills all the room that there is, so that it may have been cut off.
    pub fn password_is_full(&self) -> bool {
        self.first(attribute::USER_PASSWORD)
            .is_some_and(|hidden| hidden.len() == MAX_PASSWORD)
    }

    /// Whether it asks for access.
    pub fn asks_for_access(&self) -> bool {
        self.code() == ACCESS_REQUEST
    }

    fn speaks_another_scheme(&self) -> bool {
        let by_type = |kind| self.first(kind).is_some();
        // Microsoft's attributes 1, 11 and 25: MS-CHAP-Response, -Challenge, MS-CHAP2-Response.
        let microsoft =
            |value: &[u8]| matches!(value, [0, 0, 1, 0x37, kind, ..] if [1, 11, 25].contains(kind));
        by_type(attribute::CHAP_PASSWORD)
            || by_type(attribute::EAP_MESSAGE)
            || self.all(attribute::VENDOR_SPECIFIC).any(microsoft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::radius::Request;

    const SECRET: &[u8] = b"a secret of the test";

    fn header(length: u16, rest: &[u8]) -> Vec<u8> {
        let [high, low] = length.to_be_bytes();
        [&[1, 7, high, low][..], &[9; 16], rest].concat()
    }

    #[track_caller]
    fn refused(bytes: &[u8]) {
        assert_eq!(Packet::parse(bytes).err(), Some(Malformed), "{bytes:?}");
    }

    #[test]
    fn lengths_that_do_not_fit_together_are_no_packet() {
        refused(&[]);
        refused(&header(20, &[])[..19]);
        refused(&header(19, &[]));
        refused(&header(21, &[]));
        refused(&header(4097, &[0; 5000]));
        refused(&header(21, &[1]));
        refused(&header(22, &[1, 0]));
        refused(&header(22, &[1, 1]));
        refused(&header(22, &[1, 3]));
        assert!(Packet::parse(&header(20, &[])).is_ok());
        assert!(Packet::parse(&header(22, &[1, 2])).is_ok());
        // What is sent after its end is not looked at.
        let padded = Packet::parse(&header(20, &[1, 0, 5])).unwrap();
        assert_eq!(padded.bytes().len(), 20);
        let mut longest = header(4096, &[]);
        for _ in 0..16 {
            longest.extend([&[33, 254][..], &[0; 252]].concat());
        }
        longest.extend([&[33, 12][..], &[0; 10]].concat());
        assert_eq!(longest.len(), 4096);
        assert!(Packet::parse(&longest).is_ok());
    }

    #[test]
    fn a_second_signature_or_one_of_another_length_is_no_packet() {
        let signature = [&[80, 18][..], &[0; 16]].concat();
        assert!(Packet::parse(&header(38, &signature)).is_ok());
        refused(&header(56, &signature.repeat(2)));
        refused(&header(36, &[&[80, 16][..], &[0; 14]].concat()));
    }

    #[test]
    fn a_password_of_every_length_reads_back() {
        for length in 0..=MAX_PASSWORD {
            let password = "é".repeat(length / 2) + &"x".repeat(length % 2);
            let mut request = Request::new(3, [u8::try_from(length).unwrap(); 16]);
            assert!(request.password(&password, SECRET));
            let packet = Packet::parse(&request.signed(SECRET)).unwrap();
            assert_eq!(packet.signature(SECRET), Signature::Right);
            assert_eq!(packet.signature(b"another"), Signature::Wrong);
            assert!(*packet.password(SECRET).unwrap().reveal() == password);
            assert_eq!(packet.password_is_full(), length > 112);
        }
        assert!(!Request::new(3, [0; 16]).password(&"x".repeat(129), SECRET));
    }

    #[test]
    fn what_proves_a_password_otherwise_is_named_as_such() {
        let with = |kind: u8, value: &[u8]| {
            let mut request = Request::new(1, [5; 16]);
            assert!(request.add(kind, value));
            Packet::parse(&request.unsigned())
                .unwrap()
                .password(SECRET)
                .err()
        };
        assert_eq!(with(3, &[0; 17]), Some(Unreadable::Scheme));
        assert_eq!(with(79, &[2, 0, 0, 5]), Some(Unreadable::Scheme));
        let ms_chap2 = [&[0, 0, 1, 0x37, 25, 52][..], &[0; 50]].concat();
        assert_eq!(with(26, &ms_chap2), Some(Unreadable::Scheme));
        assert_eq!(with(26, &[0, 0, 9, 1, 1]), Some(Unreadable::Missing));
        assert_eq!(with(2, &[0; 15]), Some(Unreadable::Missing));
        assert_eq!(with(2, &[0; 144]), Some(Unreadable::Missing));
    }

    #[test]
    fn with_another_secret_a_password_is_no_text() {
        let mut request = Request::new(1, [5; 16]);
        request.password("tulip wagon brine and much more", SECRET);
        let packet = Packet::parse(&request.unsigned()).unwrap();
        assert_eq!(packet.password(b"wrong").err(), Some(Unreadable::NoText));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200), length in 0_u16..220) {
            let mut bytes = bytes;
            if let [_, _, high, low, ..] = bytes.as_mut_slice() {
                [*high, *low] = length.to_be_bytes();
            }
            if let Ok(packet) = Packet::parse(&bytes) {
                let _ = (packet.signature(SECRET), packet.password(SECRET).is_ok(), packet.kinds());
            }
        }
    }
}
