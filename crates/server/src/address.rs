//! Failures by network address: who tries many logins, or many passwords, from one place is told to
//! come back later, whoever they claim to be (security.md RL-1).

use std::net::IpAddr;

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::FailureId;
use portcullis_core::network::Network;
use portcullis_core::throttle::ADDRESS_LOGINS_WINDOW;
use portcullis_core::time::Span;
use portcullis_store::address_failures::{self, Tried};
use portcullis_store::{Result, Tx};

use crate::app::App;
use crate::record::Subject;

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
    let old = |at| at <= now - ADDRESS_LOGINS_WINDOW;
    if standing.reported_at.is_none_or(old) && address_failures::report(tx, network, now).await? {
        let event = Event::AddressDelayed {
            network: network.to_string(),
            until,
        };
        let subject = Subject::instance(Who::Nobody, origin);
        subject.write(tx, app, event, now).await?;
    }
    Ok(Some(now.until(until)))
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
    (!app.spares(address)).then(|| Network::of(address))
}
