//! What members ask the help desk for, and what becomes of it (product.md: `managed_service_provider`, steps 1 and 2;
//! Lock-outs). For whom somebody asks who is not signed in is found out after the answer, as with a forgotten
//! password, so that no login differs by words or by time.

use std::collections::BTreeSet;

use portcullis_core::account::State;
use portcullis_core::audit::{Asking, Event, Origin, Who};
use portcullis_core::branding::Branding;
use portcullis_core::help_request::{
    ASKING_WINDOW, MAILS_OF_ORGANIZATION, Outcome, REQUESTS_WINDOW, Wish,
};
use portcullis_core::id::{AccountId, HelpAskingId, HelpRequestId, OrganizationId};
use portcullis_core::language::Language;
use portcullis_core::login::{Email, Login};
use portcullis_core::role::{Actor, Permission, Scope, scope, scope_over};
use portcullis_core::time::Span;
use portcullis_pages::mail::HelpAskedMail;
use portcullis_pages::telling::By;
use portcullis_store::accounts::{self, Account};
use portcullis_store::help_requests::{self, HelpRequest, Listed, NewHelpRequest};
use portcullis_store::sessions::Session;
use portcullis_store::{Result, Tx, help_askings, organizations, policies, roles};

use super::changes::{NotChanged, anywhere, over};
use crate::address;
use crate::app::App;
use crate::fault::Fault;
use crate::mail::{self, Recipient};
use crate::notices::by;
use crate::record::Subject;

/// How many requests a member's own list has.
const OWN: u32 = 20;
/// How many open requests a changed policy is looked through for; what is left is answered by hand.
const BY_POLICY: u32 = 500;

/// What became of a member's asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The help desk has it now.
    Made,
    /// It had it already.
    Open,
    /// The account asked as often as it may in a day.
    TooOften,
    /// There is nothing to ask for.
    NotOffered,
}

/// What an agent says of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestReply {
    /// What became of it; `Granted` does it.
    pub outcome: Outcome,
    /// What the member is told.
    pub word: Option<String>,
}

/// Asks for something in a session of the account.
pub async fn ask(app: &App, session: &Session, wish: Wish, origin: Origin) -> Result<Asked, Fault> {
    let (app_, scope, id) = (app.clone(), session.scope(), session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        let subject = Subject::own(scope, id, &origin);
        make(tx, &app_, (scope, id), (wish, true), &subject).await
    };
    Ok(app.store.write(unit).await?)
}

/// Asks for help out of a lock-out with nothing but a login. Gives how long an address that asked too often must
/// wait, whatever the login; all else is the same for every login, and what it leads to is done after the answer.
pub async fn ask_from_outside(
    app: &App,
    typed: &str,
    origin: Origin,
) -> Result<Option<Span>, Fault> {
    let (app_, origin_) = (app.clone(), origin.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(network) = address::network(app, &origin_) else {
            return Ok(None);
        };
        if let Some(until) = help_askings::delayed_until(tx, network, now).await? {
            address::asked_too_often(tx, app, (Asking::Help, network, until), &origin_).await?;
            return Ok(Some(now.until(until)));
        }
        let id = HelpAskingId::new(now, app.random()?);
        help_askings::note(tx, id, network, now).await?;
        Ok(None)
    };
    let wait = app.store.write(unit).await?;
    if wait.is_none()
        && let Some(login) = Login::parse(typed)
    {
        let app = app.clone();
        tokio::spawn(async move {
            let app_ = app.clone();
            let unit = async move |tx: &mut Tx<'_>| {
                let Some(found) = accounts::by_login(tx, &login).await? else {
                    return Ok(());
                };
                if found.state == State::Suspended {
                    return Ok(());
                }
                let (scope, id) = (Scope::of(found.organization), found.account);
                let subject = Subject::nobody(scope, id, &origin);
                make(tx, &app_, (scope, id), (Wish::Unlock, false), &subject).await?;
                Ok(())
            };
            if let Err(error) = app.store.write(unit).await {
                tracing::error!(%error, "a request to the help desk could not be noted");
            }
        });
    }
    Ok(wait)
}

/// Makes a request within the limits of the account, and tells the help desk.
async fn make(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, id): (Scope, AccountId),
    (wish, signed_in): (Wish, bool),
    subject: &Subject,
) -> Result<Asked> {
    let now = app.now();
    accounts::lock(tx, scope, id).await?;
    let (Some(account), Some(case)) = (
        accounts::find(tx, scope, id).await?,
        policies::case(tx, scope, id, now).await?,
    ) else {
        return Ok(Asked::NotOffered);
    };
    if !wish.is_of_use(account.state, account.mfa_status, case.requirement(now)) {
        return Ok(Asked::NotOffered);
    }
    if help_requests::open_of(tx, scope, id, wish).await?.is_some() {
        return Ok(Asked::Open);
    }
    if let Some(until) = help_requests::delayed_until(tx, scope, id, now).await? {
        let asked = (Asking::Help, until);
        address::account_asked_too_often(tx, app, (scope, id), asked, subject).await?;
        return Ok(Asked::TooOften);
    }
    let new = NewHelpRequest {
        id: HelpRequestId::new(now, app.random()?),
        account: id,
        wish,
        signed_in,
    };
    if !help_requests::make(tx, scope, &new, now).await? {
        return Ok(Asked::Open);
    }
    subject
        .write(tx, app, Event::HelpAsked { wish }, now)
        .await?;
    tell_help_desk(tx, app, scope, (&account, &new)).await?;
    Ok(Asked::Made)
}

/// Mails a request to the contacts' addresses: not more than once a day for an account, and not more than some in an
/// hour for the organization, so that nobody fills a mailbox by asking. The list has what no mail tells.
async fn tell_help_desk(
    tx: &mut Tx<'_>,
    app: &App,
    scope: Scope,
    (account, new): (&Account, &NewHelpRequest),
) -> Result<()> {
    let now = app.now();
    if !app.has_mail() {
        return Ok(());
    }
    let lately = help_requests::mails_since(tx, scope, now - ASKING_WINDOW).await?;
    if lately >= MAILS_OF_ORGANIZATION
        || help_requests::mailed_since(tx, scope, account.id, now - REQUESTS_WINDOW).await?
    {
        return Ok(());
    }
    let Some(organization) = organizations::get(tx, scope).await? else {
        return Ok(());
    };
    let addresses = desk_addresses(app, &organization.branding);
    if addresses.is_empty() {
        return Ok(());
    }
    let mail = HelpAskedMail {
        wish: new.wish,
        signed_in: new.signed_in,
        name: account.name.clone(),
        login_name: format!("{}@{}", account.login_name, organization.slug),
        path: format!("/admin/{}/requests/{}", organization.slug, new.id),
    };
    let own = !organization.branding.contacts.is_empty();
    for address in addresses {
        let known = help_requests::desk_language(tx, scope, (&address, own), now).await?;
        let to = Recipient {
            scope,
            account: None,
            address,
            // Not the language of whoever asks: it is the help desk that reads it.
            language: known.as_deref().and_then(Language::parse),
        };
        mail::queue(tx, app, &to, &mail).await?;
    }
    help_requests::note_mailed(tx, scope, new.id, now).await
}

/// Where the help desk gets mail: the addresses of the contacts that the organization's pages show.
fn desk_addresses(app: &App, branding: &Branding) -> BTreeSet<String> {
    let contacts = app.settings().contacts_of(Some(branding)).into_iter();
    let mails = contacts.filter_map(|contact| contact.mail.as_deref()?.parse::<Email>().ok());
    mails.map(|email| email.as_str().to_owned()).collect()
}

/// Takes a request back; false when none of the kind is open.
pub async fn withdraw(
    app: &App,
    session: &Session,
    wish: Wish,
    origin: Origin,
) -> Result<bool, Fault> {
    let (app_, scope, id) = (app.clone(), session.scope(), session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        let now = app_.now();
        let Some(open) = help_requests::open_of(tx, scope, id, wish).await? else {
            return Ok(false);
        };
        let by = Who::Person {
            account: id,
            organization: scope.organization(),
        };
        let said = (Outcome::Withdrawn, &by, None);
        if !help_requests::answer(tx, scope, open, said, now).await? {
            return Ok(false);
        }
        let subject = Subject::own(scope, id, &origin);
        let event = Event::HelpWithdrawn { wish };
        subject.write(tx, &app_, event, now).await?;
        Ok(true)
    };
    Ok(app.store.write(unit).await?)
}

/// What the member of a session may ask for now.
pub async fn wishes(app: &App, session: &Session) -> Result<Vec<Wish>, Fault> {
    let (scope, id, now) = (session.scope(), session.account, app.now());
    let unit = async move |tx: &mut Tx<'_>| {
        let found = accounts::find(tx, scope, id).await?;
        let case = policies::case(tx, scope, id, now).await?;
        Ok(found.zip(case))
    };
    let Some((account, case)) = app.store.read(unit).await? else {
        return Ok(Vec::new());
    };
    let requirement = case.requirement(now);
    let may = |wish: &Wish| wish.is_of_use(account.state, account.mfa_status, requirement);
    Ok(Wish::ALL.into_iter().filter(may).collect())
}

/// What the member of a session asked for, newest first.
pub async fn own_requests(
    app: &App,
    session: &Session,
) -> Result<Vec<(HelpRequest, Option<By>)>, Fault> {
    let (scope, id) = (session.scope(), session.account);
    let unit = async move |tx: &mut Tx<'_>| {
        let mut told = Vec::new();
        for one in help_requests::of_account(tx, scope, id, OWN).await? {
            let by = answered_by(tx, scope, &one).await?;
            told.push((one, by));
        }
        Ok(told)
    };
    Ok(app.store.read(unit).await?)
}

/// Who answered a request, as its member may know it.
async fn answered_by(tx: &mut Tx<'_>, scope: Scope, one: &HelpRequest) -> Result<Option<By>> {
    let Some(answer) = &one.answer else {
        return Ok(None);
    };
    Ok(Some(by(tx, (scope, one.account), &answer.by).await?))
}

/// A request as an agent sees it.
pub struct Request {
    /// The request, and whose it is.
    pub listed: Listed,
    /// Who answered it, if somebody did.
    pub by: Option<By>,
    /// Whether the agent may answer it: not where the account has a role that others help.
    pub answers: bool,
}

/// One request of an organization, for who may look there.
pub async fn request(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    id: HelpRequestId,
) -> Result<Result<Request, NotChanged>, Fault> {
    let now = app.now();
    let Ok(scope) = scope(actor, organization, Permission::SeePeople, now) else {
        return Ok(Err(NotChanged::Denied));
    };
    let actor = actor.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let Some(listed) = help_requests::find(tx, scope, id).await? else {
            return Ok(Err(NotChanged::Gone));
        };
        let account = listed.request.account;
        let grants = roles::of_account(tx, scope, account, now).await?;
        let (whose, theirs) = ((organization, account), anywhere(&grants));
        Ok(Ok(Request {
            by: answered_by(tx, scope, &listed.request).await?,
            answers: scope_over(&actor, whose, theirs, Permission::Help, now).is_ok(),
            listed,
        }))
    };
    Ok(app.store.read(unit).await?)
}

/// The open requests of an organization, oldest first, from one on, and those that were answered last.
pub async fn requests(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    (after, limit, answered): (Option<HelpRequestId>, u32, u32),
) -> Result<Result<(Vec<Listed>, Vec<Listed>), NotChanged>, Fault> {
    let Ok(scope) = scope(actor, organization, Permission::SeePeople, app.now()) else {
        return Ok(Err(NotChanged::Denied));
    };
    let unit = async move |tx: &mut Tx<'_>| {
        let open = help_requests::open(tx, scope, after, limit).await?;
        let before = help_requests::answered(tx, scope, answered).await?;
        Ok((open, before))
    };
    Ok(Ok(app.store.read(unit).await?))
}

/// Answers a request: one agent does. What the member asked for, the help desk may grant: MFA is then required of that
/// account alone, though elsewhere only an admin says so.
pub async fn answer_request(
    app: &App,
    actor: &Actor,
    (organization, id): (OrganizationId, HelpRequestId),
    reply: RequestReply,
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let (app_, actor) = (app.clone(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Ok(place) = scope(&actor, organization, Permission::Help, now) else {
            return Ok(Err(NotChanged::Denied));
        };
        let Some(listed) = help_requests::find(tx, place, id).await? else {
            return Ok(Err(NotChanged::Gone));
        };
        let (wish, account) = (listed.request.wish, listed.request.account);
        let grants = reply.outcome == Outcome::Granted;
        if grants && wish != Wish::MfaOn || reply.outcome == Outcome::Withdrawn {
            return Ok(Err(NotChanged::Denied));
        }
        let found = over(tx, app, &actor, (organization, account), Permission::Help).await?;
        let scope = match found {
            Ok(found) => found.scope,
            Err(why) => return Ok(Err(why)),
        };
        let who = Who::from(&actor);
        let said = (reply.outcome, &who, reply.word.as_deref());
        if !help_requests::answer(tx, scope, id, said, now).await? {
            return Ok(Err(NotChanged::AlreadySo));
        }
        let subject = Subject::by(who.clone(), scope, Some(account), &origin);
        if grants {
            accounts::require_mfa(tx, scope, account, true).await?;
            let event = Event::MfaRequired { required: true };
            subject.write(tx, app, event, now).await?;
        }
        let event = Event::HelpAnswered {
            wish,
            outcome: reply.outcome,
            word: reply.word.clone(),
        };
        subject.write(tx, app, event, now).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Answers the requests for MFA that a changed policy fulfils: those of whom it asks for it now.
pub(crate) async fn fulfilled_by_policy(
    tx: &mut Tx<'_>,
    app: &App,
    scope: Scope,
    (who, origin): (&Who, &Origin),
) -> Result<()> {
    let (now, wish, outcome) = (app.now(), Wish::MfaOn, Outcome::Granted);
    for one in help_requests::open(tx, scope, None, BY_POLICY).await? {
        let (id, account) = (one.request.id, one.request.account);
        if one.request.wish != wish {
            continue;
        }
        let case = policies::case(tx, scope, account, now).await?;
        let asked = case.is_some_and(|case| case.requirement(now).is_asked());
        let said = (outcome, who, None);
        if asked && help_requests::answer(tx, scope, id, said, now).await? {
            let event = Event::HelpAnswered {
                wish,
                outcome,
                word: None,
            };
            let subject = Subject::by(who.clone(), scope, Some(account), origin);
            subject.write(tx, app, event, now).await?;
        }
    }
    Ok(())
}
