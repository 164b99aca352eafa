//! What members ask the help desk for: one open request of a kind, limits that nobody floods by, nothing that tells who
//! exists, and one answer by one agent.

use portcullis_core::audit::{Entry, Event, Origin, Who};
use portcullis_core::help_request::{Outcome, Wish};
use portcullis_core::policy::{ExceptionKind, Policy, Rule};
use portcullis_core::role::{Actor, Role};
use portcullis_core::time::Span;
use portcullis_server::app::Contact;
use portcullis_server::{branding, instance, people};
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, args, on_both};

use super::help_desk::{agent, does, page_of};
use super::mfa::enables;
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

/// Puts contacts on an organization's pages, in place of the instance's.
async fn is_reached(portal: &Portal, organization: &Organization, contacts: Vec<Contact>) {
    let (actor, now) = (
        Actor::System,
        portal.organization_now(organization.id).await,
    );
    let set = branding::set_contacts(&portal.app, &actor, &now, contacts, Origin::default()).await;
    set.unwrap().unwrap();
}

on_both! {
    async fn an_organizations_own_contacts_are_mailed_and_nobody_else(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let other = portal.organization("other", Rule::Optional).await;
        portal.gets_mail();
        let contact = |label: &str, mail: Option<&str>| Contact {
            label: label.to_owned(),
            phone: Some("118".to_owned()),
            mail: mail.map(str::to_owned),
            ..Contact::default()
        };
        is_reached(&portal, &acme, vec![
            contact("Help desk", Some("desk@acme.example")),
            contact("Night", Some("night@acme.example")),
            contact("Desk, once more", Some("desk@acme.example")),
            contact("Gate", None),
        ]).await;
        let (ann, eve) = (portal.person(&acme, "ann").await, portal.person(&other, "eve").await);
        for person in [&ann, &eve] {
            let mut browser = portal.browser();
            enters(&mut browser, person).await;
            wishes(&mut browser, "ask", "mfa_on").await;
        }
        let sent = |mails: &[CaughtMail]| {
            let mut sent: Vec<_> = mails.iter().map(|mail| (mail.to.clone(), mail.text.contains("ann@acme"))).collect();
            sent.sort();
            sent
        };
        let mails = to_the_desk(&portal).await;
        assert_eq!(sent(&mails), [
            ("desk@acme.example".to_owned(), true),
            ("help@example.com".to_owned(), false),
            ("night@acme.example".to_owned(), true),
        ]);
        for mail in &mails {
            assert_eq!(mail.subject, "A member asks for MFA");
            let slug = if mail.text.contains("ann@acme") { "acme" } else { "other" };
            assert!(mail.text.contains(&format!("{}/admin/{slug}/requests/", portal.url)), "{}", mail.text);
        }

        // A desk reads its own language: that of whoever signs in by the address, else of who administers there, or, for
        // the portal's own desk, who runs it.
        let owner = portal.person(&other, "otto").await;
        portal.speaks_to(&owner, "fr").await;
        let (whose, given) = ((other.id, owner.id), (Role::Owner, None));
        people::set_role(&portal.app, &Actor::System, whose, given, Origin::default()).await.unwrap().unwrap();
        for (name, language, role) in [("dora", "de", Some(Role::Helpdesk)), ("fay", "fr", Some(Role::Admin)), ("night", "es", None)] {
            let one = portal.person(&acme, name).await;
            portal.speaks_to(&one, language).await;
            portal.wait(Span::seconds(1));
            if let Some(role) = role {
                let (whose, given) = ((acme.id, one.id), (role, None));
                people::set_role(&portal.app, &Actor::System, whose, given, Origin::default()).await.unwrap().unwrap();
            }
        }
        let cem = portal.person(&acme, "cem").await;
        let mut browser = portal.browser();
        enters(&mut browser, &cem).await;
        portal.speaks_to(&cem, "ar").await;
        wishes(&mut browser, "ask", "mfa_on").await;
        let gil = portal.person(&other, "gil").await;
        let mut browser = portal.browser();
        enters(&mut browser, &gil).await;
        wishes(&mut browser, "ask", "mfa_on").await;
        let mut mails = to_the_desk(&portal).await;
        let instance = mails.iter().filter(|mail| mail.text.contains("gil@other"));
        let instance: Vec<_> = instance.map(|mail| (mail.to.as_str(), mail.subject.as_str())).collect();
        assert_eq!(instance, [("help@example.com", "Un membre demande la MFA")]);
        mails.retain(|mail| mail.text.contains("cem@acme"));
        let mut subjects: Vec<_> = mails.iter().map(|mail| (mail.to.as_str(), mail.subject.as_str())).collect();
        subjects.sort_unstable();
        assert_eq!(subjects, [("desk@acme.example", "Ein Mitglied bittet um MFA"), ("night@acme.example", "Un miembro pide MFA")]);
        // Contacts that have no address are asked in the list alone: the instance's desk is not this organization's.
        is_reached(&portal, &acme, vec![contact("Gate", None)]).await;
        let ben = portal.person(&acme, "ben").await;
        let mut browser = portal.browser();
        enters(&mut browser, &ben).await;
        wishes(&mut browser, "ask", "mfa_on").await;
        assert_eq!(to_the_desk(&portal).await.len(), 6);
        assert_eq!(portal.count(OPEN).await, 5);
    }
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
    let wish = Wish::MfaOn;
    let events = helped_events(&portal, &ann).await;
    assert_eq!(events.last(), Some(&Event::HelpWithdrawn { wish }));
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

/// What became of a member's last request of a kind, as the log has it.
async fn answers(portal: &Portal, person: &Person, of: Wish) -> Vec<(Outcome, Who)> {
    let entries = portal.entries(Some(person.organization)).await;
    let entries = entries
        .into_iter()
        .filter(|entry| entry.account == Some(person.id));
    let answer = |entry: Entry| match entry.event {
        Event::HelpAnswered { wish, outcome, .. } if wish == of => Some((outcome, entry.actor)),
        _ => None,
    };
    entries.filter_map(answer).collect()
}

on_both! {
    async fn whatever_the_help_desk_does_for_who_is_locked_out_answers_the_request(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut desk, _, dora) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let by_dora = (Outcome::Granted, Who::Person { account: dora.id, organization: acme.id });
        for (number, act) in ["unlock", "enrollment-code", "reset-code", "delete-mfa"].into_iter().enumerate() {
            let login = ["una", "eva", "rea", "del"][number];
            let person = portal.person(&acme, login).await;
            if act == "delete-mfa" {
                portal.browser().enrolls(&portal, &person).await;
            }
            for _ in 0..6 {
                portal.browser().signs_in(&person.login, "not the password").await;
            }
            is_locked_out(&mut portal.browser(), &person.login).await;
            comes_to(&portal, OPEN, 1).await;
            let path = first_request(&mut desk).await;
            desk.get(&path).await.expects(200, "Any of these answers the request");
            // Looking, and what is refused, answers nothing.
            desk.get(&page_of(&acme, person.id)).await.expects(200, &format!("href=\"{path}\""));
            assert_eq!(does(&mut desk, &page_of(&acme, person.id), "suspend").await.status, 403);
            assert_eq!(portal.count(OPEN).await, 1, "{act}");
            does(&mut desk, &page_of(&acme, person.id), act).await;
            assert_eq!(portal.count(OPEN).await, 0, "{act}");
            let page = desk.get(&path).await;
            page.expects(200, "The help desk helped").expects(200, "Person dora");
            assert_eq!(answers(&portal, &person, Wish::Unlock).await, std::slice::from_ref(&by_dora));
            // A second time there is nothing to answer.
            does(&mut desk, &page_of(&acme, person.id), "unlock").await;
            assert_eq!(answers(&portal, &person, Wish::Unlock).await.len(), 1);
        }
        // A frozen account too, and an act on one person answers nobody else.
        let (fay, gil) = (portal.person(&acme, "fay").await, portal.person(&acme, "gil").await);
        for person in [&fay, &gil] {
            is_locked_out(&mut portal.browser(), &person.login).await;
        }
        comes_to(&portal, OPEN, 2).await;
        let id = fay.id;
        let unit = async move |tx: &mut Tx<'_>| {
            tx.run("UPDATE accounts SET state = 'frozen' WHERE id = $1", args![id]).await
        };
        portal.app.store.write(unit).await.unwrap();
        does(&mut desk, &page_of(&acme, fay.id), "unfreeze").await;
        assert_eq!(portal.count(OPEN).await, 1);
        assert_eq!(answers(&portal, &fay, Wish::Unlock).await, [by_dora]);
        assert_eq!(answers(&portal, &gil, Wish::Unlock).await, []);
    }

    async fn mfa_that_is_on_answers_who_asked_for_it(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let other = portal.organization("other", Rule::Optional).await;
        let mut people = Vec::new();
        for (organization, login) in [(&acme, "own"), (&acme, "hal"), (&acme, "pol"), (&acme, "exe"), (&other, "eve")] {
            let person = portal.person(organization, login).await;
            let mut browser = portal.browser();
            enters(&mut browser, &person).await;
            wishes(&mut browser, "ask", "mfa_on").await;
            people.push((browser, person));
        }
        assert_eq!(portal.count(OPEN).await, 5);
        let granted = |who: &Person, organization: &Organization| {
            (Outcome::Granted, Who::Person { account: who.id, organization: organization.id })
        };
        // A member who did it alone.
        let (browser, own) = &mut people[0];
        enables(&portal, browser).await;
        assert_eq!(answers(&portal, own, Wish::MfaOn).await, [granted(own, &acme)]);
        browser.get("/account/requests").await.expects(200, "MFA was turned on");
        // A role of which a device is asked.
        let (mut admin, _, abe) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let hal = &people[1].1;
        let path = format!("{}/role", page_of(&acme, hal.id));
        admin.post(&path, &[("role", "helpdesk"), ("until", "")]).await;
        assert_eq!(answers(&portal, hal, Wish::MfaOn).await, [granted(&abe, &acme)]);
        // A policy that asks everybody: but for who is taken out of it, and not elsewhere.
        let (pol, exe, eve) = (&people[2].1, &people[3].1, &people[4].1);
        let given = people::Given { kind: ExceptionKind::Exemption, days: 9, reason: "on leave".to_owned() };
        let whose = (acme.id, exe.id);
        let actor = Actor::Operator("operator@test".to_owned());
        people::give_exception(&portal.app, &actor, whose, given, Origin::default()).await.unwrap().unwrap();
        let now = portal.organization_now(acme.id).await;
        let changed = instance::set_policy(&portal.app, &actor, &now, Policy::new(Rule::Required), Origin::default()).await;
        changed.unwrap().unwrap();
        let operator = (Outcome::Granted, Who::from(&actor));
        assert_eq!(answers(&portal, pol, Wish::MfaOn).await, [operator]);
        assert_eq!(answers(&portal, exe, Wish::MfaOn).await, []);
        assert_eq!(answers(&portal, eve, Wish::MfaOn).await, []);
        assert_eq!(portal.count(OPEN).await, 2);
    }
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
