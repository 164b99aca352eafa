//! Inviting somebody: a form, then the letter, once; or a mail.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::invitation::{DAYS, MAX_DAYS};
use portcullis_core::login::{Email, LoginName};
use portcullis_core::name::Name;
use portcullis_core::sign_in::Act;
use portcullis_core::time::Span;
use portcullis_pages::{Field, InvitationLetter, InvitationLetters, Invite, Problem};

use super::access::may_invite;
use crate::people::{self, NotAdded, Person};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::field::{optional, parsed, password_problem};
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    may(&admin).await?;
    visit::page(&blank(&admin))
}

pub async fn submit(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    let [name, login_name, email, by, days] =
        form.only(["name", "login_name", "email", "by", "days"])?;
    may(&admin).await?;
    let mut page = blank(&admin);
    let read = (
        parsed(&name, Name::parse, Problem::Missing, &mut page.name),
        parsed(
            &login_name,
            str::parse::<LoginName>,
            Problem::NotALoginName,
            &mut page.login_name,
        ),
        optional(&email, str::parse, Problem::NotAnEmail, &mut page.email),
    );
    let by_mail = by == "mail" && page.by_mail;
    let life = life(&days, &mut page.days);
    if by_mail && page.email.value.is_empty() {
        page.email.problem = Some(Problem::Missing);
    } else if let ((Some(name), Some(login_name), Some(email)), Some(life)) = (read, life) {
        let person = Person {
            name,
            login_name,
            email: email.clone(),
        };
        let not_added = if let (true, Some(email)) = (by_mail, email) {
            match mail(&admin, (person, email)).await? {
                Ok(done) => return Ok(done),
                Err(why) => why,
            }
        } else {
            match paper(&admin, (person, life)).await? {
                Ok(sheet) => return Ok(sheet),
                Err(why) => why,
            }
        };
        match not_added {
            NotAdded::Denied => return Err(Trouble::Forbidden),
            NotAdded::LoginNameTaken => page.login_name.problem = Some(Problem::Taken),
            NotAdded::JustMailed => {
                page.email.problem = Some(Problem::JustMailed);
                return visit::page_with(StatusCode::TOO_MANY_REQUESTS, &page);
            }
            NotAdded::EmailTaken => page.email.problem = Some(Problem::Taken),
            NotAdded::Weak(weakness) => page.name.problem = Some(password_problem(weakness)),
        }
    }
    visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Whether the reader invites now; asks for a device where none was proved lately, since an invitation opens an account.
async fn may(admin: &Administrator) -> Result<(), Trouble> {
    if !may_invite(admin) {
        return Err(Trouble::Forbidden);
    }
    let here = format!("/admin/{}/access/invite", admin.organization.slug);
    demand(&admin.member, Act::People, &here).await
}

async fn paper(
    admin: &Administrator,
    (person, life): (Person, Span),
) -> Result<Result<Response, NotAdded>, Trouble> {
    let visit = &admin.member.visit;
    let invited = people::invite(
        &visit.app,
        &admin.actor,
        &admin.organization,
        (person.clone(), life),
        visit.origin.clone(),
    );
    Ok(match invited.await? {
        Ok(letter) => Ok(visit::page(&sheets(admin, &[(person, letter)], 0))?),
        Err(why) => Err(why),
    })
}

async fn mail(
    admin: &Administrator,
    invited: (Person, Email),
) -> Result<Result<Response, NotAdded>, Trouble> {
    let visit = &admin.member.visit;
    let (actor, organization) = (&admin.actor, &admin.organization);
    let origin = visit.origin.clone();
    let sent = people::invite_by_mail(&visit.app, actor, organization, invited, origin).await?;
    let access = format!("/admin/{}/access", organization.slug);
    Ok(sent.map(|_| redirect(&access)))
}

/// For how long letters are good; without a number for the usual time.
pub(super) fn life(typed: &str, field: &mut Field) -> Option<Span> {
    if typed.trim().is_empty() {
        return Some(Span::days(DAYS));
    }
    let days = typed.trim().parse::<i64>().ok();
    let days = days.filter(|days| (1..=MAX_DAYS).contains(days));
    *field = match days {
        Some(days) => Field::new(days.to_string()),
        None => Field::with_problem(
            typed,
            Problem::NotANumber {
                least: 1,
                most: u32::try_from(MAX_DAYS).unwrap_or(u32::MAX),
            },
        ),
    };
    days.map(Span::days)
}

fn blank(admin: &Administrator) -> Invite {
    Invite {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        name: Field::default(),
        login_name: Field::default(),
        email: Field::default(),
        days: Field::new(DAYS.to_string()),
        most_days: u32::try_from(MAX_DAYS).unwrap_or(u32::MAX),
        by_mail: admin.member.visit.app.has_mail(),
    }
}

/// The letters of people who were invited on paper, and how many were changed in the same act.
pub(super) fn sheets(
    admin: &Administrator,
    letters: &[(Person, people::Letter)],
    changed: usize,
) -> InvitationLetters {
    let (visit, slug) = (&admin.member.visit, &admin.organization.slug);
    let sheet = |(person, letter): &(Person, people::Letter)| {
        let code = letter.code.shown();
        InvitationLetter {
            name: person.name.as_str().to_owned(),
            login_name: format!("{}@{slug}", person.login_name),
            link: visit.app.link(&format!("/invitation/{code}")),
            code,
            until: letter.until,
        }
    };
    InvitationLetters {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: slug.clone(),
        address: visit.app.link("/invitation"),
        letters: letters.iter().map(sheet).collect(),
        changed: u32::try_from(changed).unwrap_or(u32::MAX),
    }
}
