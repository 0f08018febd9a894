//! Reminders over random histories, with a clock that moves: at most once for each period, none for what is back.

use super::{
    super::{reminders::*, rules, *},
    rules::requested,
};
use crate::{Day, Timestamp};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What the jobs do, without a database: planned reminders by their keys, and what was sent.
#[derive(Default)]
struct Queue {
    waiting: BTreeMap<(i64, &'static str), Planned>,
    sent: Vec<(Planned, Party, Booking)>,
    marks: BTreeSet<(&'static str, i64, &'static str)>,
}

impl Queue {
    fn key(planned: &Planned) -> (i64, &'static str) {
        (planned.at.0, planned.what.name())
    }

    fn plan(&mut self, before: &Booking, next: &Booking, now: Timestamp) {
        let planned = to_come(next, now);
        for old in to_come(before, now) {
            if !planned.contains(&old) {
                self.waiting.remove(&Self::key(&old));
            }
        }
        for one in planned {
            self.waiting.entry(Self::key(&one)).or_insert(one);
        }
    }

    /// Does what is due by `now`, perhaps twice, as workers may.
    fn run(&mut self, booking: &Booking, now: Timestamp, twice: bool) {
        while let Some((key, planned)) = self.waiting.iter().next().map(|(key, one)| (*key, *one)) {
            if planned.at > now {
                return;
            }
            self.waiting.remove(&key);
            for _ in 0..=usize::from(twice) {
                self.came(booking, &planned, planned.at);
            }
        }
    }

    fn came(&mut self, booking: &Booking, planned: &Planned, now: Timestamp) {
        if !still_meant(booking, planned) {
            return;
        }
        for reader in planned.what.readers(booking.answerer()) {
            if self.marks.insert((planned.what.name(), planned.at.0, reader.name())) {
                self.sent.push((*planned, *reader, booking.clone()));
            }
        }
        if planned.what == Reminder::OverdueStill
            && let Some(next) = next_week(booking, now)
        {
            self.waiting.entry(Self::key(&next)).or_insert(next);
        }
    }
}

/// One thing that somebody tries, so many hours later.
fn tries() -> impl Strategy<Value = (usize, usize, i64, i64)> {
    (0..Command::ALL.len(), 0..2_usize, 0..60_i64, 0..4_i64)
}

fn is_out(booking: &Booking) -> bool {
    let out = matches!(booking.custody, Custody::HandingOver { .. } | Custody::WithBorrower);
    booking.state == State::Accepted && out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn each_is_sent_once_for_each_period_and_none_for_what_is_back(
        length in 0_i64..4, history in proptest::collection::vec(tries(), 1..25), twice in any::<bool>(),
    ) {
        let first = Day::parse("2030-05-03").unwrap();
        let mut booking = requested(&first.to_string(), &first.plus(length).to_string());
        let mut queue = Queue::default();
        let mut now = booking.requested_at;
        for one in to_come(&booking, now) {
            queue.waiting.insert(Queue::key(&one), one);
        }
        for (command, actor, hours, later) in history {
            now = now.plus(hours * Timestamp::HOUR);
            queue.run(&booking, now, twice);
            while let Some(command) = rules::due(&booking, now) {
                let Ok(events) = rules::decide(&booking, &command, Actor::Clock, now) else { break };
                let next = rules::apply_all(booking.clone(), &events, now);
                queue.plan(&booking, &next, now);
                booking = next;
            }
            let command = match Command::ALL[command].clone().fitting(&booking, now) {
                Command::Propose { period, offer, words } => {
                    let last = period.last.plus(later);
                    Command::Propose { period: Period { last, ..period }, offer, words }
                }
                other => other,
            };
            if let Ok(events) = rules::decide(&booking, &command, Actor::ALL[actor], now) {
                let next = rules::apply_all(booking.clone(), &events, now);
                queue.plan(&booking, &next, now);
                booking = next;
            }
        }
        // Left alone for two months.
        queue.run(&booking, now.plus(60 * Timestamp::DAY), twice);
        let mut seen = BTreeSet::new();
        for (planned, reader, then) in &queue.sent {
            let period = (then.period.first, then.period.last);
            // What comes every week is one of each week, and a new time to answer is a new half of it.
            let which = match planned.what {
                Reminder::OverdueStill => planned.at,
                Reminder::Answer => then.answer_by,
                _ => Timestamp(0),
            };
            prop_assert!(seen.insert((planned.what, *reader, period, which)), "{:?} twice for {:?}", planned.what, period);
            match planned.what {
                Reminder::Answer => prop_assert_eq!(then.state, State::Requested),
                Reminder::PickUp => prop_assert_eq!((then.state, then.custody), (State::Accepted, Custody::WithLender)),
                _ => prop_assert!(is_out(then), "{:?} while {:?}", planned.what, then.custody),
            }
        }
        if is_out(&booking) {
            // An extension that was agreed on arms them anew: of the days that hold now, all that is to come was sent.
            let sent = |what: Reminder| queue.sent.iter().any(|(planned, _, then)| planned.what == what && then.period == booking.period);
            for what in [Reminder::Overdue, Reminder::OverdueAgain, Reminder::OverdueStill] {
                let all = planned(&booking).into_iter().chain(next_week(&booking, now));
                let ahead = all.filter(|one| one.what == what).any(|one| one.at > now);
                prop_assert!(!ahead || sent(what), "{:?}", what);
            }
        } else {
            prop_assert!(queue.waiting.values().all(|one| !still_meant(&booking, one)), "nothing waits for what is over");
        }
    }
}

#[test]
fn what_is_due_by_the_day_is_said_in_the_evening_and_by_the_hour_at_its_hour() {
    let mut booking = requested("2030-05-03", "2030-05-05");
    (booking.state, booking.custody) = (State::Accepted, Custody::WithBorrower);
    let zone = booking.terms.time_zone();
    let due = |booking: &Booking| {
        planned(booking)
            .into_iter()
            .find(|one| one.what == Reminder::Due)
            .map(|one| one.at)
    };
    assert_eq!(due(&booking), Some(booking.period.last.at(20, &zone)));
    let day = booking.period.first;
    booking.period = Period::whole_days(day, day);
    assert_eq!(due(&booking), None, "that afternoon is enough");
    booking.period = Period::by_the_hour(day, 10, day, 14);
    booking.due_at = booking.period.ends_in(&zone);
    assert_eq!(due(&booking), Some(booking.due_at));
    let weeks: Vec<_> = std::iter::successors(next_week(&booking, booking.due_at), |one| next_week(&booking, one.at))
        .take(3)
        .collect();
    let days: Vec<_> = weeks.iter().map(|one| one.at.day_in(&zone).0 - day.0).collect();
    assert_eq!(days, [7, 14, 21]);
    assert!(weeks.iter().all(|one| still_meant(&booking, one)));
}
