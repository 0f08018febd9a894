//! Reads `golden.md` and compares every row with what the engine says.

use crate::{
    Day, Timestamp,
    listings::decimal,
    prices::{Basis, Currency, Extras, Fee, Fees, LengthDiscount, LineKind, PriceTerms, Quote, Refusal, Stay, quote},
};
use jiff::tz::TimeZone;

/// The columns of a row, empty ones as well.
struct Row<'a> {
    text: &'a str,
    columns: Vec<&'a str>,
}

fn rows() -> Vec<Row<'static>> {
    include_str!("../golden.md")
        .lines()
        .filter_map(|text| {
            let columns: Vec<&str> = text.strip_prefix('|')?.split('|').map(str::trim).collect();
            let is_case = columns
                .first()
                .is_some_and(|c| c.len() == 3 && Currency::from_code(c).is_some());
            is_case.then_some(Row { text, columns })
        })
        .collect()
}

#[test]
fn every_price_is_what_was_worked_out_by_hand() {
    let rows = rows();
    assert!(rows.len() >= 60, "{} rows", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let [currency, terms, stay, with, lines, pays, gets, _why, ""] = row.columns[..] else {
            panic!("not the right columns: {}", row.text);
        };
        let currency = Currency::from_code(currency).unwrap();
        let terms = read_terms(terms, currency);
        let (extras, fees) = read_with(with, currency);
        let answer = read_stay(stay).and_then(|stay| quote(&terms, currency, &stay, extras, &fees));
        let print = |minor| decimal::print(minor, currency.exponent());
        let said = match &answer {
            Ok(quote) => (lines_of(quote), print(quote.total_minor), print(quote.lender_minor)),
            Err(refusal) => (format!("refused: {}", words(refusal)), String::new(), String::new()),
        };
        if (said.0.as_str(), said.1.as_str(), said.2.as_str()) != (lines, pays, gets) {
            wrong.push(format!("{}\n    got: {} | {} | {}", row.text, said.0, said.1, said.2));
        }
        if let Ok(quote) = answer {
            super::world::assert_adds_up(&quote);
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_table_has_every_kind_of_line_currency_and_refusal() {
    let text: String = rows().iter().map(|row| row.text).collect();
    for said in [
        "hours ×",
        "weekend hours ×",
        "day ×",
        "weekend day ×",
        "weeks ×",
        "months ×",
        "fixed 40",
        "offer 80",
        "-15%",
        "minimum 15",
        "delivery 5",
        "fee 1.5",
        "deposit 200",
        "days paid",
        "| JPY |",
        "| KWD |",
        "refused: too long",
        "refused: ends before",
        "refused: broken hours",
        "refused: not by day",
        "refused: on offer",
        "refused: not on offer",
        "refused: not delivered",
        "refused: bad offer",
        "refused: terms, price_day",
        "refused: fees",
    ] {
        assert!(text.contains(said), "no row with {said:?}");
    }
}

fn amount(text: &str, currency: Currency) -> i64 {
    decimal::parse(text, currency.exponent()).unwrap_or_else(|| panic!("no amount: {text:?}"))
}

fn read_terms(text: &str, currency: Currency) -> PriceTerms {
    let mut terms = PriceTerms::default();
    for term in text.split(", ").filter(|term| !term.is_empty()) {
        if let Some(discount) = term.strip_prefix("from ") {
            let (days, percent) = discount.split_once(" days -").unwrap();
            terms.discounts.push(LengthDiscount {
                from_days: days.parse().unwrap(),
                percent: percent.trim_end_matches('%').parse().unwrap(),
            });
            continue;
        }
        let (name, price) = term.rsplit_once(' ').unwrap_or((term, "0"));
        let price = amount(price, currency);
        let place = match name {
            "hour" => &mut terms.hour,
            "day" => &mut terms.day,
            "week" => &mut terms.week,
            "month" => &mut terms.month,
            "weekend hour" => &mut terms.weekend_hour,
            "weekend day" => &mut terms.weekend_day,
            "minimum" => &mut terms.minimum,
            "delivery" => &mut terms.delivery,
            "deposit" => &mut terms.deposit,
            "fixed" | "offer" => {
                terms.basis = if name == "fixed" {
                    Basis::Fixed { minor: price }
                } else {
                    Basis::Offer
                };
                continue;
            }
            _ => panic!("unknown term: {term:?}"),
        };
        *place = Some(price);
    }
    terms
}

fn read_with(text: &str, currency: Currency) -> (Extras, Fees) {
    let (mut extras, mut fees) = (Extras::default(), Fees::default());
    for with in text.split(", ").filter(|with| !with.is_empty()) {
        match with.split_once(' ').unwrap_or((with, "")) {
            ("delivered", _) => extras.delivery = true,
            ("offered", sum) => extras.offer = Some(amount(sum, currency)),
            ("borrower", fee) => fees.borrower = read_fee(fee, currency),
            ("lender", fee) => fees.lender = read_fee(fee, currency),
            _ => panic!("unknown: {with:?}"),
        }
    }
    (extras, fees)
}

/// `5% + 0.30 max 4`.
fn read_fee(text: &str, currency: Currency) -> Fee {
    let (text, cap) = text
        .split_once(" max ")
        .map_or((text, None), |(text, cap)| (text, Some(cap)));
    let (share, fixed) = text.split_once(" + ").unwrap_or((text, "0"));
    Fee {
        basis_points: decimal::parse(share.trim_end_matches('%'), 2).unwrap(),
        fixed: amount(fixed, currency),
        cap: cap.map(|cap| amount(cap, currency)),
    }
}

/// `Mon 2026-05-04, 3 days` or `Mon 2026-05-04 10:00 to Mon 2026-05-04 15:00 Europe/Berlin`.
fn read_stay(text: &str) -> Result<Stay, Refusal> {
    if let Some((day, days)) = text.split_once(", ") {
        let (weekday, day) = day.split_once(' ').unwrap();
        let first = read_day(weekday, day);
        let days: i64 = days.split(' ').next().unwrap().parse().unwrap();
        return Ok(Stay::days(first, first.plus(days - 1)));
    }
    let words: Vec<&str> = text.split(' ').collect();
    let zone = TimeZone::get(words.get(7).unwrap_or(&"Europe/Berlin")).unwrap();
    let instant = |at: usize| {
        let time: jiff::civil::Time = words[at + 2].parse().unwrap();
        let zoned = read_day(words[at], words[at + 1])
            .date()
            .to_datetime(time)
            .to_zoned(zone.clone());
        Timestamp(zoned.unwrap().timestamp().as_microsecond())
    };
    Stay::between(instant(0), instant(4), &zone)
}

fn read_day(weekday: &str, day: &str) -> Day {
    let day = Day::parse(day).unwrap_or_else(|| panic!("no day: {day:?}"));
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    assert_eq!(weekdays[day.weekday() as usize], weekday, "{day}");
    day
}

/// The lines of a price as the table has them.
fn lines_of(quote: &Quote) -> String {
    let print = |minor: i64| decimal::print(minor, quote.currency.exponent());
    let lines = quote.lines.iter().map(|line| {
        let (unit, amount) = (print(line.unit_minor), print(line.amount_minor));
        let several = |word: &str| {
            let end = if line.quantity == 1 { "" } else { "s" };
            format!("{} {word}{end} × {unit}", line.quantity)
        };
        match line.kind {
            LineKind::Months => several("month"),
            LineKind::Weeks => several("week"),
            LineKind::Days => several("day"),
            LineKind::WeekendDays => several("weekend day"),
            LineKind::Hours => several("hour"),
            LineKind::WeekendHours => several("weekend hour"),
            LineKind::Fixed => format!("fixed {amount}"),
            LineKind::Offer => format!("offer {amount}"),
            LineKind::LengthDiscount { from_days, percent } => format!("-{percent}% from {from_days} days: {amount}"),
            LineKind::Minimum => format!("minimum {amount}"),
            LineKind::Delivery => format!("delivery {amount}"),
            LineKind::BorrowerFee => format!("fee {amount}"),
            LineKind::LenderFee => format!("lender's fee {amount}"),
        }
    });
    let lines: Vec<String> = lines.collect();
    let paid = quote.paid_days.map(|days| format!("({days} days paid)"));
    let deposit = (quote.deposit_minor > 0).then(|| format!("(deposit {})", print(quote.deposit_minor)));
    let parts = [Some(lines.join("; ")).filter(|lines| !lines.is_empty()), paid, deposit];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn words(refusal: &Refusal) -> String {
    match refusal {
        Refusal::EndsBeforeItStarts => "ends before it starts".into(),
        Refusal::TooLong { .. } => "too long".into(),
        Refusal::BrokenHours => "broken hours".into(),
        Refusal::NotByDay => "not by day".into(),
        Refusal::OnOffer => "on offer".into(),
        Refusal::NotOnOffer => "not on offer".into(),
        Refusal::NotDelivered => "not delivered".into(),
        Refusal::BadOffer => "bad offer".into(),
        Refusal::BadTerms(errors) => {
            let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
            format!("terms, {}", fields.join(" "))
        }
        Refusal::BadFees => "fees".into(),
        Refusal::TooMuch => "too much".into(),
    }
}
