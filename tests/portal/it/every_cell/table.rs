//! The routes that need a role in an organization, each with the least role that it answers.

use portcullis_core::role::Role;
use portcullis_server::web::Method;

/// Fields as a form has them.
pub type Form = &'static [(&'static str, &'static str)];

/// A row of the table: the route, the least role that it answers, and a form that is right.
pub type Row = (Method, &'static str, Role, Form);

const HOW: Form = &[("verified_how", "called back"), ("days", "5")];
const POLICY: Form = &[
    ("version", "1"),
    ("rule", "off"),
    ("grace_days", "0"),
    ("app", "on"),
    ("first_proof", "nothing"),
    ("remember_days", "0"),
    ("session_hours", "24"),
    ("idle_minutes", "60"),
    ("administration_minutes", "15"),
    ("shortest_password", "8"),
];
const INVITE: Form = &[
    ("name", "Greta Guest"),
    ("login_name", "greta"),
    ("email", "greta@example.com"),
];
const CONTACT: Form = &[
    ("label", "Somebody else"),
    ("phone", "666"),
    ("mail", ""),
    ("hours", ""),
    ("note", ""),
    ("version", "3"),
];
pub const LOGO: &str = "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
const MANY: Form = &[
    ("people", "Greta Guest, greta"),
    ("by", "paper"),
    ("days", "14"),
];
const IMPORT: Form = &[("people", "login_name,name\ngreta,Greta Guest")];
const COMPUTER: Form = &[
    ("name", "Web server"),
    ("address", "web-2.example.com"),
    ("command", ""),
    ("icon", ""),
    ("whom", "everyone"),
    ("people", ""),
    ("version", "1"),
];
const APPLICATION: Form = &[
    ("name", "Webmail"),
    ("address", "https://mail.example.com"),
    ("description", "Post"),
    ("icon", "mail"),
    ("whom", "everyone"),
    ("people", ""),
    ("version", "1"),
];
const CLIENT: Form = &[
    ("name", "web-2"),
    ("network", "10.0.0.8"),
    ("signing", "yes"),
    ("flow", "challenge"),
    ("whom", "everyone"),
    ("people", ""),
    ("returned", ""),
    ("version", "1"),
];

/// The routes that need a role in an organization.
#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    (Method::Get, "/admin/{organization}/access", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/access/export", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/access/invite", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/invite", Role::Admin, INVITE),
    (Method::Get, "/admin/{organization}/access/invite-many", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/invite-many", Role::Admin, MANY),
    (Method::Get, "/admin/{organization}/access/import", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/import", Role::Admin, IMPORT),
    (Method::Get, "/admin/{organization}/access/invitation/{id}", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/access/invitation/{id}/send-again", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/invitation/{id}/revoke", Role::Admin, &[]),
    (Method::Get, "/admin/{organization}/access/from-elsewhere", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/access/from-elsewhere/new", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/access/from-elsewhere/new", Role::Owner, &[("login", "out@home"), ("role", "admin"), ("until", "")]),
    (Method::Get, "/admin/{organization}/access/from-elsewhere/{id}/take", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/from-elsewhere/{id}/take", Role::Admin, &[]),
    (Method::Get, "/admin/{organization}/access/{account}", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/access/{account}/why", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/access/{account}/caller", Role::Helpdesk, &[]),
    (Method::Post, "/admin/{organization}/access/{account}/caller", Role::Helpdesk, &[("do", "start")]),
    (Method::Get, "/admin/{organization}/access/{account}/edit", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/{account}/edit", Role::Admin, INVITE),
    (Method::Get, "/admin/{organization}/access/{account}/role", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/access/{account}/role", Role::Admin, &[("role", "auditor")]),
    (Method::Get, "/admin/{organization}/access/{account}/{act}", Role::Helpdesk, &[]),
    (Method::Post, "/admin/{organization}/access/{account}/{act}", Role::Helpdesk, HOW),
    (Method::Get, "/admin/{organization}/requests", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/requests/{id}", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/requests/{id}", Role::Helpdesk, &[("do", "done"), ("word", "")]),
    (Method::Get, "/admin/{organization}/policy", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/policy", Role::Admin, POLICY),
    (Method::Get, "/admin/{organization}/groups", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/groups/new", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/groups/new", Role::Admin, &[("name", "Sales")]),
    (Method::Get, "/admin/{organization}/groups/{id}", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/groups/{id}/rename", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/groups/{id}/rename", Role::Admin, &[("name", "Sales"), ("version", "1")]),
    (Method::Get, "/admin/{organization}/groups/{id}/add", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/groups/{id}/add", Role::Admin, &[("people", "target")]),
    (Method::Post, "/admin/{organization}/groups/{id}/leave", Role::Admin, &[("account", "00000000000070008000000000000001")]),
    (Method::Get, "/admin/{organization}/groups/{id}/delete", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/groups/{id}/delete", Role::Admin, &[]),
    (Method::Get, "/admin/{organization}/applications", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/applications/new", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/applications/new", Role::Admin, APPLICATION),
    (Method::Get, "/admin/{organization}/applications/{id}", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/applications/{id}", Role::Admin, APPLICATION),
    (Method::Get, "/admin/{organization}/applications/{id}/delete", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/applications/{id}/delete", Role::Admin, &[]),
    (Method::Get, "/admin/{organization}/branding", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/branding", Role::Admin, &[("version", "3"), ("name", "Else"), ("accent", "#ff0000")]),
    (Method::Get, "/admin/{organization}/branding/logo", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/branding/logo", Role::Admin, &[("version", "3"), ("file", LOGO)]),
    (Method::Get, "/admin/{organization}/branding/logo/remove", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/branding/logo/remove", Role::Admin, &[("version", "3")]),
    (Method::Get, "/admin/{organization}/branding/contacts/new", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/branding/contacts/new", Role::Admin, CONTACT),
    (Method::Get, "/admin/{organization}/branding/contacts/{number}", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/branding/contacts/{number}", Role::Admin, CONTACT),
    (Method::Post, "/admin/{organization}/branding/contacts/{number}/move", Role::Admin, &[("version", "3"), ("to", "up")]),
    (Method::Get, "/admin/{organization}/branding/contacts/{number}/delete", Role::Admin, &[]),
    (Method::Post, "/admin/{organization}/branding/contacts/{number}/delete", Role::Admin, &[("version", "3")]),
    (Method::Get, "/admin/{organization}/remote-logon", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/remote-logon/computers/new", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/computers/new", Role::Owner, COMPUTER),
    (Method::Get, "/admin/{organization}/remote-logon/computers/{id}", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/computers/{id}", Role::Owner, COMPUTER),
    (Method::Get, "/admin/{organization}/remote-logon/computers/{id}/delete", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/computers/{id}/delete", Role::Owner, &[]),
    (Method::Get, "/admin/{organization}/remote-logon/clients/new", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/clients/new", Role::Owner, CLIENT),
    (Method::Get, "/admin/{organization}/remote-logon/clients/{id}", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/clients/{id}", Role::Owner, CLIENT),
    (Method::Get, "/admin/{organization}/remote-logon/clients/{id}/rotate", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/clients/{id}/rotate", Role::Owner, &[]),
    (Method::Get, "/admin/{organization}/remote-logon/clients/{id}/delete", Role::Owner, &[]),
    (Method::Post, "/admin/{organization}/remote-logon/clients/{id}/delete", Role::Owner, &[]),
    (Method::Get, "/admin/{organization}/support", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/support/{code}", Role::Auditor, &[]),
    (Method::Get, "/admin/{organization}/audit", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/audit", Role::Auditor, &[]),
    (Method::Post, "/admin/{organization}/audit/export", Role::Auditor, &[("format", "csv")]),
];

/// The acts on an account, each with the least role that does it and the table that it changes.
pub const ACTS: [(&str, Role, &str); 15] = [
    ("enrollment-code", Role::Helpdesk, "help_codes"),
    ("reset-code", Role::Helpdesk, "help_codes"),
    ("delete-mfa", Role::Helpdesk, "devices"),
    ("unlock", Role::Helpdesk, "login_counters"),
    ("sign-out", Role::Helpdesk, "sessions"),
    ("unfreeze", Role::Helpdesk, "accounts"),
    ("require-mfa", Role::Admin, "accounts"),
    ("end-requirement", Role::Admin, "accounts"),
    ("extend", Role::Admin, "exceptions"),
    ("end-extension", Role::Admin, "exceptions"),
    ("exempt", Role::Admin, "exceptions"),
    ("end-exemption", Role::Admin, "exceptions"),
    ("suspend", Role::Admin, "accounts"),
    ("activate", Role::Admin, "accounts"),
    ("delete", Role::Admin, "accounts"),
];
