//! What may be asked for, and what a calendar shows.

use super::scene::*;

fn check(diary: &Diary, period: Period) -> Result<(), Reason> {
    diary.check(period, now())
}

fn days(first: &str, last: &str) -> Period {
    Period::whole_days(day(first), day(last))
}

fn one_day(on: &str, from: i8, to: i8) -> Period {
    Period::by_the_hour(day(on), from, day(on), to)
}

#[test]
fn each_reason_by_the_day_has_its_name() {
    let weekend = Plan {
        weekdays: WeeklyPlan::of([4, 5, 6]),
        shortest: 2,
        longest: 3,
        lead: 3,
        horizon: 60,
        ..Plan::USUAL
    };
    let thing = diary(weekend);
    // 2030-05-03 is a Friday.
    assert_eq!(check(&thing, days("2030-05-03", "2030-05-05")), Ok(()));
    for (first, last, reason) in [
        ("2030-04-26", "2030-04-27", Reason::Past),
        ("2030-05-04", "2030-05-03", Reason::EndsBeforeItStarts),
        ("2030-05-04", "2030-05-04", Reason::TooShort { least: 2 }),
        ("2030-05-03", "2030-05-06", Reason::TooLong { most: 3 }),
        ("2030-05-05", "2030-05-06", Reason::DayNotLent(day("2030-05-06"))),
        (
            "2030-06-28",
            "2030-06-29",
            Reason::TooFarAhead {
                latest: day("2030-06-28"),
            },
        ),
        (
            "2030-05-01",
            "2030-05-02",
            Reason::TooSoon {
                earliest: day("2030-05-02"),
            },
        ),
    ] {
        assert_eq!(check(&thing, days(first, last)), Err(reason), "{first} to {last}");
    }
    assert_eq!(check(&thing, one_day("2030-05-03", 9, 10)), Err(Reason::OtherGrain));
}

#[test]
fn who_may_keep_it_over_closed_times_picks_up_and_brings_back_at_open_ones() {
    let fridays = Plan {
        weekdays: WeeklyPlan::of([4]),
        stays_out: true,
        ..Plan::USUAL
    };
    let thing = diary(fridays);
    assert_eq!(check(&thing, days("2030-05-03", "2030-05-10")), Ok(()));
    let saturday = Reason::DayNotLent(day("2030-05-04"));
    assert_eq!(check(&thing, days("2030-05-03", "2030-05-04")), Err(saturday));
    assert_eq!(thing.may_start(day("2030-05-03"), 0, now()), Ok(()));
    let not_a_friday = thing.may_start(day("2030-05-04"), 0, now());
    assert_eq!(not_a_friday, Err(saturday));

    let evenings = Plan {
        hours: every_day(17, 21),
        stays_out: true,
        ..BY_THE_HOUR
    };
    let thing = diary(evenings);
    let over_night = |from: i8, to: i8| Period::by_the_hour(day("2030-05-02"), from, day("2030-05-03"), to);
    assert_eq!(check(&thing, over_night(20, 17)), Ok(()), "brought back when they open");
    assert_eq!(
        check(&thing, over_night(20, 12)),
        Err(Reason::HourNotLent(day("2030-05-03"), 12))
    );
    assert_eq!(
        check(&thing, over_night(16, 12)),
        Err(Reason::HourNotLent(day("2030-05-02"), 16))
    );
    let kept_in = diary(Plan {
        stays_out: false,
        ..evenings
    });
    assert_eq!(
        check(&kept_in, over_night(20, 18)),
        Err(Reason::HourNotLent(day("2030-05-02"), 21))
    );
    assert_eq!(check(&kept_in, one_day("2030-05-02", 17, 21)), Ok(()));
}

#[test]
fn each_reason_by_the_hour_has_its_name() {
    let mut thing = diary(Plan {
        hours: every_day(9, 20),
        lead: 3,
        shortest: 2,
        longest: 6,
        ..BY_THE_HOUR
    });
    assert_eq!(check(&thing, one_day("2030-04-29", 11, 13)), Ok(()));
    let from = now().plus(3 * Timestamp::HOUR);
    for (period, reason) in [
        (one_day("2030-04-29", 7, 9), Reason::Past),
        (one_day("2030-04-29", 12, 12), Reason::EndsBeforeItStarts),
        (one_day("2030-04-29", 10, 12), Reason::TooSoonByHours { from }),
        (one_day("2030-04-30", 10, 11), Reason::TooFewHours { least: 2 }),
        (one_day("2030-04-30", 10, 17), Reason::TooManyHours { most: 6 }),
        (one_day("2030-04-30", 7, 10), Reason::HourNotLent(day("2030-04-30"), 7)),
        (
            one_day("2030-04-30", 18, 21),
            Reason::HourNotLent(day("2030-04-30"), 20),
        ),
        (days("2030-04-30", "2030-04-30"), Reason::OtherGrain),
    ] {
        assert_eq!(check(&thing, period), Err(reason), "{period:?}");
    }
    let taken = one_day("2030-04-30", 12, 14).slots(&berlin());
    thing.held = taken.map(|slot| booked(0, slot)).collect();
    assert_eq!(check(&thing, one_day("2030-04-30", 10, 12)), Ok(()));
    assert_eq!(
        check(&thing, one_day("2030-04-30", 11, 13)),
        Err(Reason::HourTaken(day("2030-04-30"), 12))
    );
    thing.plan.buffer = 1;
    assert_eq!(
        check(&thing, one_day("2030-04-30", 10, 12)),
        Err(Reason::Resting(day("2030-04-30"), Some(12))),
        "there must be an hour before the next"
    );
}

#[test]
fn exceptions_close_and_open_days() {
    let weekdays = Plan {
        weekdays: WeeklyPlan::of([0, 1, 2, 3, 4]),
        ..Plan::USUAL
    };
    let mut thing = diary(weekdays);
    let (thursday, saturday) = (day("2030-05-02"), day("2030-05-04"));
    thing.exceptions = [closed(thursday), opened(saturday)].into_iter().collect();
    assert_eq!(
        check(&thing, days("2030-05-01", "2030-05-02")),
        Err(Reason::Closed(thursday))
    );
    assert_eq!(check(&thing, days("2030-05-03", "2030-05-04")), Ok(()));

    let mut thing = diary(Plan {
        hours: WeekHours::on_days(WeeklyPlan::of([0]), hours(17, 21)),
        ..BY_THE_HOUR
    });
    thing.exceptions = [opened(saturday)].into_iter().collect();
    assert_eq!(
        check(&thing, one_day("2030-05-04", 18, 20)),
        Ok(()),
        "with the hours of other days"
    );
    assert_eq!(
        check(&thing, one_day("2030-05-04", 9, 10)),
        Err(Reason::HourNotLent(saturday, 9))
    );
}

#[test]
fn one_unit_closed_leaves_the_others() {
    let mut thing = Diary {
        units: 2,
        ..diary(Plan::USUAL)
    };
    let second = day("2030-05-02");
    thing.exceptions = [Exception {
        day: second,
        unit: 0,
        open: false,
    }]
    .into_iter()
    .collect();
    assert_eq!(thing.free_unit(days("2030-05-01", "2030-05-03")), Ok(1));
    assert_eq!(
        thing.is_free(0, days("2030-05-01", "2030-05-03")),
        Err(Reason::Closed(second))
    );
    thing.held = [booked(1, second.0 + 1)].into_iter().collect();
    let neither = thing.free_unit(days("2030-05-01", "2030-05-03"));
    assert_eq!(neither, Err(Reason::Taken(second.plus(1))));
    assert_eq!(thing.free_unit(days("2030-05-01", "2030-05-01")), Ok(0));
}

#[test]
fn a_calendar_tells_how_each_day_stands() {
    use DayState::*;
    let today = day("2030-04-29");
    let mut thing = diary(Plan {
        weekdays: WeeklyPlan::of([0, 1, 2, 3, 4, 5]),
        lead: 2,
        horizon: 8,
        ..Plan::USUAL
    });
    thing.held = [booked(0, today.0 + 3), resting(0, today.0 + 4)].into_iter().collect();
    thing.exceptions = [closed(today.plus(5))].into_iter().collect();
    let states = |thing: &Diary| -> Vec<DayState> {
        let days = thing.calendar((today.plus(-1), today.plus(9)), now());
        days.iter().map(|day| day.state).collect()
    };
    assert_eq!(
        states(&thing),
        [
            Past, TooSoon, TooSoon, Free, Taken, Resting, Closed, NotLent, Free, Free, TooFar
        ]
    );
    thing.units = 2;
    assert_eq!(
        states(&thing),
        [
            Past, TooSoon, TooSoon, Free, Free, Free, Closed, NotLent, Free, Free, TooFar
        ]
    );
}

#[test]
fn a_calendar_of_hours_tells_what_is_left_of_each_day() {
    use DayState::*;
    let mut thing = diary(Plan {
        hours: every_day(17, 19),
        ..BY_THE_HOUR
    });
    let (first, second) = (day("2030-04-30"), day("2030-05-01"));
    let evening = one_day("2030-04-30", 17, 19).slots(&berlin());
    let half = one_day("2030-05-01", 17, 18).slots(&berlin());
    thing.held = evening.chain(half).map(|slot| booked(0, slot)).collect();
    let days = thing.calendar((first, second), now());
    assert_eq!(days.iter().map(|day| day.state).collect::<Vec<_>>(), [Taken, Free]);
    assert_eq!(days[0].start, Err(Reason::Taken(first)));
    let hours = thing.hours(second, now());
    assert_eq!(hours.len(), 24);
    assert_eq!(
        (hours[16].state, hours[17].state, hours[18].state),
        (NotLent, Taken, Free)
    );
    assert_eq!(hours[17].start, Err(Reason::HourTaken(second, 17)));
    assert_eq!((thing.full_units(first), thing.full_units(second)), (1, 0));
    // This morning is over.
    let today = thing.hours(day("2030-04-29"), now());
    assert!(today.iter().take(8).all(|hour| hour.state == Past) && today[17].state == Free);
}

/// A random plan by the day.
fn plans() -> impl Strategy<Value = Plan> {
    (
        0_i64..128,
        any::<bool>(),
        0_i64..4,
        0_i64..10,
        1_i64..4,
        3_i64..12,
        20_i64..120,
    )
        .prop_map(|(bits, stays_out, buffer, lead, shortest, longest, horizon)| Plan {
            weekdays: WeeklyPlan(bits),
            stays_out,
            buffer,
            lead,
            shortest,
            longest,
            horizon,
            ..Plan::USUAL
        })
}

/// A unit, a slot, and whether somebody has it; else it rests.
type Slots = Vec<(i64, i64, bool)>;
/// A day, and which kind of exception it is.
type Days = Vec<(i64, bool)>;

/// Slots from some day on that are held of two units, and days that are not as planned.
fn held() -> impl Strategy<Value = (Slots, Days)> {
    (
        proptest::collection::vec((0_i64..2, 0_i64..60, any::<bool>()), 0..40),
        proptest::collection::vec((0_i64..60, any::<bool>()), 0..6),
    )
}

proptest! {
    #[test]
    fn a_day_that_can_begin_a_loan_has_one_and_no_other_has(
        plan in plans(), (rows, days) in held(), units in 1_i64..3,
    ) {
        let now = now();
        let today = now.day_in(&berlin());
        let mut thing = Diary { units, ..diary(plan) };
        thing.held = rows.iter().map(|(unit, slot, lent)| {
            if *lent { booked(*unit, today.0 + slot) } else { resting(*unit, today.0 + slot) }
        }).collect();
        thing.exceptions = days.iter()
            .map(|(at, open)| if *open { opened(today.plus(*at)) } else { closed(today.plus(*at)) }).collect();
        for shown in thing.calendar((today.plus(-2), today.plus(70)), now) {
            let lengths = plan.shortest..=plan.longest.min(plan.shortest + 24);
            let any = lengths.clone().any(|length| {
                thing.check(Period::whole_days(shown.day, shown.day.plus(length - 1)), now).is_ok()
            });
            prop_assert_eq!(shown.start.is_ok(), any, "{:?}", shown);
            if any {
                prop_assert_eq!(shown.state, DayState::Free);
            }
        }
    }

    #[test]
    fn what_is_free_is_free_by_a_plain_look_at_each_slot(
        (rows, days) in held(), units in 1_i64..4, first in 0_i64..60, length in 1_i64..10, buffer in 0_i64..4,
    ) {
        let zero = day("2030-01-01");
        let mut thing = Diary { units, ..diary(Plan { buffer, ..Plan::USUAL }) };
        let rows: Vec<Occupied> = rows.iter().map(|(unit, slot, lent)| {
            if *lent { booked(*unit, zero.0 + slot) } else { resting(*unit, zero.0 + slot) }
        }).collect();
        thing.held = rows.iter().copied().collect();
        thing.exceptions = days.iter().map(|(at, open)| Exception {
            day: zero.plus(*at), unit: if *open { 1 } else { EVERY_UNIT }, open: false,
        }).collect();
        let period = Period::whole_days(zero.plus(first), zero.plus(first + length - 1));
        let closed = |unit: i64, at: i64| days.iter().any(|(day, one)| zero.0 + day == at && (!one || unit == 1));
        let plainly_free = |unit: &i64| {
            let inside = (period.first.0..=period.last.0).all(|at| {
                !closed(*unit, at) && !rows.iter().any(|row| row.unit == *unit && row.slot == at)
            });
            let after = (period.last.0 + 1..=period.last.0 + buffer).all(|at| {
                !rows.iter().any(|row| row.unit == *unit && row.slot == at && row.reason == SlotReason::Booking)
            });
            inside && after
        };
        prop_assert_eq!(thing.free_unit(period).ok(), (0..units).find(plainly_free));
        for unit in 0..units {
            prop_assert_eq!(thing.is_free(unit, period).is_ok(), plainly_free(&unit));
        }
    }

    #[test]
    fn no_question_breaks_the_rules(
        plan in plans(), first in any::<i64>(), last in any::<i64>(), by_hours in any::<bool>(),
        from in 0_i8..24, to in 1_i8..=24, now in any::<i64>(), grain in any::<bool>(),
    ) {
        let grain = if grain { Grain::Hour } else { Grain::Day };
        let thing = diary(Plan { grain, ..plan });
        let period = Period { first: Day(first), last: Day(last), hours: by_hours.then_some(Hours { from, to }) };
        // Whatever is asked, there is an answer.
        let _ = thing.allows(period, Timestamp(now));
        let _ = period.overlaps(Period::whole_days(Day(0), Day(1)));
    }
}
