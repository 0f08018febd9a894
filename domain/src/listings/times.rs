//! The fifth step: when a thing can be had, and how many there are of it. Pure.

use super::{
    steps::{Checked, checked},
    views::Listing,
    weekly_plan::WeeklyPlan,
};
use crate::{
    Day,
    availability::{Grain, HORIZON, MOST_UNITS, SpanProblem, WeekHours},
    forms::{Check, Problem},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Longest lead time, in days.
pub const MOST_LEAD_DAYS: i64 = 60;
/// Longest lead time by the hour.
pub const MOST_LEAD_HOURS: i64 = 14 * 24;
/// Longest loan anybody can offer, in days.
pub const MOST_LOAN_DAYS: i64 = 365;
/// Longest loan by the hour.
pub const MOST_LOAN_HOURS: i64 = 14 * 24;
/// Longest time between two loans, in days.
pub const MOST_BUFFER_DAYS: i64 = 14;
/// Longest time between two loans by the hour.
pub const MOST_BUFFER_HOURS: i64 = 48;
/// How far ahead days can be blocked, in days.
pub const BLOCK_AHEAD: i64 = 550;

/// What was typed in the fifth step. Numbers that are empty leave what they are about as it is.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TimesForm {
    /// The first day on which something is needed, `YYYY-MM-DD`; empty for any time. Of what somebody looks for.
    pub needed_from: String,
    /// The last one; empty for that one day.
    pub needed_to: String,
    /// [`Grain::name`]; empty leaves it as it is.
    pub grain: String,
    /// By the day: [`Preset::name`]; empty is [`Preset::Own`].
    pub preset: String,
    /// By the day: days of the week, `0` Monday to `6` Sunday.
    pub weekdays: Vec<String>,
    /// By the hour: [`Preset::name`].
    pub preset_hours: String,
    /// By the hour: the hours of each day of the week as [`WeekHours::read`] takes them, Monday first; none at all leaves
    /// them as they are.
    pub hours: Vec<String>,
    /// `yes`: it may stay out over times that are not open; anything but `yes` and empty is a no.
    pub stays_out: String,
    /// Days from today to the earliest start.
    pub lead_days: String,
    /// Shortest loan in days.
    pub shortest_days: String,
    /// Longest loan in days.
    pub longest_days: String,
    /// Days between two loans.
    pub buffer_days: String,
    /// Hours from now to the earliest start.
    pub lead_hours: String,
    /// Shortest loan in hours.
    pub shortest_hours: String,
    /// Longest loan in hours.
    pub longest_hours: String,
    /// Hours between two loans.
    pub buffer_hours: String,
    /// How many days ahead it can be booked.
    pub horizon_days: String,
    /// How many identical ones there are.
    pub units: String,
    /// `yes`: who asks for free days has them at once.
    pub instant: String,
    /// The days ticked in the calendar, `YYYY-MM-DD`: what is blocked between `shown_from` and `shown_to` then.
    pub blocked: Vec<String>,
    /// Days that were open in spite of the plan and stay so.
    pub opened: Vec<String>,
    /// First day of the calendar that was shown; empty if none was, and then nothing is unblocked.
    pub shown_from: String,
    /// Last day of it.
    pub shown_to: String,
    /// First of a range of days to change beside; empty for none.
    pub block_from: String,
    /// Last of that range; empty for a single day.
    pub block_to: String,
    /// What the range becomes: `open` in spite of the plan, `plan` as the plan says, anything else is closed.
    pub block_as: String,
}

/// Plans that many want.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Preset {
    /// Always.
    Any,
    /// Saturday and Sunday.
    Weekends,
    /// By the hour: from 17 to 21 o'clock, and from 9 at the weekend.
    Evenings,
    /// As the owner says.
    Own,
}

impl Preset {
    /// As forms have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Weekends => "weekends",
            Self::Evenings => "evenings",
            Self::Own => "own",
        }
    }

    /// Reads [`Self::name`]; nothing is [`Self::Own`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "any" => Some(Self::Any),
            "weekends" => Some(Self::Weekends),
            "evenings" => Some(Self::Evenings),
            "own" | "" => Some(Self::Own),
            _ => None,
        }
    }

    /// Its hours; `None` for one's own.
    #[must_use]
    pub fn hours(self) -> Option<WeekHours> {
        let span = |from: u32, to: u32| (from..to).fold(0, |bits, hour| bits | 1_u32 << hour);
        let weekend = WeekHours::on_days(WEEKEND, span(9, 20));
        match self {
            Self::Any => Some(WeekHours::ALWAYS),
            Self::Weekends => Some(weekend),
            Self::Evenings => {
                let evening = span(17, 21);
                Some(WeekHours([
                    evening,
                    evening,
                    evening,
                    evening,
                    evening,
                    span(9, 21),
                    span(9, 21),
                ]))
            }
            Self::Own => None,
        }
    }

    /// Its days of the week; `None` for one's own.
    #[must_use]
    pub const fn weekdays(self) -> Option<WeeklyPlan> {
        match self {
            Self::Any => Some(WeeklyPlan::EVERY_DAY),
            Self::Weekends => Some(WEEKEND),
            Self::Evenings | Self::Own => None,
        }
    }

    /// The one that says what a listing has.
    #[must_use]
    pub fn of_hours(hours: WeekHours) -> Self {
        let all = [Self::Any, Self::Weekends, Self::Evenings];
        all.into_iter()
            .find(|preset| preset.hours() == Some(hours))
            .unwrap_or(Self::Own)
    }

    /// Likewise by the day.
    #[must_use]
    pub fn of_weekdays(days: WeeklyPlan) -> Self {
        let all = [Self::Any, Self::Weekends];
        all.into_iter()
            .find(|preset| preset.weekdays() == Some(days))
            .unwrap_or(Self::Own)
    }
}

/// Saturday and Sunday.
const WEEKEND: WeeklyPlan = WeeklyPlan(0b110_0000);

/// What bookings say about what can be changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Booked {
    /// How many bookings are requested or accepted.
    pub open: i64,
    /// How many units there must be for all that is accepted: one more than the highest.
    pub units: i64,
}

/// Checks the fifth step, on the day `today` of the listing's zone.
#[must_use]
pub fn times(listing: &Listing, typed: &TimesForm, booked: Booked, today: Day) -> Checked {
    if listing.kind.is_wanted() {
        return needed(listing, typed, today);
    }
    let mut check = Check::default();
    let mut next = listing.clone();
    match Grain::from_name(&typed.grain) {
        Some(grain) if grain != listing.rhythm.grain && booked.open > 0 => {
            check.note("grain", Problem::OpenBookings { count: booked.open });
        }
        Some(grain) => next.rhythm.grain = grain,
        None if typed.grain.is_empty() => {}
        None => check.note("grain", Problem::NotAChoice),
    }
    if next.rhythm.grain == Grain::Day && next.prices.sells_only_hours() {
        // No day has a price.
        check.note("grain", Problem::NeedsDayPrice);
    }
    let (shortest, longest) = match next.rhythm.grain {
        Grain::Day => by_the_day(&mut check, &mut next, typed),
        Grain::Hour => by_the_hour(&mut check, &mut next, typed),
    };
    if !typed.stays_out.is_empty() {
        next.rhythm.stays_out = typed.stays_out == "yes";
    }
    let plan = next.plan();
    if plan.shortest > plan.longest {
        check.note(longest, Problem::MostBelowLeast);
    } else if check.is_fine() && plan.lets_nothing_fit() {
        check.note(shortest, Problem::NothingFits);
    }
    set(
        &mut check,
        "horizon_days",
        &typed.horizon_days,
        1,
        HORIZON,
        &mut next.rhythm.horizon_days,
    );
    set(&mut check, "units", &typed.units, 1, MOST_UNITS, &mut next.unit_count);
    if next.unit_count < booked.units {
        check.note("units", Problem::UnitsLent { least: booked.units });
        next.unit_count = listing.unit_count;
    }
    next.instant = typed.instant == "yes";
    exceptions(&mut check, &mut next, typed, today);
    checked(next, check)
}

/// When something is needed.
fn needed(listing: &Listing, typed: &TimesForm, today: Day) -> Checked {
    let mut check = Check::default();
    let mut next = listing.clone();
    let mut day = |field: &str, text: &str| {
        let day = Day::parse(text.trim());
        if day.is_none() && !text.trim().is_empty() {
            check.note(field, Problem::NotADate);
        }
        day
    };
    let (first, last) = (
        day("needed_from", &typed.needed_from),
        day("needed_to", &typed.needed_to),
    );
    match (first, last.or(first)) {
        (Some(first), Some(last)) if last < first => check.note("needed_to", Problem::EndsBeforeItStarts),
        (_, Some(last)) if last < today => check.note("needed_from", Problem::InThePast),
        (None, Some(_)) => check.note("needed_from", Problem::Missing),
        (first, last) => (next.needed_first, next.needed_last) = (first, last),
    }
    checked(next, check)
}

/// Sets a number that was typed; nothing leaves it as it is.
fn set(check: &mut Check, field: &str, typed: &str, least: i64, most: i64, value: &mut i64) {
    if !typed.trim().is_empty()
        && let Some(number) = check.number(field, typed, least, most)
    {
        *value = number;
    }
}

/// What is typed about days: the fields of the shortest and of the longest loan.
fn by_the_day(check: &mut Check, next: &mut Listing, typed: &TimesForm) -> (&'static str, &'static str) {
    let weekdays: Vec<Option<u32>> = typed
        .weekdays
        .iter()
        .map(|d| d.parse().ok().filter(|d| *d < 7))
        .collect();
    match Preset::from_name(&typed.preset).map(Preset::weekdays) {
        None => check.note("preset", Problem::NotAChoice),
        Some(Some(preset)) => next.weekly_plan = preset,
        Some(None) if weekdays.iter().any(Option::is_none) => check.note("weekdays", Problem::NotAChoice),
        Some(None) if weekdays.is_empty() => check.note("weekdays", Problem::ChooseOne),
        Some(None) => next.weekly_plan = WeeklyPlan::of(weekdays.into_iter().flatten()),
    }
    if let Some(days) = check.number("lead_days", &typed.lead_days, 0, MOST_LEAD_DAYS) {
        next.lead_days = days;
    }
    if let Some(days) = check.number("longest_days", &typed.longest_days, 1, MOST_LOAN_DAYS) {
        next.longest_days = days;
    }
    let rhythm = &mut next.rhythm;
    set(
        check,
        "shortest_days",
        &typed.shortest_days,
        1,
        MOST_LOAN_DAYS,
        &mut rhythm.shortest,
    );
    set(
        check,
        "buffer_days",
        &typed.buffer_days,
        0,
        MOST_BUFFER_DAYS,
        &mut rhythm.buffer,
    );
    ("shortest_days", "longest_days")
}

/// Likewise about hours. The days of the week follow, for whoever searches by days.
fn by_the_hour(check: &mut Check, next: &mut Listing, typed: &TimesForm) -> (&'static str, &'static str) {
    let rhythm = &mut next.rhythm;
    match Preset::from_name(&typed.preset_hours).map(Preset::hours) {
        None => check.note("preset_hours", Problem::NotAChoice),
        Some(Some(preset)) => rhythm.week_hours = preset,
        Some(None) if typed.hours.is_empty() => {}
        Some(None) => {
            let before = check.clone();
            let mut week = WeekHours::NEVER;
            for (day, (hours, typed)) in week.0.iter_mut().zip(&typed.hours).enumerate() {
                let field = format!("hours_{day}");
                match WeekHours::read(typed) {
                    Ok(read) => *hours = read,
                    Err(SpanProblem::NotHours) => check.note(&field, Problem::NotHours),
                    Err(SpanProblem::Empty) => check.note(&field, Problem::EndsBeforeItStarts),
                    Err(SpanProblem::Overlap) => check.note(&field, Problem::HoursOverlap),
                }
            }
            if *check == before && week == WeekHours::NEVER {
                check.note("hours_0", Problem::ChooseOne);
            } else if *check == before {
                rhythm.week_hours = week;
            }
        }
    }
    set(
        check,
        "lead_hours",
        &typed.lead_hours,
        0,
        MOST_LEAD_HOURS,
        &mut rhythm.lead_hours,
    );
    set(
        check,
        "shortest_hours",
        &typed.shortest_hours,
        1,
        MOST_LOAN_HOURS,
        &mut rhythm.shortest,
    );
    set(
        check,
        "longest_hours",
        &typed.longest_hours,
        1,
        MOST_LOAN_HOURS,
        &mut rhythm.longest_hours,
    );
    set(
        check,
        "buffer_hours",
        &typed.buffer_hours,
        0,
        MOST_BUFFER_HOURS,
        &mut rhythm.buffer,
    );
    next.weekly_plan = next.rhythm.week_hours.weekdays();
    ("shortest_hours", "longest_hours")
}

/// The blocked and opened days after the form: those outside of the calendar shown stay, those inside are the ticked ones,
/// and the range is added.
fn exceptions(check: &mut Check, next: &mut Listing, typed: &TimesForm, today: Day) {
    let mut blocked: BTreeSet<Day> = next.blocked.iter().copied().collect();
    let mut opened: BTreeSet<Day> = next.opened.iter().copied().collect();
    let end = today.plus(BLOCK_AHEAD);
    let mut day = |field: &str, text: &str| {
        let day = Day::parse(text.trim());
        if day.is_none() && !text.trim().is_empty() {
            check.note(field, Problem::NotADate);
        }
        day
    };
    let shown = (day("blocked", &typed.shown_from), day("blocked", &typed.shown_to));
    let mut ticked = |field: &str, days: &[String]| -> Vec<Day> {
        let days = days.iter().take(usize::try_from(BLOCK_AHEAD).unwrap_or(0));
        days.filter_map(|text| day(field, text)).collect()
    };
    let (closed, open) = (ticked("blocked", &typed.blocked), ticked("opened", &typed.opened));
    let range = (day("block_from", &typed.block_from), day("block_to", &typed.block_to));
    if let (Some(from), Some(to)) = shown {
        blocked.retain(|d| *d < from || *d > to);
        // All that are open in spite of the plan are listed below the calendar.
        opened.retain(|d| open.contains(d));
    }
    opened.retain(|d| !closed.contains(d));
    blocked.extend(closed);
    match range {
        (Some(from), to) => {
            let to = to.unwrap_or(from);
            if to < from {
                check.note("block_to", Problem::EndsBeforeItStarts);
            } else if to < today {
                check.note("block_to", Problem::InThePast);
            } else {
                let (from, to) = (from.max(today), to.min(end));
                blocked.retain(|d| *d < from || *d > to);
                opened.retain(|d| *d < from || *d > to);
                match typed.block_as.as_str() {
                    "open" => opened.extend(from.to(to)),
                    "plan" => {}
                    _ => blocked.extend(from.to(to)),
                }
            }
        }
        (None, Some(_)) => check.note("block_from", Problem::Missing),
        (None, None) => {}
    }
    let within = |days: BTreeSet<Day>| days.into_iter().filter(|d| *d >= today && *d <= end).collect();
    (next.blocked, next.opened) = (within(blocked), within(opened));
}
