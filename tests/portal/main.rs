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
mod browser;
mod canaries;
mod client;
mod faults;
mod house;
mod it;
mod mail_servers;
mod portal;
mod program;
mod wire;

/// A long count, whole under `scripts/test --full`.
fn full(whole: u32, plain: u32) -> u32 {
    if std::env::var_os("PORTCULLIS_FULL").is_some() {
        whole
    } else {
        plain
    }
}

/// Bytes nobody has chosen.
fn random_bytes<const N: usize>() -> [u8; N] {
    use portcullis_server::door::Chance;
    let mut bytes = [0; N];
    portal::Dice.fill(&mut bytes).unwrap();
    bytes
}
