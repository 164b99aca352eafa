//! Codes of the help desk on letters: shown once, good for the days that were chosen, and no way for one agent to give
//! both of an account's codes.

use portcullis_core::audit::Event;
use portcullis_core::policy::{FirstProof, Rule};
use portcullis_core::role::Role;
use portcullis_core::time::Span;
use portcullis_store::on_both;

use super::email_codes::decides;
use super::help_desk::{agent, page_of};
use super::reset;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

/// The agent prints a letter that is good for some days.
async fn prints(desk: &mut Client, page: &str, act: &str, days: &str) -> Answer {
    let fields = [
        ("verified_how", "called back"),
        ("days", days),
        ("then", "letter"),
    ];
    desk.post(&format!("{page}/{act}"), &fields).await
}

fn code_of(sheet: &Answer) -> String {
    sheet.expects(200, "This sheet is shown only now");
    let code = sheet.between("big-code\" dir=\"ltr\">", "</strong>");
    assert_eq!(code.len(), 19, "{code}");
    code
}

/// What the code off a letter opens, after the password.
async fn types_it_in(portal: &Portal, person: &Person, code: &str) -> Answer {
    let mut browser = portal.browser();
    let page = browser.signs_in(&person.login, &person.password).await;
    page.expects(200, "Enter your enrollment code");
    let attempt = page.hidden("attempt");
    let fields = [("attempt", attempt.as_str()), ("enrollment_code", code)];
    let answer = browser.post("/sign-in/enrollment-code", &fields).await;
    browser.follow(answer).await
}

on_both! {
    async fn a_letter_opens_the_set_up_for_as_long_as_was_chosen(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let (ann, bob) = (portal.person(&acme, "ann").await, portal.person(&acme, "bob").await);
        decides(&portal, &acme, |policy| policy.first_proof = Some(FirstProof::EnrollmentCode)).await;
        let page = page_of(&acme, ann.id);
        desk.get(&format!("{page}/enrollment-code")).await.expects(200, "Print a letter");
        for days in ["", "0", "15", "soon"] {
            let refused = prints(&mut desk, &page, "enrollment-code", days).await;
            refused.expects(422, "Type a whole number from 1 to 14");
        }
        assert_eq!(portal.count("SELECT COUNT(*) FROM help_codes").await, 0);
        let sheet = prints(&mut desk, &page, "enrollment-code", "3").await;
        sheet.expects(200, &ann.login).expects(200, "/sign-in</bdi>");
        let code = code_of(&sheet);
        let other = prints(&mut desk, &page_of(&acme, bob.id), "enrollment-code", "2").await;
        for path in [page.clone(), format!("{page}/enrollment-code"), "/admin/acme/audit".to_owned()] {
            assert!(!desk.get(&path).await.says(&code), "{path}");
        }
        let until = portal.now() + Span::days(3);
        let issued = |event: &Event| {
            matches!(event, Event::EnrollmentCodeIssued { letter: true, until: to, .. } if *to == until)
        };
        assert!(portal.events(Some(acme.id)).await.iter().any(issued));
        portal.wait(Span::minutes(3 * 24 * 60 - 1));
        types_it_in(&portal, &bob, &code_of(&other)).await.expects(422, "No enrollment code is open");
        types_it_in(&portal, &ann, &code).await.expects(200, "Get an authenticator app");
        types_it_in(&portal, &ann, &code).await.expects(422, "No enrollment code is open");
    }

    async fn while_a_letter_is_good_another_agent_gives_the_other_code(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut desk, app, dora) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let rea = portal.person(&acme, "rea").await;
        let page = page_of(&acme, rea.id);
        let sheet = prints(&mut desk, &page, "reset-code", "14").await;
        sheet.expects(200, "/forgot-password/code</bdi>");
        let code = code_of(&sheet);
        let returns = async |days| {
            portal.wait(Span::days(days));
            let mut desk = portal.browser();
            let asked = desk.signs_in(&dora.login, &dora.password).await;
            assert!(desk.gives_code(&asked, &app.code(portal.now())).await.opens());
            desk
        };
        let mut desk = returns(13).await;
        prints(&mut desk, &page, "enrollment-code", "14").await.expects(409, "Somebody else must do this");
        let mut browser = portal.browser();
        assert_eq!(reset::gives(&mut browser, &rea.login, &code).await.status, 303);
        // Used, it counts until the account holds a factor of its own.
        prints(&mut desk, &page, "enrollment-code", "14").await.expects(409, "Somebody else must do this");
    }
}
