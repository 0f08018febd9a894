//! Prints how long a price takes, in nanoseconds: `cargo run --release -p domain --example quote_speed`. The aim is 50 µs for
//! the dearest of them.

use domain::{
    Day,
    prices::{Currency, Extras, Fee, Fees, LengthDiscount, PriceTerms, Refusal, Stay, quote, summary},
};
use std::{hint::black_box, time::Instant};

/// How many prices are timed at once, and how often; the quickest time counts, as all others were disturbed.
const ROUND: u32 = 200;
const ROUNDS: u32 = 50;

fn main() -> Result<(), Refusal> {
    let discounts = [(3, 5), (7, 10), (28, 20), (90, 30), (180, 40), (365, 50)];
    let everything = PriceTerms {
        hour: Some(300),
        day: Some(1_500),
        week: Some(7_000),
        month: Some(22_000),
        weekend_hour: Some(400),
        weekend_day: Some(1_900),
        discounts: discounts
            .map(|(from_days, percent)| LengthDiscount { from_days, percent })
            .into(),
        minimum: Some(2_000),
        delivery: Some(500),
        deposit: Some(20_000),
        ..PriceTerms::default()
    };
    let mut cheap_year = everything.clone();
    cheap_year.discounts[5].percent = 60;
    let fee = Fee {
        basis_points: 750,
        fixed: 30,
        cap: Some(5_000),
    };
    let fees = Fees {
        borrower: fee,
        lender: fee,
    };
    let extras = Extras {
        delivery: true,
        offer: None,
    };
    let first = Day(20_577);
    let by_the_hour = |days: usize| {
        let mut hours = vec![24; days];
        (hours[0], hours[days - 1]) = (2, 2);
        Stay::Hours { first, hours }
    };
    let per_day = PriceTerms::per_day(Some(1_500));
    let days = |days: i64| Stay::days(first, first.plus(days - 1));
    for (what, terms, stay) in [
        ("three days, a price by the day", &per_day, days(3)),
        ("three days, everything", &everything, days(3)),
        ("300 days, everything; a year is cheaper", &cheap_year, days(300)),
        ("a year less a day, everything", &everything, days(364)),
        ("a year, everything", &everything, days(365)),
        ("a year by the hour, everything", &everything, by_the_hour(365)),
        ("the longest stay, everything", &everything, by_the_hour(1_098)),
    ] {
        let time = || {
            quote(
                black_box(terms),
                Currency::EUR,
                black_box(&stay),
                extras_for(terms, extras),
                &fees,
            )
        };
        println!("{what:40} {:>8} ns", quickest(time)?);
    }
    let card = || summary(black_box(&everything), Currency::EUR, &fees, 365);
    println!("{:40} {:>8} ns", "from so much a day, everything", quickest(card)?);
    Ok(())
}

/// Delivery only where it is offered.
fn extras_for(terms: &PriceTerms, extras: Extras) -> Extras {
    Extras {
        delivery: extras.delivery && terms.delivery.is_some(),
        ..extras
    }
}

/// The quickest of many rounds, for one call.
fn quickest<T>(call: impl Fn() -> Result<T, Refusal>) -> Result<u128, Refusal> {
    let mut best = u128::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        for _ in 0..ROUND {
            black_box(call()?);
        }
        best = best.min(start.elapsed().as_nanos() / u128::from(ROUND));
    }
    Ok(best)
}
