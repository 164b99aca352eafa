//! Values that must not be printed, serialized or logged: keys, codes, tokens, passwords.

use zeroize::{Zeroize, ZeroizeOnDrop};

/// Holds a value that only [`Secret::reveal`] gives out; it has neither `Debug` nor `Display`,
/// and its memory is overwritten when it is dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Secret<T: Zeroize>(T);

impl<T: Zeroize> Secret<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself. Search for this word to see where secrets go.
    pub const fn reveal(&self) -> &T {
        &self.0
    }
}
