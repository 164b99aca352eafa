//! What the database and its rows say: the engine, the schema, the key, the clocks, who is in charge.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::net::IpAddr;
use std::sync::Arc;

use portcullis_core::credential::totp::{STEP_SECONDS, TimeStep};
use portcullis_core::time::{SKEW, Span, Timestamp};
use portcullis_server::code_clock;
use portcullis_server::mail::LATELY;
use portcullis_server::master_keys::{Next, Standing};
use portcullis_store::db::{self, Examined};
use portcullis_store::keys::MasterKeys;
use portcullis_store::seal::Sealer;
use portcullis_store::{Error, Store, Tx, chains, examination, mails, roles};

use super::{Finding, mail, radius};
use crate::config::Config;
use crate::{key_file, machine};

/// How many devices and sessions are asked.
const ASKED: u32 = 100;
/// A portal that serves seals every second.
const SEALED_WITHIN: Span = Span::minutes(1);
/// How many of them say more than the slips of a few people.
const ENOUGH: usize = 20;

pub async fn examine(
    config: &Config,
    store: &Store,
    findings: &mut Vec<Finding>,
) -> Result<(), Error> {
    let now = machine::clock().now();
    findings.extend(engine(&store.examine().await?, now));
    let version = store.version().await?;
    findings.push(schema(version));
    findings.push(key(config, store, version, now).await);
    if version < db::newest() {
        return Ok(()); // its tables are not those that the rest asks
    }
    let unit = async move |tx: &mut Tx<'_>| {
        let codes = examination::last_codes(tx, ASKED).await?;
        let addresses = examination::last_addresses(tx, ASKED).await?;
        let owners = roles::lasting_owners(tx).await?.len();
        let admins = examination::of_one_admin(tx, now).await?;
        let waits_since = chains::waits_since(tx).await?;
        let mails = mails::standing(tx, now - LATELY).await?;
        let email_codes = examination::using_email_codes(tx).await?;
        let unsigned = examination::unsigned_clients(tx, ASKED).await?;
        let people = (owners, admins, unsigned);
        Ok((codes, addresses, people, waits_since, (mails, email_codes)))
    };
    let (codes, addresses, people, waits_since, mails) = store.read(unit).await?;
    let (owners, admins, unsigned) = people;
    findings.push(seal(waits_since, now));
    findings.push(code_clock(&codes, now));
    findings.push(proxy(&addresses));
    findings.push(last_admin(owners, &admins));
    findings.push(radius::examine(config, &unsigned));
    let (mails, email_codes) = mails;
    findings.push(match config.settings.mail {
        Some(_) => mail::queue(&mails, now),
        None => mail::without_server(&mails, email_codes),
    });
    Ok(())
}

fn engine(examined: &Examined, now: Timestamp) -> Vec<Finding> {
    match examined {
        Examined::Sqlite {
            version,
            journal,
            check,
        } => {
            let found = format!("SQLite {version}, {journal}, check: {check}");
            vec![if check != "ok" {
                let advice = "stop the portal, keep a copy of the file, and restore a backup";
                Finding::problem("database", found, advice)
            } else if journal != "wal" {
                let advice = "keep the file on a local disk: WAL does not work on network shares";
                Finding::problem("database", found, advice)
            } else {
                Finding::ok("database", found)
            }]
        }
        Examined::Postgres {
            version,
            fsync,
            clock,
        } => {
            let found = format!(
                "PostgreSQL {version}, fsync {}",
                if *fsync { "on" } else { "off" }
            );
            let engine = if *fsync {
                Finding::ok("database", found)
            } else {
                let advice = "set fsync = on: a power cut would open used codes again";
                Finding::problem("database", found, advice)
            };
            vec![engine, database_clock(*clock, now)]
        }
    }
}

fn database_clock(theirs: Timestamp, ours: Timestamp) -> Finding {
    let check = "database clock";
    let apart = (theirs.millis() - ours.millis()).abs() / 1000;
    let found = format!("{apart} s from this machine's");
    let advice = "synchronize both with NTP";
    match apart {
        0..=1 => Finding::ok(check, found),
        2..=29 => Finding::warning(check, found, advice),
        _ => Finding::problem(check, found, advice),
    }
}

fn schema(version: i64) -> Finding {
    let newest = db::newest();
    let found = format!("version {version}");
    match version.cmp(&newest) {
        Ordering::Equal => Finding::ok("schema", found),
        Ordering::Less => Finding::problem(
            "schema",
            found,
            format!("run `portcullis migrate`, or start the portal: this program is at {newest}"),
        ),
        Ordering::Greater => Finding::problem(
            "schema",
            found,
            format!("run the newer program: this one is at {newest}"),
        ),
    }
}

/// Whether the key file is there, is its owner's alone, and opens the database; and whether a rotation of the
/// master key waits for somebody.
async fn key(config: &Config, store: &Store, version: i64, now: Timestamp) -> Finding {
    let check = "master key";
    let advice =
        "put the key file back from its copy; `portcullis key status` names what is needed";
    let masters = match key_file::read(&config.master_key) {
        Ok(found) => Arc::new(found),
        Err(why) => return Finding::problem(check, why.to_string(), advice),
    };
    if version != db::newest() {
        return Finding::ok(check, "the key file can be read");
    }
    let sealer = Sealer::new(masters.clone());
    if let Err(why) = store.read(async move |tx| sealer.check(tx).await).await {
        return Finding::problem(check, why.to_string(), advice);
    }
    match Standing::read(store, now).await {
        Ok(standing) => rotation(&standing, &masters, now),
        Err(why) => Finding::problem(
            check,
            why.to_string(),
            "see its own log, and run this again",
        ),
    }
}

fn rotation(standing: &Standing, file: &MasterKeys, now: Timestamp) -> Finding {
    let check = "master key";
    let current = standing.current.as_deref().and_then(|id| standing.key(id));
    let Some(current) = current else {
        return Finding::ok(check, "nothing is wrapped by it yet");
    };
    let days = now.since(current.made_at).as_millis() / Span::days(1).as_millis();
    let found = format!("{} opens the database; {days} days old", current.id);
    let behind = standing.behind();
    let is_old = |id: &&str| {
        *id != current.id
            && standing
                .key(id)
                .is_some_and(|key| key.current_since.is_some() || key.retired_at.is_some())
    };
    let old: Vec<&str> = file.master_ids().filter(is_old).collect();
    match standing.next(file) {
        Next::Use(id) | Next::Missing(id) => Finding::warning(
            check,
            format!("{found}; {id} waits to take its place"),
            "`portcullis key rotate` goes on, and says for whom it waits",
        ),
        Next::Rewrap => Finding::warning(
            check,
            format!("{found}; {behind} data keys are not wrapped by it yet"),
            "`portcullis key rotate` goes on",
        ),
        Next::Add if !old.is_empty() => Finding::warning(
            check,
            format!("{found}; {} is still in the file", old.join(", ")),
            "nothing needs it any more: `portcullis key retire` takes it out",
        ),
        Next::Add => Finding::ok(check, found),
    }
}

fn code_clock(codes: &[(TimeStep, Timestamp)], now: Timestamp) -> Finding {
    let check = "clock";
    let ahead = codes.iter().map(|(_, at)| now.until(*at)).max();
    if let Some(ahead) = ahead.filter(|ahead| *ahead > SKEW) {
        let found = format!(
            "a code was accepted {} s later than this machine's clock shows, so it was set back",
            ahead.as_seconds()
        );
        return Finding::warning(check, found, "synchronize this machine's clock with NTP");
    }
    if codes.len() < ENOUGH {
        let found = format!(
            "only {} devices were used so far; {ENOUGH} can tell",
            codes.len()
        );
        return Finding::ok(check, found);
    }
    let offsets = codes
        .iter()
        .map(|(step, at)| step.number() - TimeStep::at(*at).number());
    let seconds = code_clock::median(offsets) * STEP_SECONDS;
    let found = format!("most codes are {seconds} s from this machine's");
    if seconds == 0 {
        Finding::ok(check, found)
    } else {
        Finding::warning(check, found, "synchronize this machine's clock with NTP")
    }
}

fn seal(waits_since: Option<Timestamp>, now: Timestamp) -> Finding {
    let check = "audit log";
    let waits = waits_since.map_or(Span::ZERO, |since| now.since(since));
    if waits < SEALED_WITHIN {
        return Finding::ok(check, "nothing waits long to be sealed");
    }
    Finding::warning(
        check,
        format!("an event waits to be sealed for {} s", waits.as_seconds()),
        "see that the portal serves; if it does, run `portcullis audit verify`",
    )
}

/// Where everybody seems to come from one place, it is a proxy that is not trusted.
fn proxy(addresses: &[String]) -> Finding {
    let check = "client addresses";
    let places: HashSet<&String> = addresses.iter().collect();
    let found = format!("{} in the last {} sessions", places.len(), addresses.len());
    let only = addresses.first().filter(|_| places.len() == 1);
    let Some(only) = only.filter(|_| addresses.len() >= ENOUGH) else {
        return Finding::ok(check, found);
    };
    let nearby = only.parse().is_ok_and(|address: IpAddr| match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_private(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local(),
    });
    if nearby {
        let found = format!("every session comes from {only}");
        let advice =
            "if that is a proxy, see that it passes the client's address on and is trusted";
        return Finding::warning(check, found, advice);
    }
    Finding::ok(check, found)
}

fn last_admin(owners: usize, admins: &[String]) -> Finding {
    let check = "last admin";
    let alone = match admins {
        [] => String::new(),
        [one] => format!("; one admin alone in {one}"),
        [one, more @ ..] => format!("; one admin alone in {one} and {} more", more.len()),
    };
    let found = format!("{owners} owners{alone}");
    match owners {
        0 => Finding::warning(
            check,
            found,
            "start the portal and open the address it prints",
        ),
        1 => Finding::warning(
            check,
            found,
            "make somebody a second owner: one lost phone locks the instance",
        ),
        _ if admins.is_empty() => Finding::ok(check, found),
        _ => Finding::warning(check, found, "make somebody a second admin there"),
    }
}
