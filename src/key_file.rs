//! The file of the keys that are not in the database: made at the first start, read by nobody but its owner,
//! changed as a whole or not at all.

use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use portcullis_core::secret::Secret;
use portcullis_store::keys::MasterKeys;

use crate::machine;
use crate::output::Failure;

/// The keys of a file that is there.
pub fn read(path: &Path) -> Result<MasterKeys, Failure> {
    let at = path.display();
    let file = File::open(path).map_err(|e| Failure::new(format!("{at}: {e}")))?;
    let text = text_of(file, path)?;
    MasterKeys::parse(text.reveal()).map_err(|e| Failure::new(format!("{at}: {e}")))
}

/// Reads the file that was opened, whatever its name leads to by now.
fn text_of(mut file: File, path: &Path) -> Result<Secret<String>, Failure> {
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
    Ok(Secret::new(text))
}

/// Makes the file whole or not at all, and never over one that is there.
pub fn make(path: &Path) -> std::io::Result<MasterKeys> {
    let mut chance = [0; 96];
    fill(&mut chance)?;
    let text = MasterKeys::generate(&chance);
    let folder = folder_of(path);
    let new = folder.join(format!(".master.key.{}", std::process::id()));
    write_new(&new, &text)?;
    let linked = fs::hard_link(&new, path);
    fs::remove_file(&new)?;
    linked?;
    File::open(folder)?.sync_all()?;
    MasterKeys::parse(text.reveal()).map_err(std::io::Error::other)
}

/// The file, held so that no other command changes it meanwhile.
pub struct Held {
    /// What leads to it, without links: what is changed is the file itself.
    path: PathBuf,
    /// Its folder, which is locked for as long as this is.
    folder: File,
}

impl Held {
    /// Takes hold of a file that may be changed. Fails where it may not, and says what to do by hand.
    pub fn hold(path: &Path, by_hand: &str) -> Result<Self, Failure> {
        let at = path.display();
        let no =
            |why: String| Failure::new(format!("{at} can't be changed here ({why}): {by_hand}"));
        let failed = |e: std::io::Error| Failure::new(format!("{at}: {e}"));
        let path = path.canonicalize().map_err(failed)?;
        let credentials = std::env::var_os("CREDENTIALS_DIRECTORY");
        if credentials.is_some_and(|folder| path.starts_with(folder)) {
            return Err(no("it is a credential".to_owned()));
        }
        let mode = fs::metadata(&path).map_err(failed)?.permissions().mode();
        if mode & 0o200 == 0 {
            return Err(no(format!("it is read-only, mode {:04o}", mode & 0o7777)));
        }
        let folder = File::open(folder_of(&path)).map_err(|e| no(e.to_string()))?;
        match folder.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let why = "another `portcullis key` is changing it: wait until that has ended";
                return Err(Failure::new(format!("{at}: {why}")));
            }
            Err(TryLockError::Error(e)) => return Err(no(e.to_string())),
        }
        let held = Self { path, folder };
        // What was broken off last time; and whether anything can be written here at all.
        let rest = held.next();
        let _ = fs::remove_file(&rest);
        let probe = write_new(&rest, &Secret::new(String::new()));
        probe
            .and_then(|()| fs::remove_file(&rest))
            .map_err(|e| no(e.to_string()))?;
        Ok(held)
    }

    /// Puts a new master key behind the others.
    pub fn add(&self, id: &str) -> Result<(), Failure> {
        let mut key = [0; 32];
        fill(&mut key).map_err(|e| self.failed(&e))?;
        let line = Secret::new(format!("master {id} {}", BASE64.encode(&key)));
        self.change(|lines| {
            let last = lines.iter().rposition(|line| is_master(line, None));
            lines.insert(last.map_or(0, |at| at + 1), line.reveal().clone());
        })
    }

    /// Takes a master key out; nothing where it is not in the file.
    pub fn remove(&self, id: &str) -> Result<(), Failure> {
        self.change(|lines| lines.retain(|line| !is_master(line, Some(id))))
    }

    /// Comments, other keys and their order stay as they are.
    fn change(&self, change: impl FnOnce(&mut Vec<String>)) -> Result<(), Failure> {
        let file = File::open(&self.path).map_err(|e| self.failed(&e))?;
        let owner = file.metadata().map_err(|e| self.failed(&e))?;
        let old = text_of(file, &self.path)?;
        let mut lines: Vec<String> = old.reveal().lines().map(str::to_owned).collect();
        change(&mut lines);
        let text = Secret::new(lines.join("\n") + "\n");
        if text.reveal() == old.reveal() {
            return Ok(());
        }
        let broken = MasterKeys::parse(text.reveal());
        broken
            .map_err(|e| Failure::new(format!("{} stays as it was: {e}", self.path.display())))?;
        self.replace(&text, (owner.uid(), owner.gid()))
            .map_err(|e| self.failed(&e))
    }

    /// The new file takes the old one's place in one step, with the same owner, and durably.
    fn replace(&self, text: &Secret<String>, (user, group): (u32, u32)) -> std::io::Result<()> {
        let new = self.next();
        write_new(&new, text)?;
        let made = File::open(&new)?;
        let now = made.metadata()?;
        if (now.uid(), now.gid()) != (user, group) {
            fchown(&made, Some(user), Some(group))?;
            made.sync_all()?;
        }
        fs::rename(&new, &self.path)?;
        self.folder.sync_all()
    }

    /// Where the next state of the file is written. One place, so that nothing is left lying about.
    fn next(&self) -> PathBuf {
        folder_of(&self.path).join(".master.key.next")
    }

    fn failed(&self, error: &std::io::Error) -> Failure {
        Failure::new(format!("{}: {error}", self.path.display()))
    }
}

fn is_master(line: &str, id: Option<&str>) -> bool {
    let mut words = line.split_whitespace();
    words.next() == Some("master") && id.is_none_or(|id| words.next() == Some(id))
}

fn write_new(path: &Path, text: &Secret<String>) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.set_permissions(Permissions::from_mode(0o600))?;
    file.write_all(text.reveal().as_bytes())?;
    file.sync_all()
}

fn fill(bytes: &mut [u8]) -> std::io::Result<()> {
    let filled = machine::chance().fill(bytes);
    filled.map_err(|e| std::io::Error::other(e.to_string()))
}

fn folder_of(path: &Path) -> PathBuf {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
