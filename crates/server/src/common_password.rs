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

    /// SI-3: what stands first on the lists of passwords that were stolen, and is long enough.
    const FIRST: &str = "password 123456789 12345678 1234567890 password1 qwerty123 qwertyuiop iloveyou 1q2w3e4r \
        sunshine princess football baseball superman trustno1 starwars passw0rd password123 abcd1234 \
        asdfghjkl 11111111 88888888 00000000 87654321 987654321 123123123 1qaz2wsx q1w2e3r4 1234qwer \
        qwer1234 zaq12wsx computer michelle jennifer jordan23 welcome1 maverick midnight corvette \
        mercedes samantha victoria elephant butterfly chocolate cocacola liverpool chelsea1 arsenal1 \
        hello123 whatever internet facebook linkedin admin123 administrator changeme letmein1 \
        master123 dragon123 monkey123 shadow123 asdf1234 zxcvbnm123 aa123456 a1234567 abc12345 abcdefgh \
        abcdefg1 1q2w3e4r5t 12341234 11223344 12121212 123456789a 123456abc a123456789 qazwsxedc \
        q1w2e3r4t5 asdasdasd qweqweqwe zxczxczxc 147258369 159753456 147852369 99999999 55555555 \
        66666666 77777777 1111111111 aaaaaaaa blink182 slipknot metallica nirvana1 pokemon1 charlie1 \
        alexander benjamin christian danielle elizabeth stephanie veronica valentina sebastian \
        alejandro fernando santiago cristina garfield gandalf1 rush2112 scooter1 snickers";

    #[test]
    fn what_attackers_try_first_is_refused() {
        let taken = |bad: &&str| check(bad) != Some(Weakness::Common);
        let taken: Vec<&str> = FIRST.split(' ').filter(taken).collect();
        assert_eq!(taken, [""; 0]);
        for bad in ["Password1", "p4ssw0rd", "Sunshine"] {
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
