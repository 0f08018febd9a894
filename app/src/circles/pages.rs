//! The list of circles with the form that begins one, and the page of an invitation.

use super::{path_of, refusal};
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    forms::{Errors, Field},
    page::Width,
    pieces::{empty, icon},
};
use axum::{extract::Path, response::Response};
use domain::{
    Lang,
    circles::{
        self, CircleDraft, Circles, Line, Refusal, Role,
        rules::{LONGEST_ABOUT, LONGEST_NAME},
    },
};
use http::StatusCode;
use leptos::prelude::*;

/// `GET /circles`
pub async fn list(SignedIn { visitor, me }: SignedIn) -> Answer {
    let all = circles::circles(visitor.ctx(), &me).await?;
    Ok(show(&visitor, &all, CircleDraft::default(), None))
}

/// The list, with what was typed and why it was refused.
pub fn show(visitor: &Visitor, all: &Circles, typed: CircleDraft, refused: Option<&Refusal>) -> Response {
    let lang = visitor.lang;
    let status = match refused {
        None => StatusCode::OK,
        Some(Refusal::Invalid(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(_) => StatusCode::CONFLICT,
    };
    let said = said(lang, refused);
    let errors = errors_of(refused);
    let mine = if all.mine.is_empty() {
        empty("users", t!(lang, "circles-none"), t!(lang, "circles-none-text"), None)
    } else {
        rows(lang, &all.mine)
    };
    let found = (!all.found.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="found-title">
                <div class="section__head"><h2 id="found-title">{t!(lang, "circles-found")}</h2></div>
                {rows(lang, &all.found)}
            </section>
        }
    });
    let open = refused.is_some();
    let tabs = crate::members::tabs(visitor, "/circles");
    Page::new(visitor, t!(lang, "circles-title")).status(status).hidden().width(Width::Text).show(move || {
        view! {
            <header class="page__head">
                <h1>{t!(lang, "circles-title")}</h1>
                <p class="page__lead">{t!(lang, "circles-lead")}</p>
            </header>
            {tabs}
            <div class="stack stack--wide">
                {said}
                {errors.summary(lang, |field| label(lang, field))}
                {mine}
            </div>
            {found}
            <section class="section" aria-labelledby="new-title">
                <div class="section__head"><h2 id="new-title">{t!(lang, "circles-new")}</h2></div>
                <details class="fold" open=open>
                    <summary class="fold__head">{t!(lang, "circles-new-open")}</summary>
                    <form class="fold__body form" method="post" action="/circles" novalidate=true>
                        {fields(lang, &typed, &errors)}
                        <div class="form__actions"><button class="button">{t!(lang, "circles-new-button")}</button></div>
                    </form>
                </details>
            </section>
        }
    })
}

/// What was refused as a whole.
pub fn said(lang: Lang, refused: Option<&Refusal>) -> Option<AnyView> {
    let text = refused.filter(|refused| !matches!(refused, Refusal::Invalid(_)))?;
    let text = refusal(lang, text);
    Some(view! { <div class="notice" data-kind="error" role="alert">{icon("error")}<p>{text}</p></div> }.into_any())
}

/// What is wrong at fields.
pub fn errors_of(refused: Option<&Refusal>) -> Errors {
    match refused {
        Some(Refusal::Invalid(errors)) => Errors(errors.clone()),
        _ => Errors::default(),
    }
}

/// What a field of a circle is called.
pub fn label(lang: Lang, field: &str) -> String {
    match field {
        "name" => t!(lang, "circles-name"),
        _ => t!(lang, "circles-about"),
    }
}

/// The fields of a circle.
pub fn fields(lang: Lang, typed: &CircleDraft, errors: &Errors) -> AnyView {
    let name = Field::new("name", t!(lang, "circles-name"))
        .placeholder(t!(lang, "circles-name-example"))
        .longest(LONGEST_NAME)
        .value(&typed.name)
        .show(lang, errors);
    let about = Field::new("about", t!(lang, "circles-about"))
        .lines(3)
        .longest(LONGEST_ABOUT)
        .optional()
        .value(&typed.about)
        .show(lang, errors);
    view! {
        {name}
        {about}
        <div class="choices choices--boxed">
            <label class="choice">
                <input type="checkbox" name="findable" value="yes" checked=typed.findable == "yes"/>
                <span>{t!(lang, "circles-findable")}</span>
                <span class="choice__note">{t!(lang, "circles-findable-note")}</span>
            </label>
        </div>
    }
    .into_any()
}

fn rows(lang: Lang, lines: &[Line]) -> AnyView {
    let rows = lines
        .iter()
        .map(|line| {
            let note = match Role::from_name(&line.role) {
                Some(Role::Asked) => t!(lang, "circles-asked"),
                _ => t!(lang, "circles-count", count = line.members),
            };
            let asking = (line.asking > 0)
                .then(|| view! { <span class="tag tag--sun">{t!(lang, "circles-asking", count = line.asking)}</span> });
            view! {
                <li class="rows__row">
                    {icon("users")}
                    <div>
                        <p class="rows__title"><a class="rows__link" dir="auto" href=path_of(line.id)>{line.name.clone()}</a></p>
                        <p class="rows__note">{note}</p>
                    </div>
                    <div class="rows__end">{asking}</div>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// `GET /circles/join/{token}`
pub async fn invitation(SignedIn { visitor, me }: SignedIn, Path(token): Path<String>) -> Answer {
    let (circle, role) = circles::invited_to(visitor.ctx(), &me, &token)
        .await
        .map_err(AppError::from_domain)?;
    if role.is_in() {
        return Ok(crate::shell::notices::redirect(&path_of(circle.id)));
    }
    let lang = visitor.lang;
    let name = circle.name.clone();
    Ok(Page::new(&visitor, t!(lang, "circles-join-title", name = name.clone()))
        .hidden()
        .width(Width::Narrow)
        .show(move || {
            view! {
                <div class="signpost">
                    <h1>{t!(lang, "circles-join-title", name = name)}</h1>
                    <div class="prose prose--user" dir="auto">{circle.about}</div>
                    <p>{t!(lang, "circles-join-text")}</p>
                    <form method="post" action=format!("/circles/join/{token}")>
                        <button class="button button--large">{t!(lang, "circles-join-button")}</button>
                    </form>
                </div>
            }
        }))
}
