//! One request to several: whoever says yes first has it, and the others hear kindly that it is found.
//!
//! All of them are bookings of their own, so that everything that holds for one holds for each. What they share is a group:
//! whoever acts on one of them first waits for the group ([`take_turn`]), then for the listing, so that of two that say yes
//! at the same instant one is told that it is over.

use super::{
    acting::{carry_out, catch_up, in_turn, met_another},
    commands::{Command, Refusal, RequestDraft},
    groups,
    model::{Booking, BookingId, State},
    requesting::{self, Offering},
    rules, store,
};
use crate::{
    Ctx, Error, Timestamp,
    db::Tx,
    error::Fault,
    listings::{self, ListingId},
    members::{self, Me, MemberId},
    prices::{Basis, Extras, Quote},
    search,
};

/// Most that can be asked at the same time, the first included.
pub const MOST_TOGETHER: usize = 5;
/// So many things are looked at for some to offer.
const LOOKED_AT: usize = 12;
/// How often it is tried when another change is in the way.
const ATTEMPTS: usize = 4;

/// One of those asked at the same time, as who asked sees them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskedToo {
    /// Which booking.
    pub id: BookingId,
    /// What it was called when asked.
    pub title: String,
    /// Who is asked; empty once they have left.
    pub lender: String,
    /// How it stands.
    pub state: State,
}

/// Something that could be asked for as well.
#[derive(Clone, PartialEq, Debug)]
pub struct Choice {
    /// What.
    pub offering: Offering,
    /// What it would cost, if that is known beforehand.
    pub quote: Option<Quote>,
}

/// Tells all others asked at the same time that it is found. Only within the turn of the group.
pub(super) async fn found(tx: &mut Tx, accepted: &Booking, now: Timestamp) -> Result<(), Error<Refusal>> {
    for other in groups::others_waiting(tx, accepted.key.id).await? {
        let asker = other.asked_by.into();
        let other = catch_up(tx, other, now).await?;
        if let Ok(events) = rules::decide(&other, &Command::FindElsewhere, asker, now) {
            carry_out(tx, other, &events, asker, now).await?;
        }
    }
    Ok(())
}

/// The others that were asked at the same time, the first first; empty for anybody but who asked.
///
/// # Errors
/// When the database does not answer.
pub async fn asked_too(ctx: &Ctx, me: &Me, id: BookingId) -> Result<Vec<AskedToo>, Fault> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let all = groups::others_of(&mut tx, id, me.id).await?;
    let mut found = Vec::with_capacity(all.len());
    for booking in all {
        let (lender, _) = store::reach(&mut tx, booking.lender).await?;
        let booking = rules::as_of(booking, now);
        found.push(AskedToo {
            id: booking.key.id,
            title: booking.terms.title.clone(),
            lender,
            state: booking.state,
        });
    }
    Ok(found)
}

/// Whether others were asked at the same time; the lenders are told so much and no more.
///
/// # Errors
/// When the database does not answer.
pub async fn is_one_of_several(ctx: &Ctx, id: BookingId) -> Result<bool, Fault> {
    let mut tx = ctx.db.read().await?;
    Ok(groups::size(&mut tx, id).await? > 1)
}

/// What else could be asked for instead of waiting for one answer: like it, near it, truly to be had then, and by others.
/// Nothing unless it still waits for an answer.
///
/// # Errors
/// [`Error::NotFound`] for anybody but who asked.
pub async fn choices(ctx: &Ctx, me: &Me, id: BookingId) -> Result<Vec<Choice>, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let booking = store::seen_by(&mut tx, id, me.id).await?.ok_or(Error::NotFound)?;
    let booking = rules::as_of(booking, now);
    let room = MOST_TOGETHER.saturating_sub(groups::size(&mut tx, id).await?.max(1));
    drop(tx);
    if !can_be_widened(&booking, me.id) || room == 0 {
        return Ok(Vec::new());
    }
    let days = (booking.period.first, booking.period.last);
    let mut found = Vec::new();
    for listing in search::similar(ctx, booking.key.listing, Some(days), LOOKED_AT).await? {
        found.extend(choice(ctx, me, &booking, listing, now).await?);
        if found.len() == room {
            break;
        }
    }
    Ok(found)
}

/// Whether this request can be put to others as well.
fn can_be_widened(booking: &Booking, me: MemberId) -> bool {
    booking.state == State::Requested
        && booking.member(booking.asked_by) == me
        && !booking.terms.kind.is_wanted()
        && booking.proposal.is_none()
}

/// A listing, if `me` could ask for it as for this booking.
async fn choice(
    ctx: &Ctx,
    me: &Me,
    booking: &Booking,
    listing: ListingId,
    now: Timestamp,
) -> Result<Option<Choice>, Error<Refusal>> {
    let offering = match requesting::offering(ctx, Some(me.id), listing).await {
        Ok(offering) => offering,
        Err(Error::NotFound | Error::Refused(_)) => return Ok(None),
        Err(fault) => return Err(fault),
    };
    let alike = offering.terms.kind.changes_hands() == booking.terms.kind.changes_hands();
    if !alike || offering.terms.kind.is_wanted() || offering.offer.owner == booking.lender {
        return Ok(None);
    }
    let (period, thing) = (booking.period, (&offering.offer, &offering.terms));
    let mut tx = ctx.db.read().await?;
    let together = Some(booking.key.id);
    let against = requesting::stands_against(&mut tx, ctx, me.id, listing, thing, period, together, now).await?;
    if against.is_some() {
        return Ok(None);
    }
    let quote = offering.terms.quote(period, Extras::default()).ok();
    let to_be_agreed = offering.terms.prices.basis == Basis::Offer;
    Ok((quote.is_some() || to_be_agreed).then_some(Choice { offering, quote }))
}

/// Asks others for the same: for each the listing and the total that was shown for it. Either all are asked, or none.
/// What is had at once ends it: nobody is asked after that.
///
/// # Errors
/// [`Error::NotFound`] for anybody but who asked, or if a listing is not there; the first [`Refusal`] of any of them.
pub async fn ask_others(
    ctx: &Ctx,
    me: &Me,
    id: BookingId,
    chosen: &[(ListingId, String)],
) -> Result<Vec<BookingId>, Error<Refusal>> {
    for _ in 0..ATTEMPTS {
        match attempt(ctx, me, id, chosen).await {
            Err(Error::Fault(fault)) if met_another(&fault) => {}
            Err(Error::Refused(Refusal::Busy)) => {}
            answer => return answer,
        }
    }
    Err(Error::Refused(Refusal::Busy))
}

async fn attempt(
    ctx: &Ctx,
    me: &Me,
    id: BookingId,
    chosen: &[(ListingId, String)],
) -> Result<Vec<BookingId>, Error<Refusal>> {
    let now = ctx.clock.now();
    // Read here for the first time, so that it is there within the transaction.
    listings::categories_of(ctx).await?;
    let mut tx = ctx.db.write().await?;
    // What one asks for is counted, so one asks for it after the other; this turn comes before all others.
    members::take_turn(&mut tx, me.id).await?;
    let (booking, party) = in_turn(&mut tx, me, id, now).await?;
    if party != booking.asked_by {
        return Err(Error::Refused(Refusal::NotYours));
    }
    if !can_be_widened(&booking, me.id) {
        return Err(Error::Refused(Refusal::NotNow));
    }
    let asked = groups::size(&mut tx, id).await?.max(1);
    let mut chosen = chosen.to_vec();
    chosen.sort_by_key(|(listing, _)| *listing);
    chosen.dedup_by_key(|(listing, _)| *listing);
    if chosen.is_empty() || asked + chosen.len() > MOST_TOGETHER {
        return Err(Error::Refused(Refusal::NotNow));
    }
    let group = groups::join(&mut tx, &booking, None).await?;
    let mut made = Vec::with_capacity(chosen.len());
    for (listing, seen) in chosen {
        let draft = RequestDraft {
            seen,
            ..RequestDraft::like(&booking)
        };
        let (other, event) = requesting::make(&mut tx, ctx, me, listing, &draft, Some(id), now).await?;
        groups::join(&mut tx, &other, Some(group)).await?;
        let other = requesting::answered_at_once(&mut tx, other, event, now).await?;
        made.push(other.key.id);
        if other.state != State::Requested {
            break;
        }
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    for id in made.iter().chain([&id]) {
        ctx.live.tell(id.0);
    }
    Ok(made)
}
