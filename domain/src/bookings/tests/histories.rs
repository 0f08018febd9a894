//! The law of a booking: random histories over all axes.

use super::{
    super::{
        next::{self, Step},
        rules::{self, HAND_OVER_FROM},
        *,
    },
    rules::{ASKED, day, requested, with_kind},
};
use crate::{Timestamp, listings::Kind, prices::PriceTerms};
use proptest::prelude::*;

/// Who may cause an event, said once more, independently of the rules.
fn may_cause(event: &Event, actor: Actor, booking: &Booking, just: Option<&Event>) -> bool {
    let (before, proposed_by) = (booking.custody, booking.proposal.as_ref().map(|open| open.by));
    let (asker, answerer) = (Actor::from(booking.asked_by), Actor::from(booking.answerer()));
    let other_than_reporter = || actor.party() != before.reported_by();
    match event {
        Event::Requested { .. } | Event::Withdrawn | Event::FoundElsewhere => actor == asker,
        // Who asked says yes only to what the other side proposed.
        Event::Accepted => actor != asker || matches!(just, Some(Event::Changed { .. })),
        Event::Declined { .. } | Event::GaveWay => actor == answerer,
        Event::Expired | Event::Lapsed | Event::Warned => actor == Actor::Clock,
        Event::Cancelled { by, .. } | Event::HandoverReported { by } | Event::ReturnReported { by } => {
            actor.party() == Some(*by)
        }
        // A borrower who reported the handover may report the return, which admits the handover.
        Event::HandedOver => actor == Actor::Borrower || other_than_reporter(),
        Event::Returned => other_than_reporter(),
        // Whoever enters the other's code speaks for both.
        Event::HandedOverByCode | Event::ReturnedByCode => actor != Actor::Clock,
        Event::Closed => before == Custody::Returned,
        Event::Contested { .. } => actor != Actor::Clock && other_than_reporter(),
        Event::TakenBack => actor.party() == before.reported_by(),
        Event::Proposed { by, .. } => actor.party() == Some(*by),
        Event::Changed { .. } | Event::Disagreed { .. } => {
            proposed_by.is_some() && actor.party() == proposed_by.map(Party::other)
        }
        Event::ProposalDropped => proposed_by.is_some() && actor.party() == proposed_by,
        Event::ProposalExpired => proposed_by.is_some() && actor == Actor::Clock,
    }
}

const fn is_end(event: &Event) -> bool {
    matches!(
        event,
        Event::Declined { .. }
            | Event::GaveWay
            | Event::Withdrawn
            | Event::FoundElsewhere
            | Event::Expired
            | Event::Cancelled { .. }
            | Event::Lapsed
            | Event::Closed
    )
}

/// One move of a random history: who tries what after how long.
fn tries() -> impl Strategy<Value = (usize, usize, i64, (i64, i64, Option<i64>))> {
    let pause = prop_oneof![
        4 => 0..3 * Timestamp::HOUR,
        2 => 0..30 * Timestamp::HOUR,
        1 => Just(24 * Timestamp::HOUR),
        1 => 0..10 * Timestamp::DAY,
    ];
    // how far proposed days lie from the present ones, and what they should cost
    (
        0..Command::ALL.len(),
        0..Actor::ALL.len(),
        pause,
        (-2_i64..3, -2_i64..6, proptest::option::of(0_i64..5)),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_history_breaks_the_law(
        first in 0_i64..6, length in 0_i64..5,
        history in proptest::collection::vec(tries(), 1..40),
        watched in any::<bool>(), instant in any::<bool>(), kind in proptest::sample::select(Kind::ALL),
        on_offer in any::<bool>(),
    ) {
        let start = day("2030-04-29").plus(first);
        let mut booking = requested(&start.to_string(), &start.plus(length).to_string());
        booking = with_kind(&booking, kind);
        booking.terms.instant = instant;
        if on_offer {
            booking.terms.prices = PriceTerms::on_offer();
            booking.extras.offer = kind.is_wanted().then_some(500);
        }
        let origin = booking.clone();
        let mut log: Vec<(Timestamp, Event)> = Vec::new();
        let mut now = ASKED;
        for (command, actor, pause, (earlier, later, sum)) in history {
            now = now.plus(pause);
            let command = match Command::ALL[command].clone() {
                Command::Propose { words, .. } => {
                    let Period { first, last, .. } = booking.period;
                    let first = if booking.custody == Custody::WithLender { first.plus(earlier) } else { first };
                    Command::Propose { period: Period::whole_days(first, last.plus(later)), offer: sum, words }
                }
                other => other,
            };
            let mut attempts = vec![(command, Actor::ALL[actor])];
            if watched {
                attempts.splice(0..0, rules::due(&booking, now).map(|c| (c, Actor::Clock)));
            }
            for (command, actor) in attempts {
                let open: Vec<_> = actor.party().map_or(Vec::new(), |p| rules::open_to(&booking, p, now));
                let command = match command {
                    // With what the page said it costs.
                    Command::Cancel { .. } => command.fitting(&booking, now),
                    other => other,
                };
                let answer = rules::decide(&booking, &command, actor, now);
                if actor != Actor::Clock && command.is_for_members() && !matches!(command, Command::Propose { .. }) {
                    prop_assert_eq!(open.contains(&command), answer.is_ok(), "buttons are what the rules allow");
                }
                let Ok(events) = answer else { continue };
                prop_assert!(!events.is_empty(), "a yes has a consequence");
                if actor == Actor::Clock && !matches!(command, Command::AcceptAtOnce | Command::Warn) {
                    let (_, from) = rules::next_deadline(&booking).expect("a deadline");
                    prop_assert!(now >= from, "the clock never acts early");
                }
                for event in events {
                    prop_assert!(booking.state.is_open(), "nothing happens after the end");
                    prop_assert!(may_cause(&event, actor, &booking, log.last().map(|(_, last)| last)), "{:?} by {:?}", event, actor);
                    if matches!(event, Event::HandoverReported { .. } | Event::HandedOver | Event::HandedOverByCode) {
                        prop_assert_eq!(booking.state, State::Accepted, "handed over only if accepted");
                        prop_assert!(now >= booking.starts_at.plus(-HAND_OVER_FROM));
                    }
                    if matches!(event, Event::HandoverReported { .. } | Event::HandedOver) {
                        prop_assert!(kind.changes_hands(), "nothing changes hands where somebody helps");
                    }
                    if matches!(event, Event::Accepted) {
                        prop_assert!(!booking.lacks_price(), "nobody says yes before there is a price");
                    }
                    if matches!(event, Event::Accepted | Event::Declined { .. } | Event::Withdrawn | Event::FoundElsewhere) {
                        prop_assert!(now < booking.answer_by, "answers come in time");
                    }
                    if let Event::Changed { from, to, .. } = &event {
                        prop_assert_eq!(*from, booking.period);
                        prop_assert_eq!(Some(*to), booking.proposal.as_ref().map(|p| p.period), "what was proposed is agreed");
                        prop_assert!(now < booking.proposal.as_ref().unwrap().answer_by, "and in time");
                        prop_assert!(booking.custody == Custody::WithLender || from.first == to.first);
                    }
                    booking = rules::apply(booking, &event, now);
                    log.push((now, event));
                }
                if actor == Actor::Clock {
                    prop_assert!(rules::decide(&booking, &command, Actor::Clock, now).is_err(), "a deadline acts once");
                }
            }
            check(&booking, &log, now)?;
        }
        let replayed = log.iter().fold(origin, |booking, (at, event)| rules::apply(booking, event, *at));
        prop_assert_eq!(&replayed, &booking, "the log replays to the same booking");
        // Left alone, or with one side's word, every booking comes to an end or waits for a person.
        let settled = rules::as_of(booking, now.plus(100 * Timestamp::DAY));
        prop_assert_eq!(&rules::as_of(settled.clone(), now.plus(100 * Timestamp::DAY)), &settled);
        prop_assert!(rules::due(&settled, now.plus(100 * Timestamp::DAY)).is_none());
        let waits_for_somebody = Party::BOTH.iter().any(|p| !rules::open_to(&settled, *p, now.plus(100 * Timestamp::DAY)).is_empty());
        prop_assert_eq!(settled.state.is_open(), waits_for_somebody, "no dead ends");
    }
}

/// What holds after every step.
fn check(booking: &Booking, log: &[(Timestamp, Event)], now: Timestamp) -> Result<(), TestCaseError> {
    let count = |wanted: &dyn Fn(&Event) -> bool| log.iter().filter(|(_, e)| wanted(e)).count();
    let accepted = count(&|e| matches!(e, Event::Accepted));
    let ends = count(&is_end);
    prop_assert!(ends <= 1, "at most one end");
    prop_assert_eq!(ends == 0, booking.state.is_open());
    prop_assert_eq!(booking.ended_at.is_some(), ends == 1);
    prop_assert_eq!(
        booking.state.holds_days(),
        accepted == 1 && ends == 0,
        "days are held from the yes to the end"
    );
    prop_assert_eq!(next::shows_exact_place(booking), accepted == 1 && ends == 0);
    if booking.custody != Custody::WithLender {
        prop_assert_eq!(accepted, 1);
        prop_assert!(matches!(booking.state, State::Accepted | State::Closed));
    }
    let zone = booking.terms.time_zone();
    prop_assert_eq!(booking.starts_at, booking.period.first.starts_in(&zone));
    prop_assert_eq!(booking.due_at, booking.period.last.plus(1).starts_in(&zone));
    if let Some(proposal) = &booking.proposal {
        let same =
            proposal.period == booking.period && proposal.offer.is_none_or(|sum| booking.extras.offer == Some(sum));
        prop_assert!(!same || booking.lacks_price(), "something else is proposed");
        prop_assert!(proposal.period.first <= proposal.period.last);
        let priced = booking
            .terms
            .quote(proposal.period, booking.extras_with(proposal.offer));
        prop_assert!(priced.is_ok(), "what is proposed has a price");
        prop_assert!(changes::survives(proposal, booking.period, booking.custody));
        let made = log
            .iter()
            .rev()
            .find(|(_, e)| matches!(e, Event::Proposed { .. }))
            .map(|(at, _)| *at);
        prop_assert!(
            made.is_some_and(|at| at < proposal.answer_by),
            "there was time to answer"
        );
    }
    prop_assert_eq!(booking.state == State::Closed, booking.custody == Custody::Returned);
    if booking.state == State::Closed {
        prop_assert!(booking.handed_over_at <= booking.returned_at && booking.returned_at.is_some());
        prop_assert_eq!(booking.handed_over_at.is_some(), booking.terms.kind.changes_hands());
    }
    for party in Party::BOTH {
        let step = next::next_step(booking, party, now);
        prop_assert_eq!(step.step == Step::Over, !booking.state.is_open());
        if let Some(main) = &step.main {
            prop_assert!(rules::decide(booking, main, party.into(), now).is_ok());
        }
        if next::waits_for(booking, party, now) && rules::due(booking, now).is_none() {
            let form = rules::open_to(booking, party, now)
                .iter()
                .any(|c| matches!(c, Command::Propose { .. }));
            let way = step.main.is_some() || (step.step == Step::NamePrice && form);
            prop_assert!(way, "what waits for somebody has a way on: {:?}", step);
        }
    }
    Ok(())
}
