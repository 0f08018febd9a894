//! Cards: a listing in a list, as search, the first page, a member's page and a thing's neighbours show it.

use crate::prices;
use crate::shell::{
    Visitor, format,
    photo::{Shown, photo},
    pieces::icon,
};
use domain::{
    Ctx, Day, Lang, Timestamp,
    listings::{Card, Photo, categories::Categories},
    prices::Fees,
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

/// What stands on a card beside the listing itself.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Beside {
    /// Metres to the centre of its cell.
    pub distance_m: Option<f64>,
    /// The days asked for: their total stands there instead of the price.
    pub days: Option<(Day, Day)>,
}

/// Cards in a list, each with how far away it is. The pictures of the first `at_once` cards are loaded without waiting for
/// them to come into view.
#[must_use]
pub fn cards(
    visitor: &Visitor,
    tree: &Categories,
    list: &[(Card, Option<f64>)],
    days: Option<(Day, Day)>,
    at_once: usize,
) -> AnyView {
    let items = list
        .iter()
        .enumerate()
        .map(|(at, (shown, distance_m))| {
            let beside = Beside {
                distance_m: *distance_m,
                days,
            };
            card(visitor.ctx(), visitor.lang, tree, shown, &beside, at < at_once)
        })
        .collect_view();
    view! { <ul class="cards">{items}</ul> }.into_any()
}

/// One card, an `<li>`.
#[must_use]
pub fn card(ctx: &Ctx, lang: Lang, tree: &Categories, card: &Card, beside: &Beside, at_once: bool) -> AnyView {
    let picture = match &card.photo {
        Some(cover) => photo(&shown(cover), SIZES, at_once),
        None => icon(category_icon(tree, &card.category)),
    };
    let place = match beside.distance_m {
        Some(metres) => format!("{} · {}", card.place_name, format::distance(lang, metres)),
        None => card.place_name.clone(),
    };
    // The days asked for come along.
    let href = match beside.days {
        Some((from, to)) => format!("{}?from={from}&to={to}", listing_path(card.id)),
        None => listing_path(card.id),
    };
    let new = ctx.clock.now().since(card.published_at) < NEW_FOR;
    view! {
        <li class="card">
            <div class="card__picture">
                {picture}
                {new.then(|| view! { <span class="tag tag--sun card__flag">{t!(lang, "card-new")}</span> })}
            </div>
            <div class="card__body">
                <h3 class="card__title">
                    <a class="card__link" dir="auto" lang=(card.lang != lang).then(|| card.lang.code()) href=href>
                        {card.title.clone()}
                    </a>
                </h3>
                <p class="card__meta">{t!(lang, "card-by", name = crate::shell::pieces::member_name(lang, &card.owner_name))}</p>
                {card.not_yet.then(|| view! {
                    <p><span class="tag">{icon("lock")}{t!(lang, "eligibility-card")}</span></p>
                })}
                {card.rating.map(|rating| view! { <p class="card__meta">{crate::reviews::mean(lang, rating)}</p> })}
            </div>
            <p class="card__strip">
                <span class="card__place">{icon("place")}{place}</span>
                <span class="card__price">{price(lang, card, &ctx.settings.fees, beside.days)}</span>
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

fn price(lang: Lang, card: &Card, fees: &Fees, days: Option<(Day, Day)>) -> String {
    let whole = days.and_then(|(first, last)| {
        let quote = prices::for_days(card, fees, (first, last)).filter(|quote| !quote.is_free())?;
        let total = prices::total(lang, &quote);
        Some(t!(lang, "prices-total-for", total = total, days = last.0 - first.0 + 1))
    });
    whole.unwrap_or_else(|| {
        let (kind, terms, currency) = (card.kind, &card.prices, &card.currency);
        prices::in_short(lang, kind, terms, currency, card.longest_days, fees)
    })
}

/// The sprite's name for an icon of the category data, which names Lucide's.
const ICONS: [(&str, &str); 14] = [
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
    ("hand-helping", "cat-help"),
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
