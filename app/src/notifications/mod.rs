//! Letters in words, and the page that shows those written into a folder.

pub mod folder;
pub mod letters;
mod pages;

use crate::shell::App;
use axum::{Router, routing::get};

/// All paths of this noun. They answer "not found" unless mails are written into a folder.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/dev/mail", get(pages::list))
        .route("/dev/mail/{name}", get(pages::one))
}
