//! Many people in one text: typed or pasted line by line, or a table as spreadsheets write it. Whatever is
//! wrong is found here line by line, and no line is lost; nothing here knows who there is.

use csv::{ReaderBuilder, StringRecord};
use portcullis_core::login::{Email, LoginName};
use portcullis_core::name::{Name, NotAcceptable};

use crate::sheet;

/// The largest text, in bytes.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// The most lines of a table.
pub const MAX_LINES: usize = 10_000;
/// The most lines that are typed or pasted.
pub const MAX_TYPED: usize = 500;
/// How much of what stands in a line is shown again, in characters.
const SHOWN: usize = 120;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A person on each line: `Ann Example <ann@acme.example>`, or fields in any usual order. A line of headings
    /// makes it a table.
    Typed,
    /// A table under a line of headings, as the list of people is exported.
    Table,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// A person each.
    pub lines: Vec<Line>,
    /// The headings of columns that are not read.
    pub unread: Vec<String>,
}

/// A line with a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands in the text, counted from 1.
    pub number: u64,
    /// What stands there, to be shown: the name, the login name and the address.
    pub shown: [String; 3],
    /// The person, or all that is wrong.
    pub entry: Result<Entry, Vec<Wrong>>,
}

/// A person as a line tells of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name; `None` where there is no such column.
    pub name: Option<Name>,
    /// The login name in the organization.
    pub login_name: LoginName,
    /// The address, if there is one; `None` where there is no such column.
    pub email: Option<Option<Email>>,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The name.
    Name(NotAcceptable),
    /// The login name.
    LoginName(NotAcceptable),
    /// The address.
    Email(NotAcceptable),
    /// There is no login name, and none can be made of the address.
    NoLoginName,
    /// It has more or fewer fields than belong there.
    Fields,
    /// A field holds a line break: quotation marks that nobody closed, most likely.
    LineBreak,
    /// An earlier line has the login name.
    Twice(u64),
    /// An earlier line has the address.
    AddressTwice(u64),
    /// Somebody of the organization has the login name.
    LoginNameTaken,
    /// The address signs another account in. Told only to those who see the whole instance, or vouch.
    EmailTaken,
    /// Nobody can be invited by mail without an address.
    NoAddress,
    /// An invitation was mailed less than a minute ago.
    JustMailed,
    /// The actor may not change this person.
    Denied,
    /// The account is frozen.
    Frozen,
}

/// Why nothing at all was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nobody in it.
    Empty,
    /// It is longer than [`MAX_BYTES`].
    TooLarge,
    /// It has more lines than this.
    TooManyLines(usize),
    /// It is not text in UTF-8.
    NotText,
    /// The first line names no column `login_name`.
    NoHeadings,
    /// The first line names a column twice that is read.
    HeadingTwice(&'static str),
}

/// The columns that are read, as they are exported.
const COLUMNS: [&str; 3] = ["name", "login_name", "email"];
const NAME: usize = 0;
const LOGIN_NAME: usize = 1;
const EMAIL: usize = 2;

/// A file as text.
pub fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotText)?;
    if text.contains('\0') {
        return Err(Unreadable::NotText);
    }
    Ok(text.to_owned())
}

/// Reads a text; the organization's short name may stand behind login names.
pub fn read(text: &str, form: Form, slug: &str) -> Result<Sheet, Unreadable> {
    if text.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let text = text.strip_prefix(sheet::MARK).unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let sheet = match (headings(&text), form) {
        (Some(found), _) => table(&text, &found?, (form, slug))?,
        (None, Form::Typed) => typed(&text, slug)?,
        (None, Form::Table) if text.trim().is_empty() => return Err(Unreadable::Empty),
        (None, Form::Table) => return Err(Unreadable::NoHeadings),
    };
    if sheet.lines.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(sheet)
}

/// The headings of a table.
struct Headings {
    separator: u8,
    /// Where each of [`COLUMNS`] stands.
    at: [Option<usize>; 3],
    width: usize,
    unread: Vec<String>,
}

/// The headings that the first line holds, if it holds some; by whatever separates most of them.
fn headings(text: &str) -> Option<Result<Headings, Unreadable>> {
    let known = |field: &str| {
        COLUMNS
            .iter()
            .position(|one| heading(field) == heading(one))
    };
    let mut best: Option<(usize, u8, StringRecord)> = None;
    for separator in [b',', b';', b'\t'] {
        let first = reader(text, separator).records().next()?.ok()?;
        let count = first.iter().filter(|field| known(field).is_some()).count();
        if best.as_ref().is_none_or(|(most, ..)| count > *most) {
            best = Some((count, separator, first));
        }
    }
    let (_, separator, first) = best.filter(|(count, ..)| *count > 0)?;
    if first.iter().any(|field| field.contains('@')) {
        return None;
    }
    let mut at = [None; 3];
    let mut unread = Vec::new();
    for (place, field) in first.iter().enumerate() {
        match known(field) {
            Some(column) if at[column].is_some() => {
                return Some(Err(Unreadable::HeadingTwice(COLUMNS[column])));
            }
            Some(column) => at[column] = Some(place),
            None if field.trim().is_empty() => {}
            None => unread.push(shown(field)),
        }
    }
    Some(Ok(Headings {
        separator,
        at,
        width: first.len(),
        unread,
    }))
}

/// A heading as it is compared: `Login name`, `login_name` and `E-Mail` are known too.
fn heading(field: &str) -> String {
    let letters = field.trim().chars().filter(|c| !" _-".contains(*c));
    letters.flat_map(char::to_lowercase).collect()
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

fn table(text: &str, headings: &Headings, (form, slug): (Form, &str)) -> Result<Sheet, Unreadable> {
    if form == Form::Table && headings.at[LOGIN_NAME].is_none() {
        return Err(Unreadable::NoHeadings);
    }
    let most = most(form);
    let mut lines = Vec::new();
    let (mut number, mut counted) = (1, 0);
    for record in reader(text, headings.separator).records().skip(1) {
        // It is text, and lines may have any number of fields: nothing else is wrong to this reader.
        let record = record.map_err(|_| Unreadable::NotText)?;
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        if lines.len() == most {
            return Err(Unreadable::TooManyLines(most));
        }
        // A record's place may be before empty lines that it has nothing of.
        let at = record.position().map_or(0, csv::Position::byte);
        let rest = text
            .get(usize::try_from(at).unwrap_or(0)..)
            .unwrap_or_default();
        let begins = text.len() - rest.trim_start_matches('\n').len();
        number += text[counted..begins].matches('\n').count() as u64;
        counted = begins;
        let field = |column: usize| {
            let at = headings.at[column]?;
            Some(sheet::read(record.get(at).unwrap_or_default()))
        };
        let fields = [field(NAME), field(LOGIN_NAME), field(EMAIL)];
        let mut line = person(number, fields.each_ref().map(Option::as_deref), slug);
        if record.iter().any(|field| field.contains('\n')) {
            line.entry = Err(vec![Wrong::LineBreak]);
        } else if record.len() > headings.width
            && record
                .iter()
                .skip(headings.width)
                .any(|field| !field.trim().is_empty())
            || record.len() < headings.width
        {
            line.entry = Err(vec![Wrong::Fields]);
        }
        lines.push(line);
    }
    Ok(Sheet {
        lines,
        unread: headings.unread.clone(),
    })
}

const fn most(form: Form) -> usize {
    match form {
        Form::Typed => MAX_TYPED,
        Form::Table => MAX_LINES,
    }
}

fn typed(text: &str, slug: &str) -> Result<Sheet, Unreadable> {
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if lines.len() == MAX_TYPED {
            return Err(Unreadable::TooManyLines(MAX_TYPED));
        }
        lines.push(free(number, line, slug));
    }
    Ok(Sheet {
        lines,
        unread: Vec::new(),
    })
}

/// A line without headings over it: what has an `@` is the address, or the login name with its organization; of
/// the rest the first is the name and the second the login name.
fn free(number: u64, line: &str, slug: &str) -> Line {
    let separator = [b'\t', b';', b',']
        .into_iter()
        .find(|one| line.bytes().any(|byte| byte == *one));
    let fields = match separator {
        // A comma in a name before an address in brackets is no separator.
        Some(separator) if mailbox(line).is_none() => {
            let record = reader(line, separator).records().next();
            record.and_then(Result::ok).unwrap_or_default()
        }
        _ => StringRecord::from(vec![line]),
    };
    let mut found: [Option<String>; 3] = [None, None, None];
    let mut too_many = false;
    let mut put = |column: usize, text: &str| {
        too_many |= found[column].is_some();
        found[column].get_or_insert_with(|| text.to_owned());
    };
    let mut plain = [NAME, LOGIN_NAME].into_iter();
    for field in fields.iter().map(sheet::read) {
        let field = field.trim();
        if field.is_empty() {
            continue;
        }
        if let Some((name, address)) = mailbox(field) {
            if !name.is_empty() {
                plain.next();
                put(NAME, name);
            }
            put(EMAIL, address);
        } else if field.contains('@') {
            let own = bare(field, slug) != field;
            put(if own { LOGIN_NAME } else { EMAIL }, field);
        } else {
            put(plain.next().unwrap_or(NAME), field);
        }
    }
    let of_address = found[LOGIN_NAME].is_none().then(|| {
        let address = found[EMAIL].as_deref().unwrap_or_default();
        address
            .split(['@', '+'])
            .next()
            .unwrap_or_default()
            .to_owned()
    });
    let derived = of_address.is_some();
    let login_name = found[LOGIN_NAME].take().or(of_address).unwrap_or_default();
    let fields = [
        Some(found[NAME].as_deref().unwrap_or_default()),
        Some(login_name.as_str()),
        Some(found[EMAIL].as_deref().unwrap_or_default()),
    ];
    let mut line = person(number, fields, slug);
    if let Err(wrong) = &mut line.entry
        && derived
    {
        let made = |one: &Wrong| matches!(one, Wrong::LoginName(_));
        for one in wrong.iter_mut().filter(|one| made(one)) {
            *one = Wrong::NoLoginName;
        }
        line.shown[LOGIN_NAME].clear();
    }
    if too_many {
        line.entry = Err(vec![Wrong::Fields]);
    }
    line
}

/// The name and the address of `Ann Example <ann@acme.example>`.
fn mailbox(text: &str) -> Option<(&str, &str)> {
    let (name, address) = text.trim().strip_suffix('>')?.rsplit_once('<')?;
    let name = name.trim();
    let quoted = name
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    Some((quoted.unwrap_or(name).trim(), address.trim()))
}

/// A login name without the organization's short name behind it.
fn bare<'a>(text: &'a str, slug: &str) -> &'a str {
    match text.trim().rsplit_once('@') {
        Some((name, place)) if place.trim().to_lowercase() == slug => name,
        _ => text,
    }
}

/// A person of fields; `None` where there is no such column.
fn person(number: u64, [name, login_name, email]: [Option<&str>; 3], slug: &str) -> Line {
    let mut wrong = Vec::new();
    let login = bare(login_name.unwrap_or_default(), slug);
    let read_name = name.map(Name::parse).transpose();
    let read_login = match (login_name, email) {
        // Without a column for it, it is what stands before the @.
        (None, Some(email)) => {
            let local = email.trim().split(['@', '+']).next().unwrap_or_default();
            local.parse::<LoginName>().map_err(|_| Wrong::NoLoginName)
        }
        (None, None) => Err(Wrong::NoLoginName),
        _ => login.parse::<LoginName>().map_err(Wrong::LoginName),
    };
    let read_email = match email.map(str::trim) {
        None => Ok(None),
        Some("") => Ok(Some(None)),
        Some(email) => email.parse::<Email>().map(|email| Some(Some(email))),
    };
    wrong.extend(read_name.as_ref().err().map(|why| Wrong::Name(*why)));
    wrong.extend(read_login.as_ref().err().copied());
    wrong.extend(read_email.as_ref().err().map(|why| Wrong::Email(*why)));
    let entry = match (read_name, read_login, read_email) {
        (Ok(name), Ok(login_name), Ok(email)) => Ok(Entry {
            name,
            login_name,
            email,
        }),
        _ => Err(wrong),
    };
    let login_shown = match &entry {
        Ok(entry) => entry.login_name.as_str().to_owned(),
        Err(_) => shown(login),
    };
    Line {
        number,
        shown: [
            shown(name.unwrap_or_default()),
            login_shown,
            shown(email.unwrap_or_default()),
        ],
        entry,
    }
}

fn shown(text: &str) -> String {
    let text = text.trim();
    let mut kept: String = text.chars().take(SHOWN).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests;
