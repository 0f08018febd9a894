//! The law of a booking by the hour, where it differs from whole days.

use super::{super::*, rules::requested};
use crate::{Day, Timestamp};
use jiff::tz::TimeZone;
use reminders::{Reminder, planned};
use rules::{answer_by, decide};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").unwrap()
}

/// A loan by the hour, agreed on and handed over.
fn out(period: Period) -> Booking {
    let booking = requested("2030-05-03", "2030-05-03");
    Booking {
        state: State::Accepted,
        custody: Custody::WithBorrower,
        period,
        starts_at: period.starts_in(&berlin()),
        due_at: period.ends_in(&berlin()),
        ..booking
    }
}

fn hours(from: i8, to: i8) -> Period {
    Period::by_the_hour(day("2030-05-03"), from, day("2030-05-03"), to)
}

#[test]
fn an_answer_after_the_first_hour_helps_nobody() {
    let asked = day("2030-05-03").at(8, &berlin());
    assert_eq!(
        answer_by(asked, hours(10, 12), &berlin()),
        day("2030-05-03").at(10, &berlin())
    );
    let in_a_week = Period::by_the_hour(day("2030-05-10"), 10, day("2030-05-10"), 12);
    assert_eq!(answer_by(asked, in_a_week, &berlin()), asked.plus(24 * Timestamp::HOUR));
}

#[test]
fn whoever_has_it_for_hours_is_reminded_an_hour_before_and_not_at_night() {
    let at = |period: Period| {
        let all = planned(&out(period));
        all.into_iter().find(|one| one.what == Reminder::BringBack).unwrap().at
    };
    let on = |text: &str, hour: i8| day(text).at(hour, &berlin());
    assert_eq!(at(hours(10, 14)), on("2030-05-03", 13));
    assert_eq!(
        at(hours(10, 11)),
        on("2030-05-03", 10).plus(30 * Timestamp::MINUTE),
        "half-way through one hour"
    );
    let over_night = Period::by_the_hour(day("2030-05-03"), 18, day("2030-05-04"), 7);
    assert_eq!(at(over_night), on("2030-05-03", 21).plus(-1), "the evening before");
    let at_night = hours(5, 8);
    assert_eq!(at(at_night), on("2030-05-03", 7), "it was not out the evening before");
}

#[test]
fn what_is_out_for_hours_is_due_at_its_hour() {
    let booking = out(hours(10, 12));
    assert!(!next::overdue(&booking, booking.due_at.plus(-1)) && next::overdue(&booking, booking.due_at));
    assert_eq!(booking.due_at, day("2030-05-03").at(12, &berlin()));
}

#[test]
fn only_other_hours_can_be_proposed_for_hours_and_what_is_out_keeps_its_beginning() {
    let booking = out(hours(10, 12));
    let now = booking.starts_at.plus(Timestamp::HOUR);
    let propose = |period: Period| {
        let words = String::new();
        decide(
            &booking,
            &Command::Propose {
                period,
                offer: None,
                words,
            },
            Actor::Borrower,
            now,
        )
    };
    assert!(propose(hours(10, 14)).is_ok());
    assert_eq!(propose(hours(10, 12)), Err(Refusal::SameDays));
    assert_eq!(propose(hours(11, 14)), Err(Refusal::AlreadyOut));
    assert!(
        matches!(propose(hours(10, 11)), Err(Refusal::Invalid(errors)) if errors[0].field == "to"),
        "that is over"
    );
    let whole_day = Period::whole_days(day("2030-05-03"), day("2030-05-03"));
    assert!(matches!(propose(whole_day), Err(Refusal::Invalid(errors)) if errors[0].field == "from_hour"));
    let Ok(events) = propose(Period::by_the_hour(day("2030-05-03"), 10, day("2030-05-04"), 9)) else {
        panic!("over night is fine");
    };
    let proposed = rules::apply_all(booking, &events, now);
    let agreed = decide(&proposed, &Command::Agree, Actor::Lender, now).unwrap();
    let changed = rules::apply_all(proposed, &agreed, now);
    assert_eq!(changed.due_at, day("2030-05-04").at(9, &berlin()));
}

#[test]
fn periods_of_days_are_written_as_before_there_were_hours() {
    let days = Period::whole_days(Day(20_000), Day(20_001));
    assert_eq!(serde_json::to_string(&days).unwrap(), r#"{"first":20000,"last":20001}"#);
    let hours = Period::by_the_hour(Day(20_000), 18, Day(20_001), 9);
    for period in [days, hours] {
        let text = serde_json::to_string(&period).unwrap();
        assert_eq!(serde_json::from_str::<Period>(&text).unwrap(), period);
    }
}
