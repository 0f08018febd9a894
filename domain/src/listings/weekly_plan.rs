//! The days of the week on which a thing may be out.

use crate::Day;
use serde::{Deserialize, Serialize};

/// A set of days of the week: bit 0 is Monday, bit 6 Sunday.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "store", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct WeeklyPlan(pub i64);

impl WeeklyPlan {
    /// Every day.
    pub const EVERY_DAY: Self = Self(0b111_1111);
    /// No day.
    pub const NEVER: Self = Self(0);

    /// The plan of these days of the week, Monday 0 to Sunday 6; others are left out.
    #[must_use]
    pub fn of(weekdays: impl IntoIterator<Item = u32>) -> Self {
        Self(
            weekdays
                .into_iter()
                .filter(|d| *d < 7)
                .fold(0, |bits, day| bits | 1 << day),
        )
    }

    /// Its days of the week, Monday 0 to Sunday 6.
    pub fn weekdays(self) -> impl Iterator<Item = u32> {
        (0..7).filter(move |day| self.0 >> day & 1 == 1)
    }

    /// Whether a thing may be out on `day`.
    #[must_use]
    pub const fn allows(self, day: Day) -> bool {
        self.0 >> day.weekday() & 1 == 1
    }

    /// The first day from `first` to `last` on which it may not be out. Looks at a week at most, as weeks repeat.
    #[must_use]
    pub fn first_gap(self, first: Day, last: Day) -> Option<Day> {
        first.to(last).take(7).find(|day| !self.allows(*day))
    }

    /// Whether there is no day at all.
    #[must_use]
    pub const fn is_never(self) -> bool {
        self.0 & Self::EVERY_DAY.0 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_plan_knows_its_days() {
        let weekend = WeeklyPlan::of([5, 6, 9]);
        assert_eq!(weekend.weekdays().collect::<Vec<_>>(), [5, 6]);
        let saturday = Day::parse("2026-11-21").unwrap();
        assert!(weekend.allows(saturday) && weekend.allows(saturday.plus(1)) && !weekend.allows(saturday.plus(2)));
        assert_eq!(weekend.first_gap(saturday, saturday.plus(1)), None);
        assert_eq!(weekend.first_gap(saturday, saturday.plus(9)), Some(saturday.plus(2)));
        assert!(WeeklyPlan::NEVER.is_never() && !weekend.is_never());
    }

    proptest! {
        #[test]
        fn a_gap_is_found_exactly_if_some_day_is_not_allowed(
            bits in 0_i64..128, first in -1_000_i64..40_000, length in 0_i64..40,
        ) {
            let plan = WeeklyPlan(bits);
            let (first, last) = (Day(first), Day(first + length));
            prop_assert_eq!(plan.first_gap(first, last), first.to(last).find(|d| !plan.allows(*d)));
            prop_assert_eq!(WeeklyPlan::of(plan.weekdays()), plan);
        }
    }
}
