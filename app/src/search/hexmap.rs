//! The map of fields on a page.

use super::map::{Field, Map, WIDTH};
use crate::shell::format;
use domain::{Lang, places::Cell};
use leptos::prelude::*;

/// The map as a figure. `href` gives the address that lists one field's things, or all again for `None`.
#[must_use]
pub fn hexmap(lang: Lang, map: &Map, href: impl Fn(Option<Cell>) -> String) -> AnyView {
    let fields = map.fields.iter().map(|f| field(lang, f, &href)).collect_view();
    let back = map.zoomed.then(|| {
        let whole = href(None);
        view! { <span><a href=whole>{t!(lang, "search-map-whole")}</a></span> }
    });
    view! {
        <figure class="hexmap">
            <svg class="hexmap__svg" viewBox=view_box(map) role="group" aria-label=t!(lang, "search-map-label")>
                <path class="hexmap__cell" data-level="0" d=map.ground.clone()></path>
                {fields}
                {map.circle.map(|((x, y), radius)| view! {
                    <circle class="hexmap__radius" cx=length(x) cy=length(y) r=length(radius)></circle>
                    <circle class="hexmap__centre" cx=length(x) cy=length(y) r="5"></circle>
                })}
                {names(map)}
            </svg>
            <figcaption class="hexmap__legend">
                <span>{t!(lang, "search-map-legend", width = width(lang, map.field_m))}</span>
                <span>{t!(lang, "search-map-private")}</span>
                {back}
            </figcaption>
        </figure>
    }
    .into_any()
}

/// The map on a thing's own page: its field and what lies around, without links.
#[must_use]
pub fn here(lang: Lang, cell: Cell, place: &str) -> AnyView {
    let map = super::map::around(cell);
    let marked = map
        .fields
        .iter()
        .map(|f| view! { <polygon class="hexmap__cell" data-level="here" points=f.points.clone()></polygon> })
        .collect_view();
    view! {
        <figure class="hexmap">
            <svg class="hexmap__svg" viewBox=view_box(&map) role="img" aria-label=t!(lang, "search-map-here", place = place.to_owned())>
                <path class="hexmap__cell" data-level="0" d=map.ground.clone()></path>
                {marked}
                {names(&map)}
            </svg>
            <figcaption class="hexmap__legend">
                <span>{t!(lang, "search-map-here-legend", width = width(lang, map.field_m))}</span>
                <span>{t!(lang, "search-map-private")}</span>
            </figcaption>
        </figure>
    }
    .into_any()
}

fn field(lang: Lang, field: &Field, href: &impl Fn(Option<Cell>) -> String) -> AnyView {
    let (to, says) = if field.chosen {
        (
            href(None),
            t!(lang, "search-map-chosen", count = field.count, place = field.place),
        )
    } else {
        (
            href(Some(field.cell)),
            t!(lang, "search-map-field", count = field.count, place = field.place),
        )
    };
    view! {
        <a class="hexmap__link" href=to aria-label=says aria-current=field.chosen.then_some("true")>
            <polygon class="hexmap__cell" data-level=field.level.to_string() points=field.points.clone()></polygon>
            <text class="hexmap__count" x=length(field.at.0) y=length(field.at.1)>{field.count.to_string()}</text>
        </a>
    }
    .into_any()
}

/// The names; those who listen have them in the fields' own words.
fn names(map: &Map) -> AnyView {
    map.names
        .iter()
        .map(|name| {
            let class = if name.town {
                "hexmap__place hexmap__place--town"
            } else {
                "hexmap__place"
            };
            view! { <text class=class x=length(name.at.0) y=length(name.at.1) aria-hidden="true">{name.text}</text> }
        })
        .collect_view()
        .into_any()
}

fn view_box(map: &Map) -> String {
    format!("0 0 {WIDTH} {:.0}", map.height)
}

fn length(units: f64) -> String {
    format!("{units:.1}")
}

/// How wide a field is, in words.
fn width(lang: Lang, metres: f64) -> String {
    format::distance(lang, metres)
}
