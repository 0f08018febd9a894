//! Saying it: the history, the letter, the pages that are open.

use super::{
    model::{Event, Refusal, Said},
    reading::is_waived,
    rules,
};
use crate::{
    Ctx, Error, Timestamp,
    bookings::{self, Booking, BookingId, Party},
    db::Tx,
    events, live,
    members::Me,
    notifications::{BookingTurn, More},
};

/// What a member typed. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Typed {
    /// What is wrong, by its name; `None` for being on the way.
    pub trouble: Option<String>,
    /// In how many minutes they are there; may be empty.
    pub minutes: String,
    /// What they say about it.
    pub words: String,
}

/// Says something about a booking to the other side. The same tap twice is told once.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties; a [`Refusal`] names the reason.
pub async fn say(ctx: &Ctx, me: &Me, id: BookingId, typed: &Typed) -> Result<(), Error<Refusal>> {
    let said = rules::read(typed.trouble.as_deref(), &typed.minutes, &typed.words).map_err(Error::Refused)?;
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (booking, party) = bookings::in_turn(&mut tx, me, id, now)
        .await
        .map_err(|error| error.map_refusal(Refusal::Booking))?;
    say_in_turn(&mut tx, &booking, party, &said, "", now).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    ctx.live.tell(id.0);
    Ok(())
}

/// As [`say`], in the transaction that has read the booking: whether it is new. `once` names the link that it came from.
///
/// # Errors
/// A [`Refusal`] names the reason.
pub(crate) async fn say_in_turn(
    tx: &mut Tx,
    booking: &Booking,
    me: Party,
    said: &Said,
    once: &str,
    now: Timestamp,
) -> Result<bool, Error<Refusal>> {
    let id = booking.key.id.0;
    let before = events::history::<Event>(tx, id).await?;
    let before: Vec<_> = before.into_iter().map(|r| (r.at, r.event)).collect();
    let Some(event) = rules::decide(booking, me, said, once, &before, now).map_err(Error::Refused)? else {
        return Ok(false);
    };
    events::append(tx, id, now, Some(booking.member(me)), &event).await?;
    let (turn, words, more) = match said {
        Said::OnMyWay { minutes } => {
            let more = More {
                minutes: *minutes,
                ..More::default()
            };
            (BookingTurn::OnMyWay, "", more)
        }
        Said::Trouble { what, words } => {
            let more = More {
                trouble: Some(*what),
                ..More::default()
            };
            (BookingTurn::Trouble, words.as_str(), more)
        }
    };
    bookings::write_more(tx, booking, turn, words, (me.other(), more), now).await?;
    live::announce(tx, id).await?;
    Ok(true)
}

/// The lender does not want the late fee. Saying so twice is once.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties; a [`Refusal`] names the reason.
pub async fn waive_fee(ctx: &Ctx, me: &Me, id: BookingId) -> Result<(), Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (booking, party) = bookings::in_turn(&mut tx, me, id, now)
        .await
        .map_err(|error| error.map_refusal(Refusal::Booking))?;
    rules::may_waive(&booking, party, now).map_err(Error::Refused)?;
    if is_waived(&mut tx, id).await? {
        return Ok(());
    }
    events::append(&mut tx, id.0, now, Some(me.id), &Event::FeeWaived).await?;
    let more = More::default();
    bookings::write_more(
        &mut tx,
        &booking,
        BookingTurn::FeeWaived,
        "",
        (Party::Borrower, more),
        now,
    )
    .await?;
    live::announce(&mut tx, id.0).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    ctx.live.tell(id.0);
    Ok(())
}
