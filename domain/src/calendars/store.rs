//! The SQL of calendars.

pub use crate::bookings::store::take_turn;

use super::model::{Due, Import, ImportId, Trouble};
use crate::{
    Day, Lang, Timestamp,
    bookings::BookingId,
    calendars::address,
    db::Tx,
    error::Fault,
    listings::{self, ListingId},
    members::MemberId,
};
use uuid::Uuid;

/// A listing, as far as its calendars need to know it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Thing {
    /// Whose.
    pub owner_id: MemberId,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: listings::State,
    /// IANA name of the zone in which its days begin.
    pub zone: String,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Counts its changes.
    pub version: i64,
}

/// A listing that is no draft.
pub async fn thing(tx: &mut Tx, id: ListingId) -> sqlx::Result<Option<Thing>> {
    run!(tx, db => sqlx::query_as::<_, Thing>(
        "select owner_id, title, state, zone, updated_at, version
           from listing where id = $1 and state <> 'draft'",
    ).bind(id).fetch_optional(db))
}

/// What may be told of a secret address: not the address.
#[derive(Clone, Copy, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Key {
    /// Since when it is there.
    pub created_at: Timestamp,
    /// When it was last read, to the hour.
    pub read_at: Option<Timestamp>,
}

/// The secret address that `member` made for a calendar.
pub async fn key(tx: &mut Tx, subject: Uuid, member: MemberId) -> sqlx::Result<Option<Key>> {
    run!(tx, db => sqlx::query_as::<_, Key>(
        "select created_at, read_at from calendar_key where subject_id = $1 and member_id = $2",
    ).bind(subject).bind(member).fetch_optional(db))
}

/// Makes a secret address, in place of the one there was.
pub async fn set_key(
    tx: &mut Tx,
    subject: Uuid,
    member: MemberId,
    listing: Option<ListingId>,
    token_hash: &str,
    now: Timestamp,
) -> sqlx::Result<()> {
    drop_key(tx, subject, member).await?;
    change!(
        tx,
        sqlx::query(
            "insert into calendar_key (subject_id, member_id, listing_id, token_hash, created_at, changed_at)
             values ($1, $2, $3, $4, $5, $5)",
        )
        .bind(subject)
        .bind(member)
        .bind(listing)
        .bind(token_hash)
        .bind(now)
    )
    .map(|_| ())
}

/// Takes a secret address back.
pub async fn drop_key(tx: &mut Tx, subject: Uuid, member: MemberId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from calendar_key where subject_id = $1 and member_id = $2")
            .bind(subject)
            .bind(member)
    )
    .map(|_| ())
}

/// Takes all secret addresses of a member back.
pub async fn drop_keys(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from calendar_key where member_id = $1").bind(member)
    )
    .map(|_| ())
}

/// What a secret address opens.
#[derive(Debug, sqlx::FromRow)]
pub struct Opened {
    /// Whose it is.
    pub member_id: MemberId,
    /// The listing, if it is one's.
    pub listing_id: Option<ListingId>,
    /// The language of its owner.
    pub lang: Lang,
    /// When it was last read, to the hour.
    pub read_at: Option<Timestamp>,
    /// A hash of what was last read.
    pub content_hash: String,
    /// Since when it is that.
    pub changed_at: Timestamp,
}

/// What the secret address with this hash opens, unless whoever made it has left, or the listing has another owner.
pub async fn opened_by(tx: &mut Tx, token_hash: &str) -> sqlx::Result<Option<Opened>> {
    run!(tx, db => sqlx::query_as::<_, Opened>(
        "select k.member_id, k.listing_id, m.lang, k.read_at, k.content_hash, k.changed_at
           from calendar_key k join member m on m.id = k.member_id
           left join listing l on l.id = k.listing_id
          where k.token_hash = $1 and m.deleted_at is null and (k.listing_id is null or l.owner_id = k.member_id)",
    ).bind(token_hash).fetch_optional(db))
}

/// Notes that a calendar was read, and since when it is as it is.
pub async fn note_read(
    tx: &mut Tx,
    token_hash: &str,
    now: Timestamp,
    content_hash: &str,
    changed_at: Timestamp,
) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("update calendar_key set read_at = $2, content_hash = $3, changed_at = $4 where token_hash = $1")
            .bind(token_hash)
            .bind(now)
            .bind(content_hash)
            .bind(changed_at)
    )
    .map(|_| ())
}

/// The days on which an owner has closed a listing altogether, from `from` on.
pub async fn closed_days(tx: &mut Tx, listing: ListingId, from: Day) -> sqlx::Result<Vec<Day>> {
    run!(tx, db => sqlx::query_scalar::<_, Day>(
        "select day from listing_exception where listing_id = $1 and day >= $2 and unit = -1 and not is_open order by day",
    ).bind(listing).bind(from).fetch_all(db))
}

/// A row of `calendar_import`.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ImportRow {
    /// Whose days it blocks.
    pub listing_id: ListingId,
    /// Which.
    pub id: ImportId,
    /// Where it is.
    pub url: String,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last asked for.
    pub checked_at: Timestamp,
    /// When it was last read without trouble.
    pub succeeded_at: Timestamp,
    /// When it will be asked for again.
    pub next_at: Timestamp,
    /// When its text was last read.
    pub read_at: Timestamp,
    /// Failures in a row.
    pub failures: i64,
    /// What was wrong the last time, as JSON.
    pub trouble: Option<String>,
    /// Entries that made no sense.
    pub unread: i64,
    /// What the other side calls the version that we have.
    pub etag: Option<String>,
    /// From when that is.
    pub modified: Option<String>,
    /// Counts changes.
    pub version: i64,
}

impl ImportRow {
    /// As its owner sees it.
    pub fn shown(self, busy_days: i64) -> Result<Import, Fault> {
        let trouble = self.trouble.as_deref().map(serde_json::from_str::<Trouble>).transpose();
        let trouble = trouble.map_err(|e| Fault::Row {
            table: "calendar_import",
            id: self.id.to_string(),
            what: e.to_string(),
        })?;
        Ok(Import {
            id: self.id,
            address: address::in_short(&self.url),
            created_at: self.created_at,
            checked_at: self.checked_at,
            succeeded_at: self.succeeded_at,
            next_at: self.next_at,
            trouble,
            busy_days,
            unread: self.unread,
        })
    }
}

macro_rules! select_import {
    ($rest:literal) => {
        concat!(
            "select listing_id, id, url, created_at, checked_at, succeeded_at, next_at, read_at, failures, trouble,
                    unread, etag, modified, version from calendar_import ",
            $rest
        )
    };
}

/// The foreign calendars of a listing, the oldest first.
pub async fn imports(tx: &mut Tx, listing: ListingId) -> sqlx::Result<Vec<ImportRow>> {
    run!(tx, db => sqlx::query_as::<_, ImportRow>(select_import!("where listing_id = $1 order by created_at, id"))
        .bind(listing).fetch_all(db))
}

/// One of them.
pub async fn import(tx: &mut Tx, which: Due) -> sqlx::Result<Option<ImportRow>> {
    run!(tx, db => sqlx::query_as::<_, ImportRow>(select_import!("where listing_id = $1 and id = $2"))
        .bind(which.listing).bind(which.import).fetch_optional(db))
}

/// Those that should have been asked for before `before`, a few at a time.
pub async fn overdue(tx: &mut Tx, before: Timestamp, most: i64) -> sqlx::Result<Vec<ImportRow>> {
    run!(tx, db => sqlx::query_as::<_, ImportRow>(select_import!("where next_at < $1 order by next_at, id limit $2"))
        .bind(before).bind(most).fetch_all(db))
}

/// Adds a foreign calendar, without its days.
pub async fn insert(tx: &mut Tx, row: &ImportRow) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into calendar_import (listing_id, id, url, created_at, checked_at, succeeded_at, next_at, read_at,
                                          failures, trouble, unread, etag, modified, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )
        .bind(row.listing_id)
        .bind(row.id)
        .bind(&row.url)
        .bind(row.created_at)
        .bind(row.checked_at)
        .bind(row.succeeded_at)
        .bind(row.next_at)
        .bind(row.read_at)
        .bind(row.failures)
        .bind(&row.trouble)
        .bind(row.unread)
        .bind(&row.etag)
        .bind(&row.modified)
        .bind(row.version)
    )
    .map(|_| ())
}

/// Writes what came of asking for it, if nobody else did since it was read: whether it was written.
pub async fn update(tx: &mut Tx, row: &ImportRow) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "update calendar_import set checked_at = $4, succeeded_at = $5, next_at = $6, read_at = $7, failures = $8,
                    trouble = $9, unread = $10, etag = $11, modified = $12, version = version + 1
              where listing_id = $1 and id = $2 and version = $3",
        )
        .bind(row.listing_id)
        .bind(row.id)
        .bind(row.version)
        .bind(row.checked_at)
        .bind(row.succeeded_at)
        .bind(row.next_at)
        .bind(row.read_at)
        .bind(row.failures)
        .bind(&row.trouble)
        .bind(row.unread)
        .bind(&row.etag)
        .bind(&row.modified)
    )
    .map(|rows| rows == 1)
}

/// Puts off when an overdue one will be asked for: whether nobody else did since.
pub async fn put_off(tx: &mut Tx, row: &ImportRow, next_at: Timestamp) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "update calendar_import set next_at = $4, version = version + 1
              where listing_id = $1 and id = $2 and version = $3",
        )
        .bind(row.listing_id)
        .bind(row.id)
        .bind(row.version)
        .bind(next_at)
    )
    .map(|rows| rows == 1)
}

/// Removes a foreign calendar with its days: whether it was there.
pub async fn remove(tx: &mut Tx, which: Due) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query("delete from calendar_import_day where listing_id = $1 and import_id = $2")
            .bind(which.listing)
            .bind(which.import)
    )?;
    change!(
        tx,
        sqlx::query("delete from calendar_import where listing_id = $1 and id = $2")
            .bind(which.listing)
            .bind(which.import)
    )
    .map(|rows| rows == 1)
}

/// The days that one foreign calendar says are busy.
pub async fn days_of(tx: &mut Tx, which: Due) -> sqlx::Result<Vec<Day>> {
    run!(tx, db => sqlx::query_scalar::<_, Day>(
        "select day from calendar_import_day where listing_id = $1 and import_id = $2 order by day",
    ).bind(which.listing).bind(which.import).fetch_all(db))
}

/// The days that any foreign calendar of a listing says are busy.
pub async fn wanted_days(tx: &mut Tx, listing: ListingId) -> sqlx::Result<Vec<Day>> {
    run!(tx, db => sqlx::query_scalar::<_, Day>(
        "select distinct day from calendar_import_day where listing_id = $1 order by day",
    ).bind(listing).fetch_all(db))
}

/// One more day that a foreign calendar says is busy.
pub async fn add_day(tx: &mut Tx, which: Due, day: Day) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("insert into calendar_import_day (listing_id, import_id, day) values ($1, $2, $3)")
            .bind(which.listing)
            .bind(which.import)
            .bind(day)
    )
    .map(|_| ())
}

/// One day less.
pub async fn drop_day(tx: &mut Tx, which: Due, day: Day) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from calendar_import_day where listing_id = $1 and import_id = $2 and day = $3")
            .bind(which.listing)
            .bind(which.import)
            .bind(day)
    )
    .map(|_| ())
}

/// A booking on days that a foreign calendar says are busy.
#[derive(Clone, Copy, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Collision {
    /// Which.
    #[sqlx(rename = "id")]
    pub booking: BookingId,
    /// Its first day.
    #[sqlx(rename = "first_day")]
    pub first: Day,
    /// Its last day.
    #[sqlx(rename = "last_day")]
    pub last: Day,
    /// Whether it is agreed, and not only asked for.
    pub agreed: bool,
}

/// The bookings of a listing that are not over and share a day, from `today` on, with a foreign calendar.
pub async fn collisions(tx: &mut Tx, listing: ListingId, today: Day) -> sqlx::Result<Vec<Collision>> {
    run!(tx, db => sqlx::query_as::<_, Collision>(
        "select b.id, b.first_day, b.last_day, b.state = 'accepted' as agreed from booking b
          where b.listing_id = $1 and b.state in ('requested', 'accepted') and b.last_day >= $2
            and exists (select 1 from calendar_import_day d where d.listing_id = b.listing_id and d.day >= $2
                           and d.day between b.first_day and b.last_day)
          order by b.first_day, b.id",
    ).bind(listing).bind(today).fetch_all(db))
}

/// The listings of a member that have foreign calendars.
pub async fn listings_with_imports(tx: &mut Tx, owner: MemberId) -> sqlx::Result<Vec<ListingId>> {
    run!(tx, db => sqlx::query_scalar::<_, ListingId>(
        "select distinct i.listing_id from calendar_import i join listing l on l.id = i.listing_id
          where l.owner_id = $1 order by i.listing_id",
    ).bind(owner).fetch_all(db))
}
