//! Asking for a thing: what somebody sees who may want it, and the request itself.

use super::{
    acting,
    asking::{self, Offer},
    commands::{Command, Event, Refusal, RequestDraft},
    model::{Actor, Booking, BookingId, BookingKey, Custody, Party, State, Terms},
    reminding, rules, store,
};
use crate::{
    Ctx, Day, Error, Timestamp,
    availability::{Diary, Period, Reason, store as calendar},
    db::Tx,
    eligibility::{self, Standing},
    error::Fault,
    events,
    forms::FieldError,
    listings::{self, ListingId},
    live,
    members::{self, Me, MemberId},
    prices::Extras,
    quotas, secrets, waiting,
};

/// For so long a form sent again is recognised, in microseconds.
const FORMS_LAST: i64 = 7 * Timestamp::DAY;

/// A listing as somebody sees it who may want it.
#[derive(Clone, PartialEq, Debug)]
pub struct Offering {
    /// Which.
    pub listing: ListingId,
    /// What its owner laid down.
    pub offer: Offer,
    /// The terms that a request would freeze.
    pub terms: Terms,
    /// The day it is in the listing's zone.
    pub today: Day,
    /// What the reader has open of it, the earliest first.
    pub mine: Vec<Booking>,
    /// What its owner asks of whoever wants it, and what of that is missing.
    pub standing: Standing,
}

/// A listing as `me`, or a visitor who is not signed in, sees it before asking.
///
/// # Errors
/// [`Error::NotFound`] if it is not to be had and the reader neither owns it nor has it booked.
pub async fn offering(ctx: &Ctx, me: Option<MemberId>, listing: ListingId) -> Result<Offering, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let (offer, terms) = store::thing(&mut tx, listing, ctx.settings.fees)
        .await?
        .ok_or(Error::NotFound)?;
    let mut mine = match me {
        Some(me) => store::open_bookings_of(&mut tx, listing, me).await?,
        None => Vec::new(),
    };
    mine = mine.into_iter().map(|booking| rules::as_of(booking, now)).collect();
    mine.retain(|booking| booking.state.is_open());
    if !offer.published && Some(offer.owner) != me && mine.is_empty() {
        return Err(Error::NotFound);
    }
    let today = now.day_in(&terms.time_zone());
    Ok(Offering {
        listing,
        offer,
        terms,
        today,
        mine,
        standing: eligibility::standing(&mut tx, me, listing).await?,
    })
}

/// Why a listing cannot be had for the time typed, as far as that makes sense. `diary` is a page's own, if it has one that
/// knows all days that can be asked for.
///
/// # Errors
/// When the database does not answer.
pub async fn against(
    ctx: &Ctx,
    offering: &Offering,
    diary: Option<&Diary>,
    typed: &RequestDraft,
) -> Result<Option<Reason>, Fault> {
    let Ok((period, ..)) = asking::read(typed) else {
        return Ok(None);
    };
    if offering.terms.kind.is_wanted() {
        return Ok(None);
    }
    let now = ctx.clock.now();
    if let Some(diary) = diary {
        return Ok(diary.check(period, now).err());
    }
    let mut tx = ctx.db.read().await?;
    let basis = calendar::basis(&mut tx, offering.listing).await?;
    let diary = calendar::diary(&mut tx, &basis, (period.first, period.last), None).await?;
    Ok(diary.check(period, now).err())
}

/// Asks for a thing: the booking's id. The same form sent twice makes one booking.
///
/// # Errors
/// [`Error::NotFound`] if there is no such listing for this member; a [`Refusal`] names what stands against it, and
/// [`Refusal::field`] where in the form to say so.
pub async fn request(
    ctx: &Ctx,
    me: &Me,
    listing: ListingId,
    typed: &RequestDraft,
) -> Result<BookingId, Error<Refusal>> {
    let period = asking::read(typed).map_err(invalid)?.0;
    let hours = period
        .hours
        .map(|hours| format!("{}-{} ", hours.from, hours.to))
        .unwrap_or_default();
    let once = (!typed.once.is_empty()).then(|| {
        secrets::hash(&format!(
            "{listing} {} {} {hours}{}",
            period.first, period.last, typed.once
        ))
    });
    let now = ctx.clock.now();

    // Read here for the first time, so that it is there within the transaction.
    listings::categories_of(ctx).await?;
    let mut tx = ctx.db.write().await?;
    // Whoever asks for several things at the same moment waits here, so that they are counted.
    if !members::take_turn(&mut tx, me.id).await? || !store::take_turn(&mut tx, listing).await? {
        return Err(Error::NotFound);
    }
    if let Some(once) = &once
        && let Some(made) = store::made_once(&mut tx, me.id, once).await?
    {
        return Ok(made);
    }
    let (booking, asked) = make(&mut tx, ctx, me, listing, typed, None, now).await?;
    let id = booking.key.id;
    if let Some(once) = &once {
        store::remember_once(&mut tx, me.id, once, id, now, now.plus(-FORMS_LAST)).await?;
    }
    answered_at_once(&mut tx, booking, asked, now).await?;
    tx.commit().await?;
    ctx.wake.notify_one();
    ctx.live.tell(id.0);
    Ok(id)
}

fn invalid(errors: Vec<FieldError>) -> Error<Refusal> {
    Error::Refused(Refusal::Invalid(errors))
}

/// What stands against a request of `me` for this time: what is asked before a request is made, and of what is offered as
/// something to ask for as well.
#[expect(clippy::too_many_arguments, reason = "all of it is what a request is about")]
pub(super) async fn stands_against(
    tx: &mut Tx,
    ctx: &Ctx,
    me: MemberId,
    listing: ListingId,
    (offer, terms): (&Offer, &Terms),
    period: Period,
    together: Option<BookingId>,
    now: Timestamp,
) -> Result<Option<Refusal>, Fault> {
    if members::stands_between(tx, me, offer.owner).await?.by_other {
        // Nobody is told that they are blocked: it just does not go.
        return Ok(Some(Refusal::NotNow));
    }
    if offer.owner != me && offer.published {
        let missing = eligibility::check(tx, me, listing).await?;
        if !missing.is_empty() {
            return Ok(Some(Refusal::NotEligible(missing)));
        }
    }
    let basis = calendar::basis(tx, listing).await?;
    let diary = calendar::diary(tx, &basis, (period.first, period.last), None).await?;
    let asked = store::open_bookings_of(tx, listing, me).await?;
    let asked: Vec<_> = asked.iter().map(|open| (open.key.id, open.period)).collect();
    if let Err(refused) = asking::may_request(offer, me, period, &diary, &asked, now) {
        return Ok(Some(refused));
    }
    if !terms.kind.is_wanted() {
        let tree = listings::categories_of(ctx).await?;
        let wanted = quotas::Wanted {
            listing,
            period: Some(period),
            together,
        };
        let too_much = quotas::check(ctx, tx, &tree, me, wanted).await?;
        if !too_much.is_empty() {
            return Ok(Some(Refusal::TooMuch(too_much)));
        }
    }
    let kept = waiting::promised(tx, listing, me, period, &diary, now).await?;
    Ok(kept.map(|until| Refusal::KeptForOthers { until }))
}

/// Writes a request, which nobody knows of yet: the booking and what happened to it. `together` is one that is asked for at
/// the same time, of which only one comes to be. Only after [`members::take_turn`].
pub(super) async fn make(
    tx: &mut Tx,
    ctx: &Ctx,
    me: &Me,
    listing: ListingId,
    typed: &RequestDraft,
    together: Option<BookingId>,
    now: Timestamp,
) -> Result<(Booking, Event), Error<Refusal>> {
    let (period, extras, note) = asking::read(typed).map_err(invalid)?;
    if !store::take_turn(tx, listing).await? {
        return Err(Error::NotFound);
    }
    let (offer, terms) = store::thing(tx, listing, ctx.settings.fees)
        .await?
        .ok_or(Error::NotFound)?;
    if let Some(refused) = stands_against(tx, ctx, me.id, listing, (&offer, &terms), period, together, now).await? {
        return Err(Error::Refused(refused));
    }
    let zone = terms.time_zone();
    let offered = asking::read_offer(&terms, &typed.offer).map_err(invalid)?;
    let extras = Extras {
        offer: offered,
        ..extras
    };
    let quote = asking::priced(&terms, period, extras, &typed.seen).map_err(Error::Refused)?;
    let asked_by = if terms.kind.is_wanted() {
        Party::Lender
    } else {
        Party::Borrower
    };
    let (borrower, lender) = match asked_by {
        Party::Borrower => (me.id, offer.owner),
        Party::Lender => (offer.owner, me.id),
    };

    let booking = Booking {
        key: BookingKey {
            listing,
            id: BookingId::at(now),
        },
        borrower,
        lender,
        asked_by,
        state: State::Requested,
        custody: Custody::WithLender,
        period,
        unit: 0,
        note,
        reason: String::new(),
        terms,
        requested_at: now,
        answer_by: rules::answer_by(now, period, &zone),
        starts_at: period.starts_in(&zone),
        due_at: period.ends_in(&zone),
        answered_at: None,
        custody_since: None,
        handed_over_at: None,
        returned_at: None,
        ended_at: None,
        extras,
        quote: quote.clone(),
        owed_minor: None,
        warned_at: None,
        proposal: None,
        version: 1,
    };
    store::insert(tx, &booking).await?;
    waiting::asked(tx, listing, me.id, period).await?;
    let asked = Event::Requested {
        period,
        note: booking.note.clone(),
        answer_by: booking.answer_by,
        quote,
    };
    events::append(tx, booking.key.id.0, now, Some(me.id), &asked).await?;
    acting::watch(tx, &booking, now).await?;
    reminding::plan(tx, None, &booking, now).await?;
    Ok((booking, asked))
}

/// Says yes at once where the owner has done so beforehand; otherwise tells whoever is to answer.
pub(super) async fn answered_at_once(
    tx: &mut Tx,
    booking: Booking,
    asked: Event,
    now: Timestamp,
) -> Result<Booking, Error<Refusal>> {
    let id = booking.key.id;
    let booking = match rules::decide(&booking, &Command::AcceptAtOnce, Actor::Clock, now) {
        Ok(events) => acting::accept(tx, booking, &events, Actor::Clock, now).await?,
        Err(_) => {
            acting::tell(tx, &booking, &[asked], booking.asked_by.into(), now).await?;
            booking
        }
    };
    live::announce(tx, id.0).await?;
    Ok(booking)
}
