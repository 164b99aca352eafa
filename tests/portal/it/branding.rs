//! How an organization shows itself: an admin says whom its people are told to ask, and they see it from the
//! right password on, and nobody else does.

use portcullis_core::accent::Accent;
use portcullis_core::audit::Event;
use portcullis_core::branding::Look;
use portcullis_core::policy::Rule;
use portcullis_core::role::Role;
use portcullis_core::time::Span;

use super::help_desk::agent;
use crate::client::{Answer, Client};
use crate::portal::Portal;

const HOME: &str = "/admin/acme/branding";
/// The address of the instance's contact, as the configuration of these tests has it.
const INSTANCE: &str = "help@example.com";

/// Adds a contact; the form carries the version that the page has.
async fn adds(admin: &mut Client, label: &str, phone: &str, mail: &str) -> Answer {
    let page = admin.get(&format!("{HOME}/contacts/new")).await;
    let fields = [
        ("version", &*page.hidden("version")),
        ("label", label),
        ("phone", phone),
        ("mail", mail),
        ("hours", ""),
        ("note", ""),
    ];
    admin.post(&format!("{HOME}/contacts/new"), &fields).await
}

/// Deletes a contact, whose page before it says what that means.
async fn deletes(admin: &mut Client, number: u32, what: &str) {
    let path = format!("{HOME}/contacts/{number}/delete");
    let ask = admin.get(&path).await;
    ask.expects(200, what);
    let version = ask.hidden("version");
    let answer = admin.post(&path, &[("version", &version)]).await;
    assert_eq!(answer.location().as_deref(), Some(HOME));
}

/// Whether texts stand in an answer, in this order.
fn in_order(answer: &Answer, texts: &[&str]) -> bool {
    let at = |text: &&str| answer.body.find(*text);
    let places: Option<Vec<usize>> = texts.iter().map(at).collect();
    places.is_some_and(|places| places.is_sorted())
}

#[tokio::test(flavor = "multi_thread")]
async fn contacts_are_added_ordered_changed_and_deleted_and_each_change_is_in_the_log() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let page = admin.get(HOME).await;
    page.expects(200, "no contacts of its own yet");
    assert!(page.says(INSTANCE), "those that stand in are shown");

    for ((label, phone, mail), why) in [
        (("Night desk", "", ""), "By this alone nobody is reached"),
        (("", "118", ""), "Fill it in"),
        (("Night desk", "", "night at acme"), "Write it like"),
        (("Night\u{202e}desk", "118", ""), "can’t be seen"),
    ] {
        let refused = adds(&mut admin, label, phone, mail).await;
        assert_eq!(refused.status, 422, "{why}");
        assert!(refused.says(why), "{why}: {}", refused.body);
    }
    for (label, phone) in [("Night desk", "118"), ("Help desk", "117, option 2")] {
        let added = adds(&mut admin, label, phone, "").await;
        assert_eq!(added.location().as_deref(), Some(HOME), "{}", added.body);
    }
    let page = admin.get(HOME).await;
    assert!(in_order(&page, &["Night desk", "Help desk"]) && !page.says(INSTANCE));

    // Moved up; the same form again was made for the list as it was.
    let version = page.hidden("version");
    let fields = [("version", &*version), ("to", "up")];
    let to = format!("{HOME}/contacts/2/move");
    let moved = admin.post(&to, &fields).await;
    assert_eq!(moved.location().as_deref(), Some(HOME));
    admin
        .post(&to, &fields)
        .await
        .expects(409, "Somebody else changed it meanwhile");
    let page = admin.get(HOME).await;
    assert!(in_order(&page, &["Help desk", "Night desk"]));

    let form = admin.get(&format!("{HOME}/contacts/1")).await;
    form.expects(200, "117, option 2");
    let edited = |version: &str| {
        [
            ("version", version.to_owned()),
            ("label", "Service desk".to_owned()),
            ("phone", String::new()),
            ("mail", "Desk@Acme.example".to_owned()),
            ("hours", "always".to_owned()),
            ("note", "room 3".to_owned()),
        ]
    };
    for (version, status) in [(version.clone(), 409), (form.hidden("version"), 303)] {
        let fields = edited(&version);
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        let answer = admin.post(&format!("{HOME}/contacts/1"), &fields).await;
        assert_eq!(answer.status, status);
        // What was typed was meant for the list as it was.
        assert!(
            status == 303 || (answer.says("Service desk") && answer.hidden("version") == version)
        );
    }
    let page = admin.get(HOME).await;
    assert!(in_order(
        &page,
        &["Service desk", "desk@acme.example", "always", "room 3"]
    ));

    deletes(&mut admin, 2, "not told to ask there any more").await;
    deletes(&mut admin, 1, "the only contact of your organization").await;
    admin.get(HOME).await.expects(200, "no contacts of its own");
    admin
        .get(&format!("{HOME}/contacts/1"))
        .await
        .expects(404, "no such page");

    let changes: Vec<(usize, usize)> = portal
        .events(Some(acme.id))
        .await
        .into_iter()
        .filter_map(|event| match event {
            Event::ContactsChanged { from, to } => Some((from.len(), to.len())),
            _ => None,
        })
        .collect();
    assert_eq!(changes, [(0, 1), (1, 2), (2, 2), (2, 2), (2, 1), (1, 0)]);
    let log = admin.get("/admin/acme/audit").await;
    assert!(
        log.says("They are now") && log.says("Help desk, Night desk"),
        "{}",
        log.body
    );
    assert!(log.says("Those of the whole portal are shown"));
}

#[tokio::test(flavor = "multi_thread")]
async fn people_see_their_own_contacts_from_the_right_password_on_and_others_the_instances() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let globex = portal.organization("globex", Rule::Required).await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let own = "desk@acme.example";
    adds(&mut admin, "Acme desk", "+1 555 0199, option 7", own).await;

    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let instances = |answer: &Answer| answer.says(INSTANCE) && !answer.says(own);
    let acmes = |answer: &Answer| answer.says(own) && !answer.says(INSTANCE);
    assert!(instances(&browser.get("/sign-in").await));
    assert!(instances(&browser.get("/nowhere").await));
    assert!(instances(
        &browser.signs_in(&ann.login, "wrong password").await
    ));
    let answer = browser.signs_in(&ann.login, &ann.password).await;
    let wizard = browser.follow(answer).await;
    assert!(acmes(&wizard), "{}", wizard.body);
    assert!(wizard.body.contains("tel:+15550199\""), "what is dialed");
    let mut browser = portal.browser();
    browser.enrolls(&portal, &ann).await;
    for path in ["/", "/account", "/account/mfa", "/account/activity"] {
        assert!(acmes(&browser.get(path).await), "{path}");
    }
    // A refusal, too, knows whose session asks.
    let refused = browser.get("/admin/globex/access").await;
    assert!(refused.status == 404 && acmes(&refused), "{}", refused.body);
    let refused = browser.get("/account/mfa/devices/nothing/remove").await;
    assert!(refused.status == 404 && acmes(&refused));

    let gus = portal.person(&globex, "gus").await;
    let mut other = portal.browser();
    other.enrolls(&portal, &gus).await;
    assert!(instances(&other.get("/").await));

    // Mails and letters.
    portal.gets_mail();
    let invite = [
        ("name", "Cem"),
        ("login_name", "cem"),
        ("email", "cem@acme.example"),
        ("by", "mail"),
    ];
    let invited = admin.post("/admin/acme/access/invite", &invite).await;
    assert!(invited.location().is_some(), "{}", invited.body);
    let mails = portal.mails().await;
    assert!(mails.iter().any(|mail| mail.text.contains(own)));
    assert!(!mails.iter().any(|mail| mail.text.contains(INSTANCE)));
    portal.loses_mail();
    let invite = [("name", "Dan"), ("login_name", "dan"), ("email", "")];
    let letter = admin.post("/admin/acme/access/invite", &invite).await;
    letter.expects(200, "dan@acme");
    assert!(acmes(&letter));

    // Whoever answers for people's trust proves a device of the last minutes.
    portal.wait(Span::minutes(6));
    let form = admin.get(&format!("{HOME}/contacts/new")).await;
    let to = form.location().unwrap();
    assert!(to.starts_with("/step-up?act=people"), "{to}");
    let fields = [("version", "2"), ("label", "Thief"), ("phone", "666")];
    let answer = admin.post(&format!("{HOME}/contacts/new"), &fields).await;
    assert!(answer.location().unwrap().starts_with("/step-up"));
    assert!(!browser.get("/account").await.says("Thief"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_color_is_chosen_freely_and_colors_the_pages_and_mails_of_its_people_from_the_password_on()
 {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let version = admin.get(HOME).await.hidden("version");
    let form = |version: &str, name: &str, accent: &str| {
        [("version", version), ("name", name), ("accent", accent)]
            .map(|(field, value)| (field, value.to_owned()))
    };
    let mut saves = async |fields: [(&'static str, String); 3]| {
        let fields = fields.each_ref().map(|(name, value)| (*name, &**value));
        admin.post(HOME, &fields).await
    };
    for (accent, name, why) in [
        ("red", "Acme", "Write it like #c8102e"),
        ("#ff;}body{display:none", "Acme", "Write it like #c8102e"),
        ("#ffd500", " ", "Fill it in"),
    ] {
        saves(form(&version, name, accent)).await.expects(422, why);
    }
    let saved = saves(form(&version, "Acme & Sons", "FFD500")).await;
    assert_eq!(
        saved.location().as_deref(),
        Some("/admin/acme/branding?saved")
    );
    let stale = saves(form(&version, "Acme", "")).await;
    stale.expects(409, "Somebody else changed it meanwhile");
    let page = admin.get("/admin/acme/branding?saved").await;
    page.expects(200, "Darker than chosen");
    assert!(!page.says("Lighter than chosen"));

    // The sheet is one of the portal's own files, and no page has a style of its own.
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    let before = browser.get("/sign-in").await;
    assert!(!before.says("accent-") && !before.says("Sons"));
    let answer = browser.signs_in(&ann.login, &ann.password).await;
    let wizard = browser.follow(answer).await;
    let sheet = wizard.between(r#"href="/assets/accent-"#, "\"");
    assert!(sheet.starts_with("ffd500-") && !wizard.says("style="));
    let css = browser.get(&format!("/assets/accent-{sheet}")).await;
    css.expects(200, "@media screen{:root{--accent:#");
    assert_eq!(css.headers["content-type"], "text/css; charset=utf-8");
    let policy = wizard.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("style-src 'self';"), "{policy}");

    portal.gets_mail();
    let invite = [
        ("name", "Cem"),
        ("login_name", "cem"),
        ("email", "cem@acme.example"),
        ("by", "mail"),
    ];
    admin.post("/admin/acme/access/invite", &invite).await;
    let mails = portal.mails().await;
    let html = &mails.last().unwrap().html;
    assert!(
        !html.contains("#274690") && html.contains("#ffd500"),
        "{html}"
    );

    let event = Event::BrandingChanged {
        from: acme.branding.look(),
        to: Look {
            name: "Acme & Sons".to_owned(),
            accent: Some(Accent("#ffd500".parse().unwrap())),
        },
    };
    assert!(portal.events(Some(acme.id)).await.contains(&event));
}
