//! Days on which the clocks change, zones that begin their hours elsewhere, months of all lengths.

use super::{super::period::hours_of_day, scene::*};

fn slots(zone: &TimeZone, on: &str, from: i8, to: i8) -> i64 {
    let slots = Period::by_the_hour(day(on), from, day(on), to).slots(zone);
    slots.end - slots.start
}

#[test]
fn a_day_has_as_many_hours_as_its_clocks_show() {
    for (name, on, hours) in [
        ("Europe/Berlin", "2027-03-28", 23),
        ("Europe/Berlin", "2027-10-31", 25),
        ("Europe/Berlin", "2027-06-01", 24),
        ("America/New_York", "2027-03-14", 23),
        ("America/New_York", "2027-11-07", 25),
        ("Asia/Kolkata", "2027-03-28", 24),
        ("Asia/Kathmandu", "2027-03-28", 24),
        // Half an hour is given and taken; a slot begins where a local hour does.
        ("Australia/Lord_Howe", "2027-04-04", 24),
        ("Australia/Lord_Howe", "2027-10-03", 24),
    ] {
        assert_eq!(slots(&zone(name), on, 0, 24), hours, "{name} {on}");
    }
}

#[test]
fn an_hour_that_is_left_out_cannot_be_had_and_one_that_comes_twice_lasts_two() {
    let (spring, autumn) = (day("2027-03-28"), day("2027-10-31"));
    let thing = diary(BY_THE_HOUR);
    let now = day("2027-03-20").at(8, &berlin());
    let at = |on: Day, from: i8, to: i8| thing.check(Period::by_the_hour(on, from, on, to), now);
    assert_eq!(at(spring, 2, 3), Err(Reason::NoSuchHour));
    assert_eq!(
        at(spring, 2, 5),
        Err(Reason::NoSuchHour),
        "it cannot begin at an hour that does not come"
    );
    assert_eq!(at(spring, 1, 4), Ok(()));
    assert_eq!(
        slots(&berlin(), "2027-03-28", 1, 4),
        2,
        "from 1 to 4 o'clock are two hours"
    );
    assert_eq!(at(autumn, 2, 3), Ok(()));
    assert_eq!(slots(&berlin(), "2027-10-31", 2, 3), 2);
    let hours = |on: Day| thing.hours(on, now).iter().map(|hour| hour.hour).collect::<Vec<_>>();
    assert_eq!(hours(spring).len(), 23);
    assert!(!hours(spring).contains(&2));
    assert_eq!(hours(autumn).len(), 24, "the doubled hour is shown once");
    assert_eq!(thing.may_start(spring, 1, now), Ok(()));
}

#[test]
fn a_weekend_on_which_the_clocks_change_is_lent_in_whole_days() {
    let thing = diary(Plan::USUAL);
    for first in ["2027-03-27", "2027-10-30"] {
        let first = day(first);
        let period = Period::whole_days(first, first.plus(1));
        assert_eq!(thing.check(period, first.plus(-7).at(8, &berlin())), Ok(()));
        assert_eq!(period.slots(&berlin()), first.0..first.0 + 2);
        let lasts = period.ends_in(&berlin()).since(period.starts_in(&berlin())) / Timestamp::HOUR;
        assert!(lasts == 47 || lasts == 49, "{lasts}");
    }
}

#[test]
fn in_all_zones_every_hour_of_the_coming_years_has_its_own_number() {
    let (from, to) = (day("2026-01-01"), day("2032-12-31"));
    for name in jiff::tz::db().available() {
        let zone = TimeZone::get(name.as_str()).unwrap();
        let mut from_instant = from.starts_in(&zone);
        for day in from.to(to) {
            let ends = day.plus(1).starts_in(&zone);
            let usual = ends.since(from_instant) == Timestamp::DAY;
            from_instant = ends;
            if usual && day.0 % 61 != 0 {
                continue; // 24 hours, one after the other
            }
            let edges = hours_of_day(day, &zone);
            let next = hours_of_day(day.plus(1), &zone);
            assert_eq!(edges[24], next[0], "{} {day}", name.as_str());
            for hour in 0..24_usize {
                let starts = clock(day, i8::try_from(hour).unwrap(), &zone);
                let stops = clock(day, i8::try_from(hour + 1).unwrap(), &zone);
                let lasts = stops.since(starts);
                let slots = edges[hour + 1] - edges[hour];
                assert!(
                    (lasts > 0) == (slots > 0) && slots * Timestamp::HOUR >= lasts - Timestamp::HOUR / 2,
                    "{} {day} {hour}: {lasts} in {slots}",
                    name.as_str()
                );
            }
        }
    }
}

const ZONES: [&str; 7] = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Pacific/Auckland",
    "UTC",
];

proptest! {
    #[test]
    fn two_times_by_the_hour_share_a_slot_exactly_if_they_overlap(
        at in 0_usize..7, around in 0_i64..2_500, a in (0_i64..72, 1_i64..30), b in (0_i64..72, 1_i64..30),
    ) {
        let zone = zone(ZONES[at]);
        let first = day("2026-01-01").plus(around);
        let period = |(start, length): (i64, i64)| {
            Period::hours_from(first.plus(start / 24), i8::try_from(start % 24).unwrap(), length)
        };
        let (a, b) = (period(a), period(b));
        let share = |x: &std::ops::Range<i64>, y: &std::ops::Range<i64>| x.start.max(y.start) < x.end.min(y.end);
        let really = a.starts_in(&zone).max(b.starts_in(&zone)) < a.ends_in(&zone).min(b.ends_in(&zone));
        prop_assert_eq!(share(&a.slots(&zone), &b.slots(&zone)), really, "{:?} {:?}", a, b);
        prop_assert!(!really || a.overlaps(b), "what overlaps in time overlaps on the clock");
    }

    #[test]
    fn a_visitor_in_another_zone_selects_the_same_days(
        at in 0_usize..7, ahead in 1_i64..300, length in 1_i64..10, hour in 0_i8..24,
    ) {
        // The days and the clock are the listing's; a visitor's zone is asked nowhere. What counts is the instant it is.
        let thing = Diary { zone: zone(ZONES[at]), ..diary(Plan::USUAL) };
        let now = day("2027-02-27").at(hour, &thing.zone);
        let today = now.day_in(&thing.zone);
        let period = Period::whole_days(today.plus(ahead), today.plus(ahead + length - 1));
        prop_assert_eq!(thing.check(period, now), Ok(()));
        prop_assert_eq!(period.starts_in(&thing.zone).day_in(&thing.zone), period.first);
        prop_assert_eq!(period.ends_in(&thing.zone).plus(-1).day_in(&thing.zone), period.last);
    }

    #[test]
    fn a_calendar_has_every_day_of_every_month_once(
        at in 0_usize..7, year in 2026_i16..2037, month in 1_i8..=12,
    ) {
        let thing = Diary { zone: zone(ZONES[at]), ..diary(Plan::USUAL) };
        let first = jiff::civil::date(year, month, 1);
        let (from, to) = (Day::from(first), Day::from(first.last_of_month()));
        let now = from.starts_in(&thing.zone);
        let days = thing.calendar((from, to), now);
        prop_assert_eq!(days.len(), usize::try_from(first.days_in_month()).unwrap());
        let numbers: Vec<i8> = days.iter().map(|day| day.day.date().day()).collect();
        prop_assert_eq!(numbers, (1..=first.days_in_month()).collect::<Vec<_>>());
        prop_assert!(days.iter().all(|day| day.state == DayState::Free && day.start.is_ok()));
        // Of a thing lent by the hour all days are the same.
        let by_the_hour = Diary { plan: BY_THE_HOUR, ..thing };
        prop_assert!(by_the_hour.calendar((from, to), now).iter().all(|day| day.state == DayState::Free));
    }
}

#[test]
fn a_leap_day_is_a_day() {
    let thing = diary(Plan::USUAL);
    let now = day("2028-02-20").at(8, &berlin());
    let over = Period::whole_days(day("2028-02-28"), day("2028-03-01"));
    assert_eq!((over.length(), thing.check(over, now)), (3, Ok(())));
    let without = Period::whole_days(day("2027-02-28"), day("2027-03-01"));
    assert_eq!(without.length(), 2);
}
