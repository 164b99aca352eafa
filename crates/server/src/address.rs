//! Failures by network address: who tries many logins, or many passwords, from one place is told to
//! come back later, whoever they claim to be (security.md RL-1).

use std::net::IpAddr;

use portcullis_core::audit::{Asking, Event, Origin, Who};
use portcullis_core::id::{AccountId, FailureId};
use portcullis_core::network::Network;
use portcullis_core::role::Scope;
use portcullis_core::throttle::ADDRESS_LOGINS_WINDOW;
use portcullis_core::time::{Span, Timestamp};
use portcullis_store::address_failures::{self, Tried};
use portcullis_store::{Result, Tx, help_askings, reset_requests, support_codes};

use crate::app::App;
use crate::record::Subject;
use crate::support;

/// How long an address must wait before anything that comes from it is looked at.
pub(crate) async fn delay(tx: &mut Tx<'_>, app: &App, origin: &Origin) -> Result<Option<Span>> {
    let now = app.now();
    let Some(network) = network(app, origin) else {
        return Ok(None);
    };
    let standing = address_failures::standing(tx, network, now).await?;
    let Some(until) = standing.delayed_until else {
        return Ok(None);
    };
    let news = |at| at <= now - ADDRESS_LOGINS_WINDOW;
    if standing.reported_at.is_none_or(news) && address_failures::report(tx, network, now).await? {
        show(app, origin, network, now);
        let event = Event::AddressDelayed {
            network: network.to_string(),
            until,
        };
        let subject = Subject::instance(Who::Nobody, origin);
        subject.write(tx, app, event, now).await?;
    } else {
        // Another node may have been first with it.
        let last = standing.reported_at.filter(|at| !news(*at));
        show(app, origin, network, last.unwrap_or(now));
    }
    Ok(Some(now.until(until)))
}

/// What is refused because of a network shows the code under which its delay was told to the audit log.
fn show(app: &App, origin: &Origin, network: Network, reported_at: Timestamp) {
    let code = support::of_delay(app, network.as_bytes(), reported_at);
    origin.support.set(code);
}

/// Something was asked for as often as a network may: the answer shows the code of that wait, under which it is written down
/// once.
pub(crate) async fn asked_too_often(
    tx: &mut Tx<'_>,
    app: &App,
    (what, network, until): (Asking, Network, Timestamp),
    origin: &Origin,
) -> Result<()> {
    let (news, whose) = match what {
        Asking::ResetLink => (reset_requests::report(tx, network, until).await?, b'r'),
        Asking::Help => (help_askings::report(tx, network, until).await?, b'h'),
        // These are counted by account.
        Asking::EmailCode | Asking::AddressLink => return Ok(()),
    };
    let code = support::of_delay(app, &[&[whose], network.as_bytes()].concat(), until);
    origin.support.set(code);
    if news {
        let event = Event::AskedTooOften {
            what,
            network: Some(network.to_string()),
            until,
        };
        let subject = Subject::instance(Who::Nobody, origin);
        subject.write(tx, app, event, app.now()).await?;
    }
    Ok(())
}

/// The same for an account, which is locked, so that nobody else writes it down at the same time.
pub(crate) async fn account_asked_too_often(
    tx: &mut Tx<'_>,
    app: &App,
    (scope, account): (Scope, AccountId),
    (what, until): (Asking, Timestamp),
    subject: &Subject,
) -> Result<()> {
    let whose: &[u8] = match what {
        Asking::ResetLink => b"reset",
        Asking::Help => b"help",
        Asking::EmailCode => b"email code",
        Asking::AddressLink => b"address",
    };
    let code = support::of_delay(app, &[account.as_bytes().as_slice(), whose].concat(), until);
    let known = support_codes::leads(tx, scope, account, code).await?;
    subject.shows(code);
    if !known {
        let event = Event::AskedTooOften {
            what,
            network: None,
            until,
        };
        subject.write(tx, app, event, app.now()).await?;
    }
    Ok(())
}

/// Notes that an answer from an address was wrong.
pub(crate) async fn note(tx: &mut Tx<'_>, app: &App, origin: &Origin, tried: Tried) -> Result<()> {
    let now = app.now();
    if let Some(network) = network(app, origin) {
        let id = FailureId::new(now, app.random()?);
        address_failures::note(tx, id, network, tried, now).await?;
    }
    Ok(())
}

/// Where a request comes from; `None` for one that limits spare.
pub(crate) fn network(app: &App, origin: &Origin) -> Option<Network> {
    let address: IpAddr = origin.address.as_deref()?.parse().ok()?;
    let client = origin.via.as_ref().and_then(|via| via.of);
    let network = || match client {
        Some((_, client)) => Network::told(client, address),
        None => Network::of(address),
    };
    (!app.spares(address)).then(network)
}
