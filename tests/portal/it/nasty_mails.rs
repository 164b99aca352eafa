//! Names that would change a header or the markup of a mail, in the database, where no form has looked
//! at them (security.md EM-9): each kind of mail arrives as it does with plain ones.

use std::collections::BTreeMap;

use portcullis_core::audit::Origin;
use portcullis_core::id::InvitationId;
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_core::time::Span;
use portcullis_server::people;
use portcullis_store::{Tx, args};

use super::mail_delivery::{Delivering, SOON, sends_by};
use crate::mail_servers::{Arrived, Sink};
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_mail_arrives_with_the_headers_and_the_markup_of_one_with_plain_names() {
    let Some(plain) = arriving("Plain").await else {
        return;
    };
    assert_eq!(plain.len(), 5, "{:?}", plain.keys());
    let long = "x".repeat(10_000);
    for nasty in [
        "A\r\nBcc: eve@evil.example\r\n\r\n<img src=x onerror=alert(1)>",
        "</bdi><a href=\"https://evil.example/\">\u{202e}gpj.exe",
        &format!("=?utf-8?q?=0D=0ABcc:_eve@evil.example?= {long}"),
    ] {
        let arrived = arriving(nasty).await.unwrap();
        assert!(arrived.keys().eq(plain.keys()));
        for (to, mail) in arrived {
            let like = &plain[&to];
            assert_eq!(mail.headers(), like.headers(), "{to}");
            for header in ["from", "to", "content-type", "auto-submitted"] {
                assert_eq!(mail.header(header).len(), 1);
            }
            assert_eq!(mail.header("to"), [to.as_str()]);
            assert_eq!(mail.header("from"), like.header("from"));
            assert_eq!(mail.header("subject").len(), 1);
            let (body, like) = (mail.body(), like.body());
            assert_eq!(tags(&body), tags(&like), "{to}: {body}");
            assert_eq!(body.lines().count(), like.lines().count(), "{to}: {body}");
            // The organization's name, at least, is in each.
            let (start, escaped) = (nasty.contains("<img"), body.contains("&#60;img src=x"));
            assert_eq!(start, escaped, "{to}: {body}");
            assert!(!body.contains('\u{202e}') && body.len() < 20_000, "{to}");
        }
    }
}

/// A mail of each kind, by whom it went to, with a word in place of every name.
async fn arriving(word: &str) -> Option<BTreeMap<String, Arrived>> {
    let sink = Sink::start()?;
    let portal = Portal::start().await;
    let east = portal.organization("east", Rule::Required).await;
    let (gus, north) = (
        portal.person(&east, "gus").await,
        portal.organization("north", Rule::Off).await,
    );
    let mut browser = portal.browser();
    browser.enrolls(&portal, &gus).await;
    let (eva, finn) = (
        portal.person(&north, "eva").await,
        portal.person(&north, "finn").await,
    );
    sends_by(&portal, &sink.url(), SOON);
    let south = portal.organization("south", Rule::Required).await;
    let ann = portal.person(&south, "ann").await;
    portal.mails_invitation(&north, "cem", "Cem Yildiz").await;
    let asked = async move |tx: &mut Tx<'_>| {
        tx.run("DELETE FROM mails", &[]).await?;
        let sql = "SELECT id FROM invitations";
        tx.row(sql, &[], |r| r.get::<InvitationId>(0)).await
    };
    let invitation = portal.app.store.write(asked).await.unwrap().unwrap();
    let name = word.to_owned();
    let rename = async move |tx: &mut Tx<'_>| {
        for sql in [
            "UPDATE organizations SET name = $1",
            "UPDATE accounts SET name = $1",
            "UPDATE devices SET name = $1",
            "UPDATE invitations SET name = $1",
        ] {
            tx.run(sql, args![name.clone()]).await?;
        }
        tx.run(
            "UPDATE organizations SET rule = 'optional' WHERE slug = 'east'",
            &[],
        )
        .await
    };
    portal.app.store.write(rename).await.unwrap();
    let _delivering = Delivering::on(&portal);

    // A code, a link to a new password, an invitation, and notices of a browser and a device.
    portal.browser().signs_in(&ann.login, &ann.password).await;
    let form = [("login", eva.email.as_str())];
    portal.browser().post("/forgot-password", &form).await;
    portal.browser().signs_in(&finn.login, &finn.password).await;
    portal.browser().signs_in(&finn.login, &finn.password).await;
    let page = browser.get("/account/mfa").await;
    let device = page.between("href=\"/account/mfa/devices/", "\"");
    let path = format!("/account/mfa/devices/{device}/remove");
    assert_eq!(browser.post(&path, &[]).await.status, 303);
    portal.wait(Span::minutes(2));
    let north = portal.organization_now(north.id).await;
    let origin = Origin::default();
    let sent = people::send_again(&portal.app, &Actor::System, &north, invitation, origin).await;
    sent.unwrap().unwrap();
    let arrived = sink.waits_for(5).await.into_iter();
    Some(arrived.map(|mail| (mail.to.clone(), mail)).collect())
}

/// The tags of the part that is HTML. What the links in them open is each mail's own.
fn tags(body: &str) -> Vec<String> {
    let (_, html) = body.split_once("Content-Type: text/html").unwrap();
    let tags = html.split('<').skip(1);
    let tags = tags.filter_map(|rest| rest.split('>').next());
    let before_token = |tag: &str| {
        let end = ["/reset-password/", "/invitation/", "/not-me/"]
            .into_iter()
            .find_map(|path| Some(tag.find(path)? + path.len()));
        tag[..end.unwrap_or(tag.len())].replace(|c: char| c.is_ascii_digit(), "0")
    };
    tags.map(before_token).collect()
}
