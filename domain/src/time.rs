//! Instants and days as the database holds them.

use jiff::{civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// An instant: microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "store", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Microseconds in a second, minute, hour and day of 24 hours.
    pub const SECOND: i64 = 1_000_000;
    /// See [`Self::SECOND`].
    pub const MINUTE: i64 = 60 * Self::SECOND;
    /// See [`Self::SECOND`].
    pub const HOUR: i64 = 60 * Self::MINUTE;
    /// See [`Self::SECOND`].
    pub const DAY: i64 = 24 * Self::HOUR;

    /// This instant moved by `micros` microseconds, stopping at the ends of the range.
    #[must_use]
    pub const fn plus(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// Microseconds from `earlier` to this instant; negative if `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// This instant on the clock of `zone`; the ends of the calendar where it lies outside of them.
    #[must_use]
    pub fn zoned(self, zone: &TimeZone) -> jiff::Zoned {
        let instant = jiff::Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        });
        instant.to_zoned(zone.clone())
    }

    /// The calendar day it is in `zone`.
    #[must_use]
    pub fn day_in(self, zone: &TimeZone) -> Day {
        Day::from(self.zoned(zone).date())
    }
}

/// A calendar day without a zone: days since 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "store", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct Day(pub i64);

impl Day {
    /// Reads `YYYY-MM-DD`, nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 10)
            .then(|| text.parse::<Date>().ok().map(Self::from))
            .flatten()
    }

    /// The civil date; the ends of the calendar where the number lies outside of them.
    #[must_use]
    pub fn date(self) -> Date {
        let epoch = jiff::civil::date(1970, 1, 1);
        let span = i32::try_from(self.0)
            .ok()
            .and_then(|days| jiff::Span::new().try_days(days).ok());
        span.and_then(|s| epoch.checked_add(s).ok())
            .unwrap_or(if self.0 < 0 { Date::MIN } else { Date::MAX })
    }

    /// The day `days` later.
    #[must_use]
    pub const fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Monday is 0, Sunday 6. (1970-01-01 was a Thursday.)
    #[must_use]
    pub const fn weekday(self) -> u32 {
        (self.0.rem_euclid(7) + 3).rem_euclid(7) as u32
    }

    /// The instant at which this day begins in `zone`.
    #[must_use]
    pub fn starts_in(self, zone: &TimeZone) -> Timestamp {
        zone.to_ambiguous_zoned(self.date().at(0, 0, 0, 0))
            .compatible()
            .map_or(Timestamp(self.0.saturating_mul(Timestamp::DAY)), |z| {
                Timestamp(z.timestamp().as_microsecond())
            })
    }

    /// The instant at which the clock of `zone` shows this full hour (0 to 23) on this day; where it is left out, the first
    /// one after, and where it comes twice, the first.
    #[must_use]
    pub fn at(self, hour: i8, zone: &TimeZone) -> Timestamp {
        zone.to_ambiguous_zoned(self.date().at(hour.clamp(0, 23), 0, 0, 0))
            .compatible()
            .map_or_else(|_| self.starts_in(zone), |z| Timestamp(z.timestamp().as_microsecond()))
    }

    /// All days from this one to `last`, both included; empty if `last` is earlier.
    pub fn to(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        let days = date
            .since(jiff::civil::date(1970, 1, 1))
            .map_or(0, |span| span.get_days());
        Self(i64::from(days))
    }
}

impl std::fmt::Display for Day {
    /// `YYYY-MM-DD`, as forms and URLs carry it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.date().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_read_and_print_and_know_their_weekday() {
        let day = Day::parse("2026-11-22").unwrap();
        assert_eq!(day.to_string(), "2026-11-22");
        assert_eq!(day.weekday(), 6);
        assert_eq!(Day::parse("1970-01-01"), Some(Day(0)));
        for wrong in [
            "",
            "2026-02-30",
            "22.11.2026",
            "2026-1-1",
            "2026-11-22T10:00",
            "٢٠٢٦-١١-٢٢",
        ] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_begins_at_local_midnight_on_both_sides_of_summer_time() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let length = |text| {
            let day = Day::parse(text).unwrap();
            day.plus(1).starts_in(&berlin).since(day.starts_in(&berlin)) / Timestamp::HOUR
        };
        assert_eq!(
            (length("2026-03-29"), length("2026-10-25"), length("2026-06-01")),
            (23, 25, 24)
        );
    }

    proptest! {
        #[test]
        fn a_day_survives_text_and_the_calendar(n in -100_000_i64..100_000) {
            prop_assert_eq!(Day::parse(&Day(n).to_string()), Some(Day(n)));
            prop_assert_eq!(Day(n).weekday(), Day(n).date().weekday().to_monday_zero_offset() as u32);
        }

        #[test]
        fn the_first_instant_of_a_day_lies_on_that_day(n in 0_i64..40_000) {
            let berlin = TimeZone::get("Europe/Berlin").unwrap();
            prop_assert_eq!(Day(n).starts_in(&berlin).day_in(&berlin), Day(n));
            prop_assert_eq!(Day(n).starts_in(&berlin).plus(-1).day_in(&berlin), Day(n - 1));
        }
    }
}
