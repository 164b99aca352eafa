//! Forms, read strictly: each field once, in UTF-8, known to the page, and nothing else. What can't
//! be read is refused before any service sees it.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use percent_encoding::percent_decode;
use portcullis_core::group::MAX_GROUPS;
use portcullis_core::id::AttemptId;
use tokio::time::timeout;

use super::admit::Admitted;
use super::listen::{Arrival, BODY_WITHIN};
use super::trouble::Trouble;
use crate::app::App;

/// The most fields a form has: a box for each group of an organization, and a few. No page has use for more.
const MAX_FIELDS: usize = MAX_GROUPS + 16;
/// The longest value of a field, in bytes. No field of any page has use for more.
const MAX_VALUE: usize = 8 * 1024;

/// The fields of a form.
pub struct Form(Vec<(String, String)>);

impl FromRequest<App> for Form {
    type Rejection = Trouble;

    async fn from_request(request: Request, app: &App) -> Result<Self, Trouble> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let kind = kind
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        if kind != "application/x-www-form-urlencoded" {
            return Err(Trouble::WrongType);
        }
        let Body(body) = Body::from_request(request, app).await?;
        let fields = pairs(&body).map_err(|NotAForm| Trouble::BadForm)?;
        if fields.len() > MAX_FIELDS {
            return Err(Trouble::BadForm);
        }
        let twice =
            (1..fields.len()).any(|at| fields[..at].iter().any(|(key, _)| *key == fields[at].0));
        let long = fields.iter().any(|(_, value)| value.len() > MAX_VALUE);
        if twice || long {
            Err(Trouble::BadForm)
        } else {
            Ok(Self(fields))
        }
    }
}

/// A whole body, if it comes in time and is not too long, of whoever is still let in when it is there. Nothing
/// else reads one.
pub struct Body(pub Bytes);

impl FromRequest<App> for Body {
    type Rejection = Trouble;

    async fn from_request(request: Request, app: &App) -> Result<Self, Trouble> {
        let arrival = request.extensions().get::<Arrival>().cloned();
        let admitted = request.extensions().get::<Admitted>().cloned();
        let within = arrival.as_ref().map_or(BODY_WITHIN, |from| from.body);
        let body = timeout(within, Bytes::from_request(request, app)).await;
        if let (Some(from), Ok(Ok(_))) = (arrival, &body) {
            from.wait.heard();
        }
        match body {
            Ok(Ok(body)) => {
                if let Some(admitted) = admitted {
                    admitted.still(app).await?;
                }
                Ok(Self(body))
            }
            Ok(Err(rejection)) => match rejection.into_response().status() {
                StatusCode::PAYLOAD_TOO_LARGE => Err(Trouble::TooLarge),
                _ => Err(Trouble::BadForm),
            },
            Err(_) => Err(Trouble::TooSlow),
        }
    }
}

impl Form {
    /// What follows `prefix` in the names of the boxes that are ticked, which are taken out.
    pub fn ticked(&mut self, prefix: &str) -> Vec<String> {
        let (ticked, rest) = std::mem::take(&mut self.0)
            .into_iter()
            .partition(|(name, value)| name.starts_with(prefix) && value == "on");
        self.0 = rest;
        let ticked: Vec<(String, String)> = ticked;
        let names = ticked.iter();
        names
            .map(|(name, _)| name[prefix.len()..].to_owned())
            .collect()
    }

    /// The values of exactly these fields; a missing one is empty, an unknown one refuses the form.
    pub fn only<const N: usize>(mut self, names: [&str; N]) -> Result<[String; N], Trouble> {
        let values = names.map(|name| {
            let at = self.0.iter().position(|(key, _)| key == name);
            at.map(|at| self.0.swap_remove(at).1).unwrap_or_default()
        });
        if self.0.is_empty() {
            Ok(values)
        } else {
            Err(Trouble::BadForm)
        }
    }
}

/// Reads the id of an attempt out of its hidden field.
pub fn attempt(value: &str) -> Result<AttemptId, Trouble> {
    value.parse().map_err(|_| Trouble::BadForm)
}

/// Not a form: an escape that is no byte, bytes that are no UTF-8, or a NUL.
#[derive(Debug, PartialEq, Eq)]
pub struct NotAForm;

/// The pairs of a form's body or a query.
pub fn pairs(body: &[u8]) -> Result<Vec<(String, String)>, NotAForm> {
    let pieces = body.split(|b| *b == b'&').filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| {
            let mut halves = piece.splitn(2, |b| *b == b'=');
            Ok((
                text(halves.next().unwrap_or_default())?,
                text(halves.next().unwrap_or_default())?,
            ))
        })
        .collect()
}

fn text(piece: &[u8]) -> Result<String, NotAForm> {
    let spaced: Vec<u8> = piece
        .iter()
        .map(|b| if *b == b'+' { b' ' } else { *b })
        .collect();
    let bytes: Vec<u8> = percent_decode(&spaced).collect();
    let text = String::from_utf8(bytes).map_err(|_| NotAForm)?;
    if text.contains('\0') {
        Err(NotAForm)
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_form_is_read_as_browsers_write_it() {
        let read = pairs(b"login=ann%40acme&password=a+b%2Bc%26%C3%A4&empty=").unwrap();
        let expect = [
            ("login", "ann@acme"),
            ("password", "a b+c&ä"),
            ("empty", ""),
        ];
        assert_eq!(read, expect.map(|(k, v)| (k.to_owned(), v.to_owned())));
    }

    #[test]
    fn what_is_no_utf_8_is_no_form() {
        for bad in [&b"a=%ff"[..], b"a=%00", b"\xff=1", b"a=\xc3%28"] {
            assert_eq!(pairs(bad), Err(NotAForm));
        }
    }

    #[test]
    fn an_unknown_field_refuses_the_form() {
        let form = |text: &[u8]| Form(pairs(text).unwrap());
        assert_eq!(
            form(b"b=2&a=1").only(["a", "b", "c"]),
            Ok(["1", "2", ""].map(str::to_owned))
        );
        assert_eq!(form(b"b=2&a=1&z=3").only(["a", "b"]), Err(Trouble::BadForm));
    }

    #[test]
    fn boxes_that_are_ticked_are_told_by_their_names() {
        let mut form = Form(pairs(b"a=1&group-7=on&group-8=off&group-9=on").unwrap());
        assert_eq!(form.ticked("group-"), ["7", "9"]);
        assert_eq!(form.only(["a"]), Err(Trouble::BadForm), "8 is no box");
    }

    proptest! {
        #[test]
        fn what_a_browser_writes_reads_back(fields in prop::collection::vec(("[^\0]{0,10}", "[^\0]{0,40}"), 0..5)) {
            let body = url::form_urlencoded::Serializer::new(String::new())
                .extend_pairs(&fields)
                .finish();
            prop_assert_eq!(pairs(body.as_bytes()), Ok(fields));
        }

        #[test]
        fn any_bytes_are_a_form_or_none(body in prop::collection::vec(any::<u8>(), 0..200)) {
            for (name, value) in pairs(&body).unwrap_or_default() {
                prop_assert!(!name.contains('\0') && !value.contains('\0'));
            }
        }
    }
}
