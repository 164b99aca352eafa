//! How whoever acts on an account knew who was asking: asked for before anything is done, kept as it was said or
//! shown, and told in each reader's language.

use portcullis_core::audit::Event;
use portcullis_core::caller::{KnownBy, Verified};
use portcullis_core::policy::Rule;
use portcullis_core::role::Role;
use portcullis_store::on_both;

use super::caller::{says, starts};
use super::help_desk::{agent, page_of};
use crate::portal::Portal;

/// What an agent says who called back.
pub fn called_back() -> Verified {
    Verified::Told("called back".to_owned())
}

on_both! {
    async fn unlocking_and_signing_out_ask_how_the_caller_was_verified(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await;
        for _ in 0..6 {
            portal.browser().signs_in(&ann.login, "not the password").await;
        }
        let page = page_of(&acme, ann.id);
        let before = portal.events(Some(acme.id)).await.len();
        for act in ["unlock", "sign-out"] {
            let path = format!("{page}/{act}");
            desk.get(&path).await.expects(200, "How did you check that this is");
            for nothing in [&[][..], &[("verified_how", " ")]] {
                desk.post(&path, nothing).await.expects(422, "How did you check");
            }
        }
        assert_eq!(portal.events(Some(acme.id)).await.len(), before);
        desk.get(&page).await.expects(200, "Takes the next try");
        browser.get("/").await.expects(200, "Your applications");

        // In the agent's words, which stay as they are, or by a check, which everybody reads in their language.
        desk.post(&format!("{page}/unlock"), &[("verified_how", "called back")]).await;
        desk.get(&page).await.expects(200, "None in force");
        let word = starts(&mut desk, &page).await;
        says(&mut browser, &word).await.expects(200, "They know that it’s you");
        let path = format!("{page}/sign-out");
        assert!(!desk.get(&path).await.says("verified_how"));
        desk.post(&path, &[]).await;
        assert_eq!(browser.get("/").await.status, 303);
        let events = portal.events(Some(acme.id)).await;
        let known_by = KnownBy::Word;
        for event in [
            Event::AccountUnlocked { verified_how: Some(called_back()) },
            Event::SignedOutEverywhere { ended: 1, verified_how: Some(Verified::Check { known_by }) },
        ] {
            assert_eq!(events.iter().filter(|one| **one == event).count(), 1, "{event:?}");
        }
        for (language, how) in [("en", "Caller check: word"), ("de", "Anruferprüfung: Wort")] {
            desk.language = Some(language);
            desk.get(&page).await.expects(200, how).expects(200, "called back");
        }
    }
}
