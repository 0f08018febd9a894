//! What pages ask.

use super::{CalendarDay, Diary, store};
use crate::{Ctx, Day, error::Fault, listings::PublicListing};

/// Longest calendar asked for at once, in days.
const LONGEST: i64 = 800;

/// Everything that decides when a listing can be had from `from` to `to`, two years at most.
///
/// # Errors
/// When the database does not answer.
pub async fn diary(ctx: &Ctx, listing: &PublicListing, from: Day, to: Day) -> Result<Diary, Fault> {
    let to = to.min(from.plus(LONGEST));
    let mut tx = ctx.db.read().await?;
    let basis = store::Basis {
        listing: listing.id,
        plan: listing.plan(),
        units: listing.unit_count,
        zone: listing.time_zone(),
    };
    Ok(store::diary(&mut tx, &basis, (from, to), None).await?)
}

/// How the days of a listing stand from `from` to `to`, two years at most.
///
/// # Errors
/// When the database does not answer.
pub async fn calendar(ctx: &Ctx, listing: &PublicListing, from: Day, to: Day) -> Result<Vec<CalendarDay>, Fault> {
    let to = to.min(from.plus(LONGEST));
    let diary = diary(ctx, listing, from, to).await?;
    Ok(diary.calendar((from, to), ctx.clock.now()))
}
