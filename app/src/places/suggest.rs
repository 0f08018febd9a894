//! What the field for a place suggests.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One place that fits what was typed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Suggestion {
    /// Its name, as the form understands it.
    pub label: String,
    /// What tells it from others of the same name: its region or country.
    pub note: String,
}

/// The places that fit best, at most seven.
///
/// # Errors
/// None of its own.
#[server(endpoint = "places/suggest", input = server_fn::codec::GetUrl)]
pub async fn suggest_places(text: String) -> Result<Vec<Suggestion>, ServerFnError> {
    let found = domain::places::Gazetteer::shared().find(&text, 7);
    Ok(found
        .into_iter()
        .map(|found| Suggestion {
            label: found.place.label(),
            note: found.place.region.to_owned(),
        })
        .collect())
}

/// Where a visitor is, as coarsely as anybody needs to know. Coordinates are text: reading and writing numbers with a
/// point would make what the browser downloads a fifth larger.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Here {
    /// Latitude of the centre of their public cell, in degrees.
    pub lat: String,
    /// Its longitude.
    pub lon: String,
    /// The place nearest to it; empty where none is known.
    pub label: String,
}

/// The public cell around a position of the visitor's device, in degrees; the position itself is kept nowhere.
///
/// # Errors
/// When there is no such point on earth.
#[server(endpoint = "places/here", input = server_fn::codec::GetUrl)]
pub async fn place_here(lat: String, lon: String) -> Result<Here, ServerFnError> {
    use domain::places::{Cell, Gazetteer, Point, Resolution};
    let degrees = |text: String| text.parse::<f64>().map_err(ServerFnError::new);
    let exact = Point::new(degrees(lat)?, degrees(lon)?).map_err(ServerFnError::new)?;
    let centre = Cell::of(exact, Resolution::PUBLIC).centre();
    let nearest = Gazetteer::shared().nearest(centre);
    Ok(Here {
        lat: format!("{:.5}", centre.lat()),
        lon: format!("{:.5}", centre.lon()),
        label: nearest.map(|place| place.label()).unwrap_or_default(),
    })
}
