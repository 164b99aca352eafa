//! Logos: an admin puts up a file, and what is shown of it is what draws. Whoever is shown a page with it gets
//! it, and a page of its own it never is.

use data_encoding::BASE64;
use hyper::Method;
use portcullis_core::audit::{Event, Origin};
use portcullis_core::logo::LogoKind;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_core::time::Span;
use portcullis_server::{instance, organizations};
use portcullis_store::organizations::Organization;

use super::help_desk::agent;
use crate::client::{Answer, Client};
use crate::portal::Portal;

const HOME: &str = "/admin/acme/branding";
const FORM: &str = "/admin/acme/branding/logo";
/// A wordmark.
const WIDE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 10\"><path d=\"M0 0h40v10z\"/></svg>";
/// An emblem of one point.
const POINT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// Sends a file as the form does, under a name that says nothing.
async fn uploads(admin: &mut Client, file: &[u8]) -> Answer {
    let version = admin.get(FORM).await.hidden("version");
    sends(admin, file, &version).await
}

async fn sends(admin: &mut Client, file: &[u8], version: &str) -> Answer {
    let mut body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n{version}\r\n--edge\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"logo.png\"\r\nContent-Type: image/png\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let form = ("content-type", "multipart/form-data; boundary=edge");
    let headers = [form, ("sec-fetch-site", "same-origin")];
    admin.send(Method::POST, FORM, &headers, body.into()).await
}

/// The address of the logo on a page.
fn logo_of(page: &Answer) -> Option<String> {
    page.says("/logo/")
        .then(|| format!("/logo/{}", page.between("<img src=\"/logo/", "\"")))
}

fn changes(events: Vec<Event>) -> Vec<(Option<LogoKind>, Option<LogoKind>)> {
    let kinds = |event| match event {
        Event::LogoChanged { from, to } => Some((from.map(|it| it.kind), to.map(|it| it.kind))),
        _ => None,
    };
    events.into_iter().filter_map(kinds).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logo_is_on_the_pages_of_its_people_from_the_right_password_on_and_each_change_is_in_the_log()
 {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let globex = portal.organization("globex", Rule::Required).await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    admin.get(HOME).await.expects(200, "Add a logo");
    let saved = uploads(&mut admin, WIDE.as_bytes()).await;
    let home = "/admin/acme/branding?logo=saved".to_owned();
    assert_eq!(saved.location(), Some(home), "{}", saved.body);
    let page = admin.get("/admin/acme/branding?logo=saved").await;
    page.expects(200, "The logo is saved")
        .expects(200, "Change the logo");
    let logo = logo_of(&page).unwrap();
    assert_eq!(
        page.body.matches(&logo).count(),
        3,
        "above, on light and on dark"
    );

    // Wide, so it says the name; and nobody sees it before the right password.
    let ann = portal.person(&acme, "ann").await;
    let mut browser = portal.browser();
    assert_eq!(logo_of(&browser.get("/sign-in").await), None);
    let wrong = browser.signs_in(&ann.login, "wrong password").await;
    assert_eq!(logo_of(&wrong), None);
    let wizard = browser.signs_in(&ann.login, &ann.password).await;
    assert_eq!(logo_of(&wizard).as_ref(), Some(&logo), "{}", wizard.body);
    assert!(
        wizard.says("alt=\"ACME Works\"") && !wizard.says("<bdi>ACME Works</bdi></span>"),
        "{}",
        wizard.body
    );
    browser.enrolls(&portal, &ann).await;
    for path in ["/", "/account", "/account/mfa", "/nowhere"] {
        let page = browser.get(path).await;
        let expect = (path != "/nowhere").then_some(&logo);
        assert_eq!(logo_of(&page).as_ref(), expect, "{path}");
    }
    let gus = portal.person(&globex, "gus").await;
    let mut other = portal.browser();
    other.enrolls(&portal, &gus).await;
    assert_eq!(logo_of(&other.get("/").await), None);

    // Another one has another address, and stands beside the name; the one before is gone.
    let point = BASE64.decode(POINT.as_bytes()).unwrap();
    assert!(uploads(&mut admin, &point).await.location().is_some());
    let page = browser.get("/").await;
    let second = logo_of(&page).unwrap();
    assert_ne!(second, logo);
    assert!(page.says("alt=\"\"") && page.says("<bdi>ACME Works</bdi></span>"));
    assert_eq!(browser.get(&logo).await.status, 404);
    let picture = browser.get(&second).await;
    assert_eq!(picture.headers["content-type"], "image/png");

    let ask = admin.get("/admin/acme/branding/logo/remove").await;
    ask.expects(200, "The file is not kept");
    let stale = [("version", "1")];
    let refused = admin.post("/admin/acme/branding/logo/remove", &stale).await;
    refused.expects(409, "Somebody else changed it meanwhile");
    let version = ask.hidden("version");
    let removed = admin
        .post("/admin/acme/branding/logo/remove", &[("version", &version)])
        .await;
    let page = admin.follow(removed).await;
    page.expects(200, "The logo is removed");
    assert_eq!(logo_of(&page), None);
    assert_eq!(admin.get(&second).await.status, 404);
    assert_eq!(
        admin.get("/admin/acme/branding/logo/remove").await.status,
        404
    );

    let (svg, png) = (Some(LogoKind::Svg), Some(LogoKind::Png));
    let events = portal.events(Some(acme.id)).await;
    assert_eq!(changes(events), [(None, svg), (svg, png), (png, None)]);
    let log = admin.get("/admin/acme/audit").await;
    log.expects(200, "logo was changed (<bdi>SVG</bdi>, 512 × 128)")
        .expects(200, "logo was changed (<bdi>PNG</bdi>, 1 × 1)")
        .expects(200, "logo was removed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_refused_leaves_the_logo_as_it_was() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    uploads(&mut admin, WIDE.as_bytes()).await;
    let logo = logo_of(&admin.get(HOME).await).unwrap();
    let drawn = admin.get(&logo).await.body;
    let before = portal.entries(Some(acme.id)).await.len();

    let laughs = format!("<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>{WIDE}");
    let uses = WIDE.replace("<path", "<g id=\"a\"><use href=\"#a\"/></g><path");
    let mut huge = BASE64.decode(POINT.as_bytes()).unwrap();
    let cut = huge[..50].to_vec();
    // 30,000 points wide and high, with the checksum of such a header.
    huge[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let sum = crc(&huge[12..29]).to_be_bytes();
    huge[29..33].copy_from_slice(&sum);
    let long = vec![b' '; 64 * 1024 + 1];
    let files: [(&[u8], &str); 11] = [
        (b"", "Choose a file first"),
        (b"GIF89a\x01\x00\x01\x00", "It is neither SVG nor PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "It is neither SVG nor PNG"),
        (
            b"<html><script>alert(1)</script></html>",
            "It is neither SVG nor PNG",
        ),
        (laughs.as_bytes(), "It brings a document type"),
        (uses.as_bytes(), "more parts than a logo needs"),
        (
            b"<svg viewBox='0 0 9 9'><script>alert(1)</script></svg>",
            "Nothing of it can be drawn",
        ),
        (b"<svg><path d='M0 0'/></svg>", "say how large it is"),
        (&cut, "It is damaged or ends too early"),
        (&huge, "It has too many points"),
        (&long, "with at most 64 KB"),
    ];
    for (file, why) in files {
        let refused = uploads(&mut admin, file).await;
        refused
            .expects(422, "The file was not taken")
            .expects(422, why);
    }
    let version = admin.get(FORM).await.hidden("version");
    assert_eq!(sends(&mut admin, WIDE.as_bytes(), "").await.status, 400);
    let stale = sends(&mut admin, WIDE.as_bytes(), "1").await;
    stale.expects(409, "Somebody else changed it meanwhile");

    // Who may only look is not let near the form; whose proof is old proves again before choosing a file.
    let (mut auditor, ..) = agent(&portal, &acme, ("aud", Role::Auditor)).await;
    let page = auditor.get(HOME).await;
    assert!(page.says(&logo) && !page.says("Change the logo"));
    assert_eq!(auditor.get(FORM).await.status, 403);
    assert_eq!(
        sends(&mut auditor, WIDE.as_bytes(), &version).await.status,
        403
    );
    portal.wait(Span::minutes(6));
    for answer in [
        admin.get(FORM).await,
        sends(&mut admin, WIDE.as_bytes(), &version).await,
    ] {
        let to = answer.location().unwrap();
        assert!(to.starts_with("/step-up?act=people"), "{to}");
    }

    assert_eq!(logo_of(&admin.get("/").await).as_ref(), Some(&logo));
    assert_eq!(admin.get(&logo).await.body, drawn);
    let entries = portal.entries(Some(acme.id)).await;
    assert_eq!(
        changes(
            entries[before..]
                .iter()
                .map(|one| one.event.clone())
                .collect()
        ),
        []
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_drawing_that_would_do_more_only_what_draws_is_sent_and_nothing_runs_it() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let evil = WIDE.replace(
        "<path",
        "<script>alert(1)</script><image href=\"http://evil.example/x.png\"/><text>Acme</text>\
         <a href=\"javascript:alert(1)\"><rect width=\"9\" height=\"9\" onload=\"alert(1)\" \
         style=\"fill:url(http://evil.example)\"/></a><path",
    );
    let saved = uploads(&mut admin, evil.as_bytes()).await;
    let page = admin.follow(saved).await;
    page.expects(200, "Something was left out of the drawing");
    for told in [
        "Scripts: a logo runs nothing.",
        "Text, which would look different on each device.",
        "Pictures within the drawing.",
        "Links, and whatever would have been loaded from elsewhere.",
    ] {
        page.expects(200, told);
    }
    assert!(!page.says("Animations"));
    // What an address says was left out is a word of a list, or nothing.
    let made_up = admin
        .get("/admin/acme/branding?logo=saved&left_out=You+have+won")
        .await;
    assert!(!made_up.says("won") && !made_up.says("left out"));

    // To anybody who has the address: a page with the logo on it may be an invitation's.
    let logo = logo_of(&page).unwrap();
    let answer = portal.browser().get(&logo).await;
    assert_eq!(
        answer.body,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"512\" height=\"128\" viewBox=\"0 0 40 10\">\
         <g><rect height=\"9\" width=\"9\"/></g><path d=\"M0 0h40v10z\"/></svg>"
    );
    for (name, value) in [
        ("content-type", "image/svg+xml"),
        ("x-content-type-options", "nosniff"),
        (
            "content-security-policy",
            "default-src 'none'; style-src 'none'; frame-ancestors 'none'; sandbox",
        ),
        ("content-disposition", "attachment; filename=\"logo\""),
        ("cache-control", "private, max-age=31536000, immutable"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        let all: Vec<_> = answer.headers.get_all(name).iter().collect();
        assert_eq!(all, [value], "{name}");
    }
    let nothing = "/logo/00000000000070008000000000000001";
    for path in [nothing, "/logo/x", "/logo/..%2f..%2fassets"] {
        let answer = portal.browser().get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("style-src 'self'"), "a page like others");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_logo_is_read_at_a_time_and_who_waits_in_vain_is_told_to_come_again() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let version = admin.get(FORM).await.hidden("version");
    let turn = portal.app.logos.clone().acquire_owned().await.unwrap();
    let busy = sends(&mut admin, WIDE.as_bytes(), &version).await;
    busy.expects(503, "The file was not taken")
        .expects(503, "Choose the file once more");
    assert_eq!(busy.headers["retry-after"], "5");
    assert_eq!(logo_of(&admin.get(HOME).await), None);
    drop(turn);
    // Twenty at once: each has its turn, one of them is kept, and nobody waits any more.
    let mut running = Vec::new();
    for _ in 0..20 {
        let (mut admin, version) = (admin.clone(), version.clone());
        running.push(tokio::spawn(async move {
            sends(&mut admin, WIDE.as_bytes(), &version).await.status
        }));
    }
    let mut kept = 0;
    for one in running {
        let status = one.await.unwrap().as_u16();
        kept += usize::from(status == 303);
        assert!([303, 409, 503].contains(&status), "{status}");
    }
    assert_eq!(kept, 1);
    assert_eq!(portal.app.logos.available_permits(), 1);
    let events = portal.events(Some(acme.id)).await;
    assert_eq!(changes(events), [(None, Some(LogoKind::Svg))]);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_is_taken_at_all_is_refused_before_it_is_read() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let version = admin.get(FORM).await.hidden("version");
    // A photograph is told what to do; a film is not even let in.
    let refused = sends(&mut admin, &vec![b' '; 1024 * 1024], &version).await;
    refused.expects(422, "with at most 64 KB");
    let refused = sends(&mut admin, &vec![b' '; 2 * 1024 * 1024], &version).await;
    refused.expects(413, "too");
    assert_eq!(logo_of(&admin.get(HOME).await), None);
    assert_eq!(changes(portal.events(Some(acme.id)).await), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_puts_up_a_white_logo_is_told_that_it_can_hardly_be_seen() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    let white = WIDE.replace("<path", "<path fill=\"#fff\"");
    let saved = uploads(&mut admin, white.as_bytes()).await;
    let page = admin.follow(saved).await;
    page.expects(200, "The logo is saved")
        .expects(200, "The logo can hardly be seen");
    let saved = uploads(&mut admin, WIDE.as_bytes()).await;
    let page = admin.follow(saved).await;
    page.expects(200, "The logo is saved");
    assert!(!page.says("can hardly be seen"));
}

async fn set_active(portal: &Portal, organization: &Organization, active: bool) {
    let (app, who) = (&portal.app, Actor::System);
    let set = organizations::set_active(app, &who, organization, active, Origin::default()).await;
    set.unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspended_organization_shows_no_logo_and_a_deleted_one_leaves_none() {
    let portal = Portal::start().await;
    let msp = portal.organization("msp", Rule::Required).await;
    let olga = portal.person(&msp, "olga").await;
    let made = instance::make_owner(&portal.app, &Actor::System, Scope::of(msp.id), olga.id).await;
    made.unwrap().unwrap();
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut admin, ..) = agent(&portal, &acme, ("abe", Role::Admin)).await;
    uploads(&mut admin, WIDE.as_bytes()).await;
    let logo = logo_of(&admin.get("/").await).unwrap();
    let status = async || portal.browser().get(&logo).await.status;
    set_active(&portal, &acme, false).await;
    assert_eq!(status().await, 404);
    set_active(&portal, &acme, true).await;
    assert_eq!(status().await, 200);
    let (app, who) = (&portal.app, Actor::System);
    let acme = portal.organization_now(acme.id).await;
    let deleted = organizations::delete(app, &who, &acme, Origin::default()).await;
    deleted.unwrap().unwrap();
    assert_eq!(status().await, 404);
    assert_eq!(portal.count("SELECT COUNT(*) FROM logos").await, 0);
}

/// The checksum of a chunk (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}
