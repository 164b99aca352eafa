//! What is remembered: one SQL text on `SQLite` and `PostgreSQL`.
//!
//! [`db`] is the seam to both engines; everything else is store functions over its [`db::Tx`]: one
//! file per table family, in the order row, functions, reading. A store function never commits; the
//! unit of work that calls it does, in [`Store::write`].
//!
//! No function touches a tenant's rows without a [`portcullis_core::role::Scope`], save those that
//! are led there by a secret which only the row's holder has.

#![warn(missing_docs)]

#[macro_use]
pub mod policies;
#[macro_use]
pub mod brandings;

pub mod accounts;
pub mod address_failures;
pub mod attempts;
pub mod audit;
pub mod browsers;
pub mod caller_checks;
pub mod census;
pub mod chains;
pub mod clean_up;
pub mod db;
pub mod destinations;
pub mod devices;
pub mod email_codes;
pub mod examination;
pub mod exceptions;
pub mod given;
pub mod groups;
pub mod held_up;
pub mod help_askings;
pub mod help_codes;
pub mod help_requests;
pub mod invitations;
pub mod jobs;
pub mod keys;
pub mod links;
pub mod mails;
pub mod master_keys;
pub mod methods;
pub mod mfa_counts;
pub mod organizations;
pub mod owing;
pub mod personal_data;
pub mod profiles;
pub mod radius_answers;
pub mod radius_certificates;
pub mod radius_clients;
pub mod recovery_codes;
pub mod reset_requests;
pub mod roles;
pub mod seal;
mod search;
pub mod sessions;
mod stored;
pub mod support_codes;
#[cfg(feature = "testing")]
pub mod testing;
pub mod throttle;

pub use db::{Error, Result, Store, Tx};
