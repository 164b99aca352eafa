//! `/admin/{organization}/support/{code}`: what a support code leads to (product.md: Support code): the true cause, the
//! limits in force, and what to do next.

use askama::Template;
use portcullis_core::audit::{Asking, CodeRefusal, Event, PasswordRefusal, SignInRefusal};
use portcullis_core::credential::Kind;
use portcullis_core::support::SupportCode;
use portcullis_core::time::Timestamp;

use super::access::PersonState;
use super::help::HelpAct;
use super::log::LogPerson;
use super::person::{Limit, limited};
use super::why::Why;
use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::mfa::MfaStatus;
use crate::telling::sentence;
use crate::texts::Say;

/// Asks for a code with `code`; posts nothing.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/support.html")]
pub struct SupportPage {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name; on the page of the instance the reader's own.
    pub slug: String,
    /// Whether codes of the instance's own log are looked up: logins that nobody has, and networks.
    pub nobodys: bool,
    /// What was typed.
    pub typed: Field,
    /// The code, once one is looked up.
    pub code: Option<SupportCode>,
    /// Newest first: few codes lead to more than one.
    pub found: Vec<RefusedTry>,
    /// Where else the same code leads to and the reader may look.
    pub elsewhere: Vec<Elsewhere>,
}

/// Another place that a code leads to.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// The organization; `None` is the instance, for the logins that nobody has.
    pub name: Option<String>,
    /// The page of the code there.
    pub path: String,
}

/// A refusal that a code leads to.
#[derive(Clone, Debug)]
pub struct RefusedTry {
    pub at: Timestamp,
    pub event: Event,
    /// The browser and the address, as far as they are known.
    pub from: Vec<String>,
    /// Whose account it is about.
    pub about: Option<LogPerson>,
    /// Who was refused, where that is somebody else.
    pub by: Option<LogPerson>,
    /// How that account stands now.
    pub now: Option<StandsNow>,
}

/// How an account stands now.
#[derive(Clone, Debug)]
pub struct StandsNow {
    pub login_name: String,
    pub state: PersonState,
    pub mfa: MfaStatus,
    /// What a sign-in asks for next.
    pub why: Why,
    /// What delays or closes a way in.
    pub limits: Vec<Limit>,
    /// What the reader may do about it now.
    pub acts: Vec<HelpAct>,
}

/// What of the help desk's acts may mend what an event tells of.
pub fn mends(event: &Event) -> &'static [HelpAct] {
    match event {
        Event::PasswordRefused { cause, .. } => match cause {
            PasswordRefusal::Wrong | PasswordRefusal::Delayed => {
                &[HelpAct::Unlock, HelpAct::ResetCode]
            }
            PasswordRefusal::Suspended => &[HelpAct::Activate],
            PasswordRefusal::UnknownLogin | PasswordRefusal::NotAdmitted => &[],
        },
        Event::CodeRefused { factor, .. } => match factor {
            Kind::EnrollmentCode => &[HelpAct::Unlock, HelpAct::EnrollmentCode],
            Kind::ResetCode => &[HelpAct::ResetCode],
            Kind::Password => &[HelpAct::Unlock, HelpAct::ResetCode],
            _ => &[HelpAct::Unlock, HelpAct::DeleteMfa],
        },
        Event::AskedTooOften { what, .. } => match what {
            Asking::ResetLink | Asking::Help => &[HelpAct::Unlock, HelpAct::ResetCode],
            // Nothing lifts these waits.
            Asking::EmailCode | Asking::AddressLink => &[],
        },
        Event::SignInRefused { cause } => match cause {
            SignInRefusal::Frozen => &[HelpAct::Unfreeze],
            SignInRefusal::NothingToProveWith => &[HelpAct::EnrollmentCode, HelpAct::DeleteMfa],
        },
        _ => &[],
    }
}

impl SupportPage {
    /// Where a code is asked for.
    fn here(&self) -> String {
        let place = if self.nobodys { "instance" } else { &self.slug };
        format!("/admin/{place}/support")
    }

    fn what(&self, one: &RefusedTry) -> Say {
        sentence(&one.event, self.frame.texts())
    }

    fn limited(&self, limit: &Limit) -> Say {
        limited(limit, &self.frame)
    }

    fn next(&self, one: &RefusedTry) -> Option<Say> {
        advice(&one.event, one.about.is_some(), &self.frame)
    }
}

/// What is behind a refusal, and what to do; `known` is whether the login is somebody's.
pub fn advice(event: &Event, known: bool, frame: &Frame) -> Option<Say> {
    Some(match event {
        Event::PasswordRefused { cause, .. } => match cause {
            PasswordRefusal::UnknownLogin => frame.say("support-next-login-unknown"),
            PasswordRefusal::Wrong => frame.say("support-next-password-wrong"),
            PasswordRefusal::Suspended => frame.say("support-next-suspended"),
            PasswordRefusal::Delayed if !known => frame.say("support-next-login-unknown"),
            PasswordRefusal::Delayed => frame.say("support-next-delayed"),
            PasswordRefusal::NotAdmitted => return None,
        },
        Event::CodeRefused { factor, cause, .. } => match (cause, factor) {
            (CodeRefusal::ClockSlow, _) => frame.say("support-next-clock-slow"),
            (CodeRefusal::ClockFast, _) => frame.say("support-next-clock-fast"),
            (CodeRefusal::Delayed, _) => frame.say("support-next-delayed"),
            (CodeRefusal::Suspended, _) => frame.say("support-next-closed"),
            (_, Kind::EnrollmentCode | Kind::ResetCode) if !known => {
                frame.say("support-next-login-unknown")
            }
            (_, Kind::EnrollmentCode | Kind::ResetCode) => frame.say("support-next-help-desk-code"),
            (CodeRefusal::AlreadyUsed, Kind::RecoveryCode) => {
                frame.say("support-next-recovery-used")
            }
            (CodeRefusal::AlreadyUsed, _) => frame.say("support-next-app-used"),
            (_, Kind::EmailCode) => frame.say("support-next-email"),
            (_, Kind::RecoveryCode) => frame.say("support-next-recovery-wrong"),
            (_, Kind::Password) => frame.say("support-next-password-wrong"),
            (CodeRefusal::Wrong | CodeRefusal::Expired | CodeRefusal::UsedUp, _) => frame
                .say("support-next-app-wrong")
                .with("place", &frame.place.name),
        },
        Event::SignInRefused { cause } => match cause {
            SignInRefusal::Frozen => frame.say("support-next-frozen"),
            SignInRefusal::NothingToProveWith => frame.say("support-next-nothing"),
        },
        Event::AddressDelayed { network, until } => frame
            .say("support-next-network")
            .with("network", network)
            .with("until", frame.when(until))
            .with("setting", "trusted_networks"),
        Event::AskedTooOften {
            what,
            network,
            until,
        } => match (what, network) {
            (Asking::EmailCode, _) => frame.say("support-next-asked-email-code"),
            (Asking::AddressLink, _) => frame.say("support-next-asked-address"),
            (_, Some(network)) => frame
                .say("support-next-asked-network")
                .with("network", network)
                .with("setting", "trusted_networks"),
            (_, None) => frame.say("support-next-asked-account"),
        }
        .with("until", frame.when(until)),
        Event::InvitationRefused { login_name } => match login_name {
            None => frame.say("support-next-invitation-unknown"),
            Some(login) => frame
                .say("support-next-invitation-over")
                .with("login", login),
        },
        Event::ActDenied { .. } => frame.say("support-next-act-denied"),
        _ => return None,
    })
}
