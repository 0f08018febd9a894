//! What else is to be had for somebody who was turned down.

use super::words::Voice;
use crate::{
    listings::cards,
    shell::{AppError, Visitor},
};
use domain::{
    bookings::{BookingView, Party, State},
    listings::{self, categories::Categories},
    search,
};
use leptos::prelude::*;

/// Most things shown.
const MOST_INSTEAD: usize = 4;

/// What else is free on these days, for whoever asked and did not get it.
///
/// # Errors
/// When the database does not answer.
pub async fn free(
    visitor: &Visitor,
    voice: &Voice,
    view: &BookingView,
    tree: &Categories,
) -> Result<Option<AnyView>, AppError> {
    let (ctx, lang, booking) = (visitor.ctx(), voice.lang, &view.booking);
    let refused = matches!(
        booking.state,
        State::Declined | State::GaveWay | State::Expired | State::Cancelled(Party::Lender)
    );
    let days = (booking.period.first, booking.period.last);
    if !refused || view.me != Party::Borrower || booking.terms.kind.is_wanted() || days.0 < voice.today {
        return Ok(None);
    }
    let ids = search::similar(ctx, booking.key.listing, Some(days), MOST_INSTEAD).await?;
    let found = listings::cards(ctx, &ids).await?;
    // Nobody borrows from themselves, and whoever said no need not be asked again.
    let mut found: Vec<_> = found
        .into_iter()
        .filter(|card| card.owner_id != booking.borrower && card.owner_id != booking.lender && !card.kind.is_wanted())
        .map(|card| (card, None))
        .collect();
    if found.is_empty() {
        return Ok(None);
    }
    crate::eligibility::mark(visitor, &mut found).await?;
    let cards = cards(visitor, tree, &found, Some(days), 0);
    Ok(Some(
        view! {
            <section class="stack" aria-labelledby="instead">
                <h2 id="instead">{t!(lang, "bookings-instead", days = voice.period(booking.period))}</h2>
                {cards}
            </section>
        }
        .into_any(),
    ))
}
