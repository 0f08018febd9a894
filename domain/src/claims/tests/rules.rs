//! The rules of claims, exhaustively and by property.

use super::super::{
    Actor, Claim, Command, Draft, Event, Offer, Refusal, Remedy, State,
    rules::{ANSWER_WITHIN, DECIDE_WITHIN, LEAST_WORDS, OPEN_WITHIN, apply, as_of, decide, may_open},
};
use crate::{
    Timestamp,
    bookings::{BookingId, BookingKey, Custody, Party, State as BookingState, Steps, rules as booking_rules},
    forms::Problem,
    listings::ListingId,
    members::MemberId,
};
use proptest::prelude::*;
use std::fmt::Write;
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_893_456_000_000_000);
const CAP: i64 = 9_000;
/// Enough of those who may decide for an appeal.
const SEVERAL: usize = 2;

fn operator(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(n))
}

fn claim(by: Party) -> Claim {
    Claim {
        key: BookingKey {
            listing: ListingId(Uuid::from_u128(1)),
            id: BookingId(Uuid::from_u128(2)),
        },
        by,
        state: State::Open,
        offer: Offer {
            remedy: Remedy::Money,
            amount_minor: 2_000,
            by,
            words: "Der Griff ist ab.".into(),
        },
        cap_minor: CAP,
        currency: "EUR".into(),
        opened_at: NOW,
        due_at: Some(NOW.plus(ANSWER_WITHIN)),
        promised_at: None,
        decision: None,
        appeal: None,
        version: 1,
    }
}

fn all_actors() -> [Actor; 5] {
    [
        Actor::Side(Party::Lender),
        Actor::Side(Party::Borrower),
        Actor::Operator(operator(7)),
        Actor::Operator(operator(8)),
        Actor::Clock,
    ]
}

fn name(actor: Actor) -> &'static str {
    match actor {
        Actor::Side(Party::Lender) => "lender",
        Actor::Side(Party::Borrower) => "borrower",
        Actor::Operator(id) if id == operator(7) => "first operator",
        Actor::Operator(_) => "second operator",
        Actor::Clock => "time",
    }
}

/// A command with something sensible in it.
fn filled(command: Command) -> Command {
    match command {
        Command::Counter { .. } => Command::Counter {
            remedy: Remedy::Money,
            amount_minor: 1_000,
            words: "Das war vorher schon so.".into(),
        },
        Command::Decide { .. } => Command::Decide {
            remedy: Remedy::Money,
            amount_minor: 1_500,
            reason: "Auf den Bildern ist der Griff vorher heil.".into(),
        },
        Command::Appeal { .. } => Command::Appeal {
            words: "Die Bilder sind von einem anderen Tag.".into(),
        },
        other => other,
    }
}

/// A lender's claim in every state that can be reached.
fn in_every_state() -> Vec<(String, Claim)> {
    let walk = |steps: &[(Command, Actor)]| {
        steps.iter().fold(claim(Party::Lender), |claim, (command, actor)| {
            let at = if *actor == Actor::Clock {
                claim.due_at.unwrap_or(NOW)
            } else {
                NOW
            };
            let events =
                decide(&claim, SEVERAL, &filled(command.clone()), *actor, at).expect("a way that can be walked");
            events.iter().fold(claim, |claim, event| apply(claim, event, at))
        })
    };
    let (lender, borrower) = (Actor::Side(Party::Lender), Actor::Side(Party::Borrower));
    let (first, second) = (Actor::Operator(operator(7)), Actor::Operator(operator(8)));
    let [_, counter, escalate, withdraw, rule, appeal, confirm, _] = Command::ALL;
    let to_decided = [(escalate.clone(), borrower), (rule.clone(), first)];
    let appealed = [&to_decided[..], &[(appeal, borrower)]].concat();
    vec![
        ("open, the borrower answers".into(), walk(&[])),
        ("open, the lender answers".into(), walk(&[(counter, borrower)])),
        ("escalated".into(), walk(&[(escalate, lender)])),
        ("decided".into(), walk(&to_decided)),
        ("appealed".into(), walk(&appealed)),
        ("agreed".into(), walk(&[(Command::Accept, borrower)])),
        ("final".into(), walk(&[&appealed[..], &[(rule, second)]].concat())),
        (
            "settled".into(),
            walk(&[(Command::Accept, borrower), (confirm, lender)]),
        ),
        ("withdrawn".into(), walk(&[(withdraw, lender)])),
    ]
}

/// What leads from one state to another, for the page about the law.
pub fn steps_for_docs() -> Steps {
    let place = |claim: &Claim| {
        let at = State::ALL
            .iter()
            .position(|state| *state == claim.state)
            .unwrap_or_default();
        (at, claim.state.name().to_owned())
    };
    let mut steps = Steps::default();
    for (_, claim) in in_every_state() {
        for at in [NOW, claim.due_at.unwrap_or(NOW)] {
            for command in Command::ALL.map(filled) {
                for (actor, deciders) in all_actors()
                    .into_iter()
                    .flat_map(|actor| [(actor, SEVERAL), (actor, 0)])
                {
                    let nobody = deciders == 0;
                    if nobody && matches!(actor, Actor::Operator(_)) {
                        continue;
                    }
                    let Ok(events) = decide(&claim, deciders, &command, actor, at) else {
                        continue;
                    };
                    let with_some = decide(&claim, SEVERAL, &command, actor, at).unwrap_or_default();
                    let next = events
                        .iter()
                        .fold(claim.clone(), |claim, event| apply(claim, event, at));
                    let by = match actor {
                        Actor::Side(side) if side == claim.by => "who claims",
                        Actor::Side(_) => "the other side",
                        Actor::Operator(_) => "an operator",
                        Actor::Clock if nobody && events != with_some => "time, where nobody may decide",
                        Actor::Clock => "time",
                    };
                    let step = steps.entry((place(&claim), place(&next))).or_default();
                    step.entry(command.name()).or_default().insert(by);
                }
            }
        }
    }
    steps
}

#[test]
fn every_command_in_every_state_by_everybody() {
    let mut table = String::new();
    for (state, claim) in in_every_state() {
        for (when, at) in [("in time", NOW), ("too late", claim.due_at.unwrap_or(NOW))] {
            if when == "too late" && claim.due_at.is_none() {
                continue;
            }
            let _ = writeln!(table, "\n{state}, {when}");
            for command in Command::ALL.map(filled) {
                let cells: Vec<_> = all_actors()
                    .into_iter()
                    .map(|actor| {
                        let answer = match decide(&claim, SEVERAL, &command, actor, at) {
                            Ok(events) => events.iter().map(Event::name).collect::<Vec<_>>().join("+"),
                            Err(refusal) => format!("({refusal:?})"),
                        };
                        format!("{}: {answer}", name(actor))
                    })
                    .collect();
                let _ = writeln!(table, "  {:9} {}", command.name(), cells.join(", "));
            }
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn where_few_or_nobody_may_decide() {
    let mut table = String::new();
    for (state, claim) in in_every_state() {
        let at = [NOW, claim.due_at.unwrap_or(NOW)];
        for (when, at) in ["in time", "too late"].into_iter().zip(at) {
            for command in Command::ALL.map(filled) {
                for actor in all_actors() {
                    let answer = |deciders: usize| match decide(&claim, deciders, &command, actor, at) {
                        Ok(events) => events.iter().map(Event::name).collect::<Vec<_>>().join("+"),
                        Err(refusal) => format!("({refusal:?})"),
                    };
                    let (nobody, one, several) = (answer(0), answer(1), answer(SEVERAL));
                    assert_eq!(several, answer(9), "two are enough");
                    // An operator who acts is one of those who may.
                    let nobody = if matches!(actor, Actor::Operator(_)) {
                        one.clone()
                    } else {
                        nobody
                    };
                    if (&nobody, &one) != (&several, &several) {
                        let (who, what) = (name(actor), command.name());
                        let _ = writeln!(table, "{state}, {when}: {who} {what}: {nobody} | {one} | {several}");
                    }
                }
            }
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn at_the_very_instant_it_is_too_late_to_answer_and_time_decides() {
    let opened = claim(Party::Lender);
    let due = opened.due_at.unwrap();
    let answers = Actor::Side(Party::Borrower);
    assert!(decide(&opened, SEVERAL, &Command::Accept, answers, due.plus(-1)).is_ok());
    assert_eq!(
        decide(&opened, SEVERAL, &Command::Accept, answers, due),
        Err(Refusal::TooLate)
    );
    assert_eq!(
        decide(&opened, SEVERAL, &Command::RunOut, Actor::Clock, due.plus(-1)),
        Err(Refusal::TooEarly)
    );
    assert_eq!(as_of(opened.clone(), SEVERAL, due.plus(-1)).state, State::Open);
    let late = as_of(opened, SEVERAL, due);
    assert_eq!(
        (late.state, late.due_at),
        (State::Escalated, Some(due.plus(DECIDE_WITHIN)))
    );
    let decided = in_every_state().remove(3).1;
    let due = decided.due_at.unwrap();
    let appeal = filled(Command::Appeal { words: String::new() });
    assert!(decide(&decided, SEVERAL, &appeal, answers, due.plus(-1)).is_ok());
    assert_eq!(decide(&decided, SEVERAL, &appeal, answers, due), Err(Refusal::TooLate));
    assert_eq!(as_of(decided, SEVERAL, due).state, State::Final);
}

#[test]
fn it_can_be_opened_from_the_handover_until_two_days_after_the_end() {
    let booking = crate::bookings::requested_for_tests("2030-05-03", "2030-05-05");
    let at = booking.requested_at;
    let with = |state, custody| crate::bookings::Booking {
        state,
        custody,
        ..booking.clone()
    };
    assert_eq!(
        may_open(&with(BookingState::Requested, Custody::WithLender), Party::Lender, at),
        Err(Refusal::TooEarly)
    );
    let accepted = with(BookingState::Accepted, Custody::WithLender);
    assert_eq!(may_open(&accepted, Party::Borrower, at), Err(Refusal::TooEarly));
    let out = with(BookingState::Accepted, Custody::WithBorrower);
    for side in Party::BOTH {
        assert_eq!(may_open(&out, side, at), Ok(None));
    }
    let handing = with(BookingState::Accepted, Custody::HandingOver { by: Party::Lender });
    assert_eq!(
        may_open(&handing, Party::Lender, at),
        Err(Refusal::TooEarly),
        "not by the lender's word alone"
    );
    assert_eq!(may_open(&handing, Party::Borrower, at), Ok(None));
    let closed = crate::bookings::Booking {
        ended_at: Some(at),
        ..with(BookingState::Closed, Custody::Returned)
    };
    let until = at.plus(OPEN_WITHIN);
    assert_eq!(may_open(&closed, Party::Lender, until.plus(-1)), Ok(Some(until)));
    assert_eq!(may_open(&closed, Party::Lender, until), Err(Refusal::TooLate));
    for state in [
        BookingState::Lapsed,
        BookingState::Expired,
        BookingState::FoundElsewhere,
    ] {
        assert_eq!(
            may_open(&with(state, Custody::WithLender), Party::Lender, at),
            Err(Refusal::NotNow)
        );
    }
    assert_eq!(
        booking_rules::CONFIRM_WITHIN,
        24 * Timestamp::HOUR,
        "a contest comes before a claim is too late"
    );
}

#[test]
fn no_sum_is_above_what_was_agreed() {
    let typed = |amount: &str| Draft {
        remedy: "money".into(),
        amount: amount.into(),
        words: "Der Griff ist ab.".into(),
        ..Draft::default()
    };
    let read =
        |amount: &str, currency: &str, cap| super::super::rules::read(&typed(amount), currency, cap, LEAST_WORDS);
    assert_eq!(read("90", "EUR", CAP).unwrap().amount_minor, CAP);
    assert_eq!(read("89,99", "EUR", CAP).unwrap().amount_minor, 8_999);
    assert_eq!(read("90.01", "EUR", CAP), Err(Refusal::AboveCap { cap_minor: CAP }));
    assert_eq!(read("9000", "JPY", CAP).unwrap().amount_minor, CAP);
    assert_eq!(read("1,234", "KWD", CAP).unwrap().amount_minor, 1_234);
    assert_eq!(
        read("1", "EUR", 0),
        Err(Refusal::AboveCap { cap_minor: 0 }),
        "no worth was agreed on"
    );
    for (wrong, problem) in [
        ("", Problem::Missing),
        ("0", Problem::Missing),
        ("viel", Problem::NotANumber),
    ] {
        let Err(Refusal::Invalid(errors)) = read(wrong, "EUR", CAP) else {
            panic!("{wrong} was read");
        };
        assert_eq!((errors[0].field.as_str(), errors[0].problem), ("amount", problem));
    }
    let short = Draft {
        words: "Kaputt".into(),
        ..typed("1")
    };
    assert!(matches!(
        super::super::rules::read(&short, "EUR", CAP, LEAST_WORDS),
        Err(Refusal::Invalid(_))
    ));
    let other = Draft {
        remedy: "repair".into(),
        ..typed("1000000")
    };
    assert_eq!(
        super::super::rules::read(&other, "EUR", 0, LEAST_WORDS)
            .unwrap()
            .amount_minor,
        0
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Whatever is tried by whomever and whenever: no sum is above the cap, nothing is decided without a reason or twice by
    /// the same person, there is one appeal at most, what is over stays so, and as soon as operators do their part it ends.
    #[test]
    fn random_histories(
        tries in proptest::collection::vec((0..Command::ALL.len(), 0..5_usize, 0..10 * Timestamp::DAY, -10..20_000_i64, 0..4_usize, 0..4_usize), 1..40),
        at_last in 0..3_usize,
        by in prop_oneof![Just(Party::Lender), Just(Party::Borrower)],
    ) {
        let mut claim = claim(by);
        let (mut now, mut log) = (NOW, Vec::new());
        for (command, actor, pause, amount, remedy, deciders) in tries {
            now = now.plus(pause);
            let (actor, remedy) = (all_actors()[actor], Remedy::ALL[remedy]);
            let amount = if remedy == Remedy::Money { amount } else { 0 };
            let command = match Command::ALL[command].clone() {
                Command::Counter { words, .. } => Command::Counter { remedy, amount_minor: amount, words },
                Command::Decide { .. } => Command::Decide { remedy, amount_minor: amount, reason: "Ein Grund, der reicht.".into() },
                other => other,
            };
            let before = claim.clone();
            let deciders = deciders.max(usize::from(matches!(actor, Actor::Operator(_))));
            let Ok(events) = decide(&claim, deciders, &command, actor, now) else { continue };
            prop_assert!(!before.state.is_over(), "what is over stays so");
            for event in events {
                if let Event::Decided { decision } = &event {
                    prop_assert!(!decision.reason.is_empty());
                    let twice = log.iter().any(|old| matches!(old, Event::Decided { decision: first } if first.by == decision.by));
                    prop_assert!(!twice);
                }
                claim = apply(claim, &event, now);
                log.push(event);
            }
            prop_assert!((0..=CAP).contains(&claim.counts().1), "{:?}", claim.counts());
            let count = |name: &str| log.iter().filter(|event: &&Event| event.name() == name).count();
            prop_assert!(count("appealed") <= 1 && count("decided") <= 2);
            let waits = matches!(claim.state, State::Open | State::Escalated | State::Decided | State::Appealed);
            let undecided = claim.state == State::Open && log.last().is_some_and(|event| *event == Event::Undecided);
            prop_assert_eq!(waits && !undecided, claim.due_at.is_some(), "something waits exactly while it is open");
        }
        // Nobody can sit it out: time and those who run the place bring it to an end, however few they are.
        let operators = [Actor::Operator(operator(7)), Actor::Operator(operator(8))];
        for round in 0..8 {
            now = now.plus(claim.due_at.map_or(0, |due| due.since(now).max(0)));
            let first = claim.decision.as_ref().map(|decision| decision.by);
            let left: Vec<_> = operators.iter().take(at_last).filter(|who| first.is_none_or(|by| **who != Actor::Operator(by))).collect();
            let mut steps = vec![(Command::Escalate, Actor::Side(by)), (Command::RunOut, Actor::Clock)];
            steps.extend(left.first().map(|who| (filled(Command::ALL[4].clone()), **who)));
            for (command, actor) in steps {
                if let Ok(events) = decide(&claim, left.len(), &command, actor, now) {
                    claim = events.iter().fold(claim, |claim, event| apply(claim, event, now));
                }
            }
            prop_assert!(round < 7 || claim.due_at.is_none(), "{:?} waits for ever", claim.state);
        }
        prop_assert!(at_last == 0 || claim.state != State::Open, "somebody could have decided");
    }
}
