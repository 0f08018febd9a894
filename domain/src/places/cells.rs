//! Cells: the hexagons of H3 (<https://h3geo.org>), the public's idea of where something is, and the index by place.

use std::fmt;
use std::str::FromStr;

use h3o::{CellIndex, LatLng};
use serde::{Deserialize, Serialize};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use thiserror::Error;

use super::{Point, Resolution, distance_m};

/// The largest radius that [`cover`] takes, in metres. A larger one is cut to this.
const LARGEST_RADIUS_M: f64 = 500_000.0;

/// How far the centres of a cell's descendants lie from its own centre at most, in circumradii of the cell.
///
/// Children of a hexagon with circumradius `e` are centred √3·e/√7 away, theirs 1/√7 of that, and so on: in the limit
/// 1.06·e in the plane. The rest is for distortion; a test looks at every descendant of many cells.
const SPREAD: f64 = 1.3;

/// A cell of the H3 grid, kept as the 64-bit H3 index (which fits a `bigint`). Always valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cell(i64);

/// A number or text that is no H3 cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a cell of the H3 grid")]
pub struct InvalidCell;

impl Cell {
    /// The cell that the point lies in.
    #[must_use]
    pub fn of(point: Point, resolution: Resolution) -> Self {
        Self::from(lat_lng(point).to_cell(h3(resolution)))
    }

    /// The number it is stored as.
    #[must_use]
    pub fn value(self) -> i64 {
        self.0
    }

    /// How fine it is.
    #[must_use]
    pub fn resolution(self) -> Resolution {
        Resolution::try_from(u8::from(self.index().resolution())).expect("H3 has no other resolutions")
    }

    /// Its centre: the only coordinate of a listing that the public may see.
    #[must_use]
    pub fn centre(self) -> Point {
        point(LatLng::from(self.index()))
    }

    /// The cell that holds it at a coarser resolution; itself if `resolution` is not coarser.
    #[must_use]
    pub fn parent(self, resolution: Resolution) -> Self {
        self.index().parent(h3(resolution)).map_or(self, Self::from)
    }

    /// The cell of [`Resolution::REGION`] that holds it: the key that rows are kept together by.
    #[must_use]
    pub fn region(self) -> Self {
        self.parent(Resolution::REGION)
    }

    /// Itself and the cells that hold it, fine to coarse, down to [`Resolution::COARSEST_INDEXED`]: what a listing is
    /// indexed by, so that one of them is in every [`cover`] that reaches it.
    pub fn indexed(self) -> impl Iterator<Item = Self> {
        let coarsest = u8::from(Resolution::COARSEST_INDEXED);
        let own = u8::from(self.resolution());
        (coarsest..=own)
            .rev()
            .filter_map(move |number| Some(self.parent(Resolution::try_from(number).ok()?)))
    }

    /// Its corners in order, not closed: six, or five for the twelve pentagons, and one more at each edge of H3's
    /// icosahedron that runs through it.
    #[must_use]
    pub fn boundary(self) -> Vec<Point> {
        self.index().boundary().iter().map(|corner| point(*corner)).collect()
    }

    /// How far its farthest corner is from its centre, in metres.
    fn circumradius_m(self) -> f64 {
        let centre = self.centre();
        self.boundary()
            .into_iter()
            .map(|corner| distance_m(centre, corner))
            .fold(0.0, f64::max)
    }

    fn index(self) -> CellIndex {
        CellIndex::try_from(self.0.cast_unsigned()).expect("a Cell is only made from a valid index")
    }

    fn children(self) -> impl Iterator<Item = Self> {
        self.index().children(h3(self.resolution().finer())).map(Self::from)
    }
}

/// A small set of cells that stand for "within `radius_m` metres of `centre`" when looked up in an index by place.
///
/// Every cell of `resolution` whose centre lies within the radius is in the set, or one of the coarser cells that
/// hold it is (see [`Cell::indexed`]). Nothing is missed; somewhat more is caught, so that the caller still compares
/// distances. For radii up to 100 km it is a few dozen cells at most, of resolutions from
/// [`Resolution::COARSEST_INDEXED`] to `resolution`.
///
/// `resolution` is that of the public cells, at least [`Resolution::COARSEST_INDEXED`]. A radius that is negative or no
/// number counts as 0, and one above 500 km as 500 km.
#[must_use]
pub fn cover(centre: Point, radius_m: f64, resolution: Resolution) -> Vec<Cell> {
    let circle = Circle {
        centre,
        radius_m: if radius_m.is_nan() {
            0.0
        } else {
            radius_m.clamp(0.0, LARGEST_RADIUS_M)
        },
    };
    let resolution = resolution.max(Resolution::COARSEST_INDEXED);
    let grain = circle.grain().min(resolution);
    let start = Cell::of(centre, Resolution::COARSEST_INDEXED);
    let mut cover = Vec::new();
    for cell in circle.neighbourhood(start) {
        circle.gather(cell, grain, resolution, &mut cover);
    }
    if cover.is_empty() {
        // No centre within so small a radius: whoever asks is at least told of the cell they stand in.
        cover.push(Cell::of(centre, resolution));
    }
    cover
}

struct Circle {
    centre: Point,
    radius_m: f64,
}

impl Circle {
    /// The finest cells worth using: fine enough to follow the circle, coarse enough to be few.
    fn grain(&self) -> Resolution {
        let number = match self.radius_m {
            r if r <= 1_500.0 => 8,
            r if r <= 6_000.0 => 7,
            r if r <= 16_000.0 => 6,
            r if r <= 45_000.0 => 5,
            _ => 4,
        };
        Resolution::try_from(number).unwrap_or(Resolution::PUBLIC)
    }

    /// The cells as coarse as `start` that may have descendants within the circle.
    fn neighbourhood(&self, start: Cell) -> Vec<Cell> {
        // The k-th ring is at least 1.5 k circumradii away; little more than half of that allows for squeezed cells.
        let circumradius = start.circumradius_m();
        let reach = self.radius_m + (SPREAD + 1.0) * circumradius;
        let steps = (reach / (circumradius * 0.85)).ceil() as u32;
        start
            .index()
            .grid_disk::<Vec<_>>(steps)
            .into_iter()
            .map(Cell::from)
            .collect()
    }

    /// Adds the part of `cell` that is in the circle, as cells no finer than `grain`.
    fn gather(&self, cell: Cell, grain: Resolution, resolution: Resolution, cover: &mut Vec<Cell>) {
        match self.reaches(cell) {
            Reach::Nothing => {}
            Reach::All => cover.push(cell),
            Reach::Some if cell.resolution() >= grain => {
                if self.holds_a_centre_of(cell, resolution) {
                    cover.push(cell);
                }
            }
            Reach::Some => {
                let before = cover.len();
                for child in cell.children() {
                    self.gather(child, grain, resolution, cover);
                }
                let children: Vec<_> = cell.children().collect();
                if cover[before..] == children {
                    cover.truncate(before);
                    cover.push(cell);
                }
            }
        }
    }

    /// Whether the centre of one of `cell`'s descendants of `resolution` lies in the circle.
    fn holds_a_centre_of(&self, cell: Cell, resolution: Resolution) -> bool {
        match self.reaches(cell) {
            Reach::Nothing => false,
            Reach::All => true,
            Reach::Some if cell.resolution() >= resolution => self.holds(cell.centre()),
            Reach::Some => cell.children().any(|child| self.holds_a_centre_of(child, resolution)),
        }
    }

    /// How many of the centres of `cell`'s descendants can be in the circle.
    fn reaches(&self, cell: Cell) -> Reach {
        let distance = distance_m(self.centre, cell.centre());
        let spread = SPREAD * cell.circumradius_m();
        if distance - spread > self.radius_m {
            Reach::Nothing
        } else if distance + spread <= self.radius_m {
            Reach::All
        } else {
            Reach::Some
        }
    }

    fn holds(&self, point: Point) -> bool {
        distance_m(self.centre, point) <= self.radius_m
    }
}

enum Reach {
    Nothing,
    Some,
    All,
}

impl From<CellIndex> for Cell {
    fn from(index: CellIndex) -> Self {
        Self(u64::from(index).cast_signed())
    }
}

impl TryFrom<i64> for Cell {
    type Error = InvalidCell;

    fn try_from(value: i64) -> Result<Self, InvalidCell> {
        CellIndex::try_from(value.cast_unsigned())
            .map(Self::from)
            .map_err(|_| InvalidCell)
    }
}

/// As H3 writes cells, 15 hexadecimal digits: fit for URLs, search words and element ids.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

impl FromStr for Cell {
    type Err = InvalidCell;

    fn from_str(text: &str) -> Result<Self, InvalidCell> {
        let value = i64::from_str_radix(text, 16).map_err(|_| InvalidCell)?;
        Self::try_from(value)
    }
}

impl TryFrom<String> for Cell {
    type Error = InvalidCell;

    fn try_from(text: String) -> Result<Self, InvalidCell> {
        text.parse()
    }
}

impl From<Cell> for String {
    fn from(cell: Cell) -> Self {
        cell.to_string()
    }
}

// By hand rather than derived, so that a number that is no cell is an error of the row and not a broken `Cell`.
impl<DB: sqlx::Database> sqlx::Type<DB> for Cell
where
    i64: sqlx::Type<DB>,
{
    fn type_info() -> DB::TypeInfo {
        <i64 as sqlx::Type<DB>>::type_info()
    }

    fn compatible(ty: &DB::TypeInfo) -> bool {
        <i64 as sqlx::Type<DB>>::compatible(ty)
    }
}

impl<'r, DB: sqlx::Database> sqlx::Decode<'r, DB> for Cell
where
    i64: sqlx::Decode<'r, DB>,
{
    fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self::try_from(<i64 as sqlx::Decode<'r, DB>>::decode(value)?)?)
    }
}

impl<'q, DB: sqlx::Database> sqlx::Encode<'q, DB> for Cell
where
    i64: sqlx::Encode<'q, DB>,
{
    fn encode_by_ref(&self, buffer: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
        self.0.encode_by_ref(buffer)
    }
}

fn h3(resolution: Resolution) -> h3o::Resolution {
    h3o::Resolution::try_from(u8::from(resolution)).expect("H3 has the same resolutions")
}

fn lat_lng(point: Point) -> LatLng {
    LatLng::new(point.lat(), point.lon()).expect("a Point is finite")
}

fn point(position: LatLng) -> Point {
    // Rounding may carry a corner a hair past the date line or a pole.
    let (lat, lon) = (position.lat().clamp(-90.0, 90.0), position.lng().clamp(-180.0, 180.0));
    Point::new(lat, lon).expect("H3 gives finite positions")
}
