//! Support codes: every refusal shows one, and the help desk finds the true cause by it, whatever the page kept to itself.

use hyper::Method;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::AccountId;
use portcullis_core::name::Name;
use portcullis_core::policy::{FirstProof, Policy, Rule};
use portcullis_core::role::{Actor, Permission, Role, Scope};
use portcullis_core::support::SupportCode;
use portcullis_core::time::Span;
use portcullis_server::support::Log;
use portcullis_server::{audit, instance, people, support};
use portcullis_store::accounts::{self, NewAccount};
use portcullis_store::{Tx, clean_up, on_both};
use tokio::task::JoinSet;

use super::frozen::freezes;
use super::help_desk::{agent, page_of};
use super::several_organizations::several;
use super::{email_codes, reset};
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

pub async fn tries(browser: &mut Client, login: &str, password: &str) -> Answer {
    let typed = [("login", login), ("password", password)];
    browser.post("/sign-in", &typed).await
}

/// What somebody sees who looks a code up in an organization, typed as it was heard.
pub async fn looks_up(browser: &mut Client, slug: &str, code: &str) -> Answer {
    let heard = code.to_lowercase().replace('-', " ");
    let query = url::form_urlencoded::byte_serialize(heard.as_bytes()).collect::<String>();
    let path = format!("/admin/{slug}/support?code={query}");
    let answer = browser.get(&path).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    browser.follow(answer).await
}

async fn suspends(portal: &Portal, person: &Person) {
    let whose = (person.organization, person.id);
    let done = people::set_active(&portal.app, &Actor::System, whose, false, Origin::default());
    done.await.unwrap().unwrap();
}

pub async fn owner(portal: &Portal, person: &Person) -> Client {
    let scope = Scope::of(person.organization);
    let made = instance::make_owner(&portal.app, &Actor::System, scope, person.id).await;
    made.unwrap().unwrap();
    let mut browser = portal.browser();
    browser.enrolls(portal, person).await;
    browser
}

on_both! {
    async fn the_help_desk_sees_what_a_refusal_kept_to_itself(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let gone = portal.person(&acme, "gone").await;
        suspends(&portal, &gone).await;
        let mut browser = portal.browser();

        let wrong = tries(&mut browser, &ann.login, "not the password").await;
        let code = wrong.support_code();
        wrong.expects(422, "Good for seven days");
        let seen = looks_up(&mut desk, "acme", &code).await;
        let page = page_of(&acme, ann.id);
        seen.expects(200, "A wrong password was typed")
            .expects(200, &format!("href=\"{page}\""))
            .expects(200, &format!("href=\"{page}/reset-code\""))
            .expects(200, "ann@acme")
            .expects(200, "127.");

        let suspended = tries(&mut portal.browser(), &gone.login, &gone.password).await;
        looks_up(&mut desk, "acme", &suspended.support_code()).await
            .expects(200, "The password was right, but the account is suspended")
            .expects(200, ">Suspended<");

        // A delay has one code, however often it is met, and the cause of it is written down once.
        for _ in 0..4 {
            tries(&mut browser, &ann.login, "not the password").await;
        }
        let delayed = tries(&mut browser, &ann.login, &ann.password).await;
        delayed.expects(429, "Support code");
        let code = delayed.support_code();
        assert_eq!(tries(&mut browser, &ann.login, "x").await.support_code(), code);
        looks_up(&mut desk, "acme", &code).await
            .expects(200, "it may even have been right")
            .expects(200, "Takes the next try")
            .expects(200, &format!("href=\"{page}/unlock\""));
        portal.wait(Span::seconds(30));
        tries(&mut browser, &ann.login, "x").await;
        let next = tries(&mut browser, &ann.login, "x").await;
        assert_ne!(next.support_code(), code, "the next delay is another");
        looks_up(&mut desk, "acme", &next.support_code()).await.expects(200, "it may even have been right");
    }

    async fn codes_behind_the_password_tell_their_causes(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let mut browser = portal.browser();
        let (app, recovery) = browser.enrolls(&portal, &ann).await;
        browser.post("/sign-out", &[]).await;
        portal.wait(Span::minutes(2));
        let page = browser.signs_in(&ann.login, &ann.password).await;

        // A page that refuses nothing shows none.
        assert!(!page.says("Support code"));
        let slow = app.code(portal.now() - Span::minutes(4));
        let refused = browser.gives_code(&page, &slow).await;
        looks_up(&mut desk, "acme", &refused.support_code()).await
            .expects(200, "the phone’s clock is slow");
        let refused = browser.gives_code(&page, &app.wrong_code(portal.now())).await;
        looks_up(&mut desk, "acme", &refused.support_code()).await
            .expects(200, "A wrong code was typed in place of the app’s code")
            .expects(200, "Delete MFA setup");
        let refused = browser.gives_recovery_code(&page, "0000-0000-0000-0000").await;
        looks_up(&mut desk, "acme", &refused.support_code()).await
            .expects(200, "If there are two lists, only the newer one counts");
        assert!(!recovery.is_empty());
    }

    async fn a_factor_that_is_closed_has_a_code_each_day(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let (app, _) = portal.browser().enrolls(&portal, &ann).await;
        let scope = Scope::of(acme.id);
        let account = ann.id;
        let unit = async move |tx: &mut Tx<'_>| {
            tx.run(
                "INSERT INTO factor_counters (organization_id, account_id, kind, failures, blocked_until, reported_until) \
                 VALUES ($1, $2, 'totp', 50, 0, 0)",
                portcullis_store::args![scope.organization(), account],
            ).await
        };
        portal.app.store.write(unit).await.unwrap();
        let mut codes = Vec::new();
        for _ in 0..2 {
            for _ in 0..2 {
                let mut browser = portal.browser();
                let page = browser.signs_in(&ann.login, &ann.password).await;
                let refused = browser.gives_code(&page, &app.wrong_code(portal.now())).await;
                refused.expects(422, "Support code");
                codes.push(refused.support_code());
            }
            portal.wait(Span::days(1));
        }
        assert!(codes[0] == codes[1] && codes[2] == codes[3] && codes[0] != codes[2], "{codes:?}");
        for code in [&codes[0], &codes[2]] {
            let code = SupportCode::parse(code).unwrap();
            let found = support::find(&portal.app, &Actor::System, &acme, code).await.unwrap().unwrap();
            assert_eq!(found.len(), 1);
        }
    }

    async fn after_seven_days_a_code_leads_nowhere_and_the_log_is_whole(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Off).await;
        let ann = portal.person(&acme, "ann").await;
        let refused = tries(&mut portal.browser(), &ann.login, "not the password").await;
        let unknown = tries(&mut portal.browser(), "nobody@acme", "not the password").await;
        let [code, unknown] = [refused, unknown].map(|one| SupportCode::parse(&one.support_code()).unwrap());
        let (app, who) = (&portal.app, &Actor::System);
        audit::seal(app).await.unwrap();
        portal.wait(Span::millis(Span::days(7).as_millis() - 1));
        for days_are_over in [false, true] {
            let found = support::find(app, who, &acme, code).await.unwrap().unwrap();
            assert_eq!(found.is_empty(), days_are_over);
            let found = support::find_nobodys(app, who, unknown).await.unwrap().unwrap();
            assert_eq!(found.is_empty(), days_are_over);
            portal.wait(Span::millis(1));
        }
        let now = portal.now();
        app.store.write(async move |tx: &mut Tx<'_>| clean_up::expired(tx, now).await).await.unwrap();
        assert_eq!(portal.count("SELECT COUNT(*) FROM support_codes").await, 0);
        for log in audit::verify(app, who, &Origin::default()).await.unwrap().unwrap() {
            assert!(log.verdict.is_whole(), "{:?}", log.verdict);
        }
    }

    async fn every_door_shows_the_code_of_the_refusal_that_it_writes_down(place: &Place) {
        let portal = Portal::on(place).await;
        let first = Some(FirstProof::EnrollmentCode);
        let decide = |policy: &mut Policy| policy.first_proof = first;
        let acme = email_codes::organization(&portal, "acme", decide).await;
        let eve = portal.person(&acme, "eve").await;
        let mut browser = portal.browser();

        // The help desk's codes, of somebody and of nobody.
        let page = browser.signs_in(&eve.login, &eve.password).await;
        let attempt = page.hidden("attempt");
        let wrong = [("attempt", &*attempt), ("enrollment_code", "0000-0000")];
        let refused = browser.post("/sign-in/enrollment-code", &wrong).await;
        assert_eq!(
            told(&portal, &refused).await,
            "A code was typed that no longer counted."
        );
        for login in ["eve@acme", "nobody@acme"] {
            let refused = reset::gives(&mut portal.browser(), login, "0000-0000").await;
            assert_eq!(
                told(&portal, &refused).await,
                "A code was typed that no longer counted."
            );
        }
        // What can't be a code is refused as well, and costs no try.
        let issued = reset::reset_code(&portal, &eve).await;
        for _ in 0..6 {
            let refused = reset::gives(&mut portal.browser(), &eve.login, "what was it").await;
            assert_eq!(told(&portal, &refused).await, "A wrong code was typed in place of the help desk’s.");
        }
        let opened = reset::gives(&mut portal.browser(), &eve.login, &issued).await;
        assert_eq!(opened.status, 303);
        for (log, many) in [(Some(acme.id), 1 + 1 + 6), (None, 1)] {
            let refused = |event: &&Event| matches!(event, Event::CodeRefused { .. });
            assert_eq!(portal.events(log).await.iter().filter(refused).count(), many);
        }

        // The first code of a device, and in a session the password and the code of a step-up.
        portal.loses_mail();
        let north = portal.organization("north", Rule::Required).await;
        let ann = portal.person(&north, "ann").await;
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let attempt = page.hidden("attempt");
        let started = browser
            .post("/sign-in/set-up/app", &[("attempt", &attempt)])
            .await;
        browser.follow(started).await;
        let wrong = [("attempt", &*attempt), ("code", "000000")];
        let refused = browser.post("/sign-in/set-up/scan", &wrong).await;
        assert_eq!(
            told(&portal, &refused).await,
            "A wrong code was typed in place of the app’s code."
        );
        let (app, _) = portal.browser().enrolls(&portal, &ann).await;
        portal.wait(Span::minutes(2));
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let answer = browser.gives_code(&page, &app.code(portal.now())).await;
        browser
            .follow(answer)
            .await
            .expects(200, "Your applications");
        let wrong = [
            ("current", "not hers"),
            ("password", "rhubarb lantern okapi"),
        ];
        let refused = browser.post("/account/password", &wrong).await;
        assert_eq!(told(&portal, &refused).await, "A wrong password was typed.");
        portal.wait(Span::minutes(10));
        let code = app.wrong_code(portal.now());
        let wrong = [
            ("act", "devices"),
            ("return_to", "/account/mfa"),
            ("code", &*code),
        ];
        let refused = browser.post("/step-up", &wrong).await;
        assert_eq!(
            told(&portal, &refused).await,
            "A wrong code was typed in place of the app’s code."
        );

        // Behind the right password of a frozen account.
        let fay = portal.person(&north, "fay").await;
        freezes(&portal, &fay).await;
        let refused = tries(&mut portal.browser(), &fay.login, &fay.password).await;
        refused.expects(403, "Your account is frozen");
        assert_eq!(
            told(&portal, &refused).await,
            "The account is frozen, so the sign-in did not go on."
        );
        // What says itself all there is to know has none.
        let mut stranger = portal.browser();
        assert!(!stranger.get("/nowhere").await.says("Support code"));
    }

    async fn what_is_asked_too_often_shows_one_code_for_each_wait(place: &Place) {
        let portal = Portal::on(place).await;
        portal.gets_mail();
        let acme = portal.organization("acme", Rule::Optional).await;
        let ann = portal.person(&acme, "ann").await;
        // By a network, whatever the login.
        let doors = [
            ("/forgot-password", "From one network, links to a new password were asked for too often, so for a while none is sent from there."),
            ("/locked-out", "From one network, the help desk was asked too often, so for a while nothing from there reaches it."),
        ];
        let mut shown = Vec::new();
        for round in 1..=2 {
            for (door, what) in doors {
                let mut office = portal.browser_behind(9);
                for _ in 0..10 {
                    assert_eq!(office.post(door, &[("login", "nobody@acme")]).await.status, 202);
                }
                let mut codes = Vec::new();
                for login in [&*ann.login, "nobody@acme", "nobody"] {
                    let refused = office.post(door, &[("login", login)]).await;
                    assert_eq!(refused.status, 429);
                    assert_eq!(told(&portal, &refused).await, what);
                    codes.push(refused.support_code());
                }
                codes.dedup();
                assert_eq!(codes.len(), 1, "{codes:?}");
                shown.append(&mut codes);
            }
            let too_often = |event: &&Event| matches!(event, Event::AskedTooOften { network: Some(_), .. });
            let events = portal.events(None).await;
            assert_eq!(events.iter().filter(too_often).count(), 2 * round);
            portal.wait(Span::minutes(61));
        }
        shown.sort();
        shown.dedup();
        assert_eq!(shown.len(), 4, "each wait has its own: {shown:?}");

        // By an account.
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await;
        let mut answers = Vec::new();
        for _ in 0..5 {
            answers.push(browser.post("/account/requests", &[("do", "ask"), ("wish", "unlock")]).await);
            browser.post("/account/requests", &[("do", "withdraw"), ("wish", "unlock")]).await;
        }
        let what = "The help desk was asked for more than it is sent of one account in a day.";
        for refused in &answers[3..] {
            assert_eq!(refused.status, 429);
            assert_eq!(told(&portal, refused).await, what);
        }
        assert_eq!(answers[3].support_code(), answers[4].support_code());
        let too_often = |event: &&Event| matches!(event, Event::AskedTooOften { network: None, .. });
        let events = portal.events(Some(acme.id)).await;
        assert_eq!(events.iter().filter(too_often).count(), 1);
    }

    async fn an_invitation_that_opens_nothing_shows_a_code(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let types = async |typed: &str| {
            let mut browser = portal.browser();
            let refused = browser.post("/invitation", &[("code", typed)]).await;
            refused.expects(422, "Support code");
            refused
        };
        // An empty field is no try.
        let empty = portal.browser().post("/invitation", &[("code", " ")]).await;
        assert!(empty.status == 422 && !empty.says("Support code"));
        for typed in ["0000-0000-0000-0000", "my own secret"] {
            let refused = types(typed).await;
            assert_eq!(told(&portal, &refused).await, "A code was typed that opens no invitation.");
        }
        let letter = portal.letter(&acme, "guest").await;
        portal.letter(&acme, "guest").await;
        let refused = types(&letter.code.shown()).await;
        looks_up(&mut desk, "acme", &refused.support_code()).await
            .expects(200, "The code of the invitation for <bdi>guest</bdi> was typed, which is used up or over")
            .expects(200, "gave way to a newer one");
        let refusals = async |log| {
            let entries = portal.entries(log).await;
            let mut texts = entries.iter().filter(|entry| matches!(entry.event, Event::InvitationRefused { .. }));
            assert!(texts.all(|entry| !format!("{entry:?}").contains("secret")));
            let events = portal.events(log).await;
            events.iter().filter(|event| matches!(event, Event::InvitationRefused { .. })).count()
        };
        assert_eq!((refusals(None).await, refusals(Some(acme.id)).await), (2, 1));
        // They count against the network as any wrong answer does.
        assert_eq!(portal.count("SELECT COUNT(*) FROM address_failures").await, 3);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_of_a_login_that_nobody_has_is_for_owners() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Admin)).await;
    let olga = portal.person(&acme, "olga").await;
    let mut owner = owner(&portal, &olga).await;
    let typed = "oops my password 42";
    let refused = tries(&mut portal.browser(), typed, "x").await;
    let code = refused.support_code();

    let none = looks_up(&mut desk, "acme", &code).await;
    none.expects(200, "No refusal is found under this code");
    let at = format!("/admin/instance/support/{code}");
    assert!([403, 404].contains(&desk.get(&at).await.status.as_u16()));

    // An owner is led there from the organization, too.
    let seen = looks_up(&mut owner, "acme", &code).await;
    seen.expects(200, "A login was typed that nobody has");
    assert!(!seen.says("oops"));
    looks_up(&mut owner, "instance", &code)
        .await
        .expects(200, "A login was typed that nobody has");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_of_another_organization_looks_like_none() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let beta = portal.organization("beta", Rule::Required).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let eve = portal.person(&beta, "eve").await;
    let refused = tries(&mut portal.browser(), &eve.login, "not the password").await;
    let code = refused.support_code();
    let theirs = looks_up(&mut desk, "acme", &code).await;
    let nobodys = looks_up(&mut desk, "acme", "00-000").await;
    let masked = |answer: &Answer, code: &str| {
        let nonce = answer.between("nonce=\"", "\"");
        let body = answer.body.replace(&nonce, "NONCE");
        (answer.status, body.replace(code, "CODE"))
    };
    assert_eq!(masked(&theirs, &code), masked(&nobodys, "00-000"));
    theirs.expects(200, "No refusal is found");
    for typed in ["K7-4Q", "what", "K7-4QD-K7"] {
        let path = format!("/admin/acme/support?code={typed}");
        desk.get(&path)
            .await
            .expects(422, "five letters and digits");
    }
    let elsewhere = format!("/admin/beta/support/{code}");
    assert_eq!(desk.get(&elsewhere).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn auditors_look_and_do_nothing_and_members_do_not_even_look() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut auditor, _, _) = agent(&portal, &acme, ("gus", Role::Auditor)).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    browser.enrolls(&portal, &ann).await;
    let refused = tries(&mut portal.browser(), &ann.login, "not the password").await;
    let code = refused.support_code();
    let seen = looks_up(&mut auditor, "acme", &code).await;
    seen.expects(200, "A wrong password was typed");
    assert!(!seen.says("/reset-code"));
    // A page that must look like none shows no code.
    let denied = browser.get(&format!("/admin/acme/support/{code}")).await;
    assert_eq!(denied.status, 404);
    assert!(!denied.says("Support code"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_looks_like_a_code_is_searched_for() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let joan = portal.person(&acme, "jo-ann").await;
    for path in [
        "/admin/acme/access?named=jo-ann",
        "/admin/people?named=jo-ann",
    ] {
        desk.get(path).await.expects(200, &joan.id.to_string());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_codes_of_a_login_change_alike_whether_somebody_has_it_or_not() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let gone = portal.person(&acme, "gone").await;
    suspends(&portal, &gone).await;
    let mut patterns = Vec::new();
    for login in [&*ann.login, &*gone.login, "nobody@acme", "nobody"] {
        let mut browser = portal.browser();
        let mut codes = Vec::new();
        for round in 0..16 {
            let refused = tries(&mut browser, login, "not the password").await;
            codes.push(refused.support_code());
            if round % 4 == 3 {
                portal.wait(Span::seconds(40));
            }
        }
        // Which one each is the same as.
        let first = |code: &String| codes.iter().position(|other| other == code);
        patterns.push(codes.iter().map(first).collect::<Vec<_>>());
    }
    let delayed = patterns[0].windows(2).any(|two| two[0] == two[1]);
    assert!(delayed, "{patterns:?}");
    patterns.dedup();
    assert_eq!(patterns.len(), 1, "{patterns:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_is_delayed_shows_a_code_for_owners() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let mut attacker = portal.browser_behind(9);
    for n in 0..20 {
        tries(&mut attacker, &format!("nobody{n}@acme"), "x").await;
    }
    let first = tries(&mut attacker, &ann.login, &ann.password).await;
    first.expects(429, "Support code");
    let again = tries(&mut attacker, "nobody@acme", "x").await;
    assert_eq!(first.support_code(), again.support_code());
    let code = SupportCode::parse(&first.support_code()).unwrap();
    let (app, who) = (&portal.app, &Actor::System);
    let here = support::find(app, who, &acme, code).await.unwrap().unwrap();
    assert!(here.is_empty());
    let found = support::find_nobodys(app, who, code)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.len(), 1);
}

/// What is written down under the code that a refusal shows, as the operator is told it.
async fn told(portal: &Portal, refused: &Answer) -> String {
    let code = SupportCode::parse(&refused.support_code()).unwrap();
    let (app, who) = (&portal.app, &Actor::System);
    let mut all = Vec::new();
    for log in support::logs(app, who, code).await.unwrap() {
        let found = match log {
            Log::Organization(place) => support::find(app, who, &place, code).await,
            Log::Instance => support::find_nobodys(app, who, code).await,
        };
        for one in found.unwrap().unwrap() {
            all.push(support::in_words(app, "Acme", &one).0);
        }
    }
    all.join("; ")
}

#[tokio::test(flavor = "multi_thread")]
async fn who_helps_in_several_organizations_need_not_know_which_it_is() {
    let portal = Portal::start().await;
    let (_, mut tess, [east, _, south]) = several(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let mut owner = owner(&portal, &portal.person(&acme, "olga").await).await;
    let mut codes = Vec::new();
    for login in ["eva@east", "eva@south", "nobody@east"] {
        let refused = tries(&mut portal.browser(), login, "not hers").await;
        codes.push(refused.support_code());
    }
    let [in_east, in_south, nobodys]: [String; 3] = codes.try_into().unwrap();
    // From her search over all, and from an organization that it isn't of.
    let there = format!("/admin/east/support/{in_east}");
    for from in [
        "people?named=",
        "north/access?named=",
        "north/support?code=",
    ] {
        let answer = tess.get(&format!("/admin/{from}{in_east}")).await;
        let seen = tess.follow(answer).await;
        seen.expects(200, "A wrong password was typed")
            .expects(200, "eva@east");
        assert_eq!(tess.get(&there).await.body.len(), seen.body.len());
    }
    for code in [&in_south, &nobodys] {
        let seen = looks_up(&mut tess, "north", code).await;
        seen.expects(200, "No refusal is found");
        let found = tess.get(&format!("/admin/people?named={code}")).await;
        assert_eq!(found.status, 200, "a search that finds nobody");
    }
    for (code, what) in [(&in_south, "eva@south"), (&nobodys, "that nobody has")] {
        for from in ["acme", "instance"] {
            looks_up(&mut owner, from, code).await.expects(200, what);
        }
    }
    assert_ne!(east.id, south.id);
}

on_both! {
    async fn what_a_role_does_not_allow_is_written_down_with_its_code_and_not_without_bound(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let (mut admin, _, abe) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let denied = async || {
            let entries = portal.entries(Some(acme.id)).await.into_iter();
            let told = entries.filter_map(|entry| match entry.event {
                Event::ActDenied { act } => Some((act, entry.account)),
                _ => None,
            });
            told.collect::<Vec<_>>()
        };
        // A thing of the organization's, and a thing of somebody with a higher role.
        let policy = desk.get("/admin/acme/policy").await;
        policy.expects(200, "MFA");
        let policy = [("version", "1"), ("rule", "off")];
        let refused = desk.post("/admin/acme/policy", &policy).await;
        refused.expects(403, "your role doesn’t include this");
        let code = refused.support_code();
        let whose = format!("{}/suspend", page_of(&acme, abe.id));
        let other = desk.post(&whose, &[("verified_how", "")]).await;
        assert_eq!(other.status, 403);
        assert_ne!(other.support_code(), code);
        let wanted = vec![
            (Permission::ChangePolicy, None),
            (Permission::ManageAccounts, Some(abe.id)),
        ];
        assert_eq!(denied().await, wanted);
        // The code leads to who asked for what, and about whom.
        let told = looks_up(&mut admin, "acme", &code).await;
        told.expects(200, "changing the policy");
        assert!(told.says("Person dora"), "{}", told.body);
        let told = looks_up(&mut admin, "acme", &other.support_code()).await;
        told.expects(200, "changing somebody’s account");
        assert!(told.says("Person dora") && told.says("Person abe"), "{}", told.body);
        // Once more, many at a time: the same code, and nothing more is written.
        let mut running = JoinSet::new();
        for _ in 0..20 {
            let mut desk = desk.clone();
            running.spawn(async move { desk.post("/admin/acme/policy", &policy).await.support_code() });
        }
        assert!(running.join_all().await.iter().all(|shown| *shown == code));
        assert_eq!(denied().await, wanted);
        // Of very many accounts only so many are named in an hour, and each refusal still has a code that leads somewhere.
        for number in 0..70_u8 {
            let id = AccountId::from_bytes([number; 16]);
            let (scope, now) = (Scope::of(acme.id), portal.now());
            let new = NewAccount {
                id,
                name: Name::parse("Somebody").unwrap(),
                login_name: format!("some{number:02}").parse().unwrap(),
                email: None,
                password_hash: "$argon2id$".to_owned(),
            };
            let unit = async move |tx: &mut Tx<'_>| accounts::add(tx, scope, &new, now).await;
            assert!(portal.app.store.write(unit).await.unwrap());
            let page = format!("{}/delete", page_of(&acme, id));
            let refused = desk.get(&page).await;
            assert_eq!(refused.status, 403);
            let told = looks_up(&mut admin, "acme", &refused.support_code()).await;
            told.expects(200, "changing somebody’s account");
        }
        assert_eq!(denied().await.len(), 51);
        // In the next hour it is told anew; somebody who is not there is not named.
        for _ in 0..5 {
            portal.wait(Span::minutes(13));
            desk.get("/admin/acme/access").await.expects(200, "Administration");
        }
        let nobody = AccountId::from_bytes([0xee; 16]);
        let page = format!("{}/delete", page_of(&acme, nobody));
        assert_eq!(desk.get(&page).await.status, 404);
        let refused = desk.post("/admin/acme/policy", &policy).await;
        assert_ne!(refused.support_code(), code);
        assert_eq!(denied().await.len(), 52);
        // A program is told the code too.
        let json = [("accept", "application/json")];
        let answer = desk.send(Method::GET, &whose, &json, "".into()).await;
        answer.expects(403, "support_code");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_of_a_fault_leads_to_the_programs_log_and_takes_no_refusals_place() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    browser.signs_in(&ann.login, &ann.password).await;
    let asks = [("do", "ask"), ("wish", "unlock")];
    for _ in 0..3 {
        browser.post("/account/requests", &asks).await;
        let takes_back = [("do", "withdraw"), ("wish", "unlock")];
        browser.post("/account/requests", &takes_back).await;
    }
    // What she asked for can't be shown any more.
    let broken = async |tx: &mut Tx<'_>| {
        tx.run("UPDATE help_requests SET outcome = 'nonsense'", &[])
            .await
    };
    portal.app.store.write(broken).await.unwrap();
    let fault = browser.get("/account/requests").await;
    fault.expects(500, "in the program’s log");
    assert!(!fault.says("Good for seven days"));
    let request = fault.headers["x-request-id"].to_str().unwrap();
    let code = SupportCode::of_request(request).unwrap();
    assert_eq!(fault.support_code(), code.to_string());
    assert_eq!(told(&portal, &fault).await, "");

    // A refusal that was written down before is what its page is about.
    let refused = browser.post("/account/requests", &asks).await;
    refused.expects(500, "Good for seven days");
    assert!(!refused.says("in the program’s log"));
    let mended = async |tx: &mut Tx<'_>| {
        tx.run("UPDATE help_requests SET outcome = 'withdrawn'", &[])
            .await
    };
    portal.app.store.write(mended).await.unwrap();
    assert_eq!(
        told(&portal, &refused).await,
        "The help desk was asked for more than it is sent of one account in a day."
    );
}
