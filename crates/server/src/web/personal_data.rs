//! What is stored about the member: a copy to take along, and asking for the account to be deleted.

use axum::response::Response;
use portcullis_core::sign_in::Act;
use portcullis_pages::{AskDeletion, Deletion, PersonalData};
use portcullis_store::{Tx, accounts, organizations};

use super::admit::Member;
use super::download::download;
use super::dress::redirect;
use super::form::Form;
use super::step_up::demand;
use super::trouble::Trouble;
use super::visit;
use crate::fault::Fault;
use crate::personal_data;
use crate::profile::{self, Asked};

const PATH: &str = "/account/data";
const DELETION: &str = "/account/deletion";

pub async fn show(member: Member) -> Result<Response, Trouble> {
    if member.is_frozen() {
        return Err(Trouble::Frozen);
    }
    let deletion = deletion(&member).await?;
    visit::page(&PersonalData {
        frame: member.frame(),
        member: member.bar(),
        organization: member.session.branding.name.clone(),
        deletion,
    })
}

pub async fn take(member: Member, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    demand(&member, Act::Record, PATH).await?;
    let origin = member.visit.origin.clone();
    let pieces = personal_data::copy(member.app(), &member.session, origin).await?;
    let pieces = pieces.ok_or(Trouble::SignInFirst(None))?;
    Ok(download(pieces, "application/json", "account-data.json"))
}

pub async fn show_deletion(member: Member) -> Result<Response, Trouble> {
    if member.is_frozen() {
        return Err(Trouble::Frozen);
    }
    match deletion(&member).await? {
        Deletion::NotOffered => Err(Trouble::DeletionNotOffered),
        Deletion::Asked(_) => Ok(redirect(PATH)),
        Deletion::Offered => visit::page(&AskDeletion {
            frame: member.frame(),
            organization: member.session.branding.name.clone(),
        }),
    }
}

pub async fn ask_deletion(member: Member, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    if deletion(&member).await? == Deletion::NotOffered {
        return Err(Trouble::DeletionNotOffered);
    }
    demand(&member, Act::Record, DELETION).await?;
    let origin = member.visit.origin.clone();
    done(profile::ask_deletion(member.app(), &member.session, origin).await?)
}

pub async fn withdraw_deletion(member: Member, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    demand(&member, Act::Record, PATH).await?;
    let origin = member.visit.origin.clone();
    done(profile::withdraw_deletion(member.app(), &member.session, origin).await?)
}

fn done(asked: Asked) -> Result<Response, Trouble> {
    match asked {
        Asked::Done => Ok(redirect(PATH)),
        Asked::NotProved => Err(Trouble::SignInFirst(None)),
        Asked::NotOffered => Err(Trouble::DeletionNotOffered),
    }
}

/// Whether the member has asked for deletion, or can.
pub async fn deletion(member: &Member) -> Result<Deletion, Fault> {
    let (scope, account) = (member.session.scope(), member.session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        let account = accounts::find(tx, scope, account).await?;
        let organization = organizations::get(tx, scope).await?;
        Ok((
            account.and_then(|one| one.deletion_asked_at),
            organization.is_some_and(|one| one.policy.deletion_requests),
        ))
    };
    Ok(match member.app().store.read(unit).await? {
        (Some(at), _) => Deletion::Asked(at),
        (None, true) => Deletion::Offered,
        (None, false) => Deletion::NotOffered,
    })
}
