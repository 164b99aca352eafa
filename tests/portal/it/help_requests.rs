//! What members ask the help desk for: one open request of a kind, limits that nobody floods by, nothing that tells who
//! exists, and one answer by one agent.

use portcullis_core::audit::Event;
use portcullis_core::help_request::{Outcome, Wish};
use portcullis_core::policy::Rule;
use portcullis_core::role::Role;
use portcullis_core::time::Span;
use portcullis_store::on_both;

use super::help_desk::{agent, page_of};
use super::races::{RACE, by_status, copies, race};
use crate::client::{Answer, Client};
use crate::portal::{CaughtMail, Person, Portal};

const OPEN: &str = "SELECT COUNT(*) FROM help_requests WHERE outcome IS NULL";
const ALL: &str = "SELECT COUNT(*) FROM help_requests";

/// Asks for MFA in a session.
async fn wishes(browser: &mut Client, what: &str, wish: &str) -> Answer {
    let fields = [("do", what), ("wish", wish)];
    browser.post("/account/requests", &fields).await
}

/// Signs in with the password alone.
async fn enters(browser: &mut Client, person: &Person) {
    let page = browser.signs_in(&person.login, &person.password).await;
    page.expects(200, "Your applications");
}

async fn is_locked_out(browser: &mut Client, login: &str) -> Answer {
    browser.post("/locked-out", &[("login", login)]).await
}

/// Once a count has come to a number: some things happen after the answer.
async fn comes_to(portal: &Portal, sql: &'static str, many: i64) {
    for _ in 0..500 {
        if portal.count(sql).await == many {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("{sql}: {} and not {many}", portal.count(sql).await);
}

async fn to_the_desk(portal: &Portal) -> Vec<CaughtMail> {
    let mut mails = portal.mails().await;
    mails.retain(|mail| mail.kind == "help_request");
    mails
}

/// The address of the one request that waits.
async fn first_request(desk: &mut Client) -> String {
    let list = desk.get("/admin/acme/requests").await;
    let id = list.between("href=\"/admin/acme/requests/", "\"");
    format!("/admin/acme/requests/{id}")
}

async fn helped_events(portal: &Portal, person: &Person) -> Vec<Event> {
    let mut events = portal.events(Some(person.organization)).await;
    events.retain(|event| {
        matches!(
            event,
            Event::HelpAsked { .. }
                | Event::HelpAnswered { .. }
                | Event::HelpWithdrawn { .. }
                | Event::MfaRequired { .. }
        )
    });
    events
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_asks_for_mfa_and_the_help_desk_turns_it_on_for_that_account_alone() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    portal.gets_mail();
    let ann = portal.person(&acme, "ann").await;
    let ben = portal.person(&acme, "ben").await;
    let mut browser = portal.browser();
    enters(&mut browser, &ann).await;
    let button = "Ask the help desk to turn MFA on for me";
    browser.get("/account").await.expects(200, button);
    let asked = wishes(&mut browser, "ask", "mfa_on").await;
    let page = browser.follow(asked).await;
    page.expects(200, "Your help desk has your request");
    page.expects(200, "hasn’t answered yet");
    let account = browser.get("/account").await;
    assert!(!account.says(button));
    account.expects(200, "Your help desk was asked to turn MFA on");
    // Asking again is no second request, no second event and no second mail.
    wishes(&mut browser, "ask", "mfa_on").await;
    assert_eq!(portal.count(ALL).await, 1);
    let mails = to_the_desk(&portal).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].to, "help@example.com");
    assert!(mails[0].text.contains("Person ann (ann@acme)"));
    assert!(mails[0].text.contains("by the member, signed in"));

    // The help desk sees that somebody waits, and the agent does what only admins do unasked.
    let list = desk.get(&page_of(&acme, ben.id)).await;
    list.expects(200, "Requests <span class=\"tag\">1</span>");
    let act = format!("{}/require-mfa", page_of(&acme, ann.id));
    assert_eq!(desk.post(&act, &[]).await.status, 403);
    let path = first_request(&mut desk).await;
    assert!(mails[0].text.contains(&format!("{}{path}", portal.url)));
    desk.get(&path)
        .await
        .expects(200, "Turning MFA on requires it of");
    let done = desk.post(&path, &[("do", "grant"), ("word", "")]).await;
    assert_eq!(done.location().as_deref(), Some(path.as_str()));
    desk.get(&path).await.expects(200, "MFA was turned on");
    desk.get("/admin/acme/requests")
        .await
        .expects(200, "Nobody is waiting");

    assert_eq!(
        helped_events(&portal, &ann).await,
        [
            Event::HelpAsked { wish: Wish::MfaOn },
            Event::MfaRequired { required: true },
            Event::HelpAnswered {
                wish: Wish::MfaOn,
                outcome: Outcome::Granted,
                word: None
            },
        ]
    );
    let told = portal.mails().await;
    let told = told.iter().filter(|mail| mail.to == ann.email);
    let kinds: Vec<&str> = told.map(|mail| mail.kind.as_str()).collect();
    assert_eq!(kinds, ["help_asked", "required"]);
    // It binds at the next request, and nobody else.
    let out = browser.get("/account").await;
    assert!(out.location().unwrap().starts_with("/sign-in"));
    let mut other = portal.browser();
    enters(&mut other, &ben).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_learns_nothing_by_asking_for_somebody_locked_out() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let ann = portal.person(&acme, "ann").await;
    let gone = portal.person(&acme, "gon").await;
    let acts = format!("{}/suspend", page_of(&acme, gone.id));
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    admin.post(&acts, &[]).await;
    let (mut auditor, _, _) = agent(&portal, &acme, ("aud", Role::Auditor)).await;
    portal.gets_mail();
    let mut seen = Vec::new();
    for login in [
        &*ann.login,
        "nob@acme",
        "ann@nowh",
        "gon@acme",
        "not a login",
    ] {
        let mut browser = portal.browser();
        let answer = is_locked_out(&mut browser, login).await;
        assert!(browser.cookies.is_empty());
        answer.expects(202, "If an account has this login");
        seen.push(answer.body);
    }
    assert!(seen.iter().all(|one| *one == seen[0]));
    comes_to(&portal, OPEN, 1).await;
    // Whoever it was who asked, the help desk is warned, and the member is told.
    let path = first_request(&mut desk).await;
    desk.get(&path).await.expects(200, "it may be anybody");
    // Who only reads reads it too, and answers nothing.
    let list = auditor.get("/admin/acme/requests").await;
    list.expects(200, &format!("href=\"{path}\""));
    let read = auditor.get(&path).await;
    read.expects(200, "Somebody with a higher role");
    assert!(!read.says("<form class=\"flow\""));
    for act in ["grant", "done", "decline"] {
        let refused = auditor.post(&path, &[("do", act), ("word", "No.")]).await;
        assert_eq!(refused.status, 403, "{act}");
    }
    let page = auditor.get(&page_of(&acme, ann.id)).await;
    page.expects(200, &format!("href=\"{path}\""));
    assert!(!page.says("Answer the request"));
    let mails = portal.mails().await;
    let notice = mails.iter().find(|mail| mail.kind == "help_asked").unwrap();
    assert_eq!(notice.to, ann.email);
    assert!(notice.text.contains("This wasn’t me"));
    let mails = to_the_desk(&portal).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("was not signed in"));
    let person = desk.get(&page_of(&acme, ann.id)).await;
    person.expects(200, &format!("href=\"{path}\""));
    // What it leads to is on the person's page; what became of it is told with a word.
    desk.get(&path)
        .await
        .expects(200, &format!("/admin/acme/access/{}", ann.id));
    for (fields, problem) in [
        ([("do", "decline"), ("word", " ")], 422),
        ([("do", "grant"), ("word", "")], 403),
        ([("do", "burn"), ("word", "")], 400),
    ] {
        assert_eq!(desk.post(&path, &fields).await.status, problem);
    }
    assert_eq!(portal.count(OPEN).await, 1);
    let word = "Called you: it wasn’t you.";
    desk.post(&path, &[("do", "decline"), ("word", word)]).await;
    desk.get(&path).await.expects(200, word);
    let mails = portal.mails().await;
    let answer = mails.iter().find(|mail| mail.kind == "help_answered");
    assert!(answer.unwrap().text.contains(word));
    auditor.get(&path).await.expects(200, word);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_floods_a_help_desk_by_asking() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    portal.gets_mail();
    let ann = portal.person(&acme, "ann").await;
    // Three a day for an account, however they are answered, and one mail.
    for many in 1..=3 {
        is_locked_out(&mut portal.browser_behind(many), &ann.login).await;
        comes_to(&portal, ALL, many.into()).await;
        let path = first_request(&mut desk).await;
        desk.post(&path, &[("do", "done"), ("word", "")]).await;
    }
    is_locked_out(&mut portal.browser_behind(4), &ann.login).await;
    let mut browser = portal.browser();
    enters(&mut browser, &ann).await;
    wishes(&mut browser, "ask", "unlock")
        .await
        .expects(429, "You have asked three times today");
    assert_eq!(portal.count(ALL).await, 3);
    assert_eq!(to_the_desk(&portal).await.len(), 1);
    portal.wait(Span::hours(25));
    is_locked_out(&mut portal.browser_behind(5), &ann.login).await;
    comes_to(&portal, ALL, 4).await;
    assert_eq!(to_the_desk(&portal).await.len(), 2);

    // Ten an hour for an address, whatever the logins.
    let mut office = portal.browser_behind(9);
    for _ in 0..10 {
        assert_eq!(is_locked_out(&mut office, "nob@acme").await.status, 202);
    }
    let late = is_locked_out(&mut office, &ann.login).await;
    late.expects(429, "Too many");
    assert_eq!(late.headers["retry-after"], "3600");
    portal.wait(Span::minutes(61));
    assert_eq!(is_locked_out(&mut office, &ann.login).await.status, 202);

    // Twenty mails an hour for an organization; the list has the rest.
    for number in 0..25_u8 {
        let login = format!("many{number}");
        let person = portal.person(&acme, &login).await;
        let mut browser = portal.browser();
        enters(&mut browser, &person).await;
        wishes(&mut browser, "ask", "mfa_on").await;
    }
    comes_to(&portal, OPEN, 26).await;
    assert_eq!(to_the_desk(&portal).await.len(), 2 + 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_takes_a_request_back_and_an_admins_own_act_answers_it() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    enters(&mut browser, &ann).await;
    wishes(&mut browser, "ask", "mfa_on").await;
    let back = wishes(&mut browser, "withdraw", "mfa_on").await;
    let page = browser.follow(back).await;
    page.expects(200, "The request is taken back");
    assert_eq!(portal.count(OPEN).await, 0);
    assert_eq!(wishes(&mut browser, "burn", "mfa_on").await.status, 400);
    assert_eq!(wishes(&mut browser, "ask", "cake").await.status, 400);
    wishes(&mut browser, "ask", "mfa_on").await;
    let act = format!("{}/require-mfa", page_of(&acme, ann.id));
    admin.post(&act, &[]).await;
    assert_eq!(portal.count(OPEN).await, 0);
    let granted = Event::HelpAnswered {
        wish: Wish::MfaOn,
        outcome: Outcome::Granted,
        word: None,
    };
    assert_eq!(helped_events(&portal, &ann).await.last(), Some(&granted));
    // Who is asked for MFA anyway has nothing to ask for.
    let mut own = admin.get("/account").await;
    assert!(!own.says("Ask the help desk to turn MFA on"));
    own = wishes(&mut admin, "ask", "mfa_on").await;
    own.expects(409, "There is nothing to ask for");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_answers_nobody_who_administers_and_nothing_of_another_organization() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let other = portal.organization("other", Rule::Optional).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let (mut stranger, _, _) = agent(&portal, &other, ("otto", Role::Admin)).await;
    let (mut abe, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    wishes(&mut abe, "ask", "unlock").await;
    let path = first_request(&mut desk).await;
    desk.get(&path).await.expects(200, "a higher role helps");
    let done = [("do", "done"), ("word", "")];
    assert_eq!(desk.post(&path, &done).await.status, 403);
    // Nobody helps themselves.
    assert_eq!(abe.post(&path, &done).await.status, 403);
    let foreign = path.replace("/acme/", "/other/");
    assert_eq!(stranger.get(&path).await.status, 404);
    assert_eq!(stranger.get(&foreign).await.status, 404);
    assert_eq!(stranger.post(&foreign, &done).await.status, 404);
    assert_eq!(portal.count(OPEN).await, 1);
}

on_both! {
    async fn of_fifty_answers_one_counts(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Off).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let mut browser = portal.browser();
        enters(&mut browser, &ann).await;
        let fields = [("do", "ask".to_owned()), ("wish", "mfa_on".to_owned())];
        let asked = race(copies(&browser, &node, RACE), "/account/requests", &fields).await;
        assert_eq!(by_status(&asked).into_iter().collect::<Vec<_>>(), [(303, RACE)]);
        assert_eq!(portal.count(ALL).await, 1);
        let path = first_request(&mut desk).await;
        let fields = [("do", "grant".to_owned()), ("word", String::new())];
        let answers = race(copies(&desk, &node, RACE), &path, &fields).await;
        assert_eq!(by_status(&answers).into_iter().collect::<Vec<_>>(), [(303, RACE)]);
        let events = helped_events(&portal, &ann).await;
        assert_eq!(events.len(), 3, "{events:?}");
    }
}
