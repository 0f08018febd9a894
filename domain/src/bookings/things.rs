//! The SQL of what bookings need to know of a listing.

use super::{
    asking::Offer,
    model::{BookingId, Terms},
};
use crate::{
    Day,
    availability::{Period, Rhythm},
    db::Tx,
    kits::store as kits,
    listings::{self, Cancellation, Checklist, Condition, Handover, Kind, ListingId, WeeklyPlan},
    members::MemberId,
    places::Point,
    prices::{Fees, PriceTerms},
};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct ThingRow {
    owner_id: MemberId,
    owner_name: String,
    kind: Kind,
    state: listings::State,
    title: String,
    house_rules: String,
    replacement_minor: Option<i64>,
    currency: String,
    handover: Handover,
    condition: Option<Condition>,
    place_name: Option<String>,
    zone: String,
    unit_count: i64,
    weekly_plan: WeeklyPlan,
    lead_days: i64,
    longest_days: i64,
    instant: bool,
    cancellation: Cancellation,
    #[sqlx(try_from = "String")]
    prices: PriceTerms,
    needed_first: Option<Day>,
    needed_last: Option<Day>,
    #[sqlx(flatten)]
    rhythm: Rhythm,
    #[sqlx(try_from = "String")]
    checklist: Checklist,
}

/// What may be asked of a listing, and the terms that would be frozen. `None` for drafts, which only their owner knows.
pub async fn thing(tx: &mut Tx, listing: ListingId, fees: Fees) -> sqlx::Result<Option<(Offer, Terms)>> {
    let Some(row) = run!(tx, db => sqlx::query_as::<_, ThingRow>(
        "select l.owner_id, m.name as owner_name, l.kind, l.state, l.title, l.house_rules, l.replacement_minor,
                l.currency, l.handover, l.condition, l.place_name, l.zone, l.unit_count, l.weekly_plan, l.lead_days,
                l.longest_days, l.instant, l.cancellation, l.prices, l.needed_first, l.needed_last, l.checklist, l.grain, l.week_hours, l.stays_out,
                l.buffer, l.shortest, l.lead_hours, l.longest_hours, l.horizon_days
           from listing l join member m on m.id = l.owner_id where l.id = $1 and l.state <> 'draft'",
    ).bind(listing).fetch_optional(db))?
    else {
        return Ok(None);
    };
    let accessories = run!(tx, db => sqlx::query_scalar::<_, String>(
        "select name from listing_accessory where listing_id = $1 order by position",
    ).bind(listing).fetch_all(db))?;
    let (accessories, checklist) = with_parts(tx, listing, accessories, row.checklist.0).await?;
    let photo = run!(tx, db => sqlx::query_scalar::<_, Uuid>(
        "select id from listing_photo where listing_id = $1 order by position, id limit 1",
    ).bind(listing).fetch_optional(db))?;
    let wanted = row.kind.is_wanted();
    let offer = Offer {
        owner: row.owner_id,
        published: row.state == listings::State::Published,
        units: row.unit_count,
        needed: row
            .needed_first
            .zip(row.needed_last)
            .map(|(first, last)| Period::whole_days(first, last)),
        plan: row
            .rhythm
            .plan_of(row.kind, row.weekly_plan, row.lead_days, row.longest_days),
    };
    let terms = Terms {
        kind: row.kind,
        title: row.title,
        owner_name: row.owner_name,
        accessories,
        checklist,
        house_rules: row.house_rules,
        replacement_minor: row.replacement_minor,
        currency: row.currency,
        handover: row.handover,
        condition: row.condition,
        zone: row.zone,
        place_name: row.place_name,
        photo,
        instant: row.instant,
        cancellation: row.cancellation,
        prices: if wanted { PriceTerms::on_offer() } else { row.prices },
        fees,
        buffer: row.rhythm.buffer,
    };
    Ok(Some((offer, terms)))
}

/// What comes along, and what else is looked at, with what that is of the parts of a kit: each part comes along, and each of
/// its own lines stands under its name.
async fn with_parts(
    tx: &mut Tx,
    kit: ListingId,
    mut accessories: Vec<String>,
    mut checklist: Vec<String>,
) -> sqlx::Result<(Vec<String>, Vec<String>)> {
    for part in kits::part_rows(tx, kit).await? {
        let of_part = run!(tx, db => sqlx::query_scalar::<_, String>(
            "select name from listing_accessory where listing_id = $1 order by position",
        ).bind(part.id).fetch_all(db))?;
        let named = |line: &str| format!("{}: {line}", part.title);
        accessories.push(part.title.clone());
        accessories.extend(of_part.iter().map(|line| named(line)));
        checklist.extend(Checklist::from(part.checklist.clone()).0.iter().map(|line| named(line)));
    }
    Ok((accessories, checklist))
}

/// Where a thing is, exactly: never for the public.
#[derive(Clone, PartialEq, Debug)]
pub struct ExactPlace {
    /// The point, if its owner gave one.
    pub point: Option<Point>,
    /// The address, in the owner's words; may be empty.
    pub address: String,
    /// What the place is called.
    pub name: Option<String>,
    /// The owner's words on how to get at it: bell, back yard, code of the key box.
    pub note: String,
}

#[derive(sqlx::FromRow)]
struct PlaceRow {
    lat: Option<f64>,
    lon: Option<f64>,
    address: String,
    place_name: Option<String>,
    handover_note: String,
}

/// The exact place of an accepted booking's listing, if `member` is one of its two parties.
pub async fn exact_place(tx: &mut Tx, id: BookingId, member: MemberId) -> sqlx::Result<Option<ExactPlace>> {
    let row = run!(tx, db => sqlx::query_as::<_, PlaceRow>(
        "select l.lat, l.lon, l.address, l.place_name, l.handover_note
           from booking b join listing l on l.id = b.listing_id
          where b.id = $1 and (b.borrower_id = $2 or b.lender_id = $2) and b.state = 'accepted'",
    ).bind(id).bind(member).fetch_optional(db))?;
    Ok(row.map(|row| ExactPlace {
        point: row.lat.zip(row.lon).and_then(|(lat, lon)| Point::new(lat, lon).ok()),
        address: row.address,
        name: row.place_name,
        note: row.handover_note,
    }))
}
