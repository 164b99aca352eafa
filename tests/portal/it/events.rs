//! What is written down of acts whose event no other test asks for, by whom and about whom; and that nothing is
//! decided where it can't be written down.

use portcullis_core::audit::{Event, Purpose, SignInRefusal, Who};
use portcullis_core::credential::Kind;
use portcullis_core::id::AccountId;
use portcullis_core::policy::{Channels, Rule};
use portcullis_core::role::Role;
use portcullis_core::time::Span;
use portcullis_store::db::Engine;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, on_both};

use super::email_codes::{asks, decides, last};
use super::frozen::freezes;
use super::help_desk::{agent, does, page_of};
use super::organizations::owner;
use crate::portal::{Person, Portal};

/// Who did something to whom, as often as it is in an organization's log.
async fn written(
    portal: &Portal,
    organization: &Organization,
    event: &Event,
) -> Vec<(Who, Option<AccountId>)> {
    let entries = portal.entries(Some(organization.id)).await;
    let found = entries.into_iter().filter(|entry| entry.event == *event);
    found
        .map(|entry| {
            assert_eq!(entry.organization, Some(organization.id));
            assert!(entry.origin.address.is_some(), "from where, of {event:?}");
            assert!(
                entry.origin.request.is_some(),
                "by which request, of {event:?}"
            );
            (entry.actor, entry.account)
        })
        .collect()
}

fn is_by(who: &Who, person: &Person) -> bool {
    matches!(who, Who::Person { account, .. } if *account == person.id)
}

on_both! {
    async fn what_is_done_to_an_organization_is_in_its_own_log(place: &Place) {
        let portal = Portal::on(place).await;
        let (_, mut olga) = owner(&portal).await;
        let beta = portal.organization("beta", Rule::Optional).await;
        for (act, event) in [("suspend", Event::OrganizationSuspended), ("activate", Event::OrganizationActivated)] {
            olga.post(&format!("/admin/instance/organizations/beta/{act}"), &[]).await;
            let found = written(&portal, &beta, &event).await;
            assert!(matches!(&found[..], [(Who::Person { organization, .. }, None)] if *organization != beta.id), "{found:?}");
            // What is so already is not done again.
            olga.post(&format!("/admin/instance/organizations/beta/{act}"), &[]).await;
            assert_eq!(written(&portal, &beta, &event).await.len(), 1);
        }
    }

    async fn what_administrators_and_agents_do_names_them_and_whom_it_is_about(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut abe, _, admin) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let (mut dora, _, desk) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let ann = portal.person(&acme, "ann").await;
        let page = page_of(&acme, ann.id);
        does(&mut abe, &page, "suspend").await;
        does(&mut abe, &page, "activate").await;
        let fields = [("name", "Ann"), ("login_name", "anna"), ("email", ann.email.as_str())];
        abe.post(&format!("{page}/edit"), &fields).await;
        dora.post(&format!("{page}/caller"), &[("do", "start")]).await;
        does(&mut dora, &page, "enrollment-code").await.expects(200, "shown only now");
        assert_eq!(does(&mut dora, &page, "reset-code").await.status, 409);
        let login_name = Event::LoginNameChanged { from: "ann".to_owned(), to: "anna".to_owned() };
        for (event, by) in [
            (Event::AccountSuspended, &admin),
            (Event::AccountActivated, &admin),
            (login_name, &admin),
            (Event::CallerCheckStarted, &desk),
            (Event::CodeNotIssued { factor: Kind::ResetCode }, &desk),
        ] {
            let found = written(&portal, &acme, &event).await;
            assert!(matches!(&found[..], [(who, Some(about))] if is_by(who, by) && *about == ann.id), "{event:?}: {found:?}");
        }
    }

    async fn what_somebody_does_who_signs_in_is_their_own(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (ann, bob) = (portal.person(&acme, "ann").await, portal.person(&acme, "bob").await);
        portal.browser().enrolls(&portal, &ann).await;
        let acme = decides(&portal, &acme, |policy| policy.channels = Channels::Email).await;
        let mut browser = portal.browser();
        let page = browser.signs_in(&bob.login, &bob.password).await;
        asks(&mut browser, &page).await;
        assert_eq!(last(&portal).await.len(), 6);
        let purpose = Purpose::SignIn;
        for (event, about) in [
            (Event::EnrollmentStarted, &ann),
            (Event::RecoveryCodesStored, &ann),
            (Event::EmailCodeSent { purpose }, &bob),
        ] {
            let found = written(&portal, &acme, &event).await;
            assert!(!found.is_empty(), "{event:?}");
            // Half-way through a sign-in nobody has proved who they are, so it is about an account and by nobody.
            assert!(found.iter().all(|(who, whom)| *whom == Some(about.id) && (*who == Who::Nobody || is_by(who, about))), "{event:?}: {found:?}");
        }
        let beta = portal.organization("beta", Rule::Required).await;
        let cem = portal.person(&beta, "cem").await;
        freezes(&portal, &cem).await;
        portal.browser().signs_in(&cem.login, &cem.password).await;
        let event = Event::SignInRefused { cause: SignInRefusal::Frozen };
        let found = written(&portal, &beta, &event).await;
        assert!(matches!(&found[..], [(_, Some(about))] if *about == cem.id), "{found:?}");
    }

    async fn what_cannot_be_written_down_is_not_decided(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut abe, app, admin) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let ann = portal.person(&acme, "ann").await;
        portal.wait(Span::minutes(1));
        let mut browser = portal.browser();
        let page = browser.signs_in(&admin.login, &admin.password).await;
        let sessions = "SELECT COUNT(*) FROM sessions";
        let before = portal.count(sessions).await;
        refuses_events(&portal, true).await;
        let code = app.code(portal.now());
        assert_eq!(browser.gives_code(&page, &code).await.status, 500);
        assert_eq!(portal.browser().signs_in(&ann.login, &ann.password).await.status, 500);
        assert_eq!(does(&mut abe, &page_of(&acme, ann.id), "suspend").await.status, 500);
        assert_eq!(portal.count(sessions).await, before);
        let suspended = "SELECT COUNT(*) FROM accounts WHERE state = 'suspended'";
        assert_eq!(portal.count(suspended).await, 0);

        // Nothing was used up, and nothing counted.
        refuses_events(&portal, false).await;
        assert!(browser.gives_code(&page, &code).await.opens());
        does(&mut abe, &page_of(&acme, ann.id), "suspend").await;
        assert_eq!(portal.count(suspended).await, 1);
    }
}

/// Lets the database refuse every event, or take them again.
async fn refuses_events(portal: &Portal, refuses: bool) {
    let engine = portal.app.store.engine();
    let unit = async move |tx: &mut Tx<'_>| {
        let statements: &[&'static str] = match (engine, refuses) {
            (Engine::Sqlite, true) => &[
                "CREATE TRIGGER refuses BEFORE INSERT ON audit_events BEGIN SELECT RAISE(ABORT, 'full'); END",
            ],
            (Engine::Sqlite, false) => &["DROP TRIGGER refuses"],
            (Engine::Postgres, true) => &[
                "CREATE FUNCTION refuses() RETURNS trigger AS 'BEGIN RAISE EXCEPTION ''full''; END' LANGUAGE plpgsql",
                "CREATE TRIGGER refuses BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION refuses()",
            ],
            (Engine::Postgres, false) => &["DROP TRIGGER refuses ON audit_events"],
        };
        for sql in statements {
            tx.run(sql, &[]).await?;
        }
        Ok(())
    };
    portal.app.store.write(unit).await.unwrap();
}
