//! Who is on the phone: a code read out counts once like any other, the agent's word shows each side the
//! other, and neither opens anything.

use portcullis_core::audit::{Event, Who};
use portcullis_core::caller::{KnownBy, Verified};
use portcullis_core::id::OrganizationId;
use portcullis_core::policy::{Channels, Rule};
use portcullis_core::role::Role;
use portcullis_core::time::Span;
use portcullis_store::on_both;

use super::email_codes::{decides, last};
use super::frozen::freezes;
use super::help_desk::{agent, page_of};
use super::mfa::enables;
use super::races::{RACE, copies, race};
use crate::client::{Answer, Client};
use crate::portal::Portal;

const ASK: &str = "/account/caller";

/// Begins a check; gives the agent's word.
pub async fn starts(desk: &mut Client, page: &str) -> String {
    let begun = desk
        .post(&format!("{page}/caller"), &[("do", "start")])
        .await;
    let shown = desk.follow(begun).await;
    shown.between("big-code\" dir=\"ltr\">", "</strong>")
}

/// The agent types what the caller reads out.
async fn hears(desk: &mut Client, page: &str, way: &str, code: &str) -> Answer {
    let fields = [("do", way), ("code", code)];
    let answer = desk.post(&format!("{page}/caller"), &fields).await;
    desk.follow(answer).await
}

/// The member types what the agent reads out.
pub async fn says(browser: &mut Client, word: &str) -> Answer {
    browser.post(ASK, &[("do", "word"), ("word", word)]).await
}

/// By what callers were known, and by whom that was written down.
async fn known(portal: &Portal, organization: OrganizationId) -> Vec<(KnownBy, Who)> {
    let entries = portal.entries(Some(organization)).await;
    let known = entries.into_iter().filter_map(|entry| match entry.event {
        Event::CallerKnown { by } => Some((by, entry.actor)),
        _ => None,
    });
    known.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_read_out_shows_who_it_is_and_counts_nowhere_else() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut desk, _, dora) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let (mut other, _, _) = agent(&portal, &acme, ("olaf", Role::Helpdesk)).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, codes) = portal.browser().enrolls(&portal, &ann).await;
    let page = page_of(&acme, ann.id);
    portal.gets_mail();
    portal.wait(Span::minutes(2));

    // Before a check is begun, a code is not looked at.
    hears(&mut desk, &page, "app", &app.code(portal.now()))
        .await
        .expects(200, "Start the check");
    starts(&mut desk, &page).await;
    hears(&mut desk, &page, "app", &app.wrong_code(portal.now()))
        .await
        .expects(422, "isn’t");
    hears(&mut desk, &page, "app", &codes[0])
        .await
        .expects(422, "recovery code");
    let code = app.code(portal.now());
    hears(&mut desk, &page, "app", &code)
        .await
        .expects(200, "Person ann");
    assert_eq!(
        known(&portal, acme.id).await,
        [(
            KnownBy::App,
            Who::Person {
                account: dora.id,
                organization: acme.id
            }
        )]
    );
    let mails = portal.mails().await;
    assert_eq!(
        mails.len(),
        1,
        "{:?}",
        mails.iter().map(|m| &m.subject).collect::<Vec<_>>()
    );
    assert!(
        mails[0]
            .subject
            .contains("took somebody on the phone for you")
    );

    // The code is spent, at the portal's other doors too.
    let mut browser = portal.browser();
    let asked = browser.signs_in(&ann.login, &ann.password).await;
    browser
        .gives_code(&asked, &code)
        .await
        .expects(422, "already used");

    // It counts as how the caller was verified: by this agent, for a quarter of an hour.
    other
        .get(&format!("{page}/delete-mfa"))
        .await
        .expects(200, "How did you check");
    let form = desk.get(&format!("{page}/delete-mfa")).await;
    form.expects(200, "Checked who is asking");
    assert!(!form.says("verified_how"));
    desk.post(&format!("{page}/delete-mfa"), &[]).await;
    let noted = |event: &Event| {
        let by_app = Verified::Check {
            known_by: KnownBy::App,
        };
        matches!(event, Event::MfaDeleted { verified_how, .. } if *verified_how == by_app)
    };
    assert!(portal.events(Some(acme.id)).await.iter().any(noted));
    // Whoever reads of it does so in their own language, whatever the agent's.
    for (language, words) in [
        ("de", "Anruferprüfung: Code aus der Authenticator-App"),
        ("en", "Caller check: code from the authenticator app"),
    ] {
        other.language = Some(language);
        other.get(&page).await.expects(200, words);
    }
    portal.wait(Span::minutes(14));
    desk.get(&format!("{page}/caller")).await; // stays in the administration
    portal.wait(Span::minutes(2));
    desk.get(&format!("{page}/caller"))
        .await
        .expects(200, "Start the check");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agents_word_in_a_signed_in_browser_shows_each_side_the_other() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let (mut other, _, _) = agent(&portal, &acme, ("olaf", Role::Helpdesk)).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    browser.signs_in(&ann.login, &ann.password).await;
    let page = page_of(&acme, ann.id);
    browser
        .get(ASK)
        .await
        .expects(200, "Nobody of your help desk is checking");
    says(&mut browser, "tari-moku")
        .await
        .expects(409, "This check is over");

    let waits = "Your check waits for the caller until";
    let word = starts(&mut desk, &page).await;
    browser.get(ASK).await.expects(200, "Person dora");
    // Each side finds the way back: the member on the dashboard, and of the agents the one who began it.
    let told = "is on the phone with somebody and wants to know whether it’s you";
    browser.get("/").await.expects(200, told).expects(200, ASK);
    desk.get(&page).await.expects(200, waits);
    assert!(!other.get(&page).await.says(waits));
    assert!(!browser.get(ASK).await.says(&word), "the member is told it");
    let seen = other.get(&format!("{page}/caller")).await;
    seen.expects(200, "Start the check");
    assert!(!seen.says(&word), "another agent's");
    says(&mut browser, "bababaka")
        .await
        .expects(422, "4 tries are left");
    says(&mut browser, "123456")
        .await
        .expects(422, "3 tries are left");
    let typed = word.to_uppercase().replace('-', " ");
    says(&mut browser, &typed)
        .await
        .expects(200, "They know that it’s you");
    desk.get(&format!("{page}/caller"))
        .await
        .expects(200, "By your word");
    says(&mut browser, &word)
        .await
        .expects(409, "This check is over");
    assert_eq!(known(&portal, acme.id).await.len(), 1);
    assert!(!desk.get(&page).await.says(waits) && !browser.get("/").await.says(told));

    // Five wrong words end it, and the right one comes too late.
    let word = starts(&mut desk, &page).await;
    for _ in 0..4 {
        says(&mut browser, "bababaka").await.expects(422, "left");
    }
    says(&mut browser, "bababaka")
        .await
        .expects(422, "It was the last try");
    says(&mut browser, &word)
        .await
        .expects(409, "This check is over");
    desk.get(&format!("{page}/caller"))
        .await
        .expects(200, "This check is over");

    // So do five minutes, another check, and the member who says that it is somebody else.
    let word = starts(&mut desk, &page).await;
    portal.wait(Span::minutes(5));
    assert!(!desk.get(&page).await.says(waits) && !browser.get("/").await.says(told));
    says(&mut browser, &word).await.expects(409, "over");
    let word = starts(&mut desk, &page).await;
    let second = starts(&mut other, &page).await;
    says(&mut browser, &word)
        .await
        .expects(422, "That isn’t the word");
    browser.post(ASK, &[("do", "disown")]).await;
    says(&mut browser, &second).await.expects(409, "over");
    other
        .get(&format!("{page}/caller"))
        .await
        .expects(200, "said that it’s somebody else");
    assert_eq!(known(&portal, acme.id).await.len(), 1);
    let events = portal.events(Some(acme.id)).await;
    assert!(events.contains(&Event::CallerDisowned));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_and_a_code_show_nobody_but_whom_the_check_is_about() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let (ann, ben) = (
        portal.person(&acme, "ann").await,
        portal.person(&acme, "ben").await,
    );
    let (anns, _) = portal.browser().enrolls(&portal, &ann).await;
    let mut browser = portal.browser();
    browser.enrolls(&portal, &ben).await;
    portal.wait(Span::minutes(2));
    let (about_ann, about_ben) = (page_of(&acme, ann.id), page_of(&acme, ben.id));

    // Nothing of Ann's shows Ben, neither while nobody asks him nor while somebody does.
    let word = starts(&mut desk, &about_ann).await;
    says(&mut browser, &word)
        .await
        .expects(409, "This check is over");
    starts(&mut desk, &about_ben).await;
    says(&mut browser, &word)
        .await
        .expects(422, "That isn’t the word");
    hears(&mut desk, &about_ben, "app", &anns.code(portal.now()))
        .await
        .expects(422, "isn’t");
    assert!(known(&portal, acme.id).await.is_empty());
    hears(&mut desk, &about_ann, "app", &anns.code(portal.now()))
        .await
        .expects(200, "Person ann");
    assert_eq!(known(&portal, acme.id).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_mailed_for_the_check_and_says_who_asks() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    decides(&portal, &acme, |policy| policy.channels = Channels::Both).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let choice = browser.signs_in(&ann.login, &ann.password).await;
    let fields = [("attempt", &*choice.hidden("attempt")), ("way", "email")];
    let answer = browser.post("/sign-in/way", &fields).await;
    let asked = browser.follow(answer).await;
    let fields = [
        ("attempt", &*asked.hidden("attempt")),
        ("code", &*last(&portal).await),
    ];
    assert!(browser.post("/sign-in/email-code", &fields).await.opens());
    portal.wait(Span::minutes(2));

    let page = page_of(&acme, ann.id);
    starts(&mut desk, &page).await;
    let before = portal.mails().await.len();
    hears(&mut desk, &page, "send", "")
        .await
        .expects(200, "Code from the mail");
    hears(&mut desk, &page, "send", "")
        .await
        .expects(429, "No other code was sent yet");
    let mails = portal.mails().await;
    assert_eq!(mails.len(), before + 1);
    let mail = mails.last().unwrap();
    assert_eq!(mail.subject, "Your code for the help desk");
    assert!(mail.text.contains("Person dora") && mail.text.contains("opens nothing"));
    let code = last(&portal).await;
    assert!(!desk.get(&format!("{page}/caller")).await.says(&code));
    // It opens no sign-in of the member's, who asks for a code of their own there.
    let mut thief = portal.browser();
    let asked = thief.signs_in(&ann.login, &ann.password).await;
    let fields = [("attempt", &*asked.hidden("attempt")), ("code", &*code)];
    assert!(!thief.post("/sign-in/email-code", &fields).await.opens());
    hears(&mut desk, &page, "mailed", &code)
        .await
        .expects(200, "By a code from the mailbox");
    assert_eq!(known(&portal, acme.id).await[0].0, KnownBy::EmailCode);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_may_help_checks_and_a_frozen_account_is_known_by_a_code_alone() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let north = portal.organization("north", Rule::Optional).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let (mut auditor, _, _) = agent(&portal, &acme, ("ada", Role::Auditor)).await;
    let (mut foreign, _, _) = agent(&portal, &north, ("nils", Role::Admin)).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    let page = page_of(&acme, ann.id);
    for (browser, status) in [(&mut auditor, 403), (&mut foreign, 404)] {
        let path = format!("{page}/caller");
        assert_eq!(browser.get(&path).await.status, status);
        let tried = browser.post(&path, &[("do", "start")]).await;
        assert_eq!(tried.status, status);
    }
    assert_eq!(portal.count("SELECT COUNT(*) FROM caller_checks").await, 0);

    portal.wait(Span::minutes(1));
    let mut browser = portal.browser();
    let asked = browser.signs_in(&ann.login, &ann.password).await;
    assert!(
        browser
            .gives_code(&asked, &app.code(portal.now()))
            .await
            .opens()
    );
    let word = starts(&mut desk, &page).await;
    freezes(&portal, &ann).await;
    let mut browser = portal.browser();
    portal.wait(Span::minutes(1));
    let asked = browser.signs_in(&ann.login, &ann.password).await;
    browser.gives_code(&asked, &app.code(portal.now())).await;
    says(&mut browser, &word).await.expects(200, "frozen");
    portal.wait(Span::minutes(1));
    starts(&mut desk, &page).await;
    hears(&mut desk, &page, "app", &app.code(portal.now()))
        .await
        .expects(200, "By a code from the authenticator app");
}

on_both! {
    async fn of_fifty_right_words_one_counts(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Optional).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await;
        let word = starts(&mut desk, &page_of(&acme, ann.id)).await;
        let fields = [("do", "word".to_owned()), ("word", word)];
        let answers = race(copies(&browser, &node, RACE), ASK, &fields).await;
        let won = answers.iter().filter(|answer| answer.says("They know that")).count();
        assert_eq!(won, 1);
        assert_eq!(known(&portal, acme.id).await.len(), 1);
    }

    async fn a_check_that_is_ended_or_replaced_leaves_a_line_in_the_log_and_in_the_timeline(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let (mut desk, _, dora) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let (mut other, _, olaf) = agent(&portal, &acme, ("olaf", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await;
        let page = page_of(&acme, ann.id);
        let caller = format!("{page}/caller");
        let written = async || {
            let entries = portal.entries(Some(acme.id)).await.into_iter();
            let ended = entries.filter_map(|entry| match (entry.event, entry.actor) {
                (Event::CallerCheckEnded { replaced }, Who::Person { account: by, .. }) => {
                    assert_eq!(entry.account, Some(ann.id));
                    Some((replaced, by))
                }
                _ => None,
            });
            ended.collect::<Vec<_>>()
        };
        // Ended by the agent who began it, once; there is nothing to end before, nor for anybody else.
        desk.post(&caller, &[("do", "end")]).await;
        starts(&mut desk, &page).await;
        other.post(&caller, &[("do", "end")]).await;
        assert_eq!(written().await, []);
        for _ in 0..2 {
            desk.post(&caller, &[("do", "end")]).await;
        }
        assert_eq!(written().await, [(false, dora.id)]);
        // One that is over is not replaced.
        starts(&mut desk, &page).await;
        portal.wait(Span::minutes(5));
        let word = starts(&mut desk, &page).await;
        assert_eq!(written().await.len(), 1);
        // One that waits is, and one that counts, while it does.
        let second = starts(&mut other, &page).await;
        assert_eq!(written().await[1..], [(true, olaf.id)]);
        says(&mut browser, &word).await.expects(422, "That isn’t the word");
        says(&mut browser, &second).await.expects(200, "They know that it’s you");
        other.post(&caller, &[("do", "end")]).await;
        let word = starts(&mut desk, &page).await;
        assert_eq!(written().await[2..], [(true, dora.id)]);
        says(&mut browser, &word).await.expects(200, "They know that it’s you");
        portal.wait(Span::minutes(15));
        starts(&mut desk, &page).await;
        assert_eq!(written().await.len(), 3);
        for told in ["The help desk ended its check of who is on the phone", "was ended by a new one"] {
            desk.get(&page).await.expects(200, told);
            browser.get("/account/activity").await.expects(200, told);
            desk.get("/admin/acme/audit").await.expects(200, told);
        }
        let told = portal.mails().await;
        assert!(told.is_empty(), "{told:?}");
    }

    async fn of_fifty_codes_read_out_one_counts(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let (app, _) = portal.browser().enrolls(&portal, &ann).await;
        portal.wait_for_next_code();
        node.wait_for_next_code();
        let page = page_of(&acme, ann.id);
        starts(&mut desk, &page).await;
        let fields = [("do", "app".to_owned()), ("code", app.code(portal.now()))];
        race(copies(&desk, &node, RACE), &format!("{page}/caller"), &fields).await;
        assert_eq!(known(&portal, acme.id).await.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_word_shows_nobody_who_signed_in_with_the_password_alone_where_more_is_asked() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let acme = decides(&portal, &acme, |policy| {
        (policy.rule, policy.grace_days) = (Rule::Required, 14);
    })
    .await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let attempt = page.hidden("attempt");
    let later = [("attempt", attempt.as_str()), ("way", "later")];
    assert!(browser.post("/sign-in/way", &later).await.opens());
    let page = page_of(&acme, ann.id);
    let word = starts(&mut desk, &page).await;
    let seen = browser.get(ASK).await;
    seen.expects(200, "Person dora")
        .expects(200, "that doesn’t show who you are");
    assert!(!seen.says("name=\"word\""));
    says(&mut browser, &word).await.expects(409, "over");
    assert_eq!(known(&portal, acme.id).await, []);
    // Who the agent is, and that it is somebody else who calls, is told all the same.
    browser
        .post(ASK, &[("do", "disown")])
        .await
        .expects(200, "the check has ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_word_shows_nobody_whose_devices_are_disabled_and_kept() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    browser.signs_in(&ann.login, &ann.password).await;
    enables(&portal, &mut browser).await;
    browser.post("/account/mfa/disable", &[]).await;
    let mut thief = portal.browser();
    thief
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");
    let word = starts(&mut desk, &page_of(&acme, ann.id)).await;
    thief
        .get(ASK)
        .await
        .expects(200, "that doesn’t show who you are");
    says(&mut thief, &word).await.expects(409, "over");
    assert_eq!(known(&portal, acme.id).await, []);
}
