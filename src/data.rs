//! From the configuration to a portal: the data folder, the database, and the keys that open it.

use std::fs::{self, DirBuilder};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;

use portcullis_server::fault::Fault;
use portcullis_server::{App, audit};
use portcullis_store::keys::MasterKeys;
use portcullis_store::{Store, Tx, organizations};

use crate::config::Config;
use crate::output::Failure;
use crate::{key_file, machine};

/// Opens the portal, making on the first start what it needs.
pub async fn open_or_make(config: &Config) -> Result<App, Failure> {
    let store = open_store(config).await?;
    let now = machine::clock().now();
    store.migrate(now).await?;
    let masters = keys(&config.master_key, &store).await?;
    let parts = (config.settings.clone(), store, masters);
    let app = App::new(
        parts.0,
        parts.1,
        parts.2,
        machine::clock(),
        machine::chance(),
    )
    .await;
    let app = app.map_err(|fault| {
        let (database, key) = (
            without_password(&config.database),
            config.master_key.display(),
        );
        Failure::new(match fault {
            Fault::Unavailable(why) => format!("{database}: {why}"),
            fault => format!("{key} is not the key file of {database}: {fault}"),
        })
    })?;
    let path = config.master_key.clone();
    let reread = move || key_file::read(&path).map_err(|why| why.to_string());
    app.sealer.rereads(Box::new(reread));
    audit::begin(&app).await?;
    Ok(app)
}

/// Opens a portal that is there: a command that only looks makes none.
pub async fn open(config: &Config) -> Result<App, Failure> {
    must_be_there(config)?;
    open_or_make(config).await
}

/// Refuses to go on where there is no database file.
pub fn must_be_there(config: &Config) -> Result<(), Failure> {
    if let Some(file) = config.database.strip_prefix("sqlite:")
        && !Path::new(file).exists()
    {
        let why = "name its folder with --data, or make it with `portcullis serve`";
        return Err(Failure::new(format!("there is no portal at {file}: {why}")));
    }
    Ok(())
}

/// Opens the database, in a data folder that only its owner reads.
pub async fn open_store(config: &Config) -> Result<Store, Failure> {
    let at = config.data.display();
    let failed = |e: std::io::Error| Failure::new(format!("the data folder {at}: {e}"));
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&config.data)
        .map_err(failed)?;
    let mode = fs::metadata(&config.data)
        .map_err(failed)?
        .permissions()
        .mode()
        & 0o7777;
    if mode & 0o077 != 0 {
        return Err(Failure::new(format!(
            "the data folder {at} is open to others (mode {mode:04o}): run chmod 700 {at}"
        )));
    }
    let store = Store::open(&config.database).await;
    store.map_err(|e| Failure::new(format!("{}: {e}", without_password(&config.database))))
}

async fn keys(path: &Path, store: &Store) -> Result<MasterKeys, Failure> {
    let at = path.display();
    let failed = |e: std::io::Error| Failure::new(format!("{at}: {e}"));
    match path.try_exists() {
        Ok(true) => key_file::read(path),
        Ok(false) => {
            if store
                .read(async move |tx: &mut Tx<'_>| organizations::any(tx).await)
                .await?
            {
                let why = "the database can't be read without it: put it back from its copy";
                return Err(Failure::new(format!("{at} is missing, and {why}")));
            }
            key_file::make(path).map_err(failed)
        }
        Err(error) => Err(failed(error)),
    }
}

/// A database's address as it may stand in a message.
fn without_password(address: &str) -> String {
    match url::Url::parse(address) {
        Ok(mut url) if url.password().is_some() => {
            let _ = url.set_password(None); // a URL with a password can lose it
            url.to_string()
        }
        _ => address.to_owned(),
    }
}
