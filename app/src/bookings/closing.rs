//! Broken, or on holiday: choose the days, see whom it concerns, close them and tell everybody in one step.

use super::words::{Voice, at_fields};
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    forms::{Asked, Errors, Field, Sent, summary},
    notices::redirect_with,
    page::Width,
    pieces::{crumbs, icon, member_name},
};
use axum::extract::Path;
use domain::{
    Lang,
    availability::Period,
    bookings::{self, BookingView, Closeable, Closing, Refusal, asking::LONGEST_NOTE},
    listings::{self, Listing, ListingId},
    members::Me,
};
use http::StatusCode;
use leptos::prelude::*;
use serde::Deserialize;

/// What was typed.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(default)]
pub struct Typed {
    from: String,
    to: String,
    /// The number of one unit, from 1; empty for all.
    unit: String,
    how: String,
    reason: String,
}

const CALL_OFF: &str = "call-off";
const INFORM: &str = "inform";

/// Where the days of a thing are closed.
#[must_use]
pub fn path_of(id: ListingId) -> String {
    format!("/things/{id}/close")
}

/// `GET /things/{id}/close?from=…&to=…`: without days the question for them, with days whom it concerns.
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Asked(typed): Asked<Typed>) -> Answer {
    let listing = own(&visitor, &me, &id).await?;
    if typed.from.is_empty() && typed.to.is_empty() {
        return Ok(days_page(&visitor, &listing, &typed, Vec::new()));
    }
    let today = listing.today(visitor.ctx().clock.now());
    match bookings::read_days(&typed.from, &typed.to, today) {
        Ok(period) => preview(&visitor, &me, &listing, period, &typed, None).await,
        Err(refused) => Ok(days_page(
            &visitor,
            &listing,
            &typed,
            words_of(&visitor, &listing, &refused),
        )),
    }
}

/// `POST /things/{id}/close`
pub async fn close(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(typed): Sent<Typed>) -> Answer {
    let (ctx, listing) = (visitor.ctx(), own(&visitor, &me, &id).await?);
    let period = match bookings::read_days(&typed.from, &typed.to, listing.today(ctx.clock.now())) {
        Ok(period) => period,
        Err(refused) => {
            return Ok(days_page(
                &visitor,
                &listing,
                &typed,
                words_of(&visitor, &listing, &refused),
            ));
        }
    };
    let how = if typed.how == INFORM {
        Closing::Inform
    } else {
        Closing::CallOff
    };
    match bookings::close_days(ctx, &me, listing.id, what(&listing, period, &typed), how, &typed.reason).await {
        Ok(_) => Ok(redirect_with(&crate::listings::manage_path(listing.id), "days-closed")),
        Err(domain::Error::Refused(refused)) => {
            let wrong = words_of(&visitor, &listing, &refused)
                .into_iter()
                .next()
                .map(|(_, text)| text);
            preview(&visitor, &me, &listing, period, &typed, wrong).await
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// What is closed: all units, or the one whose number was chosen.
fn what(listing: &Listing, period: Period, typed: &Typed) -> Closeable {
    let unit = typed
        .unit
        .parse::<i64>()
        .ok()
        .filter(|number| (1..=listing.unit_count).contains(number));
    Closeable {
        period,
        unit: unit.map(|number| number - 1),
    }
}

async fn own(visitor: &Visitor, me: &Me, id: &str) -> Result<Listing, AppError> {
    let id: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    listings::own(visitor.ctx(), me, id)
        .await
        .map_err(AppError::from_domain)
}

fn voice(visitor: &Visitor, listing: &Listing) -> Voice {
    let zone = jiff::tz::TimeZone::get(&listing.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    Voice::new(visitor.lang, visitor.ctx().clock.now(), zone)
}

fn words_of(visitor: &Visitor, listing: &Listing, refused: &Refusal) -> Vec<(Option<String>, String)> {
    at_fields(&voice(visitor, listing), refused)
}

/// Asks for the days.
fn days_page(
    visitor: &Visitor,
    listing: &Listing,
    typed: &Typed,
    wrong: Vec<(Option<String>, String)>,
) -> axum::response::Response {
    let lang = visitor.lang;
    let today = listing.today(visitor.ctx().clock.now());
    let status = if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let field = |name: &'static str, label: String, value: &str| {
        let text = wrong
            .iter()
            .find(|(at, _)| at.as_deref() == Some(name))
            .map(|(_, text)| text.clone());
        Field::new(name, label)
            .kind("date")
            .value(value)
            .between(Some(today.to_string()), None)
            .wrong(text)
            .show(lang, &Errors::default())
    };
    let from = field("from", t!(lang, "bookings-close-from"), &typed.from);
    let to = field("to", t!(lang, "bookings-close-to"), &typed.to);
    let (title, action) = (listing.title.clone(), path_of(listing.id));
    let units = units(lang, listing, typed);
    let back = crate::listings::manage_path(listing.id);
    Page::new(visitor, t!(lang, "bookings-close-title"))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                {head(lang, &title, &back)}
            <div class="stack stack--wide">
                <p>{t!(lang, "bookings-close-lead")}</p>
                {summary(lang, wrong)}
                <form class="form" method="get" action=action>
                    <div class="field-row">{from}{to}</div>
                    {units}
                    <div class="form__actions">
                        <button class="button button--large">{t!(lang, "bookings-close-look")}</button>
                    </div>
                </form>
            </div>
            }
        })
}

/// Which unit, where there are several.
fn units(lang: Lang, listing: &Listing, typed: &Typed) -> AnyView {
    if listing.unit_count < 2 {
        return ().into_any();
    }
    let items = (1..=listing.unit_count)
        .map(|number| {
            let selected = typed.unit == number.to_string();
            let words = t!(lang, "bookings-close-unit-one", number = number);
            view! { <option value=number.to_string() selected=selected>{words}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label class="field__label" for="unit">{t!(lang, "bookings-close-unit")}</label>
            <select class="input" id="unit" name="unit" aria-describedby="unit-hint">
                <option value="">{t!(lang, "bookings-close-unit-all")}</option>
                {items}
            </select>
            <p class="field__hint" id="unit-hint">{t!(lang, "bookings-close-unit-hint")}</p>
        </div>
    }
    .into_any()
}

fn head(lang: Lang, title: &str, back: &str) -> AnyView {
    view! {
        {crumbs(lang, [(back.to_owned(), title.to_owned())])}
        <header class="page__head"><h1>{t!(lang, "bookings-close-title")}</h1></header>
    }
    .into_any()
}

/// Shows whom it concerns, and asks what shall become of them.
async fn preview(
    visitor: &Visitor,
    me: &Me,
    listing: &Listing,
    period: Period,
    typed: &Typed,
    wrong: Option<String>,
) -> Answer {
    let lang = visitor.lang;
    let voice = voice(visitor, listing);
    let concerned = bookings::on_days(visitor.ctx(), me, listing.id, period, what(listing, period, typed).unit).await?;
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let days = voice.period(period);
    let (title, action, back) = (
        listing.title.clone(),
        path_of(listing.id),
        crate::listings::manage_path(listing.id),
    );
    let other_days = format!("{action}?from=&to=");
    let typed = typed.clone();
    Ok(Page::new(visitor, t!(lang, "bookings-close-title"))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            let nobody = concerned.is_empty();
            let lead = if nobody {
                t!(lang, "bookings-close-nobody", days = days)
            } else {
                t!(lang, "bookings-close-concerned", days = days, count = concerned.len())
            };
            view! {
                {head(lang, &title, &back)}
                <form class="form" method="post" action=action>
                    <input type="hidden" name="from" value=period.first.to_string()/>
                    <input type="hidden" name="to" value=period.last.to_string()/>
                    <input type="hidden" name="unit" value=typed.unit.clone()/>
                    <p>{lead}</p>
                    {(!nobody).then(|| view! {
                        <ul class="checklist">{concerned.iter().map(|view| line(&voice, view)).collect_view()}</ul>
                        {choices(lang, &typed, &concerned)}
                        {Field::new("reason", t!(lang, "bookings-close-words"))
                            .lines(3)
                            .longest(LONGEST_NOTE)
                            .value(typed.reason.clone())
                            .wrong(wrong.clone())
                            .show(lang, &Errors::default())}
                    })}
                    <div class="form__actions">
                        <button class="button button--large">{t!(lang, "bookings-close-button")}</button>
                        <a class="button button--quiet" href=other_days>{t!(lang, "bookings-close-other-days")}</a>
                    </div>
                </form>
            }
        }))
}

/// One booking that lies on the days, and what can become of it.
fn line(voice: &Voice, view: &BookingView) -> AnyView {
    let lang = voice.lang;
    let booking = &view.booking;
    let stage = match (
        booking.state,
        bookings::can_be_called_off(booking.state, booking.custody),
    ) {
        (bookings::State::Requested, _) => "requested",
        (_, true) => "agreed",
        (_, false) => "out",
    };
    let text = t!(
        lang,
        "bookings-close-line",
        stage = stage,
        other = member_name(lang, &view.borrower.name),
        days = voice.period(booking.period)
    );
    view! { <li>{icon("loans")}<a href=booking.key.id.path()>{text}</a></li> }.into_any()
}

/// What can become of them; nothing to choose where all are out already.
fn choices(lang: Lang, typed: &Typed, concerned: &[BookingView]) -> AnyView {
    let can_be_called_off = |view: &BookingView| bookings::can_be_called_off(view.booking.state, view.booking.custody);
    if !concerned.iter().any(can_be_called_off) {
        return view! { <input type="hidden" name="how" value=INFORM/> }.into_any();
    }
    let choice = |value: &'static str, label: String, hint: String| {
        let chosen = typed.how == value || (typed.how != INFORM && value == CALL_OFF);
        view! {
            <label class="choice">
                <input type="radio" name="how" value=value checked=chosen/>
                <span>{label}</span>
                <span class="choice__note">{hint}</span>
            </label>
        }
    };
    view! {
        <fieldset class="group">
            <legend class="group__legend">{t!(lang, "bookings-close-how")}</legend>
            <div class="choices choices--boxed">
                {choice(CALL_OFF, t!(lang, "bookings-close-call-off"), t!(lang, "bookings-close-call-off-hint"))}
                {choice(INFORM, t!(lang, "bookings-close-inform"), t!(lang, "bookings-close-inform-hint"))}
            </div>
        </fieldset>
    }
    .into_any()
}
