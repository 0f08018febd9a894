//! Use cases of bookings.

use super::model::Deadline;
use crate::{Ctx, jobs::Failure};

/// A deadline has come.
///
/// # Errors
/// When the database does not answer.
pub async fn deadline_came(_ctx: &Ctx, _deadline: Deadline) -> Result<(), Failure> {
    Ok(())
}

/// How many bookings wait for this member.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting_count(ctx: &Ctx, me: crate::members::MemberId) -> sqlx::Result<i64> {
    let mut tx = ctx.db.read().await?;
    run!(&mut tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from booking where lender_id = $1 and state = 'requested'",
    ).bind(me).fetch_one(db))
}
