//! A second way to the same answer: the law taken at its word, with every piece of time tried everywhere. Far too slow for
//! anything but tests, and without any of the arguments by which the engine leaves pieces out.

use super::world::{instants, part, terms};
use crate::{
    Day, Timestamp,
    prices::{Currency, Extras, Fees, PriceTerms, Stay, quote},
};
use proptest::prelude::*;

/// What whole days from `first` on cost at least by days, weeks and months: the last piece is tried with any of them.
fn whole(terms: &PriceTerms, first: Day, days: i64) -> i64 {
    let mut least = vec![0];
    for day in 1..=days {
        let before = |length: i64| least[usize::try_from((day - length).max(0)).unwrap()];
        let weekend = first.plus(day - 1).weekday() >= 5;
        let alone = terms
            .day
            .map(|price| terms.weekend_day.filter(|_| weekend).unwrap_or(price) + before(1));
        let week = terms.week.map(|price| price + before(7));
        let month = terms.month.map(|price| price + before(30));
        least.push([alone, week, month].into_iter().flatten().min().unwrap());
    }
    least[usize::try_from(days).unwrap()]
}

/// The cheapest cover in hundredths of a minor unit: for each day in turn, every piece that may cover it, wherever it
/// begins; discounted runs of every length up to the stay and the longest discount together.
fn cheapest(terms: &PriceTerms, stay: &Stay) -> i64 {
    let (first, days) = stay.touches();
    let longest = terms.discounts.last().map_or(0, |discount| discount.from_days);
    let mut least = vec![0_i64];
    for day in 1..=days {
        let before = |length: i64| least[usize::try_from((day - length).max(0)).unwrap()];
        let this = first.plus(day - 1);
        let weekend = this.weekday() >= 5;
        let mut ways = vec![];
        if let (Stay::Hours { hours, .. }, Some(price)) = (stay, terms.hour) {
            let price = terms.weekend_hour.filter(|_| weekend).unwrap_or(price);
            ways.push(before(1) + 100 * price * i64::from(hours[usize::try_from(day - 1).unwrap()]));
        }
        if let Some(price) = terms.day {
            ways.push(before(1) + 100 * terms.weekend_day.filter(|_| weekend).unwrap_or(price));
        }
        ways.extend(terms.week.map(|price| before(7) + 100 * price));
        ways.extend(terms.month.map(|price| before(30) + 100 * price));
        for discount in &terms.discounts {
            for length in discount.from_days..=days + longest {
                for end in 0..length.min(longest + 1) {
                    // The run's last day lies `end` days after this one.
                    let begins = this.plus(end + 1 - length);
                    let run = whole(terms, begins, length) * (100 - i64::from(discount.percent));
                    ways.push(before(length - end) + run);
                }
            }
        }
        least.push(ways.into_iter().min().unwrap());
    }
    least[usize::try_from(days).unwrap()]
}

fn asked(terms: &PriceTerms, stay: &Stay) -> i64 {
    let terms = PriceTerms {
        minimum: None,
        ..terms.clone()
    };
    let quote = quote(&terms, Currency::EUR, stay, Extras::default(), &Fees::default());
    quote.unwrap().total_minor
}

fn rounded_up(hundredths: i64) -> i64 {
    (hundredths + 99) / 100
}

/// Terms whose discounts are near, so that trying everything ends.
fn near(mut terms: PriceTerms) -> PriceTerms {
    terms.discounts.retain(|discount| discount.from_days <= 9);
    terms
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn days_cost_what_the_cheapest_of_all_covers_costs(terms in terms().prop_map(near), first in 20_454_i64..20_470, days in 1_i64..13) {
        if terms.sells_days() {
            let stay = part(Day(first), 0, days);
            prop_assert_eq!(asked(&terms, &stay), rounded_up(cheapest(&terms, &stay)));
        }
    }

    #[test]
    fn hours_cost_what_the_cheapest_of_all_covers_costs(terms in terms().prop_map(near), (zone, from) in instants(), hours in 1_i64..200) {
        let stay = Stay::between(from, from.plus(hours * Timestamp::HOUR), &zone).unwrap();
        prop_assert_eq!(asked(&terms, &stay), rounded_up(cheapest(&terms, &stay)));
    }

    #[test]
    fn long_stays_without_discount_are_cheapest_too(terms in terms(), first in 20_454_i64..20_470, days in 1_i64..150) {
        let terms = PriceTerms { discounts: Vec::new(), ..terms };
        if terms.sells_days() {
            let stay = part(Day(first), 0, days);
            prop_assert_eq!(asked(&terms, &stay), whole(&terms, Day(first), days));
        }
    }
}
