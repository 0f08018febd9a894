//! Accounts and profiles.

mod account;
mod doors;
mod links;
mod profile;
mod sessions;

pub use profile::{not_a_photo, tabs};

use crate::shell::App;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

/// All paths of this noun.
pub fn routes() -> Router<App> {
    // A photo of the largest size, and the form around it.
    let upload = DefaultBodyLimit::max(domain::photos::MOST_BYTES + 64 * 1024);
    Router::new()
        .route("/sign-up", get(doors::sign_up_page).post(doors::sign_up))
        .route("/sign-up/sent", get(doors::sent_page))
        .route("/sign-in", get(doors::sign_in_page).post(doors::sign_in))
        .route("/sign-out", post(doors::sign_out))
        .route("/confirm", get(links::confirm_page).post(links::confirm))
        .route(
            "/confirm-address",
            get(links::confirm_address_page).post(links::confirm_address),
        )
        .route("/reset", get(links::reset_page).post(links::reset))
        .route("/reset/choose", get(links::choose_page).post(links::choose))
        .route("/me", get(profile::edit_page).post(profile::edit))
        .route("/me/photo", post(profile::set_photo).layer(upload))
        .route("/me/photo/remove", post(profile::remove_photo))
        .route("/me/sessions", get(sessions::page))
        .route("/me/sessions/end", post(sessions::end))
        .route("/me/sessions/end-others", post(sessions::end_others))
        .route("/me/account", get(account::page))
        .route("/me/password", post(account::password))
        .route("/me/address", post(account::address))
        .route("/me/delete", post(account::delete))
        .route("/members/{id}", get(profile::public_page))
}
