//! The properties that the law promises, for terms, fees and stays at random.

use super::world::{assert_adds_up, days, deal, instants, part};
use crate::{Timestamp, prices::Stay};
use proptest::{collection::vec, prelude::*};

/// `total` split at these fractions of a thousand: where each part ends, in order, the whole last.
fn cuts(total: i64, at: &[i64]) -> Vec<i64> {
    let mut cuts: Vec<i64> = at.iter().map(|per_mille| total * per_mille / 1_000).collect();
    cuts.push(total);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.retain(|cut| *cut > 0);
    cuts
}

/// Any number, and the ends of the range more often than by chance.
fn end_or_any() -> impl Strategy<Value = i64> {
    prop_oneof![Just(i64::MIN), Just(i64::MAX), Just(0), any::<i64>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn lines_add_up_and_nothing_is_negative(deal in deal(), (first, length) in days()) {
        if let Some(quote) = deal.quote(&part(first, 0, length)) {
            assert_adds_up(&quote);
            let json = serde_json::to_string(&quote).unwrap();
            prop_assert_eq!(serde_json::from_str::<crate::prices::Quote>(&json).unwrap(), quote);
        }
        let json = serde_json::to_string(&deal.terms).unwrap();
        prop_assert_eq!(serde_json::from_str::<crate::prices::PriceTerms>(&json).unwrap(), deal.terms);
    }

    #[test]
    fn more_days_never_cost_less(deal in deal(), (first, length) in days(), a in 0_i64..1_000, b in 0_i64..1_000) {
        let (from, to) = (a.min(b) * length / 1_000, a.max(b) * length / 1_000 + 1);
        if let (Some(inner), Some(outer)) = (deal.quote(&part(first, from, to)), deal.quote(&part(first, 0, length))) {
            prop_assert!(inner.total_minor <= outer.total_minor, "{inner:?}\n{outer:?}");
            prop_assert!(inner.lender_minor <= outer.lender_minor, "{inner:?}\n{outer:?}");
        }
    }

    #[test]
    fn one_day_more_never_costs_less(deal in deal(), (first, length) in days()) {
        if let (Some(shorter), Some(later), Some(sooner)) = (
            deal.quote(&part(first, 0, length)),
            deal.quote(&part(first, 0, length + 1)),
            deal.quote(&part(first, -1, length)),
        ) {
            prop_assert!(shorter.total_minor <= later.total_minor.min(sooner.total_minor));
        }
    }

    #[test]
    fn days_never_cost_more_than_their_parts(deal in deal(), (first, length) in days(), at in vec(0_i64..1_000, 0..4)) {
        let mut from = 0;
        let parts = cuts(length, &at).into_iter().map(|to| {
            let stay = part(first, from, to);
            from = to;
            deal.quote(&stay)
        });
        if let Some(parts) = parts.collect::<Option<Vec<_>>>() {
            let whole = deal.quote(&part(first, 0, length)).unwrap();
            let sum: i64 = parts.iter().map(|part| part.total_minor).sum();
            prop_assert!(whole.total_minor <= sum, "{whole:?}\n{parts:?}");
        }
    }

    #[test]
    fn more_hours_never_cost_less(deal in deal(), (zone, from) in instants(), quarters in 1_i64..1_200, a in 0_i64..1_000, b in 0_i64..1_000) {
        let at = |quarters: i64| from.plus(quarters * Timestamp::HOUR / 4);
        let outer = deal.quote(&Stay::between(from, at(quarters), &zone).unwrap()).unwrap();
        let (start, end) = (a.min(b) * quarters / 1_000, a.max(b) * quarters / 1_000 + 1);
        let inner = deal.quote(&Stay::between(at(start), at(end), &zone).unwrap()).unwrap();
        assert_adds_up(&outer);
        prop_assert!(inner.total_minor <= outer.total_minor, "{inner:?}\n{outer:?}");
        prop_assert!(inner.lender_minor <= outer.lender_minor, "{inner:?}\n{outer:?}");
    }

    #[test]
    fn hours_never_cost_more_than_their_parts(deal in deal(), (zone, from) in instants(), quarters in 1_i64..1_200, at in vec(0_i64..1_000, 0..5)) {
        let instant = |quarters: i64| from.plus(quarters * Timestamp::HOUR / 4);
        let whole = deal.quote(&Stay::between(from, instant(quarters), &zone).unwrap()).unwrap();
        let mut start = 0;
        let mut sum = 0;
        for end in cuts(quarters, &at) {
            let stay = Stay::between(instant(start), instant(end), &zone).unwrap();
            sum += deal.quote(&stay).unwrap().total_minor;
            start = end;
        }
        prop_assert!(whole.total_minor <= sum, "{whole:?}, {sum}");
    }

    #[test]
    fn whole_days_agree_with_the_hours_inside_them(deal in deal(), (zone, from) in instants(), days in 1_i64..12, at in vec(0_i64..1_000, 0..5)) {
        let first = from.day_in(&zone);
        let (midnight, end) = (first.starts_in(&zone), first.plus(days).starts_in(&zone));
        if let Some(whole) = deal.quote(&part(first, 0, days)) {
            let quarter = Timestamp::HOUR / 4;
            let mut start = 0;
            let mut sum = 0;
            for cut in cuts(end.since(midnight) / quarter, &at) {
                let stay = Stay::between(midnight.plus(start * quarter), midnight.plus(cut * quarter), &zone).unwrap();
                let hours = deal.quote(&stay).unwrap().total_minor;
                prop_assert!(hours <= whole.total_minor, "{stay:?}: {hours}, {whole:?}");
                sum += hours;
                start = cut;
            }
            prop_assert!(whole.total_minor <= sum, "{whole:?}, {sum}");
        }
    }

    #[test]
    fn nothing_breaks_it(
        amounts in vec(any::<Option<i64>>(), 9),
        discounts in vec((any::<i64>(), any::<u8>()), 0..8),
        (first, last) in (end_or_any(), end_or_any()),
        near in 0_i64..1_200,
        hours in vec(any::<u8>(), 0..40),
        fee in (any::<i64>(), any::<i64>(), any::<Option<i64>>()),
        offer in any::<Option<i64>>(),
        delivery in any::<bool>(),
    ) {
        use crate::{Day, prices::{Basis, Currency, Extras, Fee, Fees, LengthDiscount, PriceTerms, quote, summary}};
        let terms = PriceTerms {
            basis: match amounts[8] { Some(minor) if offer.is_none() => Basis::Fixed { minor }, _ if offer.is_some() => Basis::Offer, _ => Basis::Time },
            hour: amounts[0], day: amounts[1], week: amounts[2], month: amounts[3],
            weekend_hour: amounts[4], weekend_day: amounts[5], minimum: amounts[6], delivery: amounts[7], deposit: amounts[0], late: None,
            discounts: discounts.into_iter().map(|(from_days, percent)| LengthDiscount { from_days, percent }).collect(),
        };
        let fee = Fee { basis_points: fee.0, fixed: fee.1, cap: fee.2 };
        let fees = Fees { borrower: fee, lender: fee };
        let extras = Extras { delivery, offer };
        for stay in [
            Stay::days(Day(first), Day(last)),
            Stay::days(Day(first), Day(first.saturating_add(near))),
            Stay::Hours { first: Day(first), hours },
        ] {
            for terms in [&terms, &PriceTerms::default(), &PriceTerms::per_day(amounts[1])] {
                if let Ok(quote) = quote(terms, Currency::EUR, &stay, extras, &fees) {
                    assert_adds_up(&quote);
                }
                let _ = summary(terms, Currency::JPY, &fees, near - 10);
            }
        }
        let _ = fee.of(first);
    }
}
