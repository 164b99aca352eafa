//! `/account/address` and the page of the link that proves an address.

use askama::Template;
use portcullis_core::time::Timestamp;

use crate::account::Email;
use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::message::Message;

/// Posts `email` to `/account/address`.
#[derive(Template, Clone, Debug)]
#[template(path = "address.html")]
pub struct Address {
    pub frame: Frame,
    pub member: Member,
    /// The one on record.
    pub on_record: Option<Email>,
    /// Where a link is under way to, and until when it is good.
    pub waiting: Option<Waiting>,
    pub email: Field,
    pub refusal: Option<AddressRefusal>,
}

/// A link that was mailed and not opened yet.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub address: String,
    pub until: Timestamp,
}

/// Why no link was mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressRefusal {
    /// It is on record and proved.
    AlreadyProved,
    /// Too many within an hour.
    TooMany,
    /// Something changed meanwhile.
    NotNow,
}

/// Posts nothing but the wish to `/address/{token}`. Opening the page changes nothing.
#[derive(Template, Clone, Debug)]
#[template(path = "confirm_address.html")]
pub struct ConfirmAddress {
    pub frame: Frame,
    /// As in the address.
    pub token: String,
    pub email: String,
    /// `ann@acme`.
    pub login_name: String,
    pub organization: String,
}

/// After the link was used.
#[derive(Template, Clone, Debug)]
#[template(path = "address_confirmed.html")]
pub struct AddressConfirmed {
    pub frame: Frame,
    /// Whether the address signs another account in, so that nothing was changed.
    pub taken: bool,
}

impl AddressRefusal {
    fn message(self, frame: &Frame) -> Message {
        match self {
            Self::AlreadyProved => Message::note(
                frame.say("address-already"),
                frame.say("address-already-next"),
            ),
            Self::TooMany => Message::warn(
                frame.say("address-too-many"),
                frame.say("address-too-many-next"),
            ),
            Self::NotNow => Message::bad(
                frame.say("address-not-now"),
                frame.say("address-not-now-next"),
            ),
        }
    }
}
