//! What may happen to a listing. Pure. (When it can be borrowed is [`crate::availability`]'s.)

use super::model::{Event, Refusal, State};
use crate::forms::FieldError;

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
