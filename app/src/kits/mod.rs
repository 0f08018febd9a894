//! Kits: the page on which an owner makes one, and what stands on a thing's page about its parts.

mod choosing;
mod parts;

pub use {
    choosing::{path_of, row},
    parts::of_thing,
};

use crate::shell::App;
use axum::{Router, routing::get};

/// All paths of this noun.
pub fn routes() -> Router<App> {
    Router::new().route("/things/{id}/kit", get(choosing::page).post(choosing::save))
}
