//! How whoever acts on an account knew who was asking: asked for before anything is done, kept as it was said or
//! shown, and told in each reader's language.

use portcullis_core::audit::Event;
use portcullis_core::caller::{KnownBy, Verified};
use portcullis_core::id::LinkId;
use portcullis_core::link::Purpose;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Role, Scope};
use portcullis_core::time::Span;
use portcullis_core::token::TokenHash;
use portcullis_store::links::{self, NewLink};
use portcullis_store::{Tx, on_both};

use super::browsers::{remembered, skips};
use super::caller::{says, starts};
use super::help_desk::{agent, page_of};
use crate::client::Answer;
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

    async fn an_agent_sees_where_somebody_is_signed_in_and_ends_one_session(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let (mut auditor, _, _) = agent(&portal, &acme, ("ida", Role::Auditor)).await;
        portal.gets_mail();
        let (ann, bob) = (portal.person(&acme, "ann").await, portal.person(&acme, "bob").await);
        let (mut kept, mut lost, mut other) = (portal.browser(), portal.browser(), portal.browser());
        kept.signs_in(&ann.login, &ann.password).await;
        portal.wait(Span::minutes(1));
        lost.signs_in(&ann.login, &ann.password).await;
        other.signs_in(&bob.login, &bob.password).await;
        let page = page_of(&acme, ann.id);
        let path = format!("{page}/sign-out");
        let seen = desk.get(&page).await;
        seen.expects(200, "Signed in with 2 browsers now");
        // The one used last is the first.
        let ids = sessions(&seen);
        assert_eq!(ids.len(), 2);
        let (told, session) = (("verified_how", "called back"), ("session", &*ids[0]));
        desk.get(&format!("{path}?session={}", ids[0])).await.expects(200, "Other sessions go on");

        // Another person's session is none of this one's, and an id that is none is no form; neither ends anything.
        let bobs = sessions(&desk.get(&page_of(&acme, bob.id)).await).remove(0);
        assert_eq!(desk.get(&format!("{path}?session={bobs}")).await.status, 404);
        assert_eq!(desk.post(&path, &[told, ("session", &bobs)]).await.status, 404);
        assert_eq!(desk.post(&path, &[told, ("session", "x")]).await.status, 400);
        assert_eq!(desk.post(&format!("{page}/unlock"), &[told, session]).await.status, 400);
        desk.post(&path, &[session]).await.expects(422, "How did you check").expects(422, &ids[0]);
        assert_eq!(auditor.post(&path, &[told, session]).await.status, 403);
        for browser in [&mut kept, &mut lost, &mut other] {
            browser.get("/").await.expects(200, "Your applications");
        }
        // What was asked for from one of her sessions, as a thief does who wants the account's address.
        let (scope, account, now) = (Scope::of(acme.id), ann.id, portal.now());
        let asked = async move |tx: &mut Tx<'_>| {
            let (id, token) = (LinkId::new(now, [4; 10]), TokenHash([4; 32]));
            let new = NewLink { id, account, purpose: Purpose::Address, token, address: Some("thief@else.example") };
            links::make(tx, scope, &new, now).await
        };
        portal.app.store.write(asked).await.unwrap();
        let asked = "SELECT COUNT(*) FROM links WHERE address = 'thief@else.example'";
        assert_eq!(portal.count(asked).await, 1);
        let known = "SELECT COUNT(*) FROM browsers";
        let browsers = portal.count(known).await;

        assert_eq!(desk.post(&path, &[told, session]).await.status, 303);
        assert_eq!(lost.get("/").await.status, 303);
        assert_eq!(portal.count(known).await, browsers - 1);
        assert_eq!(portal.count(asked).await, 0);
        for browser in [&mut kept, &mut other, &mut desk] {
            assert_eq!(browser.get("/").await.status, 200);
        }
        // Once more does nothing more.
        assert_eq!(desk.post(&path, &[told, session]).await.status, 404);
        let events = portal.events(Some(acme.id)).await;
        let ended: Vec<_> = events.iter().filter_map(|event| match event {
            Event::SessionEnded { opened_at, address, verified_how } => Some((*opened_at, address.clone(), verified_how.clone())),
            _ => None,
        }).collect();
        assert!(matches!(&ended[..], [(at, Some(_), how)] if *at == now && *how == called_back()), "{ended:?}");
        desk.get(&page).await.expects(200, "Signed in with one browser now").expects(200, "The session opened from");
        let mails = portal.mails().await;
        assert_eq!(mails.iter().filter(|mail| mail.kind == "session_ended").count(), 1);

        // When the agent's own proof is stale, a fresh one comes first, and leads back to this session.
        portal.wait(Span::minutes(6));
        let asked = desk.post(&path, &[told, ("session", &ids[1])]).await;
        assert!(asked.location().is_some_and(|to| to.starts_with("/step-up?") && to.contains(&ids[1])));
        kept.get("/").await.expects(200, "Your applications");
    }

    async fn a_remembered_browser_is_seen_and_forgotten_where_nobody_is_signed_in(place: &Place) {
        let portal = Portal::on(place).await;
        let (ann, _, mut browser) = remembered(&portal).await;
        let acme = portal.organization_now(ann.organization).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let page = page_of(&acme, ann.id);
        assert!(skips(&mut browser, &ann).await);
        desk.get(&page).await.expects(200, "One browser is remembered").expects(200, "Sign out everywhere");
        desk.post(&format!("{page}/sign-out"), &[("verified_how", "called back")]).await;
        assert!(!desk.get(&page).await.says("One browser is remembered"));
        assert!(!skips(&mut browser, &ann).await);
    }

    async fn who_has_no_address_is_not_said_to_be_told_by_mail(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let page = page_of(&acme, ann.id);
        desk.get(&page).await.expects(200, "No mail tells them");
        portal.gets_mail();
        desk.get(&page).await.expects(200, "They are told of each of these by mail");
        let without = async move |tx: &mut Tx<'_>| {
            tx.run("UPDATE accounts SET email = NULL WHERE login_name = 'ann'", &[]).await
        };
        portal.app.store.write(without).await.unwrap();
        desk.get(&page).await.expects(200, "No mail tells them");
    }
}

/// The ids of the sessions that a person's page offers to end.
fn sessions(page: &Answer) -> Vec<String> {
    let parts = page.body.split("/sign-out?session=").skip(1);
    parts.map(|part| part[..32].to_owned()).collect()
}
