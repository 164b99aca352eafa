//! What happens: the one path to a session, the one path to a credential, and the thin fronts before
//! them. `web` is the front for browsers.

pub mod activity;
mod address;
pub mod app;
pub mod audit;
pub mod branding;
pub mod browsers;
pub mod code_clock;
pub mod common_password;
pub mod demo;
pub mod destinations;
pub mod door;
pub mod enroll;
pub mod fault;
pub mod groups;
pub mod hashing;
pub mod instance;
pub mod jobs;
pub mod logo;
pub mod mail;
pub mod master_keys;
pub mod metrics;
pub mod not_me;
mod notices;
pub mod organizations;
pub mod people;
pub mod personal_data;
pub mod pieces;
pub mod profile;
pub mod radius;
mod record;
pub mod sheet;
pub mod sign_in;
pub mod stopwatch;
pub mod support;
pub mod web;
mod zones;

pub use app::App;
