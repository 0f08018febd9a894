//! Choosing when to borrow a thing: first the first day, then the last; by the hour a day, from when, until when. Every step
//! is a link, so that it works without script, and what was chosen stands in the address. What cannot be chosen says why.

use super::{
    calendar::{self, Inside, MONTHS, MOST_AHEAD, Month, Shown},
    picked::{Picked, Wanted},
};
use crate::bookings::{Voice, unavailable};
use crate::shell::{format, pieces::icon};
use domain::{
    Day, Lang, Timestamp,
    availability::{CalendarDay, DayState, Diary, Grain, Hours, Period, Reason},
};
use leptos::prelude::*;

/// Months in the strip for the year.
const STRIP: i64 = 12;

/// The part of a thing's page where it is chosen when to borrow it.
pub struct Choosing<'a> {
    /// How to say things.
    pub voice: &'a Voice,
    /// When the thing can be had, from today on as far as one can choose.
    pub diary: &'a Diary,
    /// What stands in the address.
    pub wanted: &'a Wanted,
}

impl Choosing<'_> {
    /// The days that the diary must know.
    #[must_use]
    pub fn reach(today: Day) -> (Day, Day) {
        (today, Month::of(today).plus(MOST_AHEAD + MONTHS as i64).last())
    }

    fn lang(&self) -> Lang {
        self.voice.lang
    }

    fn now(&self) -> Timestamp {
        self.voice.now
    }

    fn picked(&self) -> Picked {
        self.wanted.picked(self.diary.plan.grain)
    }

    /// The calendar, the hours of the day chosen if it is lent by the hour, and what all of it means.
    #[must_use]
    pub fn show(&self) -> AnyView {
        let today = self.voice.today;
        let shown = self.wanted.months(today);
        let days = self.diary.calendar(Self::reach(today), self.now());
        let find = |day: Day| usize::try_from(day.0 - today.0).ok().and_then(|at| days.get(at));
        let table = calendar::months(self.lang(), shown, today, |day| match find(day) {
            Some(one) => self.day(one, shown.0),
            None => self.past(),
        });
        view! {
            {self.step(shown.0)}
            {self.leaves(shown)}
            {table}
            {self.why()}
            {self.hours(shown.0)}
            {self.legend()}
            {self.strip(&days, shown)}
        }
        .into_any()
    }

    fn past(&self) -> Shown {
        Shown {
            state: "past",
            word: t!(self.lang(), "listings-day-past"),
            pick: None,
            inside: Inside::Nothing,
        }
    }

    /// A day: a link that chooses it, or one that asks why it cannot be chosen.
    fn day(&self, one: &CalendarDay, month: Month) -> Shown {
        let picked = self.picked();
        let lang = self.lang();
        let (state, word) = state_words(self.voice, one.state);
        if one.state == DayState::Past {
            return self.past();
        }
        let chosen = self.chooses(one);
        let (state, word, inside) = match chosen {
            Some(next) => {
                let anchor = if next.period(self.diary.plan.grain).is_some() {
                    "request"
                } else {
                    "days"
                };
                (
                    "free",
                    t!(lang, "listings-day-free"),
                    Inside::Link(format!("{}#{anchor}", next.query(month))),
                )
            }
            None => {
                let word = if one.state == DayState::Free {
                    t!(lang, "listings-day-not-then")
                } else {
                    word
                };
                let state = if state == "free" { "closed" } else { state };
                let why = format!("{}&why={}#why", picked.query(month), one.day);
                (state, t!(lang, "listings-day-why", state = word), Inside::Link(why))
            }
        };
        Shown {
            state,
            word,
            pick: picked.mark(one.day),
            inside,
        }
    }

    /// What a tap on a day chooses, if it can be chosen.
    fn chooses(&self, one: &CalendarDay) -> Option<Picked> {
        let picked = self.picked();
        match self.diary.plan.grain {
            Grain::Day => match self.ending_on(one.day) {
                Some(Ok(())) => Some(picked.then(one.day)),
                _ => one.start.is_ok().then(|| Picked::default().then(one.day)),
            },
            Grain::Hour => {
                let next = picked.then_by_the_hour(one.day);
                let ends = next.from_hour.is_some();
                // Whether an hour of it suits is said below the calendar.
                (one.state == DayState::Free || (ends && one.state != DayState::Closed)).then_some(next)
            }
        }
    }

    /// Whether the period that begins with the first day chosen can end on this day; `None` if none is begun.
    fn ending_on(&self, day: Day) -> Option<Result<(), Reason>> {
        let picked = self.picked();
        let first = picked.from.filter(|first| picked.to.is_none() && *first <= day)?;
        Some(self.diary.check(Period::whole_days(first, day), self.now()))
    }

    /// What is chosen so far and what comes next.
    fn step(&self, month: Month) -> AnyView {
        let (lang, picked, grain) = (self.lang(), self.picked(), self.diary.plan.grain);
        let day = |day: Day| format::short_day(lang, day, self.voice.today);
        let words = match (grain, picked.from, picked.from_hour) {
            (_, None, _) => t!(lang, &self.voice.named("listings-choose-first"), grain = grain.name()),
            (Grain::Day, Some(first), _) if picked.to.is_none() => {
                t!(lang, &self.voice.named("listings-choose-last"), day = day(first))
            }
            (Grain::Hour, Some(first), None) => t!(lang, "listings-choose-from", day = day(first)),
            (Grain::Hour, Some(first), Some(hour)) if picked.to_hour.is_none() => {
                let begins = t!(lang, "days-at-hour", day = day(first), hour = hour);
                t!(lang, "listings-choose-until", begins = begins)
            }
            _ => match picked.period(grain) {
                Some(period) => t!(lang, "listings-chosen", period = self.voice.period(period)),
                None => String::new(),
            },
        };
        let anew = picked.from.map(|_| {
            let href = format!("{}#days", Picked::default().query(month));
            view! { " "<a href=href rel="nofollow">{t!(lang, "listings-choose-anew")}</a> }
        });
        if let Some((period, reason)) = self.against() {
            return view! {
                <div class="notice" data-kind="warning" role="status">
                    {icon("warning")}
                    <div>
                        <p class="notice__title">{t!(lang, "listings-chosen-not", period = self.voice.period(period))}</p>
                        <p>{unavailable(self.voice, reason)}{anew}</p>
                    </div>
                </div>
            }
            .into_any();
        }
        view! { <p class="calendar-step" role="status">{words}{anew}</p> }.into_any()
    }

    /// What is chosen although it cannot be had, and why not: days come by an address, too.
    fn against(&self) -> Option<(Period, Reason)> {
        let period = self.picked().period(self.diary.plan.grain)?;
        let reason = self.diary.check(period, self.now()).err()?;
        Some((period, reason))
    }

    /// Why a day cannot be chosen, when somebody asked.
    fn why(&self) -> AnyView {
        let Some(day) = Day::parse(&self.wanted.why) else {
            return ().into_any();
        };
        let reason = match self.ending_on(day) {
            Some(Err(reason)) => Some(reason),
            _ => self
                .diary
                .calendar((day, day), self.now())
                .first()
                .and_then(|one| one.start.err()),
        };
        let Some(reason) = reason else { return ().into_any() };
        let title = format::short_day(self.lang(), day, self.voice.today);
        view! {
            <div class="notice" data-kind="info" id="why" role="status">
                {icon("info")}
                <div><p class="notice__title">{title}</p><p>{unavailable(self.voice, reason)}</p></div>
            </div>
        }
        .into_any()
    }

    /// By the hour: the hours of the day chosen.
    fn hours(&self, month: Month) -> AnyView {
        let picked = self.picked();
        match (self.diary.plan.grain, picked.from, picked.from_hour) {
            (Grain::Hour, Some(day), None) => self.hours_to_begin(day, month),
            (Grain::Hour, Some(first), Some(hour)) if picked.to_hour.is_none() => self.hours_to_end(first, hour, month),
            _ => ().into_any(),
        }
    }

    fn hours_to_begin(&self, day: Day, month: Month) -> AnyView {
        let (lang, picked) = (self.lang(), self.picked());
        let items = self
            .diary
            .hours(day, self.now())
            .into_iter()
            .filter(|hour| !matches!(hour.state, DayState::Past | DayState::NotLent))
            .map(|hour| {
                let chosen = Picked {
                    from_hour: Some(hour.hour),
                    ..picked
                };
                let href = hour.start.is_ok().then(|| format!("{}#hours", chosen.query(month)));
                self.hour(hour.hour, hour.start, href)
            })
            .collect();
        self.hour_list(
            t!(
                lang,
                "listings-hours-from",
                day = format::short_day(lang, day, self.voice.today)
            ),
            items,
        )
    }

    fn hours_to_end(&self, first: Day, from: i8, month: Month) -> AnyView {
        let (lang, picked) = (self.lang(), self.picked());
        let last = picked.to.unwrap_or(first);
        let earliest = if last == first { from + 1 } else { 1 };
        let answers: Vec<(i8, Result<(), Reason>)> = (earliest..=24)
            .map(|to| {
                let hours = Some(Hours { from, to });
                (to, self.diary.check(Period { first, last, hours }, self.now()))
            })
            .collect();
        // What suits, and the first hour after it, which says why it goes no further. Where nothing suits, the first says why.
        let begin = answers.iter().position(|(_, answer)| answer.is_ok()).unwrap_or(0);
        let suiting = answers
            .iter()
            .skip(begin)
            .take_while(|(_, answer)| answer.is_ok())
            .count();
        let items = answers
            .into_iter()
            .skip(begin)
            .take(suiting + 1)
            .map(|(to, answer)| {
                let chosen = Picked {
                    to: Some(last),
                    to_hour: Some(to),
                    ..picked
                };
                let href = answer.is_ok().then(|| format!("{}#request", chosen.query(month)));
                self.hour(to, answer, href)
            })
            .collect();
        self.hour_list(
            t!(
                lang,
                "listings-hours-until",
                day = format::short_day(lang, last, self.voice.today)
            ),
            items,
        )
    }

    /// One hour: a link, or a fold that says why not.
    fn hour(&self, hour: i8, answer: Result<(), Reason>, href: Option<String>) -> AnyView {
        let words = t!(self.lang(), "clock-hour", hour = hour);
        match (href, answer) {
            (Some(href), _) => view! {
                <li><a class="button button--quiet button--small" href=href rel="nofollow">{words}</a></li>
            }
            .into_any(),
            (None, Err(reason)) => view! {
                <li>
                    <details class="hours__not">
                        <summary><s>{words}</s><span class="visually-hidden">" "{t!(self.lang(), "listings-hour-not")}</span></summary>
                        <p class="field__hint">{unavailable(self.voice, reason)}</p>
                    </details>
                </li>
            }
            .into_any(),
            (None, Ok(())) => ().into_any(),
        }
    }

    fn hour_list(&self, title: String, items: Vec<AnyView>) -> AnyView {
        let none = items
            .is_empty()
            .then(|| view! { <p>{t!(self.lang(), "listings-hours-none")}</p> });
        view! {
            <section class="hours" id="hours" aria-labelledby="hours-title">
                <h3 id="hours-title">{title}</h3>
                {none}
                <ol class="hours__list">{items}</ol>
            </section>
        }
        .into_any()
    }

    /// The months of the year, each with how many days are left in it.
    fn strip(&self, days: &[CalendarDay], shown: (Month, Month)) -> AnyView {
        let (lang, picked) = (self.lang(), self.picked());
        let now = Month::of(self.voice.today);
        let items = (0..STRIP)
            .map(|ahead| {
                let month = now.plus(ahead);
                let free = days
                    .iter()
                    .filter(|one| Month::of(one.day) == month && one.start.is_ok())
                    .count();
                let current = (shown.0 <= month && month <= shown.1).then_some("true");
                let href = format!("{}#days", picked.query(month));
                view! {
                    <li>
                        <a class="month-strip__month" href=href rel="nofollow" aria-current=current>
                            {month.name(lang)}
                            <span class="month-strip__free">{t!(lang, "listings-days-free", count = free)}</span>
                        </a>
                    </li>
                }
            })
            .collect_view();
        view! {
            <nav aria-label=t!(lang, "listings-year")><ul class="month-strip">{items}</ul></nav>
        }
        .into_any()
    }

    fn leaves(&self, (first, _): (Month, Month)) -> AnyView {
        let lang = self.lang();
        let picked = self.picked();
        let now = Month::of(self.voice.today);
        let leaf = |to: Month| format!("{}#days", picked.query(to));
        let earlier = (first > now).then(|| {
            let href = leaf(first.plus(-(MONTHS as i64)).max(now));
            view! { <a class="button button--quiet button--small" href=href rel="nofollow">{t!(lang, "listings-months-earlier")}</a> }
        });
        let later = (first < now.plus(MOST_AHEAD)).then(|| {
            let href = leaf(first.plus(MONTHS as i64));
            view! { <a class="button button--quiet button--small" href=href rel="nofollow">{t!(lang, "listings-months-later")}</a> }
        });
        view! {
            <nav class="calendar-nav" aria-label=t!(lang, "listings-months")>{earlier}{later}</nav>
        }
        .into_any()
    }

    fn legend(&self) -> AnyView {
        let lang = self.lang();
        view! {
            <ul class="legend">
                <li class="legend__item" data-state="free">{t!(lang, "listings-legend-free")}</li>
                <li class="legend__item" data-state="taken">{t!(lang, "listings-legend-taken")}</li>
                <li class="legend__item" data-state="closed">{t!(lang, &self.voice.named("listings-legend-closed"))}</li>
                <li class="legend__item" data-state="today">{t!(lang, "listings-legend-today")}</li>
            </ul>
        }
        .into_any()
    }
}

/// How a day looks, and the same in a word.
fn state_words(voice: &Voice, state: DayState) -> (&'static str, String) {
    let lang = voice.lang;
    match state {
        DayState::Free => ("free", t!(lang, "listings-day-free")),
        DayState::Taken => ("taken", t!(lang, "listings-day-taken")),
        DayState::Resting => ("taken", t!(lang, &voice.named("listings-day-resting"))),
        DayState::NotLent => ("closed", t!(lang, &voice.named("listings-day-not-lent"))),
        DayState::Closed => ("closed", t!(lang, "listings-day-closed")),
        DayState::TooSoon => ("closed", t!(lang, "listings-day-too-soon")),
        DayState::TooFar => ("closed", t!(lang, "listings-day-too-far")),
        DayState::Past => ("past", t!(lang, "listings-day-past")),
    }
}
