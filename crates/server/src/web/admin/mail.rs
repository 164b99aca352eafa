//! The queue of mails, for those who run the instance: what waits, what was given up, a test mail.

use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::login::Email;
use portcullis_pages::{Field, MailQueue, MailStanding, MailWay, Problem, QueuedMail};
use portcullis_store::{Tx, accounts};

use crate::fault::Fault;
use crate::mail::{self, Queued, Transport};
use crate::web::admit::Owner;
use crate::web::dress::redirect;
use crate::web::field::parsed;
use crate::web::form::Form;
use crate::web::trouble::Trouble;
use crate::web::visit;

const PATH: &str = "/admin/instance/mail";

pub async fn show(owner: Owner) -> Result<Response, Trouble> {
    let tested = owner.member.visit.parameter("tested").is_some();
    let (scope, account) = (owner.member.session.scope(), owner.member.session.account);
    let own = async move |tx: &mut Tx<'_>| accounts::find(tx, scope, account).await;
    let own = owner
        .member
        .app()
        .store
        .read(own)
        .await
        .map_err(Fault::from)?;
    let own = own.and_then(|account| account.email);
    let page = MailQueue {
        tested,
        address: Field::new(own.unwrap_or_default()),
        ..page(&owner).await?
    };
    visit::page(&page)
}

pub async fn try_again(owner: Owner, form: Form) -> Result<Response, Trouble> {
    let [id] = form.only(["mail"])?;
    let only = match id.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Trouble::BadForm)?),
    };
    let tried = mail::try_again(&owner.member.visit.app, &owner.actor, only).await?;
    tried.map_err(|_| Trouble::Forbidden)?;
    Ok(redirect(PATH))
}

pub async fn test(owner: Owner, form: Form) -> Result<Response, Trouble> {
    let [address] = form.only(["address"])?;
    let app = &owner.member.visit.app;
    if !app.has_mail() {
        return Err(Trouble::NotFound);
    }
    let mut field = Field::default();
    let read = parsed::<Email>(&address, str::parse, Problem::NotAnEmail, &mut field);
    let Some(address) = read else {
        let page = MailQueue {
            address: field,
            ..page(&owner).await?
        };
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let (scope, by) = (
        owner.member.session.scope(),
        owner.member.session.name.clone(),
    );
    let origin = owner.member.visit.origin.clone();
    let queued = mail::test(app, &owner.actor, scope, (by, address), origin).await?;
    queued.map_err(|_| Trouble::Forbidden)?;
    Ok(redirect(&format!("{PATH}?tested=1")))
}

async fn page(owner: &Owner) -> Result<MailQueue, Trouble> {
    let visit = &owner.member.visit;
    let (app, settings) = (&visit.app, visit.app.settings());
    let queue = mail::queue_of_the_instance(app, &owner.actor).await?;
    let queue = queue.map_err(|_| Trouble::Forbidden)?;
    let count = |many: i64| u64::try_from(many).unwrap_or_default();
    Ok(MailQueue {
        frame: visit.frame(None),
        member: owner.member.bar(),
        slug: owner.member.session.organization_slug.clone(),
        way: match settings.mail.as_ref().map(|mail| &mail.transport) {
            None => MailWay::None,
            Some(Transport::Smtp(server)) => {
                MailWay::Server(format!("{}:{}", server.host, server.port))
            }
            Some(Transport::Caught) => MailWay::Caught,
        },
        waiting: count(queue.standing.waiting),
        failed: count(queue.standing.failed),
        mails: queue.unsent.into_iter().map(shown).collect(),
        address: Field::default(),
        tested: false,
    })
}

fn shown(queued: Queued) -> QueuedMail {
    let mail = queued.mail;
    QueuedMail {
        id: mail.id.to_string(),
        subject: queued.subject,
        to: mail.recipient,
        queued: mail.created_at,
        standing: match (mail.failed_at, mail.due_at) {
            (None, Some(at)) if mail.problem.is_some() => MailStanding::Again(at),
            (None, Some(_)) => MailStanding::Waits,
            (Some(_), _) | (None, None) => MailStanding::GivenUp,
        },
        tries: mail.tries,
        can_try: queued.can_try,
        problem: mail.problem,
    }
}
