//! `portcullis account …`.

use std::io::{IsTerminal, Read};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use portcullis_core::account::State;
use portcullis_core::audit::Origin;
use portcullis_core::credential::password::{Password, Weakness};
use portcullis_core::name::{Name, NotAcceptable};
use portcullis_core::role::{Role, Scope};
use portcullis_core::time::{Span, Timestamp};
use portcullis_server::App;
use portcullis_server::people::{self, NotAdded, NotChanged, NotEdited, Person, Record};
use portcullis_store::Tx;
use portcullis_store::accounts::{self, Account, Wanted};
use portcullis_store::organizations::Organization;
use serde_json::Value;

use super::{account_of, invitations, operator, organization_of, verified};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const HEADINGS: [&str; 8] = [
    "login",
    "name",
    "email",
    "email proved",
    "state",
    "mfa",
    "last sign-in",
    "deletion asked",
];
/// How many are read at a time.
const PAGE: u32 = 200;

/// Runs a command about people.
pub async fn run(options: &Options, command: cli::Account) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::Account::List { organization, json } => list(&app, &organization, json).await?,
        cli::Account::Create(person) => {
            let (organization, person) = read(&app, person).await?;
            let password = Password::typed(&typed_password()?);
            let made = people::create(
                &app,
                &operator(),
                &organization,
                (person.clone(), password),
                Origin::default(),
            )
            .await?;
            made.map_err(|why| refused(why, &person))?;
            output::line(&format!(
                "Added {}@{}.",
                person.login_name, organization.slug
            ));
        }
        cli::Account::Invite {
            person, mail: true, ..
        } => invitations::mail(&app, read(&app, person).await?).await?,
        cli::Account::Invitations { organization, json } => {
            invitations::list(&app, &organization, json).await?;
        }
        cli::Account::InviteAgain { login } => invitations::send_again(&app, &login).await?,
        cli::Account::Uninvite { login } => invitations::revoke(&app, &login).await?,
        cli::Account::Invite { person, days, .. } => {
            let (organization, person) = read(&app, person).await?;
            let life = Span::days(days);
            let invited = people::invite(
                &app,
                &operator(),
                &organization,
                (person.clone(), life),
                Origin::default(),
            )
            .await?;
            print_letter(
                &app,
                &organization,
                &person,
                &invited.map_err(|why| refused(why, &person))?,
            );
        }
        cli::Account::Show { account, json } => {
            let (organization, account) = account_of(&app, &account).await?;
            output::facts(json, HEADINGS, &row(&organization, &account));
        }
        cli::Account::Edit {
            account,
            name,
            login_name,
            email,
            no_email,
        } => edit(&app, &account, (name, login_name, email, no_email)).await?,
        cli::Account::Role {
            account,
            role,
            until,
            elsewhere,
        } => {
            let until = until.map(after).transpose()?;
            let given = (role.into(), until);
            match elsewhere {
                Some(slug) => lend_role(&app, &account, (&slug, given)).await?,
                None => give_role(&app, &account, given).await?,
            }
        }
        cli::Account::Delete { account, yes } => delete(&app, &account, yes).await?,
        cli::Account::Suspend { account } => set_active(&app, &account, false).await?,
        cli::Account::Activate { account } => set_active(&app, &account, true).await?,
        cli::Account::Unlock { account, reason } => {
            let (organization, found) = account_of(&app, &account).await?;
            let (whose, how) = ((organization.id, found.id), verified(&reason)?);
            let unlocked = people::unlock(&app, &operator(), whose, how, Origin::default()).await?;
            unlocked.map_err(|_| Failure::denied())?;
            output::line(&format!("Nothing delays {account} any more."));
        }
        cli::Account::SignOut { account, reason } => {
            let (organization, found) = account_of(&app, &account).await?;
            let (whose, how) = ((organization.id, found.id), verified(&reason)?);
            let (by, origin) = (operator(), Origin::default());
            let done = people::sign_out_everywhere(&app, &by, whose, how, origin).await?;
            done.map_err(|_| Failure::denied())?;
            output::line(&format!("{account} is signed out everywhere."));
        }
    }
    Ok(())
}

async fn list(app: &App, slug: &str, json: bool) -> Result<(), Failure> {
    let organization = organization_of(app, slug).await?;
    let (scope, mut all, mut after) = (Scope::of(organization.id), Vec::new(), String::new());
    loop {
        let from = Wanted {
            after: after.clone(),
            ..Wanted::default()
        };
        let page = app
            .store
            .read(async move |tx: &mut Tx<'_>| accounts::list(tx, scope, &from, PAGE).await)
            .await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.login_name);
        all.extend(page.iter().map(|account| row(&organization, account)));
    }
    output::rows(json, HEADINGS, &all);
    Ok(())
}

/// Name, login name, address, and whether there is none.
type Edited = (Option<String>, Option<String>, Option<String>, bool);

async fn edit(app: &App, login: &str, edited: Edited) -> Result<(), Failure> {
    let (organization, account) = account_of(app, login).await?;
    let (name, login_name, email, no_email) = edited;
    let wrong =
        |what: &str, why: NotAcceptable| Failure::new(format!("the {what} can't be taken: {why}"));
    let email = match email.or(account.email).filter(|_| !no_email) {
        Some(email) => Some(email.parse().map_err(|why| wrong("email address", why))?),
        None => None,
    };
    let record = Record {
        name: Name::parse(&name.unwrap_or(account.name)).map_err(|why| wrong("name", why))?,
        login_name: login_name
            .unwrap_or(account.login_name)
            .parse()
            .map_err(|why| wrong("login name", why))?,
        email,
    };
    let whose = (organization.id, account.id);
    match people::edit(app, &operator(), whose, (record, None), Origin::default()).await? {
        Ok(()) => output::line(&format!("Changed what is on record about {login}.")),
        Err(NotEdited::Unchanged(NotChanged::AlreadySo)) => {
            output::line("Nothing is different.");
        }
        Err(NotEdited::LoginNameTaken) => {
            return Err(Failure::new(
                "somebody of the organization has that login name",
            ));
        }
        Err(NotEdited::EmailTaken) => {
            return Err(Failure::new("that address signs another account in"));
        }
        Err(NotEdited::Unchanged(why)) => return Err(stays(login, why)),
    }
    Ok(())
}

/// The first moment after a day, in UTC.
fn after(day: Date) -> Result<Timestamp, Failure> {
    let next = day.tomorrow().and_then(|day| day.to_zoned(TimeZone::UTC));
    let next = next.map_err(|error| Failure::new(error.to_string()))?;
    Ok(Timestamp::from_millis(next.timestamp().as_millisecond()))
}

async fn give_role(
    app: &App,
    login: &str,
    (role, until): (Role, Option<Timestamp>),
) -> Result<(), Failure> {
    let (organization, account) = account_of(app, login).await?;
    let (whose, word) = ((organization.id, account.id), role.as_str());
    let given = (role, until);
    match people::set_role(app, &operator(), whose, given, Origin::default()).await? {
        Ok(()) => output::line(&format!("{login} is {word} now.")),
        Err(NotChanged::AlreadySo) => output::line(&format!("{login} is {word} already.")),
        Err(why) => return Err(stays(login, why)),
    }
    Ok(())
}

/// Gives a role in another organization.
async fn lend_role(
    app: &App,
    login: &str,
    (slug, (role, until)): (&str, (Role, Option<Timestamp>)),
) -> Result<(), Failure> {
    let (organization, account) = account_of(app, login).await?;
    let place = organization_of(app, slug).await?;
    let (whose, given) = ((organization.id, account.id), (place.id, role, until));
    let (word, origin) = (role.as_str(), Origin::default());
    if place.id == organization.id {
        let why = "that is the account's own organization; leave --in out";
        return Err(Failure::new(why.to_owned()));
    }
    match people::set_role_elsewhere(app, &operator(), whose, given, origin).await? {
        Ok(()) => output::line(&format!("{login} is {word} of {slug} now.")),
        Err(NotChanged::AlreadySo) => {
            output::line(&format!("{login} is {word} of {slug} already."));
        }
        Err(_) if role == Role::Owner => {
            let why = "an owner's role is for the whole instance; leave --in out";
            return Err(Failure::new(why.to_owned()));
        }
        Err(why) => return Err(stays(login, why)),
    }
    Ok(())
}

async fn delete(app: &App, login: &str, meant: bool) -> Result<(), Failure> {
    let (organization, account) = account_of(app, login).await?;
    if !meant {
        let why = "nothing brings it back; say --yes if it is meant";
        return Err(Failure::new(format!("{login} was not deleted: {why}")));
    }
    let whose = (organization.id, account.id);
    let deleted = people::delete(app, &operator(), whose, Origin::default()).await?;
    deleted.map_err(|why| stays(login, why))?;
    output::line(&format!("{login} is deleted."));
    Ok(())
}

/// Why an account keeps its role, or stays.
fn stays(login: &str, why: NotChanged) -> Failure {
    let why = match why {
        NotChanged::LastOwner => {
            "nobody else owns the instance; make somebody else an owner first (portcullis account role)"
        }
        NotChanged::LastAdmin => {
            "nobody else administers the organization; make somebody else admin first (portcullis account role)"
        }
        NotChanged::DayOver => "that day is over; give a later one with --until",
        _ => return Failure::denied(),
    };
    Failure::new(format!("{login} stays as it is: {why}"))
}

async fn set_active(app: &App, login: &str, active: bool) -> Result<(), Failure> {
    let (organization, account) = account_of(app, login).await?;
    let whose = (organization.id, account.id);
    let state = if active { "active" } else { "suspended" };
    output::line(
        &match people::set_active(app, &operator(), whose, active, Origin::default()).await? {
            Ok(()) if active => format!("{login} is active."),
            Ok(()) => format!("{login} is suspended; its sessions are ended."),
            Err(NotChanged::AlreadySo) => format!("{login} is {state} already."),
            Err(NotChanged::LastOwner) => {
                let why = "nobody else owns the instance; give another account the owner's role first (portcullis account role)";
                return Err(Failure::new(format!("{login} can't be suspended: {why}")));
            }
            Err(NotChanged::Gone) => return Err(Failure::new(format!("{login} is gone"))),
            Err(_) => return Err(Failure::denied()),
        },
    );
    Ok(())
}

async fn read(app: &App, typed: cli::Person) -> Result<(Organization, Person), Failure> {
    let organization = organization_of(app, &typed.organization).await?;
    let person = Person {
        name: Name::parse(&typed.name).map_err(|e| Failure::new(format!("the name can't be taken: {e}")))?,
        login_name: typed.login_name.parse().map_err(|e| {
            Failure::new(format!("the login name can't be taken: {e}; use letters, digits, dots, hyphens and underscores"))
        })?,
        email: typed
            .email
            .map(|email| email.parse().map_err(|e| Failure::new(format!("the email address can't be taken: {e}"))))
            .transpose()?,
    };
    Ok((organization, person))
}

pub(super) fn print_letter(
    app: &App,
    organization: &Organization,
    person: &Person,
    letter: &people::Letter,
) {
    let code = letter.code.shown();
    output::line(&format!(
        "Invitation to {} for {}\n",
        organization.branding.name,
        person.name.as_str()
    ));
    output::line(&format!("  1. Open {}", app.link("/invitation")));
    output::line(&format!("  2. Enter this one-time code: {code}"));
    output::line("  3. Choose a password, and follow the steps on the page.\n");
    output::line(&format!(
        "Login name: {}@{}",
        person.login_name, organization.slug
    ));
    output::line(&format!("Good until: {}", shown_time(letter.until)));
}

pub(super) fn refused(why: NotAdded, person: &Person) -> Failure {
    Failure::new(match why {
        NotAdded::Denied => "this is not allowed".to_owned(),
        NotAdded::LoginNameTaken => format!(
            "the login name {} is taken; choose another",
            person.login_name
        ),
        NotAdded::JustMailed => {
            "an invitation was mailed less than a minute ago; wait a minute, then try again"
                .to_owned()
        }
        NotAdded::EmailTaken => {
            "the email address signs somebody else in already; leave it out or use another"
                .to_owned()
        }
        NotAdded::Weak(Weakness::TooShort(least)) => {
            format!("the password is too short; it needs {least} characters or more here")
        }
        NotAdded::Weak(Weakness::TooLong) => {
            "the password is too long; 256 characters are the most".to_owned()
        }
        NotAdded::Weak(Weakness::Control) => {
            "the password holds control characters; leave them out".to_owned()
        }
        NotAdded::Weak(Weakness::Common) => {
            "the password is among those that attackers try first; choose another".to_owned()
        }
        NotAdded::Weak(Weakness::NamesYou) => {
            "the password is nothing but a name; choose another".to_owned()
        }
    })
}

/// From the terminal, without echo; else the first line of standard input.
fn typed_password() -> Result<String, Failure> {
    let failed = |e: std::io::Error| Failure::new(format!("the password could not be read: {e}"));
    if std::io::stdin().is_terminal() {
        let first = rpassword::prompt_password("Password: ").map_err(failed)?;
        let again = rpassword::prompt_password("Again: ").map_err(failed)?;
        return if first == again {
            Ok(first)
        } else {
            Err(Failure::new("the two passwords differ; nothing was added"))
        };
    }
    let mut text = String::new();
    std::io::stdin()
        .take(8 * 1024)
        .read_to_string(&mut text)
        .map_err(failed)?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn row(organization: &Organization, account: &Account) -> [Value; 8] {
    let state = match account.state {
        State::Active => "active",
        State::Suspended => "suspended",
        State::Frozen => "frozen",
    };
    [
        format!("{}@{}", account.login_name, organization.slug).into(),
        account.name.clone().into(),
        account.email.clone().into(),
        account.email_proved_at.is_some().into(),
        state.into(),
        super::mfa::label(account.mfa_status).into(),
        account.signed_in_at.map(shown_time).into(),
        account.deletion_asked_at.map(shown_time).into(),
    ]
}

/// A time as RFC 3339, in UTC.
pub(super) fn shown_time(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.millis())
        .map_or_else(|_| "-".to_owned(), |at| format!("{at:.0}"))
}
