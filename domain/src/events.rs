//! What happened: one append-only row per change, in the transaction that made it.

use crate::{Timestamp, db::Tx, members::MemberId};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// One recorded event.
#[derive(Clone, Debug)]
pub struct Recorded<E> {
    /// Its place in the history of its subject, from 1.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who; `None` is the clock.
    pub actor: Option<MemberId>,
    /// What.
    pub event: E,
}

/// Appends `event` to the history of `subject` (a listing's, booking's or member's id).
///
/// # Errors
/// When the database refuses, for instance because somebody else appended the same place.
pub async fn append<E: Serialize + Sync>(
    tx: &mut Tx,
    subject: Uuid,
    at: Timestamp,
    actor: Option<MemberId>,
    event: &E,
) -> sqlx::Result<()> {
    let data = serde_json::to_string(event).map_err(|e| sqlx::Error::Encode(Box::new(e)))?;
    change!(
        tx,
        sqlx::query(
            "insert into event (subject_id, seq, at, actor_id, data)
             values ($1, (select coalesce(max(seq), 0) + 1 from event where subject_id = $1), $2, $3, $4)",
        )
        .bind(subject)
        .bind(at)
        .bind(actor)
        .bind(&data)
    )
    .map(|_| ())
}

#[derive(sqlx::FromRow)]
struct Row {
    seq: i64,
    at: Timestamp,
    actor_id: Option<MemberId>,
    data: String,
}

/// The whole history of `subject`, oldest first. Events of another type (of another noun) are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn history<E: DeserializeOwned>(tx: &mut Tx, subject: Uuid) -> sqlx::Result<Vec<Recorded<E>>> {
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(
        "select seq, at, actor_id, data from event where subject_id = $1 order by seq",
    )
    .bind(subject)
    .fetch_all(db))?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let event = serde_json::from_str(&row.data).ok()?;
            Some(Recorded {
                seq: row.seq,
                at: row.at,
                actor: row.actor_id,
                event,
            })
        })
        .collect())
}
