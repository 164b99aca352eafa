//! The front for computers, VPNs and firewalls: RADIUS over UDP, and over TLS beside this file. Like the pages it takes an answer to
//! `sign_in` and says what became of it; it decides nothing about a sign-in itself.

pub mod clients;
mod drops;
mod exchange;
mod packets;
pub mod tls;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use portcullis_core::radius::MAX_PACKET;
use tokio::net::UdpSocket;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tracing::warn;

pub(crate) use drops::{Dropped, Strangers};
pub(crate) use exchange::Exchange;
pub use packets::answer;

use crate::app::App;

/// How many packets are looked at at a time; what comes beyond them is dropped, and comes again.
const AT_ONCE: usize = 256;
/// How long the socket is left alone after it has failed.
const PAUSE: Duration = Duration::from_millis(100);

/// Serves until `stop`, then finishes what is under way.
pub async fn serve(socket: UdpSocket, app: App, stop: impl Future<Output = ()>) {
    let (socket, room) = (Arc::new(socket), Arc::new(Semaphore::new(AT_ONCE)));
    let mut running = JoinSet::new();
    let mut bytes = vec![0; MAX_PACKET + 1];
    tokio::pin!(stop);
    loop {
        let (length, from) = tokio::select! {
            () = &mut stop => break,
            Some(_) = running.join_next() => continue,
            received = socket.recv_from(&mut bytes) => match received {
                Ok(received) => received,
                Err(error) => {
                    warn!(%error, "the RADIUS socket");
                    tokio::time::sleep(PAUSE).await;
                    continue;
                }
            },
        };
        let (Some(packet), Ok(place)) = (bytes.get(..length), room.clone().try_acquire_owned())
        else {
            app.metrics.dropped(Dropped::Busy);
            continue;
        };
        let (packet, app, socket) = (packet.to_vec(), app.clone(), socket.clone());
        running.spawn(async move {
            respond(&app, &socket, &packet, from).await;
            drop(place);
        });
    }
    while running.join_next().await.is_some() {}
}

async fn respond(app: &App, socket: &UdpSocket, packet: &[u8], from: SocketAddr) {
    if let Some(answer) = answer(app, packet, from.ip()).await {
        // Whoever is gone sends again.
        let _ = socket.send_to(&answer, from).await;
    }
}
