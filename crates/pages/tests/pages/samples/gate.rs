//! Signing in: password, code, recovery code, and what happens after one; and troubles.

use portcullis_pages::*;

use super::*;

pub fn sign_in() -> SignIn {
    SignIn {
        frame: frame(),
        login: String::new(),
        return_to: None,
        notice: None,
    }
}

pub fn code() -> Code {
    Code {
        frame: frame(),
        action: "/sign-in/code".into(),
        hidden: vec![("attempt", "hQ3v".into())],
        who: "ann.bauer@example.com".into(),
        purpose: Purpose::SignIn,
        refusal: None,
        recovery_link: Some("/sign-in/recovery-code?attempt=hQ3v".into()),
        recovery_left: 7,
        remember: None,
        email_link: None,
    }
}

pub fn recovery_code() -> RecoveryCode {
    RecoveryCode {
        frame: frame(),
        action: "/sign-in/recovery-code".into(),
        hidden: vec![("attempt", "hQ3v".into())],
        who: "ann.bauer@example.com".into(),
        purpose: Purpose::SignIn,
        refusal: None,
        app_link: Some("/sign-in/code?attempt=hQ3v".into()),
        email_link: None,
    }
}

pub fn sign_ins() -> Vec<(String, String)> {
    let typed = |notice| SignIn {
        login: "ann@example".into(),
        notice: Some(notice),
        ..sign_in()
    };
    let until = half_a_minute();
    vec![
        page(
            "sign in",
            &SignIn {
                frame: instance(),
                ..sign_in()
            },
        ),
        page(
            "sign in, on the way somewhere",
            &SignIn {
                return_to: Some("/account?a=1&b=2".into()),
                ..sign_in()
            },
        ),
        page("sign in, refused", &typed(SignInNotice::Refused)),
        page(
            "sign in, delayed",
            &typed(SignInNotice::Delayed { seconds: 30, until }),
        ),
        page(
            "sign in, address delayed",
            &typed(SignInNotice::AddressDelayed { seconds: 30, until }),
        ),
        page(
            "sign in, address delayed for minutes",
            &typed(SignInNotice::AddressDelayed {
                seconds: 400,
                until,
            }),
        ),
        page(
            "sign in, signed out",
            &SignIn {
                notice: Some(SignInNotice::SignedOut),
                ..sign_in()
            },
        ),
        page(
            "sign in, ended",
            &SignIn {
                notice: Some(SignInNotice::Ended),
                ..sign_in()
            },
        ),
    ]
}

pub fn codes() -> Vec<(String, String)> {
    let until = half_a_minute();
    let refused = |refusal| Code {
        refusal: Some(refusal),
        ..code()
    };
    let step_up = |act| Code {
        action: "/step-up".into(),
        purpose: Purpose::StepUp { act },
        ..code()
    };
    vec![
        page("code", &code()),
        page(
            "code, remember",
            &Code {
                remember: Some(Remember {
                    days: 14,
                    ticked: false,
                }),
                ..code()
            },
        ),
        page(
            "code, remember, refused",
            &Code {
                remember: Some(Remember {
                    days: 1,
                    ticked: true,
                }),
                refusal: Some(CodeRefusal::Wrong),
                ..code()
            },
        ),
        page(
            "code, no recovery code left",
            &Code {
                recovery_link: None,
                recovery_left: 0,
                ..code()
            },
        ),
        page(
            "code, one recovery code left",
            &Code {
                recovery_left: 1,
                ..code()
            },
        ),
        page("code, wrong", &refused(CodeRefusal::Wrong)),
        page(
            "code, clock slow",
            &refused(CodeRefusal::ClockSlow { minutes: 4 }),
        ),
        page(
            "code, clock fast",
            &refused(CodeRefusal::ClockFast { minutes: 1 }),
        ),
        page("code, recovery code", &refused(CodeRefusal::RecoveryCode)),
        page("code, not six digits", &refused(CodeRefusal::NotSixDigits)),
        page(
            "code, already used",
            &refused(CodeRefusal::AlreadyUsed { seconds: 12 }),
        ),
        page(
            "code, already used, one second",
            &refused(CodeRefusal::AlreadyUsed { seconds: 1 }),
        ),
        page(
            "code, delayed",
            &refused(CodeRefusal::Delayed { seconds: 30, until }),
        ),
        page("code, suspended", &refused(CodeRefusal::Suspended)),
        page(
            "step-up, new recovery codes",
            &step_up(Act::NewRecoveryCodes),
        ),
        page("step-up, administration", &step_up(Act::Administration)),
    ]
}

pub fn recoveries() -> Vec<(String, String)> {
    let until = half_a_minute();
    let spent = |refusal| RecoveryCode {
        refusal: Some(refusal),
        ..recovery_code()
    };
    let device = device("Ann’s phone", Some(ago(3 * 24 * 60)));
    vec![
        page("recovery code", &recovery_code()),
        page("recovery code, wrong", &spent(RecoveryRefusal::Wrong)),
        page(
            "recovery code, app's code",
            &spent(RecoveryRefusal::AppCode),
        ),
        page(
            "recovery code, already used",
            &spent(RecoveryRefusal::AlreadyUsed),
        ),
        page(
            "recovery code, not a code",
            &spent(RecoveryRefusal::NotACode),
        ),
        page(
            "recovery code, delayed",
            &spent(RecoveryRefusal::Delayed { seconds: 30, until }),
        ),
        page(
            "recovery code, suspended",
            &spent(RecoveryRefusal::Suspended),
        ),
        page("replace device", &replace(std::slice::from_ref(&device), 6)),
        page(
            "replace device, one of two",
            &replace(&[device.clone(), super::device("Work laptop", None)], 6),
        ),
        page(
            "replace device, last code",
            &replace(std::slice::from_ref(&device), 0),
        ),
        page("replace device, none on record", &replace(&[], 1)),
    ]
}

pub fn replace(devices: &[Device], left: u32) -> ReplaceDevice {
    ReplaceDevice {
        frame: frame(),
        attempt: "hQ3v".into(),
        devices: devices
            .iter()
            .zip(["a1", "b2"])
            .map(|(device, id)| (id.into(), device.clone()))
            .collect(),
        left,
    }
}

pub fn not_me() -> Vec<(String, String)> {
    let frame = frame();
    let token = "Qm9ndXMgdG9rZW4gZm9yIGEgc2FtcGxlIG1haWwuLi4".into();
    let asked = NotMe {
        frame: frame.clone(),
        token,
    };
    vec![
        page("not me", &asked),
        page("not me, done", &NotMeDone { frame }),
    ]
}

/// The mails of a throw-away portal.
pub fn demo_mails() -> Vec<(String, String)> {
    let text = "Example GmbH\n\nYour sign-in code\n\n    482 915\n\nOpen it:\nhttps://portal.example.com/invitation/AbC\nhttps://elsewhere.example/\n";
    let mail = CaughtMail {
        to: "ann.bauer@example.com".into(),
        subject: "Your sign-in code".into(),
        at: ago(2),
        text: text.into(),
    };
    let mails = DemoMail {
        frame: instance(),
        mails: vec![mail],
        public_url: "https://portal.example.com".into(),
    };
    let none = DemoMail {
        mails: Vec::new(),
        ..mails.clone()
    };
    vec![page("demo mail", &mails), page("demo mail, none", &none)]
}

pub fn troubles() -> Vec<(String, String)> {
    use Trouble::*;
    let all = [
        NotFound,
        Forbidden,
        Frozen,
        PersonFrozen,
        MfaRequired,
        MfaNotOffered,
        EmailCodesNotPermitted,
        DeletionNotOffered,
        BadForm,
        TooLarge,
        TooSlow,
        WrongType,
        MethodNotAllowed,
        CrossSite,
        WrongHost,
        SignInEnded,
        LinkGone,
        Busy { seconds: 2 },
        Unavailable,
        Internal,
    ];
    let name = |trouble: &Trouble| {
        format!("{trouble:?}")
            .chars()
            .take_while(|c| c.is_alphabetic())
            .collect::<String>()
    };
    all.iter()
        .map(|trouble| {
            page(
                &format!("trouble {}", name(trouble)),
                &ErrorPage {
                    frame: frame(),
                    home: match trouble {
                        WrongHost => "https://portal.example/".into(),
                        _ => "/".into(),
                    },
                    trouble: *trouble,
                },
            )
        })
        .collect()
}

pub fn resets() -> Vec<(String, String)> {
    let ask = ForgotPassword {
        frame: instance(),
        login: Field::default(),
        delayed: None,
    };
    let delayed = Delayed {
        seconds: 1_500,
        until: now() + Span::minutes(25),
    };
    let code = ResetCode {
        frame: instance(),
        login: Field::default(),
        refusal: None,
    };
    let new = NewPassword {
        frame: frame(),
        attempt: "0196c3f2".into(),
        login_name: "ann@example".into(),
        minimum: 8,
        password_alone: false,
        problem: None,
    };
    vec![
        page("forgot password", &ask),
        page(
            "forgot password, nothing typed",
            &ForgotPassword {
                login: Field::with_problem("", Problem::Missing),
                ..ask.clone()
            },
        ),
        page(
            "forgot password, too often",
            &ForgotPassword {
                login: Field::new("ann@example"),
                delayed: Some(delayed),
                ..ask.clone()
            },
        ),
        page("reset asked", &ResetAsked { frame: instance() }),
        page("reset code", &code),
        page(
            "reset code, wrong",
            &ResetCode {
                login: Field::new("ann@example"),
                refusal: Some(ResetCodeRefusal::Wrong),
                ..code.clone()
            },
        ),
        page(
            "reset code, delayed",
            &ResetCode {
                refusal: Some(ResetCodeRefusal::AddressDelayed(delayed)),
                ..code.clone()
            },
        ),
        page(
            "reset password",
            &ResetPassword {
                frame: instance(),
                token: "AbC-_9".into(),
            },
        ),
        page("new password", &new),
        page(
            "new password, too short",
            &NewPassword {
                problem: Some(Problem::TooShort { min: 15 }),
                password_alone: true,
                minimum: 15,
                ..new.clone()
            },
        ),
    ]
}
