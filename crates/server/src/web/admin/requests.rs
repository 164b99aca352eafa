//! What members ask the help desk for: the list, and one request with its answer.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::help_request::Outcome;
use portcullis_core::id::HelpRequestId;
use portcullis_core::name::line;
use portcullis_core::sign_in::Act;
use portcullis_pages::telling::By;
use portcullis_pages::{
    Field, Problem, RequestAnswer, RequestPage, RequestReader, RequestRow, Requests,
};
use portcullis_store::help_requests::Listed;

use super::access::state;
use crate::people::{self, MAX_REASON, NotChanged, Request, RequestReply};
use crate::web::admit::Administrator;
use crate::web::dashboard::status;
use crate::web::dress::redirect;
use crate::web::field::parsed;
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// How many open requests a page shows.
const PAGE: u32 = 50;
/// How many that were answered.
const ANSWERED: u32 = 20;

/// The organization's short name, which the administrator was admitted to, and the request's id.
type Place = Path<(String, String)>;

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let slug = &admin.organization.slug;
    let after = visit.parameter("after").and_then(|id| id.parse().ok());
    let asked = (after, PAGE + 1, ANSWERED);
    let read = people::requests(&visit.app, &admin.actor, admin.organization.id, asked).await?;
    let (mut open, answered) = read.map_err(refused)?;
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = open.len() > most;
    open.truncate(most);
    let last = open.last().filter(|_| more).map(|one| one.request.id);
    let row = |one: Listed| row(one, None, slug);
    visit::page(&Requests {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: slug.clone(),
        open: open.into_iter().map(row).collect(),
        next: last.map(|last| format!("/admin/{slug}/requests?after={last}")),
        answered: answered
            .into_iter()
            .map(|one| {
                // The list says what became of it, and its page who says so.
                let by = one.request.answer.is_some().then_some(By::Portal);
                self::row(one, by, slug)
            })
            .collect(),
    })
}

pub async fn show_one(admin: Administrator, Path((_, id)): Place) -> Result<Response, Trouble> {
    let found = found(&admin, &id).await?;
    visit::page(&page(&admin, found))
}

pub async fn answer(
    admin: Administrator,
    Path((_, id)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    let [what, typed] = form.only(["do", "word"])?;
    let found = found(&admin, &id).await?;
    if !found.answers {
        return Err(Trouble::Forbidden);
    }
    let outcome = match what.as_str() {
        "grant" => Outcome::Granted,
        "done" => Outcome::Done,
        "decline" => Outcome::Declined,
        _ => return Err(Trouble::BadForm),
    };
    let id = found.listed.request.id;
    let here = format!("/admin/{}/requests/{id}", admin.organization.slug);
    if outcome == Outcome::Granted {
        demand(&admin.member, Act::People, &here).await?;
    }
    let mut page = page(&admin, found);
    let said = typed.trim();
    let word = if said.is_empty() && outcome != Outcome::Declined {
        None
    } else {
        let read = |text: &str| line(text, MAX_REASON);
        match parsed(said, read, Problem::Missing, &mut page.word) {
            Some(word) => Some(word),
            None => return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page),
        }
    };
    let visit = &admin.member.visit;
    let (whose, reply) = ((admin.organization.id, id), RequestReply { outcome, word });
    let (actor, origin) = (&admin.actor, visit.origin.clone());
    match people::answer_request(&visit.app, actor, whose, reply, origin).await? {
        // Whoever was first: the page says what became of it.
        Ok(()) | Err(NotChanged::AlreadySo) => Ok(redirect(&here)),
        Err(why) => Err(refused(why)),
    }
}

fn refused(why: NotChanged) -> Trouble {
    match why {
        NotChanged::Gone => Trouble::NotFound,
        _ => Trouble::Forbidden,
    }
}

async fn found(admin: &Administrator, id: &str) -> Result<Request, Trouble> {
    let id: HelpRequestId = id.parse().map_err(|_| Trouble::NotFound)?;
    let app = admin.member.app();
    let found = people::request(app, &admin.actor, admin.organization.id, id).await?;
    found.map_err(refused)
}

fn page(admin: &Administrator, found: Request) -> RequestPage {
    let slug = &admin.organization.slug;
    RequestPage {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: slug.clone(),
        account: found.listed.request.account.to_string(),
        state: state(found.listed.state),
        reader: if found.answers {
            RequestReader::Answers
        } else {
            RequestReader::Looks
        },
        request: row(found.listed, found.by, slug),
        word: Field::default(),
    }
}

/// A request as pages show it, with who answered it.
pub(super) fn row(one: Listed, by: Option<By>, slug: &str) -> RequestRow {
    let (request, name) = (one.request, one.name);
    let answer = request.answer.zip(by).map(|(answer, by)| RequestAnswer {
        outcome: answer.outcome,
        at: answer.at,
        by: match by {
            // The reader is somebody else.
            By::You => By::Person(name.clone()),
            by => by,
        },
        word: answer.word,
    });
    RequestRow {
        id: request.id.to_string(),
        slug: slug.to_owned(),
        name,
        login_name: format!("{}@{slug}", one.login_name),
        wish: request.wish,
        asked_at: request.asked_at,
        signed_in: request.signed_in,
        mfa: status(one.mfa_status),
        answer,
    }
}
