//! What the member reads of the account: everything that was done to it and by whom, and nothing of others.

use portcullis_core::audit::Origin;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Grant, Role};
use portcullis_server::people;

use super::help_desk::{agent, page_of};
use super::notices::operator;
use crate::portal::{Person, Portal};

fn admin(person: &Person, scope: Option<portcullis_core::id::OrganizationId>) -> Actor {
    Actor::Person {
        account: person.id,
        organization: person.organization,
        grants: vec![Grant {
            role: if scope.is_some() {
                Role::Admin
            } else {
                Role::Owner
            },
            scope,
            until: None,
        }],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_member_reads_what_was_done_by_whom_and_nothing_of_others() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let msp = portal.organization("msp", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let ben = portal.person(&acme, "ben").await;
    let olga = portal.person(&msp, "olga").await;
    let whose = (acme.id, ann.id);
    for actor in [admin(&ben, Some(acme.id)), admin(&olga, None), operator()] {
        let done = people::require_mfa(&portal.app, &actor, whose, false, Origin::default()).await;
        done.unwrap().unwrap();
    }
    let bens = people::set_active(
        &portal.app,
        &operator(),
        (acme.id, ben.id),
        false,
        Origin::default(),
    )
    .await;
    bens.unwrap().unwrap();
    let mut browser = portal.browser();
    let wrong = browser.signs_in(&ann.login, "not the password").await;
    wrong.expects(422, "go together");
    browser.signs_in(&ann.login, &ann.password).await;
    let page = browser.get("/account/activity").await;
    for said in [
        "Signed in with the password alone.",
        "By you, or by somebody who was signed in as you.",
        "A wrong password was typed.",
        "By somebody who wasn’t signed in.",
        "MFA was no longer required of this account alone.",
        "By <bdi>Person ben</bdi>.",
        "By somebody of another organization who may help here.",
        "By the operator of this portal.",
        "By the portal itself.",
        "127.",
    ] {
        page.expects(200, said);
    }
    for never in [
        "Person olga",
        "root@portal",
        "The account was suspended",
        ann.password.as_str(),
        "not the password",
    ] {
        assert!(!page.says(never), "{never}");
    }
    let other = portal.browser().get("/account/activity").await;
    assert_eq!(other.status, 303);
    let bad = browser.get("/account/activity?before=x").await;
    bad.expects(404, "no such page");
}

#[tokio::test(flavor = "multi_thread")]
async fn older_activity_follows_page_by_page() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let whose = (acme.id, ann.id);
    for _ in 0..120 {
        let done =
            people::require_mfa(&portal.app, &operator(), whose, false, Origin::default()).await;
        done.unwrap().unwrap();
    }
    let mut browser = portal.browser();
    browser.signs_in(&ann.login, &ann.password).await;
    let rows = |page: &crate::client::Answer| page.body.matches("<li class=\"row\">").count();
    let (mut path, mut counts) = ("/account/activity".to_owned(), Vec::new());
    loop {
        let page = browser.get(&path).await;
        page.expects(200, "Activity");
        counts.push(rows(&page));
        let Some((_, rest)) = page.body.split_once("/account/activity?before=") else {
            break;
        };
        path = format!("/account/activity?before={}", &rest[..32]);
    }
    // The account's own creation, the password and the sign-in besides.
    assert_eq!(counts, [50, 50, 23]);
    // Who helps reads the newest on the person's page, and is led to the rest.
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let next = |page: &crate::client::Answer| {
        let (before, _) = page.body.split_once("\" rel=\"next\"")?;
        let (_, path) = before.rsplit_once("href=\"")?;
        Some(path.replace("&#38;", "&").replace("&amp;", "&"))
    };
    let page = desk.get(&page_of(&acme, ann.id)).await;
    let (_, timeline) = page.body.split_once("id=\"timeline\"").unwrap();
    assert_eq!(timeline.matches("<li class=\"row\">").count(), 50);
    let (mut counts, mut older) = (Vec::new(), next(&page));
    while let Some(path) = older {
        let page = desk.get(&path).await;
        page.expects(200, "Audit log");
        counts.push(page.body.matches("<tr role=\"row\">").count() - 1);
        older = next(&page);
    }
    assert_eq!(counts, [50, 23]);
}
