//! Proposing other days, and what is proposed.

use super::{pages::Again, request_form::hour_field, words::Voice};
use crate::shell::{
    format,
    forms::{Errors, Field},
    pieces::icon,
};
use domain::{
    Lang,
    availability::Period,
    bookings::{
        BookingView, Custody, Proposal, State,
        asking::LONGEST_NOTE,
        next::{Step, Whose},
    },
    prices::{Basis, Currency},
};
use leptos::prelude::*;

/// What the address of the form is called, and the name of its command.
pub const PROPOSE: &str = "propose";

/// The folded form that proposes other days.
#[must_use]
pub fn form(voice: &Voice, view: &BookingView, again: &Again) -> AnyView {
    let lang = voice.lang;
    let booking = &view.booking;
    let tried = again.command == PROPOSE;
    let Period { first, last, hours } = booking.period;
    let out = booking.custody != Custody::WithLender;
    let typed = |typed: &str, usual: domain::Day| {
        if tried && !typed.is_empty() {
            typed.to_owned()
        } else {
            usual.to_string()
        }
    };
    let wrong = |field: &str| again.wrong_at(PROPOSE, field);
    let from = if out {
        view! { <input type="hidden" name="from" value=first.to_string()/> }.into_any()
    } else {
        Field::new("from", t!(lang, &voice.named("bookings-from")))
            .within(PROPOSE)
            .kind("date")
            .value(typed(&again.from, first))
            .between(Some(first.min(voice.today).to_string()), None)
            .wrong(wrong("from"))
            .show(lang, &Errors::default())
    };
    let to = Field::new("to", t!(lang, &voice.named("bookings-to")))
        .within(PROPOSE)
        .kind("date")
        .value(typed(&again.to, last))
        .between(Some(voice.today.to_string()), None)
        .wrong(wrong("to").or_else(|| wrong("from").filter(|_| out)))
        .show(lang, &Errors::default());
    let offer = (booking.terms.prices.basis == Basis::Offer && booking.state == State::Requested).then(|| {
        let usual = booking
            .proposal
            .as_ref()
            .and_then(|open| open.offer)
            .or(booking.extras.offer);
        let exponent = Currency::of(&booking.terms.currency).exponent();
        let usual = usual
            .map(|minor| format::amount(lang, minor, exponent))
            .unwrap_or_default();
        Field::new("offer", t!(lang, "bookings-offer-price"))
            .within(PROPOSE)
            .hint(t!(lang, "bookings-offer-price-hint"))
            .inputmode("decimal")
            .unit(format::currency_sign(&booking.terms.currency))
            .value(if tried { again.offer.clone() } else { usual })
            .wrong(wrong("offer"))
            .show(lang, &Errors::default())
    });
    let hour = |name: &'static str, label: String, all: std::ops::RangeInclusive<i8>, typed: &str, usual: i8| {
        let chosen = if tried && !typed.is_empty() {
            typed.to_owned()
        } else {
            usual.to_string()
        };
        hour_field(lang, name, label, all, &chosen, wrong(name))
    };
    let hours = hours.map(|hours| {
        let from = if out {
            view! { <input type="hidden" name="from_hour" value=hours.from.to_string()/> }.into_any()
        } else {
            hour(
                "from_hour",
                t!(lang, "bookings-from-hour"),
                0..=23,
                &again.from_hour,
                hours.from,
            )
        };
        let to = hour(
            "to_hour",
            t!(lang, "bookings-to-hour"),
            1..=24,
            &again.to_hour,
            hours.to,
        );
        view! { <div class="field-row">{from}{to}</div> }
    });
    let words = Field::new(
        "reason",
        t!(lang, "bookings-do-propose-words", other = voice.other(view)),
    )
    .within(PROPOSE)
    .lines(2)
    .longest(LONGEST_NOTE)
    .value(if tried { again.reason.clone() } else { String::new() })
    .wrong(wrong("reason"))
    .optional()
    .show(lang, &Errors::default());
    let label = if out {
        t!(lang, "bookings-do-propose-out", side = view.me.name())
    } else if offer.is_some() {
        t!(lang, "bookings-do-propose-price")
    } else {
        t!(lang, "bookings-do-propose")
    };
    let hint = voice.key("bookings-do-propose-hint", booking);
    let open = tried || (view.next.step == Step::NamePrice && view.next.whose == Whose::Mine);
    view! {
        <details class="fold" id=PROPOSE open=open>
            <summary class="fold__head">{label}</summary>
            <form class="fold__body form" method="post" action=format!("{}/{PROPOSE}", booking.key.id.path())>
                <p class="field__hint">{t!(lang, &hint, other = voice.other(view))}</p>
                {offer}
                <div class="field-row">{from}{to}</div>
                {hours}
                {words}
                <button class="button button--quiet">{t!(lang, "bookings-do-propose-button")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// The days proposed: all of them, or until when if it begins as agreed.
#[must_use]
pub fn proposed(voice: &Voice, view: &BookingView) -> String {
    let Some(proposal) = &view.booking.proposal else {
        return String::new();
    };
    let currency = &view.booking.terms.currency;
    let sum = proposal.offer.map(|minor| format::money(voice.lang, minor, currency));
    let days = (sum.is_none() || proposal.period != view.booking.period).then(|| proposed_days(voice, view, proposal));
    days.into_iter().chain(sum).collect::<Vec<_>>().join(" · ")
}

fn proposed_days(voice: &Voice, view: &BookingView, proposal: &Proposal) -> String {
    if begins_alike(proposal.period, view.booking.period) {
        until(voice, proposal.period)
    } else {
        voice.period(proposal.period)
    }
}

fn begins_alike(one: Period, other: Period) -> bool {
    let from = |period: Period| period.hours.map(|hours| hours.from);
    one.first == other.first && from(one) == from(other)
}

/// Until when it goes: `bis Sa., 28. November, 18 Uhr`.
fn until(voice: &Voice, period: Period) -> String {
    let day = voice.by(period.last);
    let day = match period.hours {
        None => day,
        Some(hours) => t!(voice.lang, "days-at-hour", day = day, hour = hours.to),
    };
    t!(voice.lang, "bookings-until-day", day = day)
}

/// The days agreed on, said in the same way as [`proposed`].
#[must_use]
pub fn agreed(voice: &Voice, view: &BookingView) -> String {
    let period = view.booking.period;
    match &view.booking.proposal {
        Some(proposal) if begins_alike(proposal.period, period) => until(voice, period),
        _ => voice.period(period),
    }
}

/// What the reader has proposed and is not answered yet. (What the other side proposed is the next step.)
#[must_use]
pub fn open(voice: &Voice, view: &BookingView) -> AnyView {
    let mine = view.booking.proposal.as_ref().filter(|proposal| proposal.by == view.me);
    let Some(proposal) = mine else {
        return ().into_any();
    };
    let text = t!(
        voice.lang,
        "bookings-proposal-mine",
        days = proposed(voice, view),
        other = voice.other(view),
        until = voice.moment(proposal.answer_by)
    );
    view! { <p class="next-step__until">{icon("clock")}<span>{text}</span></p> }.into_any()
}

/// What the days proposed would cost, where that differs.
#[must_use]
pub fn price(lang: Lang, view: &BookingView) -> Option<AnyView> {
    let booking = &view.booking;
    if booking.terms.prices.basis == Basis::Offer {
        // Then the sum is what is proposed.
        return None;
    }
    let now = booking.quote.as_ref()?.total_minor;
    let proposed = booking.proposal.as_ref()?.period;
    let then = booking.terms.quote(proposed, booking.extras).ok()?;
    let money = |minor: i64| format::money(lang, minor, then.currency.code());
    let text = t!(
        lang,
        "bookings-proposal-price",
        then = money(then.total_minor),
        now = money(now)
    );
    (then.total_minor != now).then(|| view! { <p class="next-step__price">{text}</p> }.into_any())
}
