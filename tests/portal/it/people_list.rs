//! The list of people: who is found by what, and a page after the other.

use portcullis_core::id::AccountId;
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Role, Scope};
use portcullis_core::time::Timestamp;
use portcullis_store::accounts::{self, NewAccount};
use portcullis_store::{Tx, on_both};

use super::help_desk::agent;
use crate::client::Client;
use crate::portal::Portal;

/// More than two pages.
const MANY: usize = 120;

on_both! {
    async fn people_are_found_by_their_beginnings_and_by_status(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        for name in ["ann", "anna", "ben"] {
            portal.person(&acme, name).await;
        }
        let found = async |desk: &mut Client, query: &str| {
            let page = desk.get(&format!("/admin/acme/access?{query}")).await;
            page.expects(200, "Administration and access");
            ["ann", "anna", "ben", "dora"]
                .into_iter()
                .filter(|name| page.says(&format!(">{name}@acme<")))
                .collect::<Vec<_>>()
        };
        assert_eq!(found(&mut desk, "").await, ["ann", "anna", "ben", "dora"]);
        assert_eq!(found(&mut desk, "named=ANN").await, ["ann", "anna"], "name, login, address");
        assert_eq!(found(&mut desk, "named=person%20b").await, ["ben"]);
        assert_eq!(found(&mut desk, "named=anna%40acme").await, ["anna"]);
        assert_eq!(found(&mut desk, "mfa=enabled").await, ["dora"]);
        assert_eq!(found(&mut desk, "mfa=not-enabled&named=b").await, ["ben"]);
        for nothing in ["%25", "_nn", "nn", "'", "zzz"] {
            assert!(found(&mut desk, &format!("named={nothing}")).await.is_empty(), "{nothing}");
        }
    }

    async fn each_page_leads_to_the_next_one_until_everybody_was_seen(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Optional).await;
        let (mut desk, _, _) = agent(&portal, &acme, ("dora", Role::Helpdesk)).await;
        let scope = Scope::of(acme.id);
        let fill = async move |tx: &mut Tx<'_>| {
            for number in 0..MANY {
                let [.., last] = number.to_be_bytes();
                let new = NewAccount {
                    id: AccountId::from_bytes([last; 16]),
                    name: Name::parse(&format!("Person {number}")).unwrap(),
                    login_name: format!("p{number:03}").parse().unwrap(),
                    email: None,
                    password_hash: "$argon2id$".to_owned(),
                };
                accounts::add(tx, scope, &new, Timestamp::EPOCH).await?;
            }
            Ok(())
        };
        portal.app.store.write(fill).await.unwrap();
        let everybody: Vec<String> = (0..MANY).map(|number| format!("p{number:03}@acme")).collect();
        for (query, first) in [("", Some("dora@acme")), ("?mfa=not-enabled", None), ("?named=p&mfa=not-enabled", None)] {
            let mut next = Some(format!("/admin/acme/access{query}"));
            let (mut seen, mut pages) = (Vec::new(), 0);
            while let Some(path) = next {
                let page = desk.get(&path).await;
                page.expects(200, "Administration and access");
                seen.extend(logins(&page.body));
                pages += 1;
                let link = page.body.split_once("rel=\"next\"").map(|(before, _)| before);
                next = link.and_then(|before| before.rsplit_once("href=\"")).map(|(_, to)| {
                    let to = to.split('"').next().unwrap();
                    to.replace("&#38;", "&").replace("&amp;", "&")
                });
            }
            let expected: Vec<String> = first.map(str::to_owned).into_iter().chain(everybody.clone()).collect();
            assert_eq!((seen, pages), (expected, 3), "{query}");
        }
    }
}

/// The logins of a page, in its order.
fn logins(page: &str) -> Vec<String> {
    let ends = page.match_indices("@acme<").map(|(at, _)| at);
    ends.map(|at| {
        let begins = page[..at].rfind('>').unwrap() + 1;
        format!("{}@acme", &page[begins..at])
    })
    .collect()
}
