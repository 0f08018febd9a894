//! Who may write to whom, when, how much, and when a letter tells of it. Pure and total: `now` is the only clock.

use super::model::{Refusal, Side};
use crate::{
    Timestamp,
    bookings::{self, BookingId},
    forms::Check,
    listings,
    members::Blocked,
};

/// The most characters of a message.
pub const LONGEST_TEXT: usize = 4_000;
/// The most pictures of a message.
pub const MOST_PHOTOS: usize = 4;
/// How long after a booking is over its two parties can still write about it, in microseconds: what was forgotten in the
/// bag is found within a month.
pub const WRITE_AFTER_END: i64 = 30 * Timestamp::DAY;
/// The most messages that a member sends within [`SENT_WITHIN`].
pub const MOST_SENT: i64 = 120;
/// See [`MOST_SENT`]; in microseconds.
pub const SENT_WITHIN: i64 = Timestamp::HOUR;
/// The most owners whom a member asks for the first time within [`BEGUN_WITHIN`].
pub const MOST_BEGUN: i64 = 20;
/// See [`MOST_BEGUN`]; in microseconds.
pub const BEGUN_WITHIN: i64 = Timestamp::DAY;
/// How long a message lies unread before a letter tells of it, in microseconds.
pub const LETTER_AFTER: i64 = 10 * Timestamp::MINUTE;
/// How long after a letter the next one tells of more, as long as nothing was read, in microseconds.
pub const LETTERS_APART: i64 = Timestamp::DAY;

/// How often somebody did something of late.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Recent {
    /// How often.
    pub count: i64,
    /// When for the first time within the span that counts.
    pub first_at: Option<Timestamp>,
}

impl Recent {
    /// When it is allowed again, if `most` within `span` is the limit and it is reached.
    fn free_at(self, most: i64, span: i64, now: Timestamp) -> Option<Timestamp> {
        (self.count >= most).then(|| self.first_at.unwrap_or(now).plus(span))
    }
}

/// Where a message would be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// About a listing.
    Listing {
        /// Where the listing stands.
        state: listings::State,
        /// Whether nothing was written yet.
        begins: bool,
        /// What the two have open of the same listing.
        booking: Option<BookingId>,
    },
    /// About a booking.
    Booking {
        /// What the two agreed.
        state: bookings::State,
        /// When it ended, if it did.
        ended_at: Option<Timestamp>,
    },
}

impl Stage {
    /// Whether the thing is promised or out: then the two must be able to talk, whatever else stands between them.
    const fn is_running(self) -> bool {
        matches!(
            self,
            Self::Booking {
                state: bookings::State::Accepted,
                ..
            }
        )
    }
}

/// What the rules need to know before a message is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scene {
    /// Where it would be written.
    pub stage: Stage,
    /// By which of the two.
    pub me: Side,
    /// Whether the other has left.
    pub gone: bool,
    /// Who hears no more from whom.
    pub blocked: Blocked,
    /// The writer's messages within [`SENT_WITHIN`].
    pub sent: Recent,
    /// The conversations that the writer began about listings within [`BEGUN_WITHIN`].
    pub begun: Recent,
}

/// Whether somebody may write here now, whatever it says: a page shows a form if so, and otherwise says why not.
///
/// # Errors
/// The first reason against it. What a block by the other leads to is told last of all and without a reason.
pub fn may_write(scene: &Scene, now: Timestamp) -> Result<(), Refusal> {
    if scene.gone {
        return Err(Refusal::Gone);
    }
    match scene.stage {
        Stage::Listing {
            booking: Some(booking), ..
        } => return Err(Refusal::Moved(booking)),
        // The owner answers; nobody is written to out of the blue.
        Stage::Listing { begins: true, .. } if scene.me == Side::Owner => return Err(Refusal::OwnListing),
        Stage::Listing { state, begins, .. } => {
            let offered = match state {
                listings::State::Published => true,
                listings::State::Paused => !begins,
                listings::State::Draft | listings::State::Archived => false,
            };
            if !offered {
                return Err(Refusal::NotOffered);
            }
        }
        Stage::Booking {
            ended_at: Some(ended_at),
            ..
        } if now.since(ended_at) >= WRITE_AFTER_END => return Err(Refusal::Over),
        Stage::Booking { .. } => {}
    }
    if !scene.stage.is_running() {
        if scene.blocked.by_me {
            return Err(Refusal::YouBlocked);
        }
        if scene.blocked.by_other {
            return Err(Refusal::NotPossible);
        }
    }
    let begins = matches!(scene.stage, Stage::Listing { begins: true, .. });
    let busy = scene.sent.free_at(MOST_SENT, SENT_WITHIN, now);
    let curious = scene.begun.free_at(MOST_BEGUN, BEGUN_WITHIN, now).filter(|_| begins);
    match busy.max(curious) {
        Some(again_at) => Err(Refusal::TooFast { again_at }),
        None => Ok(()),
    }
}

/// Decides about one message: its text as it is kept, in plain characters and line breaks.
///
/// # Errors
/// A [`Refusal`] names the reason. What is wrong with the words is told before what is wrong with the moment, except
/// where no words would help.
pub fn decide(scene: &Scene, typed: &str, photos: usize, now: Timestamp) -> Result<String, Refusal> {
    let moment = may_write(scene, now);
    if let Err(refusal) = &moment
        && !matches!(refusal, Refusal::TooFast { .. })
    {
        return Err(refusal.clone());
    }
    let mut check = Check::default();
    let least = usize::from(photos == 0);
    let text = check.text("text", typed, least, LONGEST_TEXT);
    let text = check.finish(text).map_err(Refusal::Invalid)?;
    if photos > MOST_PHOTOS {
        return Err(Refusal::TooManyPhotos);
    }
    moment.map(|()| text)
}

/// What is known of one side of a conversation when a letter is thought about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Progress {
    /// The newest message shown.
    pub read_seq: i64,
    /// The newest message that a letter told of.
    pub told_seq: i64,
    /// When that letter was written.
    pub told_at: Option<Timestamp>,
    /// When it is looked again; `None` if that is not planned.
    pub letter_at: Option<Timestamp>,
}

/// What to do about a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LetterStep {
    /// Write it now.
    Write,
    /// Look again at this instant.
    Wait(Timestamp),
    /// Nothing is unread that was not told.
    Nothing,
}

/// When to look whether a letter about a message that has just come is wanted; `None` if that is planned already. A plan
/// that is overdue by an hour was lost.
#[must_use]
pub fn letter_plan(progress: &Progress, now: Timestamp) -> Option<Timestamp> {
    let planned = progress.letter_at.is_some_and(|at| now < at.plus(Timestamp::HOUR));
    (!planned).then(|| letter_due(progress, now))
}

/// What to do when the time to look has come. `waits_since` is when the oldest message came that was neither shown nor
/// told of; `None` if there is none.
#[must_use]
pub fn letter_step(progress: &Progress, waits_since: Option<Timestamp>, now: Timestamp) -> LetterStep {
    let Some(since) = waits_since else {
        return LetterStep::Nothing;
    };
    let due = letter_due(progress, since);
    if now < due {
        LetterStep::Wait(due)
    } else {
        LetterStep::Write
    }
}

/// Whoever is there reads first, so it waits for [`LETTER_AFTER`]; and after a letter that led to no reading, for
/// [`LETTERS_APART`].
fn letter_due(progress: &Progress, since: Timestamp) -> Timestamp {
    let soon = since.plus(LETTER_AFTER);
    match progress.told_at {
        Some(told_at) if progress.read_seq < progress.told_seq => soon.max(told_at.plus(LETTERS_APART)),
        _ => soon,
    }
}
