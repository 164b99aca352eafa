//! Helping people: what the help desk and administrators do to somebody's account, and what they can't.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::caller::Verified;
use portcullis_core::id::{AccountId, GrantId};
use portcullis_core::policy::{Channels, Rule};
use portcullis_core::role::{Actor, Grant, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::people;
use portcullis_store::organizations::Organization;
use portcullis_store::roles::NewGrant;
use portcullis_store::{Tx, on_both, roles};

use super::email_codes::{last, organization};
use super::every_cell::table::ACTS;
use super::grace::{counted, form as policy_form};
use super::races::{RACE, by_status, copies, race};
use crate::app::App;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

/// Gives somebody a role in the organization.
pub async fn appoints(portal: &Portal, organization: &Organization, person: &Person, role: Role) {
    let (scope, id) = (Scope::of(organization.id), person.id);
    let grant = Grant {
        role,
        scope: Some(organization.id),
        until: None,
    };
    let new = NewGrant {
        id: GrantId::new(portal.now(), portal.app.random().unwrap()),
        account: id,
        grant,
        created_at: portal.now(),
    };
    let unit = async move |tx: &mut Tx<'_>| roles::add(tx, scope, &new).await;
    portal.app.store.write(unit).await.unwrap();
}

/// Somebody of the organization with a role, signed in by password and app.
pub async fn agent(
    portal: &Portal,
    organization: &Organization,
    (name, role): (&'static str, Role),
) -> (Client, App, Person) {
    let person = portal.person(organization, name).await;
    appoints(portal, organization, &person, role).await;
    let mut browser = portal.browser();
    let (app, _) = enrolls(portal, &mut browser, &person).await;
    (browser, app, person)
}

/// Signs somebody in and sets up an app, whatever the organization wants before.
async fn enrolls(portal: &Portal, browser: &mut Client, person: &Person) -> (App, Vec<String>) {
    let page = browser.signs_in(&person.login, &person.password).await;
    browser.sets_up(portal, &page).await
}

pub fn page_of(organization: &Organization, account: AccountId) -> String {
    format!("/admin/{}/access/{account}", organization.slug)
}

/// Whoever had a device goes straight to the key; what an app is stands behind a link, and leads back to that key.
async fn connects(portal: &Portal, browser: &mut Client, wizard: &Answer) -> App {
    let page = wizard.expects(200, "Connect the app");
    page.expects(200, "Get an authenticator app");
    let path = format!("/sign-in/set-up?attempt={}", wizard.hidden("attempt"));
    let apps = browser.get(&path).await;
    apps.expects(200, "I already have an app: continue");
    let (app, _) = browser.sets_up(portal, &apps).await;
    assert_eq!(*app.key(), wizard.key());
    app
}

const HOW: [(&str, &str); 1] = [("verified_how", "called back on the number on record")];

/// Does something to somebody's account, saying how the caller was verified; what doesn't ask leaves it unread.
pub async fn does(browser: &mut Client, page: &str, act: &str) -> Answer {
    browser.post(&format!("{page}/{act}"), &HOW).await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_mfa_is_required_deleting_it_leaves_no_way_but_the_help_desks_code() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let (old, codes) = browser.enrolls(&portal, &ann).await;
    let page = page_of(&acme, ann.id);

    // What the agent sees: states, never a key or a code.
    let seen = desk.get(&page).await;
    seen.expects(200, "10 of 10 left");
    for code in &codes {
        assert!(!seen.says(code));
    }
    desk.get(&format!("{page}/delete-mfa"))
        .await
        .expects(200, "How did you check that this is");
    desk.post(&format!("{page}/delete-mfa"), &[("verified_how", " ")])
        .await
        .expects(422, "How did you check");
    assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 2);

    let done = does(&mut desk, &page, "delete-mfa").await;
    assert_eq!(done.location().as_deref(), Some(page.as_str()));
    assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 1);
    let out = browser.get("/").await;
    assert!(
        out.location().unwrap().starts_with("/sign-in"),
        "signed out"
    );
    let deleted = |event: &Event| {
        matches!(event, Event::MfaDeleted { verified_how, needs_code: true }
            if *verified_how == Verified::Told(HOW[0].1.to_owned()))
    };
    let events = portal.events(Some(acme.id)).await;
    assert_eq!(events.iter().filter(|one| deleted(one)).count(), 1);

    // The password alone leads to the code of the help desk, and nothing else opens.
    let mut browser = portal.browser();
    let asked = browser.signs_in(&ann.login, &ann.password).await;
    asked.expects(200, "Enter your enrollment code");
    let attempt = asked.hidden("attempt");
    for path in [
        "/sign-in/code",
        "/sign-in/recovery-code",
        "/sign-in/email-code",
        "/sign-in/email-code/send",
        "/sign-in/way",
        "/sign-in/set-up/app",
        "/sign-in/set-up/scan",
        "/sign-in/set-up/stored",
    ] {
        let old = old.code(portal.now());
        let mut fields = vec![("attempt", attempt.as_str())];
        match path {
            "/sign-in/code" | "/sign-in/email-code" | "/sign-in/set-up/scan" => {
                fields.push(("code", &old));
            }
            "/sign-in/recovery-code" => fields.push(("recovery_code", &codes[0])),
            "/sign-in/way" => fields.push(("way", "email")),
            "/sign-in/set-up/stored" => {
                fields.extend([("set", attempt.as_str()), ("stored", "on")]);
            }
            _ => {}
        }
        let answer = browser.post(path, &fields).await;
        assert!(!answer.opens(), "{path}");
        let leads = answer.location().unwrap_or_default();
        assert!(
            leads.contains("/sign-in/enrollment-code"),
            "{path}: {} {leads}",
            answer.status
        );
    }
    assert_eq!(portal.count("SELECT COUNT(*) FROM devices").await, 1);

    let shown = does(&mut desk, &page, "enrollment-code").await;
    let code = shown.between("big-code\" dir=\"ltr\">", "</strong>");
    let fields = [
        ("attempt", attempt.as_str()),
        ("enrollment_code", code.as_str()),
    ];
    let answer = browser.post("/sign-in/enrollment-code", &fields).await;
    let wizard = browser.follow(answer).await;
    let new = connects(&portal, &mut browser, &wizard).await;

    // From then on the new device alone is asked for.
    portal.wait(Span::minutes(2));
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Enter the code here");
    assert!(
        !browser
            .gives_code(&page, &old.code(portal.now()))
            .await
            .opens()
    );
    assert!(
        browser
            .gives_code(&page, &new.code(portal.now()))
            .await
            .opens()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn where_mfa_is_optional_the_password_alone_signs_in_after_deleting() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Optional).await;
    let (mut desk, _, _) = agent(&portal, &north, ("dora", Role::Helpdesk)).await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser();
    browser.signs_in(&eva.login, &eva.password).await;
    let answer = browser.post("/account/mfa/devices", &[]).await;
    let scan = browser.follow(answer).await;
    let app = App::with_key(&scan.key());
    let fields = [
        ("attempt", &*scan.hidden("attempt")),
        ("name", "Phone"),
        ("code", &*app.code(portal.now())),
    ];
    browser.post("/account/mfa/devices/new", &fields).await;
    does(&mut desk, &page_of(&north, eva.id), "delete-mfa").await;
    let mut browser = portal.browser();
    browser
        .signs_in(&eva.login, &eva.password)
        .await
        .expects(200, "Your applications");
    desk.get("/admin/north/access?mfa=not-enabled")
        .await
        .expects(200, "Person eva");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_choice_of_email_is_no_way_around_the_help_desks_code() {
    let portal = Portal::start().await;
    let both = organization(&portal, "both", |policy| policy.channels = Channels::Both).await;
    let ann = portal.person(&both, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Choose your second step");
    let fields = [("attempt", &*page.hidden("attempt")), ("way", "email")];
    let answer = browser.post("/sign-in/way", &fields).await;
    let page = browser.follow(answer).await;
    assert!(gives_mailed(&portal, &mut browser, &page).await.opens());
    deletes(&portal, &ann).await;
    let mails = portal.mails().await.len();
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Enter your enrollment code");
    let attempt = page.hidden("attempt");
    let code = last(&portal).await;
    for (path, field) in [
        ("/sign-in/email-code/send", None),
        ("/sign-in/way", Some(("way", "email"))),
        ("/sign-in/email-code", Some(("code", &*code))),
    ] {
        let attempt = [("attempt", &*attempt)];
        let fields: Vec<_> = attempt.into_iter().chain(field).collect();
        let answer = browser.post(path, &fields).await;
        assert!(!answer.opens(), "{path}");
        let page = browser.follow(answer).await;
        page.expects(200, "Enter your enrollment code");
    }
    assert_eq!(portal.mails().await.len(), mails, "and no code is mailed");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_email_is_the_only_channel_a_mailed_code_follows_the_password_after_deleting() {
    let portal = Portal::start().await;
    let acme = organization(&portal, "acme", |policy| policy.channels = Channels::Email).await;
    let ann = portal.person(&acme, "ann").await;
    let mut before = portal.browser();
    let page = before.signs_in(&ann.login, &ann.password).await;
    assert!(gives_mailed(&portal, &mut before, &page).await.opens());
    deletes(&portal, &ann).await;
    let out = before.get("/").await.location().unwrap();
    assert!(out.starts_with("/sign-in"), "signed out");
    portal.wait(Span::minutes(2)); // a code a minute is mailed
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Enter the code from your email");
    let asked = browser.get("/").await.location().unwrap();
    assert!(
        asked.starts_with("/sign-in"),
        "the password alone opens nothing"
    );
    assert!(gives_mailed(&portal, &mut browser, &page).await.opens());
}

/// Gives the code that was mailed last.
async fn gives_mailed(portal: &Portal, browser: &mut Client, page: &Answer) -> Answer {
    page.expects(200, "Enter the code from your email");
    let fields = [
        ("attempt", &*page.hidden("attempt")),
        ("code", &*last(portal).await),
    ];
    browser.post("/sign-in/email-code", &fields).await
}

/// An operator deletes what somebody has set up.
async fn deletes(portal: &Portal, whose: &Person) {
    let operator = Actor::Operator("operator@test".to_owned());
    let (whose, how) = (
        (whose.organization, whose.id),
        super::verified::called_back(),
    );
    let done = people::delete_mfa(&portal.app, &operator, whose, how, Origin::default()).await;
    done.unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_does_what_its_rank_allows_to_whom_it_allows() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let other = portal.organization("other", Rule::Optional).await;
    let mut people = Vec::new();
    for (name, role) in [
        ("mia", Role::Member),
        ("ada", Role::Auditor),
        ("hal", Role::Helpdesk),
        ("abe", Role::Admin),
        ("oda", Role::Owner),
    ] {
        let person = portal.person(&acme, name).await;
        if role != Role::Member {
            appoints(&portal, &acme, &person, role).await;
        }
        people.push((person, role));
    }
    let stranger = portal.person(&other, "sid").await;
    let before = async || portal.events(Some(acme.id)).await.len();
    for (who, role) in [
        ("ann", Role::Auditor),
        ("ben", Role::Helpdesk),
        ("cem", Role::Admin),
        ("dan", Role::Owner),
    ] {
        let (mut browser, _, own) = agent(&portal, &acme, (who, role)).await;
        for (person, theirs) in &people {
            let page = page_of(&acme, person.id);
            browser.get(&page).await.expects(200, &person.login);
            for (act, ..) in ACTS {
                let helps = matches!(
                    act,
                    "enrollment-code"
                        | "reset-code"
                        | "delete-mfa"
                        | "unlock"
                        | "sign-out"
                        | "unfreeze"
                );
                let may = if helps {
                    role >= Role::Helpdesk
                } else {
                    role >= Role::Admin
                };
                let may = may && role.helps(*theirs);
                // What may be done is there where it is of use.
                let looks = browser.get(&format!("{page}/{act}")).await;
                let required = *theirs != Role::Member;
                let of_use = match act {
                    "reset-code" | "require-mfa" | "suspend" | "delete" => true,
                    "enrollment-code" => required,
                    "exempt" => !required,
                    _ => false,
                };
                let expect = match (may, of_use) {
                    (true, true) => 200,
                    (true, false) => 404,
                    (false, _) => 403,
                };
                assert_eq!(looks.status, expect, "{who} {act} {theirs:?}");
                if !may {
                    let events = before().await;
                    let tried = does(&mut browser, &page, act).await;
                    assert_eq!(tried.status, 403, "{who} {act} {theirs:?}");
                    assert_eq!(before().await, events, "nothing was done");
                }
            }
        }
        // Inviting is offered to whom it is allowed.
        let invites = role >= Role::Admin;
        let list = browser.get("/admin/acme/access").await;
        assert_eq!(list.says("/admin/acme/access/invite"), invites, "{who}");
        let expect = if invites { 200 } else { 403 };
        let form = browser.get("/admin/acme/access/invite").await;
        assert_eq!(form.status, expect, "{who}");
        for (act, ..) in ACTS {
            // Nobody helps an account of their own, and another organization's people aren't there.
            let tried = does(&mut browser, &page_of(&acme, own.id), act).await;
            assert_eq!(tried.status, 403, "{who} {act}");
            for page in [page_of(&other, stranger.id), page_of(&acme, stranger.id)] {
                let tried = does(&mut browser, &page, act).await;
                assert_eq!(tried.status, 404, "{who} {act} {page}");
            }
        }
    }
}

/// Choices of a policy that can't be, and what the page says to them.
const BAD_CHOICES: [((&str, &str), &str); 8] = [
    (("remember_days", "31"), "Type a whole number from 0 to 30"),
    (("grace_days", "91"), "Type a whole number from 0 to 90"),
    (("session_hours", "0"), "Type a whole number from 1 to 24"),
    (("idle_minutes", "61"), "Type a whole number from 5 to 60"),
    (
        ("administration_minutes", "soon"),
        "Type a whole number from 5 to 15",
    ),
    (
        ("shortest_password", ""),
        "Type a whole number from 8 to 64",
    ),
    (("app", ""), "Tick at least one way"),
    (("first_proof", "email"), "This portal can’t send mail"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_shows_whom_it_touches_before_it_is_saved_and_then_touches_them() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Optional).await;
    let (mut admin, _, abe) = agent(&portal, &north, ("abe", Role::Admin)).await;
    let people = ["ann", "ben", "cem"];
    let mut live = Vec::new();
    for name in people {
        let person = portal.person(&north, name).await;
        let mut browser = portal.browser();
        browser.signs_in(&person.login, &person.password).await;
        live.push((browser, person));
    }
    let page = admin.get("/admin/north/policy").await;
    page.expects(200, "Who must use MFA");
    let version = page.hidden("version");
    let mut form = policy_form(&[]);
    let pairs = form.iter().map(|(name, value)| format!("{name}={value}"));
    let query = pairs.collect::<Vec<_>>().join("&");
    let shown = admin.get(&format!("/admin/north/policy?{query}")).await;
    shown.expects(200, "Nothing is saved yet");
    let numbers = [
        "taken to set-up at the next sign-in",
        "nothing changes",
        "put it off for now",
        "asked for a second step",
        "with the password alone",
    ];
    let numbers = numbers.map(|words| counted(&shown, words));
    assert_eq!(numbers, [live.len(), 1, 0, 0, 0]);
    form.push(("version", version.as_str()));
    let done = admin.post("/admin/north/policy", &form).await;
    assert_eq!(
        done.location().as_deref(),
        Some("/admin/north/policy?saved")
    );
    admin
        .get("/admin/north/policy?saved")
        .await
        .expects(200, "The policy is saved");
    for (browser, person) in &mut live {
        let gone = browser.get("/").await;
        assert!(
            gone.location().unwrap().starts_with("/sign-in"),
            "a live session ends"
        );
        let page = portal
            .browser()
            .signs_in(&person.login, &person.password)
            .await;
        page.expects(200, "Get an authenticator app");
    }
    // For the admin, who has an app, nothing changed: the session goes on, and the next sign-in asks for a code.
    let next = portal.browser().signs_in(&abe.login, &abe.password).await;
    next.expects(200, "Enter the code from your app");
    // What somebody else saved meanwhile isn't overwritten, and nothing typed is lost.
    let stale = admin.post("/admin/north/policy", &form).await;
    stale.expects(409, "Somebody else changed the policy meanwhile");
    for (bad, words) in BAD_CHOICES {
        let mut form = form.clone();
        form.retain(|(name, _)| *name != bad.0);
        form.push(bad);
        let refused = admin.post("/admin/north/policy", &form).await;
        refused.expects(422, words);
        assert!(refused.says("value=\"required\" aria-describedby=\"rule-required-hint\" checked"));
    }
    for (name, value) in [("rule", "perhaps"), ("email", "yes"), ("version", "x")] {
        let mut form = form.clone();
        form.retain(|(field, _)| *field != name);
        form.push((name, value));
        assert_eq!(
            admin.post("/admin/north/policy", &form).await.status,
            400,
            "{name}"
        );
    }
    // The help desk reads it and changes nothing; an admin proves a device first.
    let (mut desk, _, _) = agent(&portal, &north, ("dora", Role::Helpdesk)).await;
    desk.get("/admin/north/policy")
        .await
        .expects(200, "Only admins can change the policy");
    assert_eq!(desk.post("/admin/north/policy", &form).await.status, 403);
    portal.wait(Span::minutes(6));
    let asked = admin.post("/admin/north/policy", &form).await;
    let to = asked.location().unwrap();
    assert!(
        to.starts_with("/step-up?act=people") && to.contains("required"),
        "{to}"
    );
    let changes = portal.events(Some(north.id)).await;
    let changes = changes
        .iter()
        .filter(|one| matches!(one, Event::PolicyChanged { .. }));
    assert_eq!(changes.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_act_does_what_it_says_and_tells_the_member() {
    let portal = Portal::with_mail().await;
    let acme = organization(&portal, "acme", |policy| {
        policy.rule = Rule::Optional;
    })
    .await;
    let boss = portal.person(&acme, "abe").await;
    let mut admin = portal.browser();
    admin.signs_in(&boss.login, &boss.password).await;
    let answer = admin.post("/account/mfa/devices", &[]).await;
    let scan = admin.follow(answer).await;
    let app = App::with_key(&scan.key());
    let fields = [
        ("attempt", &*scan.hidden("attempt")),
        ("name", "Phone"),
        ("code", &*app.code(portal.now())),
    ];
    let answer = admin.post("/account/mfa/devices/new", &fields).await;
    let stored = admin.follow(answer).await;
    admin.stores(&stored).await;
    appoints(&portal, &acme, &boss, Role::Admin).await;
    let ann = portal.person(&acme, "ann").await;
    let page = page_of(&acme, ann.id);
    let mut session = portal.browser();
    session.signs_in(&ann.login, &ann.password).await;

    // Locked out by wrong passwords, then unlocked.
    for _ in 0..6 {
        portal
            .browser()
            .signs_in(&ann.login, "not the password")
            .await;
    }
    admin.get(&page).await.expects(200, "Takes the next try");
    let told = portal.mails().await.len();
    does(&mut admin, &page, "unlock").await;
    assert_eq!(portal.mails().await.len(), told + 1);
    admin.get(&page).await.expects(200, "None in force");
    portal
        .browser()
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");

    // Signed out everywhere.
    does(&mut admin, &page, "sign-out").await;
    let out = session.get("/").await;
    assert!(out.location().unwrap().starts_with("/sign-in"));

    // Required of this account, and no longer.
    does(&mut admin, &page, "require-mfa").await;
    admin
        .get(&page)
        .await
        .expects(200, "MFA is required of this account");
    does(&mut admin, &page, "end-requirement").await;
    admin.get(&page).await.expects(200, "MFA is not required");

    // Suspended and activated.
    does(&mut admin, &page, "suspend").await;
    let mut browser = portal.browser();
    assert_eq!(
        browser.signs_in(&ann.login, &ann.password).await.status,
        422
    );
    does(&mut admin, &page, "activate").await;
    browser
        .signs_in(&ann.login, &ann.password)
        .await
        .expects(200, "Your applications");
    let kinds: Vec<String> = portal
        .mails()
        .await
        .into_iter()
        .map(|mail| mail.kind)
        .collect();
    for kind in [
        "unlocked",
        "signed_out_everywhere",
        "required",
        "suspended",
        "activated",
    ] {
        assert!(kinds.iter().any(|one| one == kind), "{kind} of {kinds:?}");
    }
    // Six minutes later each asks for a fresh code first, and nothing is done.
    portal.wait(Span::minutes(6));
    for (act, ..) in ACTS {
        let asked = does(&mut admin, &page, act).await;
        let to = asked.location().unwrap_or_default();
        assert!(
            to.starts_with("/step-up?act=people"),
            "{act}: {} {to}",
            asked.status
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_account_leaves_nothing_but_what_the_log_says() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    portal.gets_mail();
    let eva = portal.person(&acme, "eva").await;
    let mut session = portal.browser();
    session.signs_in(&eva.login, &eva.password).await;
    let gone = does(&mut admin, &page_of(&acme, eva.id), "delete").await;
    assert_eq!(gone.location().as_deref(), Some("/admin/acme/access"));
    let out = session.get("/").await;
    assert!(out.location().unwrap().starts_with("/sign-in"));
    let again = portal.browser().signs_in(&eva.login, &eva.password).await;
    assert_eq!(again.status, 422);
    assert_eq!(admin.get(&page_of(&acme, eva.id)).await.status, 404);
    let events = portal.events(Some(acme.id)).await;
    assert!(
        events
            .iter()
            .any(|one| matches!(one, Event::AccountDeleted { login_name } if login_name == "eva"))
    );
    let told = portal.mails().await;
    assert!(
        told.iter()
            .any(|mail| mail.kind == "deleted" && mail.to == eva.email)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_help_desk_here_gets_at_nobody_who_administers_elsewhere() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let other = portal.organization("other", Rule::Required).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let ann = portal.person(&acme, "ann").await;
    portal.browser().enrolls(&portal, &ann).await;
    let grant = Grant {
        role: Role::Admin,
        scope: Some(other.id),
        until: None,
    };
    let new = NewGrant {
        id: GrantId::new(portal.now(), portal.app.random().unwrap()),
        account: ann.id,
        grant,
        created_at: portal.now(),
    };
    let scope = Scope::of(acme.id);
    let give = async move |tx: &mut Tx<'_>| roles::add(tx, scope, &new).await;
    portal.app.store.write(give).await.unwrap();
    for act in ["delete-mfa", "reset-code", "unlock"] {
        let tried = does(&mut desk, &page_of(&acme, ann.id), act).await;
        assert_eq!(tried.status, 403, "{act}");
    }
}

on_both! {
    async fn of_fifty_who_delete_one_does(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        let acme = portal.organization("acme", Rule::Required).await;
        let (desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        portal.browser().enrolls(&portal, &ann).await;
        let path = format!("{}/delete-mfa", page_of(&acme, ann.id));
        let fields = HOW.map(|(name, value)| (name, value.to_owned()));
        let answers = race(copies(&desk, &node, RACE), &path, &fields).await;
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        let events = portal.events(Some(acme.id)).await;
        let deleted = events.iter().filter(|one| matches!(one, Event::MfaDeleted { .. })).count();
        assert_eq!(deleted, 1);
    }
}
