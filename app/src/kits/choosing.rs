//! The page on which the owner of a thing makes a kit of it.

use crate::{
    listings::manage_path,
    shell::{
        Answer, AppError, Page, SignedIn, Visitor,
        forms::{Errors, Sent, problem},
        notices::redirect_with,
        page::Width,
        pieces::{crumbs, icon},
    },
};
use axum::{extract::Path, response::Response};
use domain::{
    Error, Lang,
    kits::{self, Kit, KitDraft, Refusal, rules::MOST_PARTS},
    listings::ListingId,
    members::Me,
};
use http::StatusCode;
use leptos::prelude::*;

/// Where the owner chooses the parts.
#[must_use]
pub fn path_of(id: ListingId) -> String {
    format!("/things/{id}/kit")
}

/// Name and value for the owner's list of what they said about a thing.
///
/// # Errors
/// [`AppError::NotFound`] for others' things.
pub async fn row(visitor: &Visitor, me: &Me, id: ListingId) -> Result<(String, String), AppError> {
    let lang = visitor.lang;
    let kit = kits::choosing(visitor.ctx(), me, id)
        .await
        .map_err(AppError::from_domain)?;
    let parts: Vec<_> = kit
        .candidates
        .iter()
        .filter(|part| part.chosen)
        .map(|part| part.title.clone())
        .collect();
    let value = if !parts.is_empty() {
        parts.join(", ")
    } else if !kit.part_of.is_empty() {
        t!(lang, "kits-part-of", kits = kit.part_of.join(", "))
    } else {
        t!(lang, "kits-no")
    };
    Ok((t!(lang, "kits-row"), value))
}

/// `GET /things/{id}/kit`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    let kit = kits::choosing(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    Ok(show(&visitor, kit, None, None))
}

/// `POST /things/{id}/kit`
pub async fn save(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(typed): Sent<KitDraft>) -> Answer {
    let id: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    let refused = match kits::save(visitor.ctx(), &me, id, &typed).await {
        Ok(()) => return Ok(redirect_with(&manage_path(id), "saved")),
        Err(Error::Refused(refused)) => refused,
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let kit = kits::choosing(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    Ok(show(&visitor, kit, Some(typed), Some(refused)))
}

/// Why the parts were not changed, in words.
fn refusal(lang: Lang, refused: &Refusal) -> String {
    match refused {
        Refusal::Invalid(_) => t!(lang, "form-not-yet"),
        Refusal::OpenBookings(count) => t!(lang, "kits-refused-open", count = *count),
        Refusal::IsPart => t!(lang, "kits-refused-part"),
        Refusal::NotNow => t!(lang, "kits-refused-not-now"),
        Refusal::ChangedMeanwhile => t!(lang, "listings-changed"),
    }
}

fn show(visitor: &Visitor, kit: Kit, typed: Option<KitDraft>, refused: Option<Refusal>) -> Response {
    let lang = visitor.lang;
    let (status, errors) = match &refused {
        None => (StatusCode::OK, Errors::default()),
        Some(Refusal::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, Errors(errors.clone())),
        Some(_) => (StatusCode::CONFLICT, Errors::default()),
    };
    let said = refused
        .as_ref()
        .filter(|refused| !matches!(refused, Refusal::Invalid(_)))
        .map(|refused| refusal(lang, refused));
    let said = said.or_else(|| (kit.open > 0).then(|| t!(lang, "kits-refused-open", count = kit.open)));
    let said = said.or_else(|| (!kit.part_of.is_empty()).then(|| t!(lang, "kits-refused-part")));
    let fixed = kit.open > 0 || !kit.part_of.is_empty();
    let (back, title, version) = (manage_path(kit.id), kit.title.clone(), kit.version);
    let action = path_of(kit.id);
    Page::new(visitor, t!(lang, "kits-title")).status(status).hidden().width(Width::Text).show(move || {
        let any = !kit.candidates.is_empty();
        let wrong = errors.of("parts").map(|wrong| problem(lang, wrong));
        let summary = errors.summary(lang, |_| t!(lang, "kits-parts"));
        let choices = kit
            .candidates
            .into_iter()
            .map(|part| {
                let value = part.id.to_string();
                let checked = typed.as_ref().map_or(part.chosen, |typed| typed.parts.contains(&value));
                let note = match (part.fits, part.alone) {
                    (false, _) => t!(lang, "kits-does-not-fit"),
                    (true, true) => t!(lang, "kits-alone"),
                    (true, false) => t!(lang, "kits-only-together"),
                };
                view! {
                    <label class="choice">
                        <input type="checkbox" name="parts" value=value checked=checked disabled=fixed/>
                        <span dir="auto">{part.title}</span>
                        <span class="choice__note">{note}</span>
                    </label>
                }
            })
            .collect_view();
        view! {
            {crumbs(lang, [(back.clone(), title)])}
            <header class="page__head">
                <h1>{t!(lang, "kits-title")}</h1>
                <p class="page__lead">{t!(lang, "kits-lead")}</p>
            </header>
            <div class="stack stack--wide">
                {said.map(|said| view! { <div class="notice" data-kind="warning" role="status">{icon("warning")}<p>{said}</p></div> })}
                {summary}
                <form class="form" method="post" action=action novalidate=true>
                    <input type="hidden" name="version" value=version.to_string()/>
                    <fieldset class="group" id="parts" tabindex="-1">
                        <legend class="group__legend">{t!(lang, "kits-parts")}</legend>
                        <p class="field__hint">{t!(lang, "kits-parts-hint", most = MOST_PARTS)}</p>
                        {if any {
                            view! { <div class="choices choices--boxed">{choices}</div> }.into_any()
                        } else {
                            view! { <p>{t!(lang, "kits-nothing-fits")}</p> }.into_any()
                        }}
                        {wrong.map(|text| view! { <p class="field__error">{text}</p> })}
                    </fieldset>
                    <p class="field__hint">{t!(lang, "kits-own-plan")}</p>
                    <div class="form__actions form__actions--apart">
                        {(!fixed && any).then(|| view! { <button class="button button--large">{t!(lang, "listings-save")}</button> })}
                        <a class="button button--quiet" href=back>{t!(lang, "listings-cancel")}</a>
                    </div>
                </form>
            </div>
        }
    })
}
