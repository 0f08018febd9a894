//! Short words for long plans.

pub use super::super::*;
pub use crate::{Day, Timestamp, listings::WeeklyPlan};
pub use jiff::tz::TimeZone;
pub use proptest::prelude::*;

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

pub fn berlin() -> TimeZone {
    zone("Europe/Berlin")
}

/// Monday, 2030-04-29, 8 o'clock in Berlin.
pub fn now() -> Timestamp {
    day("2030-04-29").at(8, &berlin())
}

/// A listing of one unit in Berlin with nothing held.
pub fn diary(plan: Plan) -> Diary {
    Diary {
        plan,
        units: 1,
        exceptions: Exceptions::default(),
        held: Held::default(),
        zone: berlin(),
        parts: Vec::new(),
    }
}

pub const BY_THE_HOUR: Plan = Plan {
    grain: Grain::Hour,
    longest: 24,
    ..Plan::USUAL
};

pub fn hours(from: u32, to: u32) -> u32 {
    (from..to).fold(0, |bits, hour| bits | 1 << hour)
}

pub fn every_day(from: u32, to: u32) -> WeekHours {
    WeekHours::on_days(WeeklyPlan::EVERY_DAY, hours(from, to))
}

pub fn booked(unit: i64, slot: i64) -> Occupied {
    Occupied {
        unit,
        slot,
        reason: SlotReason::Booking,
    }
}

pub fn resting(unit: i64, slot: i64) -> Occupied {
    Occupied {
        unit,
        slot,
        reason: SlotReason::Buffer,
    }
}

pub const fn closed(day: Day) -> Exception {
    Exception {
        day,
        unit: EVERY_UNIT,
        open: false,
    }
}

pub const fn opened(day: Day) -> Exception {
    Exception {
        day,
        unit: EVERY_UNIT,
        open: true,
    }
}
