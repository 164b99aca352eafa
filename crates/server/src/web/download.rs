//! A file that is sent as it is made.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use hyper::body::Frame;

use crate::fault::Fault;
use crate::pieces::Pieces;

/// The answer that sends the pieces of a file; its name is ours, of letters, digits, dots and hyphens.
pub fn download(pieces: Pieces, kind: &'static str, name: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, Body::new(Stream(pieces))).into_response()
}

/// A body that is sent as it is made; a fault breaks the connection off, so that no half of it looks whole.
struct Stream(Pieces);

impl HttpBody for Stream {
    type Data = Bytes;
    type Error = Fault;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Fault>>> {
        let next = self.0.poll_recv(context);
        next.map(|piece| piece.map(|piece| piece.map(|text| Frame::data(text.into()))))
    }
}
