//! `GET` and `POST /letters/stop/{token}`: no more letters of one kind, with one press, without signing in. Mail programs
//! send the same `POST` by themselves when somebody presses their own button (RFC 8058); it works without cookies.

use super::{stop_path, topic_key};
use crate::shell::{Answer, AppError, Page, Visitor, limits::Limited, page::Width};
use axum::{body::Bytes, extract::Path, response::Response};
use domain::{
    Error,
    notifications::{self, Refusal, Topic},
};
use http::StatusCode;
use leptos::prelude::*;

/// `GET /letters/stop/{token}`: says what the button does, and changes nothing.
pub async fn page(visitor: Visitor, Path(token): Path<String>) -> Answer {
    visitor.count(Limited::Letter, &visitor.address)?;
    match notifications::unsubscribing(visitor.ctx(), &token).await {
        Ok((topic, wanted)) => Ok(show(&visitor, &token, topic, wanted, false)),
        Err(error) => none(&visitor, error),
    }
}

/// `POST /letters/stop/{token}`: stops them; with `again=yes` they come again. What else is in the body does not matter.
pub async fn stop(visitor: Visitor, Path(token): Path<String>, body: Bytes) -> Answer {
    visitor.count(Limited::Letter, &visitor.address)?;
    let wanted = form_urlencoded::parse(&body).any(|(name, value)| name == "again" && value == "yes");
    match notifications::unsubscribe(visitor.ctx(), &token, wanted).await {
        Ok(topic) => Ok(show(&visitor, &token, topic, wanted, true)),
        Err(error) => none(&visitor, error),
    }
}

fn none(visitor: &Visitor, error: Error<Refusal>) -> Answer {
    if let Error::Fault(fault) = error {
        return Err(AppError::from(fault));
    }
    let lang = visitor.lang;
    Ok(Page::new(visitor, t!(lang, "act-broken-title"))
        .status(StatusCode::GONE)
        .hidden()
        .width(Width::Narrow)
        .show(move || {
            view! {
                <div class="auth">
                    <header class="page__head">
                        <h1>{t!(lang, "act-broken-title")}</h1>
                        <p class="page__lead">{t!(lang, "letters-stop-broken")}</p>
                    </header>
                    <div class="cluster"><a class="button" href="/me/letters">{t!(lang, "letters-title")}</a></div>
                </div>
            }
        }))
}

/// Whether they come, and the button that changes it. `done` after it was pressed.
fn show(visitor: &Visitor, token: &str, topic: Topic, wanted: bool, done: bool) -> Response {
    let lang = visitor.lang;
    let what = t!(lang, &topic_key(topic));
    let (title, text) = match (wanted, done) {
        (true, false) => (
            t!(lang, "letters-stop-title"),
            t!(lang, "letters-stop-text", what = what),
        ),
        (true, true) => (
            t!(lang, "letters-again-done-title"),
            t!(lang, "letters-again-done-text", what = what),
        ),
        (false, _) => (
            t!(lang, "letters-stopped-title"),
            t!(lang, "letters-stopped-text", what = what),
        ),
    };
    let action = stop_path(token);
    let (again, button) = if wanted {
        ("no", t!(lang, "letters-stop-button"))
    } else {
        ("yes", t!(lang, "letters-again-button"))
    };
    let class = if wanted && !done {
        "button button--large button--block"
    } else {
        "button button--quiet"
    };
    Page::new(visitor, title.clone())
        .hidden()
        .width(Width::Narrow)
        .show(move || {
            view! {
                <div class="auth">
                    <header class="page__head"><h1>{title}</h1><p class="page__lead">{text}</p></header>
                    <form class="form" method="post" action=action>
                        <input type="hidden" name="again" value=again/>
                        <div class="form__actions"><button class=class>{button}</button></div>
                    </form>
                    <p class="field__hint"><a href="/me/letters">{t!(lang, "letters-title")}</a></p>
                </div>
            }
        })
}
