//! Lists of claims, each in one statement.

use super::{
    model::Claim,
    store::{Row, claims},
};
use crate::{bookings::Terms, db::Tx, error::Fault, members::MemberId};
use jiff::tz::TimeZone;

/// A claim on a list.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// The claim as it was written last.
    pub claim: Claim,
    /// What it is about, as it was called then.
    pub title: String,
    /// The zone of the thing.
    pub zone: TimeZone,
    /// Who borrows, and what they are called; empty once they have left.
    pub borrower: (MemberId, String),
    /// Who lends.
    pub lender: (MemberId, String),
}

impl Line {
    /// The two members that it is between.
    #[must_use]
    pub const fn parties(&self) -> [MemberId; 2] {
        [self.borrower.0, self.lender.0]
    }
}

#[derive(sqlx::FromRow)]
struct LineRow {
    #[sqlx(flatten)]
    claim: Row,
    terms: String,
    borrower_id: MemberId,
    borrower_name: String,
    lender_id: MemberId,
    lender_name: String,
}

impl TryFrom<LineRow> for Line {
    type Error = Fault;

    fn try_from(row: LineRow) -> Result<Self, Fault> {
        let claim = Claim::try_from(row.claim)?;
        let terms: Terms = serde_json::from_str(&row.terms).map_err(|error| Fault::Row {
            table: "booking",
            id: claim.key.id.to_string(),
            what: format!("terms: {error}"),
        })?;
        Ok(Self {
            claim,
            zone: terms.time_zone(),
            title: terms.title,
            borrower: (row.borrower_id, row.borrower_name),
            lender: (row.lender_id, row.lender_name),
        })
    }
}

macro_rules! lines {
    ($where:literal) => {
        claims!(
            ", b.terms, b.borrower_id, o.name as borrower_name, b.lender_id, l.name as lender_name",
            "join booking b on b.listing_id = c.listing_id and b.id = c.booking_id
             join member o on o.id = b.borrower_id join member l on l.id = b.lender_id ",
            $where
        )
    };
}

/// The claims that wait for a decision, what was promised first first.
pub async fn waiting_for_decision(tx: &mut Tx) -> Result<Vec<Line>, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, LineRow>(lines!(
        "where c.state in ('escalated', 'appealed') order by c.promised_at, c.booking_id limit 500"
    )).fetch_all(db))?;
    rows.into_iter().map(Line::try_from).collect()
}

/// The claims that a member has part in and that are not over, what is due first first.
pub async fn open_of(tx: &mut Tx, member: MemberId) -> Result<Vec<Line>, Fault> {
    let rows = run!(tx, db => sqlx::query_as::<_, LineRow>(lines!(
        "where c.state not in ('settled', 'withdrawn') and c.booking_id in
               (select id from booking where borrower_id = $1 or lender_id = $1)
         order by c.due_at, c.booking_id limit 200"
    )).bind(member).fetch_all(db))?;
    rows.into_iter().map(Line::try_from).collect()
}
