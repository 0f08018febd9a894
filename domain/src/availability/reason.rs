//! Why a thing cannot be had then.

use crate::{Day, Timestamp};

/// Why a thing cannot be had at a time: a closed set, each with its words in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Reason {
    /// It would begin before now.
    Past,
    /// It would be over before it begins.
    EndsBeforeItStarts,
    /// It is lent by the hour, and hours were not said; or by the day, and they were.
    OtherGrain,
    /// The clocks are put forward and leave this hour out.
    NoSuchHour,
    /// The owner wants to know earlier: the first day to be had.
    TooSoon {
        /// The earliest first day.
        earliest: Day,
    },
    /// Likewise by the hour.
    TooSoonByHours {
        /// The earliest start.
        from: Timestamp,
    },
    /// Farther ahead than its owner, or anybody, plans.
    TooFarAhead {
        /// The latest last day.
        latest: Day,
    },
    /// Shorter than its owner lends it.
    TooShort {
        /// The fewest days.
        least: i64,
    },
    /// Likewise by the hour.
    TooFewHours {
        /// The fewest hours.
        least: i64,
    },
    /// Longer than its owner wants to go without it.
    TooLong {
        /// The most days.
        most: i64,
    },
    /// Likewise by the hour.
    TooManyHours {
        /// The most hours.
        most: i64,
    },
    /// Not on this day of the week.
    DayNotLent(Day),
    /// Not at this hour of this day.
    HourNotLent(Day, i8),
    /// Its owner has closed this day.
    Closed(Day),
    /// Somebody has it on this day.
    Taken(Day),
    /// Somebody has it at this hour.
    HourTaken(Day, i8),
    /// Its owner needs this day, or this hour of it, between two loans.
    Resting(Day, Option<i8>),
    /// A part of it is not there on this day.
    PartGone(Day),
}

impl Reason {
    /// The day that it is about, if it is about one.
    #[must_use]
    pub const fn day(self) -> Option<Day> {
        match self {
            Self::DayNotLent(day)
            | Self::HourNotLent(day, _)
            | Self::Closed(day)
            | Self::Taken(day)
            | Self::HourTaken(day, _)
            | Self::Resting(day, _)
            | Self::PartGone(day) => Some(day),
            _ => None,
        }
    }

    /// The field of the request form at which it is said.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::OtherGrain => "from_hour",
            Self::Past
            | Self::NoSuchHour
            | Self::TooSoon { .. }
            | Self::TooSoonByHours { .. }
            | Self::DayNotLent(_)
            | Self::HourNotLent(..)
            | Self::Closed(_)
            | Self::Taken(_)
            | Self::HourTaken(..)
            | Self::Resting(..)
            | Self::PartGone(_) => "from",
            Self::EndsBeforeItStarts
            | Self::TooFarAhead { .. }
            | Self::TooShort { .. }
            | Self::TooFewHours { .. }
            | Self::TooLong { .. }
            | Self::TooManyHours { .. } => "to",
        }
    }
}
