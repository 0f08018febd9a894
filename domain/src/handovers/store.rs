//! The SQL of handovers.

use super::{
    model::{Entry, Found, How, Item, Photo, Plans, Proposal},
    rules::Code,
};
use crate::{
    Timestamp,
    bookings::{BookingKey, Move, Party},
    db::Tx,
    error::Fault,
    members::MemberId,
};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct EntryRow {
    seq: i64,
    what: String,
    side: String,
    author_id: MemberId,
    late: bool,
    items: String,
    note: String,
    created_at: Timestamp,
    previous: String,
    hash: String,
}

#[derive(sqlx::FromRow)]
struct PhotoRow {
    seq: i64,
    id: Uuid,
    width: i64,
    height: i64,
    thumbhash: String,
    digest: String,
}

fn nonsense(key: BookingKey, table: &'static str, what: String) -> Fault {
    Fault::Row {
        table,
        id: key.id.to_string(),
        what,
    }
}

fn read_move(key: BookingKey, table: &'static str, name: &str) -> Result<Move, Fault> {
    Move::from_name(name).ok_or_else(|| nonsense(key, table, format!("move {name}")))
}

fn read_side(key: BookingKey, table: &'static str, name: &str) -> Result<Party, Fault> {
    Party::from_name(name).ok_or_else(|| nonsense(key, table, format!("side {name}")))
}

/// Items as their column holds them: pairs of how each was found (empty where nobody looked) and its name.
fn read_items(key: BookingKey, json: &str) -> Result<Vec<Item>, Fault> {
    let pairs: Vec<(String, String)> =
        serde_json::from_str(json).map_err(|e| nonsense(key, "handover_entry", format!("items: {e}")))?;
    Ok(pairs
        .into_iter()
        .map(|(found, name)| Item {
            name,
            found: Found::from_name(&found),
        })
        .collect())
}

fn items_json(items: &[Item]) -> Result<String, Fault> {
    let pairs: Vec<(&str, &str)> = items
        .iter()
        .map(|item| (item.found.map_or("", Found::name), item.name.as_str()))
        .collect();
    serde_json::to_string(&pairs).map_err(|e| Fault::Other(e.to_string()))
}

/// Everything that was written about a booking, in order.
pub async fn entries(tx: &mut Tx, key: BookingKey) -> Result<Vec<Entry>, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, EntryRow>(
        "select seq, what, side, author_id, late, items, note, created_at, previous, hash
           from handover_entry where listing_id = $1 and booking_id = $2 order by seq",
    ).bind(key.listing).bind(key.id).fetch_all(db))?;
    let photo_rows = run!(tx, db => sqlx::query_as::<_, PhotoRow>(
        "select seq, id, width, height, thumbhash, digest
           from handover_photo where listing_id = $1 and booking_id = $2 order by seq, position, id",
    ).bind(key.listing).bind(key.id).fetch_all(db))?;
    let mut photos: BTreeMap<i64, Vec<Photo>> = BTreeMap::new();
    for row in photo_rows {
        photos.entry(row.seq).or_default().push(Photo {
            id: row.id,
            width: row.width,
            height: row.height,
            thumbhash: row.thumbhash,
            digest: row.digest,
        });
    }
    rows.into_iter()
        .map(|row| {
            Ok(Entry {
                what: read_move(key, "handover_entry", &row.what)?,
                by: read_side(key, "handover_entry", &row.side)?,
                items: read_items(key, &row.items)?,
                photos: photos.remove(&row.seq).unwrap_or_default(),
                seq: row.seq,
                author: row.author_id,
                late: row.late,
                note: row.note,
                at: row.created_at,
                previous: row.previous,
                hash: row.hash,
            })
        })
        .collect()
}

/// The number of the entry that this form made before.
pub async fn made_once(tx: &mut Tx, key: BookingKey, once: &str) -> sqlx::Result<Option<i64>> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select seq from handover_entry where listing_id = $1 and booking_id = $2 and once_key = $3",
    ).bind(key.listing).bind(key.id).bind(once).fetch_optional(db))
}

/// How many entries one side wrote about one move.
pub async fn count(tx: &mut Tx, key: BookingKey, what: Move, side: Party) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from handover_entry where listing_id = $1 and booking_id = $2 and what = $3 and side = $4",
    ).bind(key.listing).bind(key.id).bind(what.name()).bind(side.name()).fetch_one(db))
}

/// Number and hash of the newest entry.
pub async fn last(tx: &mut Tx, key: BookingKey) -> sqlx::Result<Option<(i64, String)>> {
    run!(tx, db => sqlx::query_as::<_, (i64, String)>(
        "select seq, hash from handover_entry where listing_id = $1 and booking_id = $2 order by seq desc limit 1",
    ).bind(key.listing).bind(key.id).fetch_optional(db))
}

/// Adds an entry with its photos.
pub async fn insert(tx: &mut Tx, key: BookingKey, entry: &Entry, once: Option<&str>) -> Result<(), Fault> {
    let items = items_json(&entry.items)?;
    change!(tx, sqlx::query(
        "insert into handover_entry (listing_id, booking_id, seq, what, side, author_id, late, items, note, once_key,
                                     created_at, previous, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(key.listing).bind(key.id).bind(entry.seq).bind(entry.what.name()).bind(entry.by.name()).bind(entry.author)
    .bind(entry.late).bind(&items).bind(&entry.note).bind(once).bind(entry.at).bind(&entry.previous)
    .bind(&entry.hash))?;
    for (position, photo) in (0_i64..).zip(&entry.photos) {
        change!(tx, sqlx::query(
            "insert into handover_photo (listing_id, booking_id, seq, id, position, width, height, thumbhash, digest)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(key.listing).bind(key.id).bind(entry.seq).bind(photo.id).bind(position).bind(photo.width)
        .bind(photo.height).bind(&photo.thumbhash).bind(&photo.digest))?;
    }
    Ok(())
}

/// Whether this photo is in the record of a booking.
pub async fn has_photo(tx: &mut Tx, key: BookingKey, photo: Uuid) -> sqlx::Result<bool> {
    let found = run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from handover_photo where listing_id = $1 and booking_id = $2 and id = $3",
    ).bind(key.listing).bind(key.id).bind(photo).fetch_one(db))?;
    Ok(found > 0)
}

#[derive(sqlx::FromRow)]
struct PlanRow {
    what: String,
    stage: String,
    how: String,
    side: String,
    words: String,
    proposed_at: Timestamp,
}

/// How both moves of a booking are to happen.
pub async fn plans(tx: &mut Tx, key: BookingKey) -> Result<Plans, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, PlanRow>(
        "select what, stage, how, side, words, proposed_at from handover_plan where listing_id = $1 and booking_id = $2",
    ).bind(key.listing).bind(key.id).fetch_all(db))?;
    let mut plans = Plans::default();
    for row in rows {
        let how = How::from_name(&row.how).ok_or_else(|| nonsense(key, "handover_plan", format!("how {}", row.how)))?;
        let proposal = Some(Proposal {
            how,
            by: read_side(key, "handover_plan", &row.side)?,
            words: row.words,
            at: row.proposed_at,
        });
        let plan = plans.of_mut(read_move(key, "handover_plan", &row.what)?);
        match row.stage.as_str() {
            "agreed" => plan.agreed = proposal,
            "proposed" => plan.proposed = proposal,
            other => return Err(nonsense(key, "handover_plan", format!("stage {other}"))),
        }
    }
    Ok(plans)
}

/// Replaces what is agreed or proposed for one move.
pub async fn set_plan(
    tx: &mut Tx,
    key: BookingKey,
    what: Move,
    stage: &'static str,
    proposal: Option<&Proposal>,
) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from handover_plan where listing_id = $1 and booking_id = $2 and what = $3 and stage = $4")
            .bind(key.listing)
            .bind(key.id)
            .bind(what.name())
            .bind(stage)
    )?;
    let Some(proposal) = proposal else { return Ok(()) };
    change!(
        tx,
        sqlx::query(
            "insert into handover_plan (listing_id, booking_id, what, stage, how, side, words, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(key.listing)
        .bind(key.id)
        .bind(what.name())
        .bind(stage)
        .bind(proposal.how.name())
        .bind(proposal.by.name())
        .bind(&proposal.words)
        .bind(proposal.at)
    )
    .map(|_| ())
}

/// A code that was shown.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CodeRow {
    /// See [`super::codes`].
    pub hash: String,
    /// What is hashed with it.
    pub salt: String,
    /// How many wrong tries it has borne.
    pub tries: i64,
    /// From then on it is worth nothing.
    pub expires_at: Timestamp,
}

impl CodeRow {
    /// As the rules see it.
    pub const fn known(&self) -> Code {
        Code {
            tries: self.tries,
            expires_at: self.expires_at,
        }
    }
}

/// The code that a side shows for a move.
pub async fn code(tx: &mut Tx, key: BookingKey, what: Move, side: Party) -> sqlx::Result<Option<CodeRow>> {
    run!(tx, db => sqlx::query_as::<_, CodeRow>(
        "select hash, salt, tries, expires_at from handover_code
          where listing_id = $1 and booking_id = $2 and what = $3 and side = $4",
    ).bind(key.listing).bind(key.id).bind(what.name()).bind(side.name()).fetch_optional(db))
}

/// Keeps the code that a side shows from now on; the one before is worth nothing any more.
pub async fn set_code(tx: &mut Tx, key: BookingKey, what: Move, side: Party, code: &CodeRow) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from handover_code where listing_id = $1 and booking_id = $2 and what = $3 and side = $4")
            .bind(key.listing)
            .bind(key.id)
            .bind(what.name())
            .bind(side.name())
    )?;
    change!(
        tx,
        sqlx::query(
            "insert into handover_code (listing_id, booking_id, what, side, hash, salt, tries, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(key.listing)
        .bind(key.id)
        .bind(what.name())
        .bind(side.name())
        .bind(&code.hash)
        .bind(&code.salt)
        .bind(code.tries)
        .bind(code.expires_at)
    )
    .map(|_| ())
}

/// Counts a wrong try.
pub async fn count_try(tx: &mut Tx, key: BookingKey, what: Move, side: Party) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "update handover_code set tries = tries + 1
              where listing_id = $1 and booking_id = $2 and what = $3 and side = $4"
        )
        .bind(key.listing)
        .bind(key.id)
        .bind(what.name())
        .bind(side.name())
    )
    .map(|_| ())
}

/// Forgets the codes of a booking: they have done their work.
pub async fn forget_codes(tx: &mut Tx, key: BookingKey) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from handover_code where listing_id = $1 and booking_id = $2")
            .bind(key.listing)
            .bind(key.id)
    )
    .map(|_| ())
}
