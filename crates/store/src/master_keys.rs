//! Which master keys there are: since when, which one wraps what is new, and which may go. The keys
//! themselves are in the key file; here are their ids, and of each a proof that the file's is the same.
//!
//! Which one is current is said by the database and not by the file, so that nodes with copies of the file
//! agree on it at every moment.

use portcullis_core::id::NodeId;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Error, Result, Tx};
use crate::keys::MasterKeys;

/// A master key, as the database knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MasterKey {
    /// Its id in the file.
    pub id: String,
    /// What [`MasterKeys::proof`] makes of the key.
    pub proof: Vec<u8>,
    /// Since when the database knows it; of the first one, since when there is a data key.
    pub made_at: Timestamp,
    /// Since when it wraps, or did; `None` while it waits for the nodes to have it.
    pub current_since: Option<Timestamp>,
    /// Since when nothing needs it.
    pub retired_at: Option<Timestamp>,
}

/// A program that serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its id, another at each start.
    pub id: NodeId,
    /// What an operator knows it by.
    pub name: String,
    /// The master keys that it holds and that are the database's.
    pub holds: Vec<String>,
    /// When it last said so.
    pub seen_at: Timestamp,
}

/// All master keys, oldest first, the retired ones too.
pub async fn all(tx: &mut Tx<'_>) -> Result<Vec<MasterKey>> {
    tx.rows(
        "SELECT id, proof, made_at, current_since, retired_at FROM master_keys ORDER BY made_at, id",
        &[],
        |r| {
            Ok(MasterKey {
                id: r.get(0)?,
                proof: r.get(1)?,
                made_at: r.get(2)?,
                current_since: r.get(3)?,
                retired_at: r.get(4)?,
            })
        },
    )
    .await
}

/// The id of the key that wraps what is new; `None` in a database that knows none yet.
pub async fn current(tx: &mut Tx<'_>) -> Result<Option<String>> {
    tx.row(
        "SELECT id FROM master_keys WHERE current_since IS NOT NULL ORDER BY current_since DESC, id DESC LIMIT 1",
        &[],
        |r| r.get(0),
    )
    .await
}

/// Units that wrap with the current key, change which one that is or retire one queue here: else one could wrap
/// with a key that another has just found to be needed no more.
pub async fn lock(tx: &mut Tx<'_>) -> Result<()> {
    tx.run("UPDATE master_keys SET id = id", &[]).await?;
    Ok(())
}

/// Where the database knows no key yet, it learns of those in the file, of which the first is the current one.
pub async fn adopt(tx: &mut Tx<'_>, keys: &MasterKeys, now: Timestamp) -> Result<()> {
    if current(tx).await?.is_some() {
        return Ok(());
    }
    let first = tx.row("SELECT MIN(created_at) FROM data_keys", &[], |r| {
        r.get::<Option<Timestamp>>(0)
    });
    let since = first.await?.flatten().unwrap_or(now);
    for (at, id) in keys.master_ids().enumerate() {
        // Those behind the first may wrap something too, so they are no keys that wait.
        let before = i64::try_from(at).unwrap_or(i64::MAX);
        let current_since = Timestamp::from_millis(since.millis() - before);
        let proof = keys.proof(id).ok_or_else(|| absent(id))?;
        tx.run(
            "INSERT INTO master_keys (id, proof, made_at, current_since) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING",
            args![id, proof, since, current_since],
        )
        .await?;
    }
    Ok(())
}

/// Makes a key of the file known, as one that waits; false when the id is taken.
pub async fn register(
    tx: &mut Tx<'_>,
    keys: &MasterKeys,
    id: &str,
    now: Timestamp,
) -> Result<bool> {
    let proof = keys.proof(id).ok_or_else(|| absent(id))?;
    let rows = tx
        .run(
            "INSERT INTO master_keys (id, proof, made_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING",
            args![id, proof, now],
        )
        .await?;
    Ok(rows == 1)
}

/// From now on a key that waits wraps what is new; false when it does not wait. Asked behind [`lock`].
pub async fn make_current(tx: &mut Tx<'_>, id: &str, now: Timestamp) -> Result<bool> {
    // A clock that was set back must not leave an older key the latest.
    let last = tx
        .row("SELECT MAX(current_since) FROM master_keys", &[], |r| {
            r.get::<Option<Timestamp>>(0)
        })
        .await?
        .flatten();
    let since = last.map_or(now, |last| {
        Timestamp::from_millis(now.millis().max(last.millis() + 1))
    });
    let rows = tx
        .run(
            "UPDATE master_keys SET current_since = $1 WHERE id = $2 AND current_since IS NULL AND retired_at IS NULL",
            args![since, id],
        )
        .await?;
    Ok(rows == 1)
}

/// Notes that nothing needs a key any more; false when it is so already. The caller has asked, behind [`lock`].
pub async fn retire(tx: &mut Tx<'_>, id: &str, now: Timestamp) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE master_keys SET retired_at = $1 WHERE id = $2 AND retired_at IS NULL",
            args![now, id],
        )
        .await?;
    Ok(rows == 1)
}

/// How many data keys each master key wraps, by its id.
pub async fn wrapped(tx: &mut Tx<'_>) -> Result<Vec<(String, i64)>> {
    // `length (1) ‖ id ‖ nonce (24) ‖ key (32) ‖ tag (16)`: what is in front of the last 72 bytes.
    tx.rows(
        "SELECT substr(wrapped, 2, length(wrapped) - 73) AS master, COUNT(*) FROM data_keys GROUP BY master ORDER BY master",
        &[],
        |r| {
            let id: Vec<u8> = r.get(0)?;
            Ok((String::from_utf8_lossy(&id).into_owned(), r.get(1)?))
        },
    )
    .await
}

/// How many password hashes and sets of recovery codes are made with a pepper.
pub async fn peppered(tx: &mut Tx<'_>, id: &str) -> Result<(i64, i64)> {
    let inside = format!(
        "keyid={}$",
        data_encoding::BASE64_NOPAD.encode(id.as_bytes())
    );
    let passwords = tx
        .row(
            "SELECT COUNT(*) FROM accounts WHERE replace(password_hash, $1, '') <> password_hash",
            args![inside],
            |r| r.get(0),
        )
        .await?;
    let sets = tx
        .row(
            "SELECT COUNT(*) FROM recovery_sets WHERE pepper = $1",
            args![id],
            |r| r.get(0),
        )
        .await?;
    Ok((passwords.unwrap_or_default(), sets.unwrap_or_default()))
}

/// A program says that it serves, and what it holds. Those that have not said so for long are forgotten.
pub async fn attend(tx: &mut Tx<'_>, node: &Node, forget: Timestamp) -> Result<()> {
    tx.run("DELETE FROM nodes WHERE seen_at < $1", args![forget])
        .await?;
    tx.run(
        "INSERT INTO nodes (id, name, master_keys, seen_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (id) DO UPDATE SET master_keys = $3, seen_at = $4",
        args![
            node.id,
            node.name.as_str(),
            node.holds.join(" "),
            node.seen_at
        ],
    )
    .await?;
    Ok(())
}

/// A program serves no more.
pub async fn leave(tx: &mut Tx<'_>, node: NodeId) -> Result<()> {
    tx.run("DELETE FROM nodes WHERE id = $1", args![node])
        .await?;
    Ok(())
}

/// The programs that have said since then that they serve, by name.
pub async fn nodes(tx: &mut Tx<'_>, since: Timestamp) -> Result<Vec<Node>> {
    tx.rows(
        "SELECT id, name, master_keys, seen_at FROM nodes WHERE seen_at >= $1 ORDER BY name, id",
        args![since],
        |r| {
            let holds: String = r.get(2)?;
            Ok(Node {
                id: r.get(0)?,
                name: r.get(1)?,
                holds: holds.split_whitespace().map(str::to_owned).collect(),
                seen_at: r.get(3)?,
            })
        },
    )
    .await
}

/// The master key of an id is not where it is needed.
pub(crate) fn absent(id: &str) -> Error {
    Error::refused(format!("the master key {id} is not in the key file"))
}
