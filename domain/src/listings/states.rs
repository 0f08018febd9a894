//! A listing as a whole: published, paused, resumed, archived, thrown away, repeated.

use super::{
    changes::listing_changed,
    drafts::{locate, name_of, resolution},
    model::{Event, ListingId, Refusal, State},
    photos,
    rules::{self, Actor, Command, Facts},
    steps, store,
    views::Listing,
};
use crate::{
    Ctx, Error, Timestamp,
    db::Tx,
    eligibility, events, kits,
    members::{Me, MemberId},
    places::Cell,
    waiting,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Makes a draft public.
///
/// # Errors
/// [`Refusal::Unfinished`] says what is missing, [`Refusal::NotNow`] if it is no draft, [`Refusal::ChangedMeanwhile`],
/// [`Error::NotFound`] for others' listings.
pub async fn publish(ctx: &Ctx, me: &Me, id: ListingId, version: Option<i64>) -> Result<(), Error<Refusal>> {
    act(ctx, me, id, version, Command::Publish).await
}

/// Takes a listing out of the search; its bookings go on.
///
/// # Errors
/// As [`publish`], but for `Unfinished`.
pub async fn pause(ctx: &Ctx, me: &Me, id: ListingId, version: Option<i64>) -> Result<(), Error<Refusal>> {
    act(ctx, me, id, version, Command::Pause).await
}

/// Puts a paused listing back into the search.
///
/// # Errors
/// As [`pause`].
pub async fn resume(ctx: &Ctx, me: &Me, id: ListingId, version: Option<i64>) -> Result<(), Error<Refusal>> {
    act(ctx, me, id, version, Command::Resume).await
}

/// Ends a listing for good. It stays for the bookings it had.
///
/// # Errors
/// As [`pause`], and [`Refusal::OpenBookings`].
pub async fn archive(ctx: &Ctx, me: &Me, id: ListingId, version: Option<i64>) -> Result<(), Error<Refusal>> {
    act(ctx, me, id, version, Command::Archive).await
}

/// Takes a listing out of the search, if it still is there: what was looked for is found, or a kit has lost a part. In the
/// transaction of what brings that about.
///
/// # Errors
/// When the database refuses.
pub async fn take_out(tx: &mut Tx, id: ListingId, owner: MemberId, now: Timestamp) -> sqlx::Result<()> {
    if store::pause(tx, id, now).await? {
        events::append(tx, id.0, now, Some(owner), &Event::Paused).await?;
        listing_changed(tx, id).await?;
    }
    Ok(())
}

async fn act(ctx: &Ctx, me: &Me, id: ListingId, version: Option<i64>, command: Command) -> Result<(), Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let listing = expected(&mut tx, me, id, version, now).await?;
    let event = rules::decide(&facts(&mut tx, &listing).await?, command, Actor::Owner).map_err(Error::Refused)?;
    let mut next = Listing {
        state: rules::apply(listing.state, &event),
        ..listing
    };
    if event == Event::Published {
        next.published_at = Some(now);
        locate(&ctx.settings, &mut next);
    }
    if !store::update(&mut tx, &next, now).await? {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    events::append(&mut tx, id.0, now, Some(me.id), &event).await?;
    listing_changed(&mut tx, id).await?;
    waiting::look(&mut tx, id, now).await?;
    if event == Event::Archived {
        kits::archived(&mut tx, id, me.id, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Throws a draft away, with its photos.
///
/// # Errors
/// As [`pause`].
pub async fn discard(ctx: &Ctx, me: &Me, id: ListingId, version: Option<i64>) -> Result<(), Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let listing = expected(&mut tx, me, id, version, now).await?;
    let facts = facts(&mut tx, &listing).await?;
    let event = rules::decide(&facts, Command::Discard, Actor::Owner).map_err(Error::Refused)?;
    throw_away(&mut tx, &listing, now).await?;
    events::append(&mut tx, id.0, now, Some(me.id), &event).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Begins a draft with the same words, place, times and photos as a listing of `me`: its id. Blocked days and bookings
/// are not repeated.
///
/// # Errors
/// [`Error::NotFound`] for others' listings.
pub async fn duplicate(ctx: &Ctx, me: &Me, id: ListingId) -> Result<ListingId, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let listing = store::whole(&mut tx, me.id, id, now).await?.ok_or(Error::NotFound)?;
    let facts = facts(&mut tx, &listing).await?;
    drop(tx);
    rules::decide(&facts, Command::Duplicate, Actor::Owner).map_err(Error::Refused)?;
    let photos = photos::copies_of(ctx, &listing.photos).await?;
    let copy = Listing {
        id: ListingId::at(now),
        state: State::Draft,
        published_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
        blocked: Vec::new(),
        opened: Vec::new(),
        photos,
        ..listing
    };
    let mut tx = ctx.db.write().await?;
    store::insert(&mut tx, &copy).await?;
    store::set_accessories(&mut tx, copy.id, &copy.accessories).await?;
    store::set_attributes(&mut tx, copy.id, &copy.attributes).await?;
    store::set_photos(&mut tx, copy.id, &copy.photos).await?;
    eligibility::copy(&mut tx, id, copy.id).await?;
    kits::copy(&mut tx, id, copy.id).await?;
    events::append(&mut tx, copy.id.0, now, Some(me.id), &Event::Copied { from: id }).await?;
    tx.commit().await?;
    Ok(copy.id)
}

/// The listing of `me`, if it is the version that the page showed.
async fn expected(
    tx: &mut Tx,
    me: &Me,
    id: ListingId,
    version: Option<i64>,
    now: Timestamp,
) -> Result<Listing, Error<Refusal>> {
    let listing = store::whole(tx, me.id, id, now).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != listing.version) {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    Ok(listing)
}

async fn facts(tx: &mut Tx, listing: &Listing) -> sqlx::Result<Facts> {
    Ok(Facts {
        state: listing.state,
        missing: steps::missing(listing),
        open_bookings: store::open_bookings(tx, listing.id).await?,
    })
}

async fn throw_away(tx: &mut Tx, draft: &Listing, now: Timestamp) -> sqlx::Result<()> {
    for photo in store::photos(tx, draft.id).await? {
        photos::forget_later(tx, now, photo.id).await?;
    }
    eligibility::listing_gone(tx, draft.id).await?;
    kits::listing_gone(tx, draft.id).await?;
    store::delete(tx, draft.id).await
}

/// Ends everything a member lists, because they leave: archives what was public, throws drafts away, and forgets exact
/// points, addresses and handover notes of all. How many there were.
///
/// # Errors
/// When the database refuses.
pub async fn archive_all_of(tx: &mut Tx, owner: MemberId, now: Timestamp) -> sqlx::Result<u64> {
    let mut count = 0;
    for listing in store::not_archived(tx, owner).await? {
        let event = if listing.state == State::Draft {
            Event::Discarded
        } else {
            Event::Archived
        };
        if listing.state == State::Draft {
            throw_away(tx, &listing, now).await?;
        } else {
            store::archive(tx, listing.id, now).await?;
            kits::archived(tx, listing.id, owner, now).await?;
            listing_changed(tx, listing.id).await?;
        }
        events::append(tx, listing.id.0, now, Some(owner), &event).await?;
        count += 1;
    }
    store::forget_whereabouts(tx, owner).await?;
    Ok(count)
}

/// How many listings are looked at in one transaction.
const AT_ONCE: i64 = 500;

/// Puts every listing into the cell that the operator's resolution gives it now: after that setting was changed. How
/// many moved.
///
/// # Errors
/// When the database refuses.
pub async fn refresh_cells(ctx: &Ctx) -> sqlx::Result<u64> {
    let resolution = resolution(&ctx.settings);
    let mut names: HashMap<Cell, Option<String>> = HashMap::new();
    let mut after = ListingId(Uuid::nil());
    let mut moved = 0;
    loop {
        let mut tx = ctx.db.write().await?;
        let page = store::points_after(&mut tx, after, AT_ONCE).await?;
        let Some(last) = page.last() else { return Ok(moved) };
        after = last.id;
        for row in page {
            let Some(point) = row.point() else { continue };
            let cell = Cell::of(point, resolution);
            if row.cell == Some(cell) {
                continue;
            }
            let name = names.entry(cell).or_insert_with(|| name_of(cell)).clone();
            store::set_cell(&mut tx, row.id, cell, name.as_deref()).await?;
            listing_changed(&mut tx, row.id).await?;
            moved += 1;
        }
        tx.commit().await?;
    }
}
