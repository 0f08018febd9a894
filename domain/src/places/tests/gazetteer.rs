//! The data, and finding in it by id and by nearness.

use std::collections::{BTreeMap, HashSet};

use proptest::prelude::*;

use super::*;

#[test]
fn germany_is_complete_and_its_neighbours_have_their_larger_towns() {
    let mut count: BTreeMap<_, usize> = BTreeMap::new();
    for place in Gazetteer::shared().places() {
        *count.entry((place.country, format!("{:?}", place.kind))).or_default() += 1;
    }
    let of = |country, kind: &str| count.get(&(country, kind.to_owned())).copied().unwrap_or_default();
    assert!(of("DE", "Town") > 10_500, "{count:?}");
    assert!(of("DE", "District") > 12_000, "{count:?}");
    assert!(of("DE", "Postcode") > 8_100, "{count:?}");
    for (country, towns) in [
        ("AT", 500),
        ("CH", 600),
        ("NL", 400),
        ("BE", 600),
        ("LU", 100),
        ("FR", 1_000),
    ] {
        assert!(of(country, "Town") > towns, "{country}: {count:?}");
    }
}

#[test]
fn places_lie_where_they_are() {
    for (label, lat, lon, kind) in [
        ("Bonn", 50.735, 7.10, PlaceKind::Town),
        ("Beuel (Bonn)", 50.74, 7.12, PlaceKind::District),
        ("Poppelsdorf (Bonn)", 50.72, 7.09, PlaceKind::District),
        ("Bad Godesberg (Bonn)", 50.685, 7.155, PlaceKind::District),
        ("Ehrenfeld (Köln)", 50.95, 6.92, PlaceKind::District),
        ("Nippes (Köln)", 50.965, 6.953, PlaceKind::District),
        ("53111 Bonn", 50.74, 7.10, PlaceKind::Postcode),
        ("München", 48.137, 11.575, PlaceKind::Town),
        ("Wien", 48.21, 16.37, PlaceKind::Town),
    ] {
        let place = Gazetteer::shared().best(label).unwrap();
        assert_eq!((place.label().as_str(), place.kind), (label, kind));
        let off = distance_m(place.point, Point::new(lat, lon).unwrap());
        assert!(off < 2_000.0, "{label} is {off} m off");
    }
}

#[test]
fn a_label_finds_its_place_again() {
    let mut seen = HashSet::new();
    for place in Gazetteer::shared().places() {
        assert!(seen.insert(place.label()), "two are called {}", place.label());
    }
    // Every seventh, for speed; the step shares no factor with anything in the data.
    let lost: Vec<_> = Gazetteer::shared()
        .places()
        .step_by(7)
        .filter(|place| Gazetteer::shared().best(&place.label()) != Some(place))
        .map(|place| format!("{} found {}", place.label(), first(&place.label())))
        .collect();
    assert!(lost.is_empty(), "{} labels: {lost:#?}", lost.len());
}

#[test]
fn ids_lead_back_and_fit_into_urls() {
    for place in Gazetteer::shared().places() {
        assert_eq!(Gazetteer::shared().by_id(place.id), Some(place));
        assert!(
            place
                .id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
            "{}",
            place.id
        );
    }
    for forged in ["", "g0", "p53", "G2946447", "../etc/passwd", "🏠"] {
        assert_eq!(Gazetteer::shared().by_id(forged), None);
    }
    let beuel = Gazetteer::shared().by_id("d2946447-beuel").unwrap();
    assert_eq!(
        (beuel.name, beuel.parent, beuel.region),
        ("Beuel", Some("Bonn"), "Nordrhein-Westfalen")
    );
}

#[test]
fn the_largest_town_names_a_wide_cell() {
    let gazetteer = Gazetteer::shared();
    let town_in = |name: &str, resolution: u8| {
        let at = gazetteer.best(name).unwrap().point;
        let cell = Cell::of(at, Resolution::try_from(resolution).unwrap());
        gazetteer.largest_town_in(cell).map(|place| place.name)
    };
    assert_eq!((town_in("Bonn", 6), town_in("Köln", 5)), (Some("Bonn"), Some("Köln")));
    assert_eq!(town_in("Poppelsdorf, Bonn", 8), None, "a district is no town");
}

#[test]
fn the_nearest_place_names_a_point() {
    let nearest = |lat, lon| {
        Gazetteer::shared()
            .nearest(Point::new(lat, lon).unwrap())
            .unwrap()
            .label()
    };
    assert_eq!(nearest(50.7385, 7.1175), "Beuel (Bonn)");
    assert_eq!(nearest(50.9517, 6.917), "Ehrenfeld (Köln)");
    assert_eq!(nearest(50.7246, 7.0925), "Poppelsdorf (Bonn)");
    // Far away from everything, it still answers.
    assert!(!nearest(-90.0, 180.0).is_empty());
}

#[test]
fn a_broken_line_is_named() {
    let region = "DE.07\tNordrhein-Westfalen\t";
    let bonn = "g1\tt\tBonn\t\t\tDE.07\t300000\t50.7\t7.1\t";
    let broken = |places, postcodes| Gazetteer::parse(places, postcodes, region).unwrap_err();
    assert!(Gazetteer::parse(bonn, "p53111\t50.7\t7.1\tg1", region).is_ok());
    assert_eq!(broken("g1\tt", "").what, "too few columns");
    assert_eq!(
        broken("g1\tt\tBonn\t\t\tDE.07\t300000\t95\t7.1\t", "").what,
        "not on Earth"
    );
    assert_eq!(
        broken("d1\td\tBeuel\tg1\t\tDE.07\t\t50.7\t7.1\t", "").what,
        "an unknown parent"
    );
    assert_eq!(broken(bonn, "p53111\t50.7\t7.1\tg2").what, "an unknown town");
    assert_eq!(broken(bonn, "p53113\t50.7\t7.1\tg1\np53111\t50.7\t7.1\tg1").line, 2);
}

proptest! {
    #[test]
    fn nearest_is_nearest(lat in 46.0..55.0, lon in 5.0..16.0) {
        let here = Point::new(lat, lon).unwrap();
        let all = Gazetteer::shared().places().filter(|place| place.kind != PlaceKind::Postcode);
        let least = all.map(|place| distance_m(here, place.point)).fold(f64::INFINITY, f64::min);
        let nearest = Gazetteer::shared().nearest(here).unwrap();
        prop_assert_eq!(distance_m(here, nearest.point), least);
    }
}
