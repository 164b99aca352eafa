//! Support codes (product.md: Support code): the code that a refusal shows, and what it leads to.
//!
//! A refusal that is written down has the code of its request. Of tries that nobody looks at, one is written down for each
//! delay; so their code is that of the delay, made from what is delayed and until when, and known logins and unknown ones
//! can't be told apart by it.

use portcullis_core::id::OrganizationId;
use portcullis_core::language::Language;
use portcullis_core::role::{Actor, Denied, Permission, instance, scope};
use portcullis_core::support::{LIFE, SupportCode};
use portcullis_core::throttle::Counted;
use portcullis_core::time::{Span, Timestamp};
use portcullis_pages::advice;
use portcullis_pages::telling::told as told_as;
use portcullis_store::keys::Lookup;
use portcullis_store::organizations::{self, Organization};
use portcullis_store::throttle::FactorCounter;
use portcullis_store::{Tx, support_codes};

use crate::app::App;
use crate::audit::reading::{Told, told};
use crate::fault::Fault;
use crate::people::{self, One, in_english};

/// How many refusals one code shows: few have the same by chance.
const MOST: u32 = 5;
/// A suspended factor stays so until somebody lifts it; what is tried meanwhile is written down once a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// What a code leads to.
pub struct Refused {
    /// What is written down.
    pub told: Told,
    /// Whose account it is about, as it stands now.
    pub one: Option<One>,
}

/// What a code leads to in an organization, newest first.
pub async fn find(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    code: SupportCode,
) -> Result<Result<Vec<Refused>, Denied>, Fault> {
    let place = match scope(actor, organization.id, Permission::SeeAudit, app.now()) {
        Ok(place) => place,
        Err(denied) => return Ok(Err(denied)),
    };
    let mut found = Vec::new();
    for told in read(app, Some(organization.id), code).await? {
        let about = told.about.as_ref().map(|about| about.id);
        let one = match about {
            Some(id) => people::one(app, place, organization, id).await?,
            None => None,
        };
        found.push(Refused { told, one });
    }
    Ok(Ok(found))
}

/// What a code leads to in the log of the instance, for who runs it: refusals of logins that nobody has, and of networks.
pub async fn find_nobodys(
    app: &App,
    actor: &Actor,
    code: SupportCode,
) -> Result<Result<Vec<Refused>, Denied>, Fault> {
    if let Err(denied) = instance(actor, app.now()) {
        return Ok(Err(denied));
    }
    let found = read(app, None, code).await?.into_iter();
    Ok(Ok(found.map(|told| Refused { told, one: None }).collect()))
}

/// A log that a code leads into.
#[derive(Clone, Debug)]
pub enum Log {
    /// That of an organization.
    Organization(Box<Organization>),
    /// The instance's own.
    Instance,
}

/// Into which logs a code leads, among all that the actor may look into: each organization's by the actor's own grant there
/// or by running the instance, which alone opens the instance's.
pub async fn logs(app: &App, actor: &Actor, code: SupportCode) -> Result<Vec<Log>, Fault> {
    let (now, actor) = (app.now(), actor.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let mut logs = Vec::new();
        for place in support_codes::places(tx, code, now - LIFE).await? {
            match place {
                Some(id) => {
                    if let Ok(place) = scope(&actor, id, Permission::SeeAudit, now)
                        && let Some(found) = organizations::get(tx, place).await?
                    {
                        logs.push(Log::Organization(Box::new(found)));
                    }
                }
                None if instance(&actor, now).is_ok() => logs.push(Log::Instance),
                None => {}
            }
        }
        Ok(logs)
    };
    Ok(app.store.read(unit).await?)
}

/// What happened and what to do about it, in the words of the page, in English; `place` is the organization's name.
pub fn in_words(app: &App, place: &str, refused: &Refused) -> (String, Option<String>) {
    let Some(entry) = &refused.told.recorded.entry else {
        return (String::new(), None);
    };
    let mut frame = in_english(app);
    place.clone_into(&mut frame.place.name);
    let known = entry.account.is_some();
    let next = advice(&entry.event, known, &frame).map(|say| say.plain());
    (told_as(&entry.event, Language::En), next)
}

async fn read(
    app: &App,
    log: Option<OrganizationId>,
    code: SupportCode,
) -> Result<Vec<Told>, Fault> {
    let (keys, since) = (app.masters.clone(), app.now() - LIFE);
    let unit = async move |tx: &mut Tx<'_>| {
        let found = support_codes::find(tx, &keys, (log, code), since, MOST).await?;
        told(tx, log, found).await
    };
    Ok(app.store.read(unit).await?)
}

/// The code of a delay, from what is delayed and until when.
pub(crate) fn of_delay(app: &App, what: &[u8], until: Timestamp) -> SupportCode {
    let said = [what, &until.millis().to_be_bytes()].concat();
    let [a, b, c, d, ..] = app.masters.lookup(Lookup::SupportCode, &said);
    SupportCode::new([a, b, c, d])
}

/// The code of a second factor's delay or suspension, and under which mark that is written down once.
pub(crate) fn of_factor(
    app: &App,
    counter: FactorCounter,
    counted: Counted,
    now: Timestamp,
) -> (SupportCode, Timestamp) {
    let mark = match counted {
        Counted::Delayed(wait) => now + wait,
        Counted::Suspended | Counted::Evaluate => now - Span::millis(now.millis().rem_euclid(DAY)),
    };
    let what = [
        counter.account.as_bytes().as_slice(),
        counter.kind.as_str().as_bytes(),
        &[u8::from(counter.in_known_browser)],
    ]
    .concat();
    (of_delay(app, &what, mark), mark)
}
