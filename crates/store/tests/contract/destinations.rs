//! What the portal leads to, and for whom.

use portcullis_core::destination::{Icon, Kind};
use portcullis_core::id::DestinationId;
use portcullis_core::role::Scope;
use portcullis_store::destinations::{self, Destination, Shown};
use portcullis_store::{Tx, accounts, on_both};

use crate::world::{NOW, World, account, chance, organization};

const WHAT: Kind = Kind::RemoteComputer;

fn shown(name: &str, everyone: bool) -> Shown {
    Shown {
        name: name.to_owned(),
        address: "web-1.example.com".to_owned(),
        command: None,
        description: None,
        icon: None,
        everyone,
    }
}

async fn add(
    world: &World,
    scope: Scope,
    name: &'static str,
    everyone: bool,
) -> Option<Destination> {
    let id = DestinationId::new(NOW, chance());
    let unit = async move |tx: &mut Tx<'_>| {
        let new = shown(name, everyone);
        if !destinations::add(tx, scope, (id, WHAT), &new, NOW).await? {
            return Ok(None);
        }
        destinations::find(tx, scope, id).await
    };
    world.does(unit).await
}

on_both! {
    async fn a_member_sees_what_is_for_everybody_and_what_names_them_and_nothing_of_others(place: &Place) {
        let world = World::on(place).await;
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let (scope, ann) = (world.scope, world.ann);
        let bert = account(&world.store, scope, "bert", None).await.unwrap();
        let bob = account(&world.store, globex, "bob", None).await.unwrap();
        add(&world, scope, "for all", true).await.unwrap();
        let own = add(&world, scope, "ann's", false).await.unwrap();
        add(&world, scope, "nobody's", false).await.unwrap();
        add(&world, globex, "theirs", true).await.unwrap();
        assert!(add(&world, scope, "for all", false).await.is_none(), "the name is taken");
        world.does(async move |tx: &mut Tx<'_>| destinations::name(tx, scope, own.id, &[ann]).await).await;
        let foreign = world.store.write(async move |tx: &mut Tx<'_>| destinations::name(tx, scope, own.id, &[bob]).await).await;
        assert!(foreign.is_err(), "a foreign key holds the organization together");
        let of = async |scope, account| {
            let seen = world.does(async move |tx: &mut Tx<'_>| destinations::of_account(tx, scope, account).await).await;
            seen.into_iter().map(|one| one.shown.name).collect::<Vec<_>>()
        };
        assert_eq!(of(scope, ann).await, ["ann's", "for all"]);
        assert_eq!(of(scope, bert).await, ["for all"]);
        assert_eq!(of(globex, bob).await, ["theirs"]);
        world.does(async move |tx: &mut Tx<'_>| {
            assert_eq!(destinations::named(tx, scope, own.id).await?, ["ann"]);
            assert!(destinations::named(tx, globex, own.id).await?.is_empty());
            assert!(!destinations::remove(tx, globex, own.id).await?);
            assert!(destinations::find(tx, globex, own.id).await?.is_none());
            destinations::name(tx, scope, own.id, &[bert]).await?;
            assert_eq!(destinations::named(tx, scope, own.id).await?, ["bert"]);
            assert!(accounts::delete(tx, scope, bert).await?);
            assert!(destinations::named(tx, scope, own.id).await?.is_empty());
            assert!(destinations::remove(tx, scope, own.id).await?);
            destinations::remove(tx, scope, own.id).await.map(|again| assert!(!again))
        }).await;
        assert_eq!(of(scope, ann).await, ["for all"]);
    }

    async fn a_change_is_made_to_what_was_read_and_takes_no_name_of_another(place: &Place) {
        let world = World::on(place).await;
        let scope = world.scope;
        let one = add(&world, scope, "one", true).await.unwrap();
        add(&world, scope, "two", true).await.unwrap();
        world.does(async move |tx: &mut Tx<'_>| {
            assert!(!destinations::change(tx, scope, &one, &shown("two", true)).await?);
            assert!(destinations::change(tx, scope, &one, &shown("one", false)).await?);
            assert!(!destinations::change(tx, scope, &one, &shown("three", false)).await?, "read before that");
            let now = destinations::find(tx, scope, one.id).await?.unwrap();
            assert_eq!((now.version, now.shown), (2, shown("one", false)));
            Ok(())
        }).await;
    }

    async fn an_application_keeps_its_description_and_icon_and_shares_its_name_with_a_computer(place: &Place) {
        let world = World::on(place).await;
        let scope = world.scope;
        add(&world, scope, "Mail", true).await.unwrap();
        let id = DestinationId::new(NOW, chance());
        let mail = Shown {
            address: "https://mail.example.com/".to_owned(),
            description: Some("Post and addresses".to_owned()),
            icon: Some(Icon::Mail),
            ..shown("Mail", true)
        };
        world.does(async move |tx: &mut Tx<'_>| {
            assert!(destinations::add(tx, scope, (id, Kind::Application), &mail, NOW).await?);
            let one = destinations::find(tx, scope, id).await?.unwrap();
            assert_eq!((one.what, &one.shown), (Kind::Application, &mail));
            let plain = Shown { icon: None, description: None, ..mail.clone() };
            assert!(destinations::change(tx, scope, &one, &plain).await?);
            let all = destinations::list(tx, scope, Kind::Application).await?;
            assert_eq!(all.into_iter().map(|one| one.shown).collect::<Vec<_>>(), [plain]);
            Ok(())
        }).await;
    }
}
