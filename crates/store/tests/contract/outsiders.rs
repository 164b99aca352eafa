//! Roles in another organization than the account's own.

use portcullis_core::account::State;
use portcullis_core::id::{AccountId, GrantId};
use portcullis_core::role::{Grant, Role, Scope};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::roles::{self, NewGrant};
use portcullis_store::{Result, Tx, accounts, on_both, organizations};

use crate::world::{NOW, World, account, chance, organization};

async fn lends(
    tx: &mut Tx<'_>,
    (home, account): (Scope, AccountId),
    (place, role, until): (Option<Scope>, Role, Option<Timestamp>),
) -> Result<GrantId> {
    let grant = Grant {
        role,
        scope: place.map(Scope::organization),
        until,
    };
    let id = GrantId::new(NOW, chance());
    let new = NewGrant {
        id,
        account,
        grant,
        created_at: NOW,
    };
    roles::add(tx, home, &new).await?;
    Ok(id)
}

on_both! {
    async fn who_has_a_role_from_elsewhere_is_listed_where_it_holds_and_nowhere_else(place: &Place) {
        let world = World::on(place).await;
        let (acme, ann) = (world.scope, world.ann);
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let bob = account(&world.store, globex, "bob", None).await.unwrap();
        let tess = account(&world.store, globex, "tess", None).await.unwrap();
        let soon = NOW + Span::minutes(5);
        world.does(async move |tx: &mut Tx<'_>| {
            // One's own, the whole instance's, one that is over, and two that hold.
            lends(tx, (acme, ann), (Some(acme), Role::Admin, None)).await?;
            lends(tx, (globex, bob), (None, Role::Owner, None)).await?;
            let over = NOW - Span::minutes(1);
            lends(tx, (globex, bob), (Some(acme), Role::Admin, Some(over))).await?;
            let given = lends(tx, (globex, tess), (Some(acme), Role::Helpdesk, Some(soon))).await?;
            lends(tx, (acme, ann), (Some(globex), Role::Auditor, None)).await?;
            let all = roles::outsiders(tx, acme, NOW).await?;
            assert_eq!(all.len(), 1);
            let one = &all[0];
            assert_eq!((one.grant, one.account), (given, (globex.organization(), tess)));
            assert_eq!((one.login_name.as_str(), one.slug.as_str()), ("tess", "globex"));
            assert_eq!((one.role, one.until, one.signs_in), (Role::Helpdesk, Some(soon), true));
            assert_eq!(roles::outsiders(tx, globex, NOW).await?.len(), 1);
            assert!(roles::outsiders(tx, acme, soon).await?.is_empty(), "it ends");
            let lent = roles::lent(tx, globex, NOW).await?;
            assert_eq!(lent.iter().map(|one| (one.account, one.place)).collect::<Vec<_>>(), [(tess, acme.organization())]);
            assert!(roles::lent(tx, globex, soon).await?.is_empty());
            accounts::suspend(tx, globex, tess).await?;
            assert_eq!(accounts::find(tx, globex, tess).await?.map(|one| one.state), Some(State::Suspended));
            assert!(!roles::outsiders(tx, acme, NOW).await?[0].signs_in);
            accounts::activate(tx, globex, tess).await?;
            organizations::suspend(tx, globex, Some(NOW)).await?;
            assert!(!roles::outsiders(tx, acme, NOW).await?[0].signs_in, "nor where nobody signs in");
            assert_eq!(roles::take_lent(tx, globex).await?, 2, "with the one that is over");
            assert!(roles::outsiders(tx, acme, NOW).await?.is_empty());
            assert_eq!(roles::lasting_owners(tx).await?, [], "globex is suspended");
            assert_eq!(roles::of_account(tx, globex, bob, NOW).await?.len(), 1, "the instance's stays");
            Ok(())
        }).await;
    }
}
