//! Cards: a thing in a list.

use crate::shell::{
    AppError, Visitor, format,
    photo::{Shown, photo},
    pieces::member_name,
    site,
};
use domain::{
    Lang,
    listings::{self, Card, Kind, ListingId, Photo, categories::Categories},
    members::MemberId,
};
use leptos::prelude::*;

/// How wide a card's picture is, as in HTML: one column on phones, then two, three, four.
const CARD_SIZES: &str = "(width < 36rem) 92vw, (width < 62rem) 45vw, 20rem";

/// The path of a thing's page.
#[must_use]
pub fn path(id: ListingId) -> String {
    format!("/listings/{id}")
}

/// The icon of a category, for the eye only.
#[must_use]
pub fn category_icon(categories: &Categories, id: &str) -> AnyView {
    let name = categories.get(id).map_or("package", |category| category.icon.as_str());
    let href = format!("{}categories.svg#{name}", site::get().assets);
    view! { <svg class="icon" aria-hidden="true"><use href=href></use></svg> }.into_any()
}

/// What a thing costs, in two words.
#[must_use]
pub fn price(lang: Lang, kind: Kind, minor: Option<i64>, currency: &str) -> String {
    match (kind, minor) {
        (Kind::WantedThing | Kind::WantedHelp, _) => t!(lang, "listings-wanted"),
        (_, None | Some(0)) => t!(lang, "listings-free"),
        (_, Some(minor)) => t!(lang, "listings-per-day", price = format::money(lang, minor, currency)),
    }
}

/// The cover of a card: its first photo, or the icon of its category.
#[must_use]
pub fn cover(shown: Option<&Photo>, alt: String, icon: AnyView, at_once: bool) -> AnyView {
    match shown {
        Some(cover) => photo(&Shown { alt, ..shown_of(cover) }, CARD_SIZES, at_once),
        None => icon,
    }
}

/// A photo of a listing as pages show it.
#[must_use]
pub fn shown_of(photo: &Photo) -> Shown {
    Shown {
        id: photo.id,
        alt: photo.alt.clone(),
        width: photo.width,
        height: photo.height,
        thumbhash: photo.thumbhash.clone(),
    }
}

/// One card. `distance` is in metres from where the reader is looking to the centre of its cell; `at_once` loads its
/// picture without waiting for it to come into view.
#[must_use]
pub fn card(lang: Lang, card: &Card, categories: &Categories, distance: Option<f64>, at_once: bool) -> AnyView {
    // What the title says already needs no alternative text: the link reads the title.
    let picture = cover(card.photo.as_ref(), String::new(), category_icon(categories, &card.category), at_once);
    let place = match distance {
        Some(metres) => format!("{} · {}", card.place_name, format::distance(lang, metres)),
        None => card.place_name.clone(),
    };
    let owner = member_name(lang, &card.owner_name);
    view! {
        <li class="card">
            <div class="card__picture">{picture}</div>
            <div class="card__body">
                <h3 class="card__title">
                    <a class="card__link" href=path(card.id) dir="auto" lang=card.lang.code()>{card.title.clone()}</a>
                </h3>
                <p class="card__meta">{t!(lang, "listings-by", owner = owner)}</p>
            </div>
            <p class="card__strip">
                <span class="card__place">{crate::shell::pieces::icon("place")}{place}</span>
                <span class="card__price">{price(lang, card.kind, card.price_minor, &card.currency)}</span>
            </p>
        </li>
    }
    .into_any()
}

/// Cards beside each other. The first `at_once` load their pictures at once.
#[must_use]
pub fn cards(lang: Lang, all: &[(Card, Option<f64>)], categories: &Categories, at_once: usize) -> AnyView {
    let items = all
        .iter()
        .enumerate()
        .map(|(at, (one, distance))| card(lang, one, categories, *distance, at < at_once))
        .collect_view();
    view! { <ul class="cards">{items}</ul> }.into_any()
}

/// What a member lends, as cards; a sentence when that is nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(visitor: &Visitor, member: MemberId) -> Result<AnyView, AppError> {
    let lang = visitor.lang;
    let found = listings::of_member(visitor.ctx(), member).await?;
    if found.is_empty() {
        return Ok(view! { <p>{t!(lang, "listings-of-member-none")}</p> }.into_any());
    }
    let categories = listings::categories_of(visitor.ctx()).await?;
    let found: Vec<_> = found.into_iter().map(|card| (card, None)).collect();
    Ok(cards(lang, &found, &categories, 3))
}
