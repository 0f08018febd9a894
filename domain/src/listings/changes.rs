//! What follows from a change of a listing that others can see.

use super::model::ListingId;
use crate::{db::Tx, search};

/// Everything that search reads of a listing may have changed. Every use case that changes a listing which is or was
/// public calls this in its transaction; it is the one place that knows who else must be told.
pub(super) async fn listing_changed(tx: &mut Tx, id: ListingId) -> sqlx::Result<()> {
    search::refresh(tx, id).await
}
