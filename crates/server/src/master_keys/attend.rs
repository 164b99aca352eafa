//! A node says that it serves, and which master keys it holds; and reads the key file again when there is one
//! that it does not hold. So a rotation knows for whom it has to wait.

use std::time::Duration;

use portcullis_core::id::NodeId;
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::Tx;
use portcullis_store::master_keys::{self, Node};
use tracing::{info, warn};

use crate::app::App;
use crate::fault::Fault;

/// How often the database is asked for keys.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How often a node says that it is still there.
const SAY_EVERY: Span = Span::minutes(1);
/// After how long nobody asks any more whether a node was there.
const FORGOTTEN_AFTER: Span = Span::days(1);

/// What a node has said of itself.
pub struct Attendance {
    node: NodeId,
    name: String,
    said: Option<(Vec<String>, Timestamp)>,
}

impl Attendance {
    /// Of a node that has said nothing yet.
    pub fn new(node: NodeId, name: &str) -> Self {
        Self {
            node,
            name: name.to_owned(),
            said: None,
        }
    }
}

/// Attends until it is told to stop, and then says that it leaves.
pub async fn attend(app: App, name: String, stop: impl Future<Output = ()>) {
    let Ok(chance) = app.random() else {
        warn!("this node has no id, so rotations of the master key don't wait for it");
        return;
    };
    let mut attendance = Attendance::new(NodeId::new(app.now(), chance), &name);
    let mut stop = std::pin::pin!(stop);
    let mut complained = None;
    loop {
        let complaint = look(&app, &mut attendance).await.err();
        let complaint = complaint.map(|error| error.to_string());
        if let Some(why) = &complaint
            && complained.as_ref() != Some(why)
        {
            warn!(why, "the master keys are looked at again soon");
        }
        complained = complaint;
        tokio::select! {
            () = &mut stop => break,
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
    }
    let node = attendance.node;
    let leave = async move |tx: &mut Tx<'_>| master_keys::leave(tx, node).await;
    if let Err(error) = app.store.write(leave).await {
        info!(%error, "that this node has left is not written down");
    }
}

/// Looks which master keys there are, and says which of them this node holds, if it has not said so lately.
pub async fn look(app: &App, attendance: &mut Attendance) -> Result<(), Fault> {
    let all = async |tx: &mut Tx<'_>| master_keys::all(tx).await;
    let mut known = app.store.read(all).await?;
    known.retain(|key| key.retired_at.is_none());
    let held = app.sealer.masters();
    let mut unread = None;
    if known.iter().any(|key| held.proof(&key.id).is_none()) {
        unread = app.sealer.reread().err();
    }
    let held = app.sealer.masters();
    let holds = |proof: Option<[u8; 32]>, known: &[u8]| proof.is_some_and(|own| own == known);
    let holds: Vec<String> = known
        .into_iter()
        .filter(|key| holds(held.proof(&key.id), &key.proof))
        .map(|key| key.id)
        .collect();
    let now = app.now();
    let is_said = attendance
        .said
        .as_ref()
        .is_some_and(|(said, at)| *said == holds && now >= *at && now.since(*at) < SAY_EVERY);
    if !is_said {
        let node = Node {
            id: attendance.node,
            name: attendance.name.clone(),
            holds: holds.clone(),
            seen_at: now,
        };
        let forget = now - FORGOTTEN_AFTER;
        let say = async move |tx: &mut Tx<'_>| master_keys::attend(tx, &node, forget).await;
        app.store.write(say).await?;
        attendance.said = Some((holds, now));
    }
    match unread {
        Some(why) => Err(Fault::Broken(why.to_string())),
        None => Ok(()),
    }
}
