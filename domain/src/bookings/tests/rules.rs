//! The law of a booking: one exhaustive table that a person can read.

use super::super::{
    next::{self, Step, Whose},
    rules::{self, ANSWER_WITHIN, CONFIRM_WITHIN, HAND_OVER_FROM, LAPSES_AFTER},
    *,
};
use crate::{
    Day, Timestamp,
    listings::{Kind, ListingId},
    members::MemberId,
    prices::{Extras, PriceTerms},
};
use jiff::tz::TimeZone;
use std::{collections::BTreeSet, fmt::Write};
use uuid::Uuid;

pub const ASKED: Timestamp = Timestamp(1_903_672_800_000_000); // Monday, 2030-04-29, 08:00 in Berlin

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn requested(first: &str, last: &str) -> Booking {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let period = Period::whole_days(day(first), day(last));
    Booking {
        key: BookingKey {
            listing: ListingId(Uuid::from_u128(1)),
            id: BookingId(Uuid::from_u128(2)),
        },
        borrower: MemberId(Uuid::from_u128(3)),
        lender: MemberId(Uuid::from_u128(4)),
        asked_by: Party::Borrower,
        state: State::Requested,
        custody: Custody::WithLender,
        period,
        unit: 0,
        note: String::new(),
        reason: String::new(),
        terms: Terms {
            zone: "Europe/Berlin".into(),
            ..Terms::default()
        },
        requested_at: ASKED,
        answer_by: rules::answer_by(ASKED, period, &zone),
        starts_at: period.first.starts_in(&zone),
        due_at: period.last.plus(1).starts_in(&zone),
        answered_at: None,
        custody_since: None,
        handed_over_at: None,
        returned_at: None,
        ended_at: None,
        extras: Extras::default(),
        quote: None,
        owed_minor: None,
        warned_at: None,
        proposal: None,
        version: 1,
    }
}

/// The booking, but of something of another kind: what somebody looks for is asked by who has it.
pub(super) fn with_kind(booking: &Booking, kind: Kind) -> Booking {
    let asked_by = if kind.is_wanted() {
        Party::Lender
    } else {
        Party::Borrower
    };
    let mut booking = Booking {
        asked_by,
        ..booking.clone()
    };
    booking.terms.kind = kind;
    booking
}

/// Whether a booking of help comes into this custody: nothing changes hands.
pub(super) const fn custody_fits_help(custody: Custody) -> bool {
    matches!(
        custody,
        Custody::WithLender | Custody::Returning { .. } | Custody::Contested { what: Move::Return, .. }
    )
}

/// The instants at which a booking in this state is looked at, with their names.
pub fn moments(booking: &Booking) -> Vec<(&'static str, Timestamp)> {
    let just = |at: Timestamp| at.plus(-1);
    match (booking.state, booking.custody) {
        (State::Requested, _) => vec![
            ("before the answer is due", just(booking.answer_by)),
            ("when the answer is due", booking.answer_by),
        ],
        (State::Accepted, Custody::WithLender) => vec![
            ("before the day before", just(booking.starts_at.plus(-HAND_OVER_FROM))),
            ("from the day before on", booking.starts_at.plus(-HAND_OVER_FROM)),
            ("three days after the last day", booking.due_at.plus(LAPSES_AFTER)),
        ],
        (State::Accepted, Custody::HandingOver { .. } | Custody::Returning { .. }) => vec![
            (
                "before 24 hours are over",
                just(booking.custody_since.unwrap().plus(CONFIRM_WITHIN)),
            ),
            ("after 24 hours", booking.custody_since.unwrap().plus(CONFIRM_WITHIN)),
        ],
        _ => vec![("at any time", booking.due_at)],
    }
}

fn in_words(custody: Custody) -> String {
    match custody {
        Custody::WithLender => "with the lender".into(),
        Custody::HandingOver { by } => format!("handed over, says the {}", by.name()),
        Custody::WithBorrower => "with the borrower".into(),
        Custody::Returning { by } => format!("returned, says the {}", by.name()),
        Custody::Returned => "returned".into(),
        Custody::Contested {
            what: Move::Handover,
            by,
        } => {
            format!(
                "handed over, says the {}; not so, says the {}",
                by.name(),
                by.other().name()
            )
        }
        Custody::Contested { what: Move::Return, by } => {
            format!(
                "returned, says the {}; not so, says the {}",
                by.name(),
                by.other().name()
            )
        }
    }
}

fn cell(answer: &Result<Vec<Event>, Refusal>) -> String {
    match answer {
        Ok(events) => events.iter().map(Event::name).collect::<Vec<_>>().join(" + "),
        Err(Refusal::NotYours) => "-".into(),
        Err(Refusal::TooEarly { .. }) => "· too early".into(),
        Err(refusal) => {
            let mut words = String::from("·");
            for c in format!("{refusal:?}").chars() {
                if c.is_uppercase() {
                    words.push(' ');
                }
                words.extend(c.to_lowercase());
            }
            words
        }
    }
}

fn block(table: &mut String, title: &str, booking: &Booking, now: Timestamp) {
    writeln!(table, "\n{title}").unwrap();
    writeln!(table, "  {:16} {:32} {:32} clock", "", "borrower", "lender").unwrap();
    for command in Command::ALL {
        let command = command.fitting(booking, now);
        let [borrower, lender, clock] = Actor::ALL.map(|actor| cell(&rules::decide(booking, &command, actor, now)));
        writeln!(table, "  {:16} {borrower:32} {lender:32} {clock}", command.name()).unwrap();
    }
}

#[test]
fn every_command_in_every_state_by_every_actor() {
    let mut table =
        String::from("What each command leads to, by who gives it. A dot marks a refusal. Words are left out.\n");
    for state in State::ALL {
        for custody in Custody::ALL {
            let booking = Booking {
                state,
                custody,
                custody_since: (custody != Custody::WithLender).then_some(ASKED.plus(3 * Timestamp::DAY)),
                ..requested("2030-05-03", "2030-05-05")
            };
            if !state.is_open() {
                // Nothing leads out of an end, whoever has the thing.
                for (command, actor) in Command::ALL.iter().flat_map(|c| Actor::ALL.map(|a| (c, a))) {
                    for now in [ASKED, booking.answer_by, booking.due_at.plus(LAPSES_AFTER)] {
                        assert_eq!(rules::decide(&booking, command, actor, now), Err(Refusal::Over));
                    }
                }
                continue;
            }
            let reachable = match state {
                State::Requested => custody == Custody::WithLender,
                _ => custody != Custody::Returned,
            };
            if !reachable {
                continue;
            }
            if state == State::Requested {
                let mut at_once = booking.clone();
                at_once.terms.instant = true;
                block(
                    &mut table,
                    "REQUESTED, and the lender has said yes beforehand",
                    &at_once,
                    ASKED,
                );
            }
            if state == State::Requested {
                let wanted = with_kind(&booking, Kind::WantedThing);
                block(&mut table, "REQUESTED, offered to who looks for it", &wanted, ASKED);
                let mut on_offer = with_kind(&booking, Kind::Service);
                on_offer.terms.prices = PriceTerms::on_offer();
                block(
                    &mut table,
                    "REQUESTED, and a price has to be agreed on",
                    &on_offer,
                    ASKED,
                );
                for booking in [&booking, &on_offer] {
                    let offered = with_proposal(booking, Party::Lender).expect("who answers may propose");
                    let countered = with_proposal(&offered, Party::Borrower).expect("who asked may counter");
                    for (open, by) in [(&offered, "lender"), (&countered, "borrower")] {
                        let what = if open.lacks_price() { "a price" } else { "other days" };
                        block(
                            &mut table,
                            &format!("REQUESTED, {what} proposed by the {by}"),
                            open,
                            ASKED,
                        );
                    }
                }
            }
            if state == State::Accepted && custody_fits_help(custody) {
                let help = with_kind(&booking, Kind::Service);
                for (when, now) in moments(&help) {
                    let title = format!("ACCEPTED, help, {}, {when}", in_words(custody));
                    block(&mut table, &title, &help, now);
                }
            }
            for (when, now) in moments(&booking) {
                let title = match state {
                    State::Requested => format!("REQUESTED, {when}"),
                    _ => format!("ACCEPTED, {}, {when}", in_words(custody)),
                };
                block(&mut table, &title, &booking, now);
            }
            if state == State::Accepted {
                for by in Party::BOTH {
                    let Some(open) = with_proposal(&booking, by) else {
                        continue;
                    };
                    let answer_by = open.proposal.as_ref().unwrap().answer_by;
                    for (when, now) in [("before", answer_by.plus(-1)), ("when", answer_by)] {
                        let title = format!(
                            "ACCEPTED, {}, other days proposed by the {}, {when} the answer to that is due",
                            in_words(custody),
                            by.name()
                        );
                        block(&mut table, &title, &open, now);
                    }
                }
            }
        }
    }
    let ends: Vec<_> = State::ALL
        .iter()
        .filter(|s| !s.is_open())
        .map(|s| s.name())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    writeln!(
        table,
        "\n{}: over, everything is refused",
        ends.join(", ").to_uppercase()
    )
    .unwrap();
    insta::assert_snapshot!(table);
}

/// The booking with one more day proposed by one side, if that side may.
pub fn with_proposal(booking: &Booking, by: Party) -> Option<Booking> {
    let now = booking.custody_since.unwrap_or(ASKED);
    let propose = Command::Propose {
        period: booking.period,
        offer: None,
        words: String::new(),
    };
    let mut propose = propose.fitting(booking, now);
    if let (Command::Propose { period, .. }, Some(open)) = (&mut propose, &booking.proposal) {
        period.last = open.period.last.plus(1);
    }
    let events = rules::decide(booking, &propose, by.into(), now).ok()?;
    Some(rules::apply_all(booking.clone(), &events, now))
}

#[test]
fn other_days_can_be_agreed_to_while_that_is_of_use() {
    let accepted = Booking {
        state: State::Accepted,
        ..requested("2030-05-03", "2030-05-05")
    };
    let period = |first: &str, last: &str| Period::whole_days(day(first), day(last));
    let until = |booking: &Booking, p, now| changes::answer_by(booking, p, now);
    let longer = period("2030-05-03", "2030-05-06");
    assert_eq!(until(&accepted, longer, ASKED), ASKED.plus(ANSWER_WITHIN));
    // On the first day itself: until that day is over.
    let noon = accepted.starts_at.plus(12 * Timestamp::HOUR);
    assert_eq!(
        until(&accepted, longer, noon),
        accepted.starts_at.plus(24 * Timestamp::HOUR)
    );
    // Brought forward to the day after tomorrow: the new first day counts.
    let eve = ASKED.plus(20 * Timestamp::HOUR);
    assert_eq!(
        until(&accepted, period("2030-04-30", "2030-05-01"), eve),
        day("2030-05-01").starts_in(&accepted.terms.time_zone())
    );
    // While it is out: until it is due, and a day longer when it is overdue already.
    let out = Booking {
        custody: Custody::WithBorrower,
        ..accepted
    };
    assert_eq!(until(&out, longer, out.due_at.plus(-Timestamp::HOUR)), out.due_at);
    assert_eq!(until(&out, longer, out.due_at), out.due_at.plus(ANSWER_WITHIN));
    let shorter = period("2030-05-03", "2030-05-04");
    assert_eq!(
        until(&out, shorter, out.due_at.plus(-30 * Timestamp::HOUR)),
        out.due_at.plus(-24 * Timestamp::HOUR)
    );
}

#[test]
fn that_something_may_not_be_back_in_time_is_said_of_one_beginning() {
    let warned = Booking {
        state: State::Accepted,
        warned_at: Some(ASKED),
        ..requested("2030-05-03", "2030-05-05")
    };
    let after = |first: &str, last: &str| {
        let period = Period::whole_days(day(first), day(last));
        let propose = Command::Propose {
            period,
            offer: None,
            words: String::new(),
        };
        [(propose, Actor::Borrower), (Command::Agree, Actor::Lender)]
            .iter()
            .fold(warned.clone(), |booking, (command, actor)| {
                let events = rules::decide(&booking, command, *actor, ASKED).unwrap();
                rules::apply_all(booking, &events, ASKED)
            })
            .warned_at
    };
    assert_eq!(after("2030-05-03", "2030-05-07"), Some(ASKED), "a day longer");
    assert_eq!(after("2030-06-03", "2030-06-05"), None, "another month");
}

#[test]
fn what_is_out_keeps_its_first_day_and_no_change_reaches_back() {
    let out = Booking {
        state: State::Accepted,
        custody: Custody::WithBorrower,
        ..requested("2030-05-03", "2030-05-05")
    };
    let now = out.starts_at.plus(30 * Timestamp::HOUR); // on the 4th
    let propose = |first: &str, last: &str| {
        let period = Period::whole_days(day(first), day(last));
        rules::decide(
            &out,
            &Command::Propose {
                period,
                offer: None,
                words: String::new(),
            },
            Actor::Borrower,
            now,
        )
    };
    assert!(propose("2030-05-03", "2030-05-09").is_ok());
    assert!(propose("2030-05-03", "2030-05-04").is_ok(), "back today");
    assert!(
        matches!(propose("2030-05-03", "2030-05-03"), Err(Refusal::Invalid(_))),
        "not yesterday"
    );
    assert_eq!(propose("2030-05-04", "2030-05-09"), Err(Refusal::AlreadyOut));
    assert_eq!(propose("2030-05-03", "2030-05-05"), Err(Refusal::SameDays));
    let same = Command::Propose {
        period: out.period,
        offer: None,
        words: String::new(),
    };
    assert!(
        !next::already_so(&out, &same, Party::Borrower),
        "that is a slip, and not done already"
    );
    assert!(matches!(
        propose("2030-05-03", "2032-05-05"),
        Err(Refusal::Unavailable(Reason::TooFarAhead { .. }))
    ));
}

#[test]
fn a_request_is_answered_within_a_day_and_never_after_its_first_day() {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let until = |asked: Timestamp, first: &str| {
        rules::answer_by(asked, Period::whole_days(day(first), day("2031-01-01")), &zone)
    };
    assert_eq!(until(ASKED, "2030-05-05"), ASKED.plus(ANSWER_WITHIN));
    assert_eq!(until(ASKED, "2030-04-30"), ASKED.plus(ANSWER_WITHIN));
    assert_eq!(until(ASKED, "2030-04-29"), ASKED.plus(16 * Timestamp::HOUR));
    let evening = ASKED.plus(12 * Timestamp::HOUR);
    assert_eq!(until(evening, "2030-04-29"), evening.plus(4 * Timestamp::HOUR));
}

#[test]
fn it_is_due_at_the_end_of_the_last_day_also_when_the_clocks_change() {
    // On 2030-10-27 the clocks go back in Berlin: the day has 25 hours.
    let mut booking = requested("2030-10-26", "2030-10-27");
    booking.state = State::Accepted;
    booking.custody = Custody::WithBorrower;
    let midnight = booking.due_at;
    assert_eq!(midnight.since(booking.starts_at), 49 * Timestamp::HOUR);
    assert!(!next::overdue(&booking, midnight.plus(-1)));
    assert!(next::overdue(&booking, midnight));
    assert_eq!(next::days_overdue(&booking, midnight.plus(-1)), 0);
    assert_eq!(next::days_overdue(&booking, midnight), 1);
    assert_eq!(next::days_overdue(&booking, midnight.plus(24 * Timestamp::HOUR)), 2);
    let step = next::next_step(&booking, Party::Borrower, midnight);
    assert_eq!(
        (step.step, step.whose, step.main),
        (Step::BringBack, Whose::Late, Some(Command::Return))
    );
}
