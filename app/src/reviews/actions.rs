//! What forms about reviews do: who are you, call the service, redirect; or the same page again with what is wrong.

use super::form::{self, Again};
use crate::{
    bookings::Voice,
    shell::{
        Answer, AppError, Visitor, format,
        forms::{Errors, Sent},
        notices::redirect_with,
    },
};
use axum::extract::Path;
use domain::{
    Lang,
    bookings::{self, BookingId},
    reviews::{self, Refusal, ReviewDraft, rules},
};
use http::StatusCode;
use serde::Deserialize;

/// The longest path that is carried through signing in; see `notices::own_path`.
const LONGEST_PATH: usize = 1_900;

/// `POST /bookings/{id}/review`
pub async fn write(visitor: Visitor, Path(id): Path<String>, Sent(typed): Sent<ReviewDraft>) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let Some(me) = visitor.me.clone() else {
        return Err(AppError::SignInFirst(with_typed(id, &typed)));
    };
    match reviews::write(ctx, &me, id, &typed, lang).await {
        Ok(exchange) if exchange.published_at.is_some() => Ok(redirect_with(&reviews_of(id), "review-published")),
        Ok(_) => Ok(redirect_with(&reviews_of(id), "review-saved")),
        Err(domain::Error::Refused(refused)) => {
            let found = reviews::of_booking(ctx, &me, id).await.map_err(AppError::from_domain)?;
            let mine = found
                .mine
                .and_then(|half| half.review)
                .map(|mine| ReviewDraft::from(&mine));
            if refused == Refusal::Published && mine.is_some_and(|mine| same(&mine, &typed)) {
                // The same form sent twice.
                return Ok(redirect_with(&reviews_of(id), "review-published"));
            }
            form::show(&visitor, &me, id, typed, again(lang, refused)).await
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// An answer as it is sent.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Answered {
    reply: String,
}

/// `POST /bookings/{id}/review/reply`
pub async fn reply(visitor: Visitor, Path(id): Path<String>, Sent(typed): Sent<Answered>) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let Some(me) = visitor.me.clone() else {
        return Err(AppError::SignInFirst(id.path()));
    };
    let refused = match reviews::reply(ctx, &me, id, &typed.reply, lang).await {
        Ok(_) => return Ok(redirect_with(&reviews_of(id), "reply-saved")),
        Err(domain::Error::Refused(refused)) => refused,
        Err(other) => return Err(AppError::from_domain(other)),
    };
    if refused == Refusal::Answered {
        let found = reviews::of_booking(ctx, &me, id).await.map_err(AppError::from_domain)?;
        let answer = found.theirs.and_then(|half| half.reply).map(|answer| answer.words);
        let read = rules::read_reply(&typed.reply, lang).ok().map(|answer| answer.words);
        if answer.is_some() && answer == read {
            return Ok(redirect_with(&reviews_of(id), "reply-saved"));
        }
    }
    let view = bookings::booking_seen_by(ctx, &me, id)
        .await
        .map_err(AppError::from_domain)?;
    let voice = Voice::of(lang, ctx.clock.now(), &view.booking);
    let other = voice.other(&view);
    Ok(form::reply_again(
        &visitor,
        &view,
        other,
        &typed.reply,
        again(lang, refused),
    ))
}

/// Where the reviews of a booking stand.
fn reviews_of(id: BookingId) -> String {
    format!("{}#reviews", id.path())
}

/// What was typed, carried along while somebody signs in; without the words if they are too long for an address.
fn with_typed(id: BookingId, typed: &ReviewDraft) -> String {
    let pairs = [
        ("overall", &typed.overall),
        ("as_described", &typed.as_described),
        ("condition", &typed.condition),
        ("communication", &typed.communication),
        ("care", &typed.care),
        ("punctuality", &typed.punctuality),
        ("words", &typed.words),
    ];
    let address = |pairs: &[(&str, &String)]| {
        let query: Vec<_> = pairs
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", format::query_value(value)))
            .collect();
        format!("{}/review?{}", id.path(), query.join("&"))
    };
    let whole = address(&pairs);
    if whole.len() <= LONGEST_PATH {
        whole
    } else {
        address(&pairs[..1])
    }
}

/// Whether two say the same, but for blanks around it.
fn same(a: &ReviewDraft, b: &ReviewDraft) -> bool {
    a.overall == b.overall.trim() && a.words == domain::forms::clean(&b.words)
}

/// What the form comes back with.
fn again(lang: Lang, refused: Refusal) -> Again {
    let problem = match refused {
        Refusal::Invalid(errors) => {
            return Again {
                status: StatusCode::UNPROCESSABLE_ENTITY,
                errors: Errors(errors),
                problem: None,
            };
        }
        Refusal::NoLoan => t!(lang, "reviews-refused-no-loan"),
        Refusal::TooLate => t!(lang, "reviews-refused-too-late"),
        Refusal::Published => t!(lang, "reviews-refused-published"),
        Refusal::Answered => t!(lang, "reviews-refused-answered"),
        Refusal::Busy => t!(lang, "reviews-refused-busy"),
        // The clock's own, which nobody can ask for by a form.
        Refusal::NotYours | Refusal::NotNow | Refusal::TooEarly { .. } => t!(lang, "reviews-refused-not-now"),
    };
    Again {
        status: StatusCode::CONFLICT,
        errors: Errors::default(),
        problem: Some(problem),
    }
}
