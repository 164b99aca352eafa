//! The audit log as those read it who may: looked through, taken along, verified.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::password::Password;
use portcullis_core::id::OrganizationId;
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Grant, Role};
use portcullis_server::people;
use portcullis_store::audit::{Order, Wanted, search};
use portcullis_store::{Tx, args};

use super::help_desk::{agent, does, page_of};
use super::verified::called_back;
use crate::portal::Portal;

const LOG: &str = "/admin/acme/audit";

#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_finds_who_did_what_to_whom() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut desk, _, dora) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
    let (mut auditor, _, _) = agent(&portal, &acme, ("gus", Role::Auditor)).await;
    let ann = portal.person(&acme, "ann").await;
    portal.browser().signs_in(&ann.login, &ann.password).await;
    does(&mut desk, &page_of(&acme, ann.id), "sign-out").await;

    let all = auditor.get(LOG).await;
    all.expects(200, "signed out everywhere");
    // What the test did itself, it did as the portal; somebody at a command line did one thing.
    let operator = Actor::Operator("root@portal".to_owned());
    let (whose, how) = ((acme.id, ann.id), called_back());
    let unlocked = people::unlock(&portal.app, &operator, whose, how, Origin::default()).await;
    unlocked.unwrap().unwrap();
    portal
        .browser()
        .signs_in(&ann.login, "not the password")
        .await;
    let all = auditor.get(LOG).await;
    for (word, name) in [
        ("command-line", "The command line"),
        ("portal", "The portal itself"),
        ("nobody", "Somebody not signed in"),
    ] {
        let link = format!("/admin/acme/audit?doer={word}\">{name}</a>");
        assert!(all.says(&link), "{link}: {}", all.body);
    }
    for (query, found, not) in [
        (
            "doer=command-line",
            "Delays after wrong",
            "The account was made",
        ),
        (
            "doer=portal",
            "The account was made",
            "signed out everywhere",
        ),
        ("doer=nobody", "wrong password", "The account was made"),
        (
            "doer=nobody&about=gus",
            "Nothing was found",
            "wrong password",
        ),
        ("by=dora", "signed out everywhere", "The account was made"),
        (
            "about=ann%40acme",
            "The account was made",
            "Person dora</bdi></a><br>",
        ),
        (
            "topic=help",
            "signed out everywhere",
            "The account was made",
        ),
        (
            "topic=sign_ins",
            "Signed in with the password",
            "signed out everywhere",
        ),
        (
            "about=gus&topic=help",
            "Nothing was found",
            "signed out everywhere",
        ),
        (
            "until=2001-01-01",
            "Nothing was found",
            "signed out everywhere",
        ),
        (
            "from=2001-01-01",
            "signed out everywhere",
            "Nothing was found",
        ),
    ] {
        let page = auditor.get(&format!("{LOG}?{query}")).await;
        page.expects(200, found);
        assert!(!page.says(not), "{query} finds {not}");
    }
    // Ids lead on from one event, and read as a login in the field.
    let by = auditor.get(&format!("{LOG}?by={}", dora.id)).await;
    by.expects(200, "value=\"dora@acme\"");
    for (query, problem) in [
        ("about=nobody", "Nobody here has that login"),
        ("by=dora&doer=portal", "Choose one of these"),
        ("from=yesterday", "Write a day like"),
        ("until=9999-99-99", "Write a day like"),
    ] {
        let page = auditor.get(&format!("{LOG}?{query}")).await;
        page.expects(422, problem);
    }
    for odd in ["topic=everything", "doer=somebody"] {
        let odd = auditor.get(&format!("{LOG}?{odd}")).await;
        assert_eq!(odd.status, 400);
    }
    let file = [("format", "json-lines"), ("doer", "command-line")];
    let file = auditor.post(&format!("{LOG}/export"), &file).await;
    assert_eq!(file.body.lines().count(), 1, "{}", file.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_helped_from_elsewhere_is_found_by_login_and_nobody_else_from_there() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let provider = portal.organization("provider", Rule::Optional).await;
    let (mut auditor, _, _) = agent(&portal, &acme, ("gus", Role::Auditor)).await;
    let ann = portal.person(&acme, "ann").await;
    let (tess, _) = (
        portal.person(&provider, "tess").await,
        portal.person(&provider, "tom").await,
    );
    let technician = Actor::Person {
        account: tess.id,
        organization: provider.id,
        grants: vec![Grant {
            role: Role::Helpdesk,
            scope: Some(acme.id),
            until: None,
        }],
    };
    let (whose, how) = ((acme.id, ann.id), called_back());
    let unlocked = people::unlock(&portal.app, &technician, whose, how, Origin::default()).await;
    unlocked.unwrap().unwrap();
    for by in ["tess@provider".to_owned(), tess.id.to_string()] {
        let page = auditor.get(&format!("{LOG}?by={by}")).await;
        page.expects(200, "Person tess");
        assert!(page.says("value=\"tess@provider\"") && !page.says("The account was made"));
    }
    // Whoever does nothing here, an address, and a login that nobody has, read alike.
    for by in ["tom@provider", "nobody@provider", tess.email.as_str()] {
        let page = auditor.get(&format!("{LOG}?by={by}")).await;
        page.expects(422, "Nobody here has that login");
    }
    let about = auditor.get(&format!("{LOG}?about=tess@provider")).await;
    about.expects(422, "Nobody here has that login");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_betrays_nothing_of_another_organization() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let beta = portal.organization("beta", Rule::Optional).await;
    let (mut auditor, _, _) = agent(&portal, &acme, ("gus", Role::Auditor)).await;
    let eve = portal.person(&beta, "eve").await;
    let unknown = auditor.get(&format!("{LOG}?about=eva@beta")).await;
    let known = auditor.get(&format!("{LOG}?about=eve@beta")).await;
    unknown.expects(422, "Nobody here");
    known.expects(422, "Nobody here");
    // An id tells nothing but itself.
    let by_id = auditor.get(&format!("{LOG}?about={}", eve.id)).await;
    by_id.expects(200, "Nothing was found");
    assert!(!by_id.says("Person eve") && !by_id.says("eve@beta"));
    assert_eq!(auditor.get("/admin/beta/audit").await.status, 404);
    for path in ["/admin/beta/audit", "/admin/beta/audit/export"] {
        assert_eq!(auditor.post(path, &[("format", "csv")]).await.status, 404);
    }
    let told = portal.events(Some(beta.id)).await;
    assert!(!told.contains(&Event::AuditExported));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_is_taken_along_whole_and_no_field_of_it_is_a_formula() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut auditor, _, _) = agent(&portal, &acme, ("gus", Role::Auditor)).await;
    let person = people::Person {
        name: Name::parse("=HYPERLINK(\"http://evil.example\")").unwrap(),
        login_name: "mallory".parse().unwrap(),
        email: None,
    };
    let (app, actor) = (&portal.app, &Actor::System);
    let password = Password::typed("tulip wagon brine");
    let made = people::create(app, actor, &acme, (person, password), Origin::default()).await;
    let whose = (acme.id, made.unwrap().unwrap());
    // More than one read of an export, and more than a page.
    for _ in 0..600 {
        people::unlock(app, actor, whose, called_back(), Origin::default())
            .await
            .unwrap()
            .unwrap();
    }
    let export = format!("{LOG}/export");
    let file = auditor.post(&export, &[("format", "csv")]).await;
    file.expects(200, "'=HYPERLINK");
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(
        file.headers["content-disposition"],
        "attachment; filename=\"audit-acme.csv\""
    );
    let rows = file.body.lines().count() - 1;
    let in_all = portal.entries(Some(acme.id)).await.len();
    assert_eq!(rows, in_all, "{}", file.body);
    for row in file.body.lines() {
        let cells = row.split(',').map(|cell| cell.trim_start_matches('"'));
        let formula = |cell: &str| cell.starts_with(['=', '+', '-', '@']);
        assert!(!cells.into_iter().any(formula), "{row}");
    }
    let file = auditor
        .post(
            &export,
            &[
                ("format", "json-lines"),
                ("about", "mallory"),
                ("topic", "help"),
            ],
        )
        .await;
    let lines: Vec<serde_json::Value> = file
        .body
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 600);
    assert!(
        lines
            .iter()
            .all(|one| one["event"]["kind"] == "account_unlocked" && one["intact"] == true)
    );
    let told = portal.events(Some(acme.id)).await;
    assert_eq!(
        told.iter()
            .filter(|one| **one == Event::AuditExported)
            .count(),
        2
    );
    // A page at a time, each event once.
    let mut seen = 0;
    let mut path = format!("{LOG}?about=mallory");
    loop {
        let page = auditor.get(&path).await;
        seen += page.body.matches("Delays after wrong passwords").count();
        let Some((before, _)) = page.body.split_once("\" rel=\"next\"") else {
            break;
        };
        let (_, next) = before.rsplit_once("href=\"").unwrap();
        path = next.replace("&#38;", "&").replace("&amp;", "&");
    }
    assert_eq!(seen, 600);
    auditor
        .post(&export, &[("format", "xml")])
        .await
        .expects(400, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_verifies_the_log_of_the_organization() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut auditor, _, _) = agent(&portal, &acme, ("gus", Role::Auditor)).await;
    auditor
        .post(LOG, &[])
        .await
        .expects(200, "This log is whole");
    let change = async move |tx: &mut Tx<'_>| {
        let sql =
            "UPDATE audit_events SET event = $1 WHERE account_id IS NULL AND length(acted_by) < 16";
        tx.run(sql, args!["{\"kind\":\"signed_out\"}"]).await
    };
    assert!(portal.app.store.write(change).await.unwrap() > 0);
    auditor
        .post(LOG, &[])
        .await
        .expects(200, "An audit log was tampered with");
    auditor
        .get(LOG)
        .await
        .expects(200, "Changed since it was written");
    assert_eq!(verified(&portal, acme.id).await, [0, 1]);
}

/// How many faults each verification found.
async fn verified(portal: &Portal, organization: OrganizationId) -> Vec<u64> {
    let keys = portal.app.masters.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let wanted = Wanted::default();
        let order = (&Order::Oldest(Vec::new()), 1_000);
        search(tx, &keys, Some(organization), &wanted, order).await
    };
    let found = portal.app.store.read(unit).await.unwrap();
    found
        .into_iter()
        .filter_map(|one| match one.entry?.event {
            Event::AuditVerified { faults, .. } => Some(faults),
            _ => None,
        })
        .collect()
}
