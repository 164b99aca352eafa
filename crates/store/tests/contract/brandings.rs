//! How organizations show themselves: what is set is read with whatever leads to the organization, and by a
//! version alone.

use portcullis_core::accent::{Accent, Color};
use portcullis_core::branding::Contact;
use portcullis_core::name::Name;
use portcullis_core::token::TokenHash;
use portcullis_store::{Tx, attempts, brandings, on_both, organizations};

use crate::world::{NOW, World, organization};

fn contact(label: &str) -> Contact {
    Contact {
        label: label.to_owned(),
        phone: Some("+49 30 555, “2”".to_owned()),
        ..Contact::default()
    }
}

on_both! {
    async fn contacts_are_set_by_version_and_read_with_the_attempt_of_their_own_organization(place: &Place) {
        let world = World::on(place).await;
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let scope = world.scope;
        let attempt = world.attempt(5).await;
        let contacts = [contact("Night desk"), contact("Ｈelp desk")];
        world.does(async move |tx: &mut Tx<'_>| {
            let before = organizations::get(tx, scope).await?.unwrap();
            assert!(before.branding.contacts.is_empty());
            assert!(brandings::set_contacts(tx, scope, &contacts, before.version).await?);
            assert!(!brandings::set_contacts(tx, scope, &[], before.version).await?, "read before that");
            let now = organizations::get(tx, scope).await?.unwrap();
            assert_eq!((now.version, &now.branding.contacts[..]), (before.version + 1, &contacts[..]));
            let found = attempts::load(tx, attempt, TokenHash([5; 32]), NOW).await?.unwrap();
            assert_eq!(found.branding, now.branding);
            let other = organizations::get(tx, globex).await?.unwrap();
            assert!(other.branding.contacts.is_empty(), "another organization");
            Ok(())
        }).await;
    }

    async fn a_name_and_a_color_are_set_by_version_and_the_color_can_be_taken_off(place: &Place) {
        let world = World::on(place).await;
        let scope = world.scope;
        world.does(async move |tx: &mut Tx<'_>| {
            let name = Name::parse("Acme & Söhne").unwrap();
            let red = Some(Accent(Color([0xc8, 0x10, 0x2e])));
            let before = organizations::get(tx, scope).await?.unwrap();
            assert_eq!(before.branding.accent, None);
            assert!(brandings::set_look(tx, scope, (&name, red), before.version).await?);
            assert!(!brandings::set_look(tx, scope, (&name, None), before.version).await?, "read before that");
            let now = organizations::get(tx, scope).await?.unwrap();
            assert_eq!((&*now.branding.name, now.branding.accent), ("Acme & Söhne", red));
            assert!(brandings::set_look(tx, scope, (&name, None), now.version).await?);
            let now = organizations::get(tx, scope).await?.unwrap();
            assert_eq!(now.branding.accent, None);
            Ok(())
        }).await;
    }
}
