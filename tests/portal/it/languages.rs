//! In which language somebody is answered.

use std::time::Duration;

use portcullis_core::audit::Origin;
use portcullis_core::credential::email_code::MAIL;
use portcullis_core::credential::help_code::HelpKind;
use portcullis_core::language::Language;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_core::time::Span;
use portcullis_pages::mail::TestMail;
use portcullis_server::instance;
use portcullis_server::mail::{self, Recipient};
use portcullis_server::people::{self, AskedCode};
use portcullis_store::Tx;

use super::verified::called_back;
use crate::client::Answer;
use crate::portal::Portal;

/// Asserts that a page is in a language, with its first heading.
fn speaks(page: &Answer, language: &str, heading: &str) {
    assert!(
        page.body.contains(&format!(r#"<html lang="{language}" "#)),
        "not in {language}: {}",
        page.body
    );
    let heading = format!("<h1>{heading}</h1>");
    assert!(page.body.contains(&heading), "{heading}: {}", page.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_is_answered_in_the_language_that_the_browser_asks_for() {
    let portal = Portal::start().await;
    for (asked, language, heading) in [
        (None, "en", "Sign in"),
        (Some("de-AT,de;q=0.9,en;q=0.5"), "de", "Anmeldung"),
        (Some("en,de;q=0.9"), "en", "Sign in"),
        (Some("tlh, *;q=0.1"), "en", "Sign in"),
    ] {
        let mut browser = portal.browser();
        browser.language = asked;
        speaks(&browser.get("/sign-in").await, language, heading);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_told_in_the_language_that_the_browser_asks_for() {
    let portal = Portal::start().await;
    let mut browser = portal.browser();
    browser.language = Some("de");
    let nowhere = browser.get("/nowhere").await;
    speaks(&nowhere, "de", "Diese Seite gibt es nicht");
    let refused = browser.signs_in("nobody", "not a password").await;
    speaks(&refused, "de", "Anmeldung");
    assert!(
        refused
            .body
            .contains("Anmeldename und Passwort passen nicht zusammen")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_answered_in_the_language_of_the_account_from_the_password_on() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    portal.speaks_to(&ann, "de").await;
    portal.speaks_to(&eva, "ar").await;

    let mut browser = portal.browser();
    browser.language = Some("fr");
    speaks(&browser.get("/sign-in").await, "fr", "Connexion");
    let wizard = browser.signs_in(&ann.login, &ann.password).await;
    speaks(&wizard, "de", "Besorgen Sie sich eine Authenticator-App");

    let mut browser = portal.browser();
    browser.language = Some("fr");
    let dashboard = browser.signs_in(&eva.login, &eva.password).await;
    speaks(&dashboard, "ar", "تطبيقاتك");
    assert!(dashboard.body.contains(r#"dir="rtl""#));
    // A refusal that a handler decides on is told in the same language as its pages.
    let refused = browser.get("/admin/acme/access").await;
    speaks(&refused, "ar", "لا توجد صفحة كهذه");
    let form = [("anything", "else")];
    let unread = browser.post("/account/recovery-codes/stored", &form).await;
    speaks(&unread, "ar", "تعذّرت القراءة");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_is_written_in_the_language_of_its_reader() {
    let portal = Portal::with_mail().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let sends = async || {
        let (app, scope) = (portal.app.clone(), Scope::of(north.id));
        let to = Recipient {
            scope,
            account: Some(eva.id),
            address: eva.email.clone(),
            language: None,
        };
        let mail = TestMail {
            by: "Clara Vogt".into(),
            at: portal.now(),
        };
        let unit = async move |tx: &mut Tx<'_>| mail::queue(tx, &app, &to, &mail).await;
        portal.app.store.write(unit).await.unwrap();
    };
    sends().await;
    portal.speaks_to(&eva, "de").await;
    sends().await;
    portal.speaks_to(&eva, "ar").await;
    sends().await;
    let mails = portal.mails().await;
    for (subject, root) in [
        ("Mail from this portal arrives", r#"lang="en" dir="ltr""#),
        (
            "E-Mail von diesem Portal kommt an",
            r#"lang="de" dir="ltr""#,
        ),
        ("البريد من هذه البوابة يصل", r#"lang="ar" dir="rtl""#),
    ] {
        let mail = mails.iter().find(|mail| mail.subject == subject);
        assert!(mail.is_some_and(|mail| mail.html.contains(root)), "{root}");
    }
}

/// The subject of the mail of a kind that was queued last.
async fn last(portal: &Portal, kind: &str) -> String {
    for _ in 0..500 {
        let mails = portal.mails().await.into_iter();
        if let Some(mail) = mails.rev().find(|mail| mail.kind == kind) {
            return mail.subject;
        }
        // A link to a new password is queued after the answer.
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("no {kind} was mailed")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_to_somebody_who_never_signed_in_is_in_the_language_of_the_request_that_causes_it() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let ben = portal.person(&acme, "ben").await;
    let mut owner = portal.browser();
    let olga = portal.person(&acme, "olga").await;
    let made = instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id);
    made.await.unwrap().unwrap();
    owner.enrolls(&portal, &olga).await;
    portal.gets_mail();
    let south = portal.organization("south", Rule::Required).await;
    let ann = portal.person(&south, "ann").await;

    let mut browser = portal.browser();
    browser.language = Some("de");
    browser.signs_in(&ann.login, &ann.password).await;
    let subject = last(&portal, MAIL).await;
    assert_eq!(subject, "Ihr Code zum Einrichten von MFA");
    browser.language = Some("fr");
    browser
        .post("/forgot-password", &[("login", &ben.email)])
        .await;
    let subject = last(&portal, "reset_link").await;
    assert_eq!(subject, "Un lien vers un nouveau mot de passe");

    // An invitation is in the language of whoever invites: the browser's, and the account's before it.
    owner.language = Some("es");
    for (login_name, own, expect) in [
        ("greta", None, "Su invitación a ACME Works"),
        ("hans", Some("de"), "Ihre Einladung zu ACME Works"),
    ] {
        if let Some(own) = own {
            portal.speaks_to(&olga, own).await;
        }
        portal.wait(Span::minutes(1));
        let email = format!("{login_name}@example.com");
        let form = [
            ("name", "Guest"),
            ("login_name", login_name),
            ("email", &email),
            ("by", "mail"),
        ];
        owner.post("/admin/acme/access/invite", &form).await;
        let mails = portal.mails().await;
        let mail = mails.iter().find(|mail| mail.to == email).unwrap();
        assert_eq!(mail.subject, expect);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_stay_in_the_language_of_the_first_sign_in_until_the_member_chooses_one() {
    let portal = Portal::with_mail().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let mut first = portal.browser();
    first.language = Some("de-CH,en;q=0.5");
    first.signs_in(&eva.login, &eva.password).await;
    // Whoever gets in with a stolen password can't choose what the mail about it is written in.
    let signs_in_elsewhere = async || {
        portal.wait(Span::minutes(5));
        let mut elsewhere = portal.browser();
        elsewhere.language = Some("ar");
        elsewhere.signs_in(&eva.login, &eva.password).await;
        last(&portal, "new_browser").await
    };
    let subject = signs_in_elsewhere().await;
    assert_eq!(subject, "Eine Anmeldung in einem neuen Browser");
    // Nor does it count who acts: a help desk that reads French writes to her in German.
    let origin = Origin {
        language: Some(Language::Fr),
        ..Origin::default()
    };
    let ask = AskedCode {
        kind: HelpKind::Reset,
        letter: None,
        verified_how: called_back(),
    };
    let issued = people::issue_code(&portal.app, &Actor::System, (north.id, eva.id), ask, origin);
    issued.await.unwrap().unwrap();
    let subject = last(&portal, "reset_code_issued").await;
    assert_eq!(
        subject,
        "Der Helpdesk gab einen Rücksetzcode für Ihr Konto aus"
    );
    portal.speaks_to(&eva, "es").await;
    let subject = signs_in_elsewhere().await;
    assert_eq!(subject, "Un inicio de sesión desde un navegador nuevo");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_without_a_name_is_called_in_the_language_that_its_owner_reads() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    for (login_name, asked, own, expect) in [
        ("ann", None, None, "Authenticator app"),
        ("ben", Some("fr"), None, "Application d’authentification"),
        ("cem", Some("fr"), Some("ar"), "تطبيق المصادقة"),
    ] {
        let person = portal.person(&acme, login_name).await;
        if let Some(own) = own {
            portal.speaks_to(&person, own).await;
        }
        let mut browser = portal.browser();
        browser.language = asked;
        browser.enrolls(&portal, &person).await;
        let page = browser.get("/account/mfa").await;
        page.expects(200, &format!("<bdi>{expect}</bdi>"));
    }
}
