//! Recovery codes: ten, of 80 bits, each standing once for the second factor, never for the password
//! (product.md: Recovery codes). Stored as Argon2id under one salt for the set, so that a guess costs
//! one hash and is compared with all ten in constant time.

use subtle::{ConditionallySelectable, ConstantTimeEq};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::crockford;
use super::password::{HashFailed, HashParams, Memory, Pepper, derive};

/// How many codes a set has.
pub const SET: usize = 10;
/// From how many left on the portal warns.
pub const FEW: u32 = 3;

/// One code, typed or newly made.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; 10]);

/// A code as stored: 32 bytes of Argon2id.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct CodeHash(pub [u8; 32]);

impl RecoveryCode {
    /// From ten random bytes.
    pub const fn new(bytes: [u8; 10]) -> Self {
        Self(bytes)
    }

    /// Reads what was typed; case, spaces, dashes and look-alikes are forgiven.
    pub fn parse(typed: &str) -> Option<Self> {
        crockford::decode(typed).map(Self)
    }

    /// As shown, `7KQM-4XPD-H2WN-9TRC`.
    pub fn shown(&self) -> String {
        crockford::encode(&self.0)
    }
}

/// Hashes one code under its set's salt.
pub fn hash(
    code: &RecoveryCode,
    salt: &[u8; 16],
    params: HashParams,
    pepper: &Pepper,
    memory: &mut Memory,
) -> Result<CodeHash, HashFailed> {
    derive(&code.0, salt, params, pepper, memory).map(CodeHash)
}

/// Which of the stored codes a guess is, looked for in time that does not depend on the answer.
pub fn find(guess: &CodeHash, stored: &[CodeHash]) -> Option<usize> {
    let mut found = u32::MAX;
    for (place, code) in (0u32..).zip(stored) {
        found.conditional_assign(&place, code.0.ct_eq(&guess.0));
    }
    usize::try_from(found)
        .ok()
        .filter(|place| *place < stored.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_is_found_among_ten_by_its_hash() {
        let params = HashParams::FOR_TESTS;
        let mut memory = Memory::default();
        let pepper = Pepper::new("t1", [7; 32]);
        let codes: Vec<_> = (0..10).map(|n| RecoveryCode::new([n; 10])).collect();
        let stored: Vec<_> = codes
            .iter()
            .map(|c| hash(c, &[1; 16], params, &pepper, &mut memory).unwrap())
            .collect();
        for (place, code) in codes.iter().enumerate() {
            let typed = RecoveryCode::parse(&code.shown().to_lowercase()).unwrap();
            let guess = hash(&typed, &[1; 16], params, &pepper, &mut memory).unwrap();
            assert_eq!(find(&guess, &stored), Some(place));
        }
        let other = hash(
            &RecoveryCode::new([99; 10]),
            &[1; 16],
            params,
            &pepper,
            &mut memory,
        )
        .unwrap();
        assert_eq!(find(&other, &stored), None);
        assert_eq!(find(&other, &[]), None);
    }
}
