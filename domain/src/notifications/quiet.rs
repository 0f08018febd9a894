//! When a member would rather not be written to. Pure.

use crate::Timestamp;
use jiff::tz::TimeZone;

/// Full hours of the clock from which, and until which, somebody wants it quiet. The same hour twice is never.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct QuietHours {
    /// From this hour on, 0 to 23.
    pub from: i8,
    /// Until this one, 0 to 23.
    pub until: i8,
}

impl QuietHours {
    /// The night: what holds for whoever has said nothing.
    pub const NIGHT: Self = Self { from: 21, until: 8 };

    /// Whether it is quiet at this hour.
    #[must_use]
    pub const fn holds_at(self, hour: i8) -> bool {
        if self.from <= self.until {
            self.from <= hour && hour < self.until
        } else {
            self.from <= hour || hour < self.until
        }
    }

    /// When the quiet hours end in which `at` lies; `at` itself where it lies in none.
    #[must_use]
    pub fn next_awake(self, at: Timestamp, zone: &TimeZone) -> Timestamp {
        if !self.holds_at(at.zoned(zone).hour()) {
            return at;
        }
        let today = at.day_in(zone);
        let ends = [today, today.plus(1), today.plus(2)].map(|day| day.at(self.until, zone));
        // Where the clocks leave the hour out, its day still has an instant after it.
        ends.into_iter().find(|end| *end > at).unwrap_or(at)
    }
}

impl Default for QuietHours {
    fn default() -> Self {
        Self::NIGHT
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Day;
    use proptest::prelude::*;

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").unwrap()
    }

    #[test]
    fn the_night_ends_in_the_morning_and_the_day_is_not_quiet() {
        let at = |day: &str, hour| Day::parse(day).unwrap().at(hour, &berlin());
        let awake = |hour| QuietHours::NIGHT.next_awake(at("2030-05-01", hour), &berlin());
        assert_eq!(awake(20), at("2030-05-01", 20));
        assert_eq!(awake(21), at("2030-05-02", 8));
        assert_eq!(awake(0), at("2030-05-01", 8));
        assert_eq!(awake(8), at("2030-05-01", 8));
        let noon = QuietHours { from: 12, until: 15 };
        assert_eq!(noon.next_awake(at("2030-05-01", 13), &berlin()), at("2030-05-01", 15));
        let never = QuietHours { from: 8, until: 8 };
        assert!((0..24).all(|hour| !never.holds_at(hour)));
    }

    proptest! {
        #[test]
        fn whoever_waits_is_written_to_within_a_day_and_awake(from in 0_i8..24, until in 0_i8..24, hour in 0_i64..24 * 800) {
            let quiet = QuietHours { from, until };
            let at = Day::parse("2030-01-01").unwrap().starts_in(&berlin()).plus(hour * Timestamp::HOUR);
            let awake = quiet.next_awake(at, &berlin());
            prop_assert!(at <= awake && awake <= at.plus(25 * Timestamp::HOUR));
            prop_assert!(!quiet.holds_at(awake.zoned(&berlin()).hour()), "{:?} {}", quiet, awake.zoned(&berlin()));
            prop_assert_eq!(awake == at, !quiet.holds_at(at.zoned(&berlin()).hour()));
        }
    }
}
