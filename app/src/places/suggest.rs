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
