//! A support code that leads to several places, and who helps in many organizations.

use portcullis_core::policy::Rule;
use portcullis_core::role::Role;
use portcullis_core::support::SupportCode;
use portcullis_store::Tx;

use super::several_organizations::{lends, several};
use super::support::{looks_up, owner, tries};
use crate::portal::Portal;

/// Gives all that was refused so far one code, as chance may.
async fn all_have(portal: &Portal, code: SupportCode) {
    let code = i64::from(code.number());
    let unit = async move |tx: &mut Tx<'_>| {
        let values = portcullis_store::args![code];
        tx.run("UPDATE support_codes SET code = $1", values).await
    };
    portal.app.store.write(unit).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_leads_to_several_places_names_all_that_the_reader_may_see() {
    let portal = Portal::start().await;
    let (_, mut tess, _) = several(&portal).await;
    let acme = portal.organization("acme", Rule::Required).await;
    let mut owner = owner(&portal, &portal.person(&acme, "olga").await).await;
    for login in ["eva@east", "eva@north", "eva@south", "nobody@east"] {
        tries(&mut portal.browser(), login, "not hers").await;
    }
    let code = SupportCode::parse("K7-4QD").unwrap();
    all_have(&portal, code).await;
    let link = |place: &str| format!("href=\"/admin/{place}/support/{code}\"");
    for (here, other) in [("east", "north"), ("north", "east")] {
        let seen = looks_up(&mut tess, here, "K7-4QD").await;
        seen.expects(200, &format!("eva@{here}"))
            .expects(200, "By chance the same code leads")
            .expects(200, &link(other));
        for hidden in ["south", "instance"] {
            assert!(!seen.says(&link(hidden)));
        }
        assert!(!seen.says(&format!("eva@{other}")));
    }
    let found = tess.get("/admin/people?named=K7-4QD").await;
    let seen = tess.follow(found).await;
    seen.expects(200, "A wrong password was typed");
    assert!(seen.says(&link("east")) != seen.says(&link("north")));

    // Who runs the instance is led nowhere without being asked where to.
    let seen = looks_up(&mut owner, "acme", "K7-4QD").await;
    seen.expects(200, "The code leads to refusals in several places");
    for place in ["east", "north", "south", "instance"] {
        assert!(seen.says(&link(place)), "{place}");
    }
    let seen = looks_up(&mut owner, "instance", "K7-4QD").await;
    seen.expects(200, "that nobody has")
        .expects(200, &link("south"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_helps_in_more_than_a_hundred_organizations_finds_a_code_of_the_last() {
    let portal = Portal::start().await;
    let (tess, mut browser, _) = several(&portal).await;
    for number in 0..101 {
        let place = portal
            .organization(&format!("o{number:03}"), Rule::Off)
            .await;
        let given = (Role::Helpdesk, None);
        lends(&portal, &tess, &place, given).await.unwrap();
    }
    let last = portal.organization("zulu", Rule::Off).await;
    let zoe = portal.person(&last, "zoe").await;
    lends(&portal, &tess, &last, (Role::Helpdesk, None))
        .await
        .unwrap();
    let refused = tries(&mut portal.browser(), &zoe.login, "not hers").await;
    let code = refused.support_code();
    for from in ["people?named=", "east/support?code="] {
        let answer = browser.get(&format!("/admin/{from}{code}")).await;
        browser.follow(answer).await.expects(200, "zoe@zulu");
    }
}
