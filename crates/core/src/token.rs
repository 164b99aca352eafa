//! Tokens: 256 random bits that only their holder knows; stored as SHA-256.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::secret::Secret;

/// What a cookie or a link carries.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Token([u8; 32]);

/// What the database keeps of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenHash(pub [u8; 32]);

impl TokenHash {
    /// Its first 8 bytes in hexadecimal: enough to tell sessions apart in the audit log.
    pub fn beginning(&self) -> String {
        HEXLOWER.encode(&self.0[..8])
    }
}

impl Token {
    /// From 32 random bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads 43 characters of base64url; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 43 {
            return None;
        }
        BASE64URL_NOPAD
            .decode(text.as_bytes())
            .ok()?
            .try_into()
            .ok()
            .map(Self)
    }

    /// As its holder gets it: 43 characters of base64url.
    pub fn text(&self) -> Secret<String> {
        Secret::new(BASE64URL_NOPAD.encode(&self.0))
    }

    /// The token that follows it: whoever has this one and the salt can make it, and nobody else.
    #[must_use]
    pub fn successor(&self, salt: [u8; 32]) -> Self {
        let mut sum = Sha256::new();
        sum.update(b"portcullis successor 1\0");
        sum.update(self.0);
        sum.update(salt);
        Self(sum.finalize().into())
    }

    /// As stored.
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_and_nothing_else_does() {
        let token = Token::new([42; 32]);
        let text = token.text();
        assert_eq!(
            Token::parse(text.reveal()).map(|t| t.hash()),
            Some(token.hash())
        );
        for bad in [
            "",
            "x",
            &"A".repeat(42),
            &"A".repeat(44),
            &"=".repeat(43),
            &"ä".repeat(43),
        ] {
            assert!(Token::parse(bad).is_none(), "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_token_reads_back(bytes: [u8; 32]) {
            let (token, same) = (Token::new(bytes), Token::new(bytes));
            let read = Token::parse(token.text().reveal()).map(|token| token.hash());
            proptest::prop_assert_eq!(read, Some(same.hash()));
        }

        #[test]
        fn no_text_is_read_as_a_token_of_another_text(text in "[A-Za-z0-9_=+/-]{40,46}|\\PC{0,60}") {
            if let Some(token) = Token::parse(&text) {
                proptest::prop_assert!(*token.text().reveal() == text);
            }
        }
    }
}
