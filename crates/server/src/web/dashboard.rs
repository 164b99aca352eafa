//! The dashboard: what the portal leads to, and how the member's own account stands.

use axum::response::Response;
use portcullis_core::account::MfaStatus;
use portcullis_core::credential::recovery_code::SET;
use portcullis_core::destination::{Kind, Site, connection};
use portcullis_core::policy::Requirement;
use portcullis_pages::{
    self as pages, Application, Dashboard, LastSignIn, Recovery, RemoteComputer,
};
use portcullis_store::destinations::Destination;
use portcullis_store::devices::Device;
use portcullis_store::recovery_codes::SetState;
use portcullis_store::{Tx, destinations, devices, recovery_codes, sessions};

use super::admit::Member;
use super::trouble::Trouble;
use super::visit;
use crate::fault::Fault;
use crate::people;

pub async fn show(member: Member) -> Result<Response, Trouble> {
    let (scope, session) = (member.session.scope(), member.session.id);
    let unit = async move |tx: &mut Tx<'_>| sessions::before(tx, scope, session).await;
    let before = member.app().store.read(unit).await.map_err(Fault::from)?;
    let held = holdings(&member).await?;
    let account = member.session.account;
    let unit = async move |tx: &mut Tx<'_>| destinations::of_account(tx, scope, account).await;
    let leads_to = member.app().store.read(unit).await.map_err(Fault::from)?;
    let caller = people::check_of(member.app(), &member.session).await?;
    let standing = &member.session.standing;
    let computers = leads_to.iter().filter_map(|one| computer(&member, one));
    let computers = computers.collect();
    let applications = leads_to.iter().filter_map(application).collect();
    visit::page(&Dashboard {
        frame: member.frame(),
        member: member.bar(),
        frozen: member.is_frozen(),
        caller: caller.map(|check| check.agent_name),
        due: match standing.requirement {
            Requirement::Soon(due) if standing.mfa == MfaStatus::NotEnabled => Some(due),
            _ => None,
        },
        mfa: status(member.session.standing.mfa),
        devices: held.devices.into_iter().map(|device| device.name).collect(),
        recovery: held.recovery.as_ref().map(recovery),
        applications,
        computers,
        last_sign_in: before.map(|before| LastSignIn {
            at: before.at,
            address: before.origin.address.unwrap_or_default(),
            browser: before
                .origin
                .agent
                .as_deref()
                .and_then(super::browser::name),
        }),
    })
}

/// A remote computer, as this member gets to it.
fn computer(member: &Member, one: &Destination) -> Option<RemoteComputer> {
    if one.what != Kind::RemoteComputer {
        return None;
    }
    let host = one.shown.address.parse().ok()?;
    let command = one.shown.command.as_deref();
    let command = command.and_then(|command| command.parse().ok());
    // The computer asks as a client of this organization, which knows whose `ann` it is.
    let login = &member.session.login_name;
    Some(RemoteComputer {
        name: one.shown.name.clone(),
        address: one.shown.address.clone(),
        login: login.clone(),
        command: connection(command.as_ref(), &host, login),
        icon: one.shown.icon,
    })
}

/// An application, if it is one.
fn application(one: &Destination) -> Option<Application> {
    if one.what != Kind::Application {
        return None;
    }
    let site: Site = one.shown.address.parse().ok()?;
    Some(Application {
        name: one.shown.name.clone(),
        host: site.host().to_string(),
        address: site.as_str().to_owned(),
        description: one.shown.description.clone(),
        icon: one.shown.icon,
    })
}

/// What an account holds, as pages show it.
pub struct Held {
    /// The devices.
    pub devices: Vec<Device>,
    /// The recovery codes.
    pub recovery: Option<SetState>,
}

/// Reads what the member holds.
pub async fn holdings(member: &Member) -> Result<Held, Fault> {
    let (scope, account) = (member.session.scope(), member.session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        let devices = devices::list(tx, scope, account).await?;
        let recovery = recovery_codes::state(tx, scope, account).await?;
        Ok(Held { devices, recovery })
    };
    Ok(member.app().store.read(unit).await?)
}

/// The MFA status in the pages' words.
pub const fn status(status: MfaStatus) -> pages::MfaStatus {
    match status {
        MfaStatus::Enabled => pages::MfaStatus::Enabled,
        MfaStatus::Disabled => pages::MfaStatus::Disabled,
        MfaStatus::NotEnabled => pages::MfaStatus::NotEnabled,
    }
}

/// The state of the recovery codes in the pages' words.
pub fn recovery(set: &SetState) -> Recovery {
    Recovery {
        left: set.left,
        total: u32::try_from(SET).unwrap_or(0),
        made_at: set.made_at,
    }
}
