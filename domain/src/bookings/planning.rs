//! What a changed plan means for bookings: they stay as agreed, but their owner sees them before the plan is saved.

use super::{lists, reading::BookingView};
use crate::{
    Ctx,
    availability::{Diary, EVERY_UNIT, Exception, Exceptions, HORIZON, Held, Period, Reason},
    error::Fault,
    listings::Listing,
    members::Me,
};

/// The open bookings of a listing of `me` that its new plan would not allow although the one it has does, the next to begin
/// first, each with what stands against it then.
///
/// # Errors
/// When the database does not answer.
pub async fn left_outside(
    ctx: &Ctx,
    me: &Me,
    before: &Listing,
    after: &Listing,
) -> Result<Vec<(BookingView, Reason)>, Fault> {
    let now = ctx.clock.now();
    let today = before.today(now);
    let mut tx = ctx.db.read().await?;
    // What is out may have begun long ago.
    let all = Period::whole_days(today.plus(-HORIZON), today.plus(2 * HORIZON));
    let seen = lists::open_on_days(&mut tx, before.id, me.id, all).await?;
    let (old, new) = (diary(before), diary(after));
    let mut outside = Vec::new();
    for seen in seen {
        let view = BookingView::of(seen, me.id, now)?;
        let period = view.booking.period;
        if !view.booking.state.is_open() || old.leaves_outside(period).is_some() {
            continue;
        }
        if let Some(reason) = new.leaves_outside(period) {
            outside.push((view, reason));
        }
    }
    Ok(outside)
}

/// The plan of a listing with nothing held.
fn diary(listing: &Listing) -> Diary {
    let days = |days: &[crate::Day], open: bool| -> Vec<Exception> {
        let unit = EVERY_UNIT;
        days.iter().map(|day| Exception { day: *day, unit, open }).collect()
    };
    let exceptions = [days(&listing.blocked, false), days(&listing.opened, true)].concat();
    Diary {
        plan: listing.plan(),
        units: listing.unit_count,
        exceptions: Exceptions::from_iter(exceptions),
        held: Held::default(),
        zone: jiff::tz::TimeZone::get(&listing.zone).unwrap_or(jiff::tz::TimeZone::UTC),
        parts: Vec::new(),
    }
}
