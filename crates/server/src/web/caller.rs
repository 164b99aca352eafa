//! Who is on the phone, on the member's side.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::caller::Word;
use portcullis_pages::{Caller, Calling};
use portcullis_store::caller_checks::CallerCheck;

use super::admit::Member;
use super::form::Form;
use super::trouble::Trouble;
use super::visit;
use crate::people::{self, Said};

pub async fn show(member: Member) -> Result<Response, Trouble> {
    let state = match people::check_of(member.app(), &member.session).await? {
        Some(check) => agent(&member, check, None),
        None if member.is_frozen() => Calling::Frozen,
        None => Calling::Nobody,
    };
    page(&member, state)
}

pub async fn submit(member: Member, form: Form) -> Result<Response, Trouble> {
    let [what, typed] = form.only(["do", "word"])?;
    let (app, session, origin) = (member.app(), &member.session, member.visit.origin.clone());
    let state = match what.as_str() {
        _ if member.is_frozen() => Calling::Frozen,
        "word" => {
            let open = people::check_of(app, session).await?;
            match people::say_word(app, session, Word::parse(&typed), origin).await? {
                Said::Known => Calling::Known,
                Said::Over => Calling::Over,
                Said::Wrong { left } => {
                    open.map_or(Calling::Over, |check| agent(&member, check, Some(left)))
                }
            }
        }
        "disown" => {
            people::disown(app, session, origin).await?;
            Calling::Disowned
        }
        _ => return Err(Trouble::BadForm),
    };
    page(&member, state)
}

fn agent(member: &Member, check: CallerCheck, left: Option<u32>) -> Calling {
    Calling::Agent {
        name: check.agent_name,
        until: check.expires_at,
        takes_word: people::shows_who(&member.session),
        left,
    }
}

fn page(member: &Member, state: Calling) -> Result<Response, Trouble> {
    let status = match &state {
        Calling::Agent { left: Some(_), .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Calling::Over => StatusCode::CONFLICT,
        _ => StatusCode::OK,
    };
    let page = Caller {
        frame: member.frame(),
        member: member.bar(),
        state,
    };
    visit::page_with(status, &page)
}
