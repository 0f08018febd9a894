//! Bookings: from the request to the return.

mod acts;
pub mod asking;
pub mod cancelling;
pub mod changes;
mod commands;
mod model;
pub mod next;
pub mod reminders;
pub mod rules;
pub use crate::availability::{Period, Reason};
pub use acts::{Act, LINKS_LIVE, offered};
pub use commands::{Command, Event, Refusal, RequestDraft};
pub use model::{
    Actor, Booking, BookingId, BookingKey, Custody, Deadline, DeadlineKind, Move, Party, Proposal, State, Terms,
};

#[cfg(feature = "store")]
mod acting;
#[cfg(feature = "store")]
mod closing;
#[cfg(feature = "store")]
mod groups;
#[cfg(feature = "store")]
pub mod lettered;
#[cfg(feature = "store")]
mod lists;
#[cfg(feature = "store")]
pub mod longer;
#[cfg(feature = "store")]
mod planning;
#[cfg(feature = "store")]
mod reading;
#[cfg(feature = "store")]
mod reminding;
#[cfg(feature = "store")]
mod requesting;
#[cfg(feature = "store")]
pub(crate) mod store;
#[cfg(feature = "store")]
mod telling;
#[cfg(feature = "store")]
mod things;
#[cfg(feature = "store")]
mod together;
#[cfg(feature = "store")]
pub(crate) use lists::{Dated, dated};
#[cfg(feature = "store")]
pub use {
    acting::{act, act_on, deadline_came, propose},
    closing::{Closeable, Closed, Closing, can_be_called_off, close_days, on_days, read_days},
    lists::ListingCounts,
    planning::left_outside,
    reading::{
        BookingView, Entry, Loans, MOST_OPEN, PAST_ON_PAGE, Person, booking_seen_by, counts_of_my_listings,
        exact_place, history, loans, mine_as_borrower, mine_as_lender, waiting_count,
    },
    reminding::reminder_came,
    requesting::{Offering, against, offering, request},
    store::ExactPlace,
    together::{AskedToo, Choice, MOST_TOGETHER, ask_others, asked_too, choices, is_one_of_several},
};

#[cfg(feature = "store")]
pub(crate) use {
    acting::{carry_out_in_turn, in_turn, write_letter, write_more},
    reading::booking_for_case,
};

#[cfg(test)]
mod tests;
#[cfg(all(test, feature = "store"))]
pub(crate) use tests::world as testing;
#[cfg(test)]
pub(crate) use tests::{diagrams::Steps, rules::requested as requested_for_tests};
