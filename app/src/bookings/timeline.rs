//! How a booking went so far, and what is still to come.

use super::words::Voice;
use crate::shell::{
    format::{self, machine},
    pieces::member_name,
};
use domain::{
    Timestamp,
    bookings::{Actor, BookingView, Custody, Entry, Event, Move, Party, State},
};
use leptos::prelude::*;

/// Done, present and future steps in order. `between` are lines of other nouns about the same booking, oldest first.
#[must_use]
pub fn timeline(voice: &Voice, view: &BookingView, history: &[Entry], between: Vec<(Timestamp, AnyView)>) -> AnyView {
    let lang = voice.lang;
    let done = history.iter().map(|entry| (entry.at, past(voice, view, entry)));
    let mut done: Vec<_> = done.chain(between).collect();
    // Stable: at the same instant what happened to the booking itself comes first.
    done.sort_by_key(|(at, _)| *at);
    let done = done.into_iter().map(|(_, line)| line).collect_view();
    let ahead = ahead(voice, view)
        .into_iter()
        .enumerate()
        .map(|(at, (title, when))| {
            let now = at == 0;
            view! {
                <li class="timeline__step" data-state=if now { "now" } else { "open" } aria-current=now.then_some("step")>
                    <p class="timeline__title">{title}</p>
                    {when.map(|when| view! { <p class="timeline__time">{when}</p> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="timeline">
            <h2 id="timeline">{t!(lang, "bookings-timeline")}</h2>
            <ol class="timeline">{done}{ahead}</ol>
        </section>
    }
    .into_any()
}

fn past(voice: &Voice, view: &BookingView, entry: &Entry) -> AnyView {
    let lang = voice.lang;
    let key = format!("bookings-event-{}", entry.event.name().replace('_', "-"));
    let key = voice.key(&key, &view.booking);
    let at = voice.moment(entry.at);
    let name = |party: Party| match party {
        Party::Borrower => member_name(lang, &view.borrower.name),
        Party::Lender => member_name(lang, &view.lender.name),
    };
    let who = match entry.by {
        Actor::Borrower => t!(lang, "bookings-timeline-who", name = name(Party::Borrower), at = at),
        Actor::Lender => t!(lang, "bookings-timeline-who", name = name(Party::Lender), at = at),
        Actor::Clock => t!(lang, "bookings-timeline-time", at = at),
    };
    let words = match &entry.event {
        Event::Requested { note, .. } => note.as_str(),
        Event::Declined { reason } | Event::Cancelled { reason, .. } => reason,
        Event::Contested { words } | Event::Disagreed { words } | Event::Proposed { words, .. } => words,
        _ => "",
    };
    let money = |offer: Option<i64>| offer.map(|minor| format::money(lang, minor, &view.booking.terms.currency));
    let days = match &entry.event {
        Event::Proposed { period, offer, .. } | Event::Changed { to: period, offer, .. } => {
            let days = Some(voice.period(*period));
            Some(days.into_iter().chain(money(*offer)).collect::<Vec<_>>().join(" · "))
        }
        _ => None,
    };
    let stopped = matches!(
        entry.event,
        Event::Declined { .. }
            | Event::GaveWay
            | Event::Withdrawn
            | Event::FoundElsewhere
            | Event::Expired
            | Event::Cancelled { .. }
            | Event::Lapsed
            | Event::Warned
            | Event::Contested { .. }
            | Event::Disagreed { .. }
            | Event::ProposalDropped
            | Event::ProposalExpired
    );
    view! {
        <li class="timeline__step" data-state=if stopped { "stopped" } else { "done" }>
            <p class="timeline__title">{t!(lang, &key)}</p>
            <p class="timeline__time"><time datetime=machine(entry.at)>{who}</time></p>
            {days.map(|days| view! { <p class="timeline__note">{days}</p> })}
            {(!words.is_empty()).then(|| view! { <p class="timeline__note prose--user" dir="auto">{words.to_owned()}</p> })}
        </li>
    }
    .into_any()
}

/// What is still to come, the present step first.
fn ahead(voice: &Voice, view: &BookingView) -> Vec<(String, Option<String>)> {
    let lang = voice.lang;
    let period = view.booking.period;
    let planned = |day, hour: Option<i8>| {
        let day = voice.by(day);
        let day = match hour {
            None => day,
            Some(hour) => t!(lang, "days-at-hour", day = day, hour = hour),
        };
        Some(t!(lang, "bookings-timeline-planned", day = day))
    };
    let answer = || {
        let title = match view.me == view.booking.answerer() {
            true => t!(lang, "bookings-plan-my-answer"),
            false => t!(lang, "bookings-plan-answer", other = voice.other(view)),
        };
        (
            title,
            Some(t!(
                lang,
                "bookings-timeline-until",
                until = voice.moment(view.booking.answer_by)
            )),
        )
    };
    let handover = || {
        (
            t!(lang, "bookings-plan-handover"),
            planned(period.first, period.hours.map(|hours| hours.from)),
        )
    };
    let back = || {
        (
            t!(lang, "bookings-plan-return"),
            planned(period.last, period.hours.map(|hours| hours.to)),
        )
    };
    let closed = || (t!(lang, "bookings-plan-closed"), None);
    let begins = period.hours.map(|hours| hours.from);
    let helped = || (t!(lang, "bookings-plan-help"), planned(period.first, begins));
    match (view.booking.state, view.booking.custody) {
        (State::Requested, _) if !view.booking.terms.kind.changes_hands() => vec![answer(), helped(), closed()],
        (State::Accepted, _) if !view.booking.terms.kind.changes_hands() => vec![helped(), closed()],
        (State::Requested, _) => vec![answer(), handover(), back(), closed()],
        (
            State::Accepted,
            Custody::WithLender
            | Custody::HandingOver { .. }
            | Custody::Contested {
                what: Move::Handover, ..
            },
        ) => vec![handover(), back(), closed()],
        (State::Accepted, _) => vec![back(), closed()],
        _ => Vec::new(),
    }
}
