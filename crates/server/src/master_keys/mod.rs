//! Rotating the master key while the portal serves. A new key is in the key file first and waits until every
//! node that serves holds it; then the database makes it the current one, and the data keys are wrapped anew, some at
//! a time. The old one stays in the file until nothing needs it. At each moment what is stored opens with the
//! file that is there, so whoever breaks off goes on by doing the same again.

mod attend;

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::DataKeyId;
use portcullis_core::role::{self, Actor};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::keys::MasterKeys;
use portcullis_store::master_keys::{self, MasterKey, Node};
use portcullis_store::seal::{REWRAPPED_AT_ONCE, Rewrapped};
use portcullis_store::{Error, Result, Store, Tx};

pub use attend::{Attendance, attend, look};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;

/// A node that has not said for so long that it serves does not serve any more.
const GONE_AFTER: Span = Span::minutes(3);

/// How the master keys stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Those that the database knows, oldest first.
    pub keys: Vec<MasterKey>,
    /// The one that wraps what is new; `None` before there is anything to wrap.
    pub current: Option<String>,
    /// How many data keys each wraps.
    pub wrapped: Vec<(String, i64)>,
    /// The nodes that serve.
    pub nodes: Vec<Node>,
}

/// What a rotation has to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A new key has to be put into the file.
    Add,
    /// This one is in the file and waits.
    Use(String),
    /// Some data keys are not wrapped by the current key yet.
    Rewrap,
    /// This one waits, and is not in the file that was looked into.
    Missing(String),
}

/// Why a key is not retired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRetired {
    /// The actor may not.
    Denied,
    /// There is none of this id.
    Unknown,
    /// It wraps what is new.
    Current,
    /// So many data keys are wrapped by it.
    Needed(i64),
    /// It is so already.
    AlreadySo,
}

impl Standing {
    /// How they stand at a time.
    pub async fn read(store: &Store, now: Timestamp) -> Result<Self> {
        let unit = async move |tx: &mut Tx<'_>| {
            Ok(Self {
                keys: master_keys::all(tx).await?,
                current: master_keys::current(tx).await?,
                wrapped: master_keys::wrapped(tx).await?,
                nodes: master_keys::nodes(tx, now - GONE_AFTER).await?,
            })
        };
        store.read(unit).await
    }

    /// What the database knows of a key.
    pub fn key(&self, id: &str) -> Option<&MasterKey> {
        self.keys.iter().find(|key| key.id == id)
    }

    /// How many data keys a key wraps.
    pub fn wraps(&self, id: &str) -> i64 {
        let own = self.wrapped.iter().find(|(of, _)| of == id);
        own.map_or(0, |(_, count)| *count)
    }

    /// How many data keys are not wrapped by the current key.
    pub fn behind(&self) -> i64 {
        let others = self
            .wrapped
            .iter()
            .filter(|(id, _)| Some(id) != self.current.as_ref());
        others.map(|(_, count)| count).sum()
    }

    /// The nodes that don't hold a key.
    pub fn without(&self, id: &str) -> Vec<&Node> {
        let lacks = |node: &&Node| node.holds.iter().all(|held| held != id);
        self.nodes.iter().filter(lacks).collect()
    }

    /// What a rotation has to do next, with the keys of a file.
    pub fn next(&self, file: &MasterKeys) -> Next {
        let waits = |key: &&MasterKey| key.current_since.is_none() && key.retired_at.is_none();
        let waiting = self.keys.iter().find(waits);
        if let Some(key) = waiting {
            return if file.proof(&key.id).is_some_and(|own| key.proof == own) {
                Next::Use(key.id.clone())
            } else {
                Next::Missing(key.id.clone())
            };
        }
        // In a database that knows none yet all in the file are as old as it is.
        let mut unknown = file.master_ids().filter(|id| self.key(id).is_none());
        match unknown.next() {
            Some(id) if self.current.is_some() => Next::Use(id.to_owned()),
            _ if self.behind() > 0 => Next::Rewrap,
            _ => Next::Add,
        }
    }

    /// An id that no key has had.
    pub fn free_id(&self, file: &MasterKeys) -> String {
        let known = self.keys.iter().map(|key| key.id.as_str());
        let wrapping = self.wrapped.iter().map(|(id, _)| id.as_str());
        let taken = known.chain(wrapping).chain(file.master_ids());
        let numbers = taken.filter_map(|id| id.strip_prefix('m')?.parse::<u32>().ok());
        format!(
            "m{}",
            numbers.max().map_or(1, |last| last.saturating_add(1))
        )
    }
}

/// Makes a key of the file known to the database and so to all nodes, as one that waits. False when there is another
/// of the same id.
pub async fn register(app: &App, id: &str) -> std::result::Result<bool, Fault> {
    let (app_, id) = (app.clone(), id.to_owned());
    let unit = async move |tx: &mut Tx<'_>| {
        let (keys, now) = (app_.sealer.masters(), app_.now());
        master_keys::lock(tx).await?;
        master_keys::adopt(tx, &keys, now).await?;
        master_keys::register(tx, &keys, &id, now).await?;
        let known = master_keys::all(tx).await?;
        let known = known.iter().find(|key| key.id == id);
        Ok(known.is_some_and(|known| keys.proof(&id).is_some_and(|own| known.proof == own)))
    };
    Ok(app.store.write(unit).await?)
}

/// From now on a key that waits wraps what is new. False when it does not wait any more: somebody was first.
pub async fn make_current(
    app: &App,
    actor: &Actor,
    id: &str,
) -> std::result::Result<std::result::Result<bool, role::Denied>, Fault> {
    if let Err(denied) = role::instance(actor, app.now()) {
        return Ok(Err(denied));
    }
    let (app_, who, id) = (app.clone(), Who::from(actor), id.to_owned());
    let unit = async move |tx: &mut Tx<'_>| {
        let now = app_.now();
        master_keys::lock(tx).await?;
        let from = master_keys::current(tx).await?;
        if !master_keys::make_current(tx, &id, now).await? {
            return Ok(false);
        }
        let event = Event::MasterKeyChanged {
            from,
            to: id.clone(),
        };
        let subject = Subject::instance(who.clone(), &Origin::default());
        subject.write(tx, &app_, event, now).await?;
        Ok(true)
    };
    Ok(Ok(app.store.write(unit).await?))
}

/// Wraps the next data keys with the current key, in one unit of work.
pub async fn rewrap(app: &App, after: Option<DataKeyId>) -> std::result::Result<Rewrapped, Fault> {
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let mut nonces = [[0; 24]; REWRAPPED_AT_ONCE];
        for nonce in &mut nonces {
            *nonce = app_.random()?;
        }
        app_.sealer.rewrap(tx, after, &nonces).await
    };
    Ok(app.store.write(unit).await?)
}

/// Notes that nothing needs a key any more, after which it may leave the file. Refused while anything does.
pub async fn retire(
    app: &App,
    actor: &Actor,
    id: &str,
) -> std::result::Result<std::result::Result<(), NotRetired>, Fault> {
    if role::instance(actor, app.now()).is_err() {
        return Ok(Err(NotRetired::Denied));
    }
    let (app_, who, id) = (app.clone(), Who::from(actor), id.to_owned());
    let unit = async move |tx: &mut Tx<'_>| {
        let now = app_.now();
        master_keys::lock(tx).await?;
        let wrapped = master_keys::wrapped(tx).await?;
        if let Some((_, count)) = wrapped.iter().find(|(of, _)| *of == id) {
            return Ok(Err(NotRetired::Needed(*count)));
        }
        if master_keys::current(tx).await?.as_ref() == Some(&id) {
            return Ok(Err(NotRetired::Current));
        }
        let known = master_keys::all(tx).await?;
        if known.iter().all(|key| key.id != id) {
            return Ok(Err(NotRetired::Unknown));
        }
        if !master_keys::retire(tx, &id, now).await? {
            return Ok(Err(NotRetired::AlreadySo));
        }
        let event = Event::MasterKeyRetired { key: id.clone() };
        let subject = Subject::instance(who.clone(), &Origin::default());
        subject.write(tx, &app_, event, now).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

/// Where the database does not know its master keys yet but has wrapped something: learns of them.
pub(crate) async fn adopt(store: &Store, keys: &MasterKeys, now: Timestamp) -> Result<(), Error> {
    let unknown = async |tx: &mut Tx<'_>| {
        let known = master_keys::current(tx).await?.is_some();
        Ok(!known && !master_keys::wrapped(tx).await?.is_empty())
    };
    if !store.read(unknown).await? {
        return Ok(());
    }
    let keys = keys.clone();
    let unit = async move |tx: &mut Tx<'_>| master_keys::adopt(tx, &keys, now).await;
    store.write(unit).await
}
