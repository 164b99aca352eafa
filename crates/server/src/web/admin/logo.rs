//! The organization's logo, for its admins: put up, changed, removed.

use std::collections::BTreeSet;
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::logo::{LeftOut, NotALogo};
use portcullis_core::sign_in::Act;
use portcullis_core::time::Span;
use portcullis_pages::{LogoForm, LogoRefusal, RemoveLogo};
use tokio::time::timeout;

use super::branding::{home, may};
use crate::app::App;
use crate::branding::{NotChanged, set_logo};
use crate::fault::Fault;
use crate::logo::{MAX_KILOBYTES, MAX_SIDE, Safe, made_safe};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::form::Form;
use crate::web::password::retry_after;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::upload::{Upload, word};
use crate::web::visit;

/// How long a file waits for its turn: many times what reading one takes.
const PATIENCE: Duration = Duration::from_secs(1);
/// When one that waited that long may come again.
const AGAIN_SECONDS: i64 = 5;

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    may(&admin)?;
    prove(&admin, "logo").await?;
    visit::page(&form(&admin, None))
}

pub async fn submit(admin: Administrator, upload: Upload) -> Result<Response, Trouble> {
    may(&admin)?;
    prove(&admin, "logo").await?;
    let [file, version] = upload.only(["file", "version"])?;
    let version: i64 = word(&version)?.parse().map_err(|_| Trouble::BadForm)?;
    let refused = |status, why| visit::page_with(status, &form(&admin, Some(why)));
    let safe = match read(admin.member.app(), file).await? {
        Some(Ok(safe)) => safe,
        Some(Err(why)) => return refused(StatusCode::UNPROCESSABLE_ENTITY, LogoRefusal::File(why)),
        None => {
            let mut busy = refused(StatusCode::SERVICE_UNAVAILABLE, LogoRefusal::Busy)?;
            retry_after(&mut busy, Span::seconds(AGAIN_SECONDS));
            return Ok(busy);
        }
    };
    let mut left_out = words(&safe.left_out);
    if safe.faint {
        left_out += "&faint";
    }
    match keep(&admin, Some(safe), version).await? {
        Ok(()) => Ok(redirect(&format!("{}?logo=saved{left_out}", home(&admin)))),
        Err(NotChanged::Denied) => Err(Trouble::Forbidden),
        Err(NotChanged::Stale | NotChanged::Full) => {
            refused(StatusCode::CONFLICT, LogoRefusal::Stale)
        }
    }
}

pub async fn show_remove(admin: Administrator) -> Result<Response, Trouble> {
    may(&admin)?;
    has_one(&admin)?;
    prove(&admin, "logo/remove").await?;
    visit::page(&removing(&admin, false))
}

pub async fn remove(admin: Administrator, typed: Form) -> Result<Response, Trouble> {
    may(&admin)?;
    has_one(&admin)?;
    prove(&admin, "logo/remove").await?;
    let [version] = typed.only(["version"])?;
    let version: i64 = version.parse().map_err(|_| Trouble::BadForm)?;
    match keep(&admin, None, version).await? {
        Ok(()) => Ok(redirect(&format!("{}?logo=removed", home(&admin)))),
        Err(NotChanged::Denied) => Err(Trouble::Forbidden),
        Err(NotChanged::Stale | NotChanged::Full) => {
            visit::page_with(StatusCode::CONFLICT, &removing(&admin, true))
        }
    }
}

/// What of a drawing was left out, as the page that is led to says it.
pub(super) fn left_out(visit: &visit::Visit) -> Vec<LeftOut> {
    let named = visit.parameter("left_out").unwrap_or_default();
    let named: Vec<&str> = named.split(' ').collect();
    let is_named = |one: &LeftOut| named.contains(&one.as_str());
    LeftOut::ALL.into_iter().filter(is_named).collect()
}

fn words(left_out: &BTreeSet<LeftOut>) -> String {
    let words: Vec<&str> = left_out.iter().map(|one| one.as_str()).collect();
    if words.is_empty() {
        return String::new();
    }
    format!("&left_out={}", words.join("+"))
}

/// Reads a file on a thread that may take its time, when no other is read. `None` when that takes too long: what
/// comes meanwhile is not kept waiting in memory.
async fn read(app: &App, file: Vec<u8>) -> Result<Option<Result<Safe, NotALogo>>, Trouble> {
    let turn = timeout(PATIENCE, app.logos.clone().acquire_owned()).await;
    let Ok(Ok(turn)) = turn else {
        return Ok(None);
    };
    let read = tokio::task::spawn_blocking(move || {
        let safe = made_safe(&file);
        // Only now: whoever sent it may have left, and the work goes on.
        drop(turn);
        safe
    });
    read.await.map(Some).map_err(|error| {
        tracing::error!(%error, "a logo could not be read");
        Trouble::Internal
    })
}

async fn keep(
    admin: &Administrator,
    safe: Option<Safe>,
    version: i64,
) -> Result<Result<(), NotChanged>, Fault> {
    if version != admin.organization.version {
        return Ok(Err(NotChanged::Stale));
    }
    let visit = &admin.member.visit;
    let (actor, organization, origin) = (&admin.actor, &admin.organization, visit.origin.clone());
    set_logo(&visit.app, actor, organization, safe, origin).await
}

fn has_one(admin: &Administrator) -> Result<(), Trouble> {
    match admin.organization.branding.logo {
        Some(_) => Ok(()),
        None => Err(Trouble::NotFound),
    }
}

/// Asks for a fresh proof before a file is chosen: with the answer to it, the file would be lost.
async fn prove(admin: &Administrator, path: &str) -> Result<(), Trouble> {
    let here = format!("{}/{path}", home(admin));
    demand(&admin.member, Act::People, &here).await
}

fn form(admin: &Administrator, refusal: Option<LogoRefusal>) -> LogoForm {
    LogoForm {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        version: admin.organization.version,
        kilobytes: MAX_KILOBYTES,
        side: MAX_SIDE,
        refusal,
    }
}

fn removing(admin: &Administrator, stale: bool) -> RemoveLogo {
    RemoveLogo {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        version: admin.organization.version,
        stale,
    }
}
