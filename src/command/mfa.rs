//! `portcullis mfa …`.

use portcullis_core::account::MfaStatus;
use portcullis_core::audit::Origin;
use portcullis_core::credential::Kind;
use portcullis_core::credential::help_code::HelpKind;
use portcullis_core::name::line;
use portcullis_core::policy::ExceptionKind;
use portcullis_core::role::{Scope, highest};
use portcullis_core::time::{Span, Timestamp};
use portcullis_server::App;
use portcullis_server::people::{self, Limit, Limited, NotChanged};
use portcullis_store::{Tx, devices, policies, recovery_codes, roles};

use super::account::shown_time;
use super::{account_of, operator, verified};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

/// Runs a command about one person's second factors.
pub async fn run(options: &Options, command: cli::Mfa) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::Mfa::Status {
            account, why: true, ..
        } => why(&app, &account).await,
        cli::Mfa::Status { account, json, .. } => status(&app, &account, json).await,
        cli::Mfa::Require { account, off } => {
            let (organization, found) = account_of(&app, &account).await?;
            let whose = (organization.id, found.id);
            let required =
                people::require_mfa(&app, &operator(), whose, !off, Origin::default()).await?;
            required.map_err(|_| Failure::denied())?;
            output::line(&if off {
                format!("MFA is not required of {account} alone any more.")
            } else {
                format!("MFA is required of {account}, from the next sign-in on.")
            });
            Ok(())
        }
        cli::Mfa::Extend(asked) => exception(&app, ExceptionKind::Extension, asked).await,
        cli::Mfa::Exempt(asked) => exception(&app, ExceptionKind::Exemption, asked).await,
        cli::Mfa::Delete { account, reason } => delete(&app, &account, &reason).await,
        cli::Mfa::EnrollmentCode(asked) => help_code(&app, HelpKind::Enrollment, asked).await,
        cli::Mfa::ResetCode(asked) => help_code(&app, HelpKind::Reset, asked).await,
        cli::Mfa::Unfreeze {
            account,
            reason,
            reset_code,
        } => unfreeze(&app, &account, (&reason, reset_code)).await,
    }
}

/// Lets a frozen account be changed again; with a code, its password until now opens nothing any more.
async fn unfreeze(
    app: &App,
    login: &str,
    (reason, with_code): (&str, bool),
) -> Result<(), Failure> {
    let (organization, found) = account_of(app, login).await?;
    let (whose, how) = ((organization.id, found.id), verified(reason)?);
    let not_frozen = || Failure::new(format!("{login} is not frozen"));
    let (by, origin) = (operator(), Origin::default());
    if !with_code {
        let done = people::unfreeze(app, &by, whose, how, origin).await?;
        done.map_err(|why| match why {
            NotChanged::AlreadySo => not_frozen(),
            _ => Failure::denied(),
        })?;
        output::line(&format!("{login} is no longer frozen."));
        return Ok(());
    }
    let issued = people::unfreeze_with_code(app, &by, whose, how, origin).await?;
    let issued = issued.map_err(|why| match why {
        people::NotIssued::NotAsked => not_frozen(),
        _ => Failure::denied(),
    })?;
    output::line(&format!(
        "{login} is no longer frozen, and the password until now opens nothing."
    ));
    print_code(login, HelpKind::Reset, &issued, "one hour");
    Ok(())
}

/// Gives somebody an exception from the organization's rule, or takes it back.
async fn exception(app: &App, kind: ExceptionKind, asked: cli::Exception) -> Result<(), Failure> {
    let (organization, found) = account_of(app, &asked.account).await?;
    let (whose, account) = ((organization.id, found.id), &asked.account);
    let (Some(days), Some(reason)) = (asked.days, asked.reason) else {
        return match people::end_exception(app, &operator(), whose, kind, Origin::default()).await?
        {
            Ok(()) => {
                output::line(&format!(
                    "{account} is held to the policy like everybody, from the next request on."
                ));
                Ok(())
            }
            Err(NotChanged::AlreadySo) => {
                Err(Failure::new(format!("{account} has no such exception")))
            }
            Err(_) => Err(Failure::denied()),
        };
    };
    let reason = line(&reason, people::MAX_REASON)
        .map_err(|why| Failure::new(format!("--reason: {why}")))?;
    let given = people::Given { kind, days, reason };
    let done = people::give_exception(app, &operator(), whose, given, Origin::default()).await?;
    done.map_err(|why| match why {
        people::NotGiven::Not(_) => Failure::denied(),
        people::NotGiven::Days => {
            Failure::new(format!("--days: a number from 1 to {}", kind.max_days()))
        }
        people::NotGiven::HasRole => Failure::new(format!(
            "{account} has a role above member: whoever has one proves a device, without exception"
        )),
        people::NotGiven::AskedAlone => Failure::new(format!(
            "MFA is required of {account} alone, which the organization's policy does not change; `portcullis mfa require --off` takes that back"
        )),
        people::NotGiven::NothingToPutOff => Failure::new(format!(
            "{account} has nothing to put off: MFA is not required by the policy, or set up, or not due before that day anyway"
        )),
    })?;
    let until = shown_time(app.now() + Span::days(days.into()));
    output::line(&match kind {
        ExceptionKind::Extension => format!("{account} may put off setting up MFA until {until}."),
        ExceptionKind::Exemption => format!("{account} is exempt from the policy until {until}."),
    });
    Ok(())
}

/// Deletes everything that somebody has set up.
async fn delete(app: &App, login: &str, reason: &str) -> Result<(), Failure> {
    let (organization, found) = account_of(app, login).await?;
    let whose = (organization.id, found.id);
    let how = verified(reason)?;
    match people::delete_mfa(app, &operator(), whose, how, Origin::default()).await? {
        Ok(needs_code) => {
            output::line(&format!(
                "The MFA setup of {login} is deleted; its sessions are ended."
            ));
            if needs_code {
                output::line(
                    "MFA is required: to set it up again, the member needs a code of `portcullis mfa enrollment-code`.",
                );
            }
            Ok(())
        }
        Err(NotChanged::Frozen) => Err(frozen(login)),
        Err(NotChanged::AlreadySo) => {
            Err(Failure::new(format!("{login} has set up nothing for MFA")))
        }
        Err(_) => Err(Failure::denied()),
    }
}

/// Issues a code and prints it: it can't be shown again.
async fn help_code(app: &App, kind: HelpKind, asked: cli::HelpCode) -> Result<(), Failure> {
    let (organization, found) = account_of(app, &asked.account).await?;
    let ask = people::AskedCode {
        kind,
        letter: asked.letter.then(|| Span::days(asked.days.into())),
        verified_how: verified(&asked.reason)?,
    };
    let whose = (organization.id, found.id);
    let issued = people::issue_code(app, &operator(), whose, ask, Origin::default()).await?;
    let issued = issued.map_err(|why| match why {
        people::NotIssued::Denied => Failure::denied(),
        people::NotIssued::NeedsAnother => Failure::new(
            "the other code was given by the same agent; an admin or another agent must give this one",
        ),
        people::NotIssued::Frozen => frozen(&asked.account),
        people::NotIssued::NotAsked => Failure::new(format!(
            "nothing asks {} for an enrollment code: MFA is not required of it, or something is set up",
            asked.account
        )),
        people::NotIssued::Gone => Failure::new("the account is gone"),
    })?;
    let life = match (asked.letter, asked.days) {
        (false, _) => "one hour".to_owned(),
        (true, 1) => "one day".to_owned(),
        (true, days) => format!("{days} days"),
    };
    print_code(&asked.account, kind, &issued, &life);
    Ok(())
}

/// Prints a code: it can't be shown again.
fn print_code(account: &str, kind: HelpKind, issued: &people::IssuedCode, life: &str) {
    let name = match kind {
        HelpKind::Enrollment => "Enrollment code",
        HelpKind::Reset => "Reset code",
    };
    output::line(&format!("{name} for {account}: {}", issued.code.shown()));
    output::line(&format!(
        "It is good for {life} and works once. An earlier one has ended. It is not shown again."
    ));
    if issued.both {
        output::line(&format!(
            "Mind: {account} was given both an enrollment code and a reset code. Together they open the account; this is in the audit log."
        ));
    }
}

fn frozen(login: &str) -> Failure {
    Failure::new(format!(
        "{login} is frozen; `portcullis mfa unfreeze` comes first"
    ))
}

async fn status(app: &App, login: &str, json: bool) -> Result<(), Failure> {
    let (organization, account) = account_of(app, login).await?;
    let (scope, id, now) = (Scope::of(organization.id), account.id, app.now());
    let (app_, place, found) = (app.clone(), organization.clone(), account.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let devices = devices::list(tx, scope, id).await?;
        let codes = recovery_codes::state(tx, scope, id).await?;
        let grants = roles::of_account(tx, scope, id, now).await?;
        let limits = people::limits(tx, &app_, &place, &found).await?;
        let case = policies::case(tx, scope, id, now).await?;
        Ok((devices, codes, grants, limits, case))
    };
    let (devices, codes, grants, limits, case) = app.store.read(unit).await?;
    let standing = |what| standing(&limits, what, now);
    let role = highest(&grants, organization.id, now);
    let case = case.ok_or_else(|| Failure::new("the account is gone"))?;
    output::facts(
        json,
        [
            "mfa",
            "required",
            "due",
            "exempt until",
            "policy",
            "required of this account",
            "role",
            "devices",
            "recovery codes left",
            "password",
            "current password",
            "password again",
            "app codes",
            "email codes",
            "recovery code tries",
            "enrollment code tries",
        ],
        &[
            label(account.mfa_status).into(),
            case.requirement(now).is_required().into(),
            case.due().map(shown_time).into(),
            case.exempt_until
                .filter(|_| case.is_exempt(now))
                .map(shown_time)
                .into(),
            organization.policy.rule.as_str().into(),
            account.mfa_required.into(),
            role.as_str().into(),
            devices.len().into(),
            codes.map(|set| set.left).into(),
            standing(Limited::Password).into(),
            standing(Limited::CurrentPassword).into(),
            standing(Limited::Factor(Kind::Password)).into(),
            standing(Limited::Factor(Kind::Totp)).into(),
            standing(Limited::Factor(Kind::EmailCode)).into(),
            standing(Limited::Factor(Kind::RecoveryCode)).into(),
            standing(Limited::Factor(Kind::EnrollmentCode)).into(),
        ],
    );
    Ok(())
}

/// Tells which rule asks for what, in the words of the page.
async fn why(app: &App, login: &str) -> Result<(), Failure> {
    let (organization, account) = account_of(app, login).await?;
    let scope = Scope::of(organization.id);
    let one = people::one(app, scope, &organization, account.id).await?;
    let one = one.ok_or_else(|| Failure::new("the account is gone"))?;
    for line in people::why_in_words(app, &one) {
        output::line(&line);
    }
    Ok(())
}

/// What stands against a way in, so that an operator knows whether there is anything to unlock.
fn standing(limits: &[Limit], what: Limited, now: Timestamp) -> String {
    let mut delays = Vec::new();
    for limit in limits.iter().filter(|limit| limit.what == what) {
        let Some(until) = limit.until else {
            return "suspended".to_owned();
        };
        let place = if limit.in_known_browser {
            " in known browsers"
        } else {
            ""
        };
        delays.push(format!(
            "delayed for {} s{place}",
            now.until(until).as_seconds()
        ));
    }
    if delays.is_empty() {
        "open".to_owned()
    } else {
        delays.join(", ")
    }
}

/// The label that lists of people show.
pub fn label(status: MfaStatus) -> &'static str {
    match status {
        MfaStatus::Enabled => "Enabled",
        MfaStatus::Disabled => "Disabled",
        MfaStatus::NotEnabled => "Not enabled",
    }
}
