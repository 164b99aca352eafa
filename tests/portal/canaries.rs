//! Secrets that a portal has handed out or was told, each looked for in everything that it says afterwards: in every
//! answer of the whole suite, in every mail and in every log of the program. An agent is never told any; others see a key where it is scanned,
//! recovery codes where they are shown once, and a password nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use url::form_urlencoded;

/// What is known of each portal, by its address.
static KNOWN: Mutex<BTreeMap<String, Known>> = Mutex::new(BTreeMap::new());

/// Shorter ones could stand in a page by chance.
const LONG: usize = 12;

#[derive(Clone, Default)]
struct Known {
    /// Keys of authenticator apps, as they are typed.
    keys: BTreeSet<String>,
    recovery_codes: BTreeSet<String>,
    passwords: BTreeSet<String>,
}

/// One exchange with a portal.
pub struct Heard<'a> {
    pub base: &'a str,
    pub path: &'a str,
    /// The form that was sent, and what came back, headers and all.
    pub sent: &'a [u8],
    pub said: &'a str,
    /// Whether it was taken: what was refused is nobody's password.
    pub taken: bool,
}

impl Heard<'_> {
    /// Looks for what was known before, and learns what was handed out now.
    pub fn check(&self) {
        let mut all = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.entry(self.base.to_owned()).or_default();
        let found = known.told(self.path, self.said);
        known.learn(if self.taken { self.sent } else { b"" }, self.said);
        drop(all);
        assert!(
            found.is_none(),
            "{} tells {}:\n{}",
            self.path,
            found.unwrap_or_default(),
            self.said
        );
    }
}

/// Looks for secrets of a portal in something else that it has written: a mail, or its log.
pub fn check_text(base: &str, text: &str) {
    let all = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = all.get(base).cloned().unwrap_or_default();
    drop(all);
    let found = known.all().find(|secret| holds(text, secret)).cloned();
    assert!(
        found.is_none(),
        "what was written tells {}:\n{text}",
        found.unwrap_or_default()
    );
}

impl Known {
    fn all(&self) -> impl Iterator<Item = &String> {
        let codes = self.keys.iter().chain(&self.recovery_codes);
        codes.chain(&self.passwords)
    }

    /// What is said that must not be.
    fn told(&self, path: &str, said: &str) -> Option<String> {
        let first =
            |secrets: &BTreeSet<String>| secrets.iter().find(|secret| holds(said, secret)).cloned();
        if path.starts_with("/admin/") {
            return self.all().find(|secret| holds(said, secret)).cloned();
        }
        let mut found = first(&self.passwords);
        if !said.contains("otpauth:") {
            found = found.or_else(|| first(&self.keys));
        }
        if !said.contains("class=\"codes\"") {
            found = found.or_else(|| first(&self.recovery_codes));
        }
        found
    }

    fn learn(&mut self, sent: &[u8], said: &str) {
        for (name, value) in form_urlencoded::parse(sent) {
            if name.ends_with("password") && value.chars().count() >= LONG {
                self.passwords.insert(value.into_owned());
            }
        }
        for rest in said.split("otpauth://").skip(1) {
            let key = rest.split("secret=").nth(1).unwrap_or_default();
            let key: String = key
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            if key.len() >= LONG {
                self.keys.insert(key);
            }
        }
        if let Some((_, list)) = said.split_once("<ol class=\"codes\"") {
            let list = list.split("</ol>").next().unwrap_or_default();
            let codes = list.split("<li>").skip(1);
            let codes = codes.map(|item| item.split('<').next().unwrap_or_default().trim());
            self.recovery_codes
                .extend(codes.filter(|code| code.len() >= LONG).map(str::to_owned));
        }
    }
}

/// Whether a text holds a secret, in groups or as one word, escaped for HTML or not.
fn holds(text: &str, secret: &str) -> bool {
    let grouped: Vec<String> = secret
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    let bare = secret.replace('-', "");
    [secret, bare.as_str(), grouped.join(" ").as_str()]
        .iter()
        .any(|form| text.contains(*form))
}

#[test]
fn a_secret_is_found_wherever_it_is_told() {
    let heard = |path: &str, sent: &str, said: &str| {
        let (path, sent, said) = (path.to_owned(), sent.to_owned(), said.to_owned());
        let check = move || {
            Heard {
                base: "http://canaries.test",
                path: &path,
                sent: sent.as_bytes(),
                said: &said,
                taken: true,
            }
            .check();
        };
        std::panic::catch_unwind(check).is_ok()
    };
    let key = "JBSWY3DPEHPK3PXPJBSWY3DP";
    assert!(heard(
        "/sign-in/set-up/scan",
        "",
        &format!("otpauth://totp/a?secret={key}&x")
    ));
    assert!(heard(
        "/sign-in/set-up/scan",
        "",
        &format!("otpauth://totp/a?secret={key}&x")
    ));
    assert!(!heard("/account", "", key));
    assert!(!heard(
        "/admin/acme/access",
        "",
        "JBSW Y3DP EHPK 3PXP JBSW Y3DP"
    ));
    let codes = "<ol class=\"codes\"><li>ABCD-EFGH-JKMN-PQRS</li></ol>";
    assert!(heard("/sign-in/set-up/recovery-codes", "", codes));
    assert!(!heard("/admin/acme/access", "", codes));
    assert!(!heard("/account", "", "ABCDEFGHJKMNPQRS"));
    assert!(heard(
        "/sign-in",
        "login=ann&password=tulip+wagon+brine",
        "no"
    ));
    assert!(!heard("/sign-in", "", "tulip wagon brine"));
    assert!(
        std::panic::catch_unwind(|| check_text(
            "http://canaries.test",
            "Key: JBSWY3DPEHPK3PXPJBSWY3DP"
        ))
        .is_err()
    );
    assert!(std::panic::catch_unwind(|| check_text("http://elsewhere.test", key)).is_ok());
}
