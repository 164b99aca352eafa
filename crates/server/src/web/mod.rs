//! The front for browsers: form → service → page. Nothing here decides a sign-in.

mod account;
mod admin;
mod admit;
mod asset;
pub(crate) mod browser;
mod change_password;
mod client_address;
mod code;
mod cookies;
mod dashboard;
mod dress;
mod field;
mod first_start;
mod forgot_password;
mod form;
mod health;
mod host;
mod invitation;
mod listen;
mod monitoring;
mod not_me;
mod password;
mod progress;
mod reader;
mod recovery_codes;
mod router;
mod set_up;
mod sign_out;
mod step_up;
mod trouble;
mod visit;
mod watch;

pub use listen::tls::{BadFile, Certificates};
pub use listen::{Door, Limits, serve};
pub use monitoring::monitoring;
pub use router::{Method, Needs, Route, router, routes};
