//! What happens when things break.

mod clock;
mod cluster;
mod connections;
mod database;
mod disk;
mod kills;
mod postgres;
mod load;
mod under_load;
