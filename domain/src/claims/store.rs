//! The SQL of claims.

use super::model::{Appeal, Claim, Decision, Offer, Remedy, State};
use sqlx::AssertSqlSafe;

use crate::{
    Timestamp,
    bookings::{BookingId, BookingKey, Party},
    db::Tx,
    error::Fault,
    listings::ListingId,
    members::MemberId,
};

#[derive(sqlx::FromRow)]
struct Row {
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
    decision: Option<String>,
    appealed_by: Option<String>,
    appeal_words: String,
    second_decision: Option<String>,
    version: i64,
}

const COLUMNS: &str = "listing_id, booking_id, side, state, remedy, amount_minor, offered_by, words, cap_minor, currency, \
                       opened_at, due_at, decision, appealed_by, appeal_words, second_decision, version";

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
        let decision = |json: Option<String>| -> Result<Option<Decision>, Fault> {
            let read = json.map(|json| serde_json::from_str(&json));
            read.transpose().map_err(|error| nonsense(format!("decision: {error}")))
        };
        let appeal = match row.appealed_by {
            None => None,
            Some(by) => Some(Appeal {
                by: side(&by)?,
                words: row.appeal_words,
                decision: decision(row.second_decision)?,
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
                remedy: Remedy::from_name(&row.remedy).ok_or_else(|| nonsense(format!("remedy {}", row.remedy)))?,
                amount_minor: row.amount_minor,
                by: side(&row.offered_by)?,
                words: row.words,
            },
            cap_minor: row.cap_minor,
            currency: row.currency,
            opened_at: row.opened_at,
            due_at: row.due_at,
            decision: decision(row.decision)?,
            appeal,
            version: row.version,
        })
    }
}

/// The claims about a booking, of both sides, the first opened first.
pub async fn of_booking(tx: &mut Tx, id: BookingId) -> Result<Vec<Claim>, Fault> {
    let sql = format!("select {COLUMNS} from claim where booking_id = $1 order by opened_at, side");
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(AssertSqlSafe(sql.as_str())).bind(id).fetch_all(db))?;
    rows.into_iter().map(Claim::try_from).collect()
}

/// The claim of one side about a booking.
pub async fn one(tx: &mut Tx, id: BookingId, by: Party) -> Result<Option<Claim>, Fault> {
    Ok(of_booking(tx, id).await?.into_iter().find(|claim| claim.by == by))
}

/// The claims that wait for a decision, what is due first first.
pub async fn waiting_for_decision(tx: &mut Tx) -> Result<Vec<Claim>, Fault> {
    let sql = format!(
        "select {COLUMNS} from claim where state in ('escalated', 'appealed') order by due_at, booking_id limit 500"
    );
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(AssertSqlSafe(sql.as_str())).fetch_all(db))?;
    rows.into_iter().map(Claim::try_from).collect()
}

/// The claims that a member has part in and that are not over, what is due first first.
pub async fn open_of(tx: &mut Tx, member: MemberId) -> Result<Vec<Claim>, Fault> {
    let sql = format!(
        "select {COLUMNS} from claim where state not in ('settled', 'withdrawn') and booking_id in
            (select id from booking where borrower_id = $1 or lender_id = $1)
          order by due_at, booking_id limit 200"
    );
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(AssertSqlSafe(sql.as_str())).bind(member).fetch_all(db))?;
    rows.into_iter().map(Claim::try_from).collect()
}

fn json(decision: Option<&Decision>) -> Result<Option<String>, Fault> {
    let text = decision.map(serde_json::to_string).transpose();
    text.map_err(|error| Fault::Other(error.to_string()))
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
    let appeal = next.appeal.as_ref();
    let (decision, second) = (
        json(next.decision.as_ref())?,
        json(appeal.and_then(|appeal| appeal.decision.as_ref()))?,
    );
    let rows = change!(
        tx,
        sqlx::query(
            "update claim set state = $5, remedy = $6, amount_minor = $7, offered_by = $8, words = $9, due_at = $10,
                              decision = $11, appealed_by = $12, appeal_words = $13, second_decision = $14,
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
        .bind(&decision)
        .bind(appeal.map(|appeal| appeal.by.name()))
        .bind(appeal.map_or("", |appeal| appeal.words.as_str()))
        .bind(&second)
    )?;
    Ok(rows == 1)
}
