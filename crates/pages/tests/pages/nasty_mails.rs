//! Mails full of what somebody might write to change a header, the markup or the lines around it
//! (security.md EM-9): whatever it is, a mail keeps its shape.

use portcullis_core::audit::Event;
use portcullis_core::caller::Verified;
use portcullis_core::help_request::Wish;
use portcullis_core::language::Language;
use portcullis_core::notice::Notice;
use portcullis_core::secret::Secret;
use portcullis_pages::mail::{
    AddressLink, EmailCodeFor, EmailCodeMail, HelpAskedMail, InvitationMail, NoticeMail, ResetLink,
    TestMail,
};
use portcullis_pages::telling::By;
use portcullis_pages::{Letter, Mail, MailFrame, Place};

use crate::{mails, samples};

#[test]
fn a_mail_keeps_its_shape_whatever_people_wrote() {
    for language in Language::ALL {
        let plain = samples::in_language(language, || letters("Plain"));
        for nasty in nasty() {
            let letters = samples::in_language(language, || letters(&nasty));
            for (plain, letter) in plain.iter().zip(letters) {
                let shape = (letter.subject.lines().count(), tags(&letter.html));
                assert_eq!(shape, (1, tags(&plain.html)), "{nasty:.80}");
                let lines = |letter: &Letter| letter.text.lines().count();
                assert_eq!(lines(&letter), lines(plain), "{}", letter.text);
                assert!(letter.subject.chars().count() <= 151);
                assert!(letter.text.len() < 10_000 && letter.html.len() < 20_000);
                for part in [&letter.subject, &letter.text, &letter.html] {
                    assert!(!part.contains(['\r', '\u{202e}', '\u{2066}', '\u{2028}']));
                }
            }
        }
    }
}

fn nasty() -> Vec<String> {
    let long = "x".repeat(10_000);
    vec![
        "A\r\nBcc: eve@evil.example\r\n\r\n--portcullis\r\nContent-Type: text/html".to_owned(),
        r#"</bdi></p><img src=x onerror=alert(1)><a href="https://evil.example">"'&{{7*7}}"#
            .to_owned(),
        "\u{202e}gpj.exe\u{2066}\u{2028}\u{0}\u{1b}[31m".to_owned(),
        "{ $login } { $organization -> [one] 1 *[other] 2 } \u{f0000}\u{f0001}".to_owned(),
        format!("<{long}"),
        "\u{5d0}\u{627}".repeat(5_000),
    ]
}

/// A mail of each kind, with what people write replaced wherever it stands.
fn letters(word: &str) -> Vec<Letter> {
    let frame = MailFrame {
        place: Place {
            name: word.into(),
            accent: None,
            logo: None,
        },
        ..mails::frame()
    };
    let (until, from) = (samples::half_a_minute(), vec![word.to_owned(); 2]);
    let token = || Secret::new("AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQ".to_owned());
    let link = || Secret::new("https://portal.example.net/address/AbC".to_owned());
    let mut mails: Vec<Box<dyn Mail>> = vec![
        Box::new(TestMail {
            by: word.into(),
            at: samples::now(),
        }),
        Box::new(AddressLink {
            login_name: word.into(),
            link: link(),
            until,
            from: from.clone(),
        }),
        Box::new(ResetLink {
            login_name: word.into(),
            link: link(),
            until,
            from: from.clone(),
        }),
        Box::new(HelpAskedMail {
            wish: Wish::MfaOn,
            signed_in: true,
            name: word.into(),
            login_name: word.into(),
            path: "/admin/example/requests/AbC".into(),
        }),
        Box::new(InvitationMail {
            name: word.into(),
            token: token(),
            until,
        }),
        Box::new(EmailCodeMail {
            name: word.into(),
            browser: Some(word.into()),
            address: Some(word.into()),
            ..samples::mailed_code(EmailCodeFor::SignIn)
        }),
    ];
    let (name, reason, address) = (word.to_owned(), word.to_owned(), word.to_owned());
    let told = [
        (
            Notice::DeviceAdded,
            Event::DeviceAdded { name: name.clone() },
        ),
        (
            Notice::DeviceRemoved,
            Event::DeviceRemoved {
                name,
                replaced: false,
            },
        ),
        (
            Notice::Unfrozen,
            Event::AccountUnfrozen {
                reason: Verified::Told(reason),
                password_ended: true,
            },
        ),
        (
            Notice::AddressChanged,
            Event::AddressChanged {
                from: Some(address.clone()),
                to: address,
            },
        ),
    ];
    for (notice, event) in told {
        mails.push(Box::new(NoticeMail {
            notice,
            event,
            at: samples::now(),
            by: By::Person(word.into()),
            from: from.clone(),
            not_me: Some(token()),
        }));
    }
    let letter = |mail: Box<dyn Mail>| mail.letter(&frame).expect("a letter");
    mails.into_iter().map(letter).collect()
}

/// The tags of a document, with all that is in them.
fn tags(html: &str) -> Vec<&str> {
    let tags = html.split('<').skip(1);
    tags.filter_map(|rest| rest.split('>').next()).collect()
}
