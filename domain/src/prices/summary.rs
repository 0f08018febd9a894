//! A lender's terms in a few words, for cards: "from 8 € a day".

use super::{Basis, Currency, Fees, PriceTerms, Refusal, cover::least_and_most, model::ceil_div, stay::LONGEST_STAY};
use serde::{Deserialize, Serialize};

/// Terms in a few words. Amounts in minor units, with the borrower's fee in them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Summary {
    /// Nothing is asked.
    Free,
    /// So much an hour, a day …
    Time {
        /// The least that one of them comes to in any stay, rounded up to a minor unit.
        minor: i64,
        /// Of what.
        per: Unit,
        /// Whether some stays cost more for each: "from".
        from: bool,
    },
    /// So much for the whole.
    Fixed {
        /// How much.
        minor: i64,
    },
    /// What the two agree on.
    Offer,
}

/// What a price is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// Thirty days.
    Month,
}

/// The terms in a few words, for stays of at most `longest` days. No such stay costs less for each hour (within a day),
/// day, week or month than this says, delivery apart, and one costs as much.
///
/// By the day where days are sold singly, else by the week, the month or the hour.
///
/// # Errors
/// [`Refusal::BadTerms`], [`Refusal::BadFees`], [`Refusal::TooMuch`].
pub fn summary(terms: &PriceTerms, currency: Currency, fees: &Fees, longest: i64) -> Result<Summary, Refusal> {
    let wrong = terms.check(currency);
    if !wrong.is_empty() {
        return Err(Refusal::BadTerms(wrong));
    }
    if !(fees.borrower.is_valid() && fees.lender.is_valid()) {
        return Err(Refusal::BadFees);
    }
    let paid = |asked: i64| {
        let fee = fees.borrower.of(asked).ok_or(Refusal::TooMuch)?;
        asked.checked_add(fee).ok_or(Refusal::TooMuch)
    };
    match terms.basis {
        Basis::Offer => return Ok(Summary::Offer),
        Basis::Fixed { minor } => return Ok(Summary::Fixed { minor: paid(minor)? }),
        Basis::Time if terms.is_free() => return Ok(Summary::Free),
        Basis::Time => {}
    }
    let minimum = terms.minimum.unwrap_or(0);
    let total = |hundredths: i64| paid(ceil_div(hundredths, 100).max(minimum));
    let (mut least, mut most) = (i64::MAX, 0);
    let mut meet = |low: i64, high: i64, count: i64| -> Result<(), Refusal> {
        least = least.min(ceil_div(total(low)?, count));
        most = most.max(ceil_div(total(high)?, count));
        Ok(())
    };
    let per = if terms.day.is_some() {
        Unit::Day
    } else if terms.week.is_some() {
        Unit::Week
    } else if terms.month.is_some() {
        Unit::Month
    } else {
        Unit::Hour
    };
    match (per.days(), terms.hour) {
        (Some(length), _) => {
            let longest = usize::try_from(longest.clamp(1, LONGEST_STAY)).unwrap_or(1);
            for (days, (low, high)) in (1..).zip(least_and_most(terms, longest)) {
                meet(low, high, ceil_div(days, length))?;
            }
        }
        (None, hour) => {
            let hour = hour.unwrap_or(0);
            let weekend = terms.weekend_hour.unwrap_or(hour);
            for hours in 1..=24 {
                meet(100 * hours * hour.min(weekend), 100 * hours * hour.max(weekend), hours)?;
            }
        }
    }
    let from = least < most;
    Ok(Summary::Time {
        minor: least,
        per,
        from,
    })
}

impl Unit {
    /// Its length in days; `None` for the hour.
    const fn days(self) -> Option<i64> {
        match self {
            Self::Hour => None,
            Self::Day => Some(1),
            Self::Week => Some(7),
            Self::Month => Some(30),
        }
    }
}
