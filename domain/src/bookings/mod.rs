//! Bookings: from the request to the return.

mod model;
pub use model::{BookingId, BookingKey, Deadline, DeadlineKind};

#[cfg(feature = "store")]
mod service;
#[cfg(feature = "store")]
pub use service::deadline_came;
