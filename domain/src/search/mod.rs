//! Search: words, place, days and kind together.

#[cfg(feature = "store")]
mod model;
#[cfg(feature = "store")]
pub use model::{Found, Hit, PAGE_SIZE, Query, Sort};
