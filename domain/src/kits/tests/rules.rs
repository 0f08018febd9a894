use super::super::{
    rules::{MOST_PARTS, fits, may_change, read},
    *,
};
use crate::{
    Day, Timestamp,
    availability::{
        DayState, Diary, EVERY_UNIT, Exception, Exceptions, Grain, Held, Occupied, Period, Plan, Reason, SlotReason,
    },
    listings::{Kind, ListingId, State},
};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Day = Day(22_000);

fn now() -> Timestamp {
    TODAY.at(8, &TimeZone::UTC)
}

fn facts(n: u128) -> Facts {
    Facts {
        id: ListingId(Uuid::from_u128(n)),
        kind: Kind::Lend,
        state: State::Published,
        grain: Grain::Day,
        zone: "Europe/Berlin".into(),
        is_kit: false,
        is_part: false,
        open: 0,
    }
}

#[test]
fn what_can_be_a_part_of_what() {
    let kit = facts(1);
    assert!(fits(&kit, &facts(2)));
    let paused = State::Paused;
    assert!(
        fits(
            &kit,
            &Facts {
                state: paused,
                ..facts(2)
            }
        ),
        "lent in the kit only"
    );
    assert!(
        fits(
            &kit,
            &Facts {
                is_part: true,
                ..facts(2)
            }
        ),
        "a part can be in several kits"
    );
    for other in [
        facts(1),
        Facts {
            is_kit: true,
            ..facts(2)
        },
        Facts {
            kind: Kind::Service,
            ..facts(2)
        },
        Facts {
            kind: Kind::WantedThing,
            ..facts(2)
        },
        Facts {
            state: State::Draft,
            ..facts(2)
        },
        Facts {
            state: State::Archived,
            ..facts(2)
        },
        Facts {
            grain: Grain::Hour,
            ..facts(2)
        },
        Facts {
            zone: "Asia/Tokyo".into(),
            ..facts(2)
        },
    ] {
        assert!(!fits(&kit, &other), "{other:?}");
    }
}

#[test]
fn parts_stay_while_they_are_promised() {
    assert_eq!(may_change(&facts(1)), Ok(()));
    assert_eq!(
        may_change(&Facts { open: 2, ..facts(1) }),
        Err(Refusal::OpenBookings(2))
    );
    assert_eq!(
        may_change(&Facts {
            is_part: true,
            ..facts(1)
        }),
        Err(Refusal::IsPart)
    );
    assert_eq!(
        may_change(&Facts {
            kind: Kind::Service,
            ..facts(1)
        }),
        Err(Refusal::NotNow)
    );
    assert_eq!(
        may_change(&Facts {
            state: State::Archived,
            ..facts(1)
        }),
        Err(Refusal::NotNow)
    );
}

#[test]
fn only_ones_own_things_can_be_chosen_and_each_once() {
    let mine: Vec<_> = (1..=20).map(facts).collect();
    let typed = |ids: &[u128]| KitDraft {
        parts: ids.iter().map(|n| ListingId(Uuid::from_u128(*n)).to_string()).collect(),
        ..KitDraft::default()
    };
    assert_eq!(
        read(&typed(&[2, 3, 2]), &mine[0], &mine),
        Ok(vec![mine[1].id, mine[2].id])
    );
    assert_eq!(read(&typed(&[]), &mine[0], &mine), Ok(vec![]));
    for wrong in [vec![99], vec![1], (2..=20).collect::<Vec<_>>()] {
        assert_eq!(read(&typed(&wrong), &mine[0], &mine).unwrap_err()[0].field, "parts");
    }
    assert_eq!(MOST_PARTS, 12);
}

/// How many units there are, which of them is taken on which day, and which days are closed.
type Sketch = (i64, Vec<(i64, i64)>, Vec<i64>);

fn diary((units, taken, closed): &Sketch) -> Diary {
    let held = taken
        .iter()
        .filter(|(unit, _)| unit < units)
        .map(|(unit, day)| Occupied {
            unit: *unit,
            slot: TODAY.0 + day,
            reason: SlotReason::Booking,
        });
    let exceptions = closed.iter().map(|day| Exception {
        day: TODAY.plus(*day),
        unit: EVERY_UNIT,
        open: false,
    });
    Diary {
        plan: Plan::USUAL,
        units: *units,
        exceptions: Exceptions::from_iter(exceptions),
        held: Held::from_iter(held),
        zone: TimeZone::UTC,
        parts: Vec::new(),
    }
}

/// The same, day by day and unit by unit.
fn there((units, taken, closed): &Sketch, first: i64, last: i64) -> bool {
    (first..=last).all(|day| !closed.contains(&day))
        && (0..*units).any(|unit| (first..=last).all(|day| !taken.contains(&(unit, day))))
}

fn sketch() -> impl Strategy<Value = Sketch> {
    let taken = proptest::collection::vec((0_i64..3, 0_i64..12), 0..10);
    (1_i64..3, taken, proptest::collection::vec(0_i64..12, 0..2))
}

proptest! {
    #[test]
    fn a_kit_is_there_when_it_and_each_part_is(
        own in sketch(), parts in proptest::collection::vec(sketch(), 0..4), first in 0_i64..12, length in 1_i64..5,
    ) {
        let (first, last) = (first, (first + length - 1).min(11));
        let kit = Diary { parts: parts.iter().map(diary).collect(), ..diary(&own) };
        let period = Period::whole_days(TODAY.plus(first), TODAY.plus(last));
        let expected = there(&own, first, last) && parts.iter().all(|part| there(part, first, last));
        let found = kit.check(period, now());
        prop_assert_eq!(found.is_ok(), expected, "{:?}", found);
        prop_assert_eq!(kit.free_units(period) > 0, expected);
        if there(&own, first, last) && !expected {
            prop_assert!(matches!(found, Err(Reason::PartGone(_))), "{:?}", found);
        }
        // The calendar, and what search is told, say of a day what asking for that day says.
        for day in kit.calendar((TODAY, TODAY.plus(11)), now()) {
            let at = day.day.0 - TODAY.0;
            let all_there = parts.iter().all(|part| there(part, at, at));
            prop_assert_eq!(day.state == DayState::Free, there(&own, at, at) && all_there);
            prop_assert_eq!(kit.lacks_a_part_on(day.day), !all_there);
        }
    }
}
