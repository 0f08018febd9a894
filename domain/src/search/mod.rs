//! Search: words, place, days and kind together.
//!
//! ```text
//! query ── reading: what is meant ── index: who has these words, is near, is free ── score: in which order
//!                 │                        │
//!              language                 document: the words of a listing
//! ```
//! [`shelf`] does the same in memory, plainly, and is what both engines are held against; [`eval`] measures how good it is.

#[cfg(feature = "store")]
mod attributes;
#[cfg(feature = "store")]
pub mod document;
#[cfg(feature = "store")]
pub mod eval;
#[cfg(feature = "store")]
mod index;
#[cfg(feature = "store")]
pub mod language;
#[cfg(feature = "store")]
mod mending;
#[cfg(feature = "store")]
mod model;
#[cfg(feature = "store")]
mod needs;
#[cfg(feature = "store")]
mod postgres;
#[cfg(feature = "store")]
mod pricing;
#[cfg(feature = "store")]
mod ranking;
#[cfg(feature = "store")]
pub mod reading;
#[cfg(feature = "store")]
pub mod score;
#[cfg(feature = "store")]
mod service;
#[cfg(feature = "store")]
pub mod shelf;
#[cfg(feature = "store")]
mod sqlite;
#[cfg(all(test, feature = "store"))]
mod tests;

#[cfg(feature = "store")]
pub use attributes::{AttributeFilter, Wanted};
#[cfg(feature = "store")]
pub use model::{Found, Hit, PAGE_SIZE, Query, Sort};
#[cfg(feature = "store")]
pub use service::{find, prepare, refresh, reindex, similar};
