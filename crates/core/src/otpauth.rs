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
    use proptest::prelude::*;
    use url::Url;

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

    proptest! {
        #[test]
        fn apps_read_what_was_meant(issuer in "\\PC{1,60}", account in "\\PC{1,60}", key: [u8; 20]) {
            let key = TotpKey::new(key);
            let address = Url::parse(uri(&issuer, &account, &key).reveal()).unwrap();
            prop_assert_eq!((address.scheme(), address.host_str()), ("otpauth", Some("totp")));
            let decoded = |text: &str| {
                let mut pairs = url::form_urlencoded::parse(text.as_bytes());
                pairs.next().map(|(text, _)| text.into_owned())
            };
            let label = address.path().strip_prefix('/').unwrap().split_once(':');
            let (before, after) = label.unwrap();
            prop_assert_eq!(decoded(before), Some(issuer.clone()));
            prop_assert_eq!(decoded(after), Some(account));
            let secret = key.base32();
            let expect = [
                ("secret", secret.reveal().as_str()),
                ("issuer", &issuer),
                ("algorithm", "SHA1"),
                ("digits", "6"),
                ("period", "30"),
            ];
            let pairs: Vec<_> = address.query_pairs().into_owned().collect();
            prop_assert_eq!(pairs, expect.map(|(k, v)| (k.to_owned(), v.to_owned())));
        }
    }
}
