//! Pages of bookings: asking for a thing, one booking, a member's loans.

#[cfg(feature = "ssr")]
mod actions;
#[cfg(feature = "ssr")]
mod changing;
#[cfg(feature = "ssr")]
mod closing;
#[cfg(feature = "ssr")]
mod costs;
#[cfg(feature = "ssr")]
mod instead;
#[cfg(feature = "ssr")]
mod loans;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod request;
#[cfg(feature = "ssr")]
mod request_form;
#[cfg(feature = "ssr")]
mod timeline;
#[cfg(feature = "ssr")]
mod together;
#[cfg(feature = "ssr")]
mod words;

#[cfg(feature = "ssr")]
pub use {
    closing::path_of as closing_path,
    request::request_panel,
    request_form::hour_field_within,
    words::{Voice, endings, kind_key, refusal as refusal_text, unavailable},
};

#[cfg(feature = "ssr")]
use crate::shell::App;
#[cfg(feature = "ssr")]
use axum::routing::{get, post};

/// All paths of this noun.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<App> {
    axum::Router::new()
        .route("/listings/{id}/request", get(request::page).post(actions::request))
        .route("/loans", get(loans::page))
        .route("/things/{id}/close", get(closing::page).post(closing::close))
        .route("/bookings/{id}", get(pages::booking))
        .route("/bookings/{id}/together", post(together::ask))
        .route("/bookings/{id}/{command}", post(actions::act))
}
