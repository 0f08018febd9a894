//! What repeats: when, of the days that are asked for. Pure, with bounds on the work.
//!
//! The rules of RFC 5545 are `rrule`'s. It walks from the first occurrence on, so what is said to have begun long ago, or
//! to happen every second, costs time without end, and lists of hours, minutes and seconds multiply in memory before the
//! first is handed over. Both is looked at before it begins.

use super::{
    model::Trouble,
    moments::{Moment, Zones},
    reading::Reading,
};
use crate::{Day, Timestamp};
use calcard::icalendar::{ICalendarFrequency, ICalendarRecurrenceRule};
use chrono::{Datelike, NaiveDate, TimeZone as _, Timelike};
use jiff::{
    SignedDuration,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use rrule::{RRule, RRuleError, RRuleSet, Tz, Unvalidated, ValidationError};
use std::collections::HashSet;

/// Most occurrences of one rule in the days asked for. (One a day for two years is 730.)
pub const MOST_OCCURRENCES: usize = 2_000;
/// Most occurrences that one rule is followed from its beginning on. (One a day for a century is 36,525.)
const MOST_STEPS: usize = 40_000;
/// Most times of one day that a rule lists.
const MOST_TIMES: usize = 24;
/// Longest list in a rule. (Days of a year.)
const LONGEST_LIST: usize = 366;

/// Occurrences that do not take place, or not as the rule has them.
#[derive(Clone, Debug, Default)]
pub struct Exceptions {
    dates: HashSet<Date>,
    instants: HashSet<Timestamp>,
}

impl Exceptions {
    /// One more. A day stands for all that begins on it.
    pub fn add(&mut self, moment: &Moment, zones: &Zones<'_>) {
        match moment.instant() {
            Some(instant) => {
                self.instants.insert(instant);
            }
            None => {
                self.dates.insert(moment.shown_in(&zones.usual).date());
            }
        }
    }

    /// Whether what begins at `start` is one.
    pub fn has(&self, start: &Moment, zones: &Zones<'_>) -> bool {
        match start.instant() {
            Some(instant) => self.instants.contains(&instant) || self.dates.contains(&start.shown.date()),
            // Some programs name the midnight at which a whole day begins.
            None => {
                let midnight = Moment {
                    shown: start.shown,
                    zone: Some(zones.usual.clone()),
                };
                self.dates.contains(&start.shown.date())
                    || midnight
                        .instant()
                        .is_some_and(|midnight| self.instants.contains(&midnight))
            }
        }
    }
}

/// When what first begins at `start` and lasts for `length` begins again by `rule`, as far as that reaches into the days
/// asked for; `None` if the rule makes no sense.
pub fn starts(
    rule: &ICalendarRecurrenceRule,
    start: &Moment,
    length: SignedDuration,
    by: &Reading,
    patience: &mut dyn FnMut() -> bool,
) -> Result<Option<Vec<Moment>>, Trouble> {
    if asks_too_much(rule) {
        return Err(Trouble::TooOften);
    }
    let set = match series(rule, start) {
        Series::Of(set) => set,
        Series::Never => return Ok(Some(Vec::new())),
        Series::Senseless => return Ok(None),
    };
    // A day more at either end: the clock of the event may be ahead of ours, or behind.
    let earliest = by.first.plus(-1).date().to_datetime(jiff::civil::Time::midnight());
    let earliest = earliest.saturating_sub(length);
    let latest = by.last.plus(2).date().to_datetime(jiff::civil::Time::midnight());
    let mut found = Vec::new();
    for (step, at) in (*set).into_iter().enumerate() {
        if step >= MOST_STEPS {
            return Err(Trouble::TooOften);
        }
        if step % 64 == 0 && !patience() {
            return Err(Trouble::TooMuchWork);
        }
        let Some(shown) = from_chrono(&at) else { break };
        if shown > latest {
            break;
        }
        if shown >= earliest {
            if found.len() >= MOST_OCCURRENCES {
                return Err(Trouble::TooOften);
            }
            found.push(start.when(shown));
        }
    }
    Ok(Some(found))
}

/// Whether following the rule would cost more than any honest one does.
fn asks_too_much(rule: &ICalendarRecurrenceRule) -> bool {
    let times = [&rule.byhour, &rule.byminute, &rule.bysecond]
        .iter()
        .map(|list| list.len().max(1))
        .fold(1, usize::saturating_mul);
    let longest = [
        rule.byday.len(),
        rule.bymonthday.len(),
        rule.byyearday.len(),
        rule.byweekno.len(),
        rule.bymonth.len(),
        rule.bysetpos.len(),
    ]
    .into_iter()
    .max()
    .unwrap_or(0);
    matches!(rule.freq, ICalendarFrequency::Minutely | ICalendarFrequency::Secondly)
        || times > MOST_TIMES
        || longest > LONGEST_LIST
}

/// What follows from a rule.
enum Series {
    /// It makes no sense.
    Senseless,
    /// It ends before it begins.
    Never,
    /// Occurrences, one after the other.
    Of(Box<RRuleSet>),
}

/// The rule in `rrule`'s words, by the clock of the event: what it shows is taken for UTC, where no hour is left out or
/// comes twice.
fn series(rule: &ICalendarRecurrenceRule, start: &Moment) -> Series {
    let plain = ICalendarRecurrenceRule {
        until: None,
        rscale: None,
        skip: None,
        ..rule.clone()
    };
    let mut text = plain.to_string();
    if let Some(until) = &rule.until {
        let Some(until) = until_shown(until, start) else {
            return Series::Senseless;
        };
        text += &until.strftime(";UNTIL=%Y%m%dT%H%M%SZ").to_string();
    }
    let Some(begin) = to_chrono(start.shown) else {
        return Series::Senseless;
    };
    match text.parse::<RRule<Unvalidated>>().and_then(|rule| rule.validate(begin)) {
        Ok(rule) => Series::Of(Box::new(RRuleSet::new(begin).rrule(rule).limit())),
        Err(RRuleError::ValidationError(ValidationError::UntilBeforeStart { .. })) => Series::Never,
        Err(_) => Series::Senseless,
    }
}

/// The end of a rule by the clock of its event. A day includes all of it.
fn until_shown(until: &calcard::common::PartialDateTime, start: &Moment) -> Option<DateTime> {
    let usual = start.zone.clone().unwrap_or(TimeZone::UTC);
    let until = Moment::read(until, &usual)?;
    match (&until.zone, &start.zone) {
        (None, _) => Some(until.shown.date().at(23, 59, 59, 0)),
        (Some(_), Some(zone)) => Some(until.shown_in(zone)),
        // Of whole days, the day that is meant is the one it is in UTC.
        (Some(_), None) => Some(until.shown.date().at(23, 59, 59, 0)),
    }
}

fn to_chrono(shown: DateTime) -> Option<chrono::DateTime<Tz>> {
    let number = |n: i8| u32::try_from(n).ok();
    let date = NaiveDate::from_ymd_opt(i32::from(shown.year()), number(shown.month())?, number(shown.day())?)?;
    let naive = date.and_hms_opt(number(shown.hour())?, number(shown.minute())?, number(shown.second())?)?;
    Some(Tz::UTC.from_utc_datetime(&naive))
}

fn from_chrono(at: &chrono::DateTime<Tz>) -> Option<DateTime> {
    let number = |n: u32| i8::try_from(n).ok();
    let (year, month, day) = (i16::try_from(at.year()).ok()?, number(at.month())?, number(at.day())?);
    let (hour, minute, second) = (number(at.hour())?, number(at.minute())?, number(at.second())?);
    DateTime::new(year, month, day, hour, minute, second, 0).ok()
}

/// How far ahead a foreign calendar is read.
pub const AHEAD: i64 = 730;

/// The days that are read of it on `today`.
#[must_use]
pub fn window(today: Day) -> (Day, Day) {
    (today, today.plus(AHEAD))
}
