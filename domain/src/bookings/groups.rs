//! The SQL of what was asked for at the same time.

use super::{
    model::{Booking, BookingId},
    store::{Row, bookings},
};
use crate::{db::Tx, error::Fault, members::MemberId};

/// Waits until nobody else acts on a booking that was asked for at the same time as this one. Comes before the turn of a
/// listing, always.
///
/// # Errors
/// When the database refuses.
pub async fn take_turn(tx: &mut Tx, id: BookingId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "update request_group_member set group_id = group_id
              where booking_id = (select m.group_id from request_group_member m where m.booking_id = $1)"
        )
        .bind(id)
    )
    .map(|_| ())
}

/// What still waits for an answer of what was asked for at the same time as this booking, without itself, in one order.
pub async fn others_waiting(tx: &mut Tx, id: BookingId) -> Result<Vec<Booking>, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(
        bookings!("", "where b.state = 'requested' and b.id <> $1 and b.id in (
            select m.booking_id from request_group_member m
             where m.group_id = (select o.group_id from request_group_member o where o.booking_id = $1)) order by b.id"),
    ).bind(id).fetch_all(db))?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// What `asker` asked for at the same time as this booking, without itself, the first first.
pub async fn others_of(tx: &mut Tx, id: BookingId, asker: MemberId) -> Result<Vec<Booking>, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(
        bookings!("", "where b.borrower_id = $2 and b.id <> $1 and b.id in (
            select m.booking_id from request_group_member m
             where m.group_id = (select o.group_id from request_group_member o where o.booking_id = $1)) order by b.id"),
    ).bind(id).bind(asker).fetch_all(db))?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// How many were asked at the same time as this booking, itself included; none if only this one was.
pub async fn size(tx: &mut Tx, id: BookingId) -> sqlx::Result<usize> {
    let count = run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from request_group_member
          where group_id = (select o.group_id from request_group_member o where o.booking_id = $1)",
    ).bind(id).fetch_one(db))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Adds a booking to those asked at the same time; without a group to that which it begins, or has begun. Gives the group.
pub async fn join(tx: &mut Tx, booking: &Booking, group: Option<BookingId>) -> sqlx::Result<BookingId> {
    let known = run!(tx, db => sqlx::query_scalar::<_, BookingId>(
        "select group_id from request_group_member where booking_id = $1",
    ).bind(booking.key.id).fetch_optional(db))?;
    if let Some(known) = known {
        return Ok(known);
    }
    let group = group.unwrap_or(booking.key.id);
    change!(
        tx,
        sqlx::query("insert into request_group_member (booking_id, listing_id, group_id) values ($1, $2, $3)")
            .bind(booking.key.id)
            .bind(booking.key.listing)
            .bind(group)
    )?;
    Ok(group)
}
