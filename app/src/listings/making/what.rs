//! The first step: what it is called, and where it belongs.

use super::{Again, Choice, Choices, Saved, StepPage, Typed, id_in, onwards, path_of, saved, step_path};
use crate::listings::card::category_icon;
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor, format,
    forms::{Asked, Errors, Field, Sent},
    notices::redirect,
    page::Width,
    pieces::icon,
    words::variant,
};
use axum::{extract::Path, response::Response};
use domain::{
    Error, Lang,
    listings::{
        self, Kind, Listing, ListingId, Refusal, Step,
        categories::Categories,
        steps::{LONGEST_TITLE, WhatForm},
    },
};
use leptos::prelude::*;
use serde::Deserialize;

/// What a link to the form may bring along.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Idea {
    title: String,
    category: String,
    kind: String,
}

/// `GET /things/new`: what it is about, then the form.
pub async fn new_page(SignedIn { visitor, .. }: SignedIn, Asked(idea): Asked<Idea>) -> Answer {
    let Some(kind) = Kind::from_name(&idea.kind) else {
        return Ok(kinds(&visitor, &idea));
    };
    let categories = listings::categories_of(visitor.ctx()).await?;
    let id = ListingId::at(visitor.ctx().clock.now());
    let typed = WhatForm {
        title: idea.title,
        category: idea.category,
        kind: kind.name().to_owned(),
        ..WhatForm::default()
    };
    Ok(form(&visitor, id, None, &typed, &categories, Again::default()))
}

/// `POST /things/new`: the draft exists from here on, whatever else is wrong. The form brings the draft's id along, so
/// that sending it twice begins one.
pub async fn begin(SignedIn { visitor, me }: SignedIn, Sent(pairs): Sent<Vec<(String, String)>>) -> Answer {
    let typed = Typed(pairs);
    let id: ListingId = typed.one("id").parse().map_err(|_| AppError::BadForm)?;
    let kind = Kind::from_name(&typed.one("kind")).unwrap_or(Kind::Lend);
    listings::begin(visitor.ctx(), &me, id, kind)
        .await
        .map_err(AppError::from_domain)?;
    keep(SignedIn { visitor, me }, id, &typed).await
}

/// `GET /things/{id}/what`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let listing = listings::own(visitor.ctx(), &me, id_in(&id)?)
        .await
        .map_err(AppError::from_domain)?;
    let categories = listings::categories_of(visitor.ctx()).await?;
    let typed = WhatForm {
        title: listing.title.clone(),
        category: listing.category_id.clone().unwrap_or_default(),
        kind: listing.kind.name().to_owned(),
        ..WhatForm::default()
    };
    Ok(form(
        &visitor,
        listing.id,
        Some(&listing),
        &typed,
        &categories,
        Again::default(),
    ))
}

/// `POST /things/{id}/what`
pub async fn save(signed_in: SignedIn, Path(id): Path<String>, Sent(pairs): Sent<Vec<(String, String)>>) -> Answer {
    keep(signed_in, id_in(&id)?, &Typed(pairs)).await
}

async fn keep(SignedIn { visitor, me }: SignedIn, id: ListingId, typed: &Typed) -> Answer {
    let ctx = visitor.ctx();
    let categories = listings::categories_of(ctx).await?;
    let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
    let mut what = WhatForm {
        title: typed.one("title"),
        category: typed.one("category"),
        kind: typed.one("kind"),
        ..WhatForm::default()
    };
    // Choosing the same top category again leaves the finer one.
    if let Some(finer) = listing
        .category_id
        .as_ref()
        .filter(|finer| top_of(&categories, finer) == what.category)
    {
        what.category.clone_from(finer);
    }
    let answer = listings::save_what(ctx, &me, id, typed.version(), &what).await;
    if let Ok(listing) = &answer
        && typed.go() != "back"
        && has_sorts(&categories, listing)
    {
        return Ok(redirect(&sort_path(id)));
    }
    match saved(answer, id, Step::What, &typed.go())? {
        Saved::GoOn(response) => Ok(response),
        Saved::Again(again) => {
            let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
            Ok(form(&visitor, id, Some(&listing), &what, &categories, again))
        }
    }
}

fn sort_path(id: ListingId) -> String {
    format!("{}/sort", path_of(id))
}

fn top_of(categories: &Categories, id: &str) -> String {
    categories
        .path(id)
        .first()
        .map(|top| top.id.clone())
        .unwrap_or_default()
}

fn has_sorts(categories: &Categories, listing: &Listing) -> bool {
    listing
        .category_id
        .as_ref()
        .is_some_and(|id| categories.below(&top_of(categories, id)).next().is_some())
}

fn form(
    visitor: &Visitor,
    id: ListingId,
    listing: Option<&Listing>,
    typed: &WhatForm,
    categories: &Categories,
    again: Again,
) -> Response {
    let lang = visitor.lang;
    let top = top_of(categories, &typed.category);
    let tiles = Choices {
        name: "category",
        question: t!(lang, "listings-category"),
        hint: None,
        kind: "radio",
        class: "choices--tiles",
        all: categories
            .roots()
            .map(|category| Choice {
                value: category.id.clone(),
                words: category.name.get(lang).to_owned(),
                note: None,
                icon: Some(category_icon(categories, &category.id)),
                chosen: category.id == top,
            })
            .collect(),
    };
    let kind = Kind::from_name(&typed.kind)
        .or_else(|| Some(listing?.kind))
        .unwrap_or(Kind::Lend);
    let title = Field::new("title", t!(lang, "listings-title"))
        .hint(t!(
            lang,
            &variant(lang, "listings-title-hint", crate::bookings::endings(kind))
        ))
        .value(&typed.title)
        .longest(LONGEST_TITLE)
        .show(lang, &again.errors);
    let tiles = tiles.show(lang, &again.errors);
    let kind_fields = kind_fields(lang, kind, &again.errors);
    let fields = view! { <input type="hidden" name="id" value=id.to_string()/>{title}{tiles}{kind_fields} }.into_any();
    StepPage {
        visitor,
        id,
        listing,
        kind,
        step: Step::What,
        title: t!(lang, "listings-what-title", kind = kind.name()),
        lead: None,
        action: listing.map_or_else(|| "/things/new".to_owned(), |_| step_path(id, Step::What)),
        again,
        labels: Vec::new(),
    }
    .show(fields, ().into_any())
}

/// What a listing can become without losing what was said: a thing that is lent can be rented out, and back.
fn kind_fields(lang: Lang, kind: Kind, errors: &Errors) -> AnyView {
    if !kind.is_thing() {
        return view! { <input type="hidden" name="kind" value=kind.name()/> }.into_any();
    }
    Choices {
        name: "kind",
        question: t!(lang, "listings-kind-ask"),
        hint: None,
        kind: "radio",
        class: "choices--boxed",
        all: [Kind::Lend, Kind::Rent]
            .map(|offered| Choice {
                value: offered.name().to_owned(),
                words: t!(lang, &format!("listings-kind-{}-short", offered.name())),
                note: Some(t!(lang, &format!("listings-kind-{}-short-note", offered.name()))),
                icon: None,
                chosen: offered == kind,
            })
            .into(),
    }
    .show(lang, errors)
}

/// What a member may want to do, each a way into the form.
fn kinds(visitor: &Visitor, idea: &Idea) -> Response {
    let lang = visitor.lang;
    let ways = Kind::ALL
        .iter()
        .map(|kind| {
            let brought = [("title", &idea.title), ("category", &idea.category)]
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| format!("&{name}={}", format::query_value(value)))
                .collect::<String>();
            let href = format!("/things/new?kind={}{brought}", kind.name());
            let key = kind.name().replace('_', "-");
            view! {
                <li>
                    <a class="way" href=href>
                        {icon(kind_icon(*kind))}
                        <span class="way__title">{t!(lang, &format!("listings-kind-{key}"))}</span>
                        <span class="way__text">{t!(lang, &format!("listings-kind-{key}-text"))}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    let title = t!(lang, "listings-kinds-title");
    Page::new(visitor, title.clone())
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <header class="page__head"><h1>{title}</h1></header>
                <ul class="ways">{ways}</ul>
            }
        })
}

const fn kind_icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Lend => "handover",
        Kind::Rent => "key",
        Kind::Service => "cat-help",
        Kind::WantedThing => "search",
        Kind::WantedHelp => "question",
    }
}

/// `GET /things/{id}/sort`
pub async fn sort_page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let listing = listings::own(visitor.ctx(), &me, id_in(&id)?)
        .await
        .map_err(AppError::from_domain)?;
    let categories = listings::categories_of(visitor.ctx()).await?;
    if listing.category_id.is_none() {
        return Ok(redirect(&step_path(listing.id, Step::What)));
    }
    if !has_sorts(&categories, &listing) {
        return Ok(redirect(&step_path(listing.id, Step::Details)));
    }
    Ok(sort_form(&visitor, &listing, &categories, Again::default()))
}

/// `POST /things/{id}/sort`
pub async fn save_sort(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Answer {
    let (ctx, typed, id) = (visitor.ctx(), Typed(pairs), id_in(&id)?);
    if typed.go() == "back" {
        return Ok(redirect(&step_path(id, Step::What)));
    }
    let categories = listings::categories_of(ctx).await?;
    let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
    let what = WhatForm {
        title: listing.title.clone(),
        category: typed.one("category"),
        ..WhatForm::default()
    };
    let answer = listings::save_what(ctx, &me, id, typed.version(), &what).await;
    // Only the category was asked here; a title that does not fit is asked for again before publishing.
    let answer = match answer {
        Err(Error::Refused(Refusal::Invalid(errors))) if !errors.iter().any(|e| e.field == "category") => {
            return Ok(onwards(&listing, Step::What, "next"));
        }
        Err(Error::Refused(Refusal::Invalid(mut errors))) => {
            errors.retain(|error| error.field == "category");
            Err(Error::Refused(Refusal::Invalid(errors)))
        }
        other => other,
    };
    match saved(answer, id, Step::What, &typed.go())? {
        Saved::GoOn(response) => Ok(response),
        Saved::Again(again) => {
            let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
            Ok(sort_form(&visitor, &listing, &categories, again))
        }
    }
}

fn sort_form(visitor: &Visitor, listing: &Listing, categories: &Categories, again: Again) -> Response {
    let lang = visitor.lang;
    let chosen = listing.category_id.clone().unwrap_or_default();
    let top = top_of(categories, &chosen);
    let name = categories
        .get(&top)
        .map(|c| c.name.get(lang).to_owned())
        .unwrap_or_default();
    let mut all: Vec<Choice> = categories
        .below(&top)
        .map(|category| Choice {
            value: category.id.clone(),
            words: category.name.get(lang).to_owned(),
            note: Some(category.examples.get(lang).to_owned()).filter(|examples| !examples.is_empty()),
            icon: None,
            chosen: category.id == chosen,
        })
        .collect();
    all.push(Choice {
        value: top.clone(),
        words: t!(lang, "listings-sort-other", category = name.clone()),
        note: None,
        icon: None,
        chosen: top == chosen,
    });
    let fields = Choices {
        name: "category",
        question: t!(lang, "listings-sort-question", category = name),
        hint: None,
        kind: "radio",
        class: "choices--boxed",
        all,
    }
    .show(lang, &again.errors);
    StepPage {
        visitor,
        id: listing.id,
        listing: Some(listing),
        kind: listing.kind,
        step: Step::What,
        title: t!(lang, "listings-sort-title"),
        lead: None,
        action: sort_path(listing.id),
        again: Again {
            errors: Errors(again.errors.0),
            ..again
        },
        labels: Vec::new(),
    }
    .show(
        fields,
        view! { <p><a href=step_path(listing.id, Step::What)>{t!(lang, "listings-sort-back")}</a></p> }.into_any(),
    )
}
