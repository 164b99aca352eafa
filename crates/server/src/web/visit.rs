//! What a handler knows of a request beside its form: where it comes from, which cookies it brings,
//! and how to frame the page it gets back.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use portcullis_core::audit::Origin;
use portcullis_core::branding::Branding;
use portcullis_core::id::AttemptId;
use portcullis_core::token::Token;
use portcullis_pages::{Frame, Page, Place};
use portcullis_store::attempts::Attempt;

use super::client_address;
use super::cookies::{self, Attempts, Browsers};
use super::dress::{Finished, Nonce};
use super::form;
use super::listen::Arrival;
use super::reader::Reader;
use super::trouble::Trouble;
use super::watch::RequestId;
use crate::app::App;
use crate::sign_in::Handle;

/// The product, as the pages of the instance are headed.
const INSTANCE: &str = "Portcullis";
/// How much of a browser's description is kept, in characters.
const MAX_AGENT: usize = 300;

/// A request, as handlers see it.
pub struct Visit {
    /// The portal.
    pub app: App,
    /// Where it comes from.
    pub origin: Origin,
    /// The session's token, if it brings one.
    pub session: Option<Token>,
    /// The attempts whose secrets it brings.
    pub attempts: Attempts,
    /// The keys by which accounts know the browser.
    pub browsers: Browsers,
    /// The path with its query, as asked for.
    pub path: String,
    query: String,
    /// Who reads the answer.
    pub reader: Reader,
    nonce: Nonce,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let arrival = parts.extensions.get::<Arrival>();
        let address = arrival
            .map(|from| client_address::resolve(from.peer.ip(), &parts.headers, &app.settings()))
            .map(|address| address.to_string());
        let agent = parts
            .headers
            .get(header::USER_AGENT)
            .and_then(|value| value.to_str().ok());
        let agent = agent.map(|agent| {
            agent
                .chars()
                .filter(|c| !c.is_control())
                .take(MAX_AGENT)
                .collect()
        });
        let session = cookies::session(&parts.headers);
        let reader: Reader = parts.extensions.get().cloned().unwrap_or_default();
        let origin = Origin {
            address,
            agent,
            request: parts.extensions.get().map(|RequestId(id)| id.clone()),
            session: session.as_ref().map(|token| token.hash().beginning()),
            language: reader.named(),
            via: None,
            support: reader.support.clone(),
        };
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        Ok(Self {
            app: app.clone(),
            origin,
            session,
            attempts: cookies::attempts(&parts.headers),
            browsers: cookies::browsers(&parts.headers),
            path: path.to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            nonce: parts
                .extensions
                .get()
                .cloned()
                .unwrap_or(Nonce(String::new())),
            reader,
        })
    }
}

impl Visit {
    /// A parameter of the address.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let pairs = form::pairs(self.query.as_bytes()).ok()?;
        pairs
            .into_iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }

    /// The attempt that the address names, if the browser has its secret.
    pub fn handle(&self) -> Option<Handle> {
        self.parameter("attempt")?
            .parse()
            .ok()
            .and_then(|id| self.handle_of(id))
    }

    /// The handle of an attempt, if the browser has its secret. It leads to none that was begun in a
    /// session: those are the member's.
    pub fn handle_of(&self, attempt: AttemptId) -> Option<Handle> {
        self.attempts.secret(attempt).map(|token| Handle {
            attempt,
            token,
            session: None,
        })
    }

    /// The frame of a page: of an organization, once the password is proved, else of the instance.
    pub fn frame(&self, branding: Option<&Branding>) -> Frame {
        frame(&self.app, (&self.nonce, &self.reader), branding)
    }

    /// The frame of a page for the person of an attempt, whose password is proved.
    pub fn attempt_frame(&self, attempt: &Attempt) -> Frame {
        self.reader.is(
            attempt.language.as_deref(),
            attempt.time_zone.as_deref(),
            &attempt.branding,
        );
        self.frame(Some(&attempt.branding))
    }

    /// A path of this portal that was asked to be returned to, or nothing.
    pub fn same_origin(&self, path: &str) -> Option<String> {
        same_origin(&self.app.settings().public_url, path)
    }
}

/// A page as the answer.
pub fn page(page: &impl Page) -> Result<Response, Trouble> {
    page_with(StatusCode::OK, page)
}

/// A page as the answer, with a status.
pub fn page_with(status: StatusCode, page: &impl Page) -> Result<Response, Trouble> {
    let html = page.html().map_err(|error| {
        tracing::error!(%error, "a page could not be made");
        Trouble::Internal
    })?;
    let mut response = (
        status,
        [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
        html,
    )
        .into_response();
    response.extensions_mut().insert(Finished);
    Ok(response)
}

/// The frame of a page: of an organization, or of the instance.
pub fn frame(
    app: &App,
    (Nonce(nonce), reader): (&Nonce, &Reader),
    branding: Option<&Branding>,
) -> Frame {
    let settings = app.settings();
    Frame {
        nonce: nonce.clone(),
        place: Place {
            name: branding
                .map_or(INSTANCE, |branding| &branding.name)
                .to_owned(),
            accent: branding.and_then(|branding| branding.accent),
            logo: branding.and_then(|branding| branding.logo),
        },
        contacts: settings.contacts_of(branding),
        now: app.now(),
        language: reader.language(),
        zone: reader.zone().unwrap_or_else(|| settings.zone.clone()),
        support: reader.support.clone(),
        fault: None,
    }
}

/// Whether the client is a program that wants no page.
pub fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    accept.contains("json") && !accept.contains("text/html")
}

/// The page that asks for a proof, for an act, on the way to a path.
pub fn step_up_path(act: &str, return_to: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("act", act)
        .append_pair("return_to", return_to)
        .finish();
    format!("/step-up?{query}")
}

/// Keeps a path only if a browser would stay on this portal with it: resolved against the public
/// address as browsers do, it must have the same origin.
fn same_origin(public: &url::Url, path: &str) -> Option<String> {
    if !path.starts_with('/')
        || path.len() > 2_000
        || path.contains(|c: char| c.is_control() || c == '\\')
    {
        return None;
    }
    let resolved = public.join(path).ok()?;
    if resolved.origin() != public.origin() || resolved.path().starts_with("//") {
        return None;
    }
    Some(match resolved.query() {
        Some(query) => format!("{}?{query}", resolved.path()),
        None => resolved.path().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_paths_of_the_portal_are_returned_to() {
        let public = url::Url::parse("https://portal.example").unwrap();
        let check = |path: &str| same_origin(&public, path);
        assert_eq!(check("/account?x=1"), Some("/account?x=1".to_owned()));
        assert_eq!(check("/a/../b"), Some("/b".to_owned()));
        for bad in [
            "",
            "account",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "javascript:alert(1)",
            "/..//evil.example",
            "/.//evil.example",
        ] {
            assert_eq!(check(bad), None, "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_asked_for_a_browser_stays_here(path in "\\PC{0,60}|/[/\\\\.:@a-z?#%&;\t 0-9]{0,40}") {
            let public = url::Url::parse("https://portal.example").unwrap();
            if let Some(kept) = same_origin(&public, &path) {
                let there = public.join(&kept).unwrap();
                prop_assert_eq!(there.origin(), public.origin());
                prop_assert!(kept.starts_with('/') && !kept.starts_with("//"), "{kept}");
                prop_assert!(kept.is_ascii() && !kept.contains(['\\', '\r', '\n', '\t']), "{kept}");
                prop_assert_eq!(same_origin(&public, &kept), Some(kept.clone()));
            }
        }
    }
}
