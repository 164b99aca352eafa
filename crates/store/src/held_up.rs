//! Those whom something holds up: suspended and frozen accounts, and those with a second factor that fifty wrong codes
//! have suspended. They are few, and indexes hold them alone: lists, counts and labels cost what there is of them.

use std::collections::HashSet;
use std::iter::repeat;

use portcullis_core::account::State;
use portcullis_core::id::AccountId;
use portcullis_core::role::Scope;

use crate::accounts::{Account, Wanted, columns, read};
use crate::args;
use crate::db::{Result, Tx, Value};

/// What holds somebody up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldUp {
    /// The account is suspended.
    Suspended,
    /// The account is frozen.
    Frozen,
    /// A second factor is suspended ([`portcullis_core::throttle::STOP`]).
    Factor,
}

impl HeldUp {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Suspended, Self::Frozen, Self::Factor];

    /// The state that an account is in by it, as stored; empty where it can be in any.
    pub(crate) const fn state(self) -> &'static str {
        match self {
            Self::Suspended => State::Suspended.as_str(),
            Self::Frozen => State::Frozen.as_str(),
            Self::Factor => "",
        }
    }
}

/// A page of those of the organization's accounts that something holds up, in the order of their login names.
pub(crate) async fn list(
    tx: &mut Tx<'_>,
    scope: Scope,
    (held_up, wanted): (HeldUp, &Wanted),
    limit: u32,
) -> Result<Vec<Account>> {
    let (organization, after) = (scope.organization(), wanted.after.as_str());
    if held_up == HeldUp::Factor {
        return tx
            .rows(
                concat!(
                    "SELECT ",
                    columns!(),
                    " FROM (SELECT DISTINCT account_id FROM factor_counters WHERE organization_id = $1 \
                     AND failures + failures_in_browsers >= 50) few CROSS JOIN accounts a WHERE a.id = few.account_id \
                     AND a.organization_id = $1 AND a.login_name > $2 ORDER BY a.login_name LIMIT $3"
                ),
                args![organization, after, limit],
                read,
            )
            .await;
    }
    tx.rows(
        concat!(
            "SELECT ",
            columns!(),
            " FROM accounts a WHERE a.organization_id = $1 AND a.state = $2 AND a.state <> 'active' \
             AND a.login_name > $3 ORDER BY a.login_name LIMIT $4"
        ),
        args![organization, held_up.state(), after, limit],
        read,
    )
    .await
}

/// How many accounts of the organization each thing holds up, in the order of [`HeldUp::ALL`]; counts up to `most`.
pub async fn counts(tx: &mut Tx<'_>, scope: Scope, most: u32) -> Result<[u32; 3]> {
    let organization = scope.organization();
    let mut counts = [0; 3];
    for (held_up, count) in HeldUp::ALL.into_iter().zip(&mut counts) {
        let counted = if held_up == HeldUp::Factor {
            tx.row(
                "SELECT COUNT(*) FROM (SELECT DISTINCT account_id FROM factor_counters WHERE organization_id = $1 \
                 AND failures + failures_in_browsers >= 50 LIMIT $2) few",
                args![organization, most],
                |r| r.get(0),
            )
            .await?
        } else {
            tx.row(
                "SELECT COUNT(*) FROM (SELECT 1 FROM accounts a WHERE a.organization_id = $1 AND a.state = $2 \
                 AND a.state <> 'active' LIMIT $3) few",
                args![organization, held_up.state(), most],
                |r| r.get(0),
            )
            .await?
        };
        *count = counted.unwrap_or_default();
    }
    Ok(counts)
}

/// How many accounts [`with_factor`] takes.
pub const AT_ONCE: usize = 50;

/// Which of some accounts, [`AT_ONCE`] at most, have a suspended second factor.
pub async fn with_factor(
    tx: &mut Tx<'_>,
    scope: Scope,
    accounts: &[AccountId],
) -> Result<HashSet<AccountId>> {
    let mut args = args![scope.organization()].to_vec();
    let ids = accounts.iter().map(|id| id.as_bytes().to_vec());
    args.extend(ids.chain(repeat(Vec::new())).take(AT_ONCE).map(Value::from));
    let found = tx
        .rows(
            "SELECT account_id FROM factor_counters WHERE organization_id = $1 \
             AND failures + failures_in_browsers >= 50 AND account_id IN (\
             $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, \
             $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, \
             $44, $45, $46, $47, $48, $49, $50, $51)",
            &args,
            |r| r.get(0),
        )
        .await?;
    Ok(found.into_iter().collect())
}

/// Those whose login names are after one and up to another, with a suspended second factor.
pub async fn with_factor_between(
    tx: &mut Tx<'_>,
    scope: Scope,
    (after, until): (&str, &str),
) -> Result<HashSet<AccountId>> {
    let found = tx
        .rows(
            "SELECT a.id FROM (SELECT DISTINCT account_id FROM factor_counters WHERE organization_id = $1 \
             AND failures + failures_in_browsers >= 50) few CROSS JOIN accounts a WHERE a.id = few.account_id \
             AND a.organization_id = $1 AND a.login_name > $2 AND a.login_name <= $3",
            args![scope.organization(), after, until],
            |r| r.get(0),
        )
        .await?;
    Ok(found.into_iter().collect())
}
