//! A throw-away portal to look at: four organizations whose policies differ, with people whose
//! passwords are made up at every start and printed. Its mail is caught, and shown to whoever asks.

use portcullis_core::audit::Origin;
use portcullis_core::credential::crockford;
use portcullis_core::credential::password::Password;
use portcullis_core::name::Name;
use portcullis_core::policy::{Channels, Policy, Rule};
use portcullis_core::role::{Actor, Scope};
use portcullis_store::Tx;
use portcullis_store::mails::{self, Mail, Message};
use portcullis_store::organizations::{self, Organization};

use crate::app::App;
use crate::fault::Fault;
use crate::instance::{self, NewOrganization};
use crate::mail::Transport;
use crate::people::{self, Person};

/// How many mails are shown.
const SHOWN: u32 = 50;

/// Somebody to sign in as.
pub struct DemoPerson {
    /// The organization's name.
    pub organization: &'static str,
    /// What it says about a second factor.
    pub rule: Rule,
    /// Which ways satisfy it.
    pub channels: Channels,
    /// The person's name.
    pub name: &'static str,
    /// The address, which signs in.
    pub email: String,
    /// The login name, which signs in too.
    pub login: String,
    /// The password.
    pub password: String,
}

struct Cast {
    slug: &'static str,
    name: &'static str,
    rule: Rule,
    channels: Channels,
    people: &'static [(&'static str, &'static str)],
}

const CAST: &[Cast] = &[
    Cast {
        slug: "example",
        name: "Example GmbH",
        rule: Rule::Required,
        channels: Channels::App,
        people: &[
            ("olga", "Olga Owner"),
            ("ann", "Ann Bauer"),
            ("ben", "Ben Keller"),
        ],
    },
    Cast {
        slug: "acme",
        name: "Acme Tools",
        rule: Rule::Optional,
        channels: Channels::App,
        people: &[("carl", "Carl Sanders"), ("dina", "Dina Mori")],
    },
    Cast {
        slug: "north",
        name: "Northwind Traders",
        rule: Rule::Off,
        channels: Channels::App,
        people: &[("eva", "Eva Lang"), ("finn", "Finn Dahl")],
    },
    Cast {
        slug: "harbor",
        name: "Harbor Bakery",
        rule: Rule::Required,
        channels: Channels::Email,
        people: &[("gina", "Gina Rossi"), ("hugo", "Hugo Lind")],
    },
];

/// Fills an empty portal. The first person owns the instance.
pub async fn fill(app: &App) -> Result<Vec<DemoPerson>, Fault> {
    let mut made = Vec::new();
    for cast in CAST {
        let new = NewOrganization {
            slug: known(cast.slug.parse())?,
            name: known(Name::parse(cast.name))?,
            rule: cast.rule,
        };
        let id = instance::create(app, &Actor::System, new)
            .await?
            .map_err(|why| Fault::Broken(format!("{why:?}")))?;
        let scope = Scope::of(id);
        let organization = organization(app, scope).await?;
        if cast.channels != organization.policy.channels {
            let policy = Policy {
                channels: cast.channels,
                ..organization.policy
            };
            let set = instance::set_policy(
                app,
                &Actor::System,
                &organization,
                policy,
                Origin::default(),
            )
            .await?;
            set.map_err(|why| Fault::Broken(format!("{why:?}")))?;
        }
        for (login_name, name) in cast.people {
            let email = format!("{login_name}@{}.example", cast.slug);
            let password = crockford::encode(&app.random::<10>()?).to_lowercase();
            let person = Person {
                name: known(Name::parse(name))?,
                login_name: known(login_name.parse())?,
                email: Some(known(email.parse())?),
            };
            let typed = Password::typed(&password);
            let account = people::create(
                app,
                &Actor::System,
                &organization,
                (person, typed),
                Origin::default(),
            )
            .await?
            .map_err(|why| Fault::Broken(format!("{why:?}")))?;
            if made.is_empty() {
                let made = instance::make_owner(app, &Actor::System, scope, account).await?;
                made.map_err(|why| Fault::Broken(format!("{why:?}")))?;
            }
            made.push(DemoPerson {
                organization: cast.name,
                rule: cast.rule,
                channels: cast.channels,
                name,
                email,
                login: format!("{login_name}@{}", cast.slug),
                password,
            });
        }
    }
    Ok(made)
}

/// The last mails that were caught, the newest first; `None` where mail is not caught.
pub async fn caught(app: &App) -> Result<Option<Vec<(Mail, Message)>>, Fault> {
    let settings = app.settings();
    let transport = settings.mail.as_ref().map(|mail| &mail.transport);
    if !matches!(transport, Some(Transport::Caught)) {
        return Ok(None);
    }
    let sealer = app.sealer.clone();
    let look = async move |tx: &mut Tx<'_>| {
        let mut caught = Vec::new();
        for mail in mails::latest(tx, SHOWN).await? {
            let scope = Scope::of(mail.organization);
            if let Some(said) = mails::message(tx, &sealer, scope, mail.id).await? {
                caught.push((mail, said));
            }
        }
        Ok(caught)
    };
    Ok(Some(app.store.read(look).await?))
}

async fn organization(app: &App, scope: Scope) -> Result<Organization, Fault> {
    let look = async move |tx: &mut Tx<'_>| organizations::get(tx, scope).await;
    let found = app.store.read(look).await?;
    found.ok_or_else(|| Fault::Broken("an organization is gone".to_owned()))
}

fn known<T, E: std::fmt::Display>(parsed: Result<T, E>) -> Result<T, Fault> {
    parsed.map_err(|e| Fault::Broken(e.to_string()))
}
