//! Reminders become jobs when a booking changes, and letters when their time has come, exactly once.
//!
//! Jobs are done at least once: a process may be gone between the letter and the note that it is done. So each reminder
//! leaves a row in the transaction that queues its letter, and whoever finds the row writes nothing.

use super::{
    acting,
    commands::Command,
    model::{Actor, Booking, Party},
    reminders::{self, Planned, Reminder},
    rules, store, telling,
};
use crate::{
    Ctx, Timestamp,
    availability::store as calendar,
    db::Tx,
    jobs::{self, Failure, Job},
    kits::store as kits,
    members,
    notifications::{self, BookingTurn, Letter, LongOverdueNews},
};
use std::collections::HashSet;

/// Plans what a booking that has just changed is reminded of, and forgets what is no longer meant.
pub(super) async fn plan(tx: &mut Tx, before: Option<&Booking>, next: &Booking, now: Timestamp) -> sqlx::Result<()> {
    let planned = reminders::to_come(next, now);
    for old in before.map(|before| reminders::to_come(before, now)).unwrap_or_default() {
        if !planned.contains(&old) {
            jobs::take_back(tx, &key(&old)).await?;
        }
    }
    for reminder in &planned {
        queue(tx, reminder, reminder.at, now).await?;
    }
    Ok(())
}

async fn queue(tx: &mut Tx, reminder: &Planned, at: Timestamp, now: Timestamp) -> sqlx::Result<()> {
    jobs::queue(tx, now, at, Some(&key(reminder)), &Job::Reminder(*reminder)).await
}

fn key(reminder: &Planned) -> String {
    let Planned {
        booking,
        what,
        at,
        only,
    } = reminder;
    let only = only.map(|party| format!("/{}", party.name())).unwrap_or_default();
    format!("booking/{}/remind/{}/{}{only}", booking.id, what.name(), at.0)
}

/// The time of a reminder has come: whoever it is for is told, if it is still meant, and as soon as they are awake.
///
/// # Errors
/// When the database does not answer; the job is then tried again.
pub async fn reminder_came(ctx: &Ctx, reminder: Planned) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    if !store::take_turn(&mut tx, reminder.booking.listing).await? {
        return Ok(());
    }
    let Some(booking) = store::by_key(&mut tx, reminder.booking).await? else {
        return Ok(());
    };
    let booking = rules::as_of(booking, now);
    if !reminders::still_meant(&booking, &reminder) {
        return Ok(());
    }
    let everybody = reminder.what.readers(booking.answerer());
    for reader in everybody
        .iter()
        .filter(|party| reminder.only.is_none_or(|only| only == **party))
    {
        remind(ctx, &mut tx, &booking, &reminder, *reader, now).await?;
    }
    if reminder.only.is_none() {
        follow_up(ctx, &mut tx, &booking, &reminder, now).await?;
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// What else comes of a reminder, beside its letters.
async fn follow_up(
    ctx: &Ctx,
    tx: &mut Tx,
    booking: &Booking,
    reminder: &Planned,
    now: Timestamp,
) -> Result<(), Failure> {
    match reminder.what {
        Reminder::Due | Reminder::Overdue | Reminder::OverdueAgain | Reminder::OverdueStill => {
            if now >= booking.due_at {
                warn_the_next(tx, booking, now).await?;
            }
        }
        Reminder::Operator => tell_the_operator(ctx, tx, booking, reminder, now).await?,
        Reminder::Answer | Reminder::PickUp | Reminder::BringBack => {}
    }
    if reminder.what == Reminder::OverdueStill
        && let Some(next) = reminders::next_week(booking, reminder.at)
    {
        queue(tx, &next, next.at, now).await?;
    }
    Ok(())
}

/// One letter to one reader: now, or when their quiet hours are over. What waits for that is asked again then.
async fn remind(
    ctx: &Ctx,
    tx: &mut Tx,
    booking: &Booking,
    reminder: &Planned,
    reader: Party,
    now: Timestamp,
) -> Result<(), Failure> {
    let choices = notifications::choices_of(tx, booking.member(reader)).await?;
    let awake = choices.quiet.next_awake(now, &ctx.settings.zone);
    // An answer that comes after its time helps nobody: better at night than too late.
    let waits = awake > now && (reminder.what != Reminder::Answer || awake < booking.answer_by);
    if waits {
        let later = Planned {
            only: Some(reader),
            ..*reminder
        };
        // At another hour than last time, should somebody have changed theirs meanwhile.
        let key = format!("{}/{}", key(&later), awake.0);
        return Ok(jobs::queue(tx, now, awake, Some(&key), &Job::Reminder(later)).await?);
    }
    if reminder.what == Reminder::Due && reminders::said_better_soon(booking, now) {
        return Ok(());
    }
    if !store::remember_reminder(tx, reminder, reader.name(), now).await? {
        return Ok(());
    }
    let what = match reminder.what {
        Reminder::Answer => BookingTurn::RemindAnswer,
        Reminder::PickUp => BookingTurn::RemindPickUp,
        Reminder::BringBack => BookingTurn::RemindReturn,
        // Nobody says "now" hours later.
        Reminder::Due if now < booking.due_at.plus(Timestamp::HOUR) => BookingTurn::RemindDue,
        Reminder::Due | Reminder::Overdue | Reminder::OverdueAgain | Reminder::OverdueStill | Reminder::Operator => {
            BookingTurn::RemindOverdue
        }
    };
    telling::write(tx, booking, what, "", true, &[reader], now).await?;
    Ok(())
}

/// Tells whoever has the same unit next, and soon, that it is not back yet: once. Of a kit whoever has one of its parts next,
/// and of a part whoever has it with a kit.
async fn warn_the_next(tx: &mut Tx, late: &Booking, now: Timestamp) -> Result<(), Failure> {
    let (from, until) = reminders::soon(now, &late.terms.time_zone());
    let mut held = vec![(late.key.listing, late.unit)];
    for part in kits::parts(tx, late.key.listing).await? {
        let unit = calendar::part_unit(tx, part, late.key.id).await?;
        held.extend(unit.map(|unit| (part, unit)));
    }
    let mut told = HashSet::from([late.key.id]);
    for (listing, unit) in held {
        for next in store::beginning(tx, listing, unit, from, until).await? {
            let Ok(events) = rules::decide(&next, &Command::Warn, Actor::Clock, now) else {
                continue;
            };
            if told.insert(next.key.id) {
                acting::carry_out(tx, next, &events, Actor::Clock, now)
                    .await
                    .map_err(|error| Failure::Retry(error.to_string()))?;
            }
        }
    }
    Ok(())
}

/// Tells whoever runs the instance that something has not come back for two weeks.
async fn tell_the_operator(
    ctx: &Ctx,
    tx: &mut Tx,
    booking: &Booking,
    reminder: &Planned,
    now: Timestamp,
) -> Result<(), Failure> {
    if !store::remember_reminder(tx, reminder, "operator", now).await? {
        return Ok(());
    }
    let (lender, _) = store::reach(tx, booking.lender).await?;
    let (borrower, _) = store::reach(tx, booking.borrower).await?;
    let page = |member| format!("/members/{member}");
    let news = LongOverdueNews {
        title: booking.terms.title.clone(),
        lender,
        borrower,
        paths: (page(booking.lender), page(booking.borrower)),
        last: booking.period.last,
        days: now.day_in(&ctx.settings.zone).0 - booking.period.last.0,
    };
    for operator in members::store::operators(tx).await? {
        if let (_, Some(to)) = store::reach(tx, operator).await? {
            notifications::post(tx, now, to, Letter::LongOverdue(news.clone())).await?;
        }
    }
    Ok(())
}
