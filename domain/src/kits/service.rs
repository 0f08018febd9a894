//! What owners do with kits, and what others see of them.

use super::{
    model::{Candidate, Facts, Kit, KitDraft, Part, Refusal},
    rules,
    store::{self, Known},
};
use crate::{
    Ctx, Error, Timestamp,
    availability::store as calendar,
    bookings,
    db::Tx,
    error::Fault,
    events,
    listings::{self, ListingId, State},
    members::{Me, MemberId},
    waiting,
};
use serde::{Deserialize, Serialize};

/// Recorded in the history of the kit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kit", rename_all = "snake_case")]
enum Event {
    Changed { parts: Vec<ListingId> },
}

/// What `me` has chosen, and can choose.
///
/// # Errors
/// [`Error::NotFound`] for others' listings.
pub async fn choosing(ctx: &Ctx, me: &Me, id: ListingId) -> Result<Kit, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let all = store::of_owner(&mut tx, me.id).await?;
    let kit = all.iter().find(|one| one.facts.id == id).ok_or(Error::NotFound)?;
    let parts: Vec<ListingId> = store::part_rows(&mut tx, id).await?.iter().map(|row| row.id).collect();
    let part_of = store::kit_rows(&mut tx, id)
        .await?
        .into_iter()
        .map(|row| row.title)
        .collect();
    let candidate = |one: &Known| Candidate {
        id: one.facts.id,
        title: one.title.clone(),
        chosen: parts.contains(&one.facts.id),
        alone: one.facts.state == State::Published,
        fits: rules::fits(&kit.facts, &one.facts),
    };
    let shown = |one: &Candidate| one.chosen || one.fits;
    Ok(Kit {
        id,
        title: kit.title.clone(),
        candidates: all.iter().map(candidate).filter(shown).collect(),
        open: kit.facts.open,
        version: kit.version,
        part_of,
    })
}

/// Makes a listing of `me` a kit of these parts; of none, an ordinary listing again.
///
/// # Errors
/// [`Error::NotFound`] for others' listings; a [`Refusal`] names the reason.
pub async fn save(ctx: &Ctx, me: &Me, id: ListingId, typed: &KitDraft) -> Result<(), Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    // Nobody is promised anything of the kit, nor of a part that comes or goes, while the parts change.
    bookings::store::take_turns(&mut tx, id, &typed.ids()).await?;
    let all = store::of_owner(&mut tx, me.id).await?;
    let kit = all.iter().find(|one| one.facts.id == id).ok_or(Error::NotFound)?;
    if typed.version.parse().is_ok_and(|version: i64| version != kit.version) {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    rules::may_change(&kit.facts).map_err(Error::Refused)?;
    let mine: Vec<Facts> = all.iter().map(|one| one.facts.clone()).collect();
    let invalid = |errors| Error::Refused(Refusal::Invalid(errors));
    let parts = rules::read(typed, &kit.facts, &mine).map_err(invalid)?;
    let before: Vec<ListingId> = store::part_rows(&mut tx, id).await?.iter().map(|row| row.id).collect();
    if parts == before {
        return Ok(());
    }
    if !listings::touch_version(&mut tx, id, kit.version, now).await? {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    store::set_parts(&mut tx, id, &parts).await?;
    events::append(&mut tx, id.0, now, Some(me.id), &Event::Changed { parts }).await?;
    settle(&mut tx, id, now).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Writes anew on which days a listing can be had, after its parts have changed.
async fn settle(tx: &mut Tx, id: ListingId, now: Timestamp) -> sqlx::Result<()> {
    let basis = calendar::basis(tx, id).await?;
    calendar::derive_all(tx, &basis, now.day_in(&basis.zone)).await?;
    waiting::look(tx, id, now).await
}

/// The parts of a listing, and the kits it is a part of, as others may know them.
///
/// # Errors
/// When the database does not answer.
pub async fn of_listing(ctx: &Ctx, id: ListingId) -> Result<(Vec<Part>, Vec<Part>), Fault> {
    let mut tx = ctx.db.read().await?;
    let shown = |row: store::PartRow| Part {
        id: (row.state == State::Published).then_some(row.id),
        title: row.title,
    };
    let parts = store::part_rows(&mut tx, id).await?.into_iter().map(shown).collect();
    let kits = store::kit_rows(&mut tx, id).await?;
    let kits = kits.into_iter().map(shown).filter(|kit| kit.id.is_some()).collect();
    Ok((parts, kits))
}

/// A listing is archived: it leaves its kits, which are taken out of the search until their owner has looked at them.
pub async fn archived(tx: &mut Tx, id: ListingId, owner: MemberId, now: Timestamp) -> sqlx::Result<()> {
    let kits = store::kits_with(tx, id).await?;
    store::leave_kits(tx, id).await?;
    store::set_parts(tx, id, &[]).await?;
    for kit in kits {
        let parts = store::parts(tx, kit).await?;
        events::append(tx, kit.0, now, Some(owner), &Event::Changed { parts }).await?;
        settle(tx, kit, now).await?;
        listings::take_out(tx, kit, owner, now).await?;
    }
    Ok(())
}

/// A copy of a kit has the same parts.
pub async fn copy(tx: &mut Tx, from: ListingId, to: ListingId) -> sqlx::Result<()> {
    let parts: Vec<ListingId> = store::part_rows(tx, from).await?.iter().map(|row| row.id).collect();
    store::set_parts(tx, to, &parts).await
}

/// A draft is thrown away.
pub async fn listing_gone(tx: &mut Tx, id: ListingId) -> sqlx::Result<()> {
    store::leave_kits(tx, id).await?;
    store::set_parts(tx, id, &[]).await
}
