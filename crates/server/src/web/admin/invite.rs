//! Inviting somebody on paper: a form, then the letter, once.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::invitation::LIFE;
use portcullis_core::login::LoginName;
use portcullis_core::name::Name;
use portcullis_pages::{Field, InvitationLetter, Invite, Problem};

use crate::people::{self, NotAdded, Person};
use crate::web::admit::Administrator;
use crate::web::field::{optional, parsed, password_problem};
use crate::web::form::Form;
use crate::web::trouble::Trouble;
use crate::web::visit;

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    visit::page(&blank(&admin))
}

pub async fn submit(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    let [name, login_name, email] = form.only(["name", "login_name", "email"])?;
    let visit = &admin.member.visit;
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
    if let (Some(name), Some(login_name), Some(email)) = read {
        let person = Person {
            name,
            login_name,
            email,
        };
        let invited = people::invite(
            &visit.app,
            &admin.actor,
            &admin.organization,
            (person.clone(), LIFE),
            visit.origin.clone(),
        )
        .await?;
        match invited {
            Ok(letter) => return visit::page(&sheet(&admin, &person, &letter)),
            Err(NotAdded::Denied) => return Err(Trouble::Forbidden),
            Err(NotAdded::LoginNameTaken) => page.login_name.problem = Some(Problem::Taken),
            Err(NotAdded::EmailTaken) => page.email.problem = Some(Problem::Taken),
            Err(NotAdded::Weak(weakness)) => page.name.problem = Some(password_problem(weakness)),
        }
    }
    visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn blank(admin: &Administrator) -> Invite {
    Invite {
        frame: admin.member.visit.frame(Some(&admin.organization.name)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        name: Field::default(),
        login_name: Field::default(),
        email: Field::default(),
    }
}

fn sheet(admin: &Administrator, person: &Person, letter: &people::Letter) -> InvitationLetter {
    let app = &admin.member.visit.app;
    let code = letter.code.shown();
    InvitationLetter {
        frame: admin.member.visit.frame(Some(&admin.organization.name)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        name: person.name.as_str().to_owned(),
        login_name: format!("{}@{}", person.login_name, admin.organization.slug),
        address: app.link("/invitation"),
        link: app.link(&format!("/invitation/{code}")),
        code,
        until: letter.until,
    }
}
