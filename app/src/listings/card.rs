//! Cards: a listing in a list, as search, the first page, a member's page and a thing's neighbours show it.

use crate::shell::{
    Visitor, format,
    photo::{Shown, photo},
    pieces::icon,
};
use domain::{
    Lang, Timestamp,
    listings::{Card, Kind, Photo, categories::Categories},
};
use leptos::prelude::*;

/// How long a listing counts as new.
const NEW_FOR: i64 = 7 * Timestamp::DAY;
/// How wide a card's picture is shown.
const SIZES: &str = "(width >= 62rem) 18rem, (width >= 36rem) 45vw, 92vw";

/// The path of a listing's page.
#[must_use]
pub fn listing_path(id: domain::listings::ListingId) -> String {
    format!("/listings/{id}")
}

/// Cards in a list. A distance, in metres to the centre of the listing's cell, stands beside its place. The pictures of
/// the first `at_once` cards are loaded without waiting for them to come into view.
#[must_use]
pub fn cards(visitor: &Visitor, tree: &Categories, list: &[(Card, Option<f64>)], at_once: usize) -> AnyView {
    let now = visitor.ctx().clock.now();
    let items = list
        .iter()
        .enumerate()
        .map(|(at, (shown, distance))| card(visitor.lang, tree, shown, *distance, now, at < at_once))
        .collect_view();
    view! { <ul class="cards">{items}</ul> }.into_any()
}

/// One card, an `<li>`.
#[must_use]
pub fn card(
    lang: Lang,
    tree: &Categories,
    card: &Card,
    distance_m: Option<f64>,
    now: Timestamp,
    at_once: bool,
) -> AnyView {
    let picture = match &card.photo {
        Some(cover) => photo(&shown(cover), SIZES, at_once),
        None => icon(category_icon(tree, &card.category)),
    };
    let place = match distance_m {
        Some(metres) => format!("{} · {}", card.place_name, format::distance(lang, metres)),
        None => card.place_name.clone(),
    };
    let new = now.since(card.published_at) < NEW_FOR;
    view! {
        <li class="card">
            <div class="card__picture">
                {picture}
                {new.then(|| view! { <span class="tag tag--sun card__flag">{t!(lang, "card-new")}</span> })}
            </div>
            <div class="card__body">
                <h3 class="card__title">
                    <a class="card__link" dir="auto" lang=(card.lang != lang).then(|| card.lang.code()) href=listing_path(card.id)>
                        {card.title.clone()}
                    </a>
                </h3>
                <p class="card__meta">{t!(lang, "card-by", name = crate::shell::pieces::member_name(lang, &card.owner_name))}</p>
                {card.rating.map(|rating| view! { <p class="card__meta">{crate::reviews::mean(lang, rating)}</p> })}
            </div>
            <p class="card__strip">
                <span class="card__place">{icon("place")}{place}</span>
                <span class="card__price">{price(lang, card)}</span>
            </p>
        </li>
    }
    .into_any()
}

/// What is shown of a listing's photo.
#[must_use]
pub fn shown(photo: &Photo) -> Shown {
    Shown {
        id: photo.id,
        alt: photo.alt.clone(),
        width: photo.width,
        height: photo.height,
        thumbhash: photo.thumbhash.clone(),
    }
}

fn price(lang: Lang, card: &Card) -> String {
    match (card.kind, card.price_minor) {
        (Kind::WantedThing | Kind::WantedHelp, _) => t!(lang, "card-wanted"),
        (Kind::Lend, _) | (_, None | Some(0)) => t!(lang, "card-free"),
        (_, Some(minor)) => t!(lang, "card-per-day", price = format::money(lang, minor, &card.currency)),
    }
}

/// The sprite's name for an icon of the category data, which names Lucide's.
const ICONS: [(&str, &str); 13] = [
    ("hammer", "cat-tools"),
    ("sprout", "cat-garden"),
    ("house", "cat-household"),
    ("cooking-pot", "cat-kitchen"),
    ("party-popper", "cat-party"),
    ("bike", "cat-bike"),
    ("tent", "cat-camping"),
    ("volleyball", "cat-sports"),
    ("baby", "cat-children"),
    ("camera", "camera"),
    ("music", "cat-music"),
    ("book-open", "cat-books"),
    ("truck", "cat-transport"),
];

/// The icon of a category: its own, or that of the nearest category above it which the sprite knows.
#[must_use]
pub fn category_icon(tree: &Categories, id: &str) -> &'static str {
    let known = |name: &str| ICONS.iter().find(|(lucide, _)| *lucide == name).map(|(_, ours)| *ours);
    tree.path(id)
        .into_iter()
        .rev()
        .find_map(|category| known(&category.icon))
        .unwrap_or("cat-other")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::listings::categories::{Category, Names};

    #[test]
    fn every_icon_stands_in_the_sprite() {
        let sprite = include_str!("../../assets/icons.svg");
        for (_, ours) in ICONS.iter().chain(&[("", "cat-other")]) {
            assert!(sprite.contains(&format!("id=\"{ours}\"")), "{ours}");
        }
    }

    #[test]
    fn a_category_without_an_icon_of_its_own_takes_the_one_above() {
        let category = |id: &str, parent: Option<&str>, icon: &str| Category {
            id: id.into(),
            parent: parent.map(str::to_owned),
            icon: icon.into(),
            name: Names::default(),
            examples: Names::default(),
            attributes: Vec::new(),
        };
        let tree = Categories::new(vec![
            category("tools", None, "hammer"),
            category("saws", Some("tools"), "scissors"),
        ]);
        assert_eq!(category_icon(&tree, "saws"), "cat-tools");
        assert_eq!(category_icon(&tree, "gone"), "cat-other");
    }
}
