//! What the two parties see: one booking, its history, their lists, what waits for them.
//!
//! Everything is shown [as it stands](rules::as_of) now: where a deadline has passed whose job has not run yet, the
//! reader sees what the job is about to write.

use super::{
    commands::{Event, Refusal},
    lists::{self, Instants, ListingCounts, Seen},
    model::{Actor, Booking, BookingId, Party},
    next::{self, BRING_BACK_SOON, NextStep},
    rules::{self, CONFIRM_WITHIN, HAND_OVER_FROM, LAPSES_AFTER},
    store::{self, ExactPlace},
};
use crate::{
    Ctx, Error, Timestamp,
    error::Fault,
    events, listings,
    members::{Me, MemberId},
};
use std::cmp::Reverse;

/// One of the two people of a booking, as the other sees them now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// Their name; empty once they have left.
    pub name: String,
    /// Their photo.
    pub photo: Option<uuid::Uuid>,
}

/// A booking as one of its two parties sees it.
#[derive(Clone, PartialEq, Debug)]
pub struct BookingView {
    /// The booking.
    pub booking: Booking,
    /// The reader's side.
    pub me: Party,
    /// Who borrows.
    pub borrower: Person,
    /// Who lends.
    pub lender: Person,
    /// The listing's first photo today; the terms hold the one of then.
    pub photo: Option<uuid::Uuid>,
    /// The listing's category, for when there is no photo.
    pub category: Option<String>,
    /// Whether the listing's page is there for the reader.
    pub listing_shown: bool,
    /// The one next step.
    pub next: NextStep,
    /// Whether it waits for the reader.
    pub waits: bool,
    /// Whether it should have been brought back.
    pub overdue: bool,
}

impl BookingView {
    pub(super) fn of(seen: Seen, me: MemberId, now: Timestamp) -> Result<Self, Fault> {
        let (booking, borrower, lender) = (seen.booking.try_into()?, seen.borrower_name, seen.lender_name);
        let booking: Booking = rules::as_of(booking, now);
        let side = if booking.borrower == me {
            Party::Borrower
        } else {
            Party::Lender
        };
        Ok(Self {
            me: side,
            borrower: Person {
                id: booking.borrower,
                name: borrower,
                photo: seen.borrower_photo,
            },
            lender: Person {
                id: booking.lender,
                name: lender,
                photo: seen.lender_photo,
            },
            photo: seen.photo,
            category: seen.category_id,
            listing_shown: side == booking.answerer() || seen.listing_state == listings::State::Published,
            next: next::next_step(&booking, side, now),
            waits: next::waits_for(&booking, side, now),
            overdue: next::overdue(&booking, now),
            booking,
        })
    }

    /// The one across the table.
    #[must_use]
    pub const fn other(&self) -> &Person {
        match self.me {
            Party::Borrower => &self.lender,
            Party::Lender => &self.borrower,
        }
    }
}

/// One line of a booking's history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What.
    pub event: Event,
}

/// A member's loans. The first two lists hold everything that is not over, up to [`MOST_OPEN`].
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Loans {
    /// What waits for the member, the most urgent first.
    pub waiting: Vec<BookingView>,
    /// What runs without them, the next to begin first.
    pub running: Vec<BookingView>,
    /// One page of what is over, the latest first.
    pub past: Vec<BookingView>,
    /// Whether there is another page.
    pub more: bool,
}

/// The most open bookings that one list shows.
pub const MOST_OPEN: i64 = 200;
/// How many bookings that are over stand on one page.
pub const PAST_ON_PAGE: usize = 20;

/// A booking as one of its two parties sees it.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn booking_seen_by(ctx: &Ctx, me: &Me, id: BookingId) -> Result<BookingView, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let seen = lists::view(&mut tx, id, me.id).await?.ok_or(Error::NotFound)?;
    Ok(BookingView::of(seen, me.id, ctx.clock.now())?)
}

/// A booking as its lender sees it, for who decides about it; whoever calls this has seen that they may.
///
/// # Errors
/// [`Error::NotFound`] if there is no such booking.
pub(crate) async fn booking_for_case(ctx: &Ctx, id: BookingId) -> Result<BookingView, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let lender = store::lender_of(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let seen = lists::view(&mut tx, id, lender).await?.ok_or(Error::NotFound)?;
    Ok(BookingView::of(seen, lender, ctx.clock.now())?)
}

/// What happened to a booking, oldest first, for its two parties.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn history(ctx: &Ctx, me: &Me, id: BookingId) -> Result<Vec<Entry>, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let booking = store::seen_by(&mut tx, id, me.id).await?.ok_or(Error::NotFound)?;
    let recorded = events::history::<Event>(&mut tx, id.0).await?;
    Ok(recorded
        .into_iter()
        .map(|r| Entry {
            at: r.at,
            by: r
                .actor
                .and_then(|who| booking.party(who))
                .map_or(Actor::Clock, Actor::from),
            event: r.event,
        })
        .collect())
}

/// Where the thing is, exactly, with the owner's words on how to find it: for the two parties from the lender's yes
/// until the booking is over, `None` before and after.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn exact_place(ctx: &Ctx, me: &Me, id: BookingId) -> Result<Option<ExactPlace>, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    let booking = store::seen_by(&mut tx, id, me.id).await?.ok_or(Error::NotFound)?;
    if !next::shows_exact_place(&rules::as_of(booking, ctx.clock.now())) {
        return Ok(None);
    }
    Ok(store::exact_place(&mut tx, id, me.id).await?)
}

/// What a member borrows, has borrowed or has asked for; `page` (from 0) is that of what is over.
///
/// # Errors
/// When the database does not answer.
pub async fn mine_as_borrower(ctx: &Ctx, me: &Me, page: i64) -> Result<Loans, Error<Refusal>> {
    loans(ctx, me, Some(Party::Borrower), page).await
}

/// What a member lends, has lent or is asked for; `page` (from 0) is that of what is over.
///
/// # Errors
/// When the database does not answer.
pub async fn mine_as_lender(ctx: &Ctx, me: &Me, page: i64) -> Result<Loans, Error<Refusal>> {
    loans(ctx, me, Some(Party::Lender), page).await
}

/// The bookings in which a member is on `side`, or on either; `page` (from 0) is that of what is over.
///
/// # Errors
/// When the database does not answer.
pub async fn loans(ctx: &Ctx, me: &Me, side: Option<Party>, page: i64) -> Result<Loans, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let (borrowing, lending) = (side != Some(Party::Lender), side != Some(Party::Borrower));
    let open = lists::open_views(&mut tx, me.id, borrowing, lending, MOST_OPEN).await?;
    let per_page = i64::try_from(PAST_ON_PAGE).unwrap_or(i64::MAX);
    let skip = page.clamp(0, 10_000) * per_page;
    let mut past = lists::past_views(&mut tx, me.id, borrowing, lending, per_page + 1, skip).await?;
    drop(tx);

    let mut loans = Loans {
        more: past.len() > PAST_ON_PAGE,
        ..Loans::default()
    };
    past.truncate(PAST_ON_PAGE);
    for seen in open {
        let view = BookingView::of(seen, me.id, now)?;
        match (view.booking.state.is_open(), view.waits) {
            (true, true) => loans.waiting.push(view),
            (true, false) => loans.running.push(view),
            // Its deadline has passed, the job has not run yet.
            (false, _) if page == 0 => loans.past.push(view),
            (false, _) => {}
        }
    }
    for seen in past {
        loans.past.push(BookingView::of(seen, me.id, now)?);
    }
    loans
        .waiting
        .sort_by_key(|v| (v.next.until.unwrap_or(v.booking.starts_at), v.booking.key.id));
    loans.running.sort_by_key(|v| (v.booking.starts_at, v.booking.key.id));
    loans
        .past
        .sort_by_key(|v| Reverse((v.booking.ended_at, v.booking.key.id)));
    Ok(loans)
}

/// How many bookings wait for a member now: the number in the navigation. It counts what
/// [`waits_for`](next::waits_for) finds, without reading the bookings.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting_count(ctx: &Ctx, me: MemberId) -> sqlx::Result<i64> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let instants = Instants {
        now,
        reported_after: now.plus(-CONFIRM_WITHIN),
        starts_before: now.plus(HAND_OVER_FROM),
        due_before: now.plus(BRING_BACK_SOON),
        due_after: now.plus(-LAPSES_AFTER),
    };
    let borrowing = lists::waiting_for_borrower(&mut tx, me, instants).await?;
    let lending = lists::waiting_for_lender(&mut tx, me, instants).await?;
    Ok(borrowing + lending)
}

/// Of each of a member's listings that has any: how many bookings wait for an answer, are agreed, are over.
///
/// # Errors
/// When the database does not answer.
pub async fn counts_of_my_listings(ctx: &Ctx, me: &Me) -> Result<Vec<ListingCounts>, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    Ok(lists::counts_by_listing(&mut tx, me.id, ctx.clock.now()).await?)
}
