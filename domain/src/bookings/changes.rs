//! Other days than agreed: one side proposes, the other agrees. Extending, shortening and moving are the same thing. Pure.
//!
//! Nothing moves before both have agreed, and the days agreed on stay held until then. There is one proposal at a time;
//! a new one takes the place of the last, whoever made it: that is how one answers *not Sunday, but Saturday would do*.
//!
//! The same goes for the sum, where the two agree on one: an offer is answered with a counter-offer until one side says
//! yes or gives up. That happens while it is asked for; saying yes to a proposal then is saying yes to the whole.
//!
//! While the lender has the thing all days can change; once it is out only the last one can, and not into the past. What is
//! proposed stays open until an answer would come too late to plan with ([`answer_by`]); coming back, being called off or
//! contested ends it, because there is nothing left to change.

use super::{
    commands::{Event, Refusal},
    model::{Booking, Custody, Party, Proposal},
    rules::{self, ANSWER_WITHIN},
};
use crate::{
    Timestamp,
    availability::{HORIZON, Period, Reason},
    forms::{FieldError, Problem},
};

/// Whether the days of a booking can be changed in this custody.
const fn changeable(custody: Custody) -> bool {
    matches!(
        custody,
        Custody::WithLender | Custody::HandingOver { .. } | Custody::WithBorrower
    )
}

/// Whether `proposed` still makes sense once the thing is in `custody`.
#[must_use]
pub fn survives(proposed: &Proposal, period: Period, custody: Custody) -> bool {
    match custody {
        Custody::WithLender => true,
        _ => changeable(custody) && begins_alike(proposed.period, period),
    }
}

fn begins_alike(one: Period, other: Period) -> bool {
    let from = |period: Period| period.hours.map(|hours| hours.from);
    one.first == other.first && from(one) == from(other)
}

/// Until when a proposal made now can be agreed to: 24 hours, but not beyond what it is about. Before the thing is out that
/// is the end of the first day, old or new; afterwards the moment it is due, unless that has passed already.
#[must_use]
pub fn answer_by(booking: &Booking, period: Period, now: Timestamp) -> Timestamp {
    let within = now.plus(ANSWER_WITHIN);
    if booking.custody == Custody::WithLender {
        let zone = booking.terms.time_zone();
        let earlier = if period.starts_in(&zone) < booking.period.starts_in(&zone) {
            period
        } else {
            booking.period
        };
        let by = rules::answer_by(now, earlier, &zone);
        return if by > now { by } else { within };
    }
    let soonest = booking.due_at.min(ends_at(booking, period));
    if now < soonest { within.min(soonest) } else { within }
}

/// Decides whether `me` may propose `period`, and perhaps a sum.
///
/// # Errors
/// The first reason against it. Whether the days are free is not known here.
pub fn propose(
    booking: &Booking,
    me: Party,
    period: Period,
    offer: Option<i64>,
    words: &str,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    if !changeable(booking.custody) {
        return Err(Refusal::NotNow);
    }
    let today = now.day_in(&booking.terms.time_zone());
    let wrong = |field: &str, problem| {
        Err(Refusal::Invalid(vec![FieldError {
            field: field.into(),
            problem,
        }]))
    };
    let out = booking.custody != Custody::WithLender;
    let same_sum = offer.is_none_or(|offer| booking.extras.offer == Some(offer));
    if period == booking.period && same_sum && !booking.lacks_price() {
        return Err(Refusal::SameDays);
    }
    if period.grain() != booking.period.grain() {
        return Err(Reason::OtherGrain.into());
    }
    if out && !begins_alike(period, booking.period) {
        return Err(Refusal::AlreadyOut);
    }
    if period.is_backwards() {
        return wrong("to", Problem::EndsBeforeItStarts);
    }
    let zone = booking.terms.time_zone();
    let by_the_hour = period.hours.is_some();
    if by_the_hour && period.slots(&zone).is_empty() {
        return Err(Reason::NoSuchHour.into());
    }
    let begun = period.first < today || (by_the_hour && period.starts_in(&zone) < now);
    if !out && begun && !begins_alike(period, booking.period) {
        return wrong("from", Problem::InThePast);
    }
    if period.last < today || (by_the_hour && period.ends_in(&zone) <= now) {
        return wrong("to", Problem::InThePast);
    }
    if period.last > today.plus(HORIZON) {
        return Err(Refusal::Unavailable(Reason::TooFarAhead {
            latest: today.plus(HORIZON),
        }));
    }
    let extras = booking.extras_with(offer);
    booking.terms.quote(period, extras).map_err(Refusal::Price)?;
    Ok(vec![Event::Proposed {
        by: me,
        period,
        offer,
        words: words.to_owned(),
        answer_by: answer_by(booking, period, now),
    }])
}

/// Decides whether `me` may agree to what the other side proposed.
///
/// # Errors
/// When there is nothing to agree to, or no longer.
pub fn agree(booking: &Booking, me: Party, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    let proposal = of_the_other(booking, me)?;
    if now >= proposal.answer_by {
        return Err(Refusal::TooLate);
    }
    let zone = booking.terms.time_zone();
    let extras = booking.extras_with(proposal.offer);
    let quote = booking.terms.quote(proposal.period, extras).map_err(Refusal::Price)?;
    Ok(vec![Event::Changed {
        from: booking.period,
        to: proposal.period,
        starts_at: proposal.period.starts_in(&zone),
        due_at: ends_at(booking, proposal.period),
        offer: proposal.offer,
        quote: Some(quote),
    }])
}

/// Decides whether `me` may say no to what the other side proposed.
///
/// # Errors
/// When there is nothing to say no to.
pub fn disagree(booking: &Booking, me: Party, words: &str) -> Result<Vec<Event>, Refusal> {
    of_the_other(booking, me).map(|_| {
        vec![Event::Disagreed {
            words: words.to_owned(),
        }]
    })
}

/// Decides whether `me` may take back what they proposed.
///
/// # Errors
/// When they proposed nothing.
pub fn drop(booking: &Booking, me: Party) -> Result<Vec<Event>, Refusal> {
    match &booking.proposal {
        Some(proposal) if proposal.by == me => Ok(vec![Event::ProposalDropped]),
        Some(_) => Err(Refusal::NotYours),
        None => Err(Refusal::NotNow),
    }
}

fn of_the_other(booking: &Booking, me: Party) -> Result<&Proposal, Refusal> {
    match &booking.proposal {
        Some(proposal) if proposal.by != me => Ok(proposal),
        Some(_) => Err(Refusal::WaitsForOther),
        None => Err(Refusal::NotNow),
    }
}

fn ends_at(booking: &Booking, period: Period) -> Timestamp {
    period.ends_in(&booking.terms.time_zone())
}
