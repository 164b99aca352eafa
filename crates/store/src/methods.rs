//! What people have set up, as lists of them tell it: how many apps, whether codes are mailed, how many recovery codes
//! are left (product.md: Words).

use std::collections::HashMap;
use std::iter::repeat;

use portcullis_core::id::AccountId;
use portcullis_core::role::Scope;
use portcullis_core::time::Timestamp;

use crate::args;
use crate::db::{Result, Row, Tx, Value};

/// How many accounts are asked about at a time.
pub const AT_ONCE: usize = 50;

/// What an account has set up, in use or kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Methods {
    /// Authenticator apps.
    pub apps: u32,
    /// Whether codes are mailed.
    pub email: bool,
    /// Recovery codes that were not used.
    pub recovery_codes: u32,
}

macro_rules! methods {
    ($which:literal) => {
        concat!(
            "SELECT a.id, (SELECT COUNT(*) FROM devices d WHERE d.account_id = a.id), a.email_codes_since, \
             (SELECT COUNT(*) FROM recovery_sets s JOIN recovery_codes c ON c.set_id = s.id \
             WHERE s.account_id = a.id AND c.used_at IS NULL) FROM accounts a WHERE a.organization_id = $1 AND ",
            $which
        )
    };
}

/// What some accounts, [`AT_ONCE`] at most, have set up.
pub async fn of(
    tx: &mut Tx<'_>,
    scope: Scope,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, Methods>> {
    let mut args = args![scope.organization()].to_vec();
    let ids = accounts.iter().map(|id| id.as_bytes().to_vec());
    args.extend(ids.chain(repeat(Vec::new())).take(AT_ONCE).map(Value::from));
    let found = tx
        .rows(
            methods!(
                "a.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, \
                 $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, \
                 $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51)"
            ),
            &args,
            read,
        )
        .await?;
    Ok(found.into_iter().collect())
}

/// What those have set up whose login names are after one and up to another.
pub async fn between(
    tx: &mut Tx<'_>,
    scope: Scope,
    (after, until): (&str, &str),
) -> Result<HashMap<AccountId, Methods>> {
    let found = tx
        .rows(
            methods!("a.login_name > $2 AND a.login_name <= $3"),
            args![scope.organization(), after, until],
            read,
        )
        .await?;
    Ok(found.into_iter().collect())
}

fn read(r: &Row<'_>) -> Result<(AccountId, Methods)> {
    let mailed: Option<Timestamp> = r.get(2)?;
    let methods = Methods {
        apps: r.get(1)?,
        email: mailed.is_some(),
        recovery_codes: r.get(3)?,
    };
    Ok((r.get(0)?, methods))
}
