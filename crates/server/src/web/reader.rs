//! Who reads an answer: in which language it is written.

use axum::http::HeaderMap;
use axum::http::header;
use portcullis_core::language::Language;

/// What is known of who reads the answer to a request.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    asked: Language,
}

impl Reader {
    /// The reader as the browser tells of them; English when it asks for nothing that there is.
    pub fn of(headers: &HeaderMap) -> Self {
        let wishes: Vec<&str> = headers
            .get_all(header::ACCEPT_LANGUAGE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .collect();
        Self {
            asked: Language::asked_for(&wishes.join(",")).unwrap_or_default(),
        }
    }

    /// The language of the answer.
    pub fn language(&self) -> Language {
        self.asked
    }
}
