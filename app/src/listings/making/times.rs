//! The fifth step: on which days, how early, how long.

use super::{Again, Choice, Choices, Saved, StepPage, Typed, id_in, saved, step_path};
use crate::listings::calendar::{self, Month};
use crate::shell::{
    Answer, AppError, SignedIn, Visitor, format,
    forms::{Asked, Errors, Field, Sent, problem},
    notices::redirect,
    pieces::icon,
};
use axum::{extract::Path, response::Response};
use domain::{
    Ctx, Day, Lang,
    listings::{self, DayState, Listing, State, Step, steps::TimesForm},
    members::Me,
};
use leptos::prelude::*;
use serde::Deserialize;

/// Lead times offered, in days.
const LEADS: [i64; 6] = [0, 1, 2, 3, 7, 14];
/// Longest loans offered, in days.
const LONGEST: [i64; 7] = [1, 2, 3, 7, 14, 30, 90];

/// Which months are shown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Leaf {
    month: String,
}

/// `GET /things/{id}/times`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Asked(leaf): Asked<Leaf>) -> Answer {
    let listing = listings::own(visitor.ctx(), &me, id_in(&id)?)
        .await
        .map_err(AppError::from_domain)?;
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let typed = TimesForm {
        needed_from: day(listing.needed_first),
        needed_to: day(listing.needed_last),
        weekdays: listing.weekly_plan.weekdays().map(|day| day.to_string()).collect(),
        lead_days: listing.lead_days.to_string(),
        longest_days: listing.longest_days.to_string(),
        instant: if listing.instant { "yes" } else { "" }.into(),
        blocked: listing.blocked.iter().map(ToString::to_string).collect(),
        ..TimesForm::default()
    };
    form(&visitor, &me, &listing, &typed, &leaf.month, Again::default()).await
}

/// `POST /things/{id}/times`. Leafing through the months keeps what was ticked, too.
pub async fn save(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Answer {
    let (ctx, sent, id) = (visitor.ctx(), Typed(pairs), id_in(&id)?);
    let typed = TimesForm {
        needed_from: sent.one("needed_from"),
        needed_to: sent.one("needed_to"),
        weekdays: sent.all("weekdays"),
        lead_days: sent.one("lead_days"),
        longest_days: sent.one("longest_days"),
        instant: sent.one("instant"),
        blocked: sent.all("blocked"),
        shown_from: sent.one("shown_from"),
        shown_to: sent.one("shown_to"),
        block_from: sent.one("block_from"),
        block_to: sent.one("block_to"),
    };
    let answer = listings::save_times(ctx, &me, id, sent.version(), &typed).await;
    let leaf = sent.one("leaf");
    if answer.is_ok() && !leaf.is_empty() {
        let month = Month::parse(&leaf)
            .map(|month| format!("?month={month}#blocked"))
            .unwrap_or_default();
        return Ok(redirect(&format!("{}{month}", step_path(id, Step::Times))));
    }
    match saved(answer, id, Step::Times, &sent.go())? {
        Saved::GoOn(response) => Ok(response),
        Saved::Again(again) => {
            let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
            let month = Day::parse(&typed.shown_from)
                .map(|day| Month::of(day).to_string())
                .unwrap_or_default();
            form(&visitor, &me, &listing, &typed, &month, again).await
        }
    }
}

/// The days between two months that bookings hold.
async fn taken(ctx: &Ctx, me: &Me, listing: &Listing, months: (Month, Month)) -> Result<Vec<Day>, AppError> {
    if listing.state == State::Draft {
        return Ok(Vec::new());
    }
    let thing = listings::public_listing(ctx, Some(me.id), listing.id)
        .await
        .map_err(AppError::from_domain)?;
    let days = listings::calendar(ctx, &thing, months.0.first(), months.1.last()).await?;
    Ok(days
        .into_iter()
        .filter(|day| day.state == DayState::Taken)
        .map(|day| day.day)
        .collect())
}

async fn form(visitor: &Visitor, me: &Me, listing: &Listing, typed: &TimesForm, month: &str, again: Again) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let today = listing.today(ctx.clock.now());
    if listing.kind.is_wanted() {
        return Ok(needed(visitor, listing, typed, today, again));
    }
    let months = calendar::window(month, today);
    let taken = taken(ctx, me, listing, months).await?;
    Ok(show(visitor, listing, typed, months, today, &taken, again, lang))
}

/// When something is needed that its owner looks for.
fn needed(visitor: &Visitor, listing: &Listing, typed: &TimesForm, today: Day, again: Again) -> Response {
    let lang = visitor.lang;
    let days = [
        ("needed_from", "listings-needed-from", &typed.needed_from),
        ("needed_to", "listings-needed-to", &typed.needed_to),
    ]
    .map(|(name, label, value)| {
        Field::new(name, t!(lang, label))
            .kind("date")
            .value(value)
            .between(Some(today.to_string()), None)
            .show(lang, &again.errors)
    });
    let fields = view! {
        <div class="field-row">{days}</div>
        <p class="field__hint">{t!(lang, "listings-needed-hint")}</p>
    }
    .into_any();
    StepPage {
        visitor,
        id: listing.id,
        listing: Some(listing),
        kind: listing.kind,
        step: Step::Times,
        title: t!(lang, "listings-needed-title"),
        lead: None,
        action: step_path(listing.id, Step::Times),
        again,
        labels: Vec::new(),
    }
    .show(fields, ().into_any())
}

#[expect(clippy::too_many_arguments, reason = "all of it is the one page")]
fn show(
    visitor: &Visitor,
    listing: &Listing,
    typed: &TimesForm,
    months: (Month, Month),
    today: Day,
    taken: &[Day],
    again: Again,
    lang: Lang,
) -> Response {
    let errors = &again.errors;
    let weekdays = weekdays(lang, typed, errors);
    let lead = select(
        lang,
        "lead_days",
        t!(lang, "listings-lead-ask"),
        &LEADS,
        &typed.lead_days,
        errors,
        |days| t!(lang, "listings-lead-option", days = days),
    );
    let longest = select(
        lang,
        "longest_days",
        t!(lang, "listings-longest-ask"),
        &LONGEST,
        &typed.longest_days,
        errors,
        |days| t!(lang, "listings-days", days = days),
    );
    let instant = Choices {
        name: "instant",
        question: t!(lang, "listings-instant-ask"),
        hint: None,
        kind: "radio",
        class: "choices--boxed",
        all: [
            ("", "listings-instant-no", "listings-instant-no-note"),
            ("yes", "listings-instant-yes", "listings-instant-yes-note"),
        ]
        .map(|(value, words, note)| Choice {
            value: value.to_owned(),
            words: t!(lang, words),
            note: Some(t!(lang, note)),
            icon: None,
            chosen: typed.instant == value,
        })
        .into(),
    }
    .show(lang, errors);
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
    let fields = view! {
        {weekdays}
        {lead}
        {longest}
        {instant}
        <fieldset class="group" id="blocked" tabindex="-1">
            <legend class="group__legend">{t!(lang, "listings-blocked")}</legend>
            <p class="field__hint">{t!(lang, "listings-blocked-hint")}</p>
            <input type="hidden" name="shown_from" value=months.0.first().to_string()/>
            <input type="hidden" name="shown_to" value=months.1.last().to_string()/>
            {calendar}
            {leaves(lang, months, today)}
            {wrong.map(|text| view! { <p class="field__error">{text}</p> })}
            <p class="field__hint">{t!(lang, "listings-block-range")}</p>
            <div class="field-row">{range}</div>
        </fieldset>
    }
    .into_any();
    StepPage {
        visitor,
        id: listing.id,
        listing: Some(listing),
        kind: listing.kind,
        step: Step::Times,
        title: t!(lang, "listings-times-title"),
        lead: None,
        action: step_path(listing.id, Step::Times),
        again,
        labels: Vec::new(),
    }
    .show(fields, ().into_any())
}

fn weekdays(lang: Lang, typed: &TimesForm, errors: &Errors) -> AnyView {
    Choices {
        name: "weekdays",
        question: t!(lang, "listings-weekdays-ask"),
        hint: Some(t!(lang, "listings-weekdays-hint")),
        kind: "checkbox",
        class: "choices--boxed choices--days",
        all: (0..7)
            .map(|day| Choice {
                value: day.to_string(),
                words: format::short_weekday(lang, day).trim_end_matches('.').to_owned(),
                note: None,
                icon: None,
                chosen: typed.weekdays.contains(&day.to_string()),
            })
            .collect(),
    }
    .show(lang, errors)
}

/// A choice of numbers of days; one that was chosen elsewhere is offered too.
fn select(
    lang: Lang,
    name: &'static str,
    label: String,
    offered: &[i64],
    chosen: &str,
    errors: &Errors,
    words: impl Fn(i64) -> String,
) -> AnyView {
    let mut all = offered.to_vec();
    if let Ok(days) = chosen.parse::<i64>()
        && (0..=365).contains(&days)
        && !all.contains(&days)
    {
        all.push(days);
        all.sort_unstable();
    }
    let items = all
        .into_iter()
        .map(|days| {
            let selected = days.to_string() == chosen;
            view! { <option value=days.to_string() selected=selected>{words(days)}</option> }
        })
        .collect_view();
    let wrong = errors.of(name).map(|p| problem(lang, p));
    let error_id = format!("{name}-error");
    view! {
        <div class="field">
            <label class="field__label" for=name>{label}</label>
            <select class="input" id=name name=name aria-invalid=wrong.is_some().then_some("true")
                aria-describedby=wrong.is_some().then(|| error_id.clone())>{items}</select>
            {wrong.map(|text| view! { <p class="field__error" id=error_id>{text}</p> })}
        </div>
    }
    .into_any()
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
