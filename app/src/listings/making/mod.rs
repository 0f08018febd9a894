//! Making and editing a thing, one page of few fields at a time. A draft is saved with every page; a thing that others
//! see changes only when a whole page is right.

mod details;
mod overview;
mod photos;
mod place;
mod price;
mod times;
mod times_fields;
mod what;

use crate::bookings::kind_key;
use crate::shell::{
    App, AppError, Page, Visitor,
    forms::{Errors, problem},
    notices::{redirect, redirect_with},
    page::Width,
    pieces::icon,
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    response::Response,
    routing::{get, post},
};
use domain::{
    Error, Lang,
    forms::FieldError,
    listings::{Kind, Listing, ListingId, Refusal, State, Step},
};
use http::StatusCode;
use leptos::prelude::*;

/// What one upload of several photos may weigh, in bytes.
const UPLOAD_BYTES: usize = 128 * 1024 * 1024;

/// All paths of making and editing.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/things/new", get(what::new_page).post(what::begin))
        .route("/things/{id}", get(overview::page))
        .route("/things/{id}/what", get(what::page).post(what::save))
        .route("/things/{id}/sort", get(what::sort_page).post(what::save_sort))
        .route("/things/{id}/details", get(details::page).post(details::save))
        .route("/things/{id}/photos", get(photos::page).post(photos::arrange))
        .route(
            "/things/{id}/photos/add",
            post(photos::add).layer(DefaultBodyLimit::max(UPLOAD_BYTES)),
        )
        .route("/things/{id}/place", get(place::page).post(place::save))
        .route("/things/{id}/times", get(times::page).post(times::save))
        .route("/things/{id}/price", get(price::page).post(price::save))
        .route("/things/{id}/publish", post(overview::publish))
        .route("/things/{id}/pause", post(overview::pause))
        .route("/things/{id}/resume", post(overview::resume))
        .route("/things/{id}/archive", post(overview::archive))
        .route("/things/{id}/discard", post(overview::discard))
        .route("/things/{id}/duplicate", post(overview::duplicate))
}

/// Where its owner sees a thing as a whole.
#[must_use]
pub fn path_of(id: ListingId) -> String {
    format!("/things/{id}")
}

/// The page of a step.
#[must_use]
pub fn step_path(id: ListingId, step: Step) -> String {
    let name = match step {
        Step::What => "what",
        Step::Details => "details",
        Step::Photos => "photos",
        Step::Place => "place",
        Step::Times => "times",
        Step::Price => "price",
    };
    format!("/things/{id}/{name}")
}

/// Reads the id in an address.
fn id_in(path: &str) -> Result<ListingId, AppError> {
    path.parse().map_err(|_| AppError::NotFound)
}

/// A form as it was sent: names and values in order.
#[derive(Clone, Debug, Default)]
struct Typed(Vec<(String, String)>);

impl Typed {
    /// The value of a field; empty if it was not sent.
    fn one(&self, name: &str) -> String {
        self.0
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    }

    /// All values of a field.
    fn all(&self, name: &str) -> Vec<String> {
        self.0
            .iter()
            .filter(|(n, _)| n == name)
            .map(|(_, value)| value.clone())
            .collect()
    }

    /// The version of the page that the form was on, if it carried one.
    fn version(&self) -> Option<i64> {
        self.one("version").parse().ok()
    }

    /// Which button was pressed.
    fn go(&self) -> String {
        self.one("go")
    }
}

/// Why a form comes back.
#[derive(Clone, Debug, Default)]
struct Again {
    errors: Errors,
    /// Something changed since the page was loaded.
    changed: bool,
}

impl Again {
    fn status(&self) -> StatusCode {
        match (self.changed, self.errors.is_empty()) {
            (true, _) => StatusCode::CONFLICT,
            (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
            (false, true) => StatusCode::OK,
        }
    }
}

/// What follows from saving a step.
enum Saved {
    /// Go on to another page.
    GoOn(Response),
    /// The same page once more.
    Again(Again),
}

/// Decides what follows from saving a step. Going back asks for nothing: a draft keeps what it can.
fn saved(answer: Result<Listing, Error<Refusal>>, id: ListingId, step: Step, go: &str) -> Result<Saved, AppError> {
    match answer {
        Ok(listing) => Ok(Saved::GoOn(onwards(&listing, step, go))),
        Err(Error::Refused(Refusal::Invalid(_))) if go == "back" => Ok(Saved::GoOn(redirect(&before(id, step)))),
        Err(Error::Refused(Refusal::Invalid(errors))) => Ok(Saved::Again(Again {
            errors: Errors(errors),
            changed: false,
        })),
        Err(Error::Refused(Refusal::ChangedMeanwhile)) => Ok(Saved::Again(Again {
            errors: Errors::default(),
            changed: true,
        })),
        Err(Error::Refused(_)) => Ok(Saved::GoOn(redirect(&path_of(id)))),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// Where one goes after a step is saved.
fn onwards(listing: &Listing, step: Step, go: &str) -> Response {
    let id = listing.id;
    if listing.state != State::Draft {
        return redirect_with(&path_of(id), "saved");
    }
    match go {
        "back" => redirect(&before(id, step)),
        _ => match Step::of(listing.kind).iter().find(|next| **next > step) {
            Some(next) => redirect(&step_path(id, *next)),
            None => redirect(&path_of(id)),
        },
    }
}

/// The page before a step.
fn before(id: ListingId, step: Step) -> String {
    Step::from_number(step.number() - 1).map_or_else(|| "/things".to_owned(), |step| step_path(id, step))
}

/// Everything around the fields of a step.
struct StepPage<'a> {
    visitor: &'a Visitor,
    id: ListingId,
    /// `None` while the draft does not exist yet.
    listing: Option<&'a Listing>,
    kind: Kind,
    step: Step,
    title: String,
    lead: Option<String>,
    /// Where the form goes.
    action: String,
    again: Again,
    /// Fields whose labels are data: their names and labels.
    labels: Vec<(String, String)>,
}

impl StepPage<'_> {
    /// The page with `fields` in its form, and `more` below it.
    fn show(self, fields: AnyView, more: AnyView) -> Response {
        let lang = self.visitor.lang;
        let draft = self.listing.is_none_or(|listing| listing.state == State::Draft);
        let version = self.listing.filter(|_| !draft).map(|listing| listing.version);
        let back = match (draft, self.step) {
            (false, _) => Back::Link(path_of(self.id), t!(lang, "listings-cancel")),
            (true, Step::What) => Back::Link("/things".into(), t!(lang, "listings-cancel")),
            (true, _) => Back::Button,
        };
        let (labels, kind) = (self.labels.clone(), self.kind);
        let summary = self
            .again
            .errors
            .summary(lang, move |field| label(lang, kind, field, &labels));
        let changed = changed_notice(lang, self.again.changed);
        let (action, kind, step, title) = (self.action, self.kind, self.step, self.title.clone());
        let (lead, has_listing) = (self.lead, self.listing.is_some());
        Page::new(self.visitor, self.title).status(self.again.status()).hidden().width(Width::Text).show(move || {
            view! {
                <header class="page__head">
                    {draft.then(|| progress(lang, kind, step))}
                    <h1>{title}</h1>
                    {lead.map(|lead| view! { <p class="page__lead">{lead}</p> })}
                </header>
                <div class="stack stack--wide">
                    {changed}
                    {summary}
                    <form class="form" method="post" action=action novalidate=true>
                        {version.map(|version| view! { <input type="hidden" name="version" value=version.to_string()/> })}
                        {fields}
                        {actions(lang, draft, back)}
                        {(draft && has_listing).then(|| view! { <p class="field__hint">{t!(lang, "listings-draft-kept")}</p> })}
                    </form>
                    {more}
                </div>
            }
        })
    }
}

/// The way back from a step.
enum Back {
    /// To a page, leaving what was typed.
    Link(String, String),
    /// To the step before, keeping what was typed.
    Button,
}

fn actions(lang: Lang, draft: bool, back: Back) -> AnyView {
    let onwards = if draft {
        view! { <button class="button button--large" name="go" value="next">{t!(lang, "listings-next")}{icon("arrow")}</button> }
            .into_any()
    } else {
        view! { <button class="button button--large" name="go" value="save">{t!(lang, "listings-save")}</button> }
            .into_any()
    };
    let back = match back {
        Back::Link(href, words) => view! { <a class="button button--quiet" href=href>{words}</a> }.into_any(),
        Back::Button => view! {
            <button class="button button--quiet" name="go" value="back">{t!(lang, "listings-back")}</button>
        }
        .into_any(),
    };
    view! { <div class="form__actions form__actions--apart">{onwards}{back}</div> }.into_any()
}

/// Where one is on the way to a finished thing.
fn progress(lang: Lang, kind: Kind, step: Step) -> AnyView {
    let name = step_name(lang, step);
    let all = Step::of(kind);
    let last = all.len() as i64;
    let items = all
        .iter()
        .map(|other| {
            let state = match other.cmp(&step) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "open",
            };
            view! { <li class="progress__step" data-state=state></li> }
        })
        .collect_view();
    view! {
        <div class="progress">
            <p class="progress__text">
                {t!(lang, "listings-step", number = step.number(), count = last, name = name)}
            </p>
            <ol class="progress__bar" aria-hidden="true">{items}</ol>
        </div>
    }
    .into_any()
}

fn step_name(lang: Lang, step: Step) -> String {
    match step {
        Step::What => t!(lang, "listings-step-what"),
        Step::Details => t!(lang, "listings-step-details"),
        Step::Photos => t!(lang, "listings-step-photos"),
        Step::Place => t!(lang, "listings-step-place"),
        Step::Times => t!(lang, "listings-step-times"),
        Step::Price => t!(lang, "prices-step"),
    }
}

/// Says that something changed since the page was loaded.
fn changed_notice(lang: Lang, changed: bool) -> AnyView {
    changed
        .then(|| {
            view! {
                <div class="notice" data-kind="warning" role="alert">
                    {icon("warning")}
                    <div>
                        <p class="notice__title">{t!(lang, "listings-changed-title")}</p>
                        <p>{t!(lang, "listings-changed")}</p>
                    </div>
                </div>
            }
        })
        .into_any()
}

/// What a field is called in the list of mistakes.
fn label(lang: Lang, kind: Kind, field: &str, more: &[(String, String)]) -> String {
    if let Some((_, label)) = more.iter().find(|(name, _)| name == field) {
        return label.clone();
    }
    let named = |key: &str| t!(lang, &kind_key(lang, key, kind));
    match field {
        "title" => t!(lang, "listings-title"),
        "category" => t!(lang, "listings-category"),
        "description" => t!(lang, "listings-description"),
        "condition" => t!(lang, "listings-condition-ask"),
        "accessories" => t!(lang, "listings-accessories-ask"),
        "checklist" => t!(lang, "listings-checklist-ask"),
        "house_rules" => t!(lang, "listings-rules-ask"),
        "replacement" => t!(lang, "listings-replacement-ask"),
        "late_fee" => t!(lang, "prices-ask-late-fee"),
        "late_per" => t!(lang, "prices-ask-late-per"),
        "late_cap" => t!(lang, "prices-ask-late-cap"),
        "tags" => t!(lang, "listings-tags"),
        "address" => t!(lang, "listings-address"),
        "handover" => t!(lang, "listings-handover-ask"),
        "handover_note" => t!(lang, "listings-handover-note"),
        "needed_from" => t!(lang, "listings-needed-from"),
        "needed_to" => t!(lang, "listings-needed-to"),
        "weekdays" => named("listings-weekdays-ask"),
        "lead_days" => t!(lang, "listings-lead-ask"),
        "longest_days" => t!(lang, "listings-longest-ask"),
        "price_basis" => t!(lang, "prices-ask-basis"),
        "price_fixed" => t!(lang, "prices-ask-fixed"),
        "price_hour" => t!(lang, "prices-ask-hour"),
        "price_day" => t!(lang, "prices-ask-day"),
        "price_week" => t!(lang, "prices-ask-week"),
        "price_month" => t!(lang, "prices-ask-month"),
        "price_weekend_hour" => t!(lang, "prices-ask-weekend-hour"),
        "price_weekend_day" => t!(lang, "prices-ask-weekend-day"),
        "cancellation" => t!(lang, "prices-ask-cancellation"),
        "minimum" => t!(lang, "prices-ask-minimum"),
        "delivery_fee" => t!(lang, "prices-ask-delivery"),
        "deposit" => t!(lang, "prices-ask-deposit"),
        discount if discount.starts_with("discount") => t!(lang, "prices-discounts"),
        "grain" => named("listings-grain-ask"),
        "preset" | "preset_hours" => t!(lang, "listings-preset-ask"),
        "shortest_days" | "shortest_hours" => t!(lang, "listings-shortest-ask"),
        "longest_hours" => t!(lang, "listings-longest-ask"),
        "lead_hours" => t!(lang, "listings-lead-ask"),
        "buffer_days" | "buffer_hours" => named("listings-buffer-ask"),
        "horizon_days" => t!(lang, "listings-horizon-ask"),
        "units" => named("listings-units-ask"),
        "block_from" => t!(lang, "listings-block-from"),
        "block_to" => t!(lang, "listings-block-to"),
        "blocked" => t!(lang, "listings-blocked"),
        _ => t!(lang, "listings-field"),
    }
}

/// What is missing before a thing can be published: each a link to the step that has the field.
fn missing_list(lang: Lang, kind: Kind, id: ListingId, missing: &[FieldError]) -> AnyView {
    if missing.is_empty() {
        return ().into_any();
    }
    let items = missing
        .iter()
        .map(|error| {
            let href = format!("{}#{}", step_path(id, Step::of_field(&error.field)), error.field);
            let text = format!(
                "{}: {}",
                label(lang, kind, &error.field, &[]),
                problem(lang, error.problem)
            );
            view! { <li><a href=href>{text}</a></li> }
        })
        .collect_view();
    view! {
        <div class="error-summary" role="alert">
            <h2 class="error-summary__title">{t!(lang, "listings-missing")}</h2>
            <ul class="error-summary__list">{items}</ul>
        </div>
    }
    .into_any()
}

/// One choice of several: a radio button or a check box with its words.
struct Choice {
    value: String,
    words: String,
    note: Option<String>,
    icon: Option<&'static str>,
    chosen: bool,
}

/// A group of choices under a question, with its error.
struct Choices {
    name: &'static str,
    question: String,
    hint: Option<String>,
    /// `radio` or `checkbox`.
    kind: &'static str,
    /// A variant of `.choices`.
    class: &'static str,
    all: Vec<Choice>,
}

impl Choices {
    fn show(self, lang: Lang, errors: &Errors) -> AnyView {
        let wrong = errors.of(self.name).map(|p| problem(lang, p));
        let (hint_id, error_id) = (format!("{}-hint", self.name), format!("{}-error", self.name));
        let described = match (wrong.is_some(), self.hint.is_some()) {
            (true, true) => Some(format!("{error_id} {hint_id}")),
            (true, false) => Some(error_id.clone()),
            (false, true) => Some(hint_id.clone()),
            (false, false) => None,
        };
        let (name, kind) = (self.name, self.kind);
        let items = self
            .all
            .into_iter()
            .map(|choice| {
                view! {
                    <label class="choice">
                        <input type=kind name=name value=choice.value checked=choice.chosen/>
                        {choice.icon.map(icon)}
                        <span>{choice.words}</span>
                        {choice.note.map(|note| view! { <span class="choice__note">{note}</span> })}
                    </label>
                }
            })
            .collect_view();
        // The list of mistakes leads here, so the group itself can be reached.
        view! {
            <fieldset class="group" id=name tabindex="-1" aria-describedby=described>
                <legend class="group__legend">{self.question}</legend>
                {self.hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
                <div class=format!("choices {}", self.class)>{items}</div>
                {wrong.map(|text| view! { <p class="field__error" id=error_id>{text}</p> })}
            </fieldset>
        }
        .into_any()
    }
}
