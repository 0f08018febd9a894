//! Searching.

use super::{
    attributes,
    document::{CONCEPT, HEAD, WHOLE},
    index::{self, Days, EVERYTHING, Of, Packed, Price, Score},
    language::built_in_concepts,
    mending,
    model::{Found, Hit, PAGE_SIZE, Query, Sort},
    pricing::Pricing,
    ranking::Ranking,
    reading::{Expression, Need, Reading},
    score,
};
use crate::{
    Ctx, Day,
    db::Tx,
    error::Fault,
    instance,
    listings::ListingId,
    places::{Cell, Point, Resolution, cover, distance_m},
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Characters of the words that count.
const LONGEST_WORDS: usize = 200;
/// More cells than this are not looked up; distances alone decide then.
const MOST_CELLS: usize = 150;
/// How far away similar things are looked for, in metres.
const NEARBY_M: f64 = 15_000.0;
/// Listings read and indexed at once when the index is built.
const AT_ONCE: i64 = 500;
/// Under this name the instance notes which version its index has.
const FACT: &str = "search_index";

/// Finds listings.
///
/// # Errors
/// When the database does not answer.
pub async fn find(ctx: &Ctx, query: &Query) -> Result<Found, Fault> {
    let mut tx = ctx.db.read().await?;
    let today = query.today.unwrap_or_else(|| ctx.today());
    let search = Search {
        query,
        fitting: attributes::fitting(&mut tx, &query.attributes).await?,
        place: place(query, resolution(ctx)),
        filters: filters(query),
        days: Days::of(query.days, today),
        pricing: Pricing::of(ctx, query, today),
        resolution: resolution(ctx),
    };
    if query.days.is_some_and(|(first, last)| last < first || first < today) {
        return Ok(Found::default());
    }
    let words: String = query.words.chars().take(LONGEST_WORDS).collect();
    if words.trim().is_empty() {
        let hits = search.look(&mut tx, None, None).await?;
        return Ok(search.page(hits));
    }
    let mut reading = Reading::of(&words, built_in_concepts());
    let mut known = mend(&mut tx, &mut reading, |need| need.is_unknown).await?;
    let mut hits = search.attempt_all(&mut tx, &reading, &known).await?;
    if hits.is_empty() {
        let before = reading.clone();
        known = mend(&mut tx, &mut reading, |_| true).await?;
        if reading != before {
            hits = search.attempt_all(&mut tx, &reading, &known).await?;
        }
    }
    Ok(search.page(hits))
}

/// Published things like this one, nearest in meaning first, from around it; with days, only what is free on them.
///
/// # Errors
/// When the database does not answer.
pub async fn similar(
    ctx: &Ctx,
    id: ListingId,
    days: Option<(Day, Day)>,
    limit: usize,
) -> Result<Vec<ListingId>, Fault> {
    let mut tx = ctx.db.read().await?;
    let Some(entry) = index::entry(&mut tx, id).await? else {
        return Ok(Vec::new());
    };
    let centre = entry.cell.centre();
    let near = cover(centre, NEARBY_M, resolution(ctx))
        .into_iter()
        .map(index::cell_word)
        .map(Expression::Word)
        .collect();
    let mut found: Vec<ListingId> = Vec::new();
    let days = Days::of(days, ctx.today());
    let named = index::named_words(&mut tx, id).await?;
    let categories: Vec<&String> = entry.words.iter().filter(|word| word.starts_with('g')).collect();
    for own in [
        named
            .iter()
            .filter(|word| word.starts_with([WHOLE, HEAD, CONCEPT]))
            .collect(),
        categories,
    ] {
        if own.is_empty() || found.len() >= limit {
            continue;
        }
        let names: Vec<&str> = own.iter().map(|word| word.as_str()).chain([EVERYTHING]).collect();
        let known = index::listings_with(&mut tx, &names).await?;
        let all = known.get(EVERYTHING).copied().unwrap_or(0);
        let any = own.iter().map(|word| Expression::Word((*word).clone())).collect();
        let own: Vec<(u32, f32)> = own
            .iter()
            .map(|word| {
                let hash = index::hash(word);
                let weight = entry.amounts.get(hash).map_or(0.1, score::Amount::saturated);
                (
                    hash,
                    weight * score::telling(known.get(*word).copied().unwrap_or(1), all),
                )
            })
            .collect();
        let condition = Expression::All(vec![Expression::Any(any), Expression::Any(Vec::clone(&near))]).simplified();
        let mut alike = |amounts: Packed<'_>| {
            let shared = amounts.rows().filter_map(|(hash, amount)| {
                let (_, weight) = own.iter().find(|(own, _)| *own == hash)?;
                Some(weight * amount.saturated())
            });
            shared.sum()
        };
        let mut ranked: Vec<(f32, f64, ListingId)> = index::candidates(
            &mut tx,
            &condition,
            &days,
            Of {
                score: Some(&mut alike),
                price: None,
            },
        )
        .await?
        .into_iter()
        .filter(|candidate| candidate.listing_id != id && !found.contains(&candidate.listing_id))
        .map(|candidate| {
            let distance = distance_m(centre, candidate.cell.centre());
            (candidate.score, distance, candidate.listing_id)
        })
        .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.total_cmp(&b.1)).then(b.2.cmp(&a.2)));
        found.extend(ranked.into_iter().map(|(_, _, id)| id).take(limit - found.len()));
    }
    Ok(found)
}

/// Makes the index if it is missing or of another version. Called at start.
///
/// # Errors
/// When the database refuses.
pub async fn prepare(ctx: &Ctx) -> Result<(), Fault> {
    let mut tx = ctx.db.write().await?;
    let version = instance::fact(&mut tx, FACT).await?;
    tx.commit().await?;
    // the tables of another version may have another shape: they are not touched before they are dropped
    if version.as_deref() != Some(index::VERSION) {
        reindex(ctx).await?;
    }
    Ok(())
}

/// Builds the index anew and tells how many listings are in it. Searches during that find what is in it so far.
///
/// # Errors
/// When the database refuses.
pub async fn reindex(ctx: &Ctx) -> Result<usize, Fault> {
    let mut tx = ctx.db.write().await?;
    index::clear(&mut tx).await?;
    tx.commit().await?;
    let mut last = None;
    let mut count = 0;
    loop {
        let mut tx = ctx.db.write().await?;
        let entries = index::entries_after(&mut tx, last, AT_ONCE).await?;
        for entry in &entries {
            // somebody may have changed it since the index was emptied
            index::remove(&mut tx, entry.id).await?;
        }
        index::add(&mut tx, &entries).await?;
        last = entries.last().map(|entry| entry.id);
        count += entries.len();
        if last.is_none() {
            index::tidy(&mut tx).await?;
            instance::note(&mut tx, FACT, index::VERSION).await?;
        }
        tx.commit().await?;
        if last.is_none() {
            return Ok(count);
        }
    }
}

/// Brings the index up to what a listing is now: called in the transaction that changed it.
///
/// # Errors
/// When the database refuses.
pub async fn refresh(tx: &mut Tx, id: ListingId) -> sqlx::Result<()> {
    index::remove(tx, id).await?;
    match index::entry(tx, id).await? {
        Some(entry) => index::add(tx, &[entry]).await,
        None => Ok(()),
    }
}

fn resolution(ctx: &Ctx) -> Resolution {
    Resolution::try_from(ctx.settings.cell_resolution).unwrap_or(Resolution::PUBLIC)
}

/// The cells around the centre asked for; `None` when place does not narrow, or so many would that they are not looked up.
fn place(query: &Query, resolution: Resolution) -> Option<Expression> {
    let cells = cover(query.centre?, query.radius_m?, resolution);
    let words = || {
        cells
            .iter()
            .map(|cell| Expression::Word(index::cell_word(*cell)))
            .collect()
    };
    (cells.len() <= MOST_CELLS).then(|| Expression::Any(words()))
}

/// What kind and category ask for.
fn filters(query: &Query) -> Vec<Expression> {
    let kind = query.kind.map(index::kind_word);
    let category = query.category.as_deref().map(index::category_word);
    kind.into_iter().chain(category).map(Expression::Word).collect()
}

/// Mends the needs that no listing has a word for. Gives how many listings have each word of the reading, and how many
/// there are.
async fn mend(tx: &mut Tx, reading: &mut Reading, which: impl Fn(&Need) -> bool) -> sqlx::Result<HashMap<String, u32>> {
    let concepts = built_in_concepts();
    let mut known = count(tx, reading).await?;
    let mut mended = false;
    for at in 0..reading.needs.len() {
        let nobody = reading.own_words(at).all(|word| !known.contains_key(word));
        if !nobody || !which(&reading.needs[at]) {
            continue;
        }
        let mut listed: Vec<(String, u32)> = Vec::new();
        // whoever mistypes the first letter too is helped by the names of things only
        if let Some(first) = reading.needs[at].typed.chars().next() {
            for kind in [WHOLE, HEAD] {
                listed.extend(index::words_from(tx, &format!("{kind}{first}")).await?);
            }
        }
        let listed = listed.iter().map(|(word, listings)| (&word[1..], *listings));
        let keys = mending::meant(&reading.needs[at], listed, concepts);
        if !keys.is_empty() {
            reading.mend(at, &keys, concepts);
            mended = true;
        }
    }
    if mended {
        known = count(tx, reading).await?;
    }
    Ok(known)
}

async fn count(tx: &mut Tx, reading: &Reading) -> sqlx::Result<HashMap<String, u32>> {
    let mut words = reading.words();
    words.push(EVERYTHING);
    index::listings_with(tx, &words).await
}

struct Search<'a> {
    query: &'a Query,
    /// Those whose attributes will do; `None` when none are asked for.
    fitting: Option<HashSet<ListingId>>,
    place: Option<Expression>,
    filters: Vec<Expression>,
    days: Days,
    /// If the query asks about prices.
    pricing: Option<Pricing>,
    resolution: Resolution,
}

/// A hit and, with a centre, its distance.
type Hits = Vec<Hit>;

impl Search<'_> {
    /// The strictest reading that finds anything.
    async fn attempt_all(&self, tx: &mut Tx, reading: &Reading, known: &HashMap<String, u32>) -> sqlx::Result<Hits> {
        let all = known.get(EVERYTHING).copied().unwrap_or(0);
        let having = |at| {
            reading
                .own_words(at)
                .filter_map(|word| known.get(word))
                .max()
                .copied()
                .unwrap_or(0)
        };
        let telling: Vec<f32> = (0..reading.needs.len())
            .map(|at| score::telling(having(at), all))
            .collect();
        for attempt in reading.attempts() {
            // words that no listing has need not be asked for
            let Some(condition) = attempt.expression(reading).among(&|word| known.contains_key(word)) else {
                continue;
            };
            let mut ranking = Ranking::new(reading, attempt.akin, &telling, |word| known.contains_key(word));
            let mut score = |amounts: Packed<'_>| ranking.score(amounts);
            let mut hits = self.look(tx, Some(condition), Some(&mut score)).await?;
            let best = hits.iter().map(|hit| hit.score).fold(0.0, f64::max);
            hits.retain(|hit| hit.score >= attempt.least_score(best));
            if !hits.is_empty() {
                return Ok(hits);
            }
        }
        Ok(Vec::new())
    }

    /// Everything that meets a condition, within the radius, in no order.
    async fn look(&self, tx: &mut Tx, words: Option<Expression>, score: Option<Score<'_>>) -> sqlx::Result<Hits> {
        let mut parts: Vec<Expression> = words
            .into_iter()
            .chain(self.place.clone())
            .chain(self.filters.clone())
            .collect();
        if parts.is_empty() {
            parts.push(Expression::Word(EVERYTHING.to_owned()));
        }
        let condition = Expression::All(parts).simplified();
        let mut pricing = self.pricing.clone();
        let mut priced = pricing.as_mut().map(|pricing| |terms: &str| pricing.price(terms));
        let price = priced.as_mut().map(|price| price as Price<'_>);
        let candidates = index::candidates(tx, &condition, &self.days, Of { score, price }).await?;
        let dearest = self.query.most_minor;
        let mut distances = HashMap::new();
        Ok(candidates
            .into_iter()
            .filter(|candidate| {
                self.fitting
                    .as_ref()
                    .is_none_or(|fitting| fitting.contains(&candidate.listing_id))
            })
            .filter(|candidate| dearest.is_none_or(|dearest| candidate.price.is_some_and(|price| price <= dearest)))
            .filter_map(|candidate| {
                let cell = candidate.cell.parent(self.resolution);
                let distance_m = self.query.centre.map(|centre| distance(&mut distances, centre, cell));
                let outside = distance_m
                    .zip(self.query.radius_m)
                    .is_some_and(|(distance, radius)| distance > radius);
                let (id, published_at) = (candidate.listing_id, candidate.published_at);
                (!outside).then_some(Hit {
                    id,
                    cell,
                    distance_m,
                    score: f64::from(candidate.score),
                    price: candidate.price,
                    published_at,
                })
            })
            .collect())
    }

    /// Counts, narrows to the cell, sorts and cuts out the page.
    fn page(&self, mut hits: Hits) -> Found {
        let mut cells: BTreeMap<Cell, usize> = BTreeMap::new();
        for hit in &hits {
            *cells.entry(hit.cell).or_default() += 1;
        }
        if let Some(cell) = self.query.cell {
            hits.retain(|hit| hit.cell.parent(cell.resolution()) == cell);
        }
        let total = hits.len();
        let from = self.query.page.saturating_sub(1).saturating_mul(PAGE_SIZE).min(total);
        let until = from.saturating_add(PAGE_SIZE).min(total);
        // only as far as the page reaches
        if until < total && until > 0 {
            hits.select_nth_unstable_by(until - 1, |a, b| self.order(a, b));
            hits.truncate(until);
        }
        hits.sort_unstable_by(|a, b| self.order(a, b));
        Found {
            total,
            hits: hits.split_off(from),
            cells: cells.into_iter().collect(),
        }
    }

    /// A total order: whatever is asked for first, then what is better, nearer, newer.
    fn order(&self, a: &Hit, b: &Hit) -> std::cmp::Ordering {
        let better = || b.score.total_cmp(&a.score);
        let nearer = || a.distance_m.unwrap_or(0.0).total_cmp(&b.distance_m.unwrap_or(0.0));
        let newer = || b.published_at.cmp(&a.published_at).then(b.id.cmp(&a.id));
        match self.query.sort {
            Sort::Relevance if self.query.words.trim().is_empty() => newer(),
            Sort::Relevance => better().then_with(nearer).then_with(newer),
            Sort::Distance if self.query.centre.is_some() => nearer().then_with(better).then_with(newer),
            Sort::Distance => better().then_with(newer),
            Sort::Newest => newer(),
            Sort::Price => {
                let cheaper = a.price.unwrap_or(i64::MAX).cmp(&b.price.unwrap_or(i64::MAX));
                cheaper.then_with(better).then_with(nearer).then_with(newer)
            }
        }
    }
}

fn distance(known: &mut HashMap<Cell, f64>, centre: Point, cell: Cell) -> f64 {
    *known.entry(cell).or_insert_with(|| distance_m(centre, cell.centre()))
}
