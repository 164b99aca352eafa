//! Proving an address and changing it: by whoever reads its mail, after a fresh proof, for one account.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::id::AccountId;
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Grant, Role, Scope};
use portcullis_core::sign_in::Act;
use portcullis_core::time::Span;
use portcullis_server::people;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, accounts, on_both};

use crate::client::{Answer, Client};
use crate::it::help_desk::agent;
use crate::it::races::{RACE, copies, race};
use crate::it::verified::called_back;
use crate::portal::{CaughtMail, Person, Portal};

pub async fn asks(browser: &mut Client, email: &str) -> Answer {
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
    let done = browser.post(&link, &[]).await;
    done.expects(200, "Your address is confirmed");
    assert!(!done.opens());
    browser.post(&link, &[]).await.expects(404, "opens nothing");
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
    let page = north.post(&link, &[]).await;
    page.expects(200, "This address signs in another account");
    browser.get("/account").await.expects(200, &ann.email);
    let page = portal.browser().signs_in(&ann.email, &ann.password).await;
    page.expects(200, "ACME Works");
    let proved = "SELECT COUNT(*) FROM accounts WHERE email = 'ann@acme.example'";
    assert_eq!(portal.count(proved).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_holder_of_a_mailbox_proves_it_for_no_account_that_somebody_else_made() {
    let portal = Portal::with_mail().await;
    let (_, mut thief) = signed_in(&portal, "acme").await;
    let victim = "victim@else.example";
    asks(&mut thief, victim).await;
    let link = path(&portal, &links(&portal, victim).await[0]);
    let (_, mut neighbor) = signed_in(&portal, "north").await;
    for browser in [&mut portal.browser(), &mut neighbor] {
        let answer = browser.post(&link, &[]).await;
        let to = answer.location().unwrap();
        assert!(to.starts_with("/sign-in"), "{to}");
    }
    let proved = "SELECT COUNT(*) FROM accounts WHERE email = 'victim@else.example'";
    assert_eq!(portal.count(proved).await, 0);
    // It takes both: the mailbox and the account.
    thief
        .post(&link, &[])
        .await
        .expects(200, "Your address is confirmed");
}

/// Invites somebody by mail, and accepts; gives the person's id.
async fn joins(
    portal: &Portal,
    (organization, admin): (&Organization, AccountId),
    login: &str,
    email: &str,
) -> AccountId {
    let person = people::Person {
        name: Name::parse("Zoe").unwrap(),
        login_name: login.parse().unwrap(),
        email: Some(email.parse().unwrap()),
    };
    // As an admin of one organization among several, who vouches for no address.
    let actor = Actor::Person {
        account: admin,
        organization: organization.id,
        grants: vec![Grant {
            role: Role::Admin,
            scope: Some(organization.id),
            until: None,
        }],
    };
    let invited = people::invite_by_mail(
        &portal.app,
        &actor,
        organization,
        (person, email.parse().unwrap()),
        Origin::default(),
    )
    .await;
    assert!(invited.unwrap().is_ok());
    let mails = portal.mails().await;
    let mail = mails.iter().rev().find(|one| one.to == email).unwrap();
    let start = format!("{}/invitation/", portal.url);
    let (_, rest) = mail.text.split_once(&start).expect("a link");
    let token: String = rest.chars().take_while(|c| !c.is_whitespace()).collect();
    let fields = [("password", "a password of hers 7")];
    let path = format!("/invitation/{token}");
    let accepted = portal.browser_behind(77).post(&path, &fields).await;
    assert!(accepted.opens(), "{}", accepted.body);
    let id = organization.id;
    let login = login.parse().unwrap();
    let unit =
        async move |tx: &mut Tx<'_>| accounts::by_login_name(tx, Scope::of(id), &login).await;
    portal.app.store.read(unit).await.unwrap().unwrap().id
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_does_not_see_that_an_address_is_proved_in_another_organization() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let (mut admin, _, abe) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    portal.gets_mail();
    let (ann, _) = signed_in(&portal, "north").await;
    let mut seen = Vec::new();
    for (login, email) in [("one", &*ann.email), ("two", "free@else.example")] {
        let id = joins(&portal, (&acme, abe.id), login, email).await;
        let page = admin.get(&format!("/admin/acme/access/{id}")).await;
        page.expects(200, "Zoe");
        let plain = |page: &Answer| {
            let (_, rest) = page.body.split_once("<main").unwrap();
            let login_name = format!(">{login}@acme<");
            let session = page.between("/sign-out?session=", "\"");
            rest.replace(&session, "SESSION")
                .replace(email, "ADDRESS")
                .replace(&id.to_string(), "ID")
                .replace(&login_name, ">LOGIN<")
                .replace(&format!("{login}@acme"), "LOGIN")
                .replace(&format!("<bdi>{login}</bdi>"), "LOGIN")
        };
        seen.push(plain(&page));
    }
    assert_eq!(seen[0], seen[1]);
    let file = admin.post("/admin/acme/access/export", &[]).await;
    file.expects(200, "free@else.example");
    assert!(
        !file.body.contains(",yes,active,not_enabled"),
        "{}",
        file.body
    );
    let events = portal.events(Some(acme.id)).await;
    let shown = events.iter().filter(|one| **one == Event::EmailProved);
    assert_eq!(shown.count(), 2);
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
            let link = path(&here, &mail);
            let whose = if ann.get(&link).await.says("ann@acme") { &ann } else { &eva };
            let browsers = copies(whose, &there, RACE / 2);
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
                let done = people::sign_out_everywhere(
                    &portal.app,
                    &operator,
                    whose,
                    called_back(),
                    origin,
                )
                .await;
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
