//! "I know this person": who vouches for whom. Only the two know of it.

use super::{
    model::{VouchFacts, VouchRefusal},
    reading, rules, store,
};
use crate::{
    Ctx, Error, Timestamp, bookings,
    db::Tx,
    error::Fault,
    events,
    members::{self, Me, MemberId},
    notifications::{self, Letter, TrustNews, TrustTurn},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Somebody who vouches, or is vouched for.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Voucher {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their photo.
    pub photo_id: Option<Uuid>,
    /// Since when.
    pub created_at: Timestamp,
}

/// Who knows a member, and whom they know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// Who vouches for them.
    pub by: Vec<Voucher>,
    /// For whom they vouch.
    pub of: Vec<Voucher>,
    /// Whether what others say counts: see [`rules::is_vouched_for`].
    pub counts: bool,
    /// How many loans they finished.
    pub finished_loans: i64,
    /// For how many more they can vouch.
    pub left: i64,
}

/// How one stands to the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Between {
    /// I vouch for them.
    pub given: bool,
    /// They vouch for me.
    pub received: bool,
    /// Why I cannot vouch for them.
    pub against: Option<VouchRefusal>,
}

/// Recorded in the history of whom it is about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "vouch", rename_all = "snake_case")]
enum Event {
    Given,
    Withdrawn,
}

/// Who knows `me`, and whom they know.
///
/// # Errors
/// When the database does not answer.
pub async fn known(ctx: &Ctx, me: &Me) -> Result<Known, Fault> {
    let mut tx = ctx.db.read().await?;
    let of = store::vouched_by(&mut tx, me.id).await?;
    let facts = reading::facts(&mut tx, me.id).await?;
    Ok(Known {
        by: store::vouchers_of(&mut tx, me.id).await?,
        left: (rules::MOST_VOUCHES - i64::try_from(of.len()).unwrap_or(i64::MAX)).max(0),
        of,
        counts: facts.vouched,
        finished_loans: facts.finished_loans,
    })
}

/// How `me` stands to another member.
///
/// # Errors
/// When the database does not answer.
pub async fn between(ctx: &Ctx, me: &Me, other: MemberId) -> Result<Between, Fault> {
    let mut tx = ctx.db.read().await?;
    let facts = vouch_facts(&mut tx, me.id, other).await?;
    Ok(Between {
        given: store::vouches(&mut tx, me.id, other).await?,
        received: store::vouches(&mut tx, other, me.id).await?,
        against: rules::may_vouch(&facts).err(),
    })
}

/// `me` vouches for another. Twice is once.
///
/// # Errors
/// [`Error::NotFound`] if there is no such member; a [`VouchRefusal`] names the reason.
pub async fn vouch(ctx: &Ctx, me: &Me, other: MemberId) -> Result<(), Error<VouchRefusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    // Whoever vouches for two at the same moment waits here, so that they are counted; so do two who vouch for the same
    // one, whose history gets a line for each. Always in the same order, so that nobody waits for each other.
    for id in [me.id.min(other), me.id.max(other)] {
        if !members::take_turn(&mut tx, id).await? {
            return Err(Error::NotFound);
        }
    }
    let member = members::store::by_id(&mut tx, other).await?.ok_or(Error::NotFound)?;
    if member.deleted_at.is_some() || member.verified_at.is_none() {
        return Err(Error::NotFound);
    }
    if store::vouches(&mut tx, me.id, other).await? {
        return Ok(());
    }
    let facts = vouch_facts(&mut tx, me.id, other).await?;
    rules::may_vouch(&facts).map_err(Error::Refused)?;
    if store::insert(&mut tx, me.id, other, now).await? {
        events::append(&mut tx, other.0, now, Some(me.id), &Event::Given).await?;
        if let (_, Some(to)) = bookings::store::reach(&mut tx, other).await? {
            let news = TrustNews {
                what: TrustTurn::Vouched,
                other: me.name.clone(),
                circle: String::new(),
                path: "/me/known".into(),
            };
            notifications::post(&mut tx, now, to, Letter::Trust(news)).await?;
        }
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// `me` takes their word back; it is fine if there is none.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw(ctx: &Ctx, me: &Me, other: MemberId) -> Result<(), Fault> {
    let mut tx = ctx.db.write().await?;
    members::take_turn(&mut tx, other).await?;
    if store::vouches(&mut tx, me.id, other).await? {
        store::remove(&mut tx, me.id, other).await?;
        events::append(&mut tx, other.0, ctx.clock.now(), Some(me.id), &Event::Withdrawn).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Forgets every word by and for a member who leaves.
pub async fn forget(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    store::forget(tx, member).await
}

async fn vouch_facts(tx: &mut Tx, me: MemberId, other: MemberId) -> sqlx::Result<VouchFacts> {
    let facts = reading::facts(tx, me).await?;
    let blocked = members::stands_between(tx, me, other).await?;
    Ok(VouchFacts {
        oneself: me == other,
        blocked: blocked.by_me || blocked.by_other,
        finished_loans: facts.finished_loans,
        vouched: facts.vouched,
        given: store::given(tx, me).await?,
    })
}
