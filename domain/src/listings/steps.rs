//! The steps in which a listing is made: what each form holds, what may be typed into it, and what is still missing.
//! Pure. Each check takes the listing as it is and what was typed, and returns the listing with everything that could
//! be kept, and what is wrong, field by field.

use super::{
    categories::{Attribute, Categories},
    decimal,
    model::{Cancellation, Condition, Handover, Kind, Tags},
    views::Listing,
    weekly_plan::WeeklyPlan,
};
use crate::{
    Day, Lang,
    forms::{Check, FieldError, Problem},
    places::Point,
    prices::{self, Currency, PriceForm, PriceTerms},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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
/// Most tags.
pub const MOST_TAGS: usize = 15;
/// Most characters of one tag.
pub const LONGEST_TAG: usize = 40;
/// Most whole units of money a thing may be worth.
pub const MOST_VALUE: i64 = 1_000_000;
/// Longest lead time, in days.
pub const MOST_LEAD_DAYS: i64 = 60;
/// Longest loan anybody can offer, in days.
pub const MOST_LOAN_DAYS: i64 = 365;
/// How far ahead days can be blocked, in days.
pub const BLOCK_AHEAD: i64 = 550;
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
    /// House rules.
    pub house_rules: String,
    /// Replacement value, in whole units of money, with a comma or a point.
    pub replacement: String,
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

/// What was typed in the fifth step.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TimesForm {
    /// The first day on which something is needed, `YYYY-MM-DD`; empty for any time. Of what somebody looks for.
    pub needed_from: String,
    /// The last one; empty for that one day.
    pub needed_to: String,
    /// Days of the week on which it may be out: `0` Monday to `6` Sunday.
    pub weekdays: Vec<String>,
    /// Days from today to the earliest start.
    pub lead_days: String,
    /// Longest loan in days.
    pub longest_days: String,
    /// `yes`: who asks for free days has them at once.
    pub instant: String,
    /// The days ticked in the calendar, `YYYY-MM-DD`: what is blocked between `shown_from` and `shown_to` then.
    pub blocked: Vec<String>,
    /// First day of the calendar that was shown; empty if none was, and then nothing is unblocked.
    pub shown_from: String,
    /// Last day of it.
    pub shown_to: String,
    /// First of a range of days to block beside; empty for none.
    pub block_from: String,
    /// Last of that range; empty for a single day.
    pub block_to: String,
}

/// A listing with what was typed put in as far as it makes sense, and what is wrong.
pub type Checked = (Listing, Vec<FieldError>);

fn checked(listing: Listing, check: Check) -> Checked {
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
            // What was asked for the one says nothing about the other.
            next.prices = PriceTerms::default();
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
        if let Some(value) = value(&mut check, &typed.replacement, decimals) {
            next.replacement_minor = value;
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

/// Checks the fifth step, on the day `today` of the listing's zone.
#[must_use]
pub fn times(listing: &Listing, typed: &TimesForm, today: Day) -> Checked {
    if listing.kind.is_wanted() {
        return needed(listing, typed, today);
    }
    let mut check = Check::default();
    let mut next = listing.clone();
    let weekdays: Vec<Option<u32>> = typed
        .weekdays
        .iter()
        .map(|d| d.parse().ok().filter(|d| *d < 7))
        .collect();
    if weekdays.iter().any(Option::is_none) {
        check.note("weekdays", Problem::NotAChoice);
    } else if weekdays.is_empty() {
        check.note("weekdays", Problem::ChooseOne);
    } else {
        next.weekly_plan = WeeklyPlan::of(weekdays.into_iter().flatten());
    }
    if let Some(days) = check.number("lead_days", &typed.lead_days, 0, MOST_LEAD_DAYS) {
        next.lead_days = days;
    }
    if let Some(days) = check.number("longest_days", &typed.longest_days, 1, MOST_LOAN_DAYS) {
        next.longest_days = days;
    }
    next.instant = typed.instant == "yes";
    next.blocked = blocked(&mut check, &listing.blocked, typed, today);
    checked(next, check)
}

/// When something is needed.
fn needed(listing: &Listing, typed: &TimesForm, today: Day) -> Checked {
    let mut check = Check::default();
    let mut next = listing.clone();
    let mut day = |field: &str, text: &str| {
        let day = Day::parse(text.trim());
        if day.is_none() && !text.trim().is_empty() {
            check.note(field, Problem::NotADate);
        }
        day
    };
    let (first, last) = (
        day("needed_from", &typed.needed_from),
        day("needed_to", &typed.needed_to),
    );
    match (first, last.or(first)) {
        (Some(first), Some(last)) if last < first => check.note("needed_to", Problem::EndsBeforeItStarts),
        (_, Some(last)) if last < today => check.note("needed_from", Problem::InThePast),
        (None, Some(_)) => check.note("needed_from", Problem::Missing),
        (first, last) => (next.needed_first, next.needed_last) = (first, last),
    }
    checked(next, check)
}

/// The blocked days after the form: those outside of the calendar shown stay, those inside are the ticked ones, and the
/// range is added.
fn blocked(check: &mut Check, before: &[Day], typed: &TimesForm, today: Day) -> Vec<Day> {
    let mut days: BTreeSet<Day> = before.iter().copied().collect();
    let end = today.plus(BLOCK_AHEAD);
    let mut day = |field: &str, text: &str| {
        let day = Day::parse(text.trim());
        if day.is_none() && !text.trim().is_empty() {
            check.note(field, Problem::NotADate);
        }
        day
    };
    let shown = (day("blocked", &typed.shown_from), day("blocked", &typed.shown_to));
    let ticked: Vec<Day> = typed
        .blocked
        .iter()
        .take(BLOCK_AHEAD as usize)
        .filter_map(|d| day("blocked", d))
        .collect();
    let range = (day("block_from", &typed.block_from), day("block_to", &typed.block_to));
    if let (Some(from), Some(to)) = shown {
        days.retain(|d| *d < from || *d > to);
    }
    days.extend(ticked);
    match range {
        (Some(from), to) => {
            let to = to.unwrap_or(from);
            if to < from {
                check.note("block_to", Problem::EndsBeforeItStarts);
            } else if to < today {
                check.note("block_to", Problem::InThePast);
            } else {
                days.extend(from.max(today).to(to.min(end)));
            }
        }
        (None, Some(_)) => check.note("block_from", Problem::Missing),
        (None, None) => {}
    }
    days.retain(|d| *d >= today && *d <= end);
    days.into_iter().collect()
}

/// Checks what is asked for it.
#[must_use]
pub fn prices(listing: &Listing, typed: &PriceForm, cancellation: &str) -> Checked {
    let currency = Currency::of(&listing.currency);
    let (prices, mut errors) = prices::read(&listing.prices, listing.kind, typed, currency);
    let chosen = Cancellation::from_name(cancellation);
    if chosen.is_none() && !cancellation.is_empty() {
        errors.push(FieldError {
            field: "cancellation".into(),
            problem: Problem::NotAChoice,
        });
    }
    let next = Listing {
        cancellation: chosen.unwrap_or(listing.cancellation),
        prices,
        ..listing.clone()
    };
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
    tags(&mut check, listing.tags.0.iter().map(String::as_str));
    if listing.point().is_none() || listing.cell.is_none() || listing.place_name.is_none() {
        check.note("address", Problem::Missing);
    }
    note(&mut check, "address", &listing.address);
    note(&mut check, "handover_note", &listing.handover_note);
    if listing.weekly_plan.is_never() {
        check.note("weekdays", Problem::ChooseOne);
    }
    if listing.kind == Kind::Rent && listing.prices.is_free() {
        check.note("price_day", Problem::Missing);
    }
    check.finish(()).err().unwrap_or_default()
}
