//! One `ChromeDriver` for all stories of this process. It ends, and every browser with it, when the
//! process does: a shell waits for the end of its input and then kills its own group.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// What the stories need, and the Debian package that has it.
const PROGRAMS: [(&str, &str); 5] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("oathtool", "oathtool"),
    ("zbarimg", "zbar-tools"),
    ("npm", "npm"),
];

/// Starts the driver on a port of its own choice; at the end nothing of it is left.
const KEEPER: &str = "chromedriver --port=0 & cat >/dev/null; rm -rf \"$1\"; kill -s KILL -- -$$";

/// A browser that can be opened.
#[derive(Debug)]
pub struct Chromium {
    /// Where the driver listens.
    pub port: u16,
    /// Profiles and downloads; removed at the end of the process.
    pub folder: PathBuf,
}

impl Chromium {
    /// The driver, or `None` after saying why the story is skipped. In CI it must be there.
    pub fn installed() -> Option<&'static Self> {
        static DRIVER: OnceLock<Result<Chromium, String>> = OnceLock::new();
        match DRIVER.get_or_init(start) {
            Ok(driver) => Some(driver),
            Err(why) if std::env::var_os("CI").is_some() => panic!("no browser: {why}"),
            Err(why) => {
                // Not captured by the test harness, so that it is seen.
                let line = format!("skipped in Chromium: {why}\n");
                drop(std::io::stderr().write_all(line.as_bytes()));
                None
            }
        }
    }
}

fn start() -> Result<Chromium, String> {
    for (program, package) in PROGRAMS {
        if !is_here(program) {
            return Err(format!(
                "{program} is missing (on Debian: apt-get install {package})"
            ));
        }
    }
    let folder = std::env::temp_dir().join(format!("portcullis-browser-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let mut keeper = Command::new("sh")
        .args(["-c", KEEPER, "keeper"])
        .arg(&folder)
        .env("TMPDIR", &folder)
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut said = BufReader::new(keeper.stdout.take().expect("piped")).lines();
    let port = said
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        })
        .ok_or("chromedriver did not start")?;
    // Whatever it says later must go somewhere, and its input must stay open.
    std::thread::spawn(move || {
        said.for_each(drop);
        drop(keeper);
    });
    Ok(Chromium { port, folder })
}

fn is_here(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| Path::new(&folder).join(program).is_file())
    })
}
