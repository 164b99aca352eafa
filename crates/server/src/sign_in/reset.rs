//! A new password in place of a forgotten one. A mailed link, or a code from the help desk, opens an attempt that stands for the
//! password and for nothing else: what the account holds is asked for as at a sign-in, only then is
//! there a new password, and it signs nobody in (product.md: Password forgotten; security.md RE-1 to RE-6).

use portcullis_core::account::State;
use portcullis_core::assurance::Proof;
use portcullis_core::audit::{self, Asking, CodeRefusal, Event, Origin, Who};
use portcullis_core::credential::Kind;
use portcullis_core::credential::help_code::{HelpCode, HelpKind};
use portcullis_core::credential::password::{Password, Weakness};
use portcullis_core::id::{AccountId, AttemptId, LinkId, OrganizationId, ResetRequestId};
use portcullis_core::link;
use portcullis_core::login::{Login, Realm, counted_as};
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::sign_in::{ATTEMPT_LIFE, Missing, Purpose, Step};
use portcullis_core::throttle::{RESETS_OF_ACCOUNT, RESETS_WINDOW};
use portcullis_core::time::Span;
use portcullis_core::token::Token;
use portcullis_pages::Mail;
use portcullis_pages::mail::ResetLink;
use portcullis_store::address_failures::Tried;
use portcullis_store::attempts::{self, NewAttempt};
use portcullis_store::keys::Lookup;
use portcullis_store::links::{self, Link, NewLink};
use portcullis_store::{
    Result, Tx, accounts, help_codes, mails, organizations, profiles, reset_requests, throttle,
};

use super::{Handle, Progress, Turn, advance_proved, look, stands};
use crate::address;
use crate::app::App;
use crate::fault::Fault;
use crate::mail::{self, Recipient};
use crate::people::{checked, help_hash};
use crate::profile::end_what_it_opened;
use crate::record::Subject;

/// What became of a new password.
pub enum NewPassword {
    /// It is in force, and everybody signed out.
    Changed,
    /// It will not do.
    Weak(Weakness),
    /// None is wanted now; this is where the attempt stands.
    Progress(Progress),
}

/// Asks for a link. Gives how long an address that asked too often must wait, whatever the login; all
/// else is the same for every login, and what it leads to is done after the answer.
pub async fn ask(
    app: &App,
    typed: &str,
    origin: Origin,
) -> std::result::Result<Option<Span>, Fault> {
    let (app_, origin_) = (app.clone(), origin.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(network) = address::network(app, &origin_) else {
            return Ok(None);
        };
        if let Some(until) = reset_requests::delayed_until(tx, network, now).await? {
            address::asked_too_often(tx, app, (Asking::ResetLink, network, until), &origin_)
                .await?;
            return Ok(Some(now.until(until)));
        }
        let id = ResetRequestId::new(now, app.random()?);
        reset_requests::note(tx, id, network, now).await?;
        Ok(None)
    };
    let wait = app.store.write(unit).await?;
    if wait.is_none()
        && let Some(login) = Login::parse(typed)
    {
        let app = app.clone();
        tokio::spawn(async move {
            let app_ = app.clone();
            let unit = async move |tx: &mut Tx<'_>| send(tx, &app_, &login, &origin).await;
            if let Err(error) = app.store.write(unit).await {
                tracing::error!(%error, "a link to a new password could not be queued");
            }
        });
    }
    Ok(wait)
}

/// Mails a link to the proved address of an account that may be changed, a few in an hour.
async fn send(tx: &mut Tx<'_>, app: &App, login: &Login, origin: &Origin) -> Result<()> {
    let Some(found) = accounts::by_login(tx, login).await? else {
        return Ok(());
    };
    let (scope, id, now) = (Scope::of(found.organization), found.account, app.now());
    accounts::lock(tx, scope, id).await?;
    let Some(account) = accounts::find(tx, scope, id).await? else {
        return Ok(());
    };
    let proved = account.email.filter(|_| account.email_proved_at.is_some());
    let usable = account.state == State::Active && found.state == State::Active;
    let Some(address) = proved.filter(|_| usable && app.has_mail()) else {
        return Ok(());
    };
    let Some(organization) = organizations::get(tx, scope).await? else {
        return Ok(());
    };
    let token = Token::new(app.random()?);
    let mail = ResetLink {
        login_name: format!("{}@{}", account.login_name, organization.slug),
        link: Secret::new(app.link(&format!("/reset-password/{}", token.text().reveal()))),
        until: now + link::Purpose::Reset.life(),
        from: mail::asked_from(origin),
    };
    let before = mails::count_since(tx, scope, id, mail.name(), now - RESETS_WINDOW).await?;
    if before >= RESETS_OF_ACCOUNT {
        return Ok(());
    }
    links::end_all(tx, scope, id, link::Purpose::Reset).await?;
    let new = NewLink {
        id: LinkId::new(now, app.random()?),
        account: id,
        purpose: link::Purpose::Reset,
        token: token.hash(),
        address: Some(&address),
    };
    links::make(tx, scope, &new, now).await?;
    let subject = Subject::nobody(scope, id, origin);
    subject.write(tx, app, Event::ResetAsked, now).await?;
    let to = Recipient {
        scope,
        account: Some(id),
        address,
        language: origin.language,
    };
    mail::queue(tx, app, &to, &mail).await
}

/// Whether a link opens a reset now. Looking changes nothing.
pub async fn is_open(app: &App, token: &Token) -> std::result::Result<bool, Fault> {
    let (app_, token) = (app.clone(), token.clone());
    let unit = async move |tx: &mut Tx<'_>| Ok(open_link(tx, &app_, &token).await?.is_some());
    Ok(app.store.read(unit).await?)
}

/// Uses a link up: one caller gets the attempt that it opens.
pub async fn redeem(
    app: &App,
    token: &Token,
    origin: Origin,
) -> std::result::Result<Progress, Fault> {
    let (app_, token) = (app.clone(), token.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(link) = open_link(tx, app, &token).await? else {
            return Ok(Progress::Ended);
        };
        accounts::lock(tx, link.scope(), link.account).await?;
        if !links::spend(tx, link.scope(), link.id, now).await? {
            return Ok(Progress::Ended);
        }
        begin(
            tx,
            app,
            (link.scope(), link.account),
            Kind::ResetLink,
            &origin,
        )
        .await
    };
    Ok(app.store.write(unit).await?)
}

/// What became of a code from the help desk.
pub enum CodeRedeemed {
    /// It opens a reset.
    Progress(Progress),
    /// Unknown login, wrong code, none issued, tried too often: nobody learns which.
    Refused,
    /// Too many failures from this address; nobody looked at it.
    AddressDelayed(Span),
}

/// Takes a login and a code from the help desk. A try at an account's code is counted before anybody
/// looks at it; for a login that is nobody's the same is done to no avail. What can't be a code (`None`) is refused as a wrong
/// one is, but costs the account no try.
pub async fn redeem_code(
    app: &App,
    typed: &str,
    code: Option<HelpCode>,
    origin: Origin,
) -> std::result::Result<CodeRedeemed, Fault> {
    let (app_, login) = (app.clone(), Login::parse(typed));
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now, kind) = (&app_, app_.now(), HelpKind::Reset);
        if let Some(wait) = address::delay(tx, app, &origin).await? {
            return Ok(CodeRedeemed::AddressDelayed(wait));
        }
        let found = match &login {
            Some(login) => accounts::by_login(tx, login).await?,
            None => None,
        };
        let known = found.filter(|found| found.state == State::Active);
        let (scope, account) = known.as_ref().map_or_else(nobody, |found| {
            (Scope::of(found.organization), found.account)
        });
        accounts::lock(tx, scope, account).await?;
        let mut cause = CodeRefusal::Wrong;
        if let Some(code) = &code {
            let hash = help_hash(app, account, kind, code);
            if !help_codes::count_try(tx, scope, account, kind, now).await? {
                cause = CodeRefusal::Expired;
            } else if help_codes::spend(tx, (scope, account), kind, hash, now).await? {
                let begun = begin(tx, app, (scope, account), Kind::ResetCode, &origin).await?;
                return Ok(CodeRedeemed::Progress(begun));
            }
        }
        address::note(tx, app, &origin, Tried::ResetCode).await?;
        let subject = match known {
            Some(_) => Subject::nobody(scope, account, &origin),
            None => Subject::instance(Who::Nobody, &origin),
        };
        let event = Event::CodeRefused {
            factor: Kind::ResetCode,
            cause,
            purpose: audit::Purpose::Reset,
        };
        subject.write(tx, app, event, now).await?;
        Ok(CodeRedeemed::Refused)
    };
    Ok(app.store.write(unit).await?)
}

/// In whose place a login stands that is nobody's.
fn nobody() -> (Scope, AccountId) {
    let organization = OrganizationId::from_bytes([0; 16]);
    (Scope::of(organization), AccountId::from_bytes([0; 16]))
}

/// The link of a token, while it is good and its address is still the account's.
async fn open_link(tx: &mut Tx<'_>, app: &App, token: &Token) -> Result<Option<Link>> {
    let found = links::by_token(tx, link::Purpose::Reset, token.hash(), app.now()).await?;
    let Some(link) = found else {
        return Ok(None);
    };
    let account = accounts::find(tx, link.scope(), link.account).await?;
    let good = account.is_some_and(|account| {
        account.state == State::Active
            && account.email_proved_at.is_some()
            && account.email == link.address
    });
    Ok(Some(link).filter(|_| good))
}

/// Opens the attempt, which holds nothing but how it was opened.
async fn begin(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, account): (Scope, AccountId),
    by: Kind,
    origin: &Origin,
) -> Result<Progress> {
    let now = app.now();
    let (Some(person), Some(organization)) = (
        accounts::find(tx, scope, account).await?,
        organizations::get(tx, scope).await?,
    ) else {
        return Ok(Progress::Ended);
    };
    let handle = Handle {
        attempt: AttemptId::new(now, app.random()?),
        token: Token::new(app.random()?),
        session: None,
    };
    let new = NewAttempt {
        id: handle.attempt,
        token: handle.token.hash(),
        account,
        session: None,
        browser: None,
        login: &format!("{}@{}", person.login_name, organization.slug),
        purpose: &Purpose::Reset,
        proofs: &[Proof::of(by, now)],
        expires_at: now + ATTEMPT_LIFE,
    };
    attempts::open(tx, scope, &new, now).await?;
    let subject = Subject::nobody(scope, account, origin);
    let event = match by {
        Kind::ResetCode => Event::ResetCodeUsed,
        _ => Event::ResetOpened,
    };
    subject.write(tx, app, event, now).await?;
    let turn = Turn {
        app,
        handle: &handle,
        origin,
        now,
    };
    match turn.load(tx).await? {
        Some(attempt) => advance_proved(tx, &turn, &attempt, handle.token.clone()).await,
        None => Ok(Progress::Ended),
    }
}

/// Takes the new password of an attempt that has proved all that is asked for. Ends it, and everything
/// that the password before has opened.
pub async fn new_password(
    app: &App,
    handle: &Handle,
    typed: Option<Password>,
    origin: Origin,
) -> std::result::Result<NewPassword, Fault> {
    let (app, handle) = (app.clone(), handle.clone());
    let task = tokio::spawn(async move { take(app, handle, typed, origin).await });
    task.await.map_err(|e| Fault::Broken(e.to_string()))?
}

async fn take(
    app: App,
    handle: Handle,
    typed: Option<Password>,
    origin: Origin,
) -> std::result::Result<NewPassword, Fault> {
    let Some((attempt, step)) = look(&app, &handle).await? else {
        return Ok(NewPassword::Progress(Progress::Ended));
    };
    if step != Step::Enroll(Missing::Password) {
        let progress = Progress::GoOn { handle, step };
        return Ok(NewPassword::Progress(progress));
    }
    let names = [
        attempt.name.as_str(),
        &attempt.login_name,
        &attempt.branding.name,
        &attempt.organization_slug,
        "portcullis",
    ];
    let shortest = attempt.policy.shortest_password(attempt.requirement);
    let password = match checked(typed, shortest, &names, attempt.email.as_deref()) {
        Ok(password) => password,
        Err(weak) => return Ok(NewPassword::Weak(weak)),
    };
    let realm = Realm::of_organization(&attempt.organization_slug);
    let hash = app.hashing.hash(realm, password, app.random()?).await?;
    // An address that is not proved may be the login of somebody else, elsewhere.
    let proved = attempt.email.clone().filter(|_| attempt.email_proved);
    let logins = [Some(attempt.login.clone()), proved];
    let counters = logins.into_iter().flatten().map(|login| {
        app.masters
            .lookup(Lookup::Login, counted_as(&login).as_bytes())
    });
    let counters: Vec<[u8; 32]> = counters.collect();
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let turn = Turn {
            app: &app_,
            handle: &handle,
            origin: &origin,
            now: app_.now(),
        };
        let ended = NewPassword::Progress(Progress::Ended);
        let Some(attempt) = turn.load_alone(tx).await? else {
            return Ok(ended);
        };
        let step = stands(&attempt, turn.now);
        if step != Step::Enroll(Missing::Password) {
            return Ok(NewPassword::Progress(turn.go_on(step)));
        }
        if attempt.state != State::Active || !attempts::close(tx, &attempt).await? {
            return Ok(ended);
        }
        let (scope, account) = (attempt.scope(), attempt.account);
        profiles::reset_password(tx, scope, account, &hash, turn.now).await?;
        end_what_it_opened(tx, scope, account, None, turn.now).await?;
        // The delays of the password that is gone are gone with it.
        for counter in &counters {
            throttle::forget_login(tx, *counter).await?;
        }
        let opened = |kind: &Kind| matches!(kind, Kind::ResetLink | Kind::ResetCode);
        let mut kinds = attempt.facts.proofs.iter().map(|proof| proof.kind);
        let by = kinds.find(opened).unwrap_or(Kind::ResetLink);
        // Who gave the code may have chosen the password. Where a second factor is required and none is held, it
        // would open the first set-up, or sign in for as long as that can be put off: so the help desk's other code does.
        if by == Kind::ResetCode && !attempt.held.has_factor() && attempt.requirement.is_asked() {
            accounts::ask_for_enrollment_code(tx, scope, account).await?;
        }
        turn.write(tx, &attempt, Event::PasswordReset { by })
            .await?;
        Ok(NewPassword::Changed)
    };
    Ok(app.store.write(unit).await?)
}
