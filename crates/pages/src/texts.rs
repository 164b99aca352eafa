//! The catalogs of texts, one for each language, each read once. A text is asked for by key and
//! filled with values; in a page every value a person wrote stands in a `<bdi>` of its own, so that
//! a name written from right to left (or made to look so) cannot reorder the sentence around it.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use askama::filters::{Html, HtmlSafe, escape};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use portcullis_core::language::{Direction, Language};
use portcullis_core::name::is_unwanted;
use unic_langid::{LanguageIdentifier, langid};

use crate::moment::Moment;

/// Stands for the first rich value in a formatted pattern, the next for the second, and so on:
/// a private-use plane, and what people write never goes through the pattern.
const FIRST_MARK: u32 = 0xF_0000;

static ENGLISH: LazyLock<Texts> =
    LazyLock::new(|| Texts::read(Language::En, include_str!("../texts/en.ftl")));
static GERMAN: LazyLock<Texts> =
    LazyLock::new(|| Texts::read(Language::De, include_str!("../texts/de.ftl")));
static FRENCH: LazyLock<Texts> =
    LazyLock::new(|| Texts::read(Language::Fr, include_str!("../texts/fr.ftl")));
static SPANISH: LazyLock<Texts> =
    LazyLock::new(|| Texts::read(Language::Es, include_str!("../texts/es.ftl")));
static ARABIC: LazyLock<Texts> =
    LazyLock::new(|| Texts::read(Language::Ar, include_str!("../texts/ar.ftl")));

/// All texts of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The texts of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &ENGLISH,
            Language::De => &GERMAN,
            Language::Fr => &FRENCH,
            Language::Es => &SPANISH,
            Language::Ar => &ARABIC,
        }
    }

    fn read(language: Language, source: &str) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![locale(language)]);
        // `Say` isolates values itself, with elements instead of invisible characters.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped(language)));
        // What does not parse is missing and shows as its key; a test refuses both.
        let source = match language {
            Language::Fr => held_to_their_words(source),
            _ => source.to_owned(),
        };
        let resource = FluentResource::try_new(source).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The language they are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A number as it chooses a plural form. The plural rules at hand count Arabic to 99 only, where
    /// the language looks at the last two digits (CLDR): there a smaller number of the same form
    /// chooses, and the number itself is written.
    fn chooses(&self, number: i64) -> FluentValue<'static> {
        let ending = number % 100;
        if self.language != Language::Ar || number < 100 {
            return FluentValue::from(number);
        }
        let options = FluentNumberOptions {
            currency: Some(number.to_string()),
            ..FluentNumberOptions::default()
        };
        let same_form = if ending < 3 { 100 } else { ending };
        let same_form = u8::try_from(same_form).unwrap_or(100);
        FluentValue::Number(FluentNumber::new(same_form.into(), options))
    }

    fn runs_backwards(&self) -> bool {
        self.language.direction() == Direction::RightToLeft
    }

    /// The text with this key, to be filled with values and shown.
    pub fn say(&'static self, key: &'static str) -> Say {
        Say {
            texts: self,
            key,
            values: Vec::new(),
        }
    }

    /// Whether there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A text that is not translated is said in English; a test refuses that, too.
    fn format<'a>(&'a self, key: &'a str, args: &FluentArgs<'_>) -> Cow<'a, str> {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return match self.language {
                Language::En => Cow::Borrowed(key),
                _ => Self::of(Language::En).format(key, args),
            };
        };
        let mut problems = Vec::new();
        Cow::Owned(
            self.bundle
                .format_pattern(pattern, Some(args), &mut problems)
                .into_owned(),
        )
    }
}

/// One text with its values. In a template it prints as HTML; `plain` is for titles.
#[derive(Clone)]
pub struct Say {
    texts: &'static Texts,
    key: &'static str,
    values: Vec<(&'static str, Value)>,
}

/// What a text can be filled with.
#[derive(Clone, Debug)]
pub enum Value {
    /// Chooses plural forms.
    Number(i64),
    /// Written by somebody: isolated.
    Text(String),
    /// The same, and it is what the sentence is about.
    Strong(String),
    /// A point in time.
    Moment(Moment),
}

impl Say {
    /// The texts it is one of.
    pub(crate) fn texts(&self) -> &'static Texts {
        self.texts
    }

    /// Fills in one value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Fills in one value that stands out.
    #[must_use]
    pub fn strong(mut self, name: &'static str, value: &str) -> Self {
        self.values.push((name, Value::Strong(value.to_owned())));
        self
    }

    /// Without any markup, for titles and attributes.
    pub fn plain(&self) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &self.values {
            match value {
                Value::Number(number) => args.set(*name, self.texts.chooses(*number)),
                Value::Text(text) | Value::Strong(text) => args.set(*name, text.clone()),
                Value::Moment(moment) => args.set(*name, moment.words().to_owned()),
            }
        }
        self.texts.format(self.key, &args).into_owned()
    }
}

impl Say {
    /// The text as a mail without markup says it: what somebody wrote is isolated by characters.
    pub fn text(&self) -> String {
        let mut said = self.clone();
        for (_, value) in &mut said.values {
            if let Value::Text(text) | Value::Strong(text) = value
                && (self.texts.runs_backwards() || !text.is_ascii())
            {
                *text = format!("{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}");
            }
        }
        said.plain()
    }

    /// The same, with everything that somebody wrote as one short line.
    #[must_use]
    pub(crate) fn bounded(&self) -> Self {
        let mut said = self.clone();
        for (_, value) in &mut said.values {
            if let Value::Text(text) | Value::Strong(text) = value {
                *text = one_line(text);
            }
        }
        said
    }
}

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';
/// The longest that a mail repeats of what somebody wrote, in characters.
const LONGEST: usize = 200;

/// One short line: without controls, line breaks and what turns the writing around.
pub(crate) fn one_line(text: &str) -> String {
    let mut shown = text.chars().take(LONGEST + 1);
    let clean = |c: char| if is_unwanted(c) { ' ' } else { c };
    let mut line: String = shown.by_ref().take(LONGEST).map(clean).collect();
    if shown.next().is_some() {
        line.push('…');
    }
    line
}

impl fmt::Display for Say {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut args = FluentArgs::new();
        for ((name, value), mark) in self.values.iter().zip(FIRST_MARK..) {
            match value {
                Value::Number(number) => args.set(*name, self.texts.chooses(*number)),
                _ => args.set(*name, char::from_u32(mark).unwrap_or_default().to_string()),
            }
        }
        let text = self.texts.format(self.key, &args);
        let mut rest = &*text;
        while let Some((at, mark)) = rest
            .char_indices()
            .find(|(_, c)| u32::from(*c) >= FIRST_MARK)
        {
            write!(out, "{}", Escaped(&rest[..at]))?;
            let index = (u32::from(mark) - FIRST_MARK) as usize;
            if let Some((_, value)) = self.values.get(index) {
                write!(out, "{value}")?;
            }
            rest = &rest[at + mark.len_utf8()..];
        }
        write!(out, "{}", Escaped(rest))
    }
}

impl HtmlSafe for Say {}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(out, "{number}"),
            Self::Text(text) => write!(out, "<bdi>{}</bdi>", Escaped(text)),
            Self::Strong(text) => write!(out, "<strong><bdi>{}</bdi></strong>", Escaped(text)),
            Self::Moment(moment) => write!(out, "{moment}"),
        }
    }
}

/// Whose plural rules count.
fn locale(language: Language) -> LanguageIdentifier {
    match language {
        Language::En => langid!("en-US"),
        Language::De => langid!("de"),
        Language::Fr => langid!("fr"),
        Language::Es => langid!("es"),
        Language::Ar => langid!("ar"),
    }
}

/// French sets marks apart from their words, by spaces that no line breaks at, however they were typed.
fn held_to_their_words(source: &str) -> String {
    const THIN: [&str; 3] = ["?", "!", ";"];
    let mut held = source.replace(" :", "\u{a0}:").replace(" »", "\u{a0}»");
    held = held.replace("« ", "«\u{a0}");
    for mark in THIN {
        held = held.replace(&format!(" {mark}"), &format!("\u{202f}{mark}"));
    }
    held
}

/// How numbers are written: in groups of three, set apart as the language does it.
fn grouped<M>(language: Language) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match language {
        Language::En | Language::Ar => |value, _| in_groups(value, ','),
        Language::De | Language::Es => |value, _| in_groups(value, '.'),
        // A narrow space that no line breaks at.
        Language::Fr => |value, _| in_groups(value, '\u{202f}'),
    }
}

fn in_groups(value: &FluentValue<'_>, between: char) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    // What chooses a form may stand for another number.
    let written = number.options.currency.as_deref();
    let digits = written.map_or_else(|| number.as_string(), Cow::Borrowed);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(between);
        }
        grouped.push(digit);
    }
    Some(grouped)
}

/// Prints text with everything escaped that means something in HTML.
pub(crate) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match escape(self.0, Html) {
            Ok(safe) => write!(out, "{safe}"),
            Err(never) => match never {},
        }
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<&u32> for Value {
    fn from(number: &u32) -> Self {
        Self::Number((*number).into())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&u64> for Value {
    fn from(number: &u64) -> Self {
        Self::from(*number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&&String> for Value {
    fn from(text: &&String) -> Self {
        Self::Text((*text).clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Moment> for Value {
    fn from(moment: Moment) -> Self {
        Self::Moment(moment)
    }
}
