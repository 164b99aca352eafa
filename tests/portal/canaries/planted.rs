//! Secrets of each kind, told on purpose in each place: all are found.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use portcullis_core::policy::{Channels, Rule};
use portcullis_core::role::Role;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, args};

use super::log::PLANTED;
use super::{TOKEN, bare, tokens};
use crate::client::Client;
use crate::it::email_codes::{last, organization};
use crate::it::help_desk::{agent, does, page_of};
use crate::portal::{Person, Portal};
use crate::wire::Wire;

/// A portal that has told each secret to whom it belongs, and an admin who may know none of them.
struct Story {
    portal: Portal,
    acme: Organization,
    ann: Person,
    admin: Client,
    /// A key, a recovery code, a password, a cookie, a code that the help desk was shown once, a mailed link, a mailed
    /// code, and a code that the app shows.
    secrets: [String; 8],
}

impl Story {
    async fn begins() -> Self {
        let portal = Portal::start().await;
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let mut browser = portal.browser();
        let (app, codes) = browser.enrolls(&portal, &ann).await;
        let (mut admin, _, _) = agent(&portal, &acme, ("abe", Role::Admin)).await;
        let eve = portal.person(&acme, "eve").await;
        let issued = does(&mut admin, &page_of(&acme, eve.id), "reset-code").await;
        let issued = issued.between("class=\"big-code\" dir=\"ltr\">", "<");
        let north = organization(&portal, "north", |policy| policy.channels = Channels::Email);
        let north = north.await;
        portal.mails_invitation(&north, "cem", "Cem Yildiz").await;
        let link = tokens(&portal.mails().await[0].text).remove(0);
        let nia = portal.person(&north, "nia").await;
        portal.browser().signs_in(&nia.login, &nia.password).await;
        let mailed = last(&portal).await;
        let cookie = browser.cookies["__Host-portcullis"].clone();
        assert_eq!(cookie.len(), TOKEN);
        Self {
            secrets: [
                app.key().clone(),
                codes[3].clone(),
                ann.password.clone(),
                cookie,
                issued,
                link,
                mailed,
                app.code(portal.now()),
            ],
            portal,
            acme,
            ann,
            admin,
        }
    }

    /// Whatever shows ann's name tells a secret from now on.
    async fn calls_ann(&self, secret: &str) {
        let (name, id, organization) = (secret.to_owned(), self.ann.id, self.acme.id);
        let unit = async move |tx: &mut Tx<'_>| {
            let sql = "UPDATE accounts SET name = $1 WHERE id = $2 AND organization_id = $3";
            tx.run(sql, args![name.clone(), id, organization]).await
        };
        assert_eq!(self.portal.app.store.write(unit).await, Ok(1));
    }

    /// The portal is closed, which must tell of each, in a line that begins so.
    fn ends(self, place: &str) {
        let closed = catch_unwind(AssertUnwindSafe(|| drop(self.portal)));
        let faults = said(closed.expect_err("nothing is found").as_ref());
        for secret in &self.secrets {
            let mut lines = faults.lines();
            let is_told =
                |line: &str| line.contains(secret.as_str()) || line.contains(&bare(secret));
            let found = lines.any(|line| line.starts_with(place) && is_told(line));
            assert!(found, "{place}: {secret} is not found: {faults}");
        }
    }
}

/// What somebody who panicked said.
fn said(panic: &(dyn Any + Send)) -> String {
    panic.downcast_ref::<String>().cloned().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_in_an_answer_to_an_admin_is_found() {
    let story = Story::begins().await;
    for secret in &story.secrets {
        story.calls_ann(secret).await;
        let mut admin = story.admin.clone();
        let looks = tokio::spawn(async move { admin.get("/admin/acme/access").await });
        let panic = looks.await.expect_err(secret).into_panic();
        let found = said(panic.as_ref());
        let told = found.strip_prefix("/admin/acme/access tells ");
        let told = told.expect(&found).split(':').next().unwrap();
        assert!(*secret == told || bare(secret) == told, "{found}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_or_a_code_that_was_told_to_nobody_before_is_found_in_an_answer_to_an_admin() {
    let story = Story::begins().await;
    // As an answer would have it that made both for the admin.
    let key = "otpauth:";
    story.calls_ann(key).await;
    let mut admin = story.admin.clone();
    let looks = tokio::spawn(async move { admin.get("/admin/acme/access").await });
    let found = said(looks.await.expect_err(key).into_panic().as_ref());
    assert!(
        found.starts_with("/admin/acme/access tells otpauth:"),
        "{found}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_in_a_page_that_chromium_loads_is_found() {
    let story = Story::begins().await;
    let cookies = story.admin.cookies.iter();
    let cookies: Vec<String> = cookies
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let request = format!(
        "GET /admin/acme/access HTTP/1.1\r\nHost: {}\r\nUser-Agent: HeadlessChrome/1\r\n\
         Cookie: {}\r\nConnection: close\r\n\r\n",
        story.portal.url.trim_start_matches("http://"),
        cookies.join("; ")
    );
    for secret in &story.secrets {
        story.calls_ann(secret).await;
        let mut wire = Wire::to(&story.portal.url).await;
        assert!(wire.send(&request).await);
        let page = wire.rest().await;
        assert!(page.contains(secret), "{page}");
    }
    story.ends("/admin/acme/access tells ");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_in_a_mail_is_found() {
    let story = Story::begins().await;
    for (number, secret) in story.secrets.iter().enumerate() {
        let portal = &story.portal;
        portal
            .mails_invitation(&story.acme, &format!("guest{number}"), secret)
            .await;
        let mails = portal.mails().await;
        assert!(mails.last().unwrap().text.contains(secret.as_str()));
    }
    story.ends("a mail to guest");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_in_the_log_is_found() {
    let story = Story::begins().await;
    let base = story.portal.url.as_str();
    for secret in &story.secrets {
        tracing::debug!(target: PLANTED, base, secret, "planted");
    }
    story.ends("the log tells ");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_told_their_own_is_told_no_secret() {
    let story = Story::begins().await;
    let mut admin = story.admin.clone();
    admin.get("/admin/acme/access").await;
    assert!(catch_unwind(AssertUnwindSafe(|| drop(story.portal))).is_ok());
}
