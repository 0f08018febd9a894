//! Pages of listings: a thing, making one step by step, my things.

#[cfg(feature = "ssr")]
mod calendar;
#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod choosing;
#[cfg(feature = "ssr")]
mod facts;
#[cfg(feature = "ssr")]
mod making;
#[cfg(feature = "ssr")]
mod mine;
#[cfg(feature = "ssr")]
mod picked;
#[cfg(feature = "ssr")]
mod thing;

#[cfg(feature = "ssr")]
use crate::shell::App;
#[cfg(feature = "ssr")]
use axum::routing::get;
#[cfg(feature = "ssr")]
pub use {
    card::{Beside, card, cards, category_icon, listing_path, shown},
    facts::{Fact, plan_words},
    making::path_of as manage_path,
    thing::of_member,
};

/// All paths of this noun.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<App> {
    axum::Router::new()
        .route("/listings/{id}", get(thing::page))
        .route("/things", get(mine::page))
        .merge(making::routes())
}
