//! Waiting, as members and the clock do it.

use super::{
    model::{Entry, Look, Offer, Refusal, Turn, WaitDraft, Wish},
    rules::{self, Offered},
    store::{self, Row},
};
use crate::{
    Ctx, Error, Timestamp,
    availability::{Diary, Period, store as calendar},
    bookings,
    db::Tx,
    eligibility,
    error::Fault,
    jobs::{self, Failure, Job},
    kits::store as kits,
    listings::{self, ListingId},
    members::{self, Me, MemberId},
    notifications::{self, Letter, WaitingNews},
};
use jiff::tz::TimeZone;

/// The line of a listing, as one who looks at it may know it: how many wait, never who.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Queue {
    /// How many wait.
    pub count: i64,
    /// The reader's own place.
    pub mine: Option<Mine>,
    /// Until when the time they chose is kept for others who waited for it.
    pub kept: Option<Timestamp>,
    /// Whether the time they chose is taken, so that there is something to wait for.
    pub taken: bool,
}

/// One's own place in a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mine {
    /// For which listing.
    pub listing: ListingId,
    /// What it is called.
    pub title: String,
    /// The zone in which its days begin.
    pub zone: TimeZone,
    /// For what.
    pub wish: Wish,
    /// What is offered, if it is one's turn.
    pub offer: Option<Offer>,
    /// How many are before one.
    pub before: i64,
}

impl Mine {
    fn of(row: &Row, before: i64, now: Timestamp) -> Self {
        let entry = row.entry(true);
        Self {
            listing: row.listing_id,
            title: row.title.clone(),
            zone: listings::zone(&row.zone),
            wish: entry.wish,
            offer: entry.offer.filter(|offer| offer.until > now),
            before,
        }
    }
}

/// The line of a listing as `me`, or a visitor who is not signed in, may know it; `chosen` is the time they have chosen, with
/// a diary that knows it.
///
/// # Errors
/// When the database does not answer.
pub async fn queue(
    ctx: &Ctx,
    me: Option<MemberId>,
    listing: ListingId,
    chosen: Option<(Period, &Diary)>,
) -> Result<Queue, Fault> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let rows = store::line(&mut tx, listing).await?;
    let today = |row: &Row| now.day_in(&listings::zone(&row.zone));
    let still = |row: &&Row| {
        let entry = row.entry(true);
        entry.offer.is_none_or(|offer| offer.until > now) && rules::times(entry.wish, today(row)).next().is_some()
    };
    let rows: Vec<&Row> = rows.iter().filter(still).collect();
    let mut queue = Queue {
        count: i64::try_from(rows.len()).unwrap_or(i64::MAX),
        mine: me.and_then(|me| {
            let place = rows.iter().position(|row| row.member_id == me)?;
            let before = i64::try_from(place).unwrap_or(i64::MAX);
            Some(Mine::of(rows[place], before, now))
        }),
        ..Queue::default()
    };
    if let Some((period, diary)) = chosen {
        let mut offers = beside(&mut tx, listing, now).await?;
        offers.extend(rows.iter().filter_map(|row| offered(row, now)));
        queue.taken = diary.allows(period, now).is_ok() && diary.free_units(period) == 0;
        let reader = me.unwrap_or(MemberId(uuid::Uuid::nil()));
        queue.kept = rules::kept_for_others(&offers, reader, period, diary, now);
    }
    Ok(queue)
}

/// Everything `me` waits for.
///
/// # Errors
/// When the database does not answer.
pub async fn mine(ctx: &Ctx, me: &Me) -> Result<Vec<Mine>, Fault> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.read().await?;
    let rows = store::of_member(&mut tx, me.id).await?;
    let all = rows.iter().map(|(row, before)| Mine::of(row, *before, now));
    let still = |mine: &Mine| rules::times(mine.wish, now.day_in(&mine.zone)).next().is_some();
    Ok(all.filter(still).collect())
}

/// Puts `me` at the end of the line of a listing. Who waits already waits for this from now on.
///
/// # Errors
/// [`Error::NotFound`] if there is no such listing for this member; a [`Refusal`] names the reason.
pub async fn wait(ctx: &Ctx, me: &Me, listing: ListingId, typed: &WaitDraft) -> Result<(), Error<Refusal>> {
    let wish = rules::read(typed).map_err(|errors| Error::Refused(Refusal::Invalid(errors)))?;
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    if !members::take_turn(&mut tx, me.id).await? || !bookings::store::take_turn(&mut tx, listing).await? {
        return Err(Error::NotFound);
    }
    let (offer, terms) = bookings::store::thing(&mut tx, listing, ctx.settings.fees)
        .await?
        .filter(|(offer, terms)| offer.published && !terms.kind.is_wanted())
        .ok_or(Error::NotFound)?;
    if offer.owner == me.id {
        return Err(Error::Refused(Refusal::OwnListing));
    }
    if members::stands_between(&mut tx, me.id, offer.owner).await?.by_other {
        // Nobody is told that they are blocked: it just does not go.
        return Err(Error::Refused(Refusal::NotNow));
    }
    let missing = eligibility::check(&mut tx, me.id, listing).await?;
    if !missing.is_empty() {
        return Err(Error::Refused(Refusal::NotEligible(missing)));
    }
    if store::count_others(&mut tx, me.id, listing).await? >= rules::MOST_WAITING {
        let most = rules::MOST_WAITING;
        return Err(Error::Refused(Refusal::TooMany { most }));
    }
    let offers = open_offers(&mut tx, listing, now).await?;
    let others = offers.iter().filter(|(who, _)| *who != me.id);
    let promised: Vec<Period> = others.map(|(_, offer)| offer.period).collect();
    let diary = diary(&mut tx, listing, wish.window).await?;
    let today = now.day_in(&terms.time_zone());
    let mut possible = false;
    let mut against = None;
    for period in rules::times(wish, today) {
        match diary.allows(period, now) {
            Ok(()) if rules::has_room(&diary, period, &promised, now) => {
                return Err(Error::Refused(Refusal::Free(period)));
            }
            Ok(()) => possible = true,
            Err(reason) => against = against.or(Some(reason)),
        }
    }
    if !possible {
        let reason = against.unwrap_or(crate::availability::Reason::Past);
        return Err(Error::Refused(Refusal::Never(reason)));
    }
    store::put(&mut tx, listing, me.id, wish, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes `me` out of a line; it is fine if they are not in it. Whoever is next gets what was offered to them.
///
/// # Errors
/// When the database refuses.
pub async fn leave(ctx: &Ctx, me: &Me, listing: ListingId) -> Result<(), Fault> {
    let mut tx = ctx.db.write().await?;
    bookings::store::take_turn(&mut tx, listing).await?;
    if store::remove(&mut tx, listing, me.id).await? {
        look(&mut tx, listing, ctx.clock.now()).await?;
        tx.commit().await?;
        ctx.wake.notify_one();
    }
    Ok(())
}

/// Something may have become free: sees to it that the line is looked at, if there is one, and the lines of the kits and
/// parts that are held with it. In the transaction in which it does.
pub async fn look(tx: &mut Tx, listing: ListingId, now: Timestamp) -> sqlx::Result<()> {
    let mut all = kits::related(tx, listing).await?;
    all.push(listing);
    for listing in all {
        if store::count(tx, listing).await? > 0 {
            jobs::queue(tx, now, now, None, &Job::Waiting(Look { listing })).await?;
        }
    }
    Ok(())
}

/// What is offered in this line at the moment.
fn offered(row: &Row, now: Timestamp) -> Option<Offered> {
    let offer = row.entry(true).offer.filter(|offer| offer.until > now)?;
    Some((row.member_id, offer))
}

/// What is offered in the lines of kits and parts that are held with this listing.
async fn beside(tx: &mut Tx, listing: ListingId, now: Timestamp) -> sqlx::Result<Vec<Offered>> {
    let mut offers = Vec::new();
    for listing in kits::related(tx, listing).await? {
        offers.extend(
            store::line(tx, listing)
                .await?
                .iter()
                .filter_map(|row| offered(row, now)),
        );
    }
    Ok(offers)
}

/// Likewise, the line of the listing itself included.
async fn open_offers(tx: &mut Tx, listing: ListingId, now: Timestamp) -> sqlx::Result<Vec<Offered>> {
    let mut offers = beside(tx, listing, now).await?;
    offers.extend(
        store::line(tx, listing)
            .await?
            .iter()
            .filter_map(|row| offered(row, now)),
    );
    Ok(offers)
}

/// Looks whose turn it is, and tells them.
///
/// # Errors
/// When the database does not answer; the job is then tried again.
pub async fn look_came(ctx: &Ctx, what: Look) -> Result<(), Failure> {
    let (now, listing) = (ctx.clock.now(), what.listing);
    let mut tx = ctx.db.write().await?;
    if !bookings::store::take_turn(&mut tx, listing).await? {
        return Ok(());
    }
    let rows = store::line(&mut tx, listing).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let thing = bookings::store::thing(&mut tx, listing, ctx.settings.fees).await?;
    let over = store::is_archived(&mut tx, listing).await?;
    let Some((offer, terms)) = thing.filter(|(offer, _)| offer.published || over) else {
        return Ok(()); // taken out of the search for now: the line stays as it is
    };
    let rules = eligibility::asked_for(&mut tx, listing).await?;
    let mut line = Vec::with_capacity(rows.len());
    for row in &rows {
        let blocked = members::stands_between(&mut tx, row.member_id, offer.owner).await?;
        let may_ask = !blocked.by_other && eligibility::missing(&mut tx, row.member_id, &rules).await?.is_empty();
        line.push(row.entry(may_ask));
    }
    let turns = if over {
        line.iter().map(|entry| (entry.member, Turn::Over)).collect()
    } else {
        let diary = diary(&mut tx, listing, whole(&line)).await?;
        rules::settle(&line, &beside(&mut tx, listing, now).await?, &diary, now)
    };
    for (member, turn) in turns {
        match turn {
            Turn::Over => {
                store::remove(&mut tx, listing, member).await?;
            }
            Turn::WaitsOn => store::set_offer(&mut tx, listing, member, None).await?,
            Turn::Offered(offer) => {
                store::set_offer(&mut tx, listing, member, Some(offer)).await?;
                let key = format!("waiting/{listing}/{}", offer.until.0);
                jobs::queue(&mut tx, now, offer.until, Some(&key), &Job::Waiting(Look { listing })).await?;
                tell(&mut tx, listing, member, offer, &terms, now).await?;
            }
        }
    }
    tx.commit().await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Has every line looked at: days come nearer, and what was lost is found.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(ctx: &Ctx) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    for listing in store::listings(&mut tx).await? {
        look(&mut tx, listing, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Until when `period` is kept for others who waited for it. In the transaction of a request.
pub async fn promised(
    tx: &mut Tx,
    listing: ListingId,
    me: MemberId,
    period: Period,
    diary: &Diary,
    now: Timestamp,
) -> sqlx::Result<Option<Timestamp>> {
    let offers = open_offers(tx, listing, now).await?;
    Ok(rules::kept_for_others(&offers, me, period, diary, now))
}

/// `me` has asked for `period`: they no longer wait for it.
pub async fn asked(tx: &mut Tx, listing: ListingId, me: MemberId, period: Period) -> sqlx::Result<()> {
    let mine = store::place_of(tx, listing, me).await?;
    if mine.is_some_and(|row| row.entry(true).wish.window.overlaps(period)) {
        store::remove(tx, listing, me).await?;
    }
    Ok(())
}

/// Takes a member who leaves out of every line.
pub async fn forget(tx: &mut Tx, member: MemberId, now: Timestamp) -> sqlx::Result<()> {
    for (row, _) in store::of_member(tx, member).await? {
        store::remove(tx, row.listing_id, member).await?;
        look(tx, row.listing_id, now).await?;
    }
    Ok(())
}

async fn tell(
    tx: &mut Tx,
    listing: ListingId,
    member: MemberId,
    offer: Offer,
    terms: &bookings::Terms,
    now: Timestamp,
) -> sqlx::Result<()> {
    let (_, Some(to)) = bookings::store::reach(tx, member).await? else {
        return Ok(());
    };
    let Offer { period, until } = offer;
    let news = WaitingNews {
        path: asking_path(listing, period),
        title: terms.title.clone(),
        owner: terms.owner_name.clone(),
        first: period.first,
        last: period.last,
        hours: period.hours,
        until,
        zone: terms.zone.clone(),
    };
    notifications::post(tx, now, to, Letter::Waiting(news)).await
}

/// The address at which this time is asked for.
#[must_use]
pub fn asking_path(listing: ListingId, period: Period) -> String {
    let hours = period
        .hours
        .map(|hours| format!("&from_hour={}&to_hour={}", hours.from, hours.to));
    let (first, last) = (period.first, period.last);
    format!(
        "/listings/{listing}/request?from={first}&to={last}{}",
        hours.unwrap_or_default()
    )
}

/// All the time that anybody in the line waits for.
fn whole(line: &[Entry]) -> Period {
    let periods = || {
        line.iter()
            .flat_map(|entry| [Some(entry.wish.window), entry.offer.map(|offer| offer.period)])
            .flatten()
    };
    let first = periods().map(|period| period.first).min().unwrap_or(crate::Day(0));
    let last = periods().map(|period| period.last).max().unwrap_or(first);
    Period::whole_days(first, last)
}

async fn diary(tx: &mut Tx, listing: ListingId, period: Period) -> sqlx::Result<Diary> {
    let basis = calendar::basis(tx, listing).await?;
    calendar::diary(tx, &basis, (period.first, period.last), None).await
}
