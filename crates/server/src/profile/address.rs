//! Proving the address on record, or putting another in its place. A link goes to the address in
//! question, and only whoever opens it there proves it; the address before stays in force until then,
//! and is told (product.md: Words; security.md EM-7, MT-2).

use portcullis_core::account::State;
use portcullis_core::audit::{Asking, Event, Origin};
use portcullis_core::branding::Branding;
use portcullis_core::id::{AccountId, LinkId};
use portcullis_core::link;
use portcullis_core::login::Email;
use portcullis_core::secret::Secret;
use portcullis_core::sign_in::{Act, Step};
use portcullis_core::time::{Span, Timestamp};
use portcullis_core::token::Token;
use portcullis_pages::Mail;
use portcullis_pages::mail::AddressLink;
use portcullis_store::links::{self, Link, NewLink};
use portcullis_store::sessions::Session;
use portcullis_store::{Error, Result, Tx, accounts, attempts, mails, organizations, profiles};

use crate::address::account_asked_too_often;
use crate::app::App;
use crate::fault::Fault;
use crate::mail::{self, Recipient};
use crate::record::Subject;
use crate::sign_in::still_asked;

/// Links that one account can have mailed to addresses in an hour: they go to people who may never
/// have heard of it.
const MOST_LINKS: usize = 5;
/// In which so many are the most.
const WINDOW: Span = Span::hours(1);

/// What became of asking for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is on its way.
    Sent,
    /// The address is the account's and proved.
    AlreadyProved,
    /// Too many within an hour.
    TooMany,
    /// The session has ended, its proof is not fresh any more, or the account may not be changed.
    NotNow,
}

/// What became of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// The address is the account's, and signs in.
    Done,
    /// It signs another account in, and stays there. Whoever learns it reads that mailbox.
    Taken,
    /// The link was used, has ended or never was.
    Gone,
}

/// A link that is open: what its page shows.
#[derive(Clone, Debug)]
pub struct OpenLink {
    /// Whose.
    pub account: AccountId,
    /// The address that it proves.
    pub address: String,
    /// `ann@acme`.
    pub login_name: String,
    /// How the organization shows itself.
    pub branding: Branding,
}

/// Mails a link to an address that is to be the account's. Whether it signs another account in makes no
/// difference here: the mail goes there either way, and only who opens it learns more.
pub async fn ask(
    app: &App,
    session: &Session,
    address: Email,
    origin: Origin,
) -> std::result::Result<Asked, Fault> {
    let (app_, session) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let (scope, id) = (session.scope(), session.account);
        accounts::lock(tx, scope, id).await?;
        let step = still_asked(tx, app, &session, Act::Address).await?;
        let Some(account) = accounts::find(tx, scope, id).await? else {
            return Ok(Asked::NotNow);
        };
        if !matches!(step, Some(Step::Done(_))) || account.state != State::Active || !app.has_mail()
        {
            return Ok(Asked::NotNow);
        }
        if account.email.as_deref() == Some(address.as_str()) && account.email_proved_at.is_some() {
            return Ok(Asked::AlreadyProved);
        }
        let token = Token::new(app.random()?);
        let mail = AddressLink {
            login_name: format!("{}@{}", session.login_name, session.organization_slug),
            link: Secret::new(app.link(&format!("/address/{}", token.text().reveal()))),
            until: now + link::Purpose::Address.life(),
            from: mail::asked_from(&origin),
        };
        let subject = Subject::own(scope, id, &origin);
        let sent = mails::queued_since(tx, (scope, id), mail.name(), now - WINDOW).await?;
        if let Some(at) = sent.get(MOST_LINKS - 1) {
            let asked = (Asking::AddressLink, *at + WINDOW);
            account_asked_too_often(tx, app, (scope, id), asked, &subject).await?;
            return Ok(Asked::TooMany);
        }
        links::end_all(tx, scope, id, link::Purpose::Address).await?;
        let new = NewLink {
            id: LinkId::new(now, app.random()?),
            account: id,
            purpose: link::Purpose::Address,
            token: token.hash(),
            address: Some(address.as_str()),
        };
        links::make(tx, scope, &new, now).await?;
        let event = Event::AddressAsked {
            address: address.as_str().to_owned(),
        };
        subject.write(tx, app, event, now).await?;
        let to = Recipient {
            scope,
            account: Some(id),
            address: address.as_str().to_owned(),
            language: origin.language,
        };
        mail::queue(tx, app, &to, &mail).await?;
        Ok(Asked::Sent)
    };
    Ok(app.store.write(unit).await?)
}

/// The address that a link is under way to, and until when it is good.
pub async fn waiting(
    app: &App,
    session: &Session,
) -> std::result::Result<Option<(String, Timestamp)>, Fault> {
    let (scope, id, now) = (session.scope(), session.account, app.now());
    let unit = async move |tx: &mut Tx<'_>| {
        links::waiting(tx, scope, id, link::Purpose::Address, now).await
    };
    Ok(app.store.read(unit).await?)
}

/// What a link would do. Looking changes nothing.
pub async fn open(app: &App, token: &Token) -> std::result::Result<Option<OpenLink>, Fault> {
    let (token, now) = (token.hash(), app.now());
    let unit = async move |tx: &mut Tx<'_>| {
        let Some(link) = links::by_token(tx, link::Purpose::Address, token, now).await? else {
            return Ok(None);
        };
        let account = accounts::find(tx, link.scope(), link.account).await?;
        let organization = organizations::get(tx, link.scope()).await?;
        let (Some(account), Some(organization), Some(address)) =
            (account, organization, link.address)
        else {
            return Ok(None);
        };
        Ok(Some(OpenLink {
            account: account.id,
            address,
            login_name: format!("{}@{}", account.login_name, organization.slug),
            branding: organization.branding,
        })
        .filter(|_| account.state == State::Active))
    };
    Ok(app.store.read(unit).await?)
}

/// Uses a link up: its address is proved, and is the account's from now on.
pub async fn confirm(
    app: &App,
    token: &Token,
    origin: Origin,
) -> std::result::Result<Confirmed, Fault> {
    let (app_, token) = (app.clone(), token.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let found = links::by_token(tx, link::Purpose::Address, token.hash(), app_.now()).await?;
        match found {
            Some(link) => put_on_record(tx, &app_, &link, &origin).await,
            None => Ok(Confirmed::Gone),
        }
    };
    match app.store.write(unit).await {
        // Another account proved it at this very moment. The link was not used up.
        Err(Error::Conflict(_)) => Ok(Confirmed::Taken),
        done => Ok(done?),
    }
}

async fn put_on_record(
    tx: &mut Tx<'_>,
    app: &App,
    link: &Link,
    origin: &Origin,
) -> Result<Confirmed> {
    let (scope, id, now) = (link.scope(), link.account, app.now());
    accounts::lock(tx, scope, id).await?;
    if !links::spend(tx, scope, link.id, now).await? {
        return Ok(Confirmed::Gone);
    }
    let email = link.address.as_deref().and_then(|text| text.parse().ok());
    let account = accounts::find(tx, scope, id).await?;
    let (Some(email), Some(account)) = (email, account.filter(|it| it.state == State::Active))
    else {
        return Ok(Confirmed::Gone);
    };
    if !profiles::change_email(tx, scope, id, &email, now).await? {
        return Ok(Confirmed::Taken);
    }
    // What was under way to or from the address before is over: links, and attempts with their codes.
    links::end_all(tx, scope, id, link::Purpose::Address).await?;
    links::end_all(tx, scope, id, link::Purpose::Reset).await?;
    attempts::close_others(tx, scope, id, None).await?;
    let event = if account.email.as_deref() == Some(email.as_str()) {
        Event::EmailProved
    } else {
        Event::AddressChanged {
            from: account.email,
            to: email.as_str().to_owned(),
        }
    };
    Subject::own(scope, id, origin)
        .write(tx, app, event, now)
        .await?;
    Ok(Confirmed::Done)
}
