//! A support code leads to the events that have it, in their own log and for seven days.

use portcullis_core::audit::{Entry, Event, Origin, PasswordRefusal, Who};
use portcullis_core::id::{EventId, OrganizationId};
use portcullis_core::support::{LIFE, SupportCode};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::{Tx, audit, clean_up, on_both, support_codes};

use crate::world::{NOW, World, keys, organization};

const CODE: SupportCode = SupportCode::new([0xff; 4]);
const ANN: SupportCode = SupportCode::new([0xf0; 4]);

fn refusal(number: u8, organization: Option<OrganizationId>, at: Timestamp) -> Entry {
    Entry {
        id: EventId::new(at, [number; 10]),
        at,
        organization,
        actor: Who::Nobody,
        account: None,
        origin: Origin::default(),
        event: Event::PasswordRefused {
            cause: PasswordRefusal::Wrong,
            login_hash: None,
        },
    }
}

/// The ids that a code leads to in a log.
async fn found(
    world: &World,
    log: Option<OrganizationId>,
    code: SupportCode,
    since: Timestamp,
) -> Vec<Vec<u8>> {
    let unit =
        async move |tx: &mut Tx<'_>| support_codes::find(tx, &keys(), (log, code), since, 5).await;
    let found = world.does(unit).await;
    found.into_iter().map(|one| one.id).collect()
}

on_both! {
    async fn a_code_leads_to_its_events_in_its_own_log_alone(place: &Place) {
        let world = World::on(place).await;
        let own = world.scope.organization();
        let other = organization(&world.store, &world.sealer, "beta").await.organization();
        let later = NOW + Span::minutes(1);
        let all = [
            refusal(1, Some(own), NOW),
            refusal(2, Some(own), later),
            refusal(3, Some(other), NOW),
            refusal(4, None, NOW),
        ];
        let entries = all.clone();
        world.does(async move |tx: &mut Tx<'_>| {
            for entry in &entries {
                audit::write(tx, &keys(), entry).await?;
                support_codes::put(tx, CODE, entry).await?;
            }
            Ok(())
        }).await;
        let ids = |numbers: &[usize]| -> Vec<Vec<u8>> { numbers.iter().map(|n| all[*n].id.as_bytes().to_vec()).collect() };
        let before = NOW - Span::millis(1);
        assert_eq!(found(&world, Some(own), CODE, before).await, ids(&[1, 0]));
        assert_eq!(found(&world, Some(own), CODE, NOW).await, ids(&[1]));
        assert_eq!(found(&world, Some(other), CODE, before).await, ids(&[2]));
        assert_eq!(found(&world, None, CODE, before).await, ids(&[3]));
        let everywhere = async move |tx: &mut Tx<'_>| support_codes::places(tx, CODE, before).await;
        let places = world.does(everywhere).await;
        assert!(places.len() == 3 && [Some(own), Some(other), None].iter().all(|place| places.contains(place)));
        let (scope, account) = (world.scope, world.ann);
        let of_ann = async move |tx: &mut Tx<'_>| support_codes::leads(tx, scope, account, CODE).await;
        assert!(!world.does(of_ann).await, "these are about nobody");
        let entry = Entry { account: Some(account), ..refusal(5, Some(own), NOW) };
        world.does(async move |tx: &mut Tx<'_>| {
            audit::write(tx, &keys(), &entry).await?;
            support_codes::put(tx, ANN, &entry).await
        }).await;
        let of_ann = async move |tx: &mut Tx<'_>| {
            Ok((support_codes::leads(tx, scope, account, ANN).await?, support_codes::leads(tx, scope, account, CODE).await?))
        };
        assert_eq!(world.does(of_ann).await, (true, false));
        let another = SupportCode::new([0; 4]);
        assert!(found(&world, Some(own), another, before).await.is_empty());

        // What is over goes; the events stay.
        let clean = |at: Timestamp| async move |tx: &mut Tx<'_>| clean_up::expired(tx, at).await;
        world.does(clean(NOW + LIFE)).await;
        assert_eq!(found(&world, Some(own), CODE, before).await, ids(&[1]));
        assert!(found(&world, Some(other), CODE, before).await.is_empty());
        let events = async move |tx: &mut Tx<'_>| tx.row("SELECT COUNT(*) FROM audit_events", &[], |r| r.get::<i64>(0)).await;
        assert!(world.does(events).await.is_some_and(|events| events >= 4));
    }
}
