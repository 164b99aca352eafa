//! What each allowed act does: the form that its page offers is filled in and sent by the least role that may, and
//! what it is there for is changed.

use portcullis_core::policy::Rule;
use portcullis_core::role::Role;
use portcullis_core::time::Span;
use portcullis_server::web::Method;
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, args, on_both};

use super::place::Place as Rows;
use super::table::{ACTS, Form, LOGO, Row, TABLE};
use super::{ROLES, least, rows, walker};
use crate::client::{Answer, Client};
use crate::portal::{Person, Portal};

/// What an act of the table is told, and what tells that it was done.
struct Done {
    path: &'static str,
    typed: Form,
    shows: Shows,
}

/// What is there when an act is done.
#[derive(Clone, Copy)]
enum Shows {
    /// Another content of a table.
    Changed(&'static str),
    /// Words of the answer: it changes nothing.
    Says(&'static str),
}
use Shows::{Changed, Says};

const ACT: &str = "/admin/{organization}/access/{account}/{act}";

macro_rules! done {
    ($($path:literal $typed:expr => $shows:expr),* $(,)?) => {
        &[$(Done { path: concat!("/admin/{organization}/", $path), typed: $typed, shows: $shows }),*]
    };
}

/// In the order in which one place bears them all.
const DONE: &[Done] = done! {
    "access/export" &[] => Says("login_name"),
    "access/invite" &[("name", "Greta Guest"), ("login_name", "greta"), ("email", "greta@acme.example")] => Changed("invitations"),
    "access/invite-many" &[("people", "Fay Osei, fay"), ("by", "paper")] => Changed("invitations"),
    "access/import" &[("by", "paper"), ("people", "login_name,name\ntarget,Tanja Target")] => Changed("accounts"),
    "access/invitation/{id}/send-again" &[] => Changed("mails"),
    "access/invitation/{id}/revoke" &[] => Changed("invitations"),
    "access/from-elsewhere/new" &[("login", "new@home"), ("role", "auditor")] => Changed("role_grants"),
    "access/from-elsewhere/{id}/take" &[] => Changed("role_grants"),
    "access/{account}/caller" &[] => Changed("caller_checks"),
    "access/{account}/edit" &[("name", "Theo Target")] => Changed("accounts"),
    "access/{account}/role" &[("role", "auditor")] => Changed("role_grants"),
    "requests/{id}" &[("do", "done"), ("word", "called back")] => Changed("help_requests"),
    "policy" &[("rule", "required"), ("grace_days", "7")] => Changed("organizations"),
    "groups/new" &[("name", "Sales")] => Changed("account_groups"),
    "groups/{id}/rename" &[("name", "Management")] => Changed("account_groups"),
    "groups/{id}/add" &[("people", "target")] => Changed("group_members"),
    "groups/{id}/leave" &[] => Changed("group_members"),
    "groups/{id}/delete" &[] => Changed("account_groups"),
    "applications/new" &[("name", "Webmail"), ("address", "https://mail.example.com")] => Changed("destinations"),
    "applications/{id}" &[("description", "Post")] => Changed("destinations"),
    "applications/{id}/delete" &[] => Changed("destinations"),
    "branding" &[("name", "Acme Works & Sons")] => Changed("organizations"),
    "branding/logo" &[("file", LOGO)] => Changed("logos"),
    "branding/logo/remove" &[] => Changed("logos"),
    "branding/contacts/new" &[("label", "Reception"), ("phone", "119")] => Changed("organizations"),
    "branding/contacts/{number}" &[("phone", "117")] => Changed("organizations"),
    "branding/contacts/{number}/move" &[("to", "down")] => Changed("organizations"),
    "branding/contacts/{number}/delete" &[] => Changed("organizations"),
    "remote-logon/computers/new" &[("name", "Files"), ("address", "files.example.com")] => Changed("destinations"),
    "remote-logon/computers/{id}" &[("address", "web-2.example.com")] => Changed("destinations"),
    "remote-logon/computers/{id}/delete" &[] => Changed("destinations"),
    "remote-logon/clients/new" &[("name", "web-2"), ("network", "10.0.0.8")] => Changed("radius_clients"),
    "remote-logon/clients/{id}" &[("network", "10.0.0.9")] => Changed("radius_clients"),
    "remote-logon/clients/{id}/rotate" &[] => Changed("radius_clients"),
    "remote-logon/clients/{id}/delete" &[] => Changed("radius_clients"),
    "audit" &[] => Says("class=\"message good\""),
    "audit/export" &[("format", "csv")] => Says("policy_changed"),
};

/// What asks for no fresh proof, and why.
const UNASKED: &[(&str, &str)] = &[
    ("groups/new", "nobody is in it"),
    ("groups/{id}/rename", "a name opens nothing"),
    (
        "requests/{id}",
        "says what became of it; what turns MFA on asks",
    ),
    ("access/invite-many", "shows what would come of it"),
    ("access/import", "shows what would come of it"),
    ("access/{account}/caller", "finds out who calls"),
    ("audit", "looks whether the log is whole"),
];

/// A form of a page, its fields as the browser shows them.
struct Filled {
    fields: Vec<(String, String)>,
    holds_files: bool,
}

impl Filled {
    /// The first form of a page that is sent to an address, with what somebody types or chooses in it.
    fn of(page: &Answer, action: &str, typed: Form) -> Option<Self> {
        let at = page
            .body
            .find(&format!(" method=\"post\" action=\"{action}\""))
            .or_else(|| {
                page.body.find(&format!(
                    " method=\"post\" enctype=\"multipart/form-data\" action=\"{action}\""
                ))
            })?;
        let (form, _) = page.body[at..].split_once("</form>")?;
        let (head, form) = form.split_once('>')?;
        let mut fields: Vec<(String, String)> = Vec::new();
        for tag in form.split('<').skip(1) {
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            let (Some(name), value) = (attribute(tag, "name"), attribute(tag, "value")) else {
                if tag.starts_with("option") && tag.ends_with(" selected") {
                    let field = fields.last_mut().expect("an option within a field");
                    field.1 = attribute(tag, "value").unwrap_or_default();
                }
                continue;
            };
            let mine = typed
                .iter()
                .find(|(field, _)| *field == name)
                .map(|(_, text)| (*text).to_owned());
            let kind = attribute(tag, "type").unwrap_or_default();
            let is_choice = kind == "radio" || kind == "checkbox";
            let is_chosen = match &mine {
                Some(mine) if kind == "radio" || tag.starts_with("button") => {
                    Some(mine) == value.as_ref()
                }
                Some(_) => true,
                None => {
                    !tag.starts_with("button")
                        && kind != "file"
                        && (!is_choice || tag.ends_with(" checked"))
                }
            };
            let shown = value.unwrap_or_else(|| {
                let kept = tag
                    .starts_with("textarea")
                    .then(|| after.trim_start().to_owned());
                let ticked = is_choice.then(|| "on".to_owned());
                kept.or(ticked).unwrap_or_default()
            });
            if is_chosen {
                fields.push((name, mine.filter(|_| kind != "checkbox").unwrap_or(shown)));
            }
        }
        let holds_files = head.contains("multipart");
        Some(Self {
            fields,
            holds_files,
        })
    }

    async fn is_sent(&self, browser: &mut Client, path: &str) -> Answer {
        let fields: Vec<(&str, &str)> = self
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        if self.holds_files {
            browser.uploads(path, &fields).await
        } else {
            browser.post(path, &fields).await
        }
    }
}

/// What an attribute of a tag says.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next().unwrap_or_default();
    Some(
        value
            .replace("&#38;", "&")
            .replace("&#39;", "'")
            .replace("&#34;", "\""),
    )
}

/// The page that offers to send a form to an address, and that form: at this address or above it.
async fn offered(browser: &mut Client, path: &str, typed: Form) -> Filled {
    let mut place = path;
    while let Some((above, _)) = place.rsplit_once('/') {
        let page = browser.get(place).await;
        if let Some(form) = Filled::of(&page, path, typed) {
            return form;
        }
        place = above;
    }
    panic!("no page offers {path}");
}

/// Sends what a page offers, once more where what would happen is shown first.
async fn sends(browser: &mut Client, path: &str, typed: Form) -> Answer {
    let form = offered(browser, path, typed).await;
    let answer = form.is_sent(browser, path).await;
    match Filled::of(&answer, path, &[]) {
        Some(form) if form.fields.iter().any(|(name, _)| name == "shown") => {
            form.is_sent(browser, path).await
        }
        _ => answer,
    }
}

/// Sends it, and sees that it was done.
async fn does(portal: &Portal, browser: &mut Client, (path, typed): (&str, Form), shows: Shows) {
    let before = rows(portal).await;
    let answer = sends(browser, path, typed).await;
    let after = rows(portal).await;
    let status = answer.status.as_u16();
    assert!(
        [200, 303].contains(&status),
        "{path}: {status} {}",
        answer.body
    );
    let leads = answer.location().unwrap_or_default();
    assert!(
        !leads.starts_with("/step-up") && !leads.starts_with("/sign-in"),
        "{path}: {leads}"
    );
    match shows {
        Changed(table) => assert_ne!(before[table], after[table], "{path} changed no {table}"),
        Says(words) => drop(answer.expects(200, words)),
    }
}

/// The acts that take back the one before them.
const UNDO: [&str; 4] = [
    "end-requirement",
    "end-extension",
    "end-exemption",
    "activate",
];

/// Somebody to whom an act can be done, its opposite after it.
async fn target(portal: &Portal, acme: &Organization, act: &str) -> Person {
    let person = portal.person(acme, &format!("for-{act}")).await;
    match act {
        "unlock" => {
            for _ in 0..6 {
                portal
                    .browser()
                    .signs_in(&person.login, "not the password")
                    .await;
            }
        }
        "unfreeze" => {
            let (id, organization) = (person.id, person.organization);
            let unit = async move |tx: &mut Tx<'_>| {
                let sql =
                    "UPDATE accounts SET state = 'frozen' WHERE id = $1 AND organization_id = $2";
                tx.run(sql, args![id, organization]).await
            };
            assert_eq!(portal.app.store.write(unit).await, Ok(1));
        }
        _ => {}
    }
    person
}

/// Does each act. Whom some are done to has a device, which was set up before the portal sent mail.
async fn acts(
    portal: &Portal,
    (acme, mut enrolled): (&Organization, Vec<Person>),
    browsers: &mut [(Role, Client)],
    row: &Row,
) {
    let mut person = None;
    for (act, _, table) in ACTS {
        // Whose opposite follows stays.
        let undoes = UNDO.contains(&act);
        let whom = match person.take() {
            Some(whom) if undoes => whom,
            _ if ["delete-mfa", "sign-out"].contains(&act) => enrolled.pop().unwrap(),
            _ => target(portal, acme, act).await,
        };
        let path = format!("/admin/{}/access/{}/{act}", acme.slug, whom.id);
        let browser = walks(browsers, least(row, Some(act)));
        let typed = &[("verified_how", "called back"), ("days", "20")];
        does(portal, browser, (&path, typed), Changed(table)).await;
        person = Some(whom);
    }
}

fn walks(browsers: &mut [(Role, Client)], role: Role) -> &mut Client {
    let found = browsers.iter_mut().find(|(other, _)| *other == role);
    &mut found.expect("somebody of each role").1
}

#[test]
fn every_act_of_the_table_is_done() {
    let posts = TABLE.iter().filter(|row| row.0 == Method::Post);
    let posts: Vec<&str> = posts.map(|row| row.1).filter(|path| *path != ACT).collect();
    let done: Vec<&str> = DONE.iter().map(|done| done.path).collect();
    assert_eq!(posts, done);
}

on_both! {
    async fn every_allowed_act_is_done_by_the_least_role_that_may(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let mut browsers = Vec::new();
        for role in ROLES {
            browsers.push((role, walker(&portal, &acme, role).await));
        }
        let mut enrolled = Vec::new();
        for name in ["ivo", "ira"] {
            let person = portal.person(&acme, name).await;
            portal.browser().enrolls(&portal, &person).await;
            enrolled.push(person);
        }
        portal.gets_mail();
        let home = portal.organization("home", Rule::Off).await;
        portal.person(&home, "new").await;
        let own = Rows::of(&portal, &acme, &home).await;
        // A mail can be sent again after a while.
        portal.wait(Span::minutes(2));
        for done in DONE {
            let row = TABLE.iter().find(|row| row.0 == Method::Post && row.1 == done.path).unwrap();
            let (path, _) = own.paths(row).remove(0);
            let browser = walks(&mut browsers, least(row, None));
            does(&portal, browser, (&path, done.typed), done.shows).await;
        }
        let row = TABLE.iter().find(|row| row.0 == Method::Post && row.1 == ACT).unwrap();
        acts(&portal, (&acme, enrolled), &mut browsers, row).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_act_asks_for_a_fresh_proof_or_says_why_it_needs_none() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let mut owner = walker(&portal, &acme, Role::Owner).await;
    let enrolled = portal.person(&acme, "ivo").await;
    portal.browser().enrolls(&portal, &enrolled).await;
    portal.gets_mail();
    let home = portal.organization("home", Rule::Off).await;
    portal.person(&home, "new").await;
    let own = Rows::of(&portal, &acme, &home).await;
    portal.wait(Span::minutes(2));
    let mut forms = Vec::new();
    for done in DONE {
        let row = TABLE
            .iter()
            .find(|row| row.0 == Method::Post && row.1 == done.path);
        let (path, _) = own.paths(row.unwrap()).remove(0);
        let form = offered(&mut owner, &path, done.typed).await;
        let why = UNASKED
            .iter()
            .find(|(rest, _)| done.path == format!("/admin/{{organization}}/{rest}"));
        forms.push((path.clone(), form, why.is_none()));
        // Without which another form is not offered.
        if ["/add", "/logo", "/contacts/new"]
            .iter()
            .any(|end| path.ends_with(end))
        {
            sends(&mut owner, &path, done.typed).await;
        }
    }
    for (act, ..) in ACTS.into_iter().filter(|(act, ..)| !UNDO.contains(act)) {
        let whom = match act {
            "delete-mfa" | "sign-out" => enrolled.clone(),
            _ => target(&portal, &acme, act).await,
        };
        let path = format!("/admin/{}/access/{}/{act}", acme.slug, whom.id);
        let typed = &[("verified_how", "called back"), ("days", "20")];
        forms.push((path.clone(), offered(&mut owner, &path, typed).await, true));
    }
    portal.wait(Span::minutes(6));
    owner.get("/admin/acme/access").await;
    let mut others: Vec<String> = Vec::new();
    for (path, form, asks) in forms {
        let before = rows(&portal).await;
        let answer = form.is_sent(&mut owner, &path).await;
        let to = answer.location().unwrap_or_default();
        if to.starts_with("/step-up?act=") != asks {
            others.push(format!("{path}: {} {to}", answer.status));
        }
        let asked = to.starts_with("/step-up");
        assert!(
            !asked || rows(&portal).await == before,
            "{path} changed something"
        );
    }
    assert!(others.is_empty(), "{others:#?}");
}
