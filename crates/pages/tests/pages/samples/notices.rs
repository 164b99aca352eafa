//! Mails about an account.

use portcullis_core::audit::Event;
use portcullis_core::notice::Notice;
use portcullis_core::secret::Secret;
use portcullis_pages::Mail;
use portcullis_pages::mail::NoticeMail;
use portcullis_pages::telling::By;

use super::now;

/// One of each kind: done by the member, and by others.
pub fn notices() -> Vec<Box<dyn Mail>> {
    let left = Event::RecoveryCodeUsed { left: 3 };
    let required = Event::MfaRequired { required: true };
    let here = || vec!["Firefox · Windows".to_owned(), "203.0.113.24".to_owned()];
    let told = [
        (Notice::RecoveryCodeUsed, left, By::You, here()),
        (
            Notice::Required,
            required,
            By::Person("Clara Vogt".into()),
            Vec::new(),
        ),
    ];
    let mail = |(notice, event, by, from)| -> Box<dyn Mail> {
        Box::new(NoticeMail {
            notice,
            event,
            at: now(),
            by,
            from,
            not_me: Some(Secret::new(
                "Qm9ndXMgdG9rZW4gZm9yIGEgc2FtcGxlIG1haWwuLi4".into(),
            )),
        })
    };
    told.into_iter().map(mail).collect()
}
