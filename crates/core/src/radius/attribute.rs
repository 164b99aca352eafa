//! Attributes: the types that the portal knows, and what a client is given with an Accept.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXLOWER_PERMISSIVE;

use super::MAX_VALUE;

/// `User-Name`.
pub const USER_NAME: u8 = 1;
/// `User-Password`.
pub const USER_PASSWORD: u8 = 2;
/// `CHAP-Password`.
pub const CHAP_PASSWORD: u8 = 3;
/// `Reply-Message`.
pub const REPLY_MESSAGE: u8 = 18;
/// `State`.
pub const STATE: u8 = 24;
/// `Vendor-Specific`.
pub const VENDOR_SPECIFIC: u8 = 26;
/// `Calling-Station-Id`.
pub const CALLING_STATION_ID: u8 = 31;
/// `NAS-Identifier`.
pub const NAS_IDENTIFIER: u8 = 32;
/// `Proxy-State`.
pub const PROXY_STATE: u8 = 33;
/// `EAP-Message`.
pub const EAP_MESSAGE: u8 = 79;
/// `Message-Authenticator`.
pub const MESSAGE_AUTHENTICATOR: u8 = 80;

/// The attributes by name that an Accept may carry, and whether their value is a number.
const NAMED: [(&str, u8, bool); 6] = [
    ("Service-Type", 6, true),
    ("Filter-Id", 11, false),
    ("Class", 25, false),
    ("Session-Timeout", 27, true),
    ("Idle-Timeout", 28, true),
    ("Framed-Pool", 88, false),
];

/// An attribute that a client is given with every Accept, as an owner writes it: `Filter-Id=staff`,
/// `Session-Timeout=3600`, or of a vendor by numbers, `26.9.1=shell:priv-lvl=15`. Values that begin
/// with `0x` are bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    written: String,
    kind: u8,
    value: Vec<u8>,
}

/// Why an attribute can't be returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotReturned {
    /// It has no such form.
    #[error("write NAME=VALUE, or 26.VENDOR.TYPE=VALUE for a vendor's own")]
    Form,
    /// It has a name that is not known.
    #[error(
        "the names are Service-Type, Filter-Id, Class, Session-Timeout, Idle-Timeout and Framed-Pool"
    )]
    Name,
    /// The value is not of its kind.
    #[error("the value must be a number")]
    Number,
    /// The value is empty or too long.
    #[error("the value must have 1 to 253 bytes, six less for a vendor's own")]
    Length,
    /// Keys are for schemes that the portal does not speak (security.md RA-8).
    #[error("Microsoft's keys are not given out")]
    Keys,
}

impl Returned {
    /// Its type.
    pub const fn kind(&self) -> u8 {
        self.kind
    }

    /// Its value.
    pub fn value(&self) -> &[u8] {
        &self.value
    }
}

impl FromStr for Returned {
    type Err = NotReturned;

    fn from_str(written: &str) -> Result<Self, NotReturned> {
        let (name, value) = written.split_once('=').ok_or(NotReturned::Form)?;
        let bytes = bytes(value)?;
        let (kind, value) = if let Some(numbers) = name.strip_prefix("26.") {
            let (vendor, kind) = numbers.split_once('.').ok_or(NotReturned::Form)?;
            let vendor: u32 = vendor.parse().map_err(|_| NotReturned::Form)?;
            let kind: u8 = kind.parse().map_err(|_| NotReturned::Form)?;
            if vendor == 311 {
                return Err(NotReturned::Keys);
            }
            let length = u8::try_from(bytes.len() + 2).map_err(|_| NotReturned::Length)?;
            let head = [&vendor.to_be_bytes()[..], &[kind, length]].concat();
            (VENDOR_SPECIFIC, [head, bytes].concat())
        } else {
            let known = NAMED
                .iter()
                .find(|(known, ..)| known.eq_ignore_ascii_case(name));
            let &(_, kind, is_number) = known.ok_or(NotReturned::Name)?;
            if is_number {
                let number: u32 = value.parse().map_err(|_| NotReturned::Number)?;
                (kind, number.to_be_bytes().to_vec())
            } else {
                (kind, bytes)
            }
        };
        if value.len() > MAX_VALUE {
            return Err(NotReturned::Length);
        }
        Ok(Self {
            written: written.to_owned(),
            kind,
            value,
        })
    }
}

impl fmt::Display for Returned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

fn bytes(value: &str) -> Result<Vec<u8>, NotReturned> {
    let bytes = match value.strip_prefix("0x") {
        Some(hex) => HEXLOWER_PERMISSIVE
            .decode(hex.as_bytes())
            .map_err(|_| NotReturned::Form)?,
        None => value.as_bytes().to_vec(),
    };
    if value.chars().any(char::is_control) {
        return Err(NotReturned::Form);
    }
    if bytes.is_empty() || bytes.len() > MAX_VALUE {
        return Err(NotReturned::Length);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, kind: u8, value: &[u8]) {
        let returned: Returned = written.parse().unwrap();
        assert_eq!((returned.kind(), returned.value()), (kind, value));
        assert_eq!(returned.to_string(), written);
    }

    #[test]
    fn what_an_owner_writes_is_what_a_client_gets() {
        check("Filter-Id=staff", 11, b"staff");
        check("class=0x00ff", 25, &[0, 255]);
        check("Session-Timeout=3600", 27, &[0, 0, 14, 16]);
        check(
            "26.9.1=shell:priv-lvl=15",
            26,
            b"\x00\x00\x00\x09\x01\x13shell:priv-lvl=15",
        );
    }

    #[test]
    fn what_is_no_attribute_is_refused_with_the_reason() {
        let refused = |written: &str| written.parse::<Returned>().unwrap_err();
        assert_eq!(refused("Filter-Id"), NotReturned::Form);
        assert_eq!(refused("State=x"), NotReturned::Name);
        assert_eq!(refused("Class="), NotReturned::Length);
        assert_eq!(
            refused(&format!("Class={}", "x".repeat(254))),
            NotReturned::Length
        );
        assert_eq!(
            refused(&format!("26.9.1={}", "x".repeat(250))),
            NotReturned::Length
        );
        assert_eq!(refused("Class=0x0"), NotReturned::Form);
        assert_eq!(refused("Idle-Timeout=soon"), NotReturned::Number);
        assert_eq!(refused("26.311.16=0x00"), NotReturned::Keys);
        assert_eq!(refused("26.9=1"), NotReturned::Form);
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}|26\\.[0-9]{0,12}\\.[0-9]{0,4}=\\PC{0,300}") {
            let _ = text.parse::<Returned>(); // an attribute or none
        }
    }
}
