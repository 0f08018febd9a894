//! Kits: a listing made of several of its owner's things, such as a cart with straps and boxes. A booking of the kit holds
//! each part, whole or not at all, and the parts' own calendars show it; a part that is out takes the kit along.
//!
//! The kit has a plan and a price of its own; what its parts' plans say is about lending them alone. A part that is not to be
//! lent alone is paused.

mod model;
pub mod rules;
pub use model::{Candidate, Facts, Kit, KitDraft, Part, Refusal};

#[cfg(feature = "store")]
mod service;
#[cfg(feature = "store")]
pub(crate) mod store;
#[cfg(feature = "store")]
pub(crate) use service::{archived, copy, listing_gone};
#[cfg(feature = "store")]
pub use service::{choosing, of_listing, save};

#[cfg(test)]
mod tests;
