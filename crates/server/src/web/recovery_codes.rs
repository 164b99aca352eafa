//! The member's recovery codes: their state, and a new set after a fresh proof.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::recovery_code::RecoveryCode;
use portcullis_core::sign_in::Act;
use portcullis_pages::{NewCodes, RecoveryCodes, Standing, StoreCodes};

use super::admit::Member;
use super::dashboard::{holdings, recovery};
use super::dress::redirect;
use super::form::Form;
use super::step_up::demand;
use super::trouble::Trouble;
use super::visit;
use crate::enroll;

const PATH: &str = "/account/recovery-codes";

pub async fn show(member: Member) -> Result<Response, Trouble> {
    let held = holdings(&member).await?;
    let standing = match (&held.recovery, held.devices.is_empty()) {
        (_, true) => Standing::NoDevice,
        (None, false) => Standing::NotMade,
        (Some(set), false) => Standing::Made(recovery(set)),
    };
    visit::page(&RecoveryCodes {
        frame: member.frame(),
        member: member.bar(),
        standing,
        frozen: member.is_frozen(),
    })
}

pub async fn renew(member: Member, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    if holdings(&member).await?.devices.is_empty() {
        return Err(Trouble::Forbidden); // there is nothing that they could stand in for
    }
    demand(&member, Act::NewRecoveryCodes, PATH).await?;
    let made =
        enroll::renew_codes(member.app(), &member.session, member.visit.origin.clone()).await?;
    let new = made.ok_or(Trouble::SignInFirst(None))?;
    let session = &member.session;
    visit::page(&StoreCodes {
        frame: member.frame(),
        action: format!("{PATH}/stored"),
        attempt: None,
        set: new.set.to_string(),
        steps: false,
        codes: new.codes.iter().map(RecoveryCode::shown).collect(),
        made_at: new.made_at,
        account: format!("{}@{}", session.login_name, session.organization_slug),
    })
}

pub async fn stored(member: Member, form: Form) -> Result<Response, Trouble> {
    let [set, tick] = form.only(["set", "stored"])?;
    if tick.is_empty() {
        let page = NewCodes {
            frame: member.frame(),
            action: PATH.to_owned(),
            attempt: None,
            refused: true,
        };
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let set = set.parse().map_err(|_| Trouble::BadForm)?;
    enroll::stored_in_session(
        member.app(),
        &member.session,
        set,
        member.visit.origin.clone(),
    )
    .await?;
    Ok(redirect(PATH))
}
