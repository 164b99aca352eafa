//! An organization in which each route of the table finds something.

use portcullis_core::audit::Origin;
use portcullis_core::branding::Contact;
use portcullis_core::destination::Kind;
use portcullis_core::group::Name as GroupName;
use portcullis_core::help_request::Wish;
use portcullis_core::id::HelpRequestId;
use portcullis_core::radius::Signing;
use portcullis_core::role::{Actor, Role, Scope};
use portcullis_server::branding;
use portcullis_server::destinations::{self, Application, Computer, Whom};
use portcullis_server::groups;
use portcullis_server::logo::made_safe;
use portcullis_server::people;
use portcullis_store::help_requests::NewHelpRequest;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, help_requests};

use super::table::{ACTS, LOGO, Row};
use crate::it::radius_clients::{Asker, Door, signing};
use crate::portal::{Person, Portal};

/// An organization with somebody in it, a contact, a logo, an invitation, a group, an application, a remote computer and a
/// RADIUS client.
#[derive(Clone)]
pub struct Place {
    pub slug: String,
    account: String,
    invitation: String,
    group: String,
    application: String,
    request: String,
    computer: String,
    client: String,
    outsider: String,
}

/// A role that somebody of no other interest has here.
async fn outsider(portal: &Portal, home: &Organization, place: &Organization) -> String {
    let person = portal.person(home, "out").await;
    let (whose, given) = ((home.id, person.id), (place.id, Role::Helpdesk, None));
    let (who, origin) = (Actor::System, Origin::default());
    let lent = people::set_role_elsewhere(&portal.app, &who, whose, given, origin).await;
    lent.unwrap().unwrap();
    let all = people::outsiders(&portal.app, Scope::of(place.id)).await;
    all.unwrap()[0].grant.to_string()
}

/// An application of an organization.
async fn application(portal: &Portal, organization: &Organization) -> String {
    let (who, scope) = (Actor::System, Scope::of(organization.id));
    let mail = Application {
        name: "Mail".to_owned(),
        site: "https://mail.example.com".parse().unwrap(),
        description: None,
        icon: None,
        whom: Whom::Everyone,
    };
    let added = destinations::add(&portal.app, &who, organization.id, mail, Origin::default());
    added.await.unwrap().unwrap();
    let all = destinations::all(&portal.app, scope, Kind::Application).await;
    all.unwrap()[0].0.id.to_string()
}

/// A remote computer of an organization, and a RADIUS client.
async fn remote_logon(portal: &Portal, organization: &Organization) -> (String, String) {
    let (who, scope) = (Actor::System, Scope::of(organization.id));
    let computer = Computer {
        name: "Web server".to_owned(),
        host: "web-1.example.com".parse().unwrap(),
        command: None,
        icon: None,
        whom: Whom::Everyone,
    };
    let origin = Origin::default();
    let added = destinations::add(&portal.app, &who, organization.id, computer, origin).await;
    added.unwrap().unwrap();
    let door = Door::of(portal).await;
    let asker = Asker::of(portal, &door, organization, signing(Signing::Yes)).await;
    let computers = destinations::all(&portal.app, scope, Kind::RemoteComputer)
        .await
        .unwrap();
    let client = asker.now(portal, organization).await;
    (computers[0].0.id.to_string(), client.id.to_string())
}

/// A request of somebody's that waits.
async fn asks(portal: &Portal, person: &Person) -> String {
    let (scope, at) = (Scope::of(person.organization), portal.now());
    let new = NewHelpRequest {
        id: HelpRequestId::new(at, portal.app.random().unwrap()),
        account: person.id,
        wish: Wish::Unlock,
        signed_in: false,
    };
    let unit = async move |tx: &mut Tx<'_>| help_requests::make(tx, scope, &new, at).await;
    assert!(portal.app.store.write(unit).await.unwrap());
    new.id.to_string()
}

impl Place {
    pub async fn of(portal: &Portal, organization: &Organization, home: &Organization) -> Self {
        let ann = portal.person(organization, "target").await;
        portal
            .mails_invitation(organization, "guest", "Gus Guest")
            .await;
        let id = organization.id;
        let unit = async move |tx: &mut Tx<'_>| {
            let now = crate::portal::START;
            portcullis_store::invitations::open(tx, Scope::of(id), None, 10, now).await
        };
        let open = portal.app.store.read(unit).await.unwrap();
        let request = asks(portal, &ann).await;
        let (computer, client) = remote_logon(portal, organization).await;
        let outsider = outsider(portal, home, organization).await;
        let contact = Contact {
            label: "Help desk".to_owned(),
            phone: Some("118".to_owned()),
            ..Contact::default()
        };
        let origin = Origin::default();
        let (app, who) = (&portal.app, Actor::System);
        let set = branding::set_contacts(app, &who, organization, vec![contact], origin).await;
        set.unwrap().unwrap();
        let organization = &portal.organization_now(id).await;
        let logo = made_safe(LOGO.as_bytes()).ok();
        let set = branding::set_logo(app, &who, organization, logo, Origin::default()).await;
        set.unwrap().unwrap();
        let sales = groups::add(
            &portal.app,
            &Actor::System,
            id,
            GroupName::parse("Board").unwrap(),
            Origin::default(),
        );
        Self {
            group: sales.await.unwrap().unwrap().to_string(),
            application: application(portal, organization).await,
            computer,
            client,
            outsider,
            slug: organization.slug.clone(),
            account: ann.id.to_string(),
            invitation: open[0].id.to_string(),
            request,
        }
    }

    /// No organization at all, its name as long as the other's.
    pub fn nowhere() -> Self {
        let nobody = "00000000000070008000000000000001".to_owned();
        Self {
            slug: "nirvana".to_owned(),
            account: nobody.clone(),
            invitation: nobody.clone(),
            group: nobody.clone(),
            application: nobody.clone(),
            request: nobody.clone(),
            computer: nobody.clone(),
            client: nobody.clone(),
            outsider: nobody,
        }
    }

    /// Its rows, under the address of another organization.
    pub fn under(&self, slug: &str) -> Self {
        Self {
            slug: slug.to_owned(),
            ..self.clone()
        }
    }

    /// A text without what names the place and its rows.
    pub fn hidden_in(&self, text: &str) -> String {
        let rows = [
            &self.slug,
            &self.account,
            &self.invitation,
            &self.group,
            &self.application,
            &self.request,
            &self.computer,
            &self.client,
            &self.outsider,
        ];
        rows.into_iter()
            .fold(text.to_owned(), |text, row| text.replace(row.as_str(), "…"))
    }

    /// What names its rows as a field of a form would, and a field that no form has.
    pub fn fields(&self) -> [(&'static str, &str); 5] {
        [
            ("organization", &self.slug),
            ("account", &self.account),
            ("id", &self.group),
            ("session", &self.account),
            ("surprise", "1"),
        ]
    }

    /// The addresses of a row, with the act where there is one.
    pub fn paths(&self, row: &Row) -> Vec<(String, Option<&'static str>)> {
        let path = row.1.replace("{organization}", &self.slug);
        let path = path.replace("{account}", &self.account);
        let path = path.replace("computers/{id}", &format!("computers/{}", self.computer));
        let path = path.replace(
            "applications/{id}",
            &format!("applications/{}", self.application),
        );
        let path = path.replace("requests/{id}", &format!("requests/{}", self.request));
        let path = path.replace("groups/{id}", &format!("groups/{}", self.group));
        let path = path.replace("clients/{id}", &format!("clients/{}", self.client));
        let outsider = format!("from-elsewhere/{}", self.outsider);
        let path = path.replace("from-elsewhere/{id}", &outsider);
        let path = path.replace("{number}", "1");
        let path = path.replace("{code}", "K7-4QD");
        let path = path.replace("{id}", &self.invitation);
        if !path.contains("{act}") {
            return vec![(path, None)];
        }
        let acts = ACTS.into_iter();
        acts.map(|(act, ..)| (path.replace("{act}", act), Some(act)))
            .collect()
    }
}
