//! What happens when things break.

mod database;
mod kills;
mod postgres;
