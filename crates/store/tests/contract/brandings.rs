//! How organizations show themselves: what is set is read with whatever leads to the organization, and by a
//! version alone.

use portcullis_core::accent::{Accent, Color};
use portcullis_core::branding::Contact;
use portcullis_core::id::LogoId;
use portcullis_core::logo::{Logo, LogoKind};
use portcullis_core::name::Name;
use portcullis_core::token::TokenHash;
use portcullis_store::brandings::NewLogo;
use portcullis_store::{Tx, accounts, attempts, brandings, on_both, organizations};

use crate::world::{NOW, World, chance, organization};

fn contact(label: &str) -> Contact {
    Contact {
        label: label.to_owned(),
        phone: Some("+49 30 555, “2”".to_owned()),
        ..Contact::default()
    }
}

fn logo(kind: LogoKind) -> Logo {
    Logo {
        id: LogoId::new(NOW, chance()),
        kind,
        width: 512,
        height: 128,
    }
}

fn new(logo: Logo, content: &[u8]) -> NewLogo<'_> {
    NewLogo {
        logo,
        content,
        made_at: NOW,
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

    async fn a_logo_is_put_up_by_version_takes_the_place_of_the_one_before_and_is_removed(place: &Place) {
        let world = World::on(place).await;
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let scope = world.scope;
        let attempt = world.attempt(5).await;
        let (first, second, theirs) = (logo(LogoKind::Png), logo(LogoKind::Svg), logo(LogoKind::Svg));
        world.does(async move |tx: &mut Tx<'_>| {
            let before = organizations::get(tx, scope).await?.unwrap();
            assert_eq!(before.branding.logo, None);
            assert!(brandings::set_logo(tx, scope, Some(new(first, b"one\0")), before.version).await?);
            assert!(!brandings::set_logo(tx, scope, Some(new(second, b"two")), before.version).await?, "read before that");
            assert!(!brandings::set_logo(tx, scope, None, before.version).await?, "read before that");
            let now = organizations::get(tx, scope).await?.unwrap();
            assert_eq!((now.version, now.branding.logo), (before.version + 1, Some(first)));
            assert_eq!(brandings::picture(tx, first.id).await?, Some((LogoKind::Png, b"one\0".to_vec())));
            assert_eq!(brandings::picture(tx, second.id).await?, None, "what was refused is not there");

            assert!(brandings::set_logo(tx, globex, Some(new(theirs, b"theirs")), 1).await?);
            assert!(brandings::set_logo(tx, scope, Some(new(second, b"two")), now.version).await?);
            assert_eq!(brandings::picture(tx, first.id).await?, None, "its place is taken");
            assert_eq!(brandings::picture(tx, second.id).await?, Some((LogoKind::Svg, b"two".to_vec())));
            let found = attempts::load(tx, attempt, TokenHash([5; 32]), NOW).await?.unwrap();
            assert_eq!(found.branding.logo, Some(second));

            assert!(brandings::set_logo(tx, scope, None, now.version + 1).await?);
            let gone = organizations::get(tx, scope).await?.unwrap();
            assert_eq!(gone.branding.logo, None);
            assert_eq!(brandings::picture(tx, second.id).await?, None);
            let other = brandings::picture(tx, theirs.id).await?;
            assert_eq!(other, Some((LogoKind::Svg, b"theirs".to_vec())), "another organization's");
            Ok(())
        }).await;
    }

    async fn a_logo_is_shown_while_its_organization_is_there_and_not_suspended(place: &Place) {
        let world = World::on(place).await;
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let theirs = logo(LogoKind::Svg);
        world.does(async move |tx: &mut Tx<'_>| {
            assert!(brandings::set_logo(tx, globex, Some(new(theirs, b"theirs")), 1).await?);
            assert!(organizations::suspend(tx, globex, Some(NOW)).await?);
            assert_eq!(brandings::picture(tx, theirs.id).await?, None);
            assert!(organizations::suspend(tx, globex, None).await?);
            assert!(brandings::picture(tx, theirs.id).await?.is_some());
            accounts::delete_some(tx, globex, 10).await?;
            assert!(organizations::delete(tx, globex).await?);
            assert_eq!(brandings::picture(tx, theirs.id).await?, None);
            let left = tx.row("SELECT COUNT(*) FROM logos", &[], |r| r.get::<i64>(0)).await?;
            assert_eq!(left, Some(0));
            Ok(())
        }).await;
    }
}
