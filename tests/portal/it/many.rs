//! Many people invited at once: every line is told what is wrong with it, nothing is lost, and what was looked at
//! is done whole or not at all.

use portcullis_core::audit::Event;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Role, Scope};
use portcullis_core::time::Span;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, invitations, on_both};

use super::help_desk::agent;
use crate::client::{Answer, Client};
use crate::portal::Portal;

const PAGE: &str = "/admin/acme/access/invite-many";
const INVITED: &str = "SELECT COUNT(*) FROM invitations";

/// How many invitations are open now.
async fn open(portal: &Portal, organization: &Organization) -> usize {
    let (scope, now) = (Scope::of(organization.id), portal.now());
    let unit = async move |tx: &mut Tx<'_>| invitations::open(tx, scope, None, 100, now).await;
    portal.app.store.read(unit).await.unwrap().len()
}

/// Shows a list, and gives the page.
async fn checks(admin: &mut Client, people: &str, by: &str) -> Answer {
    admin
        .uploads(PAGE, &[("people", people), ("by", by), ("days", "30")])
        .await
}

/// Does what a page shows.
async fn confirms(admin: &mut Client, page: &Answer, people: &str, by: &str) -> Answer {
    let shown = page.hidden("shown");
    let fields = [
        ("people", people),
        ("by", by),
        ("days", "30"),
        ("shown", &shown),
    ];
    admin.uploads(PAGE, &fields).await
}

on_both! {
    async fn everybody_on_a_list_is_invited_by_mail_once_it_was_looked_at(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Off).await;
        let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        portal.gets_mail();
        admin.get("/admin/acme/access").await.expects(200, PAGE);
        admin.get(PAGE).await.expects(200, "Invite many people");
        let list = "Ann Example <ann@acme.example>\r\n\r\nben@acme.example\tBen Example\r\nCara Example, cara.e, cara@acme.example";
        let page = checks(&mut admin, list, "mail").await;
        page.expects(200, "Nothing has happened yet").expects(200, "3 people would be invited");
        for name in ["Ann Example", "Ben Example", "cara.e"] {
            assert!(page.says(name), "{name}");
        }
        assert_eq!(portal.count(INVITED).await, 0);
        assert!(portal.mails().await.is_empty());

        let done = confirms(&mut admin, &page, list, "mail").await;
        admin.follow(done).await.expects(200, "3 invitations are on their way");
        assert_eq!(portal.count(INVITED).await, 3);
        let mails = portal.mails().await;
        assert_eq!(mails.iter().filter(|mail| mail.kind == "invitation").count(), 3);
        let told = portal.events(Some(acme.id)).await;
        assert_eq!(told.iter().filter(|event| matches!(event, Event::Invited { .. })).count(), 3);

        // Sent once more, by a reload or a second tab, it invites nobody twice: it is another list by now.
        let again = confirms(&mut admin, &page, list, "mail").await;
        again.expects(409, "less than a minute ago");
        portal.wait(Span::minutes(2));
        let again = confirms(&mut admin, &page, list, "mail").await;
        again.expects(409, "the invitation that is open ends");
        assert_eq!((portal.count(INVITED).await, portal.mails().await.len()), (3, mails.len()));
    }

    async fn a_line_that_is_wrong_is_named_and_then_nobody_is_invited(place: &Place) {
        let portal = Portal::on(place).await;
        let beta = portal.organization("beta", Rule::Off).await;
        let acme = portal.organization("acme", Rule::Off).await;
        let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        portal.person(&acme, "ann").await;
        let elsewhere = portal.person(&beta, "eve").await;
        portal.gets_mail();
        let list = "Ann Again, ann@new.example\nBen, ben@\nCara\n<cara@acme.example>\nDan, dan@acme.example\nDan Two, dan, d2@acme.example\nEd, ed";
        let page = checks(&mut admin, list, "mail").await;
        for said in [
            "Somebody has this already", "Write it like ann@example.com", "There is no login name", "Nothing is filled in here yet",
            "Line 5 has this login name already", "Nobody gets mail without an address", "Dan Two, dan, d2@acme.example",
        ] {
            page.expects(422, said);
        }
        assert!(!page.body.contains("name=\"shown\""));
        // A mark of somebody's own making does nothing.
        let forged = [("people", list), ("by", "mail"), ("shown", "00")];
        admin.uploads(PAGE, &forged).await.expects(409, "Nothing was done");
        // An address of somebody elsewhere is told apart from none by nothing.
        let of = async |admin: &mut Client, address: &str| {
            let page = checks(admin, &format!("Zoe, zoe, {address}"), "mail").await;
            (page.status, page.body.replace(address, "").len())
        };
        let known = of(&mut admin, &elsewhere.email).await;
        let length = elsewhere.email.len() - "@free.example".len();
        let free = format!("{}@free.example", "x".repeat(length));
        assert_eq!(known.0, 200);
        let unknown = of(&mut admin, &free).await;
        assert!(known.1.abs_diff(unknown.1) < 3, "{known:?} {unknown:?}");
        assert_eq!(portal.count(INVITED).await, 0);
        assert!(portal.mails().await.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_are_shown_once_with_codes_that_live_for_the_days_that_were_chosen() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let list = "name,login name\nAnn Example,ann\nBen Example,ben";
    for days in ["0", "31", "x", "-1"] {
        let fields = [("people", list), ("days", days)];
        let page = admin.uploads(PAGE, &fields).await;
        page.expects(422, "from 1 to 30")
            .expects(422, "Ben Example,ben");
    }
    let page = checks(&mut admin, list, "paper").await;
    page.expects(200, "2 people would be invited");
    let letters = confirms(&mut admin, &page, list, "paper").await;
    letters
        .expects(200, "2 letters")
        .expects(200, "These letters are shown only now");
    assert_eq!(letters.headers["cache-control"], "no-store");
    let codes: Vec<&str> = letters
        .body
        .split("big-code\" dir=\"ltr\">")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap())
        .collect();
    assert_eq!(codes.len(), 2);
    // A reload shows no code again, makes no other, and ends none.
    let again = confirms(&mut admin, &page, list, "paper").await;
    again.expects(409, "Something has changed meanwhile");
    assert!(!codes.iter().any(|code| again.says(code)));
    assert_eq!(portal.count(INVITED).await, 2);
    portal.wait(Span::minutes(30 * 24 * 60 - 1));
    assert_eq!(open(&portal, &acme).await, 2);
    let mut ann = portal.browser();
    let opened = ann.post("/invitation", &[("code", codes[0])]).await;
    ann.follow(opened).await.expects(200, "ann@acme");
    portal.wait(Span::minutes(2));
    let over = portal
        .browser()
        .post("/invitation", &[("code", codes[1])])
        .await;
    over.expects(422, "That code opens no invitation");
    assert_eq!(open(&portal, &acme).await, 0);
    assert_eq!(portal.count(INVITED).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_list_is_refused_with_a_reason_and_without_a_trace() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    checks(&mut admin, " \n ", "paper")
        .await
        .expects(422, "There is nobody in it yet");
    let long = "Ann Example,ann\n".repeat(501);
    checks(&mut admin, &long, "paper")
        .await
        .expects(422, "more than 500 lines");
    let large = "x".repeat(2 * 1024 * 1024 + 1);
    checks(&mut admin, &large, "paper")
        .await
        .expects(422, "larger than 2 MB");
    let larger = "x".repeat(7 * 1024 * 1024);
    assert_eq!(checks(&mut admin, &larger, "paper").await.status, 413);
    for fields in [
        &[("people", "Ann,ann"), ("people", "Ben,ben")][..],
        &[("people", "Ann,ann"), ("surprise", "1")],
        &[("people", "Ann,ann"), ("by", "mail")],
        &[("people", "Ann,ann"), ("by", "pigeon")],
        &[("people", "Ann,ann"), ("file", "login_name\nann")],
    ] {
        assert_eq!(admin.uploads(PAGE, fields).await.status, 400, "{fields:?}");
    }
    let headers = [
        ("content-type", "multipart/form-data; boundary=x"),
        ("sec-fetch-site", "same-origin"),
    ];
    for body in ["", "--x", "--x\r\n\r\nAnn\r\n--x--", "no boundary at all"] {
        let answer = admin
            .send(hyper::Method::POST, PAGE, &headers, body.into())
            .await;
        assert!(answer.status.is_client_error(), "{body}: {}", answer.status);
    }
    assert_eq!(portal.count(INVITED).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_single_letter_is_good_for_the_days_that_were_chosen() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let page = "/admin/acme/access/invite";
    admin
        .get(page)
        .await
        .expects(200, "Days that the letter is good for")
        .expects(200, "value=\"14\"");
    let form = |name: &'static str, days: &'static str| {
        let login = ("login_name", name);
        [
            ("name", "Greta Guest"),
            login,
            ("email", ""),
            ("days", days),
        ]
    };
    for days in ["0", "31", "x"] {
        let refused = admin.post(page, &form("greta", days)).await;
        refused.expects(422, "from 1 to 30");
    }
    assert_eq!(portal.count(INVITED).await, 0);
    let mut codes = Vec::new();
    for (name, days) in [("long", "30"), ("usual", ""), ("short", "1")] {
        let letter = admin.post(page, &form(name, days)).await;
        letter.expects(200, &format!("{name}@acme"));
        codes.push(letter.between("big-code\" dir=\"ltr\">", "<"));
    }
    let opens = async |code: &String| {
        let mut browser = portal.browser();
        let typed = browser.post("/invitation", &[("code", code)]).await;
        typed.status.is_redirection()
    };
    for (days, open) in [
        (1, [true, true, false]),
        (13, [true, false, false]),
        (16, [false; 3]),
    ] {
        portal.wait(Span::days(days));
        for (code, open) in codes.iter().zip(open) {
            assert_eq!(opens(code).await, open, "{days}");
        }
    }
}
