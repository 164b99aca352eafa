//! How organizations show themselves. What every page of one needs of it stands in its row, and is read with
//! whatever led there.

use portcullis_core::branding::{Branding, Contact};
use portcullis_core::role::Scope;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::stored::{json, to_json};

/// The columns of a branding, of `organizations o`, beside its name.
macro_rules! branding_columns {
    () => {
        "o.contacts"
    };
}

/// Changes the contacts, if nobody changed the organization's row since `version`.
pub async fn set_contacts(
    tx: &mut Tx<'_>,
    scope: Scope,
    contacts: &[Contact],
    version: i64,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE organizations SET contacts = $1, version = version + 1 WHERE id = $2 AND version = $3",
            args![to_json(&contacts)?, scope.organization(), version],
        )
        .await?;
    Ok(rows == 1)
}

/// A branding whose name is at one index, and whose other columns begin at another.
pub(crate) fn read_branding(r: &Row<'_>, name: usize, rest: usize) -> Result<Branding> {
    Ok(Branding {
        name: r.get(name)?,
        contacts: json(r, rest)?,
    })
}
