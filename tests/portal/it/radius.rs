//! Remote logon: the same accounts, policy, limits and audit log, asked for by RADIUS.

use portcullis_core::audit::{Event, Origin, PasswordRefusal};
use portcullis_core::credential::Kind;
use portcullis_core::policy::Rule;
use portcullis_core::radius::{Signing, attribute};
use portcullis_core::role::{Actor, Scope};
use portcullis_core::time::Span;
use portcullis_server::radius::clients;
use portcullis_server::{instance, organizations, people};
use portcullis_store::radius_clients::Terms;
use portcullis_store::{Tx, args};

use super::radius_clients::{Asker, Door, Said, signing};
use crate::app::App;
use crate::portal::{Person, Portal};

/// An organization that requires MFA, somebody who has it, and a client.
pub struct Story {
    pub portal: Portal,
    pub door: Door,
    pub acme: portcullis_store::organizations::Organization,
    pub ann: Person,
    pub app: App,
    pub codes: Vec<String>,
    pub host: Asker,
}

pub async fn story() -> Story {
    told(signing(Signing::Yes)).await
}

pub async fn told(terms: Terms) -> Story {
    let portal = Portal::start().await;
    let door = Door::of(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, codes) = portal.browser().enrolls(&portal, &ann).await;
    portal.wait_for_next_code();
    let host = Asker::of(&portal, &door, &acme, terms).await;
    Story {
        portal,
        door,
        acme,
        ann,
        app,
        codes,
        host,
    }
}

impl Story {
    pub fn code(&self) -> String {
        self.app.code(self.portal.now())
    }

    pub async fn logged_on(&self) -> usize {
        let events = self.portal.events(Some(self.acme.id)).await;
        let logged_on = |event: &&Event| matches!(event, Event::LoggedOn { .. });
        events.iter().filter(logged_on).count()
    }
}

#[tokio::test]
async fn password_then_code_lets_in_and_is_written_down_with_client_and_address() {
    let story = story().await;
    let mut request = story.host.request(&story.ann.login, &story.ann.password);
    request.add(attribute::CALLING_STATION_ID, b"192.0.2.7");
    let asked = story
        .host
        .sends(&request.signed(story.host.secret.as_bytes()))
        .await;
    let Said::Challenge(prompt, state) = asked else {
        panic!("{asked:?}");
    };
    assert_eq!(prompt, "Code from your authenticator app:");
    let accept = story
        .host
        .answers(&story.ann.login, &story.code(), &state)
        .await;
    assert_eq!(accept, Said::Accept(Vec::new()));
    let entries = story.portal.entries(Some(story.acme.id)).await;
    let proved = entries
        .iter()
        .rfind(|one| one.event == Event::PasswordProved)
        .unwrap();
    assert_eq!(proved.origin.address.as_deref(), Some("192.0.2.7"));
    let via = proved.origin.via.clone().unwrap();
    assert_eq!(
        (via.client, via.address),
        (story.host.name.clone(), story.host.address.to_string())
    );
    let last = entries.last().unwrap();
    let factors = vec![Kind::Password, Kind::Totp];
    let client = story.host.name.clone();
    assert_eq!(last.event, Event::LoggedOn { client, factors });
    assert_eq!(last.account, Some(story.ann.id));
    // No session is opened for it, and nothing is left of the attempt.
    assert_eq!(story.portal.count("SELECT COUNT(*) FROM sessions").await, 1);
    assert_eq!(story.portal.count("SELECT COUNT(*) FROM attempts").await, 0);
    // The member reads of it.
    let mut browser = story.portal.browser();
    story.portal.wait_for_next_code();
    let page = browser
        .signs_in(&story.ann.login, &story.ann.password)
        .await;
    browser.gives_code(&page, &story.code()).await;
    let said = format!(
        "Logged on to <bdi>{}</bdi> with the password and a code from the app.",
        story.host.name
    );
    browser.get("/account/activity").await.expects(200, &said);
}

#[tokio::test]
async fn a_code_counts_once_whatever_the_door() {
    let story = story().await;
    let mut browser = story.portal.browser();
    let page = browser
        .signs_in(&story.ann.login, &story.ann.password)
        .await;
    assert!(browser.gives_code(&page, &story.code()).await.opens());
    // The one that was used on the web a moment ago.
    let replayed = story.host.logs_on(&story.ann, &story.code()).await;
    replayed.refuses("used already");
    story.portal.wait_for_next_code();
    assert!(
        story
            .host
            .logs_on(&story.ann, &story.code())
            .await
            .is_accept()
    );
    story
        .host
        .logs_on(&story.ann, &story.code())
        .await
        .refuses("used already");
    // And the other way round.
    let page = browser
        .signs_in(&story.ann.login, &story.ann.password)
        .await;
    let answer = browser.gives_code(&page, &story.code()).await;
    answer.expects(422, "already used");
    story.portal.wait_for_next_code();
    assert!(browser.gives_code(&page, &story.code()).await.opens());
}

#[tokio::test]
async fn wrong_tries_count_here_and_on_the_web_alike() {
    let story = story().await;
    for _ in 0..5 {
        let said = story.host.asks(&story.ann.login, "wrong").await;
        assert_eq!(said, Said::Reject(String::new()));
    }
    story
        .host
        .asks("ann", &story.ann.password)
        .await
        .refuses("Log on again in one minute");
    let mut browser = story.portal.browser();
    let page = browser
        .signs_in(&story.ann.login, &story.ann.password)
        .await;
    page.expects(429, "Too many");
    story.portal.wait(Span::minutes(1));
    let wrong = story.app.wrong_code(story.portal.now());
    for _ in 0..5 {
        story
            .host
            .logs_on(&story.ann, &wrong)
            .await
            .refuses("not the right code");
    }
    let late = story.host.logs_on(&story.ann, &story.code()).await;
    late.refuses("Too many wrong tries");
    let page = browser
        .signs_in(&story.ann.login, &story.ann.password)
        .await;
    browser
        .gives_code(&page, &story.code())
        .await
        .expects(429, "Too many");
    assert_eq!(story.logged_on().await, 0);
}

#[tokio::test]
async fn suspended_frozen_and_foreign_accounts_are_refused_like_wrong_passwords() {
    let story = story().await;
    let globex = story.portal.organization("globex", Rule::Off).await;
    let bob = story.portal.person(&globex, "bob").await;
    assert_eq!(
        story.host.asks(&bob.login, &bob.password).await,
        Said::Reject(String::new())
    );
    assert_eq!(
        story.host.asks(&bob.email, &bob.password).await,
        Said::Reject(String::new())
    );
    let refused = Event::PasswordRefused {
        cause: PasswordRefusal::NotAdmitted,
        login_hash: None,
    };
    assert!(
        story
            .portal
            .events(Some(globex.id))
            .await
            .contains(&refused)
    );
    let told = story.portal.entries(Some(globex.id)).await;
    let told = format!("{told:?}");
    assert!(!told.contains(&story.host.name), "{told}");
    // Frozen, whatever is proved: a shell can't be kept from changing anything.
    let set = async |state: &'static str| {
        let id = story.ann.id;
        let unit = async move |tx: &mut Tx<'_>| {
            tx.run(
                "UPDATE accounts SET state = $1 WHERE id = $2",
                args![state, id],
            )
            .await
        };
        assert_eq!(story.portal.app.store.write(unit).await, Ok(1));
    };
    let state = story
        .host
        .asks(&story.ann.login, &story.ann.password)
        .await
        .state();
    set("frozen").await;
    story
        .host
        .answers(&story.ann.login, &story.code(), &state)
        .await
        .refuses("too long");
    let said = story.host.asks(&story.ann.login, &story.ann.password).await;
    said.refuses("Your account is frozen");
    set("active").await;
    // Suspended between password and code, and before both.
    let state = story
        .host
        .asks(&story.ann.login, &story.ann.password)
        .await
        .state();
    let whose = (story.ann.organization, story.ann.id);
    people::set_active(
        &story.portal.app,
        &Actor::System,
        whose,
        false,
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();
    story
        .host
        .answers(&story.ann.login, &story.code(), &state)
        .await
        .refuses("too long");
    let said = story.host.asks(&story.ann.login, &story.ann.password).await;
    assert_eq!(said, Said::Reject(String::new()));
    assert_eq!(
        story.host.asks("nobody", "x").await,
        Said::Reject(String::new())
    );
    assert_eq!(story.logged_on().await, 0);
}

#[tokio::test]
async fn nobody_of_a_suspended_organization_logs_on() {
    let story = story().await;
    let (app, person) = (&story.portal.app, &story.ann);
    // Somebody else owns the portal, or nobody's organization could be suspended.
    let msp = story.portal.organization("msp", Rule::Off).await;
    let olga = story.portal.person(&msp, "olga").await;
    instance::make_owner(app, &Actor::System, Scope::of(msp.id), olga.id)
        .await
        .unwrap()
        .unwrap();
    let state = story
        .host
        .asks(&person.login, &person.password)
        .await
        .state();
    let set_active = async |active: bool| {
        let origin = Origin::default();
        organizations::set_active(app, &Actor::System, &story.acme, active, origin)
            .await
            .unwrap()
            .unwrap();
    };
    set_active(false).await;
    let code = story.code();
    let said = story.host.answers(&person.login, &code, &state).await;
    said.refuses("too long");
    let said = story.host.asks(&person.login, &person.password).await;
    assert_eq!(said, Said::Reject(String::new()));
    assert_eq!(story.logged_on().await, 0);
    set_active(true).await;
    let state = story
        .host
        .asks(&person.login, &person.password)
        .await
        .state();
    let said = story.host.answers(&person.login, &code, &state).await;
    assert!(matches!(said, Said::Accept(_)), "{said:?}");
    assert_eq!(story.logged_on().await, 1);
}

#[tokio::test]
async fn who_must_set_up_mfa_first_is_told_where() {
    let story = story().await;
    let carl = story.portal.person(&story.acme, "carl").await;
    let said = story.host.asks("carl", &carl.password).await;
    said.refuses(&format!("Sign in at {}/", story.portal.url));
    let (app, _) = story.portal.browser().enrolls(&story.portal, &carl).await;
    story.portal.wait_for_next_code();
    let code = app.code(story.portal.now());
    assert!(story.host.logs_on(&carl, &code).await.is_accept());
}

#[tokio::test]
async fn there_is_no_grace_where_nothing_can_be_offered() {
    let story = story().await;
    super::grace::decides(&story.portal, &story.acme, |policy| {
        (policy.grace_days, policy.required_since) = (14, None);
    })
    .await;
    let carl = story.portal.person(&story.acme, "carl").await;
    let mut browser = story.portal.browser();
    let offered = browser.signs_in(&carl.login, &carl.password).await;
    offered.expects(200, "Not now");
    let said = story.host.asks("carl", &carl.password).await;
    said.refuses(&format!("Sign in at {}/", story.portal.url));
    assert_eq!(story.logged_on().await, 0);
}

#[tokio::test]
async fn where_mfa_is_off_the_password_alone_lets_in() {
    let story = story().await;
    let globex = story.portal.organization("globex", Rule::Off).await;
    let bob = story.portal.person(&globex, "bob").await;
    let terms = Terms {
        returned: vec!["Class=vpn".to_owned(), "Session-Timeout=60".to_owned()],
        ..signing(Signing::Yes)
    };
    let host = Asker::of(&story.portal, &story.door, &globex, terms).await;
    let accept = Said::Accept(vec![(25, b"vpn".to_vec()), (27, vec![0, 0, 0, 60])]);
    // By login name, with and without the organization, and by proved address.
    for name in ["bob", "bob@globex", "Bob@Globex.example"] {
        assert_eq!(host.asks(name, &bob.password).await, accept, "{name}");
    }
    assert_eq!(
        host.asks("ann@acme", &story.ann.password).await,
        Said::Reject(String::new())
    );
}

#[tokio::test]
async fn a_challenge_takes_one_answer_from_the_same_client_address_and_login() {
    let story = story().await;
    let other = Asker::of(
        &story.portal,
        &story.door,
        &story.acme,
        signing(Signing::Yes),
    )
    .await;
    let bert = story.portal.person(&story.acme, "bert").await;
    let state = story
        .host
        .asks(&story.ann.login, &story.ann.password)
        .await
        .state();
    other
        .answers(&story.ann.login, &story.code(), &state)
        .await
        .refuses("too long");
    story
        .host
        .answers(&bert.login, &story.code(), &state)
        .await
        .refuses("too long");
    story
        .host
        .answers("ann", &story.code(), &[b'x'; 75])
        .await
        .refuses("too long");
    story
        .host
        .answers("ann", &story.code(), b"")
        .await
        .refuses("too long");
    // None of them used it up; the right answer does, and so does a wrong one.
    assert!(
        story
            .host
            .answers(&story.ann.email, &story.code(), &state)
            .await
            == Said::Reject("That took too long. Log on again.".to_owned())
    );
    assert!(
        story
            .host
            .answers("ann", &story.code(), &state)
            .await
            .is_accept()
    );
    story.portal.wait_for_next_code();
    story
        .host
        .answers("ann", &story.code(), &state)
        .await
        .refuses("too long");
    for wrong in [
        story.app.wrong_code(story.portal.now()),
        "hello".to_owned(),
        String::new(),
    ] {
        let state = story.host.asks("ann", &story.ann.password).await.state();
        story
            .host
            .answers("ann", &wrong, &state)
            .await
            .refuses("not the right code");
        story
            .host
            .answers("ann", &story.code(), &state)
            .await
            .refuses("too long");
    }
    let state = story.host.asks("ann", &story.ann.password).await.state();
    story.portal.wait(Span::minutes(2));
    story
        .host
        .answers("ann", &story.code(), &state)
        .await
        .refuses("too long");
    assert_eq!(story.logged_on().await, 1);
}

#[tokio::test]
async fn a_recovery_code_counts_where_the_client_allows_it() {
    let story = story().await;
    story
        .host
        .logs_on(&story.ann, &story.codes[0])
        .await
        .refuses("not the right code");
    let terms = Terms {
        recovery_codes: true,
        ..signing(Signing::Yes)
    };
    let lenient = Asker::of(&story.portal, &story.door, &story.acme, terms).await;
    assert!(
        lenient
            .logs_on(&story.ann, &story.codes[0])
            .await
            .is_accept()
    );
    lenient
        .logs_on(&story.ann, &story.codes[0])
        .await
        .refuses("used already");
    lenient
        .logs_on(&story.ann, "0000-0000-0000-0000")
        .await
        .refuses("not the right code");
}

#[tokio::test]
async fn only_those_who_are_named_log_on_where_not_everybody_may() {
    let story = story().await;
    let client = story.host.now(&story.portal, &story.acme).await;
    let named = |allow: Vec<_>, disallow: Vec<_>| clients::Change {
        terms: Terms {
            everyone: false,
            ..signing(Signing::Yes)
        },
        allow,
        disallow,
        groups: None,
        certificates: clients::Certificates::default(),
    };
    let system = Actor::System;
    let app = &story.portal.app;
    clients::change(
        app,
        &system,
        &client,
        named(vec![], vec![]),
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();
    let said = story.host.asks("ann", &story.ann.password).await;
    assert_eq!(said, Said::Reject(String::new()));
    let client = story.host.now(&story.portal, &story.acme).await;
    clients::change(
        app,
        &system,
        &client,
        named(vec![story.ann.id], vec![]),
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();
    assert!(
        story
            .host
            .logs_on(&story.ann, &story.code())
            .await
            .is_accept()
    );
    // Taken back between password and code.
    story.portal.wait_for_next_code();
    let state = story.host.asks("ann", &story.ann.password).await.state();
    let client = story.host.now(&story.portal, &story.acme).await;
    clients::change(
        app,
        &system,
        &client,
        named(vec![], vec![story.ann.id]),
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();
    story
        .host
        .answers("ann", &story.code(), &state)
        .await
        .refuses("too long");
    assert_eq!(story.logged_on().await, 1);
}
