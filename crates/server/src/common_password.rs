//! Whether a password is among those that attackers try first: the ranked list of the zxcvbn crate,
//! and what it takes for as easy (keyboard rows, years, repeats, a listed word with `1` for `i`).

use portcullis_core::credential::password::{Password, Weakness};

/// A password that takes fewer guesses than this is refused. The list has 30,000 entries at whose
/// rank a guess is counted; what is guessed sooner than its end is no better than what is on it.
const FEWEST_GUESSES: u64 = 100_000;

/// What is wrong with a new password, if anything is: length and names by the core's rule, then the
/// list (security.md SI-1 to SI-3).
pub fn weakness(password: &Password, minimum: usize, names: &[&str]) -> Option<Weakness> {
    password.weakness(minimum, names).or_else(|| {
        let guesses = zxcvbn::zxcvbn(password.reveal(), names).guesses();
        (guesses < FEWEST_GUESSES).then_some(Weakness::Common)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Option<Weakness> {
        weakness(
            &Password::typed(text).unwrap(),
            8,
            &["Ann Bauer", "portcullis"],
        )
    }

    #[test]
    fn what_attackers_try_first_is_refused() {
        for bad in [
            "password",
            "12345678",
            "qwertyuiop",
            "Password1",
            "trustno1",
            "iloveyou",
            "p4ssw0rd",
            "aaaaaaaa",
            "abcdefgh",
            "11111111",
            "password123",
            "1q2w3e4r5t",
        ] {
            assert_eq!(check(bad), Some(Weakness::Common), "{bad}");
        }
    }

    #[test]
    fn what_they_do_not_is_taken() {
        for good in [
            "tulip wagon brine",
            "   all lower case words   ",
            "Kq7#vLw2",
            "🦀🦀 sideways walk",
        ] {
            assert_eq!(check(good), None, "{good}");
        }
    }
}
