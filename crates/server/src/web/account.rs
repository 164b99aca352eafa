//! The member's own account.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_pages::{Account, Device, Email};
use portcullis_store::{Tx, accounts};

use super::admit::{Member, live};
use super::dashboard::{holdings, recovery, status};
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::fault::Fault;

/// 204 with a live session, else 401. A page that asks every minute keeps no session alive.
pub async fn session(visit: Visit) -> Result<StatusCode, Trouble> {
    match live(&visit).await? {
        Some(_) => Ok(StatusCode::NO_CONTENT),
        None => Err(Trouble::SignInFirst(None)),
    }
}

pub async fn show(member: Member) -> Result<Response, Trouble> {
    let (scope, id) = (member.session.scope(), member.session.account);
    let unit = async move |tx: &mut Tx<'_>| accounts::find(tx, scope, id).await;
    let account = member
        .app()
        .store
        .read(unit)
        .await
        .map_err(Fault::from)?
        .ok_or(Trouble::NotFound)?;
    let held = holdings(&member).await?;
    let required = member.session.standing.requirement.is_required();
    visit::page(&Account {
        frame: member.frame(),
        member: member.bar(),
        login_name: format!(
            "{}@{}",
            account.login_name, member.session.organization_slug
        ),
        email: account.email.map(|address| Email {
            address,
            proved: account.email_proved_at.is_some(),
        }),
        mfa: status(account.mfa_status),
        required_by: required.then(|| member.session.organization_name.clone()),
        devices: held
            .devices
            .into_iter()
            .map(|device| Device {
                name: device.name,
                made_at: device.created_at,
                last_used: device.used_at,
            })
            .collect(),
        recovery: held.recovery.as_ref().map(recovery),
    })
}
