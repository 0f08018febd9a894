//! What people type, and the places they mean; points, cells and circles.

use std::collections::{BTreeMap, HashSet};
use std::time::Instant;

use proptest::prelude::*;

use super::*;

fn labels(text: &str, limit: usize) -> Vec<String> {
    Gazetteer::shared()
        .find(text, limit)
        .iter()
        .map(|found| found.place.label())
        .collect()
}

fn first(text: &str) -> String {
    Gazetteer::shared().best(text).map(Place::label).unwrap_or_default()
}

fn quality(text: &str) -> Option<Quality> {
    Gazetteer::shared().find(text, 1).first().map(|found| found.quality)
}

mod gazetteer {
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
}

mod find {
    use super::*;

    #[test]
    fn umlauts_may_be_spelled_in_any_way() {
        for spelling in ["Köln", "Koeln", "Koln", "koln", "KÖLN", "  köln  ", "Ko\u{308}ln"] {
            assert_eq!(
                (first(spelling).as_str(), quality(spelling)),
                ("Köln", Some(Quality::Exact)),
                "{spelling}"
            );
        }
        assert_eq!(first("Strassburg"), "Strasbourg");
        assert_eq!(first("Gross Flottbek"), "Groß Flottbek (Hamburg)");
    }

    #[test]
    fn half_a_name_is_enough() {
        for (typed, means) in [
            ("Köl", "Köln"),
            ("Poppels", "Poppelsdorf (Bonn)"),
            ("Bad God", "Bad Godesberg (Bonn)"),
            ("Godesberg", "Bad Godesberg (Bonn)"),
            ("Frankf", "Frankfurt am Main"),
            ("Freiburg", "Freiburg im Breisgau"),
            ("Sankt Aug", "Sankt Augustin"),
            ("St. Aug", "Sankt Augustin"),
        ] {
            assert_eq!(first(typed), means, "{typed}");
        }
        assert_eq!(quality("Köl"), Some(Quality::Prefix));
    }

    #[test]
    fn one_letter_may_be_off() {
        for (typed, means) in [
            ("Kölm", "Köln"),
            ("Pompelsdorf", "Poppelsdorf (Bonn)"),
            ("Popelsdorf", "Poppelsdorf (Bonn)"),
            ("Poppelsdrof", "Poppelsdorf (Bonn)"),
            ("Pompels", "Poppelsdorf (Bonn)"),
            ("Müncehn", "München"),
            ("Ehrenfled Köln", "Ehrenfeld (Köln)"),
            ("Bonn Pompelsdorf", "Poppelsdorf (Bonn)"),
            ("Bergisch Gladbahc", "Bergisch Gladbach"),
        ] {
            assert_eq!(
                (first(typed).as_str(), quality(typed)),
                (means, Some(Quality::Typo)),
                "{typed}"
            );
        }
        assert!(labels("Qqz", 10).is_empty(), "three letters are not guessed at");
    }

    #[test]
    fn exonyms_find_the_town() {
        for (typed, means) in [
            ("Cologne", "Köln"),
            ("Munich", "München"),
            ("Vienna", "Wien"),
            ("Nuremberg", "Nürnberg"),
            ("Genf", "Genève"),
            ("Brussels", "Bruxelles"),
            ("Brüssel", "Bruxelles"),
            ("The Hague", "Den Haag"),
            ("Lüttich", "Liège"),
        ] {
            assert_eq!(first(typed), means, "{typed}");
        }
    }

    #[test]
    fn a_district_and_its_town_stand_in_any_order() {
        for typed in [
            "Beuel, Bonn",
            "Bonn-Beuel",
            "Bonn Beuel",
            "Beuel Bonn",
            "beuel (bonn)",
            "Bonn, Stadtteil Beuel",
            "Bonn Beu",
        ] {
            let typed = typed.replace("Stadtteil ", "");
            assert_eq!(first(&typed), "Beuel (Bonn)", "{typed}");
        }
        assert_eq!(first("Ehrenfeld Bochum"), "Ehrenfeld (Bochum)");
        assert_eq!(first("Köln-Ehrenfeld"), "Ehrenfeld (Köln)");
        assert_eq!(first("Ehrenfeld"), "Ehrenfeld (Köln)", "the larger town's first");
    }

    #[test]
    fn region_and_country_tell_namesakes_apart() {
        assert_eq!(first("Halle"), "Halle (Saale)");
        assert_eq!(first("Halle Westfalen"), first("Halle, NRW"));
        assert_eq!(first("Frankfurt Oder"), "Frankfurt (Oder)");
        assert_eq!(first("Frankfurt a.M."), "Frankfurt am Main");
        assert_eq!(first("Neustadt Weinstraße"), "Neustadt an der Weinstraße");
        assert_eq!(first("München, Bayern, Deutschland"), "München");
        assert_eq!(first("Munich, Bavaria, Germany"), "München");
    }

    #[test]
    fn postcodes_are_found_by_their_beginning_and_with_their_town() {
        for typed in [
            "53111",
            "53111 Bonn",
            "Bonn 53111",
            "D-53111 Bonn",
            "53111 Bo",
            "bonn, 53111",
        ] {
            assert_eq!(
                (first(typed).as_str(), quality(typed)),
                ("53111 Bonn", Some(Quality::Exact)),
                "{typed}"
            );
        }
        assert_eq!(labels("53", 3), ["53111 Bonn", "53113 Bonn", "53115 Bonn"]);
        assert_eq!(labels("5311", 9).len(), 5);
        assert_eq!(first("Köln 5082"), "50823 Köln");
        assert_eq!(first("01067"), "01067 Dresden");
    }

    #[test]
    fn a_number_that_does_not_fit_is_left_out() {
        assert_eq!(first("1010 Wien"), "Wien");
        let both = labels("53225 Beuel", 5);
        assert!(
            both.contains(&"53225 Bonn".to_owned()) && both.contains(&"Beuel (Bonn)".to_owned()),
            "{both:?}"
        );
        assert!(labels("99999999", 5).is_empty());
    }

    #[test]
    fn exact_comes_before_prefix_and_prefix_before_typo() {
        let qualities: Vec<_> = Gazetteer::shared()
            .find("Bon", 50)
            .iter()
            .map(|found| found.quality)
            .collect();
        assert!(qualities.is_sorted(), "{qualities:?}");
        let towns = labels("Bonn", 5);
        assert_eq!(towns[0], "Bonn");
        assert!(towns[1].starts_with("Bonn"), "{towns:?}");
    }

    #[test]
    fn the_limit_is_kept_and_no_place_comes_twice() {
        for limit in [0, 1, 7, 50, 5_000] {
            let found = Gazetteer::shared().find("Neu", limit);
            assert_eq!(found.len(), limit.min(50));
            let ids: HashSet<_> = found.iter().map(|found| found.place.id).collect();
            assert_eq!(ids.len(), found.len());
        }
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        for typed in [
            "",
            " ",
            "\t\n",
            "—",
            "🏠",
            "🏠🏠 🚲",
            "مرحبا",
            "שלום",
            "\u{202e}\u{200f}",
            "...",
            "''; drop table",
            "\0",
        ] {
            assert_eq!(labels(typed, 5), Vec::<String>::new(), "{typed:?}");
        }
    }

    #[test]
    fn endless_text_is_cut() {
        let started = Instant::now();
        for typed in [
            "a".repeat(10_000),
            "a ".repeat(5_000),
            "Bonn ".repeat(2_000),
            "5".repeat(10_000),
            "ﷺ".repeat(9_999),
        ] {
            let _ = Gazetteer::shared().find(&typed, 10);
        }
        // No benchmark: only that nothing grows with the text, on the slowest machine and without optimisation.
        assert!(started.elapsed().as_secs() < 20);
    }

    proptest! {
        #[test]
        fn any_text_is_safe_and_answered_alike_each_time(text in "\\PC{0,60}") {
            let once = Gazetteer::shared().find(&text, 10);
            prop_assert_eq!(&once, &Gazetteer::shared().find(&text, 10));
            prop_assert!(once.is_sorted_by_key(|found| found.quality));
        }

        #[test]
        fn words_and_numbers_are_safe(text in "[A-Za-zäöüß0-9 ,-]{0,40}") {
            let _ = Gazetteer::shared().find(&text, 10);
        }
    }
}

mod cells {
    use super::*;

    fn anywhere() -> impl Strategy<Value = Point> {
        (-90.0..=90.0, -180.0..=180.0).prop_map(|(lat, lon)| Point::new(lat, lon).unwrap())
    }

    fn in_europe() -> impl Strategy<Value = Point> {
        (42.0..=55.0, -5.0..=17.0).prop_map(|(lat, lon)| Point::new(lat, lon).unwrap())
    }

    fn resolution(number: u8) -> Resolution {
        Resolution::try_from(number).unwrap()
    }

    fn circumradius(cell: Cell) -> f64 {
        cell.boundary()
            .into_iter()
            .map(|corner| distance_m(cell.centre(), corner))
            .fold(0.0, f64::max)
    }

    /// Whether the index word of a cover reaches this cell.
    fn reached(cover: &[Cell], cell: Cell) -> bool {
        cell.indexed().any(|word| cover.contains(&word))
    }

    proptest! {
        #[test]
        fn snapping_twice_is_snapping_once(point in anywhere(), number in 0u8..=15) {
            let cell = Cell::of(point, resolution(number));
            prop_assert_eq!(Cell::of(cell.centre(), resolution(number)), cell);
            prop_assert_eq!(cell.resolution(), resolution(number));
        }

        #[test]
        fn a_point_lies_within_the_circumradius_of_its_cell(point in anywhere()) {
            let cell = Cell::of(point, Resolution::PUBLIC);
            let off = distance_m(point, cell.centre());
            prop_assert!(off <= circumradius(cell) * 1.001, "{off}");
            prop_assert!(off < 800.0, "{off}");
        }

        #[test]
        fn a_cell_survives_the_database_and_the_url(point in anywhere(), number in 0u8..=15) {
            let cell = Cell::of(point, resolution(number));
            prop_assert!(cell.value() > 0);
            prop_assert_eq!(Cell::try_from(cell.value()), Ok(cell));
            prop_assert_eq!(cell.to_string().parse(), Ok(cell));
            let json = serde_json::to_string(&cell).unwrap();
            prop_assert_eq!(serde_json::from_str::<Cell>(&json).unwrap(), cell);
        }

        #[test]
        fn a_number_that_is_no_cell_is_refused(value in any::<i64>()) {
            prop_assert!(Cell::try_from(value).is_err() || h3o::CellIndex::try_from(value.cast_unsigned()).is_ok());
        }

        #[test]
        fn parents_are_ordered(point in anywhere()) {
            let cell = Cell::of(point, Resolution::PUBLIC);
            let words: Vec<_> = cell.indexed().collect();
            prop_assert_eq!(words.iter().map(|word| u8::from(word.resolution())).collect::<Vec<_>>(), [8, 7, 6, 5, 4]);
            prop_assert_eq!(words[0], cell);
            prop_assert_eq!(words[4].region(), cell.region());
            prop_assert_eq!(cell.region().resolution(), Resolution::REGION);
            prop_assert_eq!(cell.parent(resolution(9)), cell);
        }

        #[test]
        fn a_boundary_has_at_least_five_corners(point in anywhere(), number in 0u8..=8) {
            let corners = Cell::of(point, resolution(number)).boundary();
            prop_assert!((5..=10).contains(&corners.len()));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_cover_misses_no_cell(centre in in_europe(), radius_m in 0.0..12_000.0, number in 6u8..=8) {
            let cover = cover(centre, radius_m, resolution(number));
            let here = h3o::CellIndex::try_from(Cell::of(centre, resolution(number)).value().cast_unsigned()).unwrap();
            let steps = (radius_m / 600.0) as u32 + 2;
            for index in here.grid_disk::<Vec<_>>(steps) {
                let cell = Cell::from(index);
                if distance_m(centre, cell.centre()) <= radius_m {
                    prop_assert!(reached(&cover, cell), "{cell} is missing");
                }
            }
        }

        #[test]
        fn a_cover_misses_no_cell_anywhere_on_earth(centre in anywhere(), radius_m in 0.0..6_000.0) {
            let cover = cover(centre, radius_m, Resolution::PUBLIC);
            let here = h3o::CellIndex::try_from(Cell::of(centre, Resolution::PUBLIC).value().cast_unsigned()).unwrap();
            for index in here.grid_disk::<Vec<_>>((radius_m / 500.0) as u32 + 3) {
                let cell = Cell::from(index);
                if distance_m(centre, cell.centre()) <= radius_m {
                    prop_assert!(reached(&cover, cell), "{cell} is missing");
                }
            }
        }

        #[test]
        fn a_wide_cover_misses_nobody(centre in in_europe(), radius_m in 10_000.0..500_000.0,
                                      bearing in 0.0..std::f64::consts::TAU, part in 0.0..1.0_f64) {
            // Somebody within the radius, by the formula for a destination on a flat map, checked by the distance.
            let north = radius_m * part.sqrt() * bearing.cos() / 111_195.0;
            let east = radius_m * part.sqrt() * bearing.sin() / 111_195.0 / centre.lat().to_radians().cos();
            let cell = Cell::of(Point::new(centre.lat() + north, centre.lon() + east).unwrap(), Resolution::PUBLIC);
            if distance_m(centre, cell.centre()) <= radius_m {
                prop_assert!(reached(&cover(centre, radius_m, Resolution::PUBLIC), cell), "{cell} is missing");
            }
        }

        #[test]
        fn a_cover_is_small_and_catches_little_more(centre in in_europe(), radius_m in 500.0..100_000.0) {
            let cover = cover(centre, radius_m, Resolution::PUBLIC);
            prop_assert!(cover.len() <= 48, "{} cells", cover.len());
            let distinct: HashSet<_> = cover.iter().collect();
            prop_assert_eq!(distinct.len(), cover.len());
            for cell in &cover {
                prop_assert!((4..=8).contains(&u8::from(cell.resolution())));
                let beyond = distance_m(centre, cell.centre()) - radius_m;
                prop_assert!(beyond <= 1.3 * circumradius(*cell), "{cell} is {beyond} m beyond {radius_m}");
            }
        }

        #[test]
        fn descendants_spread_no_farther_than_the_cover_assumes(point in anywhere(), number in 4u8..=7) {
            let cell = Cell::of(point, resolution(number));
            let index = h3o::CellIndex::try_from(cell.value().cast_unsigned()).unwrap();
            let reach = 1.3 * circumradius(cell);
            for child in index.children(h3o::Resolution::Eight) {
                prop_assert!(distance_m(cell.centre(), Cell::from(child).centre()) <= reach);
            }
        }
    }

    #[test]
    fn odd_radii_are_answered() {
        let bonn = Point::new(50.735, 7.1).unwrap();
        let own = Cell::of(bonn, Resolution::PUBLIC);
        for radius_m in [0.0, -1.0, f64::NAN, f64::NEG_INFINITY] {
            assert_eq!(cover(bonn, radius_m, Resolution::PUBLIC), [own]);
        }
        let widest = cover(bonn, 500_000.0, Resolution::PUBLIC);
        assert_eq!(cover(bonn, f64::INFINITY, Resolution::PUBLIC), widest);
        assert!(widest.len() < 700, "{}", widest.len());
    }

    #[test]
    fn a_coarser_public_resolution_is_covered_by_its_own_cells() {
        let bonn = Point::new(50.735, 7.1).unwrap();
        let cover = cover(bonn, 1_000.0, resolution(6));
        assert!(cover.iter().all(|cell| cell.resolution() <= resolution(6)));
        assert!(reached(&cover, Cell::of(bonn, resolution(6))));
    }

    #[test]
    fn around_a_pentagon_nothing_is_missed() {
        for pentagon in h3o::Resolution::Eight.pentagons() {
            let centre = Cell::from(pentagon).centre();
            let cover = cover(centre, 3_000.0, Resolution::PUBLIC);
            for index in pentagon.grid_disk::<Vec<_>>(9) {
                let cell = Cell::from(index);
                assert!(distance_m(centre, cell.centre()) > 3_000.0 || reached(&cover, cell));
            }
        }
    }
}
