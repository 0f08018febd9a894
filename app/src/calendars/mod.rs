//! Calendars: those that programs read at a secret address, and the pages on which members look after them.

mod addresses;
mod feed;
mod foreign;
mod mine;
mod thing;
mod words;

use crate::shell::App;
use axum::{
    Router,
    routing::{get, post},
};
use domain::listings::ListingId;

/// All pages of this noun.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/me/calendar", get(mine::page))
        .route("/me/calendar/address", post(mine::make_address))
        .route("/me/calendar/close", post(mine::close_address))
        .route("/things/{id}/calendar", get(thing::page))
        .route("/things/{id}/calendar/address", post(thing::make_address))
        .route("/things/{id}/calendar/close", post(thing::close_address))
        .route("/things/{id}/calendar/add", post(thing::add))
        .route("/things/{id}/calendar/check", post(thing::check))
        .route("/things/{id}/calendar/remove", post(thing::remove))
}

/// What programs read: without cookies, without a language of the visitor's.
pub fn machine_routes() -> Router<App> {
    Router::new().route("/calendars/{file}", get(feed::serve))
}

/// Where the calendar of a thing is looked after.
#[must_use]
pub fn path_of(id: ListingId) -> String {
    format!("/things/{id}/calendar")
}

/// Where programs read what `token` opens.
fn feed_path(token: &str) -> String {
    format!("/calendars/{token}.ics")
}
