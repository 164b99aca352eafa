//! The rules of the house that no compiler holds: what must never be, and what the documents name.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::stops::{self, STOPS};
use crate::it::every_cell::table::ACTS;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with an ending, as path and text; tests beside the code left out.
fn sources(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let name = path.strip_prefix(root()).unwrap().display().to_string();
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap().to_owned();
                found.push((name, code));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "nothing in {folder}");
    found
}

/// The text without comments and string literals, as far as a line shows it.
fn code_of(text: &str) -> String {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The packages that are built for one of ours, with their licenses: for the program, or with its
/// tests. Asked of `cargo tree`, which knows what is built and not only what is locked.
fn built(package: &str, tests: bool) -> BTreeMap<String, String> {
    let edges = if tests {
        "normal,build,dev"
    } else {
        "normal,build"
    };
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--prefix",
            "none",
            "--format",
            "{p}\t{l}",
            "--package",
            package,
            "--edges",
            edges,
        ])
        .current_dir(root())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success() && !text.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let line = |line: &str| {
        let (package, license) = line.split_once('\t')?;
        Some((
            package.split(' ').next()?.to_owned(),
            license.trim_end_matches(" (*)").to_owned(),
        ))
    };
    text.lines().filter_map(line).collect()
}

#[test]
fn core_knows_no_runtime_no_driver_no_server_and_no_chance() {
    let built = built("portcullis-core", false);
    for banned in [
        "tokio",
        "rusqlite",
        "tokio-postgres",
        "axum",
        "hyper",
        "rand",
        "getrandom",
        "jiff",
        "chrono",
        "portcullis-store",
    ] {
        assert!(!built.contains_key(banned), "core is built with {banned}");
    }
}

#[test]
fn pages_and_store_do_not_know_each_other_nor_the_server() {
    let (pages, store) = (
        built("portcullis-pages", false),
        built("portcullis-store", false),
    );
    for banned in [
        "portcullis-store",
        "portcullis-server",
        "tokio-postgres",
        "rusqlite",
        "axum",
    ] {
        assert!(!pages.contains_key(banned), "pages is built with {banned}");
    }
    for banned in ["portcullis-pages", "portcullis-server", "axum", "askama"] {
        assert!(!store.contains_key(banned), "store is built with {banned}");
    }
}

#[test]
fn no_openssl_no_native_tls_no_ring_is_built() {
    let built = built("portcullis", true);
    for banned in ["openssl", "openssl-sys", "native-tls", "ring"] {
        assert!(!built.contains_key(banned), "{banned} is built");
    }
}

#[test]
fn every_dependency_is_licensed_permissively() {
    let known = [
        "MIT",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "Zlib",
        "0BSD",
        "Unlicense",
        "Unicode-3.0",
        "CC0-1.0",
        "CDLA-Permissive-2.0",
        "MIT-0",
        "BSL-1.0",
        "OpenSSL",
    ];
    let shipped = built("portcullis", false);
    for (name, license) in built("portcullis", true) {
        if name.starts_with("portcullis") {
            continue;
        }
        // Of alternatives one must be permissive; of a conjunction each. A test driver may be under
        // the MPL, since it is not shipped.
        let spaced = license.replace('/', " OR ").replace(['(', ')'], " ");
        let permissive = spaced.split(" OR ").any(|choice| {
            choice
                .split(" AND ")
                .map(|one| one.split(" WITH ").next().unwrap().trim())
                .all(|one| {
                    known.contains(&one) || (one == "MPL-2.0" && !shipped.contains_key(&name))
                })
        });
        assert!(permissive, "{name} is licensed {license}");
    }
}

#[test]
fn only_sign_in_opens_a_session_and_only_enroll_adds_a_credential() {
    for (path, text) in sources("crates/server/src", "rs")
        .into_iter()
        .chain(sources("src", "rs"))
    {
        let code = code_of(&text);
        if !path.contains("/sign_in/") {
            for call in ["sessions::open(", "sessions::step_up("] {
                assert!(!code.contains(call), "{path} calls {call}");
            }
        }
        if !path.contains("/enroll/") {
            for call in ["devices::add(", "recovery_codes::replace("] {
                assert!(!code.contains(call), "{path} calls {call}");
            }
        }
    }
}

#[test]
fn secrets_have_no_way_to_be_printed() {
    let secrets = [
        ("crates/core/src/secret.rs", "pub struct Secret"),
        ("crates/core/src/token.rs", "pub struct Token("),
        ("crates/core/src/credential/totp.rs", "pub struct TotpKey"),
        ("crates/core/src/credential/totp.rs", "pub struct Code"),
        (
            "crates/core/src/credential/password.rs",
            "pub struct Password(",
        ),
        (
            "crates/core/src/credential/password.rs",
            "pub struct Pepper",
        ),
        (
            "crates/core/src/credential/recovery_code.rs",
            "pub struct RecoveryCode",
        ),
        ("crates/core/src/invitation.rs", "pub struct InvitationCode"),
        ("crates/store/src/keys.rs", "pub struct MasterKeys"),
    ];
    for (path, what) in secrets {
        let text = fs::read_to_string(root().join(path)).unwrap();
        let at = text
            .find(what)
            .unwrap_or_else(|| panic!("{what} is not in {path}"));
        let before = &text[..at];
        let block = &before[before.rfind("\n\n").unwrap_or(0)..];
        let attributes: String = block
            .lines()
            .filter(|line| line.starts_with("#["))
            .collect();
        for banned in ["Debug", "Display", "Serialize"] {
            assert!(
                !attributes.contains(banned),
                "{what} in {path} has {banned}"
            );
        }
        let name = what.trim_start_matches("pub struct ").trim_end_matches('(');
        for banned in [format!("Debug for {name}"), format!("Display for {name}")] {
            assert!(!text.contains(&banned), "{path}: {banned}");
        }
    }
}

#[test]
fn sql_is_a_literal_that_names_its_columns() {
    for (path, text) in sources("crates/store/src", "rs") {
        let code = code_of(&text);
        assert!(!code.contains("SELECT *"), "{path} has SELECT *");
        if !path.contains("/db/") && !path.ends_with("testing.rs") {
            for call in [
                "tx.run(&",
                "tx.post(&",
                "tx.row(&",
                "tx.rows(&",
                "LIKE $",
                "now()",
                "format!(\"SELECT",
                "format!(\"UPDATE",
            ] {
                assert!(!code.contains(call), "{path} has {call}");
            }
        }
    }
}

#[test]
fn tenant_rows_are_touched_within_a_scope() {
    // Functions that are led to a row by its holder's own secret, and tables that are no tenant's.
    let by_secret = [
        "attempts::load",
        "attempts::lock_account",
        "brandings::picture",
        "browsers::by_key",
        "sessions::load",
        "invitations::by_code",
        "invitations::by_token",
        "invitations::had_code",
        "links::by_token",
        "accounts::by_login",
        "radius_answers::find",
        "radius_clients::by_certificate",
        "radius_clients::by_source",
        "roles::any_owner",
        "roles::lasting_owners",
        "roles::lock_owners",
        "accounts::is_proved",
    ];
    // The queue of mails is the instance's: whoever sends it, and its owners, see all of it.
    let of_the_instance = [
        "mfa_counts::roll_up",
        "mails::due",
        "mails::latest",
        "mails::standing",
        "mails::try_again",
        "mails::unsent",
    ];
    let no_tenant = [
        "address_failures",
        "audit",
        "chains",
        "clean_up",
        "examination",
        "help_askings",
        "jobs",
        "keys",
        "master_keys",
        "organizations",
        "reset_requests",
        "seal",
        "stored",
        "support_codes",
        "testing",
        "lib",
    ];
    for (path, text) in sources("crates/store/src", "rs") {
        let room = Path::new(&path)
            .file_stem()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        if path.contains("/db/") || no_tenant.contains(&room.as_str()) {
            continue;
        }
        for function in text.split("pub async fn ").skip(1) {
            let (signature, _) = function.split_once(" {").unwrap();
            let name = format!("{room}::{}", signature.split('(').next().unwrap());
            let scoped = [
                "Scope",
                "attempt: &Attempt",
                "counter: FactorCounter",
                "asked: &Asked",
                "client: &Client",
            ]
            .iter()
            .any(|taken| signature.contains(taken));
            let special = by_secret.contains(&name.as_str())
                || of_the_instance.contains(&name.as_str())
                || name.contains("setup")
                || name.contains("login");
            assert!(scoped || special, "{name} takes no scope");
        }
    }
}

#[test]
fn no_link_is_built_from_a_request() {
    // The files that read such a header to decide whether to answer and whom to count; they know
    // nothing of links.
    let readers = ["client_address.rs", "host.rs"];
    for (path, text) in sources("crates/server/src", "rs") {
        let code = code_of(&text).to_lowercase();
        let reads = [
            "header::host",
            "x-forwarded",
            "\"forwarded\"",
            ".authority(",
        ];
        let file = path.rsplit('/').next().unwrap_or_default();
        if readers.contains(&file) {
            for banned in ["link(", "redirect(", "set_cookie", "location"] {
                assert!(!code.contains(banned), "{path} has {banned}");
            }
        } else if !file.ends_with("_tests.rs") {
            for banned in reads {
                assert!(!code.contains(banned), "{path} reads {banned}");
            }
        }
    }
}

#[test]
fn a_page_of_an_attempt_is_framed_for_its_person() {
    // `attempt_frame` knows the language and the time zone on record; the name alone does not.
    for (path, text) in sources("crates/server/src/web", "rs") {
        let named = text.contains("frame(Some(&attempt.branding))");
        assert!(!named || path.ends_with("visit.rs"), "{path}");
    }
}

#[test]
fn every_source_file_says_why_it_exists_and_is_one_idea() {
    let mut lengths = Vec::new();
    for folder in [
        "src",
        "crates/core",
        "crates/store",
        "crates/pages",
        "crates/server",
        "tests",
        "benches",
    ] {
        for (path, _) in sources(folder, "rs") {
            let text = fs::read_to_string(root().join(&path)).unwrap();
            assert!(
                text.starts_with("//! "),
                "{path} does not begin with why it exists"
            );
            let lines = text.lines().count();
            assert!(lines <= 700, "{path} has {lines} lines");
            lengths.push(lines);
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= 150, "the median file has {median} lines");
}

#[test]
fn names_of_files_are_nouns_of_the_trade() {
    for folder in ["src", "crates", "tests", "benches"] {
        for (path, _) in sources(folder, "rs") {
            let stem = Path::new(&path)
                .file_stem()
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            assert!(
                !["utils", "util", "helpers", "helper", "common", "misc"].contains(&stem.as_str()),
                "{path}"
            );
        }
    }
}

#[test]
fn no_exception_to_a_lint_is_without_a_reason() {
    for folder in ["src", "crates", "tests", "benches"] {
        for (path, _) in sources(folder, "rs") {
            if path.ends_with("house.rs") {
                continue;
            }
            let text = fs::read_to_string(root().join(&path)).unwrap();
            for exception in text
                .split("#[allow(")
                .skip(1)
                .chain(text.split("#[expect(").skip(1))
                .chain(text.split("#![expect(").skip(1))
            {
                let inside = exception.split(")]").next().unwrap();
                assert!(inside.contains("reason"), "{path}: {inside}");
            }
        }
    }
}

#[test]
fn every_path_that_the_documents_name_exists() {
    let mut documents: Vec<PathBuf> = vec!["README.md".into(), "CHANGELOG.md".into()];
    documents.extend(
        fs::read_dir(root().join("docs"))
            .unwrap()
            .map(|e| e.unwrap().path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "md")),
    );
    let mut named = 0;
    for document in documents {
        let text = fs::read_to_string(root().join(&document)).unwrap();
        for quoted in text.split('`').skip(1).step_by(2) {
            let word = quoted
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .trim_start_matches("./");
            let ours = [
                "crates/", "src/", "tests/", "benches/", "scripts/", "docs/", ".ci/",
            ]
            .iter()
            .any(|folder| word.starts_with(folder));
            if ours && !word.contains(['{', '<', '*', '…']) {
                assert!(
                    root().join(word).exists(),
                    "{} names {word}, which is not there",
                    document.display()
                );
                named += 1;
            }
        }
    }
    assert!(named > 20, "the documents name only {named} paths");
}

#[test]
fn no_build_output_and_no_large_file_is_kept() {
    let output = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root())
        .output()
        .unwrap();
    if !output.status.success() {
        return; // not a checkout: a source archive has no list to look at
    }
    let files = String::from_utf8(output.stdout).unwrap();
    for file in files.split('\0').filter(|file| !file.is_empty()) {
        assert!(!file.starts_with("target"), "{file}");
        let size = fs::metadata(root().join(file)).map_or(0, |about| about.len());
        assert!(size < 500_000, "{file} has {size} bytes");
    }
}

/// What stands between two marks, as often as it does.
fn between<'a>(text: &'a str, (begin, end): (&'a str, &'a str)) -> Vec<&'a str> {
    let parts = text.split(begin).skip(1);
    if begin == end {
        return parts.step_by(2).collect();
    }
    parts.filter_map(|part| part.split(end).next()).collect()
}

#[test]
fn the_guides_quote_what_pages_say_and_show_what_the_browser_saw() {
    let texts = fs::read_to_string(root().join("crates/pages/texts/en.ftl")).unwrap();
    let said: Vec<&str> = texts
        .lines()
        .filter_map(|line| Some(line.split_once(" = ")?.1))
        .collect();
    let stops: String = sources("tests/portal/browser", "rs")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    for guide in ["members", "help-desk"] {
        let text = fs::read_to_string(root().join(format!("docs/{guide}.md"))).unwrap();
        let quoted = between(&text, ("**", "**"));
        assert!(quoted.len() > 10, "{guide} quotes little");
        // What begins a step ends as a sentence does.
        for quote in quoted.iter().filter(|quote| !quote.ends_with('.')) {
            let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
            let quote = quote.replace('\'', "’");
            assert!(
                said.contains(&quote.as_str()),
                "{guide}: no page says “{quote}”"
            );
        }
        let pictures = between(&text, ("](pictures/", ")"));
        assert!(pictures.len() > 5, "{guide} shows little");
        for picture in pictures {
            assert!(
                root().join("docs/pictures").join(picture).exists(),
                "{guide}: {picture}"
            );
            let stop = picture
                .strip_suffix("-1280-light.png")
                .or_else(|| picture.strip_suffix("-390-light.png"));
            let stop = format!("\"{}\"", stop.unwrap());
            assert!(
                stops.contains(&stop),
                "{guide}: the browser stops at no {stop}"
            );
        }
    }
}

#[test]
fn every_page_of_the_table_of_routes_has_a_stop_in_the_gallery() {
    let out_of_place = stops::out_of_place();
    assert!(out_of_place.is_empty(), "{}", out_of_place.join("\n"));
    let people = ACTS.map(|(act, ..)| format!("/admin/{{organization}}/access/{{account}}/{act}"));
    let organizations = ["suspend", "activate", "delete"];
    let organizations =
        organizations.map(|act| format!("/admin/instance/organizations/{{name}}/{act}"));
    for route in people.iter().chain(&organizations) {
        assert!(
            STOPS.iter().any(|stop| stop.route == route),
            "{route} is shown by no stop"
        );
    }
    let stories: String = sources("tests/portal/browser", "rs")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    for stop in STOPS {
        let opened = format!("Gallery::of(\"{}\")", stop.gallery);
        assert!(stories.contains(&opened), "no test opens {opened}");
    }
}

#[test]
fn every_event_is_asked_for_by_a_test() {
    let audit = fs::read_to_string(root().join("crates/core/src/audit.rs")).unwrap();
    let (_, body) = audit.split_once("pub enum Event {\n").unwrap();
    let (body, _) = body.split_once("\n}\n").unwrap();
    let tests: String = sources("tests/portal", "rs")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let mut events = 0;
    for line in body.lines() {
        let variant = line.strip_prefix("    ").unwrap_or_default();
        if !variant.starts_with(|first: char| first.is_ascii_uppercase()) {
            continue;
        }
        let name: String = variant
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let mut stored = String::new();
        for letter in name.chars() {
            if letter.is_ascii_uppercase() && !stored.is_empty() {
                stored.push('_');
            }
            stored.push(letter.to_ascii_lowercase());
        }
        let is_asked_for =
            tests.contains(&format!("Event::{name}")) || tests.contains(&format!("\"{stored}\""));
        assert!(is_asked_for, "no test asks for {name}");
        events += 1;
    }
    assert!(events > 100, "{events} events");
}

#[test]
fn every_class_of_a_page_has_its_style() {
    let style = fs::read_to_string(root().join("crates/pages/assets/style.css")).unwrap();
    let styled: Vec<&str> = style
        .split('.')
        .skip(1)
        .map(|rest| rest.split(|c: char| c != '-' && !c.is_alphanumeric()))
        .filter_map(|mut words| words.next())
        .collect();
    // How a message looks without a tone, and what a drawing says of itself.
    let plain = ["quiet", "swatch"];
    for (path, text) in sources("crates/pages/templates", "html") {
        if path.contains("/mail/") {
            continue; // a mail brings its own
        }
        let whole = |classes: &&str| !classes.contains('{');
        for classes in between(&text, ("class=\"", "\"")).into_iter().filter(whole) {
            for class in classes.split_whitespace() {
                let known = styled.contains(&class) || plain.contains(&class);
                assert!(known, "{path}: .{class}");
            }
        }
    }
}
