//! Currencies and typed amounts.

use crate::{
    forms::Problem,
    listings::decimal,
    prices::{Currency, MOST_MINOR, read_amount},
};
use proptest::prelude::*;

#[test]
fn every_currency_of_the_standard_has_its_decimal_places() {
    let letters = b'A'..=b'Z';
    let mut known = 0;
    for a in letters.clone() {
        for b in letters.clone() {
            for c in letters.clone() {
                let code = String::from_utf8(vec![a, b, c]).unwrap();
                if let Some(exponent) = iso_currency::Currency::from_code(&code).and_then(|known| known.exponent()) {
                    assert_eq!(
                        u16::from(Currency::from_code(&code).unwrap().exponent()),
                        exponent,
                        "{code}"
                    );
                    known += 1;
                }
            }
        }
    }
    assert!(known > 150, "{known}");
}

#[test]
fn a_currency_is_three_capital_letters() {
    assert_eq!(Currency::from_code("EUR"), Some(Currency::EUR));
    for wrong in ["", "EU", "EURO", "eur", "E1R", "€€€", "€"] {
        assert_eq!(Currency::from_code(wrong), None, "{wrong}");
        assert!(
            serde_json::from_str::<Currency>(&format!("{wrong:?}")).is_err(),
            "{wrong}"
        );
    }
    assert_eq!(serde_json::to_string(&Currency::JPY).unwrap(), "\"JPY\"");
    assert_eq!(
        (Currency::EUR.one(), Currency::JPY.one(), Currency::KWD.one()),
        (100, 1, 1_000)
    );
}

#[test]
fn amounts_are_read_as_people_type_them() {
    for (typed, currency, minor) in [
        ("12,50", Currency::EUR, 1_250),
        ("12.50", Currency::EUR, 1_250),
        ("1.200", Currency::EUR, 120_000),
        ("1 200,5", Currency::EUR, 120_050),
        ("1.200,50 €", Currency::EUR, 120_050),
        ("€12", Currency::EUR, 1_200),
        ("12 EUR", Currency::EUR, 1_200),
        ("eur 12", Currency::EUR, 1_200),
        ("12,-", Currency::EUR, 1_200),
        ("12,– €", Currency::EUR, 1_200),
        ("0", Currency::EUR, 0),
        ("1.200", Currency::JPY, 1_200),
        ("¥500", Currency::JPY, 500),
        ("1,25", Currency::KWD, 1_250),
        ("0.005", Currency::KWD, 5),
    ] {
        assert_eq!(
            read_amount(typed, currency, MOST_MINOR),
            Ok(Some(minor)),
            "{typed} {currency}"
        );
    }
    assert_eq!(read_amount("  ", Currency::EUR, MOST_MINOR), Ok(None));
    for (typed, currency) in [
        ("zwölf", Currency::EUR),
        ("12,5", Currency::JPY),
        ("1,2345", Currency::EUR),
        ("€", Currency::EUR),
        ("12 USD", Currency::EUR),
        ("EUR", Currency::EUR),
        ("12,50 pro Tag", Currency::EUR),
    ] {
        assert_eq!(
            read_amount(typed, currency, MOST_MINOR),
            Err(Problem::NotANumber),
            "{typed} {currency}"
        );
    }
    let out = |max| Err(Problem::OutOfRange { min: 0, max });
    assert_eq!(read_amount("-1", Currency::EUR, MOST_MINOR), out(10_000_000_000));
    assert_eq!(read_amount("100,01", Currency::EUR, 10_000), out(100));
}

proptest! {
    #[test]
    fn what_is_printed_is_read_again(minor in 0..=MOST_MINOR, currency in super::world::currency()) {
        let printed = decimal::print(minor, currency.exponent());
        prop_assert_eq!(read_amount(&printed, currency, MOST_MINOR), Ok(Some(minor)));
        prop_assert_eq!(read_amount(&format!("{printed} {currency}"), currency, MOST_MINOR), Ok(Some(minor)));
    }

    #[test]
    fn no_text_breaks_it(typed in "[-0-9,.€ EURé–]{0,16}", currency in super::world::currency()) {
        let _ = read_amount(&typed, currency, MOST_MINOR);
    }
}
