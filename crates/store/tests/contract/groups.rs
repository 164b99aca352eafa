//! Groups of people, and what is given to them.

use portcullis_core::destination::Kind;
use portcullis_core::group::Name;
use portcullis_core::id::{DestinationId, GroupId, RadiusClientId};
use portcullis_core::role::Scope;
use portcullis_store::destinations::{self, Shown};
use portcullis_store::groups::{self, Group};
use portcullis_store::{Tx, accounts, given, on_both, organizations, radius_clients};

use crate::radius::by_certificate;
use crate::world::{NOW, World, account, chance, organization};

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

async fn group(world: &World, scope: Scope, text: &'static str) -> Option<Group> {
    let id = GroupId::new(NOW, chance());
    let unit = async move |tx: &mut Tx<'_>| {
        if !groups::add(tx, scope, (id, &name(text)), NOW).await? {
            return Ok(None);
        }
        groups::find(tx, scope, id).await
    };
    world.does(unit).await
}

/// An application that is for nobody yet.
async fn application(world: &World, scope: Scope, name: &'static str) -> DestinationId {
    let id = DestinationId::new(NOW, chance());
    let shown = Shown {
        name: name.to_owned(),
        address: "https://mail.example.com/".to_owned(),
        command: None,
        description: None,
        icon: None,
        everyone: false,
    };
    let unit = async move |tx: &mut Tx<'_>| {
        destinations::add(tx, scope, (id, Kind::Application), &shown, NOW).await
    };
    assert!(world.does(unit).await);
    id
}

on_both! {
    async fn a_group_is_made_filled_renamed_emptied_and_removed_in_its_organization_alone(place: &Place) {
        let world = World::on(place).await;
        let (scope, ann) = (world.scope, world.ann);
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let bert = account(&world.store, scope, "bert", None).await.unwrap();
        let bob = account(&world.store, globex, "bob", None).await.unwrap();
        let sales = group(&world, scope, "Sales").await.unwrap();
        assert_eq!((sales.name.as_str(), sales.members, sales.version), ("Sales", 0, 1));
        assert!(group(&world, scope, "Sales").await.is_none(), "the name is taken");
        group(&world, globex, "Sales").await.unwrap();
        group(&world, scope, "Board").await.unwrap();
        let id = sales.id;
        let foreign = world.store.write(async move |tx: &mut Tx<'_>| groups::join(tx, scope, (id, bob), NOW).await).await;
        assert!(foreign.is_err(), "a foreign key holds the organization together");
        world.does(async move |tx: &mut Tx<'_>| {
            assert!(groups::join(tx, scope, (id, bert), NOW).await?);
            assert!(groups::join(tx, scope, (id, ann), NOW).await?);
            assert!(!groups::join(tx, scope, (id, ann), NOW).await?, "is in it");
            let all = groups::list(tx, scope).await?;
            assert_eq!(all.iter().map(|one| (one.name.as_str(), one.members)).collect::<Vec<_>>(), [("Board", 0), ("Sales", 2)]);
            let page = groups::members(tx, scope, id, ("", 1)).await?;
            assert_eq!((page.len(), page[0].login_name.as_str()), (1, "ann"));
            let rest = groups::members(tx, scope, id, ("ann", 5)).await?;
            assert_eq!((rest.len(), rest[0].account), (1, bert));
            assert_eq!(groups::of_account(tx, scope, ann).await?, [(id, "Sales".to_owned())]);
            assert!(groups::members(tx, globex, id, ("", 5)).await?.is_empty());
            assert!(!groups::leave(tx, globex, (id, ann)).await?);
            assert!(groups::leave(tx, scope, (id, ann)).await?);
            assert!(!groups::leave(tx, scope, (id, ann)).await?);
            assert!(!groups::rename(tx, scope, &sales, &name("Board")).await?);
            assert!(groups::rename(tx, scope, &sales, &name("Sellers")).await?);
            assert!(!groups::rename(tx, scope, &sales, &name("Else")).await?, "read before that");
            assert!(accounts::delete(tx, scope, bert).await?);
            assert_eq!(groups::find(tx, scope, id).await?.map(|one| (one.name, one.members)), Some(("Sellers".to_owned(), 0)));
            assert!(groups::find(tx, globex, id).await?.is_none());
            assert!(!groups::remove(tx, globex, id).await?);
            assert!(groups::remove(tx, scope, id).await?);
            groups::remove(tx, scope, id).await.map(|again| assert!(!again))
        }).await;
    }

    async fn what_is_given_to_a_group_is_given_to_whoever_is_in_it_and_to_nobody_longer(place: &Place) {
        let world = World::on(place).await;
        let (scope, ann) = (world.scope, world.ann);
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let bert = account(&world.store, scope, "bert", None).await.unwrap();
        let sales = group(&world, scope, "Sales").await.unwrap().id;
        let board = group(&world, scope, "Board").await.unwrap().id;
        let theirs = group(&world, globex, "Theirs").await.unwrap().id;
        let mail = application(&world, scope, "Mail").await;
        let vpn: RadiusClientId = by_certificate(&world, scope, "vpn").await;
        for foreign in [true, false] {
            let unit = async move |tx: &mut Tx<'_>| {
                if foreign {
                    destinations::give(tx, scope, mail, &[theirs]).await
                } else {
                    radius_clients::give(tx, scope, vpn, &[theirs]).await
                }
            };
            assert!(world.store.write(unit).await.is_err(), "a foreign key holds the organization together");
        }
        let of = async |account| {
            world.does(async move |tx: &mut Tx<'_>| {
                let given = given::to(tx, scope, account).await?;
                let shown = destinations::of_account(tx, scope, account).await?;
                let admits = radius_clients::admits(tx, scope, vpn, account).await?;
                assert_eq!(given.shows(mail), shown.iter().any(|one| one.id == mail), "what is shown is what is given");
                assert_eq!(given.opens(vpn), admits.is_some(), "what opens is what is given");
                Ok((given.shows(mail), given.opens(vpn)))
            }).await
        };
        assert_eq!((of(ann).await, of(bert).await), ((false, false), (false, false)));
        world.does(async move |tx: &mut Tx<'_>| {
            destinations::give(tx, scope, mail, &[sales, board]).await?;
            radius_clients::give(tx, scope, vpn, &[sales]).await?;
            assert_eq!(groups::opens(tx, scope, sales).await?, ["Mail", "vpn"]);
            assert!(groups::opens(tx, globex, sales).await?.is_empty());
            let names = |all: Vec<(GroupId, String)>| all.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
            assert_eq!(names(destinations::groups(tx, scope, mail).await?), ["Board", "Sales"]);
            assert_eq!(names(radius_clients::groups(tx, scope, vpn).await?), ["Sales"]);
            groups::join(tx, scope, (sales, ann), NOW).await?;
            groups::join(tx, scope, (board, bert), NOW).await
        }).await;
        assert_eq!((of(ann).await, of(bert).await), ((true, true), (true, false)));
        // Each way out ends it: leaving, another list of groups, the group's own end.
        world.does(async move |tx: &mut Tx<'_>| groups::leave(tx, scope, (sales, ann)).await).await;
        assert_eq!(of(ann).await, (false, false));
        world.does(async move |tx: &mut Tx<'_>| {
            groups::join(tx, scope, (sales, ann), NOW).await?;
            radius_clients::give(tx, scope, vpn, &[]).await
        }).await;
        assert_eq!(of(ann).await, (true, false));
        world.does(async move |tx: &mut Tx<'_>| {
            radius_clients::give(tx, scope, vpn, &[sales]).await?;
            groups::remove(tx, scope, sales).await
        }).await;
        assert_eq!((of(ann).await, of(bert).await), ((false, false), (true, false)));
        // By name and by a group at once: either will do.
        world.does(async move |tx: &mut Tx<'_>| destinations::name(tx, scope, mail, &[bert]).await).await;
        world.does(async move |tx: &mut Tx<'_>| groups::remove(tx, scope, board).await).await;
        assert_eq!(of(bert).await, (true, false));
    }

    async fn an_organization_takes_its_groups_along(place: &Place) {
        let world = World::on(place).await;
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let bob = account(&world.store, globex, "bob", None).await.unwrap();
        let theirs = group(&world, globex, "Theirs").await.unwrap().id;
        let mail = application(&world, globex, "Mail").await;
        world.does(async move |tx: &mut Tx<'_>| {
            groups::join(tx, globex, (theirs, bob), NOW).await?;
            destinations::give(tx, globex, mail, &[theirs]).await?;
            accounts::delete_some(tx, globex, 10).await?;
            assert!(organizations::delete(tx, globex).await?);
            assert!(groups::find(tx, globex, theirs).await?.is_none());
            Ok(())
        }).await;
    }
}
