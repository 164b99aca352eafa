//! The first factor: a password, stored as Argon2id (RFC 9106) in a PHC string, keyed with a pepper
//! that is not in the database and whose id is in the string.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, KeyId, Params, ParamsBuilder, Version};
use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::name::fold;

/// The shortest password where policy makes a second factor certain, in code points after NFKC.
pub const MIN_WITH_SECOND_FACTOR: usize = 8;
/// The shortest password where it may stand alone (NIST SP 800-63B-4 §3.1.1.2).
pub const MIN_ALONE: usize = 15;
/// The longest password, in code points; longer ones are refused, never cut.
pub const MAX_CODE_POINTS: usize = 256;
/// The longest password, in bytes.
pub const MAX_BYTES: usize = 1024;

/// A password as typed: neither trimmed nor folded, only NFKC.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Password(String);

/// Why a new password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer code points than the minimum, which is given.
    TooShort(usize),
    /// More than [`MAX_CODE_POINTS`] or [`MAX_BYTES`].
    TooLong,
    /// Line breaks or other control characters, which no keyboard types again.
    Control,
    /// Among those that attackers try first.
    Common,
    /// Nothing but the name of the person, the organization or the product.
    NamesYou,
}

/// The cost of a hash: memory in KiB, passes, lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HashParams {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// A key from outside the database, without which no stored hash can be checked.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Pepper {
    id: String,
    key: [u8; 32],
}

/// The working memory of one hashing thread: allocated at its first hash, then kept.
#[derive(Default)]
pub struct Memory(Vec<Block>);

/// A hash could not be computed or read: a fault of the machine or of the stored text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the password hash could not be computed")]
pub struct HashFailed;

/// What a stored hash says about a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// It is not the one.
    Wrong,
    /// It is; the stored hash has today's parameters.
    Right,
    /// It is; the stored hash should be made anew with today's parameters.
    RightButOutdated,
}

impl Password {
    /// What was typed, brought to NFKC; `None` when it is longer than any password may be.
    pub fn typed(text: &str) -> Option<Self> {
        let text: String = if text.len() > MAX_BYTES * 4 {
            return None;
        } else {
            text.nfkc().collect()
        };
        (text.len() <= MAX_BYTES && text.chars().count() <= MAX_CODE_POINTS).then_some(Self(text))
    }

    /// The text, for a check against the list of common passwords.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether it may become somebody's password: `minimum` code points, and not just a name
    /// (product.md: Words; security.md SI-1 to SI-3).
    pub fn weakness(&self, minimum: usize, names: &[&str]) -> Option<Weakness> {
        if self.0.chars().count() < minimum {
            return Some(Weakness::TooShort(minimum));
        }
        if self.0.chars().any(char::is_control) {
            return Some(Weakness::Control);
        }
        let bare = |text: &str| {
            fold(text)
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect::<String>()
        };
        let own = bare(&self.0);
        let same = |name: &&str| {
            !bare(name).is_empty()
                && own.trim_matches(char::is_numeric) == bare(name).trim_matches(char::is_numeric)
        };
        names.iter().any(same).then_some(Weakness::NamesYou)
    }
}

impl HashParams {
    /// What OWASP's cheat sheet names first: 19 MiB, two passes, one lane.
    pub const DEFAULT: Self = Self {
        memory_kib: 19_456,
        passes: 2,
        lanes: 1,
    };
    /// Small enough for a thousand hashes in a test.
    pub const FOR_TESTS: Self = Self {
        memory_kib: 64,
        passes: 1,
        lanes: 1,
    };

    /// The most that may be configured.
    pub const MOST: Self = Self {
        memory_kib: 4_194_304,
        passes: 100,
        lanes: 64,
    };

    /// Whether a machine can bear a hash of this cost: one out of the database is asked first,
    /// because memory that can't be had ends the program.
    const fn is_bearable(self) -> bool {
        self.memory_kib <= Self::MOST.memory_kib
            && self.passes <= Self::MOST.passes
            && self.lanes <= Self::MOST.lanes
    }

    /// Whether they are at or above the floor that may be configured.
    pub const fn is_enough(self) -> bool {
        let least = match self.passes {
            0 => return false,
            1 => 47_104,
            2 => 19_456,
            _ => 12_288,
        };
        self.memory_kib >= least && self.lanes >= 1
    }

    fn params(self, pepper: &Pepper) -> Result<Params, HashFailed> {
        let id = KeyId::new(pepper.id.as_bytes()).map_err(|_| HashFailed)?;
        ParamsBuilder::new()
            .m_cost(self.memory_kib)
            .t_cost(self.passes)
            .p_cost(self.lanes)
            .keyid(id)
            .output_len(32)
            .build()
            .map_err(|_| HashFailed)
    }
}

impl Pepper {
    /// A pepper with its id, at most eight bytes.
    pub fn new(id: &str, key: [u8; 32]) -> Self {
        Self {
            id: id.to_owned(),
            key,
        }
    }

    /// Its id, as it stands in the hashes.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl Memory {
    fn for_blocks(&mut self, blocks: usize) -> &mut [Block] {
        if self.0.len() < blocks {
            self.0 = vec![Block::new(); blocks];
        }
        &mut self.0[..blocks]
    }
}

/// Hashes a password into a PHC string.
pub fn hash(
    password: &Password,
    salt: &[u8; 16],
    params: HashParams,
    pepper: &Pepper,
    memory: &mut Memory,
) -> Result<String, HashFailed> {
    let out = derive(password.0.as_bytes(), salt, params, pepper, memory)?;
    stored(salt, &out, params, pepper)
}

/// What stands in for the hash of an account that doesn't exist: made of chance, so that nobody's
/// password opens it, and checked at the same cost.
pub fn of_nobody(
    chance: &[u8; 48],
    params: HashParams,
    pepper: &Pepper,
) -> Result<String, HashFailed> {
    let (salt, out) = chance.split_first_chunk::<16>().ok_or(HashFailed)?;
    let out = out.first_chunk().ok_or(HashFailed)?;
    stored(salt, out, params, pepper)
}

fn stored(
    salt: &[u8; 16],
    out: &[u8; 32],
    params: HashParams,
    pepper: &Pepper,
) -> Result<String, HashFailed> {
    let argon = params.params(pepper)?;
    let phc = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: (&argon).try_into().map_err(|_| HashFailed)?,
        salt: Some(Salt::new(salt).map_err(|_| HashFailed)?),
        hash: Some(Output::new(out).map_err(|_| HashFailed)?),
    };
    Ok(phc.to_string())
}

/// Checks a password against a stored PHC string, in time that does not depend on the answer.
/// `current` are the parameters and pepper that new hashes get.
pub fn verify(
    password: &Password,
    stored: &str,
    peppers: &[Pepper],
    current: HashParams,
    memory: &mut Memory,
) -> Result<Verified, HashFailed> {
    let phc = PasswordHash::new(stored).map_err(|_| HashFailed)?;
    let argon2id = phc.algorithm.as_str() == Algorithm::Argon2id.as_str();
    if !argon2id || phc.version != Some(Version::V0x13.into()) {
        return Err(HashFailed);
    }
    let argon = Params::try_from(&phc).map_err(|_| HashFailed)?;
    if ParamsString::try_from(&argon).as_ref() != Ok(&phc.params) {
        return Err(HashFailed); // a parameter said twice, or left out
    }
    let pepper = peppers
        .iter()
        .find(|p| p.id.as_bytes() == argon.keyid())
        .ok_or(HashFailed)?;
    let (salt, expect) = (phc.salt.ok_or(HashFailed)?, phc.hash.ok_or(HashFailed)?);
    let params = HashParams {
        memory_kib: argon.m_cost(),
        passes: argon.t_cost(),
        lanes: argon.p_cost(),
    };
    if !params.is_bearable() {
        return Err(HashFailed);
    }
    let got = derive(password.0.as_bytes(), salt.as_ref(), params, pepper, memory)?;
    if !bool::from(got.ct_eq(expect.as_bytes())) {
        return Ok(Verified::Wrong);
    }
    let newest = peppers.first().is_some_and(|p| p.id == pepper.id);
    Ok(if params == current && newest {
        Verified::Right
    } else {
        Verified::RightButOutdated
    })
}

/// Argon2id of any secret bytes, 32 bytes long.
pub(super) fn derive(
    secret: &[u8],
    salt: &[u8],
    params: HashParams,
    pepper: &Pepper,
    memory: &mut Memory,
) -> Result<[u8; 32], HashFailed> {
    let argon_params = params.params(pepper)?;
    let blocks = memory.for_blocks(argon_params.block_count());
    let argon = Argon2::new_with_secret(
        &pepper.key,
        Algorithm::Argon2id,
        Version::V0x13,
        argon_params,
    )
    .map_err(|_| HashFailed)?;
    let mut out = [0; 32];
    argon
        .hash_password_into_with_memory(secret, salt, &mut out, blocks)
        .map_err(|_| HashFailed)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(text: &str) -> Password {
        Password::typed(text).unwrap()
    }

    #[test]
    fn a_hash_opens_for_its_password_and_pepper_alone() {
        let (params, salt) = (HashParams::FOR_TESTS, [5; 16]);
        let mut memory = Memory::default();
        let (old, new) = (Pepper::new("p1", [1; 32]), Pepper::new("p2", [2; 32]));
        let stored = hash(
            &typed("correct horse battery"),
            &salt,
            params,
            &old,
            &mut memory,
        )
        .unwrap();
        assert!(
            stored.starts_with("$argon2id$v=19$m=64,t=1,p=1,keyid="),
            "{stored}"
        );
        let mut check =
            |text, peppers: &[Pepper]| verify(&typed(text), &stored, peppers, params, &mut memory);
        assert_eq!(
            check("correct horse battery", std::slice::from_ref(&old)),
            Ok(Verified::Right)
        );
        assert_eq!(
            check("correct horse battery", &[new.clone(), old.clone()]),
            Ok(Verified::RightButOutdated)
        );
        assert_eq!(
            check("correct horse batterz", std::slice::from_ref(&old)),
            Ok(Verified::Wrong)
        );
        assert_eq!(
            check("correct horse battery ", std::slice::from_ref(&old)),
            Ok(Verified::Wrong)
        );
        assert_eq!(
            check("correct horse battery", &[Pepper::new("p1", [9; 32])]),
            Ok(Verified::Wrong)
        );
        assert_eq!(check("correct horse battery", &[new]), Err(HashFailed));
    }

    #[test]
    fn lengths_count_code_points_after_nfkc() {
        assert!(Password::typed(&"🦀".repeat(256)).is_some());
        assert!(Password::typed(&"a".repeat(257)).is_none());
        assert!(Password::typed(&"🦀".repeat(257)).is_none());
        assert_eq!(
            typed("🦀🦀🦀🦀🦀🦀🦀").weakness(8, &[]),
            Some(Weakness::TooShort(8))
        );
        assert_eq!(typed("🦀🦀🦀🦀🦀🦀🦀🦀").weakness(8, &[]), None);
        assert_eq!(
            typed("fourteen chars").weakness(MIN_ALONE, &[]),
            Some(Weakness::TooShort(15))
        );
        assert_eq!(
            typed("ﬁ".repeat(4).as_str()).weakness(8, &[]),
            None,
            "a ligature is two letters"
        );
    }

    #[test]
    fn a_name_is_no_password() {
        let names = ["Ann Bauer", "Example GmbH", "portcullis"];
        for bad in [
            "annbauer",
            "Ann Bauer",
            "ANN.BAUER1",
            "examplegmbh2026",
            "Portcullis123",
        ] {
            assert_eq!(
                typed(bad).weakness(8, &names),
                Some(Weakness::NamesYou),
                "{bad}"
            );
        }
        assert_eq!(typed("ann bauer sings").weakness(8, &names), None);
    }

    #[test]
    fn the_floor_of_the_parameters_follows_the_passes() {
        assert!(HashParams::DEFAULT.is_enough());
        assert!(
            !HashParams {
                memory_kib: 19_455,
                ..HashParams::DEFAULT
            }
            .is_enough()
        );
        assert!(
            HashParams {
                memory_kib: 12_288,
                passes: 3,
                lanes: 1
            }
            .is_enough()
        );
        assert!(
            !HashParams {
                memory_kib: 47_103,
                passes: 1,
                lanes: 1
            }
            .is_enough()
        );
    }

    /// A hash of "correct horse battery" under the pepper `p1`, and what is needed to check it.
    fn stored() -> (String, Pepper, Memory) {
        let (pepper, mut memory) = (Pepper::new("p1", [1; 32]), Memory::default());
        let password = typed("correct horse battery");
        let hash = hash(
            &password,
            &[5; 16],
            HashParams::FOR_TESTS,
            &pepper,
            &mut memory,
        );
        (hash.unwrap(), pepper, memory)
    }

    #[test]
    fn a_stored_hash_of_absurd_cost_is_refused_before_it_takes_the_memory() {
        let (good, pepper, mut memory) = stored();
        for (from, to) in [
            ("m=64", "m=4294967295"),
            ("m=64", "m=4194305"),
            ("t=1", "t=4294967295"),
            ("p=1", "p=16777215"),
        ] {
            let absurd = good.replace(from, to);
            let password = typed("correct horse battery");
            let peppers = std::slice::from_ref(&pepper);
            let checked = verify(
                &password,
                &absurd,
                peppers,
                HashParams::FOR_TESTS,
                &mut memory,
            );
            assert_eq!(checked, Err(HashFailed), "{to}");
        }
    }

    proptest! {
        #[test]
        fn no_text_but_the_hash_itself_opens_for_the_password(
            at: prop::sample::Index,
            change in prop_oneof![Just(String::new()), "[ -~]", "\\PC{1,3}"],
            keeps: bool,
        ) {
            let (good, pepper, mut memory) = stored();
            let at = at.index(good.len());
            let rest = if keeps { at } else { at + 1 };
            let changed = format!("{}{change}{}", &good[..at], &good[rest..]);
            if changed == good {
                return Ok(());
            }
            let password = typed("correct horse battery");
            let peppers = [pepper];
            let checked = verify(&password, &changed, &peppers, HashParams::FOR_TESTS, &mut memory);
            prop_assert!(matches!(checked, Ok(Verified::Wrong) | Err(HashFailed)), "{changed}");
        }

        #[test]
        fn any_text_as_a_hash_is_refused(text in "(\\$argon2(id|i|d))?(\\$(v=19|v=[0-9]{1,3}))?(\\$m=[0-9]{1,4},t=[0-9]{1,2},p=[0-9])?\\PC{0,80}") {
            let (_, pepper, mut memory) = stored();
            let password = typed("correct horse battery");
            let checked = verify(&password, &text, &[pepper], HashParams::FOR_TESTS, &mut memory);
            prop_assert!(matches!(checked, Ok(Verified::Wrong) | Err(HashFailed)));
        }
    }
}
