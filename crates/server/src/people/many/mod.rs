//! Many people at once: first what each line would come to, then all of exactly that, or nothing. An account
//! that exists is changed as on its page, by the same rules and with the same notices; everybody else is
//! invited. Whoever is told of a plan learns no more than one person at a time would tell.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

use data_encoding::HEXLOWER;
use portcullis_core::account::State;
use portcullis_core::audit::Origin;
use portcullis_core::id::AccountId;
use portcullis_core::login::{Email, LoginName};
use portcullis_core::name::NotAcceptable;
use portcullis_core::role::{self, Actor, Permission, Scope, scope, scope_over};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::accounts::{self, Account};
use portcullis_store::organizations::{self, Organization};
use portcullis_store::{Error, Result, Tx, invitations, roles};
use sha2::{Digest, Sha256};

use super::changes::anywhere;
use super::edit::edited;
use super::letters::{Inviting, Letter, on_paper};
use super::mailed::{by_mail, just_mailed};
use super::{Person, Record, vouches};
use crate::app::App;
use crate::fault::Fault;

mod read;

pub use read::{
    Entry, Form, Line, MAX_BYTES, MAX_LINES, MAX_TYPED, Sheet, Unreadable, Wrong, read, text,
};

/// How many people are invited or changed by one unit of work: nobody else writes meanwhile on `SQLite`, and on
/// `PostgreSQL` a unit has 15 seconds.
pub const MAX_CHANGES: usize = 1_000;

/// What to do about accounts that exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// They are changed to what their line says.
    Change,
    /// Their line is wrong: everybody is to be invited.
    Refuse,
}

/// How people are invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By a mailed link.
    Mail,
    /// On paper, with a code that is good for so long.
    Paper(Span),
}

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Who is invited or changed.
    pub lines: Arc<Vec<Line>>,
    /// What to do about accounts that exist.
    pub known: Known,
    /// How the others are invited.
    pub by: By,
}

/// What a line comes to.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Somebody is invited; an open invitation ends where there is one.
    Invite {
        /// Whom.
        person: Person,
        /// Whether one ends.
        again: bool,
    },
    /// What is on record about somebody changes.
    Change(Box<Change>),
    /// Everything is so already: the account, or an open invitation.
    Same,
    /// It can't be.
    Wrong(Vec<Wrong>),
}

/// A change of what is on record.
#[derive(Clone, Debug)]
pub struct Change {
    /// Whose.
    pub account: AccountId,
    /// The name before.
    pub name: String,
    /// The address before.
    pub email: Option<String>,
    /// What is to be on record.
    pub record: Record,
}

/// What all lines come to, in their order.
#[derive(Clone, Debug)]
pub struct Plan {
    /// One for each line.
    pub outcomes: Vec<Outcome>,
    /// Stands for all that would be done: two plans with one mark do the same.
    pub mark: String,
}

/// What was done.
pub struct Done {
    /// The letters, where people were invited on paper; their codes are shown once.
    pub letters: Vec<(Person, Letter)>,
    /// How many were invited by mail.
    pub mailed: usize,
    /// How many were changed.
    pub changed: usize,
}

/// Why nothing was done.
pub enum NotDone {
    /// The actor may not.
    Denied,
    /// It would come to something else than was shown: to this.
    Differs(Plan),
}

impl Plan {
    /// How many would be invited, changed, and left as they are, and how many lines are wrong.
    pub fn counts(&self) -> [usize; 4] {
        let of =
            |wanted: fn(&Outcome) -> bool| self.outcomes.iter().filter(|one| wanted(one)).count();
        [
            of(|one| matches!(one, Outcome::Invite { .. })),
            of(|one| matches!(one, Outcome::Change(_))),
            of(|one| matches!(one, Outcome::Same)),
            of(|one| matches!(one, Outcome::Wrong(_))),
        ]
    }

    /// Whether it does more than one unit of work stands.
    pub fn is_too_much(&self) -> bool {
        let [invited, changed, ..] = self.counts();
        invited + changed > MAX_CHANGES
    }

    /// Whether it can be carried out, and does anything.
    pub fn is_good(&self) -> bool {
        let [invited, changed, _, wrong] = self.counts();
        wrong == 0 && invited + changed > 0 && !self.is_too_much()
    }
}

/// Finds out what lines come to; changes nothing. `None` when the actor may not.
pub async fn plan(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    wish: &Wish,
) -> std::result::Result<Option<Plan>, Fault> {
    let Some(scope) = may(app, actor, organization) else {
        return Ok(None);
    };
    let (app_, actor, wish) = (app.clone(), actor.clone(), wish.clone());
    let unit =
        async move |tx: &mut Tx<'_>| planned(tx, &app_, (&actor, scope), &wish).await.map(Some);
    Ok(app.store.read(unit).await?)
}

/// Does what a plan with this mark says, whole or not at all.
pub async fn carry_out(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    (wish, mark): (Wish, String),
    origin: Origin,
) -> std::result::Result<std::result::Result<Done, NotDone>, Fault> {
    let Some(scope) = may(app, actor, organization) else {
        return Ok(Err(NotDone::Denied));
    };
    let (app_, actor_, wish_) = (app.clone(), actor.clone(), wish.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        organizations::lock(tx, scope).await?;
        let plan = planned(tx, &app_, (&actor_, scope), &wish_).await?;
        if !plan.is_good() || plan.mark != mark {
            return Ok(Err(NotDone::Differs(plan)));
        }
        let inviting = Inviting::by(tx, &app_, (&actor_, scope, &origin)).await?;
        Ok(Ok(done(tx, &app_, &inviting, (plan, wish_.by)).await?))
    };
    match app.store.write(unit).await {
        // Somebody else was first at this very moment: what it comes to now names the line.
        Err(Error::Conflict(_) | Error::Refused(_)) => {
            let again = plan(app, actor, organization, &wish).await?;
            Ok(Err(again.map_or(NotDone::Denied, NotDone::Differs)))
        }
        done => Ok(done?),
    }
}

fn may(app: &App, actor: &Actor, organization: &Organization) -> Option<Scope> {
    let may = |permission| scope(actor, organization.id, permission, app.now());
    may(Permission::Invite).ok()?;
    may(Permission::ManageAccounts).ok()
}

async fn done(
    tx: &mut Tx<'_>,
    app: &App,
    inviting: &Inviting<'_>,
    (plan, by): (Plan, By),
) -> Result<Done> {
    let mut done = Done {
        letters: Vec::new(),
        mailed: 0,
        changed: 0,
    };
    for outcome in plan.outcomes {
        match (outcome, by) {
            (Outcome::Invite { person, .. }, By::Paper(life)) => {
                let letter = on_paper(tx, app, inviting, (&person, life)).await?;
                done.letters.push((person, letter));
            }
            (Outcome::Invite { person, .. }, By::Mail) => {
                if let Some(email) = &person.email {
                    by_mail(tx, app, inviting, (&person, email)).await?;
                    done.mailed += 1;
                }
            }
            (Outcome::Change(change), _) => {
                let whose = (inviting.scope.organization(), change.account);
                let by = (inviting.actor, inviting.origin);
                let edited = edited(tx, app, by, (whose, &change.record), None).await?;
                // What was planned a moment ago is no longer so.
                edited.map_err(|why| Error::Refused(format!("{why:?}")))?;
                done.changed += 1;
            }
            (Outcome::Same | Outcome::Wrong(_), _) => {}
        }
    }
    Ok(done)
}

/// What is known while a plan is made.
struct Planning<'a> {
    actor: &'a Actor,
    scope: Scope,
    wish: &'a Wish,
    now: Timestamp,
    /// Whether the actor sees the whole instance.
    sees_all: bool,
    vouches: bool,
}

async fn planned(
    tx: &mut Tx<'_>,
    app: &App,
    (actor, scope): (&Actor, Scope),
    wish: &Wish,
) -> Result<Plan> {
    let now = app.now();
    let planning = Planning {
        actor,
        scope,
        wish,
        now,
        sees_all: role::instance(actor, now).is_ok(),
        vouches: vouches(tx, actor, now).await?,
    };
    let entries = wish
        .lines
        .iter()
        .filter_map(|line| line.entry.as_ref().ok());
    let names: Vec<&LoginName> = entries.map(|entry| &entry.login_name).collect();
    let known = accounts::by_login_names(tx, scope, &names).await?;
    let known: HashMap<String, Account> = known
        .into_iter()
        .map(|one| (one.login_name.clone(), one))
        .collect();
    let (mut names, mut addresses) = (HashMap::new(), HashMap::new());
    let mut outcomes = Vec::with_capacity(wish.lines.len());
    for line in wish.lines.iter() {
        let entry = match &line.entry {
            Ok(entry) => entry,
            Err(wrong) => {
                outcomes.push(Outcome::Wrong(wrong.clone()));
                continue;
            }
        };
        let mut outcome = match known.get(entry.login_name.as_str()) {
            Some(account) => planning.about(tx, account, entry).await?,
            None => planning.about_nobody(tx, entry).await?,
        };
        let first = *names
            .entry(entry.login_name.as_str())
            .or_insert(line.number);
        if first != line.number {
            outcome = Outcome::Wrong(vec![Wrong::Twice(first)]);
        }
        if let Some(email) = gives(&outcome) {
            let first = *addresses.entry(email).or_insert(line.number);
            if first != line.number {
                outcome = Outcome::Wrong(vec![Wrong::AddressTwice(first)]);
            }
        }
        outcomes.push(outcome);
    }
    let mark = mark(&outcomes, wish.by);
    Ok(Plan { outcomes, mark })
}

/// The address that somebody gets.
fn gives(outcome: &Outcome) -> Option<String> {
    let email = match outcome {
        Outcome::Invite { person, .. } => person.email.as_ref(),
        Outcome::Change(change) => {
            let email = change.record.email.as_ref();
            email.filter(|email| change.email.as_deref() != Some(email.as_str()))
        }
        Outcome::Same | Outcome::Wrong(_) => None,
    };
    email.map(|email| email.as_str().to_owned())
}

impl Planning<'_> {
    async fn about(&self, tx: &mut Tx<'_>, account: &Account, entry: &Entry) -> Result<Outcome> {
        if self.wish.known == Known::Refuse {
            return Ok(Outcome::Wrong(vec![Wrong::LoginNameTaken]));
        }
        let stored =
            |why: NotAcceptable| Error::Shape(format!("an account holds what can't be: {why}"));
        let email = match &entry.email {
            Some(email) => email.clone(),
            None => account
                .email
                .as_deref()
                .map(str::parse)
                .transpose()
                .map_err(stored)?,
        };
        let name = match &entry.name {
            Some(name) => name.clone(),
            None => portcullis_core::name::Name::parse(&account.name).map_err(stored)?,
        };
        let moved = email.as_ref().map(Email::as_str) != account.email.as_deref();
        if !moved && name.as_str() == account.name {
            return Ok(Outcome::Same);
        }
        if account.state == State::Frozen {
            return Ok(Outcome::Wrong(vec![Wrong::Frozen]));
        }
        let grants = roles::of_account(tx, self.scope, account.id, self.now).await?;
        let whose = (self.scope.organization(), account.id);
        let (theirs, permission) = (anywhere(&grants), Permission::ManageAccounts);
        if scope_over(self.actor, whose, theirs, permission, self.now).is_err() {
            return Ok(Outcome::Wrong(vec![Wrong::Denied]));
        }
        if let Some(email) = email.as_ref().filter(|_| moved && self.vouches)
            && accounts::is_proved(tx, email).await?
        {
            return Ok(Outcome::Wrong(vec![Wrong::EmailTaken]));
        }
        Ok(Outcome::Change(Box::new(Change {
            account: account.id,
            name: account.name.clone(),
            email: account.email.clone(),
            record: Record {
                name,
                login_name: entry.login_name.clone(),
                email,
            },
        })))
    }

    async fn about_nobody(&self, tx: &mut Tx<'_>, entry: &Entry) -> Result<Outcome> {
        let Some(name) = &entry.name else {
            return Ok(Outcome::Wrong(vec![Wrong::Name(NotAcceptable::Empty)]));
        };
        let person = Person {
            name: name.clone(),
            login_name: entry.login_name.clone(),
            email: entry.email.clone().flatten(),
        };
        let open = invitations::open_for(tx, self.scope, &person.login_name, self.now).await?;
        if let Some(open) = &open {
            let same = open.name == person.name.as_str()
                && open.email.as_deref() == person.email.as_ref().map(Email::as_str);
            if same && self.wish.known == Known::Change {
                return Ok(Outcome::Same);
            }
        }
        if let Some(email) = person.email.as_ref().filter(|_| self.wish.by == By::Mail) {
            let whom = (&person.login_name, email);
            if just_mailed(tx, self.scope, whom, self.now).await? {
                return Ok(Outcome::Wrong(vec![Wrong::JustMailed]));
            }
        }
        match &person.email {
            None if self.wish.by == By::Mail => Ok(Outcome::Wrong(vec![Wrong::NoAddress])),
            Some(email) if self.sees_all && accounts::is_proved(tx, email).await? => {
                Ok(Outcome::Wrong(vec![Wrong::EmailTaken]))
            }
            _ => Ok(Outcome::Invite {
                again: open.is_some(),
                person,
            }),
        }
    }
}

/// What stands for all that a plan does.
fn mark(outcomes: &[Outcome], by: By) -> String {
    let mut hash = Sha256::new();
    let mut line = format!("{by:?}\n");
    for outcome in outcomes {
        // Names and addresses hold no line breaks. Writing into memory does not fail.
        let _ = match outcome {
            Outcome::Same => writeln!(line, "same"),
            Outcome::Wrong(wrong) => writeln!(line, "{wrong:?}"),
            Outcome::Invite { person, again } => writeln!(
                line,
                "invite {again} {}\t{}\t{:?}",
                person.login_name,
                person.name.as_str(),
                person.email
            ),
            Outcome::Change(change) => writeln!(
                line,
                "change {} {}\t{:?}\t{}\t{:?}",
                change.account,
                change.name,
                change.email,
                change.record.name.as_str(),
                change.record.email
            ),
        };
        hash.update(&line);
        line.clear();
    }
    HEXLOWER.encode(&hash.finalize())
}
