//! The portal over HTTP.

mod access;
mod address_limits;
mod audit;
mod bad_input;
mod codes;
mod command_line;
mod crawl;
mod doctor;
mod enrollment;
mod first_start;
mod headers;
mod host;
mod invitations;
mod lifetimes;
mod log;
mod metrics;
mod one_step;
mod proxies;
mod races;
mod recovery;
mod reload;
mod sessions;
mod sign_in;
mod strangers;
mod throttle;
mod tls;
