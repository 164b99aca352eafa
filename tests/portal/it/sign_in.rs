//! Signing in, from the password to the dashboard.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin, PasswordRefusal};
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_server::people;

use crate::client::Answer;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn login_name_and_proved_address_sign_in_with_password_and_code() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, codes) = portal.browser().enrolls(&portal, &ann).await;
    assert_eq!(codes.len(), 10);
    for login in [&ann.login, &ann.email, &ann.login.to_uppercase()] {
        portal.wait_for_next_code();
        let mut browser = portal.browser();
        let page = browser.signs_in(login, &ann.password).await;
        page.expects(200, "Enter the code here");
        let answer = browser.gives_code(&page, &app.code(portal.now())).await;
        browser
            .follow(answer)
            .await
            .expects(200, "Your applications");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_mfa_the_password_leads_to_the_dashboard() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser();
    browser
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn mfa_required_of_one_account_is_asked_where_the_policy_is_off() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let (eva, finn) = (
        portal.person(&north, "eva").await,
        portal.person(&north, "finn").await,
    );
    people::require_mfa(
        &portal.app,
        &Actor::System,
        (north.id, eva.id),
        true,
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();
    portal
        .browser()
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "I already have an app");
    portal
        .browser()
        .signs_in(&finn.login, &finn.password)
        .await
        .expects(200, "Your applications");
}

/// The page without what differs from answer to answer, and without what was typed.
fn masked(answer: &Answer, typed: &str) -> String {
    let nonce = answer.headers["content-security-policy"]
        .to_str()
        .unwrap()
        .split("'nonce-")
        .nth(1)
        .unwrap();
    let nonce = nonce.split('\'').next().unwrap();
    let headers: Vec<String> = answer
        .headers
        .iter()
        .filter(|(name, _)| *name != "date" && *name != "x-request-id")
        .map(|(k, v)| format!("{k}: {v:?}"))
        .collect();
    format!("{} {}\n{}", answer.status, headers.join("\n"), answer.body)
        .replace(nonce, "NONCE")
        .replace(&answer.support_code(), "CODE")
        .replace(typed, "TYPED")
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_wrong_and_suspended_get_the_same_answer() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let known = portal.person(&acme, "known1").await;
    let gone = portal.person(&acme, "gone01").await;
    people::set_active(
        &portal.app,
        &Actor::System,
        (acme.id, gone.id),
        false,
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();
    let mut answers = Vec::new();
    for (login, password) in [
        (known.login.as_str(), "not the password"),
        ("nobody@acme", "not the password"),
        (gone.login.as_str(), gone.password.as_str()),
        (gone.login.as_str(), "not the password"),
    ] {
        let mut browser = portal.browser();
        let answer = browser
            .post("/sign-in", &[("login", login), ("password", password)])
            .await;
        assert!(browser.cookies.is_empty());
        // The logins have one length, so that not even the lengths of the answers differ.
        answers.push(masked(&answer, &format!("{login:<11}")).replace(login, "TYPED"));
    }
    assert!(
        answers.iter().all(|answer| *answer == answers[0]),
        "{answers:#?}"
    );
    assert!(answers[0].starts_with("422"), "{}", answers[0]);
    let causes: Vec<_> = portal
        .events(Some(acme.id))
        .await
        .into_iter()
        .filter_map(|event| match event {
            Event::PasswordRefused { cause, .. } => Some(cause),
            _ => None,
        })
        .collect();
    assert_eq!(
        causes,
        [
            PasswordRefusal::Wrong,
            PasswordRefusal::Suspended,
            PasswordRefusal::Wrong
        ]
    );
    assert_eq!(portal.count("SELECT COUNT(*) FROM attempts").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_nobody_has_is_not_written_down() {
    let portal = Portal::start().await;
    portal.organization("acme", Rule::Optional).await;
    let secret = "oops my password 42";
    portal
        .browser()
        .post("/sign-in", &[("login", secret), ("password", "x")])
        .await;
    let events = portal.events(None).await;
    assert!(matches!(
        events.last(),
        Some(Event::PasswordRefused {
            cause: PasswordRefusal::UnknownLogin,
            login_hash: Some(_)
        })
    ));
    assert!(!format!("{events:?}").contains("oops"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unproved_address_does_not_sign_in() {
    let portal = Portal::start().await;
    let (acme, other) = (
        portal.organization("acme", Rule::Off).await,
        portal.organization("other", Rule::Off).await,
    );
    let ann = portal.person(&acme, "ann").await;
    // The same address in another organization: it is proved for the first account only.
    let person = people::Person {
        name: portcullis_core::name::Name::parse("Squatter").unwrap(),
        login_name: "squatter".parse().unwrap(),
        email: Some(ann.email.parse().unwrap()),
    };
    let typed = portcullis_core::credential::password::Password::typed("another long password");
    let owner = Actor::Person {
        account: ann.id,
        organization: other.id,
        grants: vec![admin_of(&other)],
    };
    let made = people::create(
        &portal.app,
        &owner,
        &other,
        (person, typed),
        portcullis_core::audit::Origin::default(),
    )
    .await;
    made.unwrap()
        .expect("an address may stand on record in two organizations");
    let mut browser = portal.browser();
    browser
        .signs_in(&ann.email, "another long password")
        .await
        .expects(422, "Log in");
    browser
        .signs_in("squatter@other", "another long password")
        .await
        .expects(200, "Your applications");
    portal
        .browser()
        .signs_in(&ann.email, &ann.password)
        .await
        .expects(200, "Your applications");
}

fn admin_of(
    organization: &portcullis_store::organizations::Organization,
) -> portcullis_core::role::Grant {
    use portcullis_core::role::{Grant, Role};
    Grant {
        role: Role::Admin,
        scope: Some(organization.id),
        until: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_sign_in_one_is_where_one_was_going_and_nowhere_else() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let asked = portal.browser().get("/account?tab=mfa").await;
    assert_eq!(
        asked.location().as_deref(),
        Some("/sign-in?return_to=%2Faccount%3Ftab%3Dmfa")
    );
    for (return_to, expect) in [
        ("/account?tab=mfa", "/account?tab=mfa"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ] {
        let fields = [
            ("login", eva.login.as_str()),
            ("password", &eva.password),
            ("return_to", return_to),
        ];
        let answer = portal.browser().post("/sign-in", &fields).await;
        assert_eq!(
            (answer.status.as_u16(), answer.location().as_deref()),
            (303, Some(expect)),
            "{return_to}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_do_not_cross() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (ann, ben) = (
        portal.person(&acme, "ann").await,
        portal.person(&acme, "ben").await,
    );
    let (anns, _) = portal.browser().enrolls(&portal, &ann).await;
    let (bens, _) = portal.browser().enrolls(&portal, &ben).await;
    portal.wait_for_next_code();
    let mut browser = portal.browser();
    let first = browser.signs_in(&ann.login, &ann.password).await;
    let second = browser.signs_in(&ben.login, &ben.password).await;
    assert_ne!(first.hidden("attempt"), second.hidden("attempt"));
    // Each code counts in its own tab only.
    browser
        .gives_code(&first, &bens.code(portal.now()))
        .await
        .expects(422, "Enter the code here");
    let answer = browser.gives_code(&first, &anns.code(portal.now())).await;
    browser.follow(answer).await.expects(200, "Person ann");
    let answer = browser.gives_code(&second, &bens.code(portal.now())).await;
    browser.follow(answer).await.expects(200, "Person ben");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stored_hash_is_made_anew_when_parameters_rise() {
    use portcullis_core::credential::password::HashParams;
    use portcullis_store::testing::Place;
    let place = Place::sqlite();
    let before = Portal::on(&place).await;
    let north = before.organization("north", Rule::Off).await;
    let eva = before.person(&north, "eva").await;
    let raised = HashParams {
        memory_kib: 128,
        passes: 2,
        lanes: 1,
    };
    let after = Portal::with(&place, raised).await;
    after
        .browser()
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    assert_eq!(after.count("SELECT COUNT(*) FROM accounts WHERE password_hash >= '$argon2id$v=19$m=128,t=2,p=1' AND password_hash < '$argon2id$v=19$m=128,t=2,p=2'").await, 1);
    after
        .browser()
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    assert!(
        after
            .events(Some(north.id))
            .await
            .contains(&Event::PasswordRehashed)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspended_account_is_out_at_its_next_request() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser();
    browser
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    assert!(
        people::set_active(
            &portal.app,
            &Actor::System,
            (north.id, eva.id),
            false,
            Origin::default()
        )
        .await
        .unwrap()
        .is_ok()
    );
    assert_eq!(
        browser.get("/").await.location().as_deref(),
        Some("/sign-in")
    );
    assert!(
        people::set_active(
            &portal.app,
            &Actor::System,
            (north.id, eva.id),
            true,
            Origin::default()
        )
        .await
        .unwrap()
        .is_ok()
    );
    assert!(
        people::set_active(
            &portal.app,
            &Actor::System,
            (north.id, eva.id),
            true,
            Origin::default()
        )
        .await
        .unwrap()
        .is_err(),
        "it is active"
    );
    assert_eq!(
        browser.get("/").await.location().as_deref(),
        Some("/sign-in"),
        "the old session stays dead"
    );
    browser
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    assert_eq!(State::Active.as_str(), "active");
}
