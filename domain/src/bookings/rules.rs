//! What may happen to a booking, who may do it, and what follows. Pure and total: `now` is the only clock.
//!
//! Three axes move. The *state* goes from requested to accepted to closed, or ends on the way: one side asks, the other
//! answers. The *custody* moves only while it is accepted: each change of hands is reported by one side and confirmed by the
//! other, or by time. Where somebody helps, nothing changes hands, and only the end is reported. The *proposal* of other
//! days or another sum is made by one side and agreed to by the other ([`changes`]).
//!
//! Deadlines hold to the microsecond, whether or not the job that watches them has run: at the instant itself it is too
//! late to answer or to contest, and from that instant on the clock may act.

use super::{
    cancelling, changes,
    commands::{Command, Event, Refusal},
    model::{Actor, Booking, Custody, DeadlineKind, Move, Party, Proposal, State},
};
use crate::{Timestamp, availability::Period};
use jiff::tz::TimeZone;

/// How long a lender has to answer, in microseconds. See [`answer_by`].
pub const ANSWER_WITHIN: i64 = 24 * Timestamp::HOUR;
/// How long a report can be contested before it counts as confirmed, in microseconds.
pub const CONFIRM_WITHIN: i64 = 24 * Timestamp::HOUR;
/// How long before the first day begins a handover can be reported: the evening before is fine. Microseconds.
pub const HAND_OVER_FROM: i64 = 24 * Timestamp::HOUR;
/// How long after the last day an agreed loan waits for somebody to report a handover, in microseconds.
pub const LAPSES_AFTER: i64 = 72 * Timestamp::HOUR;

/// Until when a request can be answered: 24 hours from asking, but never later than the end of the first day, because an
/// answer after the first day helps nobody; by the hour, never later than the first hour begins. Whoever asks at 20:00 for
/// the same day waits four hours, not 24. Silence is a no, and the borrower is told when it will be.
#[must_use]
pub fn answer_by(requested_at: Timestamp, period: Period, zone: &TimeZone) -> Timestamp {
    let useless_from = match period.hours {
        None => period.first.plus(1).starts_in(zone),
        Some(_) => period.starts_in(zone),
    };
    requested_at.plus(ANSWER_WITHIN).min(useless_from)
}

/// From when on a reported handover or return counts as confirmed; `None` if none waits.
#[must_use]
pub fn confirm_by(booking: &Booking) -> Option<Timestamp> {
    match (booking.state, booking.custody) {
        (State::Accepted, Custody::HandingOver { .. } | Custody::Returning { .. }) => Some(
            booking
                .custody_since
                .unwrap_or(booking.requested_at)
                .plus(CONFIRM_WITHIN),
        ),
        _ => None,
    }
}

/// When the clock acts next unless somebody does something before.
#[must_use]
pub fn next_deadline(booking: &Booking) -> Option<(DeadlineKind, Timestamp)> {
    let usual = match (booking.state, booking.custody) {
        (State::Requested, _) => Some((DeadlineKind::Answer, booking.answer_by)),
        (State::Accepted, Custody::WithLender) => Some((DeadlineKind::Lapse, booking.due_at.plus(LAPSES_AFTER))),
        _ => confirm_by(booking).map(|at| (DeadlineKind::Confirm, at)),
    };
    let proposal = booking.proposal.as_ref();
    let proposal = proposal.map(|proposal| (DeadlineKind::Proposal, proposal.answer_by));
    usual.into_iter().chain(proposal).min_by_key(|(_, at)| *at)
}

/// Decides one command.
///
/// # Errors
/// A [`Refusal`] names the reason; nothing has changed then.
pub fn decide(booking: &Booking, command: &Command, actor: Actor, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    if !booking.state.is_open() {
        return Err(Refusal::Over);
    }
    if !is_for(booking, command, actor) {
        return Err(Refusal::NotYours);
    }
    match (booking.state, actor.party()) {
        (State::Requested, party) => decide_request(booking, command, party, now),
        (_, Some(party)) => decide_loan(booking, command, party, now),
        // Once, and only while waiting for it still makes sense.
        (_, None) if *command == Command::Warn => {
            let waits = booking.custody == Custody::WithLender && booking.terms.kind.changes_hands();
            if waits && booking.warned_at.is_none() && now < booking.due_at {
                Ok(vec![Event::Warned])
            } else {
                Err(Refusal::NotNow)
            }
        }
        (_, None) => decide_deadline(booking, command, now),
    }
}

/// Whether this command is this actor's at all.
fn is_for(booking: &Booking, command: &Command, actor: Actor) -> bool {
    match command {
        Command::Accept | Command::Decline { .. } | Command::GiveWay => actor.party() == Some(booking.answerer()),
        Command::Withdraw | Command::FindElsewhere => actor.party() == Some(booking.asked_by),
        Command::Cancel { .. }
        | Command::HandOver
        | Command::Return
        | Command::HandOverByCode
        | Command::ReturnByCode
        | Command::Contest { .. }
        | Command::TakeBack
        | Command::Propose { .. }
        | Command::Agree
        | Command::Disagree { .. }
        | Command::DropProposal => matches!(actor, Actor::Borrower | Actor::Lender),
        Command::AcceptAtOnce
        | Command::Expire
        | Command::ExpireProposal
        | Command::ConfirmByTime
        | Command::Lapse
        | Command::Warn => {
            matches!(actor, Actor::Clock)
        }
    }
}

/// While a request waits for its answer.
fn decide_request(
    booking: &Booking,
    command: &Command,
    me: Option<Party>,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let in_time = now < booking.answer_by;
    let proposed = booking.proposal.as_ref();
    let event = match (command, me) {
        (Command::Expire, _) if !in_time => return Ok(vec![Event::Expired]),
        (Command::Propose { .. } | Command::Agree, _) if !in_time => return Err(Refusal::TooLate),
        // Who asked has said what they want; they answer with something else only to something else.
        (Command::Propose { .. }, Some(me)) if me == booking.asked_by && proposed.is_none_or(|p| p.by == me) => {
            return Err(Refusal::NotNow);
        }
        (
            Command::Propose {
                period, offer, words, ..
            },
            Some(me),
        ) => return changes::propose(booking, me, *period, *offer, words, now),
        (Command::Agree, Some(me)) => {
            let mut events = changes::agree(booking, me, now)?;
            events.push(Event::Accepted);
            return Ok(events);
        }
        (Command::Disagree { words }, Some(me)) => return changes::disagree(booking, me, words),
        (Command::DropProposal, Some(me)) => return changes::drop(booking, me),
        (Command::ExpireProposal, _) => return decide_deadline(booking, command, now),
        (command, _) => answer(booking, command, now)?,
    };
    if in_time {
        Ok(vec![event])
    } else {
        Err(Refusal::TooLate)
    }
}

/// What saying yes or no leads to, whether or not there still is time.
fn answer(booking: &Booking, command: &Command, now: Timestamp) -> Result<Event, Refusal> {
    let in_time = now < booking.answer_by;
    Ok(match command {
        Command::Accept if booking.lacks_price() => return Err(Refusal::NamePrice),
        Command::Accept => Event::Accepted,
        Command::AcceptAtOnce if booking.terms.instant && !booking.lacks_price() => Event::Accepted,
        Command::Decline { reason } => Event::Declined { reason: reason.clone() },
        Command::GiveWay => Event::GaveWay,
        Command::Withdraw => Event::Withdrawn,
        Command::FindElsewhere => Event::FoundElsewhere,
        Command::Expire if in_time => {
            return Err(Refusal::TooEarly {
                from: booking.answer_by,
            });
        }
        _ => return Err(Refusal::NotNow),
    })
}

/// What the two sides do once it is agreed.
fn decide_loan(booking: &Booking, command: &Command, me: Party, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    let contestable = confirm_by(booking).is_some_and(|by| now < by);
    let lapsed = now >= booking.due_at.plus(LAPSES_AFTER);
    let from = booking.starts_at.plus(-HAND_OVER_FROM);
    Ok(match (booking.custody, command) {
        (_, Command::Propose { .. }) if booking.custody == Custody::WithLender && lapsed => {
            return Err(Refusal::TooLate);
        }
        (_, Command::Propose { period, offer, words }) => changes::propose(booking, me, *period, *offer, words, now)?,
        (_, Command::Agree) => changes::agree(booking, me, now)?,
        (_, Command::Disagree { words }) => changes::disagree(booking, me, words)?,
        (_, Command::DropProposal) => changes::drop(booking, me)?,
        // A code is for what goes from hand to hand.
        (_, Command::HandOverByCode | Command::ReturnByCode) if !booking.terms.kind.changes_hands() => {
            return Err(Refusal::NotNow);
        }
        (Custody::WithLender, Command::Cancel { .. } | Command::HandOver | Command::HandOverByCode) if lapsed => {
            return Err(Refusal::TooLate);
        }
        (Custody::WithLender, Command::Cancel { reason, seen }) => {
            let owed = cancelling::owed(booking, me, now).minor;
            if owed > 0 && *seen != Some(owed) {
                return Err(Refusal::SeeFee { minor: owed });
            }
            vec![Event::Cancelled {
                by: me,
                reason: reason.clone(),
                owed_minor: owed,
            }]
        }
        // Nothing changes hands where somebody helps: it is done, says one side, and the other confirms.
        (Custody::WithLender, Command::HandOver) if !booking.terms.kind.changes_hands() => return Err(Refusal::NotNow),
        (Custody::WithLender, Command::Return) if !booking.terms.kind.changes_hands() => match now {
            _ if lapsed => return Err(Refusal::TooLate),
            _ if now < from => return Err(Refusal::TooEarly { from }),
            _ => vec![Event::ReturnReported { by: me }],
        },
        (Custody::WithLender, Command::HandOver | Command::HandOverByCode) if now < from => {
            return Err(Refusal::TooEarly { from });
        }
        (Custody::WithLender, Command::HandOver) => vec![Event::HandoverReported { by: me }],
        (Custody::WithBorrower, Command::Return) => vec![Event::ReturnReported { by: me }],

        // A code is the word of both: who showed it gave it to whoever entered it. What was reported or contested before is
        // settled by that.
        (
            Custody::WithLender
            | Custody::HandingOver { .. }
            | Custody::Contested {
                what: Move::Handover, ..
            },
            Command::HandOverByCode,
        ) => vec![Event::HandedOverByCode],
        (
            Custody::WithBorrower | Custody::Returning { .. } | Custody::Contested { what: Move::Return, .. },
            Command::ReturnByCode,
        ) => vec![Event::ReturnedByCode, Event::Closed],
        // Back on the same day, before the handover was confirmed: both admit it.
        (Custody::HandingOver { .. }, Command::ReturnByCode) => {
            vec![Event::HandedOverByCode, Event::ReturnedByCode, Event::Closed]
        }

        // A report is confirmed by the other side only.
        (Custody::HandingOver { by }, Command::HandOver)
        | (
            Custody::Contested {
                what: Move::Handover,
                by,
            },
            Command::HandOver,
        ) if by != me => {
            vec![Event::HandedOver]
        }
        (Custody::Returning { by }, Command::Return)
        | (Custody::Contested { what: Move::Return, by }, Command::Return)
            if by != me =>
        {
            vec![Event::Returned, Event::Closed]
        }
        // Back on the same day, before the handover was confirmed: whoever says so admits the handover. Not the lender
        // who reported it: by his word alone the borrower would have had the thing.
        (Custody::HandingOver { by }, Command::Return) if by != me || me == Party::Borrower => {
            vec![Event::HandedOver, Event::ReturnReported { by: me }]
        }
        (Custody::HandingOver { .. }, Command::HandOver | Command::Return)
        | (Custody::Returning { .. }, Command::Return)
        | (
            Custody::Contested {
                what: Move::Handover, ..
            },
            Command::HandOver,
        )
        | (Custody::Contested { what: Move::Return, .. }, Command::Return) => return Err(Refusal::WaitsForOther),

        (Custody::HandingOver { by } | Custody::Returning { by }, Command::Contest { words }) => match contestable {
            _ if by == me => return Err(Refusal::NotYours),
            false => return Err(Refusal::TooLate),
            true => vec![Event::Contested { words: words.clone() }],
        },
        (Custody::HandingOver { by } | Custody::Returning { by }, Command::TakeBack) => match contestable {
            _ if by != me => return Err(Refusal::NotYours),
            false => return Err(Refusal::TooLate),
            true => vec![Event::TakenBack],
        },
        (Custody::Contested { by, .. }, Command::TakeBack) if by == me => vec![Event::TakenBack],
        (Custody::Contested { .. }, Command::TakeBack) => return Err(Refusal::NotYours),
        _ => return Err(Refusal::NotNow),
    })
}

/// What time does once it is agreed: what comes first, comes first.
fn decide_deadline(booking: &Booking, command: &Command, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    let Some((what, from)) = next_deadline(booking) else {
        return Err(Refusal::NotNow);
    };
    let events = match (command, what, booking.custody) {
        (Command::ExpireProposal, DeadlineKind::Proposal, _) => vec![Event::ProposalExpired],
        (Command::ConfirmByTime, DeadlineKind::Confirm, Custody::HandingOver { .. }) => vec![Event::HandedOver],
        (Command::ConfirmByTime, DeadlineKind::Confirm, _) => vec![Event::Returned, Event::Closed],
        (Command::Lapse, DeadlineKind::Lapse, _) => vec![Event::Lapsed],
        _ => return Err(Refusal::NotNow),
    };
    if now < from {
        Err(Refusal::TooEarly { from })
    } else {
        Ok(events)
    }
}

/// The booking after `event`, which happened `at` this instant. The version is the store's to count.
#[must_use]
pub fn apply(booking: Booking, event: &Event, at: Timestamp) -> Booking {
    let next = changed(booking, event, at);
    let proposal = next
        .proposal
        .filter(|proposal| next.state.is_open() && changes::survives(proposal, next.period, next.custody));
    Booking { proposal, ..next }
}

fn changed(booking: Booking, event: &Event, at: Timestamp) -> Booking {
    let over = |state: State, booking: Booking| Booking {
        state,
        ended_at: Some(at),
        ..booking
    };
    let answered = Booking {
        answered_at: Some(at),
        ..booking.clone()
    };
    let moved = |custody: Custody| Booking {
        custody,
        custody_since: Some(at),
        ..booking.clone()
    };
    match event {
        Event::Requested { .. } => booking,
        Event::Proposed {
            by,
            period,
            offer,
            words,
            answer_by,
        } => Booking {
            proposal: Some(Proposal {
                by: *by,
                period: *period,
                offer: *offer,
                words: words.clone(),
                answer_by: *answer_by,
            }),
            // Whoever is to answer something new has the time for it.
            answer_by: match booking.state {
                State::Requested => booking.answer_by.max(*answer_by),
                _ => booking.answer_by,
            },
            ..booking
        },
        Event::Changed {
            to,
            starts_at,
            due_at,
            offer,
            quote,
            ..
        } => Booking {
            extras: booking.extras_with(*offer),
            period: *to,
            quote: quote.clone(),
            // That what was to begin then may not be back is no news about another beginning.
            warned_at: booking.warned_at.filter(|_| *starts_at == booking.starts_at),
            starts_at: *starts_at,
            due_at: *due_at,
            proposal: None,
            ..booking
        },
        Event::Disagreed { words } => Booking {
            reason: words.clone(),
            proposal: None,
            ..booking
        },
        Event::ProposalDropped | Event::ProposalExpired => Booking {
            proposal: None,
            ..booking
        },
        Event::Accepted => Booking {
            state: State::Accepted,
            ..answered
        },
        Event::Declined { reason } => over(
            State::Declined,
            Booking {
                reason: reason.clone(),
                ..answered
            },
        ),
        Event::GaveWay => over(State::GaveWay, answered),
        Event::Withdrawn => over(State::Withdrawn, booking),
        Event::FoundElsewhere => over(State::FoundElsewhere, booking),
        Event::Expired => over(State::Expired, booking),
        Event::Lapsed => over(State::Lapsed, booking),
        Event::Closed => over(State::Closed, booking),
        Event::Warned => Booking {
            warned_at: Some(at),
            ..booking
        },
        Event::Cancelled { by, reason, owed_minor } => over(
            State::Cancelled(*by),
            Booking {
                reason: reason.clone(),
                owed_minor: Some(*owed_minor),
                ..booking
            },
        ),
        Event::HandoverReported { by } => Booking {
            handed_over_at: Some(at),
            ..moved(Custody::HandingOver { by: *by })
        },
        Event::HandedOver => moved(Custody::WithBorrower),
        Event::HandedOverByCode => Booking {
            handed_over_at: booking.reported(Move::Handover).or(Some(at)),
            ..moved(Custody::WithBorrower)
        },
        Event::ReturnReported { by } => Booking {
            returned_at: Some(at),
            ..moved(Custody::Returning { by: *by })
        },
        Event::Returned => moved(Custody::Returned),
        Event::ReturnedByCode => Booking {
            returned_at: booking.reported(Move::Return).or(Some(at)),
            ..moved(Custody::Returned)
        },
        Event::Contested { words } => {
            let reason = words.clone();
            match booking.custody {
                Custody::HandingOver { by } => Booking {
                    reason,
                    ..moved(Custody::Contested {
                        what: Move::Handover,
                        by,
                    })
                },
                Custody::Returning { by } => Booking {
                    reason,
                    ..moved(Custody::Contested { what: Move::Return, by })
                },
                _ => booking,
            }
        }
        Event::TakenBack => match booking.custody {
            Custody::HandingOver { .. }
            | Custody::Contested {
                what: Move::Handover, ..
            } => Booking {
                handed_over_at: None,
                ..moved(Custody::WithLender)
            },
            Custody::Returning { .. } | Custody::Contested { what: Move::Return, .. } => Booking {
                returned_at: None,
                ..moved(if booking.terms.kind.changes_hands() {
                    Custody::WithBorrower
                } else {
                    Custody::WithLender
                })
            },
            _ => booking,
        },
    }
}

/// The booking after several events at one instant.
#[must_use]
pub fn apply_all(booking: Booking, events: &[Event], at: Timestamp) -> Booking {
    events.iter().fold(booking, |booking, event| apply(booking, event, at))
}

/// What the clock has to do by now, if anything.
#[must_use]
pub fn due(booking: &Booking, now: Timestamp) -> Option<Command> {
    let (what, at) = next_deadline(booking)?;
    (now >= at).then_some(match what {
        DeadlineKind::Answer => Command::Expire,
        DeadlineKind::Confirm => Command::ConfirmByTime,
        DeadlineKind::Lapse => Command::Lapse,
        DeadlineKind::Proposal => Command::ExpireProposal,
    })
}

/// The booking as it stands at `now`: with what the clock has to do by now done, though the job may not have come to it.
/// Changes what is shown, writes nothing.
#[must_use]
pub fn as_of(mut booking: Booking, now: Timestamp) -> Booking {
    while let Some(command) = due(&booking, now) {
        let at = next_deadline(&booking).map_or(now, |(_, at)| at);
        match decide(&booking, &command, Actor::Clock, now) {
            Ok(events) => booking = apply_all(booking, &events, at),
            Err(_) => break,
        }
    }
    booking
}

/// The commands open to one side now: a page shows a way to each, and to no other.
#[must_use]
pub fn open_to(booking: &Booking, party: Party, now: Timestamp) -> Vec<Command> {
    Command::ALL
        .into_iter()
        .map(|command| command.fitting(booking, now))
        .filter(|command| command.is_for_members() && decide(booking, command, party.into(), now).is_ok())
        .collect()
}
