//! What the two of a booking tell each other with one tap: on my way, something is wrong, never mind the late fee.

mod actions;
mod panel;
mod words;

pub use panel::of_booking;
pub use words::{minutes_field, refused, told, trouble, trouble_choices};

use crate::shell::App;
use axum::{Router, routing::post};
use domain::bookings::BookingId;

/// All paths of this noun.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/bookings/{id}/say/on-my-way", post(actions::on_my_way))
        .route("/bookings/{id}/say/trouble", post(actions::trouble))
        .route("/bookings/{id}/say/waive", post(actions::waive))
}

/// The path of a form of this noun.
fn path_of(id: BookingId, what: &str) -> String {
    format!("{}/say/{what}", id.path())
}
