//! What stands against an address, and what takes it away.

use portcullis_core::credential::Kind;
use portcullis_core::id::{AccountId, FailureId};
use portcullis_core::network::Network;
use portcullis_core::throttle::{ADDRESS_FAILURES, ADDRESS_LOGINS};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::address_failures::{self, Standing, Tried};
use portcullis_store::throttle::FactorCounter;
use portcullis_store::{Tx, clean_up, on_both, throttle};

use crate::world::{NOW, World, account, chance};

const HERE: Network = Network::V4([192, 0, 2, 1]);

fn login(number: u32) -> [u8; 32] {
    let mut hash = [7; 32];
    hash[..4].copy_from_slice(&number.to_be_bytes());
    hash
}

impl World {
    /// A wrong password: the login's counter is raised and the failure noted.
    async fn wrong_password(&self, network: Network, number: u32, at: Timestamp) {
        self.does(async move |tx: &mut Tx<'_>| {
            throttle::count_login(tx, login(number), at).await?;
            let id = FailureId::new(at, chance());
            address_failures::note(tx, id, network, Tried::Login(login(number)), at).await
        })
        .await;
    }

    async fn wrong_code(&self, account: AccountId, at: Timestamp) {
        let counter = FactorCounter {
            scope: self.scope,
            account,
            kind: Kind::Totp,
            in_known_browser: false,
        };
        self.does(async move |tx: &mut Tx<'_>| {
            throttle::count_factor(tx, counter, at).await?;
            let id = FailureId::new(at, chance());
            address_failures::note(tx, id, HERE, Tried::Factor(account), at).await
        })
        .await;
    }

    async fn delayed_until(&self, network: Network, at: Timestamp) -> Option<Timestamp> {
        let standing: Standing = self
            .does(async move |tx: &mut Tx<'_>| address_failures::standing(tx, network, at).await)
            .await;
        standing.delayed_until
    }
}

on_both! {
    async fn sixty_failures_a_minute_delay_an_address_until_the_first_of_them_is_a_minute_old(place: &Place) {
        let world = World::on(place).await;
        let at = |n: u32| NOW + Span::millis(i64::from(n) * 500);
        for n in 0..ADDRESS_FAILURES {
            assert_eq!(world.delayed_until(HERE, at(n)).await, None);
            world.wrong_password(HERE, n % 5, at(n)).await;
        }
        let until = Some(NOW + Span::minutes(1));
        assert_eq!(world.delayed_until(HERE, at(60)).await, until);
        assert_eq!(world.delayed_until(HERE, NOW + Span::millis(59_999)).await, until);
        assert_eq!(world.delayed_until(HERE, NOW + Span::minutes(1)).await, None);
        assert_eq!(world.delayed_until(Network::V4([192, 0, 2, 2]), at(60)).await, None);
    }

    async fn twenty_failing_logins_delay_an_address_until_one_of_them_is_ten_minutes_old(place: &Place) {
        let world = World::on(place).await;
        let network = Network::of("2001:db8:1:2::3".parse().unwrap());
        let at = |n: u32| NOW + Span::seconds(i64::from(n) * 10);
        for n in 0..ADDRESS_LOGINS {
            assert_eq!(world.delayed_until(network, at(n)).await, None);
            world.wrong_password(network, n, at(n)).await;
        }
        let neighbor = Network::of("2001:db8:1:2:ffff::1".parse().unwrap());
        assert_eq!(world.delayed_until(neighbor, at(20)).await, Some(NOW + Span::minutes(10)));
        // The first login fails once more: now the second is the oldest of twenty.
        world.wrong_password(network, 0, at(20)).await;
        assert_eq!(world.delayed_until(network, at(21)).await, Some(at(1) + Span::minutes(10)));
        assert_eq!(world.delayed_until(network, at(1) + Span::minutes(10)).await, None);
        assert_eq!(world.delayed_until(Network::of("2001:db8:1:3::3".parse().unwrap()), at(21)).await, None);
    }

    async fn whoever_gets_in_after_all_does_not_count(place: &Place) {
        let world = World::on(place).await;
        let (scope, bob) = (world.scope, account(&world.store, world.scope, "bob", None).await.unwrap());
        for n in 0..ADDRESS_LOGINS - 1 {
            world.wrong_password(HERE, n, NOW).await;
        }
        world.wrong_code(bob, NOW).await;
        assert!(world.delayed_until(HERE, NOW).await.is_some());
        world.does(async move |tx: &mut Tx<'_>| throttle::forget_login(tx, login(3)).await).await;
        assert_eq!(world.delayed_until(HERE, NOW).await, None);
        world.wrong_password(HERE, 99, NOW).await;
        assert!(world.delayed_until(HERE, NOW).await.is_some());
        world.does(async move |tx: &mut Tx<'_>| throttle::forget_factors(tx, scope, bob).await).await;
        assert_eq!(world.delayed_until(HERE, NOW).await, None);
    }

    async fn a_delay_by_address_is_news_once_in_ten_minutes_and_counts_as_nothing(place: &Place) {
        let world = World::on(place).await;
        let news = |at: Timestamp| async move |tx: &mut Tx<'_>| address_failures::report(tx, HERE, at).await;
        for n in 0..ADDRESS_LOGINS - 1 {
            world.wrong_password(HERE, n, NOW).await;
        }
        assert!(world.does(news(NOW)).await);
        assert_eq!(world.delayed_until(HERE, NOW).await, None);
        let standing = world.does(async move |tx: &mut Tx<'_>| address_failures::standing(tx, HERE, NOW).await).await;
        assert_eq!(standing.reported_at, Some(NOW));
        assert!(!world.does(news(NOW + Span::millis(599_999))).await);
        assert!(world.does(news(NOW + Span::minutes(10))).await);
    }

    async fn failures_are_cleaned_up_when_they_count_no_more(place: &Place) {
        let world = World::on(place).await;
        world.wrong_password(HERE, 1, NOW).await;
        let clean_up = |at: Timestamp| async move |tx: &mut Tx<'_>| clean_up::expired(tx, at).await;
        assert_eq!(world.does(clean_up(NOW + Span::millis(599_999))).await, 0);
        assert_eq!(world.does(clean_up(NOW + Span::minutes(10))).await, 1);
    }
}
