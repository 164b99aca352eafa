//! Which events the member is told of by mail (product.md: Notices; security.md SI-12, EN-8, RC-5). Whatever
//! door a change came through, it writes its event, and the notice hangs on the event alone.

use crate::audit::{Event, Who};
use crate::help_request::Outcome;

/// A notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A role was given.
    RoleGiven,
    /// The account was suspended.
    Suspended,
    /// It was activated again.
    Activated,
    /// It was deleted.
    Deleted,
    /// "This wasn't me" was said, and the account is frozen.
    Frozen,
    /// It may be changed again.
    Unfrozen,
    /// Its lock-outs were lifted.
    Unlocked,
    /// Somebody else deleted what was set up for MFA.
    MfaDeleted,
    /// The help desk took somebody on the phone for the member.
    CallerKnown,
    /// The member said that it is somebody else.
    CallerDisowned,
    /// Somebody else signed it out everywhere.
    SignedOutEverywhere,
    /// Somebody else ended one of its sessions.
    SessionEnded,
    /// MFA was required of it, or no longer.
    Required,
    /// The password was right, and a second factor wrong several times in a row.
    CodesTried,
    /// Somebody signed in with a browser that the account did not know.
    NewBrowser,
    /// A copy of what remembers a browser came back.
    BrowserStolen,
    /// A recovery code was used up.
    RecoveryCodeUsed,
    /// New recovery codes were made.
    RecoveryCodesMade,
    /// The password was changed.
    PasswordChanged,
    /// A forgotten password was replaced.
    PasswordReset,
    /// An address was asked to be proved, perhaps in the place of the one on record.
    AddressAsked,
    /// Another address took the place of the one on record.
    AddressChanged,
    /// The member goes by another name.
    NameChanged,
    /// The account got another login name.
    LoginNameChanged,
    /// Another language was chosen for pages and mails.
    LanguageChanged,
    /// A device was added.
    DeviceAdded,
    /// A device was removed.
    DeviceRemoved,
    /// A device gave its place to another.
    DeviceReplaced,
    /// Email codes became a second factor.
    EmailCodesTakenUp,
    /// Email codes are none any more.
    EmailCodesStopped,
    /// The help desk gave a code that opens the first set-up.
    EnrollmentCodeIssued,
    /// The help desk gave a code that opens a new password.
    ResetCodeIssued,
    /// MFA was switched off, everything kept.
    MfaSwitchedOff,
    /// MFA was switched on again.
    MfaSwitchedOn,
    /// The help desk was asked for something.
    HelpAsked,
    /// It said what became of that.
    HelpAnswered,
    /// The account was asked to be deleted.
    DeletionAsked,
    /// That was taken back.
    DeletionWithdrawn,
}

impl Notice {
    /// In one word, as the queue of mails names it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RoleGiven => "role_given",
            Self::Suspended => "suspended",
            Self::Activated => "activated",
            Self::Deleted => "deleted",
            Self::Frozen => "frozen",
            Self::Unfrozen => "unfrozen",
            Self::Unlocked => "unlocked",
            Self::MfaDeleted => "mfa_deleted",
            Self::CallerKnown => "caller_known",
            Self::CallerDisowned => "caller_disowned",
            Self::SignedOutEverywhere => "signed_out_everywhere",
            Self::SessionEnded => "session_ended",
            Self::Required => "required",
            Self::CodesTried => "codes_tried",
            Self::NewBrowser => "new_browser",
            Self::BrowserStolen => "browser_stolen",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::RecoveryCodesMade => "recovery_codes_made",
            Self::PasswordChanged => "password_changed",
            Self::PasswordReset => "password_reset",
            Self::AddressAsked => "address_asked",
            Self::AddressChanged => "address_changed",
            Self::NameChanged => "name_changed",
            Self::LoginNameChanged => "login_name_changed",
            Self::LanguageChanged => "language_changed",
            Self::DeviceAdded => "device_added",
            Self::DeviceRemoved => "device_removed",
            Self::DeviceReplaced => "device_replaced",
            Self::EmailCodesTakenUp => "email_codes_taken_up",
            Self::EmailCodesStopped => "email_codes_stopped",
            Self::EnrollmentCodeIssued => "enrollment_code_issued",
            Self::ResetCodeIssued => "reset_code_issued",
            Self::MfaSwitchedOff => "mfa_switched_off",
            Self::MfaSwitchedOn => "mfa_switched_on",
            Self::HelpAsked => "help_asked",
            Self::HelpAnswered => "help_answered",
            Self::DeletionAsked => "deletion_asked",
            Self::DeletionWithdrawn => "deletion_withdrawn",
        }
    }

    /// Whether "This wasn't me" goes with it: not where nobody can use the account as it is.
    pub const fn asks_whether_it_was_you(self) -> bool {
        !matches!(self, Self::Suspended | Self::Frozen | Self::Deleted)
    }
}

/// The notice that an event of an account calls for. Without a catch-all: each new event decides.
#[expect(clippy::too_many_lines, reason = "a line for each event")]
pub fn of(event: &Event, who: &Who) -> Option<Notice> {
    Some(match event {
        // What the program itself gives, it gives to the first who come, and they are there.
        Event::RoleGranted { .. } if *who != Who::System => Notice::RoleGiven,
        Event::RoleElsewhere { .. } => Notice::RoleGiven,
        Event::AccountSuspended => Notice::Suspended,
        Event::AccountActivated => Notice::Activated,
        Event::AccountDeleted { .. } => Notice::Deleted,
        Event::AccountFrozen => Notice::Frozen,
        Event::AccountUnfrozen { .. } => Notice::Unfrozen,
        Event::AccountUnlocked { .. } => Notice::Unlocked,
        Event::MfaDeleted { .. } => Notice::MfaDeleted,
        Event::CallerKnown { .. } => Notice::CallerKnown,
        Event::CallerDisowned => Notice::CallerDisowned,
        Event::SignedOutEverywhere { .. } => Notice::SignedOutEverywhere,
        Event::SessionEnded { .. } => Notice::SessionEnded,
        Event::MfaRequired { .. } | Event::ExceptionGiven { .. } | Event::ExceptionEnded { .. } => {
            Notice::Required
        }
        Event::CodesTried { .. } => Notice::CodesTried,
        Event::SignedIn {
            new_browser: true, ..
        } => Notice::NewBrowser,
        Event::BrowserStolen { .. } => Notice::BrowserStolen,
        Event::RecoveryCodeUsed { .. } => Notice::RecoveryCodeUsed,
        Event::RecoveryCodesMade => Notice::RecoveryCodesMade,
        Event::PasswordChanged => Notice::PasswordChanged,
        Event::PasswordReset { .. } => Notice::PasswordReset,
        Event::AddressAsked { .. } => Notice::AddressAsked,
        Event::AddressChanged { .. } | Event::AddressSet { .. } => Notice::AddressChanged,
        Event::LoginNameChanged { .. } => Notice::LoginNameChanged,
        Event::NameChanged { .. } => Notice::NameChanged,
        Event::LanguageChanged => Notice::LanguageChanged,
        Event::DeviceAdded { .. } => Notice::DeviceAdded,
        Event::DeviceRemoved {
            replaced: false, ..
        } => Notice::DeviceRemoved,
        Event::DeviceRemoved { replaced: true, .. } => Notice::DeviceReplaced,
        Event::MfaSwitchedOff => Notice::MfaSwitchedOff,
        Event::MfaSwitchedOn => Notice::MfaSwitchedOn,
        Event::HelpAsked { .. } => Notice::HelpAsked,
        // What was granted is an event of its own, which is told.
        Event::HelpAnswered {
            outcome: Outcome::Done | Outcome::Declined | Outcome::Withdrawn,
            ..
        } => Notice::HelpAnswered,
        Event::DeletionAsked => Notice::DeletionAsked,
        Event::DeletionWithdrawn => Notice::DeletionWithdrawn,
        Event::EmailCodesTakenUp => Notice::EmailCodesTakenUp,
        Event::EmailCodesStopped => Notice::EmailCodesStopped,
        Event::EnrollmentCodeIssued { .. } => Notice::EnrollmentCodeIssued,
        Event::ResetCodeIssued { .. } => Notice::ResetCodeIssued,
        Event::EmailCodeSent { .. }
        | Event::EmailProved
        | Event::CodeNotIssued { .. }
        | Event::HelpAnswered {
            outcome: Outcome::Granted,
            ..
        }
        | Event::HelpWithdrawn { .. }
        | Event::CallerCheckStarted
        | Event::CallerCheckEnded { .. }
        | Event::EnrollmentCodeUsed
        | Event::ResetCodeUsed
        | Event::RoleGranted { .. }
        | Event::OutsiderRole { .. }
        | Event::OutsiderStanding { .. }
        | Event::OrganizationCreated { .. }
        | Event::OrganizationSuspended
        | Event::OrganizationActivated
        | Event::OrganizationDeletionBegan { .. }
        | Event::OrganizationDeleted { .. }
        | Event::PolicyChanged { .. }
        | Event::ContactsChanged { .. }
        | Event::BrandingChanged { .. }
        | Event::LogoChanged { .. }
        | Event::AccountCreated { .. }
        | Event::Invited { .. }
        | Event::InvitationSentAgain { .. }
        | Event::InvitationRevoked { .. }
        | Event::InvitationAccepted { .. }
        | Event::PasswordRefused { .. }
        | Event::PasswordProved
        | Event::PasswordRehashed
        | Event::CodeRefused { .. }
        | Event::SignInRefused { .. }
        | Event::SignedIn { .. }
        | Event::SignedOut
        | Event::SessionsEnded { .. }
        | Event::BrowserRemembered { .. }
        | Event::BrowserForgotten { .. }
        | Event::SteppedUp { .. }
        | Event::StepUpAsked { .. }
        | Event::TimeZoneChanged
        | Event::ResetAsked
        | Event::ResetOpened
        | Event::DeviceRenamed { .. }
        | Event::RecoveryCodesEnded
        | Event::EnrollmentStarted
        | Event::RecoveryCodesStored
        | Event::DeviceKept
        | Event::LoggedOn { .. }
        | Event::LogonRefused { .. }
        | Event::RadiusClientAdded { .. }
        | Event::RadiusClientChanged { .. }
        | Event::RadiusSecretRotated { .. }
        | Event::RadiusClientRemoved { .. }
        | Event::RadiusClientSigns { .. }
        | Event::RadiusDropped { .. }
        | Event::DestinationAdded { .. }
        | Event::DestinationChanged { .. }
        | Event::DestinationRemoved { .. }
        | Event::GroupAdded { .. }
        | Event::GroupRenamed { .. }
        | Event::GroupRemoved { .. }
        | Event::GroupJoined { .. }
        | Event::GroupLeft { .. }
        | Event::AddressDelayed { .. }
        | Event::AskedTooOften { .. }
        | Event::InvitationRefused { .. }
        | Event::DataDownloaded
        | Event::AccessDenied { .. }
        | Event::ActDenied { .. }
        | Event::MasterKeyChanged { .. }
        | Event::MasterKeyRetired { .. }
        | Event::AuditVerified { .. }
        | Event::PeopleExported
        | Event::AuditExported => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::Role;

    #[test]
    fn a_role_is_told_of_unless_the_program_gave_it() {
        let given = Event::RoleGranted {
            role: Role::Admin,
            instance_wide: false,
            until: None,
        };
        let operator = Who::Operator {
            name: "root@portal".to_owned(),
        };
        assert_eq!(of(&given, &operator), Some(Notice::RoleGiven));
        assert_eq!(of(&given, &Who::System), None);
    }

    #[test]
    fn whatever_takes_or_gives_a_way_in_is_told_of() {
        let name = || "Phone".to_owned();
        let how = || crate::caller::Verified::Told("called back".to_owned());
        let told = [
            (
                Event::PasswordReset {
                    by: crate::credential::Kind::ResetLink,
                },
                Notice::PasswordReset,
            ),
            (Event::PasswordChanged, Notice::PasswordChanged),
            (Event::MfaSwitchedOff, Notice::MfaSwitchedOff),
            (Event::MfaSwitchedOn, Notice::MfaSwitchedOn),
            (
                Event::MfaDeleted {
                    verified_how: how(),
                    needs_code: true,
                },
                Notice::MfaDeleted,
            ),
            (Event::EmailCodesTakenUp, Notice::EmailCodesTakenUp),
            (Event::EmailCodesStopped, Notice::EmailCodesStopped),
            (Event::CallerDisowned, Notice::CallerDisowned),
            (Event::DeviceAdded { name: name() }, Notice::DeviceAdded),
            (Event::RecoveryCodesMade, Notice::RecoveryCodesMade),
            (
                Event::RecoveryCodeUsed { left: 9 },
                Notice::RecoveryCodeUsed,
            ),
            (Event::AccountFrozen, Notice::Frozen),
            (
                Event::AccountUnfrozen {
                    reason: how(),
                    password_ended: false,
                },
                Notice::Unfrozen,
            ),
        ];
        for (event, notice) in told {
            assert_eq!(of(&event, &Who::Nobody), Some(notice), "{}", event.name());
        }
    }

    #[test]
    fn a_replaced_device_is_not_called_removed() {
        let gone = |replaced| Event::DeviceRemoved {
            name: "Phone".to_owned(),
            replaced,
        };
        assert_eq!(of(&gone(true), &Who::Nobody), Some(Notice::DeviceReplaced));
        assert_eq!(of(&gone(false), &Who::Nobody), Some(Notice::DeviceRemoved));
    }
}
