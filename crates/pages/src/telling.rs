//! What happened to an account, in one plain sentence: for the member's own record, and for the
//! mails that tell of it.

use portcullis_core::audit::{
    Asking, CodeRefusal, Event, LogonRefusal, PasswordRefusal, SignInRefusal, Standing,
};
use portcullis_core::branding::{Contact, Look};
use portcullis_core::caller::{KnownBy, Verified};
use portcullis_core::credential::Kind;
use portcullis_core::destination;
use portcullis_core::help_request::{Outcome, Wish};
use portcullis_core::language::Language;
use portcullis_core::logo::Logo;
use portcullis_core::policy::ExceptionKind;
use portcullis_core::role::{Permission, Role};
use portcullis_core::sign_in::Act;

use crate::texts::{Say, Texts};

/// Who did it, as the member may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The account itself.
    You,
    /// Somebody of the member's organization, by name.
    Person(String),
    /// Somebody whose account is gone.
    Gone,
    /// Somebody of another organization: who acts here from there runs the instance, or was given a role here.
    Owner,
    /// Somebody at the command line.
    Operator,
    /// The program.
    Portal,
    /// Somebody who had not proved who they are.
    Stranger,
}

impl By {
    /// Who it was, as a sentence.
    pub(crate) fn say(&self, texts: &'static Texts) -> Say {
        match self {
            Self::You => texts.say("by-you"),
            Self::Person(name) => texts.say("by-person").with("name", name),
            Self::Gone => texts.say("by-gone"),
            Self::Owner => texts.say("by-owner"),
            Self::Operator => texts.say("by-operator"),
            Self::Portal => texts.say("by-portal"),
            Self::Stranger => texts.say("by-stranger"),
        }
    }
}

/// What happened, in words of a language, for a file.
pub fn told(event: &Event, language: Language) -> String {
    sentence(event, Texts::of(language)).plain()
}

/// What happened. Without a catch-all: each new event finds its words.
#[expect(clippy::too_many_lines, reason = "a line or two for each event")]
pub(crate) fn sentence(event: &Event, texts: &'static Texts) -> Say {
    match event {
        Event::OrganizationCreated { .. } => texts.say("event-organization-created"),
        Event::OrganizationSuspended => texts.say("event-organization-suspended"),
        Event::OrganizationActivated => texts.say("event-organization-activated"),
        Event::OrganizationDeletionBegan { name, people, .. } => texts
            .say("event-organization-deletion-began")
            .with("name", name)
            .with("count", *people),
        Event::OrganizationDeleted { name, .. } => {
            texts.say("event-organization-deleted").with("name", name)
        }
        Event::PolicyChanged { .. } => texts.say("event-policy-changed"),
        Event::BrandingChanged { to, .. } => branding_changed(to, texts),
        Event::LogoChanged { to, .. } => logo_changed(to.as_ref(), texts),
        Event::ContactsChanged { to, .. } => contacts_changed(to, texts),
        Event::AccountCreated { login_name, .. } => {
            texts.say("event-account-created").with("login", login_name)
        }
        Event::Invited { login_name, .. } => texts.say("event-invited").with("login", login_name),
        Event::InvitationSentAgain { login_name, .. } => texts
            .say("event-invitation-sent-again")
            .with("login", login_name),
        Event::InvitationRevoked { login_name } => texts
            .say("event-invitation-revoked")
            .with("login", login_name),
        Event::InvitationAccepted { login_name, .. } => texts
            .say("event-invitation-accepted")
            .with("login", login_name),
        Event::RoleGranted { role, .. } => role_given(*role, texts),
        Event::RoleElsewhere {
            organization, role, ..
        } => match role {
            Role::Member => texts.say("event-role-elsewhere-ended"),
            _ => texts
                .say("event-role-elsewhere")
                .with("role", role_name(*role, texts)),
        }
        .with("organization", organization),
        Event::OutsiderRole { login, role, .. } => match role {
            Role::Member => texts.say("event-outsider-role-ended"),
            _ => texts
                .say("event-outsider-role")
                .with("role", role_name(*role, texts)),
        }
        .with("login", login),
        Event::OutsiderStanding { login, now } => match now {
            Standing::Suspended => texts.say("event-outsider-suspended"),
            Standing::Activated => texts.say("event-outsider-activated"),
            Standing::Deleted => texts.say("event-outsider-deleted"),
            Standing::OrganizationSuspended => texts.say("event-outsider-organization-suspended"),
            Standing::OrganizationActivated => texts.say("event-outsider-organization-activated"),
            Standing::OrganizationDeleted => texts.say("event-outsider-organization-deleted"),
        }
        .with("login", login),
        Event::AccountSuspended => texts.say("event-suspended"),
        Event::AccountDeleted { login_name } => {
            texts.say("event-account-deleted").with("login", login_name)
        }
        Event::AccountActivated => texts.say("event-activated"),
        Event::AccountFrozen => texts.say("event-frozen"),
        Event::AccountUnfrozen {
            reason,
            password_ended: false,
        } => texts
            .say("event-unfrozen")
            .with("reason", verified(reason, texts)),
        Event::AccountUnfrozen {
            reason,
            password_ended: true,
        } => texts
            .say("event-unfrozen-password-ended")
            .with("reason", verified(reason, texts)),
        Event::AccountUnlocked { verified_how: None } => texts.say("event-unlocked"),
        Event::AccountUnlocked {
            verified_how: Some(how),
        } => texts
            .say("event-unlocked-how")
            .with("how", verified(how, texts)),
        Event::MfaDeleted { verified_how, .. } => texts
            .say("event-mfa-deleted")
            .with("how", verified(verified_how, texts)),
        Event::CallerCheckStarted => texts.say("event-caller-check-started"),
        Event::CallerCheckEnded { replaced: false } => texts.say("event-caller-check-ended"),
        Event::CallerCheckEnded { replaced: true } => texts.say("event-caller-check-replaced"),
        Event::CallerKnown { by } => match by {
            KnownBy::App => texts.say("event-caller-known-app"),
            KnownBy::EmailCode => texts.say("event-caller-known-email"),
            KnownBy::Word => texts.say("event-caller-known-word"),
        },
        Event::CallerDisowned => texts.say("event-caller-disowned"),
        Event::SignedOutEverywhere {
            ended,
            verified_how,
        } => match verified_how {
            None => texts.say("event-signed-out-everywhere"),
            Some(how) => texts
                .say("event-signed-out-everywhere-how")
                .with("how", verified(how, texts)),
        }
        .with("sessions", ended),
        Event::SessionEnded {
            address,
            verified_how,
            ..
        } => texts
            .say("event-session-ended")
            .with("address", address.as_deref().unwrap_or("?"))
            .with("how", verified(verified_how, texts)),
        Event::MfaRequired { required: true } => texts.say("event-mfa-required"),
        Event::MfaRequired { required: false } => texts.say("event-mfa-not-required"),
        Event::ExceptionGiven {
            exception, reason, ..
        } => match exception {
            ExceptionKind::Extension => texts.say("event-extended"),
            ExceptionKind::Exemption => texts.say("event-exempted"),
        }
        .with("reason", reason),
        Event::ExceptionEnded { exception } => match exception {
            ExceptionKind::Extension => texts.say("event-extension-ended"),
            ExceptionKind::Exemption => texts.say("event-exemption-ended"),
        },
        Event::PasswordRefused { cause, .. } => match cause {
            PasswordRefusal::UnknownLogin => texts.say("event-login-unknown"),
            PasswordRefusal::Wrong => texts.say("event-password-wrong"),
            PasswordRefusal::Suspended => texts.say("event-password-suspended"),
            PasswordRefusal::Delayed => texts.say("event-password-delayed"),
            PasswordRefusal::NotAdmitted => texts.say("event-logon-not-admitted"),
        },
        Event::PasswordProved => texts.say("event-password-right"),
        Event::PasswordRehashed => texts.say("event-password-rehashed"),
        Event::CodeRefused { factor, cause, .. } => match cause {
            CodeRefusal::Wrong if *factor == Kind::Password => texts.say("event-password-wrong"),
            CodeRefusal::Wrong | CodeRefusal::ClockSlow | CodeRefusal::ClockFast => {
                code_wrong(*factor, texts)
            }
            CodeRefusal::AlreadyUsed => texts.say("event-code-already-used"),
            CodeRefusal::Delayed => texts.say("event-code-delayed"),
            CodeRefusal::Suspended => texts.say("event-code-suspended"),
            CodeRefusal::Expired | CodeRefusal::UsedUp => texts.say("event-code-expired"),
        },
        Event::SignInRefused { cause } => match cause {
            SignInRefusal::Frozen => texts.say("event-sign-in-frozen"),
            SignInRefusal::NothingToProveWith => texts.say("event-sign-in-nothing"),
        },
        Event::CodesTried { .. } => texts.say("event-codes-tried"),
        Event::RecoveryCodeUsed { left } => {
            texts.say("event-recovery-code-used").with("left", left)
        }
        Event::EmailCodeSent { .. } => texts.say("event-email-code-sent"),
        Event::EmailProved => texts.say("event-email-proved"),
        Event::EmailCodesTakenUp => texts.say("event-email-codes-taken-up"),
        Event::EmailCodesStopped => texts.say("event-email-codes-stopped"),
        Event::EnrollmentCodeIssued { verified_how, .. } => texts
            .say("event-enrollment-code-issued")
            .with("how", verified(verified_how, texts)),
        Event::ResetCodeIssued { verified_how, .. } => texts
            .say("event-reset-code-issued")
            .with("how", verified(verified_how, texts)),
        Event::CodeNotIssued { .. } => texts.say("event-code-not-issued"),
        Event::EnrollmentCodeUsed => texts.say("event-enrollment-code-used"),
        Event::ResetCodeUsed => texts.say("event-reset-code-used"),
        Event::SignedIn { factors, .. } => signed_in(factors, texts),
        Event::SignedOut => texts.say("event-signed-out"),
        Event::SessionsEnded { ended } => texts.say("event-sessions-ended").with("sessions", ended),
        Event::BrowserRemembered { .. } => texts.say("event-browser-remembered"),
        Event::BrowserForgotten { remembered: true } => {
            texts.say("event-browser-forgotten-remembered")
        }
        Event::BrowserForgotten { remembered: false } => texts.say("event-browser-forgotten"),
        Event::BrowserStolen { .. } => texts.say("event-browser-stolen"),
        Event::SteppedUp { act, .. } => texts
            .say("event-stepped-up")
            .with("act", named(*act, texts)),
        Event::StepUpAsked { act } => texts
            .say("event-step-up-asked")
            .with("act", named(*act, texts)),
        Event::NameChanged { from, to } => texts
            .say("event-name-changed")
            .with("from", from)
            .with("to", to),
        Event::LoginNameChanged { from, to } => texts
            .say("event-login-name-changed")
            .with("from", from)
            .with("to", to),
        Event::AddressSet { to: None, .. } => texts.say("event-address-taken-off"),
        Event::AddressSet {
            to: Some(to),
            proved: true,
            ..
        } => texts.say("event-address-vouched").with("address", to),
        Event::AddressSet { to: Some(to), .. } => {
            texts.say("event-address-set").with("address", to)
        }
        Event::LanguageChanged => texts.say("event-language-changed"),
        Event::TimeZoneChanged => texts.say("event-time-zone-changed"),
        Event::PasswordChanged => texts.say("event-password-changed"),
        Event::ResetAsked => texts.say("event-reset-asked"),
        Event::ResetOpened => texts.say("event-reset-opened"),
        Event::PasswordReset { .. } => texts.say("event-password-reset"),
        Event::AddressAsked { address } => {
            texts.say("event-address-asked").with("address", address)
        }
        Event::AddressChanged { from: None, to } => {
            texts.say("event-address-added").with("address", to)
        }
        Event::AddressChanged {
            from: Some(from),
            to,
        } => texts
            .say("event-address-changed")
            .with("from", from)
            .with("address", to),
        Event::MfaSwitchedOff => texts.say("event-mfa-switched-off"),
        Event::MfaSwitchedOn => texts.say("event-mfa-switched-on"),
        Event::EnrollmentStarted => texts.say("event-enrollment-started"),
        Event::DeviceAdded { name } => texts.say("event-device-added").with("name", name),
        Event::DeviceRenamed { from, to } => texts
            .say("event-device-renamed")
            .with("from", from)
            .with("to", to),
        Event::DeviceRemoved {
            name,
            replaced: false,
        } => texts.say("event-device-removed").with("name", name),
        Event::DeviceRemoved {
            name,
            replaced: true,
        } => texts.say("event-device-replaced").with("name", name),
        Event::RecoveryCodesMade => texts.say("event-recovery-codes-made"),
        Event::RecoveryCodesEnded => texts.say("event-recovery-codes-ended"),
        Event::RecoveryCodesStored => texts.say("event-recovery-codes-stored"),
        Event::DeviceKept => texts.say("event-device-kept"),
        Event::DataDownloaded => texts.say("event-data-downloaded"),
        Event::HelpAsked { wish } => match wish {
            Wish::MfaOn => texts.say("event-help-asked-mfa"),
            Wish::Unlock => texts.say("event-help-asked-unlock"),
        },
        Event::HelpAnswered {
            wish,
            outcome,
            word,
        } => help_answered(*wish, *outcome, word.as_deref(), texts),
        Event::HelpWithdrawn { wish } => match wish {
            Wish::MfaOn => texts.say("event-help-withdrawn-mfa"),
            Wish::Unlock => texts.say("event-help-withdrawn-unlock"),
        },
        Event::DeletionAsked => texts.say("event-deletion-asked"),
        Event::DeletionWithdrawn => texts.say("event-deletion-withdrawn"),
        Event::LoggedOn { client, factors } => logged_on(factors, texts).with("client", client),
        Event::LogonRefused { client, cause, .. } => {
            let refused = logon_refused(*cause, texts);
            if client.is_empty() {
                let elsewhere = texts.say("event-logon-elsewhere").plain();
                refused.with("client", elsewhere)
            } else {
                refused.with("client", client)
            }
        }
        Event::GroupAdded { group } => texts.say("event-group-added").with("group", group),
        Event::GroupRenamed { from, to } => texts
            .say("event-group-renamed")
            .with("from", from)
            .with("to", to),
        Event::GroupRemoved { group } => texts.say("event-group-removed").with("group", group),
        Event::GroupJoined { group } => texts.say("event-group-joined").with("group", group),
        Event::GroupLeft { group } => texts.say("event-group-left").with("group", group),
        Event::RadiusClientAdded { client, .. } => texts
            .say("event-radius-client-added")
            .with("client", client),
        Event::RadiusClientChanged { client, changes } => {
            let said = if changes.is_empty() {
                texts.say("event-radius-client-changed")
            } else {
                let to = texts.say("event-radius-client-changed-to");
                to.with("changes", changes.join("; "))
            };
            said.with("client", client)
        }
        Event::RadiusSecretRotated { client } => texts
            .say("event-radius-secret-rotated")
            .with("client", client),
        Event::RadiusClientRemoved { client } => texts
            .say("event-radius-client-removed")
            .with("client", client),
        Event::RadiusClientSigns { client } => texts
            .say("event-radius-client-signs")
            .with("client", client),
        Event::RadiusDropped { client, .. } => {
            texts.say("event-radius-dropped").with("client", client)
        }
        Event::DestinationAdded { what, name, .. } => match what {
            destination::Kind::RemoteComputer => {
                texts.say("event-computer-added").with("name", name)
            }
            destination::Kind::Application => {
                texts.say("event-application-added").with("name", name)
            }
        },
        Event::DestinationChanged {
            what,
            name,
            changes,
        } => {
            let said = match (what, changes.is_empty()) {
                (destination::Kind::RemoteComputer, true) => texts.say("event-computer-changed"),
                (destination::Kind::Application, true) => texts.say("event-application-changed"),
                (destination::Kind::RemoteComputer, false) => {
                    texts.say("event-computer-changed-to")
                }
                (destination::Kind::Application, false) => {
                    texts.say("event-application-changed-to")
                }
            };
            said.with("name", name).with("changes", changes.join("; "))
        }
        Event::DestinationRemoved { what, name } => match what {
            destination::Kind::RemoteComputer => {
                texts.say("event-computer-removed").with("name", name)
            }
            destination::Kind::Application => {
                texts.say("event-application-removed").with("name", name)
            }
        },
        Event::AddressDelayed { .. } => texts.say("event-address-delayed"),
        Event::AskedTooOften { what, network, .. } => match (what, network) {
            (Asking::ResetLink, _) => texts.say("event-asked-too-often-reset"),
            (Asking::Help, Some(_)) => texts.say("event-asked-too-often-help"),
            (Asking::Help, None) => texts.say("event-asked-too-often-account"),
            (Asking::EmailCode, _) => texts.say("event-asked-too-often-email-code"),
            (Asking::AddressLink, _) => texts.say("event-asked-too-often-address"),
        },
        Event::InvitationRefused { login_name: None } => texts.say("event-invitation-unknown"),
        Event::InvitationRefused {
            login_name: Some(login),
        } => texts.say("event-invitation-over").with("login", login),
        Event::AccessDenied { .. } => texts.say("event-access-denied"),
        Event::ActDenied { act } => texts
            .say("event-act-denied")
            .with("act", permission(*act, texts)),
        Event::MasterKeyChanged { to, .. } => texts.say("event-master-key-changed").with("key", to),
        Event::MasterKeyRetired { key } => texts.say("event-master-key-retired").with("key", key),
        Event::AuditVerified { .. } => texts.say("event-audit-verified"),
        Event::PeopleExported => texts.say("event-people-exported"),
        Event::AuditExported => texts.say("event-audit-exported"),
    }
}

/// How whoever did it knew who was asking: a check in the reader's words, else in theirs.
fn verified(how: &Verified, texts: &'static Texts) -> String {
    let known_by = match how {
        Verified::Check { known_by } => known_by,
        Verified::Told(words) => return words.clone(),
    };
    let said = match known_by {
        KnownBy::App => texts.say("caller-how-app"),
        KnownBy::EmailCode => texts.say("caller-how-email"),
        KnownBy::Word => texts.say("caller-how-word"),
    };
    said.plain()
}

fn role_given(role: Role, texts: &'static Texts) -> Say {
    match role {
        Role::Member => texts.say("event-role-member"),
        Role::Auditor => texts.say("event-role-auditor"),
        Role::Helpdesk => texts.say("event-role-helpdesk"),
        Role::Admin => texts.say("event-role-admin"),
        Role::Owner => texts.say("event-role-owner"),
    }
}

fn role_name(role: Role, texts: &'static Texts) -> String {
    let said = match role {
        Role::Member => texts.say("role-member"),
        Role::Auditor => texts.say("role-auditor"),
        Role::Helpdesk => texts.say("role-help-desk"),
        Role::Admin => texts.say("role-admin"),
        Role::Owner => texts.say("role-owner"),
    };
    said.plain()
}

/// What the help desk says of a request, with its word for the member where there is one.
fn help_answered(wish: Wish, outcome: Outcome, word: Option<&str>, texts: &'static Texts) -> Say {
    let Some(word) = word else {
        return match (wish, outcome) {
            (Wish::MfaOn, Outcome::Declined) => texts.say("event-help-declined-mfa"),
            (Wish::Unlock, Outcome::Declined) => texts.say("event-help-declined-unlock"),
            (Wish::MfaOn, _) => texts.say("event-help-done-mfa"),
            (Wish::Unlock, _) => texts.say("event-help-done-unlock"),
        };
    };
    let said = match (wish, outcome) {
        (Wish::MfaOn, Outcome::Declined) => texts.say("event-help-declined-mfa-word"),
        (Wish::Unlock, Outcome::Declined) => texts.say("event-help-declined-unlock-word"),
        (Wish::MfaOn, _) => texts.say("event-help-done-mfa-word"),
        (Wish::Unlock, _) => texts.say("event-help-done-unlock-word"),
    };
    said.with("word", word)
}

/// What a fresh proof was for.
fn named(act: Act, texts: &'static Texts) -> String {
    let said = match act {
        Act::NewRecoveryCodes => texts.say("act-recovery-codes"),
        Act::Administration => texts.say("act-administration"),
        Act::Devices => texts.say("act-devices"),
        Act::EndMfa => texts.say("act-end-mfa"),
        Act::Password => texts.say("act-password"),
        Act::Address => texts.say("act-address"),
        Act::Record => texts.say("act-record"),
        Act::People => texts.say("act-people"),
        Act::RemoteLogon => texts.say("act-remote-logon"),
    };
    said.plain()
}

/// What a role does not allow.
fn permission(act: Permission, texts: &'static Texts) -> String {
    let said = match act {
        Permission::SeePeople => texts.say("permission-see-people"),
        Permission::SeeAudit => texts.say("permission-see-audit"),
        Permission::Invite => texts.say("permission-invite"),
        Permission::ManageAccounts => texts.say("permission-accounts"),
        Permission::ChangePolicy => texts.say("permission-policy"),
        Permission::ManageApplications => texts.say("permission-applications"),
        Permission::ChangeBranding => texts.say("permission-branding"),
        Permission::ManageGroups => texts.say("permission-groups"),
        Permission::ManageRemoteLogon => texts.say("permission-remote-logon"),
        Permission::Help => texts.say("permission-help"),
    };
    said.plain()
}

fn branding_changed(to: &Look, texts: &'static Texts) -> Say {
    match to.accent {
        Some(accent) => texts
            .say("event-branding-changed")
            .with("name", &to.name)
            .with("color", accent.0.to_string()),
        None => texts
            .say("event-branding-without-color")
            .with("name", &to.name),
    }
}

fn logo_changed(to: Option<&Logo>, texts: &'static Texts) -> Say {
    match to {
        Some(logo) => texts
            .say("event-logo-changed")
            .with("kind", logo.kind.as_str().to_uppercase())
            .with("width", logo.width)
            .with("height", logo.height),
        None => texts.say("event-logo-removed"),
    }
}

fn contacts_changed(to: &[Contact], texts: &'static Texts) -> Say {
    if to.is_empty() {
        return texts.say("event-contacts-ended");
    }
    let labels: Vec<&str> = to.iter().map(|contact| contact.label.as_str()).collect();
    texts
        .say("event-contacts-changed")
        .with("contacts", labels.join(", "))
}

fn code_wrong(factor: Kind, texts: &'static Texts) -> Say {
    match factor {
        Kind::Totp => texts.say("event-code-wrong-app"),
        Kind::EmailCode => texts.say("event-code-wrong-email"),
        Kind::RecoveryCode => texts.say("event-code-wrong-recovery"),
        Kind::EnrollmentCode | Kind::ResetCode => texts.say("event-code-wrong-help-desk"),
        Kind::Password
        | Kind::Invitation
        | Kind::ResetLink
        | Kind::Browser
        | Kind::ClientsCheck => texts.say("event-code-wrong"),
    }
}

fn signed_in(factors: &[Kind], texts: &'static Texts) -> Say {
    if factors.contains(&Kind::Totp) {
        texts.say("event-signed-in-app")
    } else if factors.contains(&Kind::RecoveryCode) {
        texts.say("event-signed-in-recovery")
    } else if factors.contains(&Kind::EmailCode) {
        texts.say("event-signed-in-email")
    } else if factors.contains(&Kind::Browser) {
        texts.say("event-signed-in-browser")
    } else {
        texts.say("event-signed-in")
    }
}

fn logon_refused(cause: LogonRefusal, texts: &'static Texts) -> Say {
    match cause {
        LogonRefusal::UnknownLogin => texts.say("event-logon-unknown"),
        LogonRefusal::Suspended => texts.say("event-logon-suspended"),
        LogonRefusal::Frozen => texts.say("event-logon-frozen"),
        LogonRefusal::NotAdmitted => texts.say("event-logon-not-let-in"),
        LogonRefusal::NothingToProveWith => texts.say("event-logon-nothing"),
        LogonRefusal::NotSetUp => texts.say("event-logon-not-set-up"),
        LogonRefusal::NoCode => texts.say("event-logon-no-code"),
        LogonRefusal::NoPassword => texts.say("event-logon-no-password"),
        LogonRefusal::MailWait => texts.say("event-logon-mail-wait"),
        LogonRefusal::ForeignState => texts.say("event-logon-foreign"),
        LogonRefusal::OverState => texts.say("event-logon-over"),
    }
}

fn logged_on(factors: &[Kind], texts: &'static Texts) -> Say {
    if factors.contains(&Kind::ClientsCheck) {
        return if factors.contains(&Kind::RecoveryCode) {
            texts.say("event-logged-on-recovery-alone")
        } else {
            texts.say("event-logged-on-code-alone")
        };
    }
    if factors.contains(&Kind::Totp) {
        texts.say("event-logged-on-app")
    } else if factors.contains(&Kind::RecoveryCode) {
        texts.say("event-logged-on-recovery")
    } else if factors.contains(&Kind::EmailCode) {
        texts.say("event-logged-on-email")
    } else {
        texts.say("event-logged-on")
    }
}
