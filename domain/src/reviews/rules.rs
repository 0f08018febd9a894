//! Who may say what about a loan, until when, and who may read it. Pure and total: `now` is the only clock.
//!
//! Double-blind: what one side wrote is nobody's business but its own until both have written or the time is over. So that
//! it stays that way, nothing that the other side is shown or may do depends on it: [`turn`] and [`reading`] do not look at
//! the other half before it is published, and the one thing that does change, that the second review publishes both, is
//! learnt by writing for good.

use super::model::{Command, DeadlineKind, Event, Exchange, Half, Refusal, Reply, Review, ReviewDraft, Stars};
use crate::{
    Lang, Timestamp,
    bookings::{Actor, Booking, Party, State, reminders::half_time},
    forms::{Check, FieldError, Problem},
    reviews::model::Aspect,
};
use std::collections::BTreeMap;

/// How long after a loan the two may say how it was, in microseconds.
pub const WRITE_WITHIN: i64 = 14 * Timestamp::DAY;
/// The longest words of a review, and of an answer, in characters.
pub const LONGEST_WORDS: usize = 2_000;
/// Whoever gives so many stars or fewer says why.
pub const SAYS_WHY: i64 = 3;
/// The least that counts as saying why, in characters.
pub const SHORTEST_WORDS: usize = 10;

/// When the loan was over that the two may talk about: something really changed hands, and it is back.
#[must_use]
pub fn loan_ended(booking: &Booking) -> Option<Timestamp> {
    ended(booking.state, booking.handed_over_at, booking.ended_at)
}

/// See [`loan_ended`].
#[must_use]
pub fn ended(state: State, handed_over_at: Option<Timestamp>, ended_at: Option<Timestamp>) -> Option<Timestamp> {
    ended_at.filter(|_| state == State::Closed && handed_over_at.is_some())
}

/// The reviews of a booking about which nobody has written yet.
#[must_use]
pub fn unwritten(booking: &Booking) -> Exchange {
    let ended_at = loan_ended(booking);
    let zone = booking.terms.time_zone();
    Exchange {
        ended_at,
        remind_at: ended_at.map(|ended_at| half_time(ended_at, closes_at(ended_at), &zone)),
        ..Exchange::default()
    }
}

/// From then on nothing can be written, and what there is can be read.
#[must_use]
pub const fn closes_at(ended_at: Timestamp) -> Timestamp {
    ended_at.plus(WRITE_WITHIN)
}

/// Decides one command.
///
/// # Errors
/// A [`Refusal`] names the reason; nothing has changed then.
pub fn decide(exchange: &Exchange, command: &Command, actor: Actor, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    match (command, actor.party()) {
        (Command::Write(what), Some(me)) => write(exchange, what, me, now),
        (Command::Reply(what), Some(me)) => reply(exchange, what, me),
        (Command::Remind, None) => remind(exchange, now),
        (Command::Publish, None) => publish(exchange, now),
        (Command::Write(_) | Command::Reply(_), None) | (Command::Remind | Command::Publish, Some(_)) => {
            Err(Refusal::NotYours)
        }
    }
}

fn write(exchange: &Exchange, what: &Review, me: Party, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    let ended_at = exchange.ended_at.ok_or(Refusal::NoLoan)?;
    if now >= closes_at(ended_at) {
        return Err(Refusal::TooLate);
    }
    if exchange.published_at.is_some() {
        return Err(Refusal::Published);
    }
    let (by, what) = (me, what.clone());
    if exchange.half(me).review.is_some() {
        return Ok(vec![Event::Changed { by, what }]);
    }
    let mut events = vec![Event::Written { by, what }];
    if exchange.half(me.other()).review.is_some() {
        events.push(Event::Published);
    }
    Ok(events)
}

/// The refusals are the same whether the other side wrote nothing or cannot be read yet.
fn reply(exchange: &Exchange, what: &Reply, me: Party) -> Result<Vec<Event>, Refusal> {
    let about_me = exchange.half(me.other());
    if exchange.published_at.is_none() || about_me.review.is_none() {
        return Err(Refusal::NotNow);
    }
    if about_me.reply.is_some() {
        return Err(Refusal::Answered);
    }
    Ok(vec![Event::Replied {
        by: me,
        what: what.clone(),
    }])
}

fn remind(exchange: &Exchange, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    let ended_at = exchange.ended_at.ok_or(Refusal::NoLoan)?;
    let from = exchange.remind_at.ok_or(Refusal::NoLoan)?;
    if now < from {
        return Err(Refusal::TooEarly { from });
    }
    let waits = |party: &Party| {
        let half = exchange.half(*party);
        half.review.is_none() && half.reminded_at.is_none()
    };
    if exchange.published_at.is_some() || now >= closes_at(ended_at) {
        return Err(Refusal::NotNow);
    }
    let events: Vec<_> = Party::BOTH
        .into_iter()
        .filter(waits)
        .map(|of| Event::Reminded { of })
        .collect();
    if events.is_empty() {
        Err(Refusal::NotNow)
    } else {
        Ok(events)
    }
}

fn publish(exchange: &Exchange, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    let from = closes_at(exchange.ended_at.ok_or(Refusal::NoLoan)?);
    if now < from {
        return Err(Refusal::TooEarly { from });
    }
    let nothing = Party::BOTH.iter().all(|party| exchange.half(*party).review.is_none());
    if exchange.published_at.is_some() || nothing {
        return Err(Refusal::NotNow);
    }
    Ok(vec![Event::Published])
}

/// The two reviews after `event`, which happened `at` this instant.
#[must_use]
pub fn apply(mut exchange: Exchange, event: &Event, at: Timestamp) -> Exchange {
    match event {
        Event::Written { by, what } | Event::Changed { by, what } => {
            exchange.half_mut(*by).review = Some(what.clone());
        }
        Event::Published => exchange.published_at = Some(at),
        Event::Reminded { of } => exchange.half_mut(*of).reminded_at = Some(at),
        Event::Replied { by, what } => exchange.half_mut(by.other()).reply = Some(what.clone()),
    }
    exchange
}

/// The two reviews after several events at one instant.
#[must_use]
pub fn apply_all(exchange: Exchange, events: &[Event], at: Timestamp) -> Exchange {
    events
        .iter()
        .fold(exchange, |exchange, event| apply(exchange, event, at))
}

/// What the clock has to do by now, if anything.
#[must_use]
pub fn due(exchange: &Exchange, now: Timestamp) -> Option<Command> {
    [Command::Publish, Command::Remind]
        .into_iter()
        .find(|command| decide(exchange, command, Actor::Clock, now).is_ok())
}

/// When the rules are asked again: to remind once the loan is over, to publish once somebody has written.
#[must_use]
pub fn deadline(exchange: &Exchange, what: DeadlineKind) -> Option<Timestamp> {
    match what {
        _ if exchange.published_at.is_some() => None,
        DeadlineKind::Remind => exchange.remind_at,
        DeadlineKind::Publish => exchange.ended_at.map(closes_at),
    }
}

/// What one side can do now. It does not depend on what the other side wrote before that can be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// Nothing, and there never was: the loan is not over, or nothing changed hands.
    NoLoan,
    /// Say how it was.
    Write {
        /// Until then.
        until: Timestamp,
    },
    /// Say it differently; nobody has read it.
    Change {
        /// Until then.
        until: Timestamp,
    },
    /// Answer to what the other side said.
    Reply,
    /// Read: nothing is left to do.
    Read,
    /// Neither wrote in time, as far as this side may know.
    TooLate,
}

/// What `me` can do now.
#[must_use]
pub fn turn(exchange: &Exchange, me: Party, now: Timestamp) -> Turn {
    let Some(ended_at) = exchange.ended_at else {
        return Turn::NoLoan;
    };
    let until = closes_at(ended_at);
    let (mine, theirs) = (
        reading(exchange, me, me, now).is_some(),
        reading(exchange, me.other(), me, now),
    );
    let open = now < until && exchange.published_at.is_none();
    match (open, theirs) {
        (true, _) if mine => Turn::Change { until },
        (true, _) => Turn::Write { until },
        (false, Some(theirs)) if theirs.reply.is_none() => Turn::Reply,
        (false, Some(_)) => Turn::Read,
        (false, None) if mine => Turn::Read,
        (false, None) => Turn::TooLate,
    }
}

/// Whether everybody may read what there is: it was published, or is about to be.
#[must_use]
pub fn is_public(exchange: &Exchange, now: Timestamp) -> bool {
    exchange.published_at.is_some() || exchange.ended_at.is_some_and(|ended_at| now >= closes_at(ended_at))
}

/// What `author` wrote, as far as `reader`, one of the two, may read it.
#[must_use]
pub fn reading(exchange: &Exchange, author: Party, reader: Party, now: Timestamp) -> Option<&Half> {
    let half = exchange.half(author);
    (half.review.is_some() && (author == reader || is_public(exchange, now))).then_some(half)
}

/// Reads what somebody on the side of `author` typed. Few stars need words.
///
/// # Errors
/// What is wrong, field by field.
pub fn read(typed: &ReviewDraft, author: Party, lang: Lang) -> Result<Review, Vec<FieldError>> {
    let mut check = Check::default();
    let overall = stars(&mut check, "overall", &typed.overall);
    if typed.overall.trim().is_empty() {
        check.note("overall", Problem::Missing);
    }
    let aspects: BTreeMap<_, _> = Aspect::by(author)
        .into_iter()
        .filter_map(|aspect| Some((aspect, stars(&mut check, aspect.name(), typed.aspect(aspect))?)))
        .collect();
    let says_why = overall.is_some_and(|stars| stars.number() <= SAYS_WHY);
    let least = if says_why { SHORTEST_WORDS } else { 0 };
    let words = check.text("words", &typed.words, least, LONGEST_WORDS);
    // Without stars there is a note already, and the value is dropped.
    let overall = overall.unwrap_or(Stars::ALL[0]);
    check.finish(Review {
        overall,
        aspects,
        words,
        lang,
    })
}

/// Reads stars; nothing typed is nothing said.
fn stars(check: &mut Check, field: &str, typed: &str) -> Option<Stars> {
    let typed = typed.trim();
    let stars = typed.parse::<i64>().ok().and_then(Stars::new);
    if stars.is_none() && !typed.is_empty() {
        check.note(field, Problem::NotAChoice);
    }
    stars
}

/// Reads an answer.
///
/// # Errors
/// What is wrong with its words.
pub fn read_reply(typed: &str, lang: Lang) -> Result<Reply, Vec<FieldError>> {
    let mut check = Check::default();
    let words = check.text("reply", typed, 2, LONGEST_WORDS);
    check.finish(Reply { words, lang })
}
