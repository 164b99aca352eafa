//! What members ask the help desk for.

use portcullis_core::audit::Who;
use portcullis_core::help_request::{
    ANSWER_MEMORY, ASKED_BY_ADDRESS, ASKING_WINDOW, Outcome, REQUESTS_WINDOW, Wish,
};
use portcullis_core::id::{HelpAskingId, HelpRequestId};
use portcullis_core::network::Network;
use portcullis_core::time::Span;
use portcullis_store::help_requests::{self, NewHelpRequest};
use portcullis_store::{Tx, clean_up, help_askings, on_both, reset_requests};

use crate::single_use::winners;
use crate::world::{NOW, World, chance, organization};

on_both! {
    async fn one_request_of_a_kind_is_open_and_answered_once(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let make = |wish| async move |tx: &mut Tx<'_>| {
            let id = HelpRequestId::new(NOW, chance());
            let new = NewHelpRequest { id, account, wish, signed_in: true };
            help_requests::make(tx, scope, &new, NOW).await
        };
        assert_eq!(winners(&world.store, make(Wish::MfaOn)).await, 1);
        assert_eq!(winners(&world.store, make(Wish::Unlock)).await, 1, "another kind");
        let count = world.does(async move |tx: &mut Tx<'_>| help_requests::open_count(tx, scope).await).await;
        assert_eq!(count, 2);
        let open = world.does(async move |tx: &mut Tx<'_>| help_requests::open_of(tx, scope, account, Wish::MfaOn).await).await;
        let id = open.expect("an open request");
        let answer = async move |tx: &mut Tx<'_>| {
            let said = (Outcome::Declined, &Who::System, Some("No"));
            help_requests::answer(tx, scope, id, said, NOW).await
        };
        assert_eq!(winners(&world.store, answer).await, 1);
        assert_eq!(winners(&world.store, make(Wish::MfaOn)).await, 1, "after an answer");

        // What another organization's scope finds: nothing.
        let other = organization(&world.store, &world.sealer, "other").await;
        let foreign = world.does(async move |tx: &mut Tx<'_>| {
            let found = help_requests::find(tx, other, id).await?;
            let open = help_requests::open(tx, other, None, 10).await?;
            let answered = help_requests::answered(tx, other, 10).await?;
            let of_account = help_requests::of_account(tx, other, account, 10).await?;
            Ok((found, open, answered, of_account.len()))
        }).await;
        assert_eq!(foreign, (None, Vec::new(), Vec::new(), 0));
        let (page, rest, answered) = world.does(async move |tx: &mut Tx<'_>| {
            let page = help_requests::open(tx, scope, None, 1).await?;
            let last = page.last().map(|one| one.request.id);
            let rest = help_requests::open(tx, scope, last, 10).await?;
            Ok((page, rest, help_requests::answered(tx, scope, 10).await?))
        }).await;
        assert_eq!((page.len(), rest.len(), answered.len()), (1, 1, 1));
        let said = answered[0].request.answer.clone().expect("an answer");
        assert_eq!((said.outcome, said.by, said.word.as_deref()), (Outcome::Declined, Who::System, Some("No")));
    }

    async fn what_was_answered_long_ago_goes_and_what_waits_stays(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let id = HelpRequestId::new(NOW, chance());
        world.does(async move |tx: &mut Tx<'_>| {
            for (id, wish) in [(id, Wish::Unlock), (HelpRequestId::new(NOW, chance()), Wish::MfaOn)] {
                let new = NewHelpRequest { id, account, wish, signed_in: false };
                assert!(help_requests::make(tx, scope, &new, NOW).await?);
            }
            help_requests::note_mailed(tx, scope, id, NOW).await?;
            help_requests::answer(tx, scope, id, (Outcome::Done, &Who::System, None), NOW).await
        }).await;
        let (mailed, mails) = world.does(async move |tx: &mut Tx<'_>| {
            assert_eq!(help_requests::delayed_until(tx, scope, account, NOW).await?, None);
            let third = NewHelpRequest { id: HelpRequestId::new(NOW, chance()), account, wish: Wish::Unlock, signed_in: true };
            let (late, over) = (NOW + Span::hours(1), NOW + REQUESTS_WINDOW);
            assert!(help_requests::make(tx, scope, &third, late).await?);
            help_requests::answer(tx, scope, third.id, (Outcome::Done, &Who::System, None), late).await?;
            assert_eq!(help_requests::delayed_until(tx, scope, account, late).await?, Some(over));
            assert_eq!(help_requests::delayed_until(tx, scope, account, over).await?, None);
            let mailed = help_requests::mailed_since(tx, scope, account, NOW - Span::hours(1)).await?;
            Ok((mailed, help_requests::mails_since(tx, scope, NOW).await?))
        }).await;
        assert_eq!((mailed, mails), (true, 0));
        let later = NOW + Span::hours(1) + ANSWER_MEMORY;
        let left = world.does(async move |tx: &mut Tx<'_>| {
            clean_up::expired(tx, later).await?;
            help_requests::of_account(tx, scope, account, 10).await
        }).await;
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].wish, Wish::MfaOn);
    }

    async fn an_address_asks_so_often_in_an_hour(place: &Place) {
        let world = World::on(place).await;
        let network = |last: u8| Network::of([192, 0, 2, last].into());
        let until = world.does(async move |tx: &mut Tx<'_>| {
            for _ in 0..ASKED_BY_ADDRESS {
                assert_eq!(help_askings::delayed_until(tx, network(1), NOW).await?, None);
                help_askings::note(tx, HelpAskingId::new(NOW, chance()), network(1), NOW).await?;
            }
            assert_eq!(help_askings::delayed_until(tx, network(2), NOW).await?, None);
            let late = NOW + ASKING_WINDOW;
            assert_eq!(help_askings::delayed_until(tx, network(1), late).await?, None);
            help_askings::delayed_until(tx, network(1), NOW).await
        }).await;
        let until = until.unwrap();
        assert_eq!(until, NOW + ASKING_WINDOW);
        // The wait is news once, and that counts as nobody's asking.
        world.does(async move |tx: &mut Tx<'_>| {
            for (network, until, news) in [
                (network(1), until, true),
                (network(1), until, false),
                (network(2), until, true),
                (network(1), until + Span::minutes(1), true),
            ] {
                assert_eq!(help_askings::report(tx, network, until).await?, news);
                assert_eq!(reset_requests::report(tx, network, until).await?, news);
            }
            assert_eq!(help_askings::delayed_until(tx, network(2), NOW).await?, None);
            clean_up::expired(tx, until + ASKING_WINDOW + Span::minutes(1)).await?;
            assert!(help_askings::report(tx, network(1), until + Span::minutes(1)).await?);
            Ok(())
        }).await;
    }

    async fn of_fifty_who_find_a_wait_one_tells_of_it(place: &Place) {
        let world = World::on(place).await;
        let (network, until) = (Network::of([192, 0, 2, 1].into()), NOW + ASKING_WINDOW);
        let told = async move |tx: &mut Tx<'_>| help_askings::report(tx, network, until).await;
        assert_eq!(winners(&world.store, told).await, 1);
        let told = async move |tx: &mut Tx<'_>| reset_requests::report(tx, network, until).await;
        assert_eq!(winners(&world.store, told).await, 1);
    }
}
