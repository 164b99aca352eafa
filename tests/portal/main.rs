//! The whole portal, as people and programs meet it: over HTTP (`it`), in Chromium (`browser`), and
//! when things break (`faults`). One binary, so that it links once.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the helpers of a test fail like the test"
)]

mod app;
mod client;
mod house;
mod it;
mod portal;
