//! Pages of bookings.

#[cfg(feature = "ssr")]
use crate::shell::App;

/// All paths of this noun.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<App> {
    axum::Router::new()
}
