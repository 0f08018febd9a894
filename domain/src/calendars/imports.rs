//! Foreign calendars: added, looked at every hour, removed. Their busy days block a listing.

use super::{
    address::{Address, in_short},
    feeds::in_a_row,
    fetching::{self, Fetched, Mark},
    model::{Due, Import, ImportId, Refusal, Trouble, pause},
    reading::{self, Busy, Reading},
    repeating::window,
    store::{self, Collision, ImportRow, Thing},
};
use crate::{
    Ctx, Day, Error, Timestamp, availability,
    db::Tx,
    error::Fault,
    jobs::{self, Failure, Job},
    listings::{self, ListingId},
    members::{Me, MemberId},
    waiting,
};
use jiff::tz::TimeZone;
use std::{collections::BTreeSet, time::Duration};

/// Most foreign calendars of one listing.
pub const MOST_IMPORTS: i64 = 5;
/// How long one calendar may be worked on, once it is here.
const READ_WITHIN: Duration = Duration::from_secs(5);
/// An unchanged text is read again after so long, because the days ahead have moved on.
const READ_EVERY: i64 = 7 * Timestamp::DAY;
/// Something that should have been looked at this long ago has lost its job.
const LOST_AFTER: i64 = Timestamp::HOUR;
/// How many lost ones are found in one go.
const LOST_AT_ONCE: i64 = 500;

/// The foreign calendars of a listing, with what they collide with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Imports {
    /// What the listing is called.
    pub title: String,
    /// Whether others may be added: not once it is archived.
    pub open: bool,
    /// They, the oldest first.
    pub all: Vec<Import>,
    /// Bookings on days that they say are busy.
    pub collisions: Vec<Collision>,
}

/// The foreign calendars of a listing of `me`.
///
/// # Errors
/// [`Error::NotFound`] for others' listings, and drafts.
pub async fn imports(ctx: &Ctx, me: &Me, listing: ListingId) -> Result<Imports, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let thing = owned(&mut tx, me, listing).await?;
    let today = thing.today(ctx.clock.now());
    let mut all = Vec::new();
    for row in store::imports(&mut tx, listing).await? {
        let days = store::days_of(&mut tx, row.due()).await?;
        let ahead = days.iter().filter(|day| **day >= today).count();
        all.push(row.shown(i64::try_from(ahead).unwrap_or(i64::MAX))?);
    }
    Ok(Imports {
        title: thing.title,
        open: thing.state != listings::State::Archived,
        all,
        collisions: store::collisions(&mut tx, listing, today).await?,
    })
}

/// Adds the foreign calendar at `typed` to a listing of `me`: it is fetched and read at once, and either blocks its days
/// from now on or changes nothing.
///
/// # Errors
/// [`Refusal`], and [`Error::NotFound`] as [`imports`].
pub async fn add(ctx: &Ctx, me: &Me, listing: ListingId, typed: &str) -> Result<(), Error<Refusal>> {
    let refused = |trouble| Error::Refused(Refusal::Trouble(trouble));
    let mut tx = ctx.db.read().await?;
    let thing = owned(&mut tx, me, listing).await?;
    let reach = ctx.settings.reach;
    let address = Address::parse(typed, reach).map_err(refused)?;
    room_for(&mut tx, &thing, listing, &address).await?;
    drop(tx);

    let fetched = fetching::fetch(&address, &Mark::default(), reach, fetching::PATIENCE).await;
    let (text, mark) = match fetched.map_err(refused)? {
        Fetched::Text(text, mark) => (text, mark),
        // Nothing was known that could be unchanged.
        Fetched::Unchanged => return Err(refused(Trouble::NoAnswer)),
    };
    let busy = read(ctx, &thing, text).await?.map_err(refused)?;

    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    store::take_turn(&mut tx, listing).await?;
    let thing = owned(&mut tx, me, listing).await?;
    room_for(&mut tx, &thing, listing, &address).await?;
    let row = ImportRow {
        listing_id: listing,
        id: ImportId::at(now),
        url: address.as_str().to_owned(),
        created_at: now,
        checked_at: now,
        succeeded_at: now,
        next_at: now.plus(pause(0)),
        read_at: now,
        failures: 0,
        trouble: None,
        unread: busy.unread,
        etag: mark.etag,
        modified: mark.modified,
        version: 1,
    };
    let before = store::wanted_days(&mut tx, listing).await?;
    store::insert(&mut tx, &row).await?;
    set_days(&mut tx, row.due(), &busy.days).await?;
    settle(&mut tx, listing, &before, now).await?;
    queue(&mut tx, &row, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Removes a foreign calendar of a listing of `me`; the days that no other one blocks are free again.
///
/// # Errors
/// [`Error::NotFound`] as [`imports`], and if it is not there.
pub async fn remove(ctx: &Ctx, me: &Me, listing: ListingId, import: ImportId) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    store::take_turn(&mut tx, listing).await?;
    owned(&mut tx, me, listing).await?;
    let before = store::wanted_days(&mut tx, listing).await?;
    if !store::remove(&mut tx, Due { listing, import }).await? {
        return Err(Error::NotFound);
    }
    settle(&mut tx, listing, &before, ctx.clock.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Looks at a foreign calendar of a listing of `me` now. What is wrong with it stands with it afterwards.
///
/// # Errors
/// As [`remove`].
pub async fn check(ctx: &Ctx, me: &Me, listing: ListingId, import: ImportId) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    owned(&mut tx, me, listing).await?;
    let row = store::import(&mut tx, Due { listing, import }).await?;
    let row = row.ok_or(Error::NotFound)?;
    drop(tx);
    Ok(look(ctx, row).await?)
}

/// The time has come to look at a foreign calendar again.
///
/// # Errors
/// When the database does not answer. What is wrong with the calendar is no error: it is noted, and tried again later.
pub async fn due(ctx: &Ctx, due: Due) -> Result<(), Failure> {
    let mut tx = ctx.db.read().await?;
    let row = store::import(&mut tx, due).await?;
    drop(tx);
    match row {
        Some(row) if row.next_at <= ctx.clock.now() => Ok(look(ctx, row).await?),
        // Removed, or looked at since.
        _ => Ok(()),
    }
}

/// Finds the foreign calendars whose job was lost, and gives them a new one.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(ctx: &Ctx) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    for row in store::overdue(&mut tx, now.plus(-LOST_AFTER), LOST_AT_ONCE).await? {
        if store::put_off(&mut tx, &row, now).await? {
            queue(&mut tx, &ImportRow { next_at: now, ..row }, now).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// Forgets all calendars of a member who leaves: secret addresses, foreign calendars and the days they block.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, member: MemberId, now: Timestamp) -> Result<(), Fault> {
    store::drop_keys(tx, member).await?;
    for listing in store::listings_with_imports(tx, member).await? {
        store::take_turn(tx, listing).await?;
        drop_all(tx, listing, now).await?;
    }
    Ok(())
}

async fn drop_all(tx: &mut Tx, listing: ListingId, now: Timestamp) -> sqlx::Result<()> {
    let before = store::wanted_days(tx, listing).await?;
    for row in store::imports(tx, listing).await? {
        store::remove(tx, row.due()).await?;
    }
    settle(tx, listing, &before, now).await
}

async fn owned(tx: &mut Tx, me: &Me, listing: ListingId) -> Result<Thing, Error<Refusal>> {
    let thing = store::thing(tx, listing).await?;
    thing.filter(|thing| thing.owner_id == me.id).ok_or(Error::NotFound)
}

async fn room_for(tx: &mut Tx, thing: &Thing, listing: ListingId, address: &Address) -> Result<(), Error<Refusal>> {
    if thing.state == listings::State::Archived {
        return Err(Error::NotFound);
    }
    let there = store::imports(tx, listing).await?;
    if there.iter().any(|row| row.url == address.as_str()) {
        return Err(Error::Refused(Refusal::Twice));
    }
    if there.len() >= usize::try_from(MOST_IMPORTS).unwrap_or(usize::MAX) {
        return Err(Error::Refused(Refusal::TooMany { most: MOST_IMPORTS }));
    }
    Ok(())
}

/// Asks for a foreign calendar, and writes what came of it. As long as there is trouble, the days it named last stay
/// blocked.
async fn look(ctx: &Ctx, row: ImportRow) -> Result<(), Fault> {
    let listing = row.listing_id;
    let mut tx = ctx.db.read().await?;
    let thing = store::thing(&mut tx, listing).await?;
    drop(tx);
    let outcome = match &thing {
        Some(thing) if thing.state != listings::State::Archived => ask(ctx, thing, &row).await?,
        _ => Ok(Found::Unchanged),
    };
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    store::take_turn(&mut tx, listing).await?;
    let Some(thing) = store::thing(&mut tx, listing).await? else {
        return Ok(());
    };
    if thing.state == listings::State::Archived {
        drop_all(&mut tx, listing, now).await?;
        tx.commit().await?;
        return Ok(());
    }
    let (host, due) = (in_short(&row.url), row.due());
    let mut next = ImportRow { checked_at: now, ..row };
    let mut days = None;
    match outcome {
        Ok(found) => {
            (next.succeeded_at, next.failures, next.trouble) = (now, 0, None);
            if let Found::Busy(busy, mark) = found {
                (next.read_at, next.unread, next.etag, next.modified) = (now, busy.unread, mark.etag, mark.modified);
                days = Some(busy.days);
            }
        }
        Err(trouble) => {
            tracing::info!(import = %next.id, host, %trouble, "a foreign calendar could not be read");
            next.failures += 1;
            next.trouble = Some(serde_json::to_string(&trouble).map_err(|e| Fault::Other(e.to_string()))?);
        }
    }
    next.next_at = now.plus(pause(next.failures));
    if !store::update(&mut tx, &next).await? {
        // Removed, or looked at by somebody else in the meantime.
        return Ok(());
    }
    if let Some(days) = days {
        let before = store::wanted_days(&mut tx, listing).await?;
        set_days(&mut tx, due, &days).await?;
        settle(&mut tx, listing, &before, now).await?;
    }
    queue(&mut tx, &next, now).await?;
    tx.commit().await?;
    Ok(())
}

enum Found {
    Unchanged,
    Busy(Busy, Mark),
}

async fn ask(ctx: &Ctx, thing: &Thing, row: &ImportRow) -> Result<Result<Found, Trouble>, Fault> {
    let reach = ctx.settings.reach;
    // The rules may have become stricter since it was added.
    let address = match Address::parse(&row.url, reach) {
        Ok(address) => address,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let known = if ctx.clock.now().since(row.read_at) < READ_EVERY {
        Mark {
            etag: row.etag.clone(),
            modified: row.modified.clone(),
        }
    } else {
        Mark::default()
    };
    let (text, mark) = match fetching::fetch(&address, &known, reach, fetching::PATIENCE).await {
        Ok(Fetched::Unchanged) if known != Mark::default() => return Ok(Ok(Found::Unchanged)),
        Ok(Fetched::Unchanged) => return Ok(Err(Trouble::NoAnswer)),
        Ok(Fetched::Text(text, mark)) => (text, mark),
        Err(trouble) => return Ok(Err(trouble)),
    };
    Ok(read(ctx, thing, text).await?.map(|busy| Found::Busy(busy, mark)))
}

/// Reads a text beside the other work. Should a library give up on it altogether, it makes no sense.
async fn read(ctx: &Ctx, thing: &Thing, text: String) -> Result<Result<Busy, Trouble>, Fault> {
    let (first, last) = window(thing.today(ctx.clock.now()));
    let by = Reading {
        zone: thing.time_zone(),
        first,
        last,
        ours: super::host_of(&ctx.settings.public_url),
    };
    let clock = ctx.clock.clone();
    let task = tokio::task::spawn_blocking(move || {
        let begun = clock.steady();
        reading::busy_days(&text, &by, &mut || clock.steady().saturating_sub(begun) < READ_WITHIN)
    });
    match task.await {
        Ok(answer) => Ok(answer),
        Err(error) if error.is_panic() => Ok(Err(Trouble::Malformed)),
        Err(error) => Err(error.into()),
    }
}

/// Makes `days` those that a foreign calendar says are busy.
async fn set_days(tx: &mut Tx, due: Due, days: &BTreeSet<Day>) -> sqlx::Result<()> {
    let before: BTreeSet<Day> = store::days_of(tx, due).await?.into_iter().collect();
    for day in before.difference(days) {
        store::drop_day(tx, due, *day).await?;
    }
    for day in days.difference(&before) {
        store::add_day(tx, due, *day).await?;
    }
    Ok(())
}

/// Makes the slots of a listing follow its foreign calendars, where what they say differs from what they said `before`.
/// Days that are booked stay booked.
async fn settle(tx: &mut Tx, listing: ListingId, before: &[Day], now: Timestamp) -> sqlx::Result<()> {
    let before: BTreeSet<Day> = before.iter().copied().collect();
    let after: BTreeSet<Day> = store::wanted_days(tx, listing).await?.into_iter().collect();
    let changed: Vec<Day> = before.symmetric_difference(&after).copied().collect();
    let basis = availability::store::basis(tx, listing).await?;
    for row in in_a_row(&changed) {
        availability::store::derive(tx, &basis, (row.first, row.last)).await?;
    }
    if before.difference(&after).next().is_some() {
        waiting::look(tx, listing, now).await?;
    }
    Ok(())
}

async fn queue(tx: &mut Tx, row: &ImportRow, now: Timestamp) -> sqlx::Result<()> {
    let key = format!("calendar:{}:{}", row.id, row.next_at.0);
    jobs::queue(tx, now, row.next_at, Some(&key), &Job::Calendar(row.due())).await
}

impl ImportRow {
    /// What its jobs name.
    const fn due(&self) -> Due {
        Due {
            listing: self.listing_id,
            import: self.id,
        }
    }
}

impl Thing {
    fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    fn today(&self, now: Timestamp) -> Day {
        now.day_in(&self.time_zone())
    }
}
