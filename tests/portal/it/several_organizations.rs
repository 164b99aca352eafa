//! A provider's technician: roles in several organizations, one search and one list over them, and nothing of any other.

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::help_request::Wish;
use portcullis_core::id::HelpRequestId;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Grant, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::instance;
use portcullis_server::people::{self, NotChanged};
use portcullis_store::help_requests::NewHelpRequest;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, help_requests};

use crate::client::Client;
use crate::it::help_desk::agent;
use crate::portal::{Person, Portal};

/// Gives somebody a role in another organization, as the command does.
pub async fn lends(
    portal: &Portal,
    person: &Person,
    place: &Organization,
    (role, lasts): (Role, Option<Span>),
) -> Result<(), NotChanged> {
    let until = lasts.map(|span| portal.now() + span);
    let operator = Actor::Operator("operator@test".to_owned());
    let whose = (person.organization, person.id);
    let given = (place.id, role, until);
    let origin = Origin::default();
    people::set_role_elsewhere(&portal.app, &operator, whose, given, origin)
        .await
        .unwrap()
}

async fn asks(portal: &Portal, person: &Person) {
    let (scope, at) = (Scope::of(person.organization), portal.now());
    let new = NewHelpRequest {
        id: HelpRequestId::new(at, portal.app.random().unwrap()),
        account: person.id,
        wish: Wish::MfaOn,
        signed_in: true,
    };
    let unit = async move |tx: &mut Tx<'_>| help_requests::make(tx, scope, &new, at).await;
    assert!(portal.app.store.write(unit).await.unwrap());
}

/// Three organizations with an Eva each, and a technician of a fourth with a role in the first two.
pub async fn several(portal: &Portal) -> (Person, Client, [Organization; 3]) {
    let provider = portal.organization("provider", Rule::Optional).await;
    let mut places = Vec::new();
    for slug in ["east", "north", "south"] {
        let place = portal.organization(slug, Rule::Off).await;
        let eva = portal.person(&place, "eva").await;
        asks(portal, &eva).await;
        places.push(place);
    }
    let tess = portal.person(&provider, "tess").await;
    let mut browser = portal.browser();
    let [east, north, south]: [Organization; 3] = places.try_into().unwrap();
    for (place, lasts) in [(&east, None), (&north, Some(Span::minutes(10)))] {
        lends(portal, &tess, place, (Role::Helpdesk, lasts))
            .await
            .unwrap();
    }
    let page = browser.signs_in(&tess.login, &tess.password).await;
    browser.sets_up(portal, &page).await;
    (tess, browser, [east, north, south])
}

#[tokio::test(flavor = "multi_thread")]
async fn one_search_and_one_list_are_over_the_organizations_of_ones_grants_alone() {
    let portal = Portal::start().await;
    let (tess, mut browser, [east, _, _]) = several(&portal).await;
    browser
        .get("/")
        .await
        .expects(200, "href=\"/admin\"")
        .expects(200, "Administration");
    assert_eq!(
        browser.get("/admin").await.location().as_deref(),
        Some("/admin/people")
    );
    let page = browser.get("/admin/people").await;
    page.expects(200, "/admin/east/access")
        .expects(200, "/admin/north/access");
    assert!(!page.says("south") && !page.says("provider/access"));
    let found = browser.get("/admin/people?named=eva").await;
    found.expects(200, "eva@east").expects(200, "eva@north");
    found.expects(200, "Requests <span class=\"tag\">2</span>");
    assert!(!found.says("eva@south"));
    browser
        .get("/admin/people?named=zoe")
        .await
        .expects(200, "Nobody");
    let list = browser.get("/admin/requests").await;
    list.expects(200, "eva@east").expects(200, "eva@north");
    assert!(!list.says("eva@south"));
    // From either to the one page on which it is answered, and nowhere in the third.
    let path = list.between("href=\"/admin/east/requests/", "\"");
    let path = format!("/admin/east/requests/{path}");
    let done = [("do", "grant"), ("word", "")];
    assert_eq!(browser.post(&path, &done).await.status, 303);
    assert_eq!(browser.get("/admin/south/requests").await.status, 404);
    assert_eq!(browser.get("/admin/provider/requests").await.status, 404);
    let list = browser.get("/admin/requests").await;
    assert!(!list.says("eva@east"));

    // A grant that ends is gone at the next request, from all of it.
    portal.wait(Span::minutes(11));
    let found = browser.get("/admin/people?named=eva").await;
    found.expects(200, "eva@east");
    assert!(!found.says("eva@north"));
    assert!(!browser.get("/admin/requests").await.says("eva@north"));
    assert_eq!(browser.get("/admin/north/requests").await.status, 404);
    assert_eq!(
        browser.get("/admin").await.location().as_deref(),
        Some("/admin/east/access")
    );
    let taken = lends(&portal, &tess, &east, (Role::Member, None)).await;
    assert_eq!(taken, Ok(()));
    for path in ["/admin", "/admin/people", "/admin/requests", &path] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    assert!(!browser.get("/").await.says("href=\"/admin"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_runs_the_instance_begins_where_all_organizations_are_once_there_are_several() {
    let portal = Portal::start().await;
    let provider = portal.organization("provider", Rule::Optional).await;
    let olga = portal.person(&provider, "olga").await;
    let made = instance::make_owner(&portal.app, &Actor::System, Scope::of(provider.id), olga.id);
    made.await.unwrap().unwrap();
    let mut owner = portal.browser();
    owner.enrolls(&portal, &olga).await;
    owner.get("/").await.expects(200, "href=\"/admin\"");
    let home = owner.get("/admin").await.location();
    assert_eq!(home.as_deref(), Some("/admin/provider/access"));
    let page = owner.get("/admin/provider/access").await;
    assert!(!page.says("/admin/people"), "there is but one");
    let east = portal.organization("east", Rule::Off).await;
    let eva = portal.person(&east, "eva").await;
    asks(&portal, &eva).await;
    let home = owner.get("/admin").await.location();
    assert_eq!(home.as_deref(), Some("/admin/people"));
    for path in ["/admin/provider/access", "/admin/instance/organizations"] {
        let page = owner.get(path).await;
        page.expects(200, "href=\"/admin/people\"");
    }
    let found = owner.get("/admin/people?named=eva").await;
    found
        .expects(200, "eva@east")
        .expects(200, "/admin/provider/access");
    owner.get("/admin/requests").await.expects(200, "eva@east");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_reaches_the_people_of_more_organizations_than_a_page_has() {
    let portal = Portal::start().await;
    let (tess, mut browser, _) = several(&portal).await;
    let mut owner = portal.browser();
    for number in 0..104 {
        let slug: &'static str = Box::leak(format!("p{number:03}").into_boxed_str());
        let place = portal.organization(slug, Rule::Off).await;
        lends(&portal, &tess, &place, (Role::Helpdesk, None))
            .await
            .unwrap();
        match number {
            7 => drop(portal.person(&place, "mia").await),
            103 => {
                asks(&portal, &portal.person(&place, "mia").await).await;
                let zoe = portal.person(&place, "zoe").await;
                let made =
                    instance::make_owner(&portal.app, &Actor::System, Scope::of(place.id), zoe.id);
                made.await.unwrap().unwrap();
                owner.enrolls(&portal, &zoe).await;
            }
            _ => {}
        }
    }
    for reader in [&mut browser, &mut owner] {
        let first = reader.get("/admin/people?named=mia").await;
        first
            .expects(200, "mia@p007")
            .expects(200, "A hundred organizations");
        assert!(!first.says("mia@p103"));
        let next = first.between("class=\"paging\"><a class=\"button small\" href=\"", "\"");
        let next = reader.get(&next.replace("&#38;", "&")).await;
        next.expects(200, "mia@p103")
            .expects(200, "/admin/p103/access");
        assert!(!next.says("mia@p007") && !next.says("Next organizations"));
        // A search that finds nobody goes on by itself, to the end.
        reader
            .get("/admin/people?named=zoe")
            .await
            .expects(200, "zoe@p103");
        let nobody = reader.get("/admin/people?named=nobody").await;
        nobody.expects(200, "Nobody");
        assert!(!nobody.says("Next organizations"));
        let list = reader.get("/admin/requests").await;
        assert!(!list.says("mia@p103"));
        let next = list.between("class=\"paging\"><a class=\"button small\" href=\"", "\"");
        reader.get(&next).await.expects(200, "mia@p103");
        assert_eq!(reader.get("/admin/people?after=zzz").await.status, 200);
    }
    let member = portal.organization("other", Rule::Off).await;
    let member = portal.person(&member, "member").await;
    let mut stranger = portal.browser();
    stranger.signs_in(&member.login, &member.password).await;
    assert_eq!(stranger.get("/admin/people?after=zzz").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_elsewhere_is_told_where_it_counts_and_given_by_who_runs_the_instance() {
    let portal = Portal::start().await;
    let (tess, mut browser, [east, north, south]) = several(&portal).await;
    let given = |role, login: &str| Event::OutsiderRole {
        login: login.to_owned(),
        role,
        until: None,
    };
    let seen = portal.events(Some(east.id)).await;
    assert!(seen.contains(&given(Role::Helpdesk, "tess@provider")));
    let own = portal.events(Some(tess.organization)).await;
    assert!(own.contains(&Event::RoleElsewhere {
        organization: "east".to_owned(),
        role: Role::Helpdesk,
        until: None
    }));
    assert!(
        !portal
            .events(Some(south.id))
            .await
            .iter()
            .any(|event| { matches!(event, Event::OutsiderRole { .. }) })
    );
    // What is done under it stands where it is done.
    let list = browser.get("/admin/requests").await;
    let path = format!(
        "/admin/north/requests/{}",
        list.between("href=\"/admin/north/requests/", "\"")
    );
    browser.post(&path, &[("do", "done"), ("word", "")]).await;
    let entries = portal.entries(Some(north.id)).await;
    let answered = entries
        .iter()
        .find(|entry| matches!(entry.event, Event::HelpAnswered { .. }));
    assert_eq!(
        answered.unwrap().actor,
        Who::Person {
            account: tess.id,
            organization: tess.organization
        }
    );
    // Not to the own organization, not as an owner, not twice, and not by an admin of one of them.
    for (place, role, why) in [
        (&east, Role::Helpdesk, NotChanged::AlreadySo),
        (&south, Role::Member, NotChanged::AlreadySo),
        (&south, Role::Owner, NotChanged::Denied),
    ] {
        assert_eq!(lends(&portal, &tess, place, (role, None)).await, Err(why));
    }
    let abe = portal.person(&east, "abe").await;
    let admin = Actor::Person {
        account: abe.id,
        organization: east.id,
        grants: vec![Grant {
            role: Role::Admin,
            scope: Some(east.id),
            until: None,
        }],
    };
    let eva = portal.person(&east, "evi").await;
    let by_admin = people::set_role_elsewhere(
        &portal.app,
        &admin,
        (east.id, eva.id),
        (south.id, Role::Auditor, None),
        Origin::default(),
    );
    assert_eq!(by_admin.await.unwrap(), Err(NotChanged::Denied));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_reads_searches_and_reads_requests_and_a_member_finds_no_page() {
    let portal = Portal::start().await;
    let east = portal.organization("east", Rule::Optional).await;
    let south = portal.organization("south", Rule::Optional).await;
    let eva = portal.person(&south, "eva").await;
    asks(&portal, &eva).await;
    let (mut auditor, _, aud) = agent(&portal, &east, ("aud", Role::Auditor)).await;
    let lent = lends(&portal, &aud, &south, (Role::Auditor, None)).await;
    assert_eq!(lent, Ok(()));
    let found = auditor.get("/admin/people?named=eva").await;
    found.expects(200, "eva@south");
    assert!(found.says("/admin/requests"));
    let list = auditor.get("/admin/requests").await;
    list.expects(200, "eva@south");
    let mia = portal.person(&east, "mia").await;
    let mut member = portal.browser();
    member.signs_in(&mia.login, &mia.password).await;
    for path in ["/admin", "/admin/people", "/admin/requests"] {
        assert_eq!(member.get(path).await.status, 404, "{path}");
    }
    let mut nobody = portal.browser();
    for path in ["/admin/people?named=eva", "/admin/requests"] {
        let out = nobody.get(path).await.location().unwrap();
        assert!(out.starts_with("/sign-in"), "{path}");
    }
    // After a quarter of an hour away a device is asked for.
    portal.wait(Span::minutes(16));
    let away = auditor.get("/admin/people?named=eva").await;
    assert!(away.location().unwrap().starts_with("/step-up"));
}
