//! What is priced: whole days, or hours.

use super::Refusal;
use crate::{Day, Timestamp};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// The longest stay that is priced, in days: three years.
pub const LONGEST_STAY: i64 = 3 * 366;
/// The hours of the shortest day of any zone that changes its clocks today: 22, at Troll in Antarctica, which moves by
/// two hours. Everywhere else it has 23 or more (IANA time zone database).
pub const SHORTEST_DAY: i64 = 22;

/// The time for which a price is asked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stay {
    /// Whole local days.
    Days {
        /// The first.
        first: Day,
        /// The last; it counts as well.
        last: Day,
    },
    /// Hours in a row. A started hour counts whole, on the local day on which it lies.
    Hours {
        /// The local day of the first hour.
        first: Day,
        /// How many hours lie on this day, on the next, and so on: 1 to 48, and at least [`SHORTEST_DAY`] on all but the
        /// first and the last, as these are whole days.
        hours: Vec<u8>,
    },
}

impl Stay {
    /// Whole days from `first` to `last`, both counted.
    #[must_use]
    pub const fn days(first: Day, last: Day) -> Self {
        Self::Days { first, last }
    }

    /// The hours from one instant to a later one, as they lie on the local days of `zone`: 23, 24 or 25 on a whole day.
    ///
    /// # Errors
    /// [`Refusal::EndsBeforeItStarts`] if there is nothing between the two, [`Refusal::TooLong`], and
    /// [`Refusal::BrokenHours`] if the zone leaves out a whole day between them, as Samoa did in 2011.
    pub fn between(from: Timestamp, to: Timestamp, zone: &TimeZone) -> Result<Self, Refusal> {
        if from >= to {
            return Err(Refusal::EndsBeforeItStarts);
        }
        let (first, last) = (from.day_in(zone), to.plus(-1).day_in(zone));
        length(first, last)?;
        let mut begins = from;
        let hours = first
            .to(last)
            .map(|day| {
                let ends = day.plus(1).starts_in(zone).min(to);
                let micros = ends.since(begins).max(0);
                begins = ends.max(begins);
                u8::try_from(micros.saturating_add(Timestamp::HOUR - 1) / Timestamp::HOUR).unwrap_or(u8::MAX)
            })
            .collect();
        let stay = Self::Hours { first, hours };
        stay.check().map(|()| stay)
    }

    /// The local days it touches: the first, and how many.
    #[must_use]
    pub fn touches(&self) -> (Day, i64) {
        match self {
            Self::Days { first, last } => (*first, last.0.saturating_sub(first.0).saturating_add(1).max(0)),
            Self::Hours { first, hours } => (*first, i64::try_from(hours.len()).unwrap_or(i64::MAX)),
        }
    }

    /// Whether it is one that can be priced.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::Days { first, last } => length(*first, *last),
            Self::Hours { hours, .. } if hours.is_empty() => Err(Refusal::EndsBeforeItStarts),
            Self::Hours { first, hours } => {
                length(*first, first.plus(self.touches().1 - 1))?;
                let middle = hours.get(1..hours.len() - 1).unwrap_or_default();
                let whole = middle.iter().all(|hours| i64::from(*hours) >= SHORTEST_DAY);
                if whole && hours.iter().all(|hours| (1..=48).contains(hours)) {
                    Ok(())
                } else {
                    Err(Refusal::BrokenHours)
                }
            }
        }
    }
}

/// Whether there are between one and [`LONGEST_STAY`] days from `first` to `last`.
fn length(first: Day, last: Day) -> Result<(), Refusal> {
    if last < first {
        Err(Refusal::EndsBeforeItStarts)
    } else if last.0.saturating_sub(first.0) >= LONGEST_STAY {
        Err(Refusal::TooLong { most: LONGEST_STAY })
    } else {
        Ok(())
    }
}
