//! Use cases of listings.

use crate::{Timestamp, db::Tx, members::MemberId};

/// Archives everything a member lists, because they leave: how many there were.
///
/// # Errors
/// When the database refuses.
pub async fn archive_all_of(tx: &mut Tx, owner: MemberId, now: Timestamp) -> sqlx::Result<u64> {
    change!(
        tx,
        sqlx::query(
            "update listing set state = 'archived', updated_at = $2, version = version + 1
              where owner_id = $1 and state <> 'archived'",
        )
        .bind(owner)
        .bind(now)
    )
}
