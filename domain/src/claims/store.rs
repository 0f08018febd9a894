//! The SQL of claims.

use super::model::{Appeal, Claim, Decision, Offer, Remedy, State};
use crate::{
    Timestamp,
    bookings::{BookingId, BookingKey, Party},
    db::Tx,
    error::Fault,
    listings::ListingId,
    members::MemberId,
};

/// A row of `claim`.
#[derive(sqlx::FromRow)]
pub struct Row {
    listing_id: ListingId,
    booking_id: BookingId,
    side: String,
    state: String,
    remedy: String,
    amount_minor: i64,
    offered_by: String,
    words: String,
    cap_minor: i64,
    currency: String,
    opened_at: Timestamp,
    due_at: Option<Timestamp>,
    promised_at: Option<Timestamp>,
    decided_by: Option<MemberId>,
    decided_remedy: Option<String>,
    decided_minor: Option<i64>,
    decided_reason: Option<String>,
    decided_at: Option<Timestamp>,
    appealed_by: Option<String>,
    appeal_words: String,
    second_by: Option<MemberId>,
    second_remedy: Option<String>,
    second_minor: Option<i64>,
    second_reason: Option<String>,
    second_at: Option<Timestamp>,
    version: i64,
}

/// Statements that read claims name the same columns.
macro_rules! claims {
    ($more:literal, $($rest:literal),+) => {
        concat!(
            "select c.listing_id, c.booking_id, c.side, c.state, c.remedy, c.amount_minor, c.offered_by, c.words, c.cap_minor,
                    c.currency, c.opened_at, c.due_at, c.promised_at, c.decided_by, c.decided_remedy, c.decided_minor,
                    c.decided_reason, c.decided_at, c.appealed_by, c.appeal_words, c.second_by, c.second_remedy,
                    c.second_minor, c.second_reason, c.second_at, c.version ",
            $more,
            " from claim c ",
            $($rest),+
        )
    };
}
pub(super) use claims;

impl TryFrom<Row> for Claim {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let id = row.booking_id;
        let nonsense = |what: String| Fault::Row {
            table: "claim",
            id: id.to_string(),
            what,
        };
        let side = |name: &str| Party::from_name(name).ok_or_else(|| nonsense(format!("side {name}")));
        let remedy = |name: &str| Remedy::from_name(name).ok_or_else(|| nonsense(format!("remedy {name}")));
        let decision =
            |by: Option<MemberId>, made: Option<String>, minor, reason, at| match (by, made, minor, reason, at) {
                (None, ..) => Ok(None),
                (Some(by), Some(made), Some(amount_minor), Some(reason), Some(at)) => Ok(Some(Decision {
                    by,
                    remedy: remedy(&made)?,
                    amount_minor,
                    reason,
                    at,
                })),
                _ => Err(nonsense("half a decision".into())),
            };
        let second = decision(
            row.second_by,
            row.second_remedy,
            row.second_minor,
            row.second_reason,
            row.second_at,
        )?;
        let appeal = match row.appealed_by {
            None => None,
            Some(by) => Some(Appeal {
                by: side(&by)?,
                words: row.appeal_words,
                decision: second,
            }),
        };
        Ok(Self {
            key: BookingKey {
                listing: row.listing_id,
                id,
            },
            by: side(&row.side)?,
            state: State::from_name(&row.state).ok_or_else(|| nonsense(format!("state {}", row.state)))?,
            offer: Offer {
                remedy: remedy(&row.remedy)?,
                amount_minor: row.amount_minor,
                by: side(&row.offered_by)?,
                words: row.words,
            },
            cap_minor: row.cap_minor,
            currency: row.currency,
            opened_at: row.opened_at,
            due_at: row.due_at,
            promised_at: row.promised_at,
            decision: decision(
                row.decided_by,
                row.decided_remedy,
                row.decided_minor,
                row.decided_reason,
                row.decided_at,
            )?,
            appeal,
            version: row.version,
        })
    }
}

/// The claims about a booking, of both sides, the first opened first.
pub async fn of_booking(tx: &mut Tx, id: BookingId) -> Result<Vec<Claim>, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(claims!(
        "", "where c.booking_id = $1 order by c.opened_at, c.side"
    )).bind(id).fetch_all(db))?;
    rows.into_iter().map(Claim::try_from).collect()
}

/// The claim of one side about a booking.
pub async fn one(tx: &mut Tx, id: BookingId, by: Party) -> Result<Option<Claim>, Fault> {
    Ok(of_booking(tx, id).await?.into_iter().find(|claim| claim.by == by))
}

/// The booking, if somebody who runs the place was asked to decide about a claim of it.
pub async fn asked_about(tx: &mut Tx, id: BookingId) -> sqlx::Result<Option<BookingKey>> {
    let listing = run!(tx, db => sqlx::query_scalar::<_, ListingId>(
        "select listing_id from claim where booking_id = $1 and promised_at is not null limit 1",
    ).bind(id).fetch_optional(db))?;
    Ok(listing.map(|listing| BookingKey { listing, id }))
}

/// How many claims of a member wait for them: as [`super::rules::waits_for`], in one statement because every page asks.
pub async fn waiting_for(tx: &mut Tx, member: MemberId, now: Timestamp) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from claim c join booking b on b.listing_id = c.listing_id and b.id = c.booking_id
          where c.booking_id in (select id from booking where borrower_id = $1 or lender_id = $1)
            and ((c.state = 'open' and (c.due_at is null or c.due_at > $2)
                  and c.offered_by <> case when b.lender_id = $1 then 'lender' else 'borrower' end)
              or (c.state = 'decided' and c.due_at > $2)
              or (c.state in ('agreed', 'final')
                  and c.side = case when b.lender_id = $1 then 'lender' else 'borrower' end))",
    )
    .bind(member)
    .bind(now)
    .fetch_one(db))
}

/// How many claims of a member still run towards a deadline.
pub async fn running_of(tx: &mut Tx, member: MemberId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from claim where due_at is not null
            and booking_id in (select id from booking where borrower_id = $1 or lender_id = $1)",
    )
    .bind(member)
    .fetch_one(db))
}

/// Adds a claim.
pub async fn insert(tx: &mut Tx, claim: &Claim) -> Result<(), Fault> {
    change!(
        tx,
        sqlx::query(
            "insert into claim (listing_id, booking_id, side, state, remedy, amount_minor, offered_by, words, cap_minor,
                                currency, opened_at, due_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        )
        .bind(claim.key.listing)
        .bind(claim.key.id)
        .bind(claim.by.name())
        .bind(claim.state.name())
        .bind(claim.offer.remedy.name())
        .bind(claim.offer.amount_minor)
        .bind(claim.offer.by.name())
        .bind(&claim.offer.words)
        .bind(claim.cap_minor)
        .bind(&claim.currency)
        .bind(claim.opened_at)
        .bind(claim.due_at)
    )?;
    Ok(())
}

/// Writes a claim anew, if nobody else has since `before`.
pub async fn advance(tx: &mut Tx, before: &Claim, next: &Claim) -> Result<bool, Fault> {
    let (first, appeal) = (next.decision.as_ref(), next.appeal.as_ref());
    let second = appeal.and_then(|appeal| appeal.decision.as_ref());
    let rows = change!(
        tx,
        sqlx::query(
            "update claim set state = $5, remedy = $6, amount_minor = $7, offered_by = $8, words = $9, due_at = $10,
                              decided_by = $11, decided_remedy = $12, decided_minor = $13, decided_reason = $14,
                              decided_at = $15, appealed_by = $16, appeal_words = $17, second_by = $18,
                              second_remedy = $19, second_minor = $20, second_reason = $21, second_at = $22,
                              promised_at = $23,
                              version = version + 1
              where listing_id = $1 and booking_id = $2 and side = $3 and version = $4"
        )
        .bind(before.key.listing)
        .bind(before.key.id)
        .bind(before.by.name())
        .bind(before.version)
        .bind(next.state.name())
        .bind(next.offer.remedy.name())
        .bind(next.offer.amount_minor)
        .bind(next.offer.by.name())
        .bind(&next.offer.words)
        .bind(next.due_at)
        .bind(first.map(|decision| decision.by))
        .bind(first.map(|decision| decision.remedy.name()))
        .bind(first.map(|decision| decision.amount_minor))
        .bind(first.map(|decision| decision.reason.as_str()))
        .bind(first.map(|decision| decision.at))
        .bind(appeal.map(|appeal| appeal.by.name()))
        .bind(appeal.map_or("", |appeal| appeal.words.as_str()))
        .bind(second.map(|decision| decision.by))
        .bind(second.map(|decision| decision.remedy.name()))
        .bind(second.map(|decision| decision.amount_minor))
        .bind(second.map(|decision| decision.reason.as_str()))
        .bind(second.map(|decision| decision.at))
        .bind(next.promised_at)
    )?;
    Ok(rows == 1)
}
