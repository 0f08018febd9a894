//! Forms as people meet them: a label, a hint, what they had typed, and the error at the field.

use super::errors::AppError;
use axum::extract::{FromRequest, Request};
use domain::{
    Lang,
    forms::{FieldError, Problem},
};
use leptos::prelude::*;
use serde::de::DeserializeOwned;

/// A form that was sent. What cannot be read as one is refused with a page, never with a bare line.
#[derive(Debug)]
pub struct Sent<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Sent<T> {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AppError> {
        match axum_extra::extract::Form::<T>::from_request(request, state).await {
            Ok(form) => Ok(Self(form.0)),
            Err(rejection) => Err(refused(rejection.into_response().status())),
        }
    }
}

/// A query that was sent; what cannot be read counts as nothing typed.
#[derive(Debug)]
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned + Default, S: Send + Sync> axum::extract::FromRequestParts<S> for Asked<T> {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut http::request::Parts, state: &S) -> Result<Self, Self::Rejection> {
        let query = axum_extra::extract::Query::<T>::from_request_parts(parts, state).await;
        Ok(Self(query.map(|q| q.0).unwrap_or_default()))
    }
}

use axum::response::IntoResponse;

/// The refusal for what an extractor of axum answers.
#[must_use]
pub fn refused(status: http::StatusCode) -> AppError {
    if status == http::StatusCode::PAYLOAD_TOO_LARGE {
        AppError::TooLarge
    } else {
        AppError::BadForm
    }
}

/// What is wrong with a form that comes back.
#[derive(Clone, Debug, Default)]
pub struct Errors(pub Vec<FieldError>);

impl Errors {
    /// What is wrong with a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<Problem> {
        self.0.iter().find(|e| e.field == field).map(|e| e.problem)
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong, above the form: each a link to its field. `labels` gives a field's label.
    #[must_use]
    pub fn summary(&self, lang: Lang, labels: impl Fn(&str) -> String) -> AnyView {
        let items = self
            .0
            .iter()
            .map(|error| {
                let text = format!("{}: {}", labels(&error.field), problem(lang, error.problem));
                (Some(error.field.clone()), text)
            })
            .collect();
        summary(lang, items)
    }
}

/// What is wrong, above a form, in words: each a link to its field, or a line of its own where it concerns the whole.
#[must_use]
pub fn summary(lang: Lang, wrong: Vec<(Option<String>, String)>) -> AnyView {
    if wrong.is_empty() {
        return ().into_any();
    }
    let items = wrong
        .into_iter()
        .map(|(field, text)| match field {
            Some(field) => view! { <li><a href=format!("#{field}")>{text}</a></li> }.into_any(),
            None => view! { <li>{text}</li> }.into_any(),
        })
        .collect_view();
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
            <h2 class="error-summary__title">{t!(lang, "form-not-yet")}</h2>
            <ul class="error-summary__list">{items}</ul>
        </div>
    }
    .into_any()
}

/// What is wrong, in words.
#[must_use]
pub fn problem(lang: Lang, problem: Problem) -> String {
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    match problem {
        Problem::Missing => t!(lang, "problem-missing"),
        Problem::TooShort { min } => t!(lang, "problem-too-short", min = whole(min)),
        Problem::TooLong { max } => t!(lang, "problem-too-long", max = whole(max)),
        Problem::WordTooLong { max } => t!(lang, "problem-word-too-long", max = whole(max)),
        Problem::NotAnAddress => t!(lang, "problem-not-an-address"),
        Problem::GuessablePassword => t!(lang, "problem-guessable-password"),
        Problem::WrongPassword => t!(lang, "problem-wrong-password"),
        Problem::NotADate => t!(lang, "problem-not-a-date"),
        Problem::InThePast => t!(lang, "problem-in-the-past"),
        Problem::MostBelowLeast => t!(lang, "problem-most-below-least"),
        Problem::EndsBeforeItStarts => t!(lang, "problem-ends-before-it-starts"),
        Problem::NotANumber => t!(lang, "problem-not-a-number"),
        Problem::OutOfRange { min, max } => t!(lang, "problem-out-of-range", min = min, max = max),
        Problem::NotAChoice => t!(lang, "problem-not-a-choice"),
        Problem::UnknownPlace => t!(lang, "problem-unknown-place"),
        Problem::ChooseOne => t!(lang, "problem-choose-one"),
        Problem::NotHours => t!(lang, "problem-not-hours"),
        Problem::HoursOverlap => t!(lang, "problem-hours-overlap"),
        Problem::NothingFits => t!(lang, "problem-nothing-fits"),
        Problem::NeedsDayPrice => t!(lang, "problem-needs-day-price"),
        Problem::OpenBookings { count } => t!(lang, "problem-open-bookings", count = count),
        Problem::UnitsLent { least } => t!(lang, "problem-units-lent", least = least),
    }
}

/// A field with one line of text. Built by naming what differs: `Field::new("email", label).kind("email").show(…)`.
#[derive(Clone, Debug)]
pub struct Field {
    name: &'static str,
    id: String,
    label: String,
    hint: Option<String>,
    value: String,
    kind: &'static str,
    autocomplete: Option<&'static str>,
    inputmode: Option<&'static str>,
    min: Option<String>,
    max: Option<String>,
    longest: Option<usize>,
    rows: Option<u32>,
    optional: bool,
    placeholder: Option<String>,
    short: bool,
    unit: Option<String>,
    wrong: Option<String>,
}

impl Field {
    /// A field by its name in the form and its label.
    #[must_use]
    pub fn new(name: &'static str, label: impl Into<String>) -> Self {
        Self {
            name,
            id: name.to_owned(),
            label: label.into(),
            hint: None,
            value: String::new(),
            kind: "text",
            autocomplete: None,
            inputmode: None,
            min: None,
            max: None,
            longest: None,
            rows: None,
            optional: false,
            placeholder: None,
            short: false,
            unit: None,
            wrong: None,
        }
    }

    /// Tells it from a field of the same name in another form of the page.
    #[must_use]
    pub fn within(mut self, form: &str) -> Self {
        self.id = format!("{form}-{}", self.name);
        self
    }

    /// What stands in it.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// Help between label and field.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The input's type: `email`, `password`, `date`, `number` …
    #[must_use]
    pub const fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// What the browser may fill in (WCAG 1.3.5).
    #[must_use]
    pub const fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// Which keyboard a phone shows.
    #[must_use]
    pub const fn inputmode(mut self, mode: &'static str) -> Self {
        self.inputmode = Some(mode);
        self
    }

    /// Least and greatest value, for dates and numbers.
    #[must_use]
    pub fn between(mut self, min: Option<String>, max: Option<String>) -> Self {
        self.min = min;
        self.max = max;
        self
    }

    /// Most characters.
    #[must_use]
    pub const fn longest(mut self, characters: usize) -> Self {
        self.longest = Some(characters);
        self
    }

    /// Several lines instead of one.
    #[must_use]
    pub const fn lines(mut self, rows: u32) -> Self {
        self.rows = Some(rows);
        self
    }

    /// May stay empty, and says so.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// An example inside the empty field.
    #[must_use]
    pub fn placeholder(mut self, text: impl Into<String>) -> Self {
        self.placeholder = Some(text.into());
        self
    }

    /// Narrow, with a unit behind it.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.short = true;
        self.unit = Some(unit.into());
        self
    }

    /// What is wrong with it, in words: for what the text alone does not show, such as days that are taken.
    #[must_use]
    pub fn wrong(mut self, text: Option<String>) -> Self {
        self.wrong = text;
        self
    }

    /// The field with its error, if it has one.
    #[must_use]
    pub fn show(self, lang: Lang, errors: &Errors) -> AnyView {
        let wrong = self
            .wrong
            .clone()
            .or_else(|| errors.of(self.name).map(|p| problem(lang, p)));
        let (name, hint_id, error_id) = (self.name, format!("{}-hint", self.id), format!("{}-error", self.id));
        let described = match (wrong.is_some(), self.hint.is_some()) {
            (true, true) => Some(format!("{error_id} {hint_id}")),
            (true, false) => Some(error_id.clone()),
            (false, true) => Some(hint_id.clone()),
            (false, false) => None,
        };
        let invalid = wrong.is_some().then_some("true");
        let class = if self.short { "input input--short" } else { "input" };
        let longest = self.longest.map(|n| n.to_string());
        let input = match self.rows {
            Some(rows) => view! {
                <textarea class=class id=self.id.clone() name=name rows=rows.to_string() maxlength=longest dir="auto"
                    aria-invalid=invalid aria-describedby=described placeholder=self.placeholder.clone()
                >{format!("\n{}", inside_textarea(&self.value))}</textarea>
            }
            .into_any(),
            None => view! {
                <input class=class id=self.id.clone() name=name type=self.kind value=self.value.clone() maxlength=longest
                    autocomplete=self.autocomplete inputmode=self.inputmode min=self.min.clone() max=self.max.clone()
                    aria-invalid=invalid aria-describedby=described placeholder=self.placeholder.clone()
                    dir=(self.kind == "text").then_some("auto")/>
            }
            .into_any(),
        };
        let input = match &self.unit {
            Some(unit) => {
                view! { <div class="affix">{input}<span class="affix__unit">{unit.clone()}</span></div> }.into_any()
            }
            None => input,
        };
        view! {
            <div class="field">
                <label class="field__label" for=self.id.clone()>
                    {self.label.clone()}
                    {self.optional.then(|| view! { " " <span class="field__optional">{t!(lang, "form-optional")}</span> })}
                </label>
                {self.hint.clone().map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
                {input}
                {wrong.map(|text| view! { <p class="field__error" id=error_id>{text}</p> })}
            </div>
        }
        .into_any()
    }
}

/// Text as it stands inside `<textarea>`: Leptos escapes the children of all elements but script, style, noscript and
/// this one, so whoever types `</textarea>` would write the rest of the page.
fn inside_textarea(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_can_leave_its_field() {
        let evil = "</textarea><script>alert(1)</script>\"><b>&lt;";
        for field in [Field::new("note", "N").lines(3), Field::new("note", "N")] {
            let html = field
                .value(evil)
                .hint(evil)
                .wrong(Some(evil.into()))
                .show(Lang::De, &Errors::default())
                .to_html();
            assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
            assert_eq!(html.matches("</textarea>").count(), html.matches("<textarea").count());
            assert!(
                html.contains("&amp;lt;"),
                "what was typed as an entity stays one: {html}"
            );
        }
    }
}
