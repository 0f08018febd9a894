//! What the JSON interface says about listings: their shapes, and how they are filled. There is no exact position in them,
//! because what they are made from has none.

use crate::{
    listings::listing_path,
    shell::{format, photo},
};
use domain::{
    Ctx, Day, Timestamp,
    availability::{Grain, WeekHours},
    listings::{Card, Kind, Photo, PublicListing},
    photos::Size,
    places::Cell,
    prices::{self, Currency, PriceTerms, Summary, Unit},
    reviews::Mean,
};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A page of listings that were found.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListingPage {
    /// Those of this page, in the order asked for.
    pub items: Vec<ListingItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// Which page this is, from 1.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// How many listings a full page has.
    pub page_size: usize,
}

/// A listing among others.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListingItem {
    /// Its id, a UUID.
    id: String,
    /// Its title.
    title: String,
    /// The language of its words: `de` or `en`.
    lang: &'static str,
    /// `lend`, `rent`, `service`, `wanted_thing` or `wanted_help`.
    kind: &'static str,
    /// The category's id.
    category: String,
    /// Where it is, as the public may know.
    place: PlaceItem,
    /// Metres from the place asked for to the centre of its cell; absent without a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance_m: Option<i64>,
    /// First name of whoever it belongs to.
    owner: String,
    /// What is asked for it in minor units of `currency`; absent where that is agreed in each case, or nothing is offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    price: Option<PriceItem>,
    /// What the days asked for come to, in minor units; absent without days, and where that is agreed in each case.
    #[serde(skip_serializing_if = "Option::is_none")]
    total_minor: Option<i64>,
    /// ISO 4217 code.
    currency: String,
    /// Its page.
    url: String,
    /// Its photos; in lists only the first.
    photos: Vec<PhotoItem>,
    /// When it was published, as RFC 3339 in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    published_at: Option<String>,
    /// What borrowers say of it; absent as long as nobody has.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    rating: Option<RatingItem>,
}

/// What borrowers say of a thing, in one figure.
#[derive(Debug, Serialize, ToSchema)]
pub struct RatingItem {
    /// The mean of their stars, from 1 to 5, with one decimal.
    mean: f64,
    /// How many gave stars.
    count: i64,
}

/// A price in a few words.
#[derive(Debug, Serialize, ToSchema)]
pub struct PriceItem {
    /// The least that one `per` comes to, in minor units; 0 is free.
    minor: i64,
    /// `hour`, `day`, `week`, `month` or `whole`.
    per: &'static str,
    /// Whether some stays cost more for each.
    from: bool,
}

/// Where something is: a cell of about a square kilometre, never a point.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceItem {
    /// What the cell is called.
    name: String,
    /// The H3 cell as 15 hexadecimal digits; `cell` of a search takes it.
    cell: String,
    /// Latitude of the cell's centre in degrees.
    lat: f64,
    /// Longitude of the cell's centre in degrees.
    lon: f64,
}

/// A photo.
#[derive(Debug, Serialize, ToSchema)]
pub struct PhotoItem {
    /// What it shows, in the owner's words; may be empty.
    alt: String,
    /// Address in the largest size, WebP.
    url: String,
    /// Address in the smallest size, WebP.
    small_url: String,
    /// Width of the largest size in pixels.
    width: i64,
    /// Height of the largest size in pixels.
    height: i64,
}

/// A listing with all that anybody may know of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListingDetail {
    /// What lists show of it too.
    #[serde(flatten)]
    item: ListingItem,
    /// Its description.
    description: String,
    /// `new`, `very_good`, `good` or `worn`; absent where nothing was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<&'static str>,
    /// `pick_up`, `deliver` or `key_box`.
    handover: &'static str,
    /// Attributes of its category by key, as `true`, numbers with a point, keys of choices or text.
    attributes: BTreeMap<String, String>,
    /// What comes along.
    accessories: Vec<String>,
    /// What its owner asks of whoever borrows it.
    house_rules: String,
    /// Other words people look for.
    tags: Vec<String>,
    /// How many identical ones there are.
    unit_count: i64,
    /// What it is lent by: `day` or `hour`. Lengths below whose names do not say it are in this unit.
    grain: &'static str,
    /// IANA name of the zone in which its days begin and its hours are read.
    time_zone: String,
    /// Days of the week that are open, 1 is Monday (ISO 8601).
    weekdays: Vec<u32>,
    /// By the hour: the hours that are open on each day of the week, Monday first, as `9-12, 17-21`.
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<Vec<String>>,
    /// Whether it may stay out over times that are not open.
    stays_out: bool,
    /// By the day: the earliest loan starts so many days from today.
    lead_days: i64,
    /// By the day: the longest loan in days, first and last day counted.
    longest_days: i64,
    /// By the hour: the earliest loan starts so many hours from now.
    lead_hours: i64,
    /// By the hour: the longest loan in hours.
    longest_hours: i64,
    /// The shortest loan.
    shortest: i64,
    /// Between two loans.
    buffer: i64,
    /// The last day lies at most so many days from today.
    horizon_days: i64,
}

fn price_item(ctx: &Ctx, kind: Kind, terms: &PriceTerms, currency: &str, longest_days: i64) -> Option<PriceItem> {
    if matches!(kind, Kind::WantedThing | Kind::WantedHelp) {
        return None;
    }
    let whole = |minor, per| PriceItem {
        minor,
        per,
        from: false,
    };
    match prices::summary(terms, Currency::of(currency), &ctx.settings.fees, longest_days).ok()? {
        Summary::Free => Some(whole(0, "day")),
        Summary::Fixed { minor } => Some(whole(minor, "whole")),
        Summary::Offer => None,
        Summary::Time { minor, per, from } => {
            let per = match per {
                Unit::Hour => "hour",
                Unit::Day => "day",
                Unit::Week => "week",
                Unit::Month => "month",
            };
            Some(PriceItem { minor, per, from })
        }
    }
}

pub(super) fn item(ctx: &Ctx, card: Card, distance_m: Option<f64>, days: Option<(Day, Day)>) -> ListingItem {
    let quote = days.and_then(|days| crate::prices::for_days(&card, &ctx.settings.fees, days));
    let total_minor = quote.map(|quote| quote.total_minor);
    ListingItem {
        id: card.id.to_string(),
        title: card.title,
        lang: card.lang.code(),
        kind: card.kind.name(),
        category: card.category,
        place: place(card.place_name, card.cell),
        distance_m: distance_m.map(|metres| metres.round() as i64),
        owner: card.owner_name,
        price: price_item(ctx, card.kind, &card.prices, &card.currency, card.longest_days),
        total_minor,
        currency: card.currency,
        url: ctx.url(&listing_path(card.id)),
        photos: card.photo.map(|photo| photo_item(ctx, photo)).into_iter().collect(),
        published_at: Some(instant(card.published_at)),
        rating: card.rating.and_then(rating_item),
    }
}

pub(super) fn detail(ctx: &Ctx, listing: PublicListing, rating: Mean) -> ListingDetail {
    let longest = listing.plan().longest_days();
    ListingDetail {
        item: ListingItem {
            id: listing.id.to_string(),
            title: listing.title,
            lang: listing.lang.code(),
            kind: listing.kind.name(),
            category: listing.category,
            place: place(listing.place_name, listing.cell),
            distance_m: None,
            owner: listing.owner.name,
            price: price_item(ctx, listing.kind, &listing.prices, &listing.currency, longest),
            total_minor: None,
            currency: listing.currency,
            url: ctx.url(&listing_path(listing.id)),
            photos: listing.photos.into_iter().map(|photo| photo_item(ctx, photo)).collect(),
            published_at: listing.published_at.map(instant),
            rating: rating_item(rating),
        },
        description: listing.description,
        condition: listing.condition.map(|condition| condition.name()),
        handover: listing.handover.name(),
        attributes: listing.attributes,
        accessories: listing.accessories,
        house_rules: listing.house_rules,
        tags: listing.tags.0,
        unit_count: listing.unit_count,
        grain: listing.rhythm.grain.name(),
        weekdays: listing.weekly_plan.weekdays().map(|day| day + 1).collect(),
        hours: (listing.rhythm.grain == Grain::Hour)
            .then(|| listing.rhythm.week_hours.0.map(WeekHours::written).to_vec()),
        stays_out: listing.rhythm.stays_out,
        lead_days: listing.lead_days,
        longest_days: listing.longest_days,
        lead_hours: listing.rhythm.lead_hours,
        longest_hours: listing.rhythm.longest_hours,
        shortest: listing.rhythm.shortest,
        buffer: listing.rhythm.buffer,
        horizon_days: listing.rhythm.horizon_days,
        time_zone: listing.zone,
    }
}

fn rating_item(rating: Mean) -> Option<RatingItem> {
    let tenths = i32::try_from(rating.tenths()?).ok()?;
    Some(RatingItem {
        mean: f64::from(tenths) / 10.0,
        count: rating.count,
    })
}

fn place(name: String, cell: Cell) -> PlaceItem {
    let centre = cell.centre();
    PlaceItem {
        name,
        cell: cell.to_string(),
        lat: centre.lat(),
        lon: centre.lon(),
    }
}

fn photo_item(ctx: &Ctx, photo: Photo) -> PhotoItem {
    let address = |size| ctx.url(&photo::address(photo.id, size));
    PhotoItem {
        url: address(Size::Large),
        small_url: address(Size::Small),
        alt: photo.alt,
        width: photo.width,
        height: photo.height,
    }
}

fn instant(at: Timestamp) -> String {
    format::machine(at)
}
