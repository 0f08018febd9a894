//! What the two see of a claim, and what those see who decide.

use super::{
    lists::{self, Line},
    model::{Claim, Entry, Event, Refusal},
    rules, store,
};
use crate::{
    Ctx, Error, Timestamp,
    bookings::{self, Booking, BookingId, BookingView, Party},
    error::Fault,
    events,
    members::{self, Me, MemberId, Role},
};

/// One line of what happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happened {
    /// When.
    pub at: Timestamp,
    /// Whose claim it is about.
    pub about: Party,
    /// Which side did it; `None` is time, or somebody who runs the place.
    pub by: Option<Party>,
    /// What.
    pub event: Event,
}

/// A claim with all that is needed to decide about it.
#[derive(Clone, PartialEq, Debug)]
pub struct Case {
    /// The claim as it stands.
    pub claim: Claim,
    /// The booking with the terms that were agreed.
    pub booking: Booking,
    /// What the two are called: who borrows, who lends. Empty once they have left.
    pub names: (String, String),
    /// What happened about it, oldest first.
    pub history: Vec<Happened>,
    /// Whether whoever reads may decide; they may not about what is their own, nor about an appeal against themselves.
    pub may_decide: bool,
    /// Whether there is anybody else who could.
    pub others: bool,
}

/// A claim that waits for the reader.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    /// The claim.
    pub claim: Claim,
    /// What it is about.
    pub title: String,
    /// The other side's name.
    pub other: String,
    /// The reader's side.
    pub me: Party,
}

/// The claims about a booking with all that its two parties see of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claims {
    /// As they stand, the first opened first; at most one of each side.
    pub all: Vec<Claim>,
    /// What happened about them, oldest first.
    pub history: Vec<Happened>,
    operators: Vec<MemberId>,
    parties: [MemberId; 2],
}

impl Claims {
    /// The claim of one side.
    #[must_use]
    pub fn of(&self, by: Party) -> Option<&Claim> {
        self.all.iter().find(|claim| claim.by == by)
    }

    /// How many may decide next about this claim, as [`rules::deciders`] counts them; about a new one without it.
    #[must_use]
    pub fn deciders(&self, claim: Option<&Claim>) -> usize {
        let first = claim
            .and_then(|claim| claim.decision.as_ref())
            .map(|decision| decision.by);
        let may = |who: &&MemberId| rules::may_decide(**who, self.parties, first);
        self.operators.iter().filter(may).count()
    }
}

/// The claims about a booking, for its two parties.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn of_booking(ctx: &Ctx, me: &Me, id: BookingId) -> Result<Claims, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let booking = bookings::store::seen_by(&mut tx, id, me.id)
        .await?
        .ok_or(Error::NotFound)?;
    let operators = members::store::operators(&mut tx).await?;
    let claims = store::of_booking(&mut tx, id).await?;
    let history = if claims.is_empty() {
        Vec::new()
    } else {
        happened(&mut tx, &booking).await?
    };
    let all = claims.into_iter().map(|claim| {
        let deciders = rules::deciders(&operators, booking.parties(), &claim);
        rules::as_of(claim, deciders, now)
    });
    Ok(Claims {
        all: all.collect(),
        history,
        parties: booking.parties(),
        operators,
    })
}

async fn happened(tx: &mut crate::db::Tx, booking: &Booking) -> sqlx::Result<Vec<Happened>> {
    let recorded = events::history::<Entry>(tx, booking.key.id.0).await?;
    Ok(recorded
        .into_iter()
        .map(|recorded| Happened {
            at: recorded.at,
            about: recorded.event.about,
            by: recorded.actor.and_then(|who| booking.party(who)),
            event: recorded.event.event,
        })
        .collect())
}

/// The open claims of a member, what waits for them first.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(ctx: &Ctx, me: &Me) -> Result<Vec<Waiting>, Fault> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let operators = members::store::operators(&mut tx).await?;
    let mut all = Vec::new();
    for line in lists::open_of(&mut tx, me.id).await? {
        let deciders = rules::deciders(&operators, line.parties(), &line.claim);
        let claim = rules::as_of(line.claim, deciders, now);
        let side = if line.lender.0 == me.id {
            Party::Lender
        } else {
            Party::Borrower
        };
        let other = if side == Party::Lender {
            line.borrower.1
        } else {
            line.lender.1
        };
        if !claim.state.is_over() {
            all.push(Waiting {
                claim,
                title: line.title,
                other,
                me: side,
            });
        }
    }
    all.sort_by_key(|one| !rules::waits_for(&one.claim, one.me, now));
    Ok(all)
}

/// How many claims wait for a member.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting_count(ctx: &Ctx, me: MemberId) -> Result<i64, Fault> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    Ok(store::waiting_for(&mut tx, me, now).await?)
}

/// The claims that wait for a decision, what was promised first first.
///
/// # Errors
/// [`Error::NotFound`] for anybody but those who run the place.
pub async fn cases(ctx: &Ctx, me: &Me) -> Result<Vec<Line>, Error<Refusal>> {
    if me.role != Role::Operator {
        return Err(Error::NotFound);
    }
    let mut tx = ctx.db.read().await?;
    Ok(lists::waiting_for_decision(&mut tx).await?)
}

/// One of them, also once it is decided.
///
/// # Errors
/// As [`cases`]; and for claims that nobody was ever asked to decide about.
pub async fn case(ctx: &Ctx, me: &Me, id: BookingId, by: Party) -> Result<Case, Error<Refusal>> {
    if me.role != Role::Operator {
        return Err(Error::NotFound);
    }
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let claim = store::one(&mut tx, id, by).await?.ok_or(Error::NotFound)?;
    let operators = members::store::operators(&mut tx).await?;
    let case = to_case(&mut tx, me, &operators, claim, now)
        .await?
        .ok_or(Error::NotFound)?;
    if case.claim.promised_at.is_some() {
        Ok(case)
    } else {
        Err(Error::NotFound)
    }
}

async fn to_case(
    tx: &mut crate::db::Tx,
    me: &Me,
    operators: &[MemberId],
    claim: Claim,
    now: Timestamp,
) -> Result<Option<Case>, Fault> {
    let Some(booking) = bookings::store::by_key(tx, claim.key).await? else {
        return Ok(None);
    };
    let deciders = rules::deciders(operators, booking.parties(), &claim);
    let claim = rules::as_of(claim, deciders, now);
    let names = (
        bookings::store::reach(tx, booking.borrower).await?.0,
        bookings::store::reach(tx, booking.lender).await?.0,
    );
    let first = claim.decision.as_ref().map(|decision| decision.by);
    let may = |who: MemberId| rules::may_decide(who, booking.parties(), first);
    let history = happened(tx, &booking).await?;
    let history = history.into_iter().filter(|line| line.about == claim.by).collect();
    Ok(Some(Case {
        may_decide: may(me.id) && claim.state.waits_for_decision(),
        others: operators.iter().any(|who| *who != me.id && may(*who)),
        claim,
        booking,
        names,
        history,
    }))
}

/// The booking about which `me` decides, or has decided, and whose record they may see; `None` for everybody else.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn booking_of_case(ctx: &Ctx, me: &Me, id: BookingId) -> Result<Option<Booking>, Fault> {
    if me.role != Role::Operator {
        return Ok(None);
    }
    let mut tx = ctx.db.read().await?;
    match store::asked_about(&mut tx, id).await? {
        Some(key) => bookings::store::by_key(&mut tx, key).await,
        None => Ok(None),
    }
}

/// The booking as its lender sees it, for who decides about a claim.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn view_of_case(ctx: &Ctx, me: &Me, id: BookingId) -> Result<BookingView, Error<Refusal>> {
    booking_of_case(ctx, me, id).await?.ok_or(Error::NotFound)?;
    bookings::booking_for_case(ctx, id)
        .await
        .map_err(|error| error.map_refusal(Refusal::Booking))
}
