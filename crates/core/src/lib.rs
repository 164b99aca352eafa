//! What is true: the rules of a sign-in.
//!
//! Nothing here does I/O, reads a clock or makes a random number. A rule takes the facts, the time
//! and the random bytes it needs, and gives back a decision; what is then done about it is the
//! business of `portcullis-server`, what is remembered that of `portcullis-store`.

pub mod id;
pub mod secret;
pub mod time;
