//! Searching by what a category's listings can state: `attributes[KEY]=VALUE` for choices and yes or no,
//! `at_least[KEY]` and `at_most[KEY]` for numbers.

use super::reading::number;
use crate::shell::{forms, forms::Errors};
use domain::{
    Lang,
    forms::{Check, Problem},
    listings::categories::{Attribute, AttributeKind, Categories},
    search::{AttributeFilter, Wanted},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The three families of parameters.
pub const VALUE: &str = "attributes";
/// See [`VALUE`].
pub const AT_LEAST: &str = "at_least";
/// See [`VALUE`].
pub const AT_MOST: &str = "at_most";

/// Nothing that is lent measures as much, in whatever unit.
const LARGEST: f64 = 1e9;

/// What was typed, by the whole name of the parameter.
pub type TypedAttributes = BTreeMap<String, String>;

/// `attributes[chuck]` and its like.
#[must_use]
pub fn name(family: &str, key: &str) -> String {
    format!("{family}[{key}]")
}

/// The family and the key of a parameter of ours.
#[must_use]
pub fn parse(name: &str) -> Option<(&str, &str)> {
    let (family, key) = name.strip_suffix(']')?.split_once('[')?;
    [VALUE, AT_LEAST, AT_MOST].contains(&family).then_some((family, key))
}

/// The attributes that a search in this category can ask for.
#[must_use]
pub fn offered<'a>(tree: &'a Categories, category: Option<&str>) -> Vec<&'a Attribute> {
    let all = category.map(|id| tree.attributes_of(id)).unwrap_or_default();
    all.into_iter().filter(|attribute| attribute.filter).collect()
}

/// What was typed, understood: the filters, and what addresses carry of it. A key that no category has makes no sense;
/// one that this category has not is left out, as it is when somebody changes the category.
pub fn read(
    check: &mut Check,
    typed: &TypedAttributes,
    tree: &Categories,
    category: Option<&str>,
) -> (Vec<AttributeFilter>, Vec<(String, String)>) {
    let offered = offered(tree, category);
    let (mut filters, mut kept) = (Vec::new(), Vec::new());
    for (parameter, _) in typed.iter().filter(|(_, value)| !value.trim().is_empty()) {
        let known = |key: &str| tree.all().flat_map(|c| &c.attributes).any(|a| a.filter && a.key == key);
        if !parse(parameter).is_some_and(|(_, key)| known(key)) {
            check.note(parameter, Problem::NotAChoice);
        }
    }
    for attribute in offered {
        let value = |family: &str| {
            let text = typed
                .get(&name(family, &attribute.key))
                .map(|text| text.trim())
                .unwrap_or_default();
            (name(family, &attribute.key), text)
        };
        let wanted = match &attribute.kind {
            AttributeKind::Text => None,
            AttributeKind::Choice(_) | AttributeKind::Boolean => {
                let (parameter, text) = value(VALUE);
                let fits = attribute.check(check, text);
                fits.inspect(|text| kept.push((parameter, text.clone())))
                    .map(Wanted::Value)
            }
            AttributeKind::Number { .. } => {
                let mut ends = Vec::new();
                let mut end = |family| {
                    let (parameter, text) = value(family);
                    let read = figure(check, &parameter, text)?;
                    ends.push((parameter, read.to_string()));
                    Some(read)
                };
                let (least, most) = (end(AT_LEAST), end(AT_MOST));
                let upside_down = least.zip(most).is_some_and(|(least, most)| most < least);
                if upside_down {
                    check.note(&name(AT_MOST, &attribute.key), Problem::MostBelowLeast);
                } else {
                    kept.append(&mut ends);
                }
                (!upside_down && (least.is_some() || most.is_some())).then_some(Wanted::Range { least, most })
            }
        };
        filters.extend(wanted.map(|wanted| AttributeFilter {
            key: attribute.key.clone(),
            wanted,
        }));
    }
    (filters, kept)
}

fn figure(check: &mut Check, parameter: &str, text: &str) -> Option<f64> {
    if text.is_empty() {
        return None;
    }
    let figure = number(text).filter(|figure| figure.abs() < LARGEST);
    if figure.is_none() {
        check.note(parameter, Problem::NotANumber);
    }
    figure
}

/// The fields for a category's attributes; nothing if it has none to search by.
#[must_use]
pub fn fields(
    lang: Lang,
    typed: &TypedAttributes,
    errors: &Errors,
    tree: &Categories,
    category: Option<&str>,
) -> Option<AnyView> {
    let fields: Vec<AnyView> = offered(tree, category)
        .into_iter()
        .filter_map(|attribute| {
            let of = |family: &'static str| Value::of(family, attribute, typed, errors);
            let label = attribute.name.get(lang).to_owned();
            match &attribute.kind {
                AttributeKind::Text => None,
                AttributeKind::Choice(choices) => {
                    let choices = choices.iter().map(|c| (c.key.clone(), c.name.get(lang).to_owned()));
                    Some(choice(lang, label, &of(VALUE), choices.collect()))
                }
                AttributeKind::Boolean => {
                    let choices = vec![
                        ("true".to_owned(), t!(lang, "listings-yes")),
                        ("false".to_owned(), t!(lang, "listings-no")),
                    ];
                    Some(choice(lang, label, &of(VALUE), choices))
                }
                AttributeKind::Number { unit, .. } => Some(range(lang, &label, unit, &of(AT_LEAST), &of(AT_MOST))),
            }
        })
        .collect();
    (!fields.is_empty()).then(|| {
        view! {
            <fieldset class="searchbox__facts">
                <legend class="searchbox__legend">{t!(lang, "search-attributes")}</legend>
                {fields}
            </fieldset>
        }
        .into_any()
    })
}

/// A parameter, what was typed into it, and what is wrong with that.
struct Value {
    name: String,
    text: String,
    problem: Option<Problem>,
}

impl Value {
    fn of(family: &str, attribute: &Attribute, typed: &TypedAttributes, errors: &Errors) -> Self {
        let name = name(family, &attribute.key);
        Self {
            text: typed.get(&name).cloned().unwrap_or_default(),
            problem: errors.of(&name),
            name,
        }
    }

    fn wrong(&self, lang: Lang) -> (Option<String>, Option<AnyView>) {
        let id = format!("{}-error", self.name);
        let shown = self.problem.map(|problem| {
            view! { <p class="field__error" id=id.clone()>{forms::problem(lang, problem)}</p> }.into_any()
        });
        (shown.is_some().then_some(id), shown)
    }
}

fn choice(lang: Lang, label: String, value: &Value, choices: Vec<(String, String)>) -> AnyView {
    let (described, error) = value.wrong(lang);
    let any = (String::new(), t!(lang, "search-attribute-any"));
    let options = std::iter::once(any)
        .chain(choices)
        .map(|(key, text)| {
            let chosen = key == value.text.trim();
            view! { <option value=key selected=chosen>{text}</option> }
        })
        .collect_view();
    let name = value.name.clone();
    view! {
        <div class="field">
            <label class="field__label" for=name.clone()>{label}</label>
            <select class="input" id=name.clone() name=name aria-invalid=error.is_some().then_some("true")
                aria-describedby=described>
                {options}
            </select>
            {error}
        </div>
    }
    .into_any()
}

fn range(lang: Lang, label: &str, unit: &str, least: &Value, most: &Value) -> AnyView {
    let label = if unit.is_empty() {
        label.to_owned()
    } else {
        format!("{label} ({unit})")
    };
    let end = |value: &Value, says: String, placeholder: String| {
        let (described, error) = value.wrong(lang);
        let name = value.name.clone();
        let input = view! {
            <input class="input" id=name.clone() name=name type="text" inputmode="decimal" autocomplete="off" maxlength="12"
                value=value.text.clone() aria-label=says placeholder=placeholder
                aria-invalid=error.is_some().then_some("true") aria-describedby=described/>
        };
        (input, error)
    };
    let (from, from_error) = end(
        least,
        t!(lang, "search-attribute-least", name = label.clone()),
        t!(lang, "search-attribute-from"),
    );
    let (to, to_error) = end(
        most,
        t!(lang, "search-attribute-most", name = label.clone()),
        t!(lang, "search-attribute-to"),
    );
    view! {
        <div class="field" role="group" aria-label=label.clone()>
            <span class="field__label" aria-hidden="true">{label.clone()}</span>
            <div class="range">{from}<span aria-hidden="true">"–"</span>{to}</div>
            {from_error}
            {to_error}
        </div>
    }
    .into_any()
}

/// A filter in words, and the parameters that carry it.
#[must_use]
pub fn said(
    lang: Lang,
    tree: &Categories,
    category: Option<&str>,
    filter: &AttributeFilter,
) -> Option<(String, Vec<String>)> {
    let attribute = offered(tree, category).into_iter().find(|a| a.key == filter.key)?;
    let label = attribute.name.get(lang).to_owned();
    let parameters = [VALUE, AT_LEAST, AT_MOST]
        .map(|family| name(family, &filter.key))
        .to_vec();
    let figure = |figure: f64| {
        let AttributeKind::Number { unit, .. } = &attribute.kind else {
            return figure.to_string();
        };
        let figure = figure.to_string();
        let figure = if lang == Lang::De {
            figure.replace('.', ",")
        } else {
            figure
        };
        let space = if unit.is_empty() { "" } else { "\u{a0}" };
        format!("{figure}{space}{unit}")
    };
    let text = match &filter.wanted {
        Wanted::Value(value) => {
            let value = match (&attribute.kind, value.as_str()) {
                (AttributeKind::Choice(choices), key) => {
                    choices.iter().find(|c| c.key == key)?.name.get(lang).to_owned()
                }
                (_, "true") => t!(lang, "listings-yes"),
                _ => t!(lang, "listings-no"),
            };
            t!(lang, "search-chip-attribute", name = label, value = value)
        }
        Wanted::Range { least, most } => match (least.map(figure), most.map(figure)) {
            (Some(least), Some(most)) => t!(lang, "search-chip-between", name = label, least = least, most = most),
            (Some(least), None) => t!(lang, "search-chip-at-least", name = label, least = least),
            (None, Some(most)) => t!(lang, "search-chip-at-most", name = label, most = most),
            (None, None) => return None,
        },
    };
    Some((text, parameters))
}

/// What a parameter of ours is called, for the list of mistakes.
#[must_use]
pub fn label(lang: Lang, tree: &Categories, parameter: &str) -> Option<String> {
    let (_, key) = parse(parameter)?;
    let attribute = tree.all().flat_map(|c| &c.attributes).find(|a| a.key == key)?;
    Some(attribute.name.get(lang).to_owned())
}
