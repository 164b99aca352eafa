//! What was done to the member's account.

use axum::response::Response;
use portcullis_pages::{Activity, Deed};

use super::admit::Member;
use super::trouble::Trouble;
use super::visit;
use crate::activity;

pub async fn show(member: Member) -> Result<Response, Trouble> {
    let before = match member.visit.parameter("before") {
        Some(id) => Some(id.parse().map_err(|_| Trouble::NotFound)?),
        None => None,
    };
    let whose = (member.session.scope(), member.session.account);
    let (deeds, more) = activity::of(member.app(), whose, before).await?;
    let older = deeds.last().filter(|_| more).map(|last| last.id);
    let deeds = deeds.into_iter().map(|deed| Deed {
        at: deed.at,
        event: deed.event,
        by: deed.by,
        from: deed.from,
    });
    visit::page(&Activity {
        frame: member.frame(),
        member: member.bar(),
        deeds: deeds.collect(),
        older: older.map(|id| format!("/account/activity?before={id}")),
        newest: before.is_none(),
    })
}
