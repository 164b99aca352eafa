//! How organizations show themselves. What every page of one needs of it stands in its row, and is read with
//! whatever led there.

use portcullis_core::accent::Accent;
use portcullis_core::branding::{Branding, Contact};
use portcullis_core::id::LogoId;
use portcullis_core::logo::{Logo, LogoKind};
use portcullis_core::name::Name;
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx};
use crate::stored::{json, json_or_none, to_json, word, word_or_none};

/// The columns of a branding, of `organizations o`, beside its name.
macro_rules! branding_columns {
    () => {
        "o.contacts, o.accent, o.logo"
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

/// A logo to be put up.
#[derive(Clone, Copy, Debug)]
pub struct NewLogo<'a> {
    /// What pages need of it.
    pub logo: Logo,
    /// The picture, made safe.
    pub content: &'a [u8],
    /// When it is put up.
    pub made_at: Timestamp,
}

/// Puts a logo in the place of the one before, or removes that, if nobody changed the organization's row since
/// `version`.
pub async fn set_logo(
    tx: &mut Tx<'_>,
    scope: Scope,
    new: Option<NewLogo<'_>>,
    version: i64,
) -> Result<bool> {
    let logo = new.map(|new| to_json(&new.logo)).transpose()?;
    let rows = tx
        .run(
            "UPDATE organizations SET logo = $1, version = version + 1 WHERE id = $2 AND version = $3",
            args![logo, scope.organization(), version],
        )
        .await?;
    if rows == 0 {
        return Ok(false);
    }
    tx.run(
        "DELETE FROM logos WHERE organization_id = $1",
        args![scope.organization()],
    )
    .await?;
    if let Some(new) = new {
        tx.run(
            "INSERT INTO logos (organization_id, id, kind, content, made_at) VALUES ($1, $2, $3, $4, $5)",
            args![
                scope.organization(),
                new.logo.id,
                new.logo.kind.as_str(),
                new.content,
                new.made_at
            ],
        )
        .await?;
    }
    Ok(true)
}

/// The picture of a logo, while its organization is not suspended. It needs no scope, since nobody is told the
/// id who wasn't shown the logo.
pub async fn picture(tx: &mut Tx<'_>, id: LogoId) -> Result<Option<(LogoKind, Vec<u8>)>> {
    tx.row(
        "SELECT l.kind, l.content FROM logos l JOIN organizations o ON o.id = l.organization_id \
         WHERE l.id = $1 AND o.suspended_at IS NULL",
        args![id],
        |r| Ok((word(r, 0, LogoKind::parse)?, r.get(1)?)),
    )
    .await
}

/// A branding whose name is at one index, and whose other columns begin at another.
pub(crate) fn read_branding(r: &Row<'_>, name: usize, rest: usize) -> Result<Branding> {
    Ok(Branding {
        name: r.get(name)?,
        contacts: json(r, rest)?,
        accent: word_or_none(r, rest + 1, |text| text.parse().ok().map(Accent))?,
        logo: json_or_none(r, rest + 2)?,
    })
}
