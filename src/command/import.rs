//! `portcullis import …`.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use portcullis_core::audit::Origin;
use portcullis_core::login::Email;
use portcullis_core::time::Span;
use portcullis_server::App;
use portcullis_server::people::{
    self, By, Change, Done, Form, Known, Line, MAX_BYTES, MAX_CHANGES, NotDone, Outcome, Plan,
    Unreadable, Wish, Wrong,
};
use portcullis_store::organizations::Organization;

use super::account::print_letter;
use super::invitations::must_have_mail;
use super::{operator, organization_of};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

/// Runs a command that takes a file in.
pub async fn run(options: &Options, command: cli::Import) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::Import::Accounts {
            organization,
            file,
            dry_run,
            mail,
            days,
        } => {
            let organization = organization_of(&app, &organization).await?;
            if mail {
                must_have_mail(&app)?;
            }
            let by = if mail {
                By::Mail
            } else {
                By::Paper(Span::days(days))
            };
            accounts(&app, &organization, (&file, by, dry_run)).await
        }
    }
}

async fn accounts(
    app: &App,
    organization: &Organization,
    (file, by, dry_run): (&Path, By, bool),
) -> Result<(), Failure> {
    let text = people::text(&bytes(file)?).map_err(unreadable)?;
    let sheet = people::read(&text, Form::Table, &organization.slug).map_err(unreadable)?;
    let wish = Wish {
        lines: Arc::new(sheet.lines),
        known: Known::Change,
        by,
    };
    let plan = people::plan(app, &operator(), organization, &wish).await?;
    let plan = plan.ok_or_else(Failure::denied)?;
    let [invited, changed, same, wrong] = plan.counts();
    if dry_run {
        tell(&wish.lines, &plan);
        if !sheet.unread.is_empty() {
            let names: Vec<String> = sheet.unread.iter().map(|name| clean(name)).collect();
            output::line(&format!("Not read: {}", names.join(", ")));
        }
        let counts = format!(
            "To invite: {invited}; to change: {changed}; so already: {same}; wrong: {wrong}."
        );
        output::line(&counts);
    }
    if let Some(why) = refusal(&wish.lines, &plan) {
        return Err(Failure::new(why));
    }
    if dry_run {
        return Ok(());
    }
    if invited + changed == 0 {
        output::line("Nothing is different.");
        return Ok(());
    }
    let wanted = (wish.clone(), plan.mark);
    match people::carry_out(app, &operator(), organization, wanted, Origin::default()).await? {
        Ok(done) => {
            print(app, organization, &done);
            Ok(())
        }
        Err(NotDone::Denied) => Err(Failure::denied()),
        Err(NotDone::Differs(plan)) => {
            Err(Failure::new(refusal(&wish.lines, &plan).unwrap_or_else(
                || "something changed meanwhile, and nothing was done; run it again".to_owned(),
            )))
        }
    }
}

/// A file, or standard input for `-`.
fn bytes(file: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |e: std::io::Error| Failure::new(format!("{} can't be read: {e}", file.display()));
    let most = MAX_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin()
            .take(most)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    } else {
        let file = std::fs::File::open(file).map_err(failed)?;
        file.take(most).read_to_end(&mut bytes).map_err(failed)?;
    }
    Ok(bytes)
}

fn unreadable(why: Unreadable) -> Failure {
    Failure::new(match why {
        Unreadable::Empty => "there is nobody in it".to_owned(),
        Unreadable::TooLarge => {
            format!("it is larger than {} MB; split it", MAX_BYTES / 1024 / 1024)
        }
        Unreadable::TooManyLines(most) => format!("it has more than {most} lines; split it"),
        Unreadable::NotText => "it is not text in UTF-8".to_owned(),
        Unreadable::NoHeadings => {
            "its first line must name the columns: login_name, name, email".to_owned()
        }
        Unreadable::HeadingTwice(column) => {
            format!("its first line names the column {column} twice")
        }
    })
}

/// Why nothing is done, if lines are wrong or too many.
fn refusal(lines: &[Line], plan: &Plan) -> Option<String> {
    let mut wrong = lines
        .iter()
        .zip(&plan.outcomes)
        .filter_map(|(line, one)| match one {
            Outcome::Wrong(wrong) => Some((line, wrong)),
            _ => None,
        });
    if let Some((line, why)) = wrong.next() {
        let others = match wrong.count() {
            0 => String::new(),
            count => format!(" (and {count} more; --dry-run tells all)"),
        };
        let why = told_wrong(why);
        return Some(format!(
            "nothing was done: line {}: {why}{others}",
            line.number
        ));
    }
    plan.is_too_much().then(|| {
        format!("nothing was done: it would touch more than {MAX_CHANGES} people at once; split it")
    })
}

fn tell(lines: &[Line], plan: &Plan) {
    for (line, outcome) in lines.iter().zip(&plan.outcomes) {
        let what = match outcome {
            Outcome::Same => continue,
            Outcome::Invite { again: false, .. } => "would be invited".to_owned(),
            Outcome::Invite { again: true, .. } => {
                "would be invited again; the open invitation ends".to_owned()
            }
            Outcome::Change(change) => changes(change),
            Outcome::Wrong(wrong) => told_wrong(wrong),
        };
        output::line(&format!(
            "{}: {}: {what}",
            line.number,
            clean(&line.shown[1])
        ));
    }
}

fn changes(change: &Change) -> String {
    let or_none = |email: Option<&str>| email.unwrap_or("none").to_owned();
    let (name, email) = (change.record.name.as_str(), change.record.email.as_ref());
    let mut told = Vec::new();
    if name != change.name {
        told.push(format!("name: {} becomes {name}", change.name));
    }
    if email.map(Email::as_str) != change.email.as_deref() {
        let (from, to) = (
            or_none(change.email.as_deref()),
            or_none(email.map(Email::as_str)),
        );
        told.push(format!("email: {from} becomes {to}"));
    }
    told.join("; ")
}

fn told_wrong(wrong: &[Wrong]) -> String {
    let told: Vec<String> = wrong.iter().map(|one| one_wrong(*one)).collect();
    told.join("; ")
}

fn one_wrong(wrong: Wrong) -> String {
    match wrong {
        Wrong::Name(why) => return format!("the name can't be taken: {why}"),
        Wrong::LoginName(why) => return format!("the login name can't be taken: {why}"),
        Wrong::Email(why) => return format!("the email address can't be taken: {why}"),
        Wrong::Twice(line) => return format!("line {line} has this login name already"),
        Wrong::AddressTwice(line) => return format!("line {line} has this address already"),
        Wrong::NoLoginName => "there is no login name",
        Wrong::Fields => "it has more or fewer fields than belong there",
        Wrong::LineBreak => {
            "a field holds a line break; a quotation mark is not closed, most likely"
        }
        Wrong::LoginNameTaken => "the login name is taken",
        Wrong::EmailTaken => "the email address signs somebody else in already",
        Wrong::NoAddress => "there is no email address to mail to",
        Wrong::JustMailed => "an invitation was mailed less than a minute ago",
        Wrong::Denied => "this is not allowed",
        Wrong::Frozen => "the account is frozen; unfreeze it first (portcullis mfa unfreeze)",
    }
    .to_owned()
}

fn print(app: &App, organization: &Organization, done: &Done) {
    for (person, letter) in &done.letters {
        print_letter(app, organization, person, letter);
        // A printer begins a new page.
        output::line("\u{c}");
    }
    if done.mailed > 0 {
        output::line(&format!(
            "Invitations that go out by mail: {}.",
            done.mailed
        ));
    }
    if done.changed > 0 {
        output::line(&format!("Changed: {}.", done.changed));
    }
}

/// Without what moves the terminal's cursor.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { '?' } else { c })
        .collect()
}
