//! Points, resolutions and named places: plain values without any index or data behind them.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Mean radius of the Earth in metres (R1 of the Geodetic Reference System 1980, IUGG).
const EARTH_RADIUS_M: f64 = 6_371_008.8;

/// A position on the Earth in degrees of WGS 84. Always finite, latitude in -90..=90, longitude in -180..=180.
///
/// This is a precise position and so a secret of its owner: public code is given a `Cell` instead.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Degrees", into = "Degrees")]
pub struct Point {
    lat: f64,
    lon: f64,
}

/// A latitude or longitude that no place on Earth has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a position on Earth in degrees of WGS 84")]
pub struct InvalidPoint;

impl Point {
    /// The point at `lat` degrees north and `lon` degrees east.
    ///
    /// # Errors
    /// [`InvalidPoint`] if either is not finite or out of its range.
    pub fn new(lat: f64, lon: f64) -> Result<Self, InvalidPoint> {
        // A comparison with NaN is false, so this refuses NaN and the infinities too.
        if (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon) {
            Ok(Self { lat, lon })
        } else {
            Err(InvalidPoint)
        }
    }

    /// Degrees north.
    #[must_use]
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// Degrees east.
    #[must_use]
    pub fn lon(self) -> f64 {
        self.lon
    }
}

/// How a [`Point`] travels as JSON. What comes in is checked again.
#[derive(Serialize, Deserialize)]
struct Degrees {
    lat: f64,
    lon: f64,
}

impl From<Point> for Degrees {
    fn from(point: Point) -> Self {
        Self {
            lat: point.lat,
            lon: point.lon,
        }
    }
}

impl TryFrom<Degrees> for Point {
    type Error = InvalidPoint;

    fn try_from(degrees: Degrees) -> Result<Self, InvalidPoint> {
        Self::new(degrees.lat, degrees.lon)
    }
}

/// Distance between two points along a great circle, in metres.
///
/// The haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984), which stays exact for
/// short distances. On a sphere: up to 0.5 % off the ellipsoid, far less than the width of a cell.
#[must_use]
pub fn distance_m(a: Point, b: Point) -> f64 {
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let across = half(a.lon, b.lon) * a.lat.to_radians().cos() * b.lat.to_radians().cos();
    // Rounding may carry the sum a hair past 1 for antipodes.
    2.0 * EARTH_RADIUS_M * (half(a.lat, b.lat) + across).min(1.0).sqrt().asin()
}

/// How fine a cell is: an H3 resolution, from 0 (continents) to 15 (a square metre). Each step is about 7 times finer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Resolution(u8);

/// A number that is no H3 resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a resolution is a number from 0 to 15")]
pub struct InvalidResolution;

impl Resolution {
    /// What rows are kept together by: about 12,400 km², the size of a large county.
    pub const REGION: Self = Self(3);
    /// The coarsest cells that listings are indexed by: about 1,770 km².
    pub const COARSEST_INDEXED: Self = Self(4);
    /// The cells that the public sees unless the operator chooses coarser ones: about 0.74 km², 1 km across.
    pub const PUBLIC: Self = Self(8);

    /// The next finer resolution; the finest is its own.
    #[must_use]
    pub fn finer(self) -> Self {
        Self((self.0 + 1).min(15))
    }
}

impl TryFrom<u8> for Resolution {
    type Error = InvalidResolution;

    fn try_from(number: u8) -> Result<Self, InvalidResolution> {
        if number <= 15 {
            Ok(Self(number))
        } else {
            Err(InvalidResolution)
        }
    }
}

impl From<Resolution> for u8 {
    fn from(resolution: Resolution) -> Self {
        resolution.0
    }
}

/// What sort of place a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlaceKind {
    /// A municipality: Bonn.
    Town,
    /// A part of a town, or a village that belongs to one: Beuel.
    District,
    /// The area of a German postcode: 53111.
    Postcode,
}

/// A place with a name. Its texts lie in the binary, so that a `Place` is cheap to copy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Stable, and safe in URLs and forms: `g2946447`, `d2946447-beuel`, `p53111`. See `data/README.md`.
    pub id: &'static str,
    /// As its inhabitants write it: "Köln", "Genève", "53111".
    pub name: &'static str,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// The name of the town that a district or a postcode lies in.
    pub parent: Option<&'static str>,
    /// What tells the town (or the parent) from others of its name: a region or a county; empty where nothing must.
    pub hint: &'static str,
    /// The state, province or canton: "Nordrhein-Westfalen".
    pub region: &'static str,
    /// ISO 3166-1 alpha-2: "DE".
    pub country: &'static str,
    /// How many people live there; 0 where nobody counted (postcodes, most districts).
    pub population: u32,
    /// Its middle.
    pub point: Point,
}

impl Place {
    /// The place in words that no other place has: "Beuel (Bonn)", "53111 Bonn", "Halle (Nordrhein-Westfalen)".
    ///
    /// Typed back into a form it finds the same place again.
    #[must_use]
    pub fn label(&self) -> String {
        match (self.kind, self.parent) {
            (PlaceKind::Postcode, Some(town)) => format!("{} {town}", self.name),
            (PlaceKind::District, Some(town)) if !says(self.name, town) => {
                // "Beuren (Singen, Hohentwiel)", not "Beuren (Singen (Hohentwiel))".
                in_brackets(self.name, &[&town.replace(" (", ", ").replace(')', ""), self.hint])
            }
            _ => in_brackets(self.name, &[self.hint]),
        }
    }
}

/// Whether a district's name begins with its town's, as "Marseille 16" does.
fn says(name: &str, town: &str) -> bool {
    name.strip_prefix(town)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// `name (note, note)`; a name that ends in brackets takes the notes into them.
fn in_brackets(name: &str, notes: &[&str]) -> String {
    let notes = notes
        .iter()
        .filter(|note| !note.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    match name.strip_suffix(')') {
        _ if notes.is_empty() => name.to_owned(),
        Some(open) => format!("{open}, {notes})"),
        None => format!("{name} ({notes})"),
    }
}

/// Somebody whose data the gazetteer is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name to show.
    pub name: &'static str,
    /// Where it leads.
    pub url: &'static str,
    /// Under which licence we have it, by its SPDX identifier.
    pub licence: &'static str,
}

/// Who must be named wherever place data is shown. `data/README.md` says what each of them gave.
pub const ATTRIBUTION: [Source; 3] = [
    Source {
        name: "GeoNames",
        url: "https://www.geonames.org/",
        licence: "CC-BY-4.0",
    },
    Source {
        name: "OpenStreetMap contributors",
        url: "https://www.openstreetmap.org/copyright",
        licence: "ODbL-1.0",
    },
    Source {
        name: "DB InfraGO AG",
        url: "https://developers.deutschebahn.com/",
        licence: "CC-BY-4.0",
    },
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn point(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).unwrap()
    }

    #[test]
    fn a_point_is_on_earth() {
        assert!(Point::new(50.7, 7.1).is_ok());
        for (lat, lon) in [
            (90.1, 0.0),
            (0.0, -180.1),
            (f64::NAN, 0.0),
            (0.0, f64::NAN),
            (f64::INFINITY, 0.0),
        ] {
            assert_eq!(Point::new(lat, lon), Err(InvalidPoint));
        }
    }

    #[test]
    fn a_point_from_json_is_checked_too() {
        assert_eq!(
            serde_json::from_str::<Point>(r#"{"lat":50.5,"lon":7.25}"#).unwrap(),
            point(50.5, 7.25)
        );
        assert!(serde_json::from_str::<Point>(r#"{"lat":91.0,"lon":7.25}"#).is_err());
        assert_eq!(
            serde_json::to_string(&point(50.5, 7.25)).unwrap(),
            r#"{"lat":50.5,"lon":7.25}"#
        );
    }

    #[test]
    fn known_distances_come_out() {
        // One degree of a great circle is the radius times pi / 180.
        let degree = distance_m(point(0.0, 0.0), point(0.0, 1.0));
        assert!((degree - 111_195.08).abs() < 0.01, "{degree}");
        let half_round = distance_m(point(0.0, 0.0), point(0.0, 180.0));
        assert!((half_round - std::f64::consts::PI * EARTH_RADIUS_M).abs() < 1e-6);
        // Bonn Minster to Cologne Cathedral is 24.4 km on the map.
        let bonn_koeln = distance_m(point(50.7335, 7.0997), point(50.9413, 6.9583));
        assert!((24_300.0..25_300.0).contains(&bonn_koeln), "{bonn_koeln}");
    }

    proptest! {
        #[test]
        fn distance_is_a_metric(a in -90.0..90.0, b in -180.0..180.0, c in -90.0..90.0, d in -180.0..180.0,
                                e in -90.0..90.0, f in -180.0..180.0) {
            let (p, q, r) = (point(a, b), point(c, d), point(e, f));
            prop_assert_eq!(distance_m(p, p), 0.0);
            prop_assert!((distance_m(p, q) - distance_m(q, p)).abs() < 1e-6);
            prop_assert!(distance_m(p, r) <= distance_m(p, q) + distance_m(q, r) + 1e-3);
        }
    }

    #[test]
    fn a_resolution_is_at_most_fifteen() {
        assert_eq!(Resolution::try_from(8), Ok(Resolution::PUBLIC));
        assert_eq!(Resolution::try_from(16), Err(InvalidResolution));
    }
}
