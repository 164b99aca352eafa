//! Administration of an organization and of the instance.

pub mod access;
pub mod applications;
pub mod audit;
pub mod branding;
pub mod caller;
pub mod edit_person;
pub mod everywhere;
pub mod groups;
pub mod help;
pub mod help_code;
pub mod invitation_letter;
pub mod invite;
pub mod invited;
pub mod log;
pub mod logo;
pub mod mail;
pub mod many;
pub mod organizations;
pub mod person;
pub mod policy;
pub mod remote_logon;
pub mod requests;
pub mod role;
pub mod support;
pub mod whom;
pub mod why;
