//! Proving an address and changing it: by whoever reads its mail, after a fresh proof, for one account.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_core::sign_in::Act;
use portcullis_core::time::Span;
use portcullis_server::people;
use portcullis_store::on_both;

use crate::client::{Answer, Client};
use crate::it::races::{RACE, copies, race};
use crate::portal::{CaughtMail, Person, Portal};

async fn asks(browser: &mut Client, email: &str) -> Answer {
    browser.post("/account/address", &[("email", email)]).await
}

/// The mails with links that went to an address.
async fn links(portal: &Portal, to: &str) -> Vec<CaughtMail> {
    let mut mails = portal.mails().await;
    mails.retain(|mail| mail.kind == "address_link" && mail.to == to);
    mails
}

fn path(portal: &Portal, mail: &CaughtMail) -> String {
    let start = format!("{}/address/", portal.url);
    let (_, rest) = mail.text.split_once(&start).expect("a link");
    let token: String = rest.chars().take_while(|c| !c.is_whitespace()).collect();
    format!("/address/{token}")
}

/// Somebody just signed in, with the password alone.
async fn signed_in(portal: &Portal, slug: &str) -> (Person, Client) {
    let organization = portal.organization(slug, Rule::Optional).await;
    let ann = portal.person(&organization, "ann").await;
    let mut browser = portal.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    page.expects(200, "Your applications");
    (ann, browser)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_address_holds_once_its_link_was_used_and_the_old_one_is_told() {
    let portal = Portal::with_mail().await;
    let (ann, mut browser) = signed_in(&portal, "acme").await;
    let new = "ann.new@else.example";
    let sent = asks(&mut browser, "Ann.New@Else.example").await;
    assert_eq!(sent.location().as_deref(), Some("/account/address"));
    let page = browser.follow(sent).await;
    page.expects(200, "Waiting to be confirmed");
    let mail = links(&portal, new).await.remove(0);
    let link = path(&portal, &mail);
    // Until it is opened there, all is as it was.
    let page = portal.browser().signs_in(new, &ann.password).await;
    page.expects(422, "don’t go together");
    let reset = [("login", &*ann.email)];
    portal.browser().post("/forgot-password", &reset).await;
    for _ in 0..3 {
        let page = portal.browser().get(&link).await;
        page.expects(200, "Confirm this address");
    }
    let done = portal.browser().post(&link, &[]).await;
    done.expects(200, "Your address is confirmed");
    assert!(!done.opens());
    portal
        .browser()
        .post(&link, &[])
        .await
        .expects(404, "opens nothing");
    let page = portal.browser().signs_in(new, &ann.password).await;
    page.expects(200, "Your applications");
    let page = portal.browser().signs_in(&ann.email, &ann.password).await;
    page.expects(422, "don’t go together");
    let mails = portal.mails().await;
    let told = |kind: &str, to: &str| mails.iter().any(|one| one.kind == kind && one.to == to);
    assert!(told("address_asked", &ann.email) && !told("address_asked", new));
    assert!(told("address_changed", &ann.email) && told("address_changed", new));
    let changed = Event::AddressChanged {
        from: Some(ann.email.clone()),
        to: new.to_owned(),
    };
    assert!(
        portal
            .events(Some(ann.organization))
            .await
            .contains(&changed)
    );
    // Nothing that went to the old address is good any more.
    let open = "SELECT COUNT(*) FROM links WHERE purpose <> 'not_me' AND used_at IS NULL";
    assert_eq!(portal.count(open).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_proved_for_one_account_and_no_other_organization_sees_that() {
    let portal = Portal::with_mail().await;
    let (ann, mut browser) = signed_in(&portal, "acme").await;
    let (_, mut north) = signed_in(&portal, "north").await;
    let free = asks(&mut north, "free@else.example").await;
    let free_page = north.follow(free).await;
    let taken = asks(&mut north, &ann.email).await;
    assert_eq!(taken.location().as_deref(), Some("/account/address"));
    let taken_page = north.follow(taken).await;
    let shown = |page: &Answer, address: &str| {
        let (_, rest) = page.body.split_once("<main").unwrap();
        rest.replace(address, "ADDRESS")
    };
    assert_eq!(
        shown(&free_page, "free@else.example"),
        shown(&taken_page, &ann.email)
    );
    // Only who reads that mailbox learns more, and nothing changes.
    let mail = links(&portal, &ann.email).await.remove(0);
    let link = path(&portal, &mail);
    portal
        .browser()
        .get(&link)
        .await
        .expects(200, "Confirm this address");
    let page = portal.browser().post(&link, &[]).await;
    page.expects(200, "This address signs in another account");
    browser.get("/account").await.expects(200, &ann.email);
    let page = portal.browser().signs_in(&ann.email, &ann.password).await;
    page.expects(200, "ACME Works");
    let proved = "SELECT COUNT(*) FROM accounts WHERE email = 'ann@acme.example'";
    assert_eq!(portal.count(proved).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_squats_an_address_signs_in_with_it_no_more_than_anybody() {
    let portal = Portal::with_mail().await;
    let (ann, _) = signed_in(&portal, "acme").await;
    let north = portal.organization("north", Rule::Optional).await;
    let squatter = people::Person {
        name: Name::parse("Eve").unwrap(),
        login_name: "eve".parse().unwrap(),
        email: Some(ann.email.parse().unwrap()),
    };
    let actor = Actor::Operator("root".to_owned());
    let password = portcullis_core::credential::password::Password::typed("a password of hers 7");
    // The operator is told; an admin of another organization would not be.
    let made = people::create(
        &portal.app,
        &actor,
        &north,
        (squatter, password),
        Origin::default(),
    );
    assert_eq!(made.await.unwrap(), Err(people::NotAdded::EmailTaken));
    let page = portal
        .browser()
        .signs_in(&ann.email, "a password of hers 7")
        .await;
    page.expects(422, "don’t go together");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stolen_session_without_the_factor_changes_no_address() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let (app, _) = browser.enrolls(&portal, &ann).await;
    portal.gets_mail();
    portal.wait(Span::minutes(6));
    let asked = asks(&mut browser, "eve@evil.example").await;
    let to = "/step-up?act=address&return_to=%2Faccount%2Faddress";
    assert_eq!(asked.location().as_deref(), Some(to));
    assert!(portal.mails().await.is_empty());
    let events = portal.events(Some(acme.id)).await;
    assert!(events.contains(&Event::StepUpAsked { act: Act::Address }));
    let fields = [
        ("act", "address"),
        ("return_to", "/account/address"),
        ("code", &app.code(portal.now())),
    ];
    let answer = browser.post("/step-up", &fields).await;
    let page = browser.follow(answer).await;
    page.expects(200, "Change email address");
    let sent = asks(&mut browser, "ann@else.example").await;
    assert_eq!(sent.location().as_deref(), Some("/account/address"));
    assert_eq!(links(&portal, "ann@else.example").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_link_ends_the_one_before_and_there_are_five_an_hour() {
    let portal = Portal::with_mail().await;
    let (ann, mut browser) = signed_in(&portal, "acme").await;
    asks(&mut browser, &ann.email)
        .await
        .expects(422, "That address is yours already");
    asks(&mut browser, "ann at home")
        .await
        .expects(422, "doesn’t read as an email address");
    let mut paths = Vec::new();
    for number in 0..5 {
        let to = format!("ann{number}@else.example");
        assert_eq!(asks(&mut browser, &to).await.status, 303);
        paths.push(path(&portal, &links(&portal, &to).await[0]));
    }
    asks(&mut browser, "ann9@else.example")
        .await
        .expects(422, "Too many links were sent");
    portal
        .browser()
        .get(&paths[3])
        .await
        .expects(404, "opens nothing");
    portal
        .browser()
        .get(&paths[4])
        .await
        .expects(200, "Confirm this address");
    portal.wait(Span::hours(24));
    portal
        .browser()
        .post(&paths[4], &[])
        .await
        .expects(404, "opens nothing");
}

on_both! {
    async fn one_of_fifty_uses_the_link_and_one_of_two_accounts_gets_the_address(place: &Place) {
        let (here, there) = (Portal::on(place).await, Portal::on(place).await);
        here.gets_mail();
        let (_, mut ann) = signed_in(&here, "acme").await;
        let (_, mut eva) = signed_in(&here, "north").await;
        let email = "both@else.example";
        asks(&mut ann, email).await;
        asks(&mut eva, email).await;
        let mut running = Vec::new();
        for mail in links(&here, email).await {
            let (link, browsers) = (path(&here, &mail), copies(&here.browser(), &there, RACE / 2));
            running.push(tokio::spawn(async move { race(browsers, &link, &[]).await }));
        }
        let mut answers = Vec::new();
        for one in running {
            answers.extend(one.await.unwrap());
        }
        let done = answers.iter().filter(|one| one.says("Your address is confirmed"));
        assert_eq!(done.count(), 1);
        assert!(answers.iter().all(|one| one.status == 200 || one.status == 404));
        let proved = "SELECT COUNT(*) FROM accounts WHERE email = 'both@else.example'";
        assert_eq!(here.count(proved).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_throws_a_thief_out_ends_the_address_that_the_thief_asked_for() {
    let portal = Portal::with_mail().await;
    let (ann, _) = signed_in(&portal, "acme").await;
    let whose = (ann.organization, ann.id);
    let operator = Actor::Operator("operator@test".to_owned());
    for way in [
        "password",
        "sign out elsewhere",
        "sign out everywhere",
        "suspend",
    ] {
        let (mut thief, mut own) = (portal.browser(), portal.browser());
        let password = if way == "password" {
            ann.password.clone()
        } else {
            "a whole new phrase for ann".to_owned()
        };
        for browser in [&mut thief, &mut own] {
            browser.signs_in(&ann.login, &password).await;
        }
        let evil = format!("evil.{}@else.example", way.replace(' ', "-"));
        asks(&mut thief, &evil).await;
        let link = path(&portal, &links(&portal, &evil).await[0]);
        portal
            .browser()
            .get(&link)
            .await
            .expects(200, "Confirm this address");
        match way {
            "password" => {
                let new = "a whole new phrase for ann";
                let fields = [("current", &*ann.password), ("password", new)];
                let done = own.post("/account/password", &fields).await;
                assert_eq!(done.status, 303, "{}", done.body);
            }
            "sign out elsewhere" => {
                own.post("/account/sessions/end-others", &[]).await;
            }
            "sign out everywhere" => {
                let origin = Origin::default();
                let done = people::sign_out_everywhere(&portal.app, &operator, whose, origin).await;
                done.unwrap().unwrap();
            }
            _ => {
                for active in [false, true] {
                    let origin = Origin::default();
                    let done =
                        people::set_active(&portal.app, &operator, whose, active, origin).await;
                    done.unwrap().unwrap();
                }
            }
        }
        let answer = portal.browser().post(&link, &[]).await;
        answer.expects(404, "opens nothing");
        portal.wait(Span::minutes(61));
    }
    let other = "SELECT COUNT(*) FROM accounts WHERE email LIKE 'evil%'";
    assert_eq!(portal.count(other).await, 0);
}
