use super::*;
use crate::search::reading::{MOST_DAYS, MOST_PAGES};
use domain::search::{AttributeFilter, Wanted};
use domain::{
    forms::FieldError,
    listings::categories::{Attribute, AttributeKind, Category, Names},
    prices::Currency,
};
use domain::{forms::Problem, places::Cell};
use proptest::prelude::*;

fn attribute(key: &str, kind: AttributeKind) -> Attribute {
    Attribute {
        key: key.into(),
        name: Names::default(),
        kind,
        filter: true,
    }
}

fn read(pairs: &[(&str, &str)]) -> Params {
    let tools = Category {
        id: "tools".into(),
        parent: None,
        icon: "hammer".into(),
        name: Names::default(),
        examples: Names::default(),
        attributes: vec![
            attribute("battery", AttributeKind::Boolean),
            attribute(
                "power_w",
                AttributeKind::Number {
                    unit: "W".into(),
                    min: 1,
                    max: 10_000,
                    decimals: 0,
                },
            ),
        ],
    };
    let categories = Categories::new(vec![tools]);
    let ground = Ground {
        categories: &categories,
        today: Day::parse("2026-11-22").unwrap(),
        currency: Currency::EUR,
        resolution: Resolution::PUBLIC,
    };
    let pairs = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    Params::read(Typed::from_pairs(pairs), &ground)
}

fn problems(params: &Params) -> Vec<(&str, Problem)> {
    params
        .errors
        .0
        .iter()
        .map(|FieldError { field, problem }| (field.as_str(), *problem))
        .collect()
}

#[test]
fn a_whole_search_is_understood() {
    let p = read(&[
        ("q", " Bohr\u{a0} maschine "),
        ("place", "Bonn"),
        ("radius_km", "3"),
        ("from", "2026-11-28"),
        ("to", "29.11.2026"),
        ("category", "tools"),
        ("kind", "lend"),
        ("max_price", "12,5"),
        ("sort", "newest"),
        ("page", "2"),
    ]);
    assert_eq!(problems(&p), []);
    assert_eq!(p.query.words, "Bohr maschine");
    assert_eq!(p.query.radius_m, Some(3_000.0));
    assert_eq!(
        p.query.days.map(|(_, to)| to.to_string()).as_deref(),
        Some("2026-11-29")
    );
    assert_eq!(
        (p.query.kind, p.query.sort, p.query.page),
        (Some(Kind::Lend), Sort::Newest, 2)
    );
    assert_eq!(
        p.href(&[]),
        "/search?q=Bohr%20maschine&place=Bonn&radius_km=3&from=2026-11-28&to=2026-11-29&category=tools&kind=lend&max_price=12.5\
         &sort=newest&page=2"
    );
    assert_eq!(
        p.href(&[("place", ""), ("from", ""), ("q", "")]),
        "/search?category=tools&kind=lend&max_price=12.5&sort=newest",
        "the radius goes with the place, the last day with the first, and a changed search starts at its first page"
    );
}

#[test]
fn attributes_are_understood_within_their_category() {
    let p = read(&[
        ("category", "tools"),
        ("attributes[battery]", "true"),
        ("at_least[power_w]", "500"),
        ("at_most[power_w]", " 1200,5 "),
    ]);
    assert_eq!(problems(&p), []);
    let filter = |key: &str, wanted| AttributeFilter {
        key: key.into(),
        wanted,
    };
    let range = Wanted::Range {
        least: Some(500.0),
        most: Some(1_200.5),
    };
    assert_eq!(
        p.query.attributes,
        [
            filter("battery", Wanted::Value("true".into())),
            filter("power_w", range)
        ]
    );
    assert_eq!(
        p.href(&[]),
        "/search?category=tools&attributes%5Bbattery%5D=true&at_least%5Bpower_w%5D=500&at_most%5Bpower_w%5D=1200.5"
    );
    assert_eq!(
        p.href(&[("at_least[power_w]", ""), ("at_most[power_w]", "")]),
        "/search?category=tools&attributes%5Bbattery%5D=true"
    );
    assert_eq!(
        p.href(&[("category", "")]),
        "/search",
        "attributes go with their category"
    );
    let elsewhere = read(&[("attributes[battery]", "true")]);
    assert!(elsewhere.query.attributes.is_empty() && elsewhere.errors.is_empty());
}

#[test]
fn attributes_that_make_no_sense_are_errors_at_their_fields() {
    let p = read(&[
        ("category", "tools"),
        ("attributes[battery]", "perhaps"),
        ("attributes[colour]", "red"),
        ("at_least[power_w]", "9"),
        ("at_most[power_w]", "3"),
    ]);
    assert_eq!(
        problems(&p),
        [
            ("attributes[colour]", Problem::NotAChoice),
            ("attributes[battery]", Problem::NotAChoice),
            ("at_most[power_w]", Problem::MostBelowLeast),
        ]
    );
    let p = read(&[("category", "tools"), ("at_least[power_w]", "strong")]);
    assert_eq!(problems(&p), [("at_least[power_w]", Problem::NotANumber)]);
    assert!(p.query.attributes.is_empty());
}

#[test]
fn nothing_asks_for_everything() {
    let p = read(&[("q", ""), ("place", " "), ("sort", "")]);
    assert_eq!(p.href(&[]), "/search");
    assert!(p.is_general() && p.errors.is_empty());
    assert_eq!(
        (p.query.centre, p.query.radius_m, p.query.sort),
        (None, None, Sort::Newest)
    );
    assert_eq!(read(&[("q", "Zelt")]).query.sort, Sort::Relevance);
    assert_eq!(read(&[("place", "53111")]).query.sort, Sort::Distance);
}

#[test]
fn what_makes_no_sense_is_an_error_at_its_field_and_the_rest_is_searched() {
    let p = read(&[
        ("q", "Zelt"),
        ("place", "Xyzzyqwertz"),
        ("radius_km", "viel"),
        ("from", "2026-02-30"),
        ("category", "nonsense"),
        ("cell", "zzz"),
        ("page", "-3"),
    ]);
    let fields: Vec<_> = problems(&p).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["place", "radius_km", "from", "category", "cell", "page"]);
    assert_eq!(p.href(&[]), "/search?q=Zelt");
    assert_eq!(p.typed.place, "Xyzzyqwertz");
    assert!(!p.is_general());
}

#[test]
fn days_are_two_in_order_from_today_on() {
    let one = |from, to| read(&[("from", from), ("to", to)]);
    assert_eq!(one("2026-11-22", "").href(&[]), "/search?from=2026-11-22");
    assert_eq!(problems(&one("2026-11-21", "")), [("from", Problem::InThePast)]);
    assert_eq!(
        problems(&one("2026-12-02", "2026-12-01")),
        [("to", Problem::EndsBeforeItStarts)]
    );
    assert_eq!(problems(&one("", "2026-12-01")), [("from", Problem::Missing)]);
    let (from, to) = one("2026-12-01", "9999-12-31").query.days.unwrap();
    assert_eq!(to, from.plus(MOST_DAYS));
}

#[test]
fn a_position_counts_as_the_centre_of_its_cell() {
    let p = read(&[("lat", "50.73511"), ("lon", "7,10042")]);
    let cell = Cell::of(Point::new(50.73511, 7.10042).unwrap(), Resolution::PUBLIC);
    assert_eq!(p.query.centre, Some(cell.centre()));
    assert!(!p.href(&[]).contains("50.73511"), "{}", p.href(&[]));
    let (lat, lon) = p.coordinates().unwrap();
    assert_eq!(read(&[("lat", lat), ("lon", lon)]).href(&[]), p.href(&[]));
    assert_eq!(
        problems(&read(&[("lat", "95"), ("lon", "7")])),
        [("place", Problem::UnknownPlace)]
    );
    assert_eq!(problems(&read(&[("lat", "50")])), [("place", Problem::UnknownPlace)]);
}

#[test]
fn ten_thousand_characters_are_cut_with_a_word_about_it() {
    let p = read(&[("q", &"ä".repeat(10_000))]);
    assert_eq!(p.query.words.chars().count(), LONGEST_WORDS);
    assert_eq!(problems(&p), [("q", Problem::TooLong { max: LONGEST_WORDS })]);
    assert!(p.href(&[]).len() < 2_000);
}

#[test]
fn pages_end_somewhere() {
    assert_eq!(read(&[("page", "999999999999999999999")]).query.page, 1);
    let mut p = read(&[("page", "999999")]);
    assert_eq!(p.query.page, MOST_PAGES);
    p.stay_within(3);
    assert_eq!(p.href(&[]), "/search?page=3");
}

proptest! {
    #[test]
    fn no_address_makes_it_panic_and_its_own_addresses_say_the_same(
        values in proptest::collection::vec(prop_oneof![any::<String>(), "[0-9.,eE-]{0,12}", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "[0-9a-f]{15}", "Bonn|K.ln|lend|newest|tools|5 km|true|false"], 15)
    ) {
        const ATTRIBUTES: [&str; 3] = ["attributes[battery]", "at_least[power_w]", "at_most[power_w]"];
        let pairs: Vec<_> = NAMES.into_iter().chain(ATTRIBUTES).zip(values.iter().map(String::as_str)).collect();
        let p = read(&pairs);
        let more = p.kept_attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let again: Vec<_> = NAMES.iter().copied().zip(p.kept.iter().map(String::as_str)).chain(more).collect();
        let again = read(&again);
        prop_assert_eq!(again.href(&[]), p.href(&[]));
        prop_assert!(again.errors.is_empty());
    }
}
