//! The map of fields as plain geometry: which hexagons, where on the sheet, how many things in each, what they are
//! called. No tiles, no foreign server; everything comes from cells and from the gazetteer that is built in.

use domain::places::{Cell, Gazetteer, Place, PlaceKind, Point, Resolution, distance_m};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write,
    sync::{LazyLock, RwLock},
};

/// Width of the sheet, in its own units: about the pixels of a phone.
pub const WIDTH: f64 = 360.0;
const HEIGHT: std::ops::RangeInclusive<f64> = 260.0..=400.0;
/// More fields than this are drawn as fewer, larger ones.
const MOST_FIELDS: usize = 60;
/// A field narrower than this has no room for its number.
const LEAST_WIDTH: f64 = 32.0;
/// At least so many fields lie side by side, so that a single one is not the whole world.
const LEAST_ACROSS: f64 = 6.0;
/// Most names on a map.
const MOST_NAMES: usize = 7;
/// Metres of one degree of latitude: mean Earth radius 6,371,008.8 m times π/180.
const DEGREE_M: f64 = 111_195.08;

/// What a map is to show.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// How many things lie in each public cell.
    pub cells: &'a [(Cell, usize)],
    /// Around where, and within how many metres.
    pub circle: Option<(Point, f64)>,
    /// The field chosen: a public cell or one that holds some.
    pub chosen: Option<Cell>,
    /// What to show if there is nothing else.
    pub home: Point,
    /// Of the public cells.
    pub resolution: Resolution,
}

/// A map ready to be drawn. All lengths are units of the sheet, from its upper left corner.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Map {
    /// Height of the sheet; its width is [`WIDTH`].
    pub height: f64,
    /// How wide a field is, in metres.
    pub field_m: f64,
    /// All hexagons that have nothing, as one SVG path.
    pub ground: String,
    /// Those that have something, the chosen one last so that its edge lies above the others.
    pub fields: Vec<Field>,
    /// The circle searched: centre and radius.
    pub circle: Option<(Spot, f64)>,
    /// Names of places.
    pub names: Vec<Name>,
    /// Whether it shows only a part: the field chosen, in finer ones.
    pub zoomed: bool,
}

/// A place on the sheet: right and down.
pub type Spot = (f64, f64);

/// A hexagon with things in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Field {
    /// Which.
    pub cell: Cell,
    /// How many.
    pub count: usize,
    /// Its shade: 1 for one or two, 2 up to five, 3 up to nine, 4 for more.
    pub level: u8,
    /// Its corners as an SVG list of points.
    pub points: String,
    /// Its middle.
    pub at: Spot,
    /// What lies nearest to it.
    pub place: &'static str,
    /// Whether only its things are listed now.
    pub chosen: bool,
}

/// The name of a place.
#[derive(Clone, PartialEq, Debug)]
pub struct Name {
    /// The middle of its line.
    pub at: Spot,
    /// What it says.
    pub text: &'static str,
    /// Whether it is a town rather than a part of one.
    pub town: bool,
}

/// The shade of a field.
#[must_use]
pub const fn level(count: usize) -> u8 {
    match count {
        0 => 0,
        1..=2 => 1,
        3..=5 => 2,
        6..=9 => 3,
        _ => 4,
    }
}

/// Draws the map.
#[must_use]
pub fn draw(asked: &Asked<'_>) -> Map {
    let whole = Sheet::fitting(asked.cells, &asked.extent(), asked.resolution, None);
    // Where fields stand for several cells, choosing one looks into it.
    let focus = asked
        .chosen
        .filter(|_| whole.resolution < asked.resolution)
        .map(|chosen| chosen.parent(whole.resolution));
    match focus {
        None => whole.map(asked, None),
        Some(focus) => {
            let within: Vec<_> = asked
                .cells
                .iter()
                .copied()
                .filter(|(cell, _)| cell.parent(focus.resolution()) == focus)
                .collect();
            let sheet = Sheet::fitting(&within, &focus.boundary(), asked.resolution, Some(focus));
            sheet.map(asked, Some(focus))
        }
    }
}

/// A map that shows one field and where it lies: for a thing's own page.
#[must_use]
pub fn around(cell: Cell) -> Map {
    let asked = Asked {
        cells: &[(cell, 1)],
        circle: None,
        chosen: None,
        home: cell.centre(),
        resolution: cell.resolution(),
    };
    draw(&asked)
}

impl Asked<'_> {
    /// Points that the map must show: all cells, and the circle unless it is far larger than what was found in it.
    fn extent(&self) -> Vec<Point> {
        let mut points: Vec<Point> = self.cells.iter().map(|(cell, _)| cell.centre()).collect();
        if let Some((centre, radius_m)) = self.circle {
            let farthest = points.iter().map(|p| distance_m(centre, *p)).fold(0.0, f64::max);
            let shown = if points.is_empty() {
                radius_m
            } else {
                radius_m.min(farthest * 1.6 + 1_000.0)
            };
            points.extend(square(centre, shown));
        }
        if points.is_empty() {
            points.extend(square(self.home, 5_000.0));
        }
        points
    }
}

/// The corners of the square around a circle.
fn square(centre: Point, radius_m: f64) -> impl Iterator<Item = Point> {
    let (up, across) = (radius_m / DEGREE_M, radius_m / (DEGREE_M * narrowing(centre.lat())));
    [(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0)]
        .into_iter()
        .filter_map(move |(y, x)| {
            let lat = (centre.lat() + y * up).clamp(-90.0, 90.0);
            Point::new(lat, wrapped(centre.lon() + x * across)).ok()
        })
}

/// How much shorter a degree of longitude is here than at the equator; never nothing, also at the poles.
fn narrowing(lat: f64) -> f64 {
    lat.to_radians().cos().max(0.02)
}

/// A longitude in -180..=180.
fn wrapped(lon: f64) -> f64 {
    (lon + 180.0).rem_euclid(360.0) - 180.0
}

/// A flat projection (equirectangular, true to scale at its middle) and the grain of its fields.
struct Sheet {
    middle: Point,
    /// Units per metre.
    scale: f64,
    height: f64,
    resolution: Resolution,
    field_m: f64,
    counts: BTreeMap<Cell, usize>,
}

impl Sheet {
    /// The finest fields, no finer than `finest` and finer than `focus`, that are few enough and large enough to read.
    fn fitting(cells: &[(Cell, usize)], extent: &[Point], finest: Resolution, focus: Option<Cell>) -> Self {
        let coarsest = focus
            .map_or(0, |cell| u8::from(cell.resolution()) + 1)
            .min(u8::from(finest));
        let mut grains = (coarsest..=u8::from(finest))
            .rev()
            .filter_map(|n| Resolution::try_from(n).ok());
        let first = Self::with(cells, extent, grains.next().unwrap_or(finest));
        grains.fold(first, |sheet, coarser| {
            if sheet.is_readable() {
                sheet
            } else {
                Self::with(cells, extent, coarser)
            }
        })
    }

    fn is_readable(&self) -> bool {
        self.counts.len() <= MOST_FIELDS && self.field_m * self.scale >= LEAST_WIDTH
    }

    fn with(cells: &[(Cell, usize)], extent: &[Point], resolution: Resolution) -> Self {
        let mut counts = BTreeMap::new();
        for (cell, count) in cells {
            *counts.entry(cell.parent(resolution)).or_default() += count;
        }
        let (mut south, mut north, mut west, mut east) = (90.0_f64, -90.0_f64, 0.0_f64, 0.0_f64);
        let anchor_lon = extent.first().map_or(0.0, |point| point.lon());
        let drawn: Vec<Point> = counts.keys().map(|cell: &Cell| cell.centre()).collect();
        for point in extent.iter().chain(&drawn) {
            (south, north) = (south.min(point.lat()), north.max(point.lat()));
            let aside = wrapped(point.lon() - anchor_lon);
            (west, east) = (west.min(aside), east.max(aside));
        }
        let lat = if extent.is_empty() {
            0.0
        } else {
            f64::midpoint(south, north)
        };
        let middle = Point::new(lat, wrapped(anchor_lon + f64::midpoint(west, east)))
            .expect("the middle of points on Earth lies on Earth");
        let field_m = width_m(Cell::of(middle, resolution));
        let margin = 1.2 * field_m;
        let least = LEAST_ACROSS * field_m;
        let wide = ((east - west) * DEGREE_M * narrowing(lat) + margin).max(least);
        let high = ((north - south).max(0.0) * DEGREE_M + margin).max(least * 0.8);
        let height = (WIDTH * high / wide).clamp(*HEIGHT.start(), *HEIGHT.end());
        let scale = (WIDTH / wide).min(height / high);
        Self {
            middle,
            scale,
            height,
            resolution,
            field_m,
            counts,
        }
    }

    fn spot(&self, point: Point) -> Spot {
        let x = wrapped(point.lon() - self.middle.lon()) * DEGREE_M * narrowing(self.middle.lat());
        let y = (self.middle.lat() - point.lat()) * DEGREE_M;
        (WIDTH / 2.0 + x * self.scale, self.height / 2.0 + y * self.scale)
    }

    /// The point at a spot; `None` beyond the poles.
    fn point(&self, (x, y): Spot) -> Option<Point> {
        let east = (x - WIDTH / 2.0) / (self.scale * DEGREE_M * narrowing(self.middle.lat()));
        let south = (y - self.height / 2.0) / (self.scale * DEGREE_M);
        if east.abs() > 180.0 {
            return None;
        }
        Point::new(self.middle.lat() - south, wrapped(self.middle.lon() + east)).ok()
    }

    fn map(&self, asked: &Asked<'_>, focus: Option<Cell>) -> Map {
        let mut fields: Vec<Field> = self
            .counts
            .iter()
            .map(|(cell, count)| Field {
                cell: *cell,
                count: *count,
                level: level(*count),
                points: self.points(*cell),
                at: self.spot(cell.centre()),
                place: name_of(*cell).map_or("", |place| place.name),
                chosen: asked
                    .chosen
                    .is_some_and(|chosen| focus != Some(chosen) && cell.parent(chosen.resolution()) == chosen),
            })
            .collect();
        fields.sort_by_key(|field| field.chosen);
        let circle = asked
            .circle
            .map(|(centre, radius_m)| (self.spot(centre), radius_m * self.scale));
        Map {
            height: self.height,
            field_m: self.field_m,
            ground: self.ground(),
            names: self.names(&fields, asked.circle.map(|(centre, _)| centre)),
            fields,
            circle,
            zoomed: focus.is_some(),
        }
    }

    fn points(&self, cell: Cell) -> String {
        let mut points = String::with_capacity(80);
        for corner in cell.boundary() {
            let (x, y) = self.spot(corner);
            let _ = write!(points, "{}{x:.1},{y:.1}", if points.is_empty() { "" } else { " " });
        }
        points
    }

    /// The empty hexagons in view. They are found by looking which one lies under each knot of a net that is narrower
    /// than a hexagon.
    fn ground(&self) -> String {
        let step = (0.6 * self.field_m * self.scale).max(6.0);
        let knots = |length: f64| (0..=((length / step).ceil() as u32)).map(move |n| f64::from(n) * step);
        let mut cells = BTreeSet::new();
        for y in knots(self.height) {
            for x in knots(WIDTH) {
                cells.extend(self.point((x, y)).map(|point| Cell::of(point, self.resolution)));
            }
        }
        let mut path = String::new();
        for cell in cells.into_iter().filter(|cell| !self.counts.contains_key(cell)) {
            let corners: Vec<Spot> = cell.boundary().into_iter().map(|corner| self.spot(corner)).collect();
            // Where the sheet reaches around the world, a hexagon at its seam would be drawn right across it.
            let left = corners.iter().map(|c| c.0).fold(f64::INFINITY, f64::min);
            if corners.iter().any(|c| c.0 - left > WIDTH) {
                continue;
            }
            for (at, (x, y)) in corners.into_iter().enumerate() {
                let _ = write!(path, "{}{x:.0} {y:.0}", if at == 0 { 'M' } else { 'L' });
            }
            path.push('Z');
        }
        path
    }

    /// What lies near the fuller fields and the middle of the circle, towns first; each below the number of its field,
    /// none across another.
    fn names(&self, fields: &[Field], middle: Option<Point>) -> Vec<Name> {
        let middle = middle.map(|point| (Cell::of(point, self.resolution), self.spot(point), 0));
        let spots = fields.iter().map(|field| (field.cell, field.at, field.count));
        let mut near: Vec<(Spot, usize, &'static Place)> = spots
            .chain(middle)
            .filter_map(|(cell, at, count)| Some((at, count, name_of(cell)?)))
            .collect();
        near.sort_by_key(|(_, count, place)| {
            (
                place.kind != PlaceKind::Town,
                std::cmp::Reverse((*count, place.population)),
            )
        });
        let mut names: Vec<Name> = Vec::new();
        for ((x, y), _, place) in near {
            let town = place.kind == PlaceKind::Town;
            let at = (x, y + 0.36 * self.field_m * self.scale);
            let name = Name {
                at,
                text: place.name,
                town,
            };
            let free = names
                .iter()
                .all(|other| other.text != name.text && !name.touches(other));
            if free && name.is_within(self.height) {
                names.push(name);
            }
            if names.len() == MOST_NAMES {
                break;
            }
        }
        names
    }
}

impl Name {
    /// About how wide it is, by letters of average width.
    fn width(&self) -> f64 {
        self.text.chars().count() as f64 * if self.town { 9.5 } else { 7.0 } + 6.0
    }

    fn touches(&self, other: &Self) -> bool {
        (self.at.0 - other.at.0).abs() < f64::midpoint(self.width(), other.width())
            && (self.at.1 - other.at.1).abs() < 20.0
    }

    fn is_within(&self, height: f64) -> bool {
        let half = self.width() / 2.0;
        self.at.0 >= half && self.at.0 <= WIDTH - half && (10.0..=height - 6.0).contains(&self.at.1)
    }
}

/// From edge to edge: √3 times from the middle to a corner.
fn width_m(cell: Cell) -> f64 {
    let centre = cell.centre();
    let corners = cell.boundary();
    let total: f64 = corners.iter().map(|corner| distance_m(centre, *corner)).sum();
    3.0_f64.sqrt() * total / corners.len().max(1) as f64
}

/// The largest town in a cell, else the place nearest to its centre. Looking it up takes a while and a community has few cells, so the answers are
/// kept; forgotten all at once when they are many.
fn name_of(cell: Cell) -> Option<&'static Place> {
    const MOST_KEPT: usize = 50_000;
    static KEPT: LazyLock<RwLock<HashMap<Cell, &'static Place>>> = LazyLock::new(RwLock::default);
    if let Some(place) = KEPT.read().ok().and_then(|kept| kept.get(&cell).copied()) {
        return Some(place);
    }
    let gazetteer = Gazetteer::shared();
    let place = gazetteer
        .largest_town_in(cell)
        .or_else(|| gazetteer.nearest(cell.centre()))?;
    if let Ok(mut kept) = KEPT.write() {
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(cell, place);
    }
    Some(place)
}

/// What a cell is called, for words about it.
#[must_use]
pub fn place_of(cell: Cell) -> &'static str {
    name_of(cell).map_or("", |place| place.name)
}

#[cfg(test)]
#[path = "map_tests.rs"]
mod tests;
