//! Mails as they are sent, as HTML and as text.

use portcullis_core::help_request::Wish;
use portcullis_core::secret::Secret;
use portcullis_core::time::Span;
use portcullis_pages::mail::{
    AddressLink, EmailCodeFor, HelpAskedMail, InvitationMail, ResetLink, TestMail,
};
use portcullis_pages::{Contact, Letter, Mail, MailFrame, Part, Place};

use crate::samples;

pub fn frame() -> MailFrame {
    let page = samples::frame();
    MailFrame {
        place: page.place,
        contacts: page.contacts,
        public_url: "https://portal.example.net".into(),
        now: page.now,
        language: page.language,
        zone: page.zone,
    }
}

/// Every mail with its name.
pub fn all() -> Vec<(&'static str, Letter)> {
    let mut mails: Vec<Box<dyn Mail>> = vec![Box::new(TestMail {
        by: "Clara Vogt".into(),
        at: samples::now(),
    })];
    mails.push(Box::new(AddressLink {
        login_name: "ann@example".into(),
        link: Secret::new("https://portal.example.net/address/AbC".into()),
        until: samples::half_a_minute(),
        from: Vec::new(),
    }));
    mails.push(Box::new(ResetLink {
        login_name: "ann@example".into(),
        link: Secret::new("https://portal.example.net/reset-password/AbC".into()),
        until: samples::half_a_minute(),
        from: vec!["Firefox on Windows".into(), "203.0.113.24".into()],
    }));
    mails.push(Box::new(InvitationMail {
        name: "Tom Novak".into(),
        token: Secret::new("AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQ".into()),
        until: samples::now() + Span::hours(72),
    }));
    mails.push(Box::new(HelpAskedMail {
        wish: Wish::Unlock,
        signed_in: false,
        name: "Ann Bauer".into(),
        login_name: "ann@example".into(),
        path: "/admin/example/requests/019e1c1c1c1c7000800000000000000d".into(),
    }));
    mails.extend(samples::notices());
    mails.push(Box::new(samples::mailed_code(EmailCodeFor::SignIn)));
    let letter = |mail: Box<dyn Mail>| (mail.name(), mail.letter(&frame()).expect("a letter"));
    mails.into_iter().map(letter).collect()
}

#[test]
fn every_mail_is_as_it_was_when_somebody_looked() {
    for (name, letter) in all() {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots" }, {
            insta::assert_snapshot!(format!("mail-{name}"), format!("{}\n\n{}\n\n{}", letter.subject, letter.text, letter.html));
        });
    }
}

#[test]
fn no_mail_loads_anything_or_runs_anything() {
    for (name, letter) in all() {
        for never in ["<script", "<img", "<link", "url(", "src=", "@import"] {
            assert!(!letter.html.contains(never), "{name}: {never}");
        }
    }
}

#[test]
fn a_mail_says_the_same_with_and_without_markup() {
    let frame = frame();
    let parts = vec![
        Part::Paragraph(frame.say("mail-test-works")),
        Part::Heading(frame.say("contacts-heading")),
        Part::Contacts,
        Part::Lines(vec!["Firefox on Windows".into(), "203.0.113.24".into()]),
        Part::Code("482 915".into()),
        Part::Link(
            frame.say("invitation-accept"),
            frame.link("/invitation/x?a=1&b=2"),
        ),
    ];
    let letter = frame
        .letter(&frame.say("mail-test-subject"), parts)
        .expect("a letter");
    for said in [
        "482 915",
        "Firefox on Windows",
        "203.0.113.24",
        "helpdesk@example.com",
        "Example GmbH",
    ] {
        assert!(
            letter.html.contains(said) && letter.text.contains(said),
            "{said}"
        );
    }
    assert!(
        letter
            .html
            .contains("href=\"https://portal.example.net/invitation/x?a=1&#38;b=2\"")
    );
    assert!(
        letter
            .text
            .contains("\nhttps://portal.example.net/invitation/x?a=1&b=2\n")
    );
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots" }, {
        insta::assert_snapshot!("mail-parts", format!("{}\n\n{}", letter.text, letter.html));
    });
}

#[test]
fn what_people_wrote_stays_one_line_of_text() {
    let nasty = format!(
        "A\r\nBcc: x@y\r\n\r\n<img src=x>\u{202e}{}",
        "x".repeat(10_000)
    );
    let frame = MailFrame {
        place: Place {
            name: nasty.clone(),
            accent: None,
            logo: None,
        },
        contacts: vec![Contact {
            label: nasty.clone(),
            ..Contact::default()
        }],
        ..frame()
    };
    let mail = TestMail {
        by: nasty.clone(),
        at: samples::now(),
    };
    let letters = [
        mail.letter(&frame),
        frame.letter(
            &frame.say("invitation-title").with("organization", &nasty),
            vec![Part::Lines(vec![nasty]), Part::Contacts],
        ),
    ];
    for letter in letters {
        let letter = letter.expect("a letter");
        assert!(
            !letter.subject.contains(char::is_control) && letter.subject.chars().count() <= 151
        );
        assert!(!letter.html.contains("<img") && !letter.html.contains('\u{202e}'));
        for part in [&letter.html, &letter.text] {
            assert!(!part.contains('\r') && part.len() < 7_000, "{}", part.len());
            assert!(!part.lines().any(|line| line.starts_with("Bcc")));
        }
    }
}

#[test]
fn the_mail_with_a_code_has_no_link_and_no_code_in_its_subject() {
    for opens in [
        EmailCodeFor::SignIn,
        EmailCodeFor::SetUp,
        EmailCodeFor::StepUp,
        EmailCodeFor::Reset,
        EmailCodeFor::Settings,
    ] {
        let letter = samples::mailed_code(opens).letter(&frame());
        let letter = letter.expect("a letter");
        assert!(!letter.subject.contains("482"), "{}", letter.subject);
        assert!(letter.text.contains("482 915") && letter.html.contains("482 915"));
        assert!(!letter.text.contains("://") && !letter.html.contains("href=\"http"));
    }
}
