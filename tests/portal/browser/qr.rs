//! The QR code on the rendered page is read by a program we did not write: on any screen, small, and
//! whatever the organization is called.

use data_encoding::BASE64;
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::Actor;
use portcullis_server::instance::{self, NewOrganization};
use serde_json::json;

use super::chromium::Chromium;
use super::phone::{Phone, camera};
use super::window::{Browser, Look};
use crate::portal::Portal;

/// Names with what usually breaks addresses.
const NAMES: [&str; 5] = [
    "Acme Works",
    "Acme: North",
    "help@acme.example",
    "Bäckerei Söhne & Töchter 100 %",
    "株式会社ポートカリス 🏰",
];
/// As long as a name may be; so many modules cannot be told apart at half their size.
const LONGEST: &str = "The Worshipful Company of Gate Wardens, Portcullis Makers and Drawbridge Keepers of Old Harborough";

impl Browser {
    /// A picture at half its size.
    async fn halved(&self, picture: &[u8]) -> Vec<u8> {
        let script = "const image = new Image();
            image.src = `data:image/png;base64,${arguments[0]}`;
            return image.decode().then(() => {
                const canvas = document.createElement('canvas');
                [canvas.width, canvas.height] = [image.width / 2, image.height / 2];
                const pen = canvas.getContext('2d');
                pen.imageSmoothingQuality = 'high';
                pen.drawImage(image, 0, 0, canvas.width, canvas.height);
                return canvas.toDataURL('image/png').split(',')[1];
            })";
        let half = self
            .client
            .execute(script, vec![json!(BASE64.encode(picture))])
            .await;
        let half = half.unwrap();
        BASE64
            .decode(half.as_str().expect("a picture").as_bytes())
            .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_qr_code_scans_on_any_screen_and_for_any_name() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let table = chromium.opens(&portal, Look::DESK).await; // where pictures are halved
    for (n, name) in NAMES.into_iter().chain([LONGEST]).enumerate() {
        let new = NewOrganization {
            slug: format!("acme{n}").parse().unwrap(),
            name: Name::parse(name).unwrap(),
            rule: Rule::Required,
        };
        let id = instance::create(&portal.app, &Actor::System, new)
            .await
            .unwrap()
            .unwrap();
        let person = portal
            .person(&portal.organization_now(id).await, "ann")
            .await;
        browser.signs_in(&person.login, &person.password).await;
        let first = browser.scans().await;
        let shown = (first.issuer.as_str(), first.account.as_str());
        assert_eq!(shown, (name, person.login.as_str()));
        for look in [
            Look::DESK,
            Look::DESK.dark(),
            Look::PHONE,
            Look::PHONE.dark(),
        ] {
            browser.looks(look).await;
            let picture = browser.picture().await;
            let mut pictures = vec![picture];
            if name != LONGEST {
                pictures.push(table.halved(&pictures[0]).await);
            }
            for picture in pictures {
                let read = camera(&browser.folder, &picture);
                assert_eq!(read.len(), 1, "{name}, {look:?}: {read:?}");
                let phone = Phone::with(&read[0]);
                assert_eq!(phone.code(portal.now()), first.code(portal.now()));
                assert_eq!(phone.issuer, name);
            }
        }
        browser.looks(Look::DESK).await;
        browser
            .gives_code(&first.code(portal.now()), "Enable")
            .await;
        browser.arrives_at("Store your recovery codes").await;
    }
}
