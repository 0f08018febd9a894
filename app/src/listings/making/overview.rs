//! A thing as a whole, for its owner: the preview of a draft, and later what can be done with it.

use super::{Typed, changed_notice, id_in, missing_list, path_of, step_path};
use crate::listings::{
    card::{Beside, card, listing_path},
    facts::{self, Fact},
};
use crate::prices::in_short;
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor, format,
    forms::Sent,
    notices::{redirect, redirect_with},
    page::Width,
    pieces::icon,
};
use axum::{extract::Path, response::Response};
use domain::{
    Ctx, Error, Lang,
    bookings::ListingCounts,
    forms::FieldError,
    listings::{self, Card, Kind, Listing, ListingId, Refusal, State, Step, categories::Categories, rules, steps},
    members::Me,
};
use http::StatusCode;
use leptos::prelude::*;

/// Why the page is shown again instead of what was asked for.
#[derive(Clone, Debug, Default)]
enum Why {
    /// It is not: it was simply opened.
    #[default]
    Opened,
    /// It cannot be published yet.
    Unfinished(Vec<FieldError>),
    /// It changed since the page was loaded.
    Changed,
    /// Not in this state.
    NotNow,
    /// So many bookings are open.
    OpenBookings(i64),
}

/// `GET /things/{id}`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    show(&visitor, &me, id_in(&id)?, Why::Opened).await
}

/// `POST /things/{id}/publish`
pub async fn publish(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Answer {
    let id = id_in(&id)?;
    let answer = listings::publish(visitor.ctx(), &me, id, Typed(pairs).version()).await;
    // Published by the same form sent twice: that is what was wanted.
    after(
        &visitor,
        &me,
        id,
        answer,
        redirect_with(&listing_path(id), "published"),
        Some(State::Published),
    )
    .await
}

/// `POST /things/{id}/pause`
pub async fn pause(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id = id_in(&id)?;
    let answer = listings::pause(visitor.ctx(), &me, id, None).await;
    after(
        &visitor,
        &me,
        id,
        answer,
        redirect_with("/things", "paused"),
        Some(State::Paused),
    )
    .await
}

/// `POST /things/{id}/resume`
pub async fn resume(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id = id_in(&id)?;
    let answer = listings::resume(visitor.ctx(), &me, id, None).await;
    after(
        &visitor,
        &me,
        id,
        answer,
        redirect_with("/things", "resumed"),
        Some(State::Published),
    )
    .await
}

/// `POST /things/{id}/archive`
pub async fn archive(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id = id_in(&id)?;
    let answer = listings::archive(visitor.ctx(), &me, id, None).await;
    after(
        &visitor,
        &me,
        id,
        answer,
        redirect_with("/things", "archived"),
        Some(State::Archived),
    )
    .await
}

/// `POST /things/{id}/discard`
pub async fn discard(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id = id_in(&id)?;
    match listings::discard(visitor.ctx(), &me, id, None).await {
        // Gone already: the form was sent twice.
        Err(Error::NotFound) => Ok(redirect("/things")),
        answer => after(&visitor, &me, id, answer, redirect_with("/things", "removed"), None).await,
    }
}

/// `POST /things/{id}/duplicate`
pub async fn duplicate(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let copy = listings::duplicate(visitor.ctx(), &me, id_in(&id)?)
        .await
        .map_err(AppError::from_domain)?;
    Ok(redirect_with(&step_path(copy, Step::What), "duplicated"))
}

/// The answer to a command. Refused because it is in the state `wanted` already, it is done as well.
async fn after(
    visitor: &Visitor,
    me: &Me,
    id: ListingId,
    answer: Result<(), Error<Refusal>>,
    done: Response,
    wanted: Option<State>,
) -> Answer {
    let why = match answer {
        Ok(()) => return Ok(done),
        Err(Error::Refused(refusal)) => refusal,
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let why = match why {
        Refusal::Unfinished(missing) | Refusal::Invalid(missing) => Why::Unfinished(missing),
        Refusal::ChangedMeanwhile | Refusal::NotNow => {
            let listing = listings::own(visitor.ctx(), me, id)
                .await
                .map_err(AppError::from_domain)?;
            if Some(listing.state) == wanted {
                return Ok(done);
            }
            if why == Refusal::NotNow {
                Why::NotNow
            } else {
                Why::Changed
            }
        }
        Refusal::OpenBookings(count) => Why::OpenBookings(count),
        Refusal::NotYours => return Err(AppError::NotFound),
    };
    show(visitor, me, id, why).await
}

async fn show(visitor: &Visitor, me: &Me, id: ListingId, why: Why) -> Answer {
    let ctx = visitor.ctx();
    let listing = listings::own(ctx, me, id).await.map_err(AppError::from_domain)?;
    let categories = listings::categories_of(ctx).await?;
    let counts = domain::bookings::counts_of_my_listings(ctx, me)
        .await
        .map_err(AppError::from_domain)?;
    let counts = counts.into_iter().find(|counts| counts.listing_id == id);
    let mut beside = vec![who_row(visitor, me, id).await?];
    if listing.kind.is_thing() {
        beside.push(kit_row(visitor, me, id).await?);
    }
    Ok(if listing.state == State::Draft {
        draft(visitor, me, &listing, &categories, why, beside)
    } else {
        public(visitor, me, &listing, &categories, counts, why, beside)
    })
}

fn status(why: &Why) -> StatusCode {
    match why {
        Why::Opened => StatusCode::OK,
        Why::Unfinished(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Why::Changed | Why::NotNow | Why::OpenBookings(_) => StatusCode::CONFLICT,
    }
}

fn why_notice(lang: Lang, kind: Kind, id: ListingId, why: &Why) -> AnyView {
    let words = match why {
        Why::Opened => return ().into_any(),
        Why::Changed => return changed_notice(lang, true),
        Why::Unfinished(missing) => return missing_list(lang, kind, id, missing),
        Why::NotNow => t!(lang, "listings-not-now"),
        Why::OpenBookings(count) => t!(lang, "listings-open-bookings", count = *count),
    };
    view! {
        <div class="notice" data-kind="error" role="alert">
            {icon("error")}<p>{words}" "<a href="/loans">{t!(lang, "listings-to-loans")}</a></p>
        </div>
    }
    .into_any()
}

/// The preview of a draft, and the button that publishes it.
fn draft(
    visitor: &Visitor,
    me: &Me,
    listing: &Listing,
    categories: &Categories,
    why: Why,
    beside: Vec<Row>,
) -> Response {
    let (lang, id) = (visitor.lang, listing.id);
    let missing = steps::missing(listing);
    let ready = missing.is_empty();
    let why = if ready || matches!(why, Why::Opened) {
        why
    } else {
        Why::Unfinished(missing.clone())
    };
    let (status, notice) = (status(&why), why_notice(lang, listing.kind, id, &why));
    let still = matches!(why, Why::Opened).then(|| missing_list(lang, listing.kind, id, &missing));
    let preview = preview(visitor.ctx(), lang, me, listing, categories);
    let rows = rows(visitor.ctx(), lang, listing, categories, beside);
    let version = listing.version;
    let last = Step::of(listing.kind).last().copied().unwrap_or(Step::Times);
    Page::new(visitor, t!(lang, "listings-preview-title"))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <header class="page__head"><h1>{t!(lang, "listings-preview-title")}</h1></header>
                <div class="stack stack--wide">
                    {notice}
                    {still}
                    {preview}
                    {rows}
                    <form class="form" method="post" action=format!("{}/publish", path_of(id))>
                        <input type="hidden" name="version" value=version.to_string()/>
                        <div class="form__actions form__actions--apart">
                            <button class="button button--large">{t!(lang, "listings-publish")}</button>
                            <a class="button button--quiet" href=step_path(id, last)>{t!(lang, "listings-back")}</a>
                        </div>
                        <p class="field__hint">{t!(lang, "listings-draft-kept")}</p>
                    </form>
                    {confirmed(id, "discard", t!(lang, "listings-discard"), t!(lang, "listings-discard-text"))}
                </div>
            }
        })
}

/// The page of a thing that is or was public, for its owner.
fn public(
    visitor: &Visitor,
    me: &Me,
    listing: &Listing,
    categories: &Categories,
    counts: Option<ListingCounts>,
    why: Why,
    beside: Vec<Row>,
) -> Response {
    let (lang, id) = (visitor.lang, listing.id);
    let (status, notice) = (status(&why), why_notice(lang, listing.kind, id, &why));
    let preview = preview(visitor.ctx(), lang, me, listing, categories);
    let editable = listing.state != State::Archived;
    let rows = editable.then(|| rows(visitor.ctx(), lang, listing, categories, beside));
    let open = counts.as_ref().map_or(0, |counts| counts.requested + counts.accepted);
    let facts = rules::Facts {
        state: listing.state,
        missing: Vec::new(),
        open_bookings: open,
    };
    let commands = rules::open_to(&facts, rules::Actor::Owner);
    let quiet = [
        (rules::Command::Pause, "pause", "pause", t!(lang, "listings-pause")),
        (rules::Command::Resume, "resume", "play", t!(lang, "listings-resume")),
        (
            rules::Command::Duplicate,
            "duplicate",
            "copy",
            t!(lang, "listings-duplicate"),
        ),
    ]
    .into_iter()
    .filter(|(command, ..)| commands.contains(command))
    .map(|(_, path, icon_name, words)| {
        view! {
            <form method="post" action=format!("{}/{path}", path_of(id))>
                <button class="button button--quiet">{icon(icon_name)}{words}</button>
            </form>
        }
    })
    .collect_view();
    let close = (editable && !listing.kind.is_wanted()).then(|| {
        view! {
            <a class="button button--quiet" href=crate::bookings::closing_path(id)>
                {icon("clock")}{t!(lang, "bookings-close-title")}
            </a>
            <a class="button button--quiet" href=crate::calendars::path_of(id)>
                {icon("calendar")}{t!(lang, "calendars-title")}
            </a>
        }
    });
    let archive = commands.contains(&rules::Command::Archive).then(|| {
        confirmed(
            id,
            "archive",
            t!(lang, "listings-archive"),
            t!(lang, "listings-archive-text"),
        )
    });
    let waits = counts.filter(|counts| counts.requested > 0).map(|counts| {
        view! { <p><a href="/loans">{t!(lang, "listings-requests", count = counts.requested)}</a></p> }
    });
    let state = state_words(lang, listing.state);
    let title = listing.title.clone();
    Page::new(visitor, title.clone())
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <header class="page__head">
                    <h1 dir="auto">{title}</h1>
                    <p class="page__lead">{state}</p>
                </header>
                <div class="stack stack--wide">
                    {notice}
                    {waits}
                    {preview}
                    {rows}
                    <div class="cluster">{close}{quiet}</div>
                    {archive}
                </div>
            }
        })
}

/// Where a thing stands, in a sentence.
fn state_words(lang: Lang, state: State) -> String {
    match state {
        State::Draft => t!(lang, "listings-only-you-draft"),
        State::Published => t!(lang, "listings-published-text"),
        State::Paused => t!(lang, "listings-only-you-paused"),
        State::Archived => t!(lang, "listings-only-you-archived"),
    }
}

/// The card as others see it, once it has a title, a category and a place.
fn preview(ctx: &Ctx, lang: Lang, me: &Me, listing: &Listing, categories: &Categories) -> Option<AnyView> {
    let now = ctx.clock.now();
    let shown = Card {
        id: listing.id,
        kind: listing.kind,
        title: Some(listing.title.clone()).filter(|title| !title.is_empty())?,
        lang: listing.lang,
        category: listing.category_id.clone()?,
        owner_id: me.id,
        owner_name: me.name.split_whitespace().next().unwrap_or_default().to_owned(),
        cell: listing.cell?,
        place_name: listing.place_name.clone()?,
        photo: listing.photos.first().cloned(),
        prices: listing.prices.clone(),
        currency: listing.currency.clone(),
        longest_days: listing.longest_days,
        published_at: listing.published_at.unwrap_or(now),
        rating: None,
        not_yet: false,
    };
    Some(
        view! {
            <section class="stack" aria-labelledby="card-title">
                <h2 id="card-title">{t!(lang, "listings-card-title")}</h2>
                <ul class="cards">{card(ctx, lang, categories, &shown, &Beside::default(), true)}</ul>
            </section>
        }
        .into_any(),
    )
}

/// Something said about a thing beside its steps: its name, what was said, and where to change it.
struct Row {
    name: String,
    value: String,
    href: String,
}

async fn who_row(visitor: &Visitor, me: &Me, id: ListingId) -> Result<Row, AppError> {
    let (name, value) = crate::eligibility::row(visitor, me, id).await?;
    let href = crate::eligibility::path_of(id);
    Ok(Row { name, value, href })
}

async fn kit_row(visitor: &Visitor, me: &Me, id: ListingId) -> Result<Row, AppError> {
    let (name, value) = crate::kits::row(visitor, me, id).await?;
    let href = crate::kits::path_of(id);
    Ok(Row { name, value, href })
}

/// What was said so far, step by step, each with the way to change it.
fn rows(ctx: &Ctx, lang: Lang, listing: &Listing, categories: &Categories, beside: Vec<Row>) -> AnyView {
    let category = listing
        .category_id
        .as_ref()
        .map(|id| {
            categories
                .path(id)
                .iter()
                .map(|c| c.name.get(lang))
                .collect::<Vec<_>>()
                .join(" · ")
        })
        .unwrap_or_default();
    let description = listing.description.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = match description.char_indices().nth(120) {
        Some((at, _)) => format!("{}…", &description[..at]),
        None => description,
    };
    // The owner's own words for the place, or what its cell is called where they said none.
    let address = Some(listing.address.clone()).filter(|words| !words.is_empty());
    let place = [
        address.or_else(|| listing.place_name.clone()).unwrap_or_default(),
        if listing.kind.is_thing() {
            facts::handover_words(lang, listing.handover)
        } else {
            String::new()
        },
    ];
    let needed = listing.needed_first.zip(listing.needed_last);
    let days = match needed {
        _ if !listing.kind.is_wanted() => String::new(),
        Some((first, last)) => format::days(lang, first, last, listing.today(ctx.clock.now())),
        None => t!(lang, "listings-needed-any"),
    };
    let plan = [
        facts::weekdays(lang, listing.weekly_plan),
        t!(lang, "listings-at-most", days = listing.longest_days),
        if listing.instant {
            t!(lang, "listings-instant")
        } else {
            String::new()
        },
    ];
    let said = |parts: &[String]| {
        parts
            .iter()
            .filter(|p| !p.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(", ")
    };
    let price = in_short(
        lang,
        listing.kind,
        &listing.prices,
        &listing.currency,
        listing.longest_days,
        &ctx.settings.fees,
    );
    let all: [(Step, Fact); 6] = [
        (
            Step::What,
            (t!(lang, "listings-step-what"), said(&[listing.title.clone(), category])),
        ),
        (Step::Details, (t!(lang, "listings-description"), short)),
        (
            Step::Photos,
            (
                t!(lang, "listings-step-photos"),
                t!(lang, "listings-photos-count", count = listing.photos.len()),
            ),
        ),
        (Step::Place, (t!(lang, "listings-step-place"), said(&place))),
        (
            Step::Times,
            (
                t!(lang, "listings-step-times"),
                if listing.kind.is_wanted() { days } else { said(&plan) },
            ),
        ),
        (Step::Price, (t!(lang, "prices-step"), price)),
    ];
    let items = all
        .into_iter()
        .filter(|(step, _)| Step::of(listing.kind).contains(step))
        .map(|(step, (name, value))| Row {
            name,
            value,
            href: step_path(listing.id, step),
        })
        .chain(beside)
        .map(|Row { name, value, href }| {
            let value = if value.is_empty() {
                t!(lang, "listings-nothing-yet")
            } else {
                value
            };
            view! {
                <div class="facts__row">
                    <dt class="facts__name">{name.clone()}</dt>
                    <dd class="facts__value">
                        <span dir="auto">{value}</span>" "
                        <a href=href>
                            {t!(lang, "listings-change")}<span class="visually-hidden">{format!(": {name}")}</span>
                        </a>
                    </dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="facts">{items}</dl> }.into_any()
}

/// A command that cannot be undone: folded, with a sentence before its button.
fn confirmed(id: ListingId, path: &'static str, words: String, text: String) -> AnyView {
    view! {
        <details class="fold">
            <summary class="fold__head">{words.clone()}</summary>
            <form class="fold__body stack" method="post" action=format!("{}/{path}", path_of(id))>
                <p>{text}</p>
                <div><button class="button button--danger">{words}</button></div>
            </form>
        </details>
    }
    .into_any()
}
