//! Pages of search.

#[cfg(feature = "ssr")]
use crate::shell::App;

/// All paths of this noun.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<App> {
    axum::Router::new()
}

/// The JSON interface.
#[cfg(feature = "ssr")]
pub fn api_routes() -> axum::Router<App> {
    axum::Router::new()
}
