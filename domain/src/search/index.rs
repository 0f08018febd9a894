//! The index: one row per published listing with what ranking and availability need, and its words in an inverted index.
//!
//! It is derived data, made and rebuilt by code. Both engines keep the same words ([`super::document`]) and, with their own letters,
//! where and what a listing is:
//!
//! | letter | word |
//! |---|---|
//! | `a` | `a` alone: every listing has it |
//! | `r` | a cell that holds its public cell, at resolutions 4 to 8 |
//! | `k` | its kind |
//! | `g` | its category, or one above it |

use super::{
    document::{Document, ListingText},
    language::built_in_concepts,
    reading::Expression,
    score::Amount,
};
use super::{postgres, sqlite};
use crate::{
    Day, Lang, Timestamp,
    availability::{Grain, Rhythm},
    db::Tx,
    error::Fault,
    listings::{Kind, ListingId},
    places::Cell,
};
use std::collections::HashMap;

/// Changes whenever the words of listings or the tables change: an index of another version is built anew at start.
pub const VERSION: &str = "6";

/// The word that every listing has.
pub const EVERYTHING: &str = "a";

/// A published listing as the index keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Which.
    pub id: ListingId,
    /// Its public cell.
    pub cell: Cell,
    /// When it was published.
    pub published_at: Timestamp,
    /// How many units there are.
    pub unit_count: i64,
    /// The weekly plan's bits.
    pub weekly_plan: i64,
    /// Earliest start, in days from today.
    pub lead_days: i64,
    /// Shortest loan in days.
    pub shortest_days: i64,
    /// Longest loan in days.
    pub longest_days: i64,
    /// What is asked for it, as its column holds it; empty where nothing is offered that could have a price.
    pub prices: String,
    /// The last day lies at most so many days from today.
    pub horizon_days: i64,
    /// Whether it may stay out over days that are not in the plan.
    pub stays_out: bool,
    /// Whether some days are open in spite of the plan.
    pub opens: bool,
    /// Days that its owner needs between two loans; 0 by the hour.
    pub buffer_days: i64,
    /// All its words.
    pub words: Vec<String>,
    /// The amounts of those that are ranked by.
    pub amounts: Amounts,
}

/// The amounts of a listing's words, packed: four bytes of a hash of the word and one of the amount, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amounts(pub Vec<u8>);

const PACKED: usize = 5;

impl Amounts {
    /// Packs a document's amounts.
    pub fn of(document: &Document) -> Self {
        let mut rows: Vec<[u8; PACKED]> = document
            .words
            .iter()
            .map(|(word, amount)| {
                let [a, b, c, d] = hash(word).to_be_bytes();
                [a, b, c, d, amount.0]
            })
            .collect();
        rows.sort_unstable();
        Self(rows.concat())
    }

    /// The amount of a word by its [`hash`]; of a wrong word once in four thousand million.
    pub fn get(&self, hash: u32) -> Option<Amount> {
        Packed::of(&self.0).get(hash)
    }
}

/// [`Amounts`] as they lie in a row.
#[derive(Debug, Clone, Copy)]
pub struct Packed<'a>(&'a [[u8; PACKED]]);

impl<'a> Packed<'a> {
    /// Reads packed amounts where they lie.
    pub fn of(bytes: &'a [u8]) -> Self {
        Self(bytes.as_chunks().0)
    }

    /// The hashes of all words with their amounts, in order of the hashes.
    pub fn rows(self) -> impl Iterator<Item = (u32, Amount)> {
        self.0
            .iter()
            .map(|[a, b, c, d, amount]| (u32::from_be_bytes([*a, *b, *c, *d]), Amount(*amount)))
    }

    /// See [`Amounts::get`].
    pub fn get(self, hash: u32) -> Option<Amount> {
        let key = hash.to_be_bytes();
        let at = self.0.binary_search_by(|row| row[..4].cmp(&key)).ok()?;
        Some(Amount(self.0[at][4]))
    }
}

/// 32-bit FNV-1a.
pub fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// What the engine tests besides the words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Days {
    /// 0 when days are not asked for; else 1.
    pub asked: i64,
    /// First and last day.
    pub first: i64,
    /// See `first`.
    pub last: i64,
    /// Days from today to the first.
    pub ahead: i64,
    /// How many days.
    pub length: i64,
    /// The bits of the weekly plan that they need.
    pub weekdays: i64,
    /// The bits that the first and the last of them need.
    pub ends: i64,
    /// Days from today to the last.
    pub beyond: i64,
}

/// As long as a loan can be, so that more days are never looked at one by one.
pub const MOST_DAYS: usize = 366;

impl Days {
    /// The days asked for.
    pub fn of(days: Option<(Day, Day)>, today: Day) -> Self {
        let Some((first, last)) = days else {
            return Self::default();
        };
        Self {
            asked: 1,
            first: first.0,
            last: last.0,
            ahead: first.0 - today.0,
            length: last.0 - first.0 + 1,
            weekdays: first.to(last).take(7).fold(0, |bits, day| bits | 1 << day.weekday()),
            beyond: last.0 - today.0,
            ends: 1 << first.weekday() | 1 << last.weekday(),
        }
    }
}

/// A listing that meets a condition.
#[derive(Debug)]
pub struct Candidate {
    /// Which.
    pub listing_id: ListingId,
    /// Its public cell.
    pub cell: Cell,
    /// When it was published.
    pub published_at: Timestamp,
    /// What the ranking made of its amounts; 0 without one.
    pub score: f32,
    /// What it costs, in minor units; `None` where that was not asked, or cannot be said.
    pub price: Option<i64>,
}

/// Gives a candidate's score by its amounts.
pub type Score<'a> = &'a mut (dyn FnMut(Packed<'_>) -> f32 + Send);

/// Gives a candidate's price by what is asked for it.
pub type Price<'a> = &'a mut (dyn FnMut(&str) -> Option<i64> + Send);

/// What is worked out of each candidate.
#[derive(Default)]
pub struct Of<'s, 'p> {
    /// Its score.
    pub score: Option<Score<'s>>,
    /// Its price.
    pub price: Option<Price<'p>>,
}

/// The word of a cell.
pub fn cell_word(cell: Cell) -> String {
    format!("r{cell}")
}

/// The word of a kind.
pub fn kind_word(kind: Kind) -> String {
    format!("k{}", kind.name().replace('_', "0"))
}

/// The word of a category.
pub fn category_word(id: &str) -> String {
    // only letters and digits stay one word in every engine; other characters by their number
    let spelled = id.chars().map(|c| {
        if c.is_ascii_alphanumeric() {
            c.to_string()
        } else {
            format!("0{:x}0", u32::from(c))
        }
    });
    format!("g{}", spelled.collect::<String>())
}

#[derive(sqlx::FromRow)]
struct Row {
    id: ListingId,
    kind: Kind,
    title: String,
    description: String,
    lang: Lang,
    tags: String,
    cell: Cell,
    unit_count: i64,
    weekly_plan: i64,
    lead_days: i64,
    longest_days: i64,
    #[sqlx(flatten)]
    rhythm: Rhythm,
    opens: bool,
    published_at: Option<Timestamp>,
    prices: String,
    category_id: Option<String>,
    category_de: Option<String>,
    category_en: Option<String>,
    parent_id: Option<String>,
    parent_de: Option<String>,
    parent_en: Option<String>,
}

impl Row {
    fn read(self, accessories: &[String]) -> Entry {
        let names = [&self.category_de, &self.category_en, &self.parent_de, &self.parent_en];
        let categories: Vec<&str> = names.into_iter().filter_map(|name| name.as_deref()).collect();
        let labels: Vec<&str> = self
            .tags
            .split(',')
            .map(str::trim)
            .filter(|tag| !tag.is_empty())
            .collect();
        let description = format!("{}\n{}", self.description, accessories.join(", "));
        let text = ListingText {
            title: &self.title,
            description: &description,
            labels: &labels,
            categories: &categories,
            tongue: Some(self.lang),
        };
        let document = Document::of(&text, built_in_concepts());
        let amounts = Amounts::of(&document);
        let mut words: Vec<String> = document.words.into_iter().map(|(word, _)| word).collect();
        words.push(EVERYTHING.to_owned());
        words.push(kind_word(self.kind));
        words.extend(
            [&self.category_id, &self.parent_id]
                .into_iter()
                .flatten()
                .map(|id| category_word(id)),
        );
        words.extend(self.cell.indexed().map(cell_word));
        words.sort_unstable();
        words.dedup();
        // Search asks for days. By the hour, those who want whole days want so many hours in a row; some hours of one day
        // are always few enough.
        let (lead_days, shortest_days, longest_days, buffer_days) = match self.rhythm.grain {
            Grain::Day => (
                self.lead_days,
                self.rhythm.shortest,
                self.longest_days,
                self.rhythm.buffer,
            ),
            Grain::Hour => (
                self.rhythm.lead_hours / 24,
                1,
                (self.rhythm.longest_hours / 24).max(1),
                0,
            ),
        };
        Entry {
            id: self.id,
            cell: self.cell,
            published_at: self.published_at.unwrap_or(Timestamp(0)),
            unit_count: self.unit_count,
            weekly_plan: self.weekly_plan,
            lead_days,
            shortest_days,
            longest_days,
            horizon_days: self.rhythm.horizon_days,
            stays_out: self.rhythm.stays_out,
            opens: self.opens,
            buffer_days,
            prices: if self.kind.is_wanted() {
                String::new()
            } else {
                self.prices
            },
            words,
            amounts,
        }
    }
}

macro_rules! select_listing {
    ($rest:literal) => {
        concat!(
            "select l.id, l.kind, l.title, l.description, l.lang, l.tags, l.cell, l.unit_count, l.weekly_plan,
                    l.lead_days, l.longest_days, l.grain, l.week_hours, l.stays_out, l.buffer, l.shortest, l.lead_hours,
                    l.longest_hours, l.horizon_days, l.published_at, l.prices, l.category_id,
                    exists (select 1 from listing_exception x where x.listing_id = l.id and x.is_open) as opens, c.name_de as category_de,
                    c.name_en as category_en, p.id as parent_id, p.name_de as parent_de, p.name_en as parent_en
               from listing l left join category c on c.id = l.category_id left join category p on p.id = c.parent_id
              where l.state = 'published' and l.cell is not null and ",
            $rest
        )
    };
}

/// A published listing, read for the index.
pub async fn entry(tx: &mut Tx, id: ListingId) -> sqlx::Result<Option<Entry>> {
    let row = run!(tx, db => sqlx::query_as::<_, Row>(select_listing!("l.id = $1")).bind(id).fetch_optional(db))?;
    let Some(row) = row else { return Ok(None) };
    let accessories = accessories(tx, id).await?;
    Ok(Some(row.read(&accessories)))
}

/// The words of a published listing's title alone: what it is, not what its description happens to mention.
pub async fn named_words(tx: &mut Tx, id: ListingId) -> sqlx::Result<Vec<String>> {
    let row = run!(tx, db => sqlx::query_as::<_, Row>(select_listing!("l.id = $1")).bind(id).fetch_optional(db))?;
    Ok(row.map_or_else(Vec::new, |row| {
        let title = ListingText {
            title: &row.title,
            tongue: Some(row.lang),
            ..ListingText::default()
        };
        Document::of(&title, built_in_concepts())
            .words
            .into_iter()
            .map(|(word, _)| word)
            .collect()
    }))
}

/// The published listings that follow `after` in order of their ids, at most `limit`.
pub async fn entries_after(tx: &mut Tx, after: Option<ListingId>, limit: i64) -> sqlx::Result<Vec<Entry>> {
    let after = after.unwrap_or(ListingId(uuid::Uuid::nil()));
    let rows = run!(tx, db => sqlx::query_as::<_, Row>(select_listing!("l.id > $1 order by l.id limit $2"))
        .bind(after).bind(limit).fetch_all(db))?;
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let accessories = accessories(tx, row.id).await?;
        entries.push(row.read(&accessories));
    }
    Ok(entries)
}

async fn accessories(tx: &mut Tx, id: ListingId) -> sqlx::Result<Vec<String>> {
    run!(tx, db => sqlx::query_scalar::<_, String>(
        "select name from listing_accessory where listing_id = $1 order by position",
    ).bind(id).fetch_all(db))
}

/// Makes the tables of the index anew, empty; those of another version go.
pub async fn clear(tx: &mut Tx) -> Result<(), Fault> {
    match tx {
        Tx::Sqlite(tx) => sqlite::clear(tx).await?,
        Tx::Postgres(tx) => postgres::clear(tx).await?,
    }
    Ok(())
}

/// Brings what was written in many small parts together, so that a search reads one.
pub async fn tidy(tx: &mut Tx) -> sqlx::Result<()> {
    match tx {
        Tx::Sqlite(tx) => sqlite::tidy(tx).await,
        // PostgreSQL's vacuum does it by itself
        Tx::Postgres(_) => Ok(()),
    }
}

/// Takes listings into an index that does not have them yet.
pub async fn add(tx: &mut Tx, entries: &[Entry]) -> sqlx::Result<()> {
    match tx {
        Tx::Sqlite(tx) => sqlite::add(tx, entries).await,
        Tx::Postgres(tx) => postgres::add(tx, entries).await,
    }
}

/// Takes a listing out, if it is there.
pub async fn remove(tx: &mut Tx, id: ListingId) -> sqlx::Result<()> {
    match tx {
        Tx::Sqlite(tx) => sqlite::remove(tx, id).await,
        Tx::Postgres(tx) => postgres::remove(tx, id).await,
    }
}

/// The listings that meet a condition on their words, and are to be had on the days; with what is asked of them.
pub async fn candidates(
    tx: &mut Tx,
    condition: &Expression,
    days: &Days,
    of: Of<'_, '_>,
) -> sqlx::Result<Vec<Candidate>> {
    match tx {
        Tx::Sqlite(tx) => sqlite::candidates(tx, condition, days, of).await,
        Tx::Postgres(tx) => postgres::candidates(tx, condition, days, of).await,
    }
}

/// How many listings have each of the words; those that none has are missing.
pub async fn listings_with(tx: &mut Tx, words: &[&str]) -> sqlx::Result<HashMap<String, u32>> {
    let rows = match tx {
        Tx::Sqlite(tx) => sqlite::listings_with(tx, words).await,
        Tx::Postgres(tx) => postgres::listings_with(tx, words).await,
    }?;
    Ok(rows
        .into_iter()
        .map(|(word, listings)| (word, u32::try_from(listings).unwrap_or(u32::MAX)))
        .collect())
}

/// The words that begin with `beginning`, and how many listings have each.
pub async fn words_from(tx: &mut Tx, beginning: &str) -> sqlx::Result<Vec<(String, u32)>> {
    let beyond = format!("{beginning}\u{10ffff}");
    let rows = match tx {
        Tx::Sqlite(tx) => sqlite::words_between(tx, beginning, &beyond).await,
        Tx::Postgres(tx) => postgres::words_between(tx, beginning, &beyond).await,
    }?;
    Ok(rows
        .into_iter()
        .map(|(word, listings)| (word, u32::try_from(listings).unwrap_or(u32::MAX)))
        .collect())
}
