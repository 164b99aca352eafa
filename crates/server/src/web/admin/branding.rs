//! How the organization shows itself, for its admins: its name and color, and its contacts one by one.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use portcullis_core::accent::{Accent, Color};
use portcullis_core::branding::{Contact, MAX_CONTACTS, moved};
use portcullis_core::name::Name;
use portcullis_core::role::{Permission, scope};
use portcullis_core::sign_in::Act;
use portcullis_pages::{
    BrandingAfter, BrandingPage, ContactForm, ContactRefusal, DeleteContact, Field, Problem,
};

use super::logo::left_out;
use crate::branding::{NotChanged, set_contacts, set_look};
use crate::web::admit::Administrator;
use crate::web::dress::redirect;
use crate::web::field::{optional, parsed};
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit;

/// The organization's short name, which the administrator was admitted to, and a contact's number.
type Place = Path<(String, String)>;

const FIELDS: [&str; 6] = ["label", "phone", "mail", "hours", "note", "version"];

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let after = match visit.parameter("logo").as_deref() {
        Some("saved") => Some(BrandingAfter::LogoSaved {
            left_out: left_out(visit),
            faint: visit.parameter("faint").is_some(),
        }),
        Some("removed") => Some(BrandingAfter::LogoRemoved),
        _ => visit.parameter("saved").map(|_| BrandingAfter::Saved),
    };
    let mut page = page(&admin, after);
    // What was typed comes back after the proof.
    for (field, name) in [(&mut page.name, "name"), (&mut page.accent, "accent")] {
        if let Some(typed) = visit.parameter(name) {
            *field = Field::new(typed);
        }
    }
    visit::page(&page)
}

pub async fn save(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    may(&admin)?;
    let [name, accent, version] = form.only(["name", "accent", "version"])?;
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("name", &name)
        .append_pair("accent", &accent)
        .finish();
    prove(&admin, &format!("?{query}")).await?;
    let version: i64 = version.parse().map_err(|_| Trouble::BadForm)?;
    let mut page = page(&admin, None);
    let color = |text: &str| text.parse::<Color>();
    let read = (
        parsed(&name, Name::parse, Problem::Missing, &mut page.name),
        optional(&accent, color, Problem::NotAColor, &mut page.accent),
    );
    let (Some(name), Some(accent)) = read else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let visit = &admin.member.visit;
    let (actor, organization, origin) = (&admin.actor, &admin.organization, visit.origin.clone());
    let kept = if version == organization.version {
        let look = (name, accent.map(Accent));
        set_look(&visit.app, actor, organization, look, origin).await?
    } else {
        Err(NotChanged::Stale)
    };
    match kept {
        Ok(()) => Ok(redirect(&format!("{}?saved", home(&admin)))),
        Err(NotChanged::Denied) => Err(Trouble::Forbidden),
        Err(NotChanged::Stale | NotChanged::Full) => {
            page.after = Some(BrandingAfter::Stale);
            visit::page_with(StatusCode::CONFLICT, &page)
        }
    }
}

pub async fn show_new(admin: Administrator) -> Result<Response, Trouble> {
    may(&admin)?;
    prove(&admin, "/contacts/new").await?;
    visit::page(&blank(&admin))
}

pub async fn submit_new(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    may(&admin)?;
    prove(&admin, "/contacts/new").await?;
    let typed = form.only(FIELDS)?;
    let mut page = blank(&admin);
    let Some(contact) = read(&mut page, &typed) else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let mut contacts = admin.organization.branding.contacts.clone();
    contacts.push(contact);
    match keep(&admin, contacts, &typed[5]).await? {
        Ok(()) => Ok(redirect(&home(&admin))),
        Err(why) => refuse(page, why, &typed[5]),
    }
}

pub async fn show_one(admin: Administrator, Path((_, number)): Place) -> Result<Response, Trouble> {
    may(&admin)?;
    let (at, one) = found(&admin, &number)?;
    prove(&admin, &format!("/contacts/{number}")).await?;
    let shown = |text: &Option<String>| Field::new(text.clone().unwrap_or_default());
    visit::page(&ContactForm {
        one: Some((at + 1, one.label.clone())),
        who: Field::new(one.label.clone()),
        phone: shown(&one.phone),
        mail: shown(&one.mail),
        hours: shown(&one.hours),
        note: shown(&one.note),
        ..blank(&admin)
    })
}

pub async fn submit_one(
    admin: Administrator,
    Path((_, number)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let (at, one) = found(&admin, &number)?;
    prove(&admin, &format!("/contacts/{number}")).await?;
    let typed = form.only(FIELDS)?;
    let mut page = ContactForm {
        one: Some((at + 1, one.label.clone())),
        ..blank(&admin)
    };
    let Some(contact) = read(&mut page, &typed) else {
        return visit::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let mut contacts = admin.organization.branding.contacts.clone();
    contacts[at] = contact;
    match keep(&admin, contacts, &typed[5]).await? {
        Ok(()) => Ok(redirect(&home(&admin))),
        Err(why) => refuse(page, why, &typed[5]),
    }
}

pub async fn relocate(
    admin: Administrator,
    Path((_, number)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let (at, _) = found(&admin, &number)?;
    prove(&admin, "").await?;
    let [to, version] = form.only(["to", "version"])?;
    let up = match to.as_str() {
        "up" => true,
        "down" => false,
        _ => return Err(Trouble::BadForm),
    };
    let contacts = moved(&admin.organization.branding.contacts, at, up);
    let kept = match contacts {
        Some(contacts) => keep(&admin, contacts, &version).await?,
        None => Err(NotChanged::Stale),
    };
    listed(&admin, kept)
}

pub async fn show_delete(
    admin: Administrator,
    Path((_, number)): Place,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let (at, one) = found(&admin, &number)?;
    prove(&admin, &format!("/contacts/{number}/delete")).await?;
    visit::page(&DeleteContact {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        version: admin.organization.version,
        number: at + 1,
        label: one.label.clone(),
        last: admin.organization.branding.contacts.len() == 1,
    })
}

pub async fn delete(
    admin: Administrator,
    Path((_, number)): Place,
    form: Form,
) -> Result<Response, Trouble> {
    may(&admin)?;
    let (at, _) = found(&admin, &number)?;
    prove(&admin, &format!("/contacts/{number}/delete")).await?;
    let [version] = form.only(["version"])?;
    let mut contacts = admin.organization.branding.contacts.clone();
    contacts.remove(at);
    let kept = keep(&admin, contacts, &version).await?;
    listed(&admin, kept)
}

fn listed(admin: &Administrator, kept: Result<(), NotChanged>) -> Result<Response, Trouble> {
    match kept {
        Ok(()) => Ok(redirect(&home(admin))),
        Err(NotChanged::Denied) => Err(Trouble::Forbidden),
        Err(NotChanged::Stale | NotChanged::Full) => visit::page_with(
            StatusCode::CONFLICT,
            &page(admin, Some(BrandingAfter::Stale)),
        ),
    }
}

/// Everybody of the administration sees it; admins change it.
fn may_change(admin: &Administrator) -> bool {
    let (organization, now) = (admin.organization.id, admin.member.app().now());
    scope(&admin.actor, organization, Permission::ChangeBranding, now).is_ok()
}

pub(super) fn may(admin: &Administrator) -> Result<(), Trouble> {
    if may_change(admin) {
        Ok(())
    } else {
        Err(Trouble::Forbidden)
    }
}

/// Asks for a fresh proof, before anything is typed: people are told to trust whoever stands there. The member
/// comes back to `path` below the page.
async fn prove(admin: &Administrator, path: &str) -> Result<(), Trouble> {
    let here = format!("{}{path}", home(admin));
    demand(&admin.member, Act::People, &here).await
}

pub(super) fn home(admin: &Administrator) -> String {
    format!("/admin/{}/branding", admin.organization.slug)
}

/// A contact by its number in the list, with its place.
fn found<'a>(admin: &'a Administrator, number: &str) -> Result<(usize, &'a Contact), Trouble> {
    let number: usize = number.parse().map_err(|_| Trouble::NotFound)?;
    let at = number.checked_sub(1).ok_or(Trouble::NotFound)?;
    let contact = admin.organization.branding.contacts.get(at);
    Ok((at, contact.ok_or(Trouble::NotFound)?))
}

/// Keeps contacts that were made of those of a version.
async fn keep(
    admin: &Administrator,
    contacts: Vec<Contact>,
    version: &str,
) -> Result<Result<(), NotChanged>, Trouble> {
    let version: i64 = version.parse().map_err(|_| Trouble::BadForm)?;
    if version != admin.organization.version {
        return Ok(Err(NotChanged::Stale));
    }
    let visit = &admin.member.visit;
    let (actor, organization, origin) = (&admin.actor, &admin.organization, visit.origin.clone());
    Ok(set_contacts(&visit.app, actor, organization, contacts, origin).await?)
}

fn page(admin: &Administrator, after: Option<BrandingAfter>) -> BrandingPage {
    let branding = &admin.organization.branding;
    let contacts = branding.contacts.clone();
    BrandingPage {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        version: admin.organization.version,
        may_change: may_change(admin),
        room: contacts.len() < MAX_CONTACTS,
        contacts,
        name: Field::new(branding.name.clone()),
        accent: Field::new(
            branding
                .accent
                .map_or_else(String::new, |own| own.0.to_string()),
        ),
        color: branding.accent,
        after,
    }
}

fn blank(admin: &Administrator) -> ContactForm {
    ContactForm {
        frame: admin.member.visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: admin.organization.slug.clone(),
        version: admin.organization.version,
        one: None,
        who: Field::default(),
        phone: Field::default(),
        mail: Field::default(),
        hours: Field::default(),
        note: Field::default(),
        refusal: None,
    }
}

/// What was typed, if it can be kept.
fn read(page: &mut ContactForm, typed: &[String; 6]) -> Option<Contact> {
    let [label, phone, mail, hours, note, _] = typed;
    let address = Problem::NotAnEmail;
    let read = (
        parsed(label, Contact::short, Problem::Missing, &mut page.who),
        optional(phone, Contact::short, Problem::Missing, &mut page.phone),
        optional(mail, Contact::address, address, &mut page.mail),
        optional(hours, Contact::long, Problem::Missing, &mut page.hours),
        optional(note, Contact::long, Problem::Missing, &mut page.note),
    );
    let (Some(label), Some(phone), Some(mail), Some(hours), Some(note)) = read else {
        return None;
    };
    let contact = Contact {
        label,
        phone,
        mail,
        hours,
        note,
    };
    if !contact.is_of_use() {
        page.refusal = Some(ContactRefusal::Unreachable);
        return None;
    }
    Some(contact)
}

fn refuse(mut page: ContactForm, why: NotChanged, version: &str) -> Result<Response, Trouble> {
    let (status, refusal) = match why {
        NotChanged::Denied => return Err(Trouble::Forbidden),
        NotChanged::Stale => (StatusCode::CONFLICT, ContactRefusal::Stale),
        NotChanged::Full => (StatusCode::UNPROCESSABLE_ENTITY, ContactRefusal::Full),
    };
    page.refusal = Some(refusal);
    // What was typed was meant for the list as it was.
    page.version = version.parse().map_err(|_| Trouble::BadForm)?;
    visit::page_with(status, &page)
}
