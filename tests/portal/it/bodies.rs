//! Ids that come in a form: one of another organization or of another person is refused, and what it names stays as it
//! is (security.md AD-2).

use portcullis_core::audit::Origin;
use portcullis_core::group::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_server::groups;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, groups as stored, on_both};

use super::help_desk::agent;
use crate::portal::{Person, Portal};

/// A group of an organization with somebody in it.
async fn group(portal: &Portal, organization: &Organization, person: &Person) -> stored::Group {
    let (app, who, scope) = (&portal.app, Actor::System, Scope::of(organization.id));
    let name = Name::parse("Board").unwrap();
    let made = groups::add(app, &who, organization.id, name, Origin::default()).await;
    let id = made.unwrap().unwrap();
    let found = async move |tx: &mut Tx<'_>| stored::find(tx, scope, id).await;
    let group = app.store.read(found).await.unwrap().unwrap();
    let login = person.login.split('@').next().unwrap().parse().unwrap();
    let joined = groups::join(app, &who, &group, vec![login], Origin::default()).await;
    joined.unwrap().unwrap();
    group
}

on_both! {
    async fn an_id_of_another_organization_in_a_form_is_refused_and_changes_nothing(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let other = portal.organization("other", Rule::Optional).await;
        let (ann, oda) = (portal.person(&acme, "ann").await, portal.person(&other, "oda").await);
        let own = group(&portal, &acme, &ann).await;
        let foreign = group(&portal, &other, &oda).await;
        let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let members = "SELECT COUNT(*) FROM group_members";
        assert_eq!(portal.count(members).await, 2);
        // Somebody of elsewhere, and nobody, out of the own group; somebody of here out of the foreign one.
        let leave = |group: &stored::Group| format!("/admin/acme/groups/{}/leave", group.id);
        let nobody = "00000000000070008000000000000001".to_owned();
        for (group, account) in [
            (&own, oda.id.to_string()),
            (&own, nobody),
            (&foreign, ann.id.to_string()),
            (&foreign, oda.id.to_string()),
        ] {
            let answer = admin.post(&leave(group), &[("account", &account)]).await;
            assert_eq!(answer.status, 404, "{account}");
        }
        assert_eq!(portal.count(members).await, 2);
        // An application for a foreign group is for nobody, so it is not made.
        let tick = format!("group-{}", foreign.id);
        let form = [
            ("name", "Mail"), ("address", "https://mail.example.com"), ("description", ""), ("icon", ""),
            ("whom", "named"), ("people", ""), (tick.as_str(), "on"),
        ];
        let answer = admin.post("/admin/acme/applications/new", &form).await;
        assert!(answer.status.is_client_error(), "{}", answer.status);
        let people = [("people", "oda@other")];
        let add = format!("/admin/acme/groups/{}/add", own.id);
        assert_eq!(admin.post(&add, &people).await.status, 422);
        assert_eq!(portal.count("SELECT COUNT(*) FROM destinations").await, 0);
        assert_eq!(portal.count(members).await, 2);
        let answer = admin.post(&leave(&own), &[("account", &ann.id.to_string())]).await;
        assert_eq!(answer.status, 303);
        assert_eq!(portal.count(members).await, 1);
    }

    async fn an_id_of_another_person_in_a_form_of_ones_own_ends_nothing_of_theirs(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let (ann, eve) = (portal.person(&acme, "ann").await, portal.person(&acme, "eve").await);
        let mut hers = portal.browser();
        hers.signs_in(&ann.login, &ann.password).await;
        let account = ann.id;
        let unit = async move |tx: &mut Tx<'_>| {
            let scope = Scope::of(acme.id);
            let session = portcullis_store::sessions::list(tx, scope, account, crate::portal::START).await?;
            let browser = portcullis_store::browsers::list(tx, scope, account).await?;
            Ok((session[0].id.to_string(), browser[0].id.to_string()))
        };
        let (session, known) = portal.app.store.read(unit).await.unwrap();
        let counts = async || {
            (portal.count("SELECT COUNT(*) FROM sessions").await, portal.count("SELECT COUNT(*) FROM browsers").await)
        };
        let mut thief = portal.browser();
        thief.signs_in(&eve.login, &eve.password).await;
        let before = counts().await;
        thief.post("/account/sessions/end", &[("session", &session)]).await;
        thief.post("/account/browsers/forget", &[("browser", &known)]).await;
        assert_eq!(counts().await, before);
        hers.get("/").await.expects(200, "Your applications");
        hers.post("/account/browsers/forget", &[("browser", &known)]).await;
        assert_ne!(counts().await, before, "one's own is one's own");
    }
}
