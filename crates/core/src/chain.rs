//! The chain that seals an audit log: each event of an organization has a number and a link,
//! `link(n) = SHA-256(link(n-1) ‖ n ‖ digest(n))`, and every link and the head of the chain are
//! authenticated by a key that is not in the database. Walking the chain says where it was cut,
//! reordered or written over (security.md AU-4).

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::id::EventId;
use crate::time::Timestamp;

/// How many faults a walk names; the rest is counted.
pub const NAMED: usize = 100;

/// A link of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link(pub [u8; 32]);

impl Link {
    /// What stands before the first event.
    pub const FIRST: Self = Self([0; 32]);

    /// The link of the event that has a number (from 1) and a digest.
    #[must_use]
    pub fn next(self, sequence: i64, digest: &[u8; 32]) -> Self {
        let mut sum = Sha256::new();
        sum.update(self.0);
        sum.update(sequence.to_be_bytes());
        sum.update(digest);
        Self(sum.finalize().into())
    }
}

/// Where a chain ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of its last event; 0 before the first.
    pub sequence: i64,
    /// The link of its last event.
    pub link: Link,
    /// The number up to which retention has taken the contents, not the digests, of events.
    pub emptied_to: i64,
}

impl Head {
    /// The head of a chain without events.
    pub const EMPTY: Self = Self {
        sequence: 0,
        link: Link::FIRST,
        emptied_to: 0,
    };
}

/// A sealed event, as a walk sees it.
#[derive(Clone, Copy, Debug)]
pub struct Sealed {
    /// Its number.
    pub sequence: i64,
    /// Which event.
    pub event: EventId,
    /// When it was written.
    pub at: Timestamp,
    /// Its digest, as stored.
    pub digest: [u8; 32],
    /// Its link, as stored.
    pub link: Link,
    /// Whether number and link are authenticated by our key.
    pub genuine: bool,
    /// Whether what it tells has that digest, or was taken by retention.
    pub whole: bool,
}

/// What is wrong with a log, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    /// What the event tells was changed.
    Altered {
        /// The event's number.
        sequence: i64,
        /// Its id.
        event: EventId,
    },
    /// An event that is not sealed yet was changed.
    AlteredUnsealed {
        /// Its id.
        event: EventId,
    },
    /// The event does not belong in this place: moved, put in, or given another digest.
    Misplaced {
        /// The number it stands under.
        sequence: i64,
        /// Its id.
        event: EventId,
    },
    /// Events are gone from the middle.
    Missing {
        /// The number of the first that is gone.
        from: i64,
        /// The number of the last.
        to: i64,
    },
    /// Events are gone from the end.
    CutOff {
        /// The number of the first that is gone.
        from: i64,
        /// The number of the last, as the head says.
        to: i64,
    },
    /// The log goes on behind its head, which was set back.
    BehindHead {
        /// The number that the head says is the last.
        head: i64,
        /// The number of the last event.
        last: i64,
    },
    /// The head is gone.
    NoHead,
    /// The head was changed.
    HeadAltered,
    /// There is not a single event, though the first is written with the organization itself.
    Empty,
}

/// What a walk along a chain came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Sealed events that were looked at.
    pub sealed: u64,
    /// Events that wait to be sealed. Their removal could not be noticed.
    pub unsealed: u64,
    /// The faults, the first [`NAMED`] of them.
    pub faults: Vec<Fault>,
    /// How many faults there are in all.
    pub faults_in_all: u64,
}

impl Verdict {
    /// Whether nothing is wrong.
    pub const fn is_whole(&self) -> bool {
        self.faults_in_all == 0
    }

    fn note(&mut self, fault: Fault) {
        self.faults_in_all += 1;
        if self.faults.len() < NAMED {
            self.faults.push(fault);
        }
    }
}

/// A walk along a chain, from its first event on.
#[derive(Clone, Debug)]
pub struct Walk {
    last: i64,
    link: Link,
    verdict: Verdict,
}

impl Default for Walk {
    fn default() -> Self {
        Self {
            last: 0,
            link: Link::FIRST,
            verdict: Verdict::default(),
        }
    }
}

impl Walk {
    /// The number of the event that was looked at last.
    pub const fn last(&self) -> i64 {
        self.last
    }

    /// Looks at the next event, in the order of their numbers.
    pub fn step(&mut self, one: &Sealed) {
        self.verdict.sealed += 1;
        let (sequence, event) = (one.sequence, one.event);
        if sequence <= self.last {
            return self.verdict.note(Fault::Misplaced { sequence, event });
        }
        let follows = sequence == self.last + 1;
        if sequence > self.last + 1 {
            self.verdict.note(Fault::Missing {
                from: self.last + 1,
                to: sequence - 1,
            });
        }
        let computed = self.link.next(sequence, &one.digest);
        if !one.genuine || (follows && computed != one.link) {
            self.verdict.note(Fault::Misplaced { sequence, event });
        } else if !one.whole {
            self.verdict.note(Fault::Altered { sequence, event });
        }
        // A link of ours is right whatever was done to its event; the walk goes on from there.
        self.link = if one.genuine { one.link } else { computed };
        self.last = sequence;
    }

    /// Looks at an event that waits to be sealed.
    pub fn waits(&mut self, event: EventId, whole: bool) {
        self.verdict.unsealed += 1;
        if !whole {
            self.verdict.note(Fault::AlteredUnsealed { event });
        }
    }

    /// The end: the head, and whether it is authenticated by our key. A log has a head from its
    /// beginning; `begun` says that it has an event, too.
    pub fn end(mut self, head: Option<(Head, bool)>, begun: bool) -> Verdict {
        match head {
            None => self.verdict.note(Fault::NoHead),
            Some((_, false)) => self.verdict.note(Fault::HeadAltered),
            Some((head, true)) if head.sequence > self.last => self.verdict.note(Fault::CutOff {
                from: self.last + 1,
                to: head.sequence,
            }),
            Some((head, true)) if head.sequence < self.last => {
                self.verdict.note(Fault::BehindHead {
                    head: head.sequence,
                    last: self.last,
                });
            }
            Some((head, true)) if head.link != self.link => self.verdict.note(Fault::HeadAltered),
            Some(_) if begun && self.last == 0 && self.verdict.unsealed == 0 => {
                self.verdict.note(Fault::Empty);
            }
            Some(_) => {}
        }
        self.verdict
    }
}

#[cfg(test)]
#[path = "chain_tests.rs"]
mod tests;
