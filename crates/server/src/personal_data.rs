//! Everything that is stored about a member, as JSON to take along (product.md: The member's own record).
//! What that is, `portcullis_store::personal_data` lists; `docs/personal-data.md` says how it reads. It is
//! made a piece at a time, as fast as it is taken: a long audit log never stands in memory whole.

use portcullis_core::audit::{Entry, Event, Origin, Who};
use portcullis_core::id::{AccountId, EventId};
use portcullis_core::role::Scope;
use portcullis_core::sign_in::Act;
use portcullis_core::time::Timestamp;
use portcullis_pages::telling::By;
use portcullis_store::personal_data::{TABLES, Told, rows};
use portcullis_store::sessions::Session;
use portcullis_store::{Error, Result, Tx, audit};
use serde_json::{Map, Value, json};

use crate::activity::People;
use crate::app::App;
use crate::fault::Fault;
use crate::pieces::{Maker, Pieces, channel};
use crate::record::Subject;
use crate::sign_in::proved_lately;

/// How many events are read at once.
const PAGE: u32 = 200;

/// Begins a copy of what is stored about the member of a session; `None` without a fresh proof. That it
/// was taken is written down first, so it stands in the copy itself.
pub async fn copy(
    app: &App,
    session: &Session,
    origin: Origin,
) -> std::result::Result<Option<Pieces>, Fault> {
    let (app_, session_) = (app.clone(), session.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let app = &app_;
        let found = proved_lately(tx, app, &session_, Act::Record).await?;
        let Some(session) = found else {
            return Ok(false);
        };
        let subject = Subject::own(session.scope(), session.account, &origin);
        subject
            .write(tx, app, Event::DataDownloaded, app.now())
            .await?;
        Ok(true)
    };
    if !app.store.write(unit).await? {
        return Ok(None);
    }
    // Read before the answer begins, so that a database that is away is a page that says so.
    let head = head(app, session).await?;
    let (maker, pieces) = channel();
    let (app, session) = (app.clone(), session.clone());
    tokio::spawn(async move {
        if maker.give(Ok(head)).await.is_ok() {
            events(&app, &session, &maker).await;
        }
    });
    Ok(Some(pieces))
}

/// Everything but the events, up to the bracket that opens them.
async fn head(app: &App, session: &Session) -> std::result::Result<String, Fault> {
    let (scope, account, now) = (session.scope(), session.account, app.now());
    let organization = json!({
        "id": scope.organization(),
        "name": session.branding.name,
        "short_name": session.organization_slug,
    });
    let unit = async move |tx: &mut Tx<'_>| {
        let mut people = People::default();
        let mut text = format!(
            "{{\n\"made_at\": {},\n\"organization\": {organization}",
            time(now)
        );
        for table in TABLES.iter().filter(|table| table.sql.is_some()) {
            let mut told = Vec::new();
            for row in rows(tx, (scope, account), table).await? {
                let mut object = Map::new();
                for ((column, _), value) in table.told.iter().zip(row) {
                    let value = shown(tx, (scope, account), &mut people, value).await?;
                    object.insert((*column).to_owned(), value);
                }
                told.push(Value::Object(object).to_string());
            }
            for part in [",\n\"", table.name, "\": ", &list(&told)] {
                text.push_str(part);
            }
        }
        text += ",\n\"audit_events\": [";
        Ok(text)
    };
    Ok(app.store.read(unit).await?)
}

/// The events, newest first, page by page, and the end.
async fn events(app: &App, session: &Session, maker: &Maker) {
    let whose = (session.scope(), session.account);
    let mut before = None;
    loop {
        let page = page(app, whose, before).await;
        let (piece, last) = match page {
            Ok((told, last)) => {
                let (comma, end) = (
                    if before.is_some() && !told.is_empty() {
                        ","
                    } else {
                        ""
                    },
                    if last.is_none() { "\n]\n}\n" } else { "" },
                );
                let lines: Vec<String> = told.iter().map(|one| format!("\n{one}")).collect();
                (Ok(format!("{comma}{}{end}", lines.join(","))), last)
            }
            Err(fault) => (Err(fault), None),
        };
        // Whoever took it has gone when it can't be sent.
        if maker.give(piece).await.is_err() || last.is_none() {
            return;
        }
        before = last;
    }
}

/// A page of the events, and the last of them where more may follow.
async fn page(
    app: &App,
    whose: (Scope, AccountId),
    before: Option<EventId>,
) -> std::result::Result<(Vec<String>, Option<EventId>), Fault> {
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let found = audit::of_account(tx, &app_.masters, whose, before, PAGE).await?;
        let full = found.len() == PAGE as usize;
        let last = found
            .last()
            .and_then(|one| one.id.as_slice().try_into().ok());
        let last = last.map(EventId::from_bytes).filter(|_| full);
        let mut people = People::default();
        let mut told = Vec::new();
        for entry in found.into_iter().filter_map(|one| one.entry) {
            told.push(event(tx, whose, &mut people, &entry).await?.to_string());
        }
        Ok((told, last))
    };
    Ok(app.store.read(unit).await?)
}

async fn event(
    tx: &mut Tx<'_>,
    whose: (Scope, AccountId),
    people: &mut People,
    entry: &Entry,
) -> Result<Value> {
    let unreadable = |error: serde_json::Error| Error::Shape(error.to_string());
    let event = serde_json::to_value(&entry.event).map_err(unreadable)?;
    // Not the session: it is named by the beginning of a hash.
    let origin = json!({
        "address": entry.origin.address,
        "agent": entry.origin.agent,
        "request": entry.origin.request,
    });
    let actor = actor(&people.by(tx, whose, &entry.actor).await?);
    Ok(json!({
        "id": entry.id,
        "at": time(entry.at),
        "actor": actor,
        "origin": origin,
        "event": with_times(event),
    }))
}

async fn shown(
    tx: &mut Tx<'_>,
    whose: (Scope, AccountId),
    people: &mut People,
    value: Told,
) -> Result<Value> {
    let unreadable = |error: serde_json::Error| Error::Shape(error.to_string());
    Ok(match value {
        Told::Nothing => Value::Null,
        // Any id reads alike.
        Told::Id(bytes) => json!(AccountId::from_bytes(bytes)),
        Told::Text(text) => text.into(),
        Told::Number(number) => number.into(),
        Told::Flag(flag) => flag.into(),
        Told::Time(at) => time(at),
        Told::Json(text) => with_times(serde_json::from_str(&text).map_err(unreadable)?),
        Told::Who(text) => {
            let who: Who = serde_json::from_str(&text).map_err(unreadable)?;
            actor(&people.by(tx, whose, &who).await?)
        }
    })
}

/// Who it was, as far as the member may know it: as Activity tells it.
fn actor(by: &By) -> Value {
    match by {
        By::You => json!({ "who": "you" }),
        By::Person(name) => json!({ "who": "person", "name": name }),
        By::Gone => json!({ "who": "gone" }),
        By::Owner => json!({ "who": "owner" }),
        By::Operator => json!({ "who": "operator" }),
        By::Portal => json!({ "who": "portal" }),
        By::Stranger => json!({ "who": "nobody" }),
    }
}

/// RFC 3339, in UTC.
fn time(at: Timestamp) -> Value {
    let at = jiff::Timestamp::from_millisecond(at.millis());
    at.map_or(Value::Null, |at| at.to_string().into())
}

/// Times within what is stored as JSON, which are milliseconds there.
fn with_times(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(with_times).collect(),
        Value::Object(fields) => {
            let one = |(name, value): (String, Value)| match value.as_i64() {
                Some(millis) if matches!(name.as_str(), "at" | "until") => {
                    (name, time(Timestamp::from_millis(millis)))
                }
                _ => (name, with_times(value)),
            };
            Value::Object(fields.into_iter().map(one).collect())
        }
        other => other,
    }
}

/// A list with a line for each item.
fn list(items: &[String]) -> String {
    if items.is_empty() {
        return "[]".to_owned();
    }
    format!("[\n{}\n]", items.join(",\n"))
}
