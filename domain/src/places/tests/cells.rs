//! Cells, and circles made of them.

use std::collections::HashSet;

use proptest::prelude::*;

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
