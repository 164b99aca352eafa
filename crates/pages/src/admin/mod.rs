//! Administration of one organization.

pub mod access;
pub mod invitation_letter;
pub mod invite;
