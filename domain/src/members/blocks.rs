//! Hearing no more from somebody. What it means is up to each noun: [`stands_between`] is what they ask.

use super::{
    model::{Blocked, Me, MemberId, Refusal},
    store,
};
use crate::{Ctx, Error, Timestamp, db::Tx};
use uuid::Uuid;

/// Somebody whom a member blocked.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct BlockedMember {
    /// Who.
    pub id: MemberId,
    /// Their name; empty once they have left.
    pub name: String,
    /// Their photo.
    pub photo_id: Option<Uuid>,
    /// Since when.
    pub created_at: Timestamp,
}

/// Blocks `other`: no messages from them, and no requests for one's things. What is agreed goes on, so that everything
/// comes back. Blocking twice is once.
///
/// # Errors
/// [`Error::NotFound`] if there is no such member, or it is oneself.
pub async fn block(ctx: &Ctx, me: &Me, other: MemberId) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    if other == me.id || store::by_id(&mut tx, other).await?.is_none() {
        return Err(Error::NotFound);
    }
    change!(
        &mut tx,
        sqlx::query(
            "insert into member_block (member_id, blocked_id, created_at) values ($1, $2, $3) on conflict do nothing"
        )
        .bind(me.id)
        .bind(other)
        .bind(ctx.clock.now())
    )?;
    tx.commit().await?;
    Ok(())
}

/// Takes a block back; it is fine if there is none.
///
/// # Errors
/// When the database refuses.
pub async fn unblock(ctx: &Ctx, me: &Me, other: MemberId) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    change!(
        &mut tx,
        sqlx::query("delete from member_block where member_id = $1 and blocked_id = $2")
            .bind(me.id)
            .bind(other)
    )?;
    tx.commit().await?;
    Ok(())
}

/// Whom `me` blocked, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn blocked(ctx: &Ctx, me: &Me) -> Result<Vec<BlockedMember>, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    Ok(run!(&mut tx, db => sqlx::query_as::<_, BlockedMember>(
        "select m.id, m.name, m.photo_id, b.created_at
           from member_block b join member m on m.id = b.blocked_id
          where b.member_id = $1 order by b.created_at desc, m.id",
    ).bind(me.id).fetch_all(db))?)
}

/// Whether one of the two blocked the other.
///
/// # Errors
/// When the database does not answer.
pub async fn stands_between(tx: &mut Tx, me: MemberId, other: MemberId) -> sqlx::Result<Blocked> {
    let by: Vec<MemberId> = run!(tx, db => sqlx::query_scalar(
        "select member_id from member_block
          where (member_id = $1 and blocked_id = $2) or (member_id = $2 and blocked_id = $1)",
    ).bind(me).bind(other).fetch_all(db))?;
    Ok(Blocked {
        by_me: by.contains(&me),
        by_other: by.contains(&other),
    })
}
