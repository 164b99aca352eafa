//! The `SQLite` file is its owner's alone, and is left in order.

use std::fs::{Permissions, metadata, set_permissions, write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use portcullis_store::Store;
use portcullis_store::db::OpenError;
use portcullis_store::testing::Place;

use crate::{add, ids, store};

fn beside(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", path.display()))
}

fn mode(path: &Path) -> u32 {
    metadata(path).unwrap().permissions().mode() & 0o7777
}

#[tokio::test]
async fn the_files_are_made_for_one_user() {
    let place = Place::sqlite();
    let file = place.file().unwrap();
    let store = store(&place).await;
    add(&store, 1).await.unwrap();
    for ending in ["", "-wal", "-shm"] {
        assert_eq!(mode(&beside(file, ending)), 0o600, "{ending}");
    }
}

#[tokio::test]
async fn a_file_that_others_may_read_is_refused() {
    for (ending, bits) in [
        ("", 0o640),
        ("", 0o604),
        ("", 0o666),
        ("-wal", 0o644),
        ("-shm", 0o644),
    ] {
        let place = Place::sqlite();
        let file = beside(place.file().unwrap(), ending);
        write(&file, "").unwrap();
        set_permissions(&file, Permissions::from_mode(bits)).unwrap();
        let Err(OpenError::Exposed { path, mode }) = Store::open(place.url()).await else {
            panic!("{ending} {bits:o} was opened");
        };
        assert_eq!((path, mode), (file, bits));
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_is_named_in_the_error() {
    let Err(error) = Store::open("sqlite:/nowhere/at/all.db").await else {
        panic!("opened");
    };
    assert!(error.to_string().contains("/nowhere/at/all.db"), "{error}");
    let place = Place::sqlite();
    let file = place.file().unwrap();
    write(
        file,
        "this is no database, it is a letter to the editor".repeat(100),
    )
    .unwrap();
    set_permissions(file, Permissions::from_mode(0o600)).unwrap();
    let opened = Store::open(place.url()).await;
    assert!(matches!(opened, Err(OpenError::Engine(_))));
}

/// The last connection that closes writes the log back and removes it.
#[tokio::test]
async fn the_last_store_dropped_leaves_one_file() {
    let place = Place::sqlite();
    let wal = beside(place.file().unwrap(), "-wal");
    let store = store(&place).await;
    let copy = store.clone();
    add(&store, 1).await.unwrap();
    drop(store);
    assert_eq!(ids(&copy).await, [1]);
    assert!(wal.exists());
    drop(copy);
    for _ in 0..1000 {
        if !wal.exists() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("a thread did not end");
}

/// The log is copied into the file while nobody writes, long before it is so long that a commit has to.
#[tokio::test]
async fn a_quiet_moment_brings_the_file_up_to_its_log() {
    let place = Place::sqlite();
    let file = place.file().unwrap();
    let store = store(&place).await;
    let length = || metadata(file).unwrap().len();
    let before = length();
    for id in 0..200 {
        add(&store, id).await.unwrap();
    }
    for _ in 0..1000 {
        if length() > before {
            assert_eq!(ids(&store).await.len(), 200);
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("the file stayed behind its log");
}
