//! What is kept of a browser that an account knows.

use portcullis_core::audit::Origin;
use portcullis_core::browser::{KNOWN_LIFE, Sent};
use portcullis_core::id::BrowserId;
use portcullis_core::time::Span;
use portcullis_core::token::TokenHash;
use portcullis_store::browsers::{self, NewBrowser};
use portcullis_store::{Tx, clean_up, on_both};

use crate::world::{NOW, World, account, chance, organization};

/// Ann knows it by `key`.
async fn known(world: &World, key: u8) -> BrowserId {
    let (scope, ann, id) = (world.scope, world.ann, BrowserId::new(NOW, chance()));
    world
        .does(async move |tx: &mut Tx<'_>| {
            let origin = Origin {
                address: Some("192.0.2.7".to_owned()),
                ..Origin::default()
            };
            let new = NewBrowser {
                id,
                account: ann,
                key: TokenHash([key; 32]),
                origin: &origin,
            };
            browsers::add(tx, scope, &new, NOW).await
        })
        .await;
    id
}

on_both! {
    async fn a_browser_is_found_by_its_key_with_the_logins_of_its_account(place: &Place) {
        let world = World::on(place).await;
        let id = known(&world, 1).await;
        let find = |key: u8| async move |tx: &mut Tx<'_>| browsers::by_key(tx, TokenHash([key; 32])).await;
        assert!(world.does(find(2)).await.is_none());
        let found = world.does(find(1)).await.unwrap();
        assert_eq!((found.browser.id, found.browser.account), (id, world.ann));
        assert_eq!((found.login_name.as_str(), found.organization_slug.as_str()), ("ann", "acme"));
        assert_eq!((found.proved_email, found.remember_days), (None, 0));
        assert!(found.browser.remembered.is_none());
    }

    async fn a_token_gives_way_to_the_next_and_is_the_one_before(place: &Place) {
        let world = World::on(place).await;
        let (scope, id) = (world.scope, known(&world, 1).await);
        let hash = |n: u8| TokenHash([n; 32]);
        let until = NOW + Span::days(14);
        assert!(world.does(async move |tx: &mut Tx<'_>| browsers::remember(tx, scope, id, (hash(1), until), NOW).await).await);
        let rotate = |sent: u8, new: u8| async move |tx: &mut Tx<'_>| {
            browsers::rotate(tx, scope, id, (hash(sent), hash(new), [new; 32]), NOW).await
        };
        assert!(world.does(rotate(1, 2)).await);
        assert!(!world.does(rotate(1, 3)).await, "it is not the newest any more");
        let get = async move |tx: &mut Tx<'_>| browsers::get(tx, scope, id).await;
        let held = world.does(get).await.unwrap().remembered.unwrap();
        assert_eq!((held.at, held.until), (NOW, until));
        assert_eq!(held.before.as_ref().unwrap().salt, Some([2; 32]));
        let sent = |n: u8| held.sent(hash(n), NOW);
        assert_eq!([sent(2), sent(1), sent(3)], [Sent::Newest, Sent::Before, Sent::Older]);
        assert!(world.does(rotate(2, 3)).await);
        let held = world.does(get).await.unwrap().remembered.unwrap();
        assert_eq!(held.sent(hash(1), NOW), Sent::Older, "the new one was seen");
    }

    async fn what_is_forgotten_is_that_of_the_account_and_no_other(place: &Place) {
        let world = World::on(place).await;
        let (scope, ann) = (world.scope, world.ann);
        let (first, second) = (known(&world, 1).await, known(&world, 2).await);
        let bob = account(&world.store, scope, "bob", None).await.unwrap();
        let other = organization(&world.store, &world.sealer, "other").await;
        for (whose, account) in [(scope, bob), (other, ann)] {
            assert!(!world.does(async move |tx: &mut Tx<'_>| browsers::forget(tx, whose, account, first).await).await);
            assert_eq!(world.does(async move |tx: &mut Tx<'_>| browsers::forget_all(tx, whose, account).await).await, 0);
            assert_eq!(world.does(async move |tx: &mut Tx<'_>| browsers::list(tx, whose, account).await).await.len(), 0);
        }
        for id in [first, second] {
            let until = NOW + Span::days(14);
            world.does(async move |tx: &mut Tx<'_>| browsers::remember(tx, scope, id, (TokenHash([9; 32]), until), NOW).await).await;
        }
        assert_eq!(world.does(async move |tx: &mut Tx<'_>| browsers::end_remembering(tx, scope, ann, Some(second)).await).await, 1);
        let left = world.does(async move |tx: &mut Tx<'_>| browsers::list(tx, scope, ann).await).await;
        let remembered: Vec<_> = left.iter().filter(|one| one.remembered.is_some()).map(|one| one.id).collect();
        assert_eq!((left.len(), remembered), (2, vec![second]));
        assert!(world.does(async move |tx: &mut Tx<'_>| browsers::forget(tx, scope, ann, first).await).await);
        assert_eq!(world.does(async move |tx: &mut Tx<'_>| browsers::forget_all(tx, scope, ann).await).await, 1);
    }

    async fn a_browser_that_is_not_used_any_more_is_cleared_away(place: &Place) {
        let world = World::on(place).await;
        let (scope, ann) = (world.scope, world.ann);
        known(&world, 1).await;
        let used = known(&world, 2).await;
        world.does(async move |tx: &mut Tx<'_>| browsers::touch(tx, scope, used, &Origin::default(), NOW + Span::days(1)).await).await;
        world.does(async move |tx: &mut Tx<'_>| clean_up::expired(tx, NOW + KNOWN_LIFE).await).await;
        let left = world.does(async move |tx: &mut Tx<'_>| browsers::list(tx, scope, ann).await).await;
        assert_eq!(left.iter().map(|one| one.id).collect::<Vec<_>>(), [used]);
    }
}
