//! Which stop of the galleries shows which route by GET. A test without a browser holds the list to the table of
//! routes, so that a new page is shown before it is done; each gallery holds its own part to what it has seen.

use portcullis_server::web::{self, Method};

/// A route, or one of the acts under it, and the stop that shows it.
pub struct Stop {
    /// The route as the table has it; where its last part is an act, with that.
    pub route: &'static str,
    /// What the picture is called.
    pub name: &'static str,
    /// The gallery that stops there.
    pub gallery: &'static str,
}

/// Routes that show no page, and what they do instead.
pub const NO_PAGE: &[(&str, &str)] = &[
    ("/healthz", "a word for who runs the portal"),
    ("/readyz", "a word for who runs the portal"),
    ("/assets/{name}", "a file"),
    ("/logo/{id}", "a picture"),
    ("/account/session", "nothing but whether there is a session"),
    ("/admin", "leads to an organization"),
];

macro_rules! stops {
    ($($gallery:literal: { $($route:literal => $name:literal),* $(,)? })*) => {
        &[$($(Stop { route: $route, name: $name, gallery: $gallery }),*),*]
    };
}

pub const STOPS: &[Stop] = stops! {
    "visitor": {
        "/setup/{token}" => "first-set-up",
        "/demo/mail" => "demo-mail",
        "/invitation" => "invitation-code",
        "/invitation/{code}" => "invitation",
        "/sign-in" => "sign-in",
    }
    "wizard": {
        "/sign-in/set-up" => "wizard-1-app",
        "/sign-in/set-up/scan" => "wizard-2-scan",
        "/sign-in/set-up/recovery-codes" => "wizard-3-codes-not-stored",
        "/sign-in/replace-device" => "replace-device",
    }
    "second step": {
        "/sign-in/code" => "code",
        "/sign-in/recovery-code" => "recovery-code",
    }
    "by email": {
        "/sign-in/way" => "choose-way",
        "/sign-in/email-code" => "email-code",
        "/step-up/email-code" => "step-up-email",
        "/sign-in/enrollment-code" => "enrollment-code",
    }
    "forgotten": {
        "/locked-out" => "locked-out",
        "/forgot-password" => "forgot-password",
        "/forgot-password/code" => "reset-code",
        "/reset-password/{token}" => "reset-password",
        "/sign-in/new-password" => "new-password",
        "/account/address" => "address",
        "/address/{token}" => "confirm-address",
    }
    "trouble": {
        "/not-me/{token}" => "not-me",
    }
    "frozen": {
        "/admin/{organization}/access/{account}/unfreeze" => "help-unfreeze",
    }
    "member": {
        "/" => "dashboard",
        "/account" => "account",
        "/account/password" => "change-password",
        "/account/activity" => "activity",
        "/account/recovery-codes" => "recovery-codes",
        "/account/sessions" => "sessions",
    }
    "personal data": {
        "/account/data" => "data",
        "/account/deletion" => "deletion-ask",
    }
    "MFA settings": {
        "/account/mfa" => "mfa-enabled",
        "/account/mfa/devices/new" => "mfa-connect-the-app",
        "/account/mfa/devices/codes" => "mfa-codes-not-stored",
        "/account/mfa/devices/{device}" => "mfa-rename",
        "/account/mfa/devices/{device}/remove" => "mfa-delete",
        "/step-up" => "step-up-password",
    }
    "MFA settings about email": {
        "/account/mfa/email-codes" => "mfa-email-take-up",
    }
    "one person": {
        "/account/caller" => "calling-nobody",
        "/account/requests" => "own-requests",
        "/admin/people" => "people-everywhere",
        "/admin/requests" => "requests-everywhere",
        "/admin/{organization}/access/from-elsewhere" => "from-elsewhere",
        "/admin/{organization}/access/from-elsewhere/{id}/take" => "from-elsewhere-take",
        "/admin/{organization}/access/{account}" => "person",
        "/admin/{organization}/access/{account}/why" => "why",
        "/admin/{organization}/access/{account}/caller" => "caller",
        "/admin/{organization}/access/{account}/edit" => "edit-person",
        "/admin/{organization}/access/{account}/role" => "role",
        "/admin/{organization}/access/{account}/delete-mfa" => "help-delete-mfa",
        "/admin/{organization}/access/{account}/exempt" => "help-exempt",
        "/admin/{organization}/access/{account}/end-exemption" => "help-end-exemption",
        "/admin/{organization}/access/{account}/enrollment-code" => "help-enrollment-code",
        "/admin/{organization}/access/{account}/reset-code" => "help-reset-code",
        "/admin/{organization}/access/{account}/unlock" => "help-unlock",
        "/admin/{organization}/access/{account}/sign-out" => "help-sign-out",
        "/admin/{organization}/access/{account}/delete" => "help-delete",
        "/admin/{organization}/access/{account}/require-mfa" => "help-require-mfa",
        "/admin/{organization}/access/{account}/end-requirement" => "help-end-requirement",
        "/admin/{organization}/access/{account}/suspend" => "help-suspend",
        "/admin/{organization}/access/{account}/activate" => "help-activate",
        "/admin/{organization}/access/{account}/extend" => "help-extend",
        "/admin/{organization}/access/{account}/end-extension" => "help-end-extension",
        "/admin/{organization}/requests" => "requests",
        "/admin/{organization}/requests/{id}" => "request-mfa",
        "/admin/{organization}/policy" => "policy",
        "/admin/{organization}/support" => "support-code",
        "/admin/{organization}/support/{code}" => "support-code-password",
    }
    "administration": {
        "/admin/{organization}/access" => "access",
        "/admin/{organization}/access/invite" => "invite",
        "/admin/{organization}/access/invite-many" => "invite-many",
        "/admin/{organization}/access/import" => "import",
        "/admin/{organization}/access/invitation/{id}" => "invited",
        "/admin/{organization}/access/from-elsewhere/new" => "from-elsewhere-new",
        "/admin/{organization}/groups" => "groups",
        "/admin/{organization}/groups/new" => "group-new",
        "/admin/{organization}/groups/{id}" => "group",
        "/admin/{organization}/groups/{id}/rename" => "group-rename",
        "/admin/{organization}/groups/{id}/add" => "group-add",
        "/admin/{organization}/groups/{id}/delete" => "group-delete",
        "/admin/{organization}/applications" => "applications",
        "/admin/{organization}/applications/new" => "application-new",
        "/admin/{organization}/applications/{id}" => "application",
        "/admin/{organization}/applications/{id}/delete" => "application-delete",
        "/admin/{organization}/branding" => "branding",
        "/admin/{organization}/branding/logo" => "logo-new",
        "/admin/{organization}/branding/logo/remove" => "logo-remove",
        "/admin/{organization}/branding/contacts/new" => "contact-new",
        "/admin/{organization}/branding/contacts/{number}" => "contact",
        "/admin/{organization}/branding/contacts/{number}/delete" => "contact-delete",
        "/admin/{organization}/remote-logon" => "remote-logon",
        "/admin/{organization}/remote-logon/computers/new" => "remote-computer-new",
        "/admin/{organization}/remote-logon/computers/{id}" => "remote-computer",
        "/admin/{organization}/remote-logon/computers/{id}/delete" => "remote-computer-delete",
        "/admin/{organization}/remote-logon/clients/new" => "radius-client-new",
        "/admin/{organization}/remote-logon/clients/{id}" => "radius-client",
        "/admin/{organization}/remote-logon/clients/{id}/rotate" => "radius-client-rotate",
        "/admin/{organization}/remote-logon/clients/{id}/delete" => "radius-client-delete",
        "/admin/{organization}/audit" => "audit-log",
        "/admin/instance/support" => "support-code-nobodys",
        "/admin/instance/support/{code}" => "support-code-nobodys-found",
        "/admin/instance/organizations" => "organizations",
        "/admin/instance/organizations/new" => "add-organization",
        "/admin/instance/organizations/{name}/suspend" => "organization-suspend",
        "/admin/instance/organizations/{name}/activate" => "organization-activate",
        "/admin/instance/organizations/{name}/delete" => "organization-delete",
        "/admin/instance/mail" => "mail-queue",
        "/admin/instance/audit" => "audit-logs",
    }
};

impl Stop {
    /// Whether an address is one of this route's, and of none that has more of its words.
    pub fn shows(&self, address: &str) -> bool {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let nearest = STOPS
            .iter()
            .filter_map(|stop| Some((stop.words_of(path)?, stop.route)));
        nearest.max().is_some_and(|(_, route)| route == self.route)
    }

    /// How many words of the route are in a path of its shape.
    fn words_of(&self, path: &str) -> Option<usize> {
        let parts: Vec<&str> = self.route.split('/').collect();
        let words: Vec<&str> = path.split('/').collect();
        let mut pairs = parts.iter().zip(&words);
        let fits = parts.len() == words.len()
            && pairs.all(|(part, word)| part == word || part.starts_with('{'));
        fits.then(|| parts.iter().filter(|part| !part.starts_with('{')).count())
    }

    /// The route, with `{act}` in place of an act.
    fn in_table(&self) -> String {
        let with_act = self
            .route
            .rsplit_once('/')
            .map(|(rest, _)| format!("{rest}/{{act}}"));
        let known = |path: &str| web::routes().iter().any(|route| route.path == path);
        match with_act {
            Some(with_act) if !known(self.route) && known(&with_act) => with_act,
            _ => self.route.to_owned(),
        }
    }
}

/// The routes that have neither a stop nor a reason to have none, and the lines about routes that there are not.
pub fn out_of_place() -> Vec<String> {
    let stops: Vec<String> = STOPS.iter().map(Stop::in_table).collect();
    let shown: Vec<&str> = web::routes()
        .iter()
        .filter(|route| route.method == Method::Get)
        .map(|route| route.path)
        .collect();
    let placed = |path: &str| {
        let stopped_at = usize::from(stops.iter().any(|stop| stop == path));
        stopped_at + NO_PAGE.iter().filter(|(route, _)| *route == path).count()
    };
    let unplaced = shown.iter().filter(|path| placed(path) != 1);
    let unplaced = unplaced.map(|path| format!("{path} is shown by no stop"));
    let listed = stops.iter().map(String::as_str);
    let listed = listed.chain(NO_PAGE.iter().map(|(route, _)| *route));
    let gone = listed.filter(|path| !shown.contains(path));
    let gone = gone.map(|path| format!("{path} is no route"));
    unplaced.chain(gone).collect()
}
