//! What an owner lays down about lending a thing.

use super::{Grain, WeekHours};
use crate::listings::{Kind, WeeklyPlan};
use serde::{Deserialize, Serialize};

/// The farthest that anybody plans ahead, in days: the last day of a loan lies at most so many days from today.
pub const HORIZON: i64 = 365;
/// Most identical units of one listing. (Sets of units are the bits of a number.)
pub const MOST_UNITS: i64 = 50;

/// When a thing can be had, as its owner decided. Lengths are in its grain: days or hours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Plan {
    /// By the day or by the hour.
    pub grain: Grain,
    /// Days of the week that are open.
    pub weekdays: WeeklyPlan,
    /// Hours that are open; counts for things lent by the hour.
    pub hours: WeekHours,
    /// Whether it may stay out over times that are not open: the plan then says when it is picked up and brought back.
    /// Otherwise it says when it may be out.
    pub stays_out: bool,
    /// Between two loans.
    pub buffer: i64,
    /// From now (by the hour) or today (by the day) to the earliest start.
    pub lead: i64,
    /// The shortest loan.
    pub shortest: i64,
    /// The longest loan.
    pub longest: i64,
    /// The last day lies at most so many days from today.
    pub horizon: i64,
}

impl Plan {
    /// By the day, every day, for up to two weeks.
    pub const USUAL: Self = Self {
        grain: Grain::Day,
        weekdays: WeeklyPlan::EVERY_DAY,
        hours: WeekHours::ALWAYS,
        stays_out: false,
        buffer: 0,
        lead: 0,
        shortest: 1,
        longest: 14,
        horizon: HORIZON,
    };

    /// The longest loan in days; by the hour, as many as its hours make.
    #[must_use]
    pub const fn longest_days(&self) -> i64 {
        match self.grain {
            Grain::Day => self.longest,
            Grain::Hour => (self.longest + 23) / 24,
        }
    }

    /// Whether any loan at all fits: nothing is open, or the shortest loan is longer than what is open in a row.
    #[must_use]
    pub fn lets_nothing_fit(&self) -> bool {
        let nothing = match self.grain {
            Grain::Day => self.weekdays.is_never(),
            Grain::Hour => self.hours == WeekHours::NEVER,
        };
        nothing || (!self.stays_out && self.shortest > self.longest_stretch())
    }

    /// How much is open in a row at most.
    fn longest_stretch(&self) -> i64 {
        match self.grain {
            Grain::Hour => self.hours.longest_stretch(),
            Grain::Day => {
                let whole_days = WeekHours::on_days(self.weekdays, WeekHours::ALL_DAY);
                whole_days.longest_stretch() / 24
            }
        }
    }
}

/// What a listing's row holds of its plan beside the days of the week, the days ahead and the longest loan in days, which
/// it has had from the beginning. Values for days and for hours are kept apart, so that trying one forgets nothing of
/// the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Rhythm {
    /// By the day or by the hour.
    pub grain: Grain,
    /// Hours that are open, by the hour.
    #[cfg_attr(feature = "store", sqlx(try_from = "String"))]
    pub week_hours: WeekHours,
    /// See [`Plan::stays_out`].
    pub stays_out: bool,
    /// See [`Plan::buffer`]; in the grain.
    pub buffer: i64,
    /// See [`Plan::shortest`]; in the grain.
    pub shortest: i64,
    /// Earliest start by the hour, in hours from now.
    pub lead_hours: i64,
    /// Longest loan by the hour.
    pub longest_hours: i64,
    /// See [`Plan::horizon`].
    pub horizon_days: i64,
}

impl Default for Rhythm {
    /// As [`Plan::USUAL`] says; by the hour a loan is a day at most.
    fn default() -> Self {
        Self {
            grain: Grain::Day,
            week_hours: WeekHours::ALWAYS,
            stays_out: false,
            buffer: 0,
            shortest: 1,
            lead_hours: 0,
            longest_hours: 24,
            horizon_days: HORIZON,
        }
    }
}

impl Rhythm {
    /// The plan of a listing of this kind. Who looks for something lays down nothing but when it is needed.
    #[must_use]
    pub const fn plan_of(self, kind: Kind, weekdays: WeeklyPlan, lead_days: i64, longest_days: i64) -> Plan {
        if kind.is_wanted() {
            return Plan {
                longest: HORIZON,
                ..Plan::USUAL
            };
        }
        self.plan(weekdays, lead_days, longest_days)
    }

    /// The whole plan, with what stands beside it in the row.
    #[must_use]
    pub const fn plan(self, weekdays: WeeklyPlan, lead_days: i64, longest_days: i64) -> Plan {
        let (lead, longest) = match self.grain {
            Grain::Day => (lead_days, longest_days),
            Grain::Hour => (self.lead_hours, self.longest_hours),
        };
        Plan {
            grain: self.grain,
            weekdays,
            hours: self.week_hours,
            stays_out: self.stays_out,
            buffer: self.buffer,
            lead,
            shortest: self.shortest,
            longest,
            horizon: self.horizon_days,
        }
    }
}
