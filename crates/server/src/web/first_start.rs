//! The first start: the printed link makes the first organization and its owner.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::credential::password::{MIN_WITH_SECOND_FACTOR, Password};
use portcullis_core::login::LoginName;
use portcullis_core::name::Name;
use portcullis_core::organization::Slug;
use portcullis_core::policy::Rule;
use portcullis_core::token::Token;
use portcullis_pages::{Field, FirstSetUp, Problem, Requirement};

use super::field::{optional, parsed, password_problem};
use super::form::Form;
use super::progress::go;
use super::trouble::Trouble;
use super::visit::{self, Visit};
use crate::instance::{self, FirstStart, NewOrganization};
use crate::people::Person;

pub async fn show(visit: Visit, Path(token): Path<String>) -> Result<Response, Trouble> {
    open(&visit, &token).await?;
    visit::page(&blank(&visit, &token))
}

pub async fn submit(
    visit: Visit,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Trouble> {
    let hash = open(&visit, &token).await?.hash();
    let [
        organization,
        slug,
        requirement,
        name,
        login_name,
        email,
        password,
    ] = form.only([
        "organization",
        "slug",
        "requirement",
        "name",
        "login_name",
        "email",
        "password",
    ])?;
    let mut page = blank(&visit, &token);
    let rule = Rule::parse(&requirement);
    match rule {
        Some(rule) => page.requirement = shown(rule),
        None => page.requirement_problem = Some(Problem::OneOf),
    }
    let read = (
        parsed(
            &organization,
            Name::parse,
            Problem::Missing,
            &mut page.organization,
        ),
        parsed(
            &slug,
            str::parse::<Slug>,
            Problem::NotAShortName,
            &mut page.slug,
        ),
        parsed(&name, Name::parse, Problem::Missing, &mut page.name),
        parsed(
            &login_name,
            str::parse::<LoginName>,
            Problem::NotALoginName,
            &mut page.login_name,
        ),
        optional(&email, str::parse, Problem::NotAnEmail, &mut page.email),
        rule,
    );
    if password.is_empty() {
        page.password = Some(Problem::Missing);
    } else if let (
        Some(organization),
        Some(slug),
        Some(name),
        Some(login_name),
        Some(email),
        Some(rule),
    ) = read
    {
        let new = NewOrganization {
            slug,
            name: organization,
            rule,
        };
        let owner = Person {
            name,
            login_name,
            email,
        };
        match instance::first_start(
            &visit.app,
            hash,
            new,
            (owner, Password::typed(&password)),
            visit.origin.clone(),
        )
        .await?
        {
            FirstStart::Progress(progress) => return go(&visit, None, &progress).await,
            FirstStart::Gone => return Err(Trouble::LinkGone),
            FirstStart::SlugTaken => page.slug.problem = Some(Problem::Taken),
            FirstStart::Weak(weakness) => page.password = Some(password_problem(weakness)),
        }
    }
    visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn open(visit: &Visit, token: &str) -> Result<Token, Trouble> {
    let token = Token::parse(token).ok_or(Trouble::LinkGone)?;
    if instance::is_setup_open(&visit.app, token.hash()).await? {
        Ok(token)
    } else {
        Err(Trouble::LinkGone)
    }
}

fn blank(visit: &Visit, token: &str) -> FirstSetUp {
    FirstSetUp {
        frame: visit.frame(None),
        action: format!("/setup/{token}"),
        organization: Field::default(),
        slug: Field::default(),
        requirement: Requirement::default(),
        requirement_problem: None,
        name: Field::default(),
        login_name: Field::default(),
        email: Field::default(),
        password: None,
        minimum: u32::try_from(MIN_WITH_SECOND_FACTOR).unwrap_or(0),
    }
}

const fn shown(rule: Rule) -> Requirement {
    match rule {
        Rule::Required => Requirement::Required,
        Rule::Optional => Requirement::Optional,
        Rule::Off => Requirement::Off,
    }
}
