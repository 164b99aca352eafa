//! What an import of people asks the store: who there is by these names, who is invited, and that two imports queue.

use std::sync::Arc;

use portcullis_core::id::InvitationId;
use portcullis_core::login::LoginName;
use portcullis_core::name::Name;
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::invitations::{self, NewInvitation};
use portcullis_store::{Tx, accounts, on_both, organizations};
use tokio::sync::Barrier;

use crate::world::{NOW, World, account, chance, organization};

fn name(text: &str) -> LoginName {
    text.parse().unwrap()
}

fn to_bob(key: [u8; 32], at: Timestamp) -> NewInvitation {
    NewInvitation {
        id: InvitationId::new(at, chance()),
        key,
        mailed: false,
        name: Name::parse("Bob").unwrap(),
        login_name: name("bob"),
        email: None,
        email_vouched: false,
        expires_at: at + Span::days(7),
    }
}

on_both! {
    async fn login_names_are_looked_up_however_many_and_in_one_organization(place: &Place) {
        let world = World::on(place).await;
        let (scope, other) = (world.scope, organization(&world.store, &world.sealer, "other").await);
        let same = account(&world.store, other, "p07", None).await.unwrap();
        let people: Vec<String> = (0..45).map(|number| format!("p{number:02}")).collect();
        for person in people.clone() {
            let person: &'static str = person.leak();
            account(&world.store, scope, person, None).await.unwrap();
        }
        let find = |scope, names: Vec<String>| async move |tx: &mut Tx<'_>| {
            let names: Vec<LoginName> = names.iter().map(|text| name(text)).collect();
            let asked: Vec<&LoginName> = names.iter().collect();
            let found = accounts::by_login_names(tx, scope, &asked).await?;
            let mut found: Vec<_> = found.into_iter().map(|one| (one.login_name, one.id)).collect();
            found.sort();
            Ok(found)
        };
        let logins = |found: Vec<(String, _)>| found.into_iter().map(|(login, _)| login).collect::<Vec<_>>();
        // One, a statement's worth, one more than that, and all; who is not there gives nothing.
        for many in [0, 1, 19, 20, 21, 40, 41, 45] {
            let asked: Vec<String> = people[..many].to_vec();
            assert_eq!(logins(world.does(find(scope, asked.clone())).await), asked, "{many}");
            let mut more = vec!["nobody".to_owned()];
            more.extend(asked.clone());
            assert_eq!(logins(world.does(find(scope, more)).await), asked, "{many} and nobody");
        }
        // Another organization's scope finds its own person of that name, and no other.
        let foreign = world.does(find(other, people)).await;
        assert_eq!(foreign, [("p07".to_owned(), same)]);
    }

    async fn the_open_invitation_for_a_login_name_is_the_newest_of_the_organization(place: &Place) {
        let world = World::on(place).await;
        let (scope, other) = (world.scope, organization(&world.store, &world.sealer, "other").await);
        let until = NOW + Span::days(7);
        let invite = |number: u8, at: Timestamp| async move |tx: &mut Tx<'_>| {
            let new = to_bob([number; 32], at);
            let id = new.id;
            invitations::add(tx, scope, &new, at).await?;
            Ok(id)
        };
        let open = |scope, login: &'static str, at| async move |tx: &mut Tx<'_>| {
            Ok(invitations::open_for(tx, scope, &name(login), at).await?.map(|one| one.id))
        };
        assert_eq!(world.does(open(scope, "bob", NOW)).await, None);
        let first = world.does(invite(1, NOW)).await;
        assert_eq!(world.does(open(scope, "bob", NOW)).await, Some(first));
        let second = world.does(invite(2, NOW + Span::hours(1))).await;
        let later = NOW + Span::hours(2);
        assert_eq!(world.does(open(scope, "bob", later)).await, Some(second));
        assert_eq!(world.does(open(scope, "bobby", later)).await, None, "another name");
        assert_eq!(world.does(open(other, "bob", later)).await, None, "another organization");
        // None that is accepted, over, or ended.
        assert!(world.does(async move |tx: &mut Tx<'_>| invitations::spend(tx, scope, second, later).await).await);
        assert_eq!(world.does(open(scope, "bob", later)).await, Some(first));
        assert_eq!(world.does(open(scope, "bob", until)).await, None, "too late");
        world.does(async move |tx: &mut Tx<'_>| invitations::end_for(tx, other, &name("bob"), later).await).await;
        assert_eq!(world.does(open(scope, "bob", later)).await, Some(first), "another organization's scope ends nothing");
        world.does(async move |tx: &mut Tx<'_>| invitations::end_for(tx, scope, &name("bob"), later).await).await;
        assert_eq!(world.does(open(scope, "bob", later)).await, None);
    }

    async fn of_imports_that_hold_the_organization_the_second_sees_what_the_first_did(place: &Place) {
        let world = World::on(place).await;
        let (scope, other) = (world.scope, organization(&world.store, &world.sealer, "other").await);
        let version = |scope| async move |tx: &mut Tx<'_>| Ok(organizations::get(tx, scope).await?.unwrap().version);
        let before = (world.does(version(scope)).await, world.does(version(other)).await);
        // Each looks whether somebody is there, and adds whoever is not: without the lock, several would.
        let barrier = Arc::new(Barrier::new(20));
        let mut running = Vec::new();
        for key in 0..20 {
            let (store, barrier) = (world.store.clone(), barrier.clone());
            running.push(tokio::spawn(async move {
                barrier.wait().await;
                let unit = async move |tx: &mut Tx<'_>| {
                    organizations::lock(tx, scope).await?;
                    if invitations::open_for(tx, scope, &name("bob"), NOW).await?.is_some() {
                        return Ok(false);
                    }
                    let new = to_bob([key; 32], NOW);
                    invitations::add(tx, scope, &new, NOW).await?;
                    Ok(true)
                };
                store.write(unit).await.expect("no fault")
            }));
        }
        let mut added = 0;
        for one in running {
            added += usize::from(one.await.unwrap());
        }
        assert_eq!(added, 1);
        // It changes nothing, so that an administrator's open form is not stale by it, and holds no other organization.
        assert_eq!((world.does(version(scope)).await, world.does(version(other)).await), before);
    }
}
