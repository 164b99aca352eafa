//! Mail: whatever happens queues it, in the transaction of its cause; a task of its own hands it over.

mod delivery;
mod instance;
mod settings;
mod smtp;

use jiff::tz::TimeZone;
use portcullis_core::audit::Origin;
use portcullis_core::id::{AccountId, MailId};
use portcullis_core::language::Language;
use portcullis_core::role::Scope;
use portcullis_pages::{Mail, MailFrame, Place};
use portcullis_store::accounts::{self, Account};
use portcullis_store::mails::{self, Message, NewMail};
use portcullis_store::{Error, Result, Tx, organizations};

pub use delivery::run as deliver;
pub use instance::{LATELY, Queue, Queued, queue_of_the_instance, test, try_again};
pub use settings::{Login, MailSettings, Sender, SmtpServer, TlsUse, Transport};

use self::smtp::Route;
use crate::app::{App, Settings};
use crate::web::browser;

/// To whom a mail goes.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// Whose organization's mail it is.
    pub scope: Scope,
    /// Whom it is about; `None` for people without an account.
    pub account: Option<AccountId>,
    /// The address, as it is on record.
    pub address: String,
    /// The language that whoever caused the mail reads: for people of whom none is known.
    pub language: Option<Language>,
}

/// Whether the mail server can be reached and lets the portal in; the cause if not, and nothing where
/// there is none.
pub async fn knock(settings: &Settings) -> Option<Result<(), String>> {
    let mail = settings.mail.as_ref()?;
    let Transport::Smtp(server) = &mail.transport else {
        return None;
    };
    let own_host = settings.public_url.host_str().unwrap_or("localhost");
    let knocked = Route { server, own_host }.knock().await;
    Some(knocked.map_err(|trouble| trouble.cause().to_owned()))
}

/// Queues a mail with what the transaction writes. Does nothing where no mail server is configured.
pub async fn queue(tx: &mut Tx<'_>, app: &App, to: &Recipient, mail: &dyn Mail) -> Result<()> {
    let settings = app.settings();
    if settings.mail.is_none() {
        return Ok(());
    }
    let now = app.now();
    let organization = organizations::get(tx, to.scope).await?;
    let organization = organization.ok_or_else(|| Error::refused("the organization is gone"))?;
    let own = match to.account {
        Some(account) => accounts::find(tx, to.scope, account).await?,
        None => None,
    };
    let frame = MailFrame {
        contacts: settings.contacts_of(Some(&organization.branding)),
        place: Place {
            name: organization.branding.name,
            accent: organization.branding.accent,
            // Mail programs load nothing, or tell whoever sends it when.
            logo: None,
        },
        public_url: app.link(""),
        now,
        language: own
            .as_ref()
            .and_then(language)
            .or(to.language)
            .unwrap_or_default(),
        zone: own.as_ref().and_then(zone).unwrap_or(settings.zone.clone()),
    };
    let written = mail.letter(&frame);
    let letter = written.map_err(|_| Error::refused("a mail could not be written"))?;
    let message = Message {
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
    };
    let new = NewMail {
        id: MailId::from_bytes(*app.events.next(now, app.random()?).as_bytes()),
        account: to.account,
        recipient: &to.address,
        kind: mail.name(),
        message: &message,
        good_until: mail.good_until(),
        nonce: app.random()?,
    };
    mails::add(tx, &app.sealer, to.scope, &new, now).await
}

/// The language that an account names, else the one that its first sign-in came in.
pub(crate) fn language(account: &Account) -> Option<Language> {
    let tag = account
        .language
        .as_deref()
        .or(account.browser_language.as_deref());
    tag.and_then(Language::parse)
}

/// The time zone that an account names.
fn zone(account: &Account) -> Option<TimeZone> {
    TimeZone::get(account.time_zone.as_deref()?).ok()
}

/// Where something was asked for from, as mails tell it: the browser and the address.
pub(crate) fn asked_from(origin: &Origin) -> Vec<String> {
    let agent = origin.agent.as_deref();
    let browser = agent.map(|agent| browser::name(agent).unwrap_or_else(|| agent.to_owned()));
    browser.into_iter().chain(origin.address.clone()).collect()
}
