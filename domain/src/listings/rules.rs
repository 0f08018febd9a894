//! What may happen to a listing and when it can be borrowed. Pure.

use super::{
    model::{CalendarDay, DayState, Event, Refusal, State},
    weekly_plan::WeeklyPlan,
};
use crate::{Day, forms::FieldError};
use std::collections::BTreeMap;

/// What somebody asks of a listing as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    /// Make a draft public.
    Publish,
    /// Take it out of the search.
    Pause,
    /// Put it back.
    Resume,
    /// End it for good.
    Archive,
    /// Throw a draft away.
    Discard,
    /// Begin a new draft with the same words and photos.
    Duplicate,
}

impl Command {
    /// All commands.
    pub const ALL: [Self; 6] = [
        Self::Publish,
        Self::Pause,
        Self::Resume,
        Self::Archive,
        Self::Discard,
        Self::Duplicate,
    ];
}

/// Who asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Actor {
    /// Whose it is.
    Owner,
    /// Anybody else.
    Stranger,
}

/// What the rules need to know of a listing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facts {
    /// Where it stands.
    pub state: State,
    /// What [`super::steps::missing`] says.
    pub missing: Vec<FieldError>,
    /// How many of its bookings are requested or accepted.
    pub open_bookings: i64,
}

/// Decides one command.
///
/// # Errors
/// A [`Refusal`] names the reason; nothing has changed then.
pub fn decide(facts: &Facts, command: Command, actor: Actor) -> Result<Event, Refusal> {
    use {Command::*, State::*};
    if actor == Actor::Stranger {
        return Err(Refusal::NotYours);
    }
    match (facts.state, command) {
        (Draft, Publish) if facts.missing.is_empty() => Ok(Event::Published),
        (Draft, Publish) => Err(Refusal::Unfinished(facts.missing.clone())),
        (Draft, Discard) => Ok(Event::Discarded),
        (Published, Pause) => Ok(Event::Paused),
        (Paused, Resume) => Ok(Event::Resumed),
        (Published | Paused, Archive) if facts.open_bookings > 0 => Err(Refusal::OpenBookings(facts.open_bookings)),
        (Published | Paused, Archive) => Ok(Event::Archived),
        (_, Duplicate) => Ok(Event::Begun),
        (Draft, Pause | Resume | Archive)
        | (Published, Publish | Resume | Discard)
        | (Paused, Publish | Pause | Discard)
        | (Archived, Publish | Pause | Resume | Archive | Discard) => Err(Refusal::NotNow),
    }
}

/// Where a listing stands after an event.
#[must_use]
pub const fn apply(state: State, event: &Event) -> State {
    match event {
        Event::Begun | Event::Copied { .. } => State::Draft,
        Event::Imported | Event::Published | Event::Resumed => State::Published,
        Event::Paused => State::Paused,
        Event::Archived => State::Archived,
        Event::Edited { .. } | Event::Discarded => state,
    }
}

/// The commands open to `actor`: a page shows a button for each, and no other. Publishing is offered on every draft, as
/// its refusal says what is missing.
#[must_use]
pub fn open_to(facts: &Facts, actor: Actor) -> Vec<Command> {
    let offered = |command: &Command| matches!(decide(facts, *command, actor), Ok(_) | Err(Refusal::Unfinished(_)));
    Command::ALL.into_iter().filter(offered).collect()
}

/// On which days a thing can be borrowed, as its owner decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lending {
    /// Days of the week on which it may be out.
    pub weekly_plan: WeeklyPlan,
    /// Days from today to the earliest start.
    pub lead_days: i64,
}

/// What occupies one unit of a listing on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(
    feature = "store",
    derive(sqlx::Type),
    sqlx(type_name = "text", rename_all = "snake_case")
)]
pub enum SlotReason {
    /// Somebody has it.
    Booking,
    /// Its owner does not lend it.
    Blocked,
}

/// The calendar from `from` to `to` on `today`. A day is occupied when all `units` are; who has them stays unsaid.
#[must_use]
pub fn calendar(
    lending: &Lending,
    units: i64,
    slots: &[(Day, SlotReason)],
    today: Day,
    (from, to): (Day, Day),
) -> Vec<CalendarDay> {
    let mut occupied: BTreeMap<Day, (i64, bool)> = BTreeMap::new();
    for (day, reason) in slots {
        let (count, lent) = occupied.entry(*day).or_default();
        *count += 1;
        *lent |= *reason == SlotReason::Booking;
    }
    let state = |day: Day| {
        let (count, lent) = occupied.get(&day).copied().unwrap_or_default();
        if day < today {
            DayState::Past
        } else if count >= units.max(1) {
            if lent { DayState::Taken } else { DayState::NotLent }
        } else if !lending.weekly_plan.allows(day) {
            DayState::NotLent
        } else if day < today.plus(lending.lead_days) {
            DayState::TooSoon
        } else {
            DayState::Free
        }
    };
    from.to(to).map(|day| CalendarDay { day, state: state(day) }).collect()
}
