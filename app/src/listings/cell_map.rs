//! A small map of one public cell among its neighbours, drawn here: no map service learns who looks.

use domain::{
    Lang,
    places::{Cell, Gazetteer, PlaceKind, Point},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Width and height of the drawing, in its own units.
const WIDTH: f64 = 360.0;
/// See [`WIDTH`].
const HEIGHT: f64 = 180.0;
/// How far the corners of the cell in the middle lie from its centre, in the same units.
const RADIUS: f64 = 42.0;
/// Rings of neighbours that cover the drawing.
const RINGS: usize = 4;
/// Most names of places beside that of the cell.
const MOST_NAMES: usize = 3;

/// A flat drawing of the ground around a point: equirectangular, true at its middle.
#[derive(Clone, Copy, Debug)]
struct Ground {
    middle: Point,
    /// Units of the drawing per degree of latitude.
    scale: f64,
}

impl Ground {
    /// The ground around a cell, so large that the cell gets its radius.
    fn around(cell: Cell) -> Self {
        let flat = Self { middle: cell.centre(), scale: 1.0 };
        let reach = cell
            .boundary()
            .into_iter()
            .map(|corner| flat.away(corner))
            .map(|(x, y)| x.hypot(y))
            .fold(f64::MIN_POSITIVE, f64::max);
        Self { scale: RADIUS / reach, ..flat }
    }

    /// How far a point lies to the right of and below the middle.
    fn away(self, point: Point) -> (f64, f64) {
        let east = (point.lon() - self.middle.lon()) * self.middle.lat().to_radians().cos();
        (east * self.scale, (self.middle.lat() - point.lat()) * self.scale)
    }

    /// Where a point lies in the drawing.
    fn at(self, point: Point) -> (f64, f64) {
        let (x, y) = self.away(point);
        (WIDTH / 2.0 + x, HEIGHT / 2.0 + y)
    }

    fn corners(self, cell: Cell) -> String {
        cell.boundary()
            .into_iter()
            .map(|corner| {
                let (x, y) = self.at(corner);
                format!("{x:.1},{y:.1}")
            })
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// A cell and those around it. A neighbour is what lies as far beyond the middle of an edge as the centre before it.
fn neighbourhood(cell: Cell) -> BTreeSet<Cell> {
    let mut all = BTreeSet::from([cell]);
    let mut edge = vec![cell];
    for _ in 0..RINGS {
        let mut next = Vec::new();
        for cell in edge {
            let (centre, corners) = (cell.centre(), cell.boundary());
            for (at, corner) in corners.iter().enumerate() {
                let other = corners[(at + 1) % corners.len()];
                let lat = corner.lat() + other.lat() - centre.lat();
                let lon = corner.lon() + other.lon() - centre.lon();
                if let Ok(beyond) = Point::new(lat, lon) {
                    let neighbour = Cell::of(beyond, cell.resolution());
                    if all.insert(neighbour) {
                        next.push(neighbour);
                    }
                }
            }
        }
        edge = next;
    }
    all
}

/// Names of towns and districts in the drawing, none of them on the cell itself or on each other.
fn names(ground: Ground, own: &str) -> Vec<(String, f64, f64)> {
    let mut found: Vec<(String, f64, f64)> = Vec::new();
    let (half_height, half_width) = (HEIGHT / 2.0 / ground.scale, WIDTH / 2.0 / ground.scale);
    let near = |point: Point| {
        // The cheap comparison first: there are tens of thousands of places.
        (point.lat() - ground.middle.lat()).abs() < half_height
            && ground.away(point).0.abs() < half_width * ground.scale
    };
    let places = Gazetteer::shared().places().filter(|p| p.kind != PlaceKind::Postcode && near(p.point));
    for place in places {
        let (x, y) = ground.at(place.point);
        let inside = (45.0..WIDTH - 45.0).contains(&x) && (15.0..HEIGHT - 10.0).contains(&y);
        let on_cell = (x - WIDTH / 2.0).abs() < 70.0 && (y - HEIGHT / 2.0).abs() < 24.0;
        let on_other = found.iter().any(|(_, a, b)| (x - a).abs() < 90.0 && (y - b).abs() < 20.0);
        if inside && !on_cell && !on_other && place.name != own {
            found.push((place.name.to_owned(), x, y));
        }
        if found.len() == MOST_NAMES {
            break;
        }
    }
    found
}

/// The drawing, and below it what it means. `legend` says who learns more.
#[must_use]
pub fn cell_map(lang: Lang, cell: Cell, place_name: &str, legend: String) -> AnyView {
    let ground = Ground::around(cell);
    let short = place_name.split(" (").next().unwrap_or(place_name).to_owned();
    let mut cells: Vec<Cell> = neighbourhood(cell).into_iter().filter(|other| *other != cell).collect();
    cells.retain(|other| {
        let (x, y) = ground.at(other.centre());
        (-RADIUS..WIDTH + RADIUS).contains(&x) && (-RADIUS..HEIGHT + RADIUS).contains(&y)
    });
    let others = cells
        .into_iter()
        .map(|other| view! { <polygon class="hexmap__cell" data-level="0" points=ground.corners(other)/> })
        .collect_view();
    let labels = names(ground, &short)
        .into_iter()
        .map(|(name, x, y)| view! { <text class="hexmap__place" x=format!("{x:.0}") y=format!("{y:.0}")>{name}</text> })
        .collect_view();
    let label = t!(lang, "listings-map-label", place = place_name);
    view! {
        <figure class="hexmap hexmap--one">
            <svg class="hexmap__svg" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label>
                {others}
                <polygon class="hexmap__cell" data-level="here" points=ground.corners(cell)/>
                <text class="hexmap__place" x=format!("{}", WIDTH / 2.0) y=format!("{}", HEIGHT / 2.0 + 5.0)>{short}</text>
                {labels}
            </svg>
            <figcaption class="hexmap__legend">{legend}</figcaption>
        </figure>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::places::Resolution;

    #[test]
    fn the_neighbours_cover_the_drawing() {
        for (lat, lon) in [(50.7351, 7.1004), (0.1, 0.1), (-33.9, 151.2), (69.6, 18.9), (64.1, -179.99)] {
            let cell = Cell::of(Point::new(lat, lon).unwrap(), Resolution::PUBLIC);
            let around = neighbourhood(cell);
            assert!((55..=61).contains(&around.len()), "{} around {lat},{lon}", around.len());
            let ground = Ground::around(cell);
            let (x, y) = ground.at(cell.centre());
            assert!((x - WIDTH / 2.0).abs() < 1e-6 && (y - HEIGHT / 2.0).abs() < 1e-6);
        }
    }

    #[test]
    fn the_drawing_is_made_from_the_cell_alone() {
        let centre = Cell::of(Point::new(50.7351, 7.1004).unwrap(), Resolution::PUBLIC).centre();
        let moved = Point::new(centre.lat() + 0.001, centre.lon() - 0.001).unwrap();
        let html = |point| {
            let cell = Cell::of(point, Resolution::PUBLIC);
            cell_map(Lang::De, cell, "Bonn", String::new()).to_html()
        };
        assert_eq!(html(centre), html(moved));
    }
}
