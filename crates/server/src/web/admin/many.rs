//! Many people in one text: first the page shows what each line would come to, and then does exactly that. What
//! was looked at comes back with the form, text and mark: nothing of it is kept here, and another outcome than
//! the one that was shown is shown anew.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::invitation::{DAYS, MAX_DAYS};
use portcullis_core::login::Email;
use portcullis_core::sign_in::Act;
use portcullis_pages::{
    Field, Many, ManyDoor, ManyLine, ManyOutcome, ManyPlan, ManyRefusal, ManyWrong, Problem,
};

use super::access::may_invite;
use super::invite::{life, sheets};
use crate::people::{
    self, By, Form, Known, Line, MAX_BYTES, MAX_CHANGES, MAX_LINES, MAX_TYPED, NotDone, Outcome,
    Plan, Sheet, Unreadable, Wish, Wrong,
};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::field::problem;
use crate::web::step_up;
use crate::web::trouble::Trouble;
use crate::web::upload::{Upload, word};
use crate::web::visit;

/// How many lines a page shows.
const SHOWN: usize = 1_000;
const MEGABYTE: usize = 1024 * 1024;

pub async fn show_invite(admin: Administrator) -> Result<Response, Trouble> {
    show(&admin, ManyDoor::Invite).await
}

pub async fn invite(admin: Administrator, form: Upload) -> Result<Response, Trouble> {
    submit(&admin, ManyDoor::Invite, form).await
}

pub async fn show_import(admin: Administrator) -> Result<Response, Trouble> {
    show(&admin, ManyDoor::Import).await
}

pub async fn import(admin: Administrator, form: Upload) -> Result<Response, Trouble> {
    submit(&admin, ManyDoor::Import, form).await
}

async fn show(admin: &Administrator, door: ManyDoor) -> Result<Response, Trouble> {
    if !may_invite(admin) {
        return Err(Trouble::Forbidden);
    }
    step_up::demand(&admin.member, Act::People, &address(admin, door)).await?;
    let done = |name| {
        let count = admin.member.visit.parameter(name);
        count.and_then(|count| count.parse::<u32>().ok())
    };
    let (mailed, changed) = (done("mailed"), done("changed"));
    let mut page = blank(admin, door);
    page.done = (mailed.is_some() || changed.is_some())
        .then(|| (mailed.unwrap_or(0), changed.unwrap_or(0)));
    visit::page(&page)
}

async fn submit(admin: &Administrator, door: ManyDoor, form: Upload) -> Result<Response, Trouble> {
    let [people, file, by, days, shown] = form.only(["people", "file", "by", "days", "shown"])?;
    if !may_invite(admin) {
        return Err(Trouble::Forbidden);
    }
    let mut page = blank(admin, door);
    let life = life(word(&days)?, &mut page.days);
    let by = match (word(&by)?, page.by_mail) {
        ("mail", Some(_)) => Some(By::Mail),
        ("paper" | "", _) => life.map(By::Paper),
        _ => return Err(Trouble::BadForm),
    };
    page.by_mail = page.by_mail.map(|_| by == Some(By::Mail));
    let sent = match door {
        ManyDoor::Import if !file.is_empty() => file,
        ManyDoor::Invite if !file.is_empty() => return Err(Trouble::BadForm),
        _ => people,
    };
    let (form, known) = match door {
        ManyDoor::Invite => (Form::Typed, Known::Refuse),
        ManyDoor::Import => (Form::Table, Known::Change),
    };
    let read = people::text(&sent).and_then(|text| {
        page.people = text;
        people::read(&page.people, form, &admin.organization.slug)
    });
    let (sheet, by) = match (read, by) {
        (Err(why), _) => {
            page.refusal = Some(refusal(why));
            return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
        (Ok(_), None) => return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page),
        (Ok(sheet), Some(by)) => (sheet, by),
    };
    let wish = Wish {
        lines: Arc::new(sheet.lines.clone()),
        known,
        by,
    };
    act(admin, page, (&sheet, wish), word(&shown)?).await
}

/// Shows what it would come to; or does it, when that was looked at.
async fn act(
    admin: &Administrator,
    mut page: Many,
    (sheet, wish): (&Sheet, Wish),
    shown: &str,
) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let (actor, organization) = (&admin.actor, &admin.organization);
    let prove = if shown.is_empty() {
        None
    } else {
        prove(admin).await?
    };
    if shown.is_empty() || prove.is_some() {
        let plan = people::plan(&visit.app, actor, organization, &wish).await?;
        let plan = plan.ok_or(Trouble::Forbidden)?;
        let status = match (plan.is_good(), &prove) {
            (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
            (true, Some(_)) => StatusCode::FORBIDDEN,
            (true, None) => StatusCode::OK,
        };
        page.plan = Some(ManyPlan {
            prove,
            ..told(sheet, &plan)
        });
        return visit::page_with(status, &page);
    }
    let wanted = (wish, shown.to_owned());
    let origin = visit.origin.clone();
    match people::carry_out(&visit.app, actor, organization, wanted, origin).await? {
        Ok(done) if done.letters.is_empty() => Ok(redirect(&format!(
            "{}?mailed={}&changed={}",
            address(admin, page.door),
            done.mailed,
            done.changed
        ))),
        Ok(done) => visit::page(&sheets(admin, &done.letters, done.changed)),
        Err(NotDone::Denied) => Err(Trouble::Forbidden),
        Err(NotDone::Differs(plan)) => {
            page.plan = Some(ManyPlan {
                differs: true,
                ..told(sheet, &plan)
            });
            visit::page_with(StatusCode::CONFLICT, &page)
        }
    }
}

/// Where a fresh proof is given, when one is wanted first: inviting and changing what is on record ask for it wherever
/// they are done. What was sent stays on the page meanwhile.
async fn prove(admin: &Administrator) -> Result<Option<String>, Trouble> {
    let fresh = step_up::is_fresh(&admin.member, Act::People).await?;
    let back = format!("/admin/{}/access", admin.organization.slug);
    Ok((!fresh).then(|| visit::step_up_path(step_up::word(Act::People), &back)))
}

fn address(admin: &Administrator, door: ManyDoor) -> String {
    let path = match door {
        ManyDoor::Invite => "invite-many",
        ManyDoor::Import => "import",
    };
    format!("/admin/{}/access/{path}", admin.organization.slug)
}

fn blank(admin: &Administrator, door: ManyDoor) -> Many {
    let most = match door {
        ManyDoor::Invite => MAX_TYPED,
        ManyDoor::Import => MAX_LINES,
    };
    Many {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        door,
        people: String::new(),
        days: Field::new(DAYS.to_string()),
        most_days: u32::try_from(MAX_DAYS).unwrap_or(u32::MAX),
        most_lines: number(most),
        by_mail: admin.member.visit.app.has_mail().then_some(true),
        refusal: None,
        plan: None,
        done: None,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn refusal(why: Unreadable) -> ManyRefusal {
    match why {
        Unreadable::Empty => ManyRefusal::Empty,
        Unreadable::TooLarge => ManyRefusal::TooLarge {
            megabytes: number(MAX_BYTES / MEGABYTE),
        },
        Unreadable::TooManyLines(most) => ManyRefusal::TooManyLines { most: number(most) },
        Unreadable::NotText => ManyRefusal::NotText,
        Unreadable::NoHeadings => ManyRefusal::NoHeadings,
        Unreadable::HeadingTwice(column) => ManyRefusal::HeadingTwice(column),
    }
}

/// A plan as the page shows it: what is wrong, or else what would be done.
fn told(sheet: &Sheet, plan: &Plan) -> ManyPlan {
    let counts = plan.counts();
    let wanted = |outcome: &Outcome| match outcome {
        Outcome::Same => false,
        Outcome::Wrong(_) => true,
        Outcome::Invite { .. } | Outcome::Change(_) => counts[3] == 0,
    };
    let mut lines: Vec<ManyLine> = sheet
        .lines
        .iter()
        .zip(&plan.outcomes)
        .filter(|(_, outcome)| wanted(outcome))
        .map(|(line, outcome)| one(line, outcome))
        .collect();
    let unshown = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    ManyPlan {
        lines,
        unshown: number(unshown),
        counts: counts.map(number),
        mark: plan.is_good().then(|| plan.mark.clone()),
        too_much: plan.is_too_much().then(|| number(MAX_CHANGES)),
        differs: false,
        unread: sheet.unread.clone(),
        prove: None,
    }
}

fn one(line: &Line, outcome: &Outcome) -> ManyLine {
    let [name, login_name, email] = line.shown.clone();
    ManyLine {
        number: line.number,
        name,
        login_name,
        email,
        outcome: match outcome {
            Outcome::Invite { again, .. } => ManyOutcome::Invited { again: *again },
            Outcome::Change(change) => {
                let to = change.record.email.as_ref().map(Email::as_str);
                let name = change.record.name.as_str();
                ManyOutcome::Changed {
                    name: (name != change.name).then(|| (change.name.clone(), name.to_owned())),
                    email: (to != change.email.as_deref())
                        .then(|| (change.email.clone(), to.map(str::to_owned))),
                }
            }
            Outcome::Same => ManyOutcome::Wrong(Vec::new()),
            Outcome::Wrong(wrong) => {
                ManyOutcome::Wrong(wrong.iter().map(|one| why(*one)).collect())
            }
        },
    }
}

fn why(wrong: Wrong) -> ManyWrong {
    match wrong {
        Wrong::Name(why) => ManyWrong::Name(problem(why, Problem::Missing)),
        Wrong::LoginName(why) => ManyWrong::LoginName(problem(why, Problem::NotALoginName)),
        Wrong::Email(why) => ManyWrong::Email(problem(why, Problem::NotAnEmail)),
        Wrong::NoLoginName => ManyWrong::NoLoginName,
        Wrong::Fields => ManyWrong::Fields,
        Wrong::LineBreak => ManyWrong::LineBreak,
        Wrong::Twice(line) => ManyWrong::Twice(line),
        Wrong::AddressTwice(line) => ManyWrong::AddressTwice(line),
        Wrong::LoginNameTaken => ManyWrong::LoginName(Problem::Taken),
        Wrong::EmailTaken => ManyWrong::Email(Problem::Taken),
        Wrong::NoAddress => ManyWrong::NoAddress,
        Wrong::JustMailed => ManyWrong::JustMailed,
        Wrong::Denied => ManyWrong::Denied,
        Wrong::Frozen => ManyWrong::Frozen,
    }
}
