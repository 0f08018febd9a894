//! The first page: what this is, a search, what is near.

use crate::{
    listings::{cards, category_icon},
    search::{Ground, Params, Typed, search_box, with_cards},
    shell::{
        Answer, Page, Visitor,
        format::query_value,
        page::Width,
        pieces::{empty, icon},
    },
};
use domain::{
    error::Fault,
    listings::{
        Card,
        categories::{Categories, FALLBACK},
        categories_of,
    },
    places::{Cell, Point, Resolution},
    search::{Query, Sort, find},
};
use leptos::prelude::*;

/// Most cards on the first page.
const MOST_CARDS: usize = 8;
/// "Near" is within so many metres.
const NEAR_M: f64 = 10_000.0;

/// The newest things near somebody.
#[derive(Debug)]
struct Near {
    /// What the middle is called.
    place: String,
    cards: Vec<(Card, Option<f64>)>,
    total: usize,
}

/// `GET /`
pub async fn page(visitor: Visitor) -> Answer {
    let lang = visitor.lang;
    let ctx = visitor.ctx();
    let community = ctx.settings.community.clone();
    let tree = categories_of(ctx).await?;
    let near = near(&visitor).await?;
    let ground = Ground {
        categories: &tree,
        today: ctx.today(),
        currency: domain::prices::Currency::of(&ctx.settings.currency),
        resolution: resolution(&visitor),
    };
    let params = Params::read(Typed::default(), &ground);
    let site = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": community,
        "url": ctx.url("/"),
        "potentialAction": {
            "@type": "SearchAction",
            "target": ctx.url("/search?q={search_term_string}"),
            "query-input": "required name=search_term_string",
        },
    });
    let page = Page::new(&visitor, community)
        .description(t!(lang, "landing-description"))
        .canonical("/")
        .structured(site)
        .width(Width::Bleed);
    let visitor = visitor.clone();
    Ok(page.show(move || {
        view! {
            <section class="hero">
                <div class="wrap">
                    <div class="hero__words">
                        <h1 class="hero__title">{t!(lang, "landing-title")}" "<em>{t!(lang, "landing-title-near")}</em></h1>
                        <p class="hero__lead">{t!(lang, "landing-lead")}</p>
                    </div>
                    <div class="hero__sheet">
                        <div class="hero__paper">{search_box(&visitor, &params, None)}</div>
                        {tabs(&visitor, &tree)}
                    </div>
                </div>
            </section>
            <div class="wrap">
                {near_section(&visitor, &tree, &near)}
                {how(&visitor)}
                {invite(&visitor)}
            </div>
        }
    }))
}

fn resolution(visitor: &Visitor) -> Resolution {
    Resolution::try_from(visitor.ctx().settings.cell_resolution).unwrap_or(Resolution::PUBLIC)
}

/// What is new around where the member lives, or around the community's centre.
async fn near(visitor: &Visitor) -> Result<Near, Fault> {
    let ctx = visitor.ctx();
    let home = visitor.me.as_ref().and_then(|me| {
        let exact = Point::new(me.lat?, me.lon?).ok()?;
        Some((me.place_name.clone()?, Cell::of(exact, resolution(visitor)).centre()))
    });
    let (place, centre) = home.unwrap_or_else(|| (ctx.settings.home_name.clone(), ctx.settings.home));
    let asked = Query {
        centre: Some(centre),
        radius_m: Some(NEAR_M),
        today: Some(ctx.today()),
        sort: Sort::Newest,
        page: 1,
        ..Query::default()
    };
    let found = find(ctx, &asked).await?;
    let mut cards = with_cards(ctx, &found.hits[..found.hits.len().min(MOST_CARDS)]).await?;
    crate::eligibility::mark(visitor, &mut cards).await?;
    Ok(Near {
        place,
        cards,
        total: found.total,
    })
}

/// The categories as tabs to tear off; what belongs nowhere has none.
fn tabs(visitor: &Visitor, tree: &Categories) -> AnyView {
    let lang = visitor.lang;
    let tabs = tree
        .roots()
        .filter(|category| category.id != FALLBACK)
        .map(|category| {
            let href = format!("/search?category={}", query_value(&category.id));
            view! {
                <li class="tear__tab">
                    <a class="tear__link" href=href>
                        {icon(category_icon(tree, &category.id))}<span>{category.name.get(lang).to_owned()}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <nav aria-label=t!(lang, "landing-categories")><ul class="tear">{tabs}</ul></nav> }.into_any()
}

fn near_section(visitor: &Visitor, tree: &Categories, near: &Near) -> AnyView {
    let lang = visitor.lang;
    if near.cards.is_empty() {
        let action = Some((t!(lang, "landing-invite-button"), "/things/new".to_owned()));
        let (title, text) = (t!(lang, "landing-nothing"), t!(lang, "landing-nothing-text"));
        let nothing = empty("things", title, text, action);
        return view! { <section class="section section--first">{nothing}</section> }.into_any();
    }
    let all = format!("/search?place={}", query_value(&near.place));
    view! {
        <section class="section section--first" aria-labelledby="near">
            <div class="section__head">
                <h2 id="near">{t!(lang, "landing-near", place = near.place.clone())}</h2>
                <a class="section__more" href=all>{t!(lang, "landing-all", count = near.total)}{icon("arrow")}</a>
            </div>
            {cards(visitor, tree, &near.cards, None, 0)}
        </section>
    }
    .into_any()
}

fn how(visitor: &Visitor) -> AnyView {
    let lang = visitor.lang;
    let steps = (1..=3)
        .map(|n| {
            let (head, text) = (format!("landing-how-{n}"), format!("landing-how-{n}-text"));
            view! { <li class="how__step"><h3>{t!(lang, &head)}</h3><p class="how__text">{t!(lang, &text)}</p></li> }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby="how">
            <div class="section__head"><h2 id="how">{t!(lang, "landing-how")}</h2></div>
            <ol class="how">{steps}</ol>
        </section>
    }
    .into_any()
}

fn invite(visitor: &Visitor) -> AnyView {
    let lang = visitor.lang;
    view! {
        <section class="section">
            <div class="invite">
                <div class="stack stack--tight">
                    <h2 class="invite__title">{t!(lang, "landing-invite")}</h2>
                    <p>{t!(lang, "landing-invite-text")}</p>
                </div>
                <a class="button button--large" href="/things/new">{icon("plus")}{t!(lang, "landing-invite-button")}</a>
            </div>
        </section>
    }
    .into_any()
}
