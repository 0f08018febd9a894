//! Whether a thing may be asked for.

use super::super::{
    asking::{self, Offer, Taken},
    *,
};
use crate::{
    Day,
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
        weekly_plan: WeeklyPlan::EVERY_DAY,
        lead_days: 0,
        longest_days: 14,
    }
}

fn ask(offer: &Offer, first: &str, last: &str, taken: &[Taken]) -> Result<(), Refusal> {
    let period = Period {
        first: day(first),
        last: day(last),
    };
    asking::may_request(
        offer,
        MemberId(Uuid::from_u128(3)),
        period,
        taken,
        &[],
        day("2030-04-29"),
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
        Err(Refusal::TooLong { most: 14 })
    );
    assert_eq!(
        ask(&fine, "2031-04-29", "2031-04-30", &[]),
        Err(Refusal::TooFarAhead {
            latest: day("2031-04-29")
        })
    );
    assert_eq!(
        ask(&fine, "0001-01-01", "9999-12-31", &[]),
        Err(invalid("from", Problem::InThePast))
    );
    assert_eq!(
        ask(&fine, "9999-12-31", "9999-12-31", &[]),
        Err(Refusal::TooFarAhead {
            latest: day("2031-04-29")
        })
    );
    let slow = Offer {
        lead_days: 2,
        ..offer()
    };
    assert_eq!(
        ask(&slow, "2030-04-30", "2030-05-01", &[]),
        Err(Refusal::TooSoon {
            earliest: day("2030-05-01")
        })
    );
    assert_eq!(ask(&slow, "2030-05-01", "2030-05-01", &[]), Ok(()));
    let weekdays = Offer {
        weekly_plan: MONDAY_TO_FRIDAY,
        ..offer()
    };
    assert_eq!(
        ask(&weekdays, "2030-05-03", "2030-05-06", &[]),
        Err(Refusal::DayNotLent(day("2030-05-04")))
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
    let on = |unit: i64, text: &str| Taken { unit, slot: day(text) };
    let taken = [on(0, "2030-05-03"), on(0, "2030-05-02"), on(0, "2030-05-20")];
    assert_eq!(
        ask(&offer(), "2030-05-01", "2030-05-05", &taken),
        Err(Refusal::DaysTaken(day("2030-05-02")))
    );
    assert_eq!(ask(&offer(), "2030-05-04", "2030-05-05", &taken), Ok(()));
    let two = Offer { units: 2, ..offer() };
    assert_eq!(ask(&two, "2030-05-01", "2030-05-05", &taken), Ok(()));
    let period = Period {
        first: day("2030-05-01"),
        last: day("2030-05-05"),
    };
    assert_eq!(asking::free_unit(2, &taken, period), Ok(1));
    let both = [on(0, "2030-05-02"), on(1, "2030-05-04")];
    assert_eq!(asking::free_unit(2, &both, period), Err(day("2030-05-04")));
}

#[test]
fn the_same_member_asks_once_for_the_same_days() {
    let period = |first: &str, last: &str| Period {
        first: day(first),
        last: day(last),
    };
    let open = BookingId(Uuid::from_u128(9));
    let asked = [(open, period("2030-05-03", "2030-05-04"))];
    let again = |first: &str, last: &str| {
        asking::may_request(
            &offer(),
            MemberId(Uuid::from_u128(3)),
            period(first, last),
            &[],
            &asked,
            day("2030-04-29"),
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
            once: String::new(),
            ..RequestDraft::default()
        })
        .map_err(|errors| errors.into_iter().map(|e| (e.field, e.problem)).collect::<Vec<_>>())
    };
    let period = Period {
        first: day("2030-05-02"),
        last: day("2030-05-03"),
    };
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
