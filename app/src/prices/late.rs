//! What being late costs, in words.

use crate::shell::format;
use domain::{
    Lang,
    prices::{Late, LateFee},
};

/// What the terms say: `3 € je angefangenem Tag, höchstens 90 €. Die erste Stunde zählt nicht.`
#[must_use]
pub fn late_terms(lang: Lang, fee: &LateFee, currency: &str) -> String {
    let (each, most) = (
        format::money(lang, fee.minor, currency),
        format::money(lang, fee.cap, currency),
    );
    t!(
        lang,
        "prices-late-terms",
        per = fee.per.name(),
        each = each,
        most = most
    )
}

/// What it came to, so that anybody can follow: `2 Tage zu spät: 2 × 3 € = 6 €`.
#[must_use]
pub fn late_line(lang: Lang, late: &Late, currency: &str) -> String {
    let money = |minor: i64| format::money(lang, minor, currency);
    let (each, sum) = (money(late.unit_minor), money(late.amount_minor));
    t!(
        lang,
        "prices-late-line",
        per = late.per.name(),
        started = late.started,
        each = each,
        sum = sum,
        capped = if late.capped { "yes" } else { "no" }
    )
}
