//! What a member has, and whether one more would be too much.

use super::{
    model::{Asked, Exceeded, Held, Standing},
    rules,
};
use crate::{
    Ctx, Day,
    availability::{Hours, Period},
    bookings::BookingId,
    db::Tx,
    error::Fault,
    listings::{self, ListingId, categories::Categories},
    members::{Me, MemberId},
};
use std::collections::HashSet;

/// Longest time for which one can ask, and have asked before, in days: what lies further away counts in no month of it.
const AROUND: i64 = 62;

/// What somebody would like to ask for, as services name it.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Which listing.
    pub listing: ListingId,
    /// When; `None` while no days are chosen.
    pub period: Option<Period>,
    /// A request that is put to others at the same time. Of all these only one comes to be, so they count as one.
    pub together: Option<BookingId>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: BookingId,
    group_id: Option<BookingId>,
    listing_id: ListingId,
    category_id: Option<String>,
    state: String,
    first_day: Day,
    last_day: Day,
    from_hour: Option<i64>,
    to_hour: Option<i64>,
}

/// What a member asked for, has agreed on, or had, on these days; and everything that waits for an answer.
/// What was asked of several at the same time counts once; what `together` belongs to, not at all.
async fn held(
    tx: &mut Tx,
    member: MemberId,
    (from, to): (Day, Day),
    together: Option<BookingId>,
    tree: &Categories,
) -> sqlx::Result<Vec<Held>> {
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(
        "select b.id, m.group_id, b.listing_id, l.category_id, b.state, b.first_day, b.last_day, b.from_hour, b.to_hour
           from booking b join listing l on l.id = b.listing_id
           left join request_group_member m on m.booking_id = b.id
          where b.borrower_id = $1 and b.asked_by = 'borrower'
            and (b.state = 'requested'
                 or (b.state in ('accepted', 'closed') and b.first_day <= $3 and b.last_day >= $2))",
    ).bind(member).bind(from).bind(to).fetch_all(db))?;
    let hour = |hour: i64| i8::try_from(hour).unwrap_or(0);
    let wish = |row: &Row| row.group_id.unwrap_or(row.id);
    let mine = together.and_then(|id| rows.iter().find(|row| row.id == id).map(wish));
    let mut asked_of_several = HashSet::new();
    let counts =
        |row: &Row| row.state != "requested" || (Some(wish(row)) != mine && asked_of_several.insert(wish(row)));
    Ok(rows
        .into_iter()
        .filter(counts)
        .map(|row| Held {
            listing: row.listing_id,
            categories: path(tree, row.category_id.as_deref()),
            period: Period {
                first: row.first_day,
                last: row.last_day,
                hours: row.from_hour.zip(row.to_hour).map(|(from, to)| Hours {
                    from: hour(from),
                    to: hour(to),
                }),
            },
            standing: match row.state.as_str() {
                "requested" => Standing::Requested,
                "accepted" => Standing::Agreed,
                _ => Standing::Over,
            },
        })
        .collect())
}

fn path(tree: &Categories, category: Option<&str>) -> Vec<String> {
    let path = category.map(|id| tree.path(id)).unwrap_or_default();
    path.iter().map(|category| category.id.clone()).collect()
}

#[derive(sqlx::FromRow)]
struct ThingRow {
    category_id: Option<String>,
    per_month: i64,
}

/// What would be too much if `me` asked for `listing`: in the transaction that makes the request, after
/// [`crate::members::take_turn`].
pub async fn check(
    ctx: &Ctx,
    tx: &mut Tx,
    tree: &Categories,
    me: MemberId,
    wanted: Wanted,
) -> sqlx::Result<Vec<Exceeded>> {
    let Wanted {
        listing,
        period,
        together,
    } = wanted;
    let thing = run!(tx, db => sqlx::query_as::<_, ThingRow>(
        "select l.category_id, coalesce(e.per_month, 0) as per_month
           from listing l left join listing_eligibility e on e.listing_id = l.id where l.id = $1",
    ).bind(listing).fetch_one(db))?;
    let today = ctx.today();
    let (first, last) = period.map_or((today, today), |period| (period.first, period.last));
    let held = held(tx, me, (first.plus(-AROUND), last.plus(AROUND)), together, tree).await?;
    let asked = Asked {
        listing,
        categories: path(tree, thing.category_id.as_deref()),
        period,
        per_month: thing.per_month,
    };
    Ok(rules::within(&ctx.settings.quotas, &held, &asked)
        .err()
        .unwrap_or_default())
}

/// What would be too much if `me` asked for `listing` now, for `period` if they have chosen one.
///
/// # Errors
/// When the database does not answer.
pub async fn exceeded(ctx: &Ctx, me: &Me, listing: ListingId, period: Option<Period>) -> Result<Vec<Exceeded>, Fault> {
    let tree = listings::categories_of(ctx).await?;
    let mut tx = ctx.db.read().await?;
    let wanted = Wanted {
        listing,
        period,
        together: None,
    };
    Ok(check(ctx, &mut tx, &tree, me.id, wanted).await?)
}
