//! How long a client may let the portal wait while others wait for its place.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::sleep;

/// Whether a connection waits for its client: for a handshake, a header, a body, or until an answer is
/// taken. It does when it begins, and does not while its request is worked on. Saying so costs a
/// request next to nothing; whoever wants to know looks now and then.
///
/// The number grows with each turn: even while the client is waited for, odd while it waits.
#[derive(Clone)]
pub struct Wait(Arc<AtomicU64>);

impl Wait {
    /// From now on for the client.
    pub fn begin() -> Self {
        Self(Arc::default())
    }

    /// The answer is there: the client is to take it, and may ask for more.
    pub fn answered(&self) {
        self.heard();
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// The whole request is there.
    pub fn heard(&self) {
        self.0.fetch_or(1, Ordering::Relaxed);
    }

    /// Until the client has been waited for so long at a stretch and room is short.
    pub async fn outlasts(&self, patience: Duration, is_short: impl Fn() -> bool) {
        const LOOKS: u32 = 4;
        let (mut seen, mut looks) = (self.0.load(Ordering::Relaxed), 0);
        loop {
            sleep(patience / LOOKS).await;
            let turn = self.0.load(Ordering::Relaxed);
            looks = if turn == seen { looks + 1 } else { 0 };
            seen = turn;
            if turn.is_multiple_of(2) && looks >= LOOKS && is_short() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use tokio::time::timeout;

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(2);

    #[tokio::test(start_paused = true)]
    async fn a_client_is_waited_for_until_room_gets_short() {
        let wait = Wait::begin();
        let short = Cell::new(false);
        let mut outlasts = Box::pin(wait.outlasts(PATIENCE, || short.get()));
        assert!(timeout(PATIENCE * 5, &mut outlasts).await.is_err());
        short.set(true);
        assert!(timeout(PATIENCE, &mut outlasts).await.is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_that_is_worked_on_is_never_given_up_and_each_answer_begins_anew() {
        let wait = Wait::begin();
        let mut outlasts = Box::pin(wait.outlasts(PATIENCE, || true));
        for _ in 0..5 {
            assert!(timeout(PATIENCE * 3 / 4, &mut outlasts).await.is_err());
            wait.heard();
            wait.answered();
        }
        wait.heard();
        assert!(timeout(PATIENCE * 5, &mut outlasts).await.is_err());
        wait.answered();
        assert!(timeout(PATIENCE * 2, &mut outlasts).await.is_ok());
    }
}
