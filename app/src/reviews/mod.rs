//! Pages of reviews: saying how a loan was, and what others say of a thing or a member.

#[cfg(feature = "ssr")]
mod actions;
#[cfg(feature = "ssr")]
mod booking;
#[cfg(feature = "ssr")]
mod facts;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod lists;
#[cfg(feature = "ssr")]
mod pieces;

#[cfg(feature = "ssr")]
pub use {
    booking::{of_booking, still_to_say},
    lists::{of_member, of_thing},
    pieces::{decimal, mean},
};

#[cfg(feature = "ssr")]
use crate::shell::App;
#[cfg(feature = "ssr")]
use axum::routing::{get, post};

/// All paths of this noun.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<App> {
    axum::Router::new()
        .route("/listings/{id}/reviews", get(lists::thing_page))
        .route("/members/{id}/reviews", get(lists::member_page))
        .route("/bookings/{id}/review", get(form::page).post(actions::write))
        .route("/bookings/{id}/review/reply", post(actions::reply))
}
