//! Over several organizations at once, for who has a role in each. Every organization is asked for by itself, with the
//! scope that the actor's own grants give there, and nothing is read across them.

use portcullis_core::role::{Actor, Permission, scope};
use portcullis_core::search::Sought;
use portcullis_store::accounts::{self, Account, Wanted};
use portcullis_store::help_requests::{self, Listed};
use portcullis_store::organizations::Organization;
use portcullis_store::{Result, Tx};

use crate::app::App;
use crate::fault::Fault;

/// Searches the people of several organizations; leaves out where nobody is found or the actor may not look.
pub async fn search<'a>(
    app: &App,
    actor: &Actor,
    places: &'a [Organization],
    (named, limit): (&str, u32),
) -> Result<Vec<(&'a Organization, Vec<Account>)>, Fault> {
    let mut found = Vec::new();
    for place in places {
        let Ok(scope) = scope(actor, place.id, Permission::SeePeople, app.now()) else {
            continue;
        };
        let wanted = Wanted {
            sought: Sought::within(named, &place.slug),
            ..Wanted::default()
        };
        let unit = async move |tx: &mut Tx<'_>| accounts::list(tx, scope, &wanted, limit).await;
        let people = app.store.read(unit).await?;
        if !people.is_empty() {
            found.push((place, people));
        }
    }
    Ok(found)
}

/// The open requests of several organizations, the oldest first.
pub async fn requests_everywhere<'a>(
    app: &App,
    actor: &Actor,
    places: &'a [Organization],
    limit: u32,
) -> Result<Vec<(&'a Organization, Listed)>, Fault> {
    let mut all = Vec::new();
    for place in places {
        let Ok(scope) = scope(actor, place.id, Permission::SeePeople, app.now()) else {
            continue;
        };
        let unit = async move |tx: &mut Tx<'_>| help_requests::open(tx, scope, None, limit).await;
        let open = app.store.read(unit).await?;
        all.extend(open.into_iter().map(|one| (place, one)));
    }
    // Ids sort by when they were made.
    all.sort_by_key(|(_, one)| one.request.id);
    all.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(all)
}

/// How many requests wait in those of several organizations where the actor may look; `None` if that is nowhere.
pub async fn waiting(
    app: &App,
    actor: &Actor,
    places: &[Organization],
) -> Result<Option<u64>, Fault> {
    let looks =
        |place: &&Organization| scope(actor, place.id, Permission::SeePeople, app.now()).ok();
    let scopes: Vec<_> = places.iter().filter_map(|place| looks(&place)).collect();
    if scopes.is_empty() {
        return Ok(None);
    }
    let unit = async move |tx: &mut Tx<'_>| {
        let mut sum = 0;
        for scope in &scopes {
            sum += help_requests::open_count(tx, *scope).await?;
        }
        Ok(sum)
    };
    Ok(Some(app.store.read(unit).await?))
}
