//! The member's MFA settings: what is set up, off and on again.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::totp::Code;
use portcullis_core::sign_in::{Act, Step};
use portcullis_pages::email_code::told;
use portcullis_pages::{CodeRefusal, Device, EmailCodes, LeavesWithout, MfaSettings};
use portcullis_store::{Tx, accounts, devices, recovery_codes};

use super::admit::Member;
use super::code::{code_refusal, mark, not_a_code};
use super::cookies;
use super::dashboard::{recovery, status};
use super::dress::redirect;
use super::form::Form;
use super::step_up::demand;
use super::trouble::Trouble;
use super::visit;
use crate::enroll::{self, Change};
use crate::fault::Fault;
use crate::sign_in::{self, CodeOutcome, Progress};

/// Where the settings are.
pub const PATH: &str = "/account/mfa";

pub async fn show(member: Member) -> Result<Response, Trouble> {
    page(&member, None).await
}

pub async fn disable(member: Member, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    if member.session.standing.requirement.is_required() {
        return Err(Trouble::MfaRequired);
    }
    demand(&member, Act::EndMfa, PATH).await?;
    let origin = member.visit.origin.clone();
    let change = enroll::switch_off(member.app(), &member.session, origin).await?;
    made(&change)
}

pub async fn enable(member: Member, form: Form) -> Result<Response, Trouble> {
    let [typed] = form.only(["code"])?;
    let Some(code) = Code::parse(&typed) else {
        return page(&member, Some(not_a_code(&typed))).await;
    };
    let (app, origin) = (member.app(), member.visit.origin.clone());
    match sign_in::switch_on(app, &member.session, code, origin).await? {
        CodeOutcome::Progress(Progress::SteppedUp { token }) => {
            let mut response = redirect(PATH);
            cookies::set_session(&mut response, &token);
            Ok(response)
        }
        CodeOutcome::Progress(Progress::GoOn {
            step: Step::Refused(why),
            ..
        }) => Err(why.into()),
        CodeOutcome::Progress(_) => Ok(redirect(PATH)),
        CodeOutcome::Refused(refused) => {
            let refusal = code_refusal(refused, app.now());
            let mut response = page(&member, Some(refusal)).await?;
            mark(&mut response, refused);
            Ok(response)
        }
    }
}

/// Back to the settings, if a change was made.
pub fn made<T>(change: &Change<T>) -> Result<Response, Trouble> {
    match change {
        Change::Made(_) => Ok(redirect(PATH)),
        Change::Gone => Err(Trouble::NotFound),
        Change::NotProved => Err(Trouble::SignInFirst(None)),
        Change::NotOffered => Err(Trouble::MfaNotOffered),
        Change::Required => Err(Trouble::MfaRequired),
    }
}

/// Whether somebody who holds no device is offered to set one up.
pub async fn is_offered(member: &Member) -> Result<bool, Fault> {
    let session = member.session.clone();
    let unit = async move |tx: &mut Tx<'_>| enroll::is_offered(tx, &session).await;
    Ok(member.app().store.read(unit).await?)
}

/// Whether email codes can be taken up.
pub async fn email_is_offered(member: &Member) -> Result<bool, Fault> {
    let (app, session) = (member.app().clone(), member.session.clone());
    let unit = async move |tx: &mut Tx<'_>| enroll::email_is_offered(tx, &app, &session).await;
    Ok(member.app().store.read(unit).await?)
}

/// How email codes stand for the member; nothing where they neither are in use nor can be.
async fn email_codes(member: &Member) -> Result<Option<EmailCodes>, Fault> {
    let (scope, account) = (member.session.scope(), member.session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        let held = accounts::holdings(tx, scope, account).await?;
        let email = accounts::find(tx, scope, account)
            .await?
            .and_then(|found| found.email);
        Ok((held, email))
    };
    let (held, email) = member.app().store.read(unit).await?;
    let Some(address) = email.filter(|_| member.app().has_mail()) else {
        return Ok(None);
    };
    let to = told(&address);
    if !held.uses_email() {
        let offered = email_is_offered(member).await?;
        return Ok(offered.then_some(EmailCodes::Offered { to }));
    }
    let leaves = match (held.devices, member.session.standing.requirement) {
        (1.., _) => LeavesWithout::Devices,
        (0, requirement) if requirement.is_required() => LeavesWithout::TooLittle,
        (0, _) => LeavesWithout::Nothing,
    };
    Ok(Some(EmailCodes::InUse { to, leaves }))
}

async fn page(member: &Member, refusal: Option<CodeRefusal>) -> Result<Response, Trouble> {
    let (scope, account) = (member.session.scope(), member.session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        let devices = devices::list(tx, scope, account).await?;
        let recovery = recovery_codes::state(tx, scope, account).await?;
        Ok((devices, recovery))
    };
    let (devices, set) = member.app().store.read(unit).await.map_err(Fault::from)?;
    let standing = &member.session.standing;
    let required = standing.requirement.is_required();
    let page = MfaSettings {
        frame: member.frame(),
        member: member.bar(),
        frozen: member.is_frozen(),
        mfa: status(standing.mfa),
        required_by: required.then(|| member.session.branding.name.clone()),
        offered: is_offered(member).await?,
        codes_not_stored: set.as_ref().is_some_and(|set| set.stored_at.is_none()),
        recovery: set.as_ref().map(recovery),
        email: email_codes(member).await?,
        devices: devices
            .into_iter()
            .map(|device| {
                let shown = Device {
                    name: device.name,
                    made_at: device.created_at,
                    last_used: device.used_at,
                };
                (device.id.to_string(), shown)
            })
            .collect(),
        refusal,
    };
    let status = if page.refusal.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    visit::page_with(status, &page)
}
