//! What is typed to sign in: an email address, or a login name written `ann@acme`
//! (product.md: Words, "login").

use std::fmt;
use std::str::FromStr;

use crate::name::{NotAcceptable, fold, is_unwanted};
use crate::organization::Slug;

/// The longest email address, in characters (RFC 5321 §4.5.3.1.3, less the angle brackets).
pub const MAX_EMAIL: usize = 254;
/// The longest login name without its organization, in characters.
pub const MAX_LOGIN_NAME: usize = 64;

/// An email address, folded for comparison: `Ann@Example.com` and `ann@example.com` are one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Email(String);

/// A login name without its organization: `ann`. Lower-case letters, digits, dot, hyphen and
/// underscore, beginning with a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LoginName(String);

/// A login that was typed and has a known form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Login {
    /// An email address; signs in only once it is proved.
    Email(Email),
    /// A login name and the short name of its organization.
    Name(LoginName, Slug),
}

/// Whose share of the machine a sign-in takes: what was typed behind the last `@`, folded. It depends
/// on nothing else, so that it tells nobody which logins and organizations there are (security.md SI-6).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Realm(String);

impl Realm {
    /// The realm of a typed login.
    pub fn of_login(typed: &str) -> Self {
        Self(fold(typed.rsplit_once('@').map_or("", |(_, realm)| realm)))
    }

    /// What all realms share that nobody has signed in from.
    pub const fn nobodys() -> Self {
        Self(String::new())
    }

    /// The realm of an organization's short name.
    pub fn of_organization(slug: &str) -> Self {
        Self(fold(slug))
    }
}

impl Email {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the `@`.
    pub fn local_part(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }
}

impl LoginName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Login {
    /// Reads a typed login; `None` when it can't be anybody's.
    pub fn parse(typed: &str) -> Option<Self> {
        let (left, right) = typed.trim().rsplit_once('@')?;
        if right.contains('.') {
            return typed.parse().ok().map(Self::Email);
        }
        Some(Self::Name(left.parse().ok()?, right.parse().ok()?))
    }
}

/// The one text under which tries at a typed login are counted, however it is spelled: two spellings
/// that sign the same account in must not have two counters (security.md SI-10).
pub fn counted_as(typed: &str) -> String {
    Login::parse(typed).map_or_else(|| fold(typed), |login| login.to_string())
}

impl FromStr for Email {
    type Err = NotAcceptable;

    fn from_str(text: &str) -> Result<Self, NotAcceptable> {
        let text = fold(text);
        if text.is_empty() {
            return Err(NotAcceptable::Empty);
        }
        if text.chars().count() > MAX_EMAIL {
            return Err(NotAcceptable::TooLong(MAX_EMAIL));
        }
        if text.chars().any(char::is_control) {
            return Err(NotAcceptable::Control);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(NotAcceptable::Form)?;
        let local_fits = !local.is_empty()
            && local.chars().count() <= 64
            && !local.contains(|c: char| c.is_whitespace() || "@,;:<>()[]\\\"".contains(c))
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let label_fits = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        };
        if local_fits && domain.contains('.') && domain.split('.').all(label_fits) {
            Ok(Self(text))
        } else {
            Err(NotAcceptable::Form)
        }
    }
}

impl FromStr for LoginName {
    type Err = NotAcceptable;

    fn from_str(text: &str) -> Result<Self, NotAcceptable> {
        let text = fold(text);
        if text.is_empty() {
            return Err(NotAcceptable::Empty);
        }
        if text.chars().count() > MAX_LOGIN_NAME {
            return Err(NotAcceptable::TooLong(MAX_LOGIN_NAME));
        }
        let fits = text
            .chars()
            .all(|c| (c.is_alphanumeric() && !is_unwanted(c)) || "._-".contains(c));
        let begins = text.chars().next().is_some_and(char::is_alphanumeric);
        if fits && begins {
            Ok(Self(text))
        } else {
            Err(NotAcceptable::Form)
        }
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Email(email) => write!(f, "{email}"),
            Self::Name(name, slug) => write!(f, "{name}@{slug}"),
        }
    }
}

impl fmt::Display for LoginName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expect: &str) {
        let got = match Login::parse(typed) {
            None => "nobody".to_owned(),
            Some(Login::Email(email)) => format!("email {email}"),
            Some(Login::Name(name, slug)) => format!("name {name} in {slug}"),
        };
        assert_eq!(got, expect);
    }

    #[test]
    fn a_dot_after_the_at_tells_an_address_from_a_login_name() {
        check("Ann@Example.COM ", "email ann@example.com");
        check("ann@acme", "name ann in acme");
        check("Ann.Bauer@ACME", "name ann.bauer in acme");
        check("ann", "nobody");
        check("@acme", "nobody");
        check("ann@", "nobody");
        check("a b@example.com", "nobody");
        check("ann@exa mple.com", "nobody");
        check("ann@example..com", "nobody");
        check("ann@bauer@example.com", "nobody");
        check("ann\r\nbcc: x@example.com", "nobody");
        check("jörg@müller.example", "email jörg@müller.example");
    }

    #[test]
    fn however_a_login_is_spelled_it_is_counted_as_one() {
        for same in [
            "ann@acme",
            " ANN@acme ",
            "ann @acme",
            "ann@ acme",
            "ann \t@\u{a0}acme",
            "ａｎｎ@acme",
        ] {
            assert_eq!(counted_as(same), "ann@acme", "{same:?}");
        }
        assert_eq!(
            counted_as(" Ann@Example.com"),
            counted_as("ann@example.COM")
        );
        assert_eq!(counted_as(" No Login "), "no login");
    }

    #[test]
    fn the_realm_is_what_stands_behind_the_last_at() {
        let acme = Realm::of_organization("acme");
        for same in [
            "ann@acme",
            "nobody@ACME ",
            "a@b@acme",
            "@acme",
            "ann@ ａｃｍｅ",
        ] {
            assert_eq!(Realm::of_login(same), acme, "{same:?}");
        }
        for other in ["acme", "", "ann@acme.example", "acme@"] {
            assert_ne!(Realm::of_login(other), acme, "{other:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_signs_in_as_one_is_counted_as_one(typed in "[ \t]{0,2}[aA]nn[ \u{a0}]{0,2}@[ \u{3000}]{0,2}[aA]cme[ ]{0,2}") {
            if let Some(login) = Login::parse(&typed) {
                proptest::prop_assert_eq!(counted_as(&typed), login.to_string());
                proptest::prop_assert_eq!(Some(login), Login::parse("ann@acme"));
            }
        }
    }
}
