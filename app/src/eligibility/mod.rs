//! Who may borrow: what stands on a thing's page about it, the page on which its owner decides, and who knows whom.

mod known;
mod panel;
mod quotas;
mod who;
mod words;

pub use {
    known::of_profile,
    panel::before_asking,
    quotas::too_much,
    who::{path_of, row},
    words::missing,
};

use crate::shell::{App, Visitor};
use axum::{
    Router,
    routing::{get, post},
};
use domain::{eligibility, error::Fault, listings::Card};

/// All paths of this noun.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/things/{id}/who", get(who::page).post(who::save))
        .route("/me/known", get(known::page))
        .route("/members/{id}/vouch", post(known::vouch))
        .route("/members/{id}/withdraw-vouch", post(known::withdraw))
}

/// Marks the cards of what the visitor may not borrow yet.
///
/// # Errors
/// When the database does not answer.
pub async fn mark(visitor: &Visitor, cards: impl IntoIterator<Item = &mut (Card, Option<f64>)>) -> Result<(), Fault> {
    let Some(me) = &visitor.me else { return Ok(()) };
    let cards: Vec<&mut (Card, Option<f64>)> = cards.into_iter().collect();
    let ids: Vec<_> = cards.iter().map(|(card, _)| card.id).collect();
    let not_yet = eligibility::not_yet(visitor.ctx(), me, &ids).await?;
    for (card, _) in cards {
        card.not_yet = card.owner_id != me.id && not_yet.contains(&card.id);
    }
    Ok(())
}
