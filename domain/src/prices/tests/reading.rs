//! Forms and terms.

use super::world::{currency, terms};
use crate::{
    forms::{FieldError, Problem},
    listings::Kind,
    prices::{Basis, Currency, DiscountForm, LengthDiscount, PriceForm, PriceTerms, read},
};
use proptest::prelude::*;

fn row(days: &str, percent: &str) -> DiscountForm {
    DiscountForm {
        days: days.into(),
        percent: percent.into(),
    }
}

fn problems(errors: &[FieldError]) -> Vec<(&str, Problem)> {
    errors
        .iter()
        .map(|error| (error.field.as_str(), error.problem))
        .collect()
}

fn rented(typed: &PriceForm) -> (PriceTerms, Vec<FieldError>) {
    read(&PriceTerms::default(), Kind::Rent, typed, Currency::EUR)
}

#[test]
fn a_rented_thing_is_read_with_everything() {
    let typed = PriceForm {
        price_hour: "3".into(),
        price_day: "12,50".into(),
        price_week: "60 €".into(),
        price_month: "1.200".into(),
        price_weekend_day: "15".into(),
        discounts: vec![row("", ""), row("7", "10 %"), row(" ", ""), row("28", "20")],
        minimum: "10".into(),
        delivery_fee: "5,-".into(),
        deposit: "200".into(),
        price_fixed: "not for this kind".into(),
        ..PriceForm::default()
    };
    let (terms, errors) = rented(&typed);
    assert_eq!(errors, []);
    let discount = |from_days, percent| LengthDiscount { from_days, percent };
    assert_eq!(
        terms,
        PriceTerms {
            basis: Basis::Time,
            hour: Some(300),
            day: Some(1_250),
            week: Some(6_000),
            month: Some(120_000),
            weekend_hour: None,
            weekend_day: Some(1_500),
            discounts: vec![discount(7, 10), discount(28, 20)],
            minimum: Some(1_000),
            delivery: Some(500),
            deposit: Some(20_000),
            late: None,
        }
    );
}

#[test]
fn what_does_not_fit_is_named_and_leaves_the_earlier_price() {
    let before = PriceTerms {
        day: Some(900),
        week: Some(4_000),
        discounts: vec![LengthDiscount {
            from_days: 5,
            percent: 5,
        }],
        ..PriceTerms::default()
    };
    let typed = PriceForm {
        price_day: "zehn".into(),
        deposit: "-1".into(),
        discounts: vec![row("7", "91"), row("x", "")],
        ..PriceForm::default()
    };
    let (terms, errors) = read(&before, Kind::Rent, &typed, Currency::EUR);
    assert_eq!(
        (terms.day, terms.week, &terms.discounts),
        (Some(900), None, &before.discounts)
    );
    assert_eq!(
        problems(&errors),
        [
            ("price_day", Problem::NotANumber),
            ("discount_percent_1", Problem::OutOfRange { min: 0, max: 90 }),
            ("discount_days_2", Problem::NotANumber),
            ("discount_percent_2", Problem::Missing),
            (
                "deposit",
                Problem::OutOfRange {
                    min: 0,
                    max: 10_000_000_000
                }
            ),
        ]
    );
}

#[test]
fn prices_that_do_not_go_together_are_named() {
    let form = |hour: &str, day: &str, weekend_hour: &str, weekend_day: &str| PriceForm {
        price_hour: hour.into(),
        price_day: day.into(),
        price_weekend_hour: weekend_hour.into(),
        price_weekend_day: weekend_day.into(),
        ..PriceForm::default()
    };
    let out = |min, max| Problem::OutOfRange { min, max };
    for (typed, wrong) in [
        (PriceForm::default(), vec![("price_day", Problem::Missing)]),
        (form("3", "66", "", ""), vec![]),
        (form("3", "66,01", "", ""), vec![("price_day", out(0, 66))]),
        (form("3", "20", "", "70"), vec![("price_weekend_day", out(0, 66))]),
        (form("3", "20", "5", "70"), vec![]),
        (
            form("3", "60", "1", ""),
            vec![("price_weekend_hour", out(3, 10_000_000_000))],
        ),
        (form("", "20", "1", ""), vec![("price_hour", Problem::Missing)]),
        (form("3", "", "", "20"), vec![("price_day", Problem::Missing)]),
        (
            PriceForm {
                price_week: "50".into(),
                ..form("3", "", "", "")
            },
            vec![("price_day", Problem::Missing)],
        ),
        (
            PriceForm {
                discounts: vec![row("7", "10"), row("", ""), row("7", "10")],
                ..form("", "20", "", "")
            },
            vec![("discount_days_3", out(8, 365)), ("discount_percent_3", out(11, 90))],
        ),
        (
            PriceForm {
                discounts: (2..9).map(|n| row(&n.to_string(), &n.to_string())).collect(),
                ..form("", "20", "", "")
            },
            vec![("discounts", out(0, 6))],
        ),
    ] {
        assert_eq!(problems(&rented(&typed).1), wrong, "{typed:?}");
    }
}

#[test]
fn each_kind_takes_what_it_has_a_use_for() {
    let typed = PriceForm {
        price_hour: "25".into(),
        price_day: "80".into(),
        price_fixed: "40".into(),
        minimum: "30".into(),
        delivery_fee: "5".into(),
        deposit: "50".into(),
        ..PriceForm::default()
    };
    let service = |basis: &str| {
        let typed = PriceForm {
            price_basis: basis.into(),
            ..typed.clone()
        };
        read(&PriceTerms::default(), Kind::Service, &typed, Currency::EUR)
    };
    let free = PriceTerms {
        delivery: Some(500),
        deposit: Some(5_000),
        ..PriceTerms::default()
    };
    let lent = read(&PriceTerms::per_day(Some(5)), Kind::Lend, &typed, Currency::EUR);
    assert_eq!(lent, (free.clone(), vec![]));
    for kind in [Kind::WantedThing, Kind::WantedHelp] {
        assert_eq!(
            read(&free, kind, &typed, Currency::EUR),
            (PriceTerms::default(), vec![])
        );
    }
    assert_eq!(service("free"), (free.clone(), vec![]));
    let fixed = Basis::Fixed { minor: 4_000 };
    assert_eq!(
        service("fixed").0,
        PriceTerms {
            basis: fixed,
            ..free.clone()
        }
    );
    assert_eq!(
        service("hourly").0,
        PriceTerms {
            hour: Some(2_500),
            minimum: Some(3_000),
            ..free.clone()
        }
    );
    assert_eq!(
        service("offer").0,
        PriceTerms {
            basis: Basis::Offer,
            ..free
        }
    );
    assert_eq!(problems(&service("").1), [("price_basis", Problem::ChooseOne)]);
    assert_eq!(problems(&service("barter").1), [("price_basis", Problem::NotAChoice)]);
    let nothing = PriceForm {
        price_basis: "fixed".into(),
        ..PriceForm::default()
    };
    let read = read(&PriceTerms::default(), Kind::Service, &nothing, Currency::EUR);
    assert_eq!(problems(&read.1), [("price_fixed", Problem::Missing)]);
}

#[test]
fn old_rows_and_new_ones_are_read() {
    let read = |json: &str| serde_json::from_str::<PriceTerms>(json).unwrap();
    assert_eq!(read("{}"), PriceTerms::default());
    assert_eq!(read(r#"{"day":800,"some_day":"more"}"#), PriceTerms::per_day(Some(800)));
    assert_eq!(PriceTerms::per_day(Some(0)), PriceTerms::default());
    assert_eq!(serde_json::to_string(&PriceTerms::default()).unwrap(), "{}");
    let offer = PriceTerms {
        basis: Basis::Offer,
        ..PriceTerms::default()
    };
    assert_eq!(serde_json::to_string(&offer).unwrap(), r#"{"basis":"offer"}"#);
    assert_eq!(
        read(r#"{"basis":{"fixed":{"minor":4000}}}"#).basis,
        Basis::Fixed { minor: 4_000 }
    );
}

proptest! {
    #[test]
    fn valid_terms_come_back_from_their_form(terms in terms(), currency in currency()) {
        prop_assert_eq!(terms.check(currency), vec![]);
        let typed = PriceForm::of(&terms, currency);
        prop_assert_eq!(read(&PriceTerms::default(), Kind::Rent, &typed, currency), (terms, vec![]));
    }

    #[test]
    fn nothing_typed_breaks_it(texts in proptest::collection::vec("[-0-9,.a% ]{0,20}", 14), service in any::<bool>()) {
        let text = |at: usize| texts[at].clone();
        let typed = PriceForm {
            price_basis: "hourly".into(),
            price_fixed: text(0), price_hour: text(1), price_day: text(2), price_week: text(3), price_month: text(4),
            price_weekend_hour: text(5), price_weekend_day: text(6), minimum: text(7), delivery_fee: text(8), deposit: text(9),
            discounts: vec![row(&text(10), &text(11)), row(&text(12), &text(13))],
        };
        let kind = if service { Kind::Service } else { Kind::Rent };
        let (terms, errors) = read(&PriceTerms::default(), kind, &typed, Currency::EUR);
        prop_assert!(!errors.is_empty() || terms.check(Currency::EUR).is_empty());
    }
}
