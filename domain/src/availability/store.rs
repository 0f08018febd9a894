//! The SQL of what is held and of exceptions.
//!
//! `slot` has the truth about bookings and the time between them. Its rows `blocked`, `imported` and `full` follow from
//! `listing_exception`, from foreign calendars and from hours held: they are there so that search asks one table, and are written anew by
//! [`derive()`] whenever something they follow from has changed. By the hour, bookings hold hour numbers, and what
//! follows day numbers; the two never meet (day 400,000 lies in the year 3065, hour 400,000 in 2015).

use super::{
    Diary, EVERY_UNIT, Exception, Exceptions, Grain, Held, Occupied, Period, Plan, Rhythm, SlotReason,
    period::hour_slot,
};
use crate::{
    Day,
    bookings::BookingId,
    db::Tx,
    kits::store as kits,
    listings::{Kind, ListingId, WeeklyPlan},
};
use jiff::tz::TimeZone;
use std::{collections::BTreeSet, ops::Range};

/// What of a listing's row decides when it can be had.
#[derive(Clone, PartialEq, Debug)]
pub struct Basis {
    /// Which listing.
    pub listing: ListingId,
    /// What its owner laid down.
    pub plan: Plan,
    /// How many units it has.
    pub units: i64,
    /// Where its days begin.
    pub zone: TimeZone,
}

#[derive(sqlx::FromRow)]
struct Row {
    kind: Kind,
    weekly_plan: WeeklyPlan,
    lead_days: i64,
    longest_days: i64,
    unit_count: i64,
    zone: String,
    #[sqlx(flatten)]
    rhythm: Rhythm,
}

/// What decides when a listing can be had.
pub async fn basis(tx: &mut Tx, listing: ListingId) -> sqlx::Result<Basis> {
    let row = run!(tx, db => sqlx::query_as::<_, Row>(
        "select kind, weekly_plan, lead_days, longest_days, unit_count, zone, grain, week_hours, stays_out, buffer, shortest,
                lead_hours, longest_hours, horizon_days
           from listing where id = $1",
    ).bind(listing).fetch_one(db))?;
    Ok(Basis {
        listing,
        plan: row
            .rhythm
            .plan_of(row.kind, row.weekly_plan, row.lead_days, row.longest_days),
        units: row.unit_count,
        zone: TimeZone::get(&row.zone).unwrap_or(TimeZone::UTC),
    })
}

impl Basis {
    /// The slots of whole days.
    fn slots_of(&self, (from, to): (Day, Day)) -> Range<i64> {
        match self.plan.grain {
            Grain::Day => from.0..to.0.saturating_add(1),
            Grain::Hour => hour_slot(from.starts_in(&self.zone))..hour_slot(to.plus(1).starts_in(&self.zone)),
        }
    }
}

/// Everything that decides about the days from `from` to `to`, parts of a kit included; what the booking `beside` holds is
/// left out.
pub async fn diary(
    tx: &mut Tx,
    basis: &Basis,
    (from, to): (Day, Day),
    beside: Option<BookingId>,
) -> sqlx::Result<Diary> {
    let mut parts = Vec::new();
    for part in kits::parts(tx, basis.listing).await? {
        let part = part_of(basis, self::basis(tx, part).await?);
        parts.push(alone(tx, &part, (from, to), beside).await?);
    }
    Ok(Diary {
        parts,
        ..alone(tx, basis, (from, to), beside).await?
    })
}

/// A part as it counts for its kit: what the kit's plan says holds for it, and what its own says about lending it alone
/// does not. Should it be lent by another grain by now, the kit cannot be had.
fn part_of(kit: &Basis, part: Basis) -> Basis {
    Basis {
        plan: Plan {
            grain: part.plan.grain,
            buffer: kit.plan.buffer,
            ..Plan::USUAL
        },
        ..part
    }
}

/// The diary of a listing without its parts.
async fn alone(tx: &mut Tx, basis: &Basis, (from, to): (Day, Day), beside: Option<BookingId>) -> sqlx::Result<Diary> {
    let slots = basis.slots_of((from, to));
    let until = slots.end.saturating_add(basis.plan.buffer.max(0));
    Ok(Diary {
        plan: basis.plan,
        units: basis.units,
        exceptions: Exceptions::from_iter(
            exceptions(tx, basis.listing, from, to)
                .await?
                .into_iter()
                .chain(imported(tx, basis.listing, from, to).await?),
        ),
        held: Held::from_iter(occupied(tx, basis.listing, slots.start..until, beside).await?),
        zone: basis.zone.clone(),
        parts: Vec::new(),
    })
}

/// Slots of one unit in a row that are held by the same booking for the same reason.
#[derive(sqlx::FromRow)]
struct Stretch {
    unit: i64,
    reason: SlotReason,
    first: i64,
    last: i64,
}

impl Stretch {
    fn slots(self) -> impl Iterator<Item = Occupied> {
        let Self { unit, reason, .. } = self;
        (self.first..=self.last).map(move |slot| Occupied { unit, slot, reason })
    }
}

/// What bookings hold in these slots, beside one of them. A booking holds its slots in a row, so that its first and last
/// tell all of them: a year of loans is read many times as fast as slot by slot.
async fn occupied(
    tx: &mut Tx,
    listing: ListingId,
    slots: Range<i64>,
    beside: Option<BookingId>,
) -> sqlx::Result<Vec<Occupied>> {
    let stretches = run!(tx, db => sqlx::query_as::<_, Stretch>(
        "select unit, reason, min(slot) as first, max(slot) as last from slot
          where listing_id = $1 and slot >= $2 and slot < $3 and reason in ('booking', 'buffer')
            and ($4 is null or booking_id is null or booking_id <> $4)
          group by unit, reason, booking_id, case when booking_id is null then slot else 0 end",
    ).bind(listing).bind(slots.start).bind(slots.end).bind(beside).fetch_all(db))?;
    Ok(stretches.into_iter().flat_map(Stretch::slots).collect())
}

/// The exceptions of a listing from one day to another, in order.
pub async fn exceptions(tx: &mut Tx, listing: ListingId, from: Day, to: Day) -> sqlx::Result<Vec<Exception>> {
    run!(tx, db => sqlx::query_as::<_, Exception>(
        "select day, unit, is_open as open from listing_exception
          where listing_id = $1 and day between $2 and $3 order by day, unit",
    ).bind(listing).bind(from).bind(to).fetch_all(db))
}

/// The days that foreign calendars say are busy (see [`crate::calendars`]): closed, as if their owner had said so.
async fn imported(tx: &mut Tx, listing: ListingId, from: Day, to: Day) -> sqlx::Result<Vec<Exception>> {
    let days = run!(tx, db => sqlx::query_scalar::<_, Day>(
        "select distinct day from calendar_import_day where listing_id = $1 and day between $2 and $3 order by day",
    ).bind(listing).bind(from).bind(to).fetch_all(db))?;
    let closed = |day| Exception {
        day,
        unit: EVERY_UNIT,
        open: false,
    };
    Ok(days.into_iter().map(closed).collect())
}

/// Adds an exception, or changes what it was.
pub async fn except(tx: &mut Tx, listing: ListingId, exception: Exception) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into listing_exception (listing_id, day, unit, is_open) values ($1, $2, $3, $4)
             on conflict (listing_id, day, unit) do update set is_open = excluded.is_open",
        )
        .bind(listing)
        .bind(exception.day)
        .bind(exception.unit)
        .bind(exception.open)
    )
    .map(|_| ())
}

/// Takes an exception away.
pub async fn unexcept(tx: &mut Tx, listing: ListingId, exception: Exception) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from listing_exception where listing_id = $1 and day = $2 and unit = $3")
            .bind(listing)
            .bind(exception.day)
            .bind(exception.unit)
    )
    .map(|_| ())
}

/// What a booking occupies: a unit, for a period, with the time its owner needs afterwards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holding {
    /// Which booking.
    pub booking: BookingId,
    /// Which unit.
    pub unit: i64,
    /// When.
    pub period: Period,
    /// How many days or hours afterwards.
    pub buffer: i64,
}

impl Holding {
    /// The days that it can be seen on.
    fn days(&self) -> (Day, Day) {
        let after = match self.period.hours {
            None => self.buffer,
            Some(_) => self.buffer / 24 + 1,
        };
        (self.period.first, self.period.last.plus(after.max(0)))
    }
}

/// Occupies what a booking needs. The key of `slot` refuses what is occupied already, on either engine and under any
/// load, and so it does the time between two loans.
pub async fn hold(tx: &mut Tx, basis: &Basis, holding: &Holding) -> sqlx::Result<()> {
    let slots = holding.period.slots(&basis.zone);
    let after = slots.end..slots.end.saturating_add(holding.buffer.max(0));
    let booking = Some(holding.booking);
    // A closed day can be the one between two loans, and stays with who had it before it was closed. `derive` brings back
    // what follows from the exceptions.
    unblock(tx, basis.listing, slots.start..after.end).await?;
    fill(
        tx,
        basis.listing,
        holding.unit,
        slots.clone(),
        SlotReason::Booking,
        booking,
    )
    .await?;
    fill(
        tx,
        basis.listing,
        holding.unit,
        after.clone(),
        SlotReason::Buffer,
        booking,
    )
    .await?;
    // After the kit itself: what is derived from a part marks the kit where nothing of it is held.
    let mut also = BTreeSet::from([basis.listing]);
    for part in kits::parts(tx, basis.listing).await? {
        let part = self::basis(tx, part).await?;
        let unit = unit_of_part(tx, &part, slots.start..after.end, holding.days()).await?;
        unblock(tx, part.listing, slots.start..after.end).await?;
        fill(tx, part.listing, unit, slots.clone(), SlotReason::Booking, booking).await?;
        fill(tx, part.listing, unit, after.clone(), SlotReason::Buffer, booking).await?;
        derive_one(tx, &part, holding.days()).await?;
        also.extend(kits::kits_with(tx, part.listing).await?);
    }
    also.extend(kits::kits_with(tx, basis.listing).await?);
    derive_each(tx, also, holding.days()).await
}

/// [`derive_one`], once for each.
async fn derive_each(tx: &mut Tx, listings: BTreeSet<ListingId>, days: (Day, Day)) -> sqlx::Result<()> {
    for listing in listings {
        let one = basis(tx, listing).await?;
        derive_one(tx, &one, days).await?;
    }
    Ok(())
}

/// The unit of a part that a booking of the kit gets: the lowest that nobody has and nobody closed; else the lowest that
/// nobody has. Where all are taken, the key of `slot` refuses.
async fn unit_of_part(tx: &mut Tx, part: &Basis, slots: Range<i64>, days: (Day, Day)) -> sqlx::Result<i64> {
    let held: BTreeSet<i64> = occupied(tx, part.listing, slots, None)
        .await?
        .iter()
        .map(|one| one.unit)
        .collect();
    let exceptions = exceptions(tx, part.listing, days.0, days.1).await?;
    let closed = |unit: i64| {
        let concerns = |one: &Exception| !one.open && (one.unit == unit || one.unit == EVERY_UNIT);
        exceptions.iter().any(concerns)
    };
    let free = || (0..part.units).filter(|unit| !held.contains(unit));
    Ok(free()
        .find(|unit| !closed(*unit))
        .or_else(|| free().next())
        .unwrap_or(0))
}

/// The unit of `part` that a booking of a kit has, if it has one.
pub async fn part_unit(tx: &mut Tx, part: ListingId, booking: BookingId) -> sqlx::Result<Option<i64>> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select unit from slot where listing_id = $1 and booking_id = $2 limit 1",
    ).bind(part).bind(booking).fetch_optional(db))
}

/// The number of units of a listing of which at least one slot is promised, counted from the first.
pub async fn units_held(tx: &mut Tx, listing: ListingId) -> sqlx::Result<i64> {
    run!(tx, db => sqlx::query_scalar::<_, i64>(
        "select coalesce(max(unit) + 1, 0) from slot where listing_id = $1 and reason = 'booking'",
    ).bind(listing).fetch_one(db))
}

/// Frees what a booking occupies, parts of a kit included.
pub async fn free(tx: &mut Tx, basis: &Basis, holding: &Holding) -> sqlx::Result<()> {
    let mut also: BTreeSet<ListingId> = kits::parts(tx, basis.listing).await?.into_iter().collect();
    also.insert(basis.listing);
    for listing in also.clone() {
        drop_slots(tx, listing, holding.booking).await?;
        also.extend(kits::kits_with(tx, listing).await?);
    }
    derive_each(tx, also, holding.days()).await
}

async fn drop_slots(tx: &mut Tx, listing: ListingId, booking: BookingId) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from slot where listing_id = $1 and booking_id = $2")
            .bind(listing)
            .bind(booking)
    )
    .map(|_| ())
}

/// Occupies a row of slots of one unit.
pub async fn fill(
    tx: &mut Tx,
    listing: ListingId,
    unit: i64,
    slots: Range<i64>,
    reason: SlotReason,
    booking: Option<BookingId>,
) -> sqlx::Result<()> {
    if slots.is_empty() {
        return Ok(());
    }
    change!(
        tx,
        sqlx::query(
            "with recursive needed (slot) as (select $4 union all select slot + 1 from needed where slot + 1 < $5)
             insert into slot (listing_id, unit, slot, reason, booking_id) select $1, $2, slot, $3, $6 from needed",
        )
        .bind(listing)
        .bind(unit)
        .bind(reason)
        .bind(slots.start)
        .bind(slots.end)
        .bind(booking)
    )
    .map(|_| ())
}

/// The same for what only follows from other things: what is occupied stays as it is.
async fn mark(tx: &mut Tx, listing: ListingId, unit: i64, day: Day, reason: SlotReason) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into slot (listing_id, unit, slot, reason) values ($1, $2, $3, $4)
             on conflict (listing_id, unit, slot) do nothing",
        )
        .bind(listing)
        .bind(unit)
        .bind(day)
        .bind(reason)
    )
    .map(|_| ())
}

async fn unblock(tx: &mut Tx, listing: ListingId, slots: Range<i64>) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "delete from slot where listing_id = $1 and slot >= $2 and slot < $3
                and reason in ('blocked', 'imported', 'full')"
        )
        .bind(listing)
        .bind(slots.start)
        .bind(slots.end)
    )
    .map(|_| ())
}

/// Writes anew what search asks about the days from `from` to `to`: closed days, those of which no hour is left, and those on
/// which a part is not there. What changes for a thing changes for the kits it is in.
pub async fn derive(tx: &mut Tx, basis: &Basis, days: (Day, Day)) -> sqlx::Result<()> {
    derive_one(tx, basis, days).await?;
    for kit in kits::kits_with(tx, basis.listing).await? {
        let kit = self::basis(tx, kit).await?;
        derive_one(tx, &kit, days).await?;
    }
    Ok(())
}

async fn derive_one(tx: &mut Tx, basis: &Basis, (from, to): (Day, Day)) -> sqlx::Result<()> {
    unblock(tx, basis.listing, from.0..to.0.saturating_add(1)).await?;
    for exception in exceptions(tx, basis.listing, from, to).await? {
        let units = match exception.unit {
            _ if exception.open => continue,
            EVERY_UNIT => 0..basis.units,
            one => one..one + 1,
        };
        for unit in units {
            mark(tx, basis.listing, unit, exception.day, SlotReason::Blocked).await?;
        }
    }
    for exception in imported(tx, basis.listing, from, to).await? {
        for unit in 0..basis.units {
            mark(tx, basis.listing, unit, exception.day, SlotReason::Imported).await?;
        }
    }
    let is_kit = !kits::parts(tx, basis.listing).await?.is_empty();
    if basis.plan.grain == Grain::Hour || is_kit {
        let diary = diary(tx, basis, (from, to), None).await?;
        for day in from.to(to) {
            let full = match basis.plan.grain {
                Grain::Hour => diary.full_units(day),
                Grain::Day if diary.lacks_a_part_on(day) => u64::MAX,
                Grain::Day => continue,
            };
            for unit in (0..basis.units).filter(|unit| full >> unit & 1 == 1) {
                mark(tx, basis.listing, unit, day, SlotReason::Full).await?;
            }
        }
    }
    Ok(())
}

/// Likewise for all days from `from` on about which there is something: after the plan or the number of units has changed.
pub async fn derive_all(tx: &mut Tx, basis: &Basis, from: Day) -> sqlx::Result<()> {
    derive(tx, basis, (from, from.plus(FARTHEST))).await
}

/// Days ahead in which there can be anything: days are closed up to 550 days ahead.
const FARTHEST: i64 = 800;
