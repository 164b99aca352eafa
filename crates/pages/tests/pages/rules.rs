//! What holds for every page, whatever it shows.

use crate::{nasty, samples};
use portcullis_core::language::Language;
use portcullis_pages::*;

#[test]
fn no_page_has_a_style_or_script_of_its_own() {
    for (name, html) in samples::all() {
        assert!(!html.contains("<style"), "{name}");
        assert!(!html.contains(" style="), "{name}");
        assert!(!html.contains("javascript:"), "{name}");
        for tag in tags(&html) {
            assert!(
                !attributes(tag).iter().any(|(key, _)| key.starts_with("on")),
                "{name}: {tag}"
            );
            if tag.starts_with("script") {
                assert!(
                    tag.contains(r#"nonce="bm9uY2U""#)
                        && tag.contains("src=\"/assets/")
                        && tag.contains(" defer"),
                    "{name}: {tag}"
                );
                assert!(html.contains(&format!("<{tag}></script>")), "{name}: {tag}");
            }
        }
    }
}

#[test]
fn every_page_has_one_heading_a_title_a_language_and_a_main_part() {
    for (name, html) in samples::all() {
        for once in [
            "<!doctype html>",
            "<h1",
            "<title>",
            "<main",
            r#"<html lang="en""#,
            r#"name="viewport""#,
            r#"name="color-scheme""#,
        ] {
            assert_eq!(html.matches(once).count(), 1, "{name}: {once}");
        }
        assert!(!html.contains("<title> "), "{name}");
        assert!(!html.contains("bdi&"), "{name}");
    }
}

#[test]
fn every_page_says_its_language_and_how_its_lines_run() {
    for language in Language::ALL {
        let (tag, direction) = (language.tag(), language.direction().attribute());
        let root = format!(r#"<html lang="{tag}" dir="{direction}">"#);
        for (name, html) in samples::in_language(language, samples::all) {
            assert!(html.contains(&root), "{name}: {root}");
        }
    }
}

#[test]
fn every_field_has_a_label_and_everything_pointed_at_exists() {
    for (name, html) in samples::all() {
        let ids: Vec<&str> = tags(&html)
            .iter()
            .filter_map(|tag| attribute(tag, "id"))
            .collect();
        for (at, id) in ids.iter().enumerate() {
            assert!(!ids[..at].contains(id), "{name}: {id} twice");
        }
        for tag in tags(&html) {
            for pointer in [
                "aria-describedby",
                "aria-labelledby",
                "aria-controls",
                "for",
            ] {
                for id in attribute(tag, pointer)
                    .unwrap_or_default()
                    .split_whitespace()
                {
                    assert!(ids.contains(&id), "{name}: {pointer}={id}");
                }
            }
            let hidden = tag.contains(r#"type="hidden""#) || tag.ends_with(" hidden");
            if tag.starts_with("input ") && !hidden {
                let id = attribute(tag, "id").unwrap_or_default();
                assert!(
                    html.contains(&format!(r#"<label for="{id}">"#)),
                    "{name}: {tag}"
                );
            }
        }
    }
}

#[test]
fn every_file_a_page_names_is_there() {
    for (name, html) in samples::all() {
        for tag in tags(&html) {
            let address = attribute(tag, "src")
                .or_else(|| attribute(tag, "href"))
                .unwrap_or_default();
            if let Some(file) = address.strip_prefix("/assets/") {
                let asset = assets::find(file).unwrap_or_else(|| panic!("{name}: {file}"));
                assert!(
                    !asset.bytes.is_empty() && asset.media_type != "application/octet-stream",
                    "{file}"
                );
            }
        }
    }
    assert!(
        assets::find("style.css").is_none()
            && assets::find("style-00000000.css").is_none()
            && assets::find("").is_none()
    );
}

#[test]
fn what_people_write_stays_text() {
    for (name, html) in nasty::pages() {
        let pictures = html.matches("<img").count();
        assert_eq!(
            pictures,
            html.matches("<img src=\"/logo/").count(),
            "{name}"
        );
        assert!(!html.contains("onerror=alert(1)>\""), "{name}");
        assert!(
            html.contains("&#60;img src=x onerror=alert(1)&#62;"),
            "{name}"
        );
        for tag in tags(&html) {
            assert!(
                !attributes(tag).iter().any(|(key, _)| key.starts_with("on")),
                "{name}: {tag}"
            );
        }
    }
}

#[test]
fn a_name_that_turns_the_writing_around_turns_only_itself() {
    let name = "Ann\u{202e}reuaB";
    let page = Code {
        who: name.into(),
        ..samples::code()
    };
    let (_, html) = samples::page("code", &page);
    assert!(html.contains(&format!("<strong><bdi>{name}</bdi></strong>")));
    let place = Frame {
        place: Place {
            name: name.into(),
            accent: None,
            logo: None,
        },
        ..samples::frame()
    };
    let (_, html) = samples::page(
        "code",
        &Code {
            frame: place,
            ..samples::code()
        },
    );
    assert!(html.contains(&format!("shows six digits for <bdi>{name}</bdi>.")));
}

#[test]
fn codes_can_be_downloaded_without_a_script() {
    let (_, html) = samples::page("codes", &samples::store_codes());
    assert!(html.contains(
        r#"href="data:text/plain;charset=utf-8,Recovery%20codes%20for%20Example%20GmbH%0D%0A"#
    ));
    assert!(
        html.contains("%0D%0A7KQM-4XPD-H2WN-9TRC%0D%0A")
            && html.contains(r#"download="recovery-codes.txt""#)
    );
}

#[test]
fn what_needs_a_script_is_hidden_until_it_runs() {
    for (name, html) in samples::all() {
        for tag in tags(&html) {
            for feature in [
                "data-reveal",
                "data-copy",
                "data-print",
                "data-wait",
                "data-copied",
            ] {
                assert!(
                    !attributes(tag).iter().any(|(key, _)| key == feature)
                        || tag.ends_with(" hidden"),
                    "{name}: {tag}"
                );
            }
        }
    }
}

/// What stands between `<` and `>`; values hold no `>` because they are escaped.
fn tags(html: &str) -> Vec<&str> {
    html.split('<')
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .map(|(tag, _)| tag)
        .collect()
}

fn attribute<'a>(tag: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {key}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = tag
        .split_once(char::is_whitespace)
        .map_or("", |(_, rest)| rest)
        .trim();
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let (inside, after) = quoted.split_once('"').unwrap_or((quoted, ""));
            value.push_str(inside);
            rest = after;
        }
        found.push((key, value));
        rest = rest.trim_start();
    }
    found
}
