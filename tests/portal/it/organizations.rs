//! Whole organizations: listed with the MFA status of their people, suspended by every door, deleted with their
//! key, and never the one without which nobody owns the instance.

use portcullis_core::account::MfaStatus;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::NodeId;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::jobs::{self, Work};
use portcullis_server::organizations::{self, NotChanged};
use portcullis_server::{audit, instance};
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, accounts, mfa_counts, on_both};

use super::help_desk::agent;
use crate::client::Client;
use crate::portal::{Person, Portal};

const LIST: &str = "/admin/instance/organizations";

/// An owner of the instance, in an organization of their own.
pub async fn owner(portal: &Portal) -> (Organization, Client) {
    let msp = portal.organization("msp", Rule::Required).await;
    let olga = portal.person(&msp, "olga").await;
    own(portal, &msp, &olga).await;
    let mut browser = portal.browser();
    browser.enrolls(portal, &olga).await;
    (msp, browser)
}

async fn own(portal: &Portal, organization: &Organization, person: &Person) {
    let scope = Scope::of(organization.id);
    instance::make_owner(&portal.app, &Actor::System, scope, person.id)
        .await
        .unwrap()
        .unwrap();
}

async fn suspend(portal: &Portal, organization: &Organization, active: bool) {
    let origin = Origin::default();
    let done =
        organizations::set_active(&portal.app, &Actor::System, organization, active, origin).await;
    done.unwrap().unwrap();
}

on_both! {
    async fn an_owner_makes_suspends_and_deletes_an_organization(place: &Place) {
        let portal = Portal::on(place).await;
        let (_, mut olga) = owner(&portal).await;
        let new = format!("{LIST}/new");
        olga.get(&new).await.expects(200, "Add an organization");
        let fields = [("organization", "Beta Ltd"), ("short_name", "msp"), ("requirement", "optional")];
        olga.post(&new, &fields).await.expects(422, "Somebody");
        let fields = [("organization", "Beta Ltd"), ("short_name", "beta"), ("requirement", "optional")];
        let made = olga.post(&new, &fields).await;
        assert_eq!(made.location().as_deref(), Some("/admin/beta/access"));
        let beta = organizations::list(&portal.app, &Actor::System, "").await.unwrap().unwrap().0;
        let beta = beta.into_iter().map(|(one, _)| one).find(|one| one.slug == "beta").unwrap();
        let ann = portal.person(&beta, "ann").await;
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await.expects(200, "Your applications");
        olga.get(LIST).await.expects(200, "Beta Ltd");
        olga.post(&format!("{LIST}/beta/suspend"), &[]).await;
        olga.get(LIST).await.expects(200, "Suspended");
        assert!(browser.get("/").await.location().unwrap().starts_with("/sign-in"), "signed out");
        let delete = format!("{LIST}/beta/delete");
        olga.get(&delete).await.expects(200, "Type");
        olga.post(&delete, &[("short_name", "acme")]).await.expects(422, "This is something else");
        assert_eq!(portal.count("SELECT COUNT(*) FROM accounts").await, 2);
        let gone = olga.post(&delete, &[("short_name", "beta")]).await;
        assert_eq!(gone.location().as_deref(), Some(LIST));
        assert_eq!(olga.get("/admin/beta/access").await.status, 404);
        for (sql, left) in [
            ("SELECT COUNT(*) FROM accounts", 1),
            ("SELECT COUNT(*) FROM organizations", 1),
            ("SELECT COUNT(*) FROM data_keys", 1),
            ("SELECT COUNT(*) FROM sessions", 1),
        ] {
            assert_eq!(portal.count(sql).await, left, "{sql}");
        }
        let told = portal.events(None).await;
        let deleted = Event::OrganizationDeleted { slug: "beta".to_owned(), name: "Beta Ltd".to_owned(), people: 1 };
        assert!(told.contains(&deleted), "{told:?}");
        let began = Event::OrganizationDeletionBegan { slug: "beta".to_owned(), name: "Beta Ltd".to_owned(), people: 1 };
        assert!(told.contains(&began), "{told:?}");
        // The contents of its log go, the digests stay, and the chain is whole.
        portal.wait(Span::seconds(2));
        audit::seal(&portal.app).await.unwrap();
        jobs::run_if_due(&portal.app, NodeId::from_bytes([1; 16]), Work::Retain).await.unwrap();
        assert!(portal.entries(Some(beta.id)).await.is_empty());
        let verified = audit::verify(&portal.app, &Actor::System, &Origin::default()).await.unwrap().unwrap();
        assert!(verified.iter().any(|one| one.log == Some(beta.id) && one.verdict.sealed > 0));
        assert!(verified.iter().all(|one| one.verdict.is_whole()));
    }
}

on_both! {
    async fn after_a_deletion_that_broke_off_the_people_who_are_left_are_counted(place: &Place) {
        let portal = Portal::on(place).await;
        let (_, mut olga) = owner(&portal).await;
        let beta = portal.organization("beta", Rule::Optional).await;
        for name in ["ann", "ben", "cal"] {
            portal.person(&beta, name).await;
        }
        suspend(&portal, &beta, false).await;
        let scope = Scope::of(beta.id);
        let unit = async move |tx: &mut Tx<'_>| accounts::delete_some(tx, scope, 1).await;
        assert_eq!(portal.app.store.write(unit).await.unwrap(), 1);
        suspend(&portal, &beta, true).await;
        let unit = async move |tx: &mut Tx<'_>| mfa_counts::of(tx, scope).await;
        assert_eq!(portal.app.store.read(unit).await.unwrap(), [(MfaStatus::NotEnabled, 2)]);
        let gone = olga.post(&format!("{LIST}/beta/delete"), &[("short_name", "beta")]).await;
        assert_eq!(gone.location().as_deref(), Some(LIST));
        let told = portal.events(None).await;
        let began = |event: &Event| matches!(event, Event::OrganizationDeletionBegan { people: 2, .. });
        assert_eq!(told.iter().filter(|event| began(event)).count(), 1);
    }
}

/// Gives somebody email codes, and switches MFA off again where it is to be kept alone.
async fn sets_up(portal: &Portal, person: &Person, switched_off: bool) {
    let (scope, id, now) = (Scope::of(person.organization), person.id, portal.now());
    let unit = async move |tx: &mut Tx<'_>| {
        accounts::set_email_codes(tx, scope, id, Some(now)).await?;
        accounts::switch_off(tx, scope, id, switched_off).await?;
        accounts::refresh_mfa_status(tx, scope, id).await
    };
    portal.app.store.write(unit).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_counts_who_has_which_mfa_status_and_leads_to_them() {
    let portal = Portal::start().await;
    let (_, mut olga) = owner(&portal).await;
    let beta = portal.organization("beta", Rule::Optional).await;
    portal.organization("gamma", Rule::Off).await;
    for login in ["ann", "ben", "cem", "dan", "eva", "fay"] {
        let person = portal.person(&beta, login).await;
        match login {
            "dan" | "eva" => sets_up(&portal, &person, false).await,
            "fay" => sets_up(&portal, &person, true).await,
            _ => {}
        }
    }
    let list = olga.get(LIST).await;
    let row_of = |slug: &str| {
        let begin = format!("class=\"person\" href=\"/admin/{slug}/access\"");
        list.between(&begin, "</tr>")
    };
    for (place, expect) in [
        ("beta", [2, 1, 3]),
        ("gamma", [0, 0, 0]),
        ("msp", [1, 0, 0]),
    ] {
        let row = row_of(place);
        let words = ["enabled", "disabled", "not-enabled"];
        for (word, count) in words.into_iter().zip(expect) {
            let link = format!("href=\"/admin/{place}/access?mfa={word}\">{count} ");
            assert!(row.contains(&link), "{link}: {row}");
        }
    }
    for (word, there) in [
        ("enabled", "dan eva"),
        ("disabled", "fay"),
        ("not-enabled", "ann ben cem"),
    ] {
        let page = olga.get(&format!("/admin/beta/access?mfa={word}")).await;
        let logins = ["ann", "ben", "cem", "dan", "eva", "fay"];
        let shown = logins
            .into_iter()
            .filter(|login| page.says(&format!("{login}@beta")));
        assert_eq!(shown.collect::<Vec<_>>().join(" "), there, "{word}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn by_no_door_does_anybody_of_a_suspended_organization_get_in() {
    let portal = Portal::start().await;
    owner(&portal).await;
    let beta = portal.organization("beta", Rule::Required).await;
    let (mut admin, app, abe) = agent(&portal, &beta, ("abe", Role::Admin)).await;
    portal.wait_for_next_code();
    let letter = portal.letter(&beta, "guest").await;
    let mut half = portal.browser();
    let page = half.signs_in(&abe.login, &abe.password).await;
    page.expects(200, "Submit code");
    suspend(&portal, &beta, false).await;
    for path in ["/", "/account", "/admin/beta/access"] {
        let answer = admin.get(path).await;
        assert!(answer.location().unwrap().starts_with("/sign-in"), "{path}");
    }
    let answer = half.gives_code(&page, &app.code(portal.now())).await;
    assert!(
        !answer.opens()
            && answer
                .location()
                .is_none_or(|to| to.starts_with("/sign-in"))
    );
    // The same words as for a wrong password.
    let refused = portal.browser().signs_in(&abe.login, &abe.password).await;
    let wrong = portal
        .browser()
        .signs_in(&abe.login, "not the password")
        .await;
    assert_eq!((refused.status, refused.opens()), (wrong.status, false));
    let by_email = portal.browser().signs_in(&abe.email, &abe.password).await;
    assert_eq!(by_email.status, wrong.status);
    let code = letter.code.shown();
    let open = portal.browser().get(&format!("/invitation/{code}")).await;
    assert_ne!(open.status, 200, "{}", open.body);
    // No link to a new password is mailed.
    portal.gets_mail();
    portal
        .browser()
        .post("/forgot-password", &[("login", &abe.email)])
        .await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(portal.count("SELECT COUNT(*) FROM mails").await, 0);
    suspend(&portal, &beta, true).await;
    assert!(
        admin.get("/").await.location().is_some(),
        "nobody is signed in again by it"
    );
    portal
        .browser()
        .signs_in(&abe.login, &abe.password)
        .await
        .expects(200, "Submit code");
    portal
        .browser()
        .get(&format!("/invitation/{code}"))
        .await
        .expects(200, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_organization_of_the_last_owner_stays() {
    let portal = Portal::start().await;
    let (msp, mut olga) = owner(&portal).await;
    let beta = portal.organization("beta", Rule::Required).await;
    olga.post(&format!("{LIST}/msp/suspend"), &[])
        .await
        .expects(409, "Nobody else owns this portal");
    let fields = [("short_name", "msp")];
    olga.post(&format!("{LIST}/msp/delete"), &fields)
        .await
        .expects(409, "Nobody else owns this portal");
    let (mut admin, _, abe) = agent(&portal, &beta, ("abe", Role::Admin)).await;
    for path in [LIST, &format!("{LIST}/msp/delete"), &format!("{LIST}/new")] {
        assert_eq!(admin.get(path).await.status, 404);
        let posted = admin.post(path, &[]).await.status;
        assert!(posted == 404 || (path == LIST && posted == 405), "{posted}");
    }
    // An owner elsewhere counts only while able to sign in.
    own(&portal, &beta, &abe).await;
    suspend(&portal, &beta, false).await;
    let origin = Origin::default();
    let done = organizations::delete(&portal.app, &Actor::System, &msp, origin.clone()).await;
    assert_eq!(done.unwrap(), Err(NotChanged::LastOwner));
    suspend(&portal, &beta, true).await;
    let done = organizations::delete(&portal.app, &Actor::System, &msp, origin).await;
    assert_eq!(done.unwrap(), Ok(()));
}
