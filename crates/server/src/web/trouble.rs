//! Refusals and faults as answers: the one place where an HTTP status is chosen for them.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use portcullis_core::sign_in::{Act, Refusal};
use portcullis_pages as pages;

use crate::fault::Fault;
use crate::hashing::RETRY_AFTER_SECONDS;

/// Why a request gets no page of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no such page, or it is not for this visitor to know.
    NotFound,
    /// It exists and is not allowed.
    Forbidden,
    /// The account is frozen, and this would change it.
    Frozen,
    /// The account of somebody else is frozen, and this would change it.
    PersonFrozen,
    /// MFA is required of this account, and this would leave it without.
    MfaRequired,
    /// The organization does not offer MFA.
    MfaNotOffered,
    /// Email codes are not among the ways that are permitted.
    EmailCodesNotPermitted,
    /// The organization takes no requests for deletion.
    DeletionNotOffered,
    /// Something sent could not be read.
    BadForm,
    /// More was sent than is taken.
    TooLarge,
    /// What was sent did not arrive in time.
    TooSlow,
    /// It was sent as something else than a form.
    WrongType,
    /// The address takes other requests only.
    MethodNotAllowed,
    /// A page of another site sent it.
    CrossSite,
    /// It is for another host than this one.
    WrongHost,
    /// A link was used, has ended or never was.
    LinkGone,
    /// Nobody is signed in. With the path to return to.
    SignInFirst(Option<String>),
    /// Somebody is signed in, but must give a fresh proof for an act; with the path to return to.
    StepUpFirst(Act, String),
    /// More passwords wait than can be checked soon.
    Busy,
    /// The machine can't do it now.
    Unavailable,
    /// A mistake in the program.
    Internal,
}

impl Trouble {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::LinkGone => StatusCode::NOT_FOUND,
            Self::Forbidden
            | Self::Frozen
            | Self::MfaNotOffered
            | Self::EmailCodesNotPermitted
            | Self::DeletionNotOffered
            | Self::CrossSite
            | Self::StepUpFirst(..) => StatusCode::FORBIDDEN,
            Self::MfaRequired | Self::PersonFrozen => StatusCode::CONFLICT,
            Self::BadForm => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::WrongType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignInFirst(_) => StatusCode::UNAUTHORIZED,
            Self::Busy | Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The trouble that a bare status of a layer below stands for.
    pub fn of_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::NotFound),
            StatusCode::FORBIDDEN => Some(Self::Forbidden),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::MethodNotAllowed),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooLarge),
            StatusCode::REQUEST_TIMEOUT => Some(Self::TooSlow),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(Self::WrongType),
            StatusCode::SERVICE_UNAVAILABLE => Some(Self::Unavailable),
            _ if status.is_server_error() => Some(Self::Internal),
            _ if status.is_client_error() => Some(Self::BadForm),
            _ => None,
        }
    }

    /// What a person should wait before coming back, in seconds.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Busy => Some(RETRY_AFTER_SECONDS),
            Self::Unavailable => Some(5),
            _ => None,
        }
    }

    /// What a program is told to do to go on, beside the status.
    pub fn word(&self) -> Option<&'static str> {
        match self {
            Self::StepUpFirst(..) => Some("reauth_required"),
            _ => None,
        }
    }

    /// The page that tells it.
    pub fn shown(&self) -> pages::Trouble {
        match self {
            Self::NotFound => pages::Trouble::NotFound,
            Self::Forbidden | Self::StepUpFirst(..) => pages::Trouble::Forbidden,
            Self::Frozen => pages::Trouble::Frozen,
            Self::PersonFrozen => pages::Trouble::PersonFrozen,
            Self::MfaRequired => pages::Trouble::MfaRequired,
            Self::MfaNotOffered => pages::Trouble::MfaNotOffered,
            Self::EmailCodesNotPermitted => pages::Trouble::EmailCodesNotPermitted,
            Self::DeletionNotOffered => pages::Trouble::DeletionNotOffered,
            Self::BadForm => pages::Trouble::BadForm,
            Self::TooLarge => pages::Trouble::TooLarge,
            Self::TooSlow => pages::Trouble::TooSlow,
            Self::WrongType => pages::Trouble::WrongType,
            Self::MethodNotAllowed => pages::Trouble::MethodNotAllowed,
            Self::CrossSite => pages::Trouble::CrossSite,
            Self::WrongHost => pages::Trouble::WrongHost,
            Self::SignInFirst(_) => pages::Trouble::SignInEnded,
            Self::LinkGone => pages::Trouble::LinkGone,
            Self::Busy => pages::Trouble::Busy {
                seconds: RETRY_AFTER_SECONDS,
            },
            Self::Unavailable => pages::Trouble::Unavailable,
            Self::Internal => pages::Trouble::Internal,
        }
    }
}

/// Why an attempt can't go on.
impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NothingToProveWith => Self::Forbidden,
            Refusal::Frozen => Self::Frozen,
        }
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Busy => Self::Busy,
            Fault::Unavailable(why) => {
                tracing::error!(why, "the machine can't decide; nobody was let in");
                Self::Unavailable
            }
            Fault::Broken(why) => {
                tracing::error!(why, "a mistake in the program; nobody was let in");
                Self::Internal
            }
        }
    }
}

/// Only marks the answer; `dress` makes the page of it, since it knows what the client reads.
impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
