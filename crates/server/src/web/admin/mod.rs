//! The administration of an organization and of the instance.

pub mod access;
pub mod applications;
pub mod audit;
pub mod branding;
pub mod caller;
pub mod edit;
pub mod everywhere;
pub mod groups;
pub mod invite;
pub mod invited;
pub mod log;
pub mod logo;
pub mod mail;
pub mod many;
pub mod organizations;
pub mod outsiders;
pub mod person;
pub mod policy;
pub mod radius_clients;
pub mod remote_logon;
pub mod requests;
pub mod role;
pub mod support;
mod whom;
pub mod why;
