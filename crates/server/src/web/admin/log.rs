//! What happened in an organization: looked for, taken along, verified.

use axum::response::Response;
use jiff::civil::Date;
use portcullis_core::id::EventId;
use portcullis_core::sign_in::Act;
use portcullis_core::time::Timestamp;
use portcullis_core::topic::Topic;
use portcullis_pages::{
    AuditLog, Field, Log, LogActor, LogDoer, LogEvent, LogFilter, LogPerson, Problem,
};
use portcullis_store::audit::{By, Wanted};

use super::audit::shown;
use crate::audit::reading::{self, Doer, Named, Told};
use crate::audit::{self, Format};
use crate::mail;
use crate::web::admit::Administrator;
use crate::web::download::download;
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// The fields of the filter, as form and address carry them.
const FIELDS: [&str; 6] = ["about", "by", "doer", "topic", "from", "until"];

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let typed = FIELDS.map(|field| visit.parameter(field).unwrap_or_default());
    page(&admin, &typed, None).await
}

pub async fn verify(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    let visit = &admin.member.visit;
    let (actor, place) = (&admin.actor, admin.organization.id);
    let verified = audit::verify_one(&visit.app, actor, place, &visit.origin).await?;
    let verified = verified.map_err(|_| Trouble::Forbidden)?;
    page(&admin, &Default::default(), Some(shown(verified))).await
}

pub async fn export(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    let [format, typed @ ..] = form.only([
        "format", FIELDS[0], FIELDS[1], FIELDS[2], FIELDS[3], FIELDS[4], FIELDS[5],
    ])?;
    let visit = &admin.member.visit;
    let (format, kind, ending) = match format.as_str() {
        "csv" => (
            Format::Csv(visit.reader.language()),
            "text/csv; charset=utf-8",
            "csv",
        ),
        "json-lines" => (Format::JsonLines, "application/x-ndjson", "jsonl"),
        _ => return Err(Trouble::BadForm),
    };
    let Some(wanted) = wanted(&admin, &typed).await?.1 else {
        return page(&admin, &typed, None).await;
    };
    // Everybody's data leaves the portal.
    demand(&admin.member, Act::People, &address(&admin, &typed, None)).await?;
    let organization = &admin.organization;
    let log = (Some(organization.id), wanted);
    let reading = audit::export(&visit.app, &admin.actor, log, &visit.origin).await?;
    let reading = reading.map_err(|_| Trouble::Forbidden)?;
    let pieces = reading.pieces(format, organization.slug.clone());
    let name = format!("audit-{}.{ending}", organization.slug);
    Ok(download(pieces, kind, &name))
}

async fn page(
    admin: &Administrator,
    typed: &[String; 6],
    verified: Option<AuditLog>,
) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let before = visit.parameter("before");
    let before: Option<EventId> = before.and_then(|id| id.parse().ok());
    let (filter, wanted) = wanted(admin, typed).await?;
    let refused = wanted.is_none();
    let (events, more) = match wanted {
        Some(wanted) => {
            let place = admin.organization.id;
            let found = reading::page(&visit.app, &admin.actor, place, wanted, before).await?;
            found.map_err(|_| Trouble::Forbidden)?
        }
        None => (Vec::new(), false),
    };
    let last = events.last().map(|one| one.recorded.id.as_slice());
    let last = last.and_then(|id| id.try_into().ok().map(EventId::from_bytes));
    let here = |before: Option<EventId>| address(admin, typed, before);
    let page = Log {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        older: last.filter(|_| more).map(|last| here(Some(last))),
        newest: before.map(|_| here(None)),
        filter,
        events: events.into_iter().map(event).collect(),
        verified,
    };
    if refused {
        return visit::page_with(axum::http::StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    visit::page(&page)
}

/// What is looked for, and the fields as they come back; `None` where one can't be read.
async fn wanted(
    admin: &Administrator,
    typed: &[String; 6],
) -> Result<(LogFilter, Option<Wanted>), Trouble> {
    let [about, by, doer, topic, from, until] = typed;
    let doer = match doer.as_str() {
        "" => None,
        word => Some(LogDoer::parse(word).ok_or(Trouble::BadForm)?),
    };
    let topic = match topic.as_str() {
        "" => None,
        word => Some(Topic::parse(word).ok_or(Trouble::BadForm)?),
    };
    let mut filter = LogFilter {
        doer,
        topic,
        ..LogFilter::default()
    };
    let about = person(admin, (about, false), &mut filter.about).await?;
    let by = person(admin, (by, true), &mut filter.by).await?;
    let by = match (by, doer) {
        (Ok(Some(_)), Some(_)) => {
            filter.by.problem = Some(Problem::OneOf);
            Err(Refused)
        }
        (Ok(by), doer) => Ok(by.map(|one| By::Person(one.id)).or(doer.map(done_by))),
        (Err(refused), _) => Err(refused),
    };
    let from = day(admin, from, &mut filter.from, false);
    let until = day(admin, until, &mut filter.until, true);
    let wanted = match (about, by, from, until) {
        (Ok(about), Ok(by), Ok(from), Ok(until)) => Some(Wanted {
            about: about.map(|one| one.id),
            by,
            topic,
            from,
            until,
        }),
        _ => None,
    };
    Ok((filter, wanted))
}

/// A field can't be read; what to do about it stands in it.
pub(super) struct Refused;

const fn done_by(doer: LogDoer) -> By {
    match doer {
        LogDoer::CommandLine => By::CommandLine,
        LogDoer::Portal => By::Portal,
        LogDoer::Nobody => By::Nobody,
    }
}

/// Somebody of the organization, or whoever else did something in it.
async fn person(
    admin: &Administrator,
    (typed, does): (&str, bool),
    field: &mut Field,
) -> Result<Result<Option<Named>, Refused>, Trouble> {
    if typed.trim().is_empty() {
        return Ok(Ok(None));
    }
    let app = admin.member.app();
    let found = if does {
        reading::find_doer(app, &admin.organization, typed).await?
    } else {
        reading::find(app, &admin.organization, typed).await?
    };
    let Some(found) = found else {
        *field = Field::with_problem(typed, Problem::NobodyHere);
        return Ok(Err(Refused));
    };
    // An id that came with a link reads as a login.
    let shown = found.known.as_ref().map(|known| known.login.as_str());
    *field = Field::new(shown.unwrap_or(typed));
    Ok(Ok(Some(found)))
}

/// The first moment of a day in the reader's zone, or of the day after it.
pub(super) fn day(
    admin: &Administrator,
    typed: &str,
    field: &mut Field,
    after: bool,
) -> Result<Option<Timestamp>, Refused> {
    let typed = typed.trim();
    *field = Field::new(typed);
    if typed.is_empty() {
        return Ok(None);
    }
    let zone = admin.member.visit.frame(None).zone;
    let first = typed.parse::<Date>().ok().and_then(|day| {
        let day = if after { day.tomorrow().ok()? } else { day };
        let first = day.to_zoned(zone).ok()?;
        Some(Timestamp::from_millis(first.timestamp().as_millisecond()))
    });
    let first = first.filter(|at| *at >= Timestamp::EPOCH);
    if first.is_none() {
        field.problem = Some(Problem::NotADay);
        return Err(Refused);
    }
    Ok(first)
}

fn address(admin: &Administrator, typed: &[String; 6], before: Option<EventId>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in FIELDS.into_iter().zip(typed) {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    if let Some(before) = before {
        query.append_pair("before", &before.to_string());
    }
    let path = format!("/admin/{}/audit", admin.organization.slug);
    match query.finish() {
        query if query.is_empty() => path,
        query => format!("{path}?{query}"),
    }
}

fn event(told: Told) -> LogEvent {
    let entry = told.recorded.entry;
    LogEvent {
        at: entry.as_ref().map(|entry| entry.at),
        from: entry
            .as_ref()
            .map(|entry| mail::asked_from(&entry.origin))
            .unwrap_or_default(),
        event: entry.map(|entry| entry.event),
        about: told.about.map(somebody),
        by: told.by.map(|by| match by {
            Doer::Nobody => LogActor::Nobody,
            Doer::Portal => LogActor::Portal,
            Doer::Operator(name) => LogActor::Operator(name),
            Doer::Person(person) => LogActor::Person(somebody(person)),
        }),
        intact: told.recorded.intact,
    }
}

pub(super) fn somebody(named: Named) -> LogPerson {
    let (name, elsewhere) = match named.known {
        Some(known) => (Some(known.name), known.elsewhere),
        None => (None, None),
    };
    LogPerson {
        id: named.id.to_string(),
        name,
        elsewhere,
    }
}
