//! Password and factor both lost: what one agent gave stays one agent's, however long they wait (product.md: Password
//! forgotten, Reset without a hole).

use portcullis_core::audit::Origin;
use portcullis_core::credential::help_code::HelpKind;
use portcullis_core::id::AccountId;
use portcullis_core::policy::{FirstProof, Rule};
use portcullis_core::role::{Actor, Grant, Role};
use portcullis_core::time::Span;
use portcullis_server::people::{self, AskedCode, NotChanged, NotIssued};
use portcullis_store::on_both;
use portcullis_store::organizations::Organization;

use super::email_codes::organization;
use super::help_desk::{agent, does, page_of};
use super::reset;
use super::verified::called_back;
use crate::portal::{Person, Portal};

const NEW: &str = "rhubarb lantern okapi";

/// An agent of the organization.
fn desk(acme: &Organization, account: AccountId) -> Actor {
    let grant = Grant {
        role: Role::Helpdesk,
        scope: Some(acme.id),
        until: None,
    };
    Actor::Person {
        account,
        organization: acme.id,
        grants: vec![grant],
    }
}

async fn issues(
    portal: &Portal,
    actor: &Actor,
    person: &Person,
    (kind, letter): (HelpKind, bool),
) -> Result<String, NotIssued> {
    let ask = AskedCode {
        kind,
        letter: letter.then(|| Span::days(14)),
        verified_how: called_back(),
    };
    let whose = (person.organization, person.id);
    let issued = people::issue_code(&portal.app, actor, whose, ask, Origin::default()).await;
    issued.unwrap().map(|issued| issued.code.shown())
}

async fn deletes(portal: &Portal, actor: &Actor, person: &Person) -> Result<bool, NotChanged> {
    let whose = (person.organization, person.id);
    let done = people::delete_mfa(&portal.app, actor, whose, called_back(), Origin::default());
    done.await.unwrap()
}

/// Sets a new password with a code, as an agent could who read it out to themselves.
async fn resets(portal: &Portal, person: &Person, code: &str) {
    let mut browser = portal.browser();
    let opened = reset::gives(&mut browser, &person.login, code).await;
    let page = browser.follow(opened).await;
    let fields = [("attempt", &*page.hidden("attempt")), ("password", NEW)];
    let done = browser.post("/sign-in/new-password", &fields).await;
    assert_eq!(done.location().as_deref(), Some("/sign-in?reset=1"));
}

const RESET: (HelpKind, bool) = (HelpKind::Reset, false);
const ENROLLMENT: (HelpKind, bool) = (HelpKind::Enrollment, false);

on_both! {
    async fn a_reset_code_alone_opens_no_first_set_up_and_puts_none_off(place: &Place) {
        let portal = Portal::on(place).await;
        let strict = organization(&portal, "strict", |policy| {
            policy.first_proof = Some(FirstProof::Nothing);
        }).await;
        let soon = organization(&portal, "soon", |policy| {
            (policy.first_proof, policy.grace_days) = (Some(FirstProof::Nothing), 14);
        }).await;
        for acme in [&strict, &soon] {
            let (_, _, dora) = agent(&portal, acme, ("dora", Role::Helpdesk)).await;
            let (_, _, hal) = agent(&portal, acme, ("hal", Role::Helpdesk)).await;
            let [dora, hal] = [dora, hal].map(|one| desk(acme, one.id));
            let ann = portal.person(acme, "ann").await;
            let code = issues(&portal, &dora, &ann, RESET).await.unwrap();
            resets(&portal, &ann, &code).await;
            let mut browser = portal.browser();
            let page = browser.signs_in(&ann.login, NEW).await;
            page.expects(200, "Enter your enrollment code");
            assert!(!page.says("Later") && !page.says("Connect the app"));
            // However long the agent waits.
            for days in [0, 2, 30, 300] {
                portal.wait(Span::days(days));
                let again = issues(&portal, &dora, &ann, ENROLLMENT).await;
                assert_eq!(again.err(), Some(NotIssued::NeedsAnother), "{days}");
            }
            let code = issues(&portal, &hal, &ann, ENROLLMENT).await.unwrap();
            let mut browser = portal.browser();
            let page = browser.signs_in(&ann.login, NEW).await;
            let fields = [("attempt", &*page.hidden("attempt")), ("enrollment_code", &*code)];
            let wizard = browser.post("/sign-in/enrollment-code", &fields).await;
            browser.follow(wizard).await.expects(200, "Get an authenticator app");
        }
    }

    async fn what_an_agent_took_away_counts_until_there_is_a_factor_again(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (_, _, dora) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let (_, _, hal) = agent(&portal, &acme, ("hal", Role::Helpdesk)).await;
        let [dora, hal] = [dora, hal].map(|one| desk(&acme, one.id));
        let ann = portal.person(&acme, "ann").await;
        portal.browser().enrolls(&portal, &ann).await;
        assert_eq!(deletes(&portal, &dora, &ann).await, Ok(true));
        portal.wait(Span::days(3));
        let alone = issues(&portal, &dora, &ann, RESET).await;
        assert_eq!(alone.err(), Some(NotIssued::NeedsAnother));
        // The member sets up again, and it is as if nothing had been.
        let code = issues(&portal, &hal, &ann, ENROLLMENT).await.unwrap();
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let fields = [("attempt", &*page.hidden("attempt")), ("enrollment_code", &*code)];
        let opened = browser.post("/sign-in/enrollment-code", &fields).await;
        let wizard = browser.follow(opened).await;
        browser.sets_up(&portal, &wizard).await;
        let later = issues(&portal, &dora, &ann, RESET).await;
        assert!(later.is_ok(), "her deletion is days ago, and there is a device");
    }

    async fn a_letter_counts_for_as_long_as_it_is_good(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (_, _, dora) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let dora = desk(&acme, dora.id);
        let ann = portal.person(&acme, "ann").await;
        portal.browser().enrolls(&portal, &ann).await;
        issues(&portal, &dora, &ann, (HelpKind::Reset, true)).await.unwrap();
        portal.wait(Span::days(2));
        assert_eq!(deletes(&portal, &dora, &ann).await, Err(NotChanged::NeedsAnother));
        portal.wait(Span::days(12));
        assert_eq!(deletes(&portal, &dora, &ann).await, Ok(true), "nobody used it");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_agent_alone_opens_no_account() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let (mut other, _, _) = agent(&portal, &acme, ("hal", Role::Helpdesk)).await;
    // Factors gone, then a new password; and the other way round.
    for (name, [first, second]) in [
        ("ann", ["delete-mfa", "reset-code"]),
        ("ben", ["reset-code", "delete-mfa"]),
    ] {
        let person = portal.person(&acme, name).await;
        portal.browser().enrolls(&portal, &person).await;
        let page = page_of(&acme, person.id);
        assert!(does(&mut desk, &page, first).await.status.as_u16() < 400);
        let refused = does(&mut desk, &page, second).await;
        refused.expects(409, "Somebody else must do this");
        let done = does(&mut other, &page, second).await;
        assert!(done.status.as_u16() < 400, "{name}: {}", done.status);
    }
}
