//! Pages of claims: reporting that something went wrong, settling it between the two, deciding about it.

mod actions;
mod opening;
mod operator;
mod panel;
mod words;

pub use panel::{of_booking, waiting};

use crate::shell::{App, AppError};
use axum::routing::{get, post};
use domain::{
    bookings::{BookingId, Party},
    claims::Refusal,
};
use http::StatusCode;

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

/// Reads an address: the claim of which side about which booking.
fn read(id: &str, side: &str) -> Result<(BookingId, Party), AppError> {
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    Ok((id, Party::from_name(side).ok_or(AppError::NotFound)?))
}

/// With which status a form comes back: what was typed does not fit, or the moment does not.
const fn status_of(refused: &Refusal) -> StatusCode {
    match refused {
        Refusal::Invalid(_) | Refusal::AboveCap { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    }
}
