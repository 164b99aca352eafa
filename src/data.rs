//! From the configuration to a portal: the data folder, the key file, the database.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use portcullis_server::fault::Fault;
use portcullis_server::{App, audit};
use portcullis_store::keys::MasterKeys;
use portcullis_store::{Store, Tx, organizations};

use crate::config::Config;
use crate::machine;
use crate::output::Failure;

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

/// The keys of a file that is there, and its age in days.
pub fn key_file(path: &Path) -> Result<(MasterKeys, u64), Failure> {
    let at = path.display();
    let failed = |e: std::io::Error| Failure::new(format!("{at}: {e}"));
    let file = File::open(path).map_err(failed)?;
    let written = file.metadata().and_then(|about| about.modified());
    let since = written.map_err(failed)?.duration_since(UNIX_EPOCH);
    let age = machine::clock().now().unix_seconds();
    let age = age.saturating_sub(since.unwrap_or_default().as_secs());
    let text = read_key(file, path)?;
    let keys = MasterKeys::parse(&text).map_err(|e| Failure::new(format!("{at}: {e}")))?;
    Ok((keys, age / (24 * 60 * 60)))
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
    let text = match File::open(path) {
        Ok(file) => read_key(file, path)?,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if store
                .read(async move |tx: &mut Tx<'_>| organizations::any(tx).await)
                .await?
            {
                let why = "the database can't be read without it: put it back from its copy";
                return Err(Failure::new(format!("{at} is missing, and {why}")));
            }
            make_keys(path).map_err(failed)?
        }
        Err(error) => return Err(failed(error)),
    };
    MasterKeys::parse(&text).map_err(|e| Failure::new(format!("{at}: {e}")))
}

/// Reads the file that was opened, whatever its name leads to by now.
fn read_key(mut file: File, path: &Path) -> Result<String, Failure> {
    let at = path.display();
    let failed = |e: std::io::Error| Failure::new(format!("{at}: {e}"));
    let about = file.metadata().map_err(failed)?;
    let mode = about.permissions().mode() & 0o7777;
    if !about.is_file() || mode & 0o077 != 0 {
        return Err(Failure::new(format!(
            "{at} may be read by others (mode {mode:04o}): run chmod 600 {at}"
        )));
    }
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(failed)?;
    Ok(text)
}

/// Makes the key file whole or not at all, and never over one that is there.
fn make_keys(path: &Path) -> std::io::Result<String> {
    let mut chance = [0; 96];
    let no_chance = |e: portcullis_server::door::NoChance| std::io::Error::other(e.to_string());
    machine::chance().fill(&mut chance).map_err(no_chance)?;
    let text = MasterKeys::generate(&chance);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    let new = folder.join(format!(".master.key.{}", std::process::id()));
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&new)?;
    file.set_permissions(Permissions::from_mode(0o600))?;
    file.write_all(text.reveal().as_bytes())?;
    file.sync_all()?;
    let linked = fs::hard_link(&new, path);
    fs::remove_file(&new)?;
    linked?;
    File::open(folder)?.sync_all()?;
    Ok(text.reveal().clone())
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
