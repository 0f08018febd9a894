//! The SQL of who may borrow, and of who vouches for whom.

use super::{
    model::{Rules, Vouch},
    rules::LONGEST_CHAIN,
    vouching::Voucher,
};
use crate::{Timestamp, circles::CircleId, db::Tx, listings, listings::ListingId, members::MemberId};
use std::collections::{BTreeSet, HashMap};

/// A row of `listing_eligibility`.
#[derive(sqlx::FromRow)]
struct RulesRow {
    listing_id: ListingId,
    finished_loans: i64,
    vouched: bool,
    in_circle: bool,
    per_month: i64,
}

impl RulesRow {
    fn with(self, circles: BTreeSet<CircleId>) -> Rules {
        Rules {
            finished_loans: self.finished_loans,
            vouched: self.vouched,
            circles: self.in_circle.then_some(circles),
            per_month: self.per_month,
        }
    }
}

/// What a listing asks of whoever wants it.
pub async fn rules(tx: &mut Tx, listing: ListingId) -> sqlx::Result<Rules> {
    let row = run!(tx, db => sqlx::query_as::<_, RulesRow>(
        "select listing_id, finished_loans, vouched, in_circle, per_month from listing_eligibility where listing_id = $1",
    ).bind(listing).fetch_optional(db))?;
    match row {
        None => Ok(Rules::default()),
        Some(row) => Ok(row.with(circles(tx, listing).await?)),
    }
}

async fn circles(tx: &mut Tx, listing: ListingId) -> sqlx::Result<BTreeSet<CircleId>> {
    run!(tx, db => sqlx::query_scalar::<_, CircleId>("select circle_id from listing_circle where listing_id = $1")
        .bind(listing).fetch_all(db))
    .map(|ids| ids.into_iter().collect())
}

/// How many listings one statement takes: its text is fixed, as SQL is never put together here.
const AT_ONCE: usize = 24;

/// A row of `listing_eligibility`, and which of the listings asked about it is for: a part's holds for its kit.
#[derive(sqlx::FromRow)]
struct AskedRow {
    asked_id: ListingId,
    #[sqlx(flatten)]
    row: RulesRow,
}

/// What these listings ask for, as far as they ask for anything; a kit asks for what its parts ask for, too.
pub async fn rules_of_all(tx: &mut Tx, listings: &[ListingId]) -> sqlx::Result<HashMap<ListingId, Rules>> {
    let mut found: HashMap<ListingId, Rules> = HashMap::new();
    for some in listings.chunks(AT_ONCE) {
        let Some(last) = some.last() else { continue };
        let rows = run!(tx, db => (0..AT_ONCE).fold(
            sqlx::query_as::<_, AskedRow>(
                "select listing_id as asked_id, listing_id, finished_loans, vouched, in_circle, per_month
                   from listing_eligibility
                  where listing_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                                       $19, $20, $21, $22, $23, $24)
                 union all
                 select k.kit_id, e.listing_id, e.finished_loans, e.vouched, e.in_circle, cast(0 as bigint)
                   from kit_part k join listing_eligibility e on e.listing_id = k.part_id
                  where k.kit_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                                     $19, $20, $21, $22, $23, $24)",
            ),
            |query, at| query.bind(some.get(at).unwrap_or(last)),
        ).fetch_all(db))?;
        let mut circles: HashMap<ListingId, BTreeSet<CircleId>> = HashMap::new();
        if rows.iter().any(|one| one.row.in_circle) {
            let pairs = run!(tx, db => (0..AT_ONCE).fold(
                sqlx::query_as::<_, (ListingId, CircleId)>(
                    "select listing_id, circle_id from listing_circle
                      where listing_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                                           $19, $20, $21, $22, $23, $24)
                         or listing_id in (select part_id from kit_part where kit_id in (
                                           $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                                           $19, $20, $21, $22, $23, $24))",
                ),
                |query, at| query.bind(some.get(at).unwrap_or(last)),
            ).fetch_all(db))?;
            for (listing, circle) in pairs {
                circles.entry(listing).or_default().insert(circle);
            }
        }
        for AskedRow { asked_id, row } in rows {
            let its = circles.get(&row.listing_id).cloned().unwrap_or_default();
            let rules = row.with(its);
            let joined = match found.remove(&asked_id) {
                Some(others) => others.and(rules),
                None => rules,
            };
            found.insert(asked_id, joined);
        }
    }
    Ok(found)
}

/// Lays down what a listing asks for.
pub async fn set_rules(tx: &mut Tx, listing: ListingId, rules: &Rules) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into listing_eligibility (listing_id, finished_loans, vouched, in_circle, per_month)
             values ($1, $2, $3, $4, $5)
             on conflict (listing_id) do update set finished_loans = excluded.finished_loans,
                vouched = excluded.vouched, in_circle = excluded.in_circle, per_month = excluded.per_month",
        )
        .bind(listing)
        .bind(rules.finished_loans)
        .bind(rules.vouched)
        .bind(rules.circles.is_some())
        .bind(rules.per_month)
    )?;
    change!(
        tx,
        sqlx::query("delete from listing_circle where listing_id = $1").bind(listing)
    )?;
    for circle in rules.circles.iter().flatten() {
        change!(
            tx,
            sqlx::query("insert into listing_circle (listing_id, circle_id) values ($1, $2)")
                .bind(listing)
                .bind(circle)
        )?;
    }
    Ok(())
}

/// Forgets what a listing asked for.
pub async fn drop_rules(tx: &mut Tx, listing: ListingId) -> sqlx::Result<()> {
    for sql in [
        "delete from listing_circle where listing_id = $1",
        "delete from listing_eligibility where listing_id = $1",
    ] {
        change!(tx, sqlx::query(sql).bind(listing))?;
    }
    Ok(())
}

/// What the owner's page needs of a listing.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Owned {
    /// What it is about.
    pub kind: listings::Kind,
    /// Where it stands.
    pub state: listings::State,
    /// Its title.
    pub title: String,
    /// Counts changes.
    pub version: i64,
}

/// A listing, if `owner` is whose it is.
pub async fn owned(tx: &mut Tx, owner: MemberId, listing: ListingId) -> sqlx::Result<Option<Owned>> {
    run!(tx, db => sqlx::query_as::<_, Owned>(
        "select kind, state, title, version from listing where id = $1 and owner_id = $2",
    ).bind(listing).bind(owner).fetch_optional(db))
}

/// The circles with these ids that a listing asks for, by name.
pub async fn circles_of_listing(tx: &mut Tx, listing: ListingId) -> sqlx::Result<Vec<(CircleId, String)>> {
    run!(tx, db => sqlx::query_as::<_, (CircleId, String)>(
        "select c.id, c.name from listing_circle l join circle c on c.id = l.circle_id
          where l.listing_id = $1 order by c.name, c.id",
    ).bind(listing).fetch_all(db))
}

/// How many loans somebody finished, on either side: something changed hands, and it is back.
pub async fn finished_loans(tx: &mut Tx, member: MemberId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from booking
          where state = 'closed' and handed_over_at is not null and (borrower_id = $1 or lender_id = $1)",
    ).bind(member).fetch_one(db))
}

/// The words that lead to somebody, by chains as long as count.
pub async fn words_for(tx: &mut Tx, member: MemberId) -> sqlx::Result<Vec<Vouch>> {
    run!(tx, db => sqlx::query_as::<_, Vouch>(
        "with recursive chain (member_id, voucher_id, steps) as (
             select member_id, voucher_id, cast(1 as bigint) from vouch where member_id = $1
             union
             select v.member_id, v.voucher_id, c.steps + 1
               from chain c join vouch v on v.member_id = c.voucher_id where c.steps < $2)
         select distinct c.member_id, c.voucher_id, exists (
                select 1 from booking b where b.state = 'closed' and b.handed_over_at is not null
                   and (b.borrower_id = c.voucher_id or b.lender_id = c.voucher_id)) as experienced
           from chain c",
    ).bind(member).bind(LONGEST_CHAIN).fetch_all(db))
}

/// For how many others somebody vouches.
pub async fn given(tx: &mut Tx, voucher: MemberId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>("select count(*) from vouch where voucher_id = $1")
        .bind(voucher).fetch_one(db))
}

/// Whether one vouches for the other.
pub async fn vouches(tx: &mut Tx, voucher: MemberId, member: MemberId) -> sqlx::Result<bool> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select count(*) from vouch where voucher_id = $1 and member_id = $2",
    ).bind(voucher).bind(member).fetch_one(db))
    .map(|count| count > 0)
}

/// Keeps a word: whether it is new.
pub async fn insert(tx: &mut Tx, voucher: MemberId, member: MemberId, now: Timestamp) -> sqlx::Result<bool> {
    change!(
        tx,
        sqlx::query("insert into vouch (member_id, voucher_id, created_at) values ($1, $2, $3) on conflict do nothing")
            .bind(member)
            .bind(voucher)
            .bind(now)
    )
    .map(|rows| rows == 1)
}

/// Takes a word back.
pub async fn remove(tx: &mut Tx, voucher: MemberId, member: MemberId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from vouch where member_id = $1 and voucher_id = $2")
            .bind(member)
            .bind(voucher)
    )
    .map(|_| ())
}

/// Forgets every word by and for somebody.
pub async fn forget(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from vouch where member_id = $1 or voucher_id = $1").bind(member)
    )
    .map(|_| ())
}

/// Who vouches for somebody, the latest first.
pub async fn vouchers_of(tx: &mut Tx, member: MemberId) -> sqlx::Result<Vec<Voucher>> {
    run!(tx, db => sqlx::query_as::<_, Voucher>(
        "select m.id, m.name, m.photo_id, v.created_at from vouch v join member m on m.id = v.voucher_id
          where v.member_id = $1 order by v.created_at desc, m.id",
    ).bind(member).fetch_all(db))
}

/// For whom somebody vouches, the latest first.
pub async fn vouched_by(tx: &mut Tx, voucher: MemberId) -> sqlx::Result<Vec<Voucher>> {
    run!(tx, db => sqlx::query_as::<_, Voucher>(
        "select m.id, m.name, m.photo_id, v.created_at from vouch v join member m on m.id = v.member_id
          where v.voucher_id = $1 order by v.created_at desc, m.id",
    ).bind(voucher).fetch_all(db))
}
