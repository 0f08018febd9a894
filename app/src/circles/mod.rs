//! Pages of circles: the list, one circle, the invitation.

mod actions;
mod one;
mod pages;

use crate::shell::App;
use axum::{
    Router,
    routing::{get, post},
};
use domain::{
    Lang,
    circles::{CircleId, Refusal},
};

/// All paths of this noun.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/circles", get(pages::list).post(actions::found))
        .route("/circles/join/{token}", get(pages::invitation).post(actions::join))
        .route("/circles/{id}", get(one::page).post(actions::edit))
        .route("/circles/{id}/invite", post(actions::invite))
        .route("/circles/{id}/{command}", post(actions::act))
}

fn path_of(id: CircleId) -> String {
    format!("/circles/{id}")
}

/// Why something was refused, in words; what was typed says so at its field.
fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Invalid(_) => t!(lang, "form-not-yet"),
        Refusal::NotYours => t!(lang, "circles-refused-not-yours"),
        Refusal::NotNow => t!(lang, "circles-refused-not-now"),
        Refusal::TooMany { most } => t!(lang, "circles-refused-too-many", most = *most),
        Refusal::Full { most } => t!(lang, "circles-refused-full", most = *most),
    }
}
