//! A chain of five events, and everything that can be done to it.

use super::*;

fn event(n: u8) -> EventId {
    EventId::from_bytes([n; 16])
}

/// Five sealed events and the head behind them.
fn chain() -> (Vec<Sealed>, Head) {
    let mut link = Link::FIRST;
    let mut sealed = Vec::new();
    for n in 1..=5u8 {
        let digest = [n; 32];
        link = link.next(i64::from(n), &digest);
        sealed.push(Sealed {
            sequence: i64::from(n),
            event: event(n),
            at: Timestamp::EPOCH,
            digest,
            link,
            genuine: true,
            whole: true,
        });
    }
    let head = Head {
        sequence: 5,
        link,
        emptied_to: 0,
    };
    (sealed, head)
}

fn walk(sealed: &[Sealed], head: Option<(Head, bool)>) -> Vec<Fault> {
    let mut walk = Walk::default();
    for one in sealed {
        walk.step(one);
    }
    walk.end(head, true).faults
}

#[test]
fn an_untouched_chain_is_whole() {
    let (sealed, head) = chain();
    assert_eq!(walk(&sealed, Some((head, true))), []);
}

#[test]
fn an_altered_event_is_named_and_the_rest_is_not() {
    let (mut sealed, head) = chain();
    sealed[2].whole = false;
    let altered = Fault::Altered {
        sequence: 3,
        event: event(3),
    };
    assert_eq!(walk(&sealed, Some((head, true))), [altered]);
    // With a new digest that fits the new contents, the link does not fit any more.
    let (mut sealed, head) = chain();
    sealed[2].digest = [99; 32];
    let misplaced = Fault::Misplaced {
        sequence: 3,
        event: event(3),
    };
    assert_eq!(walk(&sealed, Some((head, true))), [misplaced]);
}

#[test]
fn a_chain_computed_anew_lacks_the_key() {
    let (mut sealed, head) = chain();
    sealed[2].digest = [99; 32];
    for at in 2..5 {
        sealed[at].link = sealed[at - 1]
            .link
            .next(sealed[at].sequence, &sealed[at].digest);
        sealed[at].genuine = false;
    }
    let faults = walk(&sealed, Some((head, true)));
    let first = Fault::Misplaced {
        sequence: 3,
        event: event(3),
    };
    assert_eq!((faults.len(), faults[0]), (4, first)); // three events, and the head behind them
}

#[test]
fn what_is_gone_is_named_by_its_numbers() {
    let (mut sealed, head) = chain();
    sealed.remove(1);
    assert_eq!(
        walk(&sealed, Some((head, true))),
        [Fault::Missing { from: 2, to: 2 }]
    );
    let (sealed, head) = chain();
    assert_eq!(
        walk(&sealed[..3], Some((head, true))),
        [Fault::CutOff { from: 4, to: 5 }]
    );
    assert_eq!(
        walk(&sealed[1..], Some((head, true))),
        [Fault::Missing { from: 1, to: 1 }]
    );
    assert_eq!(
        walk(&[], Some((head, true))),
        [Fault::CutOff { from: 1, to: 5 }]
    );
}

#[test]
fn an_event_before_the_first_is_misplaced() {
    let (mut sealed, head) = chain();
    let forged = Sealed {
        sequence: -1,
        genuine: false,
        ..sealed[0]
    };
    sealed.insert(0, forged);
    let misplaced = Fault::Misplaced {
        sequence: -1,
        event: event(1),
    };
    assert_eq!(walk(&sealed, Some((head, true))), [misplaced]);
}

#[test]
fn swapped_events_are_both_named() {
    let (mut sealed, head) = chain();
    let (second, third) = (sealed[1], sealed[2]);
    // Each takes the other's number; the seals were made for the numbers they had.
    sealed[1] = Sealed {
        sequence: 2,
        genuine: false,
        ..third
    };
    sealed[2] = Sealed {
        sequence: 3,
        genuine: false,
        ..second
    };
    let named: Vec<i64> = walk(&sealed, Some((head, true)))
        .iter()
        .filter_map(|fault| match fault {
            Fault::Misplaced { sequence, .. } => Some(*sequence),
            _ => None,
        })
        .collect();
    assert_eq!(named[..2], [2, 3]);
}

#[test]
fn a_head_that_is_gone_changed_or_set_back_is_named() {
    let (sealed, head) = chain();
    assert_eq!(walk(&sealed, None), [Fault::NoHead]);
    assert_eq!(walk(&sealed, Some((head, false))), [Fault::HeadAltered]);
    let earlier = Head {
        sequence: 3,
        link: sealed[2].link,
        ..head
    };
    assert_eq!(
        walk(&sealed, Some((earlier, true))),
        [Fault::BehindHead { head: 3, last: 5 }]
    );
}

#[test]
fn a_log_without_any_event_is_no_log() {
    let begun = Some((Head::EMPTY, true));
    assert_eq!(walk(&[], None), [Fault::NoHead]);
    assert_eq!(walk(&[], begun), [Fault::Empty]);
    assert!(Walk::default().end(begun, false).is_whole());
    let mut walk = Walk::default();
    walk.waits(event(1), true);
    let verdict = walk.end(begun, true);
    assert_eq!((verdict.is_whole(), verdict.unsealed), (true, 1));
    let mut walk = Walk::default();
    walk.waits(event(1), false);
    assert_eq!(
        walk.end(begun, true).faults,
        [Fault::AlteredUnsealed { event: event(1) }]
    );
}

#[test]
fn many_faults_are_counted_and_the_first_hundred_named() {
    let mut walk = Walk::default();
    for n in 0..250 {
        walk.waits(event(n), false);
    }
    let verdict = walk.end(Some((Head::EMPTY, true)), true);
    assert_eq!((verdict.faults.len(), verdict.faults_in_all), (NAMED, 250));
}
