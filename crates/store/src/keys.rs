//! Keys that are not in the database: the master keys that wrap each organization's data key, the
//! peppers of the password hashes, and the key of look-ups by low-entropy values.
//!
//! They come from one text file of lines `kind id base64`, kept at mode 0600. There may be several masters
//! and peppers. The first pepper is used for new hashes, the others still check what is old. Which master
//! wraps what is new says the database ([`crate::master_keys`]), the first only where it knows none yet;
//! the others still unwrap what is old.

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use portcullis_core::credential::password::Pepper;
use portcullis_core::secret::Secret;
use sha2::Sha256;
use zeroize::Zeroizing;

/// The keys of an instance.
#[derive(Clone)]
pub struct MasterKeys {
    masters: Vec<(String, Zeroizing<[u8; 32]>)>,
    peppers: Vec<Pepper>,
    lookup: (String, Zeroizing<[u8; 32]>),
}

/// What is wrong with a key file. Never quotes a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// A line that is not `kind id base64`.
    #[error("line {0}: expected `master`, `pepper` or `lookup`, an id and 32 bytes in base64")]
    Line(usize),
    /// An id that is too long or comes twice.
    #[error("line {0}: the id must have 1 to 8 letters and digits and come only once for its kind")]
    Id(usize),
    /// A kind that is missing.
    #[error("it has no `{0}` line")]
    Missing(&'static str),
}

/// What a keyed hash is for: values of one purpose never match those of another.
#[derive(Clone, Copy, Debug)]
pub enum Lookup {
    /// A typed login, for its counter.
    Login,
    /// A browser that an account knows, for its own counter.
    Browser,
    /// An account, for the counter of its current password.
    Account,
    /// The code of an invitation.
    Invitation,
    /// A mailed code, with the attempt and the address that it belongs to.
    EmailCode,
    /// A code from the help desk, with its account.
    HelpCode,
    /// A check of who is on the phone: its word, and the secret of its attempt.
    CallerCheck,
    /// The support code of a delay.
    SupportCode,
    /// What an event of the audit log tells.
    AuditEvent,
    /// The place of an event in the audit log's chain.
    AuditLink,
    /// The head of an audit log's chain.
    AuditHead,
}

impl MasterKeys {
    /// The text of a new key file, from 96 random bytes.
    pub fn generate(chance: &[u8; 96]) -> Secret<String> {
        let key = |n: usize| BASE64.encode(chance.get(n * 32..(n + 1) * 32).unwrap_or_default());
        let text = format!(
            "# The keys of this Portcullis instance. Without this file its database can't be read.\n\
             # Keep a copy apart from the database, and keep it secret.\n\
             master m1 {}\npepper p1 {}\nlookup l1 {}\n",
            key(0),
            key(1),
            key(2)
        );
        Secret::new(text)
    }

    /// Reads a key file.
    pub fn parse(text: &str) -> Result<Self, KeyFileError> {
        let (mut masters, mut peppers, mut lookups) =
            (Vec::new(), Vec::<Pepper>::new(), Vec::new());
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let words: Vec<&str> = line.split_whitespace().collect();
            let &[kind, id, key] = words.as_slice() else {
                return Err(KeyFileError::Line(number));
            };
            let key: [u8; 32] = BASE64
                .decode(key.as_bytes())
                .ok()
                .and_then(|bytes| bytes.try_into().ok())
                .ok_or(KeyFileError::Line(number))?;
            if id.len() > 8 || !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
                return Err(KeyFileError::Id(number));
            }
            let taken = match kind {
                "master" => masters.iter().any(|(other, _)| other == id),
                "pepper" => peppers.iter().any(|other| other.id() == id),
                "lookup" => !lookups.is_empty(),
                _ => return Err(KeyFileError::Line(number)),
            };
            if taken {
                return Err(KeyFileError::Id(number));
            }
            match kind {
                "master" => masters.push((id.to_owned(), Zeroizing::new(key))),
                "pepper" => peppers.push(Pepper::new(id, key)),
                _ => lookups.push((id.to_owned(), Zeroizing::new(key))),
            }
        }
        if masters.is_empty() {
            return Err(KeyFileError::Missing("master"));
        }
        if peppers.is_empty() {
            return Err(KeyFileError::Missing("pepper"));
        }
        let lookup = lookups.pop().ok_or(KeyFileError::Missing("lookup"))?;
        Ok(Self {
            masters,
            peppers,
            lookup,
        })
    }

    /// The peppers; the first is for new hashes.
    pub fn peppers(&self) -> &[Pepper] {
        &self.peppers
    }

    /// The id of the key of look-ups.
    pub fn lookup_id(&self) -> &str {
        &self.lookup.0
    }

    /// The ids of the master keys, as they stand in the file.
    pub fn master_ids(&self) -> impl Iterator<Item = &str> {
        self.masters.iter().map(|(id, _)| id.as_str())
    }

    /// What shows that a master key is this one, and tells nothing of it.
    pub fn proof(&self, id: &str) -> Option<[u8; 32]> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.master(id)?).ok()?;
        mac.update(b"portcullis master key\0");
        mac.update(id.as_bytes());
        Some(mac.finalize().into_bytes().into())
    }

    /// Whether every master key that both have is the same in both, and there is one.
    pub fn goes_with(&self, other: &Self) -> bool {
        let both = || self.master_ids().filter(|id| other.master(id).is_some());
        both().next().is_some() && both().all(|id| self.master(id) == other.master(id))
    }

    /// A keyed hash (HMAC-SHA-256): what a low-entropy value is looked up by, or what shows that a
    /// value is ours.
    pub fn lookup(&self, purpose: Lookup, value: &[u8]) -> [u8; 32] {
        self.mac(purpose, value)
            .map_or([0; 32], |mac| mac.finalize().into_bytes().into())
    }

    /// Whether a keyed hash is that of a value, in time that does not depend on the answer.
    pub fn is_ours(&self, purpose: Lookup, value: &[u8], hash: &[u8]) -> bool {
        self.mac(purpose, value)
            .is_some_and(|mac| mac.verify_slice(hash).is_ok())
    }

    /// HMAC takes a key of any length, so there always is one.
    fn mac(&self, purpose: Lookup, value: &[u8]) -> Option<Hmac<Sha256>> {
        let label: &[u8] = match purpose {
            Lookup::Login => b"login\0",
            Lookup::Browser => b"browser\0",
            Lookup::Account => b"account\0",
            Lookup::Invitation => b"invitation\0",
            Lookup::EmailCode => b"email code\0",
            Lookup::HelpCode => b"help code\0",
            Lookup::CallerCheck => b"caller check\0",
            Lookup::SupportCode => b"support code\0",
            Lookup::AuditEvent => b"audit event\0",
            Lookup::AuditLink => b"audit link\0",
            Lookup::AuditHead => b"audit head\0",
        };
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.lookup.1[..]).ok()?;
        mac.update(label);
        mac.update(value);
        Some(mac)
    }

    /// The master key of an id.
    pub(crate) fn master(&self, id: &str) -> Option<&[u8; 32]> {
        self.masters
            .iter()
            .find(|(other, _)| other == id)
            .map(|(_, key)| &**key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_file_reads_back() {
        let text = MasterKeys::generate(&[7; 96]);
        let keys = MasterKeys::parse(text.reveal()).unwrap();
        assert_eq!(keys.master_ids().collect::<Vec<_>>(), ["m1"]);
        assert_eq!(keys.peppers()[0].id(), "p1");
        assert_ne!(
            keys.lookup(Lookup::Login, b"a"),
            keys.lookup(Lookup::Invitation, b"a")
        );
    }

    #[test]
    fn a_file_goes_with_one_that_has_more_or_fewer_keys_and_none_that_differs() {
        let line = |id: &str, byte: u8| format!("master {id} {}\n", BASE64.encode(&[byte; 32]));
        let rest = format!("pepper p1 {0}\nlookup l1 {0}", BASE64.encode(&[1; 32]));
        let keys = |lines: &[String]| MasterKeys::parse(&(lines.concat() + &rest)).unwrap();
        let (old, both) = (
            keys(&[line("m1", 1)]),
            keys(&[line("m1", 1), line("m2", 2)]),
        );
        let new = keys(&[line("m2", 2)]);
        assert!(both.goes_with(&old) && new.goes_with(&both));
        assert!(
            !new.goes_with(&old),
            "nothing shows that they belong together"
        );
        assert!(!keys(&[line("m1", 1), line("m2", 3)]).goes_with(&both));
        assert_ne!(old.proof("m1"), new.proof("m2"));
        assert_eq!(old.proof("m1"), both.proof("m1"));
        assert_eq!(old.proof("m2"), None);
    }

    #[test]
    fn a_broken_file_is_named_by_its_line() {
        let key = BASE64.encode(&[1; 32]);
        let check = |text: &str| MasterKeys::parse(text).err();
        assert_eq!(check("master m1"), Some(KeyFileError::Line(1)));
        assert_eq!(check("\nmaster m1 AAAA"), Some(KeyFileError::Line(2)));
        assert_eq!(
            check(&format!("mister m1 {key}")),
            Some(KeyFileError::Line(1))
        );
        assert_eq!(
            check(&format!("master m1 {key}\nmaster m1 {key}")),
            Some(KeyFileError::Id(2))
        );
        assert_eq!(
            check(&format!("master muchtoolong {key}")),
            Some(KeyFileError::Id(1))
        );
        assert_eq!(
            check(&format!("master m1 {key}")),
            Some(KeyFileError::Missing("pepper"))
        );
    }
}
