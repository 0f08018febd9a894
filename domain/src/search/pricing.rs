//! What candidates cost, for those who look at the price.

use super::model::{Query, Sort};
use crate::{
    Ctx, Day,
    prices::{self, Currency, Extras, Fees, PriceTerms, Stay},
};
use std::collections::HashMap;

/// Works out prices for one search. Few lenders ask for what nobody else asks for, so each set of terms is read and
/// priced once.
#[derive(Debug, Clone)]
pub struct Pricing {
    stay: Stay,
    currency: Currency,
    fees: Fees,
    known: HashMap<String, Option<i64>>,
}

impl Pricing {
    /// For the days of a query that asks about prices; for a single day if it names none.
    pub fn of(ctx: &Ctx, query: &Query, today: Day) -> Option<Self> {
        let asked = query.most_minor.is_some() || query.sort == Sort::Price;
        asked.then(|| {
            let (first, last) = query.days.unwrap_or_else(|| {
                let day = weekday_after(today);
                (day, day)
            });
            Self {
                stay: Stay::days(first, last),
                currency: Currency::of(&ctx.settings.currency),
                fees: ctx.settings.fees,
                known: HashMap::new(),
            }
        })
    }

    /// What these terms come to, in minor units; `None` where they name no price for such days.
    pub fn price(&mut self, terms: &str) -> Option<i64> {
        if let Some(known) = self.known.get(terms) {
            return *known;
        }
        let price = self.work_out(terms);
        self.known.insert(terms.to_owned(), price);
        price
    }

    fn work_out(&self, terms: &str) -> Option<i64> {
        let terms: PriceTerms = serde_json::from_str(terms).ok()?;
        let quote = prices::quote(&terms, self.currency, &self.stay, Extras::default(), &self.fees);
        Some(quote.ok()?.total_minor)
    }
}

/// The first day from `day` on that is neither Saturday nor Sunday: an ordinary one.
fn weekday_after(day: Day) -> Day {
    const SATURDAY: u32 = 5;
    (0..3)
        .map(|n| day.plus(n))
        .find(|day| day.weekday() < SATURDAY)
        .unwrap_or(day)
}
