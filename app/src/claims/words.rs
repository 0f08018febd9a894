//! A claim in words.

use crate::{
    bookings::Voice,
    shell::{
        format,
        forms::{Errors, Field, problem},
    },
};
use domain::{
    Lang,
    claims::{Claim, Draft, Event, Happened, Refusal, Remedy, rules::LONGEST_WORDS},
};
use leptos::prelude::*;

/// How something is made good: a sum, or a word.
#[must_use]
pub fn what(lang: Lang, remedy: Remedy, amount_minor: i64, currency: &str) -> String {
    let key = format!("claims-what-{}", remedy.name());
    let amount = format::money(lang, amount_minor, currency);
    match remedy {
        Remedy::Money => t!(lang, &key, amount = amount),
        _ => t!(lang, &key),
    }
}

/// Why something was refused; at its field if it has one.
#[must_use]
pub fn refusal(lang: Lang, refused: &Refusal, currency: &str) -> (Option<&'static str>, String) {
    match refused {
        Refusal::Invalid(errors) => (
            None,
            errors
                .first()
                .map(|error| problem(lang, error.problem))
                .unwrap_or_default(),
        ),
        Refusal::AboveCap { cap_minor: 0 } => (Some("remedy"), t!(lang, "claims-refused-no-value")),
        Refusal::AboveCap { cap_minor } => {
            let cap = format::money(lang, *cap_minor, currency);
            (Some("amount"), t!(lang, "claims-refused-above-cap", cap = cap))
        }
        Refusal::Already => (None, t!(lang, "claims-refused-already")),
        Refusal::TooEarly => (None, t!(lang, "claims-refused-too-early")),
        Refusal::TooLate => (None, t!(lang, "claims-refused-too-late")),
        Refusal::ChangedMeanwhile => (None, t!(lang, "claims-refused-changed")),
        Refusal::NobodyDecides => (None, t!(lang, "claims-refused-nobody")),
        Refusal::SomebodyElse => (None, t!(lang, "claims-refused-somebody-else")),
        Refusal::NotNow | Refusal::NotYours | Refusal::WaitsForOther | Refusal::Booking(_) => {
            (None, t!(lang, "claims-refused-not-now"))
        }
    }
}

/// What a form comes back with.
#[derive(Clone, Debug, Default)]
pub struct Again {
    /// Which command was tried, as addresses have it.
    pub command: String,
    /// What was typed.
    pub typed: Draft,
    /// What is wrong with it.
    pub errors: Errors,
    /// What is wrong at a field beyond that.
    pub at: Option<(&'static str, String)>,
    /// Why it was refused otherwise.
    pub problem: Option<String>,
}

impl Again {
    /// What a refusal of this command makes of the form.
    #[must_use]
    pub fn refused(lang: Lang, command: &str, typed: Draft, refused: &Refusal, currency: &str) -> Self {
        let mut again = Self {
            command: command.to_owned(),
            typed,
            ..Self::default()
        };
        match refused {
            Refusal::Invalid(errors) => again.errors = Errors(errors.clone()),
            other => match refusal(lang, other, currency) {
                (Some(field), text) => again.at = Some((field, text)),
                (None, text) => again.problem = Some(text),
            },
        }
        again
    }

    fn wrong_at(&self, lang: Lang, field: &str) -> Option<String> {
        let typed = self.errors.of(field).map(|wrong| problem(lang, wrong));
        typed.or_else(|| {
            self.at
                .as_ref()
                .filter(|(at, _)| *at == field)
                .map(|(_, text)| text.clone())
        })
    }
}

/// The fields of how it is to be made good, with words.
pub struct Fields<'a> {
    /// The reader's language.
    pub lang: Lang,
    /// The form's name.
    pub command: &'static str,
    /// What keeps forms of one page apart: on the page of a booking there can be a claim of each side.
    pub within: &'a str,
    /// What was typed, and what is wrong with it.
    pub again: &'a Again,
    /// The most there can be, in minor units.
    pub cap_minor: i64,
    /// ISO 4217 code.
    pub currency: &'a str,
    /// The other side's name, and whether it would have to make it good; `None` for who decides about both.
    pub other: Option<(String, bool)>,
    /// The label and the hint of the words.
    pub words: (String, Option<String>),
}

impl Fields<'_> {
    /// All of them.
    #[must_use]
    pub fn show(self) -> AnyView {
        let (lang, again) = (self.lang, self.again);
        let tried = again.command == self.command;
        let typed = if tried { again.typed.clone() } else { Draft::default() };
        let cap = (self.cap_minor > 0).then(|| format::money(lang, self.cap_minor, self.currency));
        let wrong = |field: &str| again.wrong_at(lang, field).filter(|_| tried);
        let first = if self.cap_minor > 0 {
            Remedy::Money
        } else {
            Remedy::Repair
        };
        let chosen = Remedy::from_name(&typed.remedy).unwrap_or(first);
        let choices = Remedy::ALL
            .into_iter()
            .filter(|remedy| *remedy != Remedy::Money || cap.is_some())
            .map(|remedy| {
                let name = remedy.name();
                let note = match (&self.other, remedy) {
                    (_, Remedy::Money) => Some(t!(
                        lang,
                        "claims-remedy-money-note",
                        cap = cap.clone().unwrap_or_default()
                    )),
                    (_, Remedy::Nothing) => Some(t!(lang, "claims-remedy-nothing-note")),
                    (Some((other, theirs)), _) => {
                        let side = if *theirs { "mine" } else { "other" };
                        let key = format!("claims-remedy-{name}-note");
                        Some(t!(lang, &key, other = other.clone(), side = side))
                    }
                    (None, _) => None,
                };
                view! {
                    <label class="choice">
                        <input type="radio" name="remedy" value=name checked=remedy == chosen/>
                        <span>{t!(lang, &format!("claims-remedy-{name}"))}</span>
                        {note.map(|note| view! { <span class="choice__note">{note}</span> })}
                    </label>
                }
            })
            .collect_view();
        let (ask, without) = match self.other {
            Some(_) => ("claims-remedy-ask", "claims-remedy-money-none"),
            None => ("claims-operator-ask", "claims-operator-money-none"),
        };
        let none = cap
            .is_none()
            .then(|| view! { <p class="field__hint">{t!(lang, without)}</p> });
        let amount = cap.map(|cap| {
            let field = Field::new("amount", t!(lang, "claims-amount"))
                .within(self.within)
                .hint(t!(lang, "claims-until-hint", cap = cap))
                .inputmode("decimal")
                .unit(format::currency_sign(self.currency))
                .value(typed.amount.clone())
                .wrong(wrong("amount"));
            view! { <div class="by-remedy">{field.show(lang, &Errors::default())}</div> }
        });
        let words = Field::new("words", self.words.0)
            .within(self.within)
            .lines(5)
            .longest(LONGEST_WORDS)
            .value(typed.words)
            .wrong(wrong("words"));
        let words = match self.words.1 {
            Some(hint) => words.hint(hint),
            None => words,
        };
        view! {
            <fieldset class="group" id=format!("{}-remedy", self.within) tabindex="-1">
                <legend class="group__legend">{t!(lang, ask)}</legend>
                {none}
                <div class="choices choices--boxed">{choices}</div>
                {wrong("remedy").map(|text| view! { <p class="field__error">{text}</p> })}
            </fieldset>
            {amount}
            {words.show(lang, &Errors::default())}
        }
        .into_any()
    }
}

/// What happened to this claim, line by line. `name` calls a side.
#[must_use]
pub fn story(
    voice: &Voice,
    claim: &Claim,
    history: &[Happened],
    name: impl Fn(domain::bookings::Party) -> String,
) -> AnyView {
    let lang = voice.lang;
    let sum = |remedy: Remedy, minor: i64| what(lang, remedy, minor, &claim.currency);
    let rows = history
        .iter()
        .filter(|line| line.about == claim.by)
        .map(|line| {
            let who = line.by.map_or_else(|| t!(lang, "claims-somebody"), &name);
            let key = format!("claims-event-{}", line.event.name().replace('_', "-"));
            let (text, words) = match &line.event {
                Event::Opened {
                    remedy,
                    amount_minor,
                    words,
                    ..
                }
                | Event::Countered {
                    remedy,
                    amount_minor,
                    words,
                    ..
                } => (
                    t!(lang, &key, name = who, what = sum(*remedy, *amount_minor)),
                    words.clone(),
                ),
                Event::Decided { decision } => (
                    t!(lang, &key, what = sum(decision.remedy, decision.amount_minor)),
                    decision.reason.clone(),
                ),
                Event::Escalated { by: None } => (t!(lang, "claims-event-escalated-by-time"), String::new()),
                Event::Appealed { words, .. } => (t!(lang, &key, name = who), words.clone()),
                _ => (t!(lang, &key, name = who), String::new()),
            };
            view! {
                <li class="timeline__step" data-state="done">
                    <p class="timeline__title">{text}</p>
                    <p class="timeline__time"><time datetime=format::machine(line.at)>{voice.moment(line.at)}</time></p>
                    {(!words.is_empty()).then(|| view! { <p class="timeline__note prose--user" dir="auto">{words}</p> })}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{rows}</ol> }.into_any()
}
