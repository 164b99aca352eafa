//! Giving roles: up to one's own, and never away from the last who has one.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::GrantId;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Grant, Role, Scope};
use portcullis_core::time::{Span, Timestamp};
use portcullis_server::people::{self, NotChanged};
use portcullis_store::roles::NewGrant;
use portcullis_store::{Tx, roles};

use super::help_desk::{agent, appoints, page_of};
use crate::app::App;
use crate::portal::{Person, Portal};

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_given_up_to_ones_own_and_the_last_ones_stay() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let abe = portal.person(&acme, "abe").await;
    let ann = portal.person(&acme, "ann").await;
    let operator = Actor::Operator("operator@test".to_owned());
    let admin = Actor::Person {
        account: abe.id,
        organization: acme.id,
        grants: vec![Grant {
            role: Role::Admin,
            scope: Some(acme.id),
            until: None,
        }],
    };
    let sets = async |actor: &Actor, person: &Person, role| {
        let whose = (acme.id, person.id);
        people::set_role(&portal.app, actor, whose, (role, None), Origin::default())
            .await
            .unwrap()
    };
    assert_eq!(sets(&operator, &abe, Role::Admin).await, Ok(()));
    assert_eq!(
        sets(&operator, &abe, Role::Admin).await,
        Err(NotChanged::AlreadySo)
    );
    assert_eq!(
        sets(&operator, &abe, Role::Member).await,
        Err(NotChanged::LastAdmin)
    );
    assert_eq!(
        sets(&admin, &ann, Role::Owner).await,
        Err(NotChanged::Denied)
    );
    assert_eq!(
        sets(&admin, &abe, Role::Member).await,
        Err(NotChanged::Denied),
        "one's own"
    );
    assert_eq!(sets(&admin, &ann, Role::Admin).await, Ok(()));
    assert_eq!(sets(&operator, &abe, Role::Member).await, Ok(()));
    assert_eq!(sets(&operator, &ann, Role::Owner).await, Ok(()));
    assert_eq!(
        sets(&operator, &ann, Role::Admin).await,
        Err(NotChanged::LastOwner)
    );
    let given = portal.events(Some(acme.id)).await;
    let given = given
        .iter()
        .filter(|one| matches!(one, Event::RoleGranted { .. }));
    assert_eq!(given.count(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_given_by_page_and_gone_at_the_next_request_after_its_last_day() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut admin, _, abe) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let (mut dora, app, person) = agent(&portal, &acme, ("dora", Role::Auditor)).await;
    let page = format!("{}/role", page_of(&acme, person.id));
    let form = admin.get(&page).await;
    form.expects(200, "Change the role");
    assert!(!form.says("value=\"owner\""), "up to one's own");
    let day = |days| {
        let at = portal.now() + Span::days(days);
        let at = jiff::Timestamp::from_millisecond(at.millis()).unwrap();
        at.to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
    };
    let (today, over) = (day(0), day(-1));
    admin
        .post(&page, &[("role", "helpdesk"), ("until", &over)])
        .await
        .expects(422, "This day is over");
    admin
        .post(&page, &[("role", "helpdesk"), ("until", "soon")])
        .await
        .expects(422, "Write a day like");
    for (role, status) in [("owner", 403), ("king", 400)] {
        let answer = admin.post(&page, &[("role", role), ("until", "")]).await;
        assert_eq!(answer.status, status, "{role}");
    }
    let given = admin
        .post(&page, &[("role", "helpdesk"), ("until", &today)])
        .await;
    assert_eq!(
        given.location().as_deref(),
        Some(page_of(&acme, person.id).as_str())
    );
    admin
        .get(&page_of(&acme, person.id))
        .await
        .expects(200, "Until");
    dora.get("/admin/acme/access")
        .await
        .expects(200, "Administration and access");
    let granted = portal.events(Some(acme.id)).await;
    let granted = granted.iter().any(|one| {
        matches!(
            one,
            Event::RoleGranted {
                role: Role::Helpdesk,
                until: Some(_),
                ..
            }
        )
    });
    assert!(granted);
    // One's own role, and that of the last admin, stay.
    let own = format!("{}/role", page_of(&acme, abe.id));
    assert_eq!(
        admin
            .post(&own, &[("role", "member"), ("until", "")])
            .await
            .status,
        403
    );
    assert_eq!(
        dora.post(&own, &[("role", "member"), ("until", "")])
            .await
            .status,
        403
    );
    let whose = (acme.id, abe.id);
    let ends = Some(portal.now() + Span::days(9));
    let operator = Actor::Operator("operator@test".to_owned());
    let kept = people::set_role(
        &portal.app,
        &operator,
        whose,
        (Role::Admin, ends),
        Origin::default(),
    );
    assert_eq!(kept.await.unwrap(), Err(NotChanged::LastAdmin));
    let granted = portal.events(Some(acme.id)).await;
    let end = granted.iter().find_map(|one| match one {
        Event::RoleGranted {
            role: Role::Helpdesk,
            until,
            ..
        } => *until,
        _ => None,
    });
    is_out_at(&portal, (&person, &app), end.unwrap()).await;
}

/// The last day goes by while somebody is signed in with a device proved a moment ago, and works: nothing else than the
/// end of the role shuts the door.
async fn is_out_at(portal: &Portal, (person, app): (&Person, &App), end: Timestamp) {
    let wait_until = |at: Timestamp| {
        portal.wait(Span::millis(at.millis() - portal.now().millis()));
    };
    wait_until(end - Span::minutes(2));
    let mut browser = portal.browser();
    let page = browser.signs_in(&person.login, &person.password).await;
    let opened = browser.gives_code(&page, &app.code(portal.now())).await;
    assert!(opened.opens(), "{}", opened.body);
    let requests = "/admin/acme/requests";
    browser.get(requests).await.expects(200, "Requests");
    wait_until(end - Span::millis(1));
    browser.get(requests).await.expects(200, "Requests");
    wait_until(end);
    for path in [requests, "/admin/acme/access", "/admin"] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    browser.get("/").await.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_ends_while_somebody_is_signed_in_is_gone_at_the_next_request() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let dora: Person = portal.person(&acme, "dora").await;
    let (scope, account) = (Scope::of(acme.id), dora.id);
    let now = portal.now();
    let unit = async move |tx: &mut Tx<'_>| {
        let new = NewGrant {
            id: GrantId::new(now, [7; 10]),
            account,
            grant: Grant {
                role: Role::Helpdesk,
                scope: Some(scope.organization()),
                until: Some(now + Span::minutes(2)),
            },
            created_at: now,
        };
        roles::add(tx, scope, &new).await
    };
    portal.app.store.write(unit).await.unwrap();
    let mut browser = portal.browser();
    browser.enrolls(&portal, &dora).await;
    browser
        .get("/admin/acme/access")
        .await
        .expects(200, "dora@acme");
    portal.wait(Span::minutes(2));
    assert_eq!(browser.get("/admin/acme/access").await.status, 404);
    browser.get("/").await.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_their_own_role_for_longer_than_they_have_it() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    agent(&portal, &acme, ("abe", Role::Admin)).await;
    let (mut bea, _, person) = agent(&portal, &acme, ("bea", Role::Auditor)).await;
    let ann = portal.person(&acme, "ann").await;
    let whose = (acme.id, person.id);
    let ends = portal.now() + Span::days(3);
    let given = (Role::Admin, Some(ends));
    let system = Actor::System;
    let set = people::set_role(&portal.app, &system, whose, given, Origin::default());
    set.await.unwrap().unwrap();
    let page = format!("{}/role", page_of(&acme, ann.id));
    let day = |days| {
        let at = jiff::Timestamp::from_millisecond((portal.now() + Span::days(days)).millis());
        let at = at.unwrap().to_zoned(jiff::tz::TimeZone::UTC);
        at.date().to_string()
    };
    for until in [String::new(), day(3), day(30)] {
        let refused = bea
            .post(&page, &[("role", "admin"), ("until", &until)])
            .await;
        refused.expects(409, "You have this role yourself until");
    }
    let until = day(2);
    let within = [("role", "admin"), ("until", until.as_str())];
    assert_eq!(bea.post(&page, &within).await.status, 303);
    // One below it may last.
    let below = [("role", "helpdesk"), ("until", "")];
    assert_eq!(bea.post(&page, &below).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_session_proved_before_a_role_was_given_opens_no_administration() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let dora = portal.person(&acme, "dora").await;
    let mut browser = portal.browser();
    let (app, _) = browser.enrolls(&portal, &dora).await;
    portal.wait(Span::minutes(1));
    appoints(&portal, &acme, &dora, Role::Auditor).await;
    let mut taken = browser.clone();

    let asked = browser.get("/admin/acme/access").await;
    let page = browser.follow(asked).await;
    page.expects(200, "at first and again after a while away");
    let fields = [
        ("act", "administration"),
        ("return_to", "/admin/acme/access"),
        ("code", &app.code(portal.now())),
    ];
    let proved = browser.post("/step-up", &fields).await;
    let page = browser.follow(proved).await;
    page.expects(200, "Administration and access");
    // The session goes on under another token, and the one from before the role opens nothing.
    browser.get("/").await.expects(200, "Your applications");
    let answer = taken.get("/admin/acme/access").await;
    assert!(answer.location().unwrap().starts_with("/sign-in"));
    let answer = taken.get("/").await;
    assert!(answer.location().unwrap().starts_with("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_another_has_given_meanwhile_stays_and_a_day_that_is_over_gives_none() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let beta = portal.organization("beta", Rule::Optional).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let ann = portal.person(&acme, "ann").await;
    let page = format!("{}/role", page_of(&acme, ann.id));
    let seen = admin.get(&page).await.hidden("seen");
    let (system, whose) = (Actor::System, (acme.id, ann.id));
    let given = (Role::Admin, None);
    let set = people::set_role(&portal.app, &system, whose, given, Origin::default());
    set.await.unwrap().unwrap();
    let fields = [("role", "auditor"), ("until", ""), ("seen", &*seen)];
    let refused = admin.post(&page, &fields).await;
    refused.expects(409, "Somebody else changed it meanwhile");
    let admins = "SELECT COUNT(*) FROM role_grants WHERE role = 'admin'";
    assert_eq!(portal.count(admins).await, 2);

    // Whoever calls, page or program.
    let over = Some(portal.now() - Span::seconds(1));
    let given = (Role::Helpdesk, over);
    let set = people::set_role(&portal.app, &system, whose, given, Origin::default());
    assert_eq!(set.await.unwrap(), Err(NotChanged::DayOver));
    let given = (beta.id, Role::Admin, over);
    let lent = people::set_role_elsewhere(&portal.app, &system, whose, given, Origin::default());
    assert_eq!(lent.await.unwrap(), Err(NotChanged::DayOver));
    assert_eq!(portal.count(admins).await, 2, "and nothing was taken away");

    // What was shown comes back unchanged.
    let fields = [
        ("role", "auditor"),
        ("until", ""),
        ("seen", &*refused.hidden("seen")),
    ];
    assert_eq!(admin.post(&page, &fields).await.status, 303);
}
