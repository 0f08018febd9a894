//! What every page shares: the visitor, translations, the frame, forms, errors.

#[macro_use]
pub mod words;
pub mod errors;
pub mod format;
pub mod forms;
pub mod frame;
pub mod limits;
pub mod notices;
pub mod page;
pub mod photo;
pub mod pieces;
pub mod settings;
pub mod site;
pub mod state;
pub mod uploads;
pub mod visitor;

pub use errors::AppError;
pub use page::Page;
pub use state::App;
pub use visitor::{SignedIn, Visitor};

/// What a page handler answers.
pub type Answer = Result<axum::response::Response, AppError>;
