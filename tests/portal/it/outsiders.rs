//! Roles from elsewhere: who has one is seen where it holds, owners give it by page, the organization's admins take it
//! away, and what becomes of who has one is told there.

use portcullis_core::audit::{Event, Origin, Standing};
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::people::{self, NotChanged};
use portcullis_server::{instance, organizations};
use portcullis_store::on_both;
use portcullis_store::organizations::Organization;

use super::help_desk::agent;
use crate::client::Client;
use crate::portal::{Person, Portal};

const LIST: &str = "/admin/acme/access/from-elsewhere";
const NEW: &str = "/admin/acme/access/from-elsewhere/new";

/// Acme, the provider with its technician, and an owner of the instance, signed in.
async fn world(portal: &Portal) -> (Organization, Organization, Person, Client) {
    let provider = portal.organization("provider", Rule::Optional).await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let tess = portal.person(&provider, "tess").await;
    let olga = portal.person(&provider, "olga").await;
    let scope = Scope::of(provider.id);
    let made = instance::make_owner(&portal.app, &Actor::System, scope, olga.id).await;
    made.unwrap().unwrap();
    let mut owner = portal.browser();
    owner.enrolls(portal, &olga).await;
    (acme, provider, tess, owner)
}

/// What is written of outsiders in an organization's log.
async fn told(portal: &Portal, organization: &Organization) -> Vec<Event> {
    let mut events = portal.events(Some(organization.id)).await;
    events.retain(|one| {
        matches!(
            one,
            Event::OutsiderRole { .. } | Event::OutsiderStanding { .. }
        )
    });
    events
}

fn standing(now: Standing) -> Event {
    Event::OutsiderStanding {
        login: "tess@provider".to_owned(),
        now,
    }
}

on_both! {
    async fn a_role_from_elsewhere_is_given_seen_and_taken_away_by_page(place: &Place) {
        let portal = Portal::on(place).await;
        let (acme, provider, tess, mut owner) = world(&portal).await;
        let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let (mut auditor, ..) = agent(&portal, &acme, ("aud", Role::Auditor)).await;
        admin.get("/admin/acme/access").await.expects(200, "Nobody from another organization has a role here");
        admin.get(LIST).await.expects(200, "Nobody from another organization has a role here");
        let day = jiff::Timestamp::from_millisecond(portal.now().millis()).unwrap();
        let day = day.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
        let form = |login: &'static str| [("login", login), ("role", "helpdesk"), ("until", "")];
        // Not by the organization's admins, nor their own people, nor an owner's role, nor for a day that is over.
        assert_eq!(admin.get(NEW).await.status, 403);
        assert_eq!(admin.post(NEW, &form("tess@provider")).await.status, 403);
        owner.get(NEW).await.expects(200, "Give a role to somebody from elsewhere");
        for login in ["abe@acme", "nobody@provider", "tess"] {
            owner.post(NEW, &form(login)).await.expects(422, "Nobody of another organization has that login");
        }
        let king = [("login", "tess@provider"), ("role", "owner"), ("until", "")];
        assert_eq!(owner.post(NEW, &king).await.status, 400);
        let over = [("login", "tess@provider"), ("role", "auditor"), ("until", "2001-01-01")];
        owner.post(NEW, &over).await.expects(422, "This day is over");
        assert_eq!(told(&portal, &acme).await, []);
        let given = [("login", "tess@provider"), ("role", "auditor"), ("until", day.as_str())];
        let answer = owner.post(NEW, &given).await;
        assert_eq!(answer.location().as_deref(), Some(LIST));
        // In place of it, another, without an end.
        owner.get(&format!("{NEW}?login=tess%40provider")).await.expects(200, "value=\"tess@provider\"");
        owner.post(NEW, &form("tess@provider")).await;
        let page = admin.get(LIST).await;
        page.expects(200, "tess@provider").expects(200, "Help desk").expects(200, "No end");
        assert!(!page.says("olga") && !page.says(NEW), "who runs the instance is no list's, and gives it");
        admin.get("/admin/acme/access").await.expects(200, "One person from another organization");
        let seen = auditor.get(LIST).await;
        seen.expects(200, "tess@provider");
        assert!(!seen.says("/take"), "who reads changes nothing");
        let path = format!("{LIST}/{}/take", page.between(&format!("{LIST}/"), "/take"));
        assert_eq!(auditor.post(&path, &[]).await.status, 403);
        let mut technician = portal.browser();
        technician.enrolls(&portal, &tess).await;
        technician.get("/admin/acme/access").await.expects(200, "abe@acme");
        technician.get(LIST).await.expects(200, "tess@provider");
        assert_eq!(technician.post(&path, &[]).await.status, 403, "help desk takes no role");

        // A proof that is not fresh is asked for again; then it is gone at the next request.
        portal.wait(Span::minutes(6));
        for mut away in [admin.clone(), owner.clone()] {
            for answer in [away.get(&path).await, away.post(&path, &[]).await] {
                assert!(answer.location().unwrap().starts_with("/step-up?act="));
            }
        }
        technician.get("/admin/acme/access").await.expects(200, "abe@acme");
        let mut admin = agent(&portal, &acme, ("ada", Role::Admin)).await.0;
        admin.get(&path).await.expects(200, "Take the role away").expects(200, "tess@provider");
        let answer = admin.post(&path, &[]).await;
        assert_eq!(answer.location().as_deref(), Some(LIST));
        assert_eq!(technician.get("/admin/acme/access").await.status, 404);
        assert_eq!(admin.post(&path, &[]).await.status, 404);
        let role = |role, until| Event::OutsiderRole { login: "tess@provider".to_owned(), role, until };
        let all = told(&portal, &acme).await;
        assert!(matches!(&all[0], Event::OutsiderRole { role: Role::Auditor, until: Some(_), .. }));
        assert_eq!(all[1..], [role(Role::Helpdesk, None), role(Role::Member, None)]);
        // The provider's log says so too, and not from where acme's admin did it.
        let entries = portal.entries(Some(provider.id)).await;
        let last = entries.iter().rfind(|one| matches!(one.event, Event::RoleElsewhere { .. })).unwrap();
        assert!(matches!(&last.event, Event::RoleElsewhere { role: Role::Member, .. }));
        assert_eq!(last.origin.address, None);
    }

    async fn what_becomes_of_who_has_a_role_from_elsewhere_is_told_where_it_holds(place: &Place) {
        let portal = Portal::on(place).await;
        let (acme, provider, tess, mut owner) = world(&portal).await;
        let other = portal.organization("other", Rule::Optional).await;
        let form = [("login", "tess@provider"), ("role", "helpdesk"), ("until", "")];
        let tom = portal.person(&provider, "tom").await;
        owner.post(NEW, &form).await;
        let (app, who, origin) = (&portal.app, Actor::Operator("operator@test".to_owned()), Origin::default());
        let whose = (provider.id, tess.id);
        for active in [false, true] {
            people::set_active(app, &who, whose, active, origin.clone()).await.unwrap().unwrap();
            // Of one without a role there, nothing.
            people::set_active(app, &who, (provider.id, tom.id), active, origin.clone()).await.unwrap().unwrap();
        }
        let again = people::set_active(app, &who, whose, true, origin.clone()).await.unwrap();
        assert_eq!(again, Err(NotChanged::AlreadySo));
        people::delete(app, &who, whose, origin.clone()).await.unwrap().unwrap();
        let told_ = told(&portal, &acme).await;
        assert_eq!(told_[1..], [Standing::Suspended, Standing::Activated, Standing::Deleted].map(standing));
        assert_eq!(told(&portal, &other).await, []);
        assert_eq!(told(&portal, &provider).await, []);
        owner.get(LIST).await.expects(200, "Nobody from another organization has a role here");
    }

    async fn what_becomes_of_its_organization_is_told_too(place: &Place) {
        let portal = Portal::on(place).await;
        let (acme, provider, _, mut owner) = world(&portal).await;
        owner.post(NEW, &[("login", "tess@provider"), ("role", "admin"), ("until", "")]).await;
        // Somebody has to own the instance when the provider is gone.
        let paul = portal.person(&acme, "paul").await;
        let made = instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), paul.id).await;
        made.unwrap().unwrap();
        let (app, who, origin) = (&portal.app, Actor::Operator("operator@test".to_owned()), Origin::default());
        for active in [false, true] {
            organizations::set_active(app, &who, &provider, active, origin.clone()).await.unwrap().unwrap();
        }
        organizations::delete(app, &who, &provider, origin.clone()).await.unwrap().unwrap();
        let expected = [
            Standing::OrganizationSuspended,
            Standing::OrganizationActivated,
            Standing::OrganizationSuspended,
            Standing::OrganizationDeleted,
        ];
        let all = told(&portal, &acme).await;
        assert_eq!(all[1..], expected.map(standing));
    }
}
