//! What a client still sends when its answer is there already: it is read away within bounds, so that
//! the answer arrives. A connection that is closed with bytes nobody read is reset, and whoever sent
//! them sees a broken connection where the page says what was wrong.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use hyper::body::{Body as HttpBody, Frame, Incoming, SizeHint};
use tokio::time::timeout;

use super::Limits;

/// The most that is read away, in bytes. Who sends more has the connection closed.
const MOST: usize = 16 * 1024 * 1024;

/// A body that can be read on when whoever was to read it is gone.
#[derive(Clone)]
pub struct Leftover(Arc<Mutex<Arriving>>);

struct Arriving {
    body: Incoming,
    /// Whether its client sends it: not before it is asked for, if it said that it waits for that.
    comes: bool,
}

impl Leftover {
    /// The body for the routes, and what will be left of it. A client that `waits` to be asked for the
    /// body (RFC 9110 §10.1.1) is by whoever reads first.
    pub fn of(body: Incoming, waits: bool) -> (Body, Self) {
        let arriving = Arriving {
            body,
            comes: !waits,
        };
        let left = Self(Arc::new(Mutex::new(arriving)));
        (Body::new(left.clone()), left)
    }

    /// Reads until the end, or until it takes too much or too long; a client that pauses for as long as
    /// `limits.patience` is not waited for. Whether nothing more comes.
    pub async fn read_away(mut self, limits: &Limits) -> bool {
        if !self.with(|arriving| arriving.comes) {
            return true;
        }
        let all = async {
            let mut read = 0;
            while !self.is_end_stream() {
                let Some(length) = self.frame(limits.patience).await else {
                    break;
                };
                read += length;
                if read > MOST {
                    break;
                }
            }
            self.is_end_stream()
        };
        timeout(limits.body, all).await.unwrap_or(false)
    }

    /// How much came next, if it came in time.
    async fn frame(&mut self, within: Duration) -> Option<usize> {
        let next = std::future::poll_fn(|cx| Pin::new(&mut *self).poll_frame(cx));
        let frame = timeout(within, next).await.ok()??.ok()?;
        Some(frame.data_ref().map_or(0, Bytes::len))
    }

    fn with<T>(&self, look: impl FnOnce(&mut Arriving) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl HttpBody for Leftover {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        self.with(|arriving| {
            arriving.comes = true;
            Pin::new(&mut arriving.body).poll_frame(cx)
        })
    }

    fn is_end_stream(&self) -> bool {
        self.with(|arriving| arriving.body.is_end_stream())
    }

    fn size_hint(&self) -> SizeHint {
        self.with(|arriving| arriving.body.size_hint())
    }
}
