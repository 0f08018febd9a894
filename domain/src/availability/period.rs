//! The time for which a thing is asked, and the numbered slots that this time takes.

use crate::{Day, Timestamp};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Whether a thing is lent by the day or by the hour.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(
    feature = "store",
    derive(sqlx::Type),
    sqlx(type_name = "text", rename_all = "snake_case")
)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// Whole days.
    #[default]
    Day,
    /// Whole hours.
    Hour,
}

impl Grain {
    /// Both, as they are offered.
    pub const ALL: [Self; 2] = [Self::Day, Self::Hour];

    /// As rows and forms have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Hour => "hour",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grain| grain.name() == name)
    }
}

/// The full hours at which a loan by the hour begins and is over, as the clock in the listing's zone shows them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Hours {
    /// On the first day: 0 to 23.
    pub from: i8,
    /// On the last day: 1 to 24, which is midnight.
    pub to: i8,
}

/// Whole days, first and last included; or the hours from one on the first to one on the last.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// The hours, if it is not whole days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
}

/// The instant at which the clock of `zone` shows this full hour on this day; 24 is the midnight that ends it. Where the
/// clocks leave the hour out it is the first instant after, where they repeat it the first time.
#[must_use]
pub fn clock(day: Day, hour: i8, zone: &TimeZone) -> Timestamp {
    match hour {
        ..=0 => day.starts_in(zone),
        1..=23 => day.at(hour, zone),
        24.. => day.plus(1).starts_in(zone),
    }
}

impl Period {
    /// Whole days from `first` to `last`, both included.
    #[must_use]
    pub const fn whole_days(first: Day, last: Day) -> Self {
        Self {
            first,
            last,
            hours: None,
        }
    }

    /// From `from` o'clock on the first day to `to` o'clock on the last.
    #[must_use]
    pub const fn by_the_hour(first: Day, from: i8, last: Day, to: i8) -> Self {
        Self {
            first,
            last,
            hours: Some(Hours { from, to }),
        }
    }

    /// So many clock hours, beginning at `from` o'clock on `first`.
    #[must_use]
    pub fn hours_from(first: Day, from: i8, count: i64) -> Self {
        let last_hour = i64::from(from) + count.max(1) - 1;
        let to = i8::try_from(last_hour.rem_euclid(24) + 1).unwrap_or(24);
        Self::by_the_hour(first, from, first.plus(last_hour.div_euclid(24)), to)
    }

    /// What it is counted in.
    #[must_use]
    pub const fn grain(self) -> Grain {
        match self.hours {
            None => Grain::Day,
            Some(_) => Grain::Hour,
        }
    }

    /// How many days it touches.
    #[must_use]
    pub const fn length(self) -> i64 {
        self.last.0 - self.first.0 + 1
    }

    /// The days it touches, in order.
    pub fn days(self) -> impl DoubleEndedIterator<Item = Day> + Clone {
        self.first.to(self.last)
    }

    /// Whether it is over before it has begun, by the clock.
    #[must_use]
    pub const fn is_backwards(self) -> bool {
        self.begins() >= self.ends()
    }

    /// Whether the two share a day; or an hour, if one of them is counted in hours.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.begins() < other.ends() && other.begins() < self.ends()
    }

    /// Clock hours since 1970 at which it begins.
    const fn begins(self) -> i64 {
        let from = match self.hours {
            None => 0,
            Some(hours) => hours.from,
        };
        self.first.0.saturating_mul(24).saturating_add(from as i64)
    }

    /// Clock hours since 1970 at which it is over.
    const fn ends(self) -> i64 {
        let to = match self.hours {
            None => 24,
            Some(hours) => hours.to,
        };
        self.last.0.saturating_mul(24).saturating_add(to as i64)
    }

    /// The instant at which it begins in `zone`.
    #[must_use]
    pub fn starts_in(self, zone: &TimeZone) -> Timestamp {
        clock(self.first, self.hours.map_or(0, |hours| hours.from), zone)
    }

    /// The instant at which it is over in `zone`.
    #[must_use]
    pub fn ends_in(self, zone: &TimeZone) -> Timestamp {
        clock(self.last, self.hours.map_or(24, |hours| hours.to), zone)
    }

    /// The slots that it takes: day numbers since 1970, or hour numbers in UTC.
    ///
    /// A day on which the clocks change has 23 or 25 hours, and so many slots. Where local hours do not begin on full
    /// hours of UTC, as in India, each has the number of the UTC hour in which it begins; all hours of a listing lie in one
    /// zone, so no two of them share a number, also where the clocks move by half an hour (Lord Howe Island). A test
    /// walks through all zones.
    #[must_use]
    pub fn slots(self, zone: &TimeZone) -> Range<i64> {
        match self.hours {
            None => self.first.0..self.last.0.saturating_add(1),
            Some(_) => hour_slot(self.starts_in(zone))..hour_slot(self.ends_in(zone)),
        }
    }
}

/// The number of the UTC hour in which an instant lies.
#[must_use]
pub(super) const fn hour_slot(at: Timestamp) -> i64 {
    at.0.div_euclid(Timestamp::HOUR)
}

/// The slots of the 24 clock hours of a day: hour `h` takes those from `[h]` up to `[h + 1]`, usually one; none where the
/// clocks leave it out, two where they repeat it.
#[must_use]
pub(super) fn hours_of_day(day: Day, zone: &TimeZone) -> [i64; 25] {
    let (starts, ends) = (day.starts_in(zone), day.plus(1).starts_in(zone));
    if ends.since(starts) == Timestamp::DAY {
        return std::array::from_fn(|hour| hour_slot(starts) + i64::try_from(hour).unwrap_or(24));
    }
    std::array::from_fn(|hour| hour_slot(clock(day, i8::try_from(hour).unwrap_or(24), zone)))
}
