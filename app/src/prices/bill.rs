//! A price, explained line by line.

use crate::shell::format;
use domain::{
    Day, Lang,
    bookings::Party,
    prices::{self, Currency, Extras, Fees, Line, LineKind, PriceTerms, Quote, Stay},
};
use leptos::prelude::*;

/// The lines of a quote with their sum, as `side` sees them.
#[must_use]
pub fn bill(lang: Lang, quote: &Quote, side: Party) -> AnyView {
    let money = |minor: i64| format::money(lang, minor, quote.currency.code());
    let (lines, total, sum) = match side {
        Party::Borrower => (quote.lines.clone(), quote.total_minor, t!(lang, "prices-total")),
        Party::Lender => (
            quote.lender_lines(),
            quote.lender_minor,
            t!(lang, "prices-total-lender"),
        ),
    };
    let rows = lines
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">{named(lang, line, &money)}</th>
                    <td>{money(line.amount_minor)}</td>
                </tr>
            }
        })
        .collect_view();
    let paid_days = quote
        .paid_days
        .map(|days| view! { <p class="field__hint">{t!(lang, "prices-paid-days", days = days)}</p> });
    let deposit = (quote.deposit_minor > 0).then(|| {
        let sum = money(quote.deposit_minor);
        view! { <p class="field__hint">{t!(lang, "prices-deposit-back", side = side.name(), sum = sum)}</p> }
    });
    view! {
        <div class="bill">
            <table class="bill__table">
                <caption class="visually-hidden">{t!(lang, "prices-title")}</caption>
                <tbody>{rows}</tbody>
                <tfoot><tr><th scope="row">{sum}</th><td>{money(total)}</td></tr></tfoot>
            </table>
            {paid_days}
            {deposit}
        </div>
    }
    .into_any()
}

fn named(lang: Lang, line: &Line, money: &impl Fn(i64) -> String) -> String {
    let (quantity, each) = (line.quantity, money(line.unit_minor));
    match line.kind {
        LineKind::Months => t!(lang, "prices-line-months", quantity = quantity, each = each),
        LineKind::Weeks => t!(lang, "prices-line-weeks", quantity = quantity, each = each),
        LineKind::Days => t!(lang, "prices-line-days", quantity = quantity, each = each),
        LineKind::WeekendDays => t!(lang, "prices-line-weekend-days", quantity = quantity, each = each),
        LineKind::Hours => t!(lang, "prices-line-hours", quantity = quantity, each = each),
        LineKind::WeekendHours => t!(lang, "prices-line-weekend-hours", quantity = quantity, each = each),
        LineKind::Fixed => t!(lang, "prices-fixed"),
        LineKind::Offer => t!(lang, "prices-line-offer"),
        LineKind::LengthDiscount { from_days, percent } => {
            t!(
                lang,
                "prices-line-discount",
                days = from_days,
                percent = i64::from(percent)
            )
        }
        LineKind::Minimum => t!(lang, "prices-line-minimum"),
        LineKind::Delivery => t!(lang, "prices-delivery"),
        LineKind::BorrowerFee | LineKind::LenderFee => t!(lang, "prices-line-fee"),
    }
}

/// What some stays come to, so that a lender sees what the prices mean: from the next Friday on.
#[must_use]
pub fn examples(lang: Lang, terms: &PriceTerms, currency: &str, fees: &Fees, today: Day) -> Option<AnyView> {
    const FRIDAY: i64 = 4;
    if !terms.sells_days() {
        return None;
    }
    let friday = today.plus((FRIDAY - i64::from(today.weekday())).rem_euclid(7));
    let stays = [
        ("prices-example-day", 4, 1),
        ("prices-example-weekend", 0, 3),
        ("prices-example-week", 0, 7),
        ("prices-example-fortnight", 0, 14),
        ("prices-example-month", 0, 30),
    ];
    let rows = stays
        .into_iter()
        .map(|(key, from, days)| {
            let first = friday.plus(from);
            let stay = Stay::days(first, first.plus(days - 1));
            let quote = prices::quote(terms, Currency::of(currency), &stay, Extras::default(), fees).ok()?;
            let sum = format::money(lang, quote.lender_minor, currency);
            Some(view! { <tr><th scope="row">{t!(lang, key)}</th><td>{sum}</td></tr> })
        })
        .collect::<Option<Vec<_>>>()?;
    Some(
        view! {
            <section class="bill" aria-labelledby="examples">
                <h2 class="bill__title" id="examples">{t!(lang, "prices-examples")}</h2>
                <table class="bill__table"><tbody>{rows}</tbody></table>
            </section>
        }
        .into_any(),
    )
}
