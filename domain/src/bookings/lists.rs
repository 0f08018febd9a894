//! The SQL of lists and counts, where bookings are shown with their people and pictures.

use super::{
    model::BookingId,
    store::{Row, bookings},
};
use crate::{
    Timestamp,
    availability::Period,
    db::Tx,
    listings::{self, ListingId},
    members::MemberId,
};
use uuid::Uuid;

/// A booking with what its pages show beside it.
#[derive(sqlx::FromRow)]
pub struct Seen {
    /// The booking.
    #[sqlx(flatten)]
    pub booking: Row,
    /// How the borrower is called now.
    pub borrower_name: String,
    /// Their photo.
    pub borrower_photo: Option<Uuid>,
    /// How the lender is called now.
    pub lender_name: String,
    /// Their photo.
    pub lender_photo: Option<Uuid>,
    /// The listing's first photo now.
    pub photo: Option<Uuid>,
    /// The listing's category now.
    pub category_id: Option<String>,
    /// What has become of the listing.
    pub listing_state: listings::State,
}

macro_rules! seen {
    ($rest:literal) => {
        bookings!(
            ", borrower.name as borrower_name, borrower.photo_id as borrower_photo,
               lender.name as lender_name, lender.photo_id as lender_photo, l.category_id, l.state as listing_state,
               (select p.id from listing_photo p where p.listing_id = b.listing_id order by p.position, p.id limit 1)
                 as photo",
            concat!(
                "join member borrower on borrower.id = b.borrower_id
                 join member lender on lender.id = b.lender_id
                 join listing l on l.id = b.listing_id ",
                $rest
            )
        )
    };
}

/// One booking, if `member` is one of its two parties.
pub async fn view(tx: &mut Tx, id: BookingId, member: MemberId) -> sqlx::Result<Option<Seen>> {
    run!(tx, db => sqlx::query_as::<_, Seen>(
        seen!("where b.id = $1 and (b.borrower_id = $2 or b.lender_id = $2)"),
    ).bind(id).bind(member).fetch_optional(db))
}

/// A member's bookings that are not over, on the sides asked for, the next to begin first.
pub async fn open_views(
    tx: &mut Tx,
    member: MemberId,
    borrowing: bool,
    lending: bool,
    most: i64,
) -> sqlx::Result<Vec<Seen>> {
    run!(tx, db => sqlx::query_as::<_, Seen>(
        seen!("where ((b.borrower_id = $1 and $2) or (b.lender_id = $1 and $3))
                 and b.state in ('requested', 'accepted')
               order by b.starts_at, b.id limit $4"),
    ).bind(member).bind(borrowing).bind(lending).bind(most).fetch_all(db))
}

/// The bookings of one listing of `lender` that are not over and share a day with `period`, the next to begin first.
pub async fn open_on_days(
    tx: &mut Tx,
    listing: ListingId,
    lender: MemberId,
    period: Period,
) -> sqlx::Result<Vec<Seen>> {
    run!(tx, db => sqlx::query_as::<_, Seen>(
        seen!("where b.listing_id = $1 and b.lender_id = $2 and b.state in ('requested', 'accepted')
                 and b.first_day <= $4 and b.last_day >= $3
               order by b.starts_at, b.id"),
    ).bind(listing).bind(lender).bind(period.first).bind(period.last).fetch_all(db))
}

/// A member's bookings that are over, on the sides asked for, the latest first.
pub async fn past_views(
    tx: &mut Tx,
    member: MemberId,
    borrowing: bool,
    lending: bool,
    most: i64,
    skip: i64,
) -> sqlx::Result<Vec<Seen>> {
    run!(tx, db => sqlx::query_as::<_, Seen>(
        seen!("where ((b.borrower_id = $1 and $2) or (b.lender_id = $1 and $3))
                 and b.state not in ('requested', 'accepted')
               order by b.ended_at desc, b.id desc limit $4 offset $5"),
    ).bind(member).bind(borrowing).bind(lending).bind(most).bind(skip).fetch_all(db))
}

/// A booking as a calendar shows it.
#[derive(sqlx::FromRow)]
pub struct Dated {
    /// The booking.
    #[sqlx(flatten)]
    pub booking: Row,
    /// How the borrower is called now.
    pub borrower_name: String,
    /// How the lender is called now.
    pub lender_name: String,
    /// Where the thing is, in its owner's words; empty but from the yes to the end.
    pub address: String,
    /// What its public cell is called.
    pub place_name: Option<String>,
    /// When anything last happened to it.
    pub changed_at: Timestamp,
}

/// The bookings of a member, of one listing (or of kits that hold it) if it is named, that are not over or ended after
/// `since`: those that begin last.
pub async fn dated(
    tx: &mut Tx,
    member: MemberId,
    listing: Option<ListingId>,
    since: Timestamp,
    most: i64,
) -> sqlx::Result<Vec<Dated>> {
    run!(tx, db => sqlx::query_as::<_, Dated>(
        bookings!(
            ", borrower.name as borrower_name, lender.name as lender_name,
               case when b.state = 'accepted' then l.address else '' end as address, l.place_name,
               coalesce((select max(e.at) from event e where e.subject_id = b.id), b.requested_at) as changed_at",
            "join member borrower on borrower.id = b.borrower_id
             join member lender on lender.id = b.lender_id
             join listing l on l.id = b.listing_id
             where (b.borrower_id = $1 or b.lender_id = $1) and ($2 is null or b.listing_id = $2
                    or b.id in (select s.booking_id from slot s where s.listing_id = $2 and s.reason = 'booking'))
               and (b.ended_at is null or b.ended_at > $3)
             order by b.starts_at desc, b.id limit $4"
        ),
    ).bind(member).bind(listing).bind(since).bind(most).fetch_all(db))
}

/// The instants against which waiting is counted.
#[derive(Clone, Copy, Debug)]
pub struct Instants {
    /// Now.
    pub now: Timestamp,
    /// Reports made after this can still be contested.
    pub reported_after: Timestamp,
    /// Loans that begin at this or before can be handed over.
    pub starts_before: Timestamp,
    /// Things due at this or before should be brought back soon.
    pub due_before: Timestamp,
    /// Loans due after this have not lapsed.
    pub due_after: Timestamp,
}

/// How many bookings wait for a member who borrows. Says in SQL what `next::waits_for` says; a test compares the two.
pub async fn waiting_for_borrower(tx: &mut Tx, member: MemberId, at: Instants) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from booking
          where borrower_id = $1 and ((state = 'requested' and answer_by > $6 and case
                    when change_by is not null and change_answer_by > $6 then change_by = 'lender'
                    else asked_by = 'lender' end)
             or (state = 'accepted' and (
                custody in ('handover_contested', 'return_contested')
             or (custody in ('handing_over', 'returning') and custody_by = 'lender' and custody_since > $2)
             or (custody = 'with_lender' and starts_at <= $3 and due_at > $4
                 and kind not in ('service', 'wanted_help'))
             or (custody = 'with_borrower' and due_at <= $5)
             or (change_by = 'lender' and change_answer_by > $6))))",
    ).bind(member).bind(at.reported_after).bind(at.starts_before).bind(at.due_after).bind(at.due_before)
    .bind(at.now).fetch_one(db))
}

/// How many bookings wait for a member who lends.
pub async fn waiting_for_lender(tx: &mut Tx, member: MemberId, at: Instants) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from booking
          where lender_id = $1 and (
                (state = 'requested' and answer_by > $2 and case
                    when change_by is not null and change_answer_by > $2 then change_by = 'borrower'
                    else asked_by = 'borrower' end)
             or (state = 'accepted' and (
                    (custody = 'with_lender' and kind in ('service', 'wanted_help')
                     and starts_at <= $4 and due_at > $5)
                 or custody in ('handover_contested', 'return_contested')
                 or (custody in ('handing_over', 'returning') and custody_by = 'borrower' and custody_since > $3)
                 or (change_by = 'borrower' and change_answer_by > $2))))",
    ).bind(member).bind(at.now).bind(at.reported_after).bind(at.starts_before).bind(at.due_after)
    .fetch_one(db))
}

/// How often a listing is asked for and lent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct ListingCounts {
    /// The listing.
    pub listing_id: ListingId,
    /// Requests that wait for an answer.
    pub requested: i64,
    /// Agreed and not over.
    pub accepted: i64,
    /// Lent and returned.
    pub closed: i64,
}

/// The counts of all listings of `owner` that were ever asked for.
pub async fn counts_by_listing(tx: &mut Tx, owner: MemberId, now: Timestamp) -> sqlx::Result<Vec<ListingCounts>> {
    run!(tx, db => sqlx::query_as::<_, ListingCounts>(
        "select listing_id,
                count(*) filter (where state = 'requested' and answer_by > $2) as requested,
                count(*) filter (where state = 'accepted') as accepted,
                count(*) filter (where state = 'closed') as closed
           from booking
          where (lender_id = $1 and asked_by = 'borrower') or (borrower_id = $1 and asked_by = 'lender') group by listing_id order by listing_id",
    ).bind(owner).bind(now).fetch_all(db))
}
