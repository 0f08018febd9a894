//! Who may write down what and when, how another way is agreed on, and what a code is worth. Pure and total: `now` is the
//! only clock. Give it the booking as it stands at `now` ([`bookings::rules::as_of`]).
//!
//! Each side writes its own entries; the other reads them at once, because they are evidence and no review. An entry that
//! was kept is never changed. Whoever confirms a move has seen what was written until then; what is added afterwards says
//! that it was.

use super::model::{Command, Draft, Event, Found, Item, Plan, Proposal, Refusal};
use crate::{
    Timestamp,
    bookings::{self, Booking, Custody, Move, Party, State, Terms, rules::HAND_OVER_FROM},
    forms::{Check, Problem},
};

/// The most characters of a note.
pub const LONGEST_NOTE: usize = 2_000;
/// The most characters of the words that go with another way.
pub const LONGEST_WORDS: usize = 500;
/// The most photos of one entry.
pub const MOST_PHOTOS: usize = 6;
/// The most entries of one side about one move.
pub const MOST_ENTRIES: i64 = 20;
/// How long after a booking is over something can be added, in microseconds.
pub const ADD_WITHIN: i64 = 14 * Timestamp::DAY;
/// How many digits a code has.
pub const CODE_DIGITS: usize = 6;
/// How long a code is worth something where the two meet, in microseconds.
pub const CODE_LIVES: i64 = 10 * Timestamp::MINUTE;
/// How long it is where they agreed that they will not meet: a neighbour or a box has to pass it on. Microseconds.
pub const CODE_TRAVELS: i64 = 24 * Timestamp::HOUR;
/// How many wrong tries a code bears. Then another one has to be shown.
pub const MOST_TRIES: i64 = 5;

/// What is looked at when a thing changes hands: the thing itself, what comes along, and what its owner wants looked at.
#[must_use]
pub fn checklist(terms: &Terms) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in [&terms.title]
        .into_iter()
        .chain(&terms.accessories)
        .chain(&terms.checklist)
    {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() && !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// The move that is at hand: the next that the two have not both confirmed. `None` before the yes, after the end, and
/// where somebody helps and nothing changes hands.
#[must_use]
pub const fn at_hand(booking: &Booking) -> Option<Move> {
    if !booking.terms.kind.changes_hands() {
        return None;
    }
    match (booking.state, booking.custody) {
        (
            State::Accepted,
            Custody::WithLender
            | Custody::HandingOver { .. }
            | Custody::Contested {
                what: Move::Handover, ..
            },
        ) => Some(Move::Handover),
        (State::Accepted, Custody::WithBorrower | Custody::Returning { .. } | Custody::Contested { .. }) => {
            Some(Move::Return)
        }
        _ => None,
    }
}

/// Whether either side may write about a move now, and whether it would be late: after the move was confirmed.
///
/// # Errors
/// Why not.
pub fn may_write(booking: &Booking, what: Move, now: Timestamp) -> Result<bool, Refusal> {
    let from = booking.starts_at.plus(-HAND_OVER_FROM);
    if !booking.terms.kind.changes_hands() {
        return Err(Refusal::NotNow);
    }
    match (booking.state, what, booking.custody) {
        (State::Requested, ..) => Err(Refusal::NotNow),
        (State::Closed, ..)
            if booking
                .ended_at
                .is_some_and(|ended_at| now.since(ended_at) < ADD_WITHIN) =>
        {
            Ok(true)
        }
        (State::Accepted, Move::Handover, Custody::WithLender) if now < from => Err(Refusal::TooEarly { from }),
        (
            State::Accepted,
            Move::Handover,
            Custody::WithLender
            | Custody::HandingOver { .. }
            | Custody::Contested {
                what: Move::Handover, ..
            },
        ) => Ok(false),
        (State::Accepted, Move::Handover, _) => Ok(true),
        // Brought back before the handover was confirmed: whoever says so says it in the record, too.
        (
            State::Accepted,
            Move::Return,
            Custody::HandingOver { .. }
            | Custody::WithBorrower
            | Custody::Returning { .. }
            | Custody::Contested { what: Move::Return, .. },
        ) => Ok(false),
        (State::Accepted, Move::Return, Custody::Returned) => Ok(true),
        (State::Accepted, ..) => Err(Refusal::NotNow),
        _ => Err(Refusal::Over),
    }
}

/// What will be kept of what was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// The checklist.
    pub items: Vec<Item>,
    /// The note.
    pub note: String,
    /// Whether it comes after the move was confirmed.
    pub late: bool,
}

/// Decides about one entry. `mine` counts what this side wrote about this move already, `photos` what comes with it.
///
/// # Errors
/// A [`Refusal`] names the reason. Where no words would help, that is told before what is wrong with the words.
pub fn decide(
    booking: &Booking,
    what: Move,
    mine: i64,
    draft: &Draft,
    photos: usize,
    now: Timestamp,
) -> Result<Written, Refusal> {
    let late = may_write(booking, what, now)?;
    if mine >= MOST_ENTRIES {
        return Err(Refusal::TooManyEntries);
    }
    let mut check = Check::default();
    let note = check.text("note", &draft.note, 0, LONGEST_NOTE);
    let names = checklist(&booking.terms);
    if let Some(place) = draft.found.keys().find(|place| **place >= names.len()) {
        check.note(&format!("item-{place}"), Problem::NotAChoice);
    }
    let items: Vec<Item> = (0..)
        .zip(names)
        .map(|(place, name)| {
            let typed = draft.found.get(&place).map_or("", String::as_str);
            let found = Found::from_name(typed);
            if found.is_none() && !typed.is_empty() {
                check.note(&format!("item-{place}"), Problem::NotAChoice);
            }
            Item { name, found }
        })
        .collect();
    let (items, note) = check.finish((items, note)).map_err(Refusal::Invalid)?;
    if photos > MOST_PHOTOS {
        return Err(Refusal::TooManyPhotos);
    }
    if note.is_empty() && photos == 0 && items.iter().all(|item| item.found.is_none()) {
        return Err(Refusal::Nothing);
    }
    Ok(Written { items, note, late })
}

/// Whether another way can still be agreed on for a move: until somebody reports that it happened.
#[must_use]
pub const fn can_plan(booking: &Booking, what: Move) -> bool {
    booking.terms.kind.changes_hands()
        && matches!(
            (booking.state, what, booking.custody),
            (State::Accepted, Move::Handover, Custody::WithLender)
                | (
                    State::Accepted,
                    Move::Return,
                    Custody::WithLender | Custody::HandingOver { .. } | Custody::WithBorrower
                )
        )
}

/// Decides about another way. Words are the ones that were cleaned.
///
/// # Errors
/// A [`Refusal`] names the reason; nothing has changed then.
pub fn decide_plan(booking: &Booking, what: Move, plan: &Plan, command: &Command, me: Party) -> Result<Event, Refusal> {
    if !booking.state.is_open() {
        return Err(Refusal::Over);
    }
    if !can_plan(booking, what) {
        return Err(Refusal::NotNow);
    }
    if let Command::Propose { how, words } = command {
        let agreed = plan.agreed.as_ref();
        let stands = match agreed {
            Some(agreed) => agreed.how == *how && agreed.words == *words,
            None => *how == super::model::How::InPerson,
        };
        return if stands {
            Err(Refusal::NotNow)
        } else {
            Ok(Event::Proposed {
                what,
                by: me,
                how: *how,
                words: words.clone(),
            })
        };
    }
    let Some(open) = &plan.proposed else {
        return Err(Refusal::ChangedMeanwhile);
    };
    match command {
        Command::Withdraw if open.by == me => Ok(Event::Withdrawn { what }),
        Command::Agree { to } if open.by != me && *to == open.at => Ok(Event::Agreed {
            what,
            how: open.how,
            words: open.words.clone(),
        }),
        Command::Agree { .. } if open.by != me => Err(Refusal::ChangedMeanwhile),
        Command::Decline { words } if open.by != me => Ok(Event::Declined {
            what,
            words: words.clone(),
        }),
        _ => Err(Refusal::NotYours),
    }
}

/// The plan after `event`, which happened `at` this instant.
#[must_use]
pub fn apply(plan: Plan, event: &Event, at: Timestamp) -> Plan {
    match event {
        Event::Written { .. } => plan,
        Event::Proposed { by, how, words, .. } => Plan {
            proposed: Some(Proposal {
                how: *how,
                by: *by,
                words: words.clone(),
                at,
            }),
            ..plan
        },
        // What is agreed is what is proposed; from hand to hand is the usual way and needs no plan.
        Event::Agreed { .. } => Plan {
            agreed: plan.proposed.filter(|agreed| agreed.how != super::model::How::InPerson),
            proposed: None,
        },
        Event::Declined { .. } | Event::Withdrawn { .. } => Plan { proposed: None, ..plan },
    }
}

/// The command of the booking that a code stands for.
#[must_use]
pub const fn by_code(what: Move) -> bookings::Command {
    match what {
        Move::Handover => bookings::Command::HandOverByCode,
        Move::Return => bookings::Command::ReturnByCode,
    }
}

/// Whether a side may show a code for a move now, or enter the other's.
///
/// # Errors
/// What the rules of the booking say.
pub fn may_use_code(booking: &Booking, what: Move, me: Party, now: Timestamp) -> Result<(), Refusal> {
    bookings::rules::decide(booking, &by_code(what), me.into(), now)
        .map(|_| ())
        .map_err(Refusal::Booking)
}

/// How long a code is worth something: longer where the two agreed that they will not meet.
#[must_use]
pub const fn code_lives(plan: &Plan) -> i64 {
    if plan.agreed.is_some() {
        CODE_TRAVELS
    } else {
        CODE_LIVES
    }
}

/// What is known of a code that was shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Code {
    /// How many wrong tries it has borne.
    pub tries: i64,
    /// From then on it is worth nothing.
    pub expires_at: Timestamp,
}

/// What entering a code leads to. `right` says whether the digits are those shown.
///
/// # Errors
/// [`Refusal::NoCode`] if there is none that is worth anything, whatever was typed; [`Refusal::WrongCode`].
pub const fn judge(code: Option<Code>, right: bool, now: Timestamp) -> Result<(), Refusal> {
    match code {
        Some(code) if code.tries < MOST_TRIES && now.0 < code.expires_at.0 => {
            if right {
                Ok(())
            } else {
                Err(Refusal::WrongCode {
                    left: MOST_TRIES - code.tries - 1,
                })
            }
        }
        _ => Err(Refusal::NoCode),
    }
}

/// The digits of what was typed: people type spaces and dashes.
#[must_use]
pub fn digits(typed: &str) -> String {
    let spacing = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '.' | '\u{2013}');
    typed.chars().filter(spacing).take(CODE_DIGITS + 1).collect()
}
