//! Codes by email and from the help desk, and the choice between an app and email.

use portcullis_core::time::Span;
use portcullis_pages::mail::{EmailCodeFor, EmailCodeMail};
use portcullis_pages::*;

use super::*;

fn email_code() -> EmailCode {
    EmailCode {
        frame: frame(),
        action: "/sign-in/email-code".into(),
        send: "/sign-in/email-code/send".into(),
        hidden: vec![("attempt", "hQ3v".into())],
        who: "ann.bauer@example.com".into(),
        opens: EmailCodeOpens::SignIn,
        to: "a•••@example.com".into(),
        good_until: Some(now() + Span::minutes(5)),
        wait: Some(48),
        refusal: None,
        remember: None,
        app_link: None,
        recovery: None,
        enrollment_link: None,
        way_link: None,
    }
}

fn enrollment_code() -> EnrollmentCode {
    EnrollmentCode {
        frame: frame(),
        attempt: "hQ3v".into(),
        who: "ann@example".into(),
        resets: false,
        refusal: None,
        email_link: None,
        way_link: None,
    }
}

pub fn by_email() -> Vec<(String, String)> {
    let until = half_a_minute();
    let refused = |refusal| EmailCode {
        refusal: Some(refusal),
        ..email_code()
    };
    let soon = |seconds| EmailRefusal::TooSoon { seconds, until };
    vec![
        page("email code", &email_code()),
        page(
            "email code, other ways",
            &EmailCode {
                app_link: Some("/sign-in/code?attempt=hQ3v".into()),
                recovery: Some(("/sign-in/recovery-code?attempt=hQ3v".into(), 7)),
                wait: Some(1),
                ..email_code()
            },
        ),
        page(
            "email code, none sent",
            &EmailCode {
                good_until: None,
                wait: Some(400),
                ..email_code()
            },
        ),
        page(
            "email code, first set-up",
            &EmailCode {
                opens: EmailCodeOpens::SetUp,
                enrollment_link: Some("/sign-in/enrollment-code?attempt=hQ3v".into()),
                way_link: Some("/sign-in/way?attempt=hQ3v".into()),
                wait: None,
                ..email_code()
            },
        ),
        page(
            "email code, step-up",
            &EmailCode {
                opens: EmailCodeOpens::StepUp { act: Act::Devices },
                ..email_code()
            },
        ),
        page(
            "email code, reset",
            &EmailCode {
                opens: EmailCodeOpens::Reset,
                ..email_code()
            },
        ),
        page(
            "email code, remember",
            &EmailCode {
                remember: Some(Remember {
                    days: 14,
                    ticked: false,
                }),
                ..email_code()
            },
        ),
        page(
            "email code, taken up",
            &EmailCode {
                opens: EmailCodeOpens::TakeUp,
                ..email_code()
            },
        ),
        page(
            "email code, MFA on again",
            &EmailCode {
                opens: EmailCodeOpens::SwitchOn,
                ..email_code()
            },
        ),
        page("email code, wrong", &refused(EmailRefusal::Wrong)),
        page(
            "email code, not six digits",
            &refused(EmailRefusal::NotSixDigits),
        ),
        page(
            "email code, recovery code",
            &refused(EmailRefusal::RecoveryCode),
        ),
        page("email code, expired", &refused(EmailRefusal::Expired)),
        page("email code, used up", &refused(EmailRefusal::UsedUp)),
        page("email code, too soon", &refused(soon(48))),
        page("email code, too soon by minutes", &refused(soon(400))),
        page(
            "email code, delayed",
            &refused(EmailRefusal::Delayed { seconds: 30, until }),
        ),
        page("email code, suspended", &refused(EmailRefusal::Suspended)),
    ]
}

pub fn beside_email() -> Vec<(String, String)> {
    let until = half_a_minute();
    let not_taken = |refusal| EnrollmentCode {
        refusal: Some(refusal),
        ..enrollment_code()
    };
    vec![
        page(
            "code, other way by email",
            &Code {
                email_link: Some("/sign-in/email-code?attempt=hQ3v".into()),
                ..code()
            },
        ),
        page(
            "code, mailed",
            &Code {
                refusal: Some(CodeRefusal::Mailed),
                ..code()
            },
        ),
        page(
            "choose way",
            &ChooseWay {
                frame: frame(),
                attempt: "hQ3v".into(),
                app: true,
                to: Some("a•••@example.com".into()),
                until: None,
            },
        ),
        page(
            "choose way, or later",
            &ChooseWay {
                frame: frame(),
                attempt: "hQ3v".into(),
                app: true,
                to: None,
                until: Some(now() + Span::days(9)),
            },
        ),
        page("enrollment code", &enrollment_code()),
        page(
            "enrollment code, reset",
            &EnrollmentCode {
                resets: true,
                ..enrollment_code()
            },
        ),
        page(
            "enrollment code, or email",
            &EnrollmentCode {
                email_link: Some("/sign-in/email-code?attempt=hQ3v".into()),
                way_link: Some("/sign-in/way?attempt=hQ3v".into()),
                ..not_taken(EnrollmentRefusal::Wrong)
            },
        ),
        page(
            "enrollment code, not a code",
            &not_taken(EnrollmentRefusal::NotACode),
        ),
        page("enrollment code, gone", &not_taken(EnrollmentRefusal::Gone)),
        page(
            "enrollment code, delayed",
            &not_taken(EnrollmentRefusal::Delayed { seconds: 30, until }),
        ),
        page(
            "enrollment code, suspended",
            &not_taken(EnrollmentRefusal::Suspended),
        ),
    ]
}

/// The MFA settings where codes by email are in use, or can be.
pub fn settings_by_email() -> Vec<(String, String)> {
    let to = || "a•••@example.com".to_owned();
    let in_use = |leaves| EmailCodes::InUse { to: to(), leaves };
    let alone = MfaSettings {
        devices: Vec::new(),
        recovery: None,
        email: Some(in_use(LeavesWithout::Nothing)),
        ..mfa_settings()
    };
    let settings = |email| MfaSettings {
        email: Some(email),
        ..mfa_settings()
    };
    let kept = MfaSettings {
        mfa: MfaStatus::Disabled,
        ..settings(in_use(LeavesWithout::Devices))
    };
    let required = MfaSettings {
        required_by: Some("Example GmbH".into()),
        email: Some(in_use(LeavesWithout::TooLittle)),
        ..alone.clone()
    };
    let off = MfaSettings {
        mfa: MfaStatus::Disabled,
        ..alone.clone()
    };
    vec![
        page("mfa settings, by email alone", &alone),
        page("mfa settings, by email alone and required", &required),
        page("mfa settings, by email alone and disabled", &off),
        page(
            "mfa settings, email beside devices",
            &settings(in_use(LeavesWithout::Devices)),
        ),
        page("mfa settings, email beside devices, disabled", &kept),
        page(
            "mfa settings, email offered",
            &settings(EmailCodes::Offered { to: to() }),
        ),
        page(
            "account, by email alone",
            &Account {
                by_email: true,
                recovery: None,
                ..account()
            },
        ),
        page(
            "account, by email alone and disabled",
            &Account {
                mfa: MfaStatus::Disabled,
                by_email: true,
                recovery: None,
                ..account()
            },
        ),
    ]
}

pub fn mailed_code(opens: EmailCodeFor) -> EmailCodeMail {
    EmailCodeMail {
        code: "482 915".into(),
        opens,
        name: "Ann Bauer".into(),
        browser: Some("Firefox · Windows".into()),
        address: Some("203.0.113.24".into()),
        at: now(),
        until: now() + Span::minutes(5),
    }
}
