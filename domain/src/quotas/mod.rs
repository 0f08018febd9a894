//! Fair shares: how much one member can have asked for and borrowed at a time, as the operator and a listing's owner laid
//! down. What is too much is said before anybody asks, with how much it is now.
//!
//! It is a condition of asking. What two agreed on stays, whatever is laid down later.

mod model;
pub mod rules;
pub use model::{Asked, Exceeded, Held, Limits, Quotas, Standing};

#[cfg(feature = "store")]
mod reading;
#[cfg(feature = "store")]
pub use reading::exceeded;
#[cfg(feature = "store")]
pub(crate) use reading::{Wanted, check};

#[cfg(test)]
mod tests;
