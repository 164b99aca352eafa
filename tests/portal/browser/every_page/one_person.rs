//! Every page about one person, and what the help desk does there; the requests and support codes that lead to it.

use portcullis_core::audit::Origin;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role};
use portcullis_core::time::Span;
use portcullis_server::people;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, args};

use crate::browser::chromium::Chromium;
use crate::browser::gallery::Gallery;
use crate::browser::phone::Phone;
use crate::browser::window::{Browser, Look};
use crate::it::help_desk::appoints;
use crate::portal::{Person, Portal};

#[tokio::test(flavor = "multi_thread")]
async fn every_page_about_one_person() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let mut gallery = Gallery::of("one person");
    let north = portal.organization("north", Rule::Required).await;
    let abe = portal.person(&north, "abe").await;
    appoints(&portal, &north, &abe, Role::Admin).await;
    let eva = portal.person(&north, "eva").await;
    portal.browser().enrolls(&portal, &eva).await;
    for _ in 0..6 {
        portal
            .browser()
            .signs_in(&eva.login, "not the password")
            .await;
    }
    let admin = chromium.opens(&portal, Look::DESK).await;
    admin.signs_in(&abe.email, &abe.password).await;
    let (phone, _) = admin.goes_through_the_wizard(&portal).await;
    admin.goes("/admin/north/access?named=zoe").await;
    gallery.shows(&admin, "access-nobody-found").await;
    admin.goes("/admin/north/access?named=eva").await;
    admin.clicks("Person eva").await;
    admin.arrives_at("Person eva").await;
    admin.sees("Takes the next try").await;
    gallery.shows(&admin, "person").await;
    finds_out_who_calls(&portal, &admin, &mut gallery).await;
    let person = format!("/admin/north/access/{}", eva.id);
    shows_acts(&admin, &person, &mut gallery).await;
    shows_role_and_record(&admin, &mut gallery).await;
    admin.clicks("Delete MFA setup").await;
    admin.arrives_at("Delete MFA setup").await;
    gallery.shows(&admin, "help-delete-mfa").await;
    let how = "How did you check that this is Person eva?";
    admin.types(how, &"long ".repeat(80)).await;
    admin.clicks("Delete MFA setup").await;
    admin.sees("Some fields need another look").await;
    gallery.shows(&admin, "help-delete-mfa-refused").await;
    admin.types(how, "called back").await;
    admin.clicks("Delete MFA setup").await;
    admin.arrives_at("Person eva").await;
    gallery.shows(&admin, "person-not-enabled").await;
    admin.goes(&format!("{person}/why")).await;
    admin.arrives_at("Why is this asked?").await;
    gallery.shows(&admin, "why").await;
    admin.goes(&person).await;
    admin.clicks("Exempt from the policy").await;
    admin.arrives_at("Exempt from the policy").await;
    gallery.shows(&admin, "help-exempt").await;
    admin.types("For how many days", "400").await;
    admin.types("Why", "A machine").await;
    admin.clicks("Exempt from the policy").await;
    admin.sees("Type a whole number from 1 to 365").await;
    gallery.shows(&admin, "help-exempt-refused").await;
    admin.types("For how many days", "40").await;
    admin.clicks("Exempt from the policy").await;
    admin.arrives_at("Person eva").await;
    admin.sees("Exempt from the policy until").await;
    gallery.shows(&admin, "person-exempt").await;
    admin.clicks("End the exemption").await;
    admin.arrives_at("End the exemption").await;
    gallery.shows(&admin, "help-end-exemption").await;
    admin.clicks("End the exemption").await;
    admin.arrives_at("Person eva").await;
    admin.clicks("Issue an enrollment code").await;
    admin.arrives_at("Issue an enrollment code").await;
    gallery.shows(&admin, "help-enrollment-code").await;
    admin.types(how, "called back").await;
    admin.clicks("Issue an enrollment code").await;
    admin.arrives_at("Enrollment code for Person eva").await;
    gallery.shows(&admin, "help-code").await;
    admin.goes(&format!("{person}/enrollment-code")).await;
    admin.arrives_at("Issue an enrollment code").await;
    admin.types(how, "called back").await;
    admin.clicks("Print a letter").await;
    admin.arrives_at("Enrollment code for Person eva").await;
    gallery.shows(&admin, "help-letter").await;
    gallery.prints(&admin, "help-letter").await;
    admin.goes(&person).await;
    shows_more_time(&portal, &north, &admin, &mut gallery).await;
    admin.goes("/admin/north/policy").await;
    admin.arrives_at("Policy").await;
    gallery.shows(&admin, "policy").await;
    admin.ticks("Optional").await;
    admin.clicks("Show what this changes").await;
    admin.sees("Nothing is saved yet").await;
    gallery.shows(&admin, "policy-preview").await;
    admin
        .types("Remember a browser for how many days", "31")
        .await;
    admin.clicks("Save the policy").await;
    admin.sees("Type a whole number from 0 to 30").await;
    gallery.shows(&admin, "policy-refused").await;
    is_asked_whether_it_is_them(&portal, (&north, &abe), &admin, &mut gallery).await;
    let member = chromium.opens(&portal, Look::DESK).await;
    shows_requests(&portal, &north, (&admin, &member), &mut gallery).await;
    shows_support_codes(&portal, &north, &admin, &mut gallery).await;
    shows_several_organizations(&portal, &abe, (&admin, &phone), &mut gallery).await;
    gallery.closes();
}

async fn shows_role_and_record(admin: &Browser, gallery: &mut Gallery) {
    admin.clicks("Change the role").await;
    admin.arrives_at("Change the role").await;
    gallery.shows(admin, "role").await;
    admin.clicks("Cancel").await;
    admin.arrives_at("Person eva").await;
    admin.clicks("Edit what is on record").await;
    admin.arrives_at("Edit what is on record").await;
    gallery.shows(admin, "edit-person").await;
    admin.types("Login name", "abe").await;
    admin.clicks("Save").await;
    admin.sees("Some fields need another look").await;
    gallery.shows(admin, "edit-person-refused").await;
    admin.clicks("Cancel").await;
    admin.arrives_at("Person eva").await;
}

/// The acts that are on offer whatever the policy, and their opposites.
async fn shows_acts(admin: &Browser, person: &str, gallery: &mut Gallery) {
    for word in ["unlock", "sign-out", "reset-code", "delete"] {
        admin.goes(&format!("{person}/{word}")).await;
        gallery.shows(admin, &format!("help-{word}")).await;
    }
    for (word, act, back, undo) in [
        (
            "require-mfa",
            "Require MFA for this account",
            "end-requirement",
            "Stop requiring MFA for this account",
        ),
        ("suspend", "Suspend", "activate", "Activate"),
    ] {
        for (word, act) in [(word, act), (back, undo)] {
            admin.goes(&format!("{person}/{word}")).await;
            admin.arrives_at(act).await;
            gallery.shows(admin, &format!("help-{word}")).await;
            admin.clicks(act).await;
            admin.arrives_at("Person eva").await;
        }
    }
    admin.goes(person).await;
    admin.arrives_at("Person eva").await;
}

/// More time for somebody who has set up nothing yet, given and taken back.
async fn shows_more_time(
    portal: &Portal,
    north: &Organization,
    admin: &Browser,
    gallery: &mut Gallery,
) {
    let nia = portal.person(north, "nia").await;
    let person = format!("/admin/north/access/{}", nia.id);
    admin.goes(&format!("{person}/extend")).await;
    admin.arrives_at("Give more time").await;
    gallery.shows(admin, "help-extend").await;
    admin.types("For how many days", "10").await;
    admin.types("Why", "Waits for a phone").await;
    admin.clicks("Give more time").await;
    admin.arrives_at("Person nia").await;
    admin.goes(&format!("{person}/end-extension")).await;
    admin.arrives_at("Take the extra time back").await;
    gallery.shows(admin, "help-end-extension").await;
}

async fn finds_out_who_calls(portal: &Portal, admin: &Browser, gallery: &mut Gallery) {
    admin.clicks("Check who is on the phone").await;
    admin.arrives_at("Check who is on the phone").await;
    gallery.shows(admin, "caller").await;
    admin.clicks("Start the check").await;
    admin
        .sees("In a browser where the caller is signed in")
        .await;
    gallery.shows(admin, "caller-open").await;
    admin.types("Code that the caller reads out", "12345").await;
    admin.clicks("Check the code").await;
    admin.sees("Type only the digits").await;
    gallery.shows(admin, "caller-refused").await;
    admin.clicks("End this check").await;
    admin.sees("This check is over").await;
    gallery.shows(admin, "caller-over").await;
    // A caller who is known counts in place of the note.
    admin.clicks("Start the check").await;
    admin
        .sees("In a browser where the caller is signed in")
        .await;
    let at = portal.now();
    let known = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE caller_checks SET known_at = $1, known_by = 'app'";
        tx.run(sql, args![at]).await
    };
    assert_eq!(portal.app.store.write(known).await, Ok(1));
    admin.clicks("Look again").await;
    admin.sees("It’s Person eva").await;
    gallery.shows(admin, "caller-known").await;
    admin.clicks("Go on").await;
    admin.clicks("Issue a reset code").await;
    admin.sees("Checked who is asking").await;
    gallery.shows(admin, "help-caller-known").await;
    admin.clicks("Cancel").await;
    let forget = async move |tx: &mut Tx<'_>| tx.run("DELETE FROM caller_checks", &[]).await;
    assert_eq!(portal.app.store.write(forget).await, Ok(1));
}

async fn is_asked_whether_it_is_them(
    portal: &Portal,
    (place, whom): (&Organization, &Person),
    browser: &Browser,
    gallery: &mut Gallery,
) {
    browser.goes("/account/caller").await;
    browser.sees("Nobody of your help desk is checking").await;
    gallery.shows(browser, "calling-nobody").await;
    let (agent, whose) = (Actor::Operator("desk@portal".into()), (place.id, whom.id));
    let name = "Person dora".to_owned();
    let begun = people::begin_check(&portal.app, &agent, whose, name, Origin::default()).await;
    begun.unwrap().unwrap();
    browser.clicks("Look again").await;
    browser.sees("Person dora is on the phone").await;
    gallery.shows(browser, "calling-agent").await;
    browser.types("Word that you’re told", "tari-moku").await;
    browser.clicks("Yes, it’s me").await;
    browser.sees("That isn’t the word").await;
    gallery.shows(browser, "calling-wrong").await;
    browser.clicks("It’s not me").await;
    browser.sees("the check has ended").await;
    gallery.shows(browser, "calling-disowned").await;
}

async fn shows_requests(
    portal: &Portal,
    north: &Organization,
    (admin, member): (&Browser, &Browser),
    gallery: &mut Gallery,
) {
    let open = async move |tx: &mut Tx<'_>| {
        let sql = "UPDATE organizations SET rule = 'off'";
        tx.run(sql, &[]).await
    };
    assert_eq!(portal.app.store.write(open).await, Ok(1));
    admin.goes("/admin/north/requests").await;
    admin.sees("Nobody is waiting").await;
    gallery.shows(admin, "requests-none").await;
    let kim = portal.person(north, "kim").await;
    member.signs_in(&kim.login, &kim.password).await;
    member.arrives_at("Your applications").await;
    member.goes("/account").await;
    member.sees("Ask the help desk to turn MFA on for me").await;
    gallery.shows(member, "account-asks-for-mfa").await;
    member
        .clicks("Ask the help desk to turn MFA on for me")
        .await;
    member.sees("Your help desk has your request").await;
    // Which is older decides which is first.
    portal.wait(Span::seconds(1));
    member.clicks("Ask for help with my sign-in").await;
    member.arrives_at("Requests to the help desk").await;
    admin.goes("/admin/north/requests").await;
    admin.sees("Person kim").await;
    gallery.shows(admin, "requests").await;
    admin.clicks("Person kim: Locked out").await;
    admin.arrives_at("Person kim: Locked out").await;
    gallery.shows(admin, "request-locked-out").await;
    admin.clicks("Decline").await;
    admin.sees("Nothing is filled in here yet").await;
    gallery.shows(admin, "request-refused").await;
    admin
        .types("A word to the member", "We called: it wasn’t you.")
        .await;
    admin.clicks("Decline").await;
    admin.sees("Declined").await;
    gallery.shows(admin, "request-answered").await;
    admin.goes("/admin/north/requests").await;
    admin.clicks("Person kim: Turn MFA on").await;
    admin.arrives_at("Person kim: Turn MFA on").await;
    gallery.shows(admin, "request-mfa").await;
    member.goes("/account/requests").await;
    member.sees("We called: it wasn’t you.").await;
    gallery.shows(member, "own-requests").await;
}

async fn shows_support_codes(
    portal: &Portal,
    north: &Organization,
    admin: &Browser,
    gallery: &mut Gallery,
) {
    let lea = portal.person(north, "lea").await;
    let typed = [("login", lea.login.as_str()), ("password", "not hers")];
    let mut codes = Vec::new();
    // Always from the same address: it stands in a picture of the help desk's guide.
    let mut browser = portal.browser_behind(7);
    for _ in 0..6 {
        let refused = browser.post("/sign-in", &typed).await;
        codes.push(refused.support_code());
    }
    for (code, cause, name) in [
        (
            &codes[0],
            "A wrong password was typed",
            "support-code-password",
        ),
        (&codes[5], "Too many wrong ones", "support-code-delayed"),
        (
            &"00-000".to_owned(),
            "No refusal is found",
            "support-code-none",
        ),
    ] {
        admin.goes("/admin/north/support").await;
        admin.arrives_at("Support code").await;
        if name == "support-code-password" {
            gallery.shows(admin, "support-code").await;
        }
        admin.types("Support code", code).await;
        admin.clicks("Look it up").await;
        admin.sees(cause).await;
        gallery.shows(admin, name).await;
    }
}

async fn shows_several_organizations(
    portal: &Portal,
    abe: &Person,
    (admin, phone): (&Browser, &Phone),
    gallery: &mut Gallery,
) {
    let east = portal.organization("east", Rule::Off).await;
    let kim = portal.person(&east, "kim").await;
    let member = portal.browser();
    member
        .clone()
        .post("/locked-out", &[("login", &kim.login)])
        .await;
    let (whose, given) = ((abe.organization, abe.id), (east.id, Role::Admin, None));
    let (system, origin) = (Actor::System, Origin::default());
    let lent = people::set_role_elsewhere(&portal.app, &system, whose, given, origin).await;
    lent.unwrap().unwrap();
    let given = (abe.organization, Role::Helpdesk, None);
    let (whose, origin) = ((east.id, kim.id), Origin::default());
    let lent = people::set_role_elsewhere(&portal.app, &system, whose, given, origin).await;
    lent.unwrap().unwrap();
    // Another role is another reason to prove who it is.
    portal.wait_for_next_code();
    admin.clicks("Administration and access").await;
    admin.arrives_at("Confirm that it’s you").await;
    let code = phone.code(portal.now());
    admin.gives_code(&code, "Submit code").await;
    admin.arrives_at("Administration and access").await;
    admin.goes("/admin/north/access/from-elsewhere").await;
    admin.sees("kim@east").await;
    gallery.shows(admin, "from-elsewhere").await;
    admin.clicks("Take the role away: Person kim").await;
    admin.arrives_at("Take the role away").await;
    gallery.shows(admin, "from-elsewhere-take").await;
    admin.goes("/admin/north/access").await;
    admin.clicks("All organizations").await;
    admin.arrives_at("All organizations").await;
    admin
        .types("Name, login name, email address or support code", "kim")
        .await;
    admin.clicks("Search").await;
    admin.sees("kim@east").await;
    gallery.shows(admin, "people-everywhere").await;
    admin.goes("/admin/requests").await;
    admin.arrives_at("Requests of all organizations").await;
    admin.sees("kim@east").await;
    gallery.shows(admin, "requests-everywhere").await;
}
