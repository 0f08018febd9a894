//! `GET /search`: what is there, as cards and on a map.

use super::{
    form::{self, search_box},
    hexmap::hexmap,
    map,
    params::{Ground, Params, Typed},
    results::{self, Results},
};
use crate::shell::{
    Answer, Page, Visitor, format,
    forms::{Asked, Errors},
    limits::Limited,
    pieces::icon,
};
use domain::{Ctx, listings::categories_of, places::Resolution};
use leptos::prelude::*;

/// `GET /search`
pub async fn search(visitor: Visitor, Asked(pairs): Asked<Vec<(String, String)>>) -> Answer {
    visitor.count(Limited::Read, &visitor.address)?;
    let ctx = visitor.ctx();
    let tree = categories_of(ctx).await?;
    let ground = Ground {
        categories: &tree,
        today: ctx.today(),
        currency: domain::prices::Currency::of(&visitor.ctx().settings.currency),
        resolution: resolution(ctx),
    };
    let params = Params::read(Typed::from_pairs(pairs), &ground);
    let mut results = Results::ask(ctx, params, tree).await?;
    crate::eligibility::mark(&visitor, results.cards.iter_mut().chain(&mut results.others)).await?;
    let lang = visitor.lang;
    let params = &results.params;
    let heading = heading(&visitor, params);
    let mut page = Page::new(&visitor, heading.clone()).canonical(params.href(&[]));
    if !params.is_general() || results.found.total == 0 {
        page = page.hidden();
    }
    let page = page.description(t!(lang, "search-description", what = heading.clone()));
    let asked = visitor.clone();
    Ok(page.show(move || body(&asked, &results, heading)))
}

/// How fine the public cells are here.
pub(super) fn resolution(ctx: &Ctx) -> Resolution {
    Resolution::try_from(ctx.settings.cell_resolution).unwrap_or(Resolution::PUBLIC)
}

/// What is searched for, in words: the page's title.
fn heading(visitor: &Visitor, params: &Params) -> String {
    let lang = visitor.lang;
    let words = params.query.words.clone();
    match (words.is_empty(), params.place.clone()) {
        (false, Some(place)) => t!(lang, "search-title-words-place", words = words, place = place),
        (false, None) => t!(lang, "search-title-words", words = words),
        (true, Some(place)) => t!(lang, "search-title-place", place = place),
        (true, None) => t!(lang, "search-title"),
    }
}

fn body(visitor: &Visitor, results: &Results, heading: String) -> AnyView {
    let lang = visitor.lang;
    let params = &results.params;
    // What can only be forged has no field to mend it at.
    let typed = params
        .errors
        .0
        .iter()
        .filter(|e| !["cell", "page", "sort"].contains(&e.field.as_str()));
    let summary = Errors(typed.cloned().collect()).summary(lang, |field| form::label(lang, &results.tree, field));
    let map = map::draw(&map::Asked {
        cells: &results.found.cells,
        circle: params.query.centre.zip(params.query.radius_m),
        chosen: params.query.cell,
        home: visitor.ctx().settings.home,
        resolution: resolution(visitor.ctx()),
    });
    let drawn = hexmap(lang, &map, |cell| {
        params.href(&[("cell", &cell.map(|c| c.to_string()).unwrap_or_default())])
    });
    view! {
        <h1 class="visually-hidden">{heading}</h1>
        {summary}
        <details class="search-fold" open=!params.errors.is_empty()>
            <summary class="search-fold__line">
                {icon("search")}
                <span class="search-fold__what">{asked(visitor, params)}</span>
                <span class="search-fold__edit">{t!(lang, "search-change")}</span>
            </summary>
            <div class="search-fold__body">{search_box(visitor, params, Some(&results.tree))}</div>
        </details>
        <div class="results">
            <div class="results__head">
                <div class="stack stack--tight">
                    <h2>{results::count(lang, params, results.found.total)}</h2>
                    {results::chips(visitor, results)}
                </div>
            </div>
            <div class="results__list">{results::list(visitor, results)}</div>
            <details class="map-fold results__map" open=params.query.cell.is_some()>
                <summary class="map-fold__line">{icon("map")}{t!(lang, "search-map-show")}</summary>
                {drawn}
            </details>
        </div>
    }
    .into_any()
}

/// The search in one line, for phones.
fn asked(visitor: &Visitor, params: &Params) -> AnyView {
    let lang = visitor.lang;
    let words = if params.query.words.is_empty() {
        t!(lang, "search-everything")
    } else {
        params.query.words.clone()
    };
    let place = params
        .place
        .as_ref()
        .map(|place| format!("{place}, {}", form::kilometres(lang, params.radius_km)));
    let days = params
        .query
        .days
        .map(|(from, to)| format::days(lang, from, to, visitor.today()));
    let rest = place.into_iter().chain(days).collect::<Vec<_>>().join(" · ");
    view! { <strong dir="auto">{words}</strong>" "{rest} }.into_any()
}
