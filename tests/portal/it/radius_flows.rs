//! Clients that can't show a challenge: password and code in one field, or the code alone.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::time::Duration;

use portcullis_core::audit::{Event, LogonRefusal, Origin};
use portcullis_core::credential::Kind;
use portcullis_core::policy::{Channels, Policy, Rule};
use portcullis_core::radius::{Flow, Packet, Signing, attribute};
use portcullis_core::role::{Actor, Scope};
use portcullis_core::throttle::ADDRESS_LOGINS_WINDOW;
use portcullis_core::time::Span;
use portcullis_server::radius::answer;
use portcullis_server::{instance, people};
use portcullis_store::radius_clients::{self, Terms};
use portcullis_store::{Tx, args, on_both};
use tokio::task::JoinSet;

use super::radius::{Story, told};
use super::radius_clients::{Asker, Door, Said, signing};
use crate::portal::Portal;

/// What every refusal says, whatever was wrong.
const TOGETHER: &str = "That was not accepted. Type your password and, right behind it, the six digits that your app \
     shows now. After several wrong tries, wait a few minutes.";
const ALONE: &str = "That code was not accepted. Wait for the next one, then log on again. After several wrong ones, \
     wait a few minutes, or ask the help desk.";

fn asking(flow: Flow) -> Terms {
    Terms {
        flow,
        ..signing(Signing::Yes)
    }
}

impl Story {
    /// Password and code as one text.
    fn both(&self, code: &str) -> String {
        format!("{}{code}", self.ann.password)
    }

    async fn refused_for(&self) -> Vec<LogonRefusal> {
        let events = self.portal.events(Some(self.acme.id)).await;
        let cause = |event: &Event| match event {
            Event::LogonRefused { cause, .. } => Some(*cause),
            _ => None,
        };
        events.iter().filter_map(cause).collect()
    }

    async fn set_state(&self, state: &'static str) {
        let id = self.ann.id;
        let unit = async move |tx: &mut Tx<'_>| {
            let sql = "UPDATE accounts SET state = $1 WHERE id = $2";
            tx.run(sql, args![state, id]).await
        };
        assert_eq!(self.portal.app.store.write(unit).await, Ok(1));
    }

    /// Wrong tries in a row that count at the moment: at logins, and at second factors.
    async fn counted(&self) -> (i64, i64) {
        let logins = "SELECT CAST(COALESCE(SUM(failures), 0) AS BIGINT) FROM login_counters";
        let factors = "SELECT CAST(COALESCE(SUM(failures), 0) AS BIGINT) FROM factor_counters";
        let logins = self.portal.count(logins).await;
        let factors = self.portal.count(factors).await;
        (logins, factors)
    }
}

fn refused(text: &str) -> Said {
    Said::Reject(text.to_owned())
}

#[tokio::test]
async fn password_and_code_in_one_field_let_in_at_once() {
    let story = told(asking(Flow::Together)).await;
    let said = story.host.asks("ann", &story.both(&story.code())).await;
    assert_eq!(said, Said::Accept(Vec::new()));
    let last = story.portal.events(Some(story.acme.id)).await.pop();
    let logged_on = Event::LoggedOn {
        client: story.host.name.clone(),
        factors: vec![Kind::Password, Kind::Totp],
    };
    assert_eq!(last, Some(logged_on));
    assert_eq!(story.portal.count("SELECT COUNT(*) FROM attempts").await, 0);
    // The code is used up, here and on the web.
    let again = story.host.asks("ann", &story.both(&story.code())).await;
    assert_eq!(again, refused(TOGETHER));
    let mut browser = story.portal.browser();
    let page = browser
        .signs_in(&story.ann.login, &story.ann.password)
        .await;
    let answer = browser.gives_code(&page, &story.code()).await;
    assert!(!answer.opens());
}

#[tokio::test]
async fn which_of_both_was_wrong_is_not_told_and_each_counts_where_it_always_counts() {
    let story = told(asking(Flow::Together)).await;
    let wrong_code = story.app.wrong_code(story.portal.now());
    // A wrong password: the code behind it is neither looked at nor counted nor used up.
    let wrong = format!("wrong{}", story.code());
    assert_eq!(story.host.asks("ann", &wrong).await, refused(TOGETHER));
    assert_eq!(story.counted().await, (1, 0));
    // The right password and a wrong code.
    let said = story.host.asks("ann", &story.both(&wrong_code)).await;
    assert_eq!(said, refused(TOGETHER));
    assert_eq!(story.counted().await, (0, 1));
    // Without a code, with what is none and so part of the password, and with a code that is not taken there.
    for behind in ["", "12345", &story.codes[0]] {
        let said = story.host.asks("ann", &story.both(behind)).await;
        assert_eq!(said, refused(TOGETHER), "{behind}");
    }
    assert_eq!(story.counted().await, (0, 1));
    let nobody = story.host.asks("nobody", &wrong).await;
    assert_eq!(nobody, refused(TOGETHER));
    assert_eq!(story.refused_for().await, [LogonRefusal::NoCode; 2]);
    // The code that stood behind the wrong password is good.
    let said = story.host.asks("ann", &story.both(&story.code())).await;
    assert!(said.is_accept());
    story.portal.wait_for_next_code();
    let wrong_code = story.app.wrong_code(story.portal.now());
    for _ in 0..5 {
        story.host.asks("ann", &story.both(&wrong_code)).await;
    }
    let late = story.host.asks("ann", &story.both(&story.code())).await;
    assert_eq!(late, refused(TOGETHER));
    let mut browser = story.portal.browser();
    let page = browser
        .signs_in(&story.ann.login, &story.ann.password)
        .await;
    let answer = browser.gives_code(&page, &story.code()).await;
    answer.expects(429, "Too many");
}

#[tokio::test]
async fn a_recovery_code_stands_behind_a_password_where_the_client_allows_it() {
    let terms = Terms {
        recovery_codes: true,
        ..asking(Flow::Together)
    };
    let story = told(terms).await;
    let both = story.both(&story.codes[0]);
    assert!(story.host.asks("ann", &both).await.is_accept());
    assert_eq!(story.host.asks("ann", &both).await, refused(TOGETHER));
    let none = story.both("0000-0000-0000-0000");
    assert_eq!(story.host.asks("ann", &none).await, refused(TOGETHER));
    assert_eq!(story.counted().await, (0, 2));
    assert_eq!(story.portal.count("SELECT COUNT(*) FROM attempts").await, 0);
}

#[tokio::test]
async fn what_can_be_no_code_there_is_told_once_the_password_is_proved() {
    let story = told(asking(Flow::Together)).await;
    let carl = story.portal.person(&story.acme, "carl").await;
    let said = story.host.asks("carl", &carl.password).await;
    said.refuses(&format!("Sign in at {}/", story.portal.url));
    story.set_state("frozen").await;
    let said = story.host.asks("ann", &story.both(&story.code())).await;
    said.refuses("Your account is frozen");
    let causes = [LogonRefusal::NotSetUp, LogonRefusal::Frozen];
    assert_eq!(story.refused_for().await, causes);
    // Where nothing is asked for besides the password, what stands behind it is not looked at.
    let globex = story.portal.organization("globex", Rule::Off).await;
    let bob = story.portal.person(&globex, "bob").await;
    let terms = asking(Flow::Together);
    let host = Asker::of(&story.portal, &story.door, &globex, terms).await;
    for behind in ["", "123456"] {
        let typed = format!("{}{behind}", bob.password);
        assert!(host.asks("bob", &typed).await.is_accept(), "{behind}");
    }
}

#[tokio::test]
async fn a_code_can_t_be_mailed_between_what_comes_at_once() {
    for flow in [Flow::Together, Flow::CodeAlone] {
        let portal = Portal::with_mail().await;
        let door = Door::of(&portal).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let policy = Policy {
            channels: Channels::Email,
            ..acme.policy
        };
        let actor = Actor::System;
        let set = instance::set_policy(&portal.app, &actor, &acme, policy, Origin::default());
        set.await.unwrap().unwrap();
        let ann = portal.person(&acme, "ann").await;
        let host = Asker::of(&portal, &door, &acme, asking(flow)).await;
        let before = portal.mails().await.len();
        let typed = format!("{}123456", ann.password);
        let said = host.asks("ann", &typed).await;
        if flow == Flow::Together {
            said.refuses("set up an authenticator app");
        } else {
            assert_eq!(said, refused(ALONE));
        }
        assert_eq!(portal.mails().await.len(), before);
    }
}

#[tokio::test]
async fn a_code_alone_lets_in_where_the_client_has_checked_the_password() {
    let story = told(asking(Flow::CodeAlone)).await;
    let code = story.code();
    assert!(story.host.asks("ann", &code).await.is_accept());
    let last = story.portal.events(Some(story.acme.id)).await.pop();
    let logged_on = Event::LoggedOn {
        client: story.host.name.clone(),
        factors: vec![Kind::ClientsCheck, Kind::Totp],
    };
    assert_eq!(last, Some(logged_on));
    assert_eq!(story.host.asks("ann", &code).await, refused(ALONE));
    // Wrong ones count with those of the web.
    story.portal.wait_for_next_code();
    let wrong = story.app.wrong_code(story.portal.now());
    for number in 0..5 {
        assert_eq!(story.counted().await, (0, number + 1));
        assert_eq!(story.host.asks("ann", &wrong).await, refused(ALONE));
    }
    assert_eq!(story.host.asks("ann", &story.code()).await, refused(ALONE));
    let mut browser = story.portal.browser();
    let page = browser
        .signs_in(&story.ann.login, &story.ann.password)
        .await;
    let answer = browser.gives_code(&page, &story.code()).await;
    answer.expects(429, "Too many");
    assert_eq!(story.portal.count("SELECT COUNT(*) FROM attempts").await, 1);
    assert_eq!(story.logged_on().await, 1);
    // The member reads what the client vouched for.
    story.portal.wait(Span::hours(1));
    let page = browser
        .signs_in(&story.ann.login, &story.ann.password)
        .await;
    browser.gives_code(&page, &story.code()).await;
    let said = format!("<bdi>{}</bdi> checked the password", story.host.name);
    browser.get("/account/activity").await.expects(200, &said);
}

#[tokio::test]
async fn a_code_alone_opens_no_account_that_it_should_not_and_all_refusals_read_alike() {
    let story = told(asking(Flow::CodeAlone)).await;
    story.portal.person(&story.acme, "carl").await;
    let globex = story.portal.organization("globex", Rule::Off).await;
    let bob = story.portal.person(&globex, "bob").await;
    for (login, typed) in [
        ("nobody", "123456"),
        ("carl", "123456"),
        ("ann", story.ann.password.as_str()),
        ("ann", story.codes[0].as_str()),
        ("ann", ""),
        (bob.login.as_str(), "123456"),
    ] {
        assert_eq!(
            story.host.asks(login, typed).await,
            refused(ALONE),
            "{login}"
        );
    }
    story.set_state("frozen").await;
    assert_eq!(story.host.asks("ann", &story.code()).await, refused(ALONE));
    story.set_state("active").await;
    let whose = (story.ann.organization, story.ann.id);
    let system = Actor::System;
    let suspended =
        people::set_active(&story.portal.app, &system, whose, false, Origin::default()).await;
    suspended.unwrap().unwrap();
    assert_eq!(story.host.asks("ann", &story.code()).await, refused(ALONE));
    let causes = [
        LogonRefusal::UnknownLogin,
        LogonRefusal::NothingToProveWith,
        LogonRefusal::NoCode,
        LogonRefusal::NoCode,
        LogonRefusal::NoCode,
        LogonRefusal::Frozen,
        LogonRefusal::Suspended,
    ];
    assert_eq!(story.refused_for().await, causes);
    let elsewhere = story.portal.events(Some(globex.id)).await;
    let not_admitted = |event: &Event| matches!(event, Event::LogonRefused { cause, .. } if *cause == LogonRefusal::NotAdmitted);
    assert!(elsewhere.iter().any(not_admitted));
    let told = story.portal.entries(Some(globex.id)).await;
    let told = format!("{told:?}");
    assert!(!told.contains(&story.host.name), "{told}");
    let address = story.host.address.to_string();
    assert!(told.contains(&address), "where it came from is told");
    // Nothing of it was looked at.
    assert_eq!(story.counted().await, (0, 0));
    assert_eq!(story.portal.count("SELECT COUNT(*) FROM attempts").await, 0);
    assert_eq!(story.logged_on().await, 0);
}

#[tokio::test]
async fn a_recovery_code_alone_counts_where_the_client_allows_it() {
    let terms = Terms {
        recovery_codes: true,
        ..asking(Flow::CodeAlone)
    };
    let story = told(terms).await;
    let code = story.codes[0].to_lowercase();
    assert!(story.host.asks("ann", &code).await.is_accept());
    assert_eq!(story.host.asks("ann", &code).await, refused(ALONE));
    assert_eq!(story.counted().await, (0, 1));
    assert_eq!(story.portal.count("SELECT COUNT(*) FROM attempts").await, 0);
}

/// How many hashes were computed so far, once none is under way.
async fn hashes(portal: &Portal) -> u64 {
    let count = async || {
        let text = portcullis_server::metrics::text(&portal.app).await.unwrap();
        let name = "portcullis_hash_seconds_count ";
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap().parse::<u64>().unwrap()
    };
    let mut before = count().await;
    loop {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let now = count().await;
        if now == before {
            return now;
        }
        before = now;
    }
}

#[tokio::test]
async fn a_recovery_code_costs_the_same_hashes_whatever_was_wrong() {
    for (flow, each) in [(Flow::Together, 2), (Flow::CodeAlone, 1)] {
        let terms = Terms {
            recovery_codes: true,
            ..asking(flow)
        };
        let story = told(terms).await;
        story.portal.person(&story.acme, "carl").await;
        let sue = story.portal.person(&story.acme, "sue").await;
        let (system, whose) = (Actor::System, (sue.organization, sue.id));
        let origin = Origin::default();
        let suspended = people::set_active(&story.portal.app, &system, whose, false, origin).await;
        suspended.unwrap().unwrap();
        let globex = story.portal.organization("globex", Rule::Off).await;
        story.portal.person(&globex, "bob").await;
        let password = |right: &str| match flow {
            Flow::Together => right.to_owned(),
            _ => String::new(),
        };
        let right = password(&story.ann.password);
        let (good, none) = (story.codes[0].as_str(), "AAAA-AAAA-AAAA-AAAA");
        for (login, typed) in [
            ("ann", format!("{right}{none}")),
            ("ann", format!("{}{good}", password("wrong"))),
            ("nobody", format!("{right}{good}")),
            // Nothing is set up.
            ("carl", format!("{right}{good}")),
            ("sue", format!("{right}{good}")),
            ("bob@globex", format!("{right}{good}")),
            ("ann", format!("{right}{good}")),
            // It is used up.
            ("ann", format!("{right}{good}")),
        ] {
            let before = hashes(&story.portal).await;
            story.host.asks(login, &typed).await;
            let cost = hashes(&story.portal).await - before;
            assert_eq!(cost, each, "{flow:?} {login} {typed}");
        }
        assert_eq!(story.logged_on().await, 1, "{flow:?}");
    }
}

/// A packet with who its client says it comes from.
async fn asks_for(host: &Asker, login: &str, typed: &str, caller: &str) -> Said {
    let mut request = host.request(login, typed);
    request.add(attribute::CALLING_STATION_ID, caller.as_bytes());
    host.sends(&request.signed(host.secret.as_bytes())).await
}

#[tokio::test]
async fn what_a_client_says_of_its_callers_delays_what_comes_through_it_alone() {
    for flow in [Flow::Challenge, Flow::CodeAlone] {
        let story = told(asking(flow)).await;
        let (portal, host, here) = (&story.portal, &story.host, "127.0.0.1");
        for number in 0..21 {
            asks_for(host, &format!("nobody{number}"), "123456", here).await;
        }
        let delayed = Event::AddressDelayed {
            network: "127.0.0.1/32".to_owned(),
            until: portal.now() + ADDRESS_LOGINS_WINDOW,
        };
        let of_instance = portal.events(None).await;
        let told = of_instance.iter().filter(|one| **one == delayed).count();
        assert_eq!(told, 1, "{flow:?}: {of_instance:?}");
        let proof = |password: &str| match flow {
            Flow::Challenge => password.to_owned(),
            _ => story.code(),
        };
        let refused = asks_for(host, "ann", &proof(&story.ann.password), here).await;
        assert!(matches!(refused, Said::Reject(_)), "{flow:?}: {refused:?}");
        // Not what comes from somewhere else through it, through another client, or by the web.
        let elsewhere = asks_for(host, "ann", &proof(&story.ann.password), "203.0.113.9").await;
        assert!(
            !matches!(elsewhere, Said::Reject(_)),
            "{flow:?}: {elsewhere:?}"
        );
        portal.wait_for_next_code();
        let other = Asker::of(portal, &story.door, &story.acme, asking(flow)).await;
        let through_other = asks_for(&other, "ann", &proof(&story.ann.password), here).await;
        assert!(!matches!(through_other, Said::Reject(_)), "{flow:?}");
        portal.wait_for_next_code();
        let mut browser = portal.browser();
        let page = browser
            .signs_in(&story.ann.login, &story.ann.password)
            .await;
        assert!(browser.gives_code(&page, &story.code()).await.opens());
    }
}

#[tokio::test]
async fn a_client_s_log_tells_who_tries_there_and_nothing_of_other_organizations_logins() {
    for flow in [Flow::Challenge, Flow::CodeAlone] {
        let story = told(asking(flow)).await;
        let globex = story.portal.organization("globex", Rule::Off).await;
        let bob = story.portal.person(&globex, "bob").await;
        let here = async || story.portal.events(Some(story.acme.id)).await.len();
        let before = here().await;
        for _ in 0..7 {
            // Into the delay and beyond.
            story.host.asks(&bob.login, "123456").await;
            story.host.asks("nobody@globex", "123456").await;
            story.host.asks("nobody@nowhere.example", "123456").await;
        }
        assert_eq!(here().await, before, "{flow:?}");
        story.host.asks("nobody", "123456").await;
        assert_eq!(here().await, before + 1, "{flow:?}");
    }
}

#[tokio::test]
async fn who_is_taken_off_or_suspended_between_password_and_code_is_refused_in_their_own_log() {
    let story = told(signing(Signing::Yes)).await;
    let scope = Scope::of(story.acme.id);
    let everyone = async |everyone| {
        let client = story.host.now(&story.portal, &story.acme).await;
        let terms = Terms {
            everyone,
            ..client.terms.clone()
        };
        let unit = async move |tx: &mut Tx<'_>| radius_clients::change(tx, &client, &terms).await;
        assert!(story.portal.app.store.write(unit).await.unwrap());
    };
    let of_ann = async |cause| {
        let entries = story.portal.entries(Some(scope.organization())).await;
        let is = |event: &Event| matches!(event, Event::LogonRefused { cause: why, .. } if *why == cause);
        let hers = entries
            .iter()
            .filter(|one| one.account == Some(story.ann.id));
        hers.filter(|one| is(&one.event)).count()
    };
    let state = story.host.asks("ann", &story.ann.password).await.state();
    everyone(false).await;
    let said = story.host.answers("ann", &story.code(), &state).await;
    said.refuses("too long");
    assert_eq!(of_ann(LogonRefusal::NotAdmitted).await, 1);
    everyone(true).await;
    story.portal.wait_for_next_code();
    let state = story.host.asks("ann", &story.ann.password).await.state();
    story.set_state("suspended").await;
    let said = story.host.answers("ann", &story.code(), &state).await;
    said.refuses("too long");
    assert_eq!(of_ann(LogonRefusal::Suspended).await, 1);
    assert_eq!(story.logged_on().await, 0);
}

#[tokio::test]
async fn a_state_is_good_for_the_address_that_it_was_given_to() {
    let story = told(signing(Signing::Yes)).await;
    let (host, id) = (
        &story.host,
        story.host.now(&story.portal, &story.acme).await.id,
    );
    let wide = "10.77.0.0/24".parse::<ipnet::IpNet>().unwrap();
    let ends = [wide.network(), wide.broadcast()].map(|end| match end {
        IpAddr::V4(end) => end.to_ipv6_mapped().octets(),
        IpAddr::V6(end) => end.octets(),
    });
    let unit = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE radius_clients SET first_address = $1, last_address = $2 WHERE id = $3";
        tx.run(sql, args![ends[0], ends[1], id]).await
    };
    assert_eq!(story.portal.app.store.write(unit).await, Ok(1));
    let from = async |packet: Vec<u8>, last: u8| {
        let source = IpAddr::from([10, 77, 0, last]);
        let answer = answer(&story.portal.app, &packet, source).await.unwrap();
        Packet::parse(&answer).unwrap()
    };
    let key = host.secret.as_bytes();
    let challenge = from(host.request("ann", &story.ann.password).signed(key), 1).await;
    let mut code = host.request("ann", &story.code());
    code.add(attribute::STATE, challenge.first(attribute::STATE).unwrap());
    assert_eq!(from(code.signed(key), 2).await.code(), 3);
    assert_eq!(story.refused_for().await, [LogonRefusal::ForeignState]);
    let mut code = host.request("ann", &story.code());
    code.add(attribute::STATE, challenge.first(attribute::STATE).unwrap());
    assert_eq!(from(code.signed(key), 1).await.code(), 2);
}

#[tokio::test]
async fn a_state_that_is_not_the_request_s_own_is_refused_and_written_down() {
    let story = told(signing(Signing::Yes)).await;
    let other = Asker::of(
        &story.portal,
        &story.door,
        &story.acme,
        asking(Flow::Together),
    )
    .await;
    let bert = story.portal.person(&story.acme, "bert").await;
    let state = story.host.asks("ann", &story.ann.password).await.state();
    let over = "too long";
    other
        .answers("ann", &story.code(), &state)
        .await
        .refuses(over);
    story
        .host
        .answers(&bert.login, &story.code(), &state)
        .await
        .refuses(over);
    assert_eq!(story.refused_for().await, [LogonRefusal::ForeignState; 2]);
    let said = story.host.answers("ann", &story.code(), &state).await;
    assert!(said.is_accept());
    story.portal.wait_for_next_code();
    let again = story.host.answers("ann", &story.code(), &state).await;
    again.refuses(over);
    let invented = story.host.answers("ann", &story.code(), &[b'x'; 75]).await;
    invented.refuses(over);
    let causes = story.refused_for().await;
    assert_eq!(causes[2..], [LogonRefusal::OverState; 2]);
    let entries = story.portal.entries(Some(story.acme.id)).await;
    let stolen = entries
        .iter()
        .find(|one| matches!(one.event, Event::LogonRefused { .. }));
    let stolen = stolen.unwrap();
    assert_eq!(stolen.account, Some(story.ann.id));
    let via = stolen.origin.via.clone().unwrap();
    assert_eq!(via.client, other.name);
    assert_eq!(story.logged_on().await, 1);
}

on_both! {
    async fn of_fifty_logons_with_one_code_one_is_let_in_however_it_comes(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let doors = (Door::of(&portal).await, Door::of(&node).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let (app, _) = portal.browser().enrolls(&portal, &ann).await;
        let logged_on = async || {
            let events = portal.events(Some(acme.id)).await;
            events.iter().filter(|event| matches!(event, Event::LoggedOn { .. })).count()
        };
        portal.wait(Span::minutes(2));
        node.wait(Span::minutes(2));
        for (number, flow) in [Flow::Together, Flow::CodeAlone].into_iter().enumerate() {
            // Past the delays that the last round's wrong codes brought.
            portal.wait(Span::hours(1));
            node.wait(Span::hours(1));
            let host = Asker::of(&portal, &doors.0, &acme, asking(flow)).await;
            let code = app.code(portal.now());
            let typed = match flow {
                Flow::CodeAlone => code.clone(),
                _ => format!("{}{code}", ann.password),
            };
            let mut running = JoinSet::new();
            for number in 0..50 {
                let node = if number % 2 == 0 { host.clone() } else { host.at(&doors.1) };
                let typed = typed.clone();
                running.spawn(async move { node.asks("ann", &typed).await });
            }
            let accepted = running.join_all().await.iter().filter(|said| said.is_accept()).count();
            assert_eq!(accepted, 1, "{flow:?}");
            assert_eq!(logged_on().await, number + 1);

            // One packet, fifty times at once to both nodes: one evaluation, one answer.
            portal.wait(Span::hours(1));
            node.wait(Span::hours(1));
            let before = portal.count("SELECT COUNT(*) FROM audit_events").await;
            let wrong = app.wrong_code(portal.now());
            let typed = match flow {
                Flow::CodeAlone => wrong.clone(),
                _ => format!("{}{wrong}", ann.password),
            };
            let packet = host.request("ann", &typed).signed(host.secret.as_bytes());
            let mut running = JoinSet::new();
            for number in 0..50 {
                let node = if number % 2 == 0 { host.clone() } else { host.at(&doors.1) };
                let packet = packet.clone();
                running.spawn(async move { node.waits_long(&packet).await });
            }
            let answers: BTreeSet<_> = running.join_all().await.into_iter().flatten().collect();
            assert_eq!(answers.len(), 1, "{flow:?}");
            assert_eq!(answers.first().unwrap()[0], 3);
            let more = portal.count("SELECT COUNT(*) FROM audit_events").await - before;
            assert!((1..=2).contains(&more), "{more} events");
            let kinds = portcullis_core::radius::Packet::parse(answers.first().unwrap()).unwrap().kinds();
            assert_eq!(kinds[0], attribute::MESSAGE_AUTHENTICATOR);
            assert_eq!(logged_on().await, number + 1);
        }
    }
}
