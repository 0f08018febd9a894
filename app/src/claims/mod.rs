//! Pages of claims: reporting that something went wrong, settling it between the two, deciding about it.

mod actions;
mod opening;
mod operator;
mod panel;
mod words;

pub use panel::{of_booking, waiting};

use crate::shell::App;
use axum::routing::{get, post};
use domain::bookings::{BookingId, Party};

/// All paths of this noun.
pub fn routes() -> axum::Router<App> {
    axum::Router::new()
        .route("/bookings/{id}/claim", get(opening::page).post(opening::open))
        .route("/bookings/{id}/claims/{side}", get(actions::page))
        .route("/bookings/{id}/claims/{side}/{command}", post(actions::act))
        .route("/operator/claims", get(operator::list))
        .route(
            "/operator/claims/{id}/{side}",
            get(operator::page).post(operator::decide),
        )
}

/// The path of the claim of one side about a booking.
#[must_use]
pub fn path_of(id: BookingId, by: Party) -> String {
    format!("{}/claims/{}", id.path(), by.name())
}
