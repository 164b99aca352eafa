//! A printed invitation, from the letter to the account.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::people;

use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_types_the_code_sets_a_password_and_is_led_to_the_wizard() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let code = portal.letter(&acme, "greta").await.code.shown();
    let mut browser = portal.browser();
    browser.get("/invitation").await.expects(200, "code");
    let typed = code.replace('-', " ").to_lowercase();
    let found = browser.post("/invitation", &[("code", &typed)]).await;
    let page = browser.follow(found).await;
    page.expects(200, "Greta Guest")
        .expects(200, "greta@acme")
        .expects(200, "ACME Works");
    let weak = browser
        .post(&format!("/invitation/{code}"), &[("password", "short")])
        .await;
    weak.expects(422, "8");
    let named = browser
        .post(
            &format!("/invitation/{code}"),
            &[("password", "Greta.Guest1")],
        )
        .await;
    assert_eq!(named.status, 422);
    let accepted = browser
        .post(
            &format!("/invitation/{code}"),
            &[("password", "plum teapot ladder")],
        )
        .await;
    let wizard = browser.follow(accepted).await;
    wizard.expects(200, "I already have an app");
    let (app, _) = browser.sets_up(&portal, &wizard).await;
    portal.wait_for_next_code();
    let mut browser = portal.browser();
    let page = browser.signs_in("greta@acme", "plum teapot ladder").await;
    assert_eq!(
        browser
            .gives_code(&page, &app.code(portal.now()))
            .await
            .status,
        303
    );
    for path in [
        "/invitation/",
        "/invitation/nonsense",
        &format!("/invitation/{code}"),
    ] {
        assert_eq!(portal.browser().get(path).await.status, 404, "{path}");
    }
    let again = portal
        .browser()
        .post(
            &format!("/invitation/{code}"),
            &[("password", "plum teapot ladder")],
        )
        .await;
    assert_eq!(again.status, 404);
    portal
        .browser()
        .post("/invitation", &[("code", &code)])
        .await
        .expects(422, "code");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_password_stands_alone_it_is_longer() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let path = format!(
        "/invitation/{}",
        portal.letter(&north, "greta").await.code.shown()
    );
    let mut browser = portal.browser();
    browser
        .post(&path, &[("password", "plum teapot la")])
        .await
        .expects(422, "15");
    let answer = browser
        .post(&path, &[("password", "plum teapot lad")])
        .await;
    browser
        .follow(answer)
        .await
        .expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_an_invitation_uses_nothing_up() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let path = format!(
        "/invitation/{}",
        portal.letter(&north, "greta").await.code.shown()
    );
    for _ in 0..3 {
        portal.browser().get(&path).await.expects(200, "Accept");
    }
    let answer = portal
        .browser()
        .post(&path, &[("password", "plum teapot ladder")])
        .await;
    assert_eq!(answer.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_ends_by_time_and_by_a_newer_one() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let first = portal.letter(&north, "greta").await.code.shown();
    let second = portal.letter(&north, "greta").await.code.shown();
    assert_eq!(
        portal
            .browser()
            .get(&format!("/invitation/{first}"))
            .await
            .status,
        404
    );
    let path = format!("/invitation/{second}");
    portal.wait(Span::days(14));
    assert_eq!(portal.browser().get(&path).await.status, 404);
    assert_eq!(
        portal
            .browser()
            .post(&path, &[("password", "plum teapot ladder")])
            .await
            .status,
        404
    );
    assert_eq!(portal.count("SELECT COUNT(*) FROM accounts").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_vouched_for_until_there_is_a_second_organization() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let invite = async |login: &str| {
        let guest = people::Person {
            name: Name::parse("Greta Guest").unwrap(),
            login_name: login.parse().unwrap(),
            email: Some(format!("{login}@globex.example").parse().unwrap()),
        };
        let (who, guest) = (Actor::System, (guest, Span::days(1)));
        let letter = people::invite(&portal.app, &who, &acme, guest, Origin::default()).await;
        letter.unwrap().unwrap()
    };
    let (first, second) = (invite("first").await, invite("second").await);
    let accepts = async |letter: people::Letter, login: &str| {
        let path = format!("/invitation/{}", letter.code.shown());
        let form = [("password", "plum teapot ladder")];
        assert!(portal.browser().post(&path, &form).await.opens());
        let address = format!("{login}@globex.example");
        let mut browser = portal.browser();
        browser.signs_in(&address, "plum teapot ladder").await
    };
    assert_eq!(accepts(first, "first").await.status, 200);
    portal.organization("globex", Rule::Off).await;
    assert_eq!(accepts(second, "second").await.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vouched_address_signs_in_and_is_one_accounts_only() {
    let portal = Portal::start().await;
    let (acme, north) = (
        portal.organization("acme", Rule::Off).await,
        portal.organization("north", Rule::Off).await,
    );
    let guest = |login: &str| people::Person {
        name: Name::parse("Greta Guest").unwrap(),
        login_name: login.parse().unwrap(),
        email: Some("Greta@Example.com".parse().unwrap()),
    };
    let invite = async |organization, login| {
        people::invite(
            &portal.app,
            &Actor::System,
            organization,
            (guest(login), Span::days(1)),
            Origin::default(),
        )
        .await
        .unwrap()
    };
    // Both are open at once; the first to be accepted proves the address.
    let (first, second) = (
        invite(&acme, "greta").await.unwrap(),
        invite(&north, "greta").await.unwrap(),
    );
    for (letter, signs_in) in [(first, 200), (second, 422)] {
        let path = format!("/invitation/{}", letter.code.shown());
        let password = format!("plum teapot ladder {signs_in}");
        assert_eq!(
            portal
                .browser()
                .post(&path, &[("password", &password)])
                .await
                .status,
            303
        );
        assert_eq!(
            portal
                .browser()
                .signs_in("greta@example.com", &password)
                .await
                .status
                .as_u16(),
            signs_in
        );
    }
    assert!(matches!(
        invite(&acme, "other").await.err(),
        Some(people::NotAdded::EmailTaken)
    ));
    let vouched = |events: Vec<Event>| {
        events.iter().any(|e| {
            matches!(
                e,
                Event::InvitationAccepted {
                    email_vouched: true,
                    ..
                }
            )
        })
    };
    assert!(
        vouched(portal.events(Some(acme.id)).await)
            && !vouched(portal.events(Some(north.id)).await)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn common_passwords_are_refused_with_the_reason() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let path = format!(
        "/invitation/{}",
        portal.letter(&acme, "greta").await.code.shown()
    );
    for bad in [
        "password",
        "12345678",
        "qwertyuiop",
        "iloveyou",
        "trustno1",
        "password1",
        "portcullis",
        "acmeworks",
        "gretaguest",
    ] {
        let answer = portal.browser().post(&path, &[("password", bad)]).await;
        assert_eq!(answer.status, 422, "{bad}");
        assert!(answer.says("message") || answer.says("why"), "{bad}");
    }
    assert_eq!(portal.count("SELECT COUNT(*) FROM accounts").await, 0);
    let long = "ä".repeat(257);
    portal
        .browser()
        .post(&path, &[("password", &long)])
        .await
        .expects(422, "256");
    // Spaces at the ends count, and the last of 256 characters does too.
    let exact = format!("  {}", "lower case words only ".repeat(11));
    assert!(exact.chars().count() <= 256);
    assert_eq!(
        portal
            .browser()
            .post(&path, &[("password", &exact)])
            .await
            .status,
        303
    );
    portal
        .browser()
        .signs_in("greta@acme", exact.trim())
        .await
        .expects(422, "Log in");
    let mut changed = exact.clone();
    changed.pop();
    portal
        .browser()
        .signs_in("greta@acme", &changed)
        .await
        .expects(422, "Log in");
    portal
        .browser()
        .signs_in("greta@acme", &exact)
        .await
        .expects(200, "I already have an app");
}
