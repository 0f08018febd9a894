//! What the page of a booking says about its reviews to one of its two parties. Until both can be read, it says the same
//! whether the other side has written or not.

use super::pieces;
use crate::{
    bookings::Voice,
    shell::{
        AppError, Visitor,
        forms::{Errors, Field},
        pieces::{icon, member_name},
    },
};
use domain::{
    Timestamp,
    bookings::{BookingId, BookingView, Party},
    members::Me,
    reviews::{
        self, BookingReviews, Half,
        rules::{LONGEST_WORDS, Turn, closes_at, loan_ended},
    },
};
use leptos::prelude::*;
use std::collections::HashSet;

/// What the reader can do or read on the page of this booking; nothing for bookings that nothing can be said about.
///
/// # Errors
/// When the database does not answer.
pub async fn of_booking(visitor: &Visitor, me: &Me, view: &BookingView) -> Result<AnyView, AppError> {
    let ctx = visitor.ctx();
    let found = reviews::of_booking(ctx, me, view.booking.key.id)
        .await
        .map_err(AppError::from_domain)?;
    let voice = Voice::of(visitor.lang, ctx.clock.now(), &view.booking);
    Ok(match found.turn {
        Turn::NoLoan | Turn::TooLate => ().into_any(),
        Turn::Write { until } => to_write(&voice, view, until),
        Turn::Change { until } => to_change(&voice, view, &found, until),
        Turn::Reply | Turn::Read => to_read(&voice, view, &found),
    })
}

/// Whether a loan in a list still waits for its reader to say how it was; `written` are those about which they have.
#[must_use]
pub fn still_to_say(view: &BookingView, written: &HashSet<BookingId>, now: Timestamp) -> bool {
    let open = loan_ended(&view.booking).is_some_and(|ended_at| now < closes_at(ended_at));
    open && !written.contains(&view.booking.key.id)
}

fn to_write(voice: &Voice, view: &BookingView, until: Timestamp) -> AnyView {
    let lang = voice.lang;
    let (other, until) = (voice.other(view), voice.moment(until));
    view! {
        <section class="next-step" id="reviews" data-whose="mine" aria-labelledby="said-title">
            <p class="next-step__whose">{t!(lang, "reviews-next-whose")}</p>
            <h2 class="next-step__title" id="said-title">{t!(lang, "reviews-next-write", side = view.me.name(), other = other.clone())}</h2>
            <p>{t!(lang, "reviews-next-write-text", other = other)}</p>
            <p class="next-step__until">{icon("clock")}<span>{t!(lang, "reviews-next-until", until = until)}</span></p>
            <a class="button button--large button--block" href=format!("{}/review", view.booking.key.id.path())>
                {icon("star")}{t!(lang, "reviews-next-write-button")}
            </a>
        </section>
    }
    .into_any()
}

fn to_change(voice: &Voice, view: &BookingView, found: &BookingReviews, until: Timestamp) -> AnyView {
    let lang = voice.lang;
    let text = t!(lang, "reviews-next-change-text", until = voice.moment(until));
    view! {
        <section class="panel" id="reviews" aria-labelledby="said-title">
            <h2 id="said-title">{t!(lang, "reviews-next-change")}</h2>
            {found.mine.as_ref().and_then(|half| half.review.as_ref()).map(|mine| pieces::review(lang, mine))}
            <p class="field__hint">{icon("lock")}" "{text}</p>
            <p><a class="button button--quiet" href=format!("{}/review", view.booking.key.id.path())>
                {icon("edit")}{t!(lang, "reviews-next-change-button")}
            </a></p>
        </section>
    }
    .into_any()
}

fn to_read(voice: &Voice, view: &BookingView, found: &BookingReviews) -> AnyView {
    let lang = voice.lang;
    let name = |party: Party| match party {
        Party::Borrower => member_name(lang, &view.borrower.name),
        Party::Lender => member_name(lang, &view.lender.name),
    };
    let one = |author: Party, half: &Option<Half>| match half
        .as_ref()
        .and_then(|half| Some((half, half.review.as_ref()?)))
    {
        Some((half, review)) => view! {
            <li class="review">
                <h3 class="review__from">{t!(lang, "reviews-from", name = name(author))}</h3>
                {pieces::review(lang, review)}
                {half.reply.as_ref().map(|answer| pieces::reply(lang, &name(author.other()), answer))}
            </li>
        }
        .into_any(),
        None => view! {
            <li class="review"><p class="field__hint">{t!(lang, "reviews-from-nobody", name = name(author))}</p></li>
        }
        .into_any(),
    };
    let answer = (found.turn == Turn::Reply).then(|| {
        let other = voice.other(view);
        view! {
            <details class="fold">
                <summary class="fold__head">{t!(lang, "reviews-reply", other = other.clone())}</summary>
                <form class="fold__body form" method="post" action=reply_path(view.booking.key.id)>
                    {reply_field(lang, other, "").show(lang, &Errors::default())}
                    <button class="button button--quiet">{t!(lang, "reviews-reply-button")}</button>
                </form>
            </details>
        }
    });
    view! {
        <section class="panel" id="reviews" aria-labelledby="said-title">
            <h2 id="said-title">{t!(lang, "reviews-both")}</h2>
            <ul class="reviews">
                {one(view.me.other(), &found.theirs)}
                {one(view.me, &found.mine)}
            </ul>
            {answer}
        </section>
    }
    .into_any()
}

/// Where an answer is sent to.
#[must_use]
pub fn reply_path(id: BookingId) -> String {
    format!("{}/review/reply", id.path())
}

/// The field of an answer.
#[must_use]
pub fn reply_field(lang: domain::Lang, other: String, typed: &str) -> Field {
    Field::new("reply", t!(lang, "reviews-reply", other = other))
        .hint(t!(lang, "reviews-reply-hint"))
        .value(typed)
        .longest(LONGEST_WORDS)
        .lines(4)
}
