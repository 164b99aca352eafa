//! Finding accounts by the beginnings of words, along an index: a search costs what it finds, however many
//! people there are.

use portcullis_core::id::AccountId;
use portcullis_core::role::Scope;
use portcullis_core::search::{Sought, end, words};

use crate::accounts::{Account, Only, Wanted, columns, read};
use crate::args;
use crate::db::{Result, Tx};
use crate::held_up::HeldUp;

/// Notes the words of an account anew. Called in every transaction that changes its name, login name or address.
pub(crate) async fn index(tx: &mut Tx<'_>, scope: Scope, id: AccountId) -> Result<()> {
    let organization = scope.organization();
    let found = tx
        .row(
            "SELECT name, login_name, email FROM accounts WHERE id = $1 AND organization_id = $2",
            args![id, organization],
            |r| {
                Ok((
                    r.get::<String>(0)?,
                    r.get::<String>(1)?,
                    r.get::<Option<String>>(2)?,
                ))
            },
        )
        .await?;
    tx.post(
        "DELETE FROM account_words WHERE organization_id = $1 AND account_id = $2",
        args![organization, id],
    )
    .await?;
    let Some((name, login_name, email)) = found else {
        return Ok(());
    };
    for word in words(&name, &login_name, email.as_deref()) {
        tx.post(
            "INSERT INTO account_words (organization_id, account_id, word, login_name) VALUES ($1, $2, $3, $4)",
            args![organization, id, word, login_name.as_str()],
        )
        .await?;
    }
    Ok(())
}

/// A page of the accounts that are sought, each once, in the order of the first of its words that was found and of
/// login names.
pub(crate) async fn find(
    tx: &mut Tx<'_>,
    scope: Scope,
    (sought, wanted): (&Sought, &Wanted),
    limit: u32,
) -> Result<Vec<Account>> {
    let first = sought.first();
    let (word, login_name) = sought.before(&wanted.after);
    let [second, third] = others(sought);
    let factor = match wanted.only {
        Some(Only::HeldUp(HeldUp::Factor)) => "suspended",
        _ => "",
    };
    tx.plan_for_values().await?;
    tx.rows(
        concat!(
            "SELECT ",
            columns!(),
            " FROM account_words w JOIN accounts a ON a.id = w.account_id WHERE w.organization_id = $1 \
             AND (w.word, w.login_name) > ($2, $3) AND w.word < $4 AND NOT EXISTS (SELECT 1 FROM account_words e \
             WHERE e.organization_id = $1 AND e.account_id = w.account_id AND e.word >= $5 AND e.word < w.word) \
             AND ($6 = '' OR EXISTS (SELECT 1 FROM account_words s WHERE s.organization_id = $1 \
             AND s.account_id = w.account_id AND s.word >= $6 AND s.word < $7)) \
             AND ($8 = '' OR EXISTS (SELECT 1 FROM account_words t WHERE t.organization_id = $1 \
             AND t.account_id = w.account_id AND t.word >= $8 AND t.word < $9)) \
             AND ($10 = '' OR a.mfa_status = $10) AND ($11 = '' OR a.state = $11) \
             AND ($12 = '' OR EXISTS (SELECT 1 FROM factor_counters f WHERE f.account_id = a.id AND f.organization_id = $1 \
             AND f.failures + f.failures_in_browsers >= 50)) ORDER BY w.word, w.login_name LIMIT $13"
        ),
        args![
            scope.organization(), word, login_name, end(first), first, second.0, second.1, third.0, third.1,
            wanted.only.map_or("", Only::mfa_status), wanted.only.map_or("", Only::state), factor, limit
        ],
        read,
    )
    .await
}

/// The other words that are sought, each from where to where; empty where there is none.
pub(crate) fn others(sought: &Sought) -> [(String, String); 2] {
    let mut others = sought.others().iter();
    [(); 2].map(|()| {
        others
            .next()
            .map_or_else(Default::default, |word| (word.clone(), end(word)))
    })
}
