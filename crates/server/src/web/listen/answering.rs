//! A connection whose client must take each answer in time: one that reads nothing would otherwise
//! keep it, and what waits to be sent, for ever. Its first words may have been heard before.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// A stream that fails when what was written is not taken in time.
pub struct Answering<S> {
    stream: S,
    /// What was read of it already.
    heard: Vec<u8>,
    within: Duration,
    /// Runs from the first byte that the client leaves waiting until all are taken.
    waiting: Option<Pin<Box<Sleep>>>,
}

impl<S: AsyncWrite + Unpin> Answering<S> {
    /// Gives the client so long for each answer.
    pub fn new(stream: S, heard: Vec<u8>, within: Duration) -> Self {
        Self {
            stream,
            heard,
            within,
            waiting: None,
        }
    }

    fn in_time<T>(
        &mut self,
        polled: Poll<io::Result<T>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<T>> {
        if polled.is_pending() {
            let within = self.within;
            let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep(within)));
            ready!(waiting.as_mut().poll(context));
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        polled
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Answering<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.heard.is_empty() {
            return Pin::new(&mut self.stream).poll_read(context, buffer);
        }
        let some = self.heard.len().min(buffer.remaining());
        let rest = self.heard.split_off(some);
        buffer.put_slice(&std::mem::replace(&mut self.heard, rest));
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Answering<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.in_time(polled, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.in_time(polled, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let polled = Pin::new(&mut self.stream).poll_flush(context);
        if polled.is_ready() {
            self.waiting = None;
        }
        self.in_time(polled, context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let polled = Pin::new(&mut self.stream).poll_shutdown(context);
        self.in_time(polled, context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_client_that_reads_nothing_is_given_up() {
        let (ours, mut theirs) = tokio::io::duplex(16);
        let mut ours = Answering::new(ours, Vec::new(), Duration::from_secs(30));
        let taken = ours.write_all(&[0; 17]).await;
        assert_eq!(taken.unwrap_err().kind(), io::ErrorKind::TimedOut);
        let mut first = [1; 16];
        theirs.read_exact(&mut first).await.unwrap();
        assert_eq!(first, [0; 16]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_that_takes_a_byte_now_and_then_is_given_up_too() {
        let (ours, mut theirs) = tokio::io::duplex(16);
        let mut ours = Answering::new(ours, Vec::new(), Duration::from_secs(30));
        let trickle = tokio::spawn(async move {
            let mut taken = 0;
            while theirs.read_u8().await.is_ok() {
                taken += 1;
                sleep(Duration::from_secs(1)).await;
            }
            taken
        });
        assert!(ours.write_all(&[0; 1000]).await.is_err());
        drop(ours);
        assert!(trickle.await.unwrap() < 100);
    }

    #[tokio::test]
    async fn what_was_heard_before_comes_first() {
        let (ours, mut theirs) = tokio::io::duplex(16);
        theirs.write_all(b"next").await.unwrap();
        drop(theirs);
        let mut ours = Answering::new(ours, b"heard ".to_vec(), Duration::from_secs(30));
        let mut two = [0; 2];
        ours.read_exact(&mut two).await.unwrap();
        let mut rest = String::new();
        ours.read_to_string(&mut rest).await.unwrap();
        assert_eq!((&two, rest.as_str()), (b"he", "ard next"));
    }

    #[tokio::test(start_paused = true)]
    async fn every_answer_has_its_own_time() {
        let (ours, mut theirs) = tokio::io::duplex(16);
        let mut ours = Answering::new(ours, Vec::new(), Duration::from_secs(30));
        let reader = tokio::spawn(async move {
            let mut answer = [1; 32];
            for _ in 0..5 {
                sleep(Duration::from_secs(20)).await;
                theirs.read_exact(&mut answer).await.unwrap();
            }
        });
        for _ in 0..5 {
            ours.write_all(&[0; 32]).await.unwrap();
            ours.flush().await.unwrap();
        }
        reader.await.unwrap();
    }
}
