//! What can be had once is had once, by one of fifty.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use portcullis_core::audit::Who;
use portcullis_core::credential::help_code::{Fate, HelpKind};
use portcullis_core::credential::password::HashParams;
use portcullis_core::credential::recovery_code::CodeHash;
use portcullis_core::credential::totp::{TimeStep, TotpKey};
use portcullis_core::id::{
    CodeId, CredentialId, EmailCodeId, EnrollmentId, HelpCodeId, InvitationId, NodeId, SetupId,
};
use portcullis_core::name::Name;
use portcullis_core::time::{Span, Timestamp};
use portcullis_core::token::TokenHash;
use portcullis_store::devices::{self, NewDevice, NewPending};
use portcullis_store::email_codes::{self, NewEmailCode};
use portcullis_store::help_codes::{self, NewHelpCode};
use portcullis_store::invitations::{self, NewInvitation};
use portcullis_store::jobs::Job;
use portcullis_store::recovery_codes::{self, SetHashing};
use portcullis_store::{Store, Tx, accounts, attempts, jobs, on_both};
use tokio::sync::Barrier;

use crate::world::{NOW, World, account, chance, organization};

const RACE: usize = 50;

/// Runs a unit fifty times at once; gives how often it won.
pub async fn winners<F>(store: &Store, unit: F) -> usize
where
    F: AsyncFn(&mut Tx<'_>) -> portcullis_store::Result<bool> + Clone + Send + Sync + 'static,
{
    let barrier = Arc::new(Barrier::new(RACE));
    let mut running = Vec::new();
    for _ in 0..RACE {
        let (store, unit, barrier) = (store.clone(), unit.clone(), barrier.clone());
        running.push(tokio::spawn(async move {
            barrier.wait().await;
            store.write(unit).await.expect("no fault")
        }));
    }
    let mut won = 0;
    for one in running {
        won += usize::from(one.await.unwrap());
    }
    won
}

on_both! {
    async fn a_step_of_a_device_is_spent_once_and_kills_the_ones_before(place: &Place) {
        let world = World::on(place).await;
        let (scope, account, sealer) = (world.scope, world.ann, world.sealer.clone());
        let id = CredentialId::new(NOW, chance());
        world.does(async move |tx: &mut Tx<'_>| {
            let key = TotpKey::new([5; 20]);
            let new = NewDevice { id, account, name: "Phone", key: &key, step: TimeStep::from_number(10), nonce: [1; 24], created_at: NOW };
            devices::add(tx, &sealer, scope, &new).await
        }).await;
        let spend = |step| async move |tx: &mut Tx<'_>| {
            devices::spend_step(tx, scope, id, TimeStep::from_number(step), NOW).await
        };
        assert_eq!(winners(&world.store, spend(10)).await, 0, "the step that confirmed it");
        assert_eq!(winners(&world.store, spend(12)).await, 1);
        assert_eq!(winners(&world.store, spend(12)).await, 0);
        assert_eq!(winners(&world.store, spend(11)).await, 0, "an older step");
        assert_eq!(winners(&world.store, spend(13)).await, 1);
        let other = organization(&world.store, &world.sealer, "other").await;
        let foreign = world.does(async move |tx: &mut Tx<'_>| {
            devices::spend_step(tx, other, id, TimeStep::from_number(99), NOW).await
        }).await;
        assert!(!foreign, "another organization's scope finds no row");
    }

    async fn a_recovery_code_is_spent_once(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let (set, code) = (CredentialId::new(NOW, chance()), CodeId::new(NOW, chance()));
        world.does(async move |tx: &mut Tx<'_>| {
            let set = SetHashing { id: set, salt: [1; 16], params: HashParams::FOR_TESTS, pepper: "p1".to_owned() };
            recovery_codes::replace(tx, scope, account, (&set, &[(code, CodeHash([4; 32]))]), NOW).await
        }).await;
        assert_eq!(winners(&world.store, async move |tx: &mut Tx<'_>| recovery_codes::spend(tx, scope, code, NOW).await).await, 1);
        let tick = async move |tx: &mut Tx<'_>| recovery_codes::mark_stored(tx, scope, account, set, NOW).await;
        assert_eq!(winners(&world.store, tick).await, 1);
        let state = world.does(async move |tx: &mut Tx<'_>| recovery_codes::state(tx, scope, account).await).await.unwrap();
        assert_eq!((state.left, state.stored_at), (0, Some(NOW)));
    }

    async fn a_new_set_ends_the_old_one(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let old = CodeId::new(NOW, chance());
        for code in [old, CodeId::new(NOW, chance())] {
            let id = CredentialId::new(NOW, chance());
            world.does(async move |tx: &mut Tx<'_>| {
                let set = SetHashing { id, salt: [1; 16], params: HashParams::FOR_TESTS, pepper: "p1".to_owned() };
                recovery_codes::replace(tx, scope, account, (&set, &[(code, CodeHash([4; 32]))]), NOW).await
            }).await;
        }
        assert!(!world.does(async move |tx: &mut Tx<'_>| recovery_codes::spend(tx, scope, old, NOW).await).await);
        let state = world.does(async move |tx: &mut Tx<'_>| recovery_codes::state(tx, scope, account).await).await.unwrap();
        assert_eq!((state.left, state.stored_at), (1, None));
    }

    async fn an_attempt_is_closed_once(place: &Place) {
        let world = World::on(place).await;
        let id = world.attempt(1).await;
        let found = world.does(async move |tx: &mut Tx<'_>| attempts::load(tx, id, TokenHash([1; 32]), NOW).await).await.unwrap();
        let close = async move |tx: &mut Tx<'_>| attempts::close(tx, &found).await;
        assert_eq!(winners(&world.store, close).await, 1);
    }

    async fn an_invitation_is_spent_once_and_not_after_its_end(place: &Place) {
        let world = World::on(place).await;
        let scope = world.scope;
        let ids = [InvitationId::new(NOW, chance()), InvitationId::new(NOW, chance())];
        for (n, id) in (1u8..).zip(ids) {
            world.does(async move |tx: &mut Tx<'_>| {
                let new = NewInvitation {
                    id,
                    key: [n; 32],
                    mailed: n == 2,
                    name: Name::parse("Greta").unwrap(),
                    login_name: "greta".parse().unwrap(),
                    email: None,
                    email_vouched: false,
                    expires_at: NOW + Span::days(1),
                };
                invitations::add(tx, scope, &new, NOW).await
            }).await;
        }
        assert_eq!(winners(&world.store, async move |tx: &mut Tx<'_>| invitations::spend(tx, scope, ids[0], NOW).await).await, 1);
        // The second is mailed: it gets one new link a minute, and a key opens what it is for.
        let again = async move |tx: &mut Tx<'_>| {
            let link = (TokenHash([3; 32]), NOW + Span::days(1));
            let now = NOW + Span::minutes(1);
            invitations::send_again(tx, scope, ids[1], link, (now, NOW)).await
        };
        assert_eq!(winners(&world.store, again).await, 1);
        for (key, opens) in [(2, false), (3, true)] {
            let by_token = async move |tx: &mut Tx<'_>| invitations::by_token(tx, TokenHash([key; 32]), NOW).await;
            assert_eq!(world.does(by_token).await.is_some(), opens);
            let by_code = async move |tx: &mut Tx<'_>| invitations::by_code(tx, [key; 32], NOW).await;
            assert!(world.does(by_code).await.is_none());
        }
        let late = NOW + Span::days(1);
        assert_eq!(winners(&world.store, async move |tx: &mut Tx<'_>| invitations::revoke(tx, scope, ids[1], late).await).await, 0);
        assert_eq!(winners(&world.store, async move |tx: &mut Tx<'_>| invitations::spend(tx, scope, ids[1], late).await).await, 0);
        let open = world.does(async move |tx: &mut Tx<'_>| invitations::open(tx, scope, None, 10, NOW).await).await;
        assert_eq!(open.len(), 1);
        assert!(world.does(async move |tx: &mut Tx<'_>| invitations::by_code(tx, [1; 32], NOW).await).await.is_none());
    }

    async fn the_first_start_is_spent_once(place: &Place) {
        let world = World::on(place).await;
        let id = SetupId::new(NOW, chance());
        world.does(async move |tx: &mut Tx<'_>| invitations::add_setup(tx, id, TokenHash([8; 32]), NOW + Span::hours(1)).await).await;
        assert_eq!(winners(&world.store, async move |tx: &mut Tx<'_>| invitations::spend_setup(tx, id, NOW).await).await, 1);
        let found = world.does(async move |tx: &mut Tx<'_>| invitations::find_setup(tx, TokenHash([8; 32]), NOW).await).await;
        assert!(found.is_none());
    }

    async fn a_mailed_code_is_spent_once_and_tried_five_times(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let attempts = [world.attempt(1).await, world.attempt(2).await];
        let put = async |attempt, code: [u8; 32]| {
            world.does(async move |tx: &mut Tx<'_>| {
                let id = EmailCodeId::new(NOW, chance());
                let new = NewEmailCode { id, account, attempt, code, expires_at: NOW + Span::minutes(5) };
                email_codes::put(tx, scope, &new, NOW).await
            }).await;
        };
        put(attempts[0], [1; 32]).await;
        put(attempts[0], [2; 32]).await;
        put(attempts[1], [3; 32]).await;
        let spend = |attempt, code: [u8; 32], at| async move |tx: &mut Tx<'_>| {
            email_codes::spend(tx, scope, attempt, code, at).await
        };
        assert_eq!(winners(&world.store, spend(attempts[0], [1; 32], NOW)).await, 0, "another took its place");
        assert_eq!(winners(&world.store, spend(attempts[0], [3; 32], NOW)).await, 0, "another attempt's");
        assert_eq!(winners(&world.store, spend(attempts[0], [2; 32], NOW + Span::minutes(5))).await, 0, "too late");
        assert_eq!(winners(&world.store, spend(attempts[0], [2; 32], NOW)).await, 1);
        let count = async move |tx: &mut Tx<'_>| email_codes::count_try(tx, scope, attempts[1], NOW).await;
        assert_eq!(winners(&world.store, count).await, 5);
        let other = organization(&world.store, &world.sealer, "other").await;
        let foreign = world.does(async move |tx: &mut Tx<'_>| {
            email_codes::spend(tx, other, attempts[1], [3; 32], NOW).await
        }).await;
        assert!(!foreign, "another organization's scope finds no row");
    }

    async fn a_code_of_the_help_desk_is_spent_once_and_tried_five_times(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let issue = async |kind: HelpKind, code: [u8; 32]| {
            world.does(async move |tx: &mut Tx<'_>| {
                let new = NewHelpCode {
                    id: HelpCodeId::new(NOW, chance()), account, kind, code, letter: false,
                    expires_at: NOW + Span::hours(1), issued_by: &Who::System, verified_how: "called back",
                };
                help_codes::issue(tx, scope, &new, NOW).await
            }).await;
        };
        issue(HelpKind::Enrollment, [1; 32]).await;
        issue(HelpKind::Enrollment, [2; 32]).await;
        issue(HelpKind::Reset, [3; 32]).await;
        let spend = |kind: HelpKind, code: [u8; 32], at| async move |tx: &mut Tx<'_>| {
            help_codes::spend(tx, (scope, account), kind, code, at).await
        };
        assert_eq!(winners(&world.store, spend(HelpKind::Enrollment, [1; 32], NOW)).await, 0, "a new one ends it");
        assert_eq!(winners(&world.store, spend(HelpKind::Enrollment, [3; 32], NOW)).await, 0, "of another kind");
        let late = NOW + Span::hours(1);
        assert_eq!(winners(&world.store, spend(HelpKind::Enrollment, [2; 32], late)).await, 0, "too late");
        assert_eq!(winners(&world.store, spend(HelpKind::Enrollment, [2; 32], NOW)).await, 1);
        let count = async move |tx: &mut Tx<'_>| help_codes::count_try(tx, scope, account, HelpKind::Reset, NOW).await;
        assert_eq!(winners(&world.store, count).await, 5);
        let open = async move |tx: &mut Tx<'_>| help_codes::find(tx, scope, account, HelpKind::Reset, NOW).await;
        assert_eq!(world.does(open).await, None);
        let issued = async move |tx: &mut Tx<'_>| help_codes::issued(tx, scope, account, NOW).await;
        let fates: Vec<Fate> = world.does(issued).await.into_iter().map(|one| one.fate).collect();
        assert_eq!(fates, [Fate::Over, Fate::Used, Fate::Over], "replaced; spent; tried too often");
    }

    async fn a_pending_device_is_confirmed_once(place: &Place) {
        let world = World::on(place).await;
        let attempt = world.attempt(1).await;
        let (scope, sealer) = (world.scope, world.sealer.clone());
        world.does(async move |tx: &mut Tx<'_>| {
            let key = TotpKey::new([5; 20]);
            let id = EnrollmentId::new(NOW, chance());
            let new = NewPending { id, attempt, key: &key, nonce: [2; 24], started_at: NOW };
            devices::start(tx, &sealer, scope, &new).await
        }).await;
        let end = async move |tx: &mut Tx<'_>| devices::forget_pending(tx, scope, attempt).await;
        assert_eq!(winners(&world.store, end).await, 1);
    }

    async fn a_proved_address_is_one_accounts(place: &Place) {
        let world = World::on(place).await;
        let other = organization(&world.store, &world.sealer, "other").await;
        let first = account(&world.store, world.scope, "one", Some("x@example.com")).await.unwrap();
        let second = account(&world.store, other, "two", Some("X@Example.com")).await.unwrap();
        let scope = world.scope;
        assert!(world.does(async move |tx: &mut Tx<'_>| accounts::prove_email(tx, scope, first, NOW).await).await);
        assert!(!world.does(async move |tx: &mut Tx<'_>| accounts::prove_email(tx, other, second, NOW).await).await);
        assert!(account(&world.store, world.scope, "one", None).await.is_none(), "a login name is one account's");
        assert!(account(&world.store, other, "one", None).await.is_some(), "in its organization");
    }

    async fn a_job_is_leased_by_one_node_and_taken_over_when_it_dies(place: &Place) {
        const WORK: Job = Job { name: "work", every: Span::hours(1), lease: Span::minutes(2) };
        let world = World::on(place).await;
        world.does(async move |tx: &mut Tx<'_>| jobs::ensure(tx, "work", NOW).await).await;
        let number = Arc::new(AtomicU8::new(1));
        let lease = |at: Timestamp| {
            let number = number.clone();
            async move |tx: &mut Tx<'_>| {
                let node = NodeId::from_bytes([number.fetch_add(1, Ordering::Relaxed); 16]);
                jobs::lease(tx, WORK, node, at).await
            }
        };
        let holder = async |world: &World| {
            world.does(async move |tx: &mut Tx<'_>| {
                tx.row("SELECT holder FROM jobs", &[], |r| r.get::<[u8; 16]>(0)).await
            }).await.map(NodeId::from_bytes).unwrap()
        };
        assert_eq!(winners(&world.store, lease(NOW)).await, 1);
        let first = holder(&world).await;
        assert_eq!(winners(&world.store, lease(NOW + Span::minutes(1))).await, 0);
        assert_eq!(winners(&world.store, lease(NOW - Span::seconds(1))).await, 0, "a clock a second behind");
        let again = async move |tx: &mut Tx<'_>| jobs::lease(tx, WORK, first, NOW + Span::minutes(1)).await;
        assert!(world.does(again).await, "a turn that broke off is taken again by its node");
        assert_eq!(winners(&world.store, lease(NOW + Span::minutes(1) + WORK.lease)).await, 1, "the first node is silent");
        let (second, at) = (holder(&world).await, NOW + Span::minutes(5));
        world.does(async move |tx: &mut Tx<'_>| jobs::done(tx, WORK, first, at).await).await;
        assert_eq!(holder(&world).await, second, "the first node gives nothing back");
        world.does(async move |tx: &mut Tx<'_>| jobs::done(tx, WORK, second, at).await).await;
        assert_eq!(winners(&world.store, lease(NOW + Span::minutes(30))).await, 0, "not due");
        assert_eq!(winners(&world.store, lease(NOW - Span::hours(1))).await, 1, "the clock was set back");
    }
}
