//! Days, times and distances as people write them, in both languages.

use domain::{
    Day, Lang, Timestamp,
    availability::{Hours, Period},
};
use jiff::tz::TimeZone;

/// `12. Mai 2030`, `12 May 2030`.
#[must_use]
pub fn day(lang: Lang, day: Day) -> String {
    let date = day.date();
    let month = month(lang, u32::from(date.month().unsigned_abs()));
    match lang {
        Lang::De => format!("{}. {month} {}", date.day(), date.year()),
        Lang::En => format!("{} {month} {}", date.day(), date.year()),
    }
}

/// `So., 12. Mai`, `Sun 12 May`; with the year when it is not the one of `today`.
#[must_use]
pub fn short_day(lang: Lang, day: Day, today: Day) -> String {
    let (weekday, date) = (short_weekday(lang, day.weekday()), date(lang, day, today));
    match lang {
        Lang::De => format!("{weekday}, {date}"),
        Lang::En => format!("{weekday} {date}"),
    }
}

/// `12. Mai`, `12 May`; with the year when it is not the one of `today`.
#[must_use]
pub fn date(lang: Lang, day: Day, today: Day) -> String {
    let date = day.date();
    let month = month(lang, u32::from(date.month().unsigned_abs()));
    let year = if date.year() == today.date().year() {
        String::new()
    } else {
        format!(" {}", date.year())
    };
    match lang {
        Lang::De => format!("{}. {month}{year}", date.day()),
        Lang::En => format!("{} {month}{year}", date.day()),
    }
}

/// `So., 12. Mai bis Di., 14. Mai`; one day alone when both are the same.
#[must_use]
pub fn days(lang: Lang, first: Day, last: Day, today: Day) -> String {
    if first == last {
        return short_day(lang, first, today);
    }
    t!(
        lang,
        "days-from-to",
        first = short_day(lang, first, today),
        last = short_day(lang, last, today)
    )
}

/// The days of a booking, and its hours if it has any: `Sa., 28. November, 10 bis 12 Uhr`, `Sa., 28. November, 18 Uhr bis So.,
/// 29. November, 9 Uhr`.
#[must_use]
pub fn period(lang: Lang, period: Period, today: Day) -> String {
    let Period { first, last, hours } = period;
    match hours {
        None => days(lang, first, last, today),
        Some(Hours { from, to }) if first == last => {
            t!(
                lang,
                "days-hours",
                day = short_day(lang, first, today),
                from = from,
                to = to
            )
        }
        Some(Hours { from, to }) => {
            let at = |day: Day, hour: i8| t!(lang, "days-at-hour", day = short_day(lang, day, today), hour = hour);
            t!(lang, "days-from-to", first = at(first, from), last = at(last, to))
        }
    }
}

/// The name of a month, 1 to 12.
#[must_use]
pub fn month(lang: Lang, month: u32) -> String {
    let key = format!("month-{}", month.clamp(1, 12));
    t!(lang, &key)
}

/// The name of a weekday, 0 is Monday.
#[must_use]
pub fn weekday(lang: Lang, weekday: u32) -> String {
    let key = format!("weekday-{}", weekday.min(6));
    t!(lang, &key)
}

/// The short name of a weekday, 0 is Monday.
#[must_use]
pub fn short_weekday(lang: Lang, weekday: u32) -> String {
    let key = format!("weekday-short-{}", weekday.min(6));
    t!(lang, &key)
}

/// `So., 12. Mai, 14:05 Uhr`, `Sun 12 May, 14:05`.
#[must_use]
pub fn instant(lang: Lang, at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let zoned = at.zoned(zone);
    let date = short_day(lang, at.day_in(zone), now.day_in(zone));
    match lang {
        Lang::De => format!("{date}, {:02}:{:02} Uhr", zoned.hour(), zoned.minute()),
        Lang::En => format!("{date}, {:02}:{:02}", zoned.hour(), zoned.minute()),
    }
}

/// An instant for the `datetime` attribute of `<time>`.
#[must_use]
pub fn machine(at: Timestamp) -> String {
    jiff::Timestamp::from_microsecond(at.0)
        .map(|t| t.to_string())
        .unwrap_or_default()
}

/// `ca. 0,8 km`: rounded to what the public cell allows, and never closer than half a kilometre.
#[must_use]
pub fn distance(lang: Lang, metres: f64) -> String {
    let km = (metres / 1_000.0).max(0.5);
    let text = if km < 10.0 {
        format!("{km:.1}")
    } else {
        format!("{km:.0}")
    };
    let text = if lang == Lang::De { text.replace('.', ",") } else { text };
    t!(lang, "distance-about", km = text)
}

/// An amount of minor units in a currency: `12,50 €`, `€12.50`. Digits after the comma as ISO 4217 says.
#[must_use]
pub fn money(lang: Lang, minor: i64, currency: &str) -> String {
    let exponent = u16::from(decimals(currency));
    let symbol = currency_sign(currency);
    let unit = 10_i64.pow(u32::from(exponent));
    let sign = if minor < 0 { "−" } else { "" };
    let (whole, part) = (minor.abs() / unit, minor.abs() % unit);
    let whole = grouped(whole, if lang == Lang::De { '.' } else { ',' });
    let width = usize::from(exponent);
    let number = match (exponent, part, lang) {
        (0, _, _) => whole,
        (_, 0, _) => whole,
        (_, _, Lang::De) => format!("{whole},{part:0width$}"),
        (_, _, Lang::En) => format!("{whole}.{part:0width$}"),
    };
    match lang {
        Lang::De => format!("{sign}{number}\u{a0}{symbol}"),
        Lang::En => format!("{sign}{symbol}{number}"),
    }
}

/// An amount as people type it: `12,5`.
#[must_use]
pub fn amount(lang: Lang, minor: i64, exponent: u8) -> String {
    let amount = domain::listings::decimal::print(minor, exponent);
    match lang {
        Lang::De => amount.replace('.', ","),
        Lang::En => amount,
    }
}

/// The sign of a currency, or its code where it has none.
#[must_use]
pub fn currency_sign(currency: &str) -> String {
    iso_currency::Currency::from_code(currency).map_or_else(|| currency.to_owned(), |c| c.symbol().to_string())
}

/// How many decimal places a currency has (ISO 4217); 2 where nobody knows.
#[must_use]
pub fn decimals(currency: &str) -> u8 {
    iso_currency::Currency::from_code(currency)
        .and_then(iso_currency::Currency::exponent)
        .and_then(|exponent| u8::try_from(exponent).ok())
        .unwrap_or(2)
}

fn grouped(number: i64, separator: char) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    if number < 0 { format!("-{text}") } else { text }
}

/// `text` as the value of a query parameter (RFC 3986 §2.3: everything but unreserved characters is escaped).
#[must_use]
pub fn query_value(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_people_write_them() {
        let (first, today) = (Day::parse("2030-05-12").unwrap(), Day::parse("2030-01-01").unwrap());
        assert_eq!(day(Lang::De, first), "12. Mai 2030");
        assert_eq!(short_day(Lang::En, first, today), "Sun 12 May");
        assert_eq!(
            days(Lang::De, first, first.plus(2), today),
            "So., 12. Mai bis Di., 14. Mai"
        );
        assert_eq!(short_day(Lang::De, first.plus(365), today), "Mo., 12. Mai 2031");
    }

    #[test]
    fn money_follows_the_currency() {
        assert_eq!(money(Lang::De, 123_450, "EUR"), "1.234,50\u{a0}€");
        assert_eq!(money(Lang::En, 123_400, "EUR"), "€1,234");
        assert_eq!(money(Lang::En, 500, "JPY"), "¥500");
        assert_eq!(money(Lang::De, -50, "EUR"), "−0,50\u{a0}€");
        assert_eq!(money(Lang::En, -123_400, "EUR"), "−€1,234");
        assert_eq!(money(Lang::De, 1_250, "KWD").split('\u{a0}').next(), Some("1,250"));
    }

    #[test]
    fn distances_are_never_closer_than_the_cell_allows() {
        assert_eq!(distance(Lang::De, 20.0), "ca. 0,5 km");
        assert_eq!(distance(Lang::De, 1_840.0), "ca. 1,8 km");
        assert_eq!(distance(Lang::En, 12_300.0), "about 12 km");
    }

    #[test]
    fn query_values_are_escaped() {
        assert_eq!(query_value("/a b?c=ä&d"), "/a%20b%3Fc%3D%C3%A4%26d");
    }
}
