//! The fourth step: where it is, and how it gets to whoever borrows it.

use super::{Again, Choice, Choices, Saved, StepPage, Typed, id_in, saved, step_path};
use crate::listings::facts::handover_words;
use crate::places::PlaceField;
use crate::shell::{
    Answer, AppError, SignedIn, Visitor,
    forms::{Errors, Field, Sent, problem},
};
use axum::{extract::Path, response::Response};
use domain::{
    Lang,
    listings::{
        self, Handover, Listing, Step,
        steps::{LONGEST_NOTE, PlaceForm},
    },
};
use leptos::prelude::*;

/// `GET /things/{id}/place`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let listing = listings::own(visitor.ctx(), &me, id_in(&id)?)
        .await
        .map_err(AppError::from_domain)?;
    let mut typed = PlaceForm {
        address: listing.address.clone(),
        handover: listing.handover.name().to_owned(),
        handover_note: listing.handover_note.clone(),
        ..PlaceForm::default()
    };
    if typed.address.is_empty() && listing.point().is_none() {
        // Most things are where their owner lives.
        typed.address = me.place_name.clone().unwrap_or_default();
    }
    Ok(form(&visitor, &listing, &typed, Again::default()))
}

/// `POST /things/{id}/place`
pub async fn save(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Answer {
    let (ctx, sent, id) = (visitor.ctx(), Typed(pairs), id_in(&id)?);
    let typed = PlaceForm {
        address: sent.one("address"),
        handover: sent.one("handover"),
        handover_note: sent.one("handover_note"),
        ..PlaceForm::default()
    };
    let answer = listings::save_place(ctx, &me, id, sent.version(), &typed).await;
    match saved(answer, id, Step::Place, &sent.go())? {
        Saved::GoOn(response) => Ok(response),
        Saved::Again(again) => {
            let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
            Ok(form(&visitor, &listing, &typed, again))
        }
    }
}

fn form(visitor: &Visitor, listing: &Listing, typed: &PlaceForm, again: Again) -> Response {
    let lang = visitor.lang;
    let (address, wrong) = (typed.address.clone(), again.errors.of("address"));
    let note = Field::new("handover_note", t!(lang, "listings-handover-note"))
        .hint(t!(lang, "listings-handover-note-hint"))
        .value(&typed.handover_note)
        .longest(LONGEST_NOTE)
        .lines(3)
        .optional()
        .show(lang, &again.errors);
    let handover = if listing.kind.is_thing() {
        handover(lang, typed, &again.errors)
    } else {
        // Nothing of the owner's changes hands: everybody comes to where it is.
        view! { <input type="hidden" name="handover" value=Handover::PickUp.name()/> }.into_any()
    };
    let map = listing.cell.zip(listing.place_name.clone()).map(|(cell, name)| {
        view! {
            <section class="section" aria-labelledby="seen-title">
                <div class="section__head"><h2 id="seen-title">{t!(lang, "listings-seen-by-all")}</h2></div>
                {crate::search::map_here(lang, cell, &name)}
            </section>
        }
    });
    let wrong = wrong.map(|wrong| problem(lang, wrong));
    let fields = view! {
        <div class="field">
            <label class="field__label" for="address">{t!(lang, "listings-address")}</label>
            <p class="field__hint" id="address-hint">{t!(lang, "listings-address-hint")}</p>
            {address_field(lang, address, wrong.is_some())}
            {wrong.map(|text| view! { <p class="field__error" id="address-error">{text}</p> })}
        </div>
        {handover}
        {note}
    }
    .into_any();
    StepPage {
        visitor,
        id: listing.id,
        listing: Some(listing),
        kind: listing.kind,
        step: Step::Place,
        title: t!(
            lang,
            if listing.kind.is_thing() {
                "listings-place-title"
            } else {
                "listings-place-title-help"
            }
        ),
        lead: None,
        action: step_path(listing.id, Step::Place),
        again,
        labels: Vec::new(),
    }
    .show(fields, map.into_any())
}

/// The field that suggests places where scripts run.
fn address_field(lang: Lang, value: String, invalid: bool) -> AnyView {
    let described = if invalid {
        "address-error address-hint"
    } else {
        "address-hint"
    };
    view! {
        <PlaceField
            name="address".to_owned()
            value=value
            placeholder=t!(lang, "listings-address-example")
            list_label=t!(lang, "listings-address-list")
            described=Some(described.to_owned())
            invalid=invalid
         here=false/>
    }
    .into_any()
}

fn handover(lang: Lang, typed: &PlaceForm, errors: &Errors) -> AnyView {
    let note = |handover| match handover {
        Handover::PickUp => t!(lang, "listings-handover-pick-up-note"),
        Handover::Deliver => t!(lang, "listings-handover-deliver-note"),
        Handover::KeyBox => t!(lang, "listings-handover-key-box-note"),
    };
    Choices {
        name: "handover",
        question: t!(lang, "listings-handover-ask"),
        hint: None,
        kind: "radio",
        class: "choices--boxed",
        all: Handover::ALL
            .iter()
            .map(|handover| Choice {
                value: handover.name().to_owned(),
                words: handover_words(lang, *handover),
                note: Some(note(*handover)),
                icon: None,
                chosen: typed.handover == handover.name(),
            })
            .collect(),
    }
    .show(lang, errors)
}
