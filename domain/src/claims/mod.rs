//! Claims: something went wrong, and one side wants it made good. The two settle it between them if they can; somebody who
//! runs the place decides if they cannot, with reasons; somebody else decides once more if one of them appeals.

mod model;
pub mod rules;
pub use model::{
    Actor, Appeal, Claim, Command, Deadline, Decision, Draft, Entry, Event, Offer, Refusal, Remedy, Ruling, State,
};

#[cfg(feature = "store")]
mod acting;
#[cfg(feature = "store")]
mod lists;
#[cfg(feature = "store")]
mod reading;
#[cfg(feature = "store")]
mod store;
#[cfg(feature = "store")]
pub use {
    acting::{act, deadline_came, open, rule},
    lists::Line,
    reading::{Case, Claims, Happened, Waiting, case, cases, of_booking, view_of_case, waiting, waiting_count},
};

#[cfg(feature = "store")]
pub(crate) use {reading::booking_of_case, store::running_of};

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::rules::steps_for_docs;
