//! A listing with all its parts: as its owner sees it, as everybody else does, and as lists show it.

use super::{
    model::{Cancellation, Checklist, Condition, Handover, Kind, ListingId, State, Tags},
    weekly_plan::WeeklyPlan,
};
use crate::{
    Day, Lang, Timestamp,
    availability::{Plan, Rhythm},
    members::MemberId,
    places::{Cell, Point},
    prices::PriceTerms,
    reviews::Mean,
};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// One photo of a listing. The first is its cover.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, sqlx::FromRow)]
pub struct Photo {
    /// Its key in the blob store.
    pub id: Uuid,
    /// What can be seen, for those who cannot; empty if its owner said nothing.
    pub alt: String,
    /// Width of the largest size, in pixels.
    pub width: i64,
    /// Height of the largest size, in pixels.
    pub height: i64,
    /// A thumbhash in base64: what is shown while it loads.
    pub thumbhash: String,
}

/// A listing as its owner sees it, with all that is nobody else's business. It does not serialise, so that it cannot
/// slip into an answer; what others get is a [`PublicListing`].
#[derive(Clone, PartialEq, Debug, sqlx::FromRow)]
pub struct Listing {
    /// Which.
    pub id: ListingId,
    /// Whose.
    pub owner_id: MemberId,
    /// What it is about.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: String,
    /// The language of its words.
    pub lang: Lang,
    /// The category's id.
    pub category_id: Option<String>,
    /// How good the thing is.
    pub condition: Option<Condition>,
    /// What its owner asks of whoever borrows it.
    pub house_rules: String,
    /// What replacing it would cost, in minor units of `currency`.
    pub replacement_minor: Option<i64>,
    /// What is asked for it.
    #[sqlx(try_from = "String")]
    pub prices: PriceTerms,
    /// ISO 4217 code.
    pub currency: String,
    /// What calling off costs.
    pub cancellation: Cancellation,
    /// How it gets to whoever borrows it.
    pub handover: Handover,
    /// Private: what the other party of an accepted booking should know.
    pub handover_note: String,
    /// Private: where it is, in the owner's words.
    pub address: String,
    /// Other words people look for.
    #[sqlx(try_from = "String")]
    pub tags: Tags,
    /// What the public cell is called.
    pub place_name: Option<String>,
    /// Private: latitude of the exact point.
    pub lat: Option<f64>,
    /// Private: longitude of the exact point.
    pub lon: Option<f64>,
    /// The public cell.
    pub cell: Option<Cell>,
    /// IANA name of the zone in which its days begin.
    pub zone: String,
    /// How many identical ones there are.
    pub unit_count: i64,
    /// The days of the week on which it may be out.
    pub weekly_plan: WeeklyPlan,
    /// The earliest loan starts so many days from today.
    pub lead_days: i64,
    /// The longest loan, first and last day counted.
    pub longest_days: i64,
    /// Whether who asks for free days has them at once.
    pub instant: bool,
    /// The first day on which something is needed, if somebody looks for it.
    pub needed_first: Option<Day>,
    /// The last one.
    pub needed_last: Option<Day>,
    /// What else decides when it can be had.
    #[sqlx(flatten)]
    pub rhythm: Rhythm,
    /// What else is looked at when it changes hands.
    #[sqlx(try_from = "String")]
    pub checklist: Checklist,
    /// The furthest step its owner reached while making it, from 1.
    pub step: i64,
    /// Since when it exists.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When it was first published.
    pub published_at: Option<Timestamp>,
    /// Counts changes.
    pub version: i64,
    /// What comes along: the checklist at handover.
    #[sqlx(skip)]
    pub accessories: Vec<String>,
    /// Values of its category's attributes, by key, as [`super::categories::Attribute::check`] leaves them.
    #[sqlx(skip)]
    pub attributes: BTreeMap<String, String>,
    /// Its photos, in order.
    #[sqlx(skip)]
    pub photos: Vec<Photo>,
    /// The days from today on that its owner has blocked.
    #[sqlx(skip)]
    pub blocked: Vec<Day>,
    /// The days from today on that are open in spite of the plan.
    #[sqlx(skip)]
    pub opened: Vec<Day>,
}

impl Listing {
    /// Private: the exact point.
    #[must_use]
    pub fn point(&self) -> Option<Point> {
        Point::new(self.lat?, self.lon?).ok()
    }

    /// The day it is in its zone.
    #[must_use]
    pub fn today(&self, now: Timestamp) -> Day {
        now.day_in(&zone(&self.zone))
    }

    /// When it can be had.
    #[must_use]
    pub const fn plan(&self) -> Plan {
        self.rhythm
            .plan_of(self.kind, self.weekly_plan, self.lead_days, self.longest_days)
    }

    /// The key that rows are kept together by.
    #[must_use]
    pub fn region(&self) -> Option<Cell> {
        self.cell.map(Cell::region)
    }
}

/// The zone of this IANA name; UTC if the name is unknown.
pub(crate) fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// Whose a listing is, as everybody may know.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Owner {
    /// Who.
    pub id: MemberId,
    /// Their first name.
    pub name: String,
    /// Their photo.
    pub photo_id: Option<Uuid>,
    /// Codes of the languages they speak, separated by commas.
    pub languages: String,
    /// Since when they are here.
    pub since: Timestamp,
}

/// A listing as anybody may see it: it has no exact point, no address and no handover note, so nothing made from it can
/// tell them.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PublicListing {
    /// Which.
    pub id: ListingId,
    /// Whose.
    pub owner: Owner,
    /// What it is about.
    pub kind: Kind,
    /// Where it stands; strangers only ever see published ones.
    pub state: State,
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: String,
    /// The language of its words.
    pub lang: Lang,
    /// The category's id.
    pub category: String,
    /// How good the thing is.
    pub condition: Option<Condition>,
    /// Values of its category's attributes, by key.
    pub attributes: BTreeMap<String, String>,
    /// What comes along.
    pub accessories: Vec<String>,
    /// What its owner asks of whoever borrows it.
    pub house_rules: String,
    /// What replacing it would cost, in minor units of `currency`.
    pub replacement_minor: Option<i64>,
    /// What is asked for it.
    pub prices: PriceTerms,
    /// ISO 4217 code.
    pub currency: String,
    /// What calling off costs.
    pub cancellation: Cancellation,
    /// How it gets to whoever borrows it.
    pub handover: Handover,
    /// Other words people look for.
    pub tags: Tags,
    /// The public cell: the only position there is.
    pub cell: Cell,
    /// What the cell is called.
    pub place_name: String,
    /// IANA name of the zone in which its days begin.
    pub zone: String,
    /// How many identical ones there are.
    pub unit_count: i64,
    /// The days of the week on which it may be out.
    pub weekly_plan: WeeklyPlan,
    /// The earliest loan starts so many days from today.
    pub lead_days: i64,
    /// The longest loan, first and last day counted.
    pub longest_days: i64,
    /// The first day on which it is needed, if its owner looks for it.
    pub needed_first: Option<Day>,
    /// The last one.
    pub needed_last: Option<Day>,
    /// What else decides when it can be had.
    pub rhythm: Rhythm,
    /// Its photos, in order.
    pub photos: Vec<Photo>,
    /// When it was first published.
    pub published_at: Option<Timestamp>,
}

impl PublicListing {
    /// When it can be had.
    #[must_use]
    pub const fn plan(&self) -> Plan {
        self.rhythm
            .plan_of(self.kind, self.weekly_plan, self.lead_days, self.longest_days)
    }

    /// The zone in which its days begin; UTC should the name have left the calendar's data since.
    #[must_use]
    pub fn time_zone(&self) -> TimeZone {
        zone(&self.zone)
    }

    /// The day it is in its zone.
    #[must_use]
    pub fn today(&self, now: Timestamp) -> Day {
        now.day_in(&zone(&self.zone))
    }
}

/// What a result card shows of a published listing.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Card {
    /// Which.
    pub id: ListingId,
    /// What it is about.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// The language of its words.
    pub lang: Lang,
    /// The category's id.
    pub category: String,
    /// Whose.
    pub owner_id: MemberId,
    /// Their first name.
    pub owner_name: String,
    /// The public cell.
    pub cell: Cell,
    /// What the cell is called.
    pub place_name: String,
    /// Its cover.
    pub photo: Option<Photo>,
    /// What is asked for it.
    pub prices: PriceTerms,
    /// ISO 4217 code.
    pub currency: String,
    /// The longest loan, first and last day counted.
    pub longest_days: i64,
    /// When it was first published.
    pub published_at: Timestamp,
    /// What borrowers say of it; `None` as long as nobody has.
    pub rating: Option<Mean>,
    /// Whether its owner asks for something that the reader lacks; only where that was looked up.
    #[serde(skip)]
    pub not_yet: bool,
}

/// One of my things, in the list of them.
#[derive(Clone, PartialEq, Debug)]
pub struct Mine {
    /// Which.
    pub id: ListingId,
    /// What it is about.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// Its title; a new draft has none.
    pub title: String,
    /// The language of its words.
    pub lang: Lang,
    /// The category's id; a new draft has none.
    pub category: Option<String>,
    /// Its cover.
    pub photo: Option<Photo>,
    /// The furthest step reached while making it.
    pub step: i64,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Counts changes.
    pub version: i64,
}
