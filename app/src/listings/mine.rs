//! My things: what waits for me first, then what others see, then what is over.

use super::{
    card::{category_icon, listing_path, shown},
    making::{path_of, step_path},
};
use crate::shell::{
    Answer, AppError, Page, SignedIn,
    photo::{self, photo},
    pieces::{empty, icon},
};
use domain::{
    Lang,
    bookings::ListingCounts,
    listings::{self, Mine, State, Step, categories::Categories},
};
use leptos::prelude::*;
use std::collections::HashMap;

/// `GET /things`
pub async fn page(SignedIn { visitor, me }: SignedIn) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let things = listings::mine(ctx, &me).await?;
    let categories = listings::categories_of(ctx).await?;
    let counts = domain::bookings::counts_of_my_listings(ctx, &me)
        .await
        .map_err(AppError::from_domain)?;
    let counts: HashMap<_, _> = counts.into_iter().map(|counts| (counts.listing_id, counts)).collect();
    let page = Page::new(&visitor, t!(lang, "nav-things")).hidden();
    if things.is_empty() {
        return Ok(page.show(move || {
            view! {
                <header class="page__head"><h1>{t!(lang, "nav-things")}</h1></header>
                {empty("things", t!(lang, "listings-none-title"), t!(lang, "listings-none-text"),
                    Some((t!(lang, "listings-none-button"), "/things/new".to_owned())))}
            }
        }));
    }
    let (over, mut here): (Vec<_>, Vec<_>) = things.into_iter().partition(|t| t.state == State::Archived);
    here.sort_by_key(|thing| {
        let waits = counts.get(&thing.id).is_some_and(|counts| counts.requested > 0);
        (!waits, thing.state != State::Draft)
    });
    let list = |things: &[Mine]| {
        let items = things
            .iter()
            .map(|one| item(lang, one, counts.get(&one.id), &categories))
            .collect_view();
        view! { <ul class="cards">{items}</ul> }.into_any()
    };
    let (here, over) = (list(&here), (!over.is_empty()).then(|| list(&over)));
    Ok(page.show(move || {
        view! {
            <header class="page__head cluster cluster--apart">
                <h1>{t!(lang, "nav-things")}</h1>
                <a class="button" href="/things/new">{icon("plus")}{t!(lang, "listings-lend-more")}</a>
            </header>
            {here}
            {over.map(|over| view! {
                <section class="section">
                    <details class="fold">
                        <summary class="fold__head">{t!(lang, "listings-archived-title")}</summary>
                        <div class="fold__body">{over}</div>
                    </details>
                </section>
            })}
        }
    }))
}

fn item(lang: Lang, thing: &Mine, counts: Option<&ListingCounts>, categories: &Categories) -> AnyView {
    let title = if thing.title.is_empty() {
        t!(lang, "listings-untitled")
    } else {
        thing.title.clone()
    };
    let picture = match &thing.photo {
        Some(cover) => photo(
            &photo::Shown {
                alt: String::new(),
                ..shown(cover)
            },
            "(width < 36rem) 92vw, 20rem",
            false,
        ),
        None => icon(category_icon(categories, thing.category.as_deref().unwrap_or_default())),
    };
    let (flag, class) = match thing.state {
        State::Draft => (t!(lang, "listings-state-draft"), "tag tag--sun card__flag"),
        State::Published => (t!(lang, "listings-state-published"), "tag tag--green card__flag"),
        State::Paused => (t!(lang, "listings-state-paused"), "tag card__flag"),
        State::Archived => (t!(lang, "listings-state-archived"), "tag card__flag"),
    };
    let href = match thing.state {
        State::Draft => draft_path(thing),
        State::Published => listing_path(thing.id),
        State::Paused | State::Archived => path_of(thing.id),
    };
    let (requested, closed) = counts.map_or((0, 0), |counts| (counts.requested, counts.closed));
    let meta = match thing.state {
        State::Draft => t!(
            lang,
            "listings-draft-step",
            number = thing.step.min(Step::ALL.len() as i64)
        ),
        _ => t!(lang, "listings-lent-times", count = closed),
    };
    let waits = (requested > 0).then(|| {
        view! { <p class="card__meta"><a href="/loans">{t!(lang, "listings-requests", count = requested)}</a></p> }
    });
    view! {
        <li class="card" data-state=thing.state.name()>
            <div class="card__picture">{picture}<span class=class>{flag}</span></div>
            <div class="card__body">
                <h2 class="card__title">
                    <a class="card__link" href=href dir="auto" lang=(thing.lang != lang).then(|| thing.lang.code())>{title.clone()}</a>
                </h2>
                <p class="card__meta">{meta}</p>
            </div>
            <div class="card__tools">{waits}{tools(lang, thing, &title)}</div>
        </li>
    }
    .into_any()
}

/// Where making a draft goes on: the furthest step reached, or the preview.
fn draft_path(thing: &Mine) -> String {
    Step::from_number(thing.step).map_or_else(|| path_of(thing.id), |step| step_path(thing.id, step))
}

fn tools(lang: Lang, thing: &Mine, title: &str) -> AnyView {
    let named = |words: String| {
        let title = title.to_owned();
        view! { {words}<span class="visually-hidden">{format!(": {title}")}</span> }
    };
    let link = |href: String, icon_name: &'static str, words: String| {
        view! { <a class="button button--quiet button--small" href=href>{icon(icon_name)}{named(words)}</a> }.into_any()
    };
    let button = |path: &'static str, icon_name: &'static str, words: String| {
        view! {
            <form method="post" action=format!("{}/{path}", path_of(thing.id))>
                <button class="button button--quiet button--small">{icon(icon_name)}{named(words)}</button>
            </form>
        }
        .into_any()
    };
    match thing.state {
        State::Draft => link(draft_path(thing), "edit", t!(lang, "listings-go-on")),
        State::Published => view! {
            {link(path_of(thing.id), "edit", t!(lang, "listings-manage"))}
            {button("pause", "pause", t!(lang, "listings-pause"))}
        }
        .into_any(),
        State::Paused => view! {
            {link(path_of(thing.id), "edit", t!(lang, "listings-manage"))}
            {button("resume", "play", t!(lang, "listings-resume"))}
        }
        .into_any(),
        State::Archived => button("duplicate", "copy", t!(lang, "listings-duplicate")),
    }
}
