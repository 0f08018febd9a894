//! Reviews: what the two of a loan say about each other, hidden until both have or the time is over; and what can be known
//! of a member without anybody saying anything.

mod model;
mod rating;
mod reliability;
pub mod rules;
pub use model::{
    Aspect, Command, Deadline, DeadlineKind, Event, Exchange, Half, Refusal, Reply, Review, ReviewDraft, ReviewId,
    Stars,
};
pub use rating::{Mean, Rating};
pub use reliability::{Reliability, Share, Typical};

#[cfg(feature = "store")]
mod acting;
#[cfg(feature = "store")]
mod reading;
#[cfg(feature = "store")]
mod store;
#[cfg(feature = "store")]
pub(crate) use acting::loan_ended;
#[cfg(feature = "store")]
pub(crate) use store::means_of_listings;
#[cfg(feature = "store")]
pub use {
    acting::{deadline_came, reply, write},
    reading::{
        About, Author, BookingReviews, ON_PAGE, Opinion, Opinions, TOP, of_booking, opinions, rating, reliability,
        written_lately,
    },
};

#[cfg(test)]
mod tests;
