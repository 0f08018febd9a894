//! Search: words, place, days and kind together.

#[cfg(feature = "store")]
pub mod document;
#[cfg(feature = "store")]
pub mod eval;
#[cfg(feature = "store")]
pub mod language;
#[cfg(feature = "store")]
pub mod mending;
#[cfg(feature = "store")]
pub mod reading;
#[cfg(feature = "store")]
pub mod score;
#[cfg(feature = "store")]
pub mod shelf;

#[cfg(feature = "store")]
mod model;
#[cfg(feature = "store")]
pub use model::{Found, Hit, PAGE_SIZE, Query, Sort};
