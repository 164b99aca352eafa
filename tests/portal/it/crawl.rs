//! Every route, with an attempt in every state that an attempt can be in: only what its next step
//! allows answers, odd forms change nothing, and no secret is shown twice or out of its place.

use hyper::Method;
use portcullis_core::policy::{Channels, FirstProof, Policy, Rule};
use portcullis_core::time::Span;
use portcullis_server::web::{self, Method as RouteMethod, Needs, Route};

use super::email_codes::{last, organization};
use crate::app::App;
use crate::client::{Answer, Client};
use crate::it::reset::{gives, reset_code};
use crate::portal::{Person, Portal};

const COOKIE: &str = "__Host-portcullis-attempt";

/// How far an attempt has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    AskedForCode,
    MustSetUp,
    KeyPending,
    CodesNotStored,
    ToReplace,
    /// A reset, with a device to prove first.
    ResetAskedForCode,
    /// A reset, with nothing left to prove.
    ToChoosePassword,
    /// A code was mailed as the second factor.
    MailedCode,
    /// A code was mailed before a first set-up.
    FirstByEmail,
    /// The help desk's code is asked for before a first set-up.
    FirstByHelpDesk,
    /// An app or email is to be chosen.
    ToChoose,
    /// A set-up can be put off or begun.
    ToPutOff,
    Finished,
    Expired,
    /// A device that is set up in a session, whose cookie is not there.
    KeyOfSession,
    /// The same, with its recovery codes to store.
    CodesOfSession,
    /// Email codes that are taken up in a session, whose cookie is not there.
    EmailCodesOfSession,
    /// A step-up by a mailed code in a session, whose cookie is not there.
    StepUpOfSession,
    /// Its account was frozen meanwhile.
    Frozen,
    /// The id of somebody else's attempt, with this one's secret.
    WrongSecret,
}

const STATES: [State; 20] = [
    State::AskedForCode,
    State::MustSetUp,
    State::KeyPending,
    State::CodesNotStored,
    State::ToReplace,
    State::ResetAskedForCode,
    State::ToChoosePassword,
    State::MailedCode,
    State::FirstByEmail,
    State::FirstByHelpDesk,
    State::ToChoose,
    State::ToPutOff,
    State::KeyOfSession,
    State::CodesOfSession,
    State::EmailCodesOfSession,
    State::StepUpOfSession,
    State::Finished,
    State::Expired,
    State::Frozen,
    State::WrongSecret,
];

/// Where an attempt of a state is answered; everything else sends it back where it belongs.
fn allowed(state: State) -> &'static [(RouteMethod, &'static str)] {
    use RouteMethod::{Get, Post};
    match state {
        State::AskedForCode | State::ResetAskedForCode => &[
            (Get, "/sign-in/code"),
            (Post, "/sign-in/code"),
            (Get, "/sign-in/recovery-code"),
            (Post, "/sign-in/recovery-code"),
        ],
        State::MustSetUp => &[(Get, "/sign-in/set-up"), (Post, "/sign-in/set-up/app")],
        State::KeyPending => &[
            (Get, "/sign-in/set-up"),
            (Post, "/sign-in/set-up/app"),
            (Get, "/sign-in/set-up/scan"),
            (Post, "/sign-in/set-up/scan"),
        ],
        State::CodesNotStored => &[
            (Get, "/sign-in/set-up/recovery-codes"),
            (Post, "/sign-in/set-up/recovery-codes"),
            (Post, "/sign-in/set-up/stored"),
        ],
        State::ToReplace => &[
            (Get, "/sign-in/replace-device"),
            (Post, "/sign-in/replace-device"),
            (Get, "/sign-in/set-up"),
            (Post, "/sign-in/set-up/app"),
        ],
        State::ToChoosePassword => &[
            (Get, "/sign-in/new-password"),
            (Post, "/sign-in/new-password"),
        ],
        State::MailedCode => &[
            (Get, "/sign-in/email-code"),
            (Post, "/sign-in/email-code"),
            (Post, "/sign-in/email-code/send"),
        ],
        State::FirstByEmail => &[
            (Get, "/sign-in/email-code"),
            (Post, "/sign-in/email-code"),
            (Post, "/sign-in/email-code/send"),
            (Get, "/sign-in/enrollment-code"),
            (Post, "/sign-in/enrollment-code"),
        ],
        State::FirstByHelpDesk => &[
            (Get, "/sign-in/enrollment-code"),
            (Post, "/sign-in/enrollment-code"),
        ],
        State::ToChoose | State::ToPutOff => &[(Get, "/sign-in/way"), (Post, "/sign-in/way")],
        State::KeyOfSession
        | State::CodesOfSession
        | State::EmailCodesOfSession
        | State::StepUpOfSession
        | State::Finished
        | State::Expired
        | State::Frozen
        | State::WrongSecret => &[],
    }
}

/// Somebody on the way in.
struct Half {
    browser: Client,
    attempt: String,
    /// Keys and codes that were shown.
    secrets: Vec<String>,
}

/// Somebody new, up to the key.
async fn shown_a_key(portal: &Portal, person: &Person) -> (Half, App) {
    let mut browser = portal.browser();
    let page = browser.signs_in(&person.login, &person.password).await;
    let attempt = page.hidden("attempt");
    let start = [("attempt", attempt.as_str())];
    let answer = browser.post("/sign-in/set-up/app", &start).await;
    let app = App::with_key(&browser.follow(answer).await.key());
    let secrets = vec![app.key().clone()];
    let half = Half {
        browser,
        attempt,
        secrets,
    };
    (half, app)
}

/// Somebody with a device, up to the code.
async fn asked_for_code(portal: &Portal, person: &Person) -> (Half, App, Vec<String>) {
    let (app, codes) = portal.browser().enrolls(portal, person).await;
    portal.wait_for_next_code();
    let mut browser = portal.browser();
    let page = browser.signs_in(&person.login, &person.password).await;
    let mut secrets = codes.clone();
    secrets.push(app.key().clone());
    let half = Half {
        attempt: page.hidden("attempt"),
        browser,
        secrets,
    };
    (half, app, codes)
}

/// Somebody with a code from the help desk, up to what it leads to.
async fn resets(portal: &Portal, person: &Person) -> Half {
    let code = reset_code(portal, person).await;
    let mut browser = portal.browser();
    let opened = gives(&mut browser, &person.login, &code).await;
    let page = browser.follow(opened).await;
    Half {
        attempt: page.hidden("attempt"),
        browser,
        secrets: vec![code],
    }
}

/// Somebody signed in who begins something there, up to where an attempt is under way; without the
/// session's cookie.
async fn in_session(portal: &Portal, person: &Person, state: State) -> Half {
    let mut browser = portal.browser();
    let mut secrets = Vec::new();
    if state == State::StepUpOfSession {
        takes_email_codes(portal).await;
    }
    let page = browser.signs_in(&person.login, &person.password).await;
    let page = match state {
        State::KeyOfSession | State::CodesOfSession => {
            let answer = browser.post("/account/mfa/devices", &[]).await;
            let page = browser.follow(answer).await;
            let app = App::with_key(&page.key());
            secrets.push(app.key().clone());
            let (attempt, code) = (page.hidden("attempt"), app.code(portal.now()));
            let fields = [("attempt", attempt.as_str()), ("code", &code)];
            if state == State::KeyOfSession {
                page
            } else {
                let codes = browser.post("/account/mfa/devices/new", &fields).await;
                secrets.extend(codes.recovery_codes());
                codes
            }
        }
        State::EmailCodesOfSession => {
            let answer = browser.post("/account/mfa/email-codes", &[]).await;
            browser.follow(answer).await
        }
        _ => {
            let (attempt, code) = (page.hidden("attempt"), last(portal).await);
            let fields = [("attempt", attempt.as_str()), ("code", &code)];
            assert!(browser.post("/sign-in/email-code", &fields).await.opens());
            portal.wait(Span::minutes(6));
            let fields = [("act", "record"), ("return_to", "/account/data")];
            let answer = browser.post("/step-up/email-code/send", &fields).await;
            browser.follow(answer).await
        }
    };
    let session = browser.cookies.remove("__Host-portcullis");
    secrets.extend(session);
    Half {
        attempt: page.hidden("attempt"),
        browser,
        secrets,
    }
}

async fn takes_email_codes(portal: &Portal) {
    let unit = async |tx: &mut portcullis_store::Tx<'_>| {
        let sql = "UPDATE accounts SET email_codes_since = 1, mfa_status = 'enabled'";
        tx.run(sql, &[]).await
    };
    portal.app.store.write(unit).await.unwrap();
}

/// What the organization decides in a story about mail; nothing elsewhere.
fn decides(state: State, policy: &mut Policy) -> bool {
    match state {
        State::MailedCode => policy.channels = Channels::Email,
        State::ToChoose => policy.channels = Channels::Both,
        State::ToPutOff => policy.grace_days = 14,
        State::FirstByHelpDesk => policy.first_proof = Some(FirstProof::EnrollmentCode),
        State::FirstByEmail => {}
        State::KeyOfSession | State::CodesOfSession => {
            (policy.rule, policy.channels) = (Rule::Optional, Channels::Both);
        }
        State::EmailCodesOfSession | State::StepUpOfSession => {
            (policy.rule, policy.channels) = (Rule::Optional, Channels::Email);
        }
        _ => return false,
    }
    true
}

async fn brought(portal: &Portal, state: State) -> Half {
    let mut policy = Policy::new(Rule::Required);
    let acme = if decides(state, &mut policy) {
        organization(portal, "acme", |own| *own = policy).await
    } else {
        portal.organization("acme", Rule::Required).await
    };
    let ann = portal.person(&acme, "ann").await;
    match state {
        State::MailedCode
        | State::FirstByEmail
        | State::FirstByHelpDesk
        | State::ToChoose
        | State::ToPutOff
        | State::MustSetUp => {
            let mut browser = portal.browser();
            let page = browser.signs_in(&ann.login, &ann.password).await;
            Half {
                attempt: page.hidden("attempt"),
                browser,
                secrets: Vec::new(),
            }
        }
        State::KeyOfSession
        | State::CodesOfSession
        | State::EmailCodesOfSession
        | State::StepUpOfSession => in_session(portal, &ann, state).await,
        State::KeyPending => shown_a_key(portal, &ann).await.0,
        State::Frozen => {
            let half = shown_a_key(portal, &ann).await.0;
            let freeze = async |tx: &mut portcullis_store::Tx<'_>| {
                let sql = "UPDATE accounts SET state = 'frozen'";
                tx.run(sql, &[]).await
            };
            portal.app.store.write(freeze).await.unwrap();
            half
        }
        State::CodesNotStored => {
            let (mut half, app) = shown_a_key(portal, &ann).await;
            let code = app.code(portal.now());
            let fields = [("attempt", half.attempt.as_str()), ("code", &code)];
            let codes = half.browser.post("/sign-in/set-up/scan", &fields).await;
            half.secrets.extend(codes.recovery_codes());
            half
        }
        State::AskedForCode => asked_for_code(portal, &ann).await.0,
        State::ToReplace => {
            let (mut half, _, codes) = asked_for_code(portal, &ann).await;
            let fields = [
                ("attempt", half.attempt.as_str()),
                ("recovery_code", &codes[0]),
            ];
            let answer = half.browser.post("/sign-in/recovery-code", &fields).await;
            half.browser
                .follow(answer)
                .await
                .expects(200, "Set up another device");
            half
        }
        State::ResetAskedForCode => {
            let (half, _, _) = asked_for_code(portal, &ann).await;
            Half {
                secrets: half.secrets,
                ..resets(portal, &ann).await
            }
        }
        State::ToChoosePassword => resets(portal, &ann).await,
        State::Finished => {
            let (half, app, _) = asked_for_code(portal, &ann).await;
            let code = app.code(portal.now());
            let fields = [("attempt", half.attempt.as_str()), ("code", &code)];
            assert!(
                half.browser
                    .clone()
                    .post("/sign-in/code", &fields)
                    .await
                    .opens()
            );
            assert!(!half.browser.cookies.contains_key("__Host-portcullis"));
            half
        }
        State::Expired => {
            let (half, _, _) = asked_for_code(portal, &ann).await;
            portal.wait(Span::minutes(10));
            half
        }
        State::WrongSecret => {
            let ben = portal.person(&acme, "ben").await;
            let (mut half, _, _) = asked_for_code(portal, &ann).await;
            let (other, _, _) = asked_for_code(portal, &ben).await;
            let (_, secret) = half.browser.cookies[COOKIE].split_once('.').unwrap();
            let mixed = format!("{}.{secret}", other.attempt);
            half.browser.cookies.insert(COOKIE.to_owned(), mixed);
            half.attempt = other.attempt;
            half.secrets.extend(other.secrets);
            half
        }
    }
}

/// What stands in the tables that a sign-in touches, as texts to compare.
async fn rows(portal: &Portal) -> Vec<String> {
    let unit = async move |tx: &mut portcullis_store::Tx<'_>| {
        let mut all = Vec::new();
        for sql in [
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || state || mfa_status || password_hash || COALESCE(signed_in_at, 0)), '') FROM accounts",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || HEX(totp_key) || last_step), '') FROM devices",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || COALESCE(stored_at, 0)), '') FROM recovery_sets",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || COALESCE(used_at, 0)), '') FROM recovery_codes",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || HEX(token_hash) || proofs || used_at), '') FROM sessions",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || HEX(token_hash) || proofs || keeps_device || COALESCE(way, '') || expires_at), '') FROM attempts",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || HEX(totp_key) || failures), '') FROM pending_devices",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || HEX(code_hash) || sent_at || tries), '') FROM email_codes",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || tries || COALESCE(used_at, 0)), '') FROM help_codes",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || kind), '') FROM mails",
            "SELECT COALESCE(GROUP_CONCAT(HEX(login) || failures), '') FROM login_counters",
            "SELECT COALESCE(GROUP_CONCAT(HEX(account_id) || kind || failures), '') FROM factor_counters",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || COALESCE(accepted_at, 0)), '') FROM invitations",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || COALESCE(used_at, 0)), '') FROM setup_links",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || COALESCE(used_at, 0)), '') FROM links",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || rule || version), '') FROM organizations",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id)), '') FROM role_grants",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id) || COALESCE(outcome, '')), '') FROM help_requests",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id)), '') FROM help_askings",
            "SELECT COALESCE(GROUP_CONCAT(HEX(id)), '') FROM audit_events",
        ] {
            all.extend(tx.row(sql, &[], |r| r.get::<String>(0)).await?);
        }
        Ok(all)
    };
    portal.app.store.read(unit).await.unwrap()
}

/// Forms that name the attempt and are not what any page sends, and one that only names it.
fn odd_forms(attempt: &str) -> [String; 6] {
    [
        String::new(),
        "attempt=".to_owned(),
        format!("attempt={attempt}&attempt={attempt}"),
        format!("attempt={attempt}&surprise=1"),
        format!("attempt={attempt}&code=123456&code=123456"),
        format!("attempt={attempt}&attempt=00000000000000000000000000000000"),
    ]
}

/// Forms that some page sends, with values that can be read.
fn good_forms(attempt: &str) -> [String; 15] {
    [
        format!("attempt={attempt}"),
        format!("attempt={attempt}&code=123456"),
        format!("attempt={attempt}&recovery_code=0000-0000-0000-0000"),
        format!("attempt={attempt}&password=rhubarb+lantern+okapi"),
        format!("attempt={attempt}&enrollment_code=0000-0000"),
        format!("attempt={attempt}&way=app"),
        format!("attempt={attempt}&way=email"),
        format!("attempt={attempt}&way=later"),
        format!("attempt={attempt}&choice=keep"),
        format!("attempt={attempt}&choice=replace"),
        format!("attempt={attempt}&set=00000000000000000000000000000000&stored=on"),
        // Many people at once, looked at first, as a table, and as if that had been looked at.
        "people=Eve+Example%2C+eve%40acme.example&by=paper&days=30".to_owned(),
        "people=Eve+Example%2C+eve&by=paper&days=30&shown=00".to_owned(),
        "people=login_name%2Cname%0Aeve%2CEve+Example&by=paper&days=30&shown=00".to_owned(),
        "do=ask&wish=unlock".to_owned(),
    ]
}

/// One request, from a copy of the browser; its answer is checked for what no answer may hold.
async fn call(half: &Half, route: Route, state: State, body: Option<String>) -> Answer {
    let path = route
        .path
        .replace("{organization}", "acme")
        .replace(['{', '}'], "");
    let mut browser = half.browser.clone();
    let what = format!("{state:?} {:?} {path} {body:?}", route.method);
    let answer = match body {
        None => {
            browser
                .get(&format!("{path}?attempt={}", half.attempt))
                .await
        }
        Some(body) => {
            let headers = [
                ("content-type", "application/x-www-form-urlencoded"),
                ("sec-fetch-site", "same-origin"),
            ];
            browser
                .send(Method::POST, &path, &headers, body.into())
                .await
        }
    };
    assert!(!answer.opens(), "{what} opened a session");
    assert!(answer.status.as_u16() < 500, "{what}: {}", answer.status);
    let its_place = state == State::KeyPending && path == "/sign-in/set-up/scan";
    let shows = |text: &String| {
        answer.says(text) || format!("{:?}", answer.headers).contains(text.as_str())
    };
    if !its_place {
        assert!(!half.secrets.iter().any(shows), "{what} shows a secret");
        assert!(!answer.says("otpauth:"), "{what} shows a key");
    }
    assert!(
        !answer.says("class=\"codes\""),
        "{what} shows recovery codes"
    );
    let may_answer = allowed(state).contains(&(route.method, route.path));
    let to_sign_in = answer
        .location()
        .is_some_and(|to| to.starts_with("/sign-in"));
    let refused = answer.status.is_client_error() && answer.status != 422;
    match route.needs {
        Needs::Nothing => {}
        Needs::Link => assert!(refused, "{what}: {}", answer.status),
        Needs::Attempt if may_answer => {}
        Needs::Attempt
        | Needs::Session
        | Needs::Administration
        | Needs::AnyAdministration
        | Needs::Instance => {
            assert!(to_sign_in || refused, "{what}: {}", answer.status);
        }
    }
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_in_any_state_is_answered_where_its_step_is_and_nowhere_else() {
    for state in STATES {
        let portal = Portal::start().await;
        portal.setup_link().await;
        let half = brought(&portal, state).await;
        let before = rows(&portal).await;
        let mut answered = Vec::new();
        for route in web::routes() {
            if route.method == RouteMethod::Get {
                let answer = call(&half, route, state, None).await;
                if route.needs == Needs::Attempt && answer.status == 200 {
                    answered.push((RouteMethod::Get, route.path));
                }
                continue;
            }
            let may_answer = allowed(state).contains(&(route.method, route.path));
            for form in odd_forms(&half.attempt) {
                // The first page takes a form without a login as a try at nobody's.
                if route.path != "/sign-in" || !form.is_empty() {
                    call(&half, route, state, Some(form)).await;
                }
            }
            for form in good_forms(&half.attempt) {
                if !may_answer && route.needs != Needs::Nothing {
                    call(&half, route, state, Some(form)).await;
                }
            }
        }
        let expect: Vec<_> = allowed(state)
            .iter()
            .copied()
            .filter(|(method, _)| *method == RouteMethod::Get)
            .collect();
        answered.sort_by_key(|(_, path)| *path);
        let mut expect = expect;
        expect.sort_by_key(|(_, path)| *path);
        assert_eq!(answered, expect, "{state:?}");
        assert_eq!(rows(&portal).await, before, "{state:?}");
    }
}
