//! The hours of a week.

use super::scene::*;

#[test]
fn typed_hours_are_read_and_written() {
    let read = |text: &str| WeekHours::read(text).map(WeekHours::written);
    for (typed, said) in [
        ("9-12, 17-21", "9-12, 17-21"),
        ("09:00–12:00 17:00–21:00", "9-12, 17-21"),
        (" 17 - 21;9-12 ", "9-12, 17-21"),
        ("9-12,12-14", "9-14"),
        ("0-24", "0-24"),
        ("", ""),
    ] {
        assert_eq!(read(typed).as_deref(), Ok(said), "{typed}");
    }
    for (typed, why) in [
        ("9-12, 11-14", SpanProblem::Overlap),
        ("12-9", SpanProblem::Empty),
        ("9-9", SpanProblem::Empty),
        ("9", SpanProblem::NotHours),
        ("9-25", SpanProblem::NotHours),
        ("9:30-12", SpanProblem::NotHours),
        ("abends", SpanProblem::NotHours),
        ("-3-5", SpanProblem::NotHours),
        ("٩-12", SpanProblem::NotHours),
    ] {
        assert_eq!(read(typed), Err(why), "{typed}");
    }
}

#[test]
fn a_plan_into_which_nothing_fits_is_known() {
    let evenings = Plan {
        hours: every_day(17, 21),
        ..BY_THE_HOUR
    };
    let at_least = |shortest: i64| Plan { shortest, ..evenings };
    assert!(!at_least(4).lets_nothing_fit());
    assert!(at_least(5).lets_nothing_fit());
    let over_night = Plan {
        stays_out: true,
        ..at_least(5)
    };
    assert!(!over_night.lets_nothing_fit(), "it may be kept over night");
    let weekend = Plan {
        weekdays: WeeklyPlan::of([5, 6]),
        ..Plan::USUAL
    };
    let days = |shortest: i64| Plan { shortest, ..weekend };
    assert!(!days(2).lets_nothing_fit() && days(3).lets_nothing_fit());
    let sunday_to_monday = Plan {
        weekdays: WeeklyPlan::of([6, 0]),
        ..days(2)
    };
    assert!(!sunday_to_monday.lets_nothing_fit(), "weeks follow each other");
    let never = Plan {
        hours: WeekHours::NEVER,
        stays_out: true,
        ..BY_THE_HOUR
    };
    assert!(never.lets_nothing_fit());
    assert!(
        !Plan {
            shortest: 300,
            longest: 336,
            ..BY_THE_HOUR
        }
        .lets_nothing_fit(),
        "always is always"
    );
}

proptest! {
    #[test]
    fn hours_survive_the_column_and_the_form(days in proptest::array::uniform7(0_u32..1 << 24)) {
        let week = WeekHours(days);
        prop_assert_eq!(WeekHours::from(week.column()), week);
        for hours in days {
            prop_assert_eq!(WeekHours::read(&WeekHours::written(hours)), Ok(hours));
        }
    }

    #[test]
    fn what_is_typed_never_breaks(typed in ".{0,40}") {
        if let Ok(hours) = WeekHours::read(&typed) {
            prop_assert_eq!(hours & !WeekHours::ALL_DAY, 0);
        }
        prop_assert_eq!(WeekHours::from(typed.repeat(6)).0.len(), 7);
    }
}
