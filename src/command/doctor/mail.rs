//! Whether mail leaves: the mail server, asked from here, and the queue.

use portcullis_core::time::{Span, Timestamp};
use portcullis_server::mail::{self, Transport};
use portcullis_store::mails::Standing;

use super::Finding;
use crate::config::Config;

/// For how long a mail may wait before somebody should look.
const LONG: Span = Span::minutes(15);

pub async fn server(config: &Config) -> Finding {
    let check = "mail server";
    let mail = config.settings.mail.as_ref();
    let Some(Transport::Smtp(server)) = mail.map(|mail| &mail.transport) else {
        return Finding::ok(check, "none: nothing that needs mail is offered");
    };
    let place = format!("{}:{}", server.host, server.port);
    match mail::knock(&config.settings).await {
        Some(Err(why)) => {
            let advice = "see `smtp.url`: host, port, certificate, user and password";
            Finding::problem(check, format!("{place}: {why}"), advice)
        }
        Some(Ok(())) | None => Finding::ok(check, format!("{place} lets the portal in")),
    }
}

pub fn queue(standing: &Standing, now: Timestamp) -> Finding {
    let check = "mail queue";
    let Standing {
        waiting, failed, ..
    } = standing;
    let found = format!("{waiting} mails wait, {failed} were given up in seven days");
    let waits_long = standing.oldest.is_some_and(|since| now.since(since) > LONG);
    if *failed > 0 || waits_long {
        let advice = "Administration, Mail names the causes and tries them again";
        Finding::warning(check, found, advice)
    } else {
        Finding::ok(check, found)
    }
}

/// The queue where no mail server is configured: nothing may be waiting for one.
pub fn without_server(standing: &Standing, email_codes: i64) -> Finding {
    let check = "mail queue";
    let waiting = standing.waiting;
    let found = format!("{waiting} mails wait, {email_codes} accounts use email codes");
    if waiting > 0 || email_codes > 0 {
        let found = format!("{found}, and no mail server is configured");
        let advice = "set `smtp.url`; until then whoever uses email codes needs an enrollment code from the help desk";
        Finding::problem(check, found, advice)
    } else {
        Finding::ok(check, found)
    }
}
