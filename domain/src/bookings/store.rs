//! The SQL of bookings, the days they hold, and what they need to know of listings and members.

use super::model::{Booking, BookingId, BookingKey, Custody, Party, Proposal, State, Terms};
use crate::{
    Day, Lang, Timestamp,
    availability::{Hours, Period},
    db::Tx,
    error::Fault,
    kits::store as kits,
    listings::ListingId,
    members::MemberId,
    notifications::Recipient,
};
use std::collections::BTreeSet;

/// A row of `booking`.
#[derive(sqlx::FromRow)]
pub struct Row {
    listing_id: ListingId,
    id: BookingId,
    borrower_id: MemberId,
    lender_id: MemberId,
    asked_by: String,
    state: String,
    cancelled_by: Option<String>,
    custody: String,
    custody_by: Option<String>,
    first_day: Day,
    last_day: Day,
    from_hour: Option<i64>,
    to_hour: Option<i64>,
    unit: i64,
    note: String,
    reason: String,
    terms: String,
    requested_at: Timestamp,
    answer_by: Timestamp,
    starts_at: Timestamp,
    due_at: Timestamp,
    answered_at: Option<Timestamp>,
    custody_since: Option<Timestamp>,
    handed_over_at: Option<Timestamp>,
    returned_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    extras: String,
    quote: Option<String>,
    owed_minor: Option<i64>,
    warned_at: Option<Timestamp>,
    change_proposed: Option<String>,
    version: i64,
}

/// Statements that read whole bookings name the same columns.
macro_rules! bookings {
    ($more:literal, $($rest:tt)+) => {
        concat!(
            "select b.listing_id, b.id, b.borrower_id, b.lender_id, b.asked_by, b.state, b.cancelled_by, b.custody, b.custody_by,
                    b.first_day, b.last_day, b.from_hour, b.to_hour, b.unit, b.note, b.reason, b.terms, b.requested_at, b.answer_by,
                    b.starts_at, b.due_at, b.answered_at, b.custody_since, b.handed_over_at, b.returned_at, b.ended_at,
                    b.extras, b.quote, b.owed_minor, b.warned_at, b.change_proposed, b.version ",
            $more,
            " from booking b ",
            $($rest)+
        )
    };
}
pub use super::things::{ExactPlace, exact_place, thing};
pub(super) use bookings;

impl TryFrom<Row> for Booking {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let nonsense = |what: String| Fault::Row {
            table: "booking",
            id: row.id.to_string(),
            what,
        };
        let party = |name: &Option<String>| name.as_deref().and_then(Party::from_name);
        let (cancelled_by, custody_by) = (party(&row.cancelled_by), party(&row.custody_by));
        let state = State::ALL
            .into_iter()
            .find(|s| s.name() == row.state && (!matches!(s, State::Cancelled(by) if Some(*by) != cancelled_by)))
            .ok_or_else(|| nonsense(format!("state {} by {:?}", row.state, row.cancelled_by)))?;
        let asked_by = Party::from_name(&row.asked_by).ok_or_else(|| nonsense(format!("asked_by {}", row.asked_by)))?;
        let custody = Custody::ALL
            .into_iter()
            .find(|c| c.name() == row.custody && c.reported_by() == custody_by)
            .ok_or_else(|| nonsense(format!("custody {} by {:?}", row.custody, row.custody_by)))?;
        let hour = |hour: i64| i8::try_from(hour).map_err(|_| nonsense(format!("hour {hour}")));
        let hours = match (row.from_hour, row.to_hour) {
            (None, None) => None,
            (Some(from), Some(to)) => Some(Hours {
                from: hour(from)?,
                to: hour(to)?,
            }),
            half => return Err(nonsense(format!("hours {half:?}"))),
        };
        let period = Period {
            first: row.first_day,
            last: row.last_day,
            hours,
        };
        let terms = serde_json::from_str::<Terms>(&row.terms).map_err(|e| nonsense(format!("terms: {e}")))?;
        let proposal = row
            .change_proposed
            .as_deref()
            .map(serde_json::from_str::<Proposal>)
            .transpose();
        let proposal = proposal.map_err(|e| nonsense(format!("change_proposed: {e}")))?;
        let extras = serde_json::from_str(&row.extras).map_err(|e| nonsense(format!("extras: {e}")))?;
        let quote = row.quote.as_deref().map(serde_json::from_str).transpose();
        let quote = quote.map_err(|e| nonsense(format!("quote: {e}")))?;
        Ok(Self {
            key: BookingKey {
                listing: row.listing_id,
                id: row.id,
            },
            borrower: row.borrower_id,
            lender: row.lender_id,
            asked_by,
            state,
            custody,
            period,
            unit: row.unit,
            note: row.note,
            reason: row.reason,
            terms,
            requested_at: row.requested_at,
            answer_by: row.answer_by,
            starts_at: row.starts_at,
            due_at: row.due_at,
            answered_at: row.answered_at,
            custody_since: row.custody_since,
            handed_over_at: row.handed_over_at,
            returned_at: row.returned_at,
            ended_at: row.ended_at,
            extras,
            quote,
            owed_minor: row.owed_minor,
            warned_at: row.warned_at,
            proposal,
            version: row.version,
        })
    }
}

const fn cancelled_by(state: State) -> Option<&'static str> {
    match state {
        State::Cancelled(by) => Some(by.name()),
        _ => None,
    }
}

/// Makes everybody else who wants to change bookings of this listing wait until this transaction is over, so that they
/// never meet half-way: `false` if there is no such listing. Whoever changes bookings of a kit waits for its parts, too, in
/// the order of their ids. (The row is written as it is; that locks it on PostgreSQL.
/// On SQLite only one writes anyway.)
pub async fn take_turn(tx: &mut Tx, listing: ListingId) -> sqlx::Result<bool> {
    take_turns(tx, listing, &[]).await
}

/// As [`take_turn`], for a kit and things that are to become its parts.
pub async fn take_turns(tx: &mut Tx, listing: ListingId, more: &[ListingId]) -> sqlx::Result<bool> {
    if !take_one_turn(tx, listing).await? {
        return Ok(false);
    }
    let mut parts: BTreeSet<ListingId> = kits::parts(tx, listing).await?.into_iter().collect();
    parts.extend(more.iter().filter(|part| **part != listing));
    for part in parts {
        take_one_turn(tx, part).await?;
    }
    Ok(true)
}

async fn take_one_turn(tx: &mut Tx, listing: ListingId) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query("update listing set unit_count = unit_count where id = $1").bind(listing)
    )
    .map(|rows| rows == 1)
}

/// The key of a booking, if `member` is one of its two parties.
pub async fn key_seen_by(tx: &mut Tx, id: BookingId, member: MemberId) -> sqlx::Result<Option<BookingKey>> {
    let listing = run!(tx, db => sqlx::query_scalar::<_, ListingId>(
        "select listing_id from booking where id = $1 and (borrower_id = $2 or lender_id = $2)",
    ).bind(id).bind(member).fetch_optional(db))?;
    Ok(listing.map(|listing| BookingKey { listing, id }))
}

/// Who lends in this booking.
pub async fn lender_of(tx: &mut Tx, id: BookingId) -> sqlx::Result<Option<MemberId>> {
    run!(tx, db => sqlx::query_scalar::<_, MemberId>("select lender_id from booking where id = $1")
        .bind(id).fetch_optional(db))
}

/// The booking with this key, whoever asks.
pub async fn by_key(tx: &mut Tx, key: BookingKey) -> Result<Option<Booking>, Fault> {
    let row = run!(tx, db => sqlx::query_as::<_, Row>(
        bookings!("", "where b.listing_id = $1 and b.id = $2"),
    ).bind(key.listing).bind(key.id).fetch_optional(db))?;
    row.map(Booking::try_from).transpose()
}

/// The booking, if `member` is one of its two parties.
pub async fn seen_by(tx: &mut Tx, id: BookingId, member: MemberId) -> Result<Option<Booking>, Fault> {
    let row = run!(tx, db => sqlx::query_as::<_, Row>(
        bookings!("", "where b.id = $1 and (b.borrower_id = $2 or b.lender_id = $2)"),
    ).bind(id).bind(member).fetch_optional(db))?;
    row.map(Booking::try_from).transpose()
}

fn json(value: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|e| Fault::Other(e.to_string()))
}

/// Adds a booking.
pub async fn insert(tx: &mut Tx, booking: &Booking) -> Result<(), Fault> {
    let terms = json(&booking.terms)?;
    let (extras, quote) = (json(&booking.extras)?, booking.quote.as_ref().map(json).transpose()?);
    change!(tx, sqlx::query(
        "insert into booking (listing_id, id, borrower_id, lender_id, state, custody, first_day, last_day, unit, note,
                              reason, terms, requested_at, answer_by, starts_at, due_at, version, extras, quote, asked_by,
                              kind, from_hour, to_hour)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)",
    )
    .bind(booking.key.listing).bind(booking.key.id).bind(booking.borrower).bind(booking.lender)
    .bind(booking.state.name()).bind(booking.custody.name()).bind(booking.period.first).bind(booking.period.last)
    .bind(booking.unit).bind(&booking.note).bind(&booking.reason).bind(&terms).bind(booking.requested_at)
    .bind(booking.answer_by).bind(booking.starts_at).bind(booking.due_at).bind(booking.version)
    .bind(extras).bind(quote).bind(booking.asked_by.name()).bind(booking.terms.kind)
    .bind(from_hour(booking.period)).bind(to_hour(booking.period)))?;
    Ok(())
}

fn from_hour(period: Period) -> Option<i64> {
    period.hours.map(|hours| i64::from(hours.from))
}

fn to_hour(period: Period) -> Option<i64> {
    period.hours.map(|hours| i64::from(hours.to))
}

/// Writes what has become of a booking, if nobody else did since it was read: whether it was written.
pub async fn advance(tx: &mut Tx, before: &Booking, next: &Booking) -> Result<bool, Fault> {
    let proposed = next.proposal.as_ref().map(json).transpose()?;
    let (quote, extras) = (next.quote.as_ref().map(json).transpose()?, json(&next.extras)?);
    let rows = change!(tx, sqlx::query(
        "update booking set state = $4, cancelled_by = $5, custody = $6, custody_by = $7, first_day = $8, last_day = $9,
                            unit = $10, reason = $11, answer_by = $12, starts_at = $13, due_at = $14,
                            answered_at = $15, custody_since = $16, handed_over_at = $17, returned_at = $18,
                            ended_at = $19, change_by = $20, change_answer_by = $21, change_proposed = $22,
                            quote = $23, extras = $24, owed_minor = $25, from_hour = $26, to_hour = $27,
                            warned_at = $28, version = version + 1
          where listing_id = $1 and id = $2 and version = $3",
    )
    .bind(before.key.listing).bind(before.key.id).bind(before.version).bind(next.state.name())
    .bind(cancelled_by(next.state)).bind(next.custody.name()).bind(next.custody.reported_by().map(Party::name))
    .bind(next.period.first).bind(next.period.last).bind(next.unit).bind(&next.reason).bind(next.answer_by)
    .bind(next.starts_at).bind(next.due_at).bind(next.answered_at).bind(next.custody_since)
    .bind(next.handed_over_at).bind(next.returned_at).bind(next.ended_at)
    .bind(next.proposal.as_ref().map(|proposal| proposal.by.name()))
    .bind(next.proposal.as_ref().map(|proposal| proposal.answer_by)).bind(proposed).bind(quote).bind(extras)
    .bind(next.owed_minor).bind(from_hour(next.period)).bind(to_hour(next.period)).bind(next.warned_at))?;
    Ok(rows == 1)
}

/// Requests of a listing that wait for an answer and share a day with those from `from` to `to`, the oldest first.
pub async fn requests_on(tx: &mut Tx, listing: ListingId, from: Day, to: Day) -> Result<Vec<Booking>, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(
        bookings!("", "where b.listing_id = $1 and b.state = 'requested' and b.first_day <= $3 and b.last_day >= $2
                       order by b.id"),
    ).bind(listing).bind(from).bind(to).fetch_all(db))?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// Bookings of a listing that are not over and share a day with `period`, the oldest first.
pub async fn open_bookings_on(tx: &mut Tx, listing: ListingId, period: Period) -> Result<Vec<Booking>, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(
        bookings!("", "where b.listing_id = $1 and b.state in ('requested', 'accepted')
                         and b.first_day <= $3 and b.last_day >= $2 order by b.id"),
    ).bind(listing).bind(period.first).bind(period.last).fetch_all(db))?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// Accepted bookings that hold one unit, of the listing or of a kit it is a part of, begin on one of these days and are not
/// handed over, the earliest first.
pub async fn beginning(
    tx: &mut Tx,
    listing: ListingId,
    unit: i64,
    from: Day,
    until: Day,
) -> Result<Vec<Booking>, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(
        bookings!("", "where b.id in (select s.booking_id from slot s
                                        where s.listing_id = $1 and s.unit = $2 and s.reason = 'booking')
                         and b.state = 'accepted' and b.custody = 'with_lender'
                         and b.first_day between $3 and $4 order by b.first_day, b.id"),
    ).bind(listing).bind(unit).bind(from).bind(until).fetch_all(db))?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// Notes that somebody is reminded: `false` if they were already.
pub async fn remember_reminder(
    tx: &mut Tx,
    reminder: &super::reminders::Planned,
    reader: &str,
    now: Timestamp,
) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query(
            "insert into booking_reminder (listing_id, booking_id, what, reader, planned_at, sent_at)
             values ($1, $2, $3, $4, $5, $6) on conflict do nothing"
        )
        .bind(reminder.booking.listing)
        .bind(reminder.booking.id)
        .bind(reminder.what.name())
        .bind(reader)
        .bind(reminder.at)
        .bind(now)
    )
    .map(|rows| rows == 1)
}

/// What a member has asked for of one listing and is not over, the earliest first.
pub async fn open_bookings_of(tx: &mut Tx, listing: ListingId, asker: MemberId) -> Result<Vec<Booking>, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(
        bookings!("", "where b.listing_id = $1 and b.state in ('requested', 'accepted')
                         and ((b.borrower_id = $2 and b.asked_by = 'borrower')
                              or (b.lender_id = $2 and b.asked_by = 'lender'))
                       order by b.first_day, b.id"),
    ).bind(listing).bind(asker).fetch_all(db))?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// The booking that this member's form made before.
pub async fn made_once(tx: &mut Tx, borrower: MemberId, once: &str) -> sqlx::Result<Option<BookingId>> {
    run!(tx, db => sqlx::query_scalar::<_, BookingId>(
        "select booking_id from booking_once where borrower_id = $1 and once_key = $2",
    ).bind(borrower).bind(once).fetch_optional(db))
}

/// Remembers which form made a booking, and forgets what this member sent before `forget`.
pub async fn remember_once(
    tx: &mut Tx,
    borrower: MemberId,
    once: &str,
    booking: BookingId,
    now: Timestamp,
    forget: Timestamp,
) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from booking_once where borrower_id = $1 and created_at < $2")
            .bind(borrower)
            .bind(forget)
    )?;
    change!(
        tx,
        sqlx::query("insert into booking_once (borrower_id, once_key, booking_id, created_at) values ($1, $2, $3, $4)")
            .bind(borrower)
            .bind(once)
            .bind(booking)
            .bind(now)
    )
    .map(|_| ())
}

#[derive(sqlx::FromRow)]
struct RecipientRow {
    email: Option<String>,
    name: String,
    lang: Lang,
}

/// A member's name, and how a letter reaches them; no address once the account is deleted.
pub async fn reach(tx: &mut Tx, member: MemberId) -> sqlx::Result<(String, Option<Recipient>)> {
    let row = run!(tx, db => sqlx::query_as::<_, RecipientRow>("select email, name, lang from member where id = $1")
        .bind(member).fetch_one(db))?;
    let to = row.email.map(|address| Recipient {
        address,
        name: row.name.clone(),
        lang: row.lang,
        member: Some(member),
    });
    Ok((row.name, to))
}
