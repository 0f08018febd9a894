//! The SQL of kits.

use super::model::Facts;
use crate::{
    availability::Grain,
    db::Tx,
    listings::{Kind, ListingId, State},
    members::MemberId,
};

/// The parts of a listing, in the order of their ids: the order in which they are locked. None, unless it is a kit.
pub async fn parts(tx: &mut Tx, kit: ListingId) -> sqlx::Result<Vec<ListingId>> {
    run!(tx, db => sqlx::query_scalar::<_, ListingId>(
        "select part_id from kit_part where kit_id = $1 order by part_id",
    ).bind(kit).fetch_all(db))
}

/// The kits that a listing is a part of.
pub async fn kits_with(tx: &mut Tx, part: ListingId) -> sqlx::Result<Vec<ListingId>> {
    run!(tx, db => sqlx::query_scalar::<_, ListingId>(
        "select kit_id from kit_part where part_id = $1 order by kit_id",
    ).bind(part).fetch_all(db))
}

/// All listings that hold, or are held with, what a booking of this one holds: its parts, the kits it is in, and the kits
/// that share a part with it. Not itself.
pub async fn related(tx: &mut Tx, listing: ListingId) -> sqlx::Result<Vec<ListingId>> {
    run!(tx, db => sqlx::query_scalar::<_, ListingId>(
        "select part_id from kit_part where kit_id = $1
         union select kit_id from kit_part where part_id = $1
         union select o.kit_id from kit_part k join kit_part o on o.part_id = k.part_id
                where k.kit_id = $1 and o.kit_id <> $1
         order by 1",
    ).bind(listing).fetch_all(db))
}

/// What is checked for every part when a kit changes hands.
#[derive(sqlx::FromRow)]
pub struct PartRow {
    /// Which.
    pub id: ListingId,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// What else is looked at, one a line.
    pub checklist: String,
}

/// The parts of a kit, in the order in which their owner chose them.
pub async fn part_rows(tx: &mut Tx, kit: ListingId) -> sqlx::Result<Vec<PartRow>> {
    run!(tx, db => sqlx::query_as::<_, PartRow>(
        "select l.id, l.title, l.state, l.checklist from kit_part k join listing l on l.id = k.part_id
          where k.kit_id = $1 order by k.position, l.id",
    ).bind(kit).fetch_all(db))
}

/// The kits that a listing is a part of, by title.
pub async fn kit_rows(tx: &mut Tx, part: ListingId) -> sqlx::Result<Vec<PartRow>> {
    run!(tx, db => sqlx::query_as::<_, PartRow>(
        "select l.id, l.title, l.state, l.checklist from kit_part k join listing l on l.id = k.kit_id
          where k.part_id = $1 order by l.title, l.id",
    ).bind(part).fetch_all(db))
}

#[derive(sqlx::FromRow)]
struct FactsRow {
    id: ListingId,
    kind: Kind,
    state: State,
    grain: Grain,
    zone: String,
    parts: i64,
    kits: i64,
    open: i64,
    title: String,
    version: i64,
}

/// A listing with what its page shows beside the rules.
pub struct Known {
    /// For the rules.
    pub facts: Facts,
    /// Its title.
    pub title: String,
    /// Counts its changes.
    pub version: i64,
}

/// All listings of a member, by title.
pub async fn of_owner(tx: &mut Tx, owner: MemberId) -> sqlx::Result<Vec<Known>> {
    let rows = run!(tx, db => sqlx::query_as::<_, FactsRow>(
        "select l.id, l.kind, l.state, l.grain, l.zone, l.title, l.version,
                (select count(*) from kit_part k where k.kit_id = l.id) as parts,
                (select count(*) from kit_part k where k.part_id = l.id) as kits,
                (select count(*) from booking b where b.listing_id = l.id and b.state in ('requested', 'accepted')) as open
           from listing l where l.owner_id = $1 order by l.title, l.id",
    ).bind(owner).fetch_all(db))?;
    let known = |row: FactsRow| Known {
        facts: Facts {
            id: row.id,
            kind: row.kind,
            state: row.state,
            grain: row.grain,
            zone: row.zone,
            is_kit: row.parts > 0,
            is_part: row.kits > 0,
            open: row.open,
        },
        title: row.title,
        version: row.version,
    };
    Ok(rows.into_iter().map(known).collect())
}

/// Replaces the parts of a kit.
pub async fn set_parts(tx: &mut Tx, kit: ListingId, parts: &[ListingId]) -> sqlx::Result<()> {
    change!(tx, sqlx::query("delete from kit_part where kit_id = $1").bind(kit))?;
    for (position, part) in (0_i64..).zip(parts) {
        change!(
            tx,
            sqlx::query("insert into kit_part (kit_id, part_id, position) values ($1, $2, $3)")
                .bind(kit)
                .bind(part)
                .bind(position)
        )?;
    }
    Ok(())
}

/// Takes a listing out of all kits.
pub async fn leave_kits(tx: &mut Tx, part: ListingId) -> sqlx::Result<()> {
    change!(tx, sqlx::query("delete from kit_part where part_id = $1").bind(part)).map(|_| ())
}
