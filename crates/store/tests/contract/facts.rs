//! What is read back is what was written, and what is stored twice agrees.

use portcullis_core::account::{MfaStatus, State};
use portcullis_core::assurance::Proof;
use portcullis_core::audit::{Entry, Event, Origin, Who};
use portcullis_core::credential::Kind;
use portcullis_core::credential::totp::{TimeStep, TotpKey};
use portcullis_core::id::{CredentialId, EventId, GrantId, SessionId};
use portcullis_core::login::Login;
use portcullis_core::policy::{Policy, Requirement, Rule};
use portcullis_core::role::{Grant, Role};
use portcullis_core::sign_in::Purpose;
use portcullis_core::time::Span;
use portcullis_core::token::TokenHash;
use portcullis_store::accounts::Wanted;
use portcullis_store::devices::{self, NewDevice};
use portcullis_store::roles::NewGrant;
use portcullis_store::sessions::NewSession;
use portcullis_store::{
    Tx, accounts, args, attempts, audit, on_both, organizations, roles, sessions,
};

use crate::world::{NOW, World, account, chance, keys, organization};

on_both! {
    async fn the_stored_mfa_status_agrees_with_the_devices(place: &Place) {
        let world = World::on(place).await;
        let (scope, ann, sealer) = (world.scope, world.ann, world.sealer.clone());
        let id = CredentialId::new(NOW, chance());
        let status = async move |tx: &mut Tx<'_>| {
            let devices = u64::try_from(devices::list(tx, scope, ann).await?.len()).unwrap();
            let stored = accounts::find(tx, scope, ann).await?.unwrap().mfa_status;
            Ok((stored, MfaStatus::of(devices > 0, false)))
        };
        assert_eq!(world.does(status).await, (MfaStatus::NotEnabled, MfaStatus::NotEnabled));
        world.does(async move |tx: &mut Tx<'_>| {
            let key = TotpKey::new([5; 20]);
            let new = NewDevice { id, account: ann, name: "Phone", key: &key, step: TimeStep::from_number(1), nonce: [1; 24], created_at: NOW };
            devices::add(tx, &sealer, scope, &new).await?;
            accounts::refresh_mfa_status(tx, scope, ann).await
        }).await;
        assert_eq!(world.does(status).await, (MfaStatus::Enabled, MfaStatus::Enabled));
        world.does(async move |tx: &mut Tx<'_>| {
            assert!(devices::remove(tx, scope, ann, id).await?);
            accounts::refresh_mfa_status(tx, scope, ann).await
        }).await;
        assert_eq!(world.does(status).await, (MfaStatus::NotEnabled, MfaStatus::NotEnabled));
    }

    async fn an_attempt_reads_back_with_all_that_decides(place: &Place) {
        let world = World::on(place).await;
        let (scope, ann) = (world.scope, world.ann);
        let id = world.attempt(1).await;
        let load = |secret: u8, at| async move |tx: &mut Tx<'_>| attempts::load(tx, id, TokenHash([secret; 32]), at).await;
        let found = world.does(load(1, NOW)).await.unwrap();
        assert_eq!((found.account, found.organization), (ann, scope.organization()));
        assert_eq!(found.purpose, Purpose::Portal { return_to: Some("/account".to_owned()) });
        assert_eq!((found.requirement, found.state), (Requirement::IfHeld, State::Active));
        assert!(world.does(load(2, NOW)).await.is_none(), "another secret");
        assert!(world.does(load(1, NOW + Span::minutes(10))).await.is_none(), "too late");
        let proof = Proof { kind: Kind::Totp, credential: None, at: NOW };
        let given = found.clone();
        assert!(world.does(async move |tx: &mut Tx<'_>| attempts::add_proof(tx, &given, proof, TokenHash([3; 32])).await).await);
        assert!(world.does(load(1, NOW)).await.is_none(), "the secret has changed");
        assert_eq!(world.does(load(3, NOW)).await.unwrap().facts.proofs, [proof]);
        // A role or the account's own flag asks for a second factor.
        world.does(async move |tx: &mut Tx<'_>| {
            let grant = Grant { role: Role::Helpdesk, scope: Some(scope.organization()), until: Some(NOW + Span::minutes(5)) };
            roles::add(tx, scope, &NewGrant { id: GrantId::new(NOW, chance()), account: ann, grant, created_at: NOW }).await
        }).await;
        assert_eq!(world.does(load(3, NOW)).await.unwrap().requirement, Requirement::Device);
        assert_eq!(world.does(load(3, NOW + Span::minutes(5))).await.unwrap().requirement, Requirement::IfHeld);
        world.does(async move |tx: &mut Tx<'_>| accounts::require_mfa(tx, scope, ann, true).await).await;
        assert_eq!(world.does(load(3, NOW + Span::minutes(5))).await.unwrap().requirement, Requirement::SecondFactor);
    }

    async fn a_session_reads_back_and_is_touched_once_a_minute(place: &Place) {
        let world = World::on(place).await;
        let (scope, ann) = (world.scope, world.ann);
        let id = SessionId::new(NOW, chance());
        let proofs = [Proof { kind: Kind::Password, credential: None, at: NOW }];
        world.does(async move |tx: &mut Tx<'_>| {
            let origin = Origin { address: Some("192.0.2.1".to_owned()), ..Origin::default() };
            sessions::open(tx, scope, &NewSession { id, token: TokenHash([1; 32]), account: ann, proofs: &proofs, origin: &origin, browser: None, before: None }, NOW).await
        }).await;
        let load = async move |tx: &mut Tx<'_>| sessions::load(tx, TokenHash([1; 32]), NOW).await;
        let found = world.does(load).await.unwrap();
        assert_eq!((found.account, found.standing.proofs.as_slice(), found.standing.used_at), (ann, proofs.as_slice(), NOW));
        for (after, expect) in [(59, 0), (60, 60), (100, 60), (120, 120)] {
            let at = NOW + Span::seconds(after);
            world.does(async move |tx: &mut Tx<'_>| sessions::touch(tx, scope, id, false, at).await).await;
            assert_eq!(world.does(load).await.unwrap().standing.used_at, NOW + Span::seconds(expect));
        }
        assert!(world.does(async move |tx: &mut Tx<'_>| sessions::end(tx, scope, id).await).await);
        assert!(world.does(load).await.is_none());
    }

    async fn a_session_knows_when_the_newest_role_in_force_was_given(place: &Place) {
        let world = World::on(place).await;
        let (scope, ann) = (world.scope, world.ann);
        let globex = organization(&world.store, &world.sealer, "globex").await;
        world.does(async move |tx: &mut Tx<'_>| {
            let (id, origin) = (SessionId::new(NOW, chance()), Origin::default());
            sessions::open(tx, scope, &NewSession { id, token: TokenHash([1; 32]), account: ann, proofs: &[], origin: &origin, browser: None, before: None }, NOW).await
        }).await;
        let given = async |minutes| world.does(async move |tx: &mut Tx<'_>| {
            let found = sessions::load(tx, TokenHash([1; 32]), NOW + Span::minutes(minutes)).await?.unwrap();
            Ok((found.has_role, found.standing.role_given_at))
        }).await;
        assert_eq!(given(4).await, (false, None));
        let ends = Some(NOW + Span::minutes(5));
        for (minutes, place, until) in [(1, scope, None), (2, globex, None), (3, scope, ends)] {
            world.does(async move |tx: &mut Tx<'_>| {
                let grant = Grant { role: Role::Auditor, scope: Some(place.organization()), until };
                let created_at = NOW + Span::minutes(minutes);
                roles::add(tx, scope, &NewGrant { id: GrantId::new(NOW, chance()), account: ann, grant, created_at }).await
            }).await;
        }
        assert_eq!(given(4).await, (true, Some(NOW + Span::minutes(3))));
        assert_eq!(given(5).await, (true, Some(NOW + Span::minutes(2))), "the newest has ended");
    }

    async fn lists_are_paged_by_key_in_one_order_on_both_engines(place: &Place) {
        let world = World::on(place).await;
        for name in ["zoe", "bob", "b-2", "b.1", "élan", "b_3"] {
            account(&world.store, world.scope, name, None).await.unwrap();
        }
        let scope = world.scope;
        let mut seen = Vec::new();
        let mut after = String::new();
        loop {
            let from = after.clone();
            let page = world.does(async move |tx: &mut Tx<'_>| accounts::list(tx, scope, &Wanted { after: from.clone(), ..Wanted::default() }, 2).await).await;
            let Some(last) = page.last() else { break };
            after.clone_from(&last.login_name);
            seen.extend(page.into_iter().map(|account| account.login_name));
        }
        assert_eq!(seen, ["ann", "b-2", "b.1", "b_3", "bob", "zoe", "élan"]);
    }

    async fn a_login_name_signs_in_in_its_organization_and_an_unproved_address_nowhere(place: &Place) {
        let world = World::on(place).await;
        let id = account(&world.store, world.scope, "bob", Some("bob@example.com")).await.unwrap();
        let scope = world.scope;
        let who = |typed: &'static str| async move |tx: &mut Tx<'_>| {
            Ok(accounts::by_login(tx, &Login::parse(typed).unwrap()).await?.map(|record| record.account))
        };
        assert_eq!(world.does(who("BOB@Acme")).await, Some(id));
        assert_eq!(world.does(who("bob@other")).await, None);
        assert_eq!(world.does(who("bob@example.com")).await, None);
        world.does(async move |tx: &mut Tx<'_>| accounts::prove_email(tx, scope, id, NOW).await).await;
        assert_eq!(world.does(who("Bob@Example.com")).await, Some(id));
    }

    async fn a_policy_is_edited_by_one_of_two(place: &Place) {
        let world = World::on(place).await;
        let scope = world.scope;
        let edit = |rule, version| async move |tx: &mut Tx<'_>| organizations::set_policy(tx, scope, &Policy::new(rule), version).await;
        assert!(world.does(edit(Rule::Required, 1)).await);
        assert!(!world.does(edit(Rule::Off, 1)).await);
        let now = world.does(async move |tx: &mut Tx<'_>| organizations::get(tx, scope).await).await.unwrap();
        assert_eq!((now.policy.rule, now.version), (Rule::Required, 2));
    }

    async fn a_changed_event_no_longer_has_its_digest(place: &Place) {
        let world = World::on(place).await;
        let organization = Some(world.scope.organization());
        for n in 1..=3 {
            world.does(async move |tx: &mut Tx<'_>| {
                let entry = Entry {
                    id: EventId::from_bytes([n; 16]),
                    at: NOW,
                    organization,
                    actor: Who::System,
                    account: None,
                    origin: Origin { agent: Some("line\nbreak \u{1b}[31m".to_owned()), ..Origin::default() },
                    event: Event::SignedOut,
                };
                audit::write(tx, &keys(), &entry).await
            }).await;
        }
        world.does(async move |tx: &mut Tx<'_>| {
            tx.run("UPDATE audit_events SET event = $1 WHERE id = $2", args![r#"{"kind":"account_suspended"}"#, EventId::from_bytes([2; 16])]).await
        }).await;
        let list = world.does(async move |tx: &mut Tx<'_>| {
            let order = (&audit::Order::Oldest(Vec::new()), 10);
            audit::search(tx, &keys(), organization, &audit::Wanted::default(), order).await
        }).await;
        let intact: Vec<bool> = list.iter().map(|one| one.intact).collect();
        assert_eq!(intact, [true, false, true]);
    }
}
