//! A short code that one side shows and the other enters: both say at once that the thing changed hands.
//!
//! The code stands on the screen of whoever shows it and nowhere else; its row has a salted hash. It is bound to the booking,
//! the move and the side that shows it, it is worth something for minutes, and it bears five wrong tries. (Of a million codes
//! five guesses hit one in 200,000 times, and each further five need a new code that the other side has to show.)

use super::{
    model::{Refusal, Shown},
    rules::{self, CODE_DIGITS},
    store::{self, CodeRow},
};
use crate::{
    Ctx, Error,
    bookings::{self, Booking, BookingId, Move},
    members::Me,
    secrets::{self, Token},
};

/// Makes a code for `me` to show. The one they showed before is worth nothing any more.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties; [`Refusal::Booking`] when it is not the time.
pub async fn show(ctx: &Ctx, me: &Me, id: BookingId, what: Move) -> Result<Shown, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (booking, party) = bookings::in_turn(&mut tx, me, id, now)
        .await
        .map_err(|error| error.map_refusal(Refusal::Booking))?;
    rules::may_use_code(&booking, what, party, now).map_err(Error::Refused)?;
    let plans = store::plans(&mut tx, booking.key).await?;
    let until = now.plus(rules::code_lives(plans.of(what)));
    let code = format!("{:0CODE_DIGITS$}", rand::random_range(0..1_000_000_u32));
    let salt = Token::new().text().to_owned();
    let row = CodeRow {
        hash: hash(&salt, &code),
        salt,
        tries: 0,
        expires_at: until,
    };
    store::set_code(&mut tx, booking.key, what, party, &row).await?;
    tx.commit().await?;
    Ok(Shown { code, until })
}

/// Enters the code that the other side shows: the move is confirmed by both. The booking afterwards.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the two parties; a [`Refusal`] names the reason. A wrong try is counted.
pub async fn enter(ctx: &Ctx, me: &Me, id: BookingId, what: Move, typed: &str) -> Result<Booking, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let (booking, party) = bookings::in_turn(&mut tx, me, id, now)
        .await
        .map_err(|error| error.map_refusal(Refusal::Booking))?;
    rules::may_use_code(&booking, what, party, now).map_err(Error::Refused)?;
    let (key, shower) = (booking.key, party.other());
    let code = store::code(&mut tx, key, what, shower).await?;
    let right = code
        .as_ref()
        .is_some_and(|code| secrets::same(&code.hash, &hash(&code.salt, &rules::digits(typed))));
    if let Err(refusal) = rules::judge(code.as_ref().map(CodeRow::known), right, now) {
        if matches!(refusal, Refusal::WrongCode { .. }) {
            store::count_try(&mut tx, key, what, shower).await?;
        }
        // What time has done to the booking meanwhile stays done, too.
        tx.commit().await?;
        return Err(Error::Refused(refusal));
    }
    store::forget_codes(&mut tx, key).await?;
    let command = rules::by_code(what);
    let booking = bookings::carry_out_in_turn(&mut tx, booking, &command, party, now)
        .await
        .map_err(|error| error.map_refusal(Refusal::Booking))?;
    tx.commit().await?;
    ctx.wake.notify_one();
    ctx.live.tell(id.0);
    Ok(booking)
}

/// What the row keeps. So few digits are found again from their hash by whoever has the row and tries them all, which is why
/// they live for minutes; the salt only keeps lists made beforehand from helping.
fn hash(salt: &str, code: &str) -> String {
    secrets::hash(&format!("{salt} {code}"))
}
