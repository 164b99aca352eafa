//! The gallery: every page in two widths and both themes, checked by axe and without scripts, and a
//! picture of each in `target/screenshots/` with an index that shows them all.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::stops::{STOPS, Stop};
use super::window::{Browser, Look};
use crate::client::Client;

const LOOKS: [Look; 4] = [
    Look::DESK,
    Look::DESK.dark(),
    Look::PHONE,
    Look::PHONE.dark(),
];
/// A small phone, a common one, and 1280 pixels at 200 %.
const NARROW: [u32; 3] = [320, 390, 640];
const AXE: &str = "return axe.run(document, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    resultTypes: ['violations'],
}).then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`)))";
const HEAD: &str = "return [document.title, [...document.querySelectorAll('h1')].length,
    document.documentElement.lang, document.querySelectorAll('main').length]";

/// The name of a page that was broken on purpose, of which no picture is kept.
pub const BROKEN: &str = "broken";

/// What is wrong with the pages that were looked at.
#[derive(Default)]
pub struct Gallery {
    faults: Vec<String>,
    /// Where it must stop, besides wherever else it does.
    to_see: Vec<&'static Stop>,
}

impl Gallery {
    /// The gallery that shows the routes which are listed under its name.
    pub fn of(name: &str) -> Self {
        let to_see: Vec<_> = STOPS.iter().filter(|stop| stop.gallery == name).collect();
        assert!(!to_see.is_empty(), "no stop is listed for {name}");
        Self {
            to_see,
            ..Self::default()
        }
    }

    /// Looks at the page from all sides, under a name of its own.
    pub async fn shows(&mut self, browser: &Browser, name: &str) {
        let head = browser.asks(HEAD).await;
        let titled = head[0].as_str().is_some_and(|title| title.contains(" · "));
        if !titled || head[1] != 1 || head[2] != browser.look.language.tag() || head[3] != 1 {
            self.faults
                .push(format!("{name}: title, h1, language, main: {head}"));
        }
        if let Some(at) = self.to_see.iter().position(|stop| stop.name == name) {
            let stop = self.to_see.remove(at);
            self.faults.extend(browser.is_elsewhere(stop).await);
        }
        browser.asks(axe()).await;
        for look in LOOKS {
            browser.looks(look).await;
            let theme = if look.dark { "dark" } else { "light" };
            let side = format!("{name}-{}-{theme}", look.width);
            if name != BROKEN {
                let (file, picture) = (format!("{side}.png"), browser.picture().await);
                std::fs::write(folder().join(&file), &picture).unwrap();
                self.faults
                    .extend(browser.is_unlike_its_guide(&file, &picture).await);
            }
            let found: Vec<String> = serde_json::from_value(browser.asks(AXE).await).unwrap();
            let told = found.into_iter().map(|fault| format!("{side}: {fault}"));
            self.faults.extend(told);
        }
        for width in NARROW {
            browser
                .looks(Look {
                    width,
                    ..Look::DESK
                })
                .await;
            let sideways = browser.sideways().await;
            if sideways > 0 {
                self.faults
                    .push(format!("{name}: scrolls {sideways} px sideways at {width}"));
            }
        }
        let dead = browser.fails_without_scripts().await.into_iter();
        self.faults
            .extend(dead.map(|fault| format!("{name}: {fault}")));
        browser.looks(browser.look).await;
        let complaints = browser.complaints().await.into_iter();
        self.faults
            .extend(complaints.map(|complaint| format!("{name}: {complaint}")));
    }

    /// The same on paper; only a picture.
    pub async fn prints(&self, browser: &Browser, name: &str) {
        browser.media("print", false).await;
        std::fs::write(
            folder().join(format!("{name}-paper.png")),
            browser.picture().await,
        )
        .unwrap();
        browser.looks(browser.look).await;
    }

    /// What is wrong so far.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Closes the gallery: nothing may be wrong, and nothing left out.
    pub fn closes(mut self) {
        write_index();
        let left_out = self
            .to_see
            .iter()
            .map(|stop| format!("{} was not shown", stop.name));
        self.faults.extend(left_out);
        assert!(self.faults.is_empty(), "{}", self.faults.join("\n"));
    }
}

impl Browser {
    /// What is wrong if this is not the page that the route of a stop shows to whoever asks for it by GET.
    async fn is_elsewhere(&self, stop: &Stop) -> Option<String> {
        let path = self.path().await;
        let mut client = Client::new(
            &self
                .client
                .current_url()
                .await
                .unwrap()
                .origin()
                .ascii_serialization(),
        );
        for cookie in self.client.get_all_cookies().await.unwrap() {
            client
                .cookies
                .insert(cookie.name().to_owned(), cookie.value().to_owned());
        }
        let title = self.asks("return document.title").await;
        let titled = format!("<title>{}</title>", title.as_str().unwrap());
        let answer = client.get(&path).await;
        let shown = stop.shows(&path) && answer.status == 200 && answer.says(&titled);
        (!shown).then(|| {
            format!(
                "{} is {path}, {}, {title}, and not {}",
                stop.name, answer.status, stop.route
            )
        })
    }

    /// Sends a form of this page's own making, as no page of the portal does.
    pub async fn posts(&self, path: &str, kind: &str, fields: Value) {
        let script = "const [path, kind, fields] = arguments;
            const form = document.createElement('form');
            Object.assign(form, { method: 'post', action: path, enctype: kind });
            for (const [name, value] of Object.entries(fields)) {
                const field = document.createElement('textarea');
                Object.assign(field, { name, value });
                form.append(field);
            }
            document.body.append(form);
            form.submit();";
        let fields = vec![json!(path), json!(kind), fields];
        self.client.execute(script, fields).await.unwrap();
    }
}

/// Where the pictures go.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = target().join("screenshots");
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    })
}

fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap()
}

fn write_index() {
    let files = std::fs::read_dir(folder()).unwrap();
    let mut names: Vec<String> = files
        .filter_map(|file| file.unwrap().file_name().into_string().ok())
        .filter(|name| name != "index.html")
        .collect();
    names.sort();
    let mut page = String::from(
        "<!doctype html><meta charset=\"utf-8\"><title>Every page of the portal</title>\n\
         <style>body { font: 16px sans-serif; background: #888 } figure { display: inline-block; \
         margin: 8px; vertical-align: top } img { width: 320px } img[src*='-390-'] { width: 195px }\
         </style>\n<h1>Every page of the portal</h1>\n",
    );
    for name in names {
        writeln!(
            page,
            "<figure><a href=\"{name}\"><img src=\"{name}\" alt=\"\" loading=\"lazy\"></a>\
             <figcaption>{name}</figcaption></figure>"
        )
        .unwrap();
    }
    std::fs::write(folder().join("index.html"), page).unwrap();
}

/// The `axe-core` package, fetched when it is first needed.
fn axe() -> &'static str {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    SCRIPT.get_or_init(|| {
        let home = target().join("axe");
        let file = home.join("node_modules/axe-core/axe.min.js");
        if !file.exists() {
            std::fs::create_dir_all(&home).unwrap();
            let npm = Command::new("npm")
                .args([
                    "install",
                    "--no-save",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                ])
                .arg(&home)
                .arg("axe-core@4")
                .output();
            let npm = npm.expect("npm is installed (on Debian: apt-get install npm)");
            assert!(
                npm.status.success(),
                "{}",
                String::from_utf8_lossy(&npm.stderr)
            );
        }
        std::fs::read_to_string(file).unwrap()
    })
}
