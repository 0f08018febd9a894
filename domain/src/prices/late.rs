//! What it costs to bring something back late. Pure.
//!
//! A lender may ask for a **late fee**: so much for each started day, or hour, that the thing is late. It stands in the
//! terms, is shown before anybody asks, frozen with the request, and never changes afterwards. It is a sum for lateness and
//! not a price for more time: who needs it longer proposes other days, and pays what those cost.
//!
//! Three things keep it kind. The first hour does not count at all ([`GRACE`]). What counts is when the return was
//! reported, not when it was confirmed. And it never exceeds its cap: the lender's own, the replacement value where one is
//! given, and else the cap of the house ([`house_cap`]).

use super::Currency;
use crate::Timestamp;
use jiff::{ToSpan, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// So long after it is due nothing is late yet, in microseconds. It is taken off, not only waited for: an hour and a minute
/// after it was due, a thing is one minute late.
const GRACE: i64 = Timestamp::HOUR;

/// What is asked for being late.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LateFee {
    /// For each started day or hour.
    pub per: Per,
    /// How much, in minor units; more than 0.
    pub minor: i64,
    /// The most that it comes to, in minor units.
    pub cap: i64,
}

/// What a late fee is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// Started days, from the moment it was due to the same time of the clock on the next day.
    #[default]
    Day,
    /// Started hours.
    Hour,
}

impl Per {
    /// Both, as they are offered.
    pub const ALL: [Self; 2] = [Self::Day, Self::Hour];

    /// As forms and keys of texts have it.
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
        Self::ALL.into_iter().find(|per| per.name() == name)
    }
}

/// What being late came to: `started` × `unit_minor`, at most the cap.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Late {
    /// What was counted.
    pub per: Per,
    /// How many of them had begun.
    pub started: i64,
    /// What one costs, in minor units.
    pub unit_minor: i64,
    /// What it comes to, in minor units.
    pub amount_minor: i64,
    /// Whether the cap made it less than `started` × `unit_minor`.
    pub capped: bool,
}

/// The most that a late fee comes to where nobody knows what the thing is worth, in minor units: 500 of whole units, and
/// 50 000 of a currency that has none smaller.
#[must_use]
const fn house_cap(currency: Currency) -> i64 {
    match currency.exponent() {
        0 => 50_000,
        _ => 500 * currency.one(),
    }
}

/// The most that a lender may ask for, all in all: what the thing is worth, or the cap of the house.
#[must_use]
pub fn most(replacement_minor: Option<i64>, currency: Currency) -> i64 {
    replacement_minor.unwrap_or_else(|| house_cap(currency)).max(0)
}

/// What is owed for a thing that was due at `due` and is back at `back`; `None` where it is not late, or nothing is asked.
#[must_use]
pub fn late_fee(fee: Option<&LateFee>, due: Timestamp, back: Timestamp, zone: &TimeZone) -> Option<Late> {
    let fee = fee?;
    let started = started(fee.per, due, back.plus(-GRACE), zone);
    if started == 0 || fee.minor <= 0 {
        return None;
    }
    let whole = fee.minor.saturating_mul(started);
    let cap = fee.cap.max(0);
    Some(Late {
        per: fee.per,
        started,
        unit_minor: fee.minor,
        amount_minor: whole.min(cap),
        capped: whole > cap,
    })
}

/// How many days or hours have begun between two instants. Days are those of the clock: on a weekend on which the clocks
/// change one is shorter or longer, and still one.
fn started(per: Per, due: Timestamp, until: Timestamp, zone: &TimeZone) -> i64 {
    let past = until.since(due);
    if past <= 0 {
        return 0;
    }
    if per == Per::Hour {
        return (past - 1) / Timestamp::HOUR + 1;
    }
    // No local day is shorter than 22 hours or longer than 26, so the search is a step or two from there.
    let mut days = (past / (26 * Timestamp::HOUR)).max(0);
    while days_after(due, days + 1, zone) < until {
        days += 1;
    }
    days + 1
}

/// The same time of the clock so many days later.
fn days_after(due: Timestamp, days: i64, zone: &TimeZone) -> Timestamp {
    due.zoned(zone)
        .checked_add(days.days())
        .map_or(due.plus(days.saturating_mul(Timestamp::DAY)), |later| {
            Timestamp(later.timestamp().as_microsecond())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Day;
    use proptest::prelude::*;
    use std::fmt::Write;

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").unwrap()
    }

    const FEE: LateFee = LateFee {
        per: Per::Day,
        minor: 300,
        cap: 2_000,
    };
    const BY_HOUR: LateFee = LateFee { per: Per::Hour, ..FEE };

    fn amount(fee: &LateFee, due: Timestamp, back: Timestamp) -> i64 {
        late_fee(Some(fee), due, back, &berlin()).map_or(0, |late| late.amount_minor)
    }

    #[test]
    fn each_boundary_costs_what_the_table_says() {
        let mut table = String::from("What is owed (3.00 each, at most 20.00) by how long after it was due.\n");
        // A midnight like others; the one before the clocks go forward, and the one before they go back.
        for (name, last) in [
            ("any day", "2030-05-01"),
            ("forward", "2030-03-30"),
            ("back", "2030-10-26"),
        ] {
            let due = Day::parse(last).unwrap().plus(1).starts_in(&berlin());
            for (per, fee) in [("day", FEE), ("hour", BY_HOUR)] {
                writeln!(table, "\nby the {per}, {name}").unwrap();
                for hours in [0, 1, 2, 3, 24, 25, 26, 48, 49, 50, 7 * 24 + 1, 1_000] {
                    for (word, past) in [("a minute before", -1), ("at", 0), ("a minute after", 1)] {
                        let back = due.plus(hours * Timestamp::HOUR + past * Timestamp::MINUTE);
                        writeln!(table, "  {word:15} {hours:4} h: {:4}", amount(&fee, due, back)).unwrap();
                    }
                }
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn the_first_hour_is_free_to_the_microsecond() {
        let due = Day::parse("2030-05-02").unwrap().at(14, &berlin());
        for fee in [FEE, BY_HOUR] {
            assert_eq!(late_fee(Some(&fee), due, due.plus(GRACE), &berlin()), None);
            let late = late_fee(Some(&fee), due, due.plus(GRACE + 1), &berlin()).unwrap();
            assert_eq!((late.started, late.amount_minor, late.capped), (1, 300, false));
        }
        assert_eq!(late_fee(None, due, due.plus(90 * Timestamp::DAY), &berlin()), None);
    }

    #[test]
    fn the_cap_holds_and_says_so() {
        let due = Day::parse("2030-05-02").unwrap().at(14, &berlin());
        let at = |days: i64| late_fee(Some(&FEE), due, due.plus(days * Timestamp::DAY), &berlin()).unwrap();
        assert_eq!((at(6).amount_minor, at(6).capped), (1_800, false));
        assert_eq!((at(7).amount_minor, at(7).capped, at(7).started), (2_000, true, 7));
        assert_eq!(most(Some(9_000), Currency::EUR), 9_000);
        assert_eq!(
            [Currency::EUR, Currency::JPY, Currency::KWD].map(house_cap),
            [50_000, 50_000, 500_000]
        );
    }

    proptest! {
        #[test]
        fn it_grows_with_time_up_to_its_cap_and_never_beyond(
            hour in 0_i64..24 * 400, late in -100_i64..10_000, more in 0_i64..5_000,
            minor in 1_i64..100_000, cap in 0_i64..1_000_000, by_hour in any::<bool>(),
        ) {
            let fee = LateFee { per: if by_hour { Per::Hour } else { Per::Day }, minor, cap };
            let due = Day::parse("2030-01-01").unwrap().starts_in(&berlin()).plus(hour * Timestamp::HOUR);
            let back = due.plus(late * Timestamp::MINUTE);
            let (one, other) = (amount(&fee, due, back), amount(&fee, due, back.plus(more * Timestamp::MINUTE)));
            prop_assert!((0..=cap).contains(&one) && one <= other);
            prop_assert_eq!(one == 0, late <= 60 || cap == 0);
            if let Some(found) = late_fee(Some(&fee), due, back, &berlin()) {
                prop_assert_eq!(found.amount_minor, cap.min(found.started * minor));
                let length = match fee.per { Per::Hour => 60, Per::Day => 24 * 60 };
                // A day on which the clocks change is an hour shorter or longer.
                let slack = if by_hour { 0 } else { 60 };
                prop_assert!((found.started - 1) * length < late - 60 + slack && late - 60 <= found.started * length + slack);
            }
        }
    }
}
