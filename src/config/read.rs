//! Reading values into the configuration, with every mistake named by its place.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::keys::{KEYS, Key, NOT_KEYS, PREFIX, Take};
use super::{Config, Given};

/// Reads a file.
pub fn file(path: &Path, config: &mut Config, mistakes: &mut Vec<String>) {
    let at = path.display();
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return mistakes.push(format!("{at}: {error}")),
    };
    match DeTable::parse(&text) {
        Ok(table) => section(
            "",
            table.get_ref(),
            (&at.to_string(), &text),
            config,
            mistakes,
        ),
        Err(error) => {
            let line = error.span().map_or(1, |span| line_of(&text, span.start));
            mistakes.push(format!("{at}:{line}: {}", error.message()));
        }
    }
}

/// Reads the environment: `PORTCULLIS_DATABASE_URL` is `database.url`.
pub fn environment(
    variables: &[(String, String)],
    config: &mut Config,
    mistakes: &mut Vec<String>,
) {
    for (name, value) in variables {
        if NOT_KEYS.contains(&name.as_str()) {
            continue;
        }
        let known = KEYS.iter().find(|key| variable(key.name) == *name);
        if let Some(key) = known {
            let (place, text) = (name.clone(), value.clone());
            config.given.insert(key.name, Given { place, text });
        }
        match known {
            Some(Key {
                take: Take::Word(take),
                ..
            }) => {
                if let Err(why) = take(config, value) {
                    mistakes.push(format!("{name}: {why}"));
                }
            }
            Some(Key {
                take: Take::Words(take),
                ..
            }) => {
                let words = value.split(',').map(str::trim);
                let words: Vec<String> = words
                    .filter(|word| !word.is_empty())
                    .map(str::to_owned)
                    .collect();
                if let Err(why) = take(config, &words) {
                    mistakes.push(format!("{name}: {why}"));
                }
            }
            Some(_) => mistakes.push(format!("{name}: this key can only be set in the file")),
            None => mistakes.push(format!("{name}: there is no such key")),
        }
    }
}

/// The environment variable of a key.
pub fn variable(key: &str) -> String {
    format!("{PREFIX}{}", key.replace('.', "_").to_uppercase())
}

fn section(
    prefix: &str,
    table: &DeTable<'_>,
    (at, text): (&str, &str),
    config: &mut Config,
    mistakes: &mut Vec<String>,
) {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        let name = format!("{prefix}{}", key.get_ref());
        let line = line_of(text, key.span().start);
        let known = KEYS.iter().find(|key| key.name == name);
        if let Some(key) = known {
            let place = format!("{at}:{line}");
            let text = word(value.get_ref()).unwrap_or_default();
            config.given.insert(key.name, Given { place, text });
        }
        let taken = match (known, value.get_ref()) {
            (
                Some(Key {
                    take: Take::Word(take),
                    ..
                }),
                value,
            ) => word(value).and_then(|word| take(config, &word)),
            (
                Some(Key {
                    take: Take::Words(take),
                    ..
                }),
                DeValue::Array(items),
            ) => {
                let words = items.iter().map(|item| word(item.get_ref()));
                words
                    .collect::<Result<Vec<_>, _>>()
                    .and_then(|words| take(config, &words))
            }
            (
                Some(Key {
                    take: Take::Words(_),
                    ..
                }),
                _,
            ) => Err("write a list, like [\"a\", \"b\"]".to_owned()),
            (
                Some(Key {
                    take: Take::Tables(take),
                    ..
                }),
                DeValue::Array(items),
            ) => {
                let tables: Vec<&DeTable<'_>> = items
                    .iter()
                    .filter_map(|item| item.get_ref().as_table())
                    .collect();
                if tables.len() == items.len() {
                    take(config, &tables)
                } else {
                    Err("write a list of tables".to_owned())
                }
            }
            (Some(_), _) => Err("write a list of tables".to_owned()),
            (None, DeValue::Table(inner))
                if KEYS
                    .iter()
                    .any(|key| key.name.starts_with(&format!("{name}."))) =>
            {
                section(&format!("{name}."), inner, (at, text), config, mistakes);
                Ok(())
            }
            (None, _) => Err("there is no such key".to_owned()),
        };
        if let Err(why) = taken {
            mistakes.push(format!("{at}:{line}: `{name}`: {why}"));
        }
    }
}

fn word(value: &DeValue<'_>) -> Result<String, String> {
    match value {
        DeValue::String(text) => Ok(text.to_string()),
        DeValue::Integer(number) => Ok(number.as_str().to_owned()),
        DeValue::Boolean(yes) => Ok(yes.to_string()),
        _ => Err("write one word, text or number".to_owned()),
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()
        .iter()
        .take(at)
        .filter(|byte| **byte == b'\n')
        .count()
        + 1
}
