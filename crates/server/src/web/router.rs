//! Every route on one screen, each with what it needs. A test walks this table.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;

use super::upload::{MAX_PICTURE, MAX_UPLOAD};
use super::{
    account, activity, admin, asset, caller, change_password, code, dashboard, demo_mail, devices,
    email, email_code, email_codes, enrollment_code, first_start, forgot_password, health,
    help_requests, invitation, logo, mfa, not_me, password, personal_data, recovery_codes,
    sessions, set_up, sign_out, step_up, step_up_email, watch, way,
};
use crate::app::App;

/// The largest body, in bytes.
const MAX_BODY: usize = 64 * 1024;

/// What a route asks of a request before it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A one-time token in the address.
    Link,
    /// An attempt under way, and its secret in the cookie.
    Attempt,
    /// A session.
    Session,
    /// A session, a role in the organization of the address, and a device proved lately.
    Administration,
    /// A session, a role in one organization at least, and a device proved lately.
    AnyAdministration,
    /// A session, the owner's role for the whole instance, and a device proved lately.
    Instance,
}

/// How a route is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Shows; changes nothing.
    Get,
    /// Acts.
    Post,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// How it is called.
    pub method: Method,
    /// The address, with its parameters in braces.
    pub path: &'static str,
    /// What it asks for.
    pub needs: Needs,
}

#[expect(clippy::too_many_lines, reason = "one table, a line for each route")]
#[rustfmt::skip]
fn table() -> Vec<(Method, &'static str, Needs, MethodRouter<App>)> {
    use Method::{Get, Post};
    use Needs::{Administration, AnyAdministration, Attempt, Instance, Link, Nothing, Session};
    vec![
        (Get,  "/healthz",                           Nothing,        get(health::alive)),
        (Get,  "/readyz",                            Nothing,        get(health::ready)),
        (Get,  "/assets/{name}",                     Nothing,        get(asset::show)),
        (Get,  "/logo/{id}",                         Nothing,        get(logo::show)),
        (Post, "/csp",                               Nothing,        post(health::content_policy_report)),
        (Get,  "/demo/mail",                         Nothing,        get(demo_mail::show)),
        (Get,  "/sign-in",                           Nothing,        get(password::show)),
        (Post, "/sign-in",                           Nothing,        post(password::submit)),
        (Get,  "/sign-in/code",                      Attempt,        get(code::show)),
        (Post, "/sign-in/code",                      Attempt,        post(code::submit)),
        (Get,  "/sign-in/recovery-code",             Attempt,        get(code::show_recovery)),
        (Post, "/sign-in/recovery-code",             Attempt,        post(code::submit_recovery)),
        (Get,  "/sign-in/email-code",                Attempt,        get(email_code::show)),
        (Post, "/sign-in/email-code",                Attempt,        post(email_code::submit)),
        (Post, "/sign-in/email-code/send",           Attempt,        post(email_code::send)),
        (Get,  "/sign-in/enrollment-code",           Attempt,        get(enrollment_code::show)),
        (Post, "/sign-in/enrollment-code",           Attempt,        post(enrollment_code::submit)),
        (Get,  "/sign-in/way",                       Attempt,        get(way::show)),
        (Post, "/sign-in/way",                       Attempt,        post(way::choose)),
        (Get,  "/sign-in/replace-device",            Attempt,        get(set_up::show_replace)),
        (Post, "/sign-in/replace-device",            Attempt,        post(set_up::replace)),
        (Get,  "/sign-in/set-up",                    Attempt,        get(set_up::show_app)),
        (Post, "/sign-in/set-up/app",                Attempt,        post(set_up::start)),
        (Get,  "/sign-in/set-up/scan",               Attempt,        get(set_up::show_scan)),
        (Post, "/sign-in/set-up/scan",               Attempt,        post(set_up::confirm)),
        (Get,  "/sign-in/set-up/recovery-codes",     Attempt,        get(set_up::show_new_codes)),
        (Post, "/sign-in/set-up/recovery-codes",     Attempt,        post(set_up::new_codes)),
        (Post, "/sign-in/set-up/stored",             Attempt,        post(set_up::stored)),
        (Get,  "/forgot-password",                   Nothing,        get(forgot_password::show)),
        (Post, "/forgot-password",                   Nothing,        post(forgot_password::ask)),
        (Get,  "/forgot-password/code",              Nothing,        get(forgot_password::show_code)),
        (Post, "/forgot-password/code",              Nothing,        post(forgot_password::redeem_code)),
        (Get,  "/locked-out",                        Nothing,        get(help_requests::show_locked_out)),
        (Post, "/locked-out",                        Nothing,        post(help_requests::ask_locked_out)),
        (Get,  "/reset-password/{token}",            Link,           get(forgot_password::show_link)),
        (Post, "/reset-password/{token}",            Link,           post(forgot_password::redeem)),
        (Get,  "/sign-in/new-password",              Attempt,        get(forgot_password::show_new)),
        (Post, "/sign-in/new-password",              Attempt,        post(forgot_password::submit_new)),
        (Get,  "/address/{token}",                   Link,           get(email::show_link)),
        (Post, "/address/{token}",                   Link,           post(email::confirm)),
        (Get,  "/setup/{token}",                     Link,           get(first_start::show)),
        (Post, "/setup/{token}",                     Link,           post(first_start::submit)),
        (Get,  "/invitation",                        Nothing,        get(invitation::show_code)),
        (Post, "/invitation",                        Nothing,        post(invitation::submit_code)),
        (Get,  "/invitation/{code}",                 Link,           get(invitation::show)),
        (Post, "/invitation/{code}",                 Link,           post(invitation::accept)),
        (Get,  "/not-me/{token}",                    Link,           get(not_me::show)),
        (Post, "/not-me/{token}",                    Link,           post(not_me::submit)),
        (Post, "/sign-out",                          Nothing,        post(sign_out::submit)),
        (Get,  "/",                                  Session,        get(dashboard::show)),
        (Get,  "/account/session",                   Session,        get(account::session)),
        (Get,  "/account",                           Session,        get(account::show)),
        (Post, "/account",                           Session,        post(account::save)),
        (Get,  "/account/address",                   Session,        get(email::show)),
        (Post, "/account/address",                   Session,        post(email::ask)),
        (Get,  "/account/password",                  Session,        get(change_password::show)),
        (Post, "/account/password",                  Session,        post(change_password::submit)),
        (Get,  "/account/activity",                  Session,        get(activity::show)),
        (Get,  "/account/caller",                    Session,        get(caller::show)),
        (Post, "/account/caller",                    Session,        post(caller::submit)),
        (Get,  "/account/requests",                  Session,        get(help_requests::show)),
        (Post, "/account/requests",                  Session,        post(help_requests::submit)),
        (Get,  "/account/data",                      Session,        get(personal_data::show)),
        (Post, "/account/data",                      Session,        post(personal_data::take)),
        (Get,  "/account/deletion",                  Session,        get(personal_data::show_deletion)),
        (Post, "/account/deletion",                  Session,        post(personal_data::ask_deletion)),
        (Post, "/account/deletion/withdraw",         Session,        post(personal_data::withdraw_deletion)),
        (Get,  "/account/mfa",                       Session,        get(mfa::show)),
        (Post, "/account/mfa/disable",               Session,        post(mfa::disable)),
        (Post, "/account/mfa/enable",                Session,        post(mfa::enable)),
        (Post, "/account/mfa/email-codes",           Session,        post(email_codes::begin)),
        (Get,  "/account/mfa/email-codes",           Session,        get(email_codes::show)),
        (Post, "/account/mfa/email-codes/code",      Session,        post(email_codes::submit)),
        (Post, "/account/mfa/email-codes/send",      Session,        post(email_codes::send)),
        (Post, "/account/mfa/email-codes/stop",      Session,        post(email_codes::stop)),
        (Post, "/account/mfa/devices",               Session,        post(devices::begin)),
        (Get,  "/account/mfa/devices/new",           Session,        get(devices::show_new)),
        (Post, "/account/mfa/devices/new",           Session,        post(devices::confirm)),
        (Get,  "/account/mfa/devices/codes",         Session,        get(devices::show_new_codes)),
        (Post, "/account/mfa/devices/codes",         Session,        post(devices::new_codes)),
        (Post, "/account/mfa/devices/stored",        Session,        post(devices::stored)),
        (Get,  "/account/mfa/devices/{device}",      Session,        get(devices::show_rename)),
        (Post, "/account/mfa/devices/{device}",      Session,        post(devices::rename)),
        (Get,  "/account/mfa/devices/{device}/remove", Session,      get(devices::show_remove)),
        (Post, "/account/mfa/devices/{device}/remove", Session,      post(devices::remove)),
        (Get,  "/account/recovery-codes",            Session,        get(recovery_codes::show)),
        (Post, "/account/recovery-codes",            Session,        post(recovery_codes::renew)),
        (Post, "/account/recovery-codes/stored",     Session,        post(recovery_codes::stored)),
        (Get,  "/account/sessions",                  Session,        get(sessions::show)),
        (Post, "/account/sessions/end",              Session,        post(sessions::end)),
        (Post, "/account/sessions/end-others",       Session,        post(sessions::end_others)),
        (Post, "/account/browsers/forget",           Session,        post(sessions::forget)),
        (Get,  "/step-up",                           Session,        get(step_up::show)),
        (Post, "/step-up",                           Session,        post(step_up::submit)),
        (Get,  "/step-up/email-code",                Session,        get(step_up_email::show)),
        (Post, "/step-up/email-code",                Session,        post(step_up_email::submit)),
        (Post, "/step-up/email-code/send",           Session,        post(step_up_email::send)),
        (Get,  "/admin",                             Session,        get(admin::access::home)),
        (Get,  "/admin/people",                      AnyAdministration, get(admin::everywhere::people)),
        (Get,  "/admin/requests",                    AnyAdministration, get(admin::everywhere::requests)),
        (Get,  "/admin/{organization}/access",       Administration, get(admin::access::show)),
        (Post, "/admin/{organization}/access/export", Administration, post(admin::access::export)),
        (Get,  "/admin/{organization}/access/invite", Administration, get(admin::invite::show)),
        (Post, "/admin/{organization}/access/invite", Administration, post(admin::invite::submit)),
        (Get,  "/admin/{organization}/access/invite-many", Administration, get(admin::many::show_invite)),
        (Post, "/admin/{organization}/access/invite-many", Administration, large(post(admin::many::invite))),
        (Get,  "/admin/{organization}/access/import", Administration, get(admin::many::show_import)),
        (Post, "/admin/{organization}/access/import", Administration, large(post(admin::many::import))),
        (Get,  "/admin/{organization}/access/invitation/{id}", Administration, get(admin::invited::show)),
        (Post, "/admin/{organization}/access/invitation/{id}/send-again", Administration, post(admin::invited::send_again)),
        (Post, "/admin/{organization}/access/invitation/{id}/revoke", Administration, post(admin::invited::revoke)),
        (Get,  "/admin/{organization}/access/from-elsewhere", Administration, get(admin::outsiders::show)),
        (Get,  "/admin/{organization}/access/from-elsewhere/new", Administration, get(admin::outsiders::show_new)),
        (Post, "/admin/{organization}/access/from-elsewhere/new", Administration, post(admin::outsiders::lend)),
        (Get,  "/admin/{organization}/access/from-elsewhere/{id}/take", Administration, get(admin::outsiders::show_take)),
        (Post, "/admin/{organization}/access/from-elsewhere/{id}/take", Administration, post(admin::outsiders::take)),
        (Get,  "/admin/{organization}/access/{account}", Administration, get(admin::person::show)),
        (Get,  "/admin/{organization}/access/{account}/caller", Administration, get(admin::caller::show)),
        (Post, "/admin/{organization}/access/{account}/caller", Administration, post(admin::caller::submit)),
        (Get,  "/admin/{organization}/access/{account}/why", Administration, get(admin::why::show)),
        (Get,  "/admin/{organization}/access/{account}/edit", Administration, get(admin::edit::show)),
        (Post, "/admin/{organization}/access/{account}/edit", Administration, post(admin::edit::save)),
        (Get,  "/admin/{organization}/access/{account}/role", Administration, get(admin::role::show)),
        (Post, "/admin/{organization}/access/{account}/role", Administration, post(admin::role::give)),
        (Get,  "/admin/{organization}/access/{account}/{act}", Administration, get(admin::person::show_act)),
        (Post, "/admin/{organization}/access/{account}/{act}", Administration, post(admin::person::submit_act)),
        (Get,  "/admin/{organization}/requests",     Administration, get(admin::requests::show)),
        (Get,  "/admin/{organization}/requests/{id}", Administration, get(admin::requests::show_one)),
        (Post, "/admin/{organization}/requests/{id}", Administration, post(admin::requests::answer)),
        (Get,  "/admin/{organization}/policy",       Administration, get(admin::policy::show)),
        (Post, "/admin/{organization}/policy",       Administration, post(admin::policy::save)),
        (Get,  "/admin/{organization}/groups",       Administration, get(admin::groups::show)),
        (Get,  "/admin/{organization}/groups/new",   Administration, get(admin::groups::show_new)),
        (Post, "/admin/{organization}/groups/new",   Administration, post(admin::groups::submit_new)),
        (Get,  "/admin/{organization}/groups/{id}",  Administration, get(admin::groups::show_one)),
        (Get,  "/admin/{organization}/groups/{id}/rename", Administration, get(admin::groups::show_rename)),
        (Post, "/admin/{organization}/groups/{id}/rename", Administration, post(admin::groups::rename)),
        (Get,  "/admin/{organization}/groups/{id}/add", Administration, get(admin::groups::show_add)),
        (Post, "/admin/{organization}/groups/{id}/add", Administration, post(admin::groups::add)),
        (Post, "/admin/{organization}/groups/{id}/leave", Administration, post(admin::groups::leave)),
        (Get,  "/admin/{organization}/groups/{id}/delete", Administration, get(admin::groups::show_delete)),
        (Post, "/admin/{organization}/groups/{id}/delete", Administration, post(admin::groups::delete)),
        (Get,  "/admin/{organization}/applications", Administration, get(admin::applications::show)),
        (Get,  "/admin/{organization}/applications/new", Administration, get(admin::applications::show_new)),
        (Post, "/admin/{organization}/applications/new", Administration, post(admin::applications::submit_new)),
        (Get,  "/admin/{organization}/applications/{id}", Administration, get(admin::applications::show_one)),
        (Post, "/admin/{organization}/applications/{id}", Administration, post(admin::applications::submit_one)),
        (Get,  "/admin/{organization}/applications/{id}/delete", Administration, get(admin::applications::show_delete)),
        (Post, "/admin/{organization}/applications/{id}/delete", Administration, post(admin::applications::delete)),
        (Get,  "/admin/{organization}/branding",     Administration, get(admin::branding::show)),
        (Post, "/admin/{organization}/branding",     Administration, post(admin::branding::save)),
        (Get,  "/admin/{organization}/branding/logo", Administration, get(admin::logo::show)),
        (Post, "/admin/{organization}/branding/logo", Administration, pictured(post(admin::logo::submit))),
        (Get,  "/admin/{organization}/branding/logo/remove", Administration, get(admin::logo::show_remove)),
        (Post, "/admin/{organization}/branding/logo/remove", Administration, post(admin::logo::remove)),
        (Get,  "/admin/{organization}/branding/contacts/new", Administration, get(admin::branding::show_new)),
        (Post, "/admin/{organization}/branding/contacts/new", Administration, post(admin::branding::submit_new)),
        (Get,  "/admin/{organization}/branding/contacts/{number}", Administration, get(admin::branding::show_one)),
        (Post, "/admin/{organization}/branding/contacts/{number}", Administration, post(admin::branding::submit_one)),
        (Post, "/admin/{organization}/branding/contacts/{number}/move", Administration, post(admin::branding::relocate)),
        (Get,  "/admin/{organization}/branding/contacts/{number}/delete", Administration, get(admin::branding::show_delete)),
        (Post, "/admin/{organization}/branding/contacts/{number}/delete", Administration, post(admin::branding::delete)),
        (Get,  "/admin/{organization}/remote-logon", Administration, get(admin::remote_logon::show)),
        (Get,  "/admin/{organization}/remote-logon/computers/new", Administration, get(admin::remote_logon::show_new)),
        (Post, "/admin/{organization}/remote-logon/computers/new", Administration, post(admin::remote_logon::submit_new)),
        (Get,  "/admin/{organization}/remote-logon/computers/{id}", Administration, get(admin::remote_logon::show_one)),
        (Post, "/admin/{organization}/remote-logon/computers/{id}", Administration, post(admin::remote_logon::submit_one)),
        (Get,  "/admin/{organization}/remote-logon/computers/{id}/delete", Administration, get(admin::remote_logon::show_delete)),
        (Post, "/admin/{organization}/remote-logon/computers/{id}/delete", Administration, post(admin::remote_logon::delete)),
        (Get,  "/admin/{organization}/remote-logon/clients/new", Administration, get(admin::radius_clients::show_new)),
        (Post, "/admin/{organization}/remote-logon/clients/new", Administration, post(admin::radius_clients::submit_new)),
        (Get,  "/admin/{organization}/remote-logon/clients/{id}", Administration, get(admin::radius_clients::show_one)),
        (Post, "/admin/{organization}/remote-logon/clients/{id}", Administration, post(admin::radius_clients::submit_one)),
        (Get,  "/admin/{organization}/remote-logon/clients/{id}/rotate", Administration, get(admin::radius_clients::show_rotate)),
        (Post, "/admin/{organization}/remote-logon/clients/{id}/rotate", Administration, post(admin::radius_clients::rotate)),
        (Get,  "/admin/{organization}/remote-logon/clients/{id}/delete", Administration, get(admin::radius_clients::show_delete)),
        (Post, "/admin/{organization}/remote-logon/clients/{id}/delete", Administration, post(admin::radius_clients::delete)),
        (Get,  "/admin/{organization}/audit",        Administration, get(admin::log::show)),
        (Post, "/admin/{organization}/audit",        Administration, post(admin::log::verify)),
        (Post, "/admin/{organization}/audit/export", Administration, post(admin::log::export)),
        (Get,  "/admin/{organization}/support",      Administration, get(admin::support::show)),
        (Get,  "/admin/{organization}/support/{code}", Administration, get(admin::support::show_one)),
        (Get,  "/admin/instance/support",            Instance,       get(admin::support::show_nobodys)),
        (Get,  "/admin/instance/support/{code}",     Instance,       get(admin::support::show_nobodys_one)),
        (Get,  "/admin/instance/organizations",      Instance,       get(admin::organizations::show)),
        (Get,  "/admin/instance/organizations/new",  Instance,       get(admin::organizations::show_new)),
        (Post, "/admin/instance/organizations/new",  Instance,       post(admin::organizations::add)),
        (Get,  "/admin/instance/organizations/{name}/{act}", Instance, get(admin::organizations::show_act)),
        (Post, "/admin/instance/organizations/{name}/{act}", Instance, post(admin::organizations::act)),
        (Get,  "/admin/instance/mail",               Instance,       get(admin::mail::show)),
        (Post, "/admin/instance/mail/test",          Instance,       post(admin::mail::test)),
        (Post, "/admin/instance/mail/try-again",     Instance,       post(admin::mail::try_again)),
        (Get,  "/admin/instance/audit",              Instance,       get(admin::audit::show)),
        (Post, "/admin/instance/audit",              Instance,       post(admin::audit::verify)),
    ]
}

/// A route that takes more than other forms hold.
fn large(handler: MethodRouter<App>) -> MethodRouter<App> {
    handler.layer(DefaultBodyLimit::max(MAX_UPLOAD))
}

/// What takes a picture.
fn pictured(handler: MethodRouter<App>) -> MethodRouter<App> {
    handler.layer(DefaultBodyLimit::max(MAX_PICTURE))
}

/// The table, for the test that walks it.
pub fn routes() -> Vec<Route> {
    table()
        .into_iter()
        .map(|(method, path, needs, _)| Route {
            method,
            path,
            needs,
        })
        .collect()
}

/// The portal as a service.
pub fn router(app: App) -> Router {
    table()
        .into_iter()
        .fold(Router::new(), |router, (_, path, _, handler)| {
            router.route(path, handler)
        })
        .layer((
            from_fn_with_state(app.clone(), watch::watch),
            CatchPanicLayer::new(),
            CsrfLayer::new(),
            DefaultBodyLimit::max(MAX_BODY),
        ))
        .with_state(app)
}
