//! What is told of an account to its member against the schema: a new table or column is told, or stands
//! among those that are not, with its reason.

use std::collections::BTreeSet;

use portcullis_store::personal_data::{Kind, NOT_PERSONAL, TABLES, rows};
use portcullis_store::{Tx, on_both};

use crate::world::World;

/// Every column, as `table.column`.
async fn schema(world: &World, sqlite: bool) -> BTreeSet<String> {
    let sql = if sqlite {
        "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c \
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
    } else {
        "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns \
         WHERE table_schema = 'public'"
    };
    let unit = async move |tx: &mut Tx<'_>| {
        tx.rows(sql, &[], |r| Ok((r.get::<String>(0)?, r.get::<String>(1)?)))
            .await
    };
    let found = world.does(unit).await;
    found
        .into_iter()
        .map(|(table, column)| format!("{table}.{column}"))
        .collect()
}

on_both! {
    async fn every_column_is_told_or_kept_back_and_every_other_table_says_why(place: &Place) {
        let world = World::on(place).await;
        let all = schema(&world, place.file().is_some()).await;
        let mut listed = BTreeSet::new();
        for table in TABLES {
            let told = table.told.iter().map(|(column, _)| column);
            for column in told.chain(table.kept_back.iter().map(|(column, _)| column)) {
                let name = format!("{}.{column}", table.name);
                assert!(all.contains(&name), "there is no {name}");
                assert!(listed.insert(name), "{}.{column} is listed twice", table.name);
            }
        }
        for column in &all {
            let (table, _) = column.split_once('.').unwrap();
            let reason = NOT_PERSONAL.iter().find(|(name, _)| *name == table);
            let personal = TABLES.iter().any(|one| one.name == table);
            assert!(personal || reason.is_some(), "{table} is neither told to its member nor excepted");
            assert!(!(personal && reason.is_some()), "{table} is both told and excepted");
            assert!(!personal || listed.contains(column), "{column} is neither told nor kept back");
            assert!(personal || !column.ends_with(".account_id"), "{table} belongs to an account");
        }
        for (table, reason) in NOT_PERSONAL {
            let exists = all.iter().any(|column| column.split_once('.').unwrap().0 == *table);
            assert!(exists && !reason.is_empty(), "there is no {table}");
        }
    }

    async fn what_is_told_is_read_of_its_own_account_in_its_order(place: &Place) {
        let world = World::on(place).await;
        let (scope, ann) = (world.scope, world.ann);
        world.attempt(1).await;
        for table in TABLES {
            let Some(sql) = table.sql else { continue };
            let (columns, rest) = sql.strip_prefix("SELECT ").unwrap().split_once(" FROM ").unwrap();
            let columns = columns.split(", ").map(|one| one.rsplit('.').next().unwrap());
            assert!(columns.eq(table.told.iter().map(|(name, _)| *name)), "{}", table.name);
            assert!(rest.contains("$1") && rest.contains("organization_id = $2"), "{}", table.name);
            let read = world.does(async move |tx: &mut Tx<'_>| rows(tx, (scope, ann), table).await).await;
            let expect = usize::from(matches!(table.name, "accounts" | "account_words" | "attempts"));
            assert_eq!(read.len(), expect, "{}", table.name);
        }
    }
}

#[test]
fn what_opens_an_account_is_never_told() {
    for table in TABLES {
        for (column, kind) in table.told {
            let secret = [
                "hash", "key", "token", "salt", "pepper", "message", "seal", "digest",
            ];
            let name = secret.iter().find(|word| column.contains(*word));
            assert_eq!(name, None, "{}.{column}", table.name);
            let timely = column.ends_with("_at") || column.ends_with("_until") || *column == "at";
            let is_time = timely || *column == "email_codes_since";
            assert_eq!(is_time, *kind == Kind::Time, "{}.{column}", table.name);
        }
    }
}
