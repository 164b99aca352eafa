//! The portal `managed_service_provider` of product.md: a member asks for MFA, the help desk turns it on for that account
//! alone, where nobody else needs it, and then it is asked for at the portal and at the logon to a remote computer.

use std::net::Ipv4Addr;

use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_server::instance;
use portcullis_store::organizations::Organization;

use super::chromium::Chromium;
use super::phone::Phone;
use super::window::Look;
use crate::it::help_desk::appoints;
use crate::it::radius_clients::{Asker, Door};
use crate::it::radius_ssh::{Computer, HINT};
use crate::portal::Portal;

/// What an owner does once: a RADIUS client whose secret goes into the computer's file, and the computer on
/// the dashboards.
async fn has_a_remote_computer(
    portal: &Portal,
    chromium: &'static Chromium,
    whose: &Organization,
) -> (Door, Computer) {
    let door = Door::of(portal).await;
    let at = door.at;
    portal.decides(|settings| settings.radius = Some(at));
    let olga = portal.person(whose, "olga").await;
    let scope = Scope::of(whose.id);
    instance::make_owner(&portal.app, &Actor::System, scope, olga.id)
        .await
        .unwrap()
        .unwrap();
    let (app, _) = portal.browser().enrolls(portal, &olga).await;
    let phone = Phone::with_key(app.key());
    let browser = chromium.opens(portal, Look::DESK).await;
    browser
        .signs_in_with(portal, &phone, &olga.email, &olga.password)
        .await;
    browser.opens_the_administration("Person olga").await;
    browser.clicks("Remote logon").await;
    browser.arrives_at("Remote logon").await;
    browser.clicks("Add a RADIUS client").await;
    browser.arrives_at("Add a RADIUS client").await;
    let address = Ipv4Addr::new(127, 19, 0, 1);
    browser.types("Name", "web-1").await;
    browser
        .types("Address or network", &address.to_string())
        .await;
    browser.ticks("Not required").await;
    browser.clicks("Add a RADIUS client").await;
    browser.arrives_at("Secret of web-1").await;
    let secret = browser.word_after(&format!("{at} ")).await;
    assert_eq!(secret.len(), 32, "{secret}");
    browser.clicks("I have written it down").await;
    browser.arrives_at("Remote logon").await;
    let asker = Asker {
        name: "web-1".to_owned(),
        address,
        secret,
        at,
    };
    let computer = Computer::start(&asker, &["eva"]);
    browser.clicks("Add a remote computer").await;
    browser.arrives_at("Add a remote computer").await;
    browser.types("Name", "Web server").await;
    let address = format!("127.0.0.1:{}", computer.port);
    browser.types("Address", &address).await;
    browser.clicks("Add a remote computer").await;
    browser.arrives_at("Remote logon").await;
    browser.sees("Everyone sees it").await;
    (door, computer)
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "one story, one step after the other")]
async fn managed_service_provider() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let (_door, computer) = has_a_remote_computer(&portal, chromium, &north).await;
    let eva = portal.person(&north, &computer.people[0]).await;
    let tom = portal.person(&north, "tom").await;
    let dora = portal.person(&north, "dora").await;
    appoints(&portal, &north, &dora, Role::Helpdesk).await;
    let (app, _) = portal.browser().enrolls(&portal, &dora).await;
    let desk_phone = Phone::with_key(app.key());

    // 1. A member of an organization where MFA is off asks for it; the contacts stand beside the button.
    portal.gets_mail();
    let browser = chromium.opens(&portal, Look::PHONE).await;
    browser.signs_in(&eva.email, &eva.password).await;
    browser.arrives_at("Your applications").await;
    let eva_name = format!("Person {}", computer.people[0]);
    browser.clicks(&eva_name).await;
    browser.clicks("Edit profile").await;
    browser.arrives_at("Edit profile").await;
    browser.sees("+1 555 0100, option 2").await;
    browser
        .clicks("Ask the help desk to turn MFA on for me")
        .await;
    browser.arrives_at("Requests to the help desk").await;
    browser.sees("Your help desk has your request").await;
    browser.sees("hasn’t answered yet").await;

    // 2. The help desk hears of it, sees it and turns MFA on for that account alone.
    let mails = portal.mails().await;
    let mail = mails.iter().find(|mail| mail.kind == "help_request");
    assert_eq!(mail.unwrap().to, "help@example.com");
    let desk = chromium.opens(&portal, Look::DESK).await;
    desk.signs_in_with(&portal, &desk_phone, &dora.email, &dora.password)
        .await;
    desk.opens_the_administration("Person dora").await;
    desk.clicks("Requests 1").await;
    desk.arrives_at("Requests").await;
    desk.clicks(&eva_name).await;
    desk.arrives_at(&format!("{eva_name}: Turn MFA on")).await;
    desk.clicks("Turn MFA on").await;
    desk.sees("MFA was turned on").await;
    desk.clicks("Requests").await;
    desk.sees("Nobody is waiting").await;
    portal.loses_mail();

    // Without MFA nobody gets a shell: the computer says where to set it up.
    let way = format!("ssh -p {} {}@127.0.0.1", computer.port, computer.people[0]);
    let logon = computer.runs(&way, &eva.password, "").await;
    assert!(!logon.shell && logon.tells(HINT), "{}", logon.said);

    // 3. At the next sign-in the wizard comes; the key is typed by hand this time.
    let browser = chromium.opens(&portal, Look::DESK).await;
    browser.signs_in(&eva.email, &eva.password).await;
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
    browser.sees("+1 555 0100, option 2").await;
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
        let browser = chromium.opens(&portal, look).await;
        browser
            .signs_in_with(&portal, &phone, &eva.email, &eva.password)
            .await;
        browser.sees("Web server").await;
    }

    // 5. The dashboard says how to get to the remote computer; there, password and code open a shell.
    browser
        .sees("you are asked for your password, then for a code")
        .await;
    browser
        .sees(&format!("Log on as {}", computer.people[0]))
        .await;
    browser.sees(&way).await;
    portal.wait_for_next_code();
    let code = phone.code(portal.now());
    let logon = computer.runs(&way, &eva.password, &code).await;
    assert!(logon.shell, "{:?} {}", logon.asked, logon.said);
    assert!(!computer.runs(&way, &eva.password, &code).await.shell);

    // Nobody else in the organization is asked.
    browser
        .signs_out(&format!("Person {}", computer.people[0]))
        .await;
    browser.signs_in(&tom.email, &tom.password).await;
    browser.arrives_at("Your applications").await;
}
