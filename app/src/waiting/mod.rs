//! The waiting list: on a thing's page, and what a member waits for among their loans.

mod actions;
mod panel;
mod words;

pub use panel::{mine, of_thing};

use crate::shell::App;
use axum::{Router, routing::post};

/// All paths of this noun.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/listings/{id}/wait", post(actions::wait))
        .route("/listings/{id}/leave-line", post(actions::leave))
}
