//! What the forms do: who are you, call the service, redirect; or a page that says why not, with what was typed.

use super::{path_of, words};
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    forms::{Errors, Sent, summary},
    notices::redirect_with,
    page::Width,
};
use axum::extract::Path;
use domain::{
    Error,
    bookings::{BookingId, booking_seen_by},
    members::Me,
    signals::{self, Refusal, Typed},
};
use http::StatusCode;
use leptos::prelude::*;
use serde::Deserialize;

/// What was typed.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Form {
    minutes: String,
    trouble: String,
    words: String,
}

fn id_in(id: &str) -> Result<BookingId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}

/// `POST /bookings/{id}/say/on-my-way`
pub async fn on_my_way(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(form): Sent<Form>) -> Answer {
    let id = id_in(&id)?;
    let typed = Typed {
        minutes: form.minutes.clone(),
        ..Typed::default()
    };
    match signals::say(visitor.ctx(), &me, id, &typed).await {
        Ok(()) => Ok(redirect_with(&id.path(), "on-my-way")),
        Err(Error::Refused(refusal)) => again(&visitor, &me, id, &form, "on-my-way", &refusal).await,
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// `POST /bookings/{id}/say/trouble`
pub async fn trouble(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(form): Sent<Form>) -> Answer {
    let id = id_in(&id)?;
    let typed = Typed {
        trouble: Some(form.trouble.clone()),
        words: form.words.clone(),
        ..Typed::default()
    };
    match signals::say(visitor.ctx(), &me, id, &typed).await {
        Ok(()) => Ok(redirect_with(&id.path(), "trouble-told")),
        Err(Error::Refused(refusal)) => again(&visitor, &me, id, &form, "trouble", &refusal).await,
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// `POST /bookings/{id}/say/waive`
pub async fn waive(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id = id_in(&id)?;
    match signals::waive_fee(visitor.ctx(), &me, id).await {
        Ok(()) => Ok(redirect_with(&id.path(), "fee-waived")),
        Err(Error::Refused(refusal)) => again(&visitor, &me, id, &Form::default(), WAIVE, &refusal).await,
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// Saying that a late fee is not wanted: there is nothing to type.
const WAIVE: &str = "waive";

/// The same form again, with what is wrong.
async fn again(visitor: &Visitor, me: &Me, id: BookingId, form: &Form, what: &str, refusal: &Refusal) -> Answer {
    let lang = visitor.lang;
    let view = booking_seen_by(visitor.ctx(), me, id)
        .await
        .map_err(AppError::from_domain)?;
    let voice = crate::bookings::Voice::of(lang, visitor.ctx().clock.now(), &view.booking);
    let invalid = matches!(refusal, Refusal::Invalid(_));
    let status = if invalid {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::CONFLICT
    };
    let errors = match refusal {
        Refusal::Invalid(errors) => Errors(errors.clone()),
        _ => Errors::default(),
    };
    let head = if invalid {
        let label = |field: &str| match field {
            "minutes" => t!(lang, "signals-minutes"),
            "trouble" => t!(lang, "signals-trouble-ask"),
            _ => t!(lang, "signals-words"),
        };
        errors.summary(lang, label)
    } else {
        summary(lang, vec![(None, words::refused(&voice, refusal))])
    };
    let fields = match what {
        "on-my-way" => words::minutes_field(lang, &form.minutes, &errors),
        "trouble" => words::trouble_fields(lang, &form.trouble, &form.words, &errors),
        _ => ().into_any(),
    };
    let (action, what) = (path_of(id, what), what.to_owned());
    let title = t!(lang, "signals-title");
    Ok(Page::new(visitor, title.clone())
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            // What was typed stays, whatever stands against it.
            let form = (what != WAIVE).then(|| {
                view! {
                    <form class="form" method="post" action=action novalidate=true>
                        {fields}
                        <div class="form__actions"><button class="button">{t!(lang, "signals-send")}</button></div>
                    </form>
                }
            });
            view! {
                <header class="page__head"><h1>{title}</h1></header>
                <div class="stack stack--wide">
                    {head}
                    {form}
                    <p><a class="button button--quiet" href=id.path()>{t!(lang, "signals-back")}</a></p>
                </div>
            }
        }))
}
