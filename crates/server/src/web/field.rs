//! From what was typed into a field to a value of the core, or to what the page says about it.

use portcullis_core::credential::password::{MAX_CODE_POINTS, Weakness};
use portcullis_core::name::NotAcceptable;
use portcullis_pages::{Field, Problem};

/// Parses a field; what can't be taken is noted in the field.
pub fn parsed<T>(
    typed: &str,
    parse: impl Fn(&str) -> Result<T, NotAcceptable>,
    form: Problem,
    field: &mut Field,
) -> Option<T> {
    match parse(typed) {
        Ok(value) => {
            *field = Field::new(typed);
            Some(value)
        }
        Err(why) => {
            *field = Field::with_problem(typed, problem(why, form));
            None
        }
    }
}

/// The same for a field that may stay empty; the outer `None` is a problem.
#[expect(
    clippy::option_option,
    reason = "read or not, and if read, given or left empty"
)]
pub fn optional<T>(
    typed: &str,
    parse: impl Fn(&str) -> Result<T, NotAcceptable>,
    form: Problem,
    field: &mut Field,
) -> Option<Option<T>> {
    if typed.trim().is_empty() {
        *field = Field::new("");
        return Some(None);
    }
    parsed(typed, parse, form, field).map(Some)
}

/// What a page says about a password that will not do.
pub fn password_problem(weakness: Weakness) -> Problem {
    match weakness {
        Weakness::TooShort(min) => Problem::TooShort {
            min: u32::try_from(min).unwrap_or(u32::MAX),
        },
        Weakness::TooLong => Problem::TooLong {
            max: u32::try_from(MAX_CODE_POINTS).unwrap_or(u32::MAX),
        },
        Weakness::Control => Problem::ControlCharacters,
        Weakness::Common => Problem::Common,
        Weakness::NamesYou => Problem::NamesYou,
    }
}

/// What a page says about a text that can't be taken; `form` where it has the wrong one.
pub fn problem(why: NotAcceptable, form: Problem) -> Problem {
    match why {
        NotAcceptable::Empty => Problem::Missing,
        NotAcceptable::TooLong(max) => Problem::TooLong {
            max: u32::try_from(max).unwrap_or(u32::MAX),
        },
        NotAcceptable::Control => Problem::ControlCharacters,
        NotAcceptable::Form => form,
    }
}
