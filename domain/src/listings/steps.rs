//! The steps in which a listing is made: what each form holds, what may be typed into it, and what is still missing.
//! Pure. Each check takes the listing as it is and what was typed, and returns the listing with everything that could
//! be kept, and what is wrong, field by field.

use super::{
    categories::{Attribute, Categories},
    decimal,
    model::{Cancellation, Checklist, Condition, Handover, Kind, Tags},
    views::Listing,
};
use crate::{
    Lang,
    availability::Grain,
    forms::{Check, FieldError, Problem},
    places::Point,
    prices::{self, Currency, LateFee, Per, PriceForm, PriceTerms},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most characters of a title.
pub const LONGEST_TITLE: usize = 100;
/// Most characters of a description.
pub const LONGEST_DESCRIPTION: usize = 5_000;
/// Most characters of house rules, an address and a handover note each.
pub const LONGEST_NOTE: usize = 1_000;
/// Most accessories.
pub const MOST_ACCESSORIES: usize = 40;
/// Most characters of one accessory.
pub const LONGEST_ACCESSORY: usize = 100;
/// Most lines of the checklist, beside the accessories.
pub const MOST_CHECKS: usize = 20;
/// Most characters of one of them.
pub const LONGEST_CHECK: usize = 80;
/// Most tags.
pub const MOST_TAGS: usize = 15;
/// Most characters of one tag.
pub const LONGEST_TAG: usize = 40;
/// Most whole units of money a thing may be worth.
pub const MOST_VALUE: i64 = 1_000_000;
/// A draft keeps text that is too long, up to so many characters more than allowed, so that it can be shortened.
const SLACK: usize = 2_000;

/// What was typed in the first step.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WhatForm {
    /// Title.
    pub title: String,
    /// A category's id.
    pub category: String,
    /// [`Kind::name`]; empty leaves it as it is.
    pub kind: String,
    /// The code of the language it is written in; empty leaves it as it is.
    pub lang: String,
}

/// What was typed in the second step.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DetailsForm {
    /// Description.
    pub description: String,
    /// [`Condition::name`]; empty is unsaid.
    pub condition: String,
    /// Attributes by key; their fields are called as [`Attribute::field`] says.
    pub attributes: BTreeMap<String, String>,
    /// One accessory a line.
    pub accessories: String,
    /// What else is looked at when it changes hands, one a line.
    pub checklist: String,
    /// House rules.
    pub house_rules: String,
    /// Replacement value, in whole units of money, with a comma or a point.
    pub replacement: String,
    /// What each started day or hour costs that it is late, likewise; empty is nothing.
    pub late_fee: String,
    /// [`prices::Per::name`]; empty is by the day.
    pub late_per: String,
    /// The most that lateness costs; empty is what the thing is worth, or the cap of the house.
    pub late_cap: String,
    /// Tags, separated by commas or lines.
    pub tags: String,
}

/// What was typed in the fourth step.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    /// Where the thing is, in the owner's words: an address, a postcode, a place. Private.
    pub address: String,
    /// The gazetteer's id, when a suggestion was chosen.
    pub place_id: String,
    /// The browser's position, snapped to the public cell before it was sent. Degrees; both or none.
    pub lat: String,
    /// See `lat`.
    pub lon: String,
    /// [`Handover::name`].
    pub handover: String,
    /// What the other party of an accepted booking should know. Private.
    pub handover_note: String,
}

pub use super::times::{
    BLOCK_AHEAD, Booked, MOST_BUFFER_DAYS, MOST_BUFFER_HOURS, MOST_LEAD_DAYS, MOST_LEAD_HOURS, MOST_LOAN_DAYS,
    MOST_LOAN_HOURS, Preset, TimesForm, times,
};

/// A listing with what was typed put in as far as it makes sense, and what is wrong.
pub type Checked = (Listing, Vec<FieldError>);

pub(super) fn checked(listing: Listing, check: Check) -> Checked {
    let errors = check.finish(()).err().unwrap_or_default();
    (listing, errors)
}

fn clipped(text: String, max: usize) -> String {
    match text.char_indices().nth(max + SLACK) {
        Some((at, _)) => text[..at].to_owned(),
        None => text,
    }
}

fn title(check: &mut Check, typed: &str) -> String {
    let one_line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    clipped(check.text("title", &one_line, 2, LONGEST_TITLE), LONGEST_TITLE)
}

fn description(check: &mut Check, typed: &str) -> String {
    clipped(
        check.text("description", typed, 1, LONGEST_DESCRIPTION),
        LONGEST_DESCRIPTION,
    )
}

fn note(check: &mut Check, field: &str, typed: &str) -> String {
    clipped(check.text(field, typed, 0, LONGEST_NOTE), LONGEST_NOTE)
}

/// Texts of a list, one by one: cleaned, without empty ones and repetitions.
fn list<'a>(
    check: &mut Check,
    field: &str,
    typed: impl Iterator<Item = &'a str>,
    most: usize,
    longest: usize,
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for one in typed {
        let one = clipped(check.text(field, one, 0, longest), longest).replace(['\n', '\t'], " ");
        if !one.is_empty() && !found.contains(&one) {
            found.push(one);
        }
    }
    if found.len() > most {
        check.note(
            field,
            Problem::OutOfRange {
                min: 0,
                max: i64::try_from(most).unwrap_or(i64::MAX),
            },
        );
        found.truncate(most * 2);
    }
    found
}

fn accessories<'a>(check: &mut Check, typed: impl Iterator<Item = &'a str>) -> Vec<String> {
    list(check, "accessories", typed, MOST_ACCESSORIES, LONGEST_ACCESSORY)
}

fn checklist<'a>(check: &mut Check, typed: impl Iterator<Item = &'a str>) -> Checklist {
    Checklist(list(check, "checklist", typed, MOST_CHECKS, LONGEST_CHECK))
}

fn tags<'a>(check: &mut Check, typed: impl Iterator<Item = &'a str>) -> Tags {
    Tags(list(check, "tags", typed, MOST_TAGS, LONGEST_TAG))
}

/// Checks the first step. A changed category keeps the attributes it knows.
#[must_use]
pub fn what(listing: &Listing, typed: &WhatForm, categories: &Categories) -> Checked {
    let mut check = Check::default();
    let mut next = listing.clone();
    next.title = title(&mut check, &typed.title);
    match categories.get(&typed.category) {
        Some(category) => {
            next.attributes = categories.fitting(&category.id, &listing.attributes);
            next.category_id = Some(category.id.clone());
        }
        None if typed.category.is_empty() => check.note("category", Problem::ChooseOne),
        None => check.note("category", Problem::NotAChoice),
    }
    match Kind::from_name(&typed.kind) {
        Some(kind) if kind != listing.kind => {
            next.kind = kind;
            // What was asked for the one says nothing about the other; late is late.
            next.prices = PriceTerms {
                late: listing.prices.late.filter(|_| kind.is_thing()),
                ..PriceTerms::default()
            };
        }
        Some(_) => {}
        None if typed.kind.is_empty() => {}
        None => check.note("kind", Problem::NotAChoice),
    }
    match Lang::from_code(&typed.lang) {
        Some(lang) => next.lang = lang,
        None if typed.lang.is_empty() => {}
        None => check.note("lang", Problem::NotAChoice),
    }
    checked(next, check)
}

/// Checks the second step. `attributes` are those of the listing's category, `decimals` the places of its currency.
#[must_use]
pub fn details(listing: &Listing, typed: &DetailsForm, attributes: &[&Attribute], decimals: u8) -> Checked {
    let mut check = Check::default();
    let mut next = listing.clone();
    next.description = description(&mut check, &typed.description);
    next.house_rules = note(&mut check, "house_rules", &typed.house_rules);
    next.tags = tags(&mut check, typed.tags.split([',', ';', '\n']));
    if listing.kind.is_thing() {
        match Condition::from_name(&typed.condition) {
            None if !typed.condition.is_empty() => check.note("condition", Problem::NotAChoice),
            condition => next.condition = condition,
        }
        next.accessories = accessories(&mut check, typed.accessories.lines());
        next.checklist = checklist(&mut check, typed.checklist.lines());
        if let Some(value) = value(&mut check, &typed.replacement, decimals) {
            next.replacement_minor = value;
        }
        if let Some(late) = late(
            &mut check,
            typed,
            next.replacement_minor,
            Currency::of(&listing.currency),
        ) {
            next.prices.late = late;
        }
    }
    next.attributes = attributes
        .iter()
        .filter_map(|attribute| {
            let typed = typed.attributes.get(&attribute.key).map_or("", String::as_str);
            let before = check.clone();
            let value = attribute.check(&mut check, typed);
            // What does not fit leaves the earlier value alone, until it is mended.
            let value = if check == before {
                value
            } else {
                listing.attributes.get(&attribute.key).cloned()
            };
            Some((attribute.key.clone(), value?))
        })
        .collect();
    checked(next, check)
}

/// An amount of money in minor units: `Some(None)` if nothing was typed, `None` if it does not fit, which is noted.
fn value(check: &mut Check, typed: &str, decimals: u8) -> Option<Option<i64>> {
    if typed.trim().is_empty() {
        return Some(None);
    }
    let Some(minor) = decimal::parse(typed, decimals) else {
        check.note("replacement", Problem::NotANumber);
        return None;
    };
    let one = 10_i64.saturating_pow(u32::from(decimals));
    if !(0..=MOST_VALUE.saturating_mul(one)).contains(&minor) {
        check.note(
            "replacement",
            Problem::OutOfRange {
                min: 0,
                max: MOST_VALUE,
            },
        );
        return None;
    }
    Some(Some(minor))
}

/// What being late costs: `Some(None)` if nothing was typed, `None` if it does not fit, which is noted. It never comes to
/// more than the thing is worth.
fn late(
    check: &mut Check,
    typed: &DetailsForm,
    replacement_minor: Option<i64>,
    currency: Currency,
) -> Option<Option<LateFee>> {
    let most = prices::most_late(replacement_minor, currency);
    let read = |check: &mut Check, field: &str, typed: &str| {
        let read = prices::read_amount(typed, currency, most);
        read.map_err(|problem| check.note(field, problem)).ok()
    };
    let minor = read(check, "late_fee", &typed.late_fee)?;
    let cap = read(check, "late_cap", &typed.late_cap)?;
    let per = match (Per::from_name(&typed.late_per), typed.late_per.is_empty()) {
        (Some(per), _) => per,
        (None, true) => Per::Day,
        (None, false) => {
            check.note("late_per", Problem::NotAChoice);
            return None;
        }
    };
    Some(minor.filter(|minor| *minor > 0).map(|minor| LateFee {
        per,
        minor,
        cap: cap.filter(|cap| *cap > 0).unwrap_or(most),
    }))
}

/// Checks the fourth step. `find` looks an address up in the gazetteer; it is asked only when the words changed or no
/// point is known yet, so that a point set by the browser stays while the words do.
///
/// The point is the browser's when it sent one, otherwise that of the place found; words that name no place leave none.
/// Cell and name follow from the point and are set by the caller.
#[must_use]
pub fn place(listing: &Listing, typed: &PlaceForm, find: impl FnOnce(&PlaceForm) -> Option<Point>) -> Checked {
    let mut check = Check::default();
    let mut next = listing.clone();
    next.address = note(&mut check, "address", &typed.address).replace('\n', ", ");
    next.handover_note = note(&mut check, "handover_note", &typed.handover_note);
    match Handover::from_name(&typed.handover) {
        Some(handover) => next.handover = handover,
        None => check.note("handover", Problem::ChooseOne),
    }
    let from_browser = !typed.lat.trim().is_empty() || !typed.lon.trim().is_empty();
    let said_nothing = next.address.is_empty() && typed.place_id.is_empty();
    let as_before = said_nothing || (next.address == listing.address && typed.place_id.is_empty());
    let found = if from_browser {
        point(&typed.lat, &typed.lon)
    } else if as_before && listing.point().is_some() {
        listing.point()
    } else if said_nothing {
        None
    } else {
        find(typed)
    };
    if found.is_none() {
        check.note(
            "address",
            if said_nothing && !from_browser {
                Problem::Missing
            } else {
                Problem::UnknownPlace
            },
        );
    }
    (next.lat, next.lon) = (found.map(Point::lat), found.map(Point::lon));
    checked(next, check)
}

/// A point from two numbers in degrees; `None` outside of the earth.
#[must_use]
pub fn point(lat: &str, lon: &str) -> Option<Point> {
    Point::new(lat.trim().parse().ok()?, lon.trim().parse().ok()?).ok()
}

/// Checks what is asked for it. What has a price by the hour only is lent by the hour from then on, unless it is booked by
/// the day.
#[must_use]
pub fn prices(listing: &Listing, typed: &PriceForm, cancellation: &str, booked: Booked) -> Checked {
    let currency = Currency::of(&listing.currency);
    let (prices, mut errors) = prices::read(&listing.prices, listing.kind, typed, currency);
    let chosen = Cancellation::from_name(cancellation);
    if chosen.is_none() && !cancellation.is_empty() {
        errors.push(FieldError {
            field: "cancellation".into(),
            problem: Problem::NotAChoice,
        });
    }
    let mut next = Listing {
        cancellation: chosen.unwrap_or(listing.cancellation),
        prices,
        ..listing.clone()
    };
    if next.prices.sells_only_hours() && next.rhythm.grain == Grain::Day {
        if booked.open > 0 {
            errors.push(FieldError {
                field: "price_hour".into(),
                problem: Problem::OpenBookings { count: booked.open },
            });
        } else {
            next.rhythm.grain = Grain::Hour;
        }
    }
    (next, errors)
}

/// What a listing lacks before everybody may see it, field by field; empty when it can be published. Photos are
/// recommended, not required.
#[must_use]
pub fn missing(listing: &Listing) -> Vec<FieldError> {
    let mut check = Check::default();
    title(&mut check, &listing.title);
    if listing.category_id.is_none() {
        check.note("category", Problem::ChooseOne);
    }
    description(&mut check, &listing.description);
    note(&mut check, "house_rules", &listing.house_rules);
    accessories(&mut check, listing.accessories.iter().map(String::as_str));
    checklist(&mut check, listing.checklist.0.iter().map(String::as_str));
    tags(&mut check, listing.tags.0.iter().map(String::as_str));
    if listing.point().is_none() || listing.cell.is_none() || listing.place_name.is_none() {
        check.note("address", Problem::Missing);
    }
    note(&mut check, "address", &listing.address);
    note(&mut check, "handover_note", &listing.handover_note);
    if listing.weekly_plan.is_never() {
        check.note("weekdays", Problem::ChooseOne);
    } else if listing.plan().lets_nothing_fit() {
        check.note(
            match listing.rhythm.grain {
                Grain::Day => "shortest_days",
                Grain::Hour => "shortest_hours",
            },
            Problem::NothingFits,
        );
    }
    if listing.kind == Kind::Rent && listing.prices.is_free() {
        check.note("price_day", Problem::Missing);
    }
    check.finish(()).err().unwrap_or_default()
}
