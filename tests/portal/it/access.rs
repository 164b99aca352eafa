//! The table of routes, walked by everybody: who gets in where, and who does not.

use hyper::Method;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::AccountId;
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::{Span, Timestamp};
use portcullis_server::web::{self, Method as RouteMethod, Needs};
use portcullis_server::{instance, people};
use portcullis_store::Tx;
use portcullis_store::accounts::{self, NewAccount};

use super::help_desk::agent;
use crate::client::{Answer, Client};
use crate::portal::Portal;

/// Who walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Walker {
    Stranger,
    HalfSignedIn,
    Member,
    Owner,
}

async fn call(browser: &mut Client, method: RouteMethod, path: &str, accept: &str) -> Answer {
    let method = if method == RouteMethod::Get {
        Method::GET
    } else {
        Method::POST
    };
    let headers = [
        ("accept", accept),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    browser.send(method, path, &headers, "".into()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_lets_in_whom_its_row_says_and_nobody_else() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (olga, ann) = (
        portal.person(&acme, "olga").await,
        portal.person(&acme, "ann").await,
    );
    instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id)
        .await
        .unwrap()
        .unwrap();
    let mut owner = portal.browser();
    owner.enrolls(&portal, &olga).await;
    let mut member = portal.browser();
    let (app, _) = member.enrolls(&portal, &ann).await;
    portal.wait_for_next_code();
    drop(app);
    let mut half = portal.browser();
    half.signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Submit code");

    for route in web::routes()
        .into_iter()
        .filter(|route| route.path != "/sign-out")
    {
        let path = route
            .path
            .replace("{organization}", "acme")
            .replace(['{', '}'], "");
        for (walker, browser) in [
            (Walker::Stranger, portal.browser()),
            (Walker::HalfSignedIn, half.clone()),
            (Walker::Member, member.clone()),
            (Walker::Owner, owner.clone()),
        ] {
            let page = call(&mut browser.clone(), route.method, &path, "text/html").await;
            let json = call(
                &mut browser.clone(),
                route.method,
                &path,
                "application/json",
            )
            .await;
            let what = format!(
                "{walker:?} {:?} {path}: {} {:?}, {}",
                route.method,
                page.status,
                page.location(),
                json.status
            );
            let to_sign_in = page.location().is_some_and(|to| to.starts_with("/sign-in"));
            match (route.needs, walker) {
                (Needs::Nothing, _) => assert!(json.status != 401 && json.status != 403, "{what}"),
                (Needs::Link, _) => assert_eq!(page.status, 404, "{what}"),
                // Without a handle of an attempt, nobody is anywhere in a sign-in.
                (Needs::Attempt, _) => assert!(to_sign_in || page.status == 400, "{what}"),
                (
                    Needs::Session
                    | Needs::Administration
                    | Needs::AnyAdministration
                    | Needs::Instance,
                    Walker::Stranger | Walker::HalfSignedIn,
                ) => {
                    assert!(to_sign_in && json.status == 401, "{what}");
                }
                (
                    Needs::Administration | Needs::AnyAdministration | Needs::Instance,
                    Walker::Member,
                ) => assert_eq!(
                    (page.status.as_u16(), json.status.as_u16()),
                    (404, 404),
                    "{what}"
                ),
                (Needs::Session, _)
                | (
                    Needs::Administration | Needs::AnyAdministration | Needs::Instance,
                    Walker::Owner,
                ) => {
                    assert!(!to_sign_in && json.status != 401, "{what}");
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_opens_only_what_its_next_step_is() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    portal.browser().enrolls(&portal, &ann).await;
    let mut half = portal.browser();
    let attempt = half
        .signs_in(&ann.login, &ann.password)
        .await
        .hidden("attempt");
    for route in web::routes()
        .into_iter()
        .filter(|r| r.needs == Needs::Attempt && r.method == RouteMethod::Get)
    {
        let answer = half
            .clone()
            .get(&format!("{}?attempt={attempt}", route.path))
            .await;
        if ["/sign-in/code", "/sign-in/recovery-code"].contains(&route.path) {
            assert_eq!(answer.status, 200, "{}", route.path);
        } else {
            assert_eq!(
                answer.location(),
                Some(format!("/sign-in/code?attempt={attempt}")),
                "{}",
                route.path
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_administration_asks_for_a_device_again_after_fifteen_minutes() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let olga = portal.person(&acme, "olga").await;
    instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id)
        .await
        .unwrap()
        .unwrap();
    let mut browser = portal.browser();
    let (app, _) = browser.enrolls(&portal, &olga).await;
    for _ in 0..3 {
        portal.wait(Span::minutes(14));
        browser
            .get("/admin/acme/access")
            .await
            .expects(200, "Administration and access");
    }
    portal.wait(Span::minutes(16));
    browser.get("/").await.expects(200, "Your applications");
    let asked = browser.get("/admin/acme/access?after=a").await;
    let step_up = browser.follow(asked).await;
    step_up.expects(200, "Submit code");
    assert_eq!(step_up.hidden("return_to"), "/admin/acme/access?after=a");
    let json = [("accept", "application/json")];
    let answer = browser
        .send(Method::GET, "/admin/acme/access", &json, "".into())
        .await;
    answer.expects(403, "reauth_required");
    let fields = [
        ("act", "administration"),
        ("return_to", "/admin/acme/access"),
        ("code", &app.code(portal.now())),
    ];
    let answer = browser.post("/step-up", &fields).await;
    browser
        .follow(answer)
        .await
        .expects(200, "Administration and access");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_sees_every_organization_and_a_member_not_even_that_it_exists() {
    let portal = Portal::start().await;
    let (acme, north) = (
        portal.organization("acme", Rule::Required).await,
        portal.organization("north", Rule::Off).await,
    );
    let (olga, eva) = (
        portal.person(&acme, "olga").await,
        portal.person(&north, "eva").await,
    );
    instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id)
        .await
        .unwrap()
        .unwrap();
    let mut owner = portal.browser();
    owner.enrolls(&portal, &olga).await;
    owner
        .get("/admin/north/access")
        .await
        .expects(200, "eva@north");
    assert!(!owner.get("/admin/north/access").await.says("olga@acme"));
    let mut member = portal.browser();
    member.signs_in(&eva.login, &eva.password).await;
    let pages = [
        member.get("/admin/north/access").await,
        member.get("/admin/acme/access").await,
        member.get("/admin/none/access").await,
    ];
    assert!(pages.iter().all(|page| page.status == 404));
    assert_eq!(pages[1].body.len(), pages[2].body.len());
    let denied = |slug: &str| Event::AccessDenied {
        organization: slug.to_owned(),
    };
    let events = portal.events(Some(north.id)).await;
    assert!(
        events.ends_with(&[denied("north"), denied("acme"), denied("none")]),
        "{events:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_s_own_record_tells_which_organizations_there_are() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    portal.organization("north", Rule::Optional).await;
    let long = format!("north{}", "x".repeat(500));
    // There is one of the first names, and none of the others.
    let names = ["north", "NORTH", "south", "a", "-.-", "%00", "%ff", &long];
    let mut told = Vec::new();
    for (number, name) in names.iter().enumerate() {
        let person = portal.person(&acme, &format!("eva{number}")).await;
        let mut browser = portal.browser();
        browser.signs_in(&person.login, &person.password).await;
        for path in ["access", "policy", "access/export"] {
            let path = format!("/admin/{name}/{path}");
            let form = [("surprise", "1")];
            let refused = if path.ends_with("export") {
                browser.post(&path, &form).await
            } else {
                browser.get(&path).await
            };
            assert_eq!(refused.status, 404, "{path}");
        }
        let page = browser.get("/account/activity").await;
        page.expects(200, "Activity");
        let (_, deeds) = page.body.split_once("<main").unwrap();
        // Each browser has an address of its own.
        let deeds: String = deeds.chars().filter(|one| !one.is_ascii_digit()).collect();
        let sentence = "The administration was asked for and not opened.";
        assert_eq!(
            deeds.matches(sentence).count(),
            1,
            "once in an hour: {name}"
        );
        told.push(deeds.split("</main>").next().unwrap().to_owned());
    }
    for (name, deeds) in names.iter().zip(&told) {
        assert_eq!(*deeds, told[0], "{name}");
    }
    let written = portal.events(Some(acme.id)).await.into_iter();
    let written: Vec<String> = written
        .filter_map(|event| match event {
            Event::AccessDenied { organization } => Some(organization),
            _ => None,
        })
        .collect();
    assert_eq!(written.len(), names.len());
    assert!(written.iter().all(|name| name.len() <= 64), "{written:?}");

    // However many are asked for, the log does not fill; the next hour has its own lines.
    let flood = async || {
        let person = portal.person(&acme, "fay").await;
        let mut browser = portal.browser();
        browser.signs_in(&person.login, &person.password).await;
        for number in 0..60 {
            let page = browser
                .get(&format!("/admin/made-up-{number}/access"))
                .await;
            assert_eq!(page.status, 404);
        }
        let events = portal.events(Some(acme.id)).await.into_iter();
        let of_these = events.filter_map(|event| match event {
            Event::AccessDenied { organization } => Some(organization),
            _ => None,
        });
        of_these.skip(names.len()).collect::<Vec<String>>()
    };
    let lines = flood().await;
    assert_eq!(lines.len(), 51);
    assert_eq!(lines.last().unwrap(), "…", "one for the rest");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_taken_along_a_page_at_a_time_and_no_field_is_a_formula() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let beta = portal.organization("beta", Rule::Optional).await;
    portal.person(&beta, "eve").await;
    let (mut auditor, _, _) = agent(&portal, &acme, ("gus", Role::Auditor)).await;
    let scope = Scope::of(acme.id);
    // More than two reads of an export.
    let fill = async move |tx: &mut Tx<'_>| {
        for number in 0..1_200_u64 {
            let [.., a, b] = number.to_be_bytes();
            let new = NewAccount {
                id: AccountId::from_bytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, a, b]),
                name: Name::parse(&format!("=1+{number}")).unwrap(),
                login_name: format!("p{number:05}").parse().unwrap(),
                email: None,
                password_hash: "$argon2id$".to_owned(),
            };
            accounts::add(tx, scope, &new, Timestamp::EPOCH).await?;
        }
        Ok(())
    };
    portal.app.store.write(fill).await.unwrap();
    let actor = Actor::Operator("operator@test".to_owned());
    let people = people::export(&portal.app, &actor, &acme, &Origin::default()).await;
    let (mut people, mut sizes, mut rows) = (people.unwrap().unwrap(), Vec::new(), 0);
    while let Some(piece) = people.next().await.unwrap() {
        sizes.push(piece.len());
        rows += piece.lines().count();
    }
    assert_eq!(rows, 1_202, "everybody and the headings");
    assert!(
        sizes.len() == 3 && sizes.iter().all(|size| *size < 64 * 1024),
        "{sizes:?}"
    );
    // Which addresses sign in, an organization among others is not told.
    let file = auditor.post("/admin/acme/access/export", &[]).await;
    file.expects(
        200,
        "p01199,'=1+1199,,,active,not_enabled,0,no,0,no,no,,no,member,,",
    );
    assert!(
        file.says("gus,Person gus,gus@acme.example,,active,enabled,1,no,10,no,no,,no,auditor,20")
    );
    assert_eq!(file.body.lines().count(), 1_202);
    assert!(!file.says("eve"), "of another organization");
    assert_eq!(
        file.headers["content-disposition"],
        "attachment; filename=\"people-acme.csv\""
    );
    assert_eq!(
        auditor.post("/admin/beta/access/export", &[]).await.status,
        404
    );
    let told = portal.events(Some(acme.id)).await;
    assert_eq!(
        told.iter()
            .filter(|one| **one == Event::PeopleExported)
            .count(),
        2
    );
    assert!(
        !portal
            .events(Some(beta.id))
            .await
            .contains(&Event::PeopleExported)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_s_data_is_taken_along_with_a_fresh_proof_alone() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut auditor, app, _) = agent(&portal, &acme, ("gus", Role::Auditor)).await;
    portal.wait(Span::minutes(6));
    let asked = auditor.post("/admin/acme/access/export", &[]).await;
    let page = auditor.follow(asked).await;
    page.expects(200, "What concerns other people’s accounts");
    let told = portal.events(Some(acme.id)).await;
    assert!(!told.contains(&Event::PeopleExported), "nothing was taken");
    let fields = [
        ("act", "people"),
        ("return_to", "/admin/acme/access"),
        ("code", &app.code(portal.now())),
    ];
    let proved = auditor.post("/step-up", &fields).await;
    assert_eq!(proved.location().as_deref(), Some("/admin/acme/access"));
    let file = auditor.post("/admin/acme/access/export", &[]).await;
    file.expects(200, "gus,Person gus");
}
