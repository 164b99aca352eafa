//! The last who has a role: nobody takes it away, alone or two at once, and nobody keeps it who can't use it.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::{AccountId, OrganizationId};
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Grant, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::people::{self, NotChanged};
use portcullis_store::{Tx, on_both, roles};

use super::frozen::freezes;
use super::grace::form;
use super::help_desk::{agent, does, page_of};
use crate::portal::{Person, Portal};
use crate::wire::Wire;

/// How often two meet.
const MEETINGS: usize = 12;

/// Somebody with a role of the organization, or of the instance.
fn with_role(organization: OrganizationId, account: AccountId, role: Role) -> Actor {
    let grant = Grant {
        role,
        scope: (role != Role::Owner).then_some(organization),
        until: None,
    };
    Actor::Person {
        account,
        organization,
        grants: vec![grant],
    }
}

async fn appoints(portal: &Portal, organization: OrganizationId, account: AccountId, role: Role) {
    let (whose, given) = ((organization, account), (role, None));
    let set = people::set_role(&portal.app, &Actor::System, whose, given, Origin::default());
    set.await.unwrap().ok(); // who has it already keeps it
}

/// What one does to the other.
#[derive(Clone, Copy)]
enum Deed {
    Demote,
    Suspend,
}

async fn takes_away(
    portal: &Portal,
    actor: Actor,
    whose: (OrganizationId, AccountId),
    deed: Deed,
) -> Result<(), NotChanged> {
    let app = portal.app.clone();
    let done = tokio::spawn(async move {
        let origin = Origin::default();
        match deed {
            Deed::Demote => {
                people::set_role(&app, &actor, whose, (Role::Member, None), origin).await
            }
            Deed::Suspend => people::set_active(&app, &actor, whose, false, origin).await,
        }
    });
    done.await.unwrap().unwrap()
}

on_both! {
    async fn of_two_who_take_the_role_from_each_other_one_keeps_it(place: &Place) {
        let portal = Portal::on(place).await;
        for (role, kept) in [(Role::Admin, NotChanged::LastAdmin), (Role::Owner, NotChanged::LastOwner)] {
            let slug = format!("org-{}", role.as_str());
            let made = portal.organization(&slug, Rule::Off).await;
            let people: [Person; 2] = [portal.person(&made, "abe").await, portal.person(&made, "bea").await];
            for n in 0..MEETINGS {
                for one in &people {
                    let whose = (made.id, one.id);
                    let there = people::set_active(&portal.app, &Actor::System, whose, true, Origin::default());
                    there.await.unwrap().ok(); // most often it is active already
                    appoints(&portal, made.id, one.id, role).await;
                }
                let deed = [Deed::Demote, Deed::Suspend][n % 2];
                let [abe, bea] = [0, 1].map(|n| (with_role(made.id, people[n].id, role), (made.id, people[n].id)));
                let (one, other) = tokio::join!(
                    takes_away(&portal, abe.0, bea.1, deed),
                    takes_away(&portal, bea.0, abe.1, deed),
                );
                let mut both = [one, other];
                both.sort_by_key(Result::is_err);
                assert_eq!(both[0], Ok(()), "{slug}, {n}");
                assert_eq!(both[1], Err(kept), "{slug}, {n}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_who_is_frozen_or_ends_soon_counts_for_nobody_and_can_go() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let names = ["abe", "bea", "cal"];
    let mut people = Vec::new();
    for name in names {
        let one = portal.person(&acme, name).await;
        appoints(&portal, acme.id, one.id, Role::Owner).await;
        people.push(one);
    }
    let [abe, bea, cal] = &people[..] else {
        unreachable!()
    };
    let owner = with_role(acme.id, abe.id, Role::Owner);
    let sets = async |person: &Person, until| {
        let whose = (acme.id, person.id);
        people::set_role(
            &portal.app,
            &owner,
            whose,
            (Role::Owner, until),
            Origin::default(),
        )
        .await
        .unwrap()
    };
    // One until Friday, one frozen: what is left is one, and those two can be taken away.
    let friday = Some(portal.now() + Span::days(3));
    assert_eq!(sets(cal, friday).await, Ok(()));
    freezes(&portal, bea).await;
    let stays = |person: &Person| (acme.id, person.id);
    let system = Actor::System;
    let gone = people::set_role(
        &portal.app,
        &system,
        stays(abe),
        (Role::Member, None),
        Origin::default(),
    );
    assert_eq!(gone.await.unwrap(), Err(NotChanged::LastOwner));
    let gone = people::set_active(&portal.app, &owner, stays(bea), false, Origin::default());
    assert_eq!(gone.await.unwrap(), Ok(()));
    let gone = people::delete(&portal.app, &owner, stays(bea), Origin::default());
    assert_eq!(gone.await.unwrap(), Ok(()));
    let gone = people::set_role(
        &portal.app,
        &owner,
        stays(cal),
        (Role::Member, None),
        Origin::default(),
    );
    assert_eq!(gone.await.unwrap(), Ok(()));
    let left = portal
        .app
        .store
        .read(async move |tx: &mut Tx<'_>| roles::lasting_owners(tx).await)
        .await
        .unwrap();
    assert_eq!(left, [(acme.id, abe.id)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_admin_suspends_or_deletes_the_last_one_and_the_page_says_what_to_do() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut owner, _, olga) = agent(&portal, &acme, ("olga", Role::Admin)).await;
    let (mut until, _, bob) = agent(&portal, &acme, ("bob", Role::Admin)).await;
    let friday = Some(portal.now() + Span::days(3));
    let whose = (acme.id, bob.id);
    let lent = people::set_role(
        &portal.app,
        &Actor::System,
        whose,
        (Role::Admin, friday),
        Origin::default(),
    );
    assert_eq!(lent.await.unwrap(), Ok(()));
    let page = page_of(&acme, olga.id);
    for act in ["suspend", "delete"] {
        let refused = does(&mut until, &page, act).await;
        refused.expects(409, "Nobody else administers this organization");
        refused.expects(409, "without a last day");
    }
    owner
        .get("/admin/acme/access")
        .await
        .expects(200, "Person olga");
    let told = portal.events(Some(acme.id)).await;
    let suspended = |event: &Event| {
        matches!(
            event,
            Event::AccountSuspended | Event::AccountDeleted { .. }
        )
    };
    assert!(!told.iter().any(suspended));
    // An owner stops even the last admin, since that can be undone, and deletes only another.
    let home = portal.organization("home", Rule::Optional).await;
    let (mut olaf, _, person) = agent(&portal, &home, ("olaf", Role::Admin)).await;
    appoints(&portal, home.id, person.id, Role::Owner).await;
    let page = page_of(&acme, olga.id);
    does(&mut olaf, &page, "delete")
        .await
        .expects(409, "Nobody else administers");
    assert_eq!(does(&mut olaf, &page, "suspend").await.status, 303);
    let scope = Scope::of(acme.id);
    let unit =
        async move |tx: &mut Tx<'_>| portcullis_store::accounts::find(tx, scope, olga.id).await;
    let found = portal.app.store.read(unit).await.unwrap().unwrap();
    assert_eq!(found.state, portcullis_core::account::State::Suspended);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_loses_the_role_while_a_form_arrives_does_nothing_with_it() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (admin, _, abe) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let bea = portal.person(&acme, "bea").await;
    appoints(&portal, acme.id, bea.id, Role::Admin).await;
    let ann = portal.person(&acme, "ann").await;
    let body = "role=admin&until=";
    let cookies: Vec<String> = admin
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let head = format!(
        "POST {}/role HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        page_of(&acme, ann.id),
        portal.url.strip_prefix("http://").unwrap(),
        cookies.join("; "),
        body.len()
    );
    for (loses, status) in [(false, "303"), (true, "404")] {
        portal.wait(Span::minutes(2));
        let mut wire = Wire::to(&portal.url).await;
        wire.send(&head).await;
        // Let in: the session is used for the administration now.
        while portal
            .count("SELECT COALESCE(MAX(administered_at), 0) FROM sessions")
            .await
            != portal.now().millis()
        {
            tokio::task::yield_now().await;
        }
        if loses {
            appoints(&portal, acme.id, ann.id, Role::Member).await;
            appoints(&portal, acme.id, abe.id, Role::Member).await;
        }
        wire.send(body).await;
        let answer = wire.answer().await;
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{answer}"
        );
    }
    let (scope, now) = (Scope::of(acme.id), portal.now());
    let unit = async move |tx: &mut Tx<'_>| roles::of_account(tx, scope, ann.id, now).await;
    assert_eq!(portal.app.store.read(unit).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_that_locks_the_last_admin_out_is_refused_on_its_page_and_says_what_to_do() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Optional).await;
    let provider = portal.organization("provider", Rule::Optional).await;
    let olga = portal.person(&provider, "olga").await;
    appoints(&portal, provider.id, olga.id, Role::Owner).await;
    let mut owner = portal.browser();
    owner.enrolls(&portal, &olga).await;
    let abe = portal.person(&north, "abe").await;
    appoints(&portal, north.id, abe.id, Role::Admin).await;
    let before = portal.organization_now(north.id).await;
    let version = before.version.to_string();
    let locked = [("first_proof", "enrollment_code"), ("version", &version)];
    let refused = owner.post("/admin/north/policy", &form(&locked)).await;
    refused
        .expects(422, "Nobody could administer the organization any more")
        .expects(422, "Let one of them set it up first");
    let after = portal.organization_now(north.id).await;
    assert_eq!(
        (after.policy, after.version),
        (before.policy, before.version)
    );
    let events = portal.events(Some(north.id)).await;
    let changed = |event: &Event| matches!(event, Event::PolicyChanged { .. });
    assert!(!events.iter().any(changed));
    // With an app, the admin gets in by own means, and the same is saved.
    portal.browser().enrolls(&portal, &abe).await;
    let saved = owner.post("/admin/north/policy", &form(&locked)).await;
    assert_eq!(
        saved.location().as_deref(),
        Some("/admin/north/policy?saved")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_whose_time_ends_is_not_who_stays_after_a_policy() {
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Optional).await;
    let (mut eva, _, person) = agent(&portal, &north, ("eva", Role::Admin)).await;
    let finn = portal.person(&north, "finn").await;
    appoints(&portal, north.id, finn.id, Role::Admin).await;
    let (whose, until) = ((north.id, person.id), portal.now() + Span::days(1));
    let given = (Role::Admin, Some(until));
    let set = people::set_role(&portal.app, &Actor::System, whose, given, Origin::default());
    set.await.unwrap().unwrap();
    let version = portal.organization_now(north.id).await.version.to_string();
    let locked = [("first_proof", "enrollment_code"), ("version", &version)];
    let refused = eva.post("/admin/north/policy", &form(&locked)).await;
    refused.expects(422, "Nobody could administer the organization any more");
    portal.browser().enrolls(&portal, &finn).await;
    let saved = eva.post("/admin/north/policy", &form(&locked)).await;
    assert_eq!(saved.status, 303, "who stays has an app");
}
