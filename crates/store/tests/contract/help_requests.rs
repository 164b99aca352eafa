//! What members ask the help desk for.

use portcullis_core::audit::Who;
use portcullis_core::help_request::{
    ANSWER_MEMORY, ASKED_BY_ADDRESS, ASKING_WINDOW, Outcome, Wish,
};
use portcullis_core::id::{HelpAskingId, HelpRequestId};
use portcullis_core::network::Network;
use portcullis_core::time::Span;
use portcullis_store::help_requests::{self, NewHelpRequest};
use portcullis_store::{Tx, clean_up, help_askings, on_both};

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
        let (made, mailed, mails) = world.does(async move |tx: &mut Tx<'_>| {
            let since = NOW - Span::hours(1);
            let made = help_requests::made_since(tx, scope, account, since).await?;
            let mailed = help_requests::mailed_since(tx, scope, account, since).await?;
            Ok((made, mailed, help_requests::mails_since(tx, scope, NOW).await?))
        }).await;
        assert_eq!((made, mailed, mails), (2, true, 0));
        let later = NOW + ANSWER_MEMORY;
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
        assert_eq!(until, Some(NOW + ASKING_WINDOW));
    }
}
