//! The fields of the fifth step: by the day or by the hour, when, how early, how long, how many. What belongs to the other
//! grain is there as well and out of sight (`style/listings.css`), so that nothing needs script.

use super::{Choice, Choices};
use crate::bookings::kind_key;
use crate::listings::calendar::{self, Month};
use crate::shell::{
    format,
    forms::{Errors, Field, problem},
    pieces::icon,
};
use domain::{
    Day, Lang,
    availability::{Grain, MOST_UNITS},
    listings::{
        Kind,
        steps::{Preset, TimesForm},
    },
};
use leptos::prelude::*;

/// Lead times offered, in days.
const LEADS: [i64; 6] = [0, 1, 2, 3, 7, 14];
/// Longest loans offered, in days.
const LONGEST: [i64; 7] = [1, 2, 3, 7, 14, 30, 90];
/// Shortest loans offered, in days.
const SHORTEST: [i64; 5] = [1, 2, 3, 5, 7];
/// Days between two loans that are offered.
const BUFFERS: [i64; 5] = [0, 1, 2, 3, 7];
/// The same by the hour.
const LEAD_HOURS: [i64; 7] = [0, 1, 2, 4, 12, 24, 48];
/// See [`LEAD_HOURS`].
const LONGEST_HOURS: [i64; 9] = [1, 2, 3, 4, 6, 8, 12, 24, 72];
/// See [`LEAD_HOURS`].
const SHORTEST_HOURS: [i64; 5] = [1, 2, 3, 4, 8];
/// See [`LEAD_HOURS`].
const BUFFER_HOURS: [i64; 6] = [0, 1, 2, 4, 12, 24];
/// How far ahead it can be booked, in days.
const HORIZONS: [i64; 5] = [14, 30, 90, 180, 365];

/// The fields, with what was typed and what is wrong with it.
pub struct Shape<'a> {
    /// The reader's language.
    pub lang: Lang,
    /// What is listed.
    pub kind: Kind,
    /// What was typed.
    pub typed: &'a TimesForm,
    /// What is wrong with it.
    pub errors: &'a Errors,
}

impl Shape<'_> {
    /// All of them. `taken` are the days that bookings hold.
    pub fn show(&self, months: (Month, Month), today: Day, taken: &[Day]) -> AnyView {
        view! {
            {self.grain()}
            <div class="by-grain" data-grain="day">{self.by_the_day()}</div>
            <div class="by-grain" data-grain="hour">{self.by_the_hour()}</div>
            {self.stays_out()}
            {self.select("horizon_days", "listings-horizon-ask", &HORIZONS, &self.typed.horizon_days, |lang, days| {
                t!(lang, "listings-horizon-option", days = days)
            })}
            {self.units()}
            {self.instant()}
            {self.exceptions(months, today, taken)}
        }
        .into_any()
    }

    /// What this is called for what is listed.
    fn say(&self, key: &str) -> String {
        t!(self.lang, &kind_key(self.lang, key, self.kind))
    }

    fn grain(&self) -> AnyView {
        let choice = |grain: Grain, words: &'static str, note: &'static str| Choice {
            value: grain.name().to_owned(),
            words: self.say(words),
            note: Some(self.say(note)),
            icon: None,
            chosen: Grain::from_name(&self.typed.grain).unwrap_or_default() == grain,
        };
        Choices {
            name: "grain",
            question: self.say("listings-grain-ask"),
            hint: None,
            kind: "radio",
            class: "choices--boxed",
            all: vec![
                choice(Grain::Day, "listings-grain-day", "listings-grain-day-note"),
                choice(Grain::Hour, "listings-grain-hour", "listings-grain-hour-note"),
            ],
        }
        .show(self.lang, self.errors)
    }

    fn presets(&self, name: &'static str, offered: &[(Preset, &'static str)], chosen: &str) -> AnyView {
        let chosen = Preset::from_name(chosen).unwrap_or(Preset::Own);
        let all = offered
            .iter()
            .map(|(preset, words)| Choice {
                value: preset.name().to_owned(),
                words: t!(self.lang, words),
                note: None,
                icon: None,
                chosen: *preset == chosen,
            })
            .collect();
        Choices {
            name,
            question: t!(self.lang, "listings-preset-ask"),
            hint: None,
            kind: "radio",
            class: "choices--boxed",
            all,
        }
        .show(self.lang, self.errors)
    }

    fn by_the_day(&self) -> AnyView {
        let typed = self.typed;
        let offered = [
            (Preset::Any, "listings-preset-any"),
            (Preset::Weekends, "listings-preset-weekends"),
            (Preset::Own, "listings-preset-own-days"),
        ];
        let days = |lang: Lang, days: i64| t!(lang, "listings-days", days = days);
        view! {
            {self.presets("preset", &offered, &typed.preset)}
            {self.weekdays()}
            {self.select("lead_days", "listings-lead-ask", &LEADS, &typed.lead_days, |lang, days| {
                t!(lang, "listings-lead-option", days = days)
            })}
            {self.select("shortest_days", "listings-shortest-ask", &SHORTEST, &typed.shortest_days, days)}
            {self.select("longest_days", "listings-longest-ask", &LONGEST, &typed.longest_days, days)}
            {self.select("buffer_days", "listings-buffer-ask", &BUFFERS, &typed.buffer_days, |lang, days| {
                t!(lang, "listings-buffer-option", days = days)
            })}
        }
        .into_any()
    }

    fn by_the_hour(&self) -> AnyView {
        let typed = self.typed;
        let offered = [
            (Preset::Any, "listings-preset-always"),
            (Preset::Evenings, "listings-preset-evenings"),
            (Preset::Weekends, "listings-preset-weekend-hours"),
            (Preset::Own, "listings-preset-own-hours"),
        ];
        let hours = |lang: Lang, hours: i64| t!(lang, "listings-hours", hours = hours);
        view! {
            {self.presets("preset_hours", &offered, &typed.preset_hours)}
            {self.week()}
            {self.select("lead_hours", "listings-lead-ask", &LEAD_HOURS, &typed.lead_hours, |lang, hours| {
                t!(lang, "listings-lead-hours-option", hours = hours)
            })}
            {self.select("shortest_hours", "listings-shortest-ask", &SHORTEST_HOURS, &typed.shortest_hours, hours)}
            {self.select("longest_hours", "listings-longest-ask", &LONGEST_HOURS, &typed.longest_hours, hours)}
            {self.select("buffer_hours", "listings-buffer-ask", &BUFFER_HOURS, &typed.buffer_hours, |lang, hours| {
                t!(lang, "listings-buffer-hours-option", hours = hours)
            })}
        }
        .into_any()
    }

    fn weekdays(&self) -> AnyView {
        let lang = self.lang;
        Choices {
            name: "weekdays",
            question: self.say("listings-weekdays-ask"),
            hint: Some(self.say("listings-weekdays-hint")),
            kind: "checkbox",
            class: "choices--boxed choices--days",
            all: (0..7)
                .map(|day| Choice {
                    value: day.to_string(),
                    words: format::short_weekday(lang, day).trim_end_matches('.').to_owned(),
                    note: None,
                    icon: None,
                    chosen: self.typed.weekdays.contains(&day.to_string()),
                })
                .collect(),
        }
        .show(lang, self.errors)
    }

    /// One line for the hours of each day of the week.
    fn week(&self) -> AnyView {
        const NAMES: [&str; 7] = [
            "hours_0", "hours_1", "hours_2", "hours_3", "hours_4", "hours_5", "hours_6",
        ];
        let lines = NAMES
            .into_iter()
            .zip(0_u32..)
            .map(|(name, day)| {
                let value = self.typed.hours.get(day as usize).cloned().unwrap_or_default();
                Field::new(name, format::weekday(self.lang, day))
                    .value(value)
                    .placeholder(t!(self.lang, "listings-hours-placeholder"))
                    .show(self.lang, self.errors)
            })
            .collect_view();
        view! {
            <fieldset class="group" id="hours">
                <legend class="group__legend">{t!(self.lang, "listings-hours-ask")}</legend>
                <p class="field__hint">{t!(self.lang, "listings-hours-hint")}</p>
                <div class="week-hours">{lines}</div>
            </fieldset>
        }
        .into_any()
    }

    fn stays_out(&self) -> AnyView {
        let choice = |value: &str, words: &'static str, note: &'static str| Choice {
            value: value.to_owned(),
            words: self.say(words),
            note: Some(self.say(note)),
            icon: None,
            chosen: (self.typed.stays_out == "yes") == (value == "yes"),
        };
        Choices {
            name: "stays_out",
            question: t!(self.lang, "listings-stays-out-ask"),
            hint: None,
            kind: "radio",
            class: "choices--boxed",
            all: vec![
                choice("no", "listings-stays-out-no", "listings-stays-out-no-note"),
                choice("yes", "listings-stays-out-yes", "listings-stays-out-yes-note"),
            ],
        }
        .show(self.lang, self.errors)
    }

    fn units(&self) -> AnyView {
        Field::new("units", self.say("listings-units-ask"))
            .kind("number")
            .between(Some("1".to_owned()), Some(MOST_UNITS.to_string()))
            .hint(self.say("listings-units-hint"))
            .value(self.typed.units.clone())
            .show(self.lang, self.errors)
    }

    fn instant(&self) -> AnyView {
        Choices {
            name: "instant",
            question: t!(self.lang, "listings-instant-ask"),
            hint: None,
            kind: "radio",
            class: "choices--boxed",
            all: [
                ("", "listings-instant-no", "listings-instant-no-note"),
                ("yes", "listings-instant-yes", "listings-instant-yes-note"),
            ]
            .map(|(value, words, note)| Choice {
                value: value.to_owned(),
                words: self.say(words),
                note: Some(self.say(note)),
                icon: None,
                chosen: self.typed.instant == value,
            })
            .into(),
        }
        .show(self.lang, self.errors)
    }

    /// Days that are not as the plan says: ticked in a calendar, or a range of them.
    fn exceptions(&self, months: (Month, Month), today: Day, taken: &[Day]) -> AnyView {
        let (lang, typed, errors) = (self.lang, self.typed, self.errors);
        let ticked: Vec<Day> = typed.blocked.iter().filter_map(|day| Day::parse(day)).collect();
        let calendar = calendar::blocking(lang, months, today, &ticked, taken);
        let wrong = errors.of("blocked").map(|p| problem(lang, p));
        let range = [
            ("block_from", t!(lang, "listings-block-from"), &typed.block_from),
            ("block_to", t!(lang, "listings-block-to"), &typed.block_to),
        ]
        .map(|(name, label, value)| {
            Field::new(name, label)
                .kind("date")
                .value(value)
                .between(Some(today.to_string()), None)
                .show(lang, errors)
        });
        let kinds = [
            ("closed", t!(lang, "listings-block-closed")),
            ("open", t!(lang, "listings-block-open")),
            ("plan", t!(lang, "listings-block-plan")),
        ]
        .map(|(value, words)| {
            let selected = typed.block_as == value;
            view! { <option value=value selected=selected>{words}</option> }
        });
        view! {
            <fieldset class="group" id="blocked" tabindex="-1">
                <legend class="group__legend">{t!(lang, "listings-blocked")}</legend>
                <p class="field__hint">{t!(lang, "listings-blocked-hint")}</p>
                <input type="hidden" name="shown_from" value=months.0.first().to_string()/>
                <input type="hidden" name="shown_to" value=months.1.last().to_string()/>
                {calendar}
                {leaves(lang, months, today)}
                {wrong.map(|text| view! { <p class="field__error">{text}</p> })}
                {self.opened(today)}
                <p class="field__hint">{t!(lang, "listings-block-range")}</p>
                <div class="field-row">{range}</div>
                <div class="field">
                    <label class="field__label" for="block_as">{t!(lang, "listings-block-as")}</label>
                    <select class="input" id="block_as" name="block_as">{kinds}</select>
                </div>
            </fieldset>
        }
        .into_any()
    }

    /// Days that are open in spite of the plan: unticked they are as the plan says.
    fn opened(&self, today: Day) -> AnyView {
        let days: Vec<Day> = self.typed.opened.iter().filter_map(|day| Day::parse(day)).collect();
        if days.is_empty() {
            return ().into_any();
        }
        Choices {
            name: "opened",
            question: t!(self.lang, "listings-opened"),
            hint: None,
            kind: "checkbox",
            class: "choices--boxed",
            all: days
                .into_iter()
                .map(|day| Choice {
                    value: day.to_string(),
                    words: format::short_day(self.lang, day, today),
                    note: None,
                    icon: None,
                    chosen: true,
                })
                .collect(),
        }
        .show(self.lang, self.errors)
    }

    /// A choice of numbers; one that was chosen elsewhere is offered too.
    fn select(
        &self,
        name: &'static str,
        label: &'static str,
        offered: &[i64],
        chosen: &str,
        words: impl Fn(Lang, i64) -> String,
    ) -> AnyView {
        let mut all = offered.to_vec();
        if let Ok(number) = chosen.parse::<i64>()
            && (0..=365).contains(&number)
            && !all.contains(&number)
        {
            all.push(number);
            all.sort_unstable();
        }
        let items = all
            .into_iter()
            .map(|number| {
                let selected = number.to_string() == chosen;
                view! { <option value=number.to_string() selected=selected>{words(self.lang, number)}</option> }
            })
            .collect_view();
        let wrong = self.errors.of(name).map(|p| problem(self.lang, p));
        let error_id = format!("{name}-error");
        view! {
            <div class="field">
                <label class="field__label" for=name>{self.say(label)}</label>
                <select class="input" id=name name=name aria-invalid=wrong.is_some().then_some("true")
                    aria-describedby=wrong.is_some().then(|| error_id.clone())>{items}</select>
                {wrong.map(|text| view! { <p class="field__error" id=error_id>{text}</p> })}
            </div>
        }
        .into_any()
    }
}

/// Buttons that keep what was ticked and show other months.
fn leaves(lang: Lang, (first, last): (Month, Month), today: Day) -> AnyView {
    let now = Month::of(today);
    let button = |month: Month, key: &'static str, icon_name: &'static str| {
        view! {
            <button class="button button--quiet button--small" name="leaf" value=month.to_string()>
                {icon(icon_name)}{t!(lang, key)}
            </button>
        }
    };
    let later = last.plus(1);
    let (reach, _) = calendar::window(&later.to_string(), today);
    view! {
        <div class="calendar-nav">
            {(first > now).then(|| button(first.plus(-2).max(now), "listings-months-earlier", "left"))}
            {(reach > first).then(|| button(reach, "listings-months-later", "right"))}
        </div>
    }
    .into_any()
}
