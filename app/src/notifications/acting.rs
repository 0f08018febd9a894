//! `GET` and `POST /act/{token}`: what a link from a letter leads to. Opening it only says what its button will do: mail
//! programs and those who look for viruses open every link.

use super::act_path;
use crate::{
    bookings::{Voice, refusal_text},
    shell::{
        Answer, Page, Visitor, format,
        forms::{Errors, Field, Sent, summary},
        limits::Limited,
        page::Width,
        pieces::{icon, member_name},
    },
    signals,
};
use axum::{extract::Path, response::Response};
use domain::{
    Error,
    bookings::{
        Act, Refusal,
        asking::LONGEST_NOTE,
        cancelling::owed,
        lettered::{self, NoLink, NotDone, Opened, Standing, Typed},
        longer::Later,
    },
    signals::Refusal as NotSaid,
};
use http::StatusCode;
use leptos::prelude::*;
use serde::Deserialize;

/// What was typed.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(default)]
pub struct Form {
    words: String,
    minutes: String,
    trouble: String,
    /// A later return: `2030-05-06`, or `2030-05-06T15` by the hour.
    until: String,
    /// Another day than those that are offered.
    to: String,
    to_hour: String,
    seen: String,
}

impl Form {
    /// The day and the hour that were chosen: those typed win over those offered.
    fn typed(&self) -> Typed {
        let (day, hour) = self.until.split_once('T').unwrap_or((&self.until, ""));
        let other = !self.to.trim().is_empty();
        Typed {
            words: self.words.clone(),
            minutes: self.minutes.clone(),
            trouble: self.trouble.clone(),
            to: if other { self.to.clone() } else { day.to_owned() },
            to_hour: if other { self.to_hour.clone() } else { hour.to_owned() },
            seen: self.seen.clone(),
        }
    }
}

/// `GET /act/{token}`: changes nothing.
pub async fn page(visitor: Visitor, Path(token): Path<String>) -> Answer {
    visitor.count(Limited::Letter, &visitor.address)?;
    match lettered::look(visitor.ctx(), &token).await {
        Ok(opened) => Ok(show(&visitor, &token, &opened, &Form::default(), None)),
        Err(error) => no_link(&visitor, error),
    }
}

/// `POST /act/{token}`: does it, once.
pub async fn act(visitor: Visitor, Path(token): Path<String>, Sent(form): Sent<Form>) -> Answer {
    visitor.count(Limited::Letter, &visitor.address)?;
    match lettered::act(visitor.ctx(), &token, &form.typed()).await {
        Ok(Ok(opened)) => Ok(show(&visitor, &token, &opened, &form, None)),
        Ok(Err(not_done)) => match lettered::look(visitor.ctx(), &token).await {
            Ok(opened) => Ok(show(&visitor, &token, &opened, &form, Some(not_done))),
            Err(error) => no_link(&visitor, error),
        },
        Err(error) => no_link(&visitor, error),
    }
}

/// The page of a link that is none of ours, or of somebody who has left.
fn no_link(visitor: &Visitor, error: Error<NoLink>) -> Answer {
    let lang = visitor.lang;
    let (title, text) = match error {
        Error::Refused(NoLink::Gone) => (t!(lang, "act-gone-title"), t!(lang, "act-gone-text")),
        Error::Refused(NoLink::Broken) | Error::NotFound => (t!(lang, "act-broken-title"), t!(lang, "act-broken-text")),
        Error::Fault(fault) => return Err(fault.into()),
    };
    let onwards = (t!(lang, "nav-loans"), "/loans".to_owned());
    Ok(closed(visitor, StatusCode::GONE, title, vec![text], onwards))
}

fn closed(
    visitor: &Visitor,
    status: StatusCode,
    title: String,
    texts: Vec<String>,
    (label, href): (String, String),
) -> Response {
    Page::new(visitor, title.clone())
        .status(status)
        .hidden()
        .width(Width::Narrow)
        .show(move || {
            let texts = texts
                .into_iter()
                .map(|text| view! { <p class="page__lead">{text}</p> })
                .collect_view();
            view! {
                <div class="auth">
                    <header class="page__head"><h1>{title}</h1>{texts}</header>
                    <div class="cluster"><a class="button" href=href>{label}</a></div>
                </div>
            }
        })
}

/// An act in words: `part` is `title`, `text`, `button` or `done`.
fn say(voice: &Voice, opened: &Opened, part: &str) -> String {
    let key = format!("act-{}-{part}", opened.act.name().replace('_', "-"));
    let booking = &opened.booking;
    let proposed = booking.proposal.as_ref().map_or(booking.period, |open| open.period);
    t!(
        voice.lang,
        &voice.named(&key),
        title = booking.terms.title.clone(),
        other = member_name(voice.lang, &opened.other),
        days = voice.period(booking.period),
        proposed = voice.period(proposed),
        side = opened.side.name()
    )
}

fn show(visitor: &Visitor, token: &str, opened: &Opened, form: &Form, wrong: Option<NotDone>) -> Response {
    let lang = visitor.lang;
    let voice = Voice::of(lang, opened.now, &opened.booking);
    let onwards = || (t!(lang, "act-to-booking"), opened.booking.key.id.path());
    let stands = || t!(lang, "act-stands", state = voice.state(&opened.booking));
    let title = t!(lang, "act-old-title");
    match &opened.standing {
        Standing::Open => ask(visitor, &voice, token, opened, form, wrong),
        Standing::Done => {
            let done = say(&voice, opened, "done");
            closed(
                visitor,
                StatusCode::OK,
                t!(lang, "act-done-title"),
                vec![done, stands()],
                onwards(),
            )
        }
        Standing::Changed => {
            let texts = vec![t!(lang, "act-changed-text"), stands()];
            closed(visitor, StatusCode::GONE, title, texts, onwards())
        }
        Standing::Expired => {
            let texts = vec![t!(lang, "act-expired-text"), stands()];
            closed(visitor, StatusCode::GONE, title, texts, onwards())
        }
        Standing::Refused(refusal) => {
            let texts = vec![refusal_text(&voice, refusal), stands()];
            closed(visitor, StatusCode::CONFLICT, title, texts, onwards())
        }
    }
}

/// The page with the button.
fn ask(
    visitor: &Visitor,
    voice: &Voice,
    token: &str,
    opened: &Opened,
    form: &Form,
    wrong: Option<NotDone>,
) -> Response {
    let lang = visitor.lang;
    let (errors, other) = match &wrong {
        None => (Errors::default(), None),
        Some(NotDone::Booking(Refusal::Invalid(errors)) | NotDone::Signal(NotSaid::Invalid(errors))) => {
            (Errors(errors.iter().map(in_this_form).collect()), None)
        }
        Some(NotDone::Booking(refusal)) => (Errors::default(), Some(refusal_text(voice, refusal))),
        Some(NotDone::Signal(refusal)) => (Errors::default(), Some(signals::refused(voice, refusal))),
    };
    let status = match (&wrong, errors.is_empty()) {
        (None, _) => StatusCode::OK,
        (Some(_), false) => StatusCode::UNPROCESSABLE_ENTITY,
        (Some(_), true) => StatusCode::CONFLICT,
    };
    let label = |field: &str| match field {
        "minutes" => t!(lang, "signals-minutes"),
        "trouble" => t!(lang, "signals-trouble-ask"),
        "until" | "to" | "to_hour" => t!(lang, "act-until"),
        _ => t!(lang, "act-words"),
    };
    let head = view! {
        {errors.summary(lang, label)}
        {other.map(|text| summary(lang, vec![(None, text)]))}
    };
    let fields = fields(voice, opened, form, &errors);
    // Where nothing later is free there is nothing to press.
    let possible = opened.act != Act::Extend || !opened.later.is_empty();
    let (title, text) = (say(voice, opened, "title"), say(voice, opened, "text"));
    let button = say(voice, opened, "button");
    let action = act_path(token);
    let href = opened.booking.key.id.path();
    Page::new(visitor, title.clone())
        .status(status)
        .hidden()
        .width(Width::Narrow)
        .show(move || {
            let form = if possible {
                view! {
                    <form class="form" method="post" action=action novalidate=true>
                        {fields}
                        <div class="form__actions">
                            <button class="button button--large button--block">{button}</button>
                        </div>
                    </form>
                }
                .into_any()
            } else {
                view! { <p>{t!(lang, "act-extend-none")}</p> }.into_any()
            };
            view! {
                <div class="auth">
                    <header class="page__head"><h1>{title}</h1><p class="page__lead">{text}</p></header>
                    {head}
                    {form}
                    <p class="field__hint">{t!(lang, "act-hint")}" "<a href=href>{t!(lang, "act-to-booking")}</a></p>
                </div>
            }
        })
}

/// Errors at the fields of this form, which calls some otherwise than the rules do.
fn in_this_form(error: &domain::forms::FieldError) -> domain::forms::FieldError {
    let field = match error.field.as_str() {
        "reason" => "words",
        "to" | "to_hour" | "from" => "until",
        other => other,
    };
    domain::forms::FieldError {
        field: field.to_owned(),
        problem: error.problem,
    }
}

fn fields(voice: &Voice, opened: &Opened, form: &Form, errors: &Errors) -> AnyView {
    let lang = voice.lang;
    let words = |optional: bool| {
        let label = t!(lang, "act-words-to", other = member_name(lang, &opened.other));
        let field = Field::new("words", label)
            .value(&form.words)
            .lines(3)
            .longest(LONGEST_NOTE);
        if optional { field.optional() } else { field }.show(lang, errors)
    };
    match opened.act {
        Act::Accept | Act::ConfirmHandover | Act::Return | Act::TakeBack | Act::Agree => ().into_any(),
        Act::Decline | Act::Disagree => words(true),
        Act::Contest => words(false),
        Act::Cancel => view! { {cost(voice, opened)}{words(false)} }.into_any(),
        Act::Extend => view! { {later(voice, opened, form, errors)}{words(true)} }.into_any(),
        Act::OnMyWay => signals::minutes_field(lang, &form.minutes, errors),
        Act::Trouble => {
            let choices = signals::trouble_choices(lang, &form.trouble, errors);
            view! { {choices}{words(true)} }.into_any()
        }
    }
}

/// What calling off costs, and what the form then says it showed.
fn cost(voice: &Voice, opened: &Opened) -> AnyView {
    let (lang, booking) = (voice.lang, &opened.booking);
    let owed = owed(booking, opened.side, opened.now);
    let text = if owed.minor > 0 {
        let sum = format::money(lang, owed.minor, &booking.terms.currency);
        t!(
            lang,
            "bookings-cancelling-costs",
            owed = sum,
            percent = i64::from(owed.percent)
        )
    } else {
        t!(lang, "bookings-cancelling-free")
    };
    view! { <p>{text}</p><input type="hidden" name="seen" value=owed.minor.to_string()/> }.into_any()
}

/// The later returns, the next one chosen, and what each costs more; and any other day.
fn later(voice: &Voice, opened: &Opened, form: &Form, errors: &Errors) -> AnyView {
    let lang = voice.lang;
    let value = |later: &Later| match later.period.hours {
        None => later.period.last.to_string(),
        Some(hours) => format!("{}T{}", later.period.last, hours.to),
    };
    let first = opened.later.first().map(value).unwrap_or_default();
    let chosen = if form.until.is_empty() {
        first
    } else {
        form.until.clone()
    };
    let items = opened
        .later
        .iter()
        .map(|later| {
            let value = value(later);
            let day = voice.by(later.period.last);
            let words = match later.period.hours {
                None => t!(lang, "act-until-day", day = day),
                Some(hours) => t!(lang, "act-until-hour", day = day, hour = hours.to),
            };
            let more = match later.more_minor {
                0 => t!(lang, "act-costs-nothing-more"),
                minor => t!(
                    lang,
                    "act-costs-more",
                    sum = format::money(lang, minor, &opened.booking.terms.currency)
                ),
            };
            let checked = value == chosen;
            view! {
                <label class="choice">
                    <input type="radio" name="until" value=value checked=checked/>
                    <span>{words}</span>
                    <span class="choice__note">{more}</span>
                </label>
            }
        })
        .collect_view();
    let by_the_hour = opened.booking.period.hours.is_some();
    let other = (!by_the_hour).then(|| {
        let field = Field::new("to", t!(lang, "act-other-day"))
            .kind("date")
            .value(&form.to)
            .between(Some(voice.today.to_string()), None)
            .optional()
            .show(lang, &Errors::default());
        view! {
            <details class="fold" open=!form.to.is_empty()>
                <summary class="fold__head">{t!(lang, "act-other-days")}</summary>
                <div class="fold__body">{field}</div>
            </details>
        }
    });
    let wrong = errors
        .of("until")
        .map(|problem| crate::shell::forms::problem(lang, problem));
    view! {
        <fieldset class="group" id="until" tabindex="-1">
            <legend class="group__legend">{t!(lang, "act-until")}</legend>
            <div class="choices choices--boxed">{items}</div>
            {wrong.map(|text| view! { <p class="field__error">{text}</p> })}
        </fieldset>
        {other}
        <p class="field__hint">{icon("info")}" "{t!(lang, "act-extend-hint", other = member_name(lang, &opened.other))}</p>
    }
    .into_any()
}
