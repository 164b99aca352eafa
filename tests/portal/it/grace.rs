//! Days of grace: what is offered, what can be put off and until when, and that nothing renews it.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::policy::ExceptionKind::{Exemption, Extension};
use portcullis_core::policy::{Channels, FirstProof, Policy, Rule};
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::instance;
use portcullis_server::people::{self, Given, NotGiven};
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, accounts, on_both};

use super::email_codes;
use super::frozen::freezes;
use super::help_desk::{agent, page_of};
use super::mfa::DEVICES;
use super::verified::called_back;
use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

const OFFER: &str = "Set up MFA by";
const SET_UP: &str = "Get an authenticator app";

/// Changes the policy as whoever runs the portal does; gives the organization as it is then.
pub async fn decides(
    portal: &Portal,
    organization: &Organization,
    change: impl FnOnce(&mut Policy),
) -> Organization {
    let now = portal.organization_now(organization.id).await;
    let mut policy = now.policy;
    change(&mut policy);
    let origin = Origin::default();
    let set = instance::set_policy(&portal.app, &Actor::System, &now, policy, origin).await;
    set.unwrap().unwrap();
    portal.organization_now(now.id).await
}

/// An organization that has just come to require MFA, with fourteen days of grace, and somebody in it.
async fn north(portal: &Portal) -> (Organization, Person) {
    let north = portal.organization("north", Rule::Optional).await;
    let ann = portal.person(&north, "ann").await;
    let north = requires(portal, &north).await;
    (north, ann)
}

async fn requires(portal: &Portal, organization: &Organization) -> Organization {
    decides(portal, organization, |policy| {
        (policy.rule, policy.grace_days) = (Rule::Required, 14);
        policy.first_proof = Some(FirstProof::Nothing);
    })
    .await
}

/// What the password leads to in a new browser.
async fn leads(portal: &Portal, person: &Person) -> Answer {
    let mut browser = portal.browser();
    browser.signs_in(&person.login, &person.password).await
}

/// Answers the wizard's first question.
async fn takes(browser: &mut Client, page: &Answer, way: &str) -> Answer {
    let attempt = page.hidden("attempt");
    let fields = [("attempt", attempt.as_str()), ("way", way)];
    browser.post("/sign-in/way", &fields).await
}

/// Signs in and puts it off, to the dashboard.
async fn puts_off(portal: &Portal, person: &Person) -> Client {
    let mut browser = portal.browser();
    let page = browser.signs_in(&person.login, &person.password).await;
    page.expects(200, OFFER).expects(200, "Not now");
    let done = takes(&mut browser, &page, "later").await;
    assert!(done.opens(), "{}", done.body);
    browser.get("/").await.expects(200, "Your applications");
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dashboard_reminds_of_the_deadline_until_mfa_is_set_up() {
    let portal = Portal::start().await;
    let (_, ann) = north(&portal).await;
    let mut browser = puts_off(&portal, &ann).await;
    let reminder = "requires MFA from";
    let page = browser.get("/").await;
    page.expects(200, reminder)
        .expects(200, "December 2, 2026")
        .expects(200, "href=\"/account/mfa\"");
    let begun = browser.post(DEVICES, &[]).await;
    let wizard = browser.follow(begun).await;
    let attempt = wizard.hidden("attempt");
    let start = [("attempt", attempt.as_str())];
    let answer = browser.post("/sign-in/set-up/app", &start).await;
    let scan = browser.follow(answer).await;
    let code = App::with_key(&scan.key()).code(portal.now());
    let fields = [("attempt", attempt.as_str()), ("code", &code)];
    let codes = browser.post("/sign-in/set-up/scan", &fields).await;
    assert!(
        !browser.get("/").await.says(reminder),
        "the device is there"
    );
    browser.stores(&codes).await;
    let page = browser.get("/").await;
    page.expects(200, "Your applications");
    assert!(!page.says(reminder));
    // Of whom nothing is asked, nobody is reminded.
    let free = portal.organization("free", Rule::Optional).await;
    let eva = portal.person(&free, "eva").await;
    let mut browser = portal.browser();
    browser.signs_in(&eva.login, &eva.password).await;
    assert!(!browser.get("/").await.says(reminder));
}

#[tokio::test(flavor = "multi_thread")]
async fn until_the_deadline_a_set_up_is_offered_at_each_sign_in_and_then_nothing_else_opens() {
    let portal = Portal::start().await;
    let (_, ann) = north(&portal).await;
    let page = leads(&portal, &ann).await;
    page.expects(200, "December 2, 2026");
    let _ = puts_off(&portal, &ann).await;
    portal.wait(Span::minutes(14 * 24 * 60 - 1));
    let mut live = puts_off(&portal, &ann).await;
    let mut offered = portal.browser();
    let page = offered.signs_in(&ann.login, &ann.password).await;
    page.expects(200, OFFER);

    portal.wait(Span::minutes(1));
    // A live session passes its deadline, and an offer that is still open can't be declined any more.
    let gone = live.get("/").await;
    assert!(gone.location().unwrap().starts_with("/sign-in"));
    let late = takes(&mut offered, &page, "later").await;
    assert!(!late.opens());
    offered.follow(late).await.expects(200, SET_UP);
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, SET_UP);
    let answer = browser.get("/").await;
    assert!(answer.location().unwrap().starts_with("/sign-in"));
    browser.sets_up(&portal, &page).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_accepts_the_offer_goes_through_the_wizard_and_is_asked_from_then_on() {
    let portal = Portal::start().await;
    let (_, ann) = north(&portal).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = takes(&mut browser, &page, "app").await;
    let page = browser.follow(answer).await;
    browser.sets_up(&portal, &page).await;
    // What is set up is asked for, and required, though the days are not over.
    leads(&portal, &ann)
        .await
        .expects(200, "Enter the code from your app");
    browser
        .post("/account/mfa/disable", &[])
        .await
        .expects(409, "MFA is required of you");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_reset_suspension_or_edit_renews_the_grace() {
    let portal = Portal::start().await;
    let (north, ann) = north(&portal).await;
    let bob = portal.person(&north, "bob").await;
    portal.browser().enrolls_by_offer(&portal, &bob).await;
    // What was set up and taken away is no set-up that was put off: the help desk's code opens the next one.
    let whose = (north.id, bob.id);
    let how = called_back();
    let deleted =
        people::delete_mfa(&portal.app, &Actor::System, whose, how, Origin::default()).await;
    assert!(deleted.unwrap().unwrap(), "it needs a code");
    leads(&portal, &bob)
        .await
        .expects(200, "Enter your enrollment code");

    portal.wait(Span::days(13));
    let whose = (north.id, ann.id);
    for active in [false, true] {
        let origin = Origin::default();
        let set = people::set_active(&portal.app, &Actor::System, whose, active, origin).await;
        set.unwrap().unwrap();
    }
    leads(&portal, &ann).await.expects(200, "December 2, 2026");
    for required in [true, false] {
        let origin = Origin::default();
        let set = people::require_mfa(&portal.app, &Actor::System, whose, required, origin).await;
        set.unwrap().unwrap();
        let expect = if required { SET_UP } else { OFFER };
        leads(&portal, &ann).await.expects(200, expect);
    }
    portal.wait(Span::days(1));
    leads(&portal, &ann).await.expects(200, SET_UP);
    // Somebody new has days of their own.
    let eva = portal.person(&north, "eva").await;
    leads(&portal, &eva).await.expects(200, "December 16, 2026");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_switched_off_and_on_again_gives_no_new_grace_unless_somebody_says_so() {
    let portal = Portal::start().await;
    let (north, ann) = north(&portal).await;
    let began = north.policy.required_since;
    portal.wait(Span::days(20));
    let off = decides(&portal, &north, |policy| policy.rule = Rule::Optional).await;
    assert_eq!(off.policy.required_since, began);
    leads(&portal, &ann).await.expects(200, "Your applications");
    let north = requires(&portal, &north).await;
    assert_eq!(north.policy.required_since, began);
    leads(&portal, &ann).await.expects(200, SET_UP);
    // As the page's tick and the command's word say it.
    decides(&portal, &north, |policy| policy.required_since = None).await;
    leads(&portal, &ann).await.expects(200, "December 22, 2026");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_sets_it_up_within_the_grace_proves_what_a_first_set_up_asks_for() {
    let portal = Portal::with_mail().await;
    let (north, ann) = north(&portal).await;
    decides(&portal, &north, |policy| {
        policy.first_proof = Some(FirstProof::Email);
    })
    .await;
    // At the sign-in.
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let answer = takes(&mut browser, &page, "app").await;
    browser
        .follow(answer)
        .await
        .expects(200, "First, prove that the mailbox is yours");
    // And in a session, whoever it is that knows the password.
    portal.wait(Span::minutes(1)); // until another code can be mailed
    let mut browser = puts_off(&portal, &ann).await;
    let answer = browser.post(DEVICES, &[]).await;
    let page = browser.follow(answer).await;
    page.expects(200, "First, prove that the mailbox is yours");
    assert_eq!(super::mfa::devices(&portal).await, 0);
    let code = email_codes::last(&portal).await;
    let fields = [("attempt", page.hidden("attempt")), ("code", code)];
    let fields = fields.each_ref().map(|(k, v)| (*k, v.as_str()));
    let answer = browser.post("/sign-in/email-code", &fields).await;
    browser.follow(answer).await.expects(200, SET_UP);
}

#[tokio::test(flavor = "multi_thread")]
async fn email_is_offered_where_it_is_a_way_and_a_role_has_no_grace() {
    let portal = Portal::with_mail().await;
    let (north, ann) = north(&portal).await;
    decides(&portal, &north, |policy| policy.channels = Channels::Email).await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, OFFER).expects(200, "Get codes by email");
    assert!(!page.says("Use an authenticator app"));
    // A way that is not offered is not taken.
    let answer = takes(&mut browser, &page, "app").await;
    browser.follow(answer).await.expects(200, OFFER);
    decides(&portal, &north, |policy| policy.channels = Channels::App).await;
    let (_, _, abe) = agent(&portal, &north, ("abe", Role::Helpdesk)).await;
    leads(&portal, &abe)
        .await
        .expects(200, "Enter the code from your app");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_time_is_given_to_one_person_with_a_reason_and_taken_back() {
    let portal = Portal::with_mail().await;
    let (north, ann) = north(&portal).await;
    portal.wait(Span::days(14));
    leads(&portal, &ann).await.expects(200, SET_UP);
    let (mut admin, _, _) = agent(&portal, &north, ("abe", Role::Admin)).await;
    let page = page_of(&north, ann.id);
    let act = format!("{page}/extend");
    let bad = [
        ("days", "91"),
        ("verified_how", "her phone is being repaired"),
    ];
    admin.post(&act, &bad).await.expects(422, "from 1 to 90");
    let none = [("days", "7"), ("verified_how", "")];
    admin.post(&act, &none).await.expects(422, "Why");
    let given = [
        ("days", "7"),
        ("verified_how", "her phone is being repaired"),
    ];
    let done = admin.post(&act, &given).await;
    assert_eq!(done.location().as_deref(), Some(page.as_str()));
    leads(&portal, &ann).await.expects(200, "December 9, 2026");
    admin
        .get(&page)
        .await
        .expects(200, "until then it can be put off");
    admin
        .get("/admin/north/policy")
        .await
        .expects(200, "More time to set up MFA")
        .expects(200, "her phone is being repaired")
        .expects(200, "Person abe");
    let told = portal.mails().await;
    let mut told = told
        .iter()
        .filter(|mail| mail.kind == "required" && mail.to == ann.email);
    assert!(
        told.next_back()
            .unwrap()
            .text
            .contains("her phone is being repaired")
    );
    let answer = admin.post(&format!("{page}/end-extension"), &[]).await;
    assert_eq!(answer.location().as_deref(), Some(page.as_str()));
    leads(&portal, &ann).await.expects(200, SET_UP);
    let events = portal.events(Some(north.id)).await;
    let given = |event: &Event| {
        matches!(
            event,
            Event::ExceptionGiven { .. } | Event::ExceptionEnded { .. }
        )
    };
    assert_eq!(events.iter().filter(|event| given(event)).count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exemption_ends_by_the_clock_and_is_never_for_a_role() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Optional).await;
    let ann = portal.person(&north, "ann").await;
    let north = decides(&portal, &north, |policy| policy.rule = Rule::Required).await;
    let (_, _, abe) = agent(&portal, &north, ("abe", Role::Auditor)).await;
    let gives = async |person: &Person, kind, days| {
        let given = Given {
            kind,
            days,
            reason: "a machine".to_owned(),
        };
        let whose = (person.organization, person.id);
        let origin = Origin::default();
        people::give_exception(&portal.app, &Actor::System, whose, given, origin)
            .await
            .unwrap()
    };
    assert_eq!(gives(&abe, Exemption, 5).await, Err(NotGiven::HasRole));
    assert_eq!(gives(&abe, Extension, 5).await, Err(NotGiven::HasRole));
    assert_eq!(gives(&ann, Exemption, 366).await, Err(NotGiven::Days));
    assert_eq!(gives(&ann, Exemption, 0).await, Err(NotGiven::Days));
    leads(&portal, &ann).await.expects(200, SET_UP);
    gives(&ann, Exemption, 30).await.unwrap();
    let mut browser = portal.browser();
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");
    portal.wait(Span::minutes(30 * 24 * 60 - 5));
    let mut browser = portal.browser();
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");
    portal.wait(Span::minutes(5));
    let gone = browser.get("/").await;
    assert!(gone.location().unwrap().starts_with("/sign-in"));
    leads(&portal, &ann).await.expects(200, SET_UP);
    // A role ends what an exemption gave, and the account's own flag is stricter than it.
    gives(&ann, Exemption, 30).await.unwrap();
    let whose = (north.id, ann.id);
    let required = people::require_mfa(&portal.app, &Actor::System, whose, true, Origin::default());
    required.await.unwrap().unwrap();
    leads(&portal, &ann).await.expects(200, SET_UP);
    assert_eq!(gives(&ann, Exemption, 5).await, Err(NotGiven::AskedAlone));
    let required =
        people::require_mfa(&portal.app, &Actor::System, whose, false, Origin::default());
    required.await.unwrap().unwrap();
    leads(&portal, &ann).await.expects(200, "Your applications");
    let role = people::set_role(
        &portal.app,
        &Actor::System,
        whose,
        (Role::Helpdesk, None),
        Origin::default(),
    );
    role.await.unwrap().unwrap();
    leads(&portal, &ann).await.expects(200, SET_UP);
}

#[tokio::test(flavor = "multi_thread")]
async fn shortened_lifetimes_bind_open_sessions_and_longer_passwords_the_next_change() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Optional).await;
    let ann = portal.person(&north, "ann").await;
    let mut browser = portal.browser();
    browser.signs_in(&ann.login, &ann.password).await;
    portal.wait(Span::minutes(9));
    browser.get("/").await.expects(200, "Your applications");
    portal.wait(Span::minutes(11));
    decides(&portal, &north, |policy| {
        policy.lifetimes.idle_minutes = 10;
        policy.shortest_password = 30;
    })
    .await;
    let gone = browser.get("/").await;
    assert!(gone.location().unwrap().starts_with("/sign-in"));
    // The password that is there goes on being good.
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");
    browser
        .get("/account/password")
        .await
        .expects(200, "minlength=\"30\"");
    let short = [
        ("current", ann.password.as_str()),
        ("password", "twenty-nine characters long x"),
    ];
    browser
        .post("/account/password", &short)
        .await
        .expects(422, "30");
    decides(&portal, &north, |policy| policy.lifetimes.hours = 1).await;
    for _ in 0..6 {
        browser.get("/").await.expects(200, "Your applications");
        portal.wait(Span::seconds(590));
    }
    portal.wait(Span::minutes(1));
    let gone = browser.get("/").await;
    assert!(
        gone.location().unwrap().starts_with("/sign-in"),
        "an hour, however busy"
    );
}

/// People of whom policies say different things: one has a phone, one has switched MFA off, one must alone, one
/// is exempt, one has a role, one is suspended, two are frozen, one of whom had switched MFA off, and the others are like most.
async fn everybody(portal: &Portal, north: &Organization) -> Vec<Person> {
    let mut people = Vec::new();
    for name in [
        "ann", "ben", "cem", "dan", "eva", "fay", "gus", "hal", "ida", "joe", "kim",
    ] {
        people.push(portal.person(north, name).await);
    }
    for (at, switches_off) in [(0, false), (1, true), (9, true)] {
        let mut browser = portal.browser();
        let page = browser.signs_in(&people[at].login, &people[at].password);
        page.await.expects(200, "Your applications");
        let (app, _) = super::mfa::enables(portal, &mut browser).await;
        if switches_off {
            portal.wait_for_next_code();
            let code = app.code(portal.now());
            let back = ("return_to", "/account/mfa");
            let proof = [("act", "end_mfa"), back, ("code", &code)];
            browser.post("/step-up", &proof).await;
            let off = browser.post("/account/mfa/disable", &[]).await;
            assert!(off.status.is_redirection(), "{}", off.body);
        }
    }
    let (app, origin, system) = (&portal.app, Origin::default, Actor::System);
    let whose = |at: usize| (north.id, people[at].id);
    let done = people::require_mfa(app, &system, whose(2), true, origin());
    done.await.unwrap().unwrap();
    let given = Given {
        kind: Exemption,
        days: 30,
        reason: "so".to_owned(),
    };
    let done = people::give_exception(app, &system, whose(3), given, origin());
    done.await.unwrap().unwrap();
    let done = people::set_role(app, &system, whose(4), (Role::Helpdesk, None), origin());
    done.await.unwrap().unwrap();
    let done = people::set_active(app, &system, whose(5), false, origin());
    done.await.unwrap().unwrap();
    for frozen in &people[9..] {
        freezes(portal, frozen).await;
    }
    portal.wait_for_next_code();
    people
}

/// The number in the line of a preview that says something.
pub fn counted(page: &Answer, words: &str) -> usize {
    let lines = page.between("id=\"preview\"", "</ul>");
    let line = lines.split("<li>").find(|line| line.contains(words));
    // Nobody is not counted.
    let Some(line) = line else {
        return 0;
    };
    if line.to_lowercase().contains("one person") {
        return 1;
    }
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

/// A whole form of the policy page, with what differs from most.
pub fn form<'a>(choices: &[(&'static str, &'a str)]) -> Vec<(&'static str, &'a str)> {
    let mut all = vec![
        ("rule", "required"),
        ("grace_days", "0"),
        ("app", "on"),
        ("first_proof", "nothing"),
        ("remember_days", "0"),
        ("session_hours", "24"),
        ("idle_minutes", "60"),
        ("administration_minutes", "15"),
        ("shortest_password", "8"),
    ];
    for (name, value) in choices {
        all.retain(|(known, _)| known != name);
        all.push((name, value));
    }
    all
}

/// Looks at what choices would change, saves them, and holds the numbers to what then happens.
async fn counts_right(
    portal: &Portal,
    admin: &mut Client,
    (people, choices): (&[Person], &[(&'static str, &str)]),
) {
    let before = met(portal, people).await;
    let mut form = form(choices);
    let pairs = form.iter().map(|(name, value)| format!("{name}={value}"));
    let query = pairs.collect::<Vec<_>>().join("&");
    let shown = admin.get(&format!("/admin/north/policy?{query}")).await;
    shown.expects(200, "Nothing is saved yet");
    let version = shown.hidden("version");
    form.push(("version", &version));
    let done = admin.post("/admin/north/policy", &form).await;
    assert_eq!(
        done.location().as_deref(),
        Some("/admin/north/policy?saved")
    );
    let after = met(portal, people).await;
    let pairs = || before.iter().zip(&after);
    let became = |what: Met| {
        let changed = pairs().filter(|(old, new)| old != new && **new == what);
        changed.count()
    };
    let sets_up = |met: &Met| matches!(met, Met::SetUp | Met::SetUpByCode);
    let first = pairs().filter(|(old, new)| old != new && sets_up(old) && sets_up(new));
    let first = first.count();
    let set_up = became(Met::SetUp) + became(Met::SetUpByCode) - first;
    // Who is suspended is among them and counted by nobody; the admin is not, and is counted.
    let same = pairs().filter(|(old, new)| old == new).count();
    for (expect, words) in [
        (set_up, "taken to set-up at the next sign-in"),
        (first, "another proof before it"),
        (became(Met::Offer), "put it off for now"),
        (became(Met::Code), "asked for a second step"),
        (became(Met::In), "with the password alone"),
        (became(Met::Frozen), "until the help desk has helped"),
        (same, "nothing changes"),
    ] {
        let counted = counted(&shown, words);
        assert_eq!(
            counted, expect,
            "{choices:?}: {words}: {before:?} {after:?}"
        );
    }
}

on_both! {
    async fn the_preview_counts_what_then_happens(place: &Place) {
        let portal = Portal::on(place).await;
        let north = portal.organization("north", Rule::Optional).await;
        let (mut admin, _, _) = agent(&portal, &north, ("abe", Role::Admin)).await;
        let people = everybody(&portal, &north).await;
        let mut rounds = async |choices: &[(&'static str, &str)]| {
            counts_right(&portal, &mut admin, (&people, choices)).await;
        };
        rounds(&[("new_grace", "")]).await;
        rounds(&[("grace_days", "14"), ("new_grace", "on")]).await;
        // One has more time than the others.
        let whose = (north.id, people[6].id);
        let more = Given { kind: Extension, days: 30, reason: "on leave".to_owned() };
        let given = people::give_exception(&portal.app, &Actor::System, whose, more, Origin::default());
        given.await.unwrap().unwrap();
        rounds(&[]).await;
        rounds(&[("first_proof", "enrollment_code")]).await;
        rounds(&[]).await;
        // Looser: who had to set something up need not any more.
        rounds(&[("rule", "optional")]).await;
        rounds(&[("rule", "off")]).await;
    }

    async fn the_preview_counts_what_happens_when_email_is_taken_out_of_the_ways(place: &Place) {
        let portal = Portal::on(place).await;
        let north = portal.organization("north", Rule::Optional).await;
        let (mut admin, _, _) = agent(&portal, &north, ("abe", Role::Admin)).await;
        let mut people = everybody(&portal, &north).await;
        people.push(portal.person(&north, "jo").await);
        portal.gets_mail();
        decides(&portal, &north, |policy| {
            policy.channels = Channels::Both;
            policy.first_proof = Some(FirstProof::Nothing);
        })
        .await;
        // Gus has email codes alone, and ann beside the app.
        let (scope, now) = (Scope::of(north.id), portal.now());
        for at in [0, 6] {
            let id = people[at].id;
            let unit = async move |tx: &mut Tx<'_>| {
                accounts::set_email_codes(tx, scope, id, Some(now)).await?;
                accounts::refresh_mfa_status(tx, scope, id).await
            };
            portal.app.store.write(unit).await.unwrap();
        }
        assert_eq!(met(&portal, &people).await[6], Met::Code, "by email");
        for choices in [
            &[("email", "on")][..],
            &[],
            &[("email", "on")],
            &[("rule", "optional")],
        ] {
            counts_right(&portal, &mut admin, (&people, choices)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_owes_a_second_factor_is_listed_by_page_now_or_soon() {
    let portal = Portal::start().await;
    let (north, ann) = north(&portal).await;
    let bob = portal.person(&north, "bob").await;
    let whose = (north.id, bob.id);
    let origin = Origin::default();
    let required = people::require_mfa(&portal.app, &Actor::System, whose, true, origin);
    required.await.unwrap().unwrap();
    let cem = portal.person(&north, "cem").await;
    portal.browser().enrolls_by_offer(&portal, &cem).await;
    let (mut desk, ..) = agent(&portal, &north, ("dora", Role::Auditor)).await;
    for (asked, listed, not) in [("required", "bob", "ann"), ("delayed", "ann", "bob")] {
        let path = format!("/admin/north/access?mfa={asked}");
        let page = desk.get(&path).await;
        page.expects(200, &format!("{listed}@north"));
        for other in [not, "cem", "dora"] {
            assert!(!page.says(&format!("{other}@north")), "{asked}: {other}");
        }
        assert!(
            page.says(&format!("mfa={asked}\" aria-current=\"true\"")),
            "{asked}"
        );
        // Searched within.
        let none = desk.get(&format!("{path}&named={not}")).await;
        assert!(!none.says(&format!("{not}@north")), "{asked}");
    }
    // When the days are over, who put it off owes it now.
    let _ = ann;
    portal.wait(Span::days(14));
    let (mut desk, ..) = agent(&portal, &north, ("doro", Role::Auditor)).await;
    let page = desk.get("/admin/north/access?mfa=required").await;
    page.expects(200, "ann@north").expects(200, "bob@north");
    let page = desk.get("/admin/north/access?mfa=delayed").await;
    assert!(!page.says("ann@north"));
}

/// What somebody meets after the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Met {
    In,
    Code,
    Offer,
    SetUp,
    /// The help desk's code, and then set-up.
    SetUpByCode,
    Frozen,
    /// Who is suspended.
    Refused,
}

async fn met(portal: &Portal, people: &[Person]) -> Vec<Met> {
    let mut all = Vec::new();
    for person in people {
        let page = leads(portal, person).await;
        all.push(match &page {
            page if page.says("Your applications") => Met::In,
            page if page.says("Enter the code from your app") => Met::Code,
            page if page.says("Enter the code from your email") => Met::Code,
            page if page.says(OFFER) => Met::Offer,
            page if page.says(SET_UP) || page.says("Choose your second step") => Met::SetUp,
            page if page.says("Enter your enrollment code") => Met::SetUpByCode,
            page if page.says("Your account is frozen") => Met::Frozen,
            page if page.says("don’t go together") || page.says("Too many tries") => Met::Refused,
            page => panic!("{}", page.body),
        });
    }
    all
}

impl Client {
    /// Signs in somebody who may put a set-up off and doesn't, to the dashboard.
    async fn enrolls_by_offer(&mut self, portal: &Portal, person: &Person) {
        let page = self.signs_in(&person.login, &person.password).await;
        let answer = takes(self, &page, "app").await;
        let page = self.follow(answer).await;
        self.sets_up(portal, &page).await;
    }
}
