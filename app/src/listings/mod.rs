//! Pages of listings: a thing, making one step by step, my things.

#[cfg(feature = "ssr")]
mod cards;

#[cfg(feature = "ssr")]
use crate::shell::App;
#[cfg(feature = "ssr")]
pub use cards::{card, cards, category_icon, of_member, path, price};

/// All paths of this noun.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<App> {
    axum::Router::new()
}
