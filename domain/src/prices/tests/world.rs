//! Terms, fees and stays at random, for properties.

use crate::{
    Day, Timestamp,
    prices::{
        Basis, Currency, Extras, Fee, Fees, LengthDiscount, LineKind, MOST_MINOR, PriceTerms, Quote, SHORTEST_DAY, Stay,
    },
};
use jiff::tz::TimeZone;
use proptest::{collection::vec, option, prelude::*};

/// Checks what holds for every price: lines add up, sums are of both sides, nothing is negative.
#[track_caller]
pub fn assert_adds_up(quote: &Quote) {
    let sum = |lines: &[crate::prices::Line]| lines.iter().map(|line| line.amount_minor).sum::<i64>();
    assert_eq!(sum(&quote.lines), quote.total_minor, "{quote:?}");
    assert_eq!(sum(&quote.lender_lines()), quote.lender_minor, "{quote:?}");
    assert_eq!(
        quote.total_minor,
        quote.lender_minor + quote.operator_minor,
        "{quote:?}"
    );
    for amount in [
        quote.total_minor,
        quote.lender_minor,
        quote.operator_minor,
        quote.deposit_minor,
    ] {
        assert!(amount >= 0, "{quote:?}");
    }
    for line in &quote.lines {
        assert_eq!(line.quantity * line.unit_minor, line.amount_minor, "{line:?}");
        let less = matches!(line.kind, LineKind::LengthDiscount { .. });
        assert!(line.quantity > 0 && (line.amount_minor >= 0 || less), "{line:?}");
    }
}

/// A price: mostly small, so that roundings and equal sums are met, sometimes as large as allowed.
fn price() -> impl Strategy<Value = i64> {
    prop_oneof![6 => 0_i64..60, 6 => 0_i64..5_000, 1 => (MOST_MINOR - 1_000)..=MOST_MINOR]
}

fn discounts() -> impl Strategy<Value = Vec<LengthDiscount>> {
    vec((1_i64..14, 1_u8..40), 0..4).prop_map(|steps| {
        let mut before = LengthDiscount {
            from_days: 1,
            percent: 0,
        };
        steps
            .into_iter()
            .map_while(|(days, percent)| {
                before.from_days += days;
                before.percent += percent;
                (before.percent <= 90).then_some(before)
            })
            .collect()
    })
}

/// Valid terms for time, of every make: by the hour, by the day, both, or in weeks and months only.
pub fn terms() -> impl Strategy<Value = PriceTerms> {
    let prices = (price(), price(), option::of(price()), option::of(price()));
    let weekend = (option::of(price()), option::of(price()));
    let rest = (
        discounts(),
        option::weighted(0.3, price()),
        option::weighted(0.5, price()),
        option::of(price()),
    );
    (0..4, prices, weekend, rest).prop_map(|(make, (hour, day, week, month), (weekend_hour, weekend_day), rest)| {
        let (by_hour, by_day) = (make == 0 || make == 1, make != 0 && make != 3);
        let (discounts, minimum, delivery, deposit) = rest;
        let hour = by_hour.then_some(hour);
        let weekend_hour = weekend_hour.filter(|_| by_hour);
        // Not dearer than its hours.
        let least_hour = hour.map(|hour| hour.min(weekend_hour.unwrap_or(hour)));
        let most =
            |hour: Option<i64>| hour.map_or(MOST_MINOR, |hour| hour.saturating_mul(SHORTEST_DAY).min(MOST_MINOR));
        let day = day.min(if weekend_day.is_some() {
            most(hour)
        } else {
            most(least_hour)
        });
        PriceTerms {
            basis: Basis::Time,
            hour,
            day: by_day.then_some(day),
            week: week
                .filter(|_| make != 0)
                .or((make == 3 && month.is_none()).then_some(700)),
            month: month.filter(|_| make != 0),
            weekend_hour,
            weekend_day: weekend_day
                .filter(|_| by_day)
                .map(|day| day.min(most(weekend_hour.or(hour)))),
            discounts: if by_day { discounts } else { Vec::new() },
            minimum,
            delivery,
            deposit,
            late: None,
        }
    })
}

fn fee() -> impl Strategy<Value = Fee> {
    let share = prop_oneof![Just(0_i64), 0_i64..=Fee::MOST_BASIS_POINTS];
    (share, prop_oneof![Just(0), 0_i64..300], option::of(0_i64..2_000)).prop_map(|(basis_points, fixed, cap)| Fee {
        basis_points,
        fixed,
        cap,
    })
}

pub fn fees() -> impl Strategy<Value = Fees> {
    (fee(), fee()).prop_map(|(borrower, lender)| Fees { borrower, lender })
}

pub fn currency() -> impl Strategy<Value = Currency> {
    prop_oneof![Just(Currency::EUR), Just(Currency::JPY), Just(Currency::KWD)]
}

/// Everything but the stay.
#[derive(Clone, Debug)]
pub struct Deal {
    pub terms: PriceTerms,
    pub currency: Currency,
    pub extras: Extras,
    pub fees: Fees,
}

impl Deal {
    /// The price of a stay; `None` where terms by the hour alone are asked for days.
    pub fn quote(&self, stay: &Stay) -> Option<Quote> {
        let refused = crate::prices::Refusal::NotByDay;
        match crate::prices::quote(&self.terms, self.currency, stay, self.extras, &self.fees) {
            Ok(quote) => Some(quote),
            Err(refusal) if refusal == refused && !self.terms.sells_days() => None,
            Err(refusal) => panic!("{refusal:?} for {stay:?} under {self:?}"),
        }
    }
}

pub fn deal() -> impl Strategy<Value = Deal> {
    (terms(), currency(), any::<bool>(), fees()).prop_map(|(terms, currency, delivery, fees)| Deal {
        extras: Extras {
            delivery: delivery && terms.delivery.is_some(),
            offer: None,
        },
        terms,
        currency,
        fees,
    })
}

/// A first day somewhere in two years, and a number of days: mostly few, sometimes more than a year.
pub fn days() -> impl Strategy<Value = (Day, i64)> {
    let length = prop_oneof![8 => 1_i64..20, 4 => 20_i64..80, 1 => 80_i64..400];
    ((20_454_i64..21_184).prop_map(Day), length)
}

/// Whole days between two offsets from a first day, the second excluded.
pub fn part(first: Day, from: i64, to: i64) -> Stay {
    Stay::days(first.plus(from), first.plus(to - 1))
}

/// A zone, and an instant in it: at any time, or near a change of clocks.
pub fn instants() -> impl Strategy<Value = (TimeZone, Timestamp)> {
    let zone = prop_oneof![
        Just("Europe/Berlin"),
        Just("America/New_York"),
        Just("Antarctica/Troll"),
        Just("Australia/Lord_Howe"),
        Just("Asia/Kolkata"),
        Just("UTC"),
    ];
    // 2026: 8 March, 29 March, 4 October, 25 October, 1 November.
    let near_change = prop_oneof![Just(20_520_i64), Just(20_541), Just(20_730), Just(20_751), Just(20_758)];
    let day = prop_oneof![1 => 20_454_i64..21_184, 3 => (near_change, -3_i64..2).prop_map(|(day, off)| day + off)];
    (zone, day, 0_i64..48).prop_map(|(zone, day, half_hours)| {
        let zone = TimeZone::get(zone).expect("a zone of the database");
        let at = Day(day).starts_in(&zone).plus(half_hours * Timestamp::HOUR / 2);
        (zone, at)
    })
}
