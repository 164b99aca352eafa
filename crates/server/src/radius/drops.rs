//! Packets that are not answered. Whoever sent one learns nothing; whoever runs the portal sees how many there are,
//! and why.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use portcullis_core::radius::Unheard;
use portcullis_core::time::{Span, Timestamp};
use tracing::warn;

/// How often the log tells of packets that come from nobody who is known.
const TELL_EVERY: Span = Span::minutes(1);

/// Why a packet is not answered.
#[derive(Clone, Copy)]
pub enum Dropped {
    /// It is no packet, or carries more than is carried back.
    Malformed,
    /// It asks for nothing that is answered here.
    OtherCode,
    /// Its address or certificate is no client's.
    Stranger,
    /// It is not believed.
    Unheard(Unheard),
    /// Too much waits.
    Busy,
    /// The machine failed.
    Fault,
}

/// What the log was told of packets of strangers. Of addresses it tells nothing, as of others: anybody can write any
/// address on a packet.
#[derive(Default)]
pub struct Strangers {
    since: AtomicU64,
    told_at: AtomicI64,
}

impl Dropped {
    /// As monitoring reads it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::OtherCode => "other_code",
            Self::Stranger => "stranger",
            Self::Unheard(Unheard::Unsigned) => "unsigned",
            Self::Unheard(Unheard::WrongSignature) => "wrong_signature",
            Self::Unheard(Unheard::ProxyState) => "proxy_state",
            Self::Unheard(Unheard::Unreadable) => "unreadable",
            Self::Busy => "busy",
            Self::Fault => "fault",
        }
    }
}

impl Strangers {
    /// Notes a packet, and tells of all since the last time at most once a minute.
    pub fn heard(&self, now: Timestamp) {
        let packets = self.since.fetch_add(1, Ordering::Relaxed) + 1;
        let told = self.told_at.load(Ordering::Relaxed);
        let due =
            now.millis() >= told.saturating_add(TELL_EVERY.as_millis()) || now.millis() < told;
        let mine = due
            && self
                .told_at
                .compare_exchange(told, now.millis(), Ordering::Relaxed, Ordering::Relaxed)
                .is_ok();
        if mine {
            self.since.fetch_sub(packets, Ordering::Relaxed);
            warn!(
                packets,
                "RADIUS packets came from what is no client's address or certificate"
            );
        }
    }
}
