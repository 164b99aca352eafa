//! Large organizations: of each few hundred people one is made as a portal makes them, and the engine copies that one, so
//! that a million are there in minutes. A copy has all rows of its pattern, under ids of its own; what was sealed for the
//! pattern opens nothing of the copy's, so copies are looked at and never sign in.

use std::ops::Range;

use portcullis_core::id::AccountId;
use portcullis_store::db::Engine;
use portcullis_store::{Result, Tx, args};

use crate::seed::{Person, now};

/// The statements of a copy, with what makes an id that begins with `$1`. `$2` is the pattern, `$3` and `$4` are between
/// which ids the new accounts lie.
macro_rules! statements {
    ($id:literal) => {
        [
            concat!(
                "INSERT INTO devices (id, organization_id, account_id, name, totp_key, last_step, created_at) SELECT ",
                $id,
                ", a.organization_id, a.id, d.name, d.totp_key, d.last_step, d.created_at FROM accounts a, devices d \
                 WHERE d.account_id = $2 AND a.organization_id = d.organization_id AND a.id BETWEEN $3 AND $4 AND a.id <> $2"
            ),
            concat!(
                "INSERT INTO recovery_sets (id, organization_id, account_id, salt, memory_kib, passes, lanes, pepper, \
                 made_at, stored_at) SELECT ",
                $id,
                ", a.organization_id, a.id, s.salt, s.memory_kib, s.passes, s.lanes, s.pepper, s.made_at, s.stored_at \
                 FROM accounts a, recovery_sets s \
                 WHERE s.account_id = $2 AND a.organization_id = s.organization_id AND a.id BETWEEN $3 AND $4 AND a.id <> $2"
            ),
            concat!(
                "INSERT INTO recovery_codes (id, organization_id, set_id, hash) SELECT ",
                $id,
                ", o.organization_id, o.id, c.hash FROM recovery_sets s, recovery_codes c, accounts a, recovery_sets o \
                 WHERE s.account_id = $2 AND c.set_id = s.id AND a.organization_id = s.organization_id \
                 AND a.id BETWEEN $3 AND $4 AND a.id <> $2 AND o.account_id = a.id"
            ),
        ]
    };
}

macro_rules! accounts {
    ($id:literal) => {
        concat!(
            "INSERT INTO accounts (id, organization_id, name, login_name, state, mfa_status, mfa_required, switched_off, \
             needs_enrollment_code, password_hash, password_set_at, created_at) \
             WITH RECURSIVE n (number) AS (SELECT CAST($3 AS BIGINT) UNION ALL SELECT number + 1 FROM n \
             WHERE number + 1 < CAST($4 AS BIGINT)) SELECT ",
            $id,
            ", a.organization_id, a.name, 'person' || n.number, a.state, a.mfa_status, a.mfa_required, a.switched_off, \
             a.needs_enrollment_code, a.password_hash, a.password_set_at, a.created_at FROM accounts a, n WHERE a.id = $2"
        )
    };
}

/// The words of the name, and the login name.
const WORDS: [&str; 2] = [
    "INSERT INTO account_words (organization_id, account_id, word, login_name) \
     SELECT a.organization_id, a.id, w.word, a.login_name FROM accounts a, account_words w \
     WHERE w.account_id = $1 AND w.word <> w.login_name AND a.organization_id = w.organization_id \
     AND a.id BETWEEN $2 AND $3 AND a.id <> $1",
    "INSERT INTO account_words (organization_id, account_id, word, login_name) \
     SELECT a.organization_id, a.id, a.login_name, a.login_name FROM accounts a, accounts p \
     WHERE p.id = $1 AND a.organization_id = p.organization_id AND a.id BETWEEN $2 AND $3 AND a.id <> $1",
];
const COUNTS: &str = "UPDATE mfa_counts SET people = people + $1 WHERE (organization_id, mfa_status) = \
                      (SELECT organization_id, mfa_status FROM accounts WHERE id = $2)";

/// Copies somebody, once for each number. No other account of the organization may be from the same thousandth of a second.
pub async fn add(
    tx: &mut Tx<'_>,
    engine: Engine,
    (pattern, numbers): (&Person, &Range<usize>),
) -> Result<()> {
    let id = AccountId::new(now(), [0; 10]);
    let prefix: [u8; 6] = id.as_bytes()[..6].try_into().unwrap();
    let bound = |rest: u8| {
        let mut bound = [rest; 16];
        bound[..6].copy_from_slice(&prefix);
        bound
    };
    let (first, last) = (bound(0), bound(0xff));
    let (accounts, others) = match engine {
        Engine::Sqlite => (
            accounts!("CAST($1 || randomblob(10) AS BLOB)"),
            statements!("CAST($1 || randomblob(10) AS BLOB)"),
        ),
        Engine::Postgres => (
            accounts!("$1 || substr(uuid_send(gen_random_uuid()), 1, 10)"),
            statements!("$1 || substr(uuid_send(gen_random_uuid()), 1, 10)"),
        ),
    };
    let count = |number: usize| i64::try_from(number).unwrap();
    let pattern = pattern.account();
    let (from, to) = (count(numbers.start), count(numbers.end));
    let mut made = vec![tx.run(accounts, args![prefix, pattern, from, to]).await?];
    for sql in WORDS {
        made.push(tx.run(sql, args![pattern, first, last]).await?);
    }
    for sql in others {
        made.push(tx.run(sql, args![prefix, pattern, first, last]).await?);
    }
    // Accounts, words of the name, login names, devices, sets, and their codes.
    let each = [1, 2, 1, 1, 1, 10].map(|rows| rows * numbers.len() as u64);
    assert_eq!(made, each, "copies");
    let new = count(numbers.len());
    tx.run(COUNTS, args![new, pattern]).await?;
    Ok(())
}
