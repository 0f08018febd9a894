//! Listing the things of the demo, step by step as their owners would.

use super::{
    at,
    data::{self, Thing},
    days_ago,
};
use anyhow::{Context as _, bail};
use domain::{
    Ctx,
    listings::{
        self, Kind, ListingId, Photo,
        categories::Attribute,
        steps::{DetailsForm, PlaceForm, TimesForm, WhatForm},
    },
    members::Me,
    photos,
};
use std::collections::{BTreeMap, BTreeSet};

/// Lists everything: the ids by their keys.
pub async fn list(ctx: &Ctx, people: &BTreeMap<String, Me>) -> anyhow::Result<BTreeMap<String, ListingId>> {
    let things = data::things()?;
    let pictures = pictures(ctx, &things).await.context("pictures")?;
    println!("Demo: {} things …", things.len());
    let mut ids = BTreeMap::new();
    for thing in things {
        let owner = people
            .get(&thing.owner)
            .with_context(|| format!("{}: no owner {}", thing.key, thing.owner))?;
        let id = one(ctx, owner, &thing, &pictures)
            .await
            .with_context(|| thing.key.clone())?;
        ids.insert(thing.key, id);
    }
    for picture in pictures.values() {
        photos::forget(ctx, picture.id).await?;
    }
    Ok(ids)
}

/// Takes in each picture once; listings get copies.
async fn pictures(ctx: &Ctx, things: &[Thing]) -> anyhow::Result<BTreeMap<String, Photo>> {
    let names: BTreeSet<&str> = things
        .iter()
        .flat_map(|t| &t.pictures)
        .map(|p| p.name.as_str())
        .collect();
    println!("Demo: {} pictures …", names.len());
    let mut taken = BTreeMap::new();
    for name in names {
        let kept = photos::keep(ctx, data::picture(name)?).await?;
        let photo = Photo {
            id: kept.id,
            alt: String::new(),
            width: kept.width,
            height: kept.height,
            thumbhash: kept.thumbhash,
        };
        taken.insert(name.to_owned(), photo);
    }
    Ok(taken)
}

async fn one(ctx: &Ctx, owner: &Me, thing: &Thing, pictures: &BTreeMap<String, Photo>) -> anyhow::Result<ListingId> {
    let kind = Kind::from_name(&thing.kind).with_context(|| format!("no kind {}", thing.kind))?;
    let ctx = &at(ctx, days_ago(ctx, thing.published_days_ago.unwrap_or(2)));
    let id = ListingId::at(ctx.clock.now());
    listings::begin(ctx, owner, id, kind).await?;
    let what = WhatForm {
        title: thing.title.clone(),
        category: thing.category.clone(),
        kind: thing.kind.clone(),
        lang: thing.lang.clone(),
    };
    listings::save_what(ctx, owner, id, None, &what).await?;
    listings::save_details(ctx, owner, id, None, &details(ctx, thing).await?).await?;
    let copies = thing
        .pictures
        .iter()
        .map(|picture| {
            let photo = pictures
                .get(&picture.name)
                .with_context(|| format!("no picture {}", picture.name))?;
            Ok(Photo {
                alt: picture.alt.clone(),
                ..photo.clone()
            })
        })
        .collect::<anyhow::Result<Vec<_>>>()?;
    listings::add_copies(ctx, owner, id, &copies).await?;
    let place = PlaceForm {
        lat: thing.lat.to_string(),
        lon: thing.lon.to_string(),
        handover: thing.handover.clone(),
        handover_note: thing.handover_note.clone().unwrap_or_default(),
        ..PlaceForm::default()
    };
    listings::save_place(ctx, owner, id, None, &place).await?;
    listings::save_times(ctx, owner, id, None, &any_time()).await?;
    if let Some(price) = &thing.price {
        listings::save_prices(ctx, owner, id, None, price, "moderate").await?;
    }
    match thing.state.as_str() {
        "published" => listings::publish(ctx, owner, id, None).await?,
        "paused" => {
            listings::publish(ctx, owner, id, None).await?;
            listings::pause(ctx, owner, id, None).await?;
        }
        "draft" => {}
        other => bail!("no state {other}"),
    }
    Ok(id)
}

async fn details(ctx: &Ctx, thing: &Thing) -> anyhow::Result<DetailsForm> {
    let categories = listings::categories_of(ctx).await?;
    let known = categories.attributes_of(&thing.category);
    let mut attributes = BTreeMap::new();
    for (key, value) in &thing.attributes {
        let attribute: &Attribute = known
            .iter()
            .find(|a| a.key == *key)
            .with_context(|| format!("no attribute {key}"))?;
        let text = match value {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        attributes.insert(attribute.key.clone(), text);
    }
    Ok(DetailsForm {
        description: thing.description.clone(),
        condition: thing.condition.clone().unwrap_or_default(),
        attributes,
        accessories: thing.accessories.join("\n"),
        checklist: String::new(),
        house_rules: thing.house_rules.clone().unwrap_or_default(),
        replacement: thing
            .replacement_value_minor
            .map(|minor| format!("{}.{:02}", minor / 100, minor % 100))
            .unwrap_or_default(),
        tags: thing.tags.join(","),
        ..DetailsForm::default()
    })
}

/// As long as the past is replayed, it may be lent on any day: people change their plans in a year.
fn any_time() -> TimesForm {
    TimesForm {
        weekdays: (0..7).map(|day| day.to_string()).collect(),
        lead_days: "0".into(),
        longest_days: "60".into(),
        ..TimesForm::default()
    }
}

/// Sets the days of today's plan, and blocks those on which it is not lent, counted from today.
pub async fn set_times(ctx: &Ctx, owner: &Me, id: ListingId, thing: &Thing) -> anyhow::Result<()> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let weekdays = thing
        .weekdays
        .iter()
        .map(|day| {
            DAYS.iter()
                .position(|d| d == day)
                .map(|n| n.to_string())
                .with_context(|| format!("no day {day}"))
        })
        .collect::<anyhow::Result<Vec<_>>>()?;
    let today = ctx.today();
    let form = TimesForm {
        weekdays,
        lead_days: thing.lead_time_days.to_string(),
        longest_days: thing.longest_days.to_string(),
        blocked: thing
            .blocked_days
            .iter()
            .map(|days| today.plus(*days).to_string())
            .collect(),
        shown_from: today.to_string(),
        shown_to: today.plus(90).to_string(),
        ..thing.times.clone()
    };
    listings::save_times(ctx, owner, id, None, &form).await?;
    Ok(())
}
