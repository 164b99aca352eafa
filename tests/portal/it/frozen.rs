//! What a frozen account opens and what it takes, on its own pages and on the agent's.

use portcullis_core::account::State;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::help_code::HelpKind;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::people::{self, AskedCode, NotChanged, NotIssued};
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, accounts, on_both};

use super::caller::{says, starts};
use super::help_desk::{agent, appoints, does, page_of};
use super::notices::operator;
use super::reset::{self, reset_code};
use super::verified::called_back;
use crate::portal::{Person, Portal};

async fn changes(portal: &Portal, whom: &Person, from: State, to: State) {
    let (scope, account) = (Scope::of(whom.organization), whom.id);
    let unit =
        async move |tx: &mut Tx<'_>| accounts::change_state(tx, scope, account, from, to).await;
    assert!(portal.app.store.write(unit).await.unwrap());
}

pub async fn freezes(portal: &Portal, whom: &Person) {
    changes(portal, whom, State::Active, State::Frozen).await;
}

async fn acme(portal: &Portal) -> Organization {
    portal.organization("acme", Rule::Required).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_administrator_opens_no_page_of_the_administration() {
    let portal = Portal::start().await;
    let acme = acme(&portal).await;
    let (mut admin, app, abe) = agent(&portal, &acme, ("abe", Role::Owner)).await;
    let ann = portal.person(&acme, "ann").await;
    admin.get("/admin/acme/access").await.expects(200, "Invite");
    freezes(&portal, &abe).await;
    let page = page_of(&acme, ann.id);
    let pages = [
        "/admin/acme/access",
        "/admin/acme/access/invite",
        "/admin/acme/policy",
        "/admin/acme/audit",
        page.as_str(),
    ];
    for path in pages {
        let shown = admin.get(path).await;
        assert!(shown.status == 403 || shown.status == 404, "{path}");
        assert_ne!(shown.status, 200, "{path}");
    }
    admin
        .get("/admin/acme/access")
        .await
        .expects(403, "Your account is frozen");
    let events = portal.events(Some(acme.id)).await.len();
    let tried = does(&mut admin, &page, "suspend").await;
    tried.expects(403, "Your account is frozen");
    assert_eq!(portal.events(Some(acme.id)).await.len(), events);

    // A fresh code opens the portal, and no administration either.
    portal.wait(Span::minutes(2));
    let mut fresh = portal.browser();
    let asked = fresh.signs_in(&abe.login, &abe.password).await;
    assert!(
        fresh
            .gives_code(&asked, &app.code(portal.now()))
            .await
            .opens()
    );
    let home = fresh.get("/").await;
    home.expects(200, "Your account is frozen");
    assert!(!home.says("/admin"), "no way that leads nowhere");
    fresh
        .get("/admin/acme/access")
        .await
        .expects(403, "Your account is frozen");
    changes(&portal, &abe, State::Frozen, State::Active).await;
    fresh.get("/admin/acme/access").await.expects(200, "Invite");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_member_sees_what_it_means_and_no_button_that_cant_work() {
    let portal = Portal::start().await;
    let acme = acme(&portal).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    browser.enrolls(&portal, &ann).await;
    let forms = |page: &crate::client::Answer| {
        [
            "action=\"/account\"",
            "action=\"/account/mfa",
            "action=\"/account/recovery-codes\"",
            "href=\"/account/password\"",
            "href=\"/account/address\"",
            "/remove\"",
        ]
        .into_iter()
        .filter(|words| page.says(words))
        .count()
    };
    let mut before = 0;
    for path in ["/account", "/account/mfa", "/account/recovery-codes"] {
        let page = browser.get(path).await;
        assert!(!page.says("Your account is frozen"), "{path}");
        before += forms(&page);
    }
    assert!(before >= 6, "{before}");
    freezes(&portal, &ann).await;
    for path in ["/", "/account", "/account/mfa", "/account/recovery-codes"] {
        let page = browser.get(path).await;
        page.expects(200, "Your account is frozen");
        page.expects(200, "Ask the help desk to unfreeze it");
        assert_eq!(forms(&page), 0, "{path}");
    }
    // Nor can anybody take everything along, or ask for the end of it.
    let take = async |tx: &mut Tx<'_>| {
        tx.run("UPDATE organizations SET deletion_requests = TRUE", &[])
            .await
    };
    assert_eq!(portal.app.store.write(take).await, Ok(1));
    for path in ["/account/data", "/account/deletion"] {
        for answer in [browser.get(path).await, browser.post(path, &[]).await] {
            answer.expects(403, "Your account is frozen");
        }
    }
    let asked = "SELECT COUNT(*) FROM accounts WHERE deletion_asked_at IS NOT NULL";
    assert_eq!(portal.count(asked).await, 0);
    let fields = [("name", "Mallory"), ("language", ""), ("time_zone", "")];
    let renamed = browser.post("/account", &fields).await;
    renamed.expects(403, "Your account is frozen");
    let named = "SELECT COUNT(*) FROM accounts WHERE name = 'Mallory'";
    assert_eq!(portal.count(named).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_help_desk_unfreezes_before_it_does_anything_about_credentials() {
    let portal = Portal::start().await;
    let acme = acme(&portal).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let ann = portal.person(&acme, "ann").await;
    portal.browser().enrolls(&portal, &ann).await;
    let page = page_of(&acme, ann.id);
    freezes(&portal, &ann).await;
    let refused = ["reset-code", "delete-mfa", "enrollment-code"];
    let shown = desk.get(&page).await;
    shown.expects(200, &format!("{page}/unfreeze"));
    for act in refused {
        assert!(!shown.says(&format!("{page}/{act}")), "{act}");
        let looked = desk.get(&format!("{page}/{act}")).await;
        looked.expects(409, "This account is frozen");
        let events = portal.events(Some(acme.id)).await.len();
        let tried = does(&mut desk, &page, act).await;
        tried.expects(409, "Unfreeze it first");
        assert_eq!(portal.events(Some(acme.id)).await.len(), events, "{act}");
    }
    let list = desk.get("/admin/acme/access").await;
    assert!(!list.says(&format!("{page}/delete-mfa")));
    assert_eq!(portal.count("SELECT COUNT(*) - 2 FROM devices").await, 0);
    assert_eq!(portal.count("SELECT COUNT(*) FROM help_codes").await, 0);

    // The command line is held to the same.
    let (app, whose) = (&portal.app, (acme.id, ann.id));
    let how = called_back();
    let deleted = people::delete_mfa(app, &operator(), whose, how.clone(), Origin::default()).await;
    assert_eq!(deleted.unwrap(), Err(NotChanged::Frozen));
    for kind in [HelpKind::Reset, HelpKind::Enrollment] {
        let ask = AskedCode {
            kind,
            letter: None,
            verified_how: how.clone(),
        };
        let issued = people::issue_code(app, &operator(), whose, ask, Origin::default()).await;
        assert_eq!(issued.unwrap().err(), Some(NotIssued::Frozen));
    }

    let done = does(&mut desk, &page, "unfreeze").await;
    assert_eq!(done.location().as_deref(), Some(page.as_str()));
    let shown = desk.get(&page).await;
    assert!(shown.says(&format!("{page}/reset-code")) && shown.says(&format!("{page}/delete-mfa")));
    does(&mut desk, &page, "reset-code")
        .await
        .expects(200, "big-code");
}

on_both! {
    async fn with_a_code_in_the_same_act_the_old_password_opens_nothing_any_more(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = acme(&portal).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let mut browser = portal.browser();
        let (app, _) = browser.enrolls(&portal, &ann).await;
        let (page, how) = (page_of(&acme, ann.id), ("verified_how", "called back"));
        let fields = [how, ("then", "code")];
        // Nothing is frozen: nothing is done.
        desk.post(&format!("{page}/unfreeze"), &fields).await.expects(303, "");
        assert_eq!(portal.count("SELECT COUNT(*) FROM help_codes").await, 0);
        freezes(&portal, &ann).await;
        browser.get("/").await.expects(200, "Your account is frozen");
        desk.get(&format!("{page}/unfreeze")).await.expects(200, "Unfreeze and give a reset code");
        let given = desk.post(&format!("{page}/unfreeze"), &fields).await;
        let code = given.expects(200, "Reset code for").between("big-code\" dir=\"ltr\">", "</strong>");
        desk.get(&page).await.expects(200, "opens nothing any more: ").expects(200, "called back");
        let ended = Event::AccountUnfrozen { reason: called_back(), password_ended: true };
        assert!(portal.events(Some(acme.id)).await.contains(&ended));

        // Whoever knows the password is out, and stays out.
        assert_eq!(browser.get("/").await.status, 303);
        let refused = portal.browser().signs_in(&ann.login, &ann.password).await;
        refused.expects(422, "go together");
        portal.wait_for_next_code();
        let mut browser = portal.browser();
        let opened = reset::gives(&mut browser, &ann.login, &code).await;
        let asked = browser.follow(opened).await;
        let answer = browser.gives_code(&asked, &app.code(portal.now())).await;
        let form = browser.follow(answer).await;
        let next = "a password that is quite new";
        reset::chooses(&mut browser, &form, next).await;
        portal.wait_for_next_code();
        let mut browser = portal.browser();
        portal.browser().signs_in(&ann.login, &ann.password).await.expects(422, "go together");
        let asked = browser.signs_in(&ann.login, next).await;
        assert!(browser.gives_code(&asked, &app.code(portal.now())).await.opens());
    }

    async fn who_gave_the_other_code_unfreezes_without_one(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = acme(&portal).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let page = page_of(&acme, ann.id);
        does(&mut desk, &page, "enrollment-code").await.expects(200, "big-code");
        freezes(&portal, &ann).await;
        let fields = [("verified_how", "called back"), ("then", "code")];
        let refused = desk.post(&format!("{page}/unfreeze"), &fields).await;
        refused.expects(409, "Somebody else must do this");
        let frozen = "SELECT COUNT(*) FROM accounts WHERE state = 'frozen'";
        assert_eq!(portal.count(frozen).await, 1);
        does(&mut desk, &page, "unfreeze").await.expects(303, "");
        assert_eq!(portal.count(frozen).await, 0);
        let kept = portal.browser().signs_in(&ann.login, &ann.password).await;
        assert!(!kept.says("go together"), "the password is what it was");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_that_is_not_of_use_is_not_there_and_does_nothing() {
    let portal = Portal::start().await;
    let acme = acme(&portal).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let ann = portal.person(&acme, "ann").await;
    portal.browser().enrolls(&portal, &ann).await;
    let page = page_of(&acme, ann.id);
    for act in [
        "unfreeze",
        "unlock",
        "enrollment-code",
        "end-requirement",
        "activate",
    ] {
        let looked = admin.get(&format!("{page}/{act}")).await;
        assert_eq!(looked.status, 404, "{act}");
        let events = portal.events(Some(acme.id)).await.len();
        let done = does(&mut admin, &page, act).await;
        assert_eq!(done.location().as_deref(), Some(page.as_str()), "{act}");
        assert_eq!(portal.events(Some(acme.id)).await.len(), events, "{act}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_enrollment_code_is_issued_where_a_sign_in_asks_for_it() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Optional).await;
    let (mut desk, _, _) = agent(&portal, &north, ("dora", Role::Helpdesk)).await;
    let ann = portal.person(&north, "ann").await;
    let page = page_of(&north, ann.id);
    let issue = async |account| {
        let ask = AskedCode {
            kind: HelpKind::Enrollment,
            letter: None,
            verified_how: called_back(),
        };
        let whose = (north.id, account);
        let by = operator();
        let issued = people::issue_code(&portal.app, &by, whose, ask, Origin::default()).await;
        issued.unwrap().err()
    };
    let offered = format!("{page}/enrollment-code");
    assert!(!desk.get(&page).await.says(&offered), "optional");
    assert_eq!(issue(ann.id).await, Some(NotIssued::NotAsked));
    let (app, by) = (&portal.app, operator());
    let required = people::require_mfa(app, &by, (north.id, ann.id), true, Origin::default()).await;
    required.unwrap().unwrap();
    assert!(desk.get(&page).await.says(&offered), "required");
    assert_eq!(issue(ann.id).await, None);
    portal.browser().enrolls(&portal, &ann).await;
    assert!(!desk.get(&page).await.says(&offered), "set up");
    assert_eq!(issue(ann.id).await, Some(NotIssued::NotAsked));
    // Whoever has a role needs a device, whatever the policy.
    let hal = portal.person(&north, "hal").await;
    appoints(&portal, &north, &hal, Role::Auditor).await;
    assert_eq!(issue(hal.id).await, None);
    let issued = |event: &Event| matches!(event, Event::EnrollmentCodeIssued { .. });
    let events = portal.events(Some(north.id)).await;
    assert_eq!(events.iter().filter(|one| issued(one)).count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspension_ends_the_codes_that_were_given_out_and_who_was_known_on_the_phone() {
    let portal = Portal::start().await;
    let acme = acme(&portal).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    browser.enrolls(&portal, &ann).await;
    let page = page_of(&acme, ann.id);
    let word = starts(&mut desk, &page).await;
    says(&mut browser, &word).await;
    let delete = format!("{page}/delete-mfa");
    desk.get(&delete)
        .await
        .expects(200, "Checked who is asking");
    let code = reset_code(&portal, &ann).await;
    for active in [false, true] {
        let (whose, origin) = ((acme.id, ann.id), Origin::default());
        let done = people::set_active(&portal.app, &Actor::System, whose, active, origin).await;
        done.unwrap().unwrap();
    }
    let refused = reset::gives(&mut portal.browser(), &ann.login, &code).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    let asked = desk.get(&delete).await;
    assert!(!asked.says("Checked who is asking"), "{}", asked.body);
    let code = reset_code(&portal, &ann).await;
    let opened = reset::gives(&mut portal.browser(), &ann.login, &code).await;
    assert_eq!(opened.status, 303, "a new one counts");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_frozen_is_frozen_again_after_a_suspension() {
    let portal = Portal::start().await;
    let acme = acme(&portal).await;
    let (mut admin, _, _) = agent(&portal, &acme, ("dora", Role::Admin)).await;
    let ann = portal.person(&acme, "ann").await;
    let state = async || {
        let sql = "SELECT state FROM accounts WHERE login_name = 'ann'";
        let unit = async move |tx: &mut Tx<'_>| tx.row(sql, &[], |r| r.get::<String>(0)).await;
        portal.app.store.read(unit).await.unwrap().unwrap()
    };
    let page = page_of(&acme, ann.id);
    for (frozen, after) in [(true, "frozen"), (false, "active")] {
        if frozen {
            freezes(&portal, &ann).await;
        }
        does(&mut admin, &page, "suspend").await.expects(303, "");
        assert_eq!(state().await, "suspended");
        does(&mut admin, &page, "activate").await.expects(303, "");
        assert_eq!(state().await, after);
        if frozen {
            does(&mut admin, &page, "unfreeze").await.expects(303, "");
        }
    }
}
