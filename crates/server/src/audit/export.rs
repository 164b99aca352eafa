//! A log as a file: every event a line of JSON, or a row of CSV with the names of those who stand in it.

use std::fmt::Write;

use data_encoding::HEXLOWER;
use portcullis_core::audit::{Origin, Who};
use portcullis_core::language::Language;
use portcullis_core::role::{Actor, Denied, Permission, Scope, instance, scope};
use portcullis_core::time::Timestamp;
use portcullis_pages::telling;
use portcullis_store::Tx;
use portcullis_store::audit::{self, Order, Recorded, Wanted};
use portcullis_store::chains::Log;
use serde_json::{Value, json};

use super::reading::{self, Doer, Named, Told};
use crate::app::App;
use crate::fault::Fault;
use crate::pieces::{Pieces, channel};
use crate::record::Subject;
use crate::sheet;
use portcullis_core::audit::Event;

/// How many events one read of an export gives.
const EXPORTED: u32 = 500;

/// How an export is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A JSON object a line.
    JsonLines,
    /// CSV, in words of a language.
    Csv(Language),
}

/// A log that an actor reads: an organization's, or the instance's own.
pub struct Reading {
    app: App,
    log: Log,
    wanted: Wanted,
    after: Vec<u8>,
    ended: bool,
}

/// Opens a log for reading, oldest first; written down in that log.
pub async fn export(
    app: &App,
    actor: &Actor,
    (log, wanted): (Log, Wanted),
    origin: &Origin,
) -> Result<Result<Reading, Denied>, Fault> {
    let now = app.now();
    let (allowed, subject) = match log {
        Some(id) => (
            scope(actor, id, Permission::SeeAudit, now).map(drop),
            Subject::by(Who::from(actor), Scope::of(id), None, origin),
        ),
        None => (
            instance(actor, now),
            Subject::instance(Who::from(actor), origin),
        ),
    };
    if let Err(denied) = allowed {
        return Ok(Err(denied));
    }
    let app_ = app.clone();
    let unit =
        async move |tx: &mut Tx<'_>| subject.write(tx, &app_, Event::AuditExported, now).await;
    app.store.write(unit).await?;
    Ok(Ok(Reading {
        app: app.clone(),
        log,
        wanted,
        after: Vec::new(),
        ended: false,
    }))
}

impl Reading {
    /// The next lines, `organization` being the log's short name; `None` at the end.
    pub async fn next(
        &mut self,
        format: Format,
        organization: Option<&str>,
    ) -> Result<Option<String>, Fault> {
        if self.ended {
            return Ok(None);
        }
        let first = self.after.is_empty();
        let (keys, log) = (self.app.masters.clone(), self.log);
        let (wanted, after) = (self.wanted.clone(), Order::Oldest(self.after.clone()));
        let unit = async move |tx: &mut Tx<'_>| {
            let found = audit::search(tx, &keys, log, &wanted, (&after, EXPORTED)).await?;
            match format {
                Format::Csv(_) => reading::told(tx, log, found).await,
                // Without the names that nobody reads there.
                Format::JsonLines => Ok(found.into_iter().map(nameless).collect()),
            }
        };
        let page = self.app.store.read(unit).await?;
        match page.last() {
            Some(last) if last.recorded.id > self.after => {
                self.after.clone_from(&last.recorded.id);
            }
            _ => self.ended = true,
        }
        let mut text = String::new();
        match format {
            Format::JsonLines => {
                for one in &page {
                    text += &line(&one.recorded, organization);
                    text.push('\n');
                }
            }
            Format::Csv(language) => {
                if first {
                    text += &sheet::row(COLUMNS);
                }
                for one in &page {
                    text += &row(one, language);
                }
            }
        }
        Ok(Some(text))
    }

    /// The whole file, made as it is taken.
    pub fn pieces(mut self, format: Format, organization: String) -> Pieces {
        let (maker, pieces) = channel();
        tokio::spawn(async move {
            if format != Format::JsonLines && maker.give(Ok(sheet::MARK.to_owned())).await.is_err()
            {
                return;
            }
            while let Some(piece) = self.next(format, Some(&organization)).await.transpose() {
                let broken = piece.is_err();
                if maker.give(piece).await.is_err() || broken {
                    return;
                }
            }
        });
        pieces
    }
}

const fn nameless(recorded: Recorded) -> Told {
    Told {
        recorded,
        about: None,
        by: None,
    }
}

/// An event as one line of JSON.
fn line(one: &Recorded, organization: Option<&str>) -> String {
    let entry = one.entry.as_ref();
    let object = json!({
        "id": HEXLOWER.encode(&one.id),
        "at": entry.map(|entry| moment(entry.at)),
        "organization": organization,
        "actor": entry.map(|entry| &entry.actor),
        "account": entry.and_then(|entry| entry.account).map(|id| id.to_string()),
        "origin": entry.map(|entry| &entry.origin),
        "event": entry.map(|entry| &entry.event),
        "sequence": one.sequence,
        "digest": HEXLOWER.encode(&one.digest),
        "intact": one.intact,
    });
    escaped(&object.to_string())
}

const COLUMNS: [&str; 14] = [
    "time", "event", "what", "person", "login", "by", "by_login", "address", "browser", "details",
    "id", "sequence", "digest", "intact",
];

/// An event as a row.
fn row(one: &Told, language: Language) -> String {
    let (recorded, entry) = (&one.recorded, one.recorded.entry.as_ref());
    let [person, login] = one.about.as_ref().map(names).unwrap_or_default();
    let [by, by_login] = match &one.by {
        None => [String::new(), String::new()],
        Some(Doer::Person(named)) => names(named),
        Some(Doer::Operator(name)) => [String::new(), name.clone()],
        Some(Doer::Portal) => [String::new(), "portal".to_owned()],
        Some(Doer::Nobody) => [String::new(), "nobody".to_owned()],
    };
    let mut event = entry.map(|entry| serde_json::to_value(&entry.event).unwrap_or_default());
    let details = event.as_mut().and_then(Value::as_object_mut).map(|fields| {
        fields.remove("kind");
        fields.retain(|_, value| !value.is_null());
        Value::Object(std::mem::take(fields))
    });
    let details = details.filter(|details| details.as_object().is_some_and(|all| !all.is_empty()));
    let text = |value: Option<String>| value.unwrap_or_default();
    let origin = |read: fn(&Origin) -> Option<String>| entry.and_then(|entry| read(&entry.origin));
    let fields = [
        text(entry.map(|entry| moment(entry.at))),
        text(entry.map(|entry| entry.event.name())),
        text(entry.map(|entry| telling::told(&entry.event, language))),
        person,
        login,
        by,
        by_login,
        text(origin(|origin| origin.address.clone())),
        text(origin(|origin| origin.agent.clone())),
        text(details.map(|details| escaped(&details.to_string()))),
        HEXLOWER.encode(&recorded.id),
        text(recorded.sequence.map(|number| number.to_string())),
        HEXLOWER.encode(&recorded.digest),
        if recorded.intact { "yes" } else { "no" }.to_owned(),
    ];
    sheet::row(fields.iter().map(String::as_str))
}

/// The name and the login of somebody; an id where the account is gone.
fn names(named: &Named) -> [String; 2] {
    match &named.known {
        Some(known) => [known.name.clone(), known.login.clone()],
        None => [String::new(), named.id.to_string()],
    }
}

/// JSON without anything that ends a line or steers a terminal, though JSON itself would allow it
/// (security.md AU-3).
fn escaped(json: &str) -> String {
    let steers = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if steers(c) {
            // A text takes whatever is written to it.
            let _ = write!(text, "\\u{:04x}", u32::from(c));
        } else {
            text.push(c);
        }
    }
    text
}

/// RFC 3339, in UTC with milliseconds.
pub fn moment(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.millis())
        .map(|at| format!("{at:.3}"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exported_event_is_one_line_whatever_it_holds() {
        let agent = "a\r\n{\"event\":\u{1b}[31m\u{9b}\u{85}\u{2028}\u{2029}\u{7f}ä";
        let line = escaped(&json!({ "agent": agent }).to_string());
        assert!(!line.contains(|c: char| c.is_control() || ('\u{2028}'..='\u{2029}').contains(&c)));
        let back: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(back["agent"], agent);
    }
}
