//! What pages of large organizations are read along: counts kept beside the accounts, and words to find them by.

use std::collections::BTreeMap;

use portcullis_core::account::MfaStatus;
use portcullis_core::id::{AccountId, InvitationId};
use portcullis_core::name::Name;
use portcullis_core::role::Scope;
use portcullis_core::search::Sought;
use portcullis_core::time::Span;
use portcullis_store::accounts::{self, Wanted};
use portcullis_store::invitations::{self, NewInvitation};
use portcullis_store::{Store, Tx, mfa_counts, on_both};
use tokio::task::JoinSet;

use crate::world::{NOW, World, account, chance, organization};

/// What is kept, which must be what there is.
async fn counts(world: &World, scope: Scope) -> BTreeMap<&'static str, u64> {
    let unit = async move |tx: &mut Tx<'_>| {
        let kept = mfa_counts::of(tx, scope).await?;
        let people = accounts::list(tx, scope, &Wanted::default(), 1000).await?;
        Ok((kept, people))
    };
    let (kept, people) = world.does(unit).await;
    let kept = kept
        .into_iter()
        .map(|(status, many)| (status.as_str(), many))
        .collect();
    let mut there: BTreeMap<&'static str, u64> = BTreeMap::new();
    for one in people {
        *there.entry(one.mfa_status.as_str()).or_default() += 1;
    }
    assert_eq!(kept, there);
    kept
}

/// Email codes are taken up or given up.
async fn email_codes(store: &Store, scope: Scope, id: AccountId, on: bool) {
    let unit = async move |tx: &mut Tx<'_>| {
        accounts::set_email_codes(tx, scope, id, on.then_some(NOW)).await?;
        accounts::refresh_mfa_status(tx, scope, id).await
    };
    store.write(unit).await.unwrap();
}

/// The login names that a search finds, as many a page.
async fn found(world: &World, named: &'static str, limit: u32) -> Vec<String> {
    let scope = world.scope;
    let mut wanted = Wanted {
        sought: Sought::parse(named),
        ..Wanted::default()
    };
    let mut all = Vec::new();
    loop {
        let asked = wanted.clone();
        let page = world
            .does(async move |tx: &mut Tx<'_>| accounts::list(tx, scope, &asked, limit).await)
            .await;
        let Some(last) = page.last() else { return all };
        wanted.after = wanted.after(last);
        all.extend(page.into_iter().map(|one| one.login_name));
    }
}

async fn edits(world: &World, id: AccountId, name: &'static str, login_name: &'static str) {
    let scope = world.scope;
    let (name, login_name) = (Name::parse(name).unwrap(), login_name.parse().unwrap());
    let unit = async move |tx: &mut Tx<'_>| {
        accounts::edit(tx, (scope, id), &name, &login_name, None).await
    };
    world.does(unit).await;
}

/// Invites somebody on paper, for a day.
async fn invites(
    world: &World,
    scope: Scope,
    (name, login_name): (&'static str, &'static str),
) -> InvitationId {
    let id = InvitationId::new(NOW, chance());
    let mut key = [0; 32];
    key[..10].copy_from_slice(&chance());
    let unit = async move |tx: &mut Tx<'_>| {
        let new = NewInvitation {
            id,
            key,
            mailed: false,
            name: Name::parse(name).unwrap(),
            login_name: login_name.parse().unwrap(),
            email: Some(format!("{login_name}@example.org").parse().unwrap()),
            email_vouched: false,
            expires_at: NOW + Span::days(1),
        };
        invitations::add(tx, scope, &new, NOW).await
    };
    world.does(unit).await;
    id
}

/// The login names of the open invitations that a search finds, as many a page.
async fn found_invited(world: &World, scope: Scope, named: &str, limit: u32) -> Vec<String> {
    let sought = Sought::parse(named).unwrap();
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let (sought, from) = (sought.clone(), after.clone());
        let page = world
            .does(async move |tx: &mut Tx<'_>| {
                invitations::open_sought(tx, scope, (&sought, &from), limit, NOW).await
            })
            .await;
        let Some(last) = page.last() else { return all };
        after = Sought::parse(named).unwrap().place_of(
            &last.name,
            &last.login_name,
            last.email.as_deref(),
        );
        all.extend(page.into_iter().map(|one| one.login_name));
    }
}

on_both! {
    async fn what_is_counted_follows_every_change(place: &Place) {
        let world = World::on(place).await;
        let (scope, ann) = (world.scope, world.ann);
        let bob = account(&world.store, scope, "bob", Some("bob@example.com")).await.unwrap();
        let cem = account(&world.store, scope, "cem", Some("cem@example.com")).await.unwrap();
        assert_eq!(account(&world.store, scope, "cem", None).await, None);
        assert_eq!(counts(&world, scope).await, [("not_enabled", 3)].into());
        for id in [bob, cem, bob] {
            email_codes(&world.store, scope, id, true).await;
        }
        assert_eq!(counts(&world, scope).await, [("enabled", 2), ("not_enabled", 1)].into());
        world.does(async move |tx: &mut Tx<'_>| {
            accounts::switch_off(tx, scope, cem, true).await?;
            accounts::refresh_mfa_status(tx, scope, cem).await
        }).await;
        assert_eq!(counts(&world, scope).await, [("disabled", 1), ("enabled", 1), ("not_enabled", 1)].into());
        world.does(async move |tx: &mut Tx<'_>| accounts::stop_email_codes(tx, scope).await).await;
        assert_eq!(counts(&world, scope).await, [("not_enabled", 3)].into());
        assert!(world.does(async move |tx: &mut Tx<'_>| accounts::delete(tx, scope, ann).await).await);
        assert!(!world.does(async move |tx: &mut Tx<'_>| accounts::delete(tx, scope, ann).await).await);
        assert_eq!(counts(&world, scope).await, [("not_enabled", 2)].into());

        let beta = organization(&world.store, &world.sealer, "beta").await;
        account(&world.store, beta, "bob", None).await.unwrap();
        assert_eq!(counts(&world, beta).await, [("not_enabled", 1)].into());
        let all = world.does(async |tx: &mut Tx<'_>| mfa_counts::roll_up(tx, "", "zzz").await).await;
        let expect = [(beta.organization(), MfaStatus::NotEnabled, 1), (scope.organization(), MfaStatus::NotEnabled, 2)];
        assert!(all.len() == 2 && expect.iter().all(|one| all.contains(one)), "{all:?}");
    }

    async fn many_at_a_time_are_each_counted_once(place: &Place) {
        let world = World::on(place).await;
        let scope = world.scope;
        let mut people = Vec::new();
        for (login, email) in [("p0", "p0@example.com"), ("p1", "p1@example.com"), ("p2", "p2@example.com"), ("p3", "p3@example.com")] {
            people.push(account(&world.store, scope, login, Some(email)).await.unwrap());
        }
        for round in 0..6 {
            let mut units = JoinSet::new();
            for n in 0..40 {
                let (store, id) = (world.store.clone(), people[n % 4]);
                units.spawn(async move { email_codes(&store, scope, id, (round + n / 4) % 2 == 0).await });
            }
            while let Some(done) = units.join_next().await {
                done.unwrap();
            }
            counts(&world, scope).await;
        }
    }

    async fn people_are_found_by_the_beginnings_of_words_each_once_and_page_by_page(place: &Place) {
        let world = World::on(place).await;
        let ann = world.ann;
        let bob = account(&world.store, world.scope, "bob", Some("bob@example.com")).await.unwrap();
        let cem = account(&world.store, world.scope, "cem", Some("anna@example.com")).await.unwrap();
        edits(&world, ann, "Ann Annabel Smith-Écru", "ann").await;
        edits(&world, bob, "Bob 50% O'Ann", "bob").await;
        for (named, expect) in [
            ("ann", &["ann", "bob", "cem"][..]),
            ("ANNA", &["cem", "ann"]),
            ("écru", &["ann"]),
            ("É", &["ann"]),
            ("sm ann", &["ann"]),
            ("smith-e", &[]),
            ("smith-é an", &["ann"]),
            ("annabelle", &[]),
            ("50%", &["bob"]),
            ("%", &[]),
            ("_", &[]),
            ("o'ann bob 5", &["bob"]),
            ("cem", &["cem"]),
            ("anna@", &["cem"]),
        ] {
            for limit in [1, 2, 50] {
                assert_eq!(found(&world, named, limit).await, expect, "{named}");
            }
        }
        edits(&world, cem, "Cem Annan", "zed").await;
        assert_eq!(found(&world, "an", 1).await, ["ann", "bob", "zed"]);
        assert_eq!(found(&world, "cem", 50).await, ["zed"]);
        let scope = world.scope;
        assert!(world.does(async move |tx: &mut Tx<'_>| accounts::delete(tx, scope, cem).await).await);
        assert_eq!(found(&world, "cem", 50).await, Vec::<String>::new());
        let beta = organization(&world.store, &world.sealer, "beta").await;
        account(&world.store, beta, "bo", None).await.unwrap();
        assert_eq!(found(&world, "bo", 50).await, ["bob"]);
    }
    async fn who_is_invited_is_found_by_the_beginnings_of_words_until_there_is_an_account(place: &Place) {
        let world = World::on(place).await;
        let scope = world.scope;
        let beta = organization(&world.store, &world.sealer, "beta").await;
        let greta = invites(&world, scope, ("Greta Guest-Écru", "gg")).await;
        invites(&world, scope, ("Gus Greta", "gus")).await;
        let hal = invites(&world, scope, ("Hal Guest", "hal")).await;
        invites(&world, beta, ("Greta Guest", "other")).await;
        for (named, expect) in [
            ("gre", &["gg", "gus"][..]),
            ("GUEST", &["hal", "gg"]),
            ("greta gu", &["gg", "gus"]),
            ("greta guest", &["gg"]),
            ("gus@", &["gus"]),
            ("é", &["gg"]),
            ("%", &[]),
            ("reta", &[]),
        ] {
            for limit in [1, 2, 50] {
                assert_eq!(found_invited(&world, scope, named, limit).await, expect, "{named}");
            }
        }
        assert!(world.does(async move |tx: &mut Tx<'_>| invitations::spend(tx, scope, greta, NOW).await).await);
        assert!(world.does(async move |tx: &mut Tx<'_>| invitations::revoke(tx, scope, hal, NOW).await).await);
        assert_eq!(found_invited(&world, scope, "g", 50).await, ["gus"]);
        assert_eq!(found_invited(&world, beta, "g", 50).await, ["other"]);
    }
}
