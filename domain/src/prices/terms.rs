//! What a lender asks: stored as JSON with a listing, and frozen in a booking's terms. And what makes terms valid.

use super::{Currency, late::LateFee, stay::SHORTEST_DAY};
use crate::forms::{Check, FieldError, Problem};
use serde::{Deserialize, Serialize};

/// The greatest amount of any price, in minor units. So small that nothing computed from it leaves an `i64`.
pub const MOST_MINOR: i64 = 1_000_000_000_000;
/// The greatest length discount, in percent.
pub const MOST_PERCENT: u8 = 90;
/// Most length discounts of one listing.
pub const MOST_DISCOUNTS: usize = 6;
/// The longest length a discount may ask for, in days.
pub const MOST_DISCOUNT_DAYS: i64 = 365;

/// What a lender asks for. Amounts in minor units of the listing's currency. The default is free.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PriceTerms {
    /// What is paid for.
    #[serde(skip_serializing_if = "Basis::is_time")]
    pub basis: Basis,
    /// An hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hour: Option<i64>,
    /// A day, from Monday to Friday if the weekend has a price of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<i64>,
    /// Seven days in a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<i64>,
    /// Thirty days in a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<i64>,
    /// An hour on a Saturday or Sunday, where it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekend_hour: Option<i64>,
    /// A Saturday or Sunday, where it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekend_day: Option<i64>,
    /// From how many days on it gets cheaper; both numbers grow from one to the next.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub discounts: Vec<LengthDiscount>,
    /// The least a stay costs, delivery and fees apart. Does nothing where nothing is asked for time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// What bringing and fetching it costs, once; `None` if it is not brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery: Option<i64>,
    /// What is left as security and comes back. Not part of the price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposit: Option<i64>,
    /// What bringing it back late costs. Not part of the price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late: Option<LateFee>,
}

/// What is paid for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The time, at the prices given; where none is given, nothing.
    #[default]
    Time,
    /// The whole, however long it takes. For services.
    Fixed {
        /// Minor units.
        minor: i64,
    },
    /// What the two agree on: no price before an offer. For services.
    Offer,
}

impl Basis {
    const fn is_time(&self) -> bool {
        matches!(self, Self::Time)
    }
}

/// A discount on whole days in a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LengthDiscount {
    /// From how many days on, 2 to [`MOST_DISCOUNT_DAYS`].
    pub from_days: i64,
    /// How much less, in percent of the whole run, 0 to [`MOST_PERCENT`].
    pub percent: u8,
}

impl TryFrom<String> for PriceTerms {
    type Error = serde_json::Error;

    fn try_from(stored: String) -> Result<Self, serde_json::Error> {
        serde_json::from_str(&stored)
    }
}

impl PriceTerms {
    /// So much a day, and nothing else: what listings had before there were terms.
    #[must_use]
    pub fn per_day(minor: Option<i64>) -> Self {
        Self {
            day: minor.filter(|minor| *minor > 0),
            ..Self::default()
        }
    }

    /// What the two agree on.
    #[must_use]
    pub fn on_offer() -> Self {
        Self {
            basis: Basis::Offer,
            ..Self::default()
        }
    }

    /// As its column holds it.
    #[must_use]
    pub fn stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| "{}".to_owned())
    }

    /// Whether nothing is asked for the time itself. Bringing it may still cost something.
    #[must_use]
    pub const fn is_free(&self) -> bool {
        self.basis.is_time() && !self.sells_days() && self.hour.is_none()
    }

    /// Whether whole days have a price.
    #[must_use]
    pub const fn sells_days(&self) -> bool {
        self.day.is_some() || self.week.is_some() || self.month.is_some()
    }

    /// Whether hours have a price and days none.
    #[must_use]
    pub const fn sells_only_hours(&self) -> bool {
        self.basis.is_time() && self.hour.is_some() && !self.sells_days()
    }

    /// What makes these terms invalid, by the field of [`PriceForm`](super::PriceForm) at which it can be mended; nothing
    /// for valid ones. A week dearer than seven days, or a month dearer than its weeks, is fine and never used.
    #[must_use]
    pub fn check(&self, currency: Currency) -> Vec<FieldError> {
        let mut check = Check::default();
        self.check_into(&mut check, currency, &[]);
        check.finish(()).err().unwrap_or_default()
    }

    /// See [`Self::check`]. `rows` says in which rows of the form the discounts stand, if not one after the other.
    pub(super) fn check_into(&self, check: &mut Check, currency: Currency, rows: &[usize]) {
        self.check_bounds(check, currency);
        let needs = |check: &mut Check, field, missing: bool| {
            if missing {
                check.note(field, Problem::Missing);
            }
        };
        needs(check, "price_hour", self.weekend_hour.is_some() && self.hour.is_none());
        needs(check, "price_day", self.weekend_day.is_some() && self.day.is_none());
        needs(check, "price_day", !self.discounts.is_empty() && self.day.is_none());
        // Otherwise a whole day would be dearer by the week than by its hours.
        let longer = self.week.is_some() || self.month.is_some();
        needs(check, "price_day", self.hour.is_some() && longer && self.day.is_none());
        self.check_days_against_hours(check, currency);
        self.check_discounts(check, rows);
    }

    fn check_bounds(&self, check: &mut Check, currency: Currency) {
        let fixed = match self.basis {
            Basis::Fixed { minor } => Some(minor),
            Basis::Time | Basis::Offer => None,
        };
        for (field, amount) in [
            ("price_hour", self.hour),
            ("price_day", self.day),
            ("price_week", self.week),
            ("price_month", self.month),
            ("price_weekend_hour", self.weekend_hour),
            ("price_weekend_day", self.weekend_day),
            ("price_fixed", fixed),
            ("minimum", self.minimum),
            ("delivery_fee", self.delivery),
            ("deposit", self.deposit),
        ] {
            if amount.is_some_and(|minor| !(0..=MOST_MINOR).contains(&minor)) {
                let (min, max) = (0, MOST_MINOR / currency.one());
                check.note(field, Problem::OutOfRange { min, max });
            }
        }
    }

    /// No day may be cheaper by its hours than as a day, the shortest day of the year included.
    fn check_days_against_hours(&self, check: &mut Check, currency: Currency) {
        let (Some(hour), Some(day)) = (self.hour, self.day) else {
            return;
        };
        let most = |hour: i64| hour.saturating_mul(SHORTEST_DAY);
        let too_dear = |check: &mut Check, field, hour| {
            let (min, max) = (0, most(hour) / currency.one());
            check.note(field, Problem::OutOfRange { min, max });
        };
        if day > most(hour) {
            too_dear(check, "price_day", hour);
        }
        let weekend_hour = self.weekend_hour.unwrap_or(hour);
        match self.weekend_day {
            Some(weekend_day) if weekend_day > most(weekend_hour) => too_dear(check, "price_weekend_day", weekend_hour),
            None if day > most(weekend_hour) && day <= most(hour) => {
                let (min, max) = (
                    day.div_euclid(SHORTEST_DAY) / currency.one() + 1,
                    MOST_MINOR / currency.one(),
                );
                check.note("price_weekend_hour", Problem::OutOfRange { min, max });
            }
            _ => {}
        }
    }

    fn check_discounts(&self, check: &mut Check, rows: &[usize]) {
        let mut before = (1, -1);
        for (at, discount) in self.discounts.iter().enumerate() {
            let row = rows.get(at).copied().unwrap_or(at);
            let days = (before.0 + 1)..=MOST_DISCOUNT_DAYS;
            let percents = (before.1 + 1)..=i64::from(MOST_PERCENT);
            if !days.contains(&discount.from_days) {
                let (min, max) = (*days.start(), *days.end());
                check.note(&discount_field("days", row), Problem::OutOfRange { min, max });
            }
            if !percents.contains(&i64::from(discount.percent)) {
                let (min, max) = (*percents.start(), *percents.end());
                check.note(&discount_field("percent", row), Problem::OutOfRange { min, max });
            }
            before = (discount.from_days, i64::from(discount.percent));
        }
        if self.discounts.len() > MOST_DISCOUNTS {
            let max = i64::try_from(MOST_DISCOUNTS).unwrap_or(i64::MAX);
            check.note("discounts", Problem::OutOfRange { min: 0, max });
        }
    }
}

/// The form field of one number of a discount: `discount_days_1`, `discount_percent_1` and so on.
pub(super) fn discount_field(number: &str, row: usize) -> String {
    format!("discount_{number}_{}", row + 1)
}
