//! The SQL of listings and their parts.

use super::{
    model::ListingId,
    steps::{BLOCK_AHEAD, Booked},
    views::{Listing, Photo},
};
use crate::{
    Timestamp,
    availability::{EVERY_UNIT, store as calendar},
    db::Tx,
    members::MemberId,
    places::{Cell, Point},
};
use std::collections::BTreeMap;

macro_rules! select_listing {
    ($rest:literal) => {
        concat!(
            "select id, owner_id, kind, state, title, description, lang, category_id, condition, house_rules,
                    replacement_minor, prices, currency, cancellation, handover, handover_note, address, tags, place_name, lat,
                    lon, cell, zone, unit_count, weekly_plan, lead_days, longest_days, instant, needed_first, needed_last,
                    checklist,
                    step, created_at, updated_at, published_at, version, grain, week_hours, stays_out, buffer, shortest,
                    lead_hours, longest_hours, horizon_days
               from listing ",
            $rest
        )
    };
}

/// The listing without its parts, if `owner` is whose it is.
pub async fn row_of(tx: &mut Tx, owner: MemberId, id: ListingId) -> sqlx::Result<Option<Listing>> {
    run!(tx, db => sqlx::query_as::<_, Listing>(select_listing!("where id = $1 and owner_id = $2"))
        .bind(id).bind(owner).fetch_optional(db))
}

/// The listing with all its parts and the days blocked from today on, if `owner` is whose it is.
pub async fn whole(tx: &mut Tx, owner: MemberId, id: ListingId, now: Timestamp) -> sqlx::Result<Option<Listing>> {
    let Some(mut listing) = row_of(tx, owner, id).await? else {
        return Ok(None);
    };
    listing.accessories = accessories(tx, id).await?;
    listing.attributes = attributes(tx, id).await?;
    listing.photos = photos(tx, id).await?;
    let today = listing.today(now);
    let exceptions = calendar::exceptions(tx, id, today, today.plus(BLOCK_AHEAD)).await?;
    let days = |open: bool| {
        let which = exceptions
            .iter()
            .filter(move |one| one.unit == EVERY_UNIT && one.open == open);
        which.map(|one| one.day).collect()
    };
    (listing.blocked, listing.opened) = (days(false), days(true));
    Ok(Some(listing))
}

/// Adds the row of a listing, not its parts: `false` if there is one with this id.
pub async fn insert(tx: &mut Tx, listing: &Listing) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "insert into listing (id, owner_id, kind, state, title, description, lang, category_id, condition,
                house_rules, replacement_minor, prices, currency, handover, handover_note, address, tags,
                place_name, lat, lon, cell, region, zone, unit_count, weekly_plan, lead_days, longest_days, step,
                created_at, updated_at, published_at, version, instant, needed_first, needed_last, grain, week_hours,
                stays_out, buffer, shortest, lead_hours, longest_hours, horizon_days, cancellation, checklist)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
                $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41,
                $42, $43, $44, $45)
             on conflict (id) do nothing",
        )
        .bind(listing.id)
        .bind(listing.owner_id)
        .bind(listing.kind)
        .bind(listing.state)
        .bind(&listing.title)
        .bind(&listing.description)
        .bind(listing.lang)
        .bind(&listing.category_id)
        .bind(listing.condition)
        .bind(&listing.house_rules)
        .bind(listing.replacement_minor)
        .bind(listing.prices.stored())
        .bind(&listing.currency)
        .bind(listing.handover)
        .bind(&listing.handover_note)
        .bind(&listing.address)
        .bind(listing.tags.joined())
        .bind(&listing.place_name)
        .bind(listing.lat)
        .bind(listing.lon)
        .bind(listing.cell)
        .bind(listing.region())
        .bind(&listing.zone)
        .bind(listing.unit_count)
        .bind(listing.weekly_plan)
        .bind(listing.lead_days)
        .bind(listing.longest_days)
        .bind(listing.step)
        .bind(listing.created_at)
        .bind(listing.updated_at)
        .bind(listing.published_at)
        .bind(listing.version)
        .bind(listing.instant)
        .bind(listing.needed_first)
        .bind(listing.needed_last)
        .bind(listing.rhythm.grain)
        .bind(listing.rhythm.week_hours.column())
        .bind(listing.rhythm.stays_out)
        .bind(listing.rhythm.buffer)
        .bind(listing.rhythm.shortest)
        .bind(listing.rhythm.lead_hours)
        .bind(listing.rhythm.longest_hours)
        .bind(listing.rhythm.horizon_days)
        .bind(listing.cancellation)
        .bind(listing.checklist.joined())
    )
    .map(|rows| rows == 1)
}

/// Writes the row of a listing, not its parts, if nobody else did since: whether it was written.
pub async fn update(tx: &mut Tx, listing: &Listing, now: Timestamp) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "update listing set kind = $3, state = $4, title = $5, description = $6, lang = $7, category_id = $8,
                condition = $9, house_rules = $10, replacement_minor = $11, prices = $12, handover = $13,
                handover_note = $14, address = $15, tags = $16, place_name = $17, lat = $18, lon = $19, cell = $20,
                region = $21, weekly_plan = $22, lead_days = $23, longest_days = $24, step = $25, published_at = $26,
                updated_at = $27, instant = $28, needed_first = $29, needed_last = $30, grain = $31, week_hours = $32,
                stays_out = $33, buffer = $34, shortest = $35, lead_hours = $36, longest_hours = $37,
                horizon_days = $38, unit_count = $39, cancellation = $40, checklist = $41,
                version = version + 1
              where id = $1 and version = $2",
        )
        .bind(listing.id)
        .bind(listing.version)
        .bind(listing.kind)
        .bind(listing.state)
        .bind(&listing.title)
        .bind(&listing.description)
        .bind(listing.lang)
        .bind(&listing.category_id)
        .bind(listing.condition)
        .bind(&listing.house_rules)
        .bind(listing.replacement_minor)
        .bind(listing.prices.stored())
        .bind(listing.handover)
        .bind(&listing.handover_note)
        .bind(&listing.address)
        .bind(listing.tags.joined())
        .bind(&listing.place_name)
        .bind(listing.lat)
        .bind(listing.lon)
        .bind(listing.cell)
        .bind(listing.region())
        .bind(listing.weekly_plan)
        .bind(listing.lead_days)
        .bind(listing.longest_days)
        .bind(listing.step)
        .bind(listing.published_at)
        .bind(now)
        .bind(listing.instant)
        .bind(listing.needed_first)
        .bind(listing.needed_last)
        .bind(listing.rhythm.grain)
        .bind(listing.rhythm.week_hours.column())
        .bind(listing.rhythm.stays_out)
        .bind(listing.rhythm.buffer)
        .bind(listing.rhythm.shortest)
        .bind(listing.rhythm.lead_hours)
        .bind(listing.rhythm.longest_hours)
        .bind(listing.rhythm.horizon_days)
        .bind(listing.unit_count)
        .bind(listing.cancellation)
        .bind(listing.checklist.joined())
    )
    .map(|rows| rows == 1)
}

/// Counts one change of a listing whose parts are about to change; others who do so wait until this one is done.
/// Whether `owner` is whose it is.
pub async fn touch(tx: &mut Tx, owner: MemberId, id: ListingId, now: Timestamp) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query("update listing set updated_at = $3, version = version + 1 where id = $1 and owner_id = $2")
            .bind(id)
            .bind(owner)
            .bind(now)
    )
    .map(|rows| rows == 1)
}

/// Counts one change of a listing, if it still is this version: whether it was.
pub async fn touch_version(tx: &mut Tx, listing: ListingId, version: i64, now: Timestamp) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query("update listing set updated_at = $3, version = version + 1 where id = $1 and version = $2")
            .bind(listing)
            .bind(version)
            .bind(now)
    )
    .map(|rows| rows == 1)
}

/// What comes along, in order.
pub async fn accessories(tx: &mut Tx, id: ListingId) -> sqlx::Result<Vec<String>> {
    run!(tx, db => sqlx::query_scalar::<_, String>(
        "select name from listing_accessory where listing_id = $1 order by position",
    ).bind(id).fetch_all(db))
}

/// Replaces what comes along.
pub async fn set_accessories(tx: &mut Tx, id: ListingId, names: &[String]) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from listing_accessory where listing_id = $1").bind(id)
    )?;
    for (position, name) in (0_i64..).zip(names) {
        change!(
            tx,
            sqlx::query("insert into listing_accessory (listing_id, position, name) values ($1, $2, $3)")
                .bind(id)
                .bind(position)
                .bind(name)
        )?;
    }
    Ok(())
}

/// Values of attributes by key.
pub async fn attributes(tx: &mut Tx, id: ListingId) -> sqlx::Result<BTreeMap<String, String>> {
    run!(tx, db => sqlx::query_as::<_, (String, String)>(
        "select attribute_key, value from listing_attribute where listing_id = $1",
    ).bind(id).fetch_all(db))
    .map(|rows| rows.into_iter().collect())
}

/// Replaces the values of attributes.
pub async fn set_attributes(tx: &mut Tx, id: ListingId, values: &BTreeMap<String, String>) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from listing_attribute where listing_id = $1").bind(id)
    )?;
    for (key, value) in values {
        change!(
            tx,
            sqlx::query("insert into listing_attribute (listing_id, attribute_key, value) values ($1, $2, $3)")
                .bind(id)
                .bind(key)
                .bind(value)
        )?;
    }
    Ok(())
}

/// Photos in order.
pub async fn photos(tx: &mut Tx, id: ListingId) -> sqlx::Result<Vec<Photo>> {
    run!(tx, db => sqlx::query_as::<_, Photo>(
        "select id, alt, width, height, thumbhash from listing_photo where listing_id = $1 order by position, id",
    ).bind(id).fetch_all(db))
}

/// Replaces the list of photos; the first gets position 0 and is the cover.
pub async fn set_photos(tx: &mut Tx, id: ListingId, photos: &[Photo]) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from listing_photo where listing_id = $1").bind(id)
    )?;
    for (position, photo) in (0_i64..).zip(photos) {
        change!(
            tx,
            sqlx::query(
                "insert into listing_photo (listing_id, id, position, alt, width, height, thumbhash)
                 values ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(id)
            .bind(photo.id)
            .bind(position)
            .bind(&photo.alt)
            .bind(photo.width)
            .bind(photo.height)
            .bind(&photo.thumbhash)
        )?;
    }
    Ok(())
}

/// Bookings of a listing, and of the kits it is a part of, that are not over.
pub async fn open_bookings(tx: &mut Tx, id: ListingId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from booking
          where (listing_id = $1 or listing_id in (select kit_id from kit_part where part_id = $1))
            and state in ('requested', 'accepted')",
    ).bind(id).fetch_one(db))
}

/// What bookings say about what can be changed.
pub async fn booked(tx: &mut Tx, id: ListingId) -> sqlx::Result<Booked> {
    let units = run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select coalesce(max(unit + 1), 0) from booking where listing_id = $1 and state = 'accepted'",
    ).bind(id).fetch_one(db))?;
    Ok(Booked {
        open: open_bookings(tx, id).await?,
        units: units.max(calendar::units_held(tx, id).await?),
    })
}

/// Removes a draft with all its parts.
pub async fn delete(tx: &mut Tx, id: ListingId) -> sqlx::Result<()> {
    change!(tx, sqlx::query("delete from slot where listing_id = $1").bind(id))?;
    change!(
        tx,
        sqlx::query("delete from listing_exception where listing_id = $1").bind(id)
    )?;
    change!(
        tx,
        sqlx::query("delete from listing_photo where listing_id = $1").bind(id)
    )?;
    change!(
        tx,
        sqlx::query("delete from listing_attribute where listing_id = $1").bind(id)
    )?;
    change!(
        tx,
        sqlx::query("delete from listing_accessory where listing_id = $1").bind(id)
    )?;
    change!(tx, sqlx::query("delete from listing where id = $1").bind(id)).map(|_| ())
}

/// Everything a member made that is not archived: drafts too.
pub async fn not_archived(tx: &mut Tx, owner: MemberId) -> sqlx::Result<Vec<Listing>> {
    run!(tx, db => sqlx::query_as::<_, Listing>(select_listing!("where owner_id = $1 and state <> 'archived'"))
        .bind(owner).fetch_all(db))
}

/// Pauses a published listing, whatever its version: whether it was one.
pub async fn pause(tx: &mut Tx, id: ListingId, now: Timestamp) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "update listing set state = 'paused', updated_at = $2, version = version + 1
              where id = $1 and state = 'published'",
        )
        .bind(id)
        .bind(now)
    )
    .map(|rows| rows == 1)
}

/// Archives a listing, whatever its version.
pub async fn archive(tx: &mut Tx, id: ListingId, now: Timestamp) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "update listing set state = 'archived', updated_at = $2, version = version + 1
              where id = $1 and state in ('published', 'paused')",
        )
        .bind(id)
        .bind(now)
    )
    .map(|_| ())
}

/// Takes what is nobody else's business out of all listings of a member who leaves.
pub async fn forget_whereabouts(tx: &mut Tx, owner: MemberId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "update listing set lat = null, lon = null, address = '', handover_note = '', version = version + 1
              where owner_id = $1",
        )
        .bind(owner)
    )
    .map(|_| ())
}

/// Where one listing is, exactly and for the public.
#[derive(sqlx::FromRow)]
pub struct Located {
    /// Which.
    pub id: ListingId,
    lat: f64,
    lon: f64,
    /// The public cell.
    pub cell: Option<Cell>,
}

impl Located {
    /// The exact point.
    pub fn point(&self) -> Option<Point> {
        Point::new(self.lat, self.lon).ok()
    }
}

/// The next listings after `after`, by id, that have an exact point.
pub async fn points_after(tx: &mut Tx, after: ListingId, limit: i64) -> sqlx::Result<Vec<Located>> {
    run!(tx, db => sqlx::query_as::<_, Located>(
        "select id, lat, lon, cell from listing
          where id > $1 and lat is not null and lon is not null order by id limit $2",
    ).bind(after).bind(limit).fetch_all(db))
}

/// Moves a listing to another public cell.
pub async fn set_cell(tx: &mut Tx, id: ListingId, cell: Cell, name: Option<&str>) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "update listing set cell = $2, region = $3, place_name = coalesce($4, place_name), version = version + 1
              where id = $1",
        )
        .bind(id)
        .bind(cell)
        .bind(cell.region())
        .bind(name)
    )
    .map(|_| ())
}

/// The listing that an earlier run made of the line that `owner`'s file calls `key`; otherwise notes that it will be
/// `id`.
pub async fn imported_before(
    tx: &mut Tx,
    owner: MemberId,
    key: &str,
    id: ListingId,
) -> sqlx::Result<Option<ListingId>> {
    let new = change!(
        tx,
        sqlx::query(
            "insert into listing_import (owner_id, import_key, listing_id) values ($1, $2, $3)
             on conflict (owner_id, import_key) do nothing",
        )
        .bind(owner)
        .bind(key)
        .bind(id)
    )? == 1;
    if new {
        return Ok(None);
    }
    run!(tx, db => sqlx::query_scalar::<_, ListingId>(
        "select listing_id from listing_import where owner_id = $1 and import_key = $2",
    ).bind(owner).bind(key).fetch_optional(db))
}
