//! RADIUS clients and the answers kept for them.

use std::net::Ipv6Addr;
use std::sync::Arc;

use portcullis_core::id::RadiusClientId;
use portcullis_core::radius::{Fingerprint, Flow, Signing};
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::time::Span;
use portcullis_store::radius_answers::{self, Asked, From, Known};
use portcullis_store::radius_clients::{self, Addresses, NewClient, Terms};
use portcullis_store::seal::{Plain, Sealer};
use portcullis_store::{Error, Tx, examination, on_both, radius_certificates};
use tokio::sync::Barrier;

use crate::world::{NOW, World, account, chance, organization};

const ANSWER: Plain<'static> = Plain {
    nonce: [4; 24],
    bytes: b"the answer",
};

async fn client(
    world: &World,
    scope: Scope,
    name: &'static str,
    (first, last): (&str, &str),
) -> Option<RadiusClientId> {
    let id = RadiusClientId::new(NOW, chance());
    let octets = |text: &str| text.parse::<Ipv6Addr>().unwrap().octets();
    let network = Addresses {
        written: format!("{first} to {last}"),
        first: octets(first),
        last: octets(last),
    };
    added(world, (scope, id), name, network).await.then_some(id)
}

async fn added(
    world: &World,
    (scope, id): (Scope, RadiusClientId),
    name: &'static str,
    network: Addresses,
) -> bool {
    let sealer = world.sealer.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let terms = Terms {
            signing: Signing::Auto,
            flow: Flow::Together,
            everyone: false,
            recovery_codes: false,
            returned: vec!["Class=vpn".to_owned()],
        };
        let secret = Secret::new("the secret of all".to_owned());
        let new = NewClient {
            id,
            name,
            network: &network,
            secret: &secret,
            nonce: [1; 24],
            terms: &terms,
            created_at: NOW,
        };
        radius_clients::add(tx, &sealer, scope, &new).await
    };
    world.does(unit).await
}

pub async fn by_certificate(world: &World, scope: Scope, name: &'static str) -> RadiusClientId {
    let id = RadiusClientId::new(NOW, chance());
    let network = Addresses::none(id);
    assert!(added(world, (scope, id), name, network).await);
    id
}

fn asked(scope: Scope, client: RadiusClientId) -> Asked {
    Asked {
        scope,
        client,
        digest: [8; 16],
    }
}

on_both! {
    async fn an_address_leads_to_the_client_with_the_smallest_network_around_it(place: &Place) {
        let world = World::on(place).await;
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let wide = client(&world, globex, "wide", ("::ffff:10.0.0.0", "::ffff:10.255.255.255")).await;
        let narrow = client(&world, world.scope, "narrow", ("::ffff:10.0.0.0", "::ffff:10.0.0.255")).await;
        let one = client(&world, world.scope, "one", ("::ffff:10.0.0.7", "::ffff:10.0.0.7")).await;
        let six = client(&world, globex, "six", ("fd00::", "fd00::ffff")).await;
        assert!(client(&world, globex, "again", ("::ffff:10.0.0.7", "::ffff:10.0.0.7")).await.is_none());
        assert!(client(&world, world.scope, "one", ("::ffff:10.0.0.8", "::ffff:10.0.0.8")).await.is_none());
        let of = async |address: &str| {
            let key = address.parse::<Ipv6Addr>().unwrap().octets();
            let found = world.does(async move |tx: &mut Tx<'_>| radius_clients::by_source(tx, key).await).await;
            found.map(|client| client.id)
        };
        assert_eq!(of("::ffff:10.0.0.7").await, one);
        assert_eq!(of("::ffff:10.0.0.8").await, narrow);
        assert_eq!(of("::ffff:10.0.1.0").await, wide);
        assert_eq!(of("fd00::1").await, six);
        assert_eq!(of("::ffff:11.0.0.0").await, None);
    }

    async fn a_certificate_leads_to_one_client_and_no_address_does(place: &Place) {
        let world = World::on(place).await;
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let vpn = by_certificate(&world, world.scope, "vpn").await;
        let theirs = by_certificate(&world, globex, "vpn").await;
        let of = |byte: u8| Fingerprint::from_bytes([byte; 32]);
        let add = async |scope, id, byte| {
            let unit = async move |tx: &mut Tx<'_>| {
                radius_certificates::add(tx, scope, id, of(byte), NOW).await
            };
            world.does(unit).await
        };
        assert!(add(world.scope, vpn, 1).await);
        assert!(add(world.scope, vpn, 2).await);
        assert!(!add(globex, theirs, 2).await, "it is another's");
        assert!(add(globex, theirs, 3).await);
        let client_of = async |byte| {
            let unit = async move |tx: &mut Tx<'_>| radius_clients::by_certificate(tx, of(byte)).await;
            let found = world.does(unit).await;
            found.inspect(|client| assert!(client.is_by_certificate())).map(|client| client.id)
        };
        assert_eq!(client_of(1).await, Some(vpn));
        assert_eq!(client_of(3).await, Some(theirs));
        assert_eq!(client_of(4).await, None);
        for address in ["::", "::1", "::ffff:127.0.0.1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"] {
            let key = address.parse::<Ipv6Addr>().unwrap().octets();
            let found = world.does(async move |tx: &mut Tx<'_>| radius_clients::by_source(tx, key).await).await;
            assert!(found.is_none(), "{address}");
        }
        let remove = async |scope, id, byte| {
            let unit = async move |tx: &mut Tx<'_>| {
                radius_certificates::remove(tx, scope, id, of(byte)).await
            };
            world.does(unit).await
        };
        assert!(!remove(globex, theirs, 1).await);
        assert!(remove(world.scope, vpn, 1).await);
        assert!(!remove(world.scope, vpn, 1).await);
        let scope = world.scope;
        let known = world.does(async move |tx: &mut Tx<'_>| radius_certificates::of(tx, scope, vpn).await).await;
        assert_eq!(known, [of(2)]);
        assert!(world.does(async move |tx: &mut Tx<'_>| radius_clients::remove(tx, scope, vpn).await).await);
        assert_eq!(client_of(2).await, None);
    }

    async fn clients_that_may_ask_unsigned_from_elsewhere_are_named(place: &Place) {
        let world = World::on(place).await;
        by_certificate(&world, world.scope, "by-certificate").await;
        for (name, ends) in [
            ("own", ("::ffff:127.0.0.7", "::ffff:127.0.0.7")),
            ("six", ("::1", "::1")),
            ("far", ("::ffff:10.0.0.0", "::ffff:10.0.0.255")),
            ("wide", ("::ffff:126.0.0.0", "::ffff:127.255.255.255")),
        ] {
            client(&world, world.scope, name, ends).await.unwrap();
        }
        let named = world.does(async |tx: &mut Tx<'_>| examination::unsigned_clients(tx, 10).await).await;
        let names: Vec<&str> = named.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["far", "wide"]);
    }

    async fn a_secret_opens_for_its_client_alone_and_changes_when_it_is_rotated(place: &Place) {
        let world = World::on(place).await;
        let (scope, sealer) = (world.scope, world.sealer.clone());
        client(&world, scope, "one", ("::1", "::1")).await;
        client(&world, scope, "two", ("::2", "::2")).await;
        let of = async |name: &'static str| {
            let sealer = sealer.clone();
            world.does(async move |tx: &mut Tx<'_>| {
                let client = radius_clients::by_name(tx, scope, name).await?.unwrap();
                Ok(radius_clients::secret(tx, &sealer, &client).await?.reveal().clone())
            }).await
        };
        assert_eq!(of("one").await, b"the secret of all");
        let rotating = sealer.clone();
        world.does(async move |tx: &mut Tx<'_>| {
            let one = radius_clients::by_name(tx, scope, "one").await?.unwrap();
            let new = Secret::new("another".to_owned());
            assert!(radius_clients::rotate(tx, &rotating, scope, one.id, (&new, [2; 24])).await?);
            // A row that was written over another does not open.
            tx.run("UPDATE radius_clients SET secret = (SELECT secret FROM radius_clients WHERE name = 'one') WHERE name = 'two'", &[]).await
        }).await;
        assert_eq!(of("one").await, b"another");
        let opened = world.store.write(async move |tx: &mut Tx<'_>| {
            let two = radius_clients::by_name(tx, scope, "two").await?.unwrap();
            radius_clients::secret(tx, &sealer, &two).await.map(|_| ())
        }).await;
        assert!(matches!(opened, Err(Error::Shape(_))));
    }

    async fn only_who_is_named_is_admitted_and_only_in_the_organization(place: &Place) {
        let world = World::on(place).await;
        let globex = organization(&world.store, &world.sealer, "globex").await;
        let (scope, ann) = (world.scope, world.ann);
        let bob = account(&world.store, globex, "bob", None).await.unwrap();
        let bert = account(&world.store, scope, "bert", None).await.unwrap();
        let id = client(&world, scope, "one", ("::1", "::1")).await.unwrap();
        world.does(async move |tx: &mut Tx<'_>| radius_clients::allow(tx, scope, id, ann).await).await;
        let foreign = world.store.write(async move |tx: &mut Tx<'_>| radius_clients::allow(tx, scope, id, bob).await).await;
        assert!(foreign.is_err(), "a foreign key holds the organization together");
        let admits = async |scope, account| {
            world.does(async move |tx: &mut Tx<'_>| radius_clients::admits(tx, scope, id, account).await).await
        };
        assert_eq!(admits(scope, ann).await.as_deref(), Some("one"));
        assert_eq!(admits(scope, bert).await, None);
        assert_eq!(admits(globex, bob).await, None);
        assert_eq!(admits(globex, ann).await, None);
        world.does(async move |tx: &mut Tx<'_>| {
            assert_eq!(radius_clients::named(tx, scope, id).await?, ["ann"]);
            assert!(radius_clients::must_sign(tx, scope, id).await?);
            assert!(!radius_clients::must_sign(tx, scope, id).await?);
            assert!(radius_clients::report(tx, scope, id, NOW).await?);
            assert!(!radius_clients::report(tx, scope, id, NOW + Span::minutes(9)).await?);
            assert!(radius_clients::report(tx, scope, id, NOW + Span::minutes(10)).await?);
            assert!(radius_clients::remove(tx, scope, id).await?);
            radius_clients::remove(tx, scope, id).await.map(|again| assert!(!again))
        }).await;
        assert_eq!(admits(scope, ann).await, None);
    }

    async fn of_fifty_that_ask_the_same_at_once_one_is_looked_at_and_one_answer_kept(place: &Place) {
        let world = World::on(place).await;
        let id = client(&world, world.scope, "one", ("::1", "::1")).await.unwrap();
        let asked = asked(world.scope, id);
        for keeps in [false, true] {
            let barrier = Arc::new(Barrier::new(50));
            let mut running = Vec::new();
            for _ in 0..50 {
                let (store, sealer, barrier) = (world.store.clone(), world.sealer.clone(), barrier.clone());
                running.push(tokio::spawn(async move {
                    barrier.wait().await;
                    let unit = async move |tx: &mut Tx<'_>| {
                        if keeps {
                            radius_answers::keep(tx, &sealer, &asked, ANSWER, NOW).await
                        } else {
                            radius_answers::take(tx, &asked, NOW).await
                        }
                    };
                    store.write(unit).await.expect("no fault")
                }));
            }
            let mut won = 0;
            for one in running {
                won += usize::from(one.await.unwrap());
            }
            assert_eq!(won, 1, "{keeps}");
        }
    }

    async fn an_answer_is_known_for_half_a_minute(place: &Place) {
        let world = World::on(place).await;
        let id = client(&world, world.scope, "one", ("::1", "::1")).await.unwrap();
        let (asked, sealer) = (asked(world.scope, id), world.sealer.clone());
        world.does(async move |tx: &mut Tx<'_>| {
            let from = From::Source(Ipv6Addr::LOCALHOST.octets());
            let found = async |tx: &mut Tx<'_>, sealer: &Sealer, now| {
                let found = radius_answers::find(tx, sealer, (from, asked.digest), now).await?;
                let (client, known) = found.unwrap();
                assert_eq!(client.id, asked.client);
                Ok::<_, Error>(known)
            };
            let known = async |tx: &mut Tx<'_>, after| {
                Ok::<_, Error>(match found(tx, &sealer, NOW + Span::seconds(after)).await? {
                    None => "nothing".to_owned(),
                    Some(Known::InFlight) => "in flight".to_owned(),
                    Some(Known::Answered(answer)) => String::from_utf8(answer.reveal().clone()).unwrap(),
                })
            };
            assert_eq!(known(tx, 0).await?, "nothing");
            assert!(radius_answers::take(tx, &asked, NOW).await?);
            assert_eq!(known(tx, 29).await?, "in flight");
            radius_answers::give_back(tx, &asked).await?;
            assert_eq!(known(tx, 0).await?, "nothing");
            assert!(radius_answers::take(tx, &asked, NOW).await?);
            assert!(radius_answers::keep(tx, &sealer, &asked, ANSWER, NOW).await?);
            radius_answers::give_back(tx, &asked).await?;
            assert_eq!(known(tx, 29).await?, "the answer");
            assert!(!radius_answers::take(tx, &asked, NOW + Span::seconds(29)).await?);
            assert_eq!(known(tx, 30).await?, "nothing");
            assert!(radius_answers::take(tx, &asked, NOW + Span::seconds(30)).await?);
            let kept = tx.row("SELECT COUNT(*) FROM radius_answers WHERE answer IS NOT NULL", &[], |r| r.get::<i64>(0)).await?;
            assert_eq!(kept, Some(0));
            Ok(())
        }).await;
    }
}
