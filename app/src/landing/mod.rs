//! The first page, and the few pages that explain the place.

mod explain;
mod first;

use crate::shell::App;
use axum::{Router, routing::get};

/// All paths of this noun.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(first::page))
        .route("/how", get(explain::how))
        .route("/conduct", get(explain::conduct))
        .route("/privacy", get(explain::privacy))
        .route("/credits", get(explain::credits))
}
