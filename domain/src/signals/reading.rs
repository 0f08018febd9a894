//! What was said about a booking, for its two parties.

use super::{
    model::{Event, Refusal},
    rules,
};
use crate::{
    Ctx, Error, Timestamp,
    bookings::{self, Booking, BookingId, Party},
    db::Tx,
    events,
    members::Me,
    prices::Late,
};

/// How long what one side said stands on the page, in microseconds.
const STANDS: i64 = 24 * Timestamp::HOUR;

/// What was said about a booking, and what being late comes to.
#[derive(Clone, PartialEq, Debug)]
pub struct OfBooking {
    /// The newest word of each side, as far as it is still news: from the last day, and nothing once it is over.
    pub latest: Vec<(Timestamp, Event)>,
    /// What being late comes to by now.
    pub late: Option<Late>,
    /// Whether the lender does not want it.
    pub waived: bool,
    /// Whether the reader can be on the way.
    pub on_the_way: bool,
    /// Whether something can be wrong.
    pub in_trouble: bool,
    /// Whether the reader can say that the fee is not wanted.
    pub can_waive: bool,
}

/// What was said about a booking, oldest first, for its two parties.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn history(ctx: &Ctx, me: &Me, id: BookingId) -> Result<Vec<(Timestamp, Party, Event)>, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let booking = bookings::store::seen_by(&mut tx, id, me.id)
        .await?
        .ok_or(Error::NotFound)?;
    let recorded = events::history::<Event>(&mut tx, id.0).await?;
    let by = |r: &events::Recorded<Event>| r.actor.and_then(|who| booking.party(who)).unwrap_or(Party::Lender);
    Ok(recorded.iter().map(|r| (r.at, by(r), r.event.clone())).collect())
}

/// Whether the lender has said that a late fee is not wanted.
pub(crate) async fn is_waived(tx: &mut Tx, id: BookingId) -> sqlx::Result<bool> {
    let said = events::history::<Event>(tx, id.0).await?;
    Ok(said.iter().any(|recorded| recorded.event == Event::FeeWaived))
}

/// What the page of a booking shows of it. Give it the booking as it stands, and its [`history`].
#[must_use]
pub fn of_booking(booking: &Booking, me: Party, said: &[(Timestamp, Party, Event)], now: Timestamp) -> OfBooking {
    let waived = said.iter().any(|(.., event)| *event == Event::FeeWaived);
    let newest = |side: Party| {
        let mut mine = said.iter().rev().filter(|(_, by, _)| *by == side);
        let (at, _, event) = mine.find(|(.., event)| *event != Event::FeeWaived)?;
        let before_the_move = booking.custody_since.is_some_and(|since| *at < since);
        (now.since(*at) < STANDS && !before_the_move).then(|| (*at, event.clone()))
    };
    let mut latest: Vec<_> = Party::BOTH.into_iter().filter_map(newest).collect();
    latest.retain(|_| booking.state.is_open());
    latest.sort_by_key(|(at, _)| *at);
    OfBooking {
        latest,
        late: rules::late_fee(booking, now),
        waived,
        on_the_way: rules::can_be_on_the_way(booking, now),
        in_trouble: rules::can_be_in_trouble(booking),
        can_waive: !waived && rules::may_waive(booking, me, now).is_ok(),
    }
}
