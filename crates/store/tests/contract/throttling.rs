//! Counting a try and checking it is one statement, and its ladder is the core's.

use portcullis_core::credential::Kind;
use portcullis_core::throttle::{Counted, STOP, delay, delay_in_browser};
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::throttle::FactorCounter;
use portcullis_store::{Tx, on_both, throttle};

use crate::world::{NOW, World};

on_both! {
    async fn the_ladder_of_the_statement_is_the_ladder_of_the_core(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let counter = move |kind, in_known_browser| FactorCounter { scope, account, kind, in_known_browser };
        let mut now = NOW;
        for failures in 1..=STOP + 2 {
            let factor = world.does(async move |tx: &mut Tx<'_>| throttle::count_factor(tx, counter(Kind::Totp, false), now).await).await;
            let login = world.does(async move |tx: &mut Tx<'_>| throttle::count_login(tx, [1; 32], now).await).await;
            assert_eq!(login, Counted::Evaluate, "a login is delayed but never suspended");
            assert_eq!(factor, if failures <= STOP { Counted::Evaluate } else { Counted::Suspended });
            let wait = delay(failures);
            if wait > Span::ZERO {
                let early = now + Span::millis(wait.as_millis() - 1);
                let login = world.does(async move |tx: &mut Tx<'_>| throttle::count_login(tx, [1; 32], early).await).await;
                assert_eq!(login, Counted::Delayed(Span::millis(1)), "after {failures}");
                let factor = world.does(async move |tx: &mut Tx<'_>| throttle::count_factor(tx, counter(Kind::Totp, false), early).await).await;
                let expect = if failures < STOP { Counted::Delayed(Span::millis(1)) } else { Counted::Suspended };
                assert_eq!(factor, expect, "after {failures}");
            }
            now = now + wait;
        }
    }

    async fn the_ladder_in_a_known_browser_is_the_ladder_of_the_core(place: &Place) {
        let world = World::on(place).await;
        let counter = FactorCounter { scope: world.scope, account: world.ann, kind: Kind::Totp, in_known_browser: true };
        let mut now = NOW;
        for failures in 1..=20 {
            let login = |at: Timestamp| async move |tx: &mut Tx<'_>| throttle::count_login_in_browser(tx, [1; 32], at).await;
            let factor = |at: Timestamp| async move |tx: &mut Tx<'_>| throttle::count_factor(tx, counter, at).await;
            assert_eq!(world.does(login(now)).await, Counted::Evaluate, "{failures}");
            assert_eq!(world.does(factor(now)).await, Counted::Evaluate, "{failures}");
            let wait = delay_in_browser(failures);
            if wait > Span::ZERO {
                let early = now + Span::millis(wait.as_millis() - 1);
                assert_eq!(world.does(login(early)).await, Counted::Delayed(Span::millis(1)), "after {failures}");
                assert_eq!(world.does(factor(early)).await, Counted::Delayed(Span::millis(1)), "after {failures}");
            }
            now = now + wait;
        }
    }

    async fn factors_and_logins_have_counters_of_their_own(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let counter = move |kind, in_known_browser| FactorCounter { scope, account, kind, in_known_browser };
        let app = async move |tx: &mut Tx<'_>| throttle::count_factor(tx, counter(Kind::Totp, false), NOW).await;
        let recovery = async move |tx: &mut Tx<'_>| throttle::count_factor(tx, counter(Kind::RecoveryCode, false), NOW).await;
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

    async fn tries_in_known_browsers_and_outside_delay_apart_and_suspend_together(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let counter = move |in_known_browser| FactorCounter { scope, account, kind: Kind::Totp, in_known_browser };
        let count = |known, at: Timestamp| {
            let counter = counter(known);
            async move |tx: &mut Tx<'_>| throttle::count_factor(tx, counter, at).await
        };
        let take_back = |known| {
            let counter = counter(known);
            async move |tx: &mut Tx<'_>| throttle::take_back_factor(tx, counter, NOW).await
        };
        for _ in 0..5 {
            assert_eq!(world.does(count(false, NOW)).await, Counted::Evaluate);
        }
        assert!(matches!(world.does(count(false, NOW)).await, Counted::Delayed(_)));
        for _ in 0..10 {
            assert_eq!(world.does(count(true, NOW)).await, Counted::Evaluate);
        }
        assert!(matches!(world.does(count(true, NOW)).await, Counted::Delayed(_)));
        // What is taken back is taken from its own place.
        world.does(take_back(true)).await;
        assert!(matches!(world.does(count(false, NOW)).await, Counted::Delayed(_)));
        assert_eq!(world.does(count(true, NOW)).await, Counted::Evaluate);
        // Fifteen so far; the fiftieth suspends here and there, each an hour after the one before.
        let mut now = NOW;
        for n in 15..STOP {
            now = now + Span::hours(1);
            assert_eq!(world.does(count(n % 2 == 0, now)).await, Counted::Evaluate, "{n}");
        }
        now = now + Span::hours(1);
        for known in [false, true] {
            assert_eq!(world.does(count(known, now)).await, Counted::Suspended);
        }
        world.does(async move |tx: &mut Tx<'_>| throttle::forget_factors(tx, scope, account).await).await;
        for known in [false, true] {
            assert_eq!(world.does(count(known, now)).await, Counted::Evaluate);
        }
        // The only try leaves nothing behind when it is taken back, wherever it was made.
        for known in [false, true] {
            world.does(take_back(known)).await;
        }
        let left = async move |tx: &mut Tx<'_>| tx.row("SELECT COUNT(*) FROM factor_counters", &[], |r| r.get::<i64>(0)).await;
        assert_eq!(world.does(left).await, Some(0));
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
