//! A throw-away portal to look at: three organizations whose policies differ, with people whose
//! passwords are made up at every start and printed.

use portcullis_core::audit::Origin;
use portcullis_core::credential::crockford;
use portcullis_core::credential::password::Password;
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_store::{Tx, organizations};

use crate::app::App;
use crate::fault::Fault;
use crate::instance::{self, NewOrganization};
use crate::people::{self, Person};

/// Somebody to sign in as.
pub struct DemoPerson {
    /// The organization's name.
    pub organization: &'static str,
    /// What it says about a second factor.
    pub rule: Rule,
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
    people: &'static [(&'static str, &'static str)],
}

const CAST: &[Cast] = &[
    Cast {
        slug: "example",
        name: "Example GmbH",
        rule: Rule::Required,
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
        people: &[("carl", "Carl Sanders"), ("dina", "Dina Mori")],
    },
    Cast {
        slug: "north",
        name: "Northwind Traders",
        rule: Rule::Off,
        people: &[("eva", "Eva Lang"), ("finn", "Finn Dahl")],
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
        let organization = app
            .store
            .read(async move |tx: &mut Tx<'_>| organizations::get(tx, scope).await)
            .await?
            .ok_or_else(|| Fault::Broken("an organization is gone".to_owned()))?;
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
                name,
                email,
                login: format!("{login_name}@{}", cast.slug),
                password,
            });
        }
    }
    Ok(made)
}

fn known<T, E: std::fmt::Display>(parsed: Result<T, E>) -> Result<T, Fault> {
    parsed.map_err(|e| Fault::Broken(e.to_string()))
}
