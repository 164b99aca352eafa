//! People of an organization by their login names, as a form or a command names several at once.

use portcullis_core::id::AccountId;
use portcullis_core::login::LoginName;
use portcullis_core::role::Scope;
use portcullis_store::{Result, Tx, accounts};

use crate::app::App;
use crate::fault::Fault;

/// The accounts of login names in the organization, or the first name that nobody has.
pub async fn named(
    app: &App,
    scope: Scope,
    names: Vec<LoginName>,
) -> Result<Result<Vec<AccountId>, String>, Fault> {
    let unit = async move |tx: &mut Tx<'_>| by_names(tx, scope, &names).await;
    Ok(app.store.read(unit).await?)
}

/// The same within a unit of work.
pub(crate) async fn by_names(
    tx: &mut Tx<'_>,
    scope: Scope,
    names: &[LoginName],
) -> Result<Result<Vec<AccountId>, String>> {
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        match accounts::by_login_name(tx, scope, name).await? {
            Some(account) => found.push(account.id),
            None => return Ok(Err(name.as_str().to_owned())),
        }
    }
    Ok(Ok(found))
}
