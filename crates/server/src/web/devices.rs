//! The member's own devices: set up one more or one in place of another, rename, remove.

use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use portcullis_core::credential::recovery_code::RecoveryCode;
use portcullis_core::credential::totp::Code;
use portcullis_core::enrollment::PENDING_LIFE;
use portcullis_core::id::CredentialId;
use portcullis_core::name::Name;
use portcullis_core::otpauth;
use portcullis_core::policy::Requirement;
use portcullis_core::sign_in::{Act, Missing, Purpose, Step};
use portcullis_pages::{
    CodeRefusal, Field, Leaves, NewCodes, Problem, RemoveDevice, RenameDevice, ScanPlace,
    SetUpScan, StoreCodes,
};
use portcullis_store::attempts::Attempt;
use portcullis_store::devices::{self, Device};
use portcullis_store::{Tx, accounts};

use super::admit::Member;
use super::code::clock_off;
use super::cookies;
use super::dress::redirect;
use super::field::{optional, parsed};
use super::form::{self, Form};
use super::mfa::{self, made};
use super::progress::go;
use super::step_up::demand;
use super::trouble::Trouble;
use super::visit;
use crate::app::App;
use crate::enroll::{self, Change, Confirmed};
use crate::fault::Fault;
use crate::sign_in::{self, Handle, Progress};

/// Where a device is set up, after a fresh proof.
const NEW: &str = "/account/mfa/devices/new";
const CODES: &str = "/account/mfa/devices/codes";

/// The device that the address names.
pub struct Named(CredentialId);

impl FromRequestParts<App> for Named {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Trouble> {
        let Path(id) = Path::<String>::from_request_parts(parts, app)
            .await
            .map_err(|_| Trouble::NotFound)?;
        id.parse().map(Self).map_err(|_| Trouble::NotFound)
    }
}

pub async fn begin(member: Member, form: Form) -> Result<Response, Trouble> {
    let [replaces] = form.only(["replaces"])?;
    let replaces = match replaces.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Trouble::BadForm)?),
    };
    if replaces.is_none() && !member_may_begin(&member).await? {
        return Err(Trouble::MfaNotOffered);
    }
    demand(&member, Act::Devices, &new_path(replaces)).await?;
    start(&member, replaces).await
}

/// Where somebody goes on who was about to set up a device when a fresh proof was asked for.
pub async fn resume(member: &Member, return_to: &str) -> Option<Result<Response, Trouble>> {
    let rest = return_to.strip_prefix(NEW)?;
    let replaces = match rest.strip_prefix("?replaces=") {
        Some(id) => Some(id.parse().ok()?),
        None if rest.is_empty() => None,
        None => return None,
    };
    Some(start(member, replaces).await)
}

pub async fn show_new(member: Member) -> Result<Response, Trouble> {
    match own(&member, member.handle()).await? {
        Some((handle, attempt, _)) => {
            demand(&member, Act::Devices, &begun_path(NEW, &handle)).await?;
            let name = Field::new(String::new());
            scan_page(&member, (&handle, &attempt), (name, None)).await
        }
        None => Ok(redirect(mfa::PATH)),
    }
}

pub async fn confirm(member: Member, form: Form) -> Result<Response, Trouble> {
    let [attempt, name, typed] = form.only(["attempt", "name", "code"])?;
    let handle = member.handle_of(form::attempt(&attempt)?);
    let Some((handle, attempt, _)) = own(&member, handle).await? else {
        return Ok(redirect(mfa::PATH));
    };
    demand(&member, Act::Devices, &begun_path(NEW, &handle)).await?;
    let whose = (&handle, &attempt);
    let mut field = Field::default();
    let given = optional(&name, Name::parse, Problem::ControlCharacters, &mut field);
    let Some(given) = given else {
        return scan_page(&member, whose, (field, None)).await;
    };
    let Some(code) = Code::parse(&typed) else {
        let refusal = Some(CodeRefusal::NotSixDigits);
        return scan_page(&member, whose, (field, refusal)).await;
    };
    let (app, origin) = (member.app(), member.visit.origin.clone());
    match enroll::confirm_device(app, &handle, (code, given), origin).await? {
        Confirmed::Added { progress, session } => {
            let mut response = match &progress {
                Progress::GoOn { handle, .. } => {
                    // The device is set up whatever comes now; should the codes fail to be made this
                    // moment, their page is still ahead.
                    let mut response = match codes_page(&member, handle).await {
                        Ok(response) => response,
                        Err(_) => redirect(&begun_path(CODES, handle)),
                    };
                    let attempts = member.visit.attempts.clone().with(handle);
                    cookies::set_attempts(&mut response, &attempts);
                    response
                }
                other => go(&member.visit, Some(&handle), other).await?,
            };
            if let Some(token) = session {
                cookies::set_session(&mut response, &token);
            }
            Ok(response)
        }
        Confirmed::Progress(_) | Confirmed::Expired => Ok(redirect(mfa::PATH)),
        Confirmed::Wrong(off) => {
            let refusal = off.map_or(CodeRefusal::Wrong, clock_off);
            scan_page(&member, whose, (field, Some(refusal))).await
        }
    }
}

pub async fn show_new_codes(member: Member) -> Result<Response, Trouble> {
    match own(&member, member.handle()).await? {
        Some((handle, _, Step::Enroll(Missing::RecoveryCodes))) => {
            not_stored(&member, &handle, false)
        }
        _ => Ok(redirect(mfa::PATH)),
    }
}

pub async fn new_codes(member: Member, form: Form) -> Result<Response, Trouble> {
    let [attempt] = form.only(["attempt"])?;
    let handle = member.handle_of(form::attempt(&attempt)?);
    match own(&member, handle).await? {
        Some((handle, _, _)) => {
            // The device that was just set up here is such a proof.
            demand(&member, Act::Devices, &begun_path(CODES, &handle)).await?;
            codes_page(&member, &handle).await
        }
        None => Ok(redirect(mfa::PATH)),
    }
}

pub async fn stored(member: Member, form: Form) -> Result<Response, Trouble> {
    let [attempt, set, tick] = form.only(["attempt", "set", "stored"])?;
    let handle = member.handle_of(form::attempt(&attempt)?);
    let Some((handle, _, _)) = own(&member, handle).await? else {
        return Ok(redirect(mfa::PATH));
    };
    if tick.is_empty() {
        return not_stored(&member, &handle, true);
    }
    let set = set.parse().map_err(|_| Trouble::BadForm)?;
    let origin = member.visit.origin.clone();
    match enroll::stored(member.app(), &handle, set, origin).await? {
        Progress::GoOn { handle, .. } => Ok(redirect(&begun_path(CODES, &handle))),
        Progress::Ended => Ok(redirect(mfa::PATH)),
        other => go(&member.visit, Some(&handle), &other).await,
    }
}

pub async fn show_rename(member: Member, Named(id): Named) -> Result<Response, Trouble> {
    let (_, device) = one(&member, id).await?;
    rename_page(&member, id, Field::new(device.name))
}

pub async fn rename(member: Member, Named(id): Named, form: Form) -> Result<Response, Trouble> {
    let [typed] = form.only(["name"])?;
    one(&member, id).await?;
    let mut field = Field::default();
    let name = parsed(&typed, Name::parse, Problem::ControlCharacters, &mut field);
    let Some(name) = name else {
        return rename_page(&member, id, field);
    };
    let here = format!("/account/mfa/devices/{id}");
    demand(&member, Act::Devices, &here).await?;
    let origin = member.visit.origin.clone();
    made(&enroll::rename(member.app(), &member.session, (id, name), origin).await?)
}

pub async fn show_remove(member: Member, Named(id): Named) -> Result<Response, Trouble> {
    let (many, device) = one(&member, id).await?;
    let (scope, account) = (member.session.scope(), member.session.account);
    let unit = async move |tx: &mut Tx<'_>| accounts::holdings(tx, scope, account).await;
    let held = member.app().store.read(unit).await.map_err(Fault::from)?;
    visit::page(&RemoveDevice {
        frame: member.frame(),
        id: id.to_string(),
        name: device.name,
        leaves: if many > 1 {
            Leaves::Device
        } else if held.uses_email() && member.app().has_mail() {
            Leaves::EmailCodes
        } else {
            Leaves::Nothing
        },
    })
}

pub async fn remove(member: Member, Named(id): Named, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    one(&member, id).await?;
    let here = format!("/account/mfa/devices/{id}/remove");
    demand(&member, Act::Devices, &here).await?;
    let origin = member.visit.origin.clone();
    made(&enroll::remove(member.app(), &member.session, id, origin).await?)
}

fn new_path(replaces: Option<CredentialId>) -> String {
    replaces.map_or_else(|| NEW.to_owned(), |id| format!("{NEW}?replaces={id}"))
}

/// Where somebody goes on with an attempt whose proof is not fresh any more.
fn begun_path(path: &str, handle: &Handle) -> String {
    format!("{path}?attempt={}", handle.attempt)
}

/// Whether a device can be added: MFA is offered, or one is held already.
async fn member_may_begin(member: &Member) -> Result<bool, Fault> {
    Ok(mfa::is_offered(member).await? || !held(member).await?.is_empty())
}

async fn start(member: &Member, replaces: Option<CredentialId>) -> Result<Response, Trouble> {
    let origin = member.visit.origin.clone();
    if let Requirement::Soon(_) = member.session.standing.requirement {
        // The first factor of an account that must have one is set up as at a sign-in.
        let begun = sign_in::set_up_now(member.app(), &member.session, origin).await?;
        return match begun {
            Some(progress) => go(&member.visit, None, &progress).await,
            None => Ok(redirect(mfa::PATH)),
        };
    }
    match enroll::begin(member.app(), &member.session, replaces, origin).await? {
        Change::Made(handle) => {
            let mut response = redirect(&begun_path(NEW, &handle));
            let attempts = member.visit.attempts.clone().with(&handle);
            cookies::set_attempts(&mut response, &attempts);
            Ok(response)
        }
        other => made(&other),
    }
}

/// The attempt of a handle, if it sets up a device in this very session.
async fn own(
    member: &Member,
    handle: Option<Handle>,
) -> Result<Option<(Handle, Attempt, Step)>, Fault> {
    let Some(handle) = handle else {
        return Ok(None);
    };
    let found = sign_in::look(member.app(), &handle).await?;
    Ok(found.and_then(|(attempt, step)| {
        let ours = attempt.session == Some(member.session.id)
            && matches!(attempt.purpose, Purpose::AddDevice { .. });
        ours.then_some((handle, attempt, step))
    }))
}

async fn held(member: &Member) -> Result<Vec<Device>, Fault> {
    let (scope, account) = (member.session.scope(), member.session.account);
    let unit = async move |tx: &mut Tx<'_>| devices::list(tx, scope, account).await;
    Ok(member.app().store.read(unit).await?)
}

/// One of the member's devices, and how many there are.
async fn one(member: &Member, id: CredentialId) -> Result<(usize, Device), Trouble> {
    let all = held(member).await?;
    let many = all.len();
    let found = all.into_iter().find(|device| device.id == id);
    found.map(|device| (many, device)).ok_or(Trouble::NotFound)
}

fn rename_page(member: &Member, id: CredentialId, name: Field) -> Result<Response, Trouble> {
    let status = status(name.problem.is_some());
    let page = RenameDevice {
        frame: member.frame(),
        id: id.to_string(),
        name,
    };
    visit::page_with(status, &page)
}

async fn scan_page(
    member: &Member,
    (handle, attempt): (&Handle, &Attempt),
    (name, refusal): (Field, Option<CodeRefusal>),
) -> Result<Response, Trouble> {
    let Some((_, pending)) = enroll::pending(member.app(), handle).await? else {
        // Set up already, or the key waited for too long.
        return Ok(redirect(mfa::PATH));
    };
    let replaces = match attempt.purpose {
        Purpose::AddDevice { replaces } => replaces,
        _ => None,
    };
    let replaced = match replaces {
        Some(id) => one(member, id).await.ok().map(|(_, device)| device.name),
        None => None,
    };
    let (issuer, account) = (attempt.branding.name.clone(), full_login(attempt));
    let status = status(refusal.is_some() || name.problem.is_some());
    let page = SetUpScan {
        frame: member.frame(),
        attempt: handle.attempt.to_string(),
        uri: otpauth::uri(&issuer, &account, &pending.key)
            .reveal()
            .clone(),
        issuer,
        account,
        key: pending.key.base32().reveal().clone(),
        good_until: pending.started_at + PENDING_LIFE,
        refusal,
        place: ScanPlace::Settings {
            name,
            replaces: replaced,
        },
    };
    visit::page_with(status, &page)
}

async fn codes_page(member: &Member, handle: &Handle) -> Result<Response, Trouble> {
    let origin = member.visit.origin.clone();
    let made = enroll::make_codes(member.app(), handle, origin).await?;
    let Some((new, attempt)) = made else {
        return Ok(redirect(mfa::PATH));
    };
    visit::page(&StoreCodes {
        frame: member.frame(),
        action: "/account/mfa/devices/stored".to_owned(),
        attempt: Some(handle.attempt.to_string()),
        set: new.set.to_string(),
        steps: false,
        codes: new.codes.iter().map(RecoveryCode::shown).collect(),
        made_at: new.made_at,
        account: full_login(&attempt),
    })
}

fn not_stored(member: &Member, handle: &Handle, refused: bool) -> Result<Response, Trouble> {
    let page = NewCodes {
        frame: member.frame(),
        action: CODES.to_owned(),
        attempt: Some(handle.attempt.to_string()),
        refused,
    };
    visit::page_with(status(refused), &page)
}

const fn status(refused: bool) -> StatusCode {
    if refused {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    }
}

fn full_login(attempt: &Attempt) -> String {
    format!("{}@{}", attempt.login_name, attempt.organization_slug)
}
