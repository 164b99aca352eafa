//! `portcullis contact …`.

use portcullis_core::audit::Origin;
use portcullis_core::branding::{Contact, MAX_CONTACTS};
use portcullis_core::name::NotAcceptable;
use portcullis_server::App;
use portcullis_server::branding::{NotChanged, set_contacts};
use portcullis_store::organizations::Organization;
use serde_json::Value;

use super::{operator, organization_of};
use crate::cli::{self, Options};
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const HEADINGS: [&str; 6] = ["number", "label", "phone", "mail", "hours", "note"];

/// Runs a command about contacts.
pub async fn run(options: &Options, command: cli::Contact) -> Result<(), Failure> {
    let app = data::open(&Config::load(options)?).await?;
    match command {
        cli::Contact::List { organization, json } => {
            let organization = organization_of(&app, &organization).await?;
            let all = organization.branding.contacts.iter().enumerate();
            let text = |text: &Option<String>| Value::from(text.clone().unwrap_or_default());
            let rows: Vec<[Value; 6]> = all
                .map(|(at, one)| {
                    [
                        (at + 1).into(),
                        one.label.clone().into(),
                        text(&one.phone),
                        text(&one.mail),
                        text(&one.hours),
                        text(&one.note),
                    ]
                })
                .collect();
            output::rows(json, HEADINGS, &rows);
        }
        cli::Contact::Add {
            organization,
            label,
            reached,
        } => {
            let slug = organization;
            let organization = organization_of(&app, &slug).await?;
            let mut contacts = organization.branding.contacts.clone();
            contacts.push(contact(&label, &reached)?);
            keep(&app, &organization, contacts).await?;
            output::line(&format!("The people of {slug} are shown {label}."));
        }
        cli::Contact::Remove {
            organization,
            label,
            number,
        } => {
            let slug = organization;
            let organization = organization_of(&app, &slug).await?;
            let mut contacts = organization.branding.contacts.clone();
            contacts.remove(place(&slug, &contacts, (&label, number))?);
            let none = contacts.is_empty();
            keep(&app, &organization, contacts).await?;
            output::line(&if none {
                format!("{label} is removed. The people of {slug} are shown the portal’s contacts.")
            } else {
                format!("{label} is removed.")
            });
        }
    }
    Ok(())
}

async fn keep(
    app: &App,
    organization: &Organization,
    contacts: Vec<Contact>,
) -> Result<(), Failure> {
    let (actor, origin) = (operator(), Origin::default());
    let kept = set_contacts(app, &actor, organization, contacts, origin).await?;
    kept.map_err(|why| match why {
        NotChanged::Denied => Failure::denied(),
        NotChanged::Stale => Failure::new(
            "somebody else changed the organization this moment; look at it and try again",
        ),
        NotChanged::Full => Failure::new(format!(
            "an organization has at most {MAX_CONTACTS} contacts; remove one first"
        )),
    })
}

/// Where in the list the contact stands that is meant.
fn place(
    slug: &str,
    contacts: &[Contact],
    (label, number): (&str, Option<usize>),
) -> Result<usize, Failure> {
    let named = contacts.iter().enumerate();
    let named = named
        .filter(|(at, one)| one.label == label && number.is_none_or(|number| number == at + 1));
    let places: Vec<usize> = named.map(|(at, _)| at).collect();
    match places.as_slice() {
        [] => Err(Failure::new(format!(
            "{slug} has no such contact {label}; `portcullis contact list {slug}` shows all"
        ))),
        [one] => Ok(*one),
        _ => Err(Failure::new(format!(
            "{slug} has several contacts {label}; say which with --number, as `portcullis contact list {slug}` numbers them"
        ))),
    }
}

/// A contact as the page would take it.
fn contact(label: &str, reached: &cli::Reached) -> Result<Contact, Failure> {
    type Read = fn(&str) -> Result<String, NotAcceptable>;
    let said = |what: &str, text: Option<&str>, read: Read| {
        let text = text.filter(|text| !text.trim().is_empty());
        let read = text.map(read).transpose();
        read.map_err(|why| Failure::new(format!("the {what} can't be taken: {why}")))
    };
    let label = Contact::short(label)
        .map_err(|why| Failure::new(format!("the label can't be taken: {why}")))?;
    let contact = Contact {
        label,
        phone: said("phone", reached.phone.as_deref(), Contact::short)?,
        mail: said("mail", reached.mail.as_deref(), Contact::address)?,
        hours: said("hours", reached.hours.as_deref(), Contact::long)?,
        note: said("note", reached.note.as_deref(), Contact::long)?,
    };
    if contact.is_of_use() {
        Ok(contact)
    } else {
        Err(Failure::new(
            "say how somebody is reached there: --phone, --mail or --note",
        ))
    }
}
