//! `portcullis key …`: the keys that are not in the database. Rotating is one command that can be broken off and
//! said again at any moment; docs/keys.md tells an operator what it does in which order.

use std::path::Path;
use std::time::Duration;

use portcullis_core::role::Denied;
use portcullis_server::App;
use portcullis_server::audit::moment;
use portcullis_server::master_keys::{self, Next, NotRetired, Standing};
use portcullis_store::keys::MasterKeys;
use portcullis_store::{Store, Tx};
use serde_json::Value;

use super::operator;
use crate::cli::{self, Options};
use crate::config::Config;
use crate::key_file::{self, Held};
use crate::output::{self, Failure};
use crate::{data, machine};

/// For how long the nodes are given to read a new key.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_EVERY: Duration = Duration::from_millis(500);

const ADD_BY_HAND: &str = "add a line `master ID KEY` behind the other master keys where it comes from, with an ID of its own \
     and what `openssl rand -base64 32` prints for KEY, bring it to every node, and say `portcullis key rotate` again";
const REMOVE_BY_HAND: &str =
    "take the line of this master key out where it comes from, and bring that to every node";

/// Runs a command about the keys.
pub async fn run(options: &Options, command: cli::Key) -> Result<(), Failure> {
    let config = Config::load(options)?;
    match command {
        cli::Key::Status { json } => status(&config, json).await,
        cli::Key::Rotate => rotate(&config).await,
        cli::Key::Retire { id, yes } => retire(&config, &id, yes).await,
    }
}

const HEADINGS: [&str; 7] = [
    "kind",
    "id",
    "state",
    "made",
    "needed by",
    "may go",
    "missing at",
];

/// Looks without opening the portal, so that it also tells why that can't be opened.
async fn status(config: &Config, json: bool) -> Result<(), Failure> {
    data::must_be_there(config)?;
    let store = data::open_store(config).await?;
    let standing = Standing::read(&store, machine::clock().now()).await?;
    let file = key_file::read(&config.master_key)?;
    let mut rows: Vec<[Value; 7]> = Vec::new();
    let mut lost = Vec::new();
    for id in masters(&standing, &file) {
        let shown = master(&standing, &file, &id);
        if shown.is_lost {
            lost.push(id);
        }
        rows.push(shown.row);
    }
    rows.extend(peppers(&store, &file).await?);
    rows.push([
        "lookup".into(),
        file.lookup_id().into(),
        "in use".into(),
        Value::Null,
        "audit logs, typed codes, counters".into(),
        false.into(),
        Value::Null,
    ]);
    output::rows(json, HEADINGS, &rows);
    if lost.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} is needed and not in {}: put it back from a copy of that file",
        lost.join(", "),
        config.master_key.display()
    )))
}

/// The ids of all master keys that there is something to be said of.
fn masters(standing: &Standing, file: &MasterKeys) -> Vec<String> {
    let is_there = |id: &str| file.master_ids().any(|other| other == id);
    let mut ids: Vec<String> = standing
        .keys
        .iter()
        .filter(|key| key.retired_at.is_none() || is_there(&key.id) || standing.wraps(&key.id) > 0)
        .map(|key| key.id.clone())
        .collect();
    let wrapping = standing.wrapped.iter().map(|(id, _)| id.as_str());
    for id in wrapping.chain(file.master_ids()) {
        if ids.iter().all(|known| known != id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

struct Shown {
    row: [Value; 7],
    is_lost: bool,
}

fn master(standing: &Standing, file: &MasterKeys, id: &str) -> Shown {
    let known = standing.key(id);
    let wraps = standing.wraps(id);
    let own = file.proof(id);
    let is_current = standing.current.as_deref() == Some(id);
    let is_same = known.is_none_or(|known| own.is_some_and(|own| known.proof == own));
    let state = match known {
        _ if own.is_none() => "NOT IN THE FILE",
        _ if !is_same => "ANOTHER KEY IN THE FILE",
        _ if is_current => "current",
        // Before anything is wrapped the database knows none.
        None if standing.current.is_none() && wraps == 0 => "in use",
        None if wraps == 0 => "waits",
        Some(known) if known.retired_at.is_some() => "retired, still in the file",
        Some(known) if known.current_since.is_none() => "waits",
        None | Some(_) if wraps > 0 => "being replaced",
        None | Some(_) => "replaced",
    };
    let needed = (wraps > 0).then(|| format!("{wraps} data keys"));
    let needed = needed.or_else(|| is_current.then(|| "what is new".to_owned()));
    let may_go = known.is_some() && own.is_some() && wraps == 0 && !is_current;
    let without: Vec<&str> = match known {
        Some(known) if known.retired_at.is_none() => {
            let nodes = standing.without(id);
            nodes.iter().map(|node| node.name.as_str()).collect()
        }
        _ => Vec::new(),
    };
    Shown {
        row: [
            "master".into(),
            id.into(),
            state.into(),
            known.map(|known| moment(known.made_at)).into(),
            needed.into(),
            may_go.into(),
            (!without.is_empty()).then(|| without.join(", ")).into(),
        ],
        is_lost: (own.is_none() || !is_same) && (wraps > 0 || is_current),
    }
}

/// The peppers stay for as long as a hash was made with one: nobody but who knows the password can make it anew.
async fn peppers(store: &Store, file: &MasterKeys) -> Result<Vec<[Value; 7]>, Failure> {
    let mut rows = Vec::new();
    for (at, pepper) in file.peppers().iter().enumerate() {
        let id = pepper.id().to_owned();
        let unit =
            async move |tx: &mut Tx<'_>| portcullis_store::master_keys::peppered(tx, &id).await;
        let (passwords, sets) = store.read(unit).await?;
        let needed = (passwords + sets > 0)
            .then(|| format!("{passwords} passwords, {sets} sets of recovery codes"));
        let state = if at == 0 { "current" } else { "replaced" };
        rows.push([
            "pepper".into(),
            pepper.id().into(),
            state.into(),
            Value::Null,
            needed.clone().into(),
            (at > 0 && needed.is_none()).into(),
            Value::Null,
        ]);
    }
    Ok(rows)
}

async fn rotate(config: &Config) -> Result<(), Failure> {
    let app = data::open(config).await?;
    let path = &config.master_key;
    let standing = Standing::read(&app.store, app.now()).await?;
    match standing.next(&app.sealer.masters()) {
        Next::Missing(id) => {
            return Err(Failure::new(format!(
                "the master key {id} was made elsewhere and is not in {}: copy the file here from there, or give it up with \
                 `portcullis key retire {id}`",
                path.display()
            )));
        }
        Next::Rewrap => {}
        Next::Use(id) => use_it(&app, path, &id).await?,
        Next::Add => {
            let held = Held::hold(path, ADD_BY_HAND)?;
            // Somebody else may have added one before the file was held.
            let standing = Standing::read(&app.store, app.now()).await?;
            app.sealer
                .reread()
                .map_err(|why| Failure::new(why.to_string()))?;
            if standing.next(&app.sealer.masters()) != Next::Add {
                let why = "another rotation has begun this moment: say it again";
                return Err(Failure::new(why));
            }
            let id = standing.free_id(&app.sealer.masters());
            held.add(&id)?;
            app.sealer
                .reread()
                .map_err(|why| Failure::new(why.to_string()))?;
            output::line(&format!("{id} is in {}", path.display()));
            use_it(&app, path, &id).await?;
        }
    }
    wrap_anew(&app).await
}

/// Waits until the nodes hold a key that is in the file, and lets it wrap what is new.
async fn use_it(app: &App, path: &Path, id: &str) -> Result<(), Failure> {
    if !master_keys::register(app, id).await? {
        return Err(Failure::new(format!(
            "another master key has the id {id}: take its line out of {}, and say `portcullis key rotate` again",
            path.display()
        )));
    }
    let mut waited = Duration::ZERO;
    loop {
        let standing = Standing::read(&app.store, app.now()).await?;
        let without = standing.without(id);
        if without.is_empty() {
            break;
        }
        if waited >= PATIENCE {
            let names: Vec<&str> = without.iter().map(|node| node.name.as_str()).collect();
            return Err(Failure::new(format!(
                "{id} waits, because it is not in the key file of {}: copy {} there, and say `portcullis key rotate` again",
                names.join(", "),
                path.display()
            )));
        }
        tokio::time::sleep(LOOK_EVERY).await;
        waited += LOOK_EVERY;
    }
    match master_keys::make_current(app, &operator(), id).await? {
        Ok(true) => output::line(&format!("{id} wraps what is new")),
        Ok(false) => {} // another command was first, and both wrap anew
        Err(Denied) => return Err(Failure::denied()),
    }
    Ok(())
}

async fn wrap_anew(app: &App) -> Result<(), Failure> {
    let all = Standing::read(&app.store, app.now()).await?.behind();
    let (mut done, mut after) = (0, None);
    loop {
        let rewrapped = master_keys::rewrap(app, after).await?;
        done += rewrapped.keys;
        if rewrapped.keys > 0 {
            output::line(&format!("{done} of {all} data keys are wrapped anew"));
        }
        after = rewrapped.last;
        if after.is_none() {
            break;
        }
    }
    let standing = Standing::read(&app.store, app.now()).await?;
    let old: Vec<&str> = standing
        .keys
        .iter()
        .filter(|key| key.retired_at.is_none() && key.current_since.is_some())
        .filter(|key| standing.current.as_ref() != Some(&key.id) && standing.wraps(&key.id) == 0)
        .map(|key| key.id.as_str())
        .collect();
    for id in old {
        output::line(&format!(
            "nothing needs {id} any more: `portcullis key retire {id}` takes it out of the file"
        ));
    }
    Ok(())
}

async fn retire(config: &Config, id: &str, yes: bool) -> Result<(), Failure> {
    let app = data::open(config).await?;
    let path = &config.master_key;
    let file = app.sealer.masters();
    let is_in_file = file.master_ids().any(|other| other == id);
    let standing = Standing::read(&app.store, app.now()).await?;
    let known = standing.key(id);
    if !is_in_file && known.is_none_or(|known| known.retired_at.is_some()) {
        return Err(Failure::new(format!(
            "there is no master key {id} in {}; `portcullis key status` lists all",
            path.display()
        )));
    }
    let has_wrapped = known.is_some_and(|known| known.current_since.is_some());
    if has_wrapped && !yes {
        return Err(Failure::new(format!(
            "copies of the database from before {id} was replaced will open no more, but with a copy of {} from then; \
             say --yes if it is meant",
            path.display()
        )));
    }
    // Held first: where the file can't be changed, the key is retired and the line taken out by hand.
    let held = Held::hold(path, REMOVE_BY_HAND);
    if known.is_none() && !master_keys::register(&app, id).await? {
        return Err(Failure::new("it is another key now: say it again"));
    }
    match master_keys::retire(&app, &operator(), id).await? {
        Ok(()) => output::line(&format!("nothing needs {id} any more")),
        Err(NotRetired::AlreadySo) => {} // only the file is behind
        Err(NotRetired::Denied) => return Err(Failure::denied()),
        Err(NotRetired::Unknown) => {
            return Err(Failure::new(format!("there is no master key {id}")));
        }
        Err(NotRetired::Current) => {
            let why = "is current: say `portcullis key rotate` first";
            return Err(Failure::new(format!("{id} {why}")));
        }
        Err(NotRetired::Needed(count)) => {
            let why = "say `portcullis key rotate` first";
            return Err(Failure::new(format!("{id} wraps {count} data keys: {why}")));
        }
    }
    if is_in_file {
        held?.remove(id)?;
        output::line(&format!(
            "{id} is out of {}; take it out of every copy of that file, too, and have the nodes read it anew (SIGHUP)",
            path.display()
        ));
    }
    Ok(())
}
