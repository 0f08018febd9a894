//! Reminders become jobs when a booking changes, and letters when their time has come, exactly once.

use super::{
    acting,
    model::{Booking, Party},
    reminders::{self, Planned, Reminder},
    rules, store,
};
use crate::{
    Ctx, Timestamp,
    db::Tx,
    error::Fault,
    jobs::{self, Failure, Job},
    notifications::BookingTurn,
};

/// Plans what a booking that has just changed is reminded of, and forgets what is no longer meant.
pub(super) async fn plan(tx: &mut Tx, before: Option<&Booking>, next: &Booking, now: Timestamp) -> sqlx::Result<()> {
    let planned = reminders::planned(next);
    for old in before.map(reminders::planned).unwrap_or_default() {
        if !planned.contains(&old) {
            jobs::take_back(tx, &key(&old)).await?;
        }
    }
    for reminder in planned.iter().filter(|reminder| reminder.at > now) {
        jobs::queue(tx, now, reminder.at, Some(&key(reminder)), &Job::Reminder(*reminder)).await?;
    }
    Ok(())
}

fn key(reminder: &Planned) -> String {
    let Planned { booking, what, at } = reminder;
    format!("booking/{}/remind/{}/{}", booking.id, what.name(), at.0)
}

/// The time of a reminder has come: whoever it is for is told, if it is still meant.
///
/// # Errors
/// When the database does not answer; the job is then tried again.
pub async fn reminder_came(ctx: &Ctx, reminder: Planned) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let Some(booking) = store::by_key(&mut tx, reminder.booking).await? else {
        return Ok(());
    };
    let booking = rules::as_of(booking, now);
    if !reminders::still_meant(&booking, &reminder) {
        return Ok(());
    }
    let what = match reminder.what {
        Reminder::Answer => BookingTurn::RemindAnswer,
        Reminder::PickUp => BookingTurn::RemindPickUp,
        Reminder::BringBack => BookingTurn::RemindReturn,
        Reminder::Overdue | Reminder::OverdueAgain | Reminder::OverdueStill => BookingTurn::RemindOverdue,
    };
    acting::write(
        &mut tx,
        &booking,
        what,
        "",
        true,
        reminder.what.readers(booking.answerer()),
        now,
    )
    .await?;
    if reminder.what == Reminder::Overdue {
        warn_the_next(&mut tx, &booking, now).await?;
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Tells whoever has the same unit next, and soon, that it is not back yet.
async fn warn_the_next(tx: &mut Tx, late: &Booking, now: Timestamp) -> Result<(), Fault> {
    let (from, until) = reminders::soon(now, &late.terms.time_zone());
    for next in store::beginning(tx, late.key.listing, late.unit, from, until).await? {
        if next.key.id != late.key.id {
            acting::write(tx, &next, BookingTurn::WarnNext, "", true, &[Party::Borrower], now).await?;
        }
    }
    Ok(())
}
