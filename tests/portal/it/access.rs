//! The table of routes, walked by everybody: who gets in where, and who does not.

use hyper::Method;
use portcullis_core::audit::Event;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_core::time::Span;
use portcullis_server::instance;
use portcullis_server::web::{self, Method as RouteMethod, Needs};

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
                    Needs::Session | Needs::Administration | Needs::Instance,
                    Walker::Stranger | Walker::HalfSignedIn,
                ) => {
                    assert!(to_sign_in && json.status == 401, "{what}");
                }
                (Needs::Administration | Needs::Instance, Walker::Member) => assert_eq!(
                    (page.status.as_u16(), json.status.as_u16()),
                    (404, 404),
                    "{what}"
                ),
                (Needs::Session, _) | (Needs::Administration | Needs::Instance, Walker::Owner) => {
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
        events.ends_with(&[denied("north"), denied("acme")]),
        "{events:?}"
    );
}
