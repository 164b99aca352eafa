//! The database file belongs to one user: it holds sealed secrets and everybody's names.

use std::fs::{OpenOptions, metadata};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::super::OpenError;

/// Makes the file with mode 0600 if there is none, and refuses one that others may open. `SQLite`
/// gives the `-wal` and `-shm` files the mode of the database, but left-over ones keep theirs.
pub(super) fn prepare(path: &Path) -> Result<(), OpenError> {
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match made {
        Err(why) if why.kind() != ErrorKind::AlreadyExists => {
            return Err(OpenError::File {
                path: path.into(),
                why,
            });
        }
        _ => {}
    }
    for path in ["", "-wal", "-shm"].map(|ending| beside(path, ending)) {
        match metadata(&path) {
            Ok(found) if found.mode() & 0o077 != 0 => {
                return Err(OpenError::Exposed {
                    path,
                    mode: found.mode() & 0o7777,
                });
            }
            Err(why) if why.kind() != ErrorKind::NotFound => {
                return Err(OpenError::File { path, why });
            }
            _ => {}
        }
    }
    Ok(())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
