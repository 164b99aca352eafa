//! The member's email address: asking for a link to it, and the link's own page.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::sign_in::Act;
use portcullis_core::token::Token;
use portcullis_pages::{
    Address, AddressConfirmed, AddressRefusal, ConfirmAddress, Email, Field, Problem, Waiting,
};
use portcullis_store::{Tx, accounts};

use super::admit::{Member, live};
use super::dress::redirect;
use super::field::parsed;
use super::form::Form;
use super::step_up::demand;
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::fault::Fault;
use crate::profile::address::{self, Asked, Confirmed};

const PATH: &str = "/account/address";

pub async fn show(member: Member) -> Result<Response, Trouble> {
    offered(&member).await?;
    visit::page(&page(&member).await?)
}

pub async fn ask(member: Member, form: Form) -> Result<Response, Trouble> {
    let [email] = form.only(["email"])?;
    offered(&member).await?;
    let mut page = page(&member).await?;
    let read = parsed(&email, str::parse, Problem::NotAnEmail, &mut page.email);
    if let Some(address) = read {
        let origin = member.visit.origin.clone();
        page.refusal = match address::ask(member.app(), &member.session, address, origin).await? {
            Asked::Sent => return Ok(redirect(PATH)),
            Asked::AlreadyProved => Some(AddressRefusal::AlreadyProved),
            Asked::TooMany => Some(AddressRefusal::TooMany),
            Asked::NotNow => Some(AddressRefusal::NotNow),
        };
    }
    visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

pub async fn show_link(visit: Visit, Path(token): Path<String>) -> Result<Response, Trouble> {
    let parsed = Token::parse(&token).ok_or(Trouble::LinkGone)?;
    let open = address::open(&visit.app, &parsed).await?;
    let open = open.ok_or(Trouble::LinkGone)?;
    visit::page(&ConfirmAddress {
        frame: visit.frame(Some(&open.branding)),
        token,
        email: open.address,
        login_name: open.login_name,
        organization: open.branding.name,
    })
}

pub async fn confirm(
    visit: Visit,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    let token = Token::parse(&token).ok_or(Trouble::LinkGone)?;
    let open = address::open(&visit.app, &token).await?;
    let open = open.ok_or(Trouble::LinkGone)?;
    // The mail alone is not enough: whoever made the account with somebody else's address could have that
    // one prove it, and would keep password, device and sessions (security.md EN-7).
    let here = live(&visit).await?;
    if here.is_none_or(|(session, _)| session.account != open.account) {
        return Err(Trouble::SignInFirst(Some(PATH.to_owned())));
    }
    let taken = match address::confirm(&visit.app, &token, visit.origin.clone()).await? {
        Confirmed::Gone => return Err(Trouble::LinkGone),
        Confirmed::Taken => true,
        Confirmed::Done => false,
    };
    let frame = visit.frame(None);
    visit::page(&AddressConfirmed { frame, taken })
}

/// With mail, and a fresh proof.
async fn offered(member: &Member) -> Result<(), Trouble> {
    if !member.app().has_mail() {
        return Err(Trouble::NotFound);
    }
    demand(member, Act::Address, PATH).await
}

async fn page(member: &Member) -> Result<Address, Trouble> {
    let (scope, id) = (member.session.scope(), member.session.account);
    let find = async move |tx: &mut Tx<'_>| accounts::find(tx, scope, id).await;
    let found = member.app().store.read(find).await.map_err(Fault::from)?;
    let account = found.ok_or(Trouble::NotFound)?;
    let waiting = address::waiting(member.app(), &member.session).await?;
    let on_record = account.email.map(|address| Email {
        address,
        proved: account.email_proved_at.is_some(),
    });
    // What is on record and not proved is what most want a link to.
    let unproved = on_record.clone().filter(|email| !email.proved);
    Ok(Address {
        frame: member.frame(),
        member: member.bar(),
        email: Field::new(unproved.map(|email| email.address).unwrap_or_default()),
        on_record,
        waiting: waiting.map(|(address, until)| Waiting { address, until }),
        refusal: None,
    })
}
