//! What every answer wears: the security headers, and for a refusal a page (or, for a program, a
//! problem as RFC 9457 says). Outermost, so that no layer's answer goes out bare.

use axum::extract::Request;
use axum::http::Method;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use portcullis_core::support::SupportCode;
use portcullis_pages::{ErrorPage, Frame, Page};
use tower_http::csrf::ProtectionError;

use super::reader::Reader;
use super::step_up::word;
use super::trouble::Trouble;
use super::visit::{frame, step_up_path, wants_json};
use super::watch::RequestId;
use super::{denied, host};
use crate::app::App;

/// The value that lets the page's own scripts run.
#[derive(Clone)]
pub struct Nonce(pub String);

/// An answer that says itself what it is, and is not to be replaced by a page.
#[derive(Clone, Copy)]
pub struct Finished;

/// Wraps every request.
pub async fn dress(app: &App, mut request: Request, next: Next) -> Response {
    let nonce = request.extensions().get::<Nonce>().cloned();
    let nonce = nonce.unwrap_or(Nonce(String::new()));
    let (json, get) = (
        wants_json(request.headers()),
        request.method() == Method::GET,
    );
    let reader = Reader::of(request.headers());
    request.extensions_mut().insert(reader.clone());
    let id = request.extensions().get::<RequestId>().cloned();
    let mut response = host::check(app, request, next).await;
    if let Some(mut trouble) = trouble_of(&response) {
        if let (Trouble::Forbidden, Some(acting)) = (&trouble, reader.acting())
            && let Err(fault) = denied::note(app, acting).await
        {
            trouble = fault.into();
        }
        let kept = response.headers().get(header::ALLOW).cloned();
        // What was refused before it went wrong keeps its code, and the line of the log has that one.
        let refused = reader.support.get();
        let fault = match (&trouble, refused, id) {
            (Trouble::Internal, None, Some(RequestId(id))) => SupportCode::of_request(&id),
            _ => None,
        };
        response = if json {
            problem(&trouble, refused.or(fault))
        } else {
            page(app, (&nonce, &reader), (&trouble, fault), get)
        };
        if let Some(code) = refused.or(fault) {
            response.extensions_mut().insert(code);
        }
        if let Some(allow) = kept {
            response.headers_mut().insert(header::ALLOW, allow);
        }
        if let Some(seconds) = trouble.retry_after() {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, seconds.into());
        }
    }
    wear(
        response.headers_mut(),
        &nonce,
        app.settings().public_url.scheme() == "https",
    );
    response
}

fn trouble_of(response: &Response) -> Option<Trouble> {
    if response.extensions().get::<ProtectionError>().is_some() {
        return Some(Trouble::CrossSite);
    }
    if let Some(trouble) = response.extensions().get::<Trouble>() {
        return Some(trouble.clone());
    }
    if response.extensions().get::<Finished>().is_some() {
        return None;
    }
    Trouble::of_status(response.status())
}

fn problem(trouble: &Trouble, code: Option<SupportCode>) -> Response {
    let status = trouble.status();
    let mut body = serde_json::json!({
        "type": "about:blank",
        "title": status.canonical_reason(),
        "status": status.as_u16(),
    });
    if let Some(word) = trouble.word() {
        body["code"] = word.into();
    }
    if let Some(code) = code {
        body["support_code"] = code.to_string().into();
    }
    (
        status,
        [(header::CONTENT_TYPE, "application/problem+json")],
        body.to_string(),
    )
        .into_response()
}

fn page(
    app: &App,
    around: (&Nonce, &Reader),
    (trouble, fault): (&Trouble, Option<SupportCode>),
    get: bool,
) -> Response {
    match trouble {
        Trouble::SignInFirst(return_to) => {
            return redirect(&sign_in_path(return_to.as_deref().filter(|_| get)));
        }
        Trouble::StepUpFirst(act, path) => return redirect(&step_up_path(word(*act), path)),
        _ => {}
    }
    let page = ErrorPage {
        frame: Frame {
            fault,
            ..frame(app, around, around.1.branding())
        },
        home: match trouble {
            Trouble::WrongHost => app.link("/"),
            _ => "/".to_owned(),
        },
        trouble: trouble.shown(),
    };
    match page.html() {
        Ok(html) => (
            trouble.status(),
            [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
            html,
        )
            .into_response(),
        Err(error) => {
            tracing::error!(%error, "an error page could not be made");
            trouble.status().into_response()
        }
    }
}

fn sign_in_path(return_to: Option<&str>) -> String {
    match return_to {
        None | Some("/") => "/sign-in".to_owned(),
        Some(path) => format!(
            "/sign-in?{}",
            url::form_urlencoded::Serializer::new(String::new())
                .append_pair("return_to", path)
                .finish()
        ),
    }
}

/// 303: whatever the request was, the next one is a GET.
pub fn redirect(path: &str) -> Response {
    axum::response::Redirect::to(path).into_response()
}

const FIXED: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    (
        "permissions-policy",
        "publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), \
         geolocation=(), payment=(), usb=()",
    ),
];

fn wear(headers: &mut HeaderMap, Nonce(nonce): &Nonce, https: bool) {
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; report-uri /csp"
    );
    // What somebody uploaded is sent under a stricter one.
    if let (false, Ok(policy)) = (
        headers.contains_key(header::CONTENT_SECURITY_POLICY),
        HeaderValue::from_str(&policy),
    ) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in FIXED {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    if https {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
}
