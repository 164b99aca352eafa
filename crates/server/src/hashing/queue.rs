//! The work that waits for a hashing thread, in a line for each organization, or for each realm of which it is not known
//! whose it is. Threads take from the lines in turn: whoever is alone gets everything, and where several want some, none gets
//! more than another (security.md MT-5). When there is no room, the longest line gives up its last for a shorter one, so that
//! however many lines a flood fills, nobody else is kept out.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use portcullis_core::id::OrganizationId;
use portcullis_core::login::Realm;

/// How much may wait.
pub const QUEUE: usize = 64;
/// How much of it may be of one line.
pub const OF_ONE_LINE: usize = 32;

/// Whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// An organization's, whatever is typed behind the `@`.
    Organization(OrganizationId),
    /// A realm's that several organizations sign in from, or that nobody does.
    Realm(Realm),
}

/// The lines, in the order in which their turn comes. None is empty.
pub struct Lines<T> {
    turns: VecDeque<(Line, VecDeque<(u64, T)>)>,
    waiting: usize,
    next_ticket: u64,
}

impl<T> Lines<T> {
    /// Nothing waits.
    pub fn new() -> Self {
        Self {
            turns: VecDeque::new(),
            waiting: 0,
            next_ticket: 0,
        }
    }

    /// Puts work at the end of its line and gives its ticket; `None` when there is no room. What gives up its place for
    /// it is dropped.
    pub fn push(&mut self, whose: Line, work: T) -> Option<u64> {
        let of = |(of, _): &&mut (Line, _)| *of == whose;
        let length = self
            .turns
            .iter_mut()
            .find(of)
            .map_or(0, |(_, line)| line.len());
        if length >= OF_ONE_LINE || self.waiting >= QUEUE && !self.make_room(length) {
            return None;
        }
        let ticket = self.next_ticket;
        match self.turns.iter_mut().find(of) {
            Some((_, line)) => line.push_back((ticket, work)),
            None => self
                .turns
                .push_back((whose, VecDeque::from([(ticket, work)]))),
        }
        self.next_ticket += 1;
        self.waiting += 1;
        Some(ticket)
    }

    /// Drops the last of the longest line for one that stays shorter than it.
    fn make_room(&mut self, length: usize) -> bool {
        let longest = self.turns.iter_mut().max_by_key(|(_, line)| line.len());
        let Some((_, line)) = longest.filter(|(_, line)| line.len() > length + 1) else {
            return false;
        };
        self.waiting -= usize::from(line.pop_back().is_some());
        true
    }

    /// Takes the first of the line whose turn it is; that line's next turn comes after all others'.
    pub fn pop(&mut self) -> Option<T> {
        let (whose, mut line) = self.turns.pop_front()?;
        let first = line.pop_front();
        if !line.is_empty() {
            self.turns.push_back((whose, line));
        }
        self.waiting -= usize::from(first.is_some());
        first.map(|(_, work)| work)
    }

    /// Gives a place up; nothing when its work was taken.
    pub fn remove(&mut self, ticket: u64) {
        for (_, line) in &mut self.turns {
            let before = line.len();
            line.retain(|(other, _)| *other != ticket);
            self.waiting -= before - line.len();
        }
        self.turns.retain(|(_, line)| !line.is_empty());
    }

    /// How much waits.
    pub fn waiting(&self) -> usize {
        self.waiting
    }
}

/// The lines as threads and requests share them.
pub struct Queue<T> {
    shared: Mutex<(Lines<T>, Open)>,
    news: Condvar,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Yes,
    No,
}

/// A place in the queue, given up when this is dropped.
pub struct Place<T> {
    queue: Arc<Queue<T>>,
    ticket: u64,
}

impl<T> Queue<T> {
    /// An empty queue.
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            shared: Mutex::new((Lines::new(), Open::Yes)),
            news: Condvar::new(),
        })
    }

    /// Queues work; `None` when there is no room for it.
    pub fn push(self: &Arc<Self>, whose: Line, work: T) -> Option<Place<T>> {
        let ticket = self.lock().0.push(whose, work)?;
        self.news.notify_one();
        Some(Place {
            queue: self.clone(),
            ticket,
        })
    }

    /// Waits for work; `None` when the queue is closed.
    pub fn take(&self) -> Option<T> {
        let mut shared = self.lock();
        loop {
            if shared.1 == Open::No {
                return None;
            }
            if let Some(work) = shared.0.pop() {
                return Some(work);
            }
            shared = self
                .news
                .wait(shared)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Sends the threads home; what waits is dropped.
    pub fn close(&self) {
        *self.lock() = (Lines::new(), Open::No);
        self.news.notify_all();
    }

    /// How much waits.
    pub fn waiting(&self) -> usize {
        self.lock().0.waiting()
    }

    fn lock(&self) -> MutexGuard<'_, (Lines<T>, Open)> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Drop for Place<T> {
    fn drop(&mut self) {
        self.queue.lock().0.remove(self.ticket);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn realm(name: &str) -> Line {
        Line::Realm(Realm::of_organization(name))
    }

    fn filled(work: &[(&str, usize)]) -> Lines<String> {
        let mut lines = Lines::new();
        for (name, many) in work {
            for n in 0..*many {
                assert!(lines.push(realm(name), format!("{name}{n}")).is_some());
            }
        }
        lines
    }

    fn taken(lines: &mut Lines<String>, many: usize) -> String {
        let work: Vec<String> = (0..many).filter_map(|_| lines.pop()).collect();
        work.join(" ")
    }

    #[test]
    fn a_flood_gets_half_while_another_wants_some_and_all_when_it_is_alone() {
        let mut lines = filled(&[("acme", 8), ("north", 2)]);
        assert_eq!(taken(&mut lines, 4), "acme0 north0 acme1 north1");
        assert_eq!(taken(&mut lines, 9), "acme2 acme3 acme4 acme5 acme6 acme7");
        let mut lines = filled(&[("acme", 5), ("north", 1), ("south", 2)]);
        assert_eq!(
            taken(&mut lines, 8),
            "acme0 north0 south0 acme1 south1 acme2 acme3 acme4"
        );
    }

    #[test]
    fn whoever_comes_back_for_each_hash_is_served_every_other_time() {
        let mut lines = filled(&[("acme", 30)]);
        for n in 0..10 {
            lines.push(realm("north"), format!("north{n}"));
            assert_eq!(taken(&mut lines, 2), format!("acme{n} north{n}"));
        }
    }

    #[test]
    fn half_of_the_places_are_for_others() {
        let mut lines = filled(&[("acme", OF_ONE_LINE)]);
        assert!(lines.push(realm("acme"), String::new()).is_none());
        for n in 0..QUEUE - OF_ONE_LINE {
            assert!(lines.push(realm(&format!("o{n}")), String::new()).is_some());
        }
        assert_eq!(lines.waiting(), QUEUE);
        // The longest line makes room, and does not take it back.
        assert!(lines.push(realm("late"), "late".to_owned()).is_some());
        assert_eq!(lines.waiting(), QUEUE);
        assert!(lines.push(realm("acme"), String::new()).is_none());
    }

    #[test]
    fn a_flood_of_several_lines_keeps_nobody_out() {
        let mut lines = filled(&[("acme", OF_ONE_LINE), ("acme.example", OF_ONE_LINE)]);
        assert_eq!(lines.waiting(), QUEUE);
        for n in 0..5 {
            assert!(lines.push(realm("north"), format!("north{n}")).is_some());
            assert_eq!(lines.waiting(), QUEUE);
        }
        let served: Vec<String> = (0..9).filter_map(|_| lines.pop()).collect();
        let of_north = served.iter().filter(|one| one.starts_with("north"));
        assert_eq!(of_north.count(), 3, "{served:?}");
        // Where all are as long, the place is nobody's to take.
        let mut lines = Lines::new();
        for n in 0..QUEUE {
            assert!(lines.push(realm(&format!("o{n}")), String::new()).is_some());
        }
        assert!(lines.push(realm("late"), String::new()).is_none());
    }

    #[test]
    fn a_place_given_up_is_free_at_once_and_its_work_never_done() {
        let queue = Queue::new();
        let mut places: Vec<_> = (0..OF_ONE_LINE)
            .map(|n| queue.push(realm("acme"), n))
            .collect();
        assert!(queue.push(realm("acme"), 99).is_none());
        drop(places.remove(0));
        assert_eq!(queue.waiting(), OF_ONE_LINE - 1);
        let late = queue.push(realm("acme"), 99);
        assert_eq!((late.is_some(), queue.take()), (true, Some(1)));
        drop(places); // the work of one of them was taken: it has no place to give up
        assert_eq!((queue.waiting(), queue.take()), (1, Some(99)));
    }
}
