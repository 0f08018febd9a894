//! The hours of a week.

use crate::listings::WeeklyPlan;
use serde::{Deserialize, Serialize};

/// The hours of each day of the week, Monday first: bit `h` is the hour from `h` to `h + 1` o'clock.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WeekHours(pub [u32; 7]);

/// Why typed hours make no sense.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SpanProblem {
    /// Not of the form `9-12, 17-21`, with full hours from 0 to 24.
    NotHours,
    /// A span that ends before it begins, or at once.
    Empty,
    /// Two spans share an hour.
    Overlap,
}

impl WeekHours {
    /// All hours of a day.
    pub const ALL_DAY: u32 = 0xff_ffff;
    /// All hours of all days.
    pub const ALWAYS: Self = Self([Self::ALL_DAY; 7]);
    /// No hour.
    pub const NEVER: Self = Self([0; 7]);

    /// The same hours on each of these days of the week.
    #[must_use]
    pub fn on_days(days: WeeklyPlan, hours: u32) -> Self {
        let mut week = Self::NEVER;
        for day in days.weekdays() {
            if let Some(slot) = week.0.get_mut(day as usize) {
                *slot = hours & Self::ALL_DAY;
            }
        }
        week
    }

    /// The hours of one day of the week, 0 is Monday.
    #[must_use]
    pub fn on(self, weekday: u32) -> u32 {
        self.0.get(weekday as usize).copied().unwrap_or(0)
    }

    /// The hours that any day has; all if none has any.
    #[must_use]
    pub fn of_any_day(self) -> u32 {
        match self.0.iter().fold(0, |all, day| all | day) {
            0 => Self::ALL_DAY,
            hours => hours,
        }
    }

    /// The days of the week that have an hour.
    #[must_use]
    pub fn weekdays(self) -> WeeklyPlan {
        WeeklyPlan::of((0..7).filter(|day| self.on(*day) != 0))
    }

    /// How many hours in a row there are at most; nights between two whole days count, and so does the end of the week.
    #[must_use]
    pub fn longest_stretch(self) -> i64 {
        let hours = || (0..7).flat_map(|day| (0..24).map(move |hour| self.on(day) >> hour & 1 == 1));
        if hours().all(|open| open) {
            return i64::MAX;
        }
        let mut longest = 0;
        let mut run = 0;
        for open in hours().chain(hours()) {
            run = if open { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        longest
    }

    /// The spans of a day's hours: first hour, and the hour at which they are over.
    #[must_use]
    pub fn spans(hours: u32) -> Vec<(i8, i8)> {
        let mut spans: Vec<(i8, i8)> = Vec::new();
        for hour in (0..24).filter(|hour| hours >> hour & 1 == 1) {
            match spans.last_mut() {
                Some((_, to)) if *to == hour => *to = hour + 1,
                _ => spans.push((hour, hour + 1)),
            }
        }
        spans
    }

    /// A day's hours as a form shows and reads them: `9-12, 17-21`.
    #[must_use]
    pub fn written(hours: u32) -> String {
        let spans = Self::spans(hours);
        let spans: Vec<String> = spans.into_iter().map(|(from, to)| format!("{from}-{to}")).collect();
        spans.join(", ")
    }

    /// Reads what is typed for a day: `9-12, 17-21`, also `09:00–12:00 17:00–21:00`; nothing is no hour.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(typed: &str) -> Result<u32, SpanProblem> {
        let dashed = typed
            .replace(['–', '—'], "-")
            .replace(" - ", "-")
            .replace([';', '+'], ",");
        let mut hours = 0;
        for span in dashed.split([',', ' ']).map(str::trim).filter(|span| !span.is_empty()) {
            let (from, to) = span.split_once('-').ok_or(SpanProblem::NotHours)?;
            let (from, to) = (full_hour(from)?, full_hour(to)?);
            if from >= to {
                return Err(SpanProblem::Empty);
            }
            let these = (from..to).fold(0, |bits, hour| bits | 1_u32 << hour);
            if hours & these != 0 {
                return Err(SpanProblem::Overlap);
            }
            hours |= these;
        }
        Ok(hours)
    }

    /// As the column holds it: six hexadecimal digits for each day, Monday first.
    #[must_use]
    pub fn column(self) -> String {
        self.0
            .iter()
            .map(|day| format!("{:06x}", day & Self::ALL_DAY))
            .collect()
    }
}

/// `9`, `09`, `9:00`, `24`.
fn full_hour(typed: &str) -> Result<u32, SpanProblem> {
    let typed = typed.trim();
    let hour = typed.strip_suffix(":00").unwrap_or(typed);
    let plain = (1..=2).contains(&hour.len()) && hour.bytes().all(|byte| byte.is_ascii_digit());
    let number = hour.parse::<u32>().ok().filter(|number| plain && *number <= 24);
    number.ok_or(SpanProblem::NotHours)
}

impl From<String> for WeekHours {
    /// Reads [`Self::column`]; what makes no sense, or nothing, is every hour.
    fn from(column: String) -> Self {
        let mut week = Self::ALWAYS;
        for (at, day) in week.0.iter_mut().enumerate() {
            let Some(bits) = column
                .get(at * 6..at * 6 + 6)
                .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            else {
                return Self::ALWAYS;
            };
            *day = bits;
        }
        week
    }
}
