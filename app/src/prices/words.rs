//! What is asked for a thing, in a few words and in many.

use crate::{listings::Fact, shell::format};
use domain::{
    Day, Lang,
    listings::{Card, Kind},
    prices::{self, Basis, Currency, Extras, Fees, PriceTerms, Quote, Refusal, Stay, Summary, Unit},
};

/// What a listing of this kind costs, for cards: `ab 8 € am Tag`, `kostenlos`, `gesucht`.
#[must_use]
pub fn in_short(lang: Lang, kind: Kind, terms: &PriceTerms, currency: &str, longest_days: i64, fees: &Fees) -> String {
    let money = |minor: i64| format::money(lang, minor, currency);
    if matches!(kind, Kind::WantedThing | Kind::WantedHelp) {
        return t!(lang, "card-wanted");
    }
    match prices::summary(terms, Currency::of(currency), fees, longest_days) {
        Ok(Summary::Free) => t!(lang, "card-free"),
        Ok(Summary::Fixed { minor }) => t!(lang, "prices-fixed-short", price = money(minor)),
        Ok(Summary::Time { minor, per, from }) => {
            let key = match per {
                Unit::Hour => "prices-per-hour",
                Unit::Day => "prices-per-day",
                Unit::Week => "prices-per-week",
                Unit::Month => "prices-per-month",
            };
            let said = t!(lang, key, price = money(minor));
            if from {
                t!(lang, "prices-from", price = said)
            } else {
                said
            }
        }
        Ok(Summary::Offer) | Err(_) => t!(lang, "prices-on-offer"),
    }
}

/// What the days asked for cost all in all, for cards; `None` where that cannot be said before the two have talked.
#[must_use]
pub fn for_days(card: &Card, fees: &Fees, (first, last): (Day, Day)) -> Option<Quote> {
    if matches!(card.kind, Kind::WantedThing | Kind::WantedHelp) {
        return None;
    }
    let (currency, stay) = (Currency::of(&card.currency), Stay::days(first, last));
    prices::quote(&card.prices, currency, &stay, Extras::default(), fees).ok()
}

/// A total: `45 €`, or that it is free.
#[must_use]
pub fn total(lang: Lang, quote: &Quote) -> String {
    if quote.is_free() {
        t!(lang, "card-free")
    } else {
        format::money(lang, quote.total_minor, quote.currency.code())
    }
}

/// All that is asked for, as pairs of name and price; empty for what is free.
#[must_use]
pub fn list(lang: Lang, terms: &PriceTerms, currency: &str) -> Vec<Fact> {
    let money = |minor: i64| format::money(lang, minor, currency);
    let mut all: Vec<Fact> = Vec::new();
    match terms.basis {
        Basis::Fixed { minor } => all.push((t!(lang, "prices-fixed"), money(minor))),
        Basis::Offer => all.push((t!(lang, "prices-offer"), t!(lang, "prices-offer-text"))),
        Basis::Time => {}
    }
    for (key, amount) in [
        ("prices-hour", terms.hour),
        ("prices-weekend-hour", terms.weekend_hour),
        ("prices-day", terms.day),
        ("prices-weekend-day", terms.weekend_day),
        ("prices-week", terms.week),
        ("prices-month", terms.month),
        ("prices-minimum", terms.minimum),
        ("prices-delivery", terms.delivery),
        ("prices-deposit", terms.deposit),
    ] {
        all.extend(amount.map(|minor| (t!(lang, key), money(minor))));
    }
    all.extend(
        terms
            .late
            .map(|fee| (t!(lang, "prices-late"), super::late_terms(lang, &fee, currency))),
    );
    all.extend(terms.discounts.iter().map(|discount| {
        let name = t!(lang, "prices-discount", days = discount.from_days);
        (
            name,
            t!(lang, "prices-percent-less", percent = i64::from(discount.percent)),
        )
    }));
    all
}

/// Why there is no price, in words for whoever asks for it.
#[must_use]
pub fn refused(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotByDay => t!(lang, "prices-not-by-day"),
        Refusal::NotDelivered => t!(lang, "prices-not-delivered"),
        Refusal::OnOffer => t!(lang, "prices-offer-text"),
        Refusal::TooLong { most } => t!(lang, "prices-too-long", days = *most),
        Refusal::EndsBeforeItStarts
        | Refusal::BrokenHours
        | Refusal::NotOnOffer
        | Refusal::BadOffer
        | Refusal::BadTerms(_)
        | Refusal::BadFees
        | Refusal::TooMuch => t!(lang, "prices-none"),
    }
}
