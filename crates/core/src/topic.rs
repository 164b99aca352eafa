//! What an event of the audit log is about, for whoever looks for something in it.

use crate::audit::Event;

/// What the events of a log can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Signing in and out: most of what is written.
    SignIns,
    /// What was refused.
    Refusals,
    /// What an account proves itself with, and what its member says of it.
    Credentials,
    /// What the help desk does for somebody.
    Help,
    /// Accounts, invitations and roles.
    People,
    /// The organization: its policy, its contacts, and what asks it about logons.
    Organization,
    /// Copies that were taken, and logs that were verified.
    Records,
}

impl Topic {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::SignIns,
        Self::Refusals,
        Self::Credentials,
        Self::Help,
        Self::People,
        Self::Organization,
        Self::Records,
    ];

    /// As stored and as an address carries it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignIns => "sign_ins",
            Self::Refusals => "refusals",
            Self::Credentials => "credentials",
            Self::Help => "help",
            Self::People => "people",
            Self::Organization => "organization",
            Self::Records => "records",
        }
    }

    /// From what an address carries.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == text)
    }

    /// What an event is about. Without a catch-all: each new event finds its place.
    #[expect(clippy::too_many_lines, reason = "one for each event")]
    pub const fn of(event: &Event) -> Self {
        match event {
            Event::PasswordProved
            | Event::PasswordRehashed
            | Event::RecoveryCodeUsed { .. }
            | Event::EmailCodeSent { .. }
            | Event::EnrollmentCodeUsed
            | Event::ResetCodeUsed
            | Event::SignedIn { .. }
            | Event::SignedOut
            | Event::SessionsEnded { .. }
            | Event::BrowserRemembered { .. }
            | Event::BrowserForgotten { .. }
            | Event::SteppedUp { .. }
            | Event::LoggedOn { .. } => Self::SignIns,
            Event::PasswordRefused { .. }
            | Event::CodeRefused { .. }
            | Event::CodesTried { .. }
            | Event::BrowserStolen { .. }
            | Event::StepUpAsked { .. }
            | Event::RadiusDropped { .. }
            | Event::SignInRefused { .. }
            | Event::LogonRefused { .. }
            | Event::AddressDelayed { .. }
            | Event::AskedTooOften { .. }
            | Event::InvitationRefused { .. }
            | Event::AccessDenied { .. }
            | Event::ActDenied { .. } => Self::Refusals,
            Event::AccountFrozen
            | Event::EmailProved
            | Event::EmailCodesTakenUp
            | Event::EmailCodesStopped
            | Event::NameChanged { .. }
            | Event::LoginNameChanged { .. }
            | Event::AddressSet { .. }
            | Event::LanguageChanged
            | Event::TimeZoneChanged
            | Event::PasswordChanged
            | Event::ResetAsked
            | Event::ResetOpened
            | Event::PasswordReset { .. }
            | Event::AddressAsked { .. }
            | Event::AddressChanged { .. }
            | Event::MfaSwitchedOff
            | Event::MfaSwitchedOn
            | Event::EnrollmentStarted
            | Event::DeviceAdded { .. }
            | Event::DeviceRenamed { .. }
            | Event::DeviceRemoved { .. }
            | Event::RecoveryCodesMade
            | Event::RecoveryCodesEnded
            | Event::RecoveryCodesStored
            | Event::DeviceKept => Self::Credentials,
            Event::AccountUnfrozen { .. }
            | Event::AccountUnlocked { .. }
            | Event::MfaDeleted { .. }
            | Event::SignedOutEverywhere { .. }
            | Event::SessionEnded { .. }
            | Event::EnrollmentCodeIssued { .. }
            | Event::ResetCodeIssued { .. }
            | Event::CodeNotIssued { .. }
            | Event::HelpAsked { .. }
            | Event::HelpAnswered { .. }
            | Event::HelpWithdrawn { .. }
            | Event::CallerCheckStarted
            | Event::CallerCheckEnded { .. }
            | Event::CallerKnown { .. }
            | Event::CallerDisowned => Self::Help,
            Event::AccountCreated { .. }
            | Event::Invited { .. }
            | Event::InvitationSentAgain { .. }
            | Event::InvitationRevoked { .. }
            | Event::InvitationAccepted { .. }
            | Event::RoleGranted { .. }
            | Event::RoleElsewhere { .. }
            | Event::OutsiderRole { .. }
            | Event::OutsiderStanding { .. }
            | Event::AccountSuspended
            | Event::AccountDeleted { .. }
            | Event::AccountActivated
            | Event::MfaRequired { .. }
            | Event::ExceptionGiven { .. }
            | Event::ExceptionEnded { .. }
            | Event::GroupJoined { .. }
            | Event::GroupLeft { .. }
            | Event::DeletionAsked
            | Event::DeletionWithdrawn => Self::People,
            Event::OrganizationCreated { .. }
            | Event::OrganizationSuspended
            | Event::OrganizationActivated
            | Event::OrganizationDeletionBegan { .. }
            | Event::OrganizationDeleted { .. }
            | Event::PolicyChanged { .. }
            | Event::ContactsChanged { .. }
            | Event::BrandingChanged { .. }
            | Event::LogoChanged { .. }
            | Event::RadiusClientAdded { .. }
            | Event::RadiusClientChanged { .. }
            | Event::RadiusSecretRotated { .. }
            | Event::RadiusClientRemoved { .. }
            | Event::RadiusClientSigns { .. }
            | Event::GroupAdded { .. }
            | Event::GroupRenamed { .. }
            | Event::GroupRemoved { .. }
            | Event::DestinationAdded { .. }
            | Event::DestinationChanged { .. }
            | Event::DestinationRemoved { .. } => Self::Organization,
            Event::DataDownloaded
            | Event::PeopleExported
            | Event::MasterKeyChanged { .. }
            | Event::MasterKeyRetired { .. }
            | Event::AuditVerified { .. }
            | Event::AuditExported => Self::Records,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_reads_back() {
        for topic in Topic::ALL {
            assert_eq!(Topic::parse(topic.as_str()), Some(topic));
        }
        assert_eq!(Topic::parse(""), None);
    }
}
