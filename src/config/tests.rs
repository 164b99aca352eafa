//! What the configuration promises operators.

use std::collections::HashSet;
use std::io::Write;

use portcullis_core::support;
use portcullis_core::time::Span;

use super::keys::KEYS;
use super::*;

fn load(text: &str, env: &[(&str, &str)]) -> (Config, Vec<String>) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    let env: Vec<_> = env
        .iter()
        .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
        .collect();
    let (config, mistakes) = Config::from(&Options::default(), Some(file.path()), &env);
    let path = file.path().display().to_string();
    (
        config,
        mistakes
            .into_iter()
            .map(|line| line.replace(&path, "FILE"))
            .collect(),
    )
}

#[test]
fn every_mistake_is_named_at_once_with_its_line() {
    let (_, mistakes) = load(
        "listen = \"here\"\npublic_url = \"http://portal.example.com\"\n\n[password]\npasses = 0\ncolour = 1\n[database]\nurl = 5\n",
        &[
            ("PORTCULLIS_NONSENSE", "1"),
            ("PORTCULLIS_LOG_FORMAT", "yaml"),
            ("PORTCULLIS_LOG", "debug"),
        ],
    );
    let mistakes = mistakes.join("\n");
    for expect in [
        "FILE:1: `listen`: write an address and a port",
        "FILE:2: `public_url`: use https",
        "FILE:5: `password.passes`: write a number from 1 to 100",
        "FILE:6: `password.colour`: there is no such key",
        "FILE:8: `database.url`: write sqlite:FILE",
        "PORTCULLIS_NONSENSE: there is no such key",
        "PORTCULLIS_LOG_FORMAT: write text or json",
    ] {
        assert!(mistakes.contains(expect), "{expect}\nnot in\n{mistakes}");
    }
    assert_eq!(mistakes.lines().count(), 7, "{mistakes}");
}

#[test]
fn a_file_that_is_no_toml_is_named_with_its_line() {
    let (_, mistakes) = load("listen = \"127.0.0.1:1\"\n= 5\n", &[]);
    assert!(
        mistakes.len() == 1 && mistakes[0].starts_with("FILE:2: "),
        "{mistakes:?}"
    );
}

#[test]
fn the_environment_comes_after_the_file() {
    let (config, mistakes) = load(
        "listen = \"127.0.0.1:1\"",
        &[("PORTCULLIS_LISTEN", "127.0.0.1:2")],
    );
    assert_eq!((config.listen.port(), mistakes.len()), (2, 0));
}

#[test]
fn audit_events_are_kept_as_long_as_support_codes_lead_to_them() {
    assert_eq!(Span::days(keys::LEAST_KEPT.into()), support::LIFE);
    let (config, mistakes) = load("[audit]\nkeep_days = 7\n", &[]);
    assert_eq!(config.settings.audit_keep_days, Some(7));
    assert!(mistakes.is_empty(), "{mistakes:?}");
    for days in ["6", "0"] {
        let (_, mistakes) = load("", &[("PORTCULLIS_AUDIT_KEEP_DAYS", days)]);
        assert!(
            mistakes.len() == 1 && mistakes[0].contains("write a number from 7 to 36500"),
            "{mistakes:?}"
        );
    }
}

#[test]
fn codes_of_apps_are_strict_where_it_says_so() {
    assert_eq!(load("", &[]).0.settings.window, Window::Usual);
    let (config, mistakes) = load("[app_codes]\nstrict = true\n", &[]);
    assert_eq!(config.settings.window, Window::Strict);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let (_, mistakes) = load("", &[("PORTCULLIS_APP_CODES_STRICT", "yes")]);
    assert!(
        mistakes.len() == 1 && mistakes[0].contains("write true or false"),
        "{mistakes:?}"
    );
}

#[test]
fn no_two_keys_share_a_variable() {
    let names: HashSet<String> = KEYS.iter().map(|key| read::variable(key.name)).collect();
    assert_eq!(names.len(), KEYS.len());
    assert!(!names.contains("PORTCULLIS_LOG"));
}

#[test]
fn the_example_file_says_what_holds_without_it() {
    let example = example();
    let (bare, mistakes) = load(&example, &[]);
    assert_eq!(mistakes, Vec::<String>::new());
    // With the comment marks of its defaults taken off it is still the same configuration.
    let lines = example.lines().map(|line| {
        let key = line
            .strip_prefix("# ")
            .filter(|rest| rest.contains(" = ") && !rest.contains('…'));
        key.unwrap_or(line)
    });
    let text: Vec<&str> = lines.collect();
    let (uncommented, mistakes) = load(&text.join("\n"), &[]);
    assert_eq!(mistakes, Vec::<String>::new());
    assert_eq!(uncommented.settings.contacts[0].label, "Help desk");
    assert_eq!(
        (uncommented.listen, uncommented.database),
        (bare.listen, bare.database)
    );
    assert_eq!(uncommented.settings.hash_params, bare.settings.hash_params);
}

#[test]
fn a_cheap_hash_is_refused() {
    let (_, mistakes) = load("[password]\nmemory_kib = 1024\n", &[]);
    let expect = "FILE:2: `password.memory_kib`: this hash is too cheap";
    assert!(mistakes[0].starts_with(expect), "{mistakes:?}");
}

#[test]
fn plain_http_is_for_this_machine_only() {
    for (url, good) in [
        ("http://localhost:8080", true),
        ("http://127.0.0.1:8080", true),
        ("http://[::1]:8080", true),
        ("https://portal.example.com", true),
        ("http://portal.example.com", false),
        ("http://localhost.example.com", false),
        ("ftp://localhost", false),
        ("https://portal.example.com/path", false),
        ("https://user@portal.example.com", false),
    ] {
        let (_, mistakes) = load(&format!("public_url = \"{url}\""), &[]);
        assert_eq!(mistakes.is_empty(), good, "{url}: {mistakes:?}");
    }
}

#[test]
fn networks_are_a_list_in_the_file_and_stand_between_commas_in_the_environment() {
    let expect = ["10.0.0.7/32", "2001:db8::/32"].map(|network| network.parse().unwrap());
    let (file, mistakes) = load("trusted_proxies = [\"10.0.0.7\", \"2001:db8::/32\"]", &[]);
    assert_eq!(mistakes, Vec::<String>::new());
    assert_eq!(file.settings.trusted_proxies, expect);
    let (env, mistakes) = load(
        "trusted_networks = [\"192.0.2.1\"]",
        &[("PORTCULLIS_TRUSTED_NETWORKS", "10.0.0.7, 2001:db8::/32")],
    );
    assert_eq!(mistakes, Vec::<String>::new());
    assert_eq!(env.settings.trusted_networks, expect);
    assert!(
        env.settings
            .is_trusted_network("::ffff:10.0.0.7".parse().unwrap())
    );
    assert!(
        !env.settings
            .is_trusted_network("192.0.2.1".parse().unwrap())
    );

    let (_, mistakes) = load(
        "trusted_proxies = \"10.0.0.7\"\ntrusted_networks = [\"10.0.0.0/33\"]\nforwarding_header = \"x-real-ip\"\n",
        &[("PORTCULLIS_TRUSTED_PROXIES", "10.0.0.7,localhost")],
    );
    let mistakes = mistakes.join("\n");
    for expect in [
        "FILE:1: `trusted_proxies`: write a list",
        "FILE:2: `trusted_networks`: 10.0.0.0/33 is no address",
        "FILE:3: `forwarding_header`: write x-forwarded-for or forwarded",
        "PORTCULLIS_TRUSTED_PROXIES: localhost is no address",
    ] {
        assert!(mistakes.contains(expect), "{expect}\nnot in\n{mistakes}");
    }
}

#[test]
fn without_a_public_address_it_is_this_machine_with_the_port_that_is_listened_on() {
    for (text, expect) in [
        ("", "http://localhost:8080/"),
        ("listen = \"127.0.0.1:9000\"", "http://localhost:9000/"),
        ("listen = \"0.0.0.0:80\"", "http://localhost/"),
        (
            "listen = \"127.0.0.1:9000\"\npublic_url = \"https://portal.example.com\"",
            "https://portal.example.com/",
        ),
    ] {
        let (config, mistakes) = load(text, &[]);
        assert_eq!(mistakes, Vec::<String>::new());
        assert_eq!(config.settings.public_url.as_str(), expect);
    }
    for port in [0, 1, 80, 65535] {
        keys::local_url(port);
    }
}

#[test]
fn a_mail_server_needs_a_sender_and_its_password_is_in_no_mistake_and_no_printed_configuration() {
    let (config, mistakes) = load(
        "[smtp]\nurl = \"smtps://ann:hunter2@mail.example.com\"\nfrom = \"Example portal <portal@example.com>\"\n",
        &[],
    );
    assert_eq!(mistakes, Vec::<String>::new());
    let mail = config.settings.mail.as_ref().unwrap();
    assert_eq!(mail.from.name.as_deref(), Some("Example portal"));
    assert!(!format!("{config:?}").contains("hunter2"));

    let (config, mistakes) = load(
        "[smtp]\nurl = \"smtps://ann:hunter2@mail.example.com\"\n",
        &[],
    );
    assert_eq!(mistakes, ["FILE:2: `smtp.url`: this needs `smtp.from` too"]);
    assert!(config.settings.mail.is_none());
    let env = [(
        "PORTCULLIS_SMTP_URL",
        "smtp://ann:hunter2@mail.example.com?tls=none",
    )];
    let (_, mistakes) = load("", &env);
    let mistakes = mistakes.join("\n");
    assert!(
        mistakes.starts_with("PORTCULLIS_SMTP_URL: a password needs TLS"),
        "{mistakes}"
    );
    assert!(!mistakes.contains("hunter2"));
}
