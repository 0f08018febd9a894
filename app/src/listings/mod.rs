//! Pages of listings.

#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
pub use card::{card, cards, category_icon, listing_path, shown};

#[cfg(feature = "ssr")]
use crate::shell::App;

/// All paths of this noun.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<App> {
    axum::Router::new()
}

/// What a member lends, as cards.
///
/// # Errors
/// When the database does not answer.
#[cfg(feature = "ssr")]
pub async fn of_member(
    _visitor: &crate::shell::Visitor,
    _member: domain::members::MemberId,
) -> Result<leptos::prelude::AnyView, crate::shell::AppError> {
    use leptos::prelude::IntoAny;
    Ok(().into_any())
}
