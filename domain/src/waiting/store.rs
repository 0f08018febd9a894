//! The SQL of waiting.

use super::model::{Entry, Offer, Wish};
use crate::{
    Day, Timestamp,
    availability::{Hours, Period},
    db::Tx,
    listings::ListingId,
    members::MemberId,
};

/// A row of `waiting`.
#[derive(sqlx::FromRow)]
pub struct Row {
    pub listing_id: ListingId,
    pub member_id: MemberId,
    first_day: Day,
    last_day: Day,
    from_hour: Option<i64>,
    to_hour: Option<i64>,
    length_days: Option<i64>,
    offer_first: Option<Day>,
    offer_last: Option<Day>,
    offer_from_hour: Option<i64>,
    offer_to_hour: Option<i64>,
    offer_until: Option<Timestamp>,
    /// The title of the listing.
    pub title: String,
    /// The zone of the listing.
    pub zone: String,
}

impl Row {
    /// As the rules see it.
    pub fn entry(&self, may_ask: bool) -> Entry {
        let offer = self.offer_first.zip(self.offer_last).zip(self.offer_until);
        Entry {
            member: self.member_id,
            wish: Wish {
                window: period(self.first_day, self.last_day, (self.from_hour, self.to_hour)),
                length: self.length_days,
            },
            offer: offer.map(|((first, last), until)| Offer {
                period: period(first, last, (self.offer_from_hour, self.offer_to_hour)),
                until,
            }),
            may_ask,
        }
    }
}

fn period(first: Day, last: Day, hours: (Option<i64>, Option<i64>)) -> Period {
    let hour = |hour: i64| i8::try_from(hour).unwrap_or(0);
    let hours = hours.0.zip(hours.1).map(|(from, to)| Hours {
        from: hour(from),
        to: hour(to),
    });
    Period { first, last, hours }
}

macro_rules! select_waiting {
    ($before:literal, $rest:literal) => {
        concat!(
            "select w.listing_id, w.member_id, w.first_day, w.last_day, w.from_hour, w.to_hour, w.length_days,
                    w.offer_first, w.offer_last, w.offer_from_hour, w.offer_to_hour, w.offer_until, l.title, l.zone",
            $before,
            " from waiting w join listing l on l.id = w.listing_id ",
            $rest
        )
    };
}

/// The line of a listing, the first first.
pub async fn line(tx: &mut Tx, listing: ListingId) -> sqlx::Result<Vec<Row>> {
    run!(tx, db => sqlx::query_as::<_, Row>(select_waiting!(
        "", "where w.listing_id = $1 order by w.since, w.member_id"
    )).bind(listing).fetch_all(db))
}

/// The place of a member in a line, if they are in it.
pub async fn place_of(tx: &mut Tx, listing: ListingId, member: MemberId) -> sqlx::Result<Option<Row>> {
    run!(tx, db => sqlx::query_as::<_, Row>(select_waiting!(
        "", "where w.listing_id = $1 and w.member_id = $2"
    )).bind(listing).bind(member).fetch_optional(db))
}

/// A row, and how many are before it in its line.
#[derive(sqlx::FromRow)]
struct Placed {
    #[sqlx(flatten)]
    row: Row,
    before: i64,
}

/// Everything a member waits for, the longest first, and how many are before them.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<Vec<(Row, i64)>> {
    let rows = run!(tx, db => sqlx::query_as::<_, Placed>(select_waiting!(
        ", (select count(*) from waiting o where o.listing_id = w.listing_id
              and (o.since < w.since or (o.since = w.since and o.member_id < w.member_id))) as before",
        "where w.member_id = $1 order by w.since, w.listing_id"
    )).bind(member).fetch_all(db))?;
    Ok(rows.into_iter().map(|placed| (placed.row, placed.before)).collect())
}

/// How many wait for a listing.
pub async fn count(tx: &mut Tx, listing: ListingId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>("select count(*) from waiting where listing_id = $1")
        .bind(listing).fetch_one(db))
}

/// For how many other listings a member waits.
pub async fn count_others(tx: &mut Tx, member: MemberId, listing: ListingId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from waiting where member_id = $1 and listing_id <> $2",
    ).bind(member).bind(listing).fetch_one(db))
}

/// Puts a member at the end of the line; whoever changes what they wait for goes there, too. Two at the same instant come one
/// after the other, as they had their turn.
pub async fn put(tx: &mut Tx, listing: ListingId, member: MemberId, wish: Wish, now: Timestamp) -> sqlx::Result<()> {
    remove(tx, listing, member).await?;
    let last = run!(tx, db => sqlx::query_scalar::<_, Option<Timestamp>>(
        "select max(since) from waiting where listing_id = $1",
    ).bind(listing).fetch_one(db))?;
    let since = last.map_or(now, |last| now.max(last.plus(1)));
    let hours = wish.window.hours;
    change!(
        tx,
        sqlx::query(
            "insert into waiting (listing_id, member_id, since, first_day, last_day, from_hour, to_hour, length_days)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(listing)
        .bind(member)
        .bind(since)
        .bind(wish.window.first)
        .bind(wish.window.last)
        .bind(hours.map(|hours| i64::from(hours.from)))
        .bind(hours.map(|hours| i64::from(hours.to)))
        .bind(wish.length)
    )
    .map(|_| ())
}

/// Notes what is offered to somebody, or that nothing is any more.
pub async fn set_offer(tx: &mut Tx, listing: ListingId, member: MemberId, offer: Option<Offer>) -> sqlx::Result<()> {
    let period = offer.map(|offer| offer.period);
    let hours = period.and_then(|period| period.hours);
    change!(
        tx,
        sqlx::query(
            "update waiting set offer_first = $3, offer_last = $4, offer_from_hour = $5, offer_to_hour = $6,
                                offer_until = $7
              where listing_id = $1 and member_id = $2",
        )
        .bind(listing)
        .bind(member)
        .bind(period.map(|period| period.first))
        .bind(period.map(|period| period.last))
        .bind(hours.map(|hours| i64::from(hours.from)))
        .bind(hours.map(|hours| i64::from(hours.to)))
        .bind(offer.map(|offer| offer.until))
    )
    .map(|_| ())
}

/// Takes a member out of the line: whether they were in it.
pub async fn remove(tx: &mut Tx, listing: ListingId, member: MemberId) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query("delete from waiting where listing_id = $1 and member_id = $2")
            .bind(listing)
            .bind(member)
    )
    .map(|rows| rows == 1)
}

/// The listings that somebody waits for.
pub async fn listings(tx: &mut Tx) -> sqlx::Result<Vec<ListingId>> {
    run!(tx, db => sqlx::query_scalar::<_, ListingId>("select distinct listing_id from waiting").fetch_all(db))
}

/// Whether a listing is over for good.
pub async fn is_archived(tx: &mut Tx, listing: ListingId) -> sqlx::Result<bool> {
    run!(tx, db => sqlx::query_scalar::<_, i64>("select count(*) from listing where id = $1 and state = 'archived'")
        .bind(listing).fetch_one(db))
    .map(|count| count > 0)
}
