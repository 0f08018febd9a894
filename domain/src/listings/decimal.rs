//! Numbers as people type them, with a comma or a point, kept exactly.

/// Reads a number with at most `decimals` places, as Germans and English speakers write it, into units of the last
/// place: with two decimals `12`, `12,5`, `12.50`, `1.200`, `1.200,50` and `1,200.50` are 1200, 1250, 1250, 120000,
/// 120050 and 120050. The last comma or point is the decimal one unless it stands before a whole group of three digits
/// that would be too many places. `None` for anything else, also when it does not fit.
#[must_use]
pub fn parse(typed: &str, decimals: u8) -> Option<i64> {
    let text: String = typed
        .trim()
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}'))
        .collect();
    let (negative, digits) = text
        .strip_prefix('-')
        .map_or((false, text.as_str()), |rest| (true, rest));
    let (whole, places) = split(digits, usize::from(decimals))?;
    let mut number = whole;
    number.push_str(places);
    number.extend(std::iter::repeat_n('0', usize::from(decimals) - places.len()));
    if number.is_empty() || number.len() > 18 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = number.parse().ok()?;
    Some(if negative { -number } else { number })
}

/// Whole part without separators, and decimal places.
fn split(digits: &str, decimals: usize) -> Option<(String, &str)> {
    let Some(at) = digits.rfind([',', '.']) else {
        return (!digits.is_empty()).then(|| (digits.to_owned(), ""));
    };
    let (before, places) = (&digits[..at], &digits[at + 1..]);
    let separator = digits.as_bytes()[at];
    // Zeros at the end say nothing, but three of them are a group.
    let places = if places.len() == 3 {
        places
    } else {
        &places[..kept(places, decimals)]
    };
    // A separator seen twice can only part groups, and so can one before three digits too many.
    let is_decimal = places.len() <= decimals && !before.as_bytes().contains(&separator);
    let (grouped, places) = if is_decimal { (before, places) } else { (digits, "") };
    let groups: Vec<&str> = grouped.split([',', '.']).collect();
    let separators = grouped.bytes().filter(|b| matches!(b, b',' | b'.'));
    let alike = separators
        .clone()
        .all(|s| grouped.bytes().find(|b| matches!(b, b',' | b'.')) == Some(s));
    let decimal_alike = is_decimal && separators.clone().any(|s| s == separator);
    let fine = groups.len() == 1
        || (alike
            && !decimal_alike
            && (1..=3).contains(&groups[0].len())
            && groups[1..].iter().all(|group| group.len() == 3));
    (fine && at + 1 < digits.len()).then(|| (groups.concat(), places))
}

/// How many of these places are left when zeros at the end are dropped, down to `decimals`.
fn kept(places: &str, decimals: usize) -> usize {
    places.trim_end_matches('0').len().max(places.len().min(decimals))
}

/// A number of units of the last of `decimals` places as canonical text: a point, and no zeros at the end.
#[must_use]
pub fn print(units: i64, decimals: u8) -> String {
    let one = 10_u64.saturating_pow(u32::from(decimals.min(18)));
    let (whole, rest) = (units.unsigned_abs() / one, units.unsigned_abs() % one);
    let sign = if units < 0 { "-" } else { "" };
    let places = format!("{rest:0width$}", width = usize::from(decimals.min(18)));
    match places.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        places => format!("{sign}{whole}.{places}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, decimals, units) in [
            ("12", 2, 1_200),
            ("12,5", 2, 1_250),
            (" 12.50 ", 2, 1_250),
            ("1.200", 2, 120_000),
            ("1.200,50", 2, 120_050),
            ("1,200.50", 2, 120_050),
            ("1 234 567", 0, 1_234_567),
            ("1.234.567", 0, 1_234_567),
            (",5", 1, 5),
            ("-3", 0, -3),
            ("0", 0, 0),
            ("1.200", 3, 1_200),
            ("2,50", 1, 25),
            ("12,00", 0, 12),
            ("1,2000", 1, 12),
        ] {
            assert_eq!(parse(typed, decimals), Some(units), "{typed} with {decimals}");
        }
        for (typed, decimals) in [
            ("", 0),
            ("-", 0),
            (",", 2),
            ("12,", 2),
            ("2,5", 0),
            ("1,2345", 2),
            ("1.20.0", 2),
            ("12.34.567", 0),
            ("1.234,567.890", 0),
            ("1,2,3", 2),
            ("1e9", 0),
            ("٣", 0),
            ("0x10", 0),
            ("--1", 0),
            ("NaN", 2),
            ("9999999999999999999", 0),
            ("99999999999999999", 2),
        ] {
            assert_eq!(parse(typed, decimals), None, "{typed} with {decimals}");
        }
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_again(units in -1_000_000_000_i64..1_000_000_000, decimals in 0_u8..4) {
            prop_assert_eq!(parse(&print(units, decimals), decimals), Some(units));
        }

        #[test]
        fn no_text_breaks_it(typed in "[-0-9,. a€]{0,24}", decimals in 0_u8..6) {
            let _ = parse(&typed, decimals);
        }
    }
}
