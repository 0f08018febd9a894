//! Days that are not as the weekly plan says.

use super::Period;
use crate::Day;
use std::collections::BTreeMap;

/// The unit of an exception that is one for all of them.
pub const EVERY_UNIT: i64 = -1;

/// One exception as it is kept: a day, all units or one of them, closed or open in spite of the plan.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Exception {
    /// The day.
    pub day: Day,
    /// Which unit, from 0, or [`EVERY_UNIT`].
    pub unit: i64,
    /// Open in spite of the plan; otherwise closed. Only all units can be open.
    pub open: bool,
}

#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
struct OnDay {
    /// The units that are closed, as bits.
    closed: u64,
    open: bool,
}

/// All exceptions of a listing that count.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Exceptions(BTreeMap<Day, OnDay>);

impl Exceptions {
    /// The units that are closed on a day, as bits.
    #[must_use]
    pub fn closed(&self, day: Day) -> u64 {
        self.0.get(&day).map_or(0, |on| on.closed)
    }

    /// The same without what was closed on these days: whoever had them before keeps them.
    #[must_use]
    pub fn kept(mut self, period: Period) -> Self {
        for (_, on) in self.0.range_mut(period.first..=period.last.max(period.first)) {
            on.closed = 0;
        }
        self
    }

    /// Whether a day is open in spite of the plan.
    #[must_use]
    pub fn opens(&self, day: Day) -> bool {
        self.0.get(&day).is_some_and(|on| on.open)
    }
}

impl FromIterator<Exception> for Exceptions {
    fn from_iter<T: IntoIterator<Item = Exception>>(all: T) -> Self {
        let mut days: BTreeMap<Day, OnDay> = BTreeMap::new();
        for Exception { day, unit, open } in all {
            let on = days.entry(day).or_default();
            match unit {
                _ if open => on.open = true,
                0..=63 => on.closed |= 1 << unit,
                _ => on.closed = u64::MAX,
            }
        }
        Self(days)
    }
}
