//! What goes in comes out, alike on both engines, or is refused on both.

use portcullis_core::id::AccountId;
use portcullis_core::time::Timestamp;
use portcullis_store::db::{Error, Migration, Row};
use portcullis_store::{Result, Store, Tx, args, on_both};

use crate::NOW;

static KINDS: &[Migration] = &[Migration::both(
    1,
    "kinds",
    "CREATE TABLE kinds (id BLOB PRIMARY KEY, number BIGINT, truth BOOLEAN, words TEXT, \
     key sort_text, bytes BLOB, at BIGINT);",
)];

type Kinds = (
    AccountId,
    Option<i64>,
    Option<bool>,
    Option<String>,
    Option<String>,
    Option<Vec<u8>>,
    Option<Timestamp>,
);

async fn round_trip(store: &Store, kinds: Kinds) -> Result<Option<Kinds>> {
    store
        .write(async move |tx: &mut Tx<'_>| {
            let (id, number, truth, words, key, bytes, at) = kinds.clone();
            tx.run(
                "INSERT INTO kinds (id, number, truth, words, key, bytes, at) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                args![id, number, truth, words, key, bytes, at],
            )
            .await?;
            tx.row(
                "SELECT id, number, truth, words, key, bytes, at FROM kinds WHERE id = $1",
                args![id],
                |row| {
                    Ok((
                        row.get(0)?,
                        row.get(1)?,
                        row.get(2)?,
                        row.get(3)?,
                        row.get(4)?,
                        row.get(5)?,
                        row.get(6)?,
                    ))
                },
            )
            .await
        })
        .await
}

on_both! {
    async fn values_come_back_as_they_went_in(place: &Place) {
        let store = place.open().await;
        store.migrate_with(KINDS, NOW).await.unwrap();
        let id = |byte| AccountId::from_bytes([byte; 16]);
        let all: [Kinds; 5] = [
            (id(1), None, None, None, None, None, None),
            (id(2), Some(0), Some(false), Some(String::new()), Some(String::new()), Some(vec![]), Some(Timestamp::EPOCH)),
            (id(3), Some(i64::MAX), Some(true), Some("Zoë 🔑\n'; --".into()), Some("é".into()), Some(vec![0, 255, 0]), Some(NOW)),
            (id(4), Some(i64::MIN), Some(true), Some("$1".into()), Some("1".into()), Some(vec![7; 100_000]), Some(NOW)),
            (id(5), Some(-1), Some(false), Some("x".repeat(100_000)), None, None, Some(Timestamp::from_millis(-1))),
        ];
        for kinds in all {
            assert_eq!(round_trip(&store, kinds.clone()).await, Ok(Some(kinds)));
        }
    }

    async fn arguments_go_by_their_number(place: &Place) {
        let store = crate::store(place).await;
        let found = store
            .write(async |tx: &mut Tx<'_>| {
                // $2 comes first, $1 twice.
                tx.run("INSERT INTO things (name, id, used_at) VALUES ($2, $1, $1)", args![7, "seven"]).await?;
                tx.row("SELECT id, name FROM things WHERE name = $2 AND id = $1", args![7, "seven"], |row| {
                    Ok((row.get::<i64>(0)?, row.get::<String>(1)?))
                })
                .await
            })
            .await;
        assert_eq!(found, Ok(Some((7, "seven".to_owned()))));
    }

    async fn too_many_or_too_few_arguments_are_a_mistake(place: &Place) {
        let store = crate::store(place).await;
        for count in [0, 1, 3] {
            let wrong = store
                .read(async move |tx: &mut Tx<'_>| {
                    let args = &args![1, 2, 3][..count];
                    tx.rows("SELECT id FROM things WHERE id = $1 OR id = $2", args, |_| Ok(())).await
                })
                .await;
            assert!(matches!(wrong, Err(Error::Shape(_))), "{count}: {wrong:?}");
        }
    }

    async fn keys_sort_by_their_bytes(place: &Place) {
        let store = place.open().await;
        store.migrate_with(KINDS, NOW).await.unwrap();
        for (number, key) in (1_u8..).zip(["b", "a", "B", "é", "_"]) {
            let kinds = (AccountId::from_bytes([number; 16]), None, None, None, Some(key.into()), None, None);
            round_trip(&store, kinds).await.unwrap();
        }
        let sorted: Result<Vec<String>> = store
            .read(async |tx: &mut Tx<'_>| {
                tx.rows("SELECT key FROM kinds ORDER BY key", args![], |row| row.get(0)).await
            })
            .await;
        assert_eq!(sorted.unwrap(), ["B", "_", "a", "b", "é"]);
    }

    async fn a_column_is_read_as_its_own_type_only(place: &Place) {
        async fn shape<T>(store: &Store, read: impl Fn(&Row<'_>) -> Result<T> + Send + Sync + 'static) {
            let read = std::sync::Arc::new(read);
            let wrong = store
                .read(async move |tx: &mut Tx<'_>| {
                    let read = std::sync::Arc::clone(&read);
                    tx.row("SELECT id, used_at, name FROM things", args![], move |row| read(row).map(drop)).await
                })
                .await;
            assert!(matches!(wrong, Err(Error::Shape(_))), "{wrong:?}");
        }
        let store = crate::store(place).await;
        crate::add(&store, 1000).await.unwrap();
        shape(&store, |row| row.get::<String>(0)).await;
        shape(&store, |row| row.get::<Vec<u8>>(0)).await;
        shape(&store, |row| row.get::<u8>(0)).await;
        shape(&store, |row| row.get::<i64>(1)).await;
        shape(&store, |row| row.get::<i64>(2)).await;
        shape(&store, |row| row.get::<[u8; 16]>(0)).await;
        shape(&store, |row| row.get::<i64>(3)).await;
    }

    async fn a_text_with_a_nul_is_refused(place: &Place) {
        let store = crate::store(place).await;
        let wrong = store
            .write(async |tx: &mut Tx<'_>| {
                tx.run("INSERT INTO things (id, name) VALUES (1, $1)", args!["a\0b"]).await
            })
            .await;
        assert!(matches!(wrong, Err(Error::Shape(_))), "{wrong:?}");
    }

    async fn two_rows_where_one_was_expected_are_a_mistake(place: &Place) {
        let store = crate::store(place).await;
        for id in 1..=2 {
            crate::add(&store, id).await.unwrap();
        }
        let row = async |tx: &mut Tx<'_>| tx.row("SELECT id FROM things", args![], |row| row.get::<i64>(0)).await;
        let wrong = store.read(row).await;
        assert!(matches!(wrong, Err(Error::Shape(_))), "{wrong:?}");
    }

    async fn what_a_write_returns_can_be_read(place: &Place) {
        let store = crate::store(place).await;
        let made = store
            .write(async |tx: &mut Tx<'_>| {
                tx.row("INSERT INTO things (id) VALUES ($1) RETURNING id", args![3], |row| row.get::<i64>(0)).await
            })
            .await;
        assert_eq!(made, Ok(Some(3)));
        assert_eq!(crate::ids(&store).await, [3]);
    }
}
