//! The task that hands mails over: several at a time, few to one domain, each leased in the database
//! while it is tried, so that of several nodes one does. It stands apart from everything that
//! answers people: whatever a mail server does, nobody waits for it but this.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use portcullis_core::id::{MailId, NodeId};
use portcullis_core::role::Scope;
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::mails::{self, Mail, Message};
use portcullis_store::{Result, Tx};
use tokio::task::JoinSet;
use tracing::{debug, info, warn};

use super::settings::{MailSettings, Transport};
use super::smtp::{Ready, Route, Trouble};
use crate::app::App;
use crate::fault::Fault;

/// How often the queue is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How many mails are handed over at a time.
const AT_A_TIME: usize = 8;
/// How many of them to one domain, so that one that hangs leaves room for the others.
const TO_ONE_DOMAIN: usize = 3;
/// How many waiting mails are looked at for one that may go.
const LOOKED_AT: u32 = 1_000;
/// How long a mail is another's after a node that had it died.
const LEASE: Span = Span::minutes(1);
/// How often a lease is renewed.
const RENEW_EVERY: Duration = Duration::from_secs(20);
/// The first wait after a try that failed; each is twice the one before.
const FIRST_WAIT: Span = Span::minutes(1);
/// The longest wait when the server said that it can't take this mail now.
const LONGEST_WAIT: Span = Span::hours(4);
/// The longest wait when no mail gets through, since that says nothing about this one.
const LONGEST_WAIT_FOR_SERVER: Span = Span::minutes(10);
/// How long a mail is tried.
const GIVE_UP_AFTER: Span = Span::days(2);

/// Hands over what is due, until it is told to stop; then it ends what is under way.
pub async fn run(app: App, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    let mut running = JoinSet::new();
    let mut under_way: HashMap<MailId, String> = HashMap::new();
    loop {
        tokio::select! {
            () = &mut stop => break,
            () = tokio::time::sleep(LOOK_EVERY) => {}
            Some(ended) = running.join_next() => match ended {
                Ok(id) => { under_way.remove(&id); }
                Err(error) => {
                    warn!(%error, "a mail broke off; it is tried again");
                    under_way.clear(); // whose it was is not said, and leases hold the others back
                }
            },
        }
        if !is_on(&app) || running.len() >= AT_A_TIME {
            continue;
        }
        match choose(&app, &under_way, AT_A_TIME - running.len()).await {
            Ok(chosen) => {
                for mail in chosen {
                    under_way.insert(mail.id, domain(&mail).to_owned());
                    running.spawn(deliver(app.clone(), mail));
                }
            }
            Err(error) => warn!(%error, "mails wait"),
        }
    }
    running.join_all().await;
}

fn is_on(app: &App) -> bool {
    let settings = app.settings();
    let transport = settings.mail.as_ref().map(|mail| &mail.transport);
    matches!(transport, Some(Transport::Smtp(_)))
}

fn domain(mail: &Mail) -> &str {
    mail.recipient
        .rsplit_once('@')
        .map_or("", |(_, domain)| domain)
}

/// The mails that may go now, with few to one domain.
async fn choose(
    app: &App,
    under_way: &HashMap<MailId, String>,
    room: usize,
) -> Result<Vec<Mail>, Fault> {
    let now = app.now();
    let look = async move |tx: &mut Tx<'_>| mails::due(tx, now, LOOKED_AT).await;
    let due = app.store.read(look).await?;
    let taken: HashSet<MailId> = under_way.keys().copied().collect();
    let mut to_domain: HashMap<String, usize> = HashMap::new();
    for domain in under_way.values() {
        *to_domain.entry(domain.clone()).or_default() += 1;
    }
    let mut chosen = Vec::new();
    for mail in due {
        let many = to_domain.entry(domain(&mail).to_owned()).or_default();
        if chosen.len() < room && *many < TO_ONE_DOMAIN && !taken.contains(&mail.id) {
            *many += 1;
            chosen.push(mail);
        }
    }
    Ok(chosen)
}

async fn deliver(app: App, mail: Mail) -> MailId {
    if let Err(error) = attempt(&app, &mail).await {
        warn!(mail = %mail.id, %error, "it is tried again");
    }
    mail.id
}

/// Takes a mail, if nobody else did, tries it once, and notes what became of it.
async fn attempt(app: &App, mail: &Mail) -> Result<(), Fault> {
    let settings = app.settings();
    let Some(MailSettings {
        from,
        transport: Transport::Smtp(server),
    }) = &settings.mail
    else {
        return Ok(());
    };
    let holder = NodeId::new(app.now(), app.random()?);
    let Some(said) = take(app, mail, holder).await? else {
        return Ok(());
    };
    let route = Route {
        server,
        own_host: settings.public_url.host_str().unwrap_or("localhost"),
    };
    let tried = async {
        let ready = Ready::new(mail, &said, from).map_err(Trouble::Never)?;
        route.hand_over(&ready).await
    };
    let outcome = if is_over(mail, app.now()) {
        Err(Trouble::Never("its time was over".to_owned()))
    } else {
        tokio::select! {
            outcome = tried => outcome,
            () = while_held(app, mail, holder) => return Ok(()),
        }
    };
    note(app, mail, holder, outcome).await
}

/// Whether a mail tells nobody anything any more.
fn is_over(mail: &Mail, at: Timestamp) -> bool {
    mail.good_until.is_some_and(|until| until <= at)
}

/// Leases a mail, and reads it; nothing when somebody else was first.
async fn take(app: &App, mail: &Mail, holder: NodeId) -> Result<Option<Message>, Fault> {
    let (now, id, scope) = (app.now(), mail.id, Scope::of(mail.organization));
    let sealer = app.sealer.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        if !mails::lease(tx, scope, id, (holder, now + LEASE), now).await? {
            return Ok(None);
        }
        mails::message(tx, &sealer, scope, id).await
    };
    Ok(app.store.write(unit).await?)
}

/// Renews the lease until it is lost. A database that does not answer loses nothing at once: the lease
/// runs on.
async fn while_held(app: &App, mail: &Mail, holder: NodeId) {
    let (id, scope) = (mail.id, Scope::of(mail.organization));
    loop {
        tokio::time::sleep(RENEW_EVERY).await;
        let until = app.now() + LEASE;
        let unit = async move |tx: &mut Tx<'_>| mails::renew(tx, scope, id, (holder, until)).await;
        if let Ok(false) = app.store.write(unit).await {
            warn!(mail = %id, "another node has taken it over");
            return;
        }
    }
}

/// Writes down what became of a try. That a mail was handed over is written until it stands: forgotten,
/// the mail would be sent twice.
async fn note(
    app: &App,
    mail: &Mail,
    holder: NodeId,
    outcome: Result<(), Trouble>,
) -> Result<(), Fault> {
    let (id, scope) = (mail.id, Scope::of(mail.organization));
    let Err(trouble) = outcome else {
        app.metrics.mail("sent");
        info!(mail = %id, kind = mail.kind, tries = mail.tries + 1, "mail handed over");
        loop {
            let now = app.now();
            let unit = async move |tx: &mut Tx<'_>| mails::sent(tx, scope, id, holder, now).await;
            match app.store.write(unit).await {
                Ok(_) => return Ok(()),
                Err(error) => {
                    warn!(mail = %id, %error, "that it was handed over can't be noted yet");
                }
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    };
    let now = app.now();
    let (cause, again) = (trouble.cause().to_owned(), next_try(mail, &trouble, now));
    // What the server said may name the address: it is for the page, not for the log.
    if let Some(at) = again {
        app.metrics.mail("postponed");
        let seconds = now.until(at).as_seconds();
        warn!(mail = %id, kind = mail.kind, tries = mail.tries + 1, again_in_seconds = seconds, "mail not taken");
    } else {
        app.metrics.mail("failed");
        warn!(mail = %id, kind = mail.kind, tries = mail.tries + 1, "mail given up");
    }
    debug!(mail = %id, cause, "why");
    let unit = async move |tx: &mut Tx<'_>| match again {
        Some(at) => mails::postpone(tx, scope, id, (holder, at), &cause).await,
        None => mails::give_up(tx, scope, id, (holder, now), &cause).await,
    };
    app.store.write(unit).await?;
    Ok(())
}

/// When a mail is tried again; never, if it was refused for good or its time is over by then.
fn next_try(mail: &Mail, trouble: &Trouble, now: Timestamp) -> Option<Timestamp> {
    let longest = match trouble {
        Trouble::Never(_) => return None,
        Trouble::Later(_) => LONGEST_WAIT,
        Trouble::Server(_) => LONGEST_WAIT_FOR_SERVER,
    };
    let doubled = FIRST_WAIT.as_millis() << mail.tries.min(20);
    let at = now + Span::millis(doubled.min(longest.as_millis()));
    let in_time = at < mail.created_at + GIVE_UP_AFTER && !is_over(mail, at);
    in_time.then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use portcullis_core::id::OrganizationId;

    fn mail(tries: u32, good_until: Option<i64>) -> Mail {
        Mail {
            id: MailId::from_bytes([1; 16]),
            organization: OrganizationId::from_bytes([1; 16]),
            recipient: "ann@acme.example".to_owned(),
            kind: "test".to_owned(),
            created_at: Timestamp::EPOCH,
            good_until: good_until.map(|minutes| Timestamp::EPOCH + Span::minutes(minutes)),
            due_at: Some(Timestamp::EPOCH),
            tries,
            sent_at: None,
            failed_at: None,
            problem: None,
        }
    }

    fn minutes(mail: &Mail, trouble: &Trouble, after: i64) -> Option<i64> {
        let now = Timestamp::EPOCH + Span::minutes(after);
        next_try(mail, trouble, now).map(|at| now.until(at).as_seconds() / 60)
    }

    #[test]
    fn each_wait_is_twice_the_one_before_up_to_hours_and_for_two_days() {
        let later = Trouble::Later(String::new());
        let waits = [0, 1, 2, 5, 7, 8, 9, 40].map(|tries| minutes(&mail(tries, None), &later, 0));
        let expect = [1, 2, 4, 32, 128, 240, 240, 240].map(Some);
        assert_eq!(waits, expect);
        assert_eq!(minutes(&mail(9, None), &later, 43 * 60), Some(240));
        assert_eq!(minutes(&mail(9, None), &later, 44 * 60), None);
        let server = Trouble::Server(String::new());
        assert_eq!(minutes(&mail(9, None), &server, 0), Some(10));
        assert_eq!(
            minutes(&mail(0, None), &Trouble::Never(String::new()), 0),
            None
        );
    }

    #[test]
    fn a_mail_whose_time_is_over_by_then_is_given_up() {
        let later = Trouble::Later(String::new());
        assert_eq!(minutes(&mail(0, Some(5)), &later, 0), Some(1));
        assert_eq!(minutes(&mail(2, Some(5)), &later, 3), None);
    }
}
