//! The box of fields: short on the first page, whole on the page of results. A plain GET form, so that its address can
//! be shared.

use super::{
    attributes,
    params::{Params, RADII_KM},
};
use crate::{
    places::{LocateWords, PlaceField, locate},
    shell::{Visitor, format, forms, pieces::icon},
};
use domain::{
    Lang,
    listings::{Kind, categories::Categories},
    search::Sort,
};
use leptos::prelude::*;

/// The box. With `tree` it is the whole one, with radius, category, kind and order; without, only words, place and days.
#[must_use]
pub fn search_box(visitor: &Visitor, params: &Params, tree: Option<&Categories>) -> AnyView {
    let lang = visitor.lang;
    let today = visitor.today().to_string();
    let class = if tree.is_some() {
        "searchbox searchbox--radius"
    } else {
        "searchbox"
    };
    let more = tree.map(|tree| {
        view! {
            <div class="searchbox__more">
                {select(lang, params, "category", t!(lang, "search-category"), categories(lang, params, tree))}
                {select(lang, params, "kind", t!(lang, "search-kind"), kinds(lang, params))}
                {max_price(visitor, params)}
                {select(lang, params, "sort", t!(lang, "search-sort"), sorts(lang, params))}
            </div>
            {attributes::fields(lang, &params.typed.attributes, &params.errors, tree, params.query.category.as_deref())}
        }
    });
    let radius = tree.map(|_| {
        select(
            lang,
            params,
            "radius_km",
            t!(lang, "search-radius"),
            radii(lang, params),
        )
    });
    view! {
        <div class="search-frame">
            <form class=class action="/search" method="get" role="search">
                {words(lang, params)}
                {place(lang, params)}
                {radius}
                {date(lang, params, "from", t!(lang, "search-from"), &params.typed.from, today.clone())}
                {date(lang, params, "to", t!(lang, "search-to"), &params.typed.to, today)}
                <div class="searchbox__go"><button class="button">{icon("search")}{t!(lang, "search-go")}</button></div>
                {more}
            </form>
        </div>
    }
    .into_any()
}

/// What a field of the form is called.
#[must_use]
pub fn label(lang: Lang, tree: &Categories, field: &str) -> String {
    if let Some(label) = attributes::label(lang, tree, field) {
        return label;
    }
    match field {
        "q" => t!(lang, "search-words"),
        "place" => t!(lang, "search-place"),
        "radius_km" => t!(lang, "search-radius"),
        "from" => t!(lang, "search-from"),
        "to" => t!(lang, "search-to"),
        "category" => t!(lang, "search-category"),
        "kind" => t!(lang, "search-kind"),
        "max_price" => t!(lang, "search-max-price"),
        _ => t!(lang, "search-sort"),
    }
}

/// What is wrong with a field, below it; and the id that the field points to.
fn wrong(lang: Lang, params: &Params, field: &str) -> (Option<String>, Option<AnyView>) {
    let Some(problem) = params.errors.of(field) else {
        return (None, None);
    };
    let id = format!("{field}-error");
    let shown = view! { <p class="field__error" id=id.clone()>{forms::problem(lang, problem)}</p> }.into_any();
    (Some(id), Some(shown))
}

fn words(lang: Lang, params: &Params) -> AnyView {
    let (described, error) = wrong(lang, params, "q");
    view! {
        <div class="field field--words">
            <label class="field__label" for="q">{t!(lang, "search-words")}</label>
            <input class="input" id="q" name="q" type="search" dir="auto" value=params.typed.q.clone() autocomplete="off"
                placeholder=t!(lang, "search-words-example") aria-invalid=error.is_some().then_some("true")
                aria-describedby=described maxlength=super::params::LONGEST_WORDS.to_string()/>
            {error}
        </div>
    }
    .into_any()
}

fn place(lang: Lang, params: &Params) -> AnyView {
    let (described, error) = wrong(lang, params, "place");
    // Coordinates have no field of their own: they stay until a place is typed.
    let coordinates = params.coordinates();
    let placeholder = params
        .place
        .clone()
        .filter(|_| coordinates.is_some())
        .unwrap_or_else(|| t!(lang, "search-place-example"));
    let words = LocateWords {
        label: t!(lang, "search-here"),
        looking: t!(lang, "search-here-looking"),
        failed: t!(lang, "search-here-failed"),
    };
    view! {
        <div class="field field--place">
            <label class="field__label" for="place">{t!(lang, "search-place")}</label>
            <div class="locate">
                <PlaceField name="place".to_owned() value=params.typed.place.clone() placeholder=placeholder
                    list_label=t!(lang, "search-place-list") described=described invalid=error.is_some() here=true/>
                {locate(words, coordinates)}
            </div>
            {error}
        </div>
    }
    .into_any()
}

fn date(lang: Lang, params: &Params, name: &'static str, label: String, typed: &str, today: String) -> AnyView {
    let (described, error) = wrong(lang, params, name);
    // A date field shows nothing at all when its value is no date: what was typed then stands in a field of text.
    let readable = typed.trim().is_empty() || domain::Day::parse(typed.trim()).is_some();
    let kind = if readable { "date" } else { "text" };
    view! {
        <div class="field field--date">
            <label class="field__label" for=name>{label}</label>
            <input class="input" id=name name=name type=kind min=today value=typed.to_owned() autocomplete="off"
                aria-invalid=error.is_some().then_some("true") aria-describedby=described/>
            {error}
        </div>
    }
    .into_any()
}

fn max_price(visitor: &Visitor, params: &Params) -> AnyView {
    let lang = visitor.lang;
    let (described, error) = wrong(lang, params, "max_price");
    view! {
        <div class="field">
            <label class="field__label" for="max_price">{t!(lang, "search-max-price")}</label>
            <div class="affix">
                <input class="input" id="max_price" name="max_price" inputmode="decimal" autocomplete="off"
                    value=params.typed.max_price.clone() aria-invalid=error.is_some().then_some("true")
                    aria-describedby=described/>
                <span class="affix__unit">{format::currency_sign(&visitor.ctx().settings.currency)}</span>
            </div>
            {error}
        </div>
    }
    .into_any()
}

/// One value of a choice: as addresses carry it, as people read it, and whether it is the one.
type Choice = (String, String, bool);

fn select(lang: Lang, params: &Params, name: &'static str, label: String, choices: Vec<Choice>) -> AnyView {
    let (described, error) = wrong(lang, params, name);
    let class = if name == "radius_km" {
        "field field--radius"
    } else {
        "field"
    };
    let options = choices
        .into_iter()
        .map(|(value, text, chosen)| view! { <option value=value selected=chosen>{text}</option> })
        .collect_view();
    view! {
        <div class=class>
            <label class="field__label" for=name>{label}</label>
            <select class="input" id=name name=name aria-invalid=error.is_some().then_some("true") aria-describedby=described>
                {options}
            </select>
            {error}
        </div>
    }
    .into_any()
}

/// The radii offered, and among them the one of the address if it is another.
fn radii(lang: Lang, params: &Params) -> Vec<Choice> {
    let mut radii: Vec<f64> = RADII_KM.into_iter().map(f64::from).collect();
    if !radii.contains(&params.radius_km) {
        radii.push(params.radius_km);
        radii.sort_by(f64::total_cmp);
    }
    let choice = |km: f64| (km.to_string(), kilometres(lang, km), km == params.radius_km);
    radii.into_iter().map(choice).collect()
}

/// `3 km`, `2,5 km`.
#[must_use]
pub fn kilometres(lang: Lang, km: f64) -> String {
    let figure = km.to_string();
    let figure = if lang == Lang::De {
        figure.replace('.', ",")
    } else {
        figure
    };
    format!("{figure}\u{a0}km")
}

fn categories(lang: Lang, params: &Params, tree: &Categories) -> Vec<Choice> {
    let chosen = params.query.category.as_deref();
    let every = (String::new(), t!(lang, "search-category-any"), chosen.is_none());
    let indented = |category: &domain::listings::categories::Category| {
        let depth = tree.path(&category.id).len().saturating_sub(1);
        let text = format!("{}{}", "\u{a0}\u{a0}".repeat(depth), category.name.get(lang));
        (category.id.clone(), text, chosen == Some(category.id.as_str()))
    };
    std::iter::once(every).chain(tree.all().map(indented)).collect()
}

/// The name of a kind, as a filter.
#[must_use]
pub fn kind_name(lang: Lang, kind: Kind) -> String {
    match kind {
        Kind::Lend => t!(lang, "search-kind-lend"),
        Kind::Rent => t!(lang, "search-kind-rent"),
        Kind::Service => t!(lang, "search-kind-service"),
        Kind::WantedThing => t!(lang, "search-kind-wanted-thing"),
        Kind::WantedHelp => t!(lang, "search-kind-wanted-help"),
    }
}

fn kinds(lang: Lang, params: &Params) -> Vec<Choice> {
    let chosen = params.query.kind;
    let every = (String::new(), t!(lang, "search-kind-any"), chosen.is_none());
    let named = |kind: &Kind| (kind.name().to_owned(), kind_name(lang, *kind), chosen == Some(*kind));
    std::iter::once(every).chain(Kind::ALL.iter().map(named)).collect()
}

/// Without words there is nothing to fit, without a place nothing to be near to: the first choice is what comes by itself.
fn sorts(lang: Lang, params: &Params) -> Vec<Choice> {
    let said = Sort::from_name(params.typed.sort.trim()).is_some();
    let choice = |sort: Sort| {
        let text = match sort {
            Sort::Relevance => t!(lang, "search-sort-relevance"),
            Sort::Distance => t!(lang, "search-sort-distance"),
            Sort::Newest => t!(lang, "search-sort-newest"),
            Sort::Price => t!(lang, "search-sort-price"),
        };
        (sort.name().to_owned(), text, said && params.query.sort == sort)
    };
    let usual = (String::new(), t!(lang, "search-sort-usual"), !said);
    std::iter::once(usual)
        .chain(Sort::ALL.into_iter().map(choice))
        .collect()
}
