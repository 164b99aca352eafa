//! The portal in a real browser: people find what they need by its visible words, read QR codes with
//! `zbarimg`, and get their codes from `oathtool`.

mod chromium;
mod company;
mod eyes;
mod gallery;
mod hands;
mod likeness;
mod mailbox;
mod phone;
mod scriptless;
mod steps;
pub mod stops;
mod window;

mod closed_early;
mod comfort;
mod company_policy;
mod cross_site;
mod customer_portal;
mod every_page;
mod first_start;
mod five_languages;
mod forced_setup;
mod managed_service_provider;
mod new_phone;
mod overheard;
mod qr;
mod refused;
mod self_service_profile;
mod tongues;
mod two_tabs;
