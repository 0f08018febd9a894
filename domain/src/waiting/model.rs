//! The words of waiting.

use crate::{
    Timestamp,
    availability::{Period, Reason},
    eligibility,
    forms::FieldError,
    listings::ListingId,
    members::MemberId,
};
use serde::{Deserialize, Serialize};

/// What somebody waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wish {
    /// The time wanted, or the days within which it may lie.
    pub window: Period,
    /// So many days in a row within the window; `None`: all of it.
    pub length: Option<i64>,
}

/// What one may ask for before everybody else.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offer {
    /// The time that has become free.
    pub period: Period,
    /// From then on it is everybody's.
    pub until: Timestamp,
}

/// One place in the line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Whose.
    pub member: MemberId,
    /// For what.
    pub wish: Wish,
    /// What was offered to them, if it is their turn.
    pub offer: Option<Offer>,
    /// Whether they could ask now: what the owner asks for is met.
    pub may_ask: bool,
}

/// What becomes of a place in the line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// It is their turn; they are told.
    Offered(Offer),
    /// What was offered is gone again; they wait on, in their old place.
    WaitsOn,
    /// They had their turn, or the time is past.
    Over,
}

/// Why somebody is not put into the line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit.
    Invalid(Vec<FieldError>),
    /// It is their own.
    OwnListing,
    /// Not for them now.
    NotNow,
    /// The owner asks for something that is missing.
    NotEligible(Vec<eligibility::Reason>),
    /// It is free: there is nothing to wait for.
    Free(Period),
    /// It cannot be had then whoever has it, and why.
    Never(Reason),
    /// One waits for so many things already.
    TooMany {
        /// The most.
        most: i64,
    },
}

/// The job that looks whose turn it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Look {
    /// In the line of which listing.
    pub listing: ListingId,
}

/// What was typed. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WaitDraft {
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// By the hour, when it begins.
    pub from_hour: String,
    /// By the hour, when it is over.
    pub to_hour: String,
    /// So many days in a row within these; nothing: all of them.
    pub length: String,
}
