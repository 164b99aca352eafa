//! Counting a try and checking it is one statement, and its ladder is the core's.

use portcullis_core::credential::Kind;
use portcullis_core::throttle::{Counted, STOP, delay, delay_in_browser};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::{Tx, on_both, throttle};

use crate::world::{NOW, World};

on_both! {
    async fn the_ladder_of_the_statement_is_the_ladder_of_the_core(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let mut now = NOW;
        for failures in 1..=STOP + 2 {
            let factor = world.does(async move |tx: &mut Tx<'_>| throttle::count_factor(tx, scope, account, Kind::Totp, now).await).await;
            let login = world.does(async move |tx: &mut Tx<'_>| throttle::count_login(tx, [1; 32], now).await).await;
            assert_eq!(login, Counted::Evaluate, "a login is delayed but never suspended");
            assert_eq!(factor, if failures <= STOP { Counted::Evaluate } else { Counted::Suspended });
            let wait = delay(failures);
            if wait > Span::ZERO {
                let early = now + Span::millis(wait.as_millis() - 1);
                let login = world.does(async move |tx: &mut Tx<'_>| throttle::count_login(tx, [1; 32], early).await).await;
                assert_eq!(login, Counted::Delayed(Span::millis(1)), "after {failures}");
                let factor = world.does(async move |tx: &mut Tx<'_>| throttle::count_factor(tx, scope, account, Kind::Totp, early).await).await;
                let expect = if failures < STOP { Counted::Delayed(Span::millis(1)) } else { Counted::Suspended };
                assert_eq!(factor, expect, "after {failures}");
            }
            now = now + wait;
        }
    }

    async fn the_ladder_in_a_known_browser_is_the_ladder_of_the_core(place: &Place) {
        let world = World::on(place).await;
        let mut now = NOW;
        for failures in 1..=20 {
            let count = |at: Timestamp| async move |tx: &mut Tx<'_>| throttle::count_login_in_browser(tx, [1; 32], at).await;
            assert_eq!(world.does(count(now)).await, Counted::Evaluate, "{failures}");
            let wait = delay_in_browser(failures);
            if wait > Span::ZERO {
                let early = now + Span::millis(wait.as_millis() - 1);
                assert_eq!(world.does(count(early)).await, Counted::Delayed(Span::millis(1)), "after {failures}");
            }
            now = now + wait;
        }
    }

    async fn factors_and_logins_have_counters_of_their_own(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let app = async move |tx: &mut Tx<'_>| throttle::count_factor(tx, scope, account, Kind::Totp, NOW).await;
        let recovery = async move |tx: &mut Tx<'_>| throttle::count_factor(tx, scope, account, Kind::RecoveryCode, NOW).await;
        for _ in 0..5 {
            assert_eq!(world.does(app).await, Counted::Evaluate);
        }
        assert!(matches!(world.does(app).await, Counted::Delayed(_)));
        assert_eq!(world.does(recovery).await, Counted::Evaluate);
        for _ in 0..5 {
            world.does(async move |tx: &mut Tx<'_>| throttle::count_login(tx, [1; 32], NOW).await).await;
        }
        assert_eq!(world.does(async move |tx: &mut Tx<'_>| throttle::count_login(tx, [2; 32], NOW).await).await, Counted::Evaluate);
        world.does(async move |tx: &mut Tx<'_>| throttle::forget_factors(tx, scope, account).await).await;
        assert_eq!(world.does(app).await, Counted::Evaluate);
    }

    async fn a_delay_is_news_once(place: &Place) {
        let world = World::on(place).await;
        let count = |now: Timestamp| async move |tx: &mut Tx<'_>| throttle::count_login(tx, [1; 32], now).await;
        let news = async move |tx: &mut Tx<'_>| throttle::report_login(tx, [1; 32]).await;
        for _ in 0..5 {
            world.does(count(NOW)).await;
        }
        assert!(world.does(news).await);
        assert!(!world.does(news).await);
        world.does(count(NOW + Span::seconds(30))).await;
        assert!(world.does(news).await, "the next delay is news again");
    }
}
