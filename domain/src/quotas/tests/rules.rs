use super::super::{rules::within, *};
use crate::{Day, availability::Period, listings::ListingId};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn period(first: &str, last: &str) -> Period {
    Period::whole_days(day(first), day(last))
}

const fn listing(n: u128) -> ListingId {
    ListingId(Uuid::from_u128(n))
}

fn held(n: u128, standing: Standing, first: &str, last: &str) -> Held {
    Held {
        listing: listing(n),
        categories: vec!["bikes".into(), "cargo".into()],
        period: period(first, last),
        standing,
    }
}

fn asked(first: &str, last: &str) -> Asked {
    Asked {
        listing: listing(1),
        categories: vec!["bikes".into(), "cargo".into()],
        period: Some(period(first, last)),
        per_month: 0,
    }
}

fn usual(open_requests: i64, loans: i64, days_per_month: i64) -> Quotas {
    Quotas {
        usual: Limits {
            open_requests,
            loans,
            days_per_month,
        },
        categories: BTreeMap::new(),
    }
}

#[test]
fn each_limit_lets_in_as_much_as_it_says_and_no_more() {
    use Standing::{Agreed, Over, Requested};
    let waiting = [
        held(2, Requested, "2030-06-01", "2030-06-02"),
        held(3, Requested, "2030-07-01", "2030-07-02"),
    ];
    let ask = asked("2030-05-06", "2030-05-08");
    assert_eq!(within(&usual(3, 0, 0), &waiting, &ask), Ok(()));
    let too_many = Exceeded::OpenRequests {
        most: 2,
        have: 2,
        category: None,
    };
    assert_eq!(within(&usual(2, 0, 0), &waiting, &ask), Err(vec![too_many]));

    let same_day = [
        held(2, Agreed, "2030-05-01", "2030-05-06"),
        held(3, Requested, "2030-05-08", "2030-05-20"),
        held(4, Over, "2030-05-06", "2030-05-08"),
    ];
    assert_eq!(within(&usual(0, 2, 0), &same_day, &ask), Ok(()), "never two on one day");
    let at_once = Exceeded::Loans {
        most: 1,
        have: 1,
        category: None,
    };
    assert_eq!(within(&usual(0, 1, 0), &same_day, &ask), Err(vec![at_once]));

    let month = [
        held(2, Over, "2030-05-01", "2030-05-04"),
        held(3, Agreed, "2030-04-29", "2030-05-01"),
    ];
    assert_eq!(within(&usual(0, 0, 8), &month, &ask), Ok(()), "4 + 1 + 3");
    let days = Exceeded::Days {
        most: 7,
        have: 5,
        month: day("2030-05-06"),
        category: None,
    };
    assert_eq!(within(&usual(0, 0, 7), &month, &ask), Err(vec![days]));
}

#[test]
fn a_loan_over_two_months_counts_in_each_by_its_days() {
    let ask = asked("2030-05-30", "2030-06-02");
    let june = held(2, Standing::Agreed, "2030-06-10", "2030-06-12");
    let wrong = within(&usual(0, 0, 4), std::slice::from_ref(&june), &ask).unwrap_err();
    assert_eq!(
        wrong,
        [Exceeded::Days {
            most: 4,
            have: 3,
            month: day("2030-06-01"),
            category: None
        }]
    );
    assert_eq!(within(&usual(0, 0, 5), &[june], &ask), Ok(()));
}

#[test]
fn nothing_laid_down_limits_nothing() {
    let many: Vec<_> = (0..50)
        .map(|n| held(n, Standing::Requested, "2030-05-06", "2030-05-08"))
        .collect();
    assert_eq!(
        within(&usual(0, 0, 0), &many, &asked("2030-05-06", "2030-05-08")),
        Ok(())
    );
}

#[test]
fn a_category_counts_what_lies_in_it_and_below() {
    let limits = Limits {
        loans: 1,
        ..Limits::default()
    };
    let mut quotas = usual(0, 0, 0);
    quotas.categories.insert("bikes".into(), limits);
    let drill = Held {
        categories: vec!["tools".into()],
        ..held(2, Standing::Agreed, "2030-05-06", "2030-05-06")
    };
    let ask = asked("2030-05-06", "2030-05-06");
    assert_eq!(within(&quotas, std::slice::from_ref(&drill), &ask), Ok(()));
    let bike = held(3, Standing::Agreed, "2030-05-06", "2030-05-06");
    let too_many = Exceeded::Loans {
        most: 1,
        have: 1,
        category: Some("bikes".into()),
    };
    assert_eq!(within(&quotas, &[drill, bike.clone()], &ask), Err(vec![too_many]));
    let tool = Asked {
        categories: vec!["tools".into()],
        ..ask
    };
    assert_eq!(within(&quotas, &[bike], &tool), Ok(()));
}

#[test]
fn an_owner_can_say_how_often_in_a_month() {
    let before = [
        held(1, Standing::Over, "2030-05-02", "2030-05-02"),
        held(1, Standing::Over, "2030-04-30", "2030-05-01"),
    ];
    let ask = |per_month, first: &str| Asked {
        per_month,
        ..asked(first, first)
    };
    assert_eq!(
        within(&usual(0, 0, 0), &before, &ask(2, "2030-05-20")),
        Ok(()),
        "April's began in April"
    );
    let often = Exceeded::Often {
        most: 1,
        have: 1,
        month: day("2030-05-20"),
    };
    assert_eq!(
        within(&usual(0, 0, 0), &before, &ask(1, "2030-05-20")),
        Err(vec![often])
    );
    assert_eq!(within(&usual(0, 0, 0), &before, &ask(1, "2030-06-01")), Ok(()));
}

#[test]
fn without_days_only_what_waits_can_be_too_much() {
    let ask = Asked {
        period: None,
        per_month: 1,
        ..asked("2030-05-06", "2030-05-06")
    };
    let one = [held(1, Standing::Requested, "2030-05-06", "2030-05-06")];
    assert_eq!(within(&usual(5, 1, 1), &one, &ask), Ok(()));
    assert!(within(&usual(1, 1, 1), &one, &ask).is_err());
}

proptest! {
    #[test]
    fn whoever_only_does_what_is_within_never_has_more_than_laid_down(
        asks in proptest::collection::vec((0_i64..70, 1_i64..9), 1..30),
        open in 1_i64..8, loans in 1_i64..4, days in 1_i64..20,
    ) {
        let quotas = usual(open, loans, days);
        let first = day("2030-04-20");
        let mut all: Vec<Held> = Vec::new();
        for (n, (start, length)) in (0_u128..).zip(asks) {
            let period = Period::whole_days(first.plus(start), first.plus(start + length - 1));
            let ask = Asked { listing: listing(n), categories: vec![], period: Some(period), per_month: 0 };
            if within(&quotas, &all, &ask).is_ok() {
                all.push(Held { listing: listing(n), categories: vec![], period, standing: Standing::Requested });
            }
        }
        prop_assert!(i64::try_from(all.len()).unwrap() <= open);
        for at in 0..90 {
            let on = first.plus(at);
            let at_once = all.iter().filter(|one| one.period.first <= on && on <= one.period.last).count();
            prop_assert!(i64::try_from(at_once).unwrap() <= loans);
        }
        for month in 4_i8..8 {
            let in_month = all.iter().flat_map(|one| one.period.days()).filter(|day| day.date().month() == month).count();
            prop_assert!(i64::try_from(in_month).unwrap() <= days);
        }
    }
}
