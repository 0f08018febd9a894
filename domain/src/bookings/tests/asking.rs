//! Whether a thing may be asked for.

use super::super::{
    asking::{self, Offer},
    *,
};
use crate::{
    Day, Timestamp,
    availability::{Diary, Exceptions, Occupied, Plan, SlotReason},
    forms::{FieldError, Problem},
    listings::WeeklyPlan,
    members::MemberId,
    prices::Extras,
};
use uuid::Uuid;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

const MONDAY_TO_FRIDAY: WeeklyPlan = WeeklyPlan(0b001_1111);

fn offer() -> Offer {
    Offer {
        owner: MemberId(Uuid::from_u128(4)),
        published: true,
        needed: None,
        units: 1,
        plan: Plan::USUAL,
    }
}

fn diary(offer: &Offer, taken: &[Occupied]) -> Diary {
    Diary {
        plan: offer.plan,
        units: offer.units,
        exceptions: Exceptions::default(),
        held: taken.iter().copied().collect(),
        zone: jiff::tz::TimeZone::UTC,
        parts: Vec::new(),
    }
}

fn morning() -> Timestamp {
    day("2030-04-29").at(8, &jiff::tz::TimeZone::UTC)
}

fn ask(offer: &Offer, first: &str, last: &str, taken: &[Occupied]) -> Result<(), Refusal> {
    let period = Period::whole_days(day(first), day(last));
    asking::may_request(
        offer,
        MemberId(Uuid::from_u128(3)),
        period,
        &diary(offer, taken),
        &[],
        morning(),
    )
}

#[test]
fn each_reason_against_a_request_has_its_name() {
    let invalid = |field: &str, problem| {
        Refusal::Invalid(vec![FieldError {
            field: field.into(),
            problem,
        }])
    };
    let fine = offer();
    assert_eq!(
        ask(&fine, "2030-04-29", "2030-05-12", &[]),
        Ok(()),
        "today, and as long as may be"
    );
    assert_eq!(
        ask(&fine, "2030-04-28", "2030-04-29", &[]),
        Err(invalid("from", Problem::InThePast))
    );
    assert_eq!(
        ask(&fine, "2030-05-02", "2030-05-01", &[]),
        Err(invalid("to", Problem::EndsBeforeItStarts))
    );
    assert_eq!(
        ask(&fine, "2030-04-29", "2030-05-13", &[]),
        Err(Refusal::Unavailable(Reason::TooLong { most: 14 }))
    );
    assert_eq!(
        ask(&fine, "2031-04-29", "2031-04-30", &[]),
        Err(Refusal::Unavailable(Reason::TooFarAhead {
            latest: day("2031-04-29")
        }))
    );
    assert_eq!(
        ask(&fine, "0001-01-01", "9999-12-31", &[]),
        Err(invalid("from", Problem::InThePast))
    );
    assert_eq!(
        ask(&fine, "9999-12-31", "9999-12-31", &[]),
        Err(Refusal::Unavailable(Reason::TooFarAhead {
            latest: day("2031-04-29")
        }))
    );
    let slow = Offer {
        plan: Plan { lead: 2, ..Plan::USUAL },
        ..offer()
    };
    assert_eq!(
        ask(&slow, "2030-04-30", "2030-05-01", &[]),
        Err(Refusal::Unavailable(Reason::TooSoon {
            earliest: day("2030-05-01")
        }))
    );
    assert_eq!(ask(&slow, "2030-05-01", "2030-05-01", &[]), Ok(()));
    let weekdays = Offer {
        plan: Plan {
            weekdays: MONDAY_TO_FRIDAY,
            ..Plan::USUAL
        },
        ..offer()
    };
    assert_eq!(
        ask(&weekdays, "2030-05-03", "2030-05-06", &[]),
        Err(Refusal::Unavailable(Reason::DayNotLent(day("2030-05-04"))))
    );
    assert_eq!(ask(&weekdays, "2030-04-29", "2030-05-03", &[]), Ok(()));
    let gone = Offer {
        published: false,
        ..offer()
    };
    assert_eq!(ask(&gone, "2030-05-01", "2030-05-01", &[]), Err(Refusal::NotForLoan));
    let own = Offer {
        owner: MemberId(Uuid::from_u128(3)),
        published: false,
        ..offer()
    };
    assert_eq!(ask(&own, "2030-05-01", "2030-05-01", &[]), Err(Refusal::OwnListing));
}

#[test]
fn taken_days_are_named_and_another_unit_helps() {
    let on = |unit: i64, text: &str| Occupied {
        unit,
        slot: day(text).0,
        reason: SlotReason::Booking,
    };
    let taken = [on(0, "2030-05-03"), on(0, "2030-05-02"), on(0, "2030-05-20")];
    assert_eq!(
        ask(&offer(), "2030-05-01", "2030-05-05", &taken),
        Err(Refusal::Unavailable(Reason::Taken(day("2030-05-02"))))
    );
    assert_eq!(ask(&offer(), "2030-05-04", "2030-05-05", &taken), Ok(()));
    let two = Offer { units: 2, ..offer() };
    assert_eq!(ask(&two, "2030-05-01", "2030-05-05", &taken), Ok(()));
    let period = Period::whole_days(day("2030-05-01"), day("2030-05-05"));
    assert_eq!(diary(&two, &taken).free_unit(period), Ok(1));
    let both = [on(0, "2030-05-02"), on(1, "2030-05-04")];
    assert_eq!(
        diary(&two, &both).free_unit(period),
        Err(Reason::Taken(day("2030-05-04")))
    );
}

#[test]
fn the_same_member_asks_once_for_the_same_days() {
    let period = |first: &str, last: &str| Period::whole_days(day(first), day(last));
    let open = BookingId(Uuid::from_u128(9));
    let asked = [(open, period("2030-05-03", "2030-05-04"))];
    let again = |first: &str, last: &str| {
        asking::may_request(
            &offer(),
            MemberId(Uuid::from_u128(3)),
            period(first, last),
            &diary(&offer(), &[]),
            &asked,
            morning(),
        )
    };
    assert_eq!(again("2030-05-04", "2030-05-06"), Err(Refusal::AskedAlready(open)));
    assert_eq!(again("2030-05-05", "2030-05-06"), Ok(()));
}

#[test]
fn what_is_typed_is_read_field_by_field() {
    let read = |from: &str, to: &str, note: &str| {
        asking::read(&RequestDraft {
            from: from.into(),
            to: to.into(),
            note: note.into(),
            ..RequestDraft::default()
        })
        .map_err(|errors| errors.into_iter().map(|e| (e.field, e.problem)).collect::<Vec<_>>())
    };
    let period = Period::whole_days(day("2030-05-02"), day("2030-05-03"));
    assert_eq!(
        read(" 2030-05-02", "2030-05-03 ", " Hallo 🧰 "),
        Ok((period, Extras::default(), "Hallo 🧰".into()))
    );
    assert_eq!(
        read("", "31.12.2030", &"x".repeat(200)),
        Err(vec![
            ("from".into(), Problem::Missing),
            ("to".into(), Problem::NotADate),
            (
                "note".into(),
                Problem::WordTooLong {
                    max: crate::forms::LONGEST_WORD
                }
            ),
        ])
    );
    assert_eq!(
        read("2030-05-03", "2030-05-02", ""),
        Err(vec![("to".into(), Problem::EndsBeforeItStarts)])
    );
    assert_eq!(
        read("2030-02-30", "2030-02-31", ""),
        Err(vec![
            ("from".into(), Problem::NotADate),
            ("to".into(), Problem::NotADate)
        ])
    );
}

#[test]
fn hours_are_read_where_they_are_typed() {
    let read = |from: &str, from_hour: &str, to: &str, to_hour: &str| {
        asking::read(&RequestDraft {
            from: from.into(),
            to: to.into(),
            from_hour: from_hour.into(),
            to_hour: to_hour.into(),
            ..RequestDraft::default()
        })
        .map(|(period, ..)| period)
        .map_err(|errors| errors.into_iter().map(|e| (e.field, e.problem)).collect::<Vec<_>>())
    };
    let second = day("2030-05-02");
    let evening = Period::by_the_hour(second, 18, second, 24);
    assert_eq!(
        read("2030-05-02", "18", "", "24"),
        Ok(evening),
        "the same day goes without saying"
    );
    assert_eq!(read("2030-05-02", "18:00", "2030-05-02", "24:00"), Ok(evening));
    let over_night = Period::by_the_hour(second, 18, second.plus(1), 9);
    assert_eq!(read("2030-05-02", "18", "2030-05-03", "09"), Ok(over_night));
    assert_eq!(
        read("2030-05-02", "18", "", "18"),
        Err(vec![("to_hour".into(), Problem::EndsBeforeItStarts)])
    );
    assert_eq!(
        read("2030-05-02", "", "", "18"),
        Err(vec![("from_hour".into(), Problem::Missing)])
    );
    assert_eq!(
        read("2030-05-02", "24", "", "halb 7"),
        Err(vec![
            ("from_hour".into(), Problem::OutOfRange { min: 0, max: 23 }),
            ("to_hour".into(), Problem::NotANumber)
        ])
    );
}
