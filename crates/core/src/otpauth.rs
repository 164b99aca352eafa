//! The address that a QR code carries into an authenticator app:
//! `otpauth://totp/Issuer:account?secret=…&issuer=…&algorithm=SHA1&digits=6&period=30`.

use std::fmt::Write;

use crate::credential::totp::TotpKey;
use crate::secret::Secret;

/// The address for a key. Issuer and account are percent-encoded, the colon between them is not
/// (Google's key URI format; every app splits the label at it).
pub fn uri(issuer: &str, account: &str, key: &TotpKey) -> Secret<String> {
    let (issuer, account) = (encode(issuer), encode(account));
    let secret = key.base32();
    Secret::new(format!(
        "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period=30",
        secret.reveal()
    ))
}

/// Percent-encodes all but the unreserved characters (RFC 3986 §2.3).
fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String can't fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(issuer: &str, account: &str, label: &str) {
        let uri = uri(issuer, account, &TotpKey::new(*b"12345678901234567890"));
        let expect =
            format!("otpauth://totp/{label}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=");
        assert!(uri.reveal().starts_with(&expect), "{}", uri.reveal());
        assert!(uri.reveal().ends_with("&algorithm=SHA1&digits=6&period=30"));
    }

    #[test]
    fn odd_names_are_percent_encoded() {
        check("Example", "ann@acme", "Example:ann%40acme");
        check(
            "A: B/C & Söhne",
            "x y",
            "A%3A%20B%2FC%20%26%20S%C3%B6hne:x%20y",
        );
    }
}
