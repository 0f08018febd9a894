use super::*;
use proptest::prelude::*;

fn point(lat: f64, lon: f64) -> Point {
    Point::new(lat, lon).unwrap()
}

fn cell(lat: f64, lon: f64) -> Cell {
    Cell::of(point(lat, lon), Resolution::PUBLIC)
}

const BONN: (f64, f64) = (50.7351, 7.1004);
const KOELN: (f64, f64) = (50.9413, 6.9583);

fn asked<'a>(cells: &'a [(Cell, usize)], circle: Option<(Point, f64)>, chosen: Option<Cell>) -> Asked<'a> {
    Asked {
        cells,
        circle,
        chosen,
        home: point(BONN.0, BONN.1),
        resolution: Resolution::PUBLIC,
    }
}

/// `count` different cells near a point, with 1, 2, 3 … things.
fn near((lat, lon): (f64, f64), count: usize) -> Vec<(Cell, usize)> {
    let mut cells = BTreeSet::new();
    for n in 0_u32.. {
        cells.insert(cell(lat + f64::from(n % 12) * 0.006, lon + f64::from(n / 12) * 0.009));
        if cells.len() == count {
            break;
        }
    }
    cells.into_iter().zip(1..).collect()
}

#[test]
fn a_neighbourhood_is_drawn_in_public_cells_inside_of_its_circle() {
    let cells = near(BONN, 9);
    let map = draw(&asked(&cells, Some((point(BONN.0, BONN.1), 3_000.0)), None));
    assert_eq!(map.fields.len(), 9);
    assert!((800.0..1_200.0).contains(&map.field_m), "{}", map.field_m);
    assert_eq!(map.fields.iter().map(|f| f.count).sum::<usize>(), 45);
    assert!(
        map.fields
            .iter()
            .all(|f| (0.0..=WIDTH).contains(&f.at.0) && (0.0..=map.height).contains(&f.at.1))
    );
    let ((x, y), radius) = map.circle.unwrap();
    assert!(x - radius >= 0.0 && x + radius <= WIDTH && y - radius >= 0.0 && y + radius <= map.height);
    assert!(!map.zoomed && !map.names.is_empty() && map.ground.starts_with('M'));
}

#[test]
fn two_towns_are_drawn_in_larger_fields_with_their_names() {
    let mut cells = near(BONN, 40);
    cells.extend(near(KOELN, 40));
    let map = draw(&asked(&cells, None, None));
    assert!(map.fields.len() <= MOST_FIELDS);
    assert!(map.field_m > 2_000.0);
    assert!(map.field_m * WIDTH > 0.0);
    assert_eq!(
        map.fields.iter().map(|f| f.count).sum::<usize>(),
        2 * 40 * 41 / 2,
        "no thing is lost"
    );
    let places: BTreeSet<_> = map.fields.iter().map(|f| f.place).collect();
    assert!(places.len() > 3, "{places:?}");
}

#[test]
fn a_larger_field_that_is_chosen_is_looked_into() {
    let mut cells = near(BONN, 40);
    cells.extend(near(KOELN, 40));
    let whole = draw(&asked(&cells, None, None));
    let largest = whole.fields.iter().max_by_key(|f| f.count).unwrap();
    let inside = draw(&asked(&cells, None, Some(largest.cell)));
    assert!(inside.zoomed && inside.field_m < whole.field_m);
    assert_eq!(inside.fields.iter().map(|f| f.count).sum::<usize>(), largest.count);
    assert!(inside.fields.iter().all(|f| !f.chosen));
    let finest = draw(&asked(&cells, None, Some(cells[0].0)));
    let chosen: Vec<_> = finest.fields.iter().filter(|f| f.chosen).collect();
    assert_eq!(chosen.len(), 1);
    assert_eq!(
        finest.fields.last().map(|f| f.chosen),
        Some(true),
        "it is drawn above the others"
    );
}

#[test]
fn a_chosen_cell_is_marked_and_its_neighbours_stay() {
    let cells = near(BONN, 5);
    let map = draw(&asked(&cells, None, Some(cells[2].0)));
    assert_eq!(map.fields.len(), 5);
    assert_eq!(map.fields[4].cell, cells[2].0);
    assert!(map.fields[4].chosen && !map.fields[0].chosen);
}

#[test]
fn nothing_found_still_shows_where_it_was_looked_for() {
    let map = draw(&asked(&[], Some((point(BONN.0, BONN.1), 20_000.0)), None));
    assert!(map.fields.is_empty() && !map.ground.is_empty());
    let (_, radius) = map.circle.unwrap();
    assert!(2.0 * radius <= WIDTH);
    assert!(!draw(&asked(&[], None, None)).ground.is_empty());
}

#[test]
fn a_thing_has_a_map_of_its_own() {
    let map = around(cell(BONN.0, BONN.1));
    assert_eq!(map.fields.len(), 1);
    let (x, y) = map.fields[0].at;
    assert!((x - WIDTH / 2.0).abs() < WIDTH / 4.0 && (y - map.height / 2.0).abs() < map.height / 4.0);
}

#[test]
fn shades_follow_the_counts() {
    assert_eq!([0, 1, 2, 3, 5, 6, 9, 10, 500].map(level), [0, 1, 1, 2, 2, 3, 3, 4, 4]);
}

#[test]
fn north_is_up_and_east_is_right() {
    let cells = near(BONN, 12);
    let sheet = Sheet::with(&cells, &[point(BONN.0, BONN.1)], Resolution::PUBLIC);
    let (x, y) = sheet.spot(point(BONN.0, BONN.1));
    assert!(sheet.spot(point(BONN.0 + 0.01, BONN.1)).1 < y);
    assert!(sheet.spot(point(BONN.0, BONN.1 + 0.01)).0 > x);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn anywhere_on_earth_a_map_can_be_drawn(
        spots in proptest::collection::vec((-90.0..=90.0, -180.0..=180.0, 1_usize..40), 0..30),
        circle in proptest::option::of((-90.0..=90.0, -180.0..=180.0, 500.0..100_000.0)),
        choose in proptest::option::of(0_usize..30),
    ) {
        let cells: BTreeMap<_, _> = spots.iter().map(|(lat, lon, n)| (cell(*lat, *lon), *n)).collect();
        let cells: Vec<_> = cells.into_iter().collect();
        let circle = circle.map(|(lat, lon, radius)| (point(lat, lon), radius));
        let chosen = choose.and_then(|n| cells.get(n)).map(|(cell, _)| *cell);
        let map = draw(&asked(&cells, circle, chosen));
        prop_assert!(HEIGHT.contains(&map.height));
        prop_assert!(map.ground.len() < 200_000);
        prop_assert!(!map.ground.contains("NaN") && !map.ground.contains("inf"));
        if !map.zoomed {
            let (drawn, there) = (map.fields.iter().map(|f| f.count).sum::<usize>(), cells.iter().map(|c| c.1).sum::<usize>());
            prop_assert_eq!(drawn, there);
        }
    }

    #[test]
    fn a_spot_and_its_point_are_the_same_place(lat in 46.0..55.0, lon in 5.0..15.0, x in 0.0..WIDTH, y in 0.0..260.0) {
        let sheet = Sheet::with(&[], &[point(lat, lon)], Resolution::PUBLIC);
        let (back_x, back_y) = sheet.spot(sheet.point((x, y)).unwrap());
        prop_assert!((back_x - x).abs() < 1e-6 && (back_y - y).abs() < 1e-6);
    }
}
