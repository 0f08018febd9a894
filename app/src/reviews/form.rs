//! The page on which somebody says how a loan was.

use super::{booking::reply_field, booking::reply_path, pieces};
use crate::{
    bookings::Voice,
    shell::{
        Answer, AppError, Page, SignedIn, Visitor,
        forms::{Asked, Errors, Field, problem},
        notices::redirect,
        page::Width,
        pieces::{crumbs, icon},
    },
};
use axum::{extract::Path, response::Response};
use domain::{
    Lang,
    bookings::{self, BookingId, BookingView},
    members::Me,
    reviews::{
        self, Aspect, ReviewDraft, Stars,
        rules::{LONGEST_WORDS, Turn},
    },
};
use http::StatusCode;
use leptos::prelude::*;

/// What a form comes back with after something was refused.
#[derive(Clone, Debug, Default)]
pub struct Again {
    /// The answer's status.
    pub status: StatusCode,
    /// What is wrong with what was typed.
    pub errors: Errors,
    /// Why it was refused otherwise.
    pub problem: Option<String>,
}

/// `GET /bookings/{id}/review`: empty, as it was written, or as it was typed before signing in.
pub async fn page(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Asked(typed): Asked<ReviewDraft>,
) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let found = reviews::of_booking(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    if !matches!(found.turn, Turn::Write { .. } | Turn::Change { .. }) {
        // There is nothing to write (any more); the booking's page says how it stands.
        return Ok(redirect(&format!("{}#reviews", id.path())));
    }
    let mine = found.mine.and_then(|half| half.review);
    let typed = match mine {
        Some(mine) if typed == ReviewDraft::default() => ReviewDraft::from(&mine),
        _ => typed,
    };
    show(&visitor, &me, id, typed, Again::default()).await
}

/// The form with this in it.
///
/// # Errors
/// [`AppError::NotFound`] for anybody but the two parties.
pub async fn show(visitor: &Visitor, me: &Me, id: BookingId, typed: ReviewDraft, again: Again) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let view = bookings::booking_seen_by(ctx, me, id)
        .await
        .map_err(AppError::from_domain)?;
    let voice = Voice::of(lang, ctx.clock.now(), &view.booking);
    let other = voice.other(&view);
    let title = t!(lang, "reviews-form-title", side = view.me.name(), other = other.clone());
    let labels = move |field: &str| match Aspect::ALL.into_iter().find(|aspect| aspect.name() == field) {
        Some(aspect) => ask(lang, aspect),
        None if field == "overall" => t!(lang, "reviews-ask-overall"),
        None => t!(lang, "reviews-ask-words"),
    };
    let fields = fields(lang, &view, &typed, &again.errors);
    let days = voice.period(view.booking.period);
    let page = Page::new(visitor, title.clone())
        .status(again.status)
        .hidden()
        .width(Width::Text);
    Ok(page.show(move || {
        view! {
            {way_up(lang, &view)}
            <header class="page__head">
                <h1>{title}</h1>
                <p class="page__lead"><span dir="auto">{view.booking.terms.title.clone()}</span>", "{days}</p>
            </header>
            <div class="stack stack--wide">
                {again.problem.map(|text| view! {
                    <div class="notices"><div class="notice" data-kind="warning" role="alert">{icon("warning")}<p>{text}</p></div></div>
                })}
                {again.errors.summary(lang, labels)}
                <form class="form" method="post" action=format!("{}/review", view.booking.key.id.path()) novalidate=true>
                    {fields}
                    <p class="field__hint">{t!(lang, "reviews-form-public", side = view.me.name(), other = other)}</p>
                    <div class="form__actions form__actions--apart">
                        <button class="button">{t!(lang, "reviews-form-button")}</button>
                        <a class="button button--quiet" href=view.booking.key.id.path()>{t!(lang, "reviews-form-back")}</a>
                    </div>
                </form>
            </div>
        }
    }))
}

fn way_up(lang: Lang, view: &BookingView) -> AnyView {
    let title = view.booking.terms.title.clone();
    crumbs(
        lang,
        [
            ("/loans".into(), t!(lang, "bookings-loans")),
            (view.booking.key.id.path(), title),
        ],
    )
}

/// What is asked about an aspect.
fn ask(lang: Lang, aspect: Aspect) -> String {
    let key = format!("reviews-ask-{}", aspect.name().replace('_', "-"));
    t!(lang, &key)
}

fn fields(lang: Lang, view: &BookingView, typed: &ReviewDraft, errors: &Errors) -> AnyView {
    let overall = choices(
        lang,
        "overall",
        t!(lang, "reviews-ask-overall"),
        &typed.overall,
        false,
        errors,
    );
    let words = Field::new("words", t!(lang, "reviews-ask-words"))
        .hint(t!(lang, "reviews-ask-words-hint"))
        .value(&typed.words)
        .longest(LONGEST_WORDS)
        .lines(5)
        .show(lang, errors);
    let aspects = Aspect::by(view.me);
    let open = aspects
        .iter()
        .any(|aspect| !typed.aspect(*aspect).is_empty() || errors.of(aspect.name()).is_some());
    let single = aspects
        .into_iter()
        .map(|aspect| {
            choices(
                lang,
                aspect.name(),
                ask(lang, aspect),
                typed.aspect(aspect),
                true,
                errors,
            )
        })
        .collect_view();
    view! {
        {overall}
        {words}
        <details class="fold" open=open>
            <summary class="fold__head">{t!(lang, "reviews-ask-more", side = view.me.name())}</summary>
            <div class="fold__body stack stack--wide">{single}</div>
        </details>
    }
    .into_any()
}

/// Stars as radio buttons with their words, the best first.
fn choices(lang: Lang, name: &'static str, question: String, typed: &str, optional: bool, errors: &Errors) -> AnyView {
    let wrong = errors.of(name).map(|wrong| problem(lang, wrong));
    let error_id = format!("{name}-error");
    let described = wrong.is_some().then(|| error_id.clone());
    let given = typed.trim();
    let items = Stars::ALL
        .into_iter()
        .map(|stars| {
            let value = stars.number().to_string();
            let checked = given == value;
            view! {
                <label class="choice">
                    <input type="radio" name=name value=value checked=checked/>
                    <span class="rating">
                        {pieces::row(stars.number())}
                        <span class="rating__word">{pieces::word(lang, stars)}</span>
                        <span class="visually-hidden">{format!(" ({})", t!(lang, "reviews-stars-of", stars = stars.number()))}</span>
                    </span>
                </label>
            }
        })
        .collect_view();
    let unsaid = optional.then(|| {
        view! {
            <label class="choice">
                <input type="radio" name=name value="" checked=given.is_empty()/>
                <span>{t!(lang, "reviews-ask-unsaid")}</span>
            </label>
        }
    });
    let class = if optional {
        "choices choices--boxed choices--two"
    } else {
        "choices choices--boxed"
    };
    // The list of mistakes leads here, so the group itself can be reached.
    view! {
        <fieldset class="group" id=name tabindex="-1" aria-describedby=described>
            <legend class="group__legend">{question}</legend>
            <div class=class>{items}{unsaid}</div>
            {wrong.map(|text| view! { <p class="field__error" id=error_id>{text}</p> })}
        </fieldset>
    }
    .into_any()
}

/// The field of an answer on a page of its own, where the one on the booking's page was refused.
#[must_use]
pub fn reply_again(visitor: &Visitor, view: &BookingView, other: String, typed: &str, again: Again) -> Response {
    let lang = visitor.lang;
    let title = t!(lang, "reviews-reply", other = other.clone());
    let field = reply_field(lang, other, typed).show(lang, &again.errors);
    let (way, action) = (way_up(lang, view), reply_path(view.booking.key.id));
    let heading = title.clone();
    Page::new(visitor, title)
        .status(again.status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                {way}
                <header class="page__head"><h1>{heading.clone()}</h1></header>
                <div class="stack stack--wide">
                    {again.problem.map(|text| view! {
                        <div class="notices"><div class="notice" data-kind="warning" role="alert">{icon("warning")}<p>{text}</p></div></div>
                    })}
                    {again.errors.summary(lang, move |_| heading.clone())}
                    <form class="form" method="post" action=action>
                        {field}
                        <div class="form__actions"><button class="button">{t!(lang, "reviews-reply-button")}</button></div>
                    </form>
                </div>
            }
        })
}
