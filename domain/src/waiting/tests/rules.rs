use super::super::{
    rules::{HEAD_START, LEAST, has_room, kept_for_others, read, settle, times, until},
    *,
};
use crate::{
    Day, Timestamp,
    availability::{Diary, Exceptions, Held, Occupied, Period, Plan, SlotReason},
    members::MemberId,
};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Day = Day(22_000);

fn now() -> Timestamp {
    TODAY.at(12, &TimeZone::UTC)
}

const fn days(first: i64, last: i64) -> Period {
    Period::whole_days(Day(TODAY.0 + first), Day(TODAY.0 + last))
}

const fn member(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(n))
}

fn entry(n: u128, window: Period, length: Option<i64>) -> Entry {
    Entry {
        member: member(n),
        wish: Wish { window, length },
        offer: None,
        may_ask: true,
    }
}

/// A thing of so many units, of which these days of these units are taken.
fn diary(units: i64, taken: &[(i64, i64)]) -> Diary {
    let held = taken.iter().map(|(unit, day)| Occupied {
        unit: *unit,
        slot: TODAY.0 + day,
        reason: SlotReason::Booking,
    });
    Diary {
        plan: Plan::USUAL,
        units,
        exceptions: Exceptions::default(),
        held: Held::from_iter(held),
        zone: TimeZone::UTC,
        parts: Vec::new(),
    }
}

#[test]
fn whoever_waited_longest_is_told_first_and_one_at_a_time() {
    let line = [
        entry(1, days(5, 6), None),
        entry(2, days(6, 7), None),
        entry(3, days(8, 9), None),
    ];
    assert_eq!(
        settle(&line, &[], &diary(1, &[(0, 5), (0, 6), (0, 7), (0, 8), (0, 9)]), now()),
        []
    );
    let turns = settle(&line, &[], &diary(1, &[(0, 9)]), now());
    let offer = Offer {
        period: days(5, 6),
        until: until(now(), Day(TODAY.0 + 5).starts_in(&TimeZone::UTC), &TimeZone::UTC),
    };
    assert_eq!(
        turns,
        [(member(1), Turn::Offered(offer))],
        "the second wants one of the same days"
    );
    let all: Vec<_> = settle(&line, &[], &diary(1, &[]), now())
        .into_iter()
        .map(|(who, _)| who)
        .collect();
    assert_eq!(all, [member(1), member(3)]);
    let two: Vec<_> = settle(&line, &[], &diary(2, &[]), now())
        .into_iter()
        .map(|(who, _)| who)
        .collect();
    assert_eq!(two, [member(1), member(2), member(3)], "there are two of it");
}

#[test]
fn after_a_turn_it_is_the_next_one_and_what_is_gone_again_gives_the_place_back() {
    let offer = Offer {
        period: days(5, 6),
        until: now(),
    };
    let first = Entry {
        offer: Some(offer),
        ..entry(1, days(5, 6), None)
    };
    let line = [first, entry(2, days(5, 6), None)];
    let turns = settle(&line, &[], &diary(1, &[]), now());
    assert!(matches!(turns[..], [(a, Turn::Over), (b, Turn::Offered(_))] if a == member(1) && b == member(2)));
    let running = Entry {
        offer: Some(Offer {
            until: now().plus(1),
            ..offer
        }),
        ..first
    };
    assert_eq!(
        settle(&[running, line[1]], &[], &diary(1, &[]), now()),
        [],
        "it is still the first one's turn"
    );
    let gone = settle(&[running, line[1]], &[], &diary(1, &[(0, 6)]), now());
    assert_eq!(gone, [(member(1), Turn::WaitsOn)]);
}

#[test]
fn what_is_past_ends_by_itself_and_who_may_not_ask_is_passed_over() {
    let line = [
        entry(1, days(-1, 3), None),
        entry(2, days(-4, 0), Some(3)),
        entry(3, days(-4, 4), Some(3)),
    ];
    let over: Vec<_> = settle(&line, &[], &diary(1, &[(0, 0), (0, 1), (0, 2), (0, 3), (0, 4)]), now());
    assert_eq!(over, [(member(1), Turn::Over), (member(2), Turn::Over)]);
    let stranger = Entry {
        may_ask: false,
        ..entry(1, days(5, 6), None)
    };
    let turns = settle(&[stranger, entry(2, days(5, 6), None)], &[], &diary(1, &[]), now());
    assert!(matches!(turns[..], [(who, Turn::Offered(_))] if who == member(2)));
}

#[test]
fn any_days_of_a_length_are_the_earliest_that_are_free() {
    let wish = Wish {
        window: days(2, 8),
        length: Some(3),
    };
    let all: Vec<_> = times(wish, TODAY).collect();
    assert_eq!((all.len(), all[0], all[4]), (5, days(2, 4), days(6, 8)));
    let turns = settle(&[entry(1, days(2, 8), Some(3))], &[], &diary(1, &[(0, 3)]), now());
    assert!(matches!(turns[..], [(_, Turn::Offered(offer))] if offer.period == days(4, 6)));
}

#[test]
fn a_head_start_is_six_hours_of_the_day_and_never_most_of_what_is_left() {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let day = Day::parse("2030-05-02").unwrap();
    let far = day.plus(30).starts_in(&zone);
    assert_eq!(until(day.at(9, &zone), far, &zone), day.at(15, &zone));
    assert_eq!(
        until(day.at(18, &zone), far, &zone),
        day.plus(1).at(10, &zone),
        "not at midnight"
    );
    assert_eq!(until(day.at(2, &zone), far, &zone), day.at(10, &zone));
    let soon = day.at(17, &zone);
    assert_eq!(
        until(day.at(9, &zone), soon, &zone),
        day.at(13, &zone),
        "half of eight hours"
    );
    let begun = until(day.at(9, &zone), day.starts_in(&zone), &zone);
    assert_eq!(begun, day.at(9, &zone).plus(LEAST));
    assert_eq!(HEAD_START, 6 * Timestamp::HOUR);
}

#[test]
fn what_is_promised_with_a_kit_is_not_promised_again_with_its_part() {
    let line = [entry(1, days(5, 6), None)];
    let of_the_kit = Offer {
        period: days(6, 7),
        until: now().plus(9),
    };
    assert_eq!(settle(&line, &[(member(9), of_the_kit)], &diary(1, &[]), now()), []);
    assert_eq!(
        settle(&line, &[(member(9), of_the_kit)], &diary(2, &[]), now()).len(),
        1
    );
}

#[test]
fn a_wish_without_end_is_looked_at_no_farther_than_anything_can_be_had() {
    let whole = Wish {
        window: Period::whole_days(Day(0), Day(2_900_000)),
        length: Some(2),
    };
    let today = Day(20_000);
    let all: Vec<_> = times(whole, today).collect();
    assert_eq!(all.first().map(|period| period.first), Some(today));
    assert!(all.len() < 500, "{}", all.len());
}

#[test]
fn what_is_kept_can_be_asked_for_by_whom_it_is_kept_for_only() {
    let offer = Offer {
        period: days(5, 6),
        until: now().plus(9),
    };
    let offered = (member(1), offer);
    let kept = |me: u128, period: Period, units: i64, at: Timestamp| {
        kept_for_others(&[offered], member(me), period, &diary(units, &[]), at)
    };
    assert_eq!(kept(1, days(5, 6), 1, now()), None);
    assert_eq!(kept(2, days(6, 9), 1, now()), Some(now().plus(9)));
    assert_eq!(kept(2, days(7, 9), 1, now()), None);
    assert_eq!(kept(2, days(5, 6), 2, now()), None, "there is another one");
    assert_eq!(
        kept(2, days(5, 6), 1, now().plus(9)),
        None,
        "from then on it is everybody's"
    );
}

#[test]
fn what_is_typed_becomes_a_wish() {
    let typed = |from: &str, to: &str, length: &str| WaitDraft {
        from: from.into(),
        to: to.into(),
        length: length.into(),
        ..WaitDraft::default()
    };
    let read = |from: &str, to: &str, length: &str| read(&typed(from, to, length));
    assert_eq!(read("2030-05-02", "2030-05-09", "3").unwrap().length, Some(3));
    assert_eq!(
        read("2030-05-02", "2030-05-09", "8").unwrap().length,
        None,
        "that is all of it"
    );
    for (from, to, length, field) in [
        ("", "2030-05-09", "", "from"),
        ("2030-05-09", "2030-05-02", "", "to"),
        ("2030-05-02", "2030-05-09", "9", "length"),
        ("2030-05-02", "2030-05-09", "0", "length"),
    ] {
        assert_eq!(read(from, to, length).unwrap_err()[0].field, field);
    }
}

proptest! {
    #[test]
    fn nobody_is_promised_what_another_is_promised_and_nobody_earlier_goes_short(
        wishes in proptest::collection::vec((0_i64..12, 1_i64..4, 0_i64..4), 1..7),
        taken in proptest::collection::vec((0_i64..2, 0_i64..16), 0..12),
        units in 1_i64..3,
    ) {
        let line: Vec<_> = (1_u128..).zip(&wishes).map(|(n, (first, length, slack))| {
            let window = days(*first, first + length - 1 + slack);
            entry(n, window, (*slack > 0).then_some(*length))
        }).collect();
        let mut taken = taken.clone();
        taken.sort_unstable();
        taken.dedup();
        let diary = diary(units, &taken);
        let turns = settle(&line, &[], &diary, now());
        let offers: Vec<_> = turns.iter().filter_map(|(_, turn)| match turn {
            Turn::Offered(offer) => Some(offer.period),
            _ => None,
        }).collect();
        // Whatever is offered could be had by all at once, on every day.
        for day in 0..16 {
            let at = days(day, day);
            let asked = offers.iter().filter(|period| period.overlaps(at)).count();
            prop_assert!(asked == 0 || usize::try_from(diary.free_units(at)).unwrap() >= asked);
        }
        // Whoever got nothing could not have had anything beside those before them.
        let mut before = Vec::new();
        for one in &line {
            let mine = turns.iter().find(|(who, _)| *who == one.member);
            match mine {
                Some((_, Turn::Offered(offer))) => before.push(offer.period),
                _ => prop_assert!(times(one.wish, TODAY).all(|period| !has_room(&diary, period, &before, now()))),
            }
        }
        // Looked at again, everything stays as it is.
        let settled: Vec<_> = line.iter().map(|one| {
            let offer = turns.iter().find_map(|(who, turn)| match turn {
                Turn::Offered(offer) if *who == one.member => Some(*offer),
                _ => None,
            });
            Entry { offer, ..*one }
        }).collect();
        prop_assert_eq!(settle(&settled, &[], &diary, now()), vec![]);
    }
}
