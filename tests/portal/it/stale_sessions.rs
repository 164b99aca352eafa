//! Every form that a session can send, from a session whose proof is not fresh (security.md SE-8): each says
//! here which proof it asks for first, or why it asks for none. A new route without a row fails.

use portcullis_core::audit::Event;
use portcullis_core::policy::{Channels, FirstProof, Rule};
use portcullis_core::sign_in::Act;
use portcullis_core::time::Span;
use portcullis_server::web::{self, Method, Needs};
use portcullis_store::Tx;

use super::email_codes::organization;
use crate::app::App;
use crate::client::Client;
use crate::portal::{Person, Portal};

/// What a form meets.
enum Meets {
    /// A fresh proof for an act is asked for first, and that it was is written down.
    Asked(Act),
    /// It is let through, since nothing that it does opens the account to anybody.
    Harmless,
    /// It goes on with an attempt that was begun after a fresh proof, and there is none.
    Begun,
    /// What is typed is itself the proof.
    Proof,
}

type Row = (&'static str, &'static [(&'static str, &'static str)], Meets);

const ROWS: &[Row] = &[
    ("/account", &[("name", "Eva")], Meets::Harmless),
    (
        "/account/address",
        &[("email", "thief@else.example")],
        Meets::Asked(Act::Address),
    ),
    (
        "/account/password",
        &[
            ("current", "known to the thief"),
            ("password", "rhubarb lantern okapi"),
        ],
        Meets::Asked(Act::Password),
    ),
    // A word takes the agent who tells it.
    (
        "/account/caller",
        &[("do", "word"), ("word", "babababa")],
        Meets::Harmless,
    ),
    // A request changes nothing until somebody answers it.
    (
        "/account/requests",
        &[("do", "ask"), ("wish", "unlock")],
        Meets::Harmless,
    ),
    ("/account/data", &[], Meets::Asked(Act::Record)),
    ("/account/deletion", &[], Meets::Asked(Act::Record)),
    ("/account/deletion/withdraw", &[], Meets::Asked(Act::Record)),
    ("/account/mfa/disable", &[], Meets::Asked(Act::EndMfa)),
    ("/account/mfa/enable", &[("code", "000000")], Meets::Proof),
    ("/account/mfa/email-codes", &[], Meets::Asked(Act::Devices)),
    (
        "/account/mfa/email-codes/code",
        &[("code", "000000")],
        Meets::Begun,
    ),
    ("/account/mfa/email-codes/send", &[], Meets::Begun),
    (
        "/account/mfa/email-codes/stop",
        &[],
        Meets::Asked(Act::EndMfa),
    ),
    ("/account/mfa/devices", &[], Meets::Asked(Act::Devices)),
    (
        "/account/mfa/devices/new",
        &[("code", "000000"), ("name", "Thief’s phone")],
        Meets::Begun,
    ),
    ("/account/mfa/devices/codes", &[], Meets::Begun),
    (
        "/account/mfa/devices/stored",
        &[
            ("set", "00000000000000000000000000000000"),
            ("stored", "on"),
        ],
        Meets::Begun,
    ),
    (
        "/account/mfa/devices/{device}",
        &[("name", "Thief’s phone")],
        Meets::Asked(Act::Devices),
    ),
    (
        "/account/mfa/devices/{device}/remove",
        &[],
        Meets::Asked(Act::Devices),
    ),
    (
        "/account/recovery-codes",
        &[],
        Meets::Asked(Act::NewRecoveryCodes),
    ),
    (
        "/account/recovery-codes/stored",
        &[
            ("set", "00000000000000000000000000000000"),
            ("stored", "on"),
        ],
        Meets::Harmless,
    ),
    (
        "/account/sessions/end",
        &[("session", "00000000000000000000000000000000")],
        Meets::Harmless,
    ),
    ("/account/sessions/end-others", &[], Meets::Harmless),
    (
        "/account/browsers/forget",
        &[("browser", "00000000000000000000000000000000")],
        Meets::Harmless,
    ),
    (
        "/step-up",
        &[("act", "devices"), ("code", "000000")],
        Meets::Proof,
    ),
    (
        "/step-up/email-code",
        &[("act", "devices"), ("code", "000000")],
        Meets::Proof,
    ),
    (
        "/step-up/email-code/send",
        &[("act", "devices")],
        Meets::Proof,
    ),
];

/// Eva with an app, MFA on or switched off, in an organization that permits everything.
async fn eva(portal: &Portal, disabled: bool) -> (Person, Client) {
    let north = organization(portal, "north", |policy| {
        policy.rule = Rule::Optional;
        policy.channels = Channels::Both;
        policy.first_proof = Some(FirstProof::Nothing);
        policy.deletion_requests = true;
    })
    .await;
    let eva = portal.person(&north, "eva").await;
    let mut browser = portal.browser();
    browser.signs_in(&eva.login, &eva.password).await;
    let answer = browser.post("/account/mfa/devices", &[]).await;
    let page = browser.follow(answer).await;
    let app = App::with_key(&page.key());
    let (attempt, code) = (page.hidden("attempt"), app.code(portal.now()));
    let fields = [("attempt", attempt.as_str()), ("code", &code)];
    let page = browser.post("/account/mfa/devices/new", &fields).await;
    let (attempt, set) = (page.hidden("attempt"), page.hidden("set"));
    let fields = [
        ("attempt", attempt.as_str()),
        ("set", &set),
        ("stored", "on"),
    ];
    browser.post("/account/mfa/devices/stored", &fields).await;
    if disabled {
        browser.post("/account/mfa/disable", &[]).await;
    }
    (eva, browser)
}

/// What opens the account, and what is asked of others about it.
async fn held(portal: &Portal) -> Vec<String> {
    let unit = async move |tx: &mut Tx<'_>| {
        let mut all = Vec::new();
        for sql in [
            "SELECT GROUP_CONCAT(HEX(id) || state || mfa_status || switched_off || password_hash || email || \
             COALESCE(email_codes_since, '') || COALESCE(deletion_asked_at, '')) FROM accounts",
            "SELECT GROUP_CONCAT(HEX(id) || name || HEX(totp_key)) FROM devices",
            "SELECT GROUP_CONCAT(HEX(id) || made_at) FROM recovery_sets",
            "SELECT COUNT(*) || '' FROM recovery_codes WHERE used_at IS NULL",
            "SELECT COUNT(*) || '' FROM pending_devices",
            "SELECT COUNT(*) || '' FROM links WHERE purpose <> 'not_me'",
            "SELECT COUNT(*) || '' FROM audit_events WHERE event LIKE '%data_downloaded%'",
        ] {
            all.extend(tx.row(sql, &[], |r| r.get::<String>(0)).await?);
        }
        Ok(all)
    };
    portal.app.store.read(unit).await.unwrap()
}

async fn asked(portal: &Portal, person: &Person) -> Vec<Act> {
    let events = portal.events(Some(person.organization)).await;
    let act = |event| match event {
        Event::StepUpAsked { act } => Some(act),
        _ => None,
    };
    events.into_iter().filter_map(act).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_of_a_session_asks_for_a_fresh_proof_or_says_why_it_needs_none() {
    let posts = web::routes()
        .into_iter()
        .filter(|route| route.method == Method::Post && route.needs == Needs::Session);
    let posts: Vec<&str> = posts.map(|route| route.path).collect();
    for path in &posts {
        let rows = ROWS.iter().filter(|(known, ..)| known == path).count();
        assert_eq!(rows, 1, "{path} has no row, or two");
    }
    for disabled in [false, true] {
        let portal = Portal::start().await;
        let (eva, owner) = eva(&portal, disabled).await;
        portal.wait(Span::minutes(6));
        let unit = async move |tx: &mut Tx<'_>| {
            tx.row("SELECT LOWER(HEX(id)) FROM devices", &[], |r| {
                r.get::<String>(0)
            })
            .await
        };
        let device = portal.app.store.read(unit).await.unwrap().unwrap();
        let (before, mut acts) = (held(&portal).await, Vec::new());
        for (path, form, meets) in ROWS {
            assert!(posts.contains(path), "there is no {path}");
            let mut thief = owner.clone();
            let answer = thief.post(&path.replace("{device}", &device), form).await;
            let to = answer.location().unwrap_or_default();
            let what = format!("{path} (disabled: {disabled}): {} {to}", answer.status);
            match meets {
                Meets::Asked(act) => {
                    assert!(to.starts_with("/step-up?act="), "{what}");
                    acts.push(*act);
                }
                Meets::Begun => assert!(
                    to.starts_with("/account/mfa") || answer.status == 400,
                    "{what}"
                ),
                Meets::Proof => assert!(!answer.opens(), "{what}"),
                Meets::Harmless => assert!(!to.starts_with("/step-up"), "{what}"),
            }
            assert!(
                !answer.says("otpauth:") && !answer.says("class=\"codes\""),
                "{what}"
            );
            assert_eq!(held(&portal).await, before, "{what}");
        }
        assert_eq!(asked(&portal, &eva).await, acts, "disabled: {disabled}");
        let mut mails = portal.mails().await;
        mails.retain(|mail| mail.kind != "help_request");
        assert!(mails.iter().all(|mail| mail.to == eva.email));
    }
}
