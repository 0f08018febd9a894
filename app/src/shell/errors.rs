//! What goes wrong on the way to a page, and the page that says so and helps onwards.

use super::{
    page::{Page, Width},
    pieces::icon,
    visitor::Visitor,
};
use axum::response::{IntoResponse, Response};
use domain::error::Fault;
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use std::{sync::Arc, time::Duration};

/// Why there is no page. Closed, and without free text for the browser: anyone can forge an address.
#[derive(Debug)]
pub enum AppError {
    /// No such page, or not for this visitor.
    NotFound,
    /// Only for members: sign in, then go to this path of ours.
    SignInFirst(String),
    /// What was sent is no form of ours.
    BadForm,
    /// What was sent is larger than we take.
    TooLarge,
    /// Too often: wait so long.
    TooMany(Duration),
    /// Ours. The text goes to the log only.
    Fault(String),
}

impl From<Fault> for AppError {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault.to_string())
    }
}

impl AppError {
    /// The answer to a refusal that has no words of its own on this page.
    pub fn from_domain<R: std::fmt::Debug>(error: domain::Error<R>) -> Self {
        match error {
            domain::Error::NotFound => Self::NotFound,
            domain::Error::Refused(refusal) => Self::Fault(format!("a refusal without words: {refusal:?}")),
            domain::Error::Fault(fault) => fault.into(),
        }
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInFirst(_) => StatusCode::SEE_OTHER,
            Self::BadForm => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for AppError {
    /// An empty answer that carries the error; the visitor's layer turns it into a page.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// The page for an error. Where waiting helps, it keeps the form that was sent (`typed`, as it came; empty for none), so
/// that nobody writes anything twice.
pub fn page(visitor: &Visitor, error: &AppError, typed: &[u8]) -> Response {
    let lang = visitor.lang;
    let (number, title, text) = match error {
        AppError::SignInFirst(next) => {
            let next: String = super::format::query_value(next);
            return super::notices::redirect(&format!("/sign-in?next={next}"));
        }
        AppError::NotFound => ("404", t!(lang, "error-not-found"), t!(lang, "error-not-found-text")),
        AppError::BadForm => ("400", t!(lang, "error-bad-form"), t!(lang, "error-bad-form-text")),
        AppError::TooLarge => ("413", t!(lang, "error-too-large"), t!(lang, "error-too-large-text")),
        AppError::TooMany(wait) => (
            "429",
            t!(lang, "error-too-many"),
            t!(lang, "error-too-many-text", seconds = wait.as_secs()),
        ),
        AppError::Fault(why) => {
            tracing::error!(why, place = visitor.place, "a page failed");
            ("500", t!(lang, "error-fault"), t!(lang, "error-fault-text"))
        }
    };
    let heading = title.clone();
    let again = matches!(error, AppError::TooMany(_))
        .then(|| again(visitor, typed))
        .flatten();
    let mut response = Page::new(visitor, title)
        .status(error.status())
        .hidden()
        .width(Width::Narrow)
        .show(move || {
            view! {
                <div class="signpost">
                    <p class="signpost__number" aria-hidden="true">{number}</p>
                    <h1>{heading}</h1>
                    <p>{text}</p>
                    {again}
                    <div class="cluster">
                        <a class="button button--quiet" href="/search">{icon("search")}{t!(lang, "error-to-search")}</a>
                        <a class="button button--quiet" href="/">{t!(lang, "error-to-start")}</a>
                    </div>
                </div>
            }
        });
    if let AppError::TooMany(wait) = error {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs().max(1)));
    }
    response
}

/// The form once more, out of sight, with a button. Passwords are typed again: none is ever sent back.
fn again(visitor: &Visitor, typed: &[u8]) -> Option<AnyView> {
    let lang = visitor.lang;
    let fields: Vec<_> = form_urlencoded::parse(typed)
        .filter(|(name, _)| !["password", "current"].contains(&name.as_ref()))
        .map(|(name, value)| view! { <input type="hidden" name=name.into_owned() value=value.into_owned()/> })
        .collect();
    if fields.is_empty() {
        return None;
    }
    let action = visitor.path.clone();
    Some(
        view! {
            <form class="stack" method="post" action=action>
                {fields}
                <p>{t!(lang, "error-too-many-kept")}</p>
                <p><button class="button">{t!(lang, "error-too-many-again")}</button></p>
            </form>
        }
        .into_any(),
    )
}
