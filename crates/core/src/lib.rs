//! What is true: the rules of a sign-in.
//!
//! Nothing here does I/O, reads a clock or makes a random number. A rule takes the facts, the time
//! and the random bytes it needs, and gives back a decision; what is then done about it is the
//! business of `portcullis-server`, what is remembered that of `portcullis-store`.

#![warn(missing_docs)]

pub mod accent;
pub mod account;
pub mod act;
pub mod assurance;
pub mod audit;
pub mod branding;
pub mod browser;
pub mod caller;
pub mod chain;
pub mod credential;
pub mod destination;
pub mod enrollment;
pub mod group;
pub mod help_request;
pub mod id;
pub mod invitation;
pub mod language;
pub mod link;
pub mod login;
pub mod logo;
pub mod name;
pub mod network;
pub mod notice;
pub mod organization;
pub mod otpauth;
pub mod policy;
pub mod preview;
pub mod radius;
pub mod role;
pub mod search;
pub mod secret;
pub mod session;
pub mod sign_in;
pub mod support;
pub mod throttle;
pub mod time;
pub mod token;
pub mod topic;
