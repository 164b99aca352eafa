//! The queue as those see it who run the instance.

use portcullis_core::audit::Origin;
use portcullis_core::id::MailId;
use portcullis_core::login::Email;
use portcullis_core::role::{self, Actor, Denied, Scope};
use portcullis_core::time::Span;
use portcullis_pages::mail::TestMail;
use portcullis_store::Tx;
use portcullis_store::mails::{self, Mail, Standing};

use super::{Recipient, queue};
use crate::app::App;
use crate::fault::Fault;

/// How far back mails that were given up are counted.
pub const LATELY: Span = Span::days(7);
/// How many mails are shown.
const SHOWN: u32 = 100;

/// The queue.
pub struct Queue {
    /// Its numbers.
    pub standing: Standing,
    /// Mails that wait or were given up, the newest first.
    pub unsent: Vec<Queued>,
}

/// A mail that is not sent.
pub struct Queued {
    /// What is known around it.
    pub mail: Mail,
    /// Its subject.
    pub subject: String,
    /// Whether it can be tried again by hand.
    pub can_try: bool,
}

/// The queue of the whole instance.
pub async fn queue_of_the_instance(
    app: &App,
    actor: &Actor,
) -> Result<Result<Queue, Denied>, Fault> {
    let now = app.now();
    if let Err(denied) = role::instance(actor, now) {
        return Ok(Err(denied));
    }
    let sealer = app.sealer.clone();
    let look = async move |tx: &mut Tx<'_>| {
        let standing = mails::standing(tx, now - LATELY).await?;
        let mut unsent = Vec::new();
        for mail in mails::unsent(tx, SHOWN).await? {
            let scope = Scope::of(mail.organization);
            let said = mails::message(tx, &sealer, scope, mail.id).await?;
            unsent.push(Queued {
                subject: said.map(|said| said.subject).unwrap_or_default(),
                can_try: mail.problem.is_some() && mail.good_until.is_none_or(|until| until > now),
                mail,
            });
        }
        Ok(Queue { standing, unsent })
    };
    Ok(Ok(app.store.read(look).await?))
}

/// Has one mail tried again, or all that were not taken.
pub async fn try_again(
    app: &App,
    actor: &Actor,
    only: Option<MailId>,
) -> Result<Result<u64, Denied>, Fault> {
    let now = app.now();
    if let Err(denied) = role::instance(actor, now) {
        return Ok(Err(denied));
    }
    let unit = async move |tx: &mut Tx<'_>| mails::try_again(tx, only, now).await;
    Ok(Ok(app.store.write(unit).await?))
}

/// Queues a test mail in the name of somebody's organization.
pub async fn test(
    app: &App,
    actor: &Actor,
    scope: Scope,
    (by, address): (String, Email),
    origin: Origin,
) -> Result<Result<(), Denied>, Fault> {
    let now = app.now();
    if let Err(denied) = role::instance(actor, now) {
        return Ok(Err(denied));
    }
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let to = Recipient {
            scope,
            account: None,
            address: address.as_str().to_owned(),
            language: origin.language,
        };
        let (by, at) = (by.clone(), now);
        queue(tx, &app_, &to, &TestMail { by, at }).await
    };
    Ok(Ok(app.store.write(unit).await?))
}
