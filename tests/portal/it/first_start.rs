//! From nothing to an owner with a device.

use portcullis_core::time::Span;

use crate::portal::Portal;

const FORM: [(&str, &str); 7] = [
    ("organization", "Acme Tools"),
    ("slug", "acme"),
    ("requirement", "optional"),
    ("name", "Olga Owner"),
    ("login_name", "olga"),
    ("email", "olga@example.com"),
    ("password", "plum teapot"),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_set_up_line_makes_an_organization_and_an_owner_who_invites() {
    let portal = Portal::start().await;
    assert_eq!(portal.browser().get("/setup/nonsense").await.status, 404);
    let path = portal.setup_link().await;
    let mut browser = portal.browser();
    browser.get(&path).await.expects(200, "organization");
    let made = browser.post(&path, &FORM).await;
    let wizard = browser.follow(made).await;
    wizard.expects(200, "I already have an app");
    let (app, _) = browser.sets_up(&portal, &wizard).await;
    browser.get("/").await.expects(200, "href=\"/admin\"");
    let only = browser.get("/admin").await.location();
    assert_eq!(only.as_deref(), Some("/admin/acme/access"));
    for method in ["GET", "POST"] {
        let answer = browser
            .send(
                method.parse().unwrap(),
                &path,
                &[("content-type", "application/x-www-form-urlencoded")],
                "".into(),
            )
            .await;
        assert_eq!(answer.status, 404, "a used link: {method}");
    }
    let list = browser.get("/admin/acme/access").await;
    list.expects(200, "Administration and access")
        .expects(200, "olga@acme");
    let guest = [
        ("name", "Greta Guest"),
        ("login_name", "greta"),
        ("email", ""),
    ];
    let letter = browser.post("/admin/acme/access/invite", &guest).await;
    letter
        .expects(200, "greta@acme")
        .expects(200, &format!("{}/invitation", portal.url));
    browser
        .get("/admin/acme/access")
        .await
        .expects(200, "Greta Guest");
    let taken = [
        ("name", "Other Olga"),
        ("login_name", "olga"),
        ("email", ""),
    ];
    assert_eq!(
        browser
            .post("/admin/acme/access/invite", &taken)
            .await
            .status,
        422
    );
    // The address was vouched for at the first start, so it signs in.
    portal.wait_for_next_code();
    let mut browser = portal.browser();
    let page = browser.signs_in("olga@example.com", "plum teapot").await;
    assert_eq!(
        browser
            .gives_code(&page, &app.code(portal.now()))
            .await
            .status,
        303
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_dies_after_an_hour_and_by_a_newer_one() {
    let portal = Portal::start().await;
    let (first, second) = (portal.setup_link().await, portal.setup_link().await);
    assert_eq!(portal.browser().get(&first).await.status, 404);
    portal
        .browser()
        .get(&second)
        .await
        .expects(200, "organization");
    portal.wait(Span::hours(1));
    assert_eq!(portal.browser().get(&second).await.status, 404);
    assert_eq!(portal.browser().post(&second, &FORM).await.status, 404);
    assert_eq!(portal.count("SELECT COUNT(*) FROM organizations").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_wrong_is_said_at_its_field_and_loses_nothing() {
    let portal = Portal::start().await;
    let path = portal.setup_link().await;
    for (field, value) in [
        ("organization", ""),
        ("organization", "a\u{7}b"),
        ("slug", "-no-"),
        ("slug", "a.b"),
        ("requirement", "sometimes"),
        ("name", "  "),
        ("login_name", "olga owner"),
        ("email", "olga"),
        ("password", ""),
        ("password", "short"),
        ("password", "password1"),
        ("password", "acme tools"),
    ] {
        let form = FORM.map(|(name, old)| (name, if name == field { value } else { old }));
        let answer = portal.browser().post(&path, &form).await;
        answer.expects(422, " refused\"");
        assert!(
            field == "name" || answer.says("Olga Owner"),
            "what was typed elsewhere stays"
        );
        assert!(!answer.says("plum teapot"), "a password is never sent back");
    }
    assert_eq!(portal.count("SELECT COUNT(*) FROM organizations").await, 0);
    assert_eq!(
        portal.browser().post(&path, &FORM).await.status,
        303,
        "the link is still good"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_short_name_leaves_the_link_good_and_an_owner_ends_it() {
    use portcullis_core::policy::Rule;
    let portal = Portal::start().await;
    portal.organization("acme", Rule::Off).await;
    // An organization without an owner, made at the command line: the link is still there to be had.
    let path = portal.setup_link().await;
    portal
        .browser()
        .post(&path, &FORM)
        .await
        .expects(422, " refused\"");
    let other = FORM.map(|(name, value)| (name, if name == "slug" { "acme2" } else { value }));
    assert_eq!(portal.browser().post(&path, &other).await.status, 303);
    assert_eq!(portal.browser().get(&path).await.status, 404);
    assert!(
        portcullis_server::instance::setup_link(&portal.app)
            .await
            .unwrap()
            .is_none()
    );
}
