//! What the owner of a listing decides about who may borrow it.

use super::{
    model::{Rules, RulesDraft},
    rules,
    store::{self, Owned},
};
use crate::{
    Ctx, Error, circles,
    circles::CircleId,
    db::Tx,
    events,
    forms::FieldError,
    listings::{self, Kind, ListingId, State},
    members::{Me, MemberId},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Why it was not saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit.
    Invalid(Vec<FieldError>),
    /// The listing changed since the page was loaded.
    ChangedMeanwhile,
    /// It is archived.
    NotNow,
}

/// Recorded in the history of the listing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "eligibility", rename_all = "snake_case")]
enum Event {
    Changed { rules: Rules },
}

/// A circle that the owner can choose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfferedCircle {
    /// Which.
    pub id: CircleId,
    /// What it is called.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What the owner has chosen, and can choose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choosing {
    /// What it asks for now.
    pub rules: Rules,
    /// Circles of the owner, and those chosen before.
    pub circles: Vec<OfferedCircle>,
    /// What the listing is about.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// Its title; a new draft has none.
    pub title: String,
    /// Counts its changes.
    pub version: i64,
}

/// What `me` has chosen for one of their listings.
///
/// # Errors
/// [`Error::NotFound`] for others' listings.
pub async fn choosing(ctx: &Ctx, me: &Me, listing: ListingId) -> Result<Choosing, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let owned = store::owned(&mut tx, me.id, listing).await?.ok_or(Error::NotFound)?;
    let rules = store::rules(&mut tx, listing).await?;
    let circles = offered(&mut tx, me.id, listing, &rules).await?;
    let Owned {
        kind,
        state,
        title,
        version,
    } = owned;
    Ok(Choosing {
        rules,
        circles,
        kind,
        state,
        title,
        version,
    })
}

/// Lays down who may borrow a listing of `me`. What was asked for before stays as it is.
///
/// # Errors
/// [`Error::NotFound`] for others' listings; a [`Refusal`] names the reason.
pub async fn save(ctx: &Ctx, me: &Me, listing: ListingId, typed: &RulesDraft) -> Result<(), Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let owned = store::owned(&mut tx, me.id, listing).await?.ok_or(Error::NotFound)?;
    if owned.state == State::Archived {
        return Err(Error::Refused(Refusal::NotNow));
    }
    if typed.version.parse().is_ok_and(|version: i64| version != owned.version) {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    let before = store::rules(&mut tx, listing).await?;
    let offered = offered(&mut tx, me.id, listing, &before).await?;
    let choices: BTreeSet<CircleId> = offered.iter().map(|circle| circle.id).collect();
    let rules = rules::read(typed, &choices).map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    if rules == before {
        return Ok(());
    }
    if !listings::touch_version(&mut tx, listing, owned.version, now).await? {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    store::set_rules(&mut tx, listing, &rules).await?;
    events::append(&mut tx, listing.0, now, Some(me.id), &Event::Changed { rules }).await?;
    tx.commit().await?;
    Ok(())
}

async fn offered(tx: &mut Tx, me: MemberId, listing: ListingId, rules: &Rules) -> sqlx::Result<Vec<OfferedCircle>> {
    let mut all = circles::names_of(tx, me).await?;
    for chosen in store::circles_of_listing(tx, listing).await? {
        if !all.contains(&chosen) {
            all.push(chosen);
        }
    }
    let chosen = |id: &CircleId| rules.circles.as_ref().is_some_and(|circles| circles.contains(id));
    Ok(all
        .into_iter()
        .map(|(id, name)| OfferedCircle {
            chosen: chosen(&id),
            id,
            name,
        })
        .collect())
}

/// A copy of a listing asks for the same.
pub async fn copy(tx: &mut Tx, from: ListingId, to: ListingId) -> sqlx::Result<()> {
    let rules = store::rules(tx, from).await?;
    if rules == Rules::default() {
        return Ok(());
    }
    store::set_rules(tx, to, &rules).await
}

/// A draft is thrown away.
pub async fn listing_gone(tx: &mut Tx, listing: ListingId) -> sqlx::Result<()> {
    store::drop_rules(tx, listing).await
}
