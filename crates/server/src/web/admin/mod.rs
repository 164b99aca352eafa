//! The administration of an organization.

pub mod access;
pub mod invite;
