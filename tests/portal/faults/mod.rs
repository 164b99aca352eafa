//! What happens when things break.

mod clock;
mod cluster;
mod connections;
mod database;
mod disk;
mod keys;
mod kills;
mod load;
mod machine;
mod mails;
mod postgres;
mod radius;
mod under_load;
