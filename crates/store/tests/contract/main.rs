//! What the store functions promise the services, on `SQLite` and on a real `PostgreSQL`.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "the helpers of a test fail like the test"
)]

mod address_failures;
mod brandings;
mod browsers;
mod destinations;
mod facts;
mod groups;
mod growth;
mod help_requests;
mod imports;
mod log;
mod master_keys;
mod outsiders;
mod personal_data;
mod policies;
mod radius;
mod secrets;
mod set_back;
mod single_use;
mod support_codes;
mod throttling;
mod world;
