//! The words of fair shares.

use crate::{Day, availability::Period, listings::ListingId};
use std::collections::BTreeMap;

/// How much one member can have. 0 is as much as they like.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Limits {
    /// Requests that wait for an answer.
    pub open_requests: i64,
    /// Things asked for or agreed on for the same day.
    pub loans: i64,
    /// Days in one calendar month, counted for each thing.
    pub days_per_month: i64,
}

/// What the operator laid down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotas {
    /// Of all things together.
    pub usual: Limits,
    /// Of things of one category and those below it, by its id.
    pub categories: BTreeMap<String, Limits>,
}

impl Default for Quotas {
    /// More than a household needs, and less than somebody takes who empties the neighbourhood's cellars.
    fn default() -> Self {
        Self {
            usual: Limits {
                open_requests: 15,
                loans: 15,
                days_per_month: 120,
            },
            categories: BTreeMap::new(),
        }
    }
}

/// How far something is that a member has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Asked for, and not answered.
    Requested,
    /// Agreed on, and not over.
    Agreed,
    /// Brought back.
    Over,
}

/// Something that a member has, will have or had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// Which listing.
    pub listing: ListingId,
    /// The ids of its category and those above it.
    pub categories: Vec<String>,
    /// When.
    pub period: Period,
    /// How far it is.
    pub standing: Standing,
}

/// What somebody would like to ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// Which listing.
    pub listing: ListingId,
    /// The ids of its category and those above it.
    pub categories: Vec<String>,
    /// When; `None` while no days are chosen.
    pub period: Option<Period>,
    /// The same member has it so often in a month; 0: as often as they like.
    pub per_month: i64,
}

/// What would be too much. `category` is the id of the one that it is about; `None`: of all things.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Exceeded {
    /// So many requests wait for an answer already.
    OpenRequests {
        /// The most.
        most: i64,
        /// How many there are.
        have: i64,
        /// Of which category.
        category: Option<String>,
    },
    /// So many things for the same day already.
    Loans {
        /// The most.
        most: i64,
        /// How many there are.
        have: i64,
        /// Of which category.
        category: Option<String>,
    },
    /// Too many days in a month.
    Days {
        /// The most.
        most: i64,
        /// How many there are without what is asked for.
        have: i64,
        /// A day of that month.
        month: Day,
        /// Of which category.
        category: Option<String>,
    },
    /// This thing so often in the month already.
    Often {
        /// The most.
        most: i64,
        /// How often it is.
        have: i64,
        /// A day of that month.
        month: Day,
    },
}
