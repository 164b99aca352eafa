//! Who reads an answer: in which language it is written, and in which zone its times are told. The
//! browser says until an account is known, then the account. The answer's outermost layer knows what
//! a handler learned, so that a refusal is told in the same language as the page.

use std::sync::{Arc, OnceLock};

use axum::http::HeaderMap;
use axum::http::header;
use jiff::tz::TimeZone;
use portcullis_core::branding::Branding;
use portcullis_core::language::Language;
use portcullis_core::support::Shown;

use super::denied::Acting;

/// What is known of who reads the answer to a request; its clones know the same.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    asked: Option<Language>,
    own: Arc<OnceLock<Own>>,
    acting: Arc<OnceLock<Acting>>,
    /// The support code that they are shown, if something is refused to them.
    pub support: Shown,
}

/// What an account says of its person.
#[derive(Debug)]
struct Own {
    language: Option<Language>,
    zone: Option<TimeZone>,
    branding: Branding,
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
            asked: Language::asked_for(&wishes.join(",")),
            own: Arc::default(),
            acting: Arc::default(),
            support: Shown::default(),
        }
    }

    /// The reader turns out to be the person of an account, with the language's tag and the zone's
    /// name on record, and of an organization. The first account that is known counts: it is the one the request is about.
    pub fn is(&self, language: Option<&str>, zone: Option<&str>, branding: &Branding) {
        self.own.get_or_init(|| Own {
            language: language.and_then(Language::parse),
            zone: zone.and_then(|name| TimeZone::get(name).ok()),
            branding: branding.clone(),
        });
    }

    /// The reader turns out to be at work in the administration of an organization.
    pub fn acts(&self, acting: Acting) {
        self.acting.get_or_init(|| acting);
    }

    /// What the reader asks for in the administration of an organization, once admitted there.
    pub fn acting(&self) -> Option<&Acting> {
        self.acting.get()
    }

    /// The language of the answer.
    pub fn language(&self) -> Language {
        self.named().unwrap_or_default()
    }

    /// The language that the account or the browser names.
    pub fn named(&self) -> Option<Language> {
        let own = self.own.get().and_then(|own| own.language);
        own.or(self.asked)
    }

    /// How the organization of the account shows itself, once it is known.
    pub fn branding(&self) -> Option<&Branding> {
        self.own.get().map(|own| &own.branding)
    }

    /// The zone of its times, if the account names one.
    pub fn zone(&self) -> Option<TimeZone> {
        self.own.get().and_then(|own| own.zone.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_counts_before_the_browser_and_english_comes_last() {
        let mut headers = HeaderMap::new();
        assert_eq!(Reader::of(&headers).language(), Language::En);
        headers.append(header::ACCEPT_LANGUAGE, "tlh".parse().unwrap());
        headers.append(header::ACCEPT_LANGUAGE, "fr;q=0.5".parse().unwrap());
        let reader = Reader::of(&headers);
        assert_eq!(reader.language(), Language::Fr);
        let around = reader.clone();
        reader.is(Some("ar"), Some("Europe/Berlin"), &Branding::default());
        assert_eq!(around.language(), Language::Ar);
        assert_eq!(around.zone(), TimeZone::get("Europe/Berlin").ok());
    }

    #[test]
    fn an_account_without_a_wish_leaves_the_browser_its_own() {
        let mut headers = HeaderMap::new();
        headers.append(header::ACCEPT_LANGUAGE, "de".parse().unwrap());
        let reader = Reader::of(&headers);
        reader.is(None, Some("Nowhere/Land"), &Branding::default());
        assert_eq!(reader.language(), Language::De);
        assert_eq!(reader.zone(), None);
    }
}
