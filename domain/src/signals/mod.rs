//! What the two of a booking tell each other with one tap: *I am on my way*, *something is wrong*, *never mind the late
//! fee*. None of it moves the booking, and all of it stands in its history and in the conversation.
//!
//! Things come late because people forget or cannot say so quickly, rarely because they mean to. A word in time is worth
//! more than a fee afterwards.

mod model;
pub mod rules;
pub use model::{Event, Refusal, Said, Trouble};
pub use rules::{can_be_in_trouble, can_be_on_the_way};

#[cfg(feature = "store")]
mod acting;
#[cfg(feature = "store")]
mod reading;
#[cfg(feature = "store")]
pub(crate) use {acting::say_in_turn, reading::is_waived};
#[cfg(feature = "store")]
pub use {
    acting::{Typed, say, waive_fee},
    reading::{OfBooking, history, of_booking},
};

#[cfg(all(test, feature = "store"))]
mod tests;
