//! What stands in the address about when somebody wants a thing, and what a tap on a day makes of it.

use super::calendar::{self, Month};
use domain::{
    Day,
    availability::{Grain, Period},
    bookings::RequestDraft,
};
use serde::Deserialize;

/// What an address says about the time somebody wants.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    from: String,
    to: String,
    from_hour: String,
    to_hour: String,
    month: String,
    /// The day about which somebody asked why it cannot be chosen.
    pub why: String,
    delivery: String,
    note: String,
}

impl Wanted {
    /// The months that are shown.
    #[must_use]
    pub fn months(&self, today: Day) -> (Month, Month) {
        let asked = if self.month.is_empty() {
            Day::parse(&self.from).map_or(String::new(), |day| Month::of(day).to_string())
        } else {
            self.month.clone()
        };
        calendar::window(&asked, today)
    }

    /// What is chosen, as the form about it takes it.
    #[must_use]
    pub fn draft(&self, grain: Grain) -> RequestDraft {
        let picked = self.picked(grain);
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let hour = |hour: Option<i8>| hour.map(|hour| hour.to_string()).unwrap_or_default();
        RequestDraft {
            from: day(picked.from),
            to: day(picked.to),
            from_hour: hour(picked.from_hour),
            to_hour: hour(picked.to_hour),
            delivery: self.delivery.clone(),
            note: self.note.clone(),
            ..RequestDraft::default()
        }
    }

    /// What is chosen.
    #[must_use]
    pub fn picked(&self, grain: Grain) -> Picked {
        let picked = Picked::read(&self.from, &self.to);
        match grain {
            Grain::Day => picked,
            Grain::Hour => picked.with_hours(&self.from_hour, &self.to_hour),
        }
    }
}

/// What a visitor has chosen so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Picked {
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
    /// By the hour: when it begins on the first day.
    pub from_hour: Option<i8>,
    /// By the hour: when it is over on the last day.
    pub to_hour: Option<i8>,
}

impl Picked {
    /// Reads what stands in the address; what makes no sense is nothing.
    #[must_use]
    pub fn read(from: &str, to: &str) -> Self {
        let from = Day::parse(from);
        let to = Day::parse(to).filter(|to| from.is_some_and(|from| from <= *to));
        Self {
            from,
            to,
            ..Self::default()
        }
    }

    /// Likewise the hours.
    #[must_use]
    pub fn with_hours(self, from_hour: &str, to_hour: &str) -> Self {
        let hour = |text: &str, least: i8, most: i8| {
            let hour = text.trim().parse::<i8>().ok();
            hour.filter(|hour| (least..=most).contains(hour))
        };
        let from_hour = self.from.and_then(|_| hour(from_hour, 0, 23));
        Self {
            from_hour,
            to_hour: from_hour.and_then(|_| hour(to_hour, 1, 24)),
            ..self
        }
    }

    /// What a tap on `day` chooses by the day: the last day if only the first is known and lies before, otherwise a new
    /// first.
    #[must_use]
    pub const fn then(self, day: Day) -> Self {
        match self {
            Self {
                from: Some(from),
                to: None,
                ..
            } if from.0 <= day.0 => Self { to: Some(day), ..self },
            _ => Self::beginning(day),
        }
    }

    /// Likewise by the hour: the day on which it is over if it is known when it begins, otherwise a new first.
    #[must_use]
    pub const fn then_by_the_hour(self, day: Day) -> Self {
        match self {
            Self {
                from: Some(from),
                from_hour: Some(_),
                to_hour: None,
                ..
            } if from.0 <= day.0 => Self { to: Some(day), ..self },
            _ => Self::beginning(day),
        }
    }

    const fn beginning(day: Day) -> Self {
        Self {
            from: Some(day),
            to: None,
            from_hour: None,
            to_hour: None,
        }
    }

    /// The whole period, once it is known.
    #[must_use]
    pub fn period(self, grain: Grain) -> Option<Period> {
        let (first, last) = (self.from?, self.to.or_else(|| self.to_hour.and(self.from)));
        Some(match grain {
            Grain::Day => Period::whole_days(first, last?),
            Grain::Hour => Period::by_the_hour(first, self.from_hour?, last?, self.to_hour?),
        })
    }

    /// `from`, `between` or `to`, if a day lies in what is chosen.
    #[must_use]
    pub fn mark(self, day: Day) -> Option<&'static str> {
        match (self.from, self.to) {
            (Some(from), _) if from == day => Some("from"),
            (_, Some(to)) if to == day => Some("to"),
            (Some(from), Some(to)) if from < day && day < to => Some("between"),
            _ => None,
        }
    }

    /// As the query of an address, with the month that is shown.
    #[must_use]
    pub fn query(self, month: Month) -> String {
        let part = |name, value: Option<String>| value.map(|value| format!("{name}={value}&")).unwrap_or_default();
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        let hour = |hour: Option<i8>| hour.map(|hour| hour.to_string());
        [
            "?".to_owned(),
            part("from", day(self.from)),
            part("from_hour", hour(self.from_hour)),
            part("to", day(self.to)),
            part("to_hour", hour(self.to_hour)),
            format!("month={month}"),
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn the_second_tap_chooses_the_last_day() {
        let (a, b) = (day("2026-12-05"), day("2026-12-08"));
        let only = |from: Day| Picked {
            from: Some(from),
            ..Picked::default()
        };
        let both = |from: Day, to: Day| Picked {
            to: Some(to),
            ..only(from)
        };
        let first = Picked::default().then(a);
        assert_eq!(first, only(a));
        assert_eq!(first.then(b), both(a, b));
        assert_eq!(first.then(b).then(b), only(b));
        assert_eq!(only(b).then(a), only(a));
        assert_eq!(
            first.then(a).query(Month::of(a)),
            "?from=2026-12-05&to=2026-12-05&month=2026-12"
        );
        assert_eq!(Picked::read("2026-12-08", "2026-12-05"), only(b));
        assert_eq!(Picked::read("x", "2026-12-05"), Picked::default());
    }

    #[test]
    fn by_the_hour_the_day_comes_first_then_from_when_then_until_when() {
        let (a, b) = (day("2026-12-05"), day("2026-12-06"));
        let first = Picked::default().then_by_the_hour(a);
        assert_eq!(
            first.then_by_the_hour(b).from,
            Some(b),
            "another day, before an hour is chosen"
        );
        let begun = first.with_hours("18", "");
        let over_night = begun.then_by_the_hour(b);
        assert_eq!((over_night.from, over_night.to), (Some(a), Some(b)));
        assert_eq!(over_night.period(Grain::Hour), None);
        let whole = over_night.with_hours("18", "9");
        assert_eq!(whole.period(Grain::Hour), Some(Period::by_the_hour(a, 18, b, 9)));
        assert_eq!(
            whole.query(Month::of(a)),
            "?from=2026-12-05&from_hour=18&to=2026-12-06&to_hour=9&month=2026-12"
        );
        assert_eq!(whole.then_by_the_hour(b), Picked::default().then_by_the_hour(b));
        assert_eq!(first.with_hours("24", "9"), first, "no such hour");
        let same_day = first.with_hours("18", "20").period(Grain::Hour);
        assert_eq!(same_day, Some(Period::by_the_hour(a, 18, a, 20)));
    }
}
