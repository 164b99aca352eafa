//! What an account asks for too often has one support code for each wait, which tells the help desk what the member waits
//! for, and is written down once.

use portcullis_core::audit::{Asking, Event};
use portcullis_core::id::OrganizationId;
use portcullis_core::policy::{Channels, Rule};
use portcullis_core::role::Role;
use portcullis_core::time::Span;
use portcullis_store::on_both;

use super::help_desk::agent;
use super::support::looks_up;
use super::{email_address, email_codes};
use crate::portal::Portal;

/// How often it stands in the log that something was asked for too often.
async fn written(portal: &Portal, organization: OrganizationId, what: Asking) -> usize {
    let events = portal.events(Some(organization)).await;
    let too_often = |event: &&Event| matches!(event, Event::AskedTooOften { what: one, network: None, .. } if *one == what);
    events.iter().filter(too_often).count()
}

on_both! {
    async fn a_mailed_code_that_is_asked_for_too_soon_has_a_code_for_each_wait(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        portal.gets_mail();
        email_codes::decides(&portal, &acme, |policy| policy.channels = Channels::Email).await;
        let ann = portal.person(&acme, "ann").await;
        let mut browser = portal.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        assert!(!page.says("Support code"));
        let mut codes = Vec::new();
        for wait in 1..=2 {
            for _ in 0..3 {
                portal.wait(Span::seconds(5));
                let refused = email_codes::asks(&mut browser, &page).await;
                refused.expects(429, "No other code was sent yet");
                codes.push(refused.support_code());
            }
            codes.dedup();
            assert_eq!(codes.len(), wait, "{codes:?}");
            assert_eq!(written(&portal, acme.id, Asking::EmailCode).await, wait);
            portal.wait(Span::seconds(61));
            assert_eq!(email_codes::asks(&mut browser, &page).await.status, 303);
        }
        for code in &codes {
            looks_up(&mut desk, "acme", code).await
                .expects(200, "asked for before the wait for the next one was over")
                .expects(200, "A code is mailed once a minute at most")
                .expects(200, "ann@acme");
        }
    }

    async fn an_address_that_is_changed_too_often_has_a_code_for_the_wait(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        portal.gets_mail();
        let ann = portal.person(&acme, "ann").await;
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await;
        for number in 0..5 {
            let sent = email_address::asks(&mut browser, &format!("ann{number}@else.example")).await;
            assert_eq!(sent.status, 303, "{number}");
        }
        assert_eq!(written(&portal, acme.id, Asking::AddressLink).await, 0);
        let mut codes = Vec::new();
        for _ in 0..3 {
            portal.wait(Span::seconds(5));
            let refused = email_address::asks(&mut browser, "ann@else.example").await;
            assert_eq!(refused.status, 422);
            codes.push(refused.support_code());
        }
        codes.dedup();
        assert_eq!(codes.len(), 1, "{codes:?}");
        assert_eq!(written(&portal, acme.id, Asking::AddressLink).await, 1);
        looks_up(&mut desk, "acme", &codes[0]).await
            .expects(200, "more often than they are sent in an hour")
            .expects(200, "Five links an hour")
            .expects(200, "ann@acme");
    }
}
