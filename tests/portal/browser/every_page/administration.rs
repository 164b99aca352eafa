//! Every page of the administration, and the sheet that it prints.

use portcullis_core::time::Span;
use portcullis_store::{Tx, args};

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::window::{Browser, Look};
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_administration() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let ann = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::of("administration");
    ann.founds_acme(&portal).await;
    let (phone, _) = ann.goes_through_the_wizard(&portal).await;
    ann.clicks("Ann Bauer").await;
    gallery.shows(&ann, "dashboard-owner-menu-open").await;
    ann.clicks("Ann Bauer").await;
    ann.opens_the_administration("Ann Bauer").await;
    gallery.shows(&ann, "access").await;
    ann.clicks("Invite somebody").await;
    ann.arrives_at("Invite somebody").await;
    gallery.shows(&ann, "invite").await;
    ann.types("Name", "Ben Okafor").await;
    ann.types("Login name", "Ben Okafor").await;
    ann.types("Email (optional)", "ben").await;
    ann.clicks("Make the invitation").await;
    ann.sees("Some fields need another look").await;
    gallery.shows(&ann, "invite-refused").await;
    let sheet = ann.invites_ben().await;
    gallery.shows(&ann, "invitation-letter").await;
    gallery.prints(&ann, "invitation-letter").await;
    assert!(sheet.address.starts_with(&portal.url));
    ann.opens_the_administration("Ann Bauer").await;
    ann.sees("ben@acme").await;
    gallery.shows(&ann, "access-invited").await;
    shows_many_people(&ann, &mut gallery).await;
    portal.gets_mail();
    ann.goes("/admin/acme/access/invite").await;
    ann.arrives_at("Invite somebody").await;
    gallery.shows(&ann, "invite-by-mail").await;
    ann.types("Name", "Cem Yildiz").await;
    ann.types("Login name", "cem").await;
    ann.types("Email (optional)", "cem@acme.example").await;
    ann.clicks("Send the invitation").await;
    ann.arrives_at("Administration and access").await;
    ann.clicks("Cem Yildiz").await;
    ann.arrives_at("Invitation for Cem Yildiz").await;
    gallery.shows(&ann, "invited").await;
    ann.clicks("Send it again").await;
    ann.sees("The last mail has only just been sent").await;
    gallery.shows(&ann, "invited-too-soon").await;
    ann.clicks("Take the invitation back").await;
    ann.arrives_at("Administration and access").await;
    ann.clicks("Mail").await;
    ann.arrives_at("Mail").await;
    gallery.shows(&ann, "mail-queue").await;
    ann.types("Email", "ann").await;
    ann.clicks("Send a test mail").await;
    ann.sees("Write it like ann@example.com").await;
    gallery.shows(&ann, "mail-queue-refused").await;
    ann.types("Email", "ann@acme.example").await;
    ann.clicks("Send a test mail").await;
    ann.sees("A test mail is queued").await;
    let fail = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE mails SET due_at = NULL, failed_at = 1, tries = 1, \
                   problem = 'RCPT: permanent error (550): 5.1.1 Nobody of that name' WHERE kind = 'test'";
        tx.run(sql, &[]).await
    };
    assert_eq!(portal.app.store.write(fail).await, Ok(1));
    ann.clicks("Mail").await;
    ann.sees("Nobody of that name").await;
    gallery.shows(&ann, "mail-queue-given-up").await;
    portal.decides(|settings| settings.mail = None);
    ann.clicks("Mail").await;
    ann.sees("No mail server is configured").await;
    gallery.shows(&ann, "mail-queue-off").await;
    shows_groups(&ann, &mut gallery).await;
    shows_applications(&ann, &mut gallery).await;
    shows_branding(&ann, &mut gallery).await;
    shows_remote_logon(&ann, &mut gallery).await;
    shows_the_audit_log(&ann, &mut gallery).await;
    shows_organizations(&ann, &mut gallery).await;
    shows_nobodys_support_codes(&portal, &ann, &mut gallery).await;
    shows_the_audit_logs(&portal, &ann, &mut gallery).await;
    let ben = chromium.opens(&portal, Look::DESK).await;
    ben.accepts(&portal, &sheet).await;
    ben.goes_through_the_wizard(&portal).await;
    ben.goes("/admin/acme/access").await;
    gallery.shows(&ben, "trouble-not-an-administrator").await;
    portal.wait(Span::minutes(16));
    ann.goes("/admin/acme/access").await;
    ann.arrives_at("Confirm that it’s you").await;
    gallery.shows(&ann, "step-up-administration").await;
    ann.gives_code(&phone.code(portal.now()), "Submit code")
        .await;
    ann.arrives_at("Administration and access").await;
    shows_who_asks_for_deletion(&portal, &ann, &mut gallery).await;
    gallery.closes();
}

async fn shows_groups(ann: &Browser, gallery: &mut Gallery) {
    ann.clicks("Groups").await;
    ann.arrives_at("Groups").await;
    gallery.shows(ann, "groups-nothing").await;
    ann.clicks("Make a group").await;
    ann.arrives_at("Make a group").await;
    gallery.shows(ann, "group-new").await;
    ann.types("Name", "Sales").await;
    ann.clicks("Make a group").await;
    ann.arrives_at("Sales").await;
    gallery.shows(ann, "group-nobody").await;
    ann.clicks("Rename").await;
    ann.arrives_at("Rename").await;
    gallery.shows(ann, "group-rename").await;
    ann.clicks("Cancel").await;
    ann.arrives_at("Sales").await;
    ann.clicks("Add people").await;
    ann.arrives_at("Add people").await;
    gallery.shows(ann, "group-add").await;
    ann.types("Login names", "eva").await;
    ann.clicks("Add people").await;
    ann.sees("Nobody here has the login name").await;
    gallery.shows(ann, "group-add-refused").await;
    ann.types("Login names", "ann").await;
    ann.clicks("Add people").await;
    ann.arrives_at("Sales").await;
    gallery.shows(ann, "group").await;
    ann.clicks("Delete the group").await;
    ann.arrives_at("Delete the group").await;
    gallery.shows(ann, "group-delete").await;
    ann.clicks("Groups").await;
    ann.arrives_at("Groups").await;
    gallery.shows(ann, "groups").await;
}

async fn shows_applications(ann: &Browser, gallery: &mut Gallery) {
    ann.clicks("Applications").await;
    ann.arrives_at("Applications").await;
    gallery.shows(ann, "applications-nothing").await;
    ann.clicks("Add an application").await;
    ann.arrives_at("Add an application").await;
    gallery.shows(ann, "application-new").await;
    ann.types("Name", "Time sheets").await;
    ann.types("Address", "time.example.com").await;
    ann.clicks("Add an application").await;
    ann.sees("Write the whole address").await;
    gallery.shows(ann, "application-refused").await;
    ann.types("Address", "https://time.example.com").await;
    ann.clicks("Add an application").await;
    ann.arrives_at("Applications").await;
    ann.clicks("Add an application").await;
    ann.types("Name", "Webmail").await;
    ann.types("Address", "https://mail.example.com").await;
    ann.types(
        "What it is for (optional)",
        "Your mail and the address book",
    )
    .await;
    ann.ticks("Mail").await;
    ann.clicks("Add an application").await;
    ann.arrives_at("Applications").await;
    gallery.shows(ann, "applications").await;
    ann.clicks("Webmail").await;
    ann.arrives_at("Webmail").await;
    gallery.shows(ann, "application").await;
    ann.clicks("Delete").await;
    ann.arrives_at("Delete").await;
    gallery.shows(ann, "application-delete").await;
}

async fn shows_branding(ann: &Browser, gallery: &mut Gallery) {
    ann.clicks("Branding").await;
    ann.arrives_at("Branding").await;
    gallery.shows(ann, "branding-nothing").await;
    ann.clicks("Add a contact").await;
    ann.arrives_at("Add a contact").await;
    gallery.shows(ann, "contact-new").await;
    ann.types("Name", "Help desk of Acme").await;
    ann.types("Email (optional)", "help at acme").await;
    ann.clicks("Add a contact").await;
    ann.sees("Write it like ann@example.com").await;
    gallery.shows(ann, "contact-refused").await;
    ann.types("Phone (optional)", "+1 555 0199, option 7").await;
    ann.types("Email (optional)", "help@acme.example").await;
    ann.types("Hours (optional)", "Monday to Friday, 8:00 to 17:00")
        .await;
    ann.clicks("Add a contact").await;
    ann.arrives_at("Branding").await;
    ann.clicks("Add a contact").await;
    ann.arrives_at("Add a contact").await;
    ann.types("Name", "Reception").await;
    ann.types("Note (optional)", "Ground floor, room 3").await;
    ann.clicks("Add a contact").await;
    ann.arrives_at("Branding").await;
    gallery.shows(ann, "branding").await;
    ann.clicks("Edit Reception").await;
    ann.arrives_at("Reception").await;
    gallery.shows(ann, "contact").await;
    ann.clicks("Cancel").await;
    ann.arrives_at("Branding").await;
    ann.types("Accent color (optional)", "#ffd500").await;
    ann.clicks("Save").await;
    ann.sees("Darker than chosen").await;
    gallery.shows(ann, "branding-yellow").await;
    ann.types("Accent color (optional)", "").await;
    ann.clicks("Save").await;
    ann.arrives_at("Branding").await;
    shows_logos(ann, gallery).await;
    ann.clicks("Delete Reception").await;
    ann.arrives_at("Delete this contact").await;
    gallery.shows(ann, "contact-delete").await;
}

/// A red bar of three times its height, and things that nobody wants in a logo.
const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 20\">\
    <style>.a{fill:#c8102e}</style><script>document.title='run'</script><text y=\"9\">Acme</text>\
    <path class=\"a\" d=\"M0 0h60v20H0z\"/><circle cx=\"30\" cy=\"10\" r=\"6\" style=\"fill:#fff\"/></svg>";

/// What a picture of the page draws at a sixth and at half of its width, once it is there: red, green, blue.
const DRAWN: &str = "const logo = document.querySelector('header img');
    return logo.decode().then(() => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [60, 20];
        const drawing = canvas.getContext('2d');
        drawing.drawImage(logo, 0, 0, 60, 20);
        const { data } = drawing.getImageData(10, 10, 21, 1);
        return [...data.slice(0, 4), ...data.slice(-4)];
    })";

async fn shows_logos(ann: &Browser, gallery: &mut Gallery) {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, content: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    };
    ann.clicks("Add a logo").await;
    ann.arrives_at("Add a logo").await;
    gallery.shows(ann, "logo-new").await;
    ann.chooses("File", &file("page.png", "<html></html>"))
        .await;
    ann.clicks("Upload the logo").await;
    ann.sees("It is neither SVG nor PNG").await;
    gallery.shows(ann, "logo-refused").await;
    ann.chooses("File", &file("logo.svg", LOGO)).await;
    ann.clicks("Upload the logo").await;
    ann.sees("The logo is saved").await;
    let red_and_white = serde_json::json!([200, 16, 46, 255, 255, 255, 255, 255]);
    assert_eq!(ann.asks(DRAWN).await, red_and_white);
    gallery.shows(ann, "branding-logo").await;
    ann.clicks("Change the logo").await;
    ann.arrives_at("Change the logo").await;
    let emblem = LOGO.replace("0 0 60 20", "20 0 20 20");
    ann.chooses("File", &file("emblem.svg", &emblem)).await;
    ann.clicks("Upload the logo").await;
    ann.sees("The logo is saved").await;
    ann.clicks("Remove the logo").await;
    ann.arrives_at("Remove the logo").await;
    gallery.shows(ann, "logo-remove").await;
    ann.clicks("Cancel").await;
    ann.arrives_at("Branding").await;
}

async fn shows_many_people(ann: &Browser, gallery: &mut Gallery) {
    ann.goes("/admin/acme/access").await;
    ann.clicks("Invite many").await;
    ann.arrives_at("Invite many people").await;
    gallery.shows(ann, "invite-many").await;
    ann.types("People", "Dora Lind, dora\nEmil, ben, emil@\nFay Osei")
        .await;
    ann.clicks("Check the list").await;
    ann.sees("some lines need another look").await;
    gallery.shows(ann, "invite-many-refused").await;
    ann.types("People", "Dora Lind, dora\nEmil Roth <emil@acme.example>")
        .await;
    ann.clicks("Check the list").await;
    ann.sees("Nothing has happened yet").await;
    gallery.shows(ann, "invite-many-to-be-looked-at").await;
    ann.clicks("Invite these 2 people").await;
    ann.sees("These letters are shown only now").await;
    gallery.shows(ann, "invitation-letters").await;
    gallery.prints(ann, "invitation-letters").await;
    ann.goes("/admin/acme/access").await;
    ann.clicks("Import people").await;
    ann.arrives_at("Import people").await;
    gallery.shows(ann, "import").await;
    let table = "login_name,name,role\ngus,Gus Hale,\nhal,Hal Ito,admin";
    ann.types("Table", table).await;
    ann.clicks("Check the list").await;
    ann.sees("Nothing has happened yet").await;
    gallery.shows(ann, "import-to-be-looked-at").await;
}

async fn shows_remote_logon(ann: &Browser, gallery: &mut Gallery) {
    ann.clicks("Remote logon").await;
    ann.arrives_at("Remote logon").await;
    gallery.shows(ann, "remote-logon-nothing").await;
    ann.clicks("Add a remote computer").await;
    ann.arrives_at("Add a remote computer").await;
    gallery.shows(ann, "remote-computer-new").await;
    ann.types("Name", "Web server").await;
    ann.types("Address", "web 1").await;
    ann.clicks("Add a remote computer").await;
    ann.sees("Write it like web-1.example.com").await;
    gallery.shows(ann, "remote-computer-refused").await;
    ann.types("Address", "web-1.example.com").await;
    ann.clicks("Add a remote computer").await;
    ann.arrives_at("Remote logon").await;
    ann.clicks("Web server").await;
    ann.arrives_at("Web server").await;
    gallery.shows(ann, "remote-computer").await;
    ann.clicks("Delete").await;
    ann.arrives_at("Delete").await;
    gallery.shows(ann, "remote-computer-delete").await;
    ann.clicks("Remote logon").await;
    ann.arrives_at("Remote logon").await;
    ann.clicks("Add a RADIUS client").await;
    ann.arrives_at("Add a RADIUS client").await;
    gallery.shows(ann, "radius-client-new").await;
    ann.types("Name", "web-1").await;
    ann.types("Address or network", "10.0.0.7").await;
    ann.clicks("Add a RADIUS client").await;
    ann.arrives_at("Secret of web-1").await;
    gallery.shows(ann, "radius-client-secret").await;
    ann.clicks("I have written it down").await;
    ann.arrives_at("Remote logon").await;
    gallery.shows(ann, "remote-logon").await;
    ann.clicks("web-1").await;
    ann.arrives_at("web-1").await;
    gallery.shows(ann, "radius-client").await;
    ann.clicks("Make a new secret").await;
    ann.arrives_at("Make a new secret").await;
    gallery.shows(ann, "radius-client-rotate").await;
    ann.clicks("Remote logon").await;
    ann.arrives_at("Remote logon").await;
    ann.clicks("web-1").await;
    ann.arrives_at("web-1").await;
    ann.clicks("Delete").await;
    ann.arrives_at("Delete").await;
    gallery.shows(ann, "radius-client-delete").await;
}

async fn shows_the_audit_logs(portal: &Portal, ann: &Browser, gallery: &mut Gallery) {
    ann.clicks("Audit logs").await;
    ann.arrives_at("Audit logs").await;
    gallery.shows(ann, "audit-logs").await;
    ann.clicks("Verify now").await;
    ann.sees("All logs are whole.").await;
    gallery.shows(ann, "audit-logs-whole").await;
    let tamper = async move |tx: &mut Tx<'_>| {
        tx.run(
            "UPDATE audit_events SET event = '{}' WHERE account_id IS NOT NULL",
            &[],
        )
        .await
    };
    assert!(portal.app.store.write(tamper).await.unwrap() > 0);
    ann.clicks("Verify now").await;
    ann.sees("An audit log was tampered with.").await;
    gallery.shows(ann, "audit-logs-damaged").await;
}

async fn shows_organizations(ann: &Browser, gallery: &mut Gallery) {
    ann.clicks("Organizations").await;
    ann.arrives_at("Organizations").await;
    gallery.shows(ann, "organizations").await;
    ann.clicks("Add an organization").await;
    ann.arrives_at("Add an organization").await;
    gallery.shows(ann, "add-organization").await;
    ann.types("Name of the organization", "Northwind").await;
    ann.types("Short name", "acme").await;
    ann.clicks("Add an organization").await;
    ann.sees("Some fields need another look").await;
    gallery.shows(ann, "add-organization-refused").await;
    ann.goes("/admin/instance/organizations/acme/suspend").await;
    gallery.shows(ann, "organization-suspend").await;
    ann.goes("/admin/instance/organizations/acme/activate")
        .await;
    gallery.shows(ann, "organization-activate").await;
    ann.goes("/admin/instance/organizations/acme/delete").await;
    gallery.shows(ann, "organization-delete").await;
    ann.types("Short name", "acme").await;
    ann.clicks("Delete").await;
    ann.sees("Nobody else owns this portal").await;
    gallery.shows(ann, "organization-last-owner").await;
    ann.goes("/admin/acme/access/from-elsewhere").await;
    gallery.shows(ann, "from-elsewhere-nobody").await;
    ann.clicks("Give a role to somebody from elsewhere").await;
    ann.arrives_at("Give a role to somebody from elsewhere")
        .await;
    gallery.shows(ann, "from-elsewhere-new").await;
    ann.types("Login", "ann@acme").await;
    ann.clicks("Give the role").await;
    ann.sees("Nobody of another organization has that login")
        .await;
    gallery.shows(ann, "from-elsewhere-refused").await;
}

/// The codes of refusals that belong to no organization.
async fn shows_nobodys_support_codes(portal: &Portal, ann: &Browser, gallery: &mut Gallery) {
    let typed = [("login", "nobody@acme"), ("password", "anything")];
    let refused = portal.browser().post("/sign-in", &typed).await;
    ann.goes("/admin/instance/support").await;
    ann.arrives_at("Support code").await;
    gallery.shows(ann, "support-code-nobodys").await;
    ann.types("Support code", &refused.support_code()).await;
    ann.clicks("Look it up").await;
    ann.sees("No account has the login that was typed").await;
    gallery.shows(ann, "support-code-nobodys-found").await;
}

async fn shows_the_audit_log(ann: &Browser, gallery: &mut Gallery) {
    ann.clicks("Audit log").await;
    ann.arrives_at("Audit log").await;
    gallery.shows(ann, "audit-log").await;
    ann.types("Person", "nobody").await;
    ann.clicks("Show").await;
    ann.sees("Nobody here has that login").await;
    gallery.shows(ann, "audit-log-refused").await;
}

async fn shows_who_asks_for_deletion(portal: &Portal, ann: &Browser, gallery: &mut Gallery) {
    let at = portal.now();
    let ask = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE accounts SET deletion_asked_at = $1 WHERE name <> 'Ann Bauer'";
        tx.run(sql, args![at]).await
    };
    assert_eq!(portal.app.store.write(ask).await, Ok(1));
    ann.goes("/admin/acme/access").await;
    ann.sees("Asks for deletion since").await;
    gallery.shows(ann, "access-deletion-asked").await;
}
