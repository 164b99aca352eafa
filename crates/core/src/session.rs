//! A session: the result of an attempt. It holds proofs, and every request asks anew what they are
//! worth under the rules of the moment.

use crate::account::{MfaStatus, State};
use crate::assurance::{Level, Proof, level};
use crate::credential::Kind;
use crate::policy::{Lifetimes, Requirement};
use crate::time::{Span, Timestamp, Within};

/// The longest that any session lives, however busy; an organization may say less.
pub const LIFE: Span = Lifetimes::LONGEST.life();
/// The longest that any lives without a request.
pub const IDLE: Span = Lifetimes::LONGEST.idle();
/// How often its last use is written.
pub const TOUCH_EVERY: Span = Span::minutes(1);
/// After how long a proved device no longer opens the administration, however busy (security.md SE-4).
pub const ADMINISTRATION_LIFE: Span = Span::hours(12);

/// What one read of a session, its account and its organization's policy gives.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The proofs it was opened or renewed with.
    pub proofs: Vec<Proof>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was last used, at most [`TOUCH_EVERY`] late.
    pub used_at: Timestamp,
    /// When the administration was last used, if ever.
    pub administered_at: Option<Timestamp>,
    /// When the newest of the account's roles in force was given, if it has one.
    pub role_given_at: Option<Timestamp>,
    /// The account's state now.
    pub state: State,
    /// The account's MFA status now.
    pub mfa: MfaStatus,
    /// What the policy asks of the account now.
    pub requirement: Requirement,
    /// Whether the organization's channels permit email codes now.
    pub permits_email: bool,
    /// Whether the organization's policy lets browsers be remembered now.
    pub remembers: bool,
    /// How long the organization's policy lets sessions live now.
    pub lifetimes: Lifetimes,
}

impl Standing {
    /// Whether a mailed code is a second factor under the rules of the moment.
    const fn takes_email(&self) -> bool {
        self.permits_email && !matches!(self.requirement, Requirement::Device)
    }

    /// The proofs by which something more is asked for in the session: a second factor that was given before a role
    /// proves nothing by that role, so that the session gets another token on its way there (security.md SE-3). A role
    /// that was given later than now was given by another clock, or before this one was set back.
    pub fn proofs_since_role(&self, now: Timestamp) -> Vec<Proof> {
        let given = self.role_given_at.filter(|at| *at <= now);
        let counts =
            |proof: &&Proof| proof.kind == Kind::Password || given.is_none_or(|at| proof.at >= at);
        self.proofs.iter().filter(counts).copied().collect()
    }

    /// Whether a remembered browser stands for the second factor under the rules of the moment.
    const fn takes_browser(&self) -> bool {
        self.remembers && !matches!(self.requirement, Requirement::Device)
    }
}

/// Whether a session still opens the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It does.
    Admitted,
    /// It is over: too old, unused for too long, or its account may not be used.
    Ended,
    /// The rules have changed, or MFA was set up elsewhere: its proofs are no longer enough.
    NotEnough,
}

/// Asks whether a session is still good (security.md SE-4, SE-5, EN-5).
pub fn admit(standing: &Standing, now: Timestamp) -> Admission {
    let is_over = |at, life| now >= at + life || !Within::last(life, now).has(at);
    if is_over(standing.opened_at, standing.lifetimes.life())
        || is_over(standing.used_at, standing.lifetimes.idle())
        || standing.state == State::Suspended
    {
        return Admission::Ended;
    }
    let wants_second = standing.requirement.is_required()
        || standing.mfa == MfaStatus::Enabled
        || standing.state == State::Frozen;
    match level(&standing.proofs, Within::EVER) {
        Level::None => Admission::Ended,
        Level::Password if wants_second => Admission::NotEnough,
        Level::EmailCode if wants_second && !standing.takes_email() => Admission::NotEnough,
        Level::Browser if wants_second && !standing.takes_browser() => Admission::NotEnough,
        _ => Admission::Admitted,
    }
}

/// Whether a session opens the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Administers {
    /// It does.
    Yes,
    /// Once a device is proved again.
    WithDevice,
    /// Not at all while the account is frozen: somebody else may hold what opens it.
    Frozen,
}

/// Whether the administration opens without another code: a device proved, or the administration
/// used, within the organization's [`Lifetimes`] (product.md: What is asked). What was proved before a role was given
/// does not count.
pub fn administers(standing: &Standing, now: Timestamp) -> Administers {
    if standing.state != State::Active {
        return Administers::Frozen;
    }
    let just = Within::last(standing.lifetimes.away(), now);
    let today = Within::last(ADMINISTRATION_LIFE, now);
    let proofs = standing.proofs_since_role(now);
    let proved = |within| level(&proofs, within) == Level::Device;
    if proved(today) && (proved(just) || standing.administered_at.is_some_and(|at| just.has(at))) {
        Administers::Yes
    } else {
        Administers::WithDevice
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::SKEW;

    const OPENED: Timestamp = Timestamp::from_millis(1_000_000_000);

    fn standing(kinds: &[Kind]) -> Standing {
        Standing {
            proofs: kinds
                .iter()
                .map(|&kind| Proof {
                    kind,
                    credential: None,
                    at: OPENED,
                })
                .collect(),
            opened_at: OPENED,
            used_at: OPENED,
            administered_at: None,
            role_given_at: None,
            state: State::Active,
            mfa: MfaStatus::NotEnabled,
            requirement: Requirement::IfHeld,
            permits_email: false,
            remembers: false,
            lifetimes: Lifetimes::LONGEST,
        }
    }

    #[test]
    fn a_shortened_lifetime_binds_a_session_that_is_open() {
        let mut one = standing(&[Kind::Password, Kind::Totp]);
        let at = |one: &Standing, minutes| admit(one, OPENED + Span::minutes(minutes));
        assert_eq!(at(&one, 10), Admission::Admitted);
        one.lifetimes.idle_minutes = 10;
        assert_eq!(at(&one, 10), Admission::Ended);
        one.used_at = OPENED + Span::minutes(119);
        assert_eq!(at(&one, 120), Admission::Admitted);
        one.lifetimes.hours = 2;
        assert_eq!(at(&one, 120), Admission::Ended);
        let mut one = standing(&[Kind::Password, Kind::Totp]);
        one.lifetimes.administration_minutes = 5;
        let administers = |minutes| administers(&one, OPENED + Span::minutes(minutes));
        assert_eq!(administers(5), Administers::Yes);
        assert_eq!(administers(6), Administers::WithDevice);
    }

    #[test]
    fn a_session_ends_after_an_hour_unused_or_a_day() {
        let mut one = standing(&[Kind::Password]);
        let check = |one: &Standing, after: Span| admit(one, OPENED + after);
        assert_eq!(check(&one, Span::millis(3_599_999)), Admission::Admitted);
        assert_eq!(check(&one, Span::hours(1)), Admission::Ended);
        one.used_at = OPENED + Span::millis(86_399_000);
        assert_eq!(check(&one, Span::millis(86_399_999)), Admission::Admitted);
        assert_eq!(check(&one, Span::hours(24)), Admission::Ended);
    }

    #[test]
    fn a_session_from_before_the_clock_was_set_back_is_over() {
        let one = standing(&[Kind::Password, Kind::Totp]);
        assert_eq!(admit(&one, OPENED - SKEW), Admission::Admitted);
        assert_eq!(administers(&one, OPENED - SKEW), Administers::Yes);
        let before = OPENED - SKEW - Span::millis(1);
        assert_eq!(admit(&one, before), Admission::Ended);
        assert_eq!(administers(&one, before), Administers::WithDevice);
        // Opened long ago, and used lately.
        let mut one = standing(&[Kind::Password, Kind::Totp]);
        one.used_at = OPENED + Span::hours(2);
        one.administered_at = Some(OPENED + Span::hours(2));
        let back = OPENED + Span::hours(1);
        assert_eq!(admit(&one, back), Admission::Ended);
        assert_eq!(administers(&one, back), Administers::WithDevice);
    }

    #[test]
    fn a_changed_policy_or_state_binds_at_once() {
        let mut one = standing(&[Kind::Password]);
        one.requirement = Requirement::Soon(OPENED);
        assert_eq!(admit(&one, OPENED), Admission::Admitted);
        one.requirement = Requirement::SecondFactor;
        assert_eq!(admit(&one, OPENED), Admission::NotEnough);
        one.requirement = Requirement::IfHeld;
        one.mfa = MfaStatus::Enabled;
        assert_eq!(admit(&one, OPENED), Admission::NotEnough);
        let mut one = standing(&[Kind::Password, Kind::Totp]);
        one.requirement = Requirement::SecondFactor;
        assert_eq!(admit(&one, OPENED), Admission::Admitted);
        one.state = State::Suspended;
        assert_eq!(admit(&one, OPENED), Admission::Ended);
    }

    #[test]
    fn a_frozen_account_is_open_to_a_proved_factor_alone() {
        let mut one = standing(&[Kind::Password]);
        one.state = State::Frozen;
        assert_eq!(admit(&one, OPENED), Admission::NotEnough);
        let mut one = standing(&[Kind::Password, Kind::Totp]);
        one.state = State::Frozen;
        assert_eq!(admit(&one, OPENED), Admission::Admitted);
        // Whatever was proved, and however lately.
        one.administered_at = Some(OPENED);
        assert_eq!(administers(&one, OPENED), Administers::Frozen);
        one.state = State::Active;
        assert_eq!(administers(&one, OPENED), Administers::Yes);
    }

    #[test]
    fn a_mailed_code_holds_as_long_as_the_channels_permit_it() {
        let mut one = standing(&[Kind::Password, Kind::EmailCode]);
        one.requirement = Requirement::SecondFactor;
        assert_eq!(admit(&one, OPENED), Admission::NotEnough);
        one.permits_email = true;
        assert_eq!(admit(&one, OPENED), Admission::Admitted);
        assert_eq!(administers(&one, OPENED), Administers::WithDevice);
        one.requirement = Requirement::Device;
        assert_eq!(admit(&one, OPENED), Admission::NotEnough);
    }

    #[test]
    fn a_remembered_browser_holds_as_long_as_the_policy_remembers_and_no_role_is_given() {
        let mut one = standing(&[Kind::Password, Kind::Browser]);
        one.mfa = MfaStatus::Enabled;
        assert_eq!(admit(&one, OPENED), Admission::NotEnough);
        one.remembers = true;
        assert_eq!(admit(&one, OPENED), Admission::Admitted);
        one.administered_at = Some(OPENED);
        assert_eq!(administers(&one, OPENED), Administers::WithDevice);
        one.requirement = Requirement::Device;
        assert_eq!(admit(&one, OPENED), Admission::NotEnough);
    }

    #[test]
    fn what_was_proved_before_a_role_was_given_opens_no_administration() {
        let mut one = standing(&[Kind::Password, Kind::Totp]);
        one.administered_at = Some(OPENED);
        one.role_given_at = Some(OPENED);
        assert_eq!(administers(&one, OPENED), Administers::Yes);
        one.role_given_at = Some(OPENED + Span::millis(1));
        let then = OPENED + Span::minutes(1);
        assert_eq!(administers(&one, then), Administers::WithDevice);
        one.proofs[1].at = then;
        assert_eq!(administers(&one, then), Administers::Yes);
        // Whose role was given by a clock that is ahead is not asked for ever.
        one.role_given_at = Some(then + Span::hours(1));
        assert_eq!(administers(&one, then), Administers::Yes);
    }

    #[test]
    fn the_administration_asks_again_after_fifteen_minutes_away() {
        let mut one = standing(&[Kind::Password, Kind::Totp]);
        assert_eq!(
            administers(&one, OPENED + Span::minutes(15)),
            Administers::Yes
        );
        assert_eq!(
            administers(&one, OPENED + Span::minutes(16)),
            Administers::WithDevice
        );
        one.administered_at = Some(OPENED + Span::minutes(14));
        assert_eq!(
            administers(&one, OPENED + Span::minutes(29)),
            Administers::Yes
        );
        assert_eq!(
            administers(&one, OPENED + Span::minutes(30)),
            Administers::WithDevice
        );
        one.administered_at = Some(OPENED + Span::hours(12));
        assert_eq!(
            administers(&one, OPENED + Span::hours(12)),
            Administers::Yes
        );
        assert_eq!(
            administers(&one, OPENED + Span::hours(12) + Span::millis(1)),
            Administers::WithDevice
        );
        let mut recovered = standing(&[Kind::Password, Kind::RecoveryCode]);
        recovered.administered_at = Some(OPENED);
        assert_eq!(administers(&recovered, OPENED), Administers::WithDevice);
    }
}
