//! From the configuration to a portal: the data folder, the key file, the database.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use portcullis_server::App;
use portcullis_store::keys::MasterKeys;
use portcullis_store::{Store, Tx, organizations};

use crate::config::Config;
use crate::machine;
use crate::output::Failure;

/// Opens the portal, making on the first start what it needs.
pub async fn open(config: &Config) -> Result<App, Failure> {
    let store = open_store(config).await?;
    let now = machine::clock().now();
    store.migrate(now).await?;
    let masters = keys(&config.master_key, &store).await?;
    let app = App::new(
        config.settings.clone(),
        store,
        masters,
        machine::clock(),
        machine::chance(),
    )
    .await?;
    Ok(app)
}

/// Opens the database, in a data folder that only its owner reads.
pub async fn open_store(config: &Config) -> Result<Store, Failure> {
    let made = DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&config.data);
    made.map_err(|e| Failure::new(format!("{}: {e}", config.data.display())))?;
    Store::open(&config.database)
        .await
        .map_err(|e| Failure::new(e.to_string()))
}

async fn keys(path: &Path, store: &Store) -> Result<MasterKeys, Failure> {
    let at = path.display();
    let text = match fs::read_to_string(path) {
        Ok(text) => {
            let mode = fs::metadata(path)
                .map_err(|e| Failure::new(format!("{at}: {e}")))?
                .permissions()
                .mode();
            if mode & 0o077 != 0 {
                let mode = mode & 0o7777;
                return Err(Failure::new(format!(
                    "{at} may be read by others (mode {mode:04o}): run chmod 600 {at}"
                )));
            }
            text
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if store
                .read(async move |tx: &mut Tx<'_>| organizations::any(tx).await)
                .await?
            {
                return Err(Failure::new(format!(
                    "{at} is missing, and the database can't be read without it: put it back from its copy"
                )));
            }
            make_keys(path).map_err(|e| Failure::new(format!("{at}: {e}")))?
        }
        Err(error) => return Err(Failure::new(format!("{at}: {error}"))),
    };
    MasterKeys::parse(&text).map_err(|e| Failure::new(format!("{at}: {e}")))
}

fn make_keys(path: &Path) -> std::io::Result<String> {
    let mut chance = [0; 96];
    machine::chance()
        .fill(&mut chance)
        .map_err(|e| std::io::Error::other(e.to_string()))?;
    let text = MasterKeys::generate(&chance);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.reveal().as_bytes())?;
    file.sync_all()?;
    Ok(text.reveal().clone())
}
