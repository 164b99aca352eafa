//! A walk past every page and every refusal, so that each is looked at in the gallery.

mod administration;
mod by_email;
mod forgotten;
mod gallery_itself;
mod languages;
mod member;
mod mfa_settings;
mod one_person;
mod personal_data;
mod second_step;
mod trouble;
mod visitor;
mod wizard;
