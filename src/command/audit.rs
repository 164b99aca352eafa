//! `portcullis audit …`.

use std::collections::HashMap;
use std::fmt::Write;

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use portcullis_core::audit::{Origin, Who};
use portcullis_core::chain::{Fault, NAMED};
use portcullis_core::id::AccountId;
use portcullis_core::role::Scope;
use portcullis_server::App;
use portcullis_server::audit::{self, Verified};
use portcullis_store::audit::Recorded;
use portcullis_store::chains::Log;
use portcullis_store::{Tx, accounts};
use serde_json::{Value, json};

use super::{operator, organization_of};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

/// Runs a command about the audit log.
pub async fn run(options: &Options, command: cli::Audit) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::Audit::List {
            organization,
            last,
            json,
        } => {
            let log = log_of(&app, organization.as_deref()).await?;
            list(&app, log, last, json).await
        }
        cli::Audit::Export { organization } => {
            let log = log_of(&app, organization.as_deref()).await?;
            export(&app, log, organization.as_deref()).await
        }
        cli::Audit::Verify { json } => verify(&app, json).await,
    }
}

async fn log_of(app: &App, organization: Option<&str>) -> Result<Log, Failure> {
    match organization {
        Some(slug) => Ok(Some(organization_of(app, slug).await?.id)),
        None => Ok(None),
    }
}

async fn list(app: &App, log: Log, last: u32, json: bool) -> Result<(), Failure> {
    let keys = app.masters.clone();
    let unit =
        async move |tx: &mut Tx<'_>| portcullis_store::audit::latest(tx, &keys, log, last).await;
    let events = app.store.read(unit).await?;
    let mut logins = HashMap::new();
    let mut rows = Vec::with_capacity(events.len());
    for one in &events {
        let seal: Value = seal(one).into();
        let Some(entry) = &one.entry else {
            let nothing = || Value::Null;
            let damaged = "can't be read".into();
            rows.push([
                nothing(),
                damaged,
                nothing(),
                nothing(),
                nothing(),
                nothing(),
                seal,
            ]);
            continue;
        };
        let account = match (log, entry.account) {
            (Some(organization), Some(account)) => {
                login(app, &mut logins, (Scope::of(organization), account)).await?
            }
            _ => Value::Null,
        };
        let mut event = serde_json::to_value(&entry.event).unwrap_or_default();
        let details = event.as_object_mut().map(|fields| {
            fields.remove("kind");
            fields.retain(|_, value| !value.is_null());
            Value::Object(std::mem::take(fields))
        });
        rows.push([
            moment(entry.at.millis()).into(),
            entry.event.name().into(),
            account,
            actor(&entry.actor).into(),
            entry.origin.address.clone().into(),
            details.unwrap_or_default(),
            seal,
        ]);
    }
    let headings = ["at", "event", "account", "by", "address", "details", "seal"];
    output::rows(json, headings, &rows);
    Ok(())
}

/// How an event stands in its chain.
fn seal(one: &Recorded) -> &'static str {
    match (one.intact, one.sequence) {
        (false, _) => "CHANGED",
        (true, Some(_)) => "sealed",
        (true, None) => "waits",
    }
}

async fn login(
    app: &App,
    known: &mut HashMap<AccountId, Value>,
    (scope, account): (Scope, AccountId),
) -> Result<Value, Failure> {
    if let Some(login) = known.get(&account) {
        return Ok(login.clone());
    }
    let unit = async move |tx: &mut Tx<'_>| accounts::find(tx, scope, account).await;
    let login: Value = match app.store.read(unit).await? {
        Some(found) => found.login_name.into(),
        None => account.to_string().into(),
    };
    known.insert(account, login.clone());
    Ok(login)
}

async fn export(app: &App, log: Log, organization: Option<&str>) -> Result<(), Failure> {
    let opened = audit::export(app, &operator(), log, &Origin::default()).await?;
    let mut reading = opened.map_err(|_| Failure::denied())?;
    loop {
        let page = reading.next().await?;
        if page.is_empty() {
            return Ok(());
        }
        for one in page {
            let entry = one.entry.as_ref();
            let object = json!({
                "id": HEXLOWER.encode(&one.id),
                "at": entry.map(|entry| moment(entry.at.millis())),
                "organization": organization,
                "actor": entry.map(|entry| &entry.actor),
                "account": entry.and_then(|entry| entry.account).map(|id| id.to_string()),
                "origin": entry.map(|entry| &entry.origin),
                "event": entry.map(|entry| &entry.event),
                "sequence": one.sequence,
                "digest": HEXLOWER.encode(&one.digest),
                "intact": one.intact,
            });
            output::line(&escaped(&object.to_string()));
        }
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

async fn verify(app: &App, json: bool) -> Result<(), Failure> {
    let verified = audit::verify(app, &operator(), &Origin::default()).await?;
    let verified = verified.map_err(|_| Failure::denied())?;
    let rows: Vec<[Value; 5]> = verified.iter().map(row).collect();
    let headings = ["log", "sealed", "unsealed", "unsealed since", "faults"];
    if json {
        let logs: Vec<Value> = verified
            .iter()
            .zip(&rows)
            .map(|(one, row)| {
                json!({
                    "log": row[0], "sealed": row[1], "unsealed": row[2],
                    "unsealed_since": row[3], "faults_in_all": row[4], "faults": one.verdict.faults,
                    "head": one.head.map(|head| json!({
                        "sequence": head.sequence,
                        "link": HEXLOWER.encode(&head.link.0),
                    })),
                })
            })
            .collect();
        output::line(&Value::Array(logs).to_string());
    } else {
        output::rows(false, headings, &rows);
        for (one, row) in verified.iter().zip(&rows) {
            for fault in &one.verdict.faults {
                output::line(&format!(
                    "{}: {}",
                    row[0].as_str().unwrap_or("-"),
                    told(*fault)
                ));
            }
            let named = u64::try_from(NAMED).unwrap_or(u64::MAX);
            if one.verdict.faults_in_all > named {
                output::line(&format!("… and {} more", one.verdict.faults_in_all - named));
            }
        }
    }
    if verified.iter().all(|one| one.verdict.is_whole()) {
        Ok(())
    } else {
        Err(Failure::new(
            "the audit log was tampered with: keep this database as evidence, and compare it with a backup",
        ))
    }
}

fn row(one: &Verified) -> [Value; 5] {
    let log = match (&one.organization, one.log) {
        (Some(organization), _) => organization.slug.clone(),
        (None, None) => "(instance)".to_owned(),
        (None, Some(id)) => format!("(gone) {id}"),
    };
    let since = one.waits_since.map(|at| moment(at.millis()));
    [
        log.into(),
        one.verdict.sealed.into(),
        one.verdict.unsealed.into(),
        since.into(),
        one.verdict.faults_in_all.into(),
    ]
}

fn told(fault: Fault) -> String {
    match fault {
        Fault::Altered { sequence, event } => {
            format!("event {sequence} ({event}) was changed")
        }
        Fault::AlteredUnsealed { event } => {
            format!("the event {event}, not sealed yet, was changed")
        }
        Fault::Misplaced { sequence, event } => {
            format!(
                "event {sequence} ({event}) does not belong there: it was moved, replaced or put in"
            )
        }
        Fault::Missing { from, to } => format!("events {from} to {to} are missing"),
        Fault::CutOff { from, to } => {
            format!("the end is missing: events {from} to {to}")
        }
        Fault::BehindHead { head, last } => {
            format!("the head was set back: it says {head}, the last event is {last}")
        }
        Fault::NoHead => "the head is missing".to_owned(),
        Fault::HeadAltered => "the head was changed".to_owned(),
        Fault::Empty => "every event is missing".to_owned(),
    }
}

fn actor(who: &Who) -> String {
    match who {
        Who::Nobody => "nobody known".to_owned(),
        Who::Person { account, .. } => account.to_string(),
        Who::Operator { name } => name.clone(),
        Who::System => "the program".to_owned(),
    }
}

/// RFC 3339, in UTC with milliseconds.
fn moment(millis: i64) -> String {
    Timestamp::from_millisecond(millis)
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
