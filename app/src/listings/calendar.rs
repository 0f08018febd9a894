//! Months as tables. [`super::choosing`] makes one of them in which days to borrow are chosen; here is the one in which an
//! owner closes days.

use crate::shell::format;
use domain::{Day, Lang};
use leptos::prelude::*;

/// Months shown beside each other.
pub const MONTHS: usize = 2;
/// How far ahead one can leaf, in months.
pub const MOST_AHEAD: i64 = 14;

/// A month of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Month {
    /// The year.
    year: i64,
    /// 1 to 12.
    month: i64,
}

impl Month {
    /// The month a day lies in.
    #[must_use]
    pub fn of(day: Day) -> Self {
        let date = day.date();
        Self {
            year: i64::from(date.year()),
            month: i64::from(date.month()),
        }
    }

    /// Reads `YYYY-MM`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 7)
            .then(|| Day::parse(&format!("{text}-01")).map(Self::of))
            .flatten()
    }

    /// The month so many months later.
    #[must_use]
    pub const fn plus(self, months: i64) -> Self {
        let count = self.year * 12 + self.month - 1 + months;
        Self {
            year: count.div_euclid(12),
            month: count.rem_euclid(12) + 1,
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Day {
        Day::parse(&format!("{self}-01")).unwrap_or(Day(0))
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Day {
        self.plus(1).first().plus(-1)
    }

    /// Its name with the year: `Mai 2030`.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        let number = u32::try_from(self.month).unwrap_or(1);
        format!("{} {}", format::month(lang, number), self.year)
    }
}

impl std::fmt::Display for Month {
    /// `YYYY-MM`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// The months on a page: those from the one asked for on, never before today's and not too far ahead.
#[must_use]
pub fn window(asked: &str, today: Day) -> (Month, Month) {
    let now = Month::of(today);
    let first = Month::parse(asked).unwrap_or(now).clamp(now, now.plus(MOST_AHEAD));
    (first, first.plus(MONTHS as i64 - 1))
}

/// What a day of a calendar holds besides its number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Inside {
    /// A link that chooses it.
    Link(String),
    /// A check box of this name, and whether it is ticked.
    Box(&'static str, bool),
    /// Nothing: it is only shown.
    Nothing,
}

/// A day as its calendar shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// `free`, `taken`, `closed` or `past`.
    pub state: &'static str,
    /// The same in a word, for those who do not see colours.
    pub word: String,
    /// `from`, `between` or `to`, if it lies in the days chosen.
    pub pick: Option<&'static str>,
    /// What it holds.
    pub inside: Inside,
}

/// Months beside each other. `show` says how each day is shown.
pub fn months(lang: Lang, (first, last): (Month, Month), today: Day, show: impl Fn(Day) -> Shown) -> AnyView {
    let mut tables = Vec::new();
    let mut month = first;
    while month <= last {
        tables.push(table(lang, month, today, &show));
        month = month.plus(1);
    }
    view! { <div class="calendars">{tables}</div> }.into_any()
}

fn table(lang: Lang, month: Month, today: Day, show: &impl Fn(Day) -> Shown) -> AnyView {
    let caption = month.name(lang);
    let heads = (0..7)
        .map(|weekday| {
            view! {
                <th scope="col" abbr=format::weekday(lang, weekday)>
                    {format::short_weekday(lang, weekday).trim_end_matches('.').to_owned()}
                </th>
            }
        })
        .collect_view();
    let (first, last) = (month.first(), month.last());
    let mut start = first.plus(-i64::from(first.weekday()));
    let mut weeks = Vec::new();
    while start <= last {
        let days = start
            .to(start.plus(6))
            .map(|day| {
                if day < first || day > last {
                    view! { <td></td> }.into_any()
                } else {
                    cell(day, today, show(day))
                }
            })
            .collect_view();
        weeks.push(view! { <tr>{days}</tr> });
        start = start.plus(7);
    }
    view! {
        <table class="calendar">
            <caption>{caption}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{weeks}</tbody>
        </table>
    }
    .into_any()
}

fn cell(day: Day, today: Day, shown: Shown) -> AnyView {
    let number = day.date().day().to_string();
    let text = view! {
        <time datetime=day.to_string()>{number}</time><span class="visually-hidden">" "{shown.word}</span>
    };
    let inside = match shown.inside {
        Inside::Link(href) => view! { <a href=href rel="nofollow">{text}</a> }.into_any(),
        Inside::Box(name, ticked) => view! {
            <label><input type="checkbox" name=name value=day.to_string() checked=ticked/>{text}</label>
        }
        .into_any(),
        Inside::Nothing => view! { <span>{text}</span> }.into_any(),
    };
    let now = (day == today).then_some("true");
    view! { <td class="calendar__day" data-state=shown.state data-pick=shown.pick data-today=now>{inside}</td> }
        .into_any()
}

/// The calendar in which an owner ticks the days on which a thing is not lent. `taken` are days of bookings.
#[must_use]
pub fn blocking(lang: Lang, shown: (Month, Month), today: Day, ticked: &[Day], taken: &[Day]) -> AnyView {
    months(lang, shown, today, |day| {
        let (state, word, inside) = if day < today {
            ("past", t!(lang, "listings-day-past"), Inside::Nothing)
        } else if taken.contains(&day) {
            // Whoever has it keeps it; closed it is once they have not.
            let ticked = Inside::Box("blocked", ticked.contains(&day));
            ("taken", t!(lang, "listings-day-taken"), ticked)
        } else {
            (
                "free",
                t!(lang, "listings-day-block"),
                Inside::Box("blocked", ticked.contains(&day)),
            )
        };
        Shown {
            state,
            word,
            pick: None,
            inside,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn months_follow_each_other_over_the_year() {
        let december = Month::parse("2026-12").unwrap();
        assert_eq!(
            (december.first(), december.last()),
            (day("2026-12-01"), day("2026-12-31"))
        );
        assert_eq!(december.plus(2).to_string(), "2027-02");
        assert_eq!(december.plus(-12).last(), day("2025-12-31"));
        assert_eq!(Month::parse("2024-02").unwrap().last(), day("2024-02-29"));
        for wrong in ["", "2026-13", "2026-1", "26-01", "2026-12-01", "zzzz-zz"] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_months_shown_stay_within_reach() {
        let today = day("2026-11-22");
        let first = |asked: &str| window(asked, today).0.to_string();
        assert_eq!(first(""), "2026-11");
        assert_eq!(first("2025-01"), "2026-11");
        assert_eq!(first("2027-01"), "2027-01");
        assert_eq!(first("9999-12"), "2028-01");
    }
}
