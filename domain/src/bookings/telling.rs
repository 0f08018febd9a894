//! What letters about bookings tell, and to whom.

use super::{
    acts,
    model::{Booking, Party},
    rules, store,
};
use crate::{
    Timestamp,
    db::Tx,
    notifications::{self, BookingNews, BookingTurn, Letter, More},
    prices::Currency,
    signals,
};

/// Writes a letter about a booking to some of its parties.
pub(super) async fn write(
    tx: &mut Tx,
    booking: &Booking,
    what: BookingTurn,
    words: &str,
    by_time: bool,
    readers: &[Party],
    now: Timestamp,
) -> sqlx::Result<()> {
    for you in readers {
        letter(tx, booking, (what, words, by_time), *you, More::default(), now).await?;
    }
    Ok(())
}

/// Writes one letter. What can be done from it is asked of the rules.
pub(super) async fn letter(
    tx: &mut Tx,
    booking: &Booking,
    (what, words, by_time): (BookingTurn, &str, bool),
    you: Party,
    more: More,
    now: Timestamp,
) -> sqlx::Result<()> {
    let proposed = booking.proposal.as_ref();
    let until = match what {
        BookingTurn::Requested | BookingTurn::RemindAnswer => Some(booking.answer_by),
        BookingTurn::HandoverReported | BookingTurn::ReturnReported => rules::confirm_by(booking),
        BookingTurn::Proposed => proposed.map(|proposal| proposal.answer_by),
        BookingTurn::RemindDue => Some(booking.due_at),
        _ => None,
    };
    let (_, Some(to)) = store::reach(tx, booking.member(you)).await? else {
        return Ok(());
    };
    let (other, _) = store::reach(tx, booking.member(you.other())).await?;
    let offered = proposed.filter(|_| what == BookingTurn::Proposed);
    let quote = match offered {
        Some(open) => booking.terms.quote(open.period, booking.extras_with(open.offer)).ok(),
        None => booking.quote.clone(),
    };
    let currency = Currency::of(&booking.terms.currency);
    let late = match what {
        // What is no longer wanted is told as such only, and not as owed when the return is confirmed later.
        BookingTurn::Returned if signals::is_waived(tx, booking.key.id).await? => None,
        BookingTurn::RemindOverdue | BookingTurn::Returned | BookingTurn::FeeWaived => {
            signals::rules::late_fee(booking, now)
        }
        _ => None,
    };
    let more = More {
        acts: acts::offered(what, booking, you, more.trouble, now),
        booking: Some((booking.key.id, booking.version)),
        late: late.map(|late| (late, currency)),
        ..more
    };
    let news = BookingNews {
        what,
        kind: booking.terms.kind,
        price: quote
            .filter(|quote| !quote.is_free())
            .map(|quote| (quote.total_minor, quote.currency)),
        owed: booking
            .owed_minor
            .filter(|minor| *minor > 0)
            .map(|minor| (minor, currency)),
        you,
        by_time,
        path: booking.key.id.path(),
        title: booking.terms.title.clone(),
        other,
        first: booking.period.first,
        last: booking.period.last,
        hours: booking.period.hours,
        proposed: proposed.map(|proposal| (proposal.period.first, proposal.period.last)),
        proposed_hours: proposed.and_then(|proposal| proposal.period.hours),
        until,
        zone: booking.terms.zone.clone(),
        words: words.to_owned(),
        more: Box::new(more),
    };
    notifications::post(tx, now, to, Letter::Booking(news)).await
}
