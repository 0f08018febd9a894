//! Prices as they are typed into the form of a listing, and how they stand in it.

use super::{
    Basis, Currency, LengthDiscount, MOST_DISCOUNT_DAYS, MOST_DISCOUNTS, MOST_MINOR, MOST_PERCENT, PriceTerms,
    money::read_amount, terms::discount_field,
};
use crate::{
    forms::{Check, FieldError, Problem},
    listings::{Kind, decimal},
};
use serde::{Deserialize, Serialize};

/// What was typed. Fields are called as their errors are; amounts in whole units of money, with a comma or a point.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PriceForm {
    /// For services: `free`, `fixed`, `hourly` or `offer`.
    pub price_basis: String,
    /// For a service at a fixed price.
    pub price_fixed: String,
    /// An hour.
    pub price_hour: String,
    /// A day.
    pub price_day: String,
    /// Seven days.
    pub price_week: String,
    /// Thirty days.
    pub price_month: String,
    /// An hour on Saturday or Sunday.
    pub price_weekend_hour: String,
    /// A Saturday or Sunday.
    pub price_weekend_day: String,
    /// The length discounts, row by row; their fields are `discount_days_1`, `discount_percent_1` and so on.
    pub discounts: Vec<DiscountForm>,
    /// The least a stay costs.
    pub minimum: String,
    /// Bringing and fetching.
    pub delivery_fee: String,
    /// Security that comes back.
    pub deposit: String,
}

/// One row of the length discounts; an empty one says nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DiscountForm {
    /// From how many days on.
    pub days: String,
    /// Percent.
    pub percent: String,
}

/// Terms with what was typed put in as far as it makes sense, and what is wrong.
pub type Checked = (PriceTerms, Vec<FieldError>);

/// Reads what was typed for a listing of this kind. Nothing typed takes a price away; what does not fit leaves the earlier
/// one alone. What a kind has no use for is left out: something lent has no price for its time, something wanted none at
/// all.
#[must_use]
pub fn read(before: &PriceTerms, kind: Kind, typed: &PriceForm, currency: Currency) -> Checked {
    let mut check = Check::default();
    let mut terms = PriceTerms {
        // Said beside what the thing is worth, not here.
        late: before.late,
        ..PriceTerms::default()
    };
    let mut rows = Vec::new();
    let amount = |check: &mut Check, field: &str, typed: &str, before: Option<i64>| {
        read_amount(typed, currency, MOST_MINOR).unwrap_or_else(|problem| {
            check.note(field, problem);
            before
        })
    };
    match kind {
        Kind::WantedThing | Kind::WantedHelp => return (PriceTerms::default(), Vec::new()),
        Kind::Lend => {}
        Kind::Rent => {
            terms.hour = amount(&mut check, "price_hour", &typed.price_hour, before.hour);
            terms.day = amount(&mut check, "price_day", &typed.price_day, before.day);
            terms.week = amount(&mut check, "price_week", &typed.price_week, before.week);
            terms.month = amount(&mut check, "price_month", &typed.price_month, before.month);
            let field = "price_weekend_hour";
            terms.weekend_hour = amount(&mut check, field, &typed.price_weekend_hour, before.weekend_hour);
            let field = "price_weekend_day";
            terms.weekend_day = amount(&mut check, field, &typed.price_weekend_day, before.weekend_day);
            match discounts(&mut check, &typed.discounts) {
                Some(read) => (rows, terms.discounts) = read.into_iter().unzip(),
                None => terms.discounts = before.discounts.clone(),
            }
            terms.minimum = amount(&mut check, "minimum", &typed.minimum, before.minimum);
            if terms.is_free() {
                check.note("price_day", Problem::Missing);
            }
        }
        Kind::Service => match typed.price_basis.as_str() {
            "free" => {}
            "offer" => terms.basis = Basis::Offer,
            "fixed" => {
                let fixed = match before.basis {
                    Basis::Fixed { minor } => Some(minor),
                    Basis::Time | Basis::Offer => None,
                };
                match amount(&mut check, "price_fixed", &typed.price_fixed, fixed) {
                    Some(minor) => terms.basis = Basis::Fixed { minor },
                    None => check.note("price_fixed", Problem::Missing),
                }
            }
            "hourly" => {
                terms.hour = amount(&mut check, "price_hour", &typed.price_hour, before.hour);
                let field = "price_weekend_hour";
                terms.weekend_hour = amount(&mut check, field, &typed.price_weekend_hour, before.weekend_hour);
                terms.minimum = amount(&mut check, "minimum", &typed.minimum, before.minimum);
                if terms.hour.is_none() {
                    check.note("price_hour", Problem::Missing);
                }
            }
            "" => check.note("price_basis", Problem::ChooseOne),
            _ => check.note("price_basis", Problem::NotAChoice),
        },
    }
    terms.delivery = amount(&mut check, "delivery_fee", &typed.delivery_fee, before.delivery);
    terms.deposit = amount(&mut check, "deposit", &typed.deposit, before.deposit);
    terms.check_into(&mut check, currency, &rows);
    (terms, check.finish(()).err().unwrap_or_default())
}

/// The rows that say something, by their place; `None` if one of them does not fit.
fn discounts(check: &mut Check, rows: &[DiscountForm]) -> Option<Vec<(usize, LengthDiscount)>> {
    let said = |row: &DiscountForm| !(row.days.trim().is_empty() && row.percent.trim().is_empty());
    let read: Vec<_> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| said(row))
        .take(MOST_DISCOUNTS + 1)
        .map(|(at, row)| {
            let percent = row.percent.trim().trim_end_matches('%');
            let from_days = check.number(&discount_field("days", at), &row.days, 2, MOST_DISCOUNT_DAYS);
            let percent = check.number(&discount_field("percent", at), percent, 0, i64::from(MOST_PERCENT));
            let (from_days, percent) = (from_days?, u8::try_from(percent?).ok()?);
            Some((at, LengthDiscount { from_days, percent }))
        })
        .collect();
    read.into_iter().collect()
}

impl PriceForm {
    /// The form as it shows these terms: amounts with a point, which pages write as their language does.
    #[must_use]
    pub fn of(terms: &PriceTerms, currency: Currency) -> Self {
        let print = |minor: i64| decimal::print(minor, currency.exponent());
        let amount = |minor: Option<i64>| minor.map(print).unwrap_or_default();
        let (basis, fixed) = match terms.basis {
            Basis::Fixed { minor } => ("fixed", print(minor)),
            Basis::Offer => ("offer", String::new()),
            Basis::Time if terms.hour.is_some() => ("hourly", String::new()),
            Basis::Time => ("free", String::new()),
        };
        Self {
            price_basis: basis.to_owned(),
            price_fixed: fixed,
            price_hour: amount(terms.hour),
            price_day: amount(terms.day),
            price_week: amount(terms.week),
            price_month: amount(terms.month),
            price_weekend_hour: amount(terms.weekend_hour),
            price_weekend_day: amount(terms.weekend_day),
            discounts: terms
                .discounts
                .iter()
                .map(|discount| DiscountForm {
                    days: discount.from_days.to_string(),
                    percent: discount.percent.to_string(),
                })
                .collect(),
            minimum: amount(terms.minimum),
            delivery_fee: amount(terms.delivery),
            deposit: amount(terms.deposit),
        }
    }
}
