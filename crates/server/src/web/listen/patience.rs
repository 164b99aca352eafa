//! How long a client may let the portal wait while others wait for its place.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::sleep;

/// Whether a connection waits for its client: for a handshake, a header, a body, or until an answer is
/// taken. It does when it begins, and does not while its request is worked on.
#[derive(Clone)]
pub struct Wait(watch::Sender<bool>);

impl Wait {
    /// From now on for the client.
    pub fn begin() -> Self {
        Self(watch::Sender::new(true))
    }

    /// The answer is there: the client is to take it, and may ask for more.
    pub fn answered(&self) {
        self.0.send_replace(true);
    }

    /// The whole request is there.
    pub fn heard(&self) {
        self.0.send_replace(false);
    }

    /// Until the client has been waited for so long at a stretch and room is short.
    pub async fn outlasts(&self, patience: Duration, is_short: impl Fn() -> bool) {
        let mut waits = self.0.subscribe();
        loop {
            let waiting = *waits.borrow_and_update();
            tokio::select! {
                _ = waits.changed() => {} // its sender is this one
                () = lasts(patience, &is_short), if waiting => return,
            }
        }
    }
}

async fn lasts(patience: Duration, is_short: impl Fn() -> bool) {
    sleep(patience).await;
    while !is_short() {
        sleep(patience / 4).await;
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
