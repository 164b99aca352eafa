//! The list of people is held to those whom something holds up and to those who are invited, and its file says the same.

use portcullis_core::audit::Origin;
use portcullis_core::id::{AccountId, InvitationId};
use portcullis_core::name::Name;
use portcullis_core::policy::{ExceptionKind, Rule};
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::people::{self, Given};
use portcullis_store::db::Value;
use portcullis_store::invitations::{self, NewInvitation};
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, on_both};

use super::help_desk::agent;
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

/// Invites somebody on paper.
async fn invites(portal: &Portal, place: &Organization, number: u8) {
    let (scope, now) = (Scope::of(place.id), portal.now());
    let new = NewInvitation {
        id: InvitationId::new(now + Span::millis(number.into()), [number; 10]),
        key: [number; 32],
        mailed: false,
        name: Name::parse(&format!("Guest {number}")).unwrap(),
        login_name: format!("guest{number:02}").parse().unwrap(),
        email: None,
        email_vouched: false,
        expires_at: now + Span::days(3),
    };
    let unit = async move |tx: &mut Tx<'_>| invitations::add(tx, scope, &new, now).await;
    portal.app.store.write(unit).await.unwrap();
}

async fn runs(portal: &Portal, sql: &'static str, account: AccountId) {
    let unit = async move |tx: &mut Tx<'_>| tx.run(sql, &[Value::from(account)]).await;
    assert_eq!(portal.app.store.write(unit).await.unwrap(), 1);
}

/// Whom a page lists, invited or there.
fn listed(page: &Answer, names: &[&str]) -> Vec<String> {
    let (_, lists) = page.body.split_once("<form class=\"search\"").unwrap();
    let there = names
        .iter()
        .filter(|name| lists.contains(&format!("<bdi>{name}</bdi>")));
    there.map(|name| (*name).to_owned()).collect()
}

fn invited(page: &Answer) -> usize {
    page.body.matches("/access/invitation/").count()
}

/// The next page of invitations.
async fn more(browser: &mut Client, page: &Answer) -> Answer {
    let (before, _) = page
        .body
        .split_once("\" rel=\"next\">More invitations")
        .unwrap();
    let (_, path) = before.rsplit_once("href=\"").unwrap();
    browser
        .get(&path.replace("&#38;", "&").replace("&amp;", "&"))
        .await
}

on_both! {
    async fn the_list_finds_who_is_held_up_and_everybody_who_is_invited(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let other = portal.organization("beta", Rule::Required).await;
        let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let mut people: Vec<Person> = Vec::new();
        for name in ["ann", "ben", "cem", "dee"] {
            people.push(portal.person(&acme, name).await);
        }
        let elsewhere = portal.person(&other, "eve").await;
        let [ann, ben, cem, dee] = people.try_into().ok().unwrap();
        runs(&portal, "UPDATE accounts SET state = 'suspended' WHERE id = $1", ann.id).await;
        for id in [ben.id, elsewhere.id] {
            runs(&portal, "UPDATE accounts SET state = 'frozen' WHERE id = $1", id).await;
        }
        for id in [cem.id, elsewhere.id] {
            let sql = "INSERT INTO factor_counters (organization_id, account_id, kind, failures, blocked_until, reported_until, \
                       failures_in_browsers) SELECT organization_id, id, 'totp', 30, 0, 0, 20 FROM accounts WHERE id = $1";
            runs(&portal, sql, id).await;
        }
        let more_time = Given { kind: ExceptionKind::Extension, days: 5, reason: "on leave".to_owned() };
        let whose = (acme.id, dee.id);
        people::give_exception(&portal.app, &Actor::System, whose, more_time, Origin::default())
            .await
            .unwrap()
            .unwrap();
        for number in 0..53 {
            invites(&portal, &acme, number).await;
        }
        let names = ["Person abe", "Person ann", "Person ben", "Person cem", "Person dee", "Person eve"];

        // Each label stands in the list, and each filter has its count and those alone.
        let page = admin.get("/admin/acme/access").await;
        page.expects(200, "<strong>53</strong> Invited");
        for label in ["Factor suspended", "Suspended", "Frozen"] {
            let label = format!("<span class=\"tag\">{label}</span>");
            assert_eq!(page.body.matches(&label).count(), 1, "{label}");
            assert!(page.says(label.trim_start_matches("<span class=\"tag\">").trim_end_matches("</span>")));
        }
        for (word, label, expect) in [
            ("suspended", "Suspended", "Person ann"),
            ("frozen", "Frozen", "Person ben"),
            ("factor-suspended", "Factor suspended", "Person cem"),
            ("delayed", "Delayed", "Person dee"),
        ] {
            for search in ["", "&named=person", "&named=zoe"] {
                let page = admin.get(&format!("/admin/acme/access?mfa={word}{search}")).await;
                let expect = if search.ends_with("zoe") { vec![] } else { vec![expect.to_owned()] };
                page.expects(200, &format!("<strong>1</strong> {label}"));
                assert_eq!(listed(&page, &names), expect, "{word}{search}");
                assert_eq!(invited(&page), 0, "{word}{search}");
            }
        }

        // All who are invited are reached, page by page, and by their login names.
        assert_eq!(invited(&page), 50);
        let rest = more(&mut admin, &page).await;
        rest.expects(200, "Guest 0<");
        assert_eq!((invited(&rest), listed(&rest, &names).len()), (3, 0));
        let page = admin.get("/admin/acme/access?named=guest0").await;
        assert_eq!((invited(&page), page.says("Guest 7<"), page.says("Guest 17<")), (10, true, false));
        let page = admin.get("/admin/acme/access?named=GUEST17%40acme").await;
        assert_eq!((invited(&page), page.says("Guest 17<")), (1, true));
        let page = admin.get("/admin/acme/access?named=guest&mfa=invited").await;
        assert_eq!(invited(&page), 50);
        assert_eq!(invited(&more(&mut admin, &page).await), 3);
        // By each word of their names, as whoever is there, and by several; the more, the fewer.
        for (typed, many) in [("17", 1), ("uest", 0), ("guest+3", 11), ("3+guest3", 10), ("guest+person", 0)] {
            let page = admin.get(&format!("/admin/acme/access?named={typed}")).await;
            assert_eq!(invited(&page), many, "{typed}");
        }
        let page = admin.get("/admin/acme/access?named=person").await;
        assert_eq!((invited(&page), listed(&page, &names).len()), (0, 5));

        // The file says who owes a second factor, until when it is put off, and whose factor is suspended.
        let file = admin.post("/admin/acme/access/export", &[]).await;
        file.expects(200, "mfa_owed,mfa_delayed_until,factor_suspended");
        let line = |login: &str| {
            let mut lines = file.body.lines();
            let line = lines.find(|line| line.starts_with(&format!("{login},"))).unwrap();
            line.split(',').skip(10).take(3).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(line("abe"), ["no", "", "no"]);
        assert_eq!(line("ann"), ["no", "", "no"], "nothing is asked of who is suspended");
        assert_eq!(line("ben"), ["yes", "", "no"]);
        assert_eq!(line("cem"), ["yes", "", "yes"]);
        let dee = line("dee");
        assert!(dee[0] == "no" && dee[1].starts_with("20") && dee[2] == "no", "{dee:?}");
    }
}
