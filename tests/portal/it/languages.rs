//! In which language somebody is answered.

use portcullis_core::policy::Rule;
use portcullis_core::role::Scope;
use portcullis_pages::mail::TestMail;
use portcullis_server::mail::{self, Recipient};
use portcullis_store::Tx;

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
