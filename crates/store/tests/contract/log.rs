//! Looking through an audit log: each filter finds what a look at every event finds, page by page, and reads
//! an index that stays.

use portcullis_core::audit::{Entry, Event, Origin, Who};
use portcullis_core::id::{AccountId, EventId};
use portcullis_core::time::{Span, Timestamp};
use portcullis_core::topic::Topic;
use portcullis_store::audit::{self, By, Order, Wanted};
use portcullis_store::{Tx, on_both};

use crate::world::{NOW, World, account, keys, organization};

const EVENTS: u8 = 120;

fn entry(number: u8, scope: portcullis_core::role::Scope, people: [AccountId; 2]) -> Entry {
    let [ann, ben] = people;
    let by = |account| Who::Person {
        account,
        organization: scope.organization(),
    };
    let at = NOW + Span::minutes(number.into());
    let (account, actor, event) = match number % 6 {
        0 => (Some(ann), by(ann), Event::SignedOut),
        1 => (
            Some(ann),
            by(ben),
            Event::AccountUnlocked { verified_how: None },
        ),
        2 => (None, by(ben), Event::AuditExported),
        3 => (Some(ben), by(ben), Event::SignedOut),
        4 => (
            Some(ben),
            Who::Nobody,
            Event::CodesTried {
                factor: portcullis_core::credential::Kind::Totp,
            },
        ),
        _ => (Some(ann), Who::System, Event::AccountSuspended),
    };
    Entry {
        id: EventId::new(at, [number; 10]),
        at,
        organization: Some(scope.organization()),
        actor,
        account,
        origin: Origin::default(),
        event,
    }
}

/// What a filter means, said without SQL.
fn wants(wanted: &Wanted, entry: &Entry) -> bool {
    let by = match entry.actor {
        Who::Person { account, .. } if entry.account != Some(account) => Some(By::Person(account)),
        Who::System => Some(By::Portal),
        Who::Nobody => Some(By::Nobody),
        _ => None,
    };
    wanted
        .about
        .is_none_or(|about| entry.account == Some(about))
        && wanted.by.is_none_or(|wanted| by == Some(wanted))
        && wanted
            .topic
            .is_none_or(|topic| Topic::of(&entry.event) == topic)
        && wanted.from.is_none_or(|from| entry.at >= from)
        && wanted.until.is_none_or(|until| entry.at < until)
}

on_both! {
    async fn every_filter_finds_what_a_look_at_every_event_finds(place: &Place) {
        let world = World::on(place).await;
        let ben = account(&world.store, world.scope, "ben", None).await.unwrap();
        let other = organization(&world.store, &world.sealer, "beta").await;
        let (scope, people) = (world.scope, [world.ann, ben]);
        let all: Vec<Entry> = (0..EVENTS).map(|number| entry(number, scope, people)).collect();
        let entries = all.clone();
        world.does(async move |tx: &mut Tx<'_>| {
            for entry in &entries {
                audit::write(tx, &keys(), entry).await?;
            }
            // The same in another organization, where nothing is to be found.
            for number in 0..6 {
                audit::write(tx, &keys(), &entry(number, other, people)).await?;
            }
            Ok(())
        }).await;
        let times: [Option<Timestamp>; 2] = [None, Some(NOW + Span::minutes(40))];
        let mut found_in_all = 0;
        for about in [None, Some(world.ann), Some(ben)] {
            for by in [None, Some(By::Person(world.ann)), Some(By::Person(ben)), Some(By::Portal), Some(By::Nobody), Some(By::CommandLine)] {
                for topic in [None, Some(Topic::SignIns), Some(Topic::Help), Some(Topic::Records), Some(Topic::Refusals)] {
                    for (from, until) in [(times[0], times[0]), (times[1], times[0]), (times[0], times[1])] {
                        let wanted = Wanted { about, by, topic, from, until };
                        let mut expect: Vec<EventId> = all.iter().filter(|one| wants(&wanted, one)).map(|one| one.id).collect();
                        let found = pages(&world, &wanted, true).await;
                        found_in_all += found.len();
                        assert_eq!(pages(&world, &wanted, false).await, expect, "{wanted:?}");
                        expect.reverse();
                        assert_eq!(found, expect, "{wanted:?}");
                    }
                }
            }
        }
        assert!(found_in_all > 1_000, "{found_in_all}");
        // Whoever did something here, and nobody else; of another organization it is asked there.
        for (log, doer, expect) in [(scope, ben, Some(scope)), (scope, world.ann, None), (other, ben, Some(other))] {
            let found = world.does(async move |tx: &mut Tx<'_>| audit::organization_of_doer(tx, log, doer).await).await;
            assert_eq!(found, expect.map(portcullis_core::role::Scope::organization));
        }
    }
}

/// Everything a filter finds, seven events a page.
async fn pages(world: &World, wanted: &Wanted, newest_first: bool) -> Vec<EventId> {
    let (log, mut all) = (Some(world.scope.organization()), Vec::new());
    loop {
        let order = match (newest_first, all.last()) {
            (true, last) => Order::Newest(last.copied()),
            (false, last) => {
                Order::Oldest(last.map_or_else(Vec::new, |id: &EventId| id.as_bytes().to_vec()))
            }
        };
        let wanted = wanted.clone();
        let page = world
            .does(async move |tx: &mut Tx<'_>| {
                audit::search(tx, &keys(), log, &wanted, (&order, 7)).await
            })
            .await;
        assert!(page.iter().all(|one| one.intact));
        if page.is_empty() {
            return all;
        }
        all.extend(
            page.into_iter()
                .filter_map(|one| one.entry)
                .map(|entry| entry.id),
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_filter_walks_a_whole_log() {
    let place = portcullis_store::testing::Place::sqlite();
    let world = World::on(&place).await;
    let plans: [(&'static str, &str); 3] = [
        (
            "EXPLAIN QUERY PLAN SELECT id FROM audit_events WHERE organization_id = $1 AND id > $2 AND id < $3 \
             AND event <> '' AND topic = $5 ORDER BY id DESC LIMIT $4",
            "audit_events_by_topic (organization_id=? AND topic=? AND id>? AND id<?)",
        ),
        (
            "EXPLAIN QUERY PLAN SELECT id FROM audit_events WHERE organization_id = $1 AND id > $2 AND id < $3 \
             AND event <> '' AND acted_by = $5 ORDER BY id DESC LIMIT $4",
            "audit_events_by_actor (organization_id=? AND acted_by=? AND id>? AND id<?)",
        ),
        (
            "EXPLAIN QUERY PLAN SELECT id FROM audit_events WHERE organization_id = $1 AND id > $2 AND id < $3 \
             AND event <> '' AND account_id = $5 ORDER BY id DESC LIMIT $4",
            "audit_events_by_account (account_id=? AND id>? AND id<?)",
        ),
    ];
    for (sql, index) in plans {
        let plan = world
            .does(async move |tx: &mut Tx<'_>| {
                let nothing = portcullis_store::args![
                    Vec::<u8>::new(),
                    Vec::<u8>::new(),
                    Vec::<u8>::new(),
                    1_u32,
                    "x"
                ];
                tx.rows(sql, nothing, |r| r.get::<String>(3)).await
            })
            .await;
        assert!(plan.len() == 1 && plan[0].contains(index), "{plan:?}");
    }
}
