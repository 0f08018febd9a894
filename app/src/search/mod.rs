//! Pages of search: the box of fields, results as cards and on a map, and the same as JSON.

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod attributes;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod hexmap;
#[cfg(feature = "ssr")]
mod items;
#[cfg(feature = "ssr")]
mod map;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod params;
#[cfg(feature = "ssr")]
mod reading;
#[cfg(feature = "ssr")]
mod results;
#[cfg(feature = "ssr")]
pub use {
    form::search_box,
    hexmap::here as map_here,
    params::{Ground, Params, Typed},
    results::with_cards,
};

#[cfg(feature = "ssr")]
use {
    crate::shell::App,
    axum::{Router, routing::get},
};

/// All paths of this noun.
#[cfg(feature = "ssr")]
pub fn routes() -> Router<App> {
    Router::new().route("/search", get(pages::search))
}

/// The JSON interface.
#[cfg(feature = "ssr")]
pub fn api_routes() -> Router<App> {
    Router::new()
        .route("/api/v1/listings", get(api::listings))
        .route("/api/v1/listings/{id}", get(api::listing))
        .route("/api/v1/openapi.json", get(api::openapi))
}
