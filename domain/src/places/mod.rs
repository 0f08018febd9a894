//! Places.
use serde::{Deserialize, Serialize};

/// A point on the earth: WGS84 degrees.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Point {
    /// Latitude.
    pub lat: f64,
    /// Longitude.
    pub lon: f64,
}
/// A place.
pub struct Place {
    /// id
    pub id: String,
    /// point
    pub point: Point,
}
impl Place {
    /// label
    pub fn label(&self) -> String {
        self.id.clone()
    }
}
/// Places.
pub struct Gazetteer;
impl Gazetteer {
    /// The one.
    pub fn get() -> &'static Self {
        &Self
    }
    /// Best.
    pub fn best(&self, _text: &str) -> Option<&'static Place> {
        None
    }
}
