//! What was found, as cards; and if nothing was, what would find something.

use super::{
    attributes,
    form::{kilometres, kind_name},
    map::place_of,
    params::{Params, RADII_KM},
};
use crate::{
    listings::cards,
    shell::{
        Visitor, format,
        pieces::{icon, large_icon},
    },
};
use domain::{
    Ctx, Lang,
    error::Fault,
    listings::{Card, categories::Categories},
    places::distance_m,
    search::{Found, Hit, PAGE_SIZE, Query, find},
};
use leptos::prelude::*;
use std::sync::Arc;

/// Most cards of something else where nothing was found.
const MOST_OTHERS: usize = 4;
/// Most wider radii offered.
const MOST_WIDER: usize = 3;
/// Pages beside the present one that are offered by their number.
const PAGES_BESIDE: usize = 2;

/// A search and what it found.
#[derive(Debug)]
pub struct Results {
    /// The search.
    pub params: Params,
    /// What it found.
    pub found: Found,
    /// The cards of this page, each with how far away.
    pub cards: Vec<(Card, Option<f64>)>,
    /// Where nothing was found: what would find something.
    pub ways: Vec<Way>,
    /// Where nothing was found: other things nearby.
    pub others: Vec<(Card, Option<f64>)>,
    /// The category tree.
    pub tree: Arc<Categories>,
}

/// Another search that would find something.
#[derive(Clone, PartialEq, Debug)]
pub struct Way {
    /// What is different.
    pub change: Change,
    /// Its address.
    pub href: String,
    /// How many it would find.
    pub count: usize,
}

/// What another search does differently.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Change {
    /// A wider radius, in kilometres.
    Wider(f64),
    /// On any day.
    AnyDay,
    /// At any price.
    AnyPrice,
    /// The whole map.
    WholeMap,
    /// Without what its attributes have to be.
    AnyAttribute,
    /// Without category and kind.
    AnyKind,
    /// Without the words.
    AnyWords,
}

impl Results {
    /// Searches. Beyond the last page it shows the last.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ask(ctx: &Ctx, mut params: Params, tree: Arc<Categories>) -> Result<Self, Fault> {
        let mut found = find(ctx, &params.query).await?;
        if found.hits.is_empty() && found.total > 0 {
            params.stay_within(pages(found.total));
            found = find(ctx, &params.query).await?;
        }
        let cards = with_cards(ctx, &found.hits).await?;
        let (mut ways, mut others) = (Vec::new(), Vec::new());
        if found.total == 0 {
            ways = ways_on(ctx, &params).await?;
            others = others_near(ctx, &params.query).await?;
        }
        Ok(Self {
            params,
            found,
            cards,
            ways,
            others,
            tree,
        })
    }
}

/// The cards of hits, in their order.
///
/// # Errors
/// When the database does not answer.
pub async fn with_cards(ctx: &Ctx, hits: &[Hit]) -> Result<Vec<(Card, Option<f64>)>, Fault> {
    let ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
    let cards = domain::listings::cards(ctx, &ids).await?;
    let distance = |card: &Card| hits.iter().find(|hit| hit.id == card.id).and_then(|hit| hit.distance_m);
    Ok(cards
        .into_iter()
        .map(|card| (distance(&card), card))
        .map(|(metres, card)| (card, metres))
        .collect())
}

/// How many pages so many hits fill.
#[must_use]
pub const fn pages(total: usize) -> usize {
    total.div_ceil(PAGE_SIZE)
}

/// What would find something: looking further, on any day, on the whole map, in everything, for anything.
async fn ways_on(ctx: &Ctx, params: &Params) -> Result<Vec<Way>, Fault> {
    let asked = &params.query;
    let mut ways = Vec::new();
    if let Some((centre, radius_m)) = asked.centre.zip(asked.radius_m).filter(|_| asked.cell.is_none()) {
        let widest = RADII_KM.map(f64::from).into_iter().fold(0.0, f64::max);
        let wide = find(
            ctx,
            &Query {
                radius_m: Some(widest * 1_000.0),
                page: 1,
                ..asked.clone()
            },
        )
        .await?;
        let within = |km: f64| {
            let inside = |cell: domain::places::Cell| distance_m(centre, cell.centre()) <= km * 1_000.0;
            wide.cells
                .iter()
                .filter(|(cell, _)| inside(*cell))
                .map(|(_, count)| count)
                .sum::<usize>()
        };
        let mut most = 0;
        for km in RADII_KM.map(f64::from).into_iter().filter(|km| km * 1_000.0 > radius_m) {
            let count = within(km);
            if count > most && ways.len() < MOST_WIDER {
                most = count;
                ways.push(Way {
                    change: Change::Wider(km),
                    href: params.href(&[("radius_km", &km.to_string())]),
                    count,
                });
            }
        }
    }
    let without = [
        (
            Change::WholeMap,
            asked.cell.is_some(),
            Query {
                cell: None,
                ..asked.clone()
            },
            vec![("cell", "")],
        ),
        (
            Change::AnyDay,
            asked.days.is_some(),
            Query {
                days: None,
                ..asked.clone()
            },
            vec![("from", ""), ("to", "")],
        ),
        (
            Change::AnyPrice,
            asked.most_minor.is_some(),
            Query {
                most_minor: None,
                ..asked.clone()
            },
            vec![("max_price", "")],
        ),
        (
            Change::AnyAttribute,
            !asked.attributes.is_empty(),
            Query {
                attributes: Vec::new(),
                ..asked.clone()
            },
            params.attribute_names().map(|name| (name, "")).collect(),
        ),
        (
            Change::AnyKind,
            asked.category.is_some() || asked.kind.is_some(),
            Query {
                category: None,
                attributes: Vec::new(),
                kind: None,
                ..asked.clone()
            },
            vec![("category", ""), ("kind", "")],
        ),
        (
            Change::AnyWords,
            !asked.words.is_empty(),
            Query {
                words: String::new(),
                ..asked.clone()
            },
            vec![("q", "")],
        ),
    ];
    for (change, _, query, changes) in without.into_iter().filter(|(_, asked, ..)| *asked) {
        let count = find(ctx, &Query { page: 1, ..query }).await?.total;
        if count > 0 {
            ways.push(Way {
                change,
                href: params.href(&changes),
                count,
            });
        }
    }
    Ok(ways)
}

/// Other things of the same category nearby, or of any.
async fn others_near(ctx: &Ctx, asked: &Query) -> Result<Vec<(Card, Option<f64>)>, Fault> {
    let like = Query {
        centre: asked.centre,
        radius_m: asked.centre.map(|_| f64::from(RADII_KM[RADII_KM.len() - 1]) * 1_000.0),
        today: asked.today,
        category: asked.category.clone(),
        sort: domain::search::Sort::Distance,
        page: 1,
        ..Query::default()
    };
    let mut found = find(ctx, &like).await?;
    if found.total == 0 && like.category.is_some() {
        found = find(ctx, &Query { category: None, ..like }).await?;
    }
    with_cards(ctx, &found.hits[..found.hits.len().min(MOST_OTHERS)]).await
}

/// How many there are, and where.
#[must_use]
pub fn count(lang: Lang, params: &Params, total: usize) -> String {
    match (&params.place, params.query.radius_m) {
        (Some(place), Some(_)) => t!(
            lang,
            "search-count-around",
            count = total,
            radius = kilometres(lang, params.radius_km),
            place = place.clone()
        ),
        _ => t!(lang, "search-count", count = total),
    }
}

/// What narrows the search; each takes itself away.
#[must_use]
pub fn chips(visitor: &Visitor, results: &Results) -> AnyView {
    let lang = visitor.lang;
    let params = &results.params;
    let q = &params.query;
    let mut chips: Vec<(String, String)> = Vec::new();
    if !q.words.is_empty() {
        chips.push((
            t!(lang, "search-chip-words", words = q.words.clone()),
            params.href(&[("q", "")]),
        ));
    }
    if let Some(place) = &params.place {
        let text = t!(
            lang,
            "search-chip-place",
            place = place.clone(),
            radius = kilometres(lang, params.radius_km)
        );
        chips.push((text, params.href(&[("place", ""), ("lat", ""), ("lon", "")])));
    }
    if let Some((from, to)) = q.days {
        let days = format::days(lang, from, to, visitor.today());
        chips.push((
            t!(lang, "search-chip-days", days = days),
            params.href(&[("from", ""), ("to", "")]),
        ));
    }
    if let Some(category) = q.category.as_deref().and_then(|id| results.tree.get(id)) {
        chips.push((category.name.get(lang).to_owned(), params.href(&[("category", "")])));
    }
    for filter in &q.attributes {
        if let Some((text, parameters)) = attributes::said(lang, &results.tree, q.category.as_deref(), filter) {
            let changes: Vec<_> = parameters.iter().map(|name| (name.as_str(), "")).collect();
            chips.push((text, params.href(&changes)));
        }
    }
    if let Some(kind) = q.kind {
        chips.push((kind_name(lang, kind), params.href(&[("kind", "")])));
    }
    if let Some(minor) = q.most_minor {
        let most = format::money(lang, minor, &visitor.ctx().settings.currency);
        chips.push((
            t!(lang, "search-chip-price", most = most),
            params.href(&[("max_price", "")]),
        ));
    }
    if let Some(cell) = q.cell {
        chips.push((
            t!(lang, "search-chip-cell", place = place_of(cell)),
            params.href(&[("cell", "")]),
        ));
    }
    if chips.is_empty() {
        return ().into_any();
    }
    let items = chips
        .into_iter()
        .map(|(text, href)| {
            view! {
                <li>
                    <a class="chip" href=href>
                        <span dir="auto">{text}</span>" "{icon("close")}
                        <span class="visually-hidden">{t!(lang, "search-chip-remove")}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="chips" aria-label=t!(lang, "search-chips")>{items}</ul> }.into_any()
}

/// The cards and the pages, or what to do when there are none.
#[must_use]
pub fn list(visitor: &Visitor, results: &Results) -> AnyView {
    if results.found.total == 0 {
        return nothing(visitor, results);
    }
    view! {
        {cards(visitor, &results.tree, &results.cards, results.params.query.days, 2)}
        {pagination(visitor.lang, &results.params, pages(results.found.total))}
    }
    .into_any()
}

fn nothing(visitor: &Visitor, results: &Results) -> AnyView {
    let lang = visitor.lang;
    let params = &results.params;
    let title = match (&params.place, params.query.words.is_empty()) {
        (Some(place), _) => t!(
            lang,
            "search-nothing-around",
            radius = kilometres(lang, params.radius_km),
            place = place.clone()
        ),
        (None, _) => t!(lang, "search-nothing"),
    };
    let text = if results.ways.is_empty() {
        t!(lang, "search-nothing-at-all")
    } else {
        t!(lang, "search-nothing-text")
    };
    let ways = results
        .ways
        .iter()
        .enumerate()
        .map(|(at, way)| {
            let class = if at == 0 { "button" } else { "button button--quiet" };
            view! { <a class=class href=way.href.clone()>{way_text(lang, way)}</a> }
        })
        .collect_view();
    let others = (!results.others.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{t!(lang, "search-others")}</h2></div>
                {cards(visitor, &results.tree, &results.others, None, 0)}
            </section>
        }
    });
    view! {
        <div class="empty">
            {large_icon("search")}
            <h2>{title}</h2>
            <p class="empty__text">{text}</p>
            <div class="widen">{ways}</div>
            {(!params.query.words.is_empty()).then(|| view! { <p class="empty__text">{t!(lang, "search-nothing-words")}</p> })}
        </div>
        {others}
    }
    .into_any()
}

fn way_text(lang: Lang, way: &Way) -> String {
    let count = way.count;
    match way.change {
        Change::Wider(km) => t!(lang, "search-way-wider", radius = kilometres(lang, km), count = count),
        Change::AnyDay => t!(lang, "search-way-any-day", count = count),
        Change::AnyPrice => t!(lang, "search-way-any-price", count = count),
        Change::WholeMap => t!(lang, "search-way-whole-map", count = count),
        Change::AnyAttribute => t!(lang, "search-way-any-attribute", count = count),
        Change::AnyKind => t!(lang, "search-way-any-kind", count = count),
        Change::AnyWords => t!(lang, "search-way-any-words", count = count),
    }
}

/// The numbers to offer: the first, the last and those around the present one; `None` is a gap.
#[must_use]
pub fn numbers(page: usize, pages: usize) -> Vec<Option<usize>> {
    let mut numbers = Vec::new();
    for n in 1..=pages {
        if n == 1 || n == pages || n.abs_diff(page) <= PAGES_BESIDE {
            numbers.push(Some(n));
        } else if numbers.last() != Some(&None) {
            numbers.push(None);
        }
    }
    numbers
}

fn pagination(lang: Lang, params: &Params, pages: usize) -> AnyView {
    if pages < 2 {
        return ().into_any();
    }
    let page = params.query.page;
    let href = |n: usize| params.href(&[("page", &if n > 1 { n.to_string() } else { String::new() })]);
    let before = if page > 1 {
        view! { <a class="pagination__link" href=href(page - 1) rel="prev">{icon("left")}{t!(lang, "search-page-back")}</a> }
            .into_any()
    } else {
        view! { <span class="pagination__link" aria-disabled="true">{icon("left")}{t!(lang, "search-page-back")}</span> }
            .into_any()
    };
    let after = if page < pages {
        view! { <a class="pagination__link" href=href(page + 1) rel="next">{t!(lang, "search-page-next")}{icon("right")}</a> }
            .into_any()
    } else {
        view! { <span class="pagination__link" aria-disabled="true">{t!(lang, "search-page-next")}{icon("right")}</span> }
            .into_any()
    };
    let numbers = numbers(page, pages)
        .into_iter()
        .map(|number| match number {
            Some(n) => {
                let current = (n == page).then_some("page");
                let says = t!(lang, "search-page", number = n);
                view! { <a class="pagination__link" href=href(n) aria-current=current aria-label=says>{n.to_string()}</a> }
                    .into_any()
            }
            None => view! { <span class="pagination__link" aria-hidden="true">"…"</span> }.into_any(),
        })
        .collect_view();
    view! { <nav class="pagination" aria-label=t!(lang, "search-pages")>{before}{numbers}{after}</nav> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_up() {
        assert_eq!([0, 1, 24, 25].map(pages), [0, 1, 1, 2]);
    }

    #[test]
    fn the_first_the_last_and_the_neighbours_are_offered() {
        assert_eq!(numbers(1, 3), [Some(1), Some(2), Some(3)]);
        assert_eq!(
            numbers(6, 12),
            [
                Some(1),
                None,
                Some(4),
                Some(5),
                Some(6),
                Some(7),
                Some(8),
                None,
                Some(12)
            ]
        );
    }
}
