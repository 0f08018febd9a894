//! Pages of messages: a member's conversations, one of them, asking an owner, blocking and reporting.

#[cfg(feature = "ssr")]
mod blocks;
#[cfg(feature = "ssr")]
mod entries;
mod islands;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod live;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod report;
#[cfg(feature = "ssr")]
mod sending;
mod wire;
#[cfg(feature = "ssr")]
mod words;

pub use islands::LiveConversation;
#[cfg(feature = "ssr")]
pub use words::{ask_link, write_link};

#[cfg(feature = "ssr")]
use crate::shell::App;
#[cfg(feature = "ssr")]
use axum::{
    extract::DefaultBodyLimit,
    routing::{get, post},
};
#[cfg(feature = "ssr")]
use domain::{messages::rules::MOST_PHOTOS, photos::MOST_BYTES};

/// All paths of this noun.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<App> {
    // As many photos of the largest size as a message takes, and the form around them.
    let upload = || DefaultBodyLimit::max(MOST_PHOTOS * MOST_BYTES + 256 * 1024);
    axum::Router::new()
        .route("/conversations", get(list::page))
        .route(
            "/conversations/{id}",
            get(pages::page).post(sending::write).layer(upload()),
        )
        .route("/conversations/{id}/events", get(live::events))
        .route("/conversations/{id}/read/{seq}", post(pages::read))
        .route("/conversations/{id}/photos/{photo}/{file}", get(pages::photo))
        .route("/conversations/{id}/report/{seq}", get(report::page).post(report::send))
        .route(
            "/listings/{id}/ask",
            get(sending::ask_page).post(sending::ask).layer(upload()),
        )
        .route("/members/{id}/block", post(blocks::block))
        .route("/members/{id}/unblock", post(blocks::unblock))
        .route("/me/blocked", get(blocks::page))
}
