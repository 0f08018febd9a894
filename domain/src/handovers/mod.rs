//! Handovers: in what state a thing went out and came back, written down by both; the code that says it for both at once;
//! another way than from hand to hand.

mod model;
pub mod rules;
pub use model::{Command, Draft, Entry, Event, Found, How, Item, Photo, Plan, Plans, Proposal, Refusal, Shown};

#[cfg(feature = "store")]
mod arranging;
#[cfg(feature = "store")]
pub mod chain;
#[cfg(feature = "store")]
mod codes;
#[cfg(feature = "store")]
mod reading;
#[cfg(feature = "store")]
mod store;
#[cfg(feature = "store")]
mod writing;
#[cfg(feature = "store")]
pub use {
    arranging::arrange,
    codes::{enter, show},
    reading::{Happened, Record, check, history, of_booking, photo},
    writing::write,
};

#[cfg(test)]
mod tests;
