//! The style sheets of drawings, as far as programs that draw write them: rules for a class, an element or an
//! id, each alone. What they say is written into the elements that it is for, so no sheet is kept.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use portcullis_core::logo::LeftOut;

use super::attribute::{Judged, property};

/// The most rules, each for one selector.
const MAX_RULES: usize = 1_000;

/// What a drawing's style sheets say.
#[derive(Default)]
pub struct Sheet {
    /// By the selector: `.a`, `#a` or `path`. Of each property where it stands, since later ones win.
    rules: HashMap<String, BTreeMap<&'static str, (usize, String)>>,
    many: usize,
}

/// The properties of one element as they are found, each with its weight: the heaviest is written.
#[derive(Default)]
pub struct Properties(BTreeMap<&'static str, (Weight, String)>);

/// How much a selector counts, and where its rule stands.
type Weight = (u8, usize);

/// What an attribute of the element itself weighs.
pub const ATTRIBUTE: Weight = (0, 0);
/// What `style` on the element itself weighs.
pub const STYLE: Weight = (4, 0);

impl Properties {
    /// Puts in a value, if none of more weight is there.
    pub fn put(&mut self, name: &'static str, weight: Weight, value: String) {
        if self
            .0
            .get(name)
            .is_none_or(|(heaviest, _)| *heaviest <= weight)
        {
            self.0.insert(name, (weight, value));
        }
    }

    /// What was found.
    pub fn found(self) -> impl Iterator<Item = (&'static str, String)> {
        self.0.into_iter().map(|(name, (_, value))| (name, value))
    }
}

impl Sheet {
    /// Takes up the text of a `style` element.
    pub fn read(&mut self, text: &str, left_out: &mut BTreeSet<LeftOut>) {
        let text = without_comments(text);
        for rule in text.split('}') {
            let Some((selectors, declarations)) = rule.split_once('{') else {
                if !rule.trim().is_empty() {
                    left_out.insert(LeftOut::Style);
                }
                continue;
            };
            // `@media` and its like, escapes, and rules within rules.
            if rule.contains(['@', '\\']) || declarations.contains('{') {
                left_out.insert(LeftOut::Style);
                continue;
            }
            let mut said = BTreeMap::new();
            for (name, value) in self::declarations(declarations, left_out) {
                said.insert(name, value);
            }
            for selector in selectors.split(',').map(str::trim) {
                self.many += 1;
                if !is_plain(selector) || self.many > MAX_RULES {
                    left_out.insert(LeftOut::Style);
                    continue;
                }
                let rule = self.rules.entry(selector.to_owned()).or_default();
                for (name, value) in &said {
                    rule.insert(name, (self.many, value.clone()));
                }
            }
        }
    }

    /// Puts in what the sheets say of an element: `of` are its name, its classes and its id, written as
    /// selectors.
    pub fn tell(&self, of: impl Iterator<Item = String>, properties: &mut Properties) {
        for selector in of {
            let weight = match selector.chars().next() {
                Some('#') => 3,
                Some('.') => 2,
                _ => 1,
            };
            for (name, (at, value)) in self.rules.get(&selector).into_iter().flatten() {
                properties.put(name, (weight, *at), value.clone());
            }
        }
    }
}

/// The declarations of a rule, or of an attribute `style`.
pub fn declarations(text: &str, left_out: &mut BTreeSet<LeftOut>) -> Vec<(&'static str, String)> {
    let mut kept = Vec::new();
    for one in text.split(';').filter(|one| !one.trim().is_empty()) {
        let Some((name, value)) = one.split_once(':') else {
            left_out.insert(LeftOut::Style);
            continue;
        };
        let value = value.trim();
        let value = value.strip_suffix("!important").unwrap_or(value);
        match property(&name.trim().to_ascii_lowercase(), value) {
            Judged::Kept(name, value) => kept.push((name, value)),
            Judged::Told(why) => {
                left_out.insert(why);
            }
            Judged::Untold => {}
        }
    }
    kept
}

/// One class, one id, or the name of an element.
fn is_plain(selector: &str) -> bool {
    let name = selector.strip_prefix(['.', '#']).unwrap_or(selector);
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    !name.is_empty() && name.chars().all(fits)
}

fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        kept.push(' ');
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}
