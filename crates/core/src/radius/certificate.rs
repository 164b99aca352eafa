//! By what a client is known that comes over TLS: the SHA-256 of its certificate, which is what
//! `openssl x509 -fingerprint -sha256` shows. A name in it would be as good as whoever signs certificates for it, and one
//! authority may well sign those of several organizations.

use std::fmt;
use std::str::FromStr;

use data_encoding::HEXUPPER;
use sha2::{Digest, Sha256};

/// The secret of every client that comes over TLS (RFC 6614 §2.3): what guards it there is TLS.
pub const SECRET: &[u8] = b"radsec";

/// The SHA-256 of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

/// A text that is no fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint has 64 hexadecimal digits, in pairs with colons or without")]
pub struct NoFingerprint;

impl Fingerprint {
    /// Of a certificate in DER.
    pub fn of(certificate: &[u8]) -> Self {
        Self(Sha256::digest(certificate).into())
    }

    /// From what is stored.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// As stored.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        let digits = if text.contains(':') {
            let pairs: Vec<&str> = text.split(':').collect();
            if pairs.iter().any(|pair| pair.len() != 2) {
                return Err(NoFingerprint);
            }
            pairs.concat()
        } else {
            text.to_owned()
        };
        let bytes = HEXUPPER.decode(digits.to_ascii_uppercase().as_bytes());
        let bytes = bytes.map_err(|_| NoFingerprint)?;
        bytes.try_into().map(Self).map_err(|_| NoFingerprint)
    }
}

/// As `openssl` shows it.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, byte) in self.0.iter().enumerate() {
            let colon = if at == 0 { "" } else { ":" };
            write!(f, "{colon}{byte:02X}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_it_is_shown_and_without_colons() {
        let one = Fingerprint::of(b"a certificate");
        let shown = one.to_string();
        assert_eq!(shown.len(), 95);
        assert_eq!(shown.parse(), Ok(one));
        assert_eq!(shown.replace(':', "").to_lowercase().parse(), Ok(one));
        for wrong in [
            "",
            "AB",
            &shown[3..],
            &format!("{shown}:00"),
            &shown.replace(':', "::"),
        ] {
            assert_eq!(wrong.parse::<Fingerprint>(), Err(NoFingerprint), "{wrong}");
        }
    }
}
