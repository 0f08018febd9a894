//! The code that one side shows and the other enters. Opening a link changes nothing; the button does.

use super::{
    path_of,
    qr::qr,
    words::{Why, move_words, why},
    writing::{Seen, look, move_in},
};
use crate::shell::{
    Answer, AppError, Page, SignedIn,
    forms::{Asked, Errors, Field, Sent, summary},
    limits::Limited,
    notices::{redirect, redirect_with},
    page::Width,
    pieces::icon,
};
use axum::extract::Path;
use domain::{
    Error,
    bookings::{Move, next::already_so},
    handovers::{self, Refusal, Shown, rules},
};
use http::StatusCode;
use leptos::prelude::*;
use serde::Deserialize;

/// What is typed in, or comes with the link in a QR code.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Typed {
    code: String,
}

/// `GET /bookings/{id}/moves/{what}/code`: a code is only shown where somebody asks for one.
pub async fn back(SignedIn { .. }: SignedIn, Path((id, what)): Path<(String, String)>) -> Answer {
    let (id, _) = move_in(&id, &what)?;
    Ok(redirect(&format!("{}#handover", id.path())))
}

/// `POST /bookings/{id}/moves/{what}/code`
pub async fn show(SignedIn { visitor, me }: SignedIn, Path((id, what)): Path<(String, String)>) -> Answer {
    let (id, what) = move_in(&id, &what)?;
    let seen = look(&visitor, &me, id).await?;
    visitor.count(Limited::Code, &me.id.to_string())?;
    let shown = match handovers::show(visitor.ctx(), &me, id, what).await {
        Ok(shown) => Ok(shown),
        Err(Error::Refused(refused)) => Err(why(&seen.voice, &refused)),
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let lang = visitor.lang;
    let title = t!(lang, "handovers-code-title", what = what.name());
    let status = shown.as_ref().map_or_else(|why| why.status, |_| StatusCode::OK);
    let link = |code: &str| visitor.ctx().url(&format!("{}/enter?code={code}", path_of(id, what)));
    let body = match shown {
        Ok(Shown { code, until }) => {
            let spaced = format!("{} {}", &code[..code.len() / 2], &code[code.len() / 2..]);
            let other = seen.voice.other(&seen.view);
            view! {
                <p>{t!(lang, "handovers-code-say", other = other.clone())}</p>
                <p class="code" translate="no">{spaced}</p>
                {qr(&link(&code), t!(lang, "handovers-code-qr", other = other))}
                <p class="next-step__until">{icon("clock")}<span>{t!(lang, "handovers-code-until", until = seen.voice.moment(until))}</span></p>
                <form method="post" action=format!("{}/code", path_of(id, what))>
                    <button class="button button--quiet">{t!(lang, "handovers-code-another")}</button>
                </form>
                <p class="field__hint">{t!(lang, "handovers-code-hint")}</p>
            }
            .into_any()
        }
        Err(Why { texts, .. }) => summary(lang, texts),
    };
    let heading = title.clone();
    Ok(Page::new(&visitor, title)
        .status(status)
        .hidden()
        .width(Width::Narrow)
        .show(move || {
            view! {
                {seen.crumbs()}
                <header class="page__head"><h1>{heading}</h1></header>
                <div class="stack stack--wide">{body}</div>
            }
        }))
}

/// `GET /bookings/{id}/moves/{what}/enter?code=…`: the form, filled in where a QR code led here.
pub async fn enter_page(
    SignedIn { visitor, me }: SignedIn,
    Path((id, what)): Path<(String, String)>,
    Asked(typed): Asked<Typed>,
) -> Answer {
    let (id, what) = move_in(&id, &what)?;
    let seen = look(&visitor, &me, id).await?;
    let open = rules::may_use_code(&seen.record.booking, what, seen.record.me, seen.record.now);
    let why = open.err().map(|refused| why(&seen.voice, &refused));
    Ok(form(seen, &visitor, what, typed, why))
}

/// `POST /bookings/{id}/moves/{what}/enter`
pub async fn enter(
    SignedIn { visitor, me }: SignedIn,
    Path((id, what)): Path<(String, String)>,
    Sent(typed): Sent<Typed>,
) -> Answer {
    let (id, what) = move_in(&id, &what)?;
    let done = || match what {
        Move::Handover => redirect_with(&id.path(), "handover-confirmed"),
        Move::Return => redirect_with(&id.path(), "return-confirmed"),
    };
    visitor.count(Limited::Code, &me.id.to_string())?;
    let refused = match handovers::enter(visitor.ctx(), &me, id, what, &typed.code).await {
        Ok(_) => return Ok(done()),
        Err(Error::Refused(refused)) => refused,
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let seen = look(&visitor, &me, id).await?;
    // Sent twice, or both at the same moment: it is confirmed, and that is what was wanted.
    if matches!(refused, Refusal::Booking(_)) && already_so(&seen.record.booking, &rules::by_code(what), seen.record.me)
    {
        return Ok(done());
    }
    let why = why(&seen.voice, &refused);
    Ok(form(seen, &visitor, what, typed, Some(why)))
}

fn form(
    seen: Seen,
    visitor: &crate::shell::Visitor,
    what: Move,
    typed: Typed,
    why: Option<Why>,
) -> axum::response::Response {
    let lang = visitor.lang;
    let title = t!(lang, "handovers-enter-title", what = what.name());
    let status = why.as_ref().map_or(StatusCode::OK, |why| why.status);
    // Where no code would help there is no field for one.
    let shut = why.as_ref().is_some_and(|why| why.status == StatusCode::CONFLICT);
    let texts = why.map_or(Vec::new(), |why| why.texts);
    let wrong = texts
        .iter()
        .find(|(field, _)| field.is_some())
        .map(|(_, text)| text.clone());
    let other = seen.voice.other(&seen.view);
    let action = format!("{}/enter", path_of(seen.view.booking.key.id, what));
    let field = Field::new("code", t!(lang, "handovers-enter-code", other = other.clone()))
        .hint(t!(lang, "handovers-enter-hint", other = other.clone()))
        .value(typed.code)
        .inputmode("numeric")
        .autocomplete("off")
        .longest(12)
        .wrong(wrong);
    let (heading, what) = (title.clone(), move_words(lang, what));
    Page::new(visitor, title)
        .status(status)
        .hidden()
        .width(Width::Narrow)
        .show(move || {
            let body = (!shut).then(|| {
                view! {
                    <form class="form" method="post" action=action>
                        {field.show(lang, &Errors::default())}
                        <p>{t!(lang, "handovers-enter-means", what = what, other = other)}</p>
                        <div class="form__actions">
                            <button class="button button--large">{icon("check")}{t!(lang, "handovers-enter-button")}</button>
                        </div>
                    </form>
                }
            });
            view! {
                {seen.crumbs()}
                <header class="page__head"><h1>{heading}</h1></header>
                <div class="stack stack--wide">{summary(lang, texts)}{body}</div>
            }
        })
}
