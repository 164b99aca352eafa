//! What is on record about somebody, changed by an administrator: who may, what it does to the address, and who
//! is told.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role};
use portcullis_server::people::{self, NotEdited, Record};
use portcullis_store::on_both;

use super::help_desk::{agent, does, page_of};
use super::reset;
use crate::portal::Portal;

on_both! {
    async fn an_admin_changes_what_is_on_record_and_both_addresses_are_told(place: &Place) {
        let portal = Portal::on(place).await;
        portal.organization("beta", Rule::Off).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let ann = portal.person(&acme, "ann").await;
        portal.person(&acme, "ben").await;
        portal.gets_mail();
        let page = page_of(&acme, ann.id);
        let edit = format!("{page}/edit");
        admin.get(&page).await.expects(200, "Edit what is on record");
        admin.get(&edit).await.expects(200, "once the person has proved it");
        let taken = [("name", "Ann New"), ("login_name", "ben"), ("email", "")];
        admin.post(&edit, &taken).await.expects(422, "Somebody");
        let bad = [("name", " "), ("login_name", "?"), ("email", "ann")];
        admin.post(&edit, &bad).await.expects(422, "problems");
        let fields = [("name", "Ann New"), ("login_name", "anna"), ("email", "Ann@New.example")];
        let done = admin.post(&edit, &fields).await;
        assert_eq!(done.location().as_deref(), Some(page.as_str()));
        // Of two organizations, the admin of one vouches for nobody: the login name signs in, the address not yet.
        let seen = admin.get(&page).await;
        seen.expects(200, "anna@acme").expects(200, "ann@new.example");
        for (login, works) in [("anna@acme", true), ("ann@acme", false), ("ann@new.example", false), (ann.email.as_str(), false)] {
            let answer = portal.browser().signs_in(login, &ann.password).await;
            assert_eq!(answer.status == 200 && answer.says("Your applications"), works, "{login}");
        }
        let told = portal.events(Some(acme.id)).await;
        let set = Event::AddressSet { from: Some(ann.email.clone()), to: Some("ann@new.example".to_owned()), proved: false };
        assert!(told.contains(&set), "{told:?}");
        let mails = "SELECT COUNT(*) FROM mails WHERE kind = 'address_changed' AND recipient IN ('ann@new.example', 'ann@acme.example')";
        assert_eq!(portal.count(mails).await, 2);
        assert_eq!(portal.count("SELECT COUNT(*) FROM mails WHERE kind IN ('name_changed', 'login_name_changed')").await, 2);
        // The same again changes nothing and tells nobody.
        let before = portal.count("SELECT COUNT(*) FROM mails").await;
        admin.post(&edit, &fields).await;
        assert_eq!(portal.count("SELECT COUNT(*) FROM mails").await, before);
    }

    async fn an_address_that_is_somebody_elses_unlocks_nothing_of_theirs(place: &Place) {
        let portal = Portal::on(place).await;
        let north = portal.organization("north", Rule::Off).await;
        let eva = portal.person(&north, "eva").await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let ann = portal.person(&acme, "ann").await;
        let page = page_of(&acme, ann.id);
        let fields = [("name", "Ann"), ("login_name", "ann"), ("email", eva.email.as_str())];
        assert_eq!(admin.post(&format!("{page}/edit"), &fields).await.status, 303);
        // Guesses at the password of who signs in with it elsewhere.
        for login in [eva.email.as_str(), ann.login.as_str()] {
            for _ in 0..6 {
                portal.browser().signs_in(login, "not the password").await;
            }
        }
        let unlock = [("verified_how", "called back")];
        admin.get(&page).await.expects(200, "Takes the next try");
        assert_eq!(admin.post(&format!("{page}/unlock"), &unlock).await.status, 303);
        admin.get(&page).await.expects(200, "None in force");
        portal.browser().signs_in(&ann.login, &ann.password).await.expects(200, "Your applications");
        assert_eq!(portal.browser().signs_in(&eva.email, &eva.password).await.status, 429, "as before");

        // Nor does a new password of the account that the address stands on.
        let issued = does(&mut admin, &page, "reset-code").await;
        let code = issued.between("class=\"big-code\" dir=\"ltr\">", "<");
        let mut browser = portal.browser();
        let opened = browser.post("/forgot-password/code", &[("login", &ann.login), ("code", &code)]).await;
        let form = browser.follow(opened).await;
        let done = reset::chooses(&mut browser, &form, "rhubarb lantern okapi").await;
        assert!(!done.status.is_server_error() && done.status != 422, "{}", done.body);
        portal.browser().signs_in(&ann.login, "rhubarb lantern okapi").await.expects(200, "Your applications");
        assert_eq!(portal.browser().signs_in(&eva.email, &eva.password).await.status, 429, "as before");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_agent_and_nobody_for_themselves_sets_an_address() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let beta = portal.organization("beta", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let fields = [
        ("name", "Mallory"),
        ("login_name", "ann"),
        ("email", "mallory@evil.example"),
    ];
    for role in [Role::Auditor, Role::Helpdesk] {
        let name = if role == Role::Auditor { "gus" } else { "dora" };
        let (mut desk, _, _) = agent(&portal, &acme, (name, role)).await;
        let edit = format!("{}/edit", page_of(&acme, ann.id));
        assert_eq!(desk.get(&edit).await.status, 403);
        assert_eq!(desk.post(&edit, &fields).await.status, 403);
        let page = desk.get(&page_of(&acme, ann.id)).await;
        assert!(!page.says("Edit what is on record"));
    }
    let (mut admin, _, abe) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let own = format!("{}/edit", page_of(&acme, abe.id));
    assert_eq!(admin.post(&own, &fields).await.status, 403, "one's own");
    let (mut other, _, _) = agent(&portal, &beta, ("eve", Role::Admin)).await;
    for page in [page_of(&acme, ann.id), page_of(&beta, ann.id)] {
        assert_eq!(
            other.post(&format!("{page}/edit"), &fields).await.status,
            404
        );
    }
    let evil =
        "SELECT COUNT(*) FROM accounts WHERE email = 'mallory@evil.example' OR name = 'Mallory'";
    assert_eq!(portal.count(evil).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_vouched_for_signs_in_and_ends_what_was_under_way() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let ben = portal.person(&acme, "ben").await;
    portal.gets_mail();
    portal
        .browser()
        .post("/forgot-password", &[("login", &ann.email)])
        .await;
    for _ in 0..50 {
        if portal
            .count("SELECT COUNT(*) FROM links WHERE purpose = 'reset'")
            .await
            > 0
        {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let edits = async |email: Option<&str>| {
        let record = Record {
            name: portcullis_core::name::Name::parse("Person ann").unwrap(),
            login_name: "ann".parse().unwrap(),
            email: email.map(|email| email.parse().unwrap()),
        };
        let operator = Actor::Operator("operator@test".to_owned());
        let whose = (acme.id, ann.id);
        people::edit(
            &portal.app,
            &operator,
            whose,
            (record, None),
            Origin::default(),
        )
        .await
        .unwrap()
    };
    assert_eq!(edits(Some(&ben.email)).await, Err(NotEdited::EmailTaken));
    assert_eq!(edits(Some("ann@new.example")).await, Ok(()));
    assert_eq!(
        portal
            .count("SELECT COUNT(*) FROM links WHERE used_at IS NULL AND purpose = 'reset'")
            .await,
        0
    );
    portal
        .browser()
        .signs_in("ann@new.example", &ann.password)
        .await
        .expects(200, "Your applications");
    assert_eq!(edits(None).await, Ok(()));
    let told = portal.events(Some(acme.id)).await;
    assert!(matches!(
        told.last(),
        Some(Event::AddressSet { to: None, .. })
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_has_put_on_record_meanwhile_is_not_overwritten() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let ann = portal.person(&acme, "ann").await;
    let edit = format!("{}/edit", page_of(&acme, ann.id));
    let seen = admin.get(&edit).await.hidden("seen");
    // Moved off a mailbox that somebody else has.
    let moved = Record {
        name: Name::parse("Person ann").unwrap(),
        login_name: "ann".parse().unwrap(),
        email: Some("ann@new.example".parse().unwrap()),
    };
    let (operator, whose) = (Actor::Operator("op@test".to_owned()), (acme.id, ann.id));
    people::edit(
        &portal.app,
        &operator,
        whose,
        (moved, None),
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();
    // A slip on the way doesn't lose what was looked at.
    let slip = [
        ("name", "Ann Brown"),
        ("login_name", "?"),
        ("email", ann.email.as_str()),
        ("seen", &*seen),
    ];
    let again = admin.post(&edit, &slip).await;
    assert_eq!(
        (again.status.as_u16(), again.hidden("seen")),
        (422, seen.clone())
    );
    let fields = [
        ("name", "Ann Brown"),
        ("login_name", "ann"),
        ("email", ann.email.as_str()),
        ("seen", &*again.hidden("seen")),
    ];
    let refused = admin.post(&edit, &fields).await;
    refused
        .expects(409, "Somebody else changed it meanwhile")
        .expects(409, "value=\"ann@new.example\"");
    let kept =
        "SELECT COUNT(*) FROM accounts WHERE email = 'ann@new.example' AND name = 'Person ann'";
    assert_eq!(portal.count(kept).await, 1);
    let seen = refused.hidden("seen");
    let fields = [
        ("name", "Ann Brown"),
        ("login_name", "ann"),
        ("email", "ann@new.example"),
        ("seen", &*seen),
    ];
    assert_eq!(admin.post(&edit, &fields).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_name_that_somebody_gets_ends_the_invitation_for_it() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let ann = portal.person(&acme, "ann").await;
    portal.letter(&acme, "greta").await;
    admin
        .get("/admin/acme/access")
        .await
        .expects(200, "Greta Guest");
    let fields = [("name", "Ann"), ("login_name", "greta"), ("email", "")];
    let edit = format!("{}/edit", page_of(&acme, ann.id));
    assert_eq!(admin.post(&edit, &fields).await.status, 303);
    let list = admin.get("/admin/acme/access").await;
    assert!(!list.says("Greta Guest"), "it could be accepted no more");
}
