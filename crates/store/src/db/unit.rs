//! A unit of work on its way to a thread and back.
//!
//! The closure crosses the channel; the future it makes is born, polled and dropped on the
//! connection's thread, so it need not be `Send`. The value waits in the box until the commit.

use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use tokio::sync::oneshot;

use super::tx::Tx;
use super::{Error, Result};

/// A unit without its types: may be run again, must be answered once.
pub(super) trait Unit: Send {
    /// Runs the unit and keeps its value for the answer.
    fn run<'a>(&'a mut self, tx: &'a mut Tx<'_>) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

    /// Tells the caller, if still there: the kept value, or why not.
    fn answer(self: Box<Self>, outcome: Result<()>);
}

pub(super) type Boxed = Box<dyn Unit>;

struct Typed<T, F> {
    unit: F,
    value: Option<T>,
    caller: oneshot::Sender<Result<T>>,
}

/// Boxes a unit; its answer arrives at the receiver.
pub(super) fn boxed<T, F>(unit: F) -> (Boxed, oneshot::Receiver<Result<T>>)
where
    F: AsyncFn(&mut Tx<'_>) -> Result<T> + Send + 'static,
    T: Send + 'static,
{
    let (caller, answer) = oneshot::channel();
    let unit = Typed {
        unit,
        value: None,
        caller,
    };
    (Box::new(unit), answer)
}

impl<T, F> Unit for Typed<T, F>
where
    F: AsyncFn(&mut Tx<'_>) -> Result<T> + Send + 'static,
    T: Send + 'static,
{
    fn run<'a>(&'a mut self, tx: &'a mut Tx<'_>) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>> {
        Box::pin(async move {
            self.value = None;
            let value = (self.unit)(tx).await;
            if let Some(error) = tx.failed() {
                return Err(error);
            }
            self.value = Some(value?);
            Ok(())
        })
    }

    fn answer(self: Box<Self>, outcome: Result<()>) {
        let Self { value, caller, .. } = *self;
        let missing = || Error::shape("the unit gave no value");
        // A caller who left does not want it.
        drop(caller.send(outcome.and_then(|()| value.ok_or_else(missing))));
    }
}

/// Runs a unit whose statements are done inline, so that its future is ready at the first poll.
pub(super) fn run_inline(unit: &mut dyn Unit, tx: &mut Tx<'_>) -> Result<()> {
    let polled = catch_unwind(AssertUnwindSafe(|| {
        let mut future = unit.run(tx);
        future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
    }));
    match polled {
        Ok(Poll::Ready(outcome)) => outcome,
        Ok(Poll::Pending) => Err(Error::shape(
            "a unit waited for something other than its statements",
        )),
        Err(_) => Err(panicked()),
    }
}

/// Runs a unit to its end; a panic in it becomes an error.
pub(super) async fn run(unit: &mut dyn Unit, tx: &mut Tx<'_>) -> Result<()> {
    let mut future = unit.run(tx);
    poll_fn(|context| {
        catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context)))
            .unwrap_or_else(|_| Poll::Ready(Err(panicked())))
    })
    .await
}

fn panicked() -> Error {
    Error::shape("a unit panicked")
}
