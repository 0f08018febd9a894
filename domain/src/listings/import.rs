//! Listings from a file: CSV with the columns `id,title,description,category,kind,price_minor_per_day,lang,lat,lon,tags`
//! (tags separated by `;`), in any order. They are published at once. The file is read beside the database, and written
//! in transactions of some hundred lines; read again after an interruption, it goes on where it stopped.

use super::{
    categories::{Categories, FALLBACK},
    category_data,
    changes::listing_changed,
    drafts::{empty, locate, name_of, resolution},
    model::{Event, Kind, ListingId, Refusal, State, Tags},
    steps::{self, LONGEST_DESCRIPTION, LONGEST_TAG, LONGEST_TITLE, MOST_TAGS},
    store,
    views::Listing,
};
use crate::{
    Ctx, Error, Lang, Timestamp,
    error::Fault,
    events,
    forms::{Check, FieldError, Problem, clean},
    members::{self, MemberId},
    places::Cell,
    prices::{Basis, PriceTerms},
};
use serde::Deserialize;
use std::{collections::HashMap, io::Read};
use tokio::sync::mpsc;

/// Lines written in one transaction.
const AT_ONCE: usize = 250;
/// Highest price per day, in minor units.
const MOST_PRICE: i64 = 100_000_000;

/// What became of a file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Report {
    /// The lines that are listings now.
    pub imported: Vec<Imported>,
    /// Lines that an earlier run had imported already.
    pub already: Vec<Imported>,
    /// Lines that were left out, and why.
    pub refused: Vec<(u64, Why)>,
}

/// A line that is a listing now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Imported {
    /// The line, from 1; the header is the first.
    pub line: u64,
    /// What the file calls it; empty if it has no ids.
    pub key: String,
    /// What we call it.
    pub id: ListingId,
}

/// Why a line was left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// A column that is needed is not in the header: `title`, `kind`, `lat` or `lon`. Nothing was read.
    NoColumn(&'static str),
    /// Not CSV in UTF-8.
    Unreadable,
    /// Values that do not fit: all of them.
    Invalid(Vec<FieldError>),
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Line {
    id: String,
    title: String,
    description: String,
    category: String,
    kind: String,
    price_minor_per_day: String,
    lang: String,
    lat: String,
    lon: String,
    tags: String,
}

type Batch = Vec<(u64, Result<Line, Why>)>;

/// Reads listings of `owner` from a CSV file and publishes them.
///
/// # Errors
/// [`Error::NotFound`] if there is no such member. When the database refuses; what was written until then stays, and
/// the same file can be read again.
pub async fn import_csv(
    ctx: &Ctx,
    owner: MemberId,
    file: impl Read + Send + 'static,
) -> Result<Report, Error<Refusal>> {
    members::profile(ctx, owner)
        .await
        .map_err(|error| error.map_refusal(|_| Refusal::NotYours))?;
    let categories = category_data::tree(ctx).await?;
    let (send, mut batches) = mpsc::channel::<Batch>(4);
    let reading = tokio::task::spawn_blocking(move || read(file, &send));
    let mut report = Report::default();
    let mut names = HashMap::new();
    while let Some(batch) = batches.recv().await {
        write(ctx, owner, &categories, &mut names, batch, &mut report).await?;
    }
    reading.await.map_err(Fault::from)?;
    Ok(report)
}

/// Reads the whole file in batches, until nobody wants them any more.
fn read(file: impl Read, send: &mpsc::Sender<Batch>) {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::Headers)
        .from_reader(file);
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(_) => return drop(send.blocking_send(vec![(1, Err(Why::Unreadable))])),
    };
    if let Some(missing) = ["title", "kind", "lat", "lon"]
        .into_iter()
        .find(|c| !headers.iter().any(|h| h == *c))
    {
        return drop(send.blocking_send(vec![(1, Err(Why::NoColumn(missing)))]));
    }
    let mut batch = Vec::with_capacity(AT_ONCE);
    let mut record = csv::StringRecord::new();
    loop {
        let read = reader.read_record(&mut record);
        let broken = matches!(&read, Err(error) if error.is_io_error());
        let position = match &read {
            Ok(false) => break,
            Ok(true) => record.position(),
            Err(error) => error.position(),
        };
        let line = position.map_or_else(|| reader.position().line(), csv::Position::line);
        for _ in record.len()..headers.len() {
            record.push_field(""); // what a short line leaves out
        }
        let read = read.and_then(|_| record.deserialize::<Line>(Some(&headers)));
        batch.push((line, read.map_err(|_| Why::Unreadable)));
        if (batch.len() == AT_ONCE && send.blocking_send(std::mem::take(&mut batch)).is_err()) || broken {
            break;
        }
    }
    drop(send.blocking_send(batch));
}

async fn write(
    ctx: &Ctx,
    owner: MemberId,
    categories: &Categories,
    names: &mut HashMap<Cell, Option<String>>,
    batch: Batch,
    report: &mut Report,
) -> Result<(), Error<Refusal>> {
    let now = ctx.clock.now();
    let mut done = Report::default();
    let mut tx = ctx.db.write().await?;
    for (line, read) in batch {
        let read = match read.and_then(|read| listing(ctx, owner, categories, &read, now).map(|l| (read.id, l))) {
            Ok(read) => read,
            Err(why) => {
                done.refused.push((line, why));
                continue;
            }
        };
        let (key, mut listing) = (clean(&read.0), read.1);
        if !key.is_empty()
            && let Some(id) = store::imported_before(&mut tx, owner, &key, listing.id).await?
        {
            done.already.push(Imported { line, key, id });
            continue;
        }
        name(ctx, names, &mut listing);
        store::insert(&mut tx, &listing).await?;
        events::append(&mut tx, listing.id.0, now, Some(owner), &Event::Imported).await?;
        listing_changed(&mut tx, listing.id).await?;
        done.imported.push(Imported {
            line,
            key,
            id: listing.id,
        });
    }
    tx.commit().await?;
    report.imported.append(&mut done.imported);
    report.already.append(&mut done.already);
    report.refused.append(&mut done.refused);
    Ok(())
}

/// Cell and name of the listing's point. Many lie in the same cell, so names are kept.
fn name(ctx: &Ctx, names: &mut HashMap<Cell, Option<String>>, listing: &mut Listing) {
    let cell = listing.point().map(|point| Cell::of(point, resolution(&ctx.settings)));
    match cell {
        Some(cell) => {
            listing.cell = Some(cell);
            listing.place_name = names.entry(cell).or_insert_with(|| name_of(cell)).clone();
        }
        None => locate(&ctx.settings, listing),
    }
}

/// The listing that a line describes. Tags that are too long or too many are left out; a category that nobody knows
/// becomes [`FALLBACK`] and its word a tag.
fn listing(ctx: &Ctx, owner: MemberId, categories: &Categories, line: &Line, now: Timestamp) -> Result<Listing, Why> {
    let mut check = Check::default();
    let one_line = line.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = check.text("title", &one_line, 1, LONGEST_TITLE);
    let description = check.text("description", &line.description, 0, LONGEST_DESCRIPTION);
    let kind = Kind::from_name(&line.kind.trim().to_lowercase().replace([' ', '-'], "_"));
    if kind.is_none() {
        check.note("kind", Problem::NotAChoice);
    }
    let price = match line.price_minor_per_day.trim() {
        "" => None,
        typed => check
            .number("price_minor_per_day", typed, 0, MOST_PRICE)
            .filter(|price| *price > 0),
    };
    let point = steps::point(&line.lat, &line.lon);
    if point.is_none() {
        check.note("lat", Problem::UnknownPlace);
    }
    let known = categories.by_word(&line.category);
    let unknown = known.is_none().then(|| line.category.replace(['-', '_'], " "));
    let mut tags: Vec<String> = Vec::new();
    for tag in line.tags.split(';').chain(unknown.as_deref()) {
        let tag = clean(tag).replace([',', '\n', '\t'], " ");
        let fits = !tag.is_empty() && tag.chars().count() <= LONGEST_TAG && tags.len() < MOST_TAGS;
        if fits && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    let (kind, point) = match check.finish((kind, point)) {
        // What is rented for nothing is lent.
        Ok((Some(Kind::Rent), Some(point))) if price.is_none() => (Kind::Lend, point),
        Ok((Some(kind), Some(point))) => (kind, point),
        Ok(_) => return Err(Why::Unreadable),
        Err(errors) => return Err(Why::Invalid(errors)),
    };
    Ok(Listing {
        state: State::Published,
        title,
        description,
        lang: Lang::from_code(&line.lang).unwrap_or_default(),
        category_id: Some(known.map_or(FALLBACK, |c| c.id.as_str()).to_owned()),
        prices: prices(kind, price),
        tags: Tags(tags),
        lat: Some(point.lat()),
        lon: Some(point.lon()),
        published_at: Some(now),
        ..empty(&ctx.settings, owner, ListingId::at(now), kind, now)
    })
}

/// What is asked for a day of a thing, or for help as a whole.
fn prices(kind: Kind, minor: Option<i64>) -> PriceTerms {
    match (kind, minor) {
        (Kind::Rent, _) => PriceTerms::per_day(minor),
        (Kind::Service, Some(minor)) => PriceTerms {
            basis: Basis::Fixed { minor },
            ..PriceTerms::default()
        },
        _ => PriceTerms::default(),
    }
}
