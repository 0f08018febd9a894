//! Our calendars, as others read them: at an address that only whoever made it knows.

use super::{
    model::Refusal,
    store::{self, Key},
};
use crate::{
    Ctx, Day, Error, Lang, Timestamp,
    bookings::{self, Booking, Dated, Party, Period, State, rules},
    db::Tx,
    error::Fault,
    listings::ListingId,
    members::{Me, MemberId},
    secrets::{self, Token},
};
use jiff::tz::TimeZone;
use uuid::Uuid;

/// How long what will not be stays in a calendar, so that programs that have it take it out.
const CANCELLED_FOR: i64 = 30 * Timestamp::DAY;
/// How long what is over stays.
const OVER_FOR: i64 = 365 * Timestamp::DAY;
/// Most loans in one calendar, the latest.
const MOST_LOANS: i64 = 500;
/// How many days back an owner's closed days are told.
const CLOSED_BACK: i64 = 60;
/// That a calendar was read is noted at most this often.
const NOTE_EVERY: i64 = Timestamp::HOUR;

/// Which calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// All loans of the member, on either side.
    Mine,
    /// Loans and closed days of one of their listings.
    Listing(ListingId),
}

impl Whose {
    const fn subject(self, me: MemberId) -> Uuid {
        match self {
            Self::Mine => me.0,
            Self::Listing(listing) => listing.0,
        }
    }

    const fn listing(self) -> Option<ListingId> {
        match self {
            Self::Mine => None,
            Self::Listing(listing) => Some(listing),
        }
    }
}

/// What stands in a calendar.
#[derive(Clone, PartialEq, Debug)]
pub struct Feed {
    /// In which language.
    pub lang: Lang,
    /// The listing it is of, if it is one's.
    pub listing: Option<(ListingId, String)>,
    /// Loans, by their first day.
    pub loans: Vec<Loan>,
    /// Days on which the listing's owner does not lend it.
    pub closed: Vec<Period>,
    /// When the listing last changed, and how often it has.
    pub listing_changed: (Timestamp, i64),
}

/// A loan in a calendar.
#[derive(Clone, PartialEq, Debug)]
pub struct Loan {
    /// The booking as it stands now.
    pub booking: Booking,
    /// The side of whoever the calendar is of.
    pub me: Party,
    /// The name of the other; empty once they have left.
    pub other: String,
    /// Where the thing is, in its owner's words: as long as both may know.
    pub place: Option<String>,
    /// When it last changed.
    pub changed: Timestamp,
}

/// What may be told of the secret address of a calendar of `me`; `None` if there is none.
///
/// # Errors
/// [`Error::NotFound`] for others' listings, and drafts.
pub async fn key(ctx: &Ctx, me: &Me, whose: Whose) -> Result<Option<Key>, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    check_owner(&mut tx, me, whose).await?;
    Ok(store::key(&mut tx, whose.subject(me.id), me.id).await?)
}

/// Makes a secret address for a calendar of `me`. The one there was leads nowhere from now on. The token is not kept and
/// cannot be told again.
///
/// # Errors
/// As [`key`].
pub async fn make_key(ctx: &Ctx, me: &Me, whose: Whose) -> Result<Token, Error<Refusal>> {
    let (now, token) = (ctx.clock.now(), Token::new());
    let mut tx = ctx.db.write().await?;
    check_owner(&mut tx, me, whose).await?;
    store::set_key(
        &mut tx,
        whose.subject(me.id),
        me.id,
        whose.listing(),
        &token.hash(),
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(token)
}

/// Takes the secret address of a calendar of `me` back, if there is one.
///
/// # Errors
/// As [`key`].
pub async fn drop_key(ctx: &Ctx, me: &Me, whose: Whose) -> Result<(), Error<Refusal>> {
    let mut tx = ctx.db.write().await?;
    check_owner(&mut tx, me, whose).await?;
    store::drop_key(&mut tx, whose.subject(me.id), me.id).await?;
    tx.commit().await?;
    Ok(())
}

async fn check_owner(tx: &mut Tx, me: &Me, whose: Whose) -> Result<(), Error<Refusal>> {
    let Whose::Listing(listing) = whose else { return Ok(()) };
    match store::thing(tx, listing).await? {
        Some(thing) if thing.owner_id == me.id => Ok(()),
        _ => Err(Error::NotFound),
    }
}

/// What stands in the calendar that this token opens; `None` if it opens none.
///
/// # Errors
/// When the database does not answer.
pub async fn feed(ctx: &Ctx, token: &str) -> Result<Option<Feed>, Fault> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let Some(opened) = store::opened_by(&mut tx, &secrets::hash(token)).await? else {
        return Ok(None);
    };
    let member = opened.member_id;
    let rows = bookings::dated(&mut tx, member, opened.listing_id, now.plus(-OVER_FOR), MOST_LOANS).await?;
    let mut loans = Vec::with_capacity(rows.len());
    for row in rows {
        loans.extend(loan(row, member, now)?);
    }
    loans.sort_by_key(|loan| (loan.booking.period.first, loan.booking.key.id));
    let mut feed = Feed {
        lang: opened.lang,
        listing: None,
        loans,
        closed: Vec::new(),
        listing_changed: (now, 0),
    };
    if let Some(id) = opened.listing_id
        && let Some(thing) = store::thing(&mut tx, id).await?
    {
        let zone = TimeZone::get(&thing.zone).unwrap_or(TimeZone::UTC);
        let from = now.day_in(&zone).plus(-CLOSED_BACK);
        // What foreign calendars say is not told onwards: two that read each other would keep a day busy for ever.
        feed.closed = in_a_row(&store::closed_days(&mut tx, id, from).await?);
        feed.listing = Some((id, thing.title));
        feed.listing_changed = (thing.updated_at, thing.version);
    }
    Ok(Some(feed))
}

/// A booking as its calendar shows it; `None` once it has been called off for long.
fn loan(row: Dated, member: MemberId, now: Timestamp) -> Result<Option<Loan>, Fault> {
    let booking: Booking = rules::as_of(row.booking.try_into()?, now);
    let me = booking.party(member).unwrap_or(Party::Borrower);
    let over_for = booking.ended_at.map_or(0, |ended| now.since(ended));
    if !booking.state.is_open() && booking.state != State::Closed && over_for > CANCELLED_FOR {
        return Ok(None);
    }
    let place = Some(row.address)
        .filter(|address| !address.is_empty())
        .or(row.place_name);
    Ok(Some(Loan {
        me,
        other: match me {
            Party::Borrower => row.lender_name,
            Party::Lender => row.borrower_name,
        },
        place: place.filter(|_| bookings::next::shows_exact_place(&booking)),
        changed: row.changed_at,
        booking,
    }))
}

/// Days that follow each other, taken together.
pub(super) fn in_a_row(days: &[Day]) -> Vec<Period> {
    let mut rows: Vec<Period> = Vec::new();
    for day in days {
        match rows.last_mut() {
            Some(row) if row.last.plus(1) == *day => row.last = *day,
            _ => rows.push(Period::whole_days(*day, *day)),
        }
    }
    rows
}

/// Notes that the calendar of this token was read as a text with this hash: since when it is that text.
///
/// # Errors
/// When the database refuses.
pub async fn note_read(ctx: &Ctx, token: &str, content_hash: &str) -> Result<Timestamp, Fault> {
    let (now, token_hash) = (ctx.clock.now(), secrets::hash(token));
    let mut tx = ctx.db.read().await?;
    let Some(opened) = store::opened_by(&mut tx, &token_hash).await? else {
        return Ok(now);
    };
    drop(tx);
    let same = opened.content_hash == content_hash;
    let changed_at = if same { opened.changed_at } else { now };
    if !same || opened.read_at.is_none_or(|read| now.since(read) >= NOTE_EVERY) {
        let mut tx = ctx.db.write().await?;
        store::note_read(&mut tx, &token_hash, now, content_hash, changed_at).await?;
        tx.commit().await?;
    }
    Ok(changed_at)
}
