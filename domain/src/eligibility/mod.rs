//! Who may borrow a thing: what its owner asks for (finished loans, somebody who vouches, a circle), whether a member meets
//! it, and the vouching itself. Every reason against it is known before anybody asks.
//!
//! It is a condition of asking. What was asked for before stays as it was, whatever changes later.

mod model;
pub mod rules;
pub use model::{Facts, Reason, Rules, RulesDraft, Vouch, VouchFacts, VouchRefusal};

#[cfg(feature = "store")]
mod owning;
#[cfg(feature = "store")]
mod reading;
#[cfg(feature = "store")]
mod store;
#[cfg(feature = "store")]
mod vouching;
#[cfg(feature = "store")]
pub use {
    owning::{Choosing, OfferedCircle, Refusal, choosing, save},
    reading::{Standing, not_yet},
    vouching::{Between, Known, Voucher, between, known, vouch, withdraw},
};
#[cfg(feature = "store")]
pub(crate) use {
    owning::{copy, listing_gone},
    reading::{asked_for, check, missing, standing},
    vouching::forget,
};

#[cfg(test)]
mod tests;
