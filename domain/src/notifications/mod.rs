//! Letters to members: a closed set of kinds, queued with the change that causes them, brought by a courier.
//!
//! What somebody else waits for is essential and reaches everybody; the rest a member can do without ([`Topic`]). Reminders
//! and what is optional keep a member's quiet hours ([`QuietHours`]). Links that do something carry their own proof
//! ([`signing`]) and only ever lead to a page with a button.

mod model;
mod quiet;
mod topics;
pub use model::{
    BookingNews, BookingTurn, CaseNews, Delivery, Letter, Links, LongOverdueNews, MessageNews, More, Recipient,
    ReviewNews, ReviewTurn, TrustNews, TrustTurn, WaitingNews,
};
pub use quiet::QuietHours;
pub use topics::Topic;

#[cfg(feature = "store")]
mod choices;
#[cfg(feature = "store")]
mod service;
#[cfg(feature = "store")]
pub mod signing;
#[cfg(feature = "store")]
pub(crate) use choices::{choices_of, forget};
#[cfg(feature = "store")]
pub use {
    choices::{ChoiceForm, Choices, Refusal, choose, my_choices, unsubscribe, unsubscribing},
    service::{Courier, deliver, post},
    signing::ACT_KEY,
};

#[cfg(all(test, feature = "store"))]
mod tests;
