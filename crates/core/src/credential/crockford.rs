//! The alphabet of codes that people read off paper: Crockford's base32, in groups of four.
//! Case, spaces and dashes don't matter, and what looks alike counts as the same (I and L are 1,
//! O is 0, U is V).

use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};

static CROCKFORD: LazyLock<Option<Encoding>> = LazyLock::new(|| {
    let mut spec = Specification::new();
    spec.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    spec.translate
        .from
        .push_str("abcdefghjkmnpqrstvwxyziIlLoOuU");
    spec.translate.to.push_str("ABCDEFGHJKMNPQRSTVWXYZ111100VV");
    spec.ignore.push_str(" -\t");
    spec.encoding().ok()
});

/// Bytes in groups of four characters: ten of them as `7KQM-4XPD-H2WN-9TRC`.
pub fn encode(bytes: &[u8]) -> String {
    let text = CROCKFORD
        .as_ref()
        .map(|c| c.encode(bytes))
        .unwrap_or_default();
    let groups: Vec<&str> = (0..text.len())
        .step_by(4)
        .filter_map(|at| text.get(at..at + 4))
        .collect();
    groups.join("-")
}

/// Reads as many characters as make so many bytes, sixteen for ten; `None` for anything else.
pub fn decode<const N: usize>(typed: &str) -> Option<[u8; N]> {
    if typed.len() > 64 {
        return None;
    }
    CROCKFORD
        .as_ref()?
        .decode(typed.trim().as_bytes())
        .ok()?
        .try_into()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_looks_alike_counts_as_the_same() {
        let code = decode::<10>("0000-1111-VVVV-ABCD").unwrap();
        for typed in [
            "oOo0-iIlL-uUvV-abcd",
            "0000 1111 vvvv abcd",
            " 00001111VVVVABCD ",
        ] {
            assert_eq!(decode(typed), Some(code), "{typed}");
        }
        for typed in [
            "",
            "0000-1111-VVVV-ABC",
            "0000-1111-VVVV-ABCDE",
            "0000-1111-VVVV-ABC!",
            "äääääääääääääääa",
        ] {
            assert_eq!(decode::<10>(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_code_reads_back(bytes: [u8; 10]) {
            let text = encode(&bytes);
            prop_assert_eq!(text.len(), 19);
            prop_assert_eq!(decode(&text), Some(bytes));
        }

        #[test]
        fn no_input_panics(typed in ".{0,80}") {
            let _ = decode::<10>(&typed);
        }
    }
}
