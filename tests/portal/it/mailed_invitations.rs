//! An invitation by mail: sent, sent again, taken back, run out, and accepted once by whoever reads the
//! mail of the invited address.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::credential::password::Password;
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_core::time::Span;
use portcullis_server::{instance, people};
use portcullis_store::on_both;
use portcullis_store::organizations::Organization;

use super::races::{RACE, by_status, copies, race, sessions};
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

const PASSWORD: &str = "plum teapot ladder";

/// An owner at the administration of a portal that sends mail from then on.
async fn owner(portal: &Portal, acme: &Organization) -> (Client, Person) {
    let owner = enrolled(portal, acme).await;
    portal.gets_mail();
    owner
}

/// An owner at the administration.
async fn enrolled(portal: &Portal, acme: &Organization) -> (Client, Person) {
    let olga = portal.person(acme, "olga").await;
    let made = instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id);
    made.await.unwrap().unwrap();
    let mut browser = portal.browser();
    browser.enrolls(portal, &olga).await;
    (browser, olga)
}

async fn invites(owner: &mut Client, email: &str) -> Answer {
    let fields = [
        ("name", "Greta Guest"),
        ("login_name", "greta"),
        ("email", email),
        ("by", "mail"),
    ];
    owner.post("/admin/acme/access/invite", &fields).await
}

/// The paths of the links that were mailed as invitations, oldest first.
async fn links(portal: &Portal) -> Vec<String> {
    let mails = portal.mails().await.into_iter();
    let mails = mails.filter(|mail| mail.kind == "invitation");
    let link = |text: &str| {
        let line = text
            .lines()
            .find(|line| line.starts_with("http"))
            .unwrap()
            .to_owned();
        line.strip_prefix(&portal.url).unwrap().to_owned()
    };
    mails.map(|mail| link(&mail.text)).collect()
}

/// The address of the page of the one open invitation.
async fn page_of(owner: &mut Client) -> String {
    let access = owner.get("/admin/acme/access").await;
    let (_, rest) = access.body.split_once("/access/invitation/").unwrap();
    let (id, _) = rest.split_once('"').unwrap();
    format!("/admin/acme/access/invitation/{id}")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mailed_link_works_once_however_often_it_is_looked_at_and_proves_the_address() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let (mut owner, _) = owner(&portal, &acme).await;
    let page = owner.get("/admin/acme/access/invite").await;
    page.expects(200, "Send the invitation")
        .expects(200, "Make a sheet instead");
    invites(&mut owner, "")
        .await
        .expects(422, "Fill it in to go on");
    assert!(links(&portal).await.is_empty());
    let sent = invites(&mut owner, "Greta@Example.com").await;
    let access = owner.follow(sent).await;
    access
        .expects(200, "Greta Guest")
        .expects(200, "Mailed to <bdi>greta@example.com</bdi>");

    let mails = portal.mails().await;
    let mail = mails.iter().find(|mail| mail.kind == "invitation").unwrap();
    assert_eq!(mail.to, "greta@example.com");
    assert_eq!(mail.subject, "Your invitation to ACME Works");
    let path = links(&portal).await.remove(0);
    let token = path.strip_prefix("/invitation/").unwrap();
    assert_eq!(token.len(), 43, "256 bits");
    assert!(mail.html.contains(&format!("{}{path}", portal.url)) && !mail.subject.contains(token));
    assert!(!access.says(token));

    for _ in 0..3 {
        portal.browser().get(&path).await.expects(200, "greta@acme");
    }
    // It is no code to be typed, and a code opens no mailed one.
    let typed = portal
        .browser()
        .post("/invitation", &[("code", token)])
        .await;
    typed.expects(422, "That code opens no invitation");
    let mut greta = portal.browser();
    let accepted = greta.post(&path, &[("password", PASSWORD)]).await;
    greta
        .follow(accepted)
        .await
        .expects(200, "Your applications");
    for _ in 0..2 {
        assert_eq!(portal.browser().get(&path).await.status, 404);
        let again = portal
            .browser()
            .post(&path, &[("password", PASSWORD)])
            .await;
        assert_eq!(again.status, 404);
    }
    let events = portal.events(Some(acme.id)).await;
    assert!(
        events
            .iter()
            .any(|event| matches!(event, Event::InvitationAccepted { .. }))
    );
    let mut greta = portal.browser();
    let page = greta.signs_in("greta@example.com", PASSWORD).await;
    page.expects(200, "Your applications");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_link_ends_the_one_before_and_none_is_sent_within_a_minute() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let (mut owner, _) = owner(&portal, &acme).await;
    invites(&mut owner, "greta@example.com").await;
    let page = page_of(&mut owner).await;
    let again = format!("{page}/send-again");
    owner
        .get(&page)
        .await
        .expects(200, "Send it again")
        .expects(200, "Take the invitation back");
    owner
        .post(&again, &[])
        .await
        .expects(429, "only just been sent");
    // Nor by inviting once more, to another name, or after taking it back.
    let by_form = async |owner: &mut Client, login_name: &str, email: &str| {
        let fields = [
            ("name", "Greta Guest"),
            ("login_name", login_name),
            ("email", email),
            ("by", "mail"),
        ];
        owner.post("/admin/acme/access/invite", &fields).await
    };
    for (login_name, email) in [
        ("greta", "greta@example.com"),
        ("greta2", "greta@example.com"),
        ("greta", "g@example.com"),
    ] {
        let refused = by_form(&mut owner, login_name, email).await;
        refused.expects(429, "less than a minute ago");
    }
    assert_eq!(links(&portal).await.len(), 1);
    let invited = "SELECT COUNT(*) FROM invitations";
    assert_eq!(
        portal.count(invited).await,
        1,
        "and the one that is open stays"
    );
    portal.wait(Span::minutes(1));
    let sent = owner.post(&again, &[]).await;
    assert_eq!(sent.location().as_deref(), Some(page.as_str()));
    let [first, second] = &links(&portal).await[..] else {
        panic!()
    };
    assert_eq!(portal.browser().get(first).await.status, 404);
    assert_eq!(
        portal
            .browser()
            .post(first, &[("password", PASSWORD)])
            .await
            .status,
        404
    );
    // It is good for three days from now on, and not a moment longer.
    portal.wait(Span::millis(72 * 60 * 60 * 1000 - 1));
    portal
        .browser()
        .get(second)
        .await
        .expects(200, "Accept the invitation");
    portal.wait(Span::millis(1));
    assert_eq!(portal.browser().get(second).await.status, 404);
    assert_eq!(
        portal
            .browser()
            .post(second, &[("password", PASSWORD)])
            .await
            .status,
        404
    );
    assert_eq!(portal.count("SELECT COUNT(*) FROM accounts").await, 1);
    let events = portal.events(Some(acme.id)).await;
    assert!(events.iter().any(|event| matches!(event, Event::InvitationSentAgain { login_name, .. } if login_name == "greta")));
}

on_both! {
    async fn of_many_forms_for_one_mailbox_one_is_mailed_and_taking_back_makes_no_room(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Off).await;
        let (owner, _) = owner(&portal, &acme).await;
        let form = [("name", "Greta Guest"), ("login_name", "greta"), ("email", "greta@example.com"), ("by", "mail")];
        let form = form.map(|(name, value)| (name, value.to_owned()));
        let answers = race(copies(&owner, &portal, RACE), "/admin/acme/access/invite", &form).await;
        assert_eq!(by_status(&answers), [(303, 1), (429, RACE - 1)].into());
        assert_eq!(links(&portal).await.len(), 1);
        let mut owner = owner;
        let page = page_of(&mut owner).await;
        owner.post(&format!("{page}/revoke"), &[]).await;
        invites(&mut owner, "greta@example.com").await.expects(429, "less than a minute ago");
        portal.wait(Span::minutes(1));
        assert_eq!(invites(&mut owner, "greta@example.com").await.status, 303);
        assert_eq!(links(&portal).await.len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_back_opens_nothing() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let north = portal.organization("north", Rule::Off).await;
    let (mut owner, _) = owner(&portal, &acme).await;
    invites(&mut owner, "greta@example.com").await;
    let page = page_of(&mut owner).await;
    // Under another organization's address there is no such invitation.
    let elsewhere = page.replace("/acme/", "/north/");
    assert_eq!(owner.get(&elsewhere).await.status, 404);
    assert_eq!(
        owner.post(&format!("{elsewhere}/revoke"), &[]).await.status,
        404
    );
    // Looking takes nothing back.
    owner.get(&page).await.expects(200, "stops working at once");
    let path = links(&portal).await.remove(0);
    portal
        .browser()
        .get(&path)
        .await
        .expects(200, "Accept the invitation");
    let revoked = owner.post(&format!("{page}/revoke"), &[]).await;
    owner
        .follow(revoked)
        .await
        .expects(200, "None. An invitation stays here");
    for _ in 0..2 {
        assert_eq!(portal.browser().get(&path).await.status, 404);
        assert_eq!(
            portal
                .browser()
                .post(&path, &[("password", PASSWORD)])
                .await
                .status,
            404
        );
        assert_eq!(owner.post(&format!("{page}/revoke"), &[]).await.status, 404);
        assert_eq!(
            owner.post(&format!("{page}/send-again"), &[]).await.status,
            404
        );
    }
    assert_eq!(
        (
            links(&portal).await.len(),
            portal.count("SELECT COUNT(*) FROM accounts").await
        ),
        (1, 1)
    );
    let events = portal.events(Some(acme.id)).await;
    let revoked = |event: &&Event| matches!(event, Event::InvitationRevoked { .. });
    assert_eq!(events.iter().filter(revoked).count(), 1);
    assert!(
        !portal
            .events(Some(north.id))
            .await
            .iter()
            .any(|event| revoked(&event))
    );

    // A sheet can be taken back, too, but not sent.
    let letter = portal.letter(&acme, "greta").await;
    let page = page_of(&mut owner).await;
    assert!(!owner.get(&page).await.says("Send it again"));
    assert_eq!(
        owner.post(&format!("{page}/send-again"), &[]).await.status,
        404
    );
    owner.post(&format!("{page}/revoke"), &[]).await;
    let path = format!("/invitation/{}", letter.code.shown());
    assert_eq!(portal.browser().get(&path).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_else_set_up_under_the_address_survives_nowhere() {
    // security.md EN-7: an account with the victim's address, made before by somebody else, with a
    // password and a device that the victim never saw.
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let evil = portal.organization("evil", Rule::Off).await;
    let admin = portal.person(&evil, "admin").await;
    let grant = portcullis_core::role::Grant {
        role: portcullis_core::role::Role::Admin,
        scope: Some(evil.id),
        until: None,
    };
    let actor = Actor::Person {
        account: admin.id,
        organization: evil.id,
        grants: vec![grant],
    };
    let squatter = people::Person {
        name: Name::parse("Greta Guest").unwrap(),
        login_name: "greta".parse().unwrap(),
        email: Some("greta@example.com".parse().unwrap()),
    };
    let typed = Password::typed("the attackers own words");
    people::create(
        &portal.app,
        &actor,
        &evil,
        (squatter, typed),
        Origin::default(),
    )
    .await
    .unwrap()
    .unwrap();
    let mut attacker = portal.browser();
    let in_already = attacker
        .signs_in("greta@evil", "the attackers own words")
        .await;
    in_already.expects(200, "Your applications");

    let (mut owner, _) = owner(&portal, &acme).await;
    invites(&mut owner, "greta@example.com").await;
    let path = links(&portal).await.remove(0);
    let mut greta = portal.browser();
    let accepted = greta.post(&path, &[("password", PASSWORD)]).await;
    greta.follow(accepted).await.expects(200, "ACME Works");

    // The address signs in to the invited account and nowhere else.
    let refused = portal
        .browser()
        .signs_in("greta@example.com", "the attackers own words")
        .await;
    refused.expects(422, "Log in");
    let page = portal
        .browser()
        .signs_in("greta@example.com", PASSWORD)
        .await;
    page.expects(200, "ACME Works");
    let sql = "SELECT COUNT(*) FROM accounts WHERE email = 'greta@example.com' AND email_proved_at IS NOT NULL";
    assert_eq!(portal.count(sql).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_nothing_is_mailed_and_nothing_says_so() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let (mut owner, _) = enrolled(&portal, &acme).await;
    let page = owner.get("/admin/acme/access/invite").await;
    assert!(page.says("Make the invitation") && !page.says("Send the invitation"));
    // Whoever asks for a mail all the same gets a sheet.
    invites(&mut owner, "greta@example.com")
        .await
        .expects(200, "This sheet is shown only now");
    assert!(portal.mails().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_header_gets_into_the_mailed_link() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Off).await;
    let (mut owner, _) = owner(&portal, &acme).await;
    portal.decides(|it| it.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()]);
    for (number, lie) in super::host::LIES.into_iter().enumerate() {
        let body = format!(
            "name=Greta&login_name=greta{number}&email=greta{number}%40example.com&by=mail"
        );
        let form = ("content-type", "application/x-www-form-urlencoded");
        let sent: Vec<_> = lie.iter().copied().chain([form]).collect();
        let path = "/admin/acme/access/invite";
        let answer = owner
            .send(hyper::Method::POST, path, &sent, body.into())
            .await;
        assert_eq!(answer.status, 303, "{lie:?}");
    }
    let mails = portal.mails().await;
    let mails: Vec<_> = mails
        .iter()
        .filter(|mail| mail.kind == "invitation")
        .collect();
    assert_eq!(mails.len(), super::host::LIES.len());
    for mail in mails {
        assert!(
            !mail.text.contains("evil")
                && !mail.html.contains("evil")
                && !mail.html.contains("666")
        );
        assert!(
            mail.html
                .contains(&format!("href=\"{}/invitation/", portal.url))
        );
    }
}

on_both! {
    async fn of_fifty_acceptances_by_one_mailed_link_one_wins(place: &Place) {
        let (portal, node) = (Portal::on(place).await, Portal::on(place).await);
        portal.gets_mail();
        let north = portal.organization("north", Rule::Off).await;
        let person = people::Person {
            name: Name::parse("Greta").unwrap(),
            login_name: "greta".parse().unwrap(),
            email: None,
        };
        let to = "greta@example.com".parse().unwrap();
        let sent = people::invite_by_mail(&portal.app, &Actor::System, &north, (person, to), Origin::default()).await;
        sent.unwrap().unwrap();
        let path = links(&portal).await.remove(0);
        let fields = [("password", "a wholly new password".to_owned())];
        let answers = race(copies(&portal.browser(), &node, RACE), &path, &fields).await;
        assert_eq!(sessions(&answers), 1, "{:?}", by_status(&answers));
        assert!(!by_status(&answers).contains_key(&500), "{:?}", by_status(&answers));
        assert_eq!(portal.count("SELECT COUNT(*) FROM accounts WHERE email_proved_at IS NOT NULL").await, 1);
        assert_eq!(portal.count("SELECT COUNT(*) FROM accounts").await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_mfa_is_required_whoever_accepts_is_led_to_the_wizard_at_once() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut owner, _) = owner(&portal, &acme).await;
    invites(&mut owner, "greta@example.com").await;
    let path = links(&portal).await.remove(0);
    let mut greta = portal.browser();
    let accepted = greta.post(&path, &[("password", PASSWORD)]).await;
    // Accepting an invitation counts as proof (product.md: First set-up).
    greta
        .follow(accepted)
        .await
        .expects(200, "I already have an app");
}
