//! The second step: what one should know about it.

use super::{Again, Choice, Choices, Saved, StepPage, Typed, id_in, saved, step_path};
use crate::listings::facts::condition_words;
use crate::shell::{
    Answer, AppError, SignedIn, Visitor, format,
    forms::{Errors, Field, Sent, problem},
};
use axum::{extract::Path, response::Response};
use domain::{
    Lang,
    listings::{
        self, Condition, Listing, Step,
        categories::{Attribute, AttributeKind, Categories},
        decimal,
        steps::{DetailsForm, LONGEST_DESCRIPTION, LONGEST_NOTE, MOST_CHECKS},
    },
    prices::{self, Currency, Per},
};
use leptos::prelude::*;

/// `GET /things/{id}/details`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let listing = listings::own(visitor.ctx(), &me, id_in(&id)?)
        .await
        .map_err(AppError::from_domain)?;
    let categories = listings::categories_of(visitor.ctx()).await?;
    let typed = as_typed(visitor.lang, &listing, &categories);
    Ok(form(&visitor, &listing, &typed, &categories, Again::default()))
}

/// `POST /things/{id}/details`
pub async fn save(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Answer {
    let (ctx, sent, id) = (visitor.ctx(), Typed(pairs), id_in(&id)?);
    let typed = read(&sent);
    let answer = listings::save_details(ctx, &me, id, sent.version(), &typed).await;
    match saved(answer, id, Step::Details, &sent.go())? {
        Saved::GoOn(response) => Ok(response),
        Saved::Again(again) => {
            let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
            let categories = listings::categories_of(ctx).await?;
            Ok(form(&visitor, &listing, &typed, &categories, again))
        }
    }
}

fn read(sent: &Typed) -> DetailsForm {
    let attribute = |(name, value): &(String, String)| {
        let key = name.strip_prefix("attributes[")?.strip_suffix(']')?;
        Some((key.to_owned(), value.clone()))
    };
    DetailsForm {
        description: sent.one("description"),
        condition: sent.one("condition"),
        attributes: sent.0.iter().filter_map(attribute).collect(),
        accessories: sent.one("accessories"),
        checklist: sent.one("checklist"),
        house_rules: sent.one("house_rules"),
        replacement: sent.one("replacement"),
        late_fee: sent.one("late_fee"),
        late_per: sent.one("late_per"),
        late_cap: sent.one("late_cap"),
        tags: sent.one("tags"),
    }
}

/// What is stored, as its owner would type it.
fn as_typed(lang: Lang, listing: &Listing, categories: &Categories) -> DetailsForm {
    let local = |number: String| {
        if lang == Lang::De {
            number.replace('.', ",")
        } else {
            number
        }
    };
    let mut attributes = listing.attributes.clone();
    for attribute in of(listing, categories) {
        if let (AttributeKind::Number { .. }, Some(value)) = (&attribute.kind, attributes.get_mut(&attribute.key)) {
            *value = local(std::mem::take(value));
        }
    }
    let amount = |minor: i64| local(decimal::print(minor, format::decimals(&listing.currency)));
    let most = prices::most_late(listing.replacement_minor, Currency::of(&listing.currency));
    let late = listing.prices.late;
    DetailsForm {
        description: listing.description.clone(),
        condition: listing.condition.map(Condition::name).unwrap_or_default().to_owned(),
        attributes,
        accessories: listing.accessories.join("\n"),
        checklist: listing.checklist.joined(),
        house_rules: listing.house_rules.clone(),
        replacement: listing
            .replacement_minor
            .map(|minor| local(decimal::print(minor, format::decimals(&listing.currency))))
            .unwrap_or_default(),
        late_fee: late.map(|fee| amount(fee.minor)).unwrap_or_default(),
        late_per: late.map_or(Per::Day, |fee| fee.per).name().to_owned(),
        // What would be so anyway is not said.
        late_cap: late
            .filter(|fee| fee.cap != most)
            .map(|fee| amount(fee.cap))
            .unwrap_or_default(),
        tags: listing.tags.0.join(", "),
    }
}

fn of<'a>(listing: &Listing, categories: &'a Categories) -> Vec<&'a Attribute> {
    listing
        .category_id
        .as_ref()
        .map(|id| categories.attributes_of(id))
        .unwrap_or_default()
}

fn form(visitor: &Visitor, listing: &Listing, typed: &DetailsForm, categories: &Categories, again: Again) -> Response {
    let lang = visitor.lang;
    let errors = &again.errors;
    let attributes = of(listing, categories);
    let description = Field::new("description", t!(lang, "listings-description"))
        .hint(t!(lang, "listings-description-hint"))
        .value(&typed.description)
        .longest(LONGEST_DESCRIPTION)
        .lines(6)
        .show(lang, errors);
    let thing = listing
        .kind
        .is_thing()
        .then(|| (condition(lang, typed, errors), accessories(lang, typed, errors)));
    let (condition, accessories) = thing.unzip();
    let stated = (!attributes.is_empty()).then(|| {
        let fields = attributes
            .iter()
            .map(|attribute| attribute_field(lang, attribute, typed, errors))
            .collect_view();
        view! {
            <fieldset class="group">
                <legend class="group__legend">
                    {t!(lang, "listings-attributes")}" "<span class="field__optional">{t!(lang, "form-optional")}</span>
                </legend>
                <div class="field-row">{fields}</div>
            </fieldset>
        }
    });
    let more = more(lang, listing, typed, errors);
    let labels = attributes
        .iter()
        .map(|a| (a.field(), a.name.get(lang).to_owned()))
        .collect();
    let fields = view! { {description}{condition}{stated}{accessories}{more} }.into_any();
    StepPage {
        visitor,
        id: listing.id,
        listing: Some(listing),
        kind: listing.kind,
        step: Step::Details,
        title: t!(lang, "listings-details-title"),
        lead: None,
        action: step_path(listing.id, Step::Details),
        again,
        labels,
    }
    .show(fields, ().into_any())
}

fn condition(lang: Lang, typed: &DetailsForm, errors: &Errors) -> AnyView {
    let note = |condition| match condition {
        Condition::New => t!(lang, "listings-condition-new-note"),
        Condition::VeryGood => t!(lang, "listings-condition-very-good-note"),
        Condition::Good => t!(lang, "listings-condition-good-note"),
        Condition::Worn => t!(lang, "listings-condition-worn-note"),
    };
    Choices {
        name: "condition",
        question: t!(lang, "listings-condition-ask"),
        hint: None,
        kind: "radio",
        class: "choices--boxed",
        all: Condition::ALL
            .iter()
            .map(|condition| Choice {
                value: condition.name().to_owned(),
                words: condition_words(lang, *condition),
                note: Some(note(*condition)),
                icon: None,
                chosen: typed.condition == condition.name(),
            })
            .collect(),
    }
    .show(lang, errors)
}

fn accessories(lang: Lang, typed: &DetailsForm, errors: &Errors) -> AnyView {
    Field::new("accessories", t!(lang, "listings-accessories-ask"))
        .hint(t!(lang, "listings-accessories-hint"))
        .value(&typed.accessories)
        .lines(4)
        .optional()
        .show(lang, errors)
}

/// What few owners need, folded until it holds something.
fn more(lang: Lang, listing: &Listing, typed: &DetailsForm, errors: &Errors) -> AnyView {
    let replacement = listing.kind.is_thing().then(|| {
        Field::new("replacement", t!(lang, "listings-replacement-ask"))
            .hint(t!(lang, "listings-replacement-hint"))
            .value(&typed.replacement)
            .inputmode("decimal")
            .unit(format::currency_sign(&listing.currency))
            .optional()
            .show(lang, errors)
    });
    let late = listing.kind.is_thing().then(|| late(lang, listing, typed, errors));
    let checklist = listing.kind.is_thing().then(|| {
        Field::new("checklist", t!(lang, "listings-checklist-ask"))
            .hint(t!(lang, "listings-checklist-hint", most = MOST_CHECKS))
            .value(&typed.checklist)
            .lines(3)
            .optional()
            .show(lang, errors)
    });
    let rules = Field::new("house_rules", t!(lang, "listings-rules-ask"))
        .hint(t!(lang, "listings-rules-hint"))
        .value(&typed.house_rules)
        .longest(LONGEST_NOTE)
        .lines(3)
        .optional()
        .show(lang, errors);
    let tags = Field::new("tags", t!(lang, "listings-tags"))
        .hint(t!(lang, "listings-tags-hint"))
        .value(&typed.tags)
        .optional()
        .show(lang, errors);
    let wrong = [
        "checklist",
        "replacement",
        "late_fee",
        "late_per",
        "late_cap",
        "house_rules",
        "tags",
    ]
    .into_iter()
    .any(|field| errors.of(field).is_some());
    let filled = [
        &typed.checklist,
        &typed.replacement,
        &typed.late_fee,
        &typed.house_rules,
        &typed.tags,
    ];
    let filled = filled.into_iter().any(|typed| !typed.is_empty());
    view! {
        <details class="fold" open=wrong || filled>
            <summary class="fold__head">{t!(lang, "listings-more")}</summary>
            <div class="fold__body stack stack--wide">{checklist}{rules}{replacement}{late}{tags}</div>
        </details>
    }
    .into_any()
}

/// What bringing it back late costs.
fn late(lang: Lang, listing: &Listing, typed: &DetailsForm, errors: &Errors) -> AnyView {
    let sign = format::currency_sign(&listing.currency);
    let amount = |name: &'static str, label: String, value: &str| {
        Field::new(name, label)
            .value(value)
            .inputmode("decimal")
            .unit(sign.clone())
            .optional()
            .show(lang, errors)
    };
    let chosen = if typed.late_per.is_empty() {
        Per::Day.name()
    } else {
        typed.late_per.as_str()
    };
    let per = Choices {
        name: "late_per",
        question: t!(lang, "prices-ask-late-per"),
        hint: None,
        kind: "radio",
        class: "choices--boxed",
        all: Per::ALL
            .into_iter()
            .map(|per| Choice {
                value: per.name().to_owned(),
                words: t!(lang, &format!("prices-late-per-{}", per.name())),
                note: None,
                icon: None,
                chosen: per.name() == chosen,
            })
            .collect(),
    }
    .show(lang, errors);
    view! {
        <fieldset class="group">
            <legend class="group__legend">{t!(lang, "prices-late")}</legend>
            <p class="field__hint">{t!(lang, "prices-late-hint")}</p>
            {amount("late_fee", t!(lang, "prices-ask-late-fee"), &typed.late_fee)}
            {per}
            {amount("late_cap", t!(lang, "prices-ask-late-cap"), &typed.late_cap)}
        </fieldset>
    }
    .into_any()
}

/// The field of an attribute, by its kind.
fn attribute_field(lang: Lang, attribute: &Attribute, typed: &DetailsForm, errors: &Errors) -> AnyView {
    let name = attribute.field();
    let value = typed.attributes.get(&attribute.key).cloned().unwrap_or_default();
    let wrong = errors.of(&name).map(|p| problem(lang, p));
    let error_id = format!("{name}-error");
    let invalid = wrong.is_some().then_some("true");
    let described = wrong.is_some().then(|| error_id.clone());
    let select = |options: Vec<(String, String)>| {
        let items = options
            .into_iter()
            .map(|(key, words)| {
                let selected = key == value;
                view! { <option value=key selected=selected>{words}</option> }
            })
            .collect_view();
        view! {
            <select class="input" id=name.clone() name=name.clone() aria-invalid=invalid aria-describedby=described.clone()>
                <option value="">{t!(lang, "listings-unsaid")}</option>
                {items}
            </select>
        }
        .into_any()
    };
    let input = match &attribute.kind {
        AttributeKind::Choice(choices) => {
            select(choices.iter().map(|c| (c.key.clone(), c.name.get(lang).to_owned())).collect())
        }
        AttributeKind::Boolean => select(vec![
            ("true".to_owned(), t!(lang, "listings-yes")),
            ("false".to_owned(), t!(lang, "listings-no")),
        ]),
        AttributeKind::Text => view! {
            <input class="input" type="text" dir="auto" id=name.clone() name=name.clone() value=value.clone() maxlength="60"
                aria-invalid=invalid aria-describedby=described/>
        }
        .into_any(),
        AttributeKind::Number { unit, decimals, .. } => {
            let mode = if *decimals == 0 { "numeric" } else { "decimal" };
            view! {
                <div class="affix">
                    <input class="input input--short" type="text" inputmode=mode id=name.clone() name=name.clone()
                        value=value.clone() maxlength="20" aria-invalid=invalid aria-describedby=described/>
                    {(!unit.is_empty()).then(|| view! { <span class="affix__unit">{unit.clone()}</span> })}
                </div>
            }
            .into_any()
        }
    };
    let unit = match &attribute.kind {
        // The unit stands behind the field for the eye; here for those who listen.
        AttributeKind::Number { unit, .. } if !unit.is_empty() => {
            Some(view! { <span class="visually-hidden">{format!(" ({unit})")}</span> })
        }
        _ => None,
    };
    view! {
        <div class="field">
            <label class="field__label" for=name.clone()>{attribute.name.get(lang).to_owned()}{unit}</label>
            {input}
            {wrong.map(|text| view! { <p class="field__error" id=error_id>{text}</p> })}
        </div>
    }
    .into_any()
}
