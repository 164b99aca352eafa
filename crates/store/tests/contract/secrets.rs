//! Sealed values open where they were sealed and nowhere else.

use std::sync::Arc;

use portcullis_core::role::Scope;
use portcullis_store::keys::MasterKeys;
use portcullis_store::seal::{Place as Column, Plain, Sealer};
use portcullis_store::{Error, Tx, on_both};

use crate::world::{World, organization};

const HERE: Column = Column {
    column: "devices.totp_key",
    row: [1; 16],
};

async fn opens(
    world: &World,
    sealer: &Sealer,
    scope: Scope,
    place: Column,
    sealed: &[u8],
) -> Result<Vec<u8>, Error> {
    let (sealer, sealed) = (sealer.clone(), sealed.to_vec());
    let unit = async move |tx: &mut Tx<'_>| {
        sealer
            .open(tx, scope, place, &sealed)
            .await
            .map(|s| s.reveal().clone())
    };
    world.store.write(unit).await
}

on_both! {
    async fn a_value_moved_to_another_row_column_or_organization_does_not_open(place: &Place) {
        let world = World::on(place).await;
        let (sealer, scope) = (world.sealer.clone(), world.scope);
        let sealed = world.does(async move |tx: &mut Tx<'_>| sealer.seal(tx, scope, HERE, Plain { nonce: [2; 24], bytes: b"the secret" }).await).await;
        assert!(!sealed.windows(10).any(|window| window == b"the secret"));
        assert_eq!(opens(&world, &world.sealer, scope, HERE, &sealed).await.unwrap(), b"the secret");
        let other = organization(&world.store, &world.sealer, "other").await;
        for (scope, place) in [
            (scope, Column { row: [2; 16], ..HERE }),
            (scope, Column { column: "pending_devices.totp_key", ..HERE }),
            (other, HERE),
        ] {
            assert!(opens(&world, &world.sealer, scope, place, &sealed).await.is_err());
        }
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(opens(&world, &world.sealer, scope, HERE, &changed).await.is_err(), "byte {at}");
        }
        assert!(opens(&world, &world.sealer, scope, HERE, &sealed[..20]).await.is_err());
    }

    async fn only_the_master_keys_that_wrapped_it_open_a_data_key(place: &Place) {
        let world = World::on(place).await;
        let (sealer, scope) = (world.sealer.clone(), world.scope);
        let sealed = world.does(async move |tx: &mut Tx<'_>| sealer.seal(tx, scope, HERE, Plain { nonce: [2; 24], bytes: b"the secret" }).await).await;
        let right = MasterKeys::generate(&[9; 96]);
        let wrong = MasterKeys::generate(&[8; 96]);
        let fresh = |text: &str| Sealer::new(Arc::new(MasterKeys::parse(text).unwrap()));
        let check = async |sealer: Sealer| world.store.write(async move |tx: &mut Tx<'_>| sealer.check(tx).await).await;
        assert!(check(fresh(right.reveal())).await.is_ok());
        assert!(check(fresh(wrong.reveal())).await.is_err());
        assert!(opens(&world, &fresh(wrong.reveal()), scope, HERE, &sealed).await.is_err());
        // A newer master key first and the old one behind it: what is old still opens.
        let newer = wrong.reveal().replace("master m1", "master m2").lines().filter(|l| l.starts_with("master")).collect::<String>();
        let both = format!("{newer}\n{}", right.reveal());
        assert_eq!(opens(&world, &fresh(&both), scope, HERE, &sealed).await.unwrap(), b"the secret");
    }
}
