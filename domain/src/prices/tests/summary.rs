//! Terms in a few words.

use super::world::{days, deal, part};
use crate::prices::{Basis, Currency, Fee, Fees, LengthDiscount, PriceTerms, Summary, Unit, summary};
use proptest::prelude::*;

#[test]
fn a_card_says_the_lowest_rate_that_applies() {
    let per = |minor, per, from| Summary::Time { minor, per, from };
    let day = PriceTerms::per_day(Some(800));
    let hour = PriceTerms {
        hour: Some(300),
        ..PriceTerms::default()
    };
    let discounts = vec![LengthDiscount {
        from_days: 7,
        percent: 50,
    }];
    let only = |terms: PriceTerms| (terms, Fees::default(), 365);
    let with_fee = |basis_points, fixed| Fees {
        borrower: Fee {
            basis_points,
            fixed,
            cap: None,
        },
        ..Fees::default()
    };
    for ((terms, fees, longest), said) in [
        (only(PriceTerms::default()), Summary::Free),
        (only(day.clone()), per(800, Unit::Day, false)),
        (
            only(PriceTerms {
                weekend_day: Some(1_000),
                ..day.clone()
            }),
            per(800, Unit::Day, true),
        ),
        (
            only(PriceTerms {
                week: Some(3_500),
                ..day.clone()
            }),
            per(500, Unit::Day, true),
        ),
        // Longer than it may be had: six days at least pay the week, 35 by 6 is 5.8333 …
        (
            (
                PriceTerms {
                    week: Some(3_500),
                    ..day.clone()
                },
                Fees::default(),
                6,
            ),
            per(584, Unit::Day, true),
        ),
        (
            (
                PriceTerms {
                    discounts: discounts.clone(),
                    ..day.clone()
                },
                Fees::default(),
                30,
            ),
            per(400, Unit::Day, true),
        ),
        ((day.clone(), with_fee(1_000, 0), 30), per(880, Unit::Day, false)),
        // One euro once: on thirty days 241 by 30.
        ((day.clone(), with_fee(0, 100), 30), per(804, Unit::Day, true)),
        (only(hour.clone()), per(300, Unit::Hour, false)),
        (
            only(PriceTerms {
                weekend_hour: Some(200),
                ..hour
            }),
            per(200, Unit::Hour, true),
        ),
        (
            only(PriceTerms {
                week: Some(5_000),
                ..PriceTerms::default()
            }),
            per(5_000, Unit::Week, false),
        ),
        (
            only(PriceTerms {
                month: Some(9_000),
                ..PriceTerms::default()
            }),
            per(9_000, Unit::Month, false),
        ),
        (
            only(PriceTerms {
                basis: Basis::Fixed { minor: 4_000 },
                ..PriceTerms::default()
            }),
            Summary::Fixed { minor: 4_000 },
        ),
        (
            only(PriceTerms {
                basis: Basis::Offer,
                ..PriceTerms::default()
            }),
            Summary::Offer,
        ),
    ] {
        assert_eq!(summary(&terms, Currency::EUR, &fees, longest), Ok(said), "{terms:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_stay_costs_less_a_day_than_the_card_says(deal in deal(), (first, length) in days()) {
        let deal = super::world::Deal { extras: Default::default(), ..deal };
        let said = summary(&deal.terms, deal.currency, &deal.fees, length).unwrap();
        if let (Some(quote), Summary::Time { minor, per: Unit::Day, .. }) = (deal.quote(&part(first, 0, length)), said) {
            prop_assert!((minor - 1) * length < quote.total_minor.max(1), "{said:?} {quote:?}");
        }
    }
}
