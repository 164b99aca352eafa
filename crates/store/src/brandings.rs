//! How organizations show themselves. What every page of one needs of it stands in its row, and is read with
//! whatever led there.

use portcullis_core::accent::Accent;
use portcullis_core::branding::{Branding, Contact};
use portcullis_core::name::Name;
use portcullis_core::role::Scope;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::stored::{json, to_json, word_or_none};

/// The columns of a branding, of `organizations o`, beside its name.
macro_rules! branding_columns {
    () => {
        "o.contacts, o.accent"
    };
}

/// Changes the name and the color, if nobody changed the organization's row since `version`.
pub async fn set_look(
    tx: &mut Tx<'_>,
    scope: Scope,
    (name, accent): (&Name, Option<Accent>),
    version: i64,
) -> Result<bool> {
    let rows = tx
        .run(
            "UPDATE organizations SET name = $1, accent = $2, version = version + 1 WHERE id = $3 AND version = $4",
            args![
                name.as_str(),
                accent.map(|accent| accent.0.to_string()),
                scope.organization(),
                version
            ],
        )
        .await?;
    Ok(rows == 1)
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
        accent: word_or_none(r, rest + 1, |text| text.parse().ok().map(Accent))?,
    })
}
