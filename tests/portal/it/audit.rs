//! The audit log: sealed by one node, verified by place, emptied without losing its digests.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::chain::Fault;
use portcullis_core::id::{NodeId, OrganizationId};
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::audit::{self, Verified};
use portcullis_server::jobs::{self, Work};
use portcullis_store::audit::Wanted;
use portcullis_store::testing::Place;
use portcullis_store::{Tx, on_both};

use crate::portal::Portal;

type Statements = &'static [&'static str];

const NODE: NodeId = NodeId::from_bytes([1; 16]);

/// A portal whose organization has at least eight events, and seals them.
async fn sealed(place: &Place) -> (Portal, OrganizationId) {
    let portal = Portal::on(place).await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    for _ in 0..3 {
        let mut browser = portal.browser();
        browser.signs_in(&ann.login, &ann.password).await;
        browser.post("/sign-out", &[]).await;
    }
    seal(&portal).await;
    (portal, acme.id)
}

async fn seal(portal: &Portal) -> u64 {
    portal.wait(Span::seconds(1));
    let done = jobs::run_if_due(&portal.app, NODE, Work::Seal)
        .await
        .unwrap();
    done.unwrap_or_default()
}

async fn verify(portal: &Portal) -> Vec<Verified> {
    let verified = audit::verify(&portal.app, &Actor::System, &Origin::default()).await;
    verified.unwrap().unwrap()
}

/// The faults of an organization's log.
async fn faults(portal: &Portal, organization: OrganizationId) -> Vec<Fault> {
    let verified = verify(portal).await;
    let log = verified
        .into_iter()
        .find(|one| one.log == Some(organization));
    log.unwrap().verdict.faults
}

async fn sql(portal: &Portal, statements: Statements) {
    let unit = async move |tx: &mut Tx<'_>| {
        for statement in statements {
            tx.run(statement, &[]).await?;
        }
        Ok(())
    };
    portal.app.store.write(unit).await.unwrap();
}

fn places(faults: &[Fault]) -> Vec<(&'static str, i64)> {
    let place = |fault: &Fault| match fault {
        Fault::Altered { sequence, .. } => ("altered", *sequence),
        Fault::Misplaced { sequence, .. } => ("misplaced", *sequence),
        Fault::Missing { from, .. } => ("missing", *from),
        Fault::CutOff { from, .. } => ("cut off", *from),
        Fault::BehindHead { head, .. } => ("behind head", *head),
        Fault::AlteredUnsealed { .. } => ("altered unsealed", 0),
        Fault::NoHead => ("no head", 0),
        Fault::HeadAltered => ("head altered", 0),
        Fault::Empty => ("empty", 0),
    };
    faults.iter().map(place).collect()
}

const SAVE: Statements = &[
    "CREATE TABLE saved AS SELECT * FROM audit_events",
    "CREATE TABLE saved_heads AS SELECT * FROM audit_heads",
];
const RESTORE: Statements = &[
    "UPDATE organizations SET slug = 'acme' WHERE slug = ''",
    "DELETE FROM audit_events",
    "DELETE FROM audit_heads",
    "INSERT INTO audit_events SELECT * FROM saved",
    "INSERT INTO audit_heads SELECT * FROM saved_heads",
];

on_both! {
    async fn whatever_is_done_to_a_sealed_log_is_named_by_its_place(place: &Place) {
        let (portal, acme) = sealed(place).await;
        assert_eq!(faults(&portal, acme).await, []);
        sql(&portal, SAVE).await;
        let last = portal.count("SELECT CAST(MAX(sequence) AS BIGINT) FROM audit_events WHERE account_id IS NOT NULL").await;
        assert!(last >= 8, "{last}");
        let cases: &[(Statements, &[(&str, i64)])] = &[
            // A byte of what is told: still JSON, and not JSON any more.
            (&["UPDATE audit_events SET event = '{\"kind\":\"signed_in\"}' WHERE sequence = 3 AND account_id IS NOT NULL"], &[("altered", 3)]),
            (&["UPDATE audit_events SET event = '}' WHERE sequence = 4 AND account_id IS NOT NULL"], &[("altered", 4)]),
            (&["UPDATE audit_events SET at = at + 1 WHERE sequence = 4 AND account_id IS NOT NULL"], &[("altered", 4)]),
            (&["UPDATE audit_events SET account_id = NULL WHERE sequence = 4 AND account_id IS NOT NULL"], &[("altered", 4)]),
            // Contents taken as if by retention, which has not come this far.
            (&["UPDATE audit_events SET actor = '', origin = '', event = '' WHERE sequence = 5 AND account_id IS NOT NULL"], &[("altered", 5)]),
            (&["DELETE FROM audit_events WHERE sequence = 3 AND account_id IS NOT NULL"], &[("missing", 3)]),
            // Two events trade places, with and without the seals that belong there.
            (&[
                "UPDATE audit_events SET sequence = 9003 WHERE sequence = 3 AND account_id IS NOT NULL",
                "UPDATE audit_events SET sequence = 3 WHERE sequence = 4 AND account_id IS NOT NULL",
                "UPDATE audit_events SET sequence = 4 WHERE sequence = 9003",
            ], &[("misplaced", 3), ("misplaced", 4)]),
            (&[
                "UPDATE audit_events SET sequence = 9003 WHERE sequence = 3 AND account_id IS NOT NULL",
                "UPDATE audit_events SET sequence = 3, seal = (SELECT s.seal FROM saved s WHERE s.sequence = 3 AND s.account_id IS NOT NULL) WHERE sequence = 4 AND account_id IS NOT NULL",
                "UPDATE audit_events SET sequence = 4, seal = (SELECT s.seal FROM saved s WHERE s.sequence = 4 AND s.account_id IS NOT NULL) WHERE sequence = 9003",
            ], &[("misplaced", 3), ("misplaced", 4)]),
            (&["DELETE FROM audit_events WHERE sequence > 5 AND account_id IS NOT NULL"], &[("cut off", 6)]),
            // The same with a head that says so, which only the key can make.
            (&[
                "DELETE FROM audit_events WHERE sequence > 5 AND account_id IS NOT NULL",
                "UPDATE audit_heads SET sequence = 5 WHERE sequence > 5",
            ], &[("head altered", 0)]),
            (&["DELETE FROM audit_heads WHERE sequence > 5"], &[("no head", 0)]),
            (&["DELETE FROM audit_heads", "DELETE FROM audit_events"], &[("no head", 0)]),
            // A number before the first one, which no walk from the first would meet.
            (&["UPDATE audit_events SET sequence = -1 WHERE sequence = 4 AND account_id IS NOT NULL"], &[("misplaced", -1), ("missing", 4)]),
            // A log that is not listed among the organizations any more.
            (&[
                "UPDATE organizations SET slug = ''",
                "UPDATE audit_events SET event = '' WHERE sequence = 3 AND account_id IS NOT NULL",
            ], &[("altered", 3)]),
        ];
        for (statements, expect) in cases {
            sql(&portal, statements).await;
            let found = faults(&portal, acme).await;
            let seen = places(&found);
            assert!(seen.starts_with(expect), "{statements:?}: {found:?}");
            assert!(seen.len() <= expect.len() + 1, "{statements:?}: {found:?}");
            sql(&portal, RESTORE).await;
        }
        assert_eq!(faults(&portal, acme).await, []);
    }

    async fn what_was_done_to_a_log_is_not_sealed_anew_nor_emptied(place: &Place) {
        let (portal, acme) = sealed(place).await;
        sql(&portal, SAVE).await;
        // All seals are taken off, an event goes, and the program is left to seal the rest again.
        sql(&portal, &[
            "DELETE FROM audit_heads WHERE sequence > 5",
            "DELETE FROM audit_events WHERE sequence = 3 AND account_id IS NOT NULL",
            "UPDATE audit_events SET sequence = NULL, seal = NULL WHERE account_id IS NOT NULL",
        ]).await;
        assert_eq!(seal(&portal).await, 0);
        assert_eq!(faults(&portal, acme).await, [Fault::NoHead]);
        sql(&portal, RESTORE).await;
        // An event that waits is replaced, with a digest computed as anybody can.
        let ben = portal.person(&portal.organization_now(acme).await, "ben").await;
        sql(&portal, &["UPDATE audit_events SET event = '{\"kind\":\"signed_out\"}', digest = (SELECT s.digest FROM saved s LIMIT 1) WHERE sequence IS NULL"]).await;
        seal(&portal).await;
        assert_eq!(places(&faults(&portal, acme).await)[0].0, "altered", "{}", ben.login);
        sql(&portal, RESTORE).await;
        // Everything is made to look old enough for retention.
        sql(&portal, &["UPDATE audit_events SET at = 0"]).await;
        jobs::run_if_due(&portal.app, NODE, Work::Retain).await.unwrap();
        assert_eq!(portal.count("SELECT COUNT(*) FROM audit_events WHERE event = ''").await, 0);
        assert_eq!(places(&faults(&portal, acme).await)[0], ("altered", 1));
    }

    async fn nothing_is_sealed_over_damage_and_other_logs_go_on(place: &Place) {
        let (portal, acme) = sealed(place).await;
        let beta = portal.organization("beta", Rule::Off).await;
        sql(&portal, &["UPDATE audit_heads SET sequence = sequence - 1 WHERE sequence > 5"]).await;
        let ann = portal.person(&portal.organization_now(acme).await, "ben").await;
        portal.browser().signs_in(&ann.login, &ann.password).await;
        seal(&portal).await;
        let verified = verify(&portal).await;
        let of = |id| verified.iter().find(|one| one.log == Some(id)).unwrap();
        assert_eq!(of(acme).verdict.faults, [Fault::HeadAltered]);
        assert!(of(acme).verdict.unsealed > 0 && of(acme).waits_since.is_some());
        assert_eq!((of(beta.id).verdict.faults_in_all, of(beta.id).verdict.unsealed), (0, 0));
        let told = portal.events(None).await;
        assert!(told.iter().any(|event| matches!(event, Event::AuditVerified { faults: 1, .. })), "{told:?}");
    }

    async fn two_nodes_that_seal_at_once_make_one_chain(place: &Place) {
        let (portal, acme) = sealed(place).await;
        let other = Portal::on(place).await;
        let ann = portal.person(&portal.organization_now(acme).await, "ben").await;
        for _ in 0..5 {
            let mut browser = other.browser();
            browser.signs_in(&ann.login, &ann.password).await;
            // Without a lease, as when one node was silent for longer than its lease and comes back.
            let (one, two) = tokio::join!(audit::seal(&portal.app), audit::seal(&other.app));
            assert!(one.unwrap() + two.unwrap() > 0);
        }
        assert_eq!(faults(&portal, acme).await, []);
        assert_eq!(portal.count("SELECT COUNT(*) FROM audit_events WHERE sequence IS NULL").await, 1, "that it was verified");
    }

    async fn retention_takes_contents_and_keeps_digests(place: &Place) {
        let (portal, acme) = sealed(place).await;
        let before = portal.events(Some(acme)).await.len();
        portal.wait(Span::days(401));
        let cleo = portal.person(&portal.organization_now(acme).await, "cleo").await;
        seal(&portal).await;
        let emptied = jobs::run_if_due(&portal.app, NODE, Work::Retain).await.unwrap().unwrap();
        assert_eq!(emptied, u64::try_from(before).unwrap());
        let left = portal.events(Some(acme)).await;
        assert!(matches!(left.as_slice(), [Event::AccountCreated { login_name, .. }] if cleo.login.starts_with(login_name.as_str())), "{left:?}");
        assert_eq!(faults(&portal, acme).await, [], "what retention took is no damage");
        let whole = "SELECT COUNT(*) FROM audit_events WHERE sequence IS NOT NULL AND digest IS NOT NULL";
        assert!(portal.count(whole).await > i64::try_from(before).unwrap());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_set_back_to_an_earlier_one_of_ours_is_behind_its_log() {
    let place = Place::sqlite();
    let (portal, acme) = sealed(&place).await;
    sql(&portal, SAVE).await;
    portal
        .person(&portal.organization_now(acme).await, "ben")
        .await;
    seal(&portal).await;
    sql(
        &portal,
        &[
            "DELETE FROM audit_heads",
            "INSERT INTO audit_heads SELECT * FROM saved_heads",
        ],
    )
    .await;
    let found = faults(&portal, acme).await;
    assert!(
        matches!(found.as_slice(), [Fault::BehindHead { head, last }] if last == &(head + 1)),
        "{found:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_neither_verifies_nor_exports() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let ann = portal.person(&acme, "ann").await;
    let member = Actor::Person {
        account: ann.id,
        organization: acme.id,
        grants: Vec::new(),
    };
    let nobody = &Origin::default();
    assert!(
        audit::verify(&portal.app, &member, nobody)
            .await
            .unwrap()
            .is_err()
    );
    for log in [None, Some(acme.id)] {
        let reading = audit::export(&portal.app, &member, (log, Wanted::default()), nobody).await;
        assert!(reading.unwrap().is_err());
    }
    let told = portal.events(Some(acme.id)).await;
    assert!(!told.contains(&Event::AuditExported));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_sign_in_waits_for_the_seal_of_its_log() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let (portal, acme) = sealed(&place).await;
    let ben = portal
        .person(&portal.organization_now(acme).await, "ben")
        .await;
    // A node that stopped in the middle of sealing holds the rows of its chain.
    let (holds, held) = tokio::sync::oneshot::channel();
    let (end, ended) = tokio::sync::oneshot::channel::<()>();
    let channels = std::sync::Mutex::new(Some((holds, ended)));
    let store = place.open().await;
    let sealing = tokio::spawn(async move {
        let unit = async move |tx: &mut Tx<'_>| {
            tx.run("UPDATE audit_heads SET sequence = sequence", &[])
                .await?;
            tx.run("UPDATE audit_events SET sequence = sequence", &[])
                .await?;
            let (holds, ended) = channels.lock().unwrap().take().unwrap();
            holds.send(()).unwrap();
            let _ = ended.await; // and as long as it does
            Ok(())
        };
        store.write(unit).await
    });
    held.await.unwrap();
    for _ in 0..5 {
        let mut browser = portal.browser();
        let page = browser.signs_in(&ben.login, &ben.password).await;
        page.expects(200, "Your applications");
    }
    end.send(()).unwrap();
    sealing.await.unwrap().unwrap();
    seal(&portal).await;
    assert_eq!(faults(&portal, acme).await, []);
}
