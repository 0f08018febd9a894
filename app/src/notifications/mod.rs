//! Letters in words, the pages that their links lead to, what a member chose about them, and the page that shows those
//! written into a folder.

mod acting;
mod choices;
pub mod folder;
pub mod letters;
mod pages;
mod stopping;

use crate::shell::App;
use axum::{Router, routing::get};
use domain::notifications::Topic;

/// All paths of this noun. Those of the folder answer "not found" unless mails are written into one.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/act/{token}", get(acting::page).post(acting::act))
        .route("/letters/stop/{token}", get(stopping::page).post(stopping::stop))
        .route("/me/letters", get(choices::page).post(choices::save))
        .route("/dev/mail", get(pages::list))
        .route("/dev/mail/{name}", get(pages::one))
}

/// The path of a signed link that does something about a booking.
fn act_path(token: &str) -> String {
    format!("/act/{token}")
}

/// The path of a signed link that stops letters.
fn stop_path(token: &str) -> String {
    format!("/letters/stop/{token}")
}

/// A topic, as keys of texts have it.
fn topic_key(topic: Topic) -> String {
    format!("letters-topic-{}", topic.name().replace('_', "-"))
}
