//! `portcullis audit …`.

use std::collections::HashMap;

use data_encoding::HEXLOWER;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use portcullis_core::audit::{Origin, Who};
use portcullis_core::chain::{Fault, NAMED};
use portcullis_core::id::AccountId;
use portcullis_core::language::Language;
use portcullis_core::role::Scope;
use portcullis_core::topic::Topic;
use portcullis_server::App;
use portcullis_server::audit::reading::Named;
use portcullis_server::audit::{self, Format, Verified, moment};
use portcullis_store::audit::{By, Order, Recorded, Wanted, search};
use portcullis_store::chains::Log;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, accounts};
use serde_json::{Value, json};

use super::{operator, organization_of};
use crate::cli::{self, AuditFilter, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

/// Runs a command about the audit log.
pub async fn run(options: &Options, command: cli::Audit) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::Audit::List {
            organization,
            wanted,
            last,
            json,
        } => {
            let log = log_of(&app, organization.as_deref(), wanted).await?;
            list(&app, log, last, json).await
        }
        cli::Audit::Export {
            organization,
            wanted,
            format,
        } => {
            let log = log_of(&app, organization.as_deref(), wanted).await?;
            let format = match format {
                cli::AuditFormat::JsonLines => Format::JsonLines,
                cli::AuditFormat::Csv => Format::Csv(Language::En),
            };
            export(&app, log, format, organization.as_deref()).await
        }
        cli::Audit::Verify { json } => verify(&app, json).await,
    }
}

/// Which log is meant, and what in it.
async fn log_of(
    app: &App,
    organization: Option<&str>,
    filter: AuditFilter,
) -> Result<(Log, Wanted), Failure> {
    let mut wanted = Wanted {
        by: filter.doer.map(By::from),
        topic: filter.kind.map(Topic::from),
        from: filter.from.map(beginning).transpose()?,
        until: filter
            .until
            .and_then(|day| day.tomorrow().ok())
            .map(beginning)
            .transpose()?,
        ..Wanted::default()
    };
    let Some(slug) = organization else {
        return Ok((None, wanted));
    };
    let organization = organization_of(app, slug).await?;
    if let Some(typed) = filter.about {
        let found = audit::reading::find(app, &organization, &typed).await?;
        wanted.about = Some(known(found, &organization, &typed)?);
    }
    if let Some(typed) = filter.by {
        let found = audit::reading::find_doer(app, &organization, &typed).await?;
        wanted.by = Some(By::Person(known(found, &organization, &typed)?));
    }
    Ok((Some(organization.id), wanted))
}

fn known(
    found: Option<Named>,
    organization: &Organization,
    typed: &str,
) -> Result<AccountId, Failure> {
    let unknown = || {
        Failure::new(format!(
            "nobody in {} has the login {typed}; write a login like ann, or an account's id",
            organization.slug
        ))
    };
    Ok(found.ok_or_else(unknown)?.id)
}

fn beginning(day: Date) -> Result<portcullis_core::time::Timestamp, Failure> {
    let first = day.to_zoned(TimeZone::UTC);
    let first = first.map_err(|error| Failure::new(error.to_string()))?;
    let millis = first.timestamp().as_millisecond();
    Ok(portcullis_core::time::Timestamp::from_millis(millis))
}

async fn list(
    app: &App,
    (log, wanted): (Log, Wanted),
    last: u32,
    json: bool,
) -> Result<(), Failure> {
    let keys = app.masters.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        search(tx, &keys, log, &wanted, (&Order::Newest(None), last)).await
    };
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
            moment(entry.at).into(),
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

async fn export(
    app: &App,
    log: (Log, Wanted),
    format: Format,
    organization: Option<&str>,
) -> Result<(), Failure> {
    let opened = audit::export(app, &operator(), log, &Origin::default()).await?;
    let mut reading = opened.map_err(|_| Failure::denied())?;
    while let Some(lines) = reading.next(format, organization).await? {
        output::text(&lines);
    }
    Ok(())
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
    let since = one.waits_since.map(moment);
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
