//! Who may claim what and when, and how a claim goes on. Pure and total: `now` is the only clock.
//!
//! A claim is a conversation about one thing on the table: how it is made good, and how much that is. Whoever has not put it
//! there says yes, puts something else there, or wants somebody to decide; silence leads there as well, so nobody can sit a
//! claim out. What is decided has a reason; either side can appeal once, and somebody else decides then.
//!
//! Where nobody is there who may decide (one person runs the place and is one of the two), nothing is promised that nobody
//! keeps: the two cannot ask for a decision, what was put on the table stays there, and they can still settle it. Where only
//! one person may decide, what they decide is final.
//!
//! No sum is above the cap, and the cap comes from the terms that were agreed: what the thing is worth for who lends, what
//! was to be paid for who borrows. Where no worth was agreed on, no money can be claimed, only repair or replacement.

use super::model::{Actor, Appeal, Claim, Command, Decision, Draft, Event, Offer, Refusal, Remedy, Ruling, State};
use crate::{
    Timestamp,
    bookings::{self, Booking, Custody, Party, State as BookingState},
    forms::{Check, Problem},
    members::MemberId,
    prices::{self, Currency},
};

/// How long after the end a claim can be opened, in microseconds.
pub const OPEN_WITHIN: i64 = 48 * Timestamp::HOUR;
/// How long the other side has to answer, in microseconds.
pub const ANSWER_WITHIN: i64 = 72 * Timestamp::HOUR;
/// How long somebody who runs the place has to decide, in microseconds.
pub const DECIDE_WITHIN: i64 = 7 * Timestamp::DAY;
/// How often they are asked again after that, in microseconds.
pub const ASK_AGAIN: i64 = 3 * Timestamp::DAY;
/// How long one can appeal, in microseconds.
pub const APPEAL_WITHIN: i64 = 7 * Timestamp::DAY;
/// The fewest characters of what happened.
pub const LEAST_WORDS: usize = 10;
/// The fewest characters of the reason of a decision.
pub const LEAST_REASON: usize = 20;
/// The most characters of either.
pub const LONGEST_WORDS: usize = 4_000;

/// The most that this side can claim, in minor units.
#[must_use]
pub fn cap(booking: &Booking, by: Party) -> i64 {
    match by {
        Party::Lender => booking.terms.replacement_minor.unwrap_or(0),
        Party::Borrower => booking.quote.as_ref().map_or(0, |quote| quote.total_minor),
    }
    .max(0)
}

/// Until when this side can open a claim; `None` if that has no end yet.
///
/// # Errors
/// Why it cannot now.
pub fn may_open(booking: &Booking, by: Party, now: Timestamp) -> Result<Option<Timestamp>, Refusal> {
    match (booking.state, booking.custody) {
        (BookingState::Closed, _) => {
            let until = booking.ended_at.unwrap_or(booking.due_at).plus(OPEN_WITHIN);
            if now < until {
                Ok(Some(until))
            } else {
                Err(Refusal::TooLate)
            }
        }
        (BookingState::Accepted, Custody::WithLender) if booking.terms.kind.changes_hands() => Err(Refusal::TooEarly),
        // Where somebody helps, it has begun when its time has.
        (BookingState::Accepted, Custody::WithLender) if now < booking.starts_at => Err(Refusal::TooEarly),
        // A thing that is out can be broken already, or not what was promised; whether it comes back late is seen at its end.
        (BookingState::Accepted, Custody::HandingOver { .. }) if by == Party::Lender => Err(Refusal::TooEarly),
        (BookingState::Accepted, _) => Ok(None),
        (BookingState::Requested, _) => Err(Refusal::TooEarly),
        _ => Err(Refusal::NotNow),
    }
}

/// Reads what was typed about how it is to be made good. `least` is the fewest characters of the words.
///
/// # Errors
/// What is wrong at the fields `remedy`, `amount` and `words`; [`Refusal::AboveCap`].
pub fn read(draft: &Draft, currency: &str, cap_minor: i64, least: usize) -> Result<Ruling, Refusal> {
    let mut check = Check::default();
    let remedy = Remedy::from_name(&draft.remedy);
    if remedy.is_none() {
        check.note("remedy", Problem::ChooseOne);
    }
    let amount = match remedy {
        Some(Remedy::Money) => match prices::read_amount(&draft.amount, Currency::of(currency), prices::MOST_MINOR) {
            Ok(Some(minor)) if minor > 0 => minor,
            Ok(_) => {
                check.note("amount", Problem::Missing);
                0
            }
            Err(problem) => {
                check.note("amount", problem);
                0
            }
        },
        _ => 0,
    };
    let words = check.text("words", &draft.words, least, LONGEST_WORDS);
    let (remedy, words) = check
        .finish((remedy.unwrap_or_default(), words))
        .map_err(Refusal::Invalid)?;
    within(amount, cap_minor)?;
    Ok(Ruling {
        remedy,
        amount_minor: amount,
        words,
    })
}

/// Reads words alone: why one appeals.
///
/// # Errors
/// What is wrong at the field `words`.
pub fn read_words(draft: &Draft) -> Result<String, Refusal> {
    let mut check = Check::default();
    let words = check.text("words", &draft.words, LEAST_WORDS, LONGEST_WORDS);
    check.finish(words).map_err(Refusal::Invalid)
}

fn within(amount_minor: i64, cap_minor: i64) -> Result<(), Refusal> {
    if amount_minor < 0 || amount_minor > cap_minor {
        Err(Refusal::AboveCap { cap_minor })
    } else {
        Ok(())
    }
}

/// A new claim, and what happened.
///
/// # Errors
/// A [`Refusal`] names the reason.
pub fn open(booking: &Booking, by: Party, ruling: Ruling, now: Timestamp) -> Result<(Claim, Event), Refusal> {
    may_open(booking, by, now)?;
    let cap_minor = cap(booking, by);
    within(ruling.amount_minor, cap_minor)?;
    let Ruling {
        remedy,
        amount_minor,
        words,
    } = ruling;
    let claim = Claim {
        key: booking.key,
        by,
        state: State::Open,
        offer: Offer {
            remedy,
            amount_minor,
            by,
            words: words.clone(),
        },
        cap_minor,
        currency: booking.terms.currency.clone(),
        opened_at: now,
        due_at: Some(now.plus(ANSWER_WITHIN)),
        promised_at: None,
        decision: None,
        appeal: None,
        version: 1,
    };
    let event = Event::Opened {
        by,
        remedy,
        amount_minor,
        words,
    };
    Ok((claim, event))
}

/// Whether somebody who runs the place may decide: they are neither of the two, nor who decided `first`.
#[must_use]
pub fn may_decide(who: MemberId, parties: [MemberId; 2], first: Option<MemberId>) -> bool {
    !parties.contains(&who) && first != Some(who)
}

/// How many of those who run the place [`may_decide`] next about this claim.
#[must_use]
pub fn deciders(operators: &[MemberId], parties: [MemberId; 2], claim: &Claim) -> usize {
    let first = claim.decision.as_ref().map(|decision| decision.by);
    operators.iter().filter(|who| may_decide(**who, parties, first)).count()
}

/// Decides one command. `deciders` as [`deciders`] counts them, whenever it matters, because people come and go.
///
/// # Errors
/// A [`Refusal`] names the reason; nothing has changed then.
pub fn decide(
    claim: &Claim,
    deciders: usize,
    command: &Command,
    actor: Actor,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let in_time = claim.due_at.is_none_or(|due| now < due);
    let answers = Actor::Side(claim.offer.by.other());
    let claims = Actor::Side(claim.by);
    let a_side = matches!(actor, Actor::Side(_));
    Ok(match (claim.state, command) {
        (State::Settled | State::Withdrawn, _) => return Err(Refusal::NotNow),

        (State::Open | State::Escalated, Command::Accept) => match actor {
            _ if actor != answers => return Err(waits_or_not(a_side)),
            _ if claim.state == State::Open && !in_time => return Err(Refusal::TooLate),
            _ if claim.offer.remedy == Remedy::Nothing => vec![Event::Agreed, Event::Settled],
            _ => vec![Event::Agreed],
        },
        (
            State::Open,
            Command::Counter {
                remedy,
                amount_minor,
                words,
            },
        ) => match actor {
            Actor::Side(by) if actor == answers && in_time => {
                within(*amount_minor, claim.cap_minor)?;
                vec![Event::Countered {
                    by,
                    remedy: *remedy,
                    amount_minor: *amount_minor,
                    words: words.clone(),
                }]
            }
            _ if actor == answers => return Err(Refusal::TooLate),
            _ => return Err(waits_or_not(a_side)),
        },
        (State::Open, Command::Escalate) => match actor {
            Actor::Side(_) if deciders == 0 => return Err(Refusal::NobodyDecides),
            Actor::Side(by) => vec![Event::Escalated { by: Some(by) }],
            _ => return Err(Refusal::NotYours),
        },
        (State::Open | State::Escalated, Command::Withdraw) if actor == claims => vec![Event::Withdrawn],
        (State::Open | State::Escalated, Command::Withdraw) => return Err(Refusal::NotYours),

        (
            State::Escalated | State::Appealed,
            Command::Decide {
                remedy,
                amount_minor,
                reason,
            },
        ) => {
            let Actor::Operator(by) = actor else {
                return Err(Refusal::NotYours);
            };
            if claim.decision.as_ref().is_some_and(|first| first.by == by) {
                return Err(Refusal::SomebodyElse);
            }
            within(*amount_minor, claim.cap_minor)?;
            let decision = Decision {
                by,
                remedy: *remedy,
                amount_minor: *amount_minor,
                reason: reason.clone(),
                at: now,
            };
            let decided = Event::Decided { decision };
            match claim.state {
                State::Escalated if deciders > 1 => vec![decided],
                _ => std::iter::once(decided).chain(last(*remedy)).collect(),
            }
        }
        (State::Decided, Command::Appeal { words }) => match actor {
            Actor::Side(_) if in_time && deciders == 0 => return Err(Refusal::NobodyDecides),
            Actor::Side(by) if in_time => vec![Event::Appealed {
                by,
                words: words.clone(),
            }],
            Actor::Side(_) => return Err(Refusal::TooLate),
            _ => return Err(Refusal::NotYours),
        },
        (State::Agreed | State::Final, Command::Confirm) if actor == claims => vec![Event::Settled],
        (State::Agreed | State::Final, Command::Confirm) => return Err(Refusal::NotYours),

        (_, Command::RunOut) if actor != Actor::Clock => return Err(Refusal::NotYours),
        (State::Agreed | State::Final, Command::RunOut) => return Err(Refusal::NotNow),
        (_, Command::RunOut) if in_time => return Err(Refusal::TooEarly),
        (State::Open, Command::RunOut) if deciders > 0 => vec![Event::Escalated { by: None }],
        (State::Escalated, Command::RunOut) if deciders > 0 => vec![Event::Late],
        (State::Open | State::Escalated, Command::RunOut) => vec![Event::Undecided],
        (State::Appealed, Command::RunOut) if deciders > 0 => vec![Event::Late],
        // Whoever could have decided once more has left: the first decision stands.
        (State::Decided | State::Appealed, Command::RunOut) => last(claim.counts().0).collect(),
        _ => return Err(Refusal::NotNow),
    })
}

/// What follows from the last word about a claim.
fn last(remedy: Remedy) -> impl Iterator<Item = Event> {
    let nothing = (remedy == Remedy::Nothing).then_some(Event::Settled);
    std::iter::once(Event::BecameFinal).chain(nothing)
}

const fn waits_or_not(a_side: bool) -> Refusal {
    if a_side {
        Refusal::WaitsForOther
    } else {
        Refusal::NotYours
    }
}

/// The claim after `event`, which happened `at` this instant. The version is the store's to count.
#[must_use]
pub fn apply(claim: Claim, event: &Event, at: Timestamp) -> Claim {
    let within = |micros: i64| Some(at.plus(micros));
    match event {
        Event::Opened { .. } => claim,
        Event::Countered {
            by,
            remedy,
            amount_minor,
            words,
        } => Claim {
            offer: Offer {
                remedy: *remedy,
                amount_minor: *amount_minor,
                by: *by,
                words: words.clone(),
            },
            due_at: within(ANSWER_WITHIN),
            ..claim
        },
        Event::Agreed => Claim {
            state: State::Agreed,
            due_at: None,
            ..claim
        },
        Event::Escalated { .. } => Claim {
            state: State::Escalated,
            due_at: within(DECIDE_WITHIN),
            promised_at: within(DECIDE_WITHIN),
            ..claim
        },
        Event::Decided { decision } => match claim.appeal {
            Some(appeal) => Claim {
                appeal: Some(Appeal {
                    decision: Some(decision.clone()),
                    ..appeal
                }),
                ..claim
            },
            None => Claim {
                state: State::Decided,
                decision: Some(decision.clone()),
                due_at: within(APPEAL_WITHIN),
                ..claim
            },
        },
        Event::Appealed { by, words } => Claim {
            state: State::Appealed,
            appeal: Some(Appeal {
                by: *by,
                words: words.clone(),
                decision: None,
            }),
            due_at: within(DECIDE_WITHIN),
            promised_at: within(DECIDE_WITHIN),
            ..claim
        },
        Event::BecameFinal => Claim {
            state: State::Final,
            due_at: None,
            ..claim
        },
        Event::Late => Claim {
            due_at: within(ASK_AGAIN),
            ..claim
        },
        Event::Undecided => Claim {
            state: State::Open,
            due_at: None,
            promised_at: None,
            ..claim
        },
        Event::Settled => Claim {
            state: State::Settled,
            due_at: None,
            ..claim
        },
        Event::Withdrawn => Claim {
            state: State::Withdrawn,
            due_at: None,
            ..claim
        },
    }
}

/// What a side can do now, in the order in which a page offers it.
#[must_use]
pub fn open_to(claim: &Claim, deciders: usize, side: Party, now: Timestamp) -> Vec<Command> {
    let offers = Command::ALL.into_iter();
    offers
        .filter(|command| decide(claim, deciders, command, Actor::Side(side), now).is_ok())
        .collect()
}

/// Whether a decision was promised for an earlier time than this.
#[must_use]
pub fn is_late(claim: &Claim, now: Timestamp) -> bool {
    claim.state.waits_for_decision() && claim.promised_at.is_some_and(|promised| promised <= now)
}

/// Whether it waits for this side.
#[must_use]
pub fn waits_for(claim: &Claim, side: Party, now: Timestamp) -> bool {
    match claim.state {
        State::Open => claim.offer.by != side && claim.due_at.is_none_or(|due| now < due),
        State::Decided => claim.due_at.is_none_or(|due| now < due),
        State::Agreed | State::Final => claim.by == side,
        _ => false,
    }
}

/// The claim as it stands at `now`, with what time has done, whether or not its job has run.
#[must_use]
pub fn as_of(mut claim: Claim, deciders: usize, now: Timestamp) -> Claim {
    // Being late changes only when it is asked for again.
    while !claim.state.waits_for_decision()
        && let Ok(events) = decide(&claim, deciders, &Command::RunOut, Actor::Clock, now)
    {
        let at = claim.due_at.unwrap_or(now);
        for event in &events {
            claim = apply(claim, event, at);
        }
    }
    claim
}

impl From<bookings::Refusal> for Refusal {
    fn from(refusal: bookings::Refusal) -> Self {
        Self::Booking(refusal)
    }
}
