//! Letters to members: a closed set of kinds, queued with the change that causes them, brought by a courier.

mod model;
pub use model::{
    BookingNews, BookingTurn, CaseNews, Delivery, Letter, MessageNews, Recipient, ReviewNews, ReviewTurn, TrustNews,
    TrustTurn, WaitingNews,
};

#[cfg(feature = "store")]
mod service;
#[cfg(feature = "store")]
pub use service::{Courier, post};
