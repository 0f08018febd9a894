//! Pages of handovers: writing down in what state it is, the code for both, another way, the record.

#[cfg(feature = "ssr")]
mod codes;
#[cfg(feature = "ssr")]
mod entries;
mod islands;
#[cfg(feature = "ssr")]
mod panel;
#[cfg(feature = "ssr")]
mod plans;
#[cfg(feature = "ssr")]
mod qr;
#[cfg(feature = "ssr")]
mod record;
mod wire;
#[cfg(feature = "ssr")]
mod words;
#[cfg(feature = "ssr")]
mod writing;

pub use islands::DraftKeeper;
#[cfg(feature = "ssr")]
pub use {panel::of_booking, record::pictures as side_by_side};

#[cfg(feature = "ssr")]
use crate::shell::App;
#[cfg(feature = "ssr")]
use axum::{
    extract::DefaultBodyLimit,
    routing::{get, post},
};
#[cfg(feature = "ssr")]
use domain::{
    bookings::{BookingId, Move},
    handovers::rules::MOST_PHOTOS,
    photos::MOST_BYTES,
};

/// All paths of this noun.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<App> {
    // As many photos of the largest size as an entry takes, and the form around them.
    let upload = DefaultBodyLimit::max(MOST_PHOTOS * MOST_BYTES + 256 * 1024);
    axum::Router::new()
        .route(
            "/bookings/{id}/moves/{what}",
            get(writing::page).post(writing::write).layer(upload),
        )
        .route("/bookings/{id}/moves/{what}/code", get(codes::back).post(codes::show))
        .route(
            "/bookings/{id}/moves/{what}/enter",
            get(codes::enter_page).post(codes::enter),
        )
        .route("/bookings/{id}/moves/{what}/plan", get(plans::page))
        .route("/bookings/{id}/moves/{what}/plan/{act}", post(plans::act))
        .route("/bookings/{id}/record", get(record::page))
        .route("/bookings/{id}/record/entries/{file}", get(record::entry))
        .route("/bookings/{id}/record/photos/{photo}/{file}", get(record::photo))
}

/// The path of a move of a booking.
#[cfg(feature = "ssr")]
#[must_use]
pub fn path_of(id: BookingId, what: Move) -> String {
    format!("{}/moves/{}", id.path(), what.name())
}

/// The path of the record of a booking.
#[cfg(feature = "ssr")]
#[must_use]
pub fn record_path(id: BookingId) -> String {
    format!("{}/record", id.path())
}
