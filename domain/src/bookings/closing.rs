//! It is broken, or its owner is away: days are closed, and whoever had booked them hears of it in the same step.

use super::{
    acting, asking,
    commands::{Command, Refusal},
    lists,
    model::{Booking, Custody, Party, State},
    reading::BookingView,
    rules, store, telling,
};
use crate::{
    Ctx, Error,
    availability::{
        EVERY_UNIT, Exception, HORIZON, Period, Reason,
        store::{self as calendar, Basis},
    },
    db::Tx,
    error::Fault,
    forms::{FieldError, Problem},
    kits::store as kits,
    listings::ListingId,
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
    /// Bookings that have another unit now, which is all the same to their people.
    pub moved: usize,
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
    let latest = today.plus(HORIZON);
    if period.last > latest {
        return Err(Refusal::Unavailable(Reason::TooFarAhead { latest }));
    }
    Ok(Period::whole_days(period.first.max(today), period.last))
}

/// The bookings of a thing of `me` that are not over and lie on these days, the next to begin first: all of them, or with
/// `unit` those that have this one.
///
/// # Errors
/// When the database does not answer.
pub async fn on_days(
    ctx: &Ctx,
    me: &Me,
    listing: ListingId,
    period: Period,
    unit: Option<i64>,
) -> Result<Vec<BookingView>, Fault> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let mut views = Vec::new();
    for one in with_kits(&mut tx, listing).await? {
        for seen in lists::open_on_days(&mut tx, one, me.id, period).await? {
            let view = BookingView::of(seen, me.id, now)?;
            if view.booking.state.is_open() && concerns(&mut tx, &view.booking, listing, unit).await? {
                views.push(view);
            }
        }
    }
    views.sort_by_key(|view| (view.booking.starts_at, view.booking.key.id));
    Ok(views)
}

/// A listing, and the kits it is a part of: whoever has one of these has it.
async fn with_kits(tx: &mut Tx, listing: ListingId) -> sqlx::Result<Vec<ListingId>> {
    let mut all = vec![listing];
    all.extend(kits::kits_with(tx, listing).await?);
    Ok(all)
}

/// Whether a booking on the days is concerned when `unit` of a listing, or all of them, cannot be had. Of a kit it is the unit
/// of its part that counts.
async fn concerns(tx: &mut Tx, booking: &Booking, listing: ListingId, unit: Option<i64>) -> sqlx::Result<bool> {
    let Some(unit) = unit else { return Ok(true) };
    if booking.state != State::Accepted {
        return Ok(false);
    }
    let has = if booking.key.listing == listing {
        Some(booking.unit)
    } else {
        calendar::part_unit(tx, listing, booking.key.id).await?
    };
    Ok(has == Some(unit))
}

/// Closes days of a thing of `me`, or of one of its units: nobody can book them any more, and whoever has is written to
/// with `words`. Whoever has a unit that is closed gets another if one is free. All of it happens, or nothing.
///
/// # Errors
/// [`Error::NotFound`] if it is not theirs, or there is no such unit; [`Refusal::Invalid`] without words for those who
/// have booked.
pub async fn close_days(
    ctx: &Ctx,
    me: &Me,
    listing: ListingId,
    days: Closeable,
    closing: Closing,
    words: &str,
) -> Result<Closed, Error<Refusal>> {
    let Closeable { period, unit } = days;
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    if !store::take_turn(&mut tx, listing).await? {
        return Err(Error::NotFound);
    }
    store::thing(&mut tx, listing, ctx.settings.fees)
        .await?
        .filter(|(offer, _)| offer.owner == me.id && unit.is_none_or(|unit| (0..offer.units).contains(&unit)))
        .ok_or(Error::NotFound)?;
    let basis = calendar::basis(&mut tx, listing).await?;
    let mut open = Vec::new();
    for one in with_kits(&mut tx, listing).await? {
        open.extend(store::open_bookings_on(&mut tx, one, period).await?);
    }
    // What is closed first is what nobody moves to.
    for day in period.days() {
        let unit = unit.unwrap_or(EVERY_UNIT);
        calendar::except(&mut tx, listing, Exception { day, unit, open: false }).await?;
    }
    calendar::derive(&mut tx, &basis, (period.first, period.last)).await?;

    let mut closed = Closed::default();
    let mut concerned = Vec::new();
    for booking in open {
        let booking = acting::catch_up(&mut tx, booking, now).await?;
        if !booking.state.is_open() || !concerns(&mut tx, &booking, listing, unit).await? {
            continue;
        }
        if booking.key.listing != listing {
            if unit.is_some() && other_part(&mut tx, &booking, listing).await? {
                closed.moved += 1;
            } else {
                concerned.push(booking);
            }
            continue;
        }
        match elsewhere(&mut tx, &booking, unit).await? {
            Some(other) => {
                swap(&mut tx, &basis, booking, other).await?;
                closed.moved += 1;
            }
            None => concerned.push(booking),
        }
    }
    let wrong = |errors| Error::Refused(Refusal::Invalid(errors));
    let words = asking::read_words(words, if concerned.is_empty() { 0 } else { 2 }).map_err(wrong)?;
    for booking in concerned {
        if closing == Closing::Inform || !can_be_called_off(booking.state, booking.custody) {
            let turn = BookingTurn::OwnerNotice;
            telling::write(&mut tx, &booking, turn, &words, false, &[Party::Borrower], now).await?;
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
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(closed)
}

/// What is closed: days, of all units or one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Closeable {
    /// Which days.
    pub period: Period,
    /// Which unit, from 0; `None` is all of them.
    pub unit: Option<i64>,
}

/// Another unit that a booking could have as well, if only its own is closed and it is not out yet.
async fn elsewhere(tx: &mut Tx, booking: &Booking, unit: Option<i64>) -> Result<Option<i64>, Error<Refusal>> {
    if unit.is_none() || booking.custody != Custody::WithLender {
        return Ok(None);
    }
    let diary = acting::diary_for(tx, booking, booking.period).await?;
    Ok(diary.free_unit(booking.period).ok())
}

/// Gives a booking of a kit another unit of one of its parts, if one is free and the kit is not out yet: whether it has.
async fn other_part(tx: &mut Tx, booking: &Booking, part: ListingId) -> Result<bool, Error<Refusal>> {
    if booking.custody != Custody::WithLender {
        return Ok(false);
    }
    let diary = acting::diary_for(tx, booking, booking.period).await?;
    let Some(held) = acting::holding(booking).filter(|_| diary.free_unit(booking.period).is_ok()) else {
        return Ok(false);
    };
    let before = calendar::part_unit(tx, part, booking.key.id).await?;
    let kit = calendar::basis(tx, booking.key.listing).await?;
    calendar::free(tx, &kit, &held).await?;
    calendar::hold(tx, &kit, &held).await?;
    Ok(calendar::part_unit(tx, part, booking.key.id).await? != before)
}

/// Gives a booking another unit. They are identical: nothing that was agreed changes, so nobody is told.
async fn swap(tx: &mut Tx, basis: &Basis, booking: Booking, unit: i64) -> Result<(), Error<Refusal>> {
    let next = Booking {
        unit,
        ..booking.clone()
    };
    if let (Some(held), Some(needed)) = (acting::holding(&booking), acting::holding(&next)) {
        calendar::free(tx, basis, &held).await?;
        calendar::hold(tx, basis, &needed).await?;
    }
    if store::advance(tx, &booking, &next).await? {
        Ok(())
    } else {
        Err(Error::Refused(Refusal::Busy))
    }
}
