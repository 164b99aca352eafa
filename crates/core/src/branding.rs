//! How an organization shows itself: its name, color and logo, and whom its people ask for help.

use serde::{Deserialize, Serialize};

use crate::accent::Accent;
use crate::login::Email;
use crate::logo::Logo;
use crate::name::{MAX_NAME, NotAcceptable, line};

/// The most contacts of an organization: who needs help chooses from a list, and doesn't search it.
pub const MAX_CONTACTS: usize = 8;
/// The longest hours and the longest note of a contact, in code points.
pub const MAX_NOTE: usize = 200;

/// What the pages and mails of an organization are headed and colored with, and whom they say to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Branding {
    /// The organization's name.
    pub name: String,
    /// Its contacts, in the order they are shown. Without any, the instance's stand in for them.
    pub contacts: Vec<Contact>,
    /// The color that it chose; without one its pages have the portal's.
    pub accent: Option<Accent>,
    /// Its logo; without one its pages have the portal's mark.
    pub logo: Option<Logo>,
}

/// What of a branding is changed together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// The organization's name.
    pub name: String,
    /// The color that it chose.
    pub accent: Option<Accent>,
}

impl Branding {
    /// Its name and color.
    pub fn look(&self) -> Look {
        Look {
            name: self.name.clone(),
            accent: self.accent,
        }
    }
}

/// One way to reach a help desk (product.md: `managed_service_provider`, step 1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Who answers, "Help desk".
    pub label: String,
    /// As it is printed, with a menu option if there is one; the link keeps the number at its beginning.
    pub phone: Option<String>,
    /// An email address.
    pub mail: Option<String>,
    /// When somebody is there.
    pub hours: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

impl Contact {
    /// The label, or the phone number, as it was typed.
    pub fn short(text: &str) -> Result<String, NotAcceptable> {
        line(text, MAX_NAME)
    }

    /// The email address as it was typed.
    pub fn address(text: &str) -> Result<String, NotAcceptable> {
        let address: Email = text.parse()?;
        Ok(address.as_str().to_owned())
    }

    /// The hours, or the note, as they were typed.
    pub fn long(text: &str) -> Result<String, NotAcceptable> {
        line(text, MAX_NOTE)
    }

    /// Whether it says how to reach anybody: a label alone doesn't.
    pub const fn is_of_use(&self) -> bool {
        self.phone.is_some() || self.mail.is_some() || self.note.is_some()
    }

    /// The phone number as a link takes it; empty where nothing can be dialed.
    pub fn dial(&self) -> String {
        let phone = self.phone.as_deref().unwrap_or_default();
        // Up to what isn't dialed: "+1 555 0100, option 2".
        phone
            .chars()
            .take_while(|c| c.is_ascii_digit() || "+ ()/.-".contains(*c))
            .enumerate()
            .filter(|(at, c)| c.is_ascii_digit() || (*at == 0 && *c == '+'))
            .map(|(_, c)| c)
            .collect()
    }
}

/// A contact moved by one place among the others: up, or down. `None` where there is no such contact, or no
/// place to move it to.
pub fn moved(contacts: &[Contact], at: usize, up: bool) -> Option<Vec<Contact>> {
    let to = if up { at.checked_sub(1)? } else { at + 1 };
    if at >= contacts.len() || to >= contacts.len() {
        return None;
    }
    let mut moved = contacts.to_vec();
    moved.swap(at, to);
    Some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(label: &str) -> Contact {
        Contact {
            label: label.to_owned(),
            ..Contact::default()
        }
    }

    #[test]
    fn what_is_not_dialed_is_not_in_the_link() {
        let dial = |phone: &str| {
            Contact {
                phone: Some(phone.to_owned()),
                ..contact("")
            }
            .dial()
        };
        assert_eq!(dial("+1 555 0100, option 2"), "+15550100");
        assert_eq!(dial("(030) 231-25 ext. 118"), "03023125");
    }

    #[test]
    fn a_contact_moves_by_one_place_and_not_out_of_the_list() {
        let all = ["a", "b", "c"].map(contact);
        let labels = |at, up| {
            let moved = moved(&all, at, up)?;
            Some(moved.into_iter().map(|one| one.label).collect::<String>())
        };
        assert_eq!(labels(1, true), Some("bac".to_owned()));
        assert_eq!(labels(1, false), Some("acb".to_owned()));
        assert_eq!(labels(0, true), None);
        assert_eq!(labels(2, false), None);
        assert_eq!(labels(3, true), None);
        assert_eq!(labels(usize::MAX - 1, false), None);
    }

    #[test]
    fn a_label_alone_helps_nobody() {
        assert!(!contact("Help desk").is_of_use());
        let reached = Contact {
            phone: Some("118".to_owned()),
            ..contact("Help desk")
        };
        assert!(reached.is_of_use());
    }

    #[test]
    fn what_is_typed_is_one_clean_line_and_an_address_is_one() {
        assert_eq!(Contact::short(" Help desk "), Ok("Help desk".to_owned()));
        assert_eq!(Contact::short("a\u{202e}b"), Err(NotAcceptable::Control));
        assert!(Contact::long(&"x".repeat(MAX_NOTE + 1)).is_err());
        assert!(Contact::address("help at example").is_err());
        assert!(Contact::address("help@example.com").is_ok());
    }
}
