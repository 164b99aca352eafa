//! `portcullis mfa …`.

use portcullis_core::account::MfaStatus;
use portcullis_core::credential::Kind;
use portcullis_core::policy::Requirement;
use portcullis_core::role::{Scope, highest};
use portcullis_core::throttle::Counted;
use portcullis_server::{App, people};
use portcullis_store::{Tx, devices, recovery_codes, roles, throttle};

use super::{account_of, operator};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

/// Runs a command about one person's second factors.
pub async fn run(options: &Options, command: cli::Mfa) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::Mfa::Status { account, json } => status(&app, &account, json).await,
        cli::Mfa::Require { account, off } => {
            let (organization, found) = account_of(&app, &account).await?;
            let whose = (organization.id, found.id);
            let required = people::require_mfa(&app, &operator(), whose, !off).await?;
            required.map_err(|_| Failure::denied())?;
            output::line(&if off {
                format!("MFA is not required of {account} alone any more.")
            } else {
                format!("MFA is required of {account}, from the next sign-in on.")
            });
            Ok(())
        }
    }
}

async fn status(app: &App, login: &str, json: bool) -> Result<(), Failure> {
    let (organization, account) = account_of(app, login).await?;
    let (scope, id, now) = (
        Scope::of(organization.id),
        account.id,
        crate::machine::clock().now(),
    );
    let unit = async move |tx: &mut Tx<'_>| {
        let devices = devices::list(tx, scope, id).await?;
        let codes = recovery_codes::state(tx, scope, id).await?;
        let grants = roles::of_account(tx, scope, id, now).await?;
        let app = throttle::factor(tx, scope, id, Kind::Totp, now).await?;
        let recovery = throttle::factor(tx, scope, id, Kind::RecoveryCode, now).await?;
        Ok((devices, codes, grants, [app, recovery]))
    };
    let (devices, codes, grants, [by_app, by_recovery]) = app.store.read(unit).await?;
    let role = highest(&grants, organization.id, now);
    let requirement = Requirement::of(organization.policy.rule, account.mfa_required, role);
    output::facts(
        json,
        [
            "mfa",
            "required",
            "policy",
            "required of this account",
            "role",
            "devices",
            "recovery codes left",
            "app codes",
            "recovery code tries",
        ],
        &[
            label(account.mfa_status).into(),
            (requirement.is_required()).into(),
            organization.policy.rule.as_str().into(),
            account.mfa_required.into(),
            role.as_str().into(),
            devices.len().into(),
            codes.map(|set| set.left).into(),
            standing(by_app).into(),
            standing(by_recovery).into(),
        ],
    );
    Ok(())
}

/// What stands against a factor, so that an operator knows whether there is anything to unlock.
fn standing(counted: Option<Counted>) -> String {
    match counted {
        None | Some(Counted::Evaluate) => "open".to_owned(),
        Some(Counted::Delayed(wait)) => format!("delayed for {} s", wait.as_seconds()),
        Some(Counted::Suspended) => "suspended".to_owned(),
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
