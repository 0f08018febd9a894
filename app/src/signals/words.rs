//! Signals in words.

use crate::{
    bookings::{Voice, refusal_text},
    shell::forms::{Errors, Field, problem},
};
use domain::{
    Lang,
    signals::{Event, Refusal, Trouble, rules::LONGEST_WORDS},
};
use leptos::prelude::*;

/// What was said, as one of the two reads it: `who` is `me` or `other`.
#[must_use]
pub fn told(lang: Lang, event: &Event, who: &'static str, other: &str) -> String {
    let name = other.to_owned();
    match event {
        Event::OnMyWay { minutes, .. } => {
            t!(
                lang,
                "signals-told-on-my-way",
                who = who,
                name = name,
                minutes = minutes.unwrap_or(0)
            )
        }
        Event::Trouble { what, .. } => {
            t!(
                lang,
                "signals-told-trouble",
                who = who,
                name = name,
                what = trouble(lang, *what)
            )
        }
        Event::FeeWaived => t!(lang, "signals-told-fee-waived", who = who, name = name),
    }
}

/// What is wrong, in a few words.
#[must_use]
pub fn trouble(lang: Lang, what: Trouble) -> String {
    t!(lang, &format!("signals-trouble-{}", what.name().replace('_', "-")))
}

/// Why it was not said.
#[must_use]
pub fn refused(voice: &Voice, refusal: &Refusal) -> String {
    let lang = voice.lang;
    match refusal {
        Refusal::Invalid(errors) => errors.first().map(|e| problem(lang, e.problem)).unwrap_or_default(),
        Refusal::NotNow => t!(lang, "signals-refused-not-now"),
        Refusal::TooOften { again_at } => t!(lang, "signals-refused-too-often", at = voice.moment(*again_at)),
        Refusal::NotYours => t!(lang, "bookings-refused-not-yours"),
        Refusal::NothingOwed => t!(lang, "signals-refused-nothing-owed"),
        Refusal::Booking(refusal) => refusal_text(voice, refusal),
    }
}

/// The choices of what is wrong.
#[must_use]
pub fn trouble_choices(lang: Lang, chosen: &str, errors: &Errors) -> AnyView {
    let wrong = errors.of("trouble").map(|p| problem(lang, p));
    let items = Trouble::ALL
        .into_iter()
        .map(|what| {
            let note = format!("signals-trouble-{}-note", what.name().replace('_', "-"));
            view! {
                <label class="choice">
                    <input type="radio" name="trouble" value=what.name() checked=what.name() == chosen/>
                    <span>{trouble(lang, what)}</span>
                    <span class="choice__note">{t!(lang, &note)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="group" id="trouble" tabindex="-1">
            <legend class="group__legend">{t!(lang, "signals-trouble-ask")}</legend>
            <div class="choices choices--boxed">{items}</div>
            {wrong.map(|text| view! { <p class="field__error">{text}</p> })}
        </fieldset>
    }
    .into_any()
}

/// In how many minutes somebody is there.
#[must_use]
pub fn minutes_field(lang: Lang, typed: &str, errors: &Errors) -> AnyView {
    Field::new("minutes", t!(lang, "signals-minutes"))
        .value(typed)
        .inputmode("numeric")
        .unit(t!(lang, "signals-minutes-unit"))
        .optional()
        .show(lang, errors)
}

/// What is wrong, with words.
#[must_use]
pub fn trouble_fields(lang: Lang, chosen: &str, typed: &str, errors: &Errors) -> AnyView {
    let words = Field::new("words", t!(lang, "signals-words"))
        .value(typed)
        .lines(3)
        .longest(LONGEST_WORDS)
        .optional()
        .show(lang, errors);
    view! { {trouble_choices(lang, chosen, errors)}{words} }.into_any()
}
