//! The portal `managed_service_provider` of product.md: a member asks for MFA, the help desk turns it on for that account
//! alone, where nobody else needs it, and then it is asked for at the portal and at the logon to a remote computer.

use std::net::Ipv4Addr;

use super::chromium::Chromium;
use super::company::{Company, address, name};
use super::phone::Phone;
use super::steps::GUEST_PASSWORD;
use super::window::{Browser, Look};
use crate::it::radius_clients::{Asker, Door};
use crate::it::radius_ssh::{Computer, HINT};
use crate::portal::Portal;

/// Of each contact: name, phone and menu option, mail, hours, note.
const CONTACTS: [[&str; 5]; 2] = [
    [
        "Help desk of Acme",
        "+1 555 0177, option 4",
        "desk@acme.example",
        "Monday to Friday, 7:00 to 19:00",
        "Have your staff number ready",
    ],
    [
        "On call",
        "+1 555 0178, option 1",
        "nights@acme.example",
        "Nights and weekends",
        "For what can’t wait",
    ],
];

/// What the owner does once: the contacts, a RADIUS client whose secret goes into the computer's file, the computer on
/// the dashboards, and that a password is enough for a first set-up.
async fn prepares(ann: &Browser, portal: &Portal) -> (Door, Computer) {
    ann.opens_the_administration("Ann Bauer").await;
    ann.clicks("Branding").await;
    ann.arrives_at("Branding").await;
    for [name, phone, mail, hours, note] in CONTACTS {
        ann.clicks("Add a contact").await;
        ann.arrives_at("Add a contact").await;
        ann.types("Name", name).await;
        ann.types("Phone (optional)", phone).await;
        ann.types("Email (optional)", mail).await;
        ann.types("Hours (optional)", hours).await;
        ann.types("Note (optional)", note).await;
        ann.clicks("Add a contact").await;
        ann.arrives_at("Branding").await;
    }
    ann.clicks("Policy").await;
    ann.arrives_at("Policy").await;
    ann.ticks("Nothing").await;
    ann.clicks("Save the policy").await;
    ann.sees("The policy is saved").await;

    let door = Door::of(portal).await;
    let at = door.at;
    portal.decides(|settings| settings.radius = Some(at));
    ann.clicks("Remote logon").await;
    ann.arrives_at("Remote logon").await;
    ann.clicks("Add a RADIUS client").await;
    ann.arrives_at("Add a RADIUS client").await;
    let address = Ipv4Addr::new(127, 19, 0, 1);
    ann.types("Name", "web-1").await;
    ann.types("Address or network", &address.to_string()).await;
    ann.ticks("Not required").await;
    ann.clicks("Add a RADIUS client").await;
    ann.arrives_at("Secret of web-1").await;
    let secret = ann.word_after(&format!("{at} ")).await;
    assert_eq!(secret.len(), 32, "{secret}");
    ann.clicks("I have written it down").await;
    ann.arrives_at("Remote logon").await;
    let asker = Asker {
        name: "web-1".to_owned(),
        address,
        secret,
        at,
    };
    let computer = Computer::start(&asker, &["eva"]);
    ann.clicks("Add a remote computer").await;
    ann.arrives_at("Add a remote computer").await;
    ann.types("Name", "Web server").await;
    let address = format!("127.0.0.1:{}", computer.port);
    ann.types("Address", &address).await;
    ann.clicks("Add a remote computer").await;
    ann.arrives_at("Remote logon").await;
    ann.sees("Everyone sees it").await;
    (door, computer)
}

/// Dora of the help desk, who has set up her phone, as whoever administers must.
async fn appoints_dora(company: &Company, dora: &Browser) {
    company.appoints("dora", "Help desk").await;
    dora.signs_in("dora@acme", GUEST_PASSWORD).await;
    dora.goes_through_the_wizard(&company.portal).await;
}

async fn shows_the_contacts(browser: &Browser) {
    for contact in CONTACTS {
        for words in contact {
            browser.sees(words).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "one story, one step after the other")]
async fn managed_service_provider() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let company = Company::founded(chromium, "Off", Look::DESK).await;
    let (portal, mailbox) = (&company.portal, &company.mailbox);
    let (_door, computer) = prepares(&company.ann, portal).await;
    let eva_login = computer.people[0].as_str();
    let [eva, tom] = [eva_login, "tom"].map(address);
    let eva_name = name(eva_login);
    company.invites_many(&[eva_login, "dora", "tom"]).await;
    let desk = company.opens(Look::DESK).await;
    for who in ["tom", "dora"] {
        company.accepts(&desk, who).await;
        desk.signs_out(&name(who)).await;
    }
    appoints_dora(&company, &desk).await;

    // 1. A member of an organization where MFA is off asks for it; the contacts stand beside the button.
    let browser = company.opens(Look::PHONE).await;
    company.accepts(&browser, eva_login).await;
    browser.clicks(&eva_name).await;
    browser.clicks("Edit profile").await;
    browser.arrives_at("Edit profile").await;
    shows_the_contacts(&browser).await;
    browser
        .clicks("Ask the help desk to turn MFA on for me")
        .await;
    browser.arrives_at("Requests to the help desk").await;
    browser.sees("Your help desk has your request").await;
    browser.sees("hasn’t answered yet").await;

    // 2. The help desk hears of it, sees it and turns MFA on for that account alone.
    for [_, _, address, _, _] in CONTACTS {
        let link = mailbox.link(address).await;
        assert!(link.starts_with("/admin/acme/requests"), "{link}");
    }
    desk.opens_the_administration("Person dora").await;
    desk.clicks("Requests 1").await;
    desk.arrives_at("Requests").await;
    desk.clicks(&eva_name).await;
    desk.arrives_at(&format!("{eva_name}: Turn MFA on")).await;
    desk.clicks("Turn MFA on").await;
    desk.sees("MFA was turned on").await;
    desk.clicks("Requests").await;
    desk.sees("Nobody is waiting").await;

    // Without MFA nobody gets a shell: the computer says where to set it up.
    let way = format!("ssh -p {} {}@127.0.0.1", computer.port, eva_login);
    let logon = computer.runs(&way, GUEST_PASSWORD, "").await;
    assert!(!logon.shell && logon.tells(HINT), "{}", logon.said);

    // 3. At the next sign-in the wizard comes; the key is typed by hand this time.
    let browser = company.opens(Look::DESK).await;
    browser.signs_in(&eva, GUEST_PASSWORD).await;
    browser.arrives_at("Get an authenticator app").await;
    browser
        .sees("From now on, signing in will ask for your password and a code")
        .await;
    browser
        .sees("Any other app works too, if it reads standard keys")
        .await;
    browser
        .sees("Questions about an app that isn’t listed? Ask the contacts")
        .await;
    shows_the_contacts(&browser).await;
    browser.clicks("Ente Auth").await;
    browser.sees("Get it for a computer").await;
    let scanned = browser.scans().await;
    browser
        .clicks("Show secret key for manual configuration")
        .await;
    browser.sees("Time-based, six digits").await;
    let text = browser.text().await;
    let (_, key) = text.split_once("manual configuration ").unwrap();
    let key: Vec<&str> = key
        .split(' ')
        .take_while(|word| word.len() == 4 && *word != "Copy")
        .collect();
    let phone = Phone::with_key(&key.concat());
    assert_eq!(
        phone.code(portal.now()),
        scanned.code(portal.now()),
        "{key:?}"
    );
    browser
        .gives_code(&phone.code(portal.now()), "Enable")
        .await;
    browser.stores_the_codes().await;
    browser.arrives_at("Your applications").await;

    // 4. From then on a new screen comes after "Log in", and "Submit code" goes on.
    for look in [Look::PHONE, Look::DESK.without_scripts()] {
        let browser = company.opens(look).await;
        browser
            .signs_in_with(portal, &phone, &eva, GUEST_PASSWORD)
            .await;
        browser.sees("Web server").await;
    }

    // 5. The dashboard says how to get to the remote computer; there, password and code open a shell.
    browser
        .sees("you are asked for your password, then for a code")
        .await;
    browser.sees(&format!("Log on as {eva_login}")).await;
    browser.sees(&way).await;
    portal.wait_for_next_code();
    let code = phone.code(portal.now());
    let logon = computer.runs(&way, GUEST_PASSWORD, &code).await;
    assert!(logon.shell, "{:?} {}", logon.asked, logon.said);
    assert!(!computer.runs(&way, GUEST_PASSWORD, &code).await.shell);

    // Nobody else in the organization is asked.
    browser.signs_out(&eva_name).await;
    browser.signs_in(&tom, GUEST_PASSWORD).await;
    browser.arrives_at("Your applications").await;
}
