//! Making and editing a listing, step by step. A draft is a row from its first moment, so it survives everything; it
//! keeps what was typed even while something else is wrong. A public listing only changes when a whole step is right.

use super::{
    category_data,
    changes::listing_changed,
    model::{Cancellation, Checklist, Event, Handover, Kind, ListingId, Refusal, State, Step, Tags},
    steps::{self, Booked, Checked, DetailsForm, PlaceForm, TimesForm, WhatForm},
    store,
    views::Listing,
    weekly_plan::WeeklyPlan,
};
use crate::{
    Ctx, Day, Error, Lang, Timestamp,
    availability::{EVERY_UNIT, Exception, Rhythm, store as calendar},
    bookings,
    context::Settings,
    db::Tx,
    events,
    members::{Me, MemberId},
    places::{Cell, Gazetteer, Point, Resolution},
    prices::{Currency, PriceForm, PriceTerms},
    waiting,
};
use std::collections::BTreeMap;

/// Begins a draft under an id that the form brought along, so that a form sent twice begins one. Does nothing if `me`
/// has begun it already.
///
/// # Errors
/// [`Error::NotFound`] if the id is somebody else's listing.
pub async fn begin(ctx: &Ctx, me: &Me, id: ListingId, kind: Kind) -> Result<(), Error<Refusal>> {
    let now = ctx.clock.now();
    let draft = Listing {
        lang: me.lang,
        ..empty(&ctx.settings, me.id, id, kind, now)
    };
    let mut tx = ctx.db.write().await?;
    if store::insert(&mut tx, &draft).await? {
        events::append(&mut tx, id.0, now, Some(me.id), &Event::Begun).await?;
    } else if store::row_of(&mut tx, me.id, id).await?.is_none() {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(())
}

/// A draft with nothing in it.
pub(super) fn empty(settings: &Settings, owner: MemberId, id: ListingId, kind: Kind, now: Timestamp) -> Listing {
    Listing {
        id,
        owner_id: owner,
        kind,
        state: State::Draft,
        title: String::new(),
        description: String::new(),
        lang: Lang::default(),
        category_id: None,
        condition: None,
        house_rules: String::new(),
        replacement_minor: None,
        prices: PriceTerms::default(),
        currency: settings.currency.clone(),
        cancellation: Cancellation::Flexible,
        handover: Handover::PickUp,
        handover_note: String::new(),
        address: String::new(),
        tags: Tags::default(),
        place_name: None,
        lat: None,
        lon: None,
        cell: None,
        zone: settings.zone_name.clone(),
        unit_count: 1,
        weekly_plan: WeeklyPlan::EVERY_DAY,
        lead_days: 0,
        longest_days: 14,
        instant: false,
        needed_first: None,
        needed_last: None,
        checklist: Checklist::default(),
        step: 1,
        created_at: now,
        updated_at: now,
        published_at: None,
        version: 1,
        accessories: Vec::new(),
        attributes: BTreeMap::new(),
        photos: Vec::new(),
        blocked: Vec::new(),
        opened: Vec::new(),
        rhythm: Rhythm::default(),
    }
}

/// A listing of `me` with all that is private.
///
/// # Errors
/// [`Error::NotFound`] if it is not theirs.
pub async fn own(ctx: &Ctx, me: &Me, id: ListingId) -> Result<Listing, Error<Refusal>> {
    let mut tx = ctx.db.read().await?;
    store::whole(&mut tx, me.id, id, ctx.clock.now())
        .await?
        .ok_or(Error::NotFound)
}

/// Saves the first step. `version` is that of the page the form was on; without one the latest wins.
///
/// # Errors
/// [`Refusal::Invalid`]: a draft has kept what could be kept, a public listing is as it was.
/// [`Refusal::ChangedMeanwhile`], [`Refusal::NotNow`] for archived listings, [`Error::NotFound`] for others' listings.
pub async fn save_what(
    ctx: &Ctx,
    me: &Me,
    id: ListingId,
    version: Option<i64>,
    typed: &WhatForm,
) -> Result<Listing, Error<Refusal>> {
    let categories = category_data::tree(ctx).await?;
    save(ctx, me, id, version, Step::What, |listing, _| {
        steps::what(listing, typed, &categories)
    })
    .await
}

/// Saves the second step.
///
/// # Errors
/// As [`save_what`].
pub async fn save_details(
    ctx: &Ctx,
    me: &Me,
    id: ListingId,
    version: Option<i64>,
    typed: &DetailsForm,
) -> Result<Listing, Error<Refusal>> {
    let categories = category_data::tree(ctx).await?;
    save(ctx, me, id, version, Step::Details, |listing, _| {
        let attributes = listing
            .category_id
            .as_ref()
            .map(|id| categories.attributes_of(id))
            .unwrap_or_default();
        steps::details(listing, typed, &attributes, Currency::of(&listing.currency).exponent())
    })
    .await
}

/// Saves the fourth step: the exact point stays with the owner, the public learns its cell.
///
/// # Errors
/// As [`save_what`].
pub async fn save_place(
    ctx: &Ctx,
    me: &Me,
    id: ListingId,
    version: Option<i64>,
    typed: &PlaceForm,
) -> Result<Listing, Error<Refusal>> {
    save(ctx, me, id, version, Step::Place, |listing, _| {
        let (mut next, errors) = steps::place(listing, typed, find);
        locate(&ctx.settings, &mut next);
        (next, errors)
    })
    .await
}

/// Saves the fifth step.
///
/// # Errors
/// As [`save_what`].
pub async fn save_times(
    ctx: &Ctx,
    me: &Me,
    id: ListingId,
    version: Option<i64>,
    typed: &TimesForm,
) -> Result<Listing, Error<Refusal>> {
    let now = ctx.clock.now();
    save(ctx, me, id, version, Step::Times, |listing, booked| {
        steps::times(listing, typed, booked, listing.today(now))
    })
    .await
}

/// Saves the step of what is asked for it, and what calling off costs ([`Cancellation::name`]; empty leaves it as it is).
///
/// # Errors
/// As [`save_what`].
pub async fn save_prices(
    ctx: &Ctx,
    me: &Me,
    id: ListingId,
    version: Option<i64>,
    typed: &PriceForm,
    cancellation: &str,
) -> Result<Listing, Error<Refusal>> {
    save(ctx, me, id, version, Step::Price, |listing, booked| {
        steps::prices(listing, typed, cancellation, booked)
    })
    .await
}

async fn save(
    ctx: &Ctx,
    me: &Me,
    id: ListingId,
    version: Option<i64>,
    step: Step,
    check: impl FnOnce(&Listing, Booked) -> Checked,
) -> Result<Listing, Error<Refusal>> {
    let now = ctx.clock.now();
    let mut tx = ctx.db.write().await?;
    let booked = if step == Step::Times {
        // Nobody is promised anything while the plan changes.
        bookings::store::take_turn(&mut tx, id).await?;
        store::booked(&mut tx, id).await?
    } else {
        Booked::default()
    };
    let listing = store::whole(&mut tx, me.id, id, now).await?.ok_or(Error::NotFound)?;
    if listing.state == State::Archived {
        return Err(Error::Refused(Refusal::NotNow));
    }
    if version.is_some_and(|version| version != listing.version) {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    let (mut next, errors) = check(&listing, booked);
    if !errors.is_empty() && listing.state != State::Draft {
        return Err(Error::Refused(Refusal::Invalid(errors)));
    }
    if errors.is_empty() {
        next.step = listing.step.max(step.number() + 1);
    }
    if next != listing {
        write(&mut tx, &listing, &next, now).await?;
        events::append(&mut tx, id.0, now, Some(me.id), &Event::Edited { step }).await?;
        if listing.state != State::Draft {
            listing_changed(&mut tx, id).await?;
        }
        tx.commit().await?;
        next.version = listing.version + 1;
    }
    if errors.is_empty() {
        Ok(next)
    } else {
        Err(Error::Refused(Refusal::Invalid(errors)))
    }
}

/// Writes what differs between two states of a listing, photos apart.
async fn write(tx: &mut Tx, before: &Listing, after: &Listing, now: Timestamp) -> Result<(), Error<Refusal>> {
    if !store::update(tx, after, now).await? {
        return Err(Error::Refused(Refusal::ChangedMeanwhile));
    }
    if before.accessories != after.accessories {
        store::set_accessories(tx, after.id, &after.accessories).await?;
    }
    if before.attributes != after.attributes {
        store::set_attributes(tx, after.id, &after.attributes).await?;
    }
    let exceptions = |listing: &Listing| -> Vec<Exception> {
        let all = |days: &[Day], open: bool| days.iter().map(|day| (*day, open)).collect::<Vec<_>>();
        let both = [all(&listing.blocked, false), all(&listing.opened, true)].concat();
        let unit = EVERY_UNIT;
        both.into_iter()
            .map(|(day, open)| Exception { day, unit, open })
            .collect()
    };
    let (old, new) = (exceptions(before), exceptions(after));
    for gone in old.iter().filter(|one| !new.contains(one)) {
        calendar::unexcept(tx, after.id, *gone).await?;
    }
    for added in new.iter().filter(|one| !old.contains(one)) {
        calendar::except(tx, after.id, *added).await?;
    }
    if old != new || before.plan() != after.plan() || before.unit_count != after.unit_count {
        let basis = calendar::basis(tx, after.id).await?;
        calendar::derive_all(tx, &basis, after.today(now)).await?;
        waiting::look(tx, after.id, now).await?;
    }
    Ok(())
}

/// Where the words of an address are: the place chosen, what the gazetteer makes of the whole, or of a part of it.
/// Streets are unknown to it, so the part with the town or the postcode decides.
fn find(typed: &PlaceForm) -> Option<Point> {
    let gazetteer = Gazetteer::shared();
    let parts = || {
        typed
            .address
            .rsplit([',', '\n'])
            .map(str::trim)
            .filter(|part| part.chars().count() >= 2)
    };
    let postcodes = || {
        typed
            .address
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit()))
    };
    gazetteer
        .by_id(typed.place_id.trim())
        .or_else(|| gazetteer.best(&typed.address))
        .or_else(|| parts().find_map(|part| gazetteer.best(part)))
        .or_else(|| postcodes().find_map(|code| gazetteer.best(code)))
        .map(|place| place.point)
}

/// Sets what the public may know of the exact point: its cell, and the name of the place nearest to the cell's centre.
/// The name is made from the cell alone, so it tells nothing that the cell does not.
pub(super) fn locate(settings: &Settings, listing: &mut Listing) {
    listing.cell = listing.point().map(|point| Cell::of(point, resolution(settings)));
    listing.place_name = listing.cell.and_then(name_of);
}

/// What a cell is called.
pub(super) fn name_of(cell: Cell) -> Option<String> {
    Gazetteer::shared().nearest(cell.centre()).map(|place| place.label())
}

/// How fine the public cell is.
pub(super) fn resolution(settings: &Settings) -> Resolution {
    Resolution::try_from(settings.cell_resolution).map_or(Resolution::PUBLIC, |chosen| chosen.min(Resolution::PUBLIC))
}
