//! Names of rows: `UUIDv7` (RFC 9562 §5.7) in 16 bytes, one type per table, so that an account's id
//! cannot stand where a session's belongs. Ids sort by the time they were made and are not secret.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::time::Timestamp;

/// Why a text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id")]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id from the time (milliseconds) and ten bytes of chance.
            pub fn new(now: Timestamp, chance: [u8; 10]) -> Self {
                let millis = u64::try_from(now.millis()).unwrap_or(0);
                Self(uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid())
            }

            /// From the 16 bytes it is stored as.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// The 16 bytes it is stored as.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.simple(), f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
            }
        }
    )*};
}

ids! {
    /// An organization.
    OrganizationId;
    /// An account.
    AccountId;
    /// A credential: a device, a password, a set of recovery codes.
    CredentialId;
    /// One recovery code of a set.
    CodeId;
    /// A pending enrollment.
    EnrollmentId;
    /// A sign-in, step-up or set-up under way.
    AttemptId;
    /// A session.
    SessionId;
    /// A browser in which an account has signed in.
    BrowserId;
    /// An invitation.
    InvitationId;
    /// A one-time link in a mail.
    LinkId;
    /// A mailed code of an attempt.
    EmailCodeId;
    /// A check of who is on the phone.
    CallerCheckId;
    /// A code from the help desk.
    HelpCodeId;
    /// An event of the audit log.
    EventId;
    /// A grant of a role.
    GrantId;
    /// A data key of an organization.
    DataKeyId;
    /// The link that makes the first organization.
    SetupId;
    /// A failure that counts against a network address.
    FailureId;
    /// A mail.
    MailId;
    /// Somebody's asking for a link to a new password.
    ResetRequestId;
    /// What a member asks the help desk for.
    HelpRequestId;
    /// Somebody's asking for help without being signed in.
    HelpAskingId;
    /// A RADIUS client: a computer, VPN or firewall that asks whether somebody may log on.
    RadiusClientId;
    /// Something that the portal leads to: an application or a remote computer.
    DestinationId;
    /// A group of an organization's people.
    GroupId;
    /// A logo as it was uploaded: the same picture uploaded again is another one.
    LogoId;
    /// A process, as the holder of a job's lease.
    NodeId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_the_time_they_were_made() {
        let early = AccountId::new(Timestamp::from_millis(1_000), [255; 10]);
        let late = AccountId::new(Timestamp::from_millis(1_001), [0; 10]);
        assert!(early < late);
        assert_eq!(early.to_string().parse(), Ok(early));
    }

    proptest::proptest! {
        #[test]
        fn any_id_reads_back_and_no_text_panics(bytes: [u8; 16], text in "\\PC{0,50}|[0-9a-fA-F{}-]{30,40}") {
            let id = AttemptId::from_bytes(bytes);
            proptest::prop_assert_eq!(id.to_string().parse(), Ok(id));
            let _ = text.parse::<AttemptId>(); // an id or none
        }
    }
}
