//! What is sent as it is made: a piece at a time, as fast as it is taken, so that nothing long stands in
//! memory whole.

use tokio::sync::mpsc;

use crate::fault::Fault;

/// The pieces, as they are made; a fault breaks them off.
pub type Pieces = mpsc::Receiver<Result<String, Fault>>;

/// Where pieces are made: one waits until it is taken.
pub struct Maker(mpsc::Sender<Result<String, Fault>>);

/// Whoever took them has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone;

/// The two ends.
pub fn channel() -> (Maker, Pieces) {
    let (sender, pieces) = mpsc::channel(1);
    (Maker(sender), pieces)
}

impl Maker {
    /// Gives the next piece, or the fault that breaks them off.
    pub async fn give(&self, piece: Result<String, Fault>) -> Result<(), Gone> {
        self.0.send(piece).await.map_err(|_| Gone)
    }
}
