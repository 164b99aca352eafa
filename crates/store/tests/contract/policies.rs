//! What decides about one account is read as it is stored, and counted by kinds that two policies tell apart.

use portcullis_core::account::State;
use portcullis_core::audit::Who;
use portcullis_core::id::AccountId;
use portcullis_core::policy::{ExceptionKind, Lifetimes, Owed, Policy, Requirement, Rule};
use portcullis_core::preview::preview;
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::accounts::Wanted;
use portcullis_store::exceptions::{self, Exception};
use portcullis_store::owing::{self, Owing};
use portcullis_store::{Tx, accounts, census, mfa_counts, on_both, organizations, policies};

use crate::world::{NOW, World, account, organization};

fn required(grace_days: u32) -> Policy {
    Policy {
        grace_days,
        required_since: Some(NOW),
        ..Policy::new(Rule::Required)
    }
}

async fn decides(world: &World, policy: Policy, version: i64) {
    let scope = world.scope;
    let set =
        async move |tx: &mut Tx<'_>| organizations::set_policy(tx, scope, &policy, version).await;
    assert!(world.does(set).await);
}

async fn case(world: &World, now: Timestamp) -> Requirement {
    let (scope, ann) = (world.scope, world.ann);
    let read = async move |tx: &mut Tx<'_>| policies::case(tx, scope, ann, now).await;
    world.does(read).await.unwrap().requirement(now)
}

async fn gives(world: &World, kind: ExceptionKind, days: i64) {
    let (scope, ann) = (world.scope, world.ann);
    world
        .does(async move |tx: &mut Tx<'_>| {
            let exception = Exception {
                account: ann,
                kind,
                ends_at: NOW + Span::days(days),
                reason: "so".to_owned(),
                given_by: Who::System,
                given_at: NOW,
            };
            exceptions::give(tx, scope, &exception).await
        })
        .await;
}

on_both! {
    async fn every_choice_of_a_policy_reads_back(place: &Place) {
        let world = World::on(place).await;
        let policy = Policy {
            lifetimes: Lifetimes { hours: 8, idle_minutes: 20, administration_minutes: 5 },
            shortest_password: 12,
            remember_days: 3,
            deletion_requests: true,
            ..required(14)
        };
        decides(&world, policy, 1).await;
        let scope = world.scope;
        let now = world.does(async move |tx: &mut Tx<'_>| organizations::get(tx, scope).await).await.unwrap();
        assert_eq!(now.policy, policy);
    }

    async fn an_exception_counts_until_it_ends_and_a_new_one_takes_its_place(place: &Place) {
        let world = World::on(place).await;
        decides(&world, required(14), 1).await;
        let soon = |days| Requirement::Soon(NOW + Span::days(days));
        assert_eq!(case(&world, NOW).await, soon(14));
        gives(&world, ExceptionKind::Extension, 20).await;
        assert_eq!(case(&world, NOW).await, soon(20));
        gives(&world, ExceptionKind::Extension, 30).await;
        assert_eq!(case(&world, NOW).await, soon(30));
        gives(&world, ExceptionKind::Exemption, 5).await;
        assert_eq!(case(&world, NOW).await, Requirement::IfHeld);
        assert_eq!(case(&world, NOW + Span::days(5)).await, soon(30));
        let (scope, ann) = (world.scope, world.ann);
        let listed = async move |tx: &mut Tx<'_>| {
            let all = exceptions::list(tx, scope, NOW, 10).await?;
            let own = exceptions::of_account(tx, scope, ann, NOW + Span::days(6)).await?;
            Ok((all.iter().map(|one| one.exception.kind).collect::<Vec<_>>(), own.len()))
        };
        let kinds = vec![ExceptionKind::Exemption, ExceptionKind::Extension];
        assert_eq!(world.does(listed).await, (kinds, 1));
        let take = |at| async move |tx: &mut Tx<'_>| {
            exceptions::take(tx, scope, (ann, ExceptionKind::Extension), at).await
        };
        assert!(!world.does(take(NOW + Span::days(30))).await, "it has ended");
        assert!(world.does(take(NOW)).await);
        assert!(!world.does(take(NOW)).await);
        // Another organization's eyes and hands don't reach it.
        let other = organization(&world.store, &world.sealer, "other").await;
        let reach = async move |tx: &mut Tx<'_>| {
            let seen = exceptions::of_account(tx, other, ann, NOW).await?.len();
            let case = policies::case(tx, other, ann, NOW).await?.is_some();
            let taken = exceptions::take(tx, other, (ann, ExceptionKind::Exemption), NOW).await?;
            Ok((seen, case, taken))
        };
        assert_eq!(world.does(reach).await, (0, false, false));
        // It goes with the account.
        world.does(async move |tx: &mut Tx<'_>| accounts::delete(tx, scope, ann).await).await;
        let left = world.does(async move |tx: &mut Tx<'_>| exceptions::list(tx, scope, NOW, 10).await).await;
        assert!(left.is_empty());
    }

    async fn a_census_keeps_apart_whom_either_policy_keeps_apart(place: &Place) {
        let world = World::on(place).await;
        decides(&world, required(14), 1).await;
        let (scope, late) = (world.scope, NOW + Span::days(20));
        // Ann came with the organization; bob five days ago. One has more time, one none of it, one is gone.
        gives(&world, ExceptionKind::Extension, 40).await;
        for name in ["bob", "cem", "dan"] {
            account(&world.store, scope, name, None).await.unwrap();
        }
        world.does(async move |tx: &mut Tx<'_>| {
            let bob = accounts::by_login_name(tx, scope, &"bob".parse().unwrap()).await?.unwrap().id;
            tx.run("UPDATE accounts SET created_at = $1 WHERE id = $2", portcullis_store::args![NOW + Span::days(15), bob]).await?;
            let dan = accounts::by_login_name(tx, scope, &"dan".parse().unwrap()).await?.unwrap().id;
            accounts::change_state(tx, scope, dan, State::Active, State::Suspended).await
        }).await;
        let after = required(3);
        let groups = world.does(async move |tx: &mut Tx<'_>| census::kinds(tx, scope, &after, late).await).await;
        assert_eq!(groups.iter().map(|(_, many)| many).sum::<u64>(), 3);
        let touched = preview(after, false, &groups, late);
        // Bob's days would be over; ann has her forty, and cem had none left.
        assert_eq!((touched.set_up, touched.unchanged, touched.set_up_in_all), (1, 2, 2));
    }

    async fn the_lists_of_those_who_owe_are_what_the_rule_says_of_each(place: &Place) {
        let world = World::on(place).await;
        decides(&world, required(14), 1).await;
        let scope = world.scope;
        gives(&world, ExceptionKind::Extension, 40).await;
        for name in ["bob", "cem", "dan", "eva", "fay", "gus", "hal"] {
            account(&world.store, scope, name, None).await.unwrap();
        }
        world.does(async move |tx: &mut Tx<'_>| {
            for (name, sql) in [
                ("bob", "UPDATE accounts SET created_at = created_at + 1296000000 WHERE id = $1"),
                ("cem", "UPDATE accounts SET mfa_required = TRUE WHERE id = $1"),
                ("dan", "UPDATE accounts SET needs_enrollment_code = TRUE WHERE id = $1"),
                ("fay", "UPDATE accounts SET mfa_status = 'enabled' WHERE id = $1"),
                ("gus", "UPDATE accounts SET state = 'suspended' WHERE id = $1"),
            ] {
                let id = accounts::by_login_name(tx, scope, &name.parse().unwrap()).await?.unwrap().id;
                tx.run(sql, portcullis_store::args![id]).await?;
            }
            let eva = accounts::by_login_name(tx, scope, &"eva".parse().unwrap()).await?.unwrap().id;
            let exempt = Exception {
                account: eva,
                kind: ExceptionKind::Exemption,
                ends_at: NOW + Span::days(20),
                reason: "so".to_owned(),
                given_by: Who::System,
                given_at: NOW,
            };
            exceptions::give(tx, scope, &exempt).await?;
            mfa_counts::recount(tx, scope).await
        }).await;
        for rule in Rule::ALL {
            let version = world.does(async move |tx: &mut Tx<'_>| organizations::get(tx, scope).await).await.unwrap().version;
            decides(&world, Policy { rule, ..required(14) }, version).await;
            for day in [0, 13, 14, 19, 20, 28, 29, 39, 40] {
                let now = NOW + Span::days(day);
                let (listed, counts, expect) = world.does(async move |tx: &mut Tx<'_>| {
                    let all = Wanted::default();
                    let mut listed = Vec::new();
                    for owing in [Owing::Now, Owing::Soon] {
                        let people = owing::list(tx, scope, (owing, &all), 50, now).await?;
                        listed.push(people.into_iter().map(|one| one.login_name).collect::<Vec<_>>());
                    }
                    let mut expect = vec![Vec::new(), Vec::new()];
                    for one in accounts::list(tx, scope, &all, 50).await? {
                        let case = policies::case(tx, scope, one.id, now).await?.unwrap();
                        match case.owed(now).filter(|_| one.state != State::Suspended) {
                            Some(Owed::Now) => expect[0].push(one.login_name),
                            Some(Owed::From(_)) => expect[1].push(one.login_name),
                            None => {}
                        }
                    }
                    let everybody: Vec<AccountId> = accounts::list(tx, scope, &all, 50).await?.iter().map(|one| one.id).collect();
                    let labels = owing::cases(tx, scope, &everybody, now).await?;
                    let labeled = labels.iter().filter(|(_, case)| case.owed(now).is_some()).count();
                    assert_eq!(labeled, expect[0].len() + expect[1].len());
                    Ok((listed, owing::counts(tx, scope, now).await?, expect))
                }).await;
                assert_eq!(listed, expect, "{rule:?} on day {day}");
                let lengths = (expect[0].len(), expect[1].len());
                assert_eq!((usize::try_from(counts.0).unwrap(), usize::try_from(counts.1).unwrap()), lengths);
            }
        }
    }
}
