//! It is broken, or its owner is away: days are closed, and whoever had booked them hears of it in the same step.

use super::{
    acting, asking,
    commands::{Command, Refusal},
    lists,
    model::{Custody, Party, Period, State},
    reading::BookingView,
    rules, store,
};
use crate::{
    Ctx, Error,
    error::Fault,
    forms::{FieldError, Problem},
    listings::{self, ListingId},
    members::Me,
    notifications::BookingTurn,
};

/// What becomes of the bookings on days that are closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Closing {
    /// Requests are declined and loans called off, as far as the thing is not out.
    CallOff,
    /// Everything stays; its people are written to.
    Inform,
}

/// What came of closing days.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Closed {
    /// Bookings that were called off or declined.
    pub called_off: usize,
    /// Bookings that stay and whose people were written to.
    pub informed: usize,
}

/// Whether a booking would be called off with the days it is on: it is not out, nor on the way.
#[must_use]
pub fn can_be_called_off(state: State, custody: Custody) -> bool {
    state == State::Requested || (state == State::Accepted && custody == Custody::WithLender)
}

/// Reads the days to close.
///
/// # Errors
/// What is wrong at the fields `from` and `to`; [`Refusal::TooFarAhead`] beyond the horizon.
pub fn read_days(from: &str, to: &str, today: crate::Day) -> Result<Period, Refusal> {
    let typed = super::RequestDraft {
        from: from.to_owned(),
        to: to.to_owned(),
        ..super::RequestDraft::default()
    };
    let (period, ..) = asking::read(&typed).map_err(Refusal::Invalid)?;
    if period.last < today {
        return Err(Refusal::Invalid(vec![FieldError {
            field: "to".into(),
            problem: Problem::InThePast,
        }]));
    }
    let latest = today.plus(asking::HORIZON);
    if period.last > latest {
        return Err(Refusal::TooFarAhead { latest });
    }
    Ok(Period {
        first: period.first.max(today),
        ..period
    })
}

/// The bookings of a thing of `me` that are not over and lie on these days, the next to begin first.
///
/// # Errors
/// When the database does not answer.
pub async fn on_days(ctx: &Ctx, me: &Me, listing: ListingId, period: Period) -> Result<Vec<BookingView>, Fault> {
    let now = ctx.clock.now();
    let categories = listings::categories_of(ctx).await?;
    let mut tx = ctx.db.read().await?;
    let seen = lists::open_on_days(&mut tx, listing, me.id, period).await?;
    let views = seen.into_iter().map(|seen| BookingView::of(seen, &categories, me, now));
    let views: Vec<BookingView> = views.collect::<Result<_, _>>()?;
    Ok(views.into_iter().filter(|view| view.booking.state.is_open()).collect())
}

/// Closes days of a thing of `me`: nobody can book them any more, and whoever has is written to with `words`. All of it
/// happens, or nothing.
///
/// # Errors
/// [`Error::NotFound`] if it is not theirs; [`Refusal::Invalid`] without words for those who have booked.
pub async fn close_days(
    ctx: &Ctx,
    me: &Me,
    listing: ListingId,
    period: Period,
    closing: Closing,
    words: &str,
) -> Result<Closed, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    if !store::take_turn(&mut tx, listing).await? {
        return Err(Error::NotFound);
    }
    let (offer, _) = store::thing(&mut tx, listing, ctx.settings.fees)
        .await?
        .filter(|(offer, _)| offer.owner == me.id)
        .ok_or(Error::NotFound)?;
    let mut closed = Closed::default();
    let open = store::open_bookings_on(&mut tx, listing, period).await?;
    let wrong = |errors| Error::Refused(Refusal::Invalid(errors));
    let words = asking::read_words(words, if open.is_empty() { 0 } else { 2 }).map_err(wrong)?;
    for booking in open {
        let booking = acting::catch_up(&mut tx, booking, now).await?;
        if !booking.state.is_open() {
            continue;
        }
        if closing == Closing::Inform || !can_be_called_off(booking.state, booking.custody) {
            let turn = BookingTurn::OwnerNotice;
            acting::write(&mut tx, &booking, turn, &words, false, &[Party::Borrower], now).await?;
            closed.informed += 1;
            continue;
        }
        let reason = words.clone();
        let command = match booking.state {
            State::Requested => Command::Decline { reason },
            _ => Command::Cancel { reason, seen: None },
        };
        let events = rules::decide(&booking, &command, Party::Lender.into(), now).map_err(Error::Refused)?;
        acting::carry_out(&mut tx, booking, &events, Party::Lender.into(), now).await?;
        closed.called_off += 1;
    }
    for day in period.days() {
        for unit in 0..offer.units {
            listings::block(&mut tx, listing, unit, day).await?;
        }
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(closed)
}
