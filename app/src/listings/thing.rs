//! The page of a thing: what everybody may see of it, and how to ask for it.

use super::{
    card::{cards, category_icon, listing_path, shown},
    choosing::Choosing,
    facts,
    picked::Wanted,
};
use crate::shell::{
    Answer, AppError, Page, Visitor, format,
    forms::Asked,
    photo::{self, photo},
    pieces::{AvatarSize, avatar, icon, member_name, member_path},
    words::variant,
};
use axum::extract::Path;
use domain::{
    Day, Error, Lang, availability,
    listings::{self, ListingId, Photo, PublicListing, Refusal, State, categories::Categories},
    members::{MemberId, rules::LANGUAGES},
    photos::Size,
    places::distance_m,
    search,
};
use leptos::prelude::*;

/// How wide the large pictures are, as in HTML.
const GALLERY_SIZES: &str = "(width < 62rem) 100vw, 48rem";

/// Most things shown that are like this one.
const MOST_SIMILAR: usize = 4;

/// `GET /listings/{id}`
pub async fn page(visitor: Visitor, Path(id): Path<String>, Asked(wanted): Asked<Wanted>) -> Answer {
    let id: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let me = visitor.me.as_ref().map(|me| me.id);
    let thing = match listings::public_listing(ctx, me, id).await {
        Ok(thing) => thing,
        // Its owner goes on where they stopped.
        Err(Error::Refused(Refusal::Unfinished(_))) => {
            return Ok(crate::shell::notices::redirect(&super::making::path_of(id)));
        }
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let categories = listings::categories_of(ctx).await?;
    let voice = crate::bookings::Voice::new(lang, ctx.clock.now(), thing.time_zone()).about(thing.kind);
    let (from, to) = Choosing::reach(voice.today);
    let diary = availability::diary(ctx, &thing, from, to).await?;
    let mine = me == Some(thing.owner.id);
    // A draft cannot be asked for, not even by its owner.
    let request = match thing.state {
        State::Draft => None,
        _ => Some(crate::bookings::request_panel(&visitor, id, &diary, wanted.draft(diary.plan.grain)).await?),
    };
    let line = crate::waiting::of_thing(&visitor, &voice, &thing, &diary, &wanted.draft(diary.plan.grain)).await?;
    let parts = crate::kits::of_thing(&visitor, id).await?;
    let similar = similar(&visitor, &thing, &categories).await?;
    let said = crate::reviews::of_thing(&visitor, id, thing.owner.id).await?;
    let page = Page::new(&visitor, thing.title.clone())
        .description(summary(&thing))
        .canonical(listing_path(id))
        .picture(thing.photos.first().map(|p| photo::address(p.id, Size::Medium)));
    let page = if thing.state == State::Published {
        page.structured(facts::structured(&visitor, &thing, &categories, said.mean))
    } else {
        page.hidden()
    };
    let choosing = Choosing {
        voice: &voice,
        diary: &diary,
        wanted: &wanted,
    };
    let calendar = (!thing.kind.is_wanted()).then(|| choosing.show());
    let jump = variant(lang, "listings-jump", crate::bookings::endings(thing.kind));
    let since = thing.owner.since.day_in(&ctx.settings.zone).date();
    let since = format!(
        "{} {}",
        format::month(lang, u32::from(since.month().unsigned_abs())),
        since.year()
    );
    let plan = facts::plan_words(lang, thing.kind, &thing.plan(), thing.unit_count);
    Ok(page.show(move || {
        let owner = owner_panel(lang, &thing, since, mine, said.lender);
        view! {
            {crumbs(lang, &thing, &categories)}
            {state_notice(lang, &thing)}
            <article class="listing">
                <header class="listing__head">
                    <h1 class="listing__title" dir="auto" lang=other_lang(lang, thing.lang)>{thing.title.clone()}</h1>
                    <p class="listing__lead">
                        <span>{icon("place")}{thing.place_name.clone()}</span>
                        <span>{icon("user")}{t!(lang, "card-by", name = member_name(lang, &thing.owner.name))}</span>
                    </p>
                </header>
                <div class="listing__main">
                    {gallery(lang, &thing, &categories)}
                    {about(lang, &thing, &categories, voice.today)}
                    {parts}
                    {calendar.map(|calendar| view! {
                        <section class="listing__part" id="days" aria-labelledby="days-title">
                            <h2 id="days-title">{t!(lang, "listings-when-free")}</h2>
                            <p>{plan}</p>
                            {calendar}
                        </section>
                    })}
                    <section class="listing__part" aria-labelledby="where-title">
                        <h2 id="where-title">{t!(lang, "listings-where")}</h2>
                        {crate::search::map_here(lang, thing.cell, &thing.place_name)}
                    </section>
                    {said.opinions}
                    {(!mine).then(|| view! {
                        <p class="listing__jump">
                            <a class="button button--block" href="#request">{t!(lang, &jump)}</a>
                        </p>
                    })}
                </div>
                <div class="listing__side">{request}{line}{owner}</div>
            </article>
            {similar}
        }
    }))
}

/// Things like this one around it; nothing if there are none.
async fn similar(visitor: &Visitor, thing: &PublicListing, categories: &Categories) -> Result<AnyView, AppError> {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let ids = search::similar(ctx, thing.id, None, MOST_SIMILAR).await?;
    let here = thing.cell.centre();
    let found: Vec<_> = listings::cards(ctx, &ids)
        .await?
        .into_iter()
        .map(|card| {
            let metres = distance_m(here, card.cell.centre());
            (card, Some(metres))
        })
        .collect();
    if found.is_empty() {
        return Ok(().into_any());
    }
    let cards = cards(visitor, categories, &found, None, 0);
    Ok(view! {
        <section class="section" aria-labelledby="similar-title">
            <div class="section__head"><h2 id="similar-title">{t!(lang, "listings-similar")}</h2></div>
            {cards}
        </section>
    }
    .into_any())
}

/// The first sentences of the description, for search engines and messengers.
fn summary(thing: &PublicListing) -> String {
    let text = thing.description.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(160) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None if text.is_empty() => thing.title.clone(),
        None => text,
    }
}

/// The language of what a member wrote, where it is not the page's.
fn other_lang(page: Lang, text: Lang) -> Option<&'static str> {
    (page != text).then(|| text.code())
}

fn crumbs(lang: Lang, thing: &PublicListing, categories: &Categories) -> AnyView {
    let above = categories.path(&thing.category).into_iter().map(|category| {
        let href = format!("/search?category={}", format::query_value(&category.id));
        (href, category.name.get(lang).to_owned())
    });
    let search = ("/search".to_owned(), t!(lang, "nav-search"));
    crate::shell::pieces::crumbs(lang, std::iter::once(search).chain(above))
}

/// What its owner must know when others do not see it.
fn state_notice(lang: Lang, thing: &PublicListing) -> AnyView {
    let words = match thing.state {
        State::Published => return ().into_any(),
        State::Draft => t!(lang, "listings-only-you-draft"),
        State::Paused => t!(lang, "listings-only-you-paused"),
        State::Archived => t!(lang, "listings-only-you-archived"),
    };
    let href = super::making::path_of(thing.id);
    view! {
        <div class="notices">
            <div class="notice" data-kind="info">
                {icon("info")}<p>{words}" "<a href=href>{t!(lang, "listings-manage")}</a></p>
            </div>
        </div>
    }
    .into_any()
}

fn gallery(lang: Lang, thing: &PublicListing, categories: &Categories) -> AnyView {
    if thing.photos.is_empty() {
        // Not an empty frame: the sign of its category.
        return view! { <div class="card__picture">{icon(category_icon(categories, &thing.category))}</div> }
            .into_any();
    }
    let count = thing.photos.len();
    let several = count > 1;
    let slide = |at: usize, one: &Photo| {
        let number = i64::try_from(at + 1).unwrap_or(1);
        let alt = if one.alt.is_empty() {
            t!(lang, "listings-photo-of", title = thing.title.clone())
        } else {
            one.alt.clone()
        };
        let shown = photo::Shown { alt, ..shown(one) };
        view! {
            <li class="gallery__slide" id=format!("photo-{number}")>
                {photo(&shown, GALLERY_SIZES, at == 0)}
                {several.then(|| view! {
                    <span class="gallery__count" aria-hidden="true">
                        {t!(lang, "listings-photo-count", number = number, count = i64::try_from(count).unwrap_or(number))}
                    </span>
                })}
            </li>
        }
    };
    let slides = thing
        .photos
        .iter()
        .enumerate()
        .map(|(at, one)| slide(at, one))
        .collect_view();
    let thumbs = several.then(|| {
        let items = thing
            .photos
            .iter()
            .enumerate()
            .map(|(at, one)| {
                let number = i64::try_from(at + 1).unwrap_or(1);
                view! {
                    <li>
                        <a class="gallery__thumb" href=format!("#photo-{number}")>
                            <img src=photo::address(one.id, Size::Small) width="240" height="180" loading="lazy"
                                alt=t!(lang, "listings-photo-show", number = number)/>
                        </a>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="gallery__thumbs">{items}</ul> }
    });
    view! {
        <section class="gallery gallery--bleed" aria-label=t!(lang, "listings-photos")>
            <ul class="gallery__slides" tabindex=several.then_some("0")>{slides}</ul>
            {thumbs}
        </section>
    }
    .into_any()
}

/// What its owner says about it: description, facts, what comes along, rules.
fn about(lang: Lang, thing: &PublicListing, categories: &Categories, today: Day) -> AnyView {
    let written = other_lang(lang, thing.lang);
    let accessories = (!thing.accessories.is_empty()).then(|| {
        let items = thing
            .accessories
            .iter()
            .map(|name| view! { <li>{icon("check")}<span dir="auto" lang=written>{name.clone()}</span></li> })
            .collect_view();
        view! {
            <section class="listing__part" aria-labelledby="accessories-title">
                <h2 id="accessories-title">{t!(lang, "listings-accessories")}</h2>
                <ul class="checklist">{items}</ul>
            </section>
        }
    });
    let rules = (!thing.house_rules.is_empty()).then(|| {
        view! {
            <section class="listing__part" aria-labelledby="rules-title">
                <h2 id="rules-title">{t!(lang, "listings-rules-of", owner = member_name(lang, &thing.owner.name))}</h2>
                <div class="prose prose--user" dir="auto" lang=written>{thing.house_rules.clone()}</div>
            </section>
        }
    });
    let mut prices = crate::prices::list(lang, &thing.prices, &thing.currency);
    if !prices.is_empty() && !thing.prices.is_free() {
        let tier = format!("prices-cancellation-{}-note", thing.cancellation.name());
        prices.push((t!(lang, "prices-cancelling"), t!(lang, &tier)));
    }
    let prices = (!prices.is_empty()).then(|| {
        view! {
            <section class="listing__part" aria-labelledby="prices-title">
                <h2 id="prices-title">{t!(lang, "prices-title")}</h2>
                {facts::list(prices)}
            </section>
        }
    });
    view! {
        <div class="prose prose--user" dir="auto" lang=written>{thing.description.clone()}</div>
        <section class="listing__part" aria-labelledby="facts-title">
            <h2 id="facts-title">{t!(lang, "listings-facts")}</h2>
            {facts::list(facts::facts(lang, thing, categories, today))}
        </section>
        {prices}
        {accessories}
        {rules}
    }
    .into_any()
}

fn owner_panel(lang: Lang, thing: &PublicListing, since: String, mine: bool, known: AnyView) -> AnyView {
    let owner = &thing.owner;
    let name = member_name(lang, &owner.name);
    let spoken = owner
        .languages
        .split(',')
        .filter(|code| LANGUAGES.contains(code))
        .map(|code| {
            let key = format!("language-{code}");
            t!(lang, &key)
        })
        .collect::<Vec<_>>()
        .join(", ");
    let ask = (!mine).then(|| crate::messages::ask_link(lang, thing.id, name.clone()));
    let manage = mine.then(|| {
        view! {
            <a class="button button--quiet" href=super::making::path_of(thing.id)>
                {icon("edit")}{t!(lang, "listings-manage")}
            </a>
        }
    });
    view! {
        <section class="panel" aria-labelledby="owner-title">
            <h2 class="visually-hidden" id="owner-title">{t!(lang, "listings-owner")}</h2>
            <div class="person">
                {avatar(&name, owner.photo_id, AvatarSize::Usual)}
                <div>
                    <p class="person__name"><a href=member_path(owner.id)><bdi>{name}</bdi></a></p>
                    <p class="person__note">{t!(lang, "members-since", since = since)}</p>
                </div>
            </div>
            {(!spoken.is_empty()).then(|| view! {
                <ul class="checklist">
                    <li>{icon("languages")}<span>{t!(lang, "members-speaks", languages = spoken)}</span></li>
                </ul>
            })}
            {known}
            {ask}
            {manage}
        </section>
    }
    .into_any()
}

/// What a member lends, as cards; a sentence when that is nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(visitor: &Visitor, member: MemberId) -> Result<AnyView, AppError> {
    let found = listings::of_member(visitor.ctx(), member).await?;
    if found.is_empty() {
        return Ok(view! { <p>{t!(visitor.lang, "listings-of-member-none")}</p> }.into_any());
    }
    let categories = listings::categories_of(visitor.ctx()).await?;
    let mut found: Vec<_> = found.into_iter().map(|card| (card, None)).collect();
    crate::eligibility::mark(visitor, &mut found).await?;
    Ok(cards(visitor, &categories, &found, None, 3))
}
