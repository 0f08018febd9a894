//! The record of a booking: both moves, both sides, before and after side by side, and how to check that nothing was changed.
//! It is made to be printed.

use super::{
    entries::{entry as one_entry, picture},
    path_of,
    words::{exact, found_tag, how_words, join, move_words, name_of},
};
use crate::{
    bookings::Voice,
    prices,
    shell::{
        Answer, AppError, Page, SignedIn, format,
        pieces::{crumbs, icon},
    },
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    Error, Lang,
    bookings::{self, BookingId, BookingView, Move, Party},
    claims,
    handovers::{self, Found, Record, chain, chain::Flaw, rules},
    photos::Size,
};
use http::header;
use leptos::prelude::*;
use uuid::Uuid;

/// `GET /bookings/{id}/record`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let ctx = visitor.ctx();
    let view = match bookings::booking_seen_by(ctx, &me, id).await {
        Err(Error::NotFound) => claims::view_of_case(ctx, &me, id)
            .await
            .map_err(AppError::from_domain)?,
        seen => seen.map_err(AppError::from_domain)?,
    };
    let record = handovers::check(ctx, &me, id).await.map_err(AppError::from_domain)?;
    let voice = Voice::of(visitor.lang, record.now, &view.booking);
    let lang = visitor.lang;
    let address = ctx.url(&super::record_path(id));
    Ok(Page::new(&visitor, t!(lang, "handovers-record"))
        .hidden()
        .show(move || {
            view! {
                {crumbs(lang, [("/loans".into(), t!(lang, "bookings-loans")), (id.path(), view.booking.terms.title.clone())])}
                <article class="record">
                    {head(&voice, &view, &record)}
                    {whole(lang, &record)}
                    {comparison(lang, &view, &record)}
                    {pictures(lang, &view, &record)}
                    {Move::BOTH.map(|what| written(&voice, &view, &record, what)).into_iter().collect_view()}
                    {sums(lang, &view, &record, &address)}
                </article>
            }
        }))
}

fn head(voice: &Voice, view: &BookingView, record: &Record) -> AnyView {
    let (lang, booking) = (voice.lang, &record.booking);
    let row = |name: String, value: String| {
        view! { <div class="facts__row"><dt class="facts__name">{name}</dt><dd class="facts__value" dir="auto">{value}</dd></div> }
    };
    let period = booking.period;
    let days = if period.first == period.last {
        format::day(lang, period.first)
    } else {
        t!(
            lang,
            "days-from-to",
            first = format::day(lang, period.first),
            last = format::day(lang, period.last)
        )
    };
    let at = |what: Move| match what {
        Move::Handover => booking.handed_over_at,
        Move::Return => booking.returned_at,
    };
    let moved = Move::BOTH
        .into_iter()
        .map(|what| {
            let when = at(what).map_or_else(|| t!(lang, "handovers-not-yet"), |at| exact(lang, at, &voice.zone));
            let way = record.plans.of(what).agreed.as_ref();
            let way = way.map(|agreed| format!(" ({})", join(how_words(lang, agreed.how), &agreed.words)));
            row(move_words(lang, what), format!("{when}{}", way.unwrap_or_default()))
        })
        .collect_view();
    let late = record.late.as_ref().map(|late| {
        let line = prices::late_line(lang, late, &booking.terms.currency);
        if record.waived {
            t!(lang, "handovers-late-waived", line = line)
        } else {
            line
        }
    });
    view! {
        <header class="page__head">
            <h1>{t!(lang, "handovers-record-of")}" "<bdi>{booking.terms.title.clone()}</bdi></h1>
            <dl class="facts">
                {row(t!(lang, "handovers-lender"), name_of(lang, view, Party::Lender))}
                {row(t!(lang, "handovers-borrower"), name_of(lang, view, Party::Borrower))}
                {row(t!(lang, "bookings-when"), days)}
                {moved}
                {late.map(|line| row(t!(lang, "prices-late"), line))}
                {row(t!(lang, "handovers-zone"), booking.terms.zone.clone())}
                {row(t!(lang, "handovers-number"), booking.key.id.to_string())}
            </dl>
            <p class="field__hint no-print">{t!(lang, "handovers-print")}</p>
        </header>
    }
    .into_any()
}

/// Whether nothing was changed since it was written.
fn whole(lang: Lang, record: &Record) -> AnyView {
    if record.entries.is_empty() && record.whole.is_ok() {
        return view! { <p>{t!(lang, "handovers-record-empty")}</p> }.into_any();
    }
    match record.whole {
        Ok(()) => view! { <div class="notice">{icon("success")}<p>{t!(lang, "handovers-whole")}</p></div> }.into_any(),
        Err(flaw) => {
            let text = match flaw {
                Flaw::Changed { entry } => t!(lang, "handovers-flaw-changed", number = entry),
                Flaw::Missing { entry } => t!(lang, "handovers-flaw-missing", number = entry),
                Flaw::Photo { entry } => t!(lang, "handovers-flaw-photo", number = entry),
            };
            view! { <div class="notice" data-kind="error" role="alert">{icon("error")}<p>{text}</p></div> }.into_any()
        }
    }
}

/// How a point of the checklist was found last by one side at one move.
fn found(record: &Record, what: Move, by: Party, name: &str) -> Option<Found> {
    record.of(what, by).rev().find_map(|entry| {
        let item = entry.items.iter().find(|item| item.name == name);
        item.and_then(|item| item.found)
    })
}

/// The checklist, out and back, by both: what was there and is not any more is seen at a glance.
fn comparison(lang: Lang, view: &BookingView, record: &Record) -> AnyView {
    if record.entries.is_empty() {
        return ().into_any();
    }
    let cell = |what: Move, name: &str| {
        let said = [Party::Lender, Party::Borrower]
            .into_iter()
            .filter_map(|by| Some((by, found(record, what, by, name)?)))
            .map(|(by, found)| {
                view! { <li><bdi>{name_of(lang, view, by)}</bdi>" "{found_tag(lang, Some(found))}</li> }
            })
            .collect::<Vec<_>>();
        if said.is_empty() {
            view! { <td>{found_tag(lang, None)}</td> }.into_any()
        } else {
            view! { <td><ul class="record__said">{said}</ul></td> }.into_any()
        }
    };
    let rows = rules::checklist(&record.booking.terms)
        .into_iter()
        .map(|name| {
            view! {
                <tr>
                    <th scope="row" dir="auto">{name.clone()}</th>
                    {cell(Move::Handover, &name)}
                    {cell(Move::Return, &name)}
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="list">
            <h2 id="list">{t!(lang, "handovers-items")}</h2>
            <table class="record__table">
                <thead><tr>
                    <th scope="col">{t!(lang, "handovers-item")}</th>
                    <th scope="col">{move_words(lang, Move::Handover)}</th>
                    <th scope="col">{move_words(lang, Move::Return)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// Before and after, side by side.
pub fn pictures(lang: Lang, view: &BookingView, record: &Record) -> AnyView {
    if record.entries.iter().all(|entry| entry.photos.is_empty()) {
        return ().into_any();
    }
    let side = |what: Move| {
        let all: Vec<_> = record
            .about(what)
            .flat_map(|entry| entry.photos.iter().map(move |photo| (entry, photo)))
            .map(|(entry, photo)| {
                let caption = t!(
                    lang,
                    "handovers-caption",
                    number = entry.seq,
                    name = name_of(lang, view, entry.by)
                );
                view! {
                    <li><figure>{picture(lang, view, entry, photo)}<figcaption>{caption}</figcaption></figure></li>
                }
            })
            .collect();
        let none = all
            .is_empty()
            .then(|| view! { <p class="field__hint">{t!(lang, "handovers-no-photos")}</p> });
        view! {
            <div class="stack">
                <h3>{move_words(lang, what)}</h3>
                {none}
                <ul class="record__pictures">{all}</ul>
            </div>
        }
    };
    view! {
        <section class="stack" aria-labelledby="pictures">
            <h2 id="pictures">{t!(lang, "handovers-before-after")}</h2>
            <div class="record__sides">{side(Move::Handover)}{side(Move::Return)}</div>
        </section>
    }
    .into_any()
}

/// What was written about one move, word for word.
fn written(voice: &Voice, view: &BookingView, record: &Record, what: Move) -> AnyView {
    let lang = voice.lang;
    let all: Vec<_> = record
        .about(what)
        .map(|entry| one_entry(lang, view, entry, &voice.zone, false))
        .collect();
    let none = all
        .is_empty()
        .then(|| view! { <p class="field__hint">{t!(lang, "handovers-nothing", what = what.name())}</p> });
    let add = record.may_write(what).is_ok().then(|| {
        let href = path_of(view.booking.key.id, what);
        view! { <p class="no-print"><a href=href>{t!(lang, "handovers-add", what = what.name())}</a></p> }
    });
    let id = format!("move-{}", what.name());
    view! {
        <section class="stack" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{move_words(lang, what)}</h2>
            {none}
            <ol class="handover__entries">{all}</ol>
            {add}
        </section>
    }
    .into_any()
}

/// The hashes in full, and how to check them.
fn sums(lang: Lang, view: &BookingView, record: &Record, address: &str) -> AnyView {
    if record.entries.is_empty() {
        return ().into_any();
    }
    let rows = record
        .entries
        .iter()
        .map(|entry| {
            let href = format!("{}/entries/{}.txt", super::record_path(view.booking.key.id), entry.seq);
            view! { <tr><td><a href=href>{entry.seq.to_string()}</a></td><td><code>{entry.hash.clone()}</code></td></tr> }
        })
        .collect_view();
    view! {
        <section class="stack record__sums" aria-labelledby="sums">
            <h2 id="sums">{t!(lang, "handovers-sums")}</h2>
            <p>{t!(lang, "handovers-sums-text")}</p>
            <p>{t!(lang, "handovers-sums-how")}</p>
            <pre>"sha256sum 1.txt"</pre>
            <table class="record__table">
                <thead><tr><th scope="col">{t!(lang, "handovers-sums-entry")}</th><th scope="col">"SHA-256"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="field__hint">{address.to_owned()}</p>
        </section>
    }
    .into_any()
}

/// `GET /bookings/{id}/record/entries/{number}.txt`: the text whose hash is shown, byte for byte.
pub async fn entry(SignedIn { visitor, me }: SignedIn, Path((id, file)): Path<(String, String)>) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let number: i64 = file
        .strip_suffix(".txt")
        .and_then(|number| number.parse().ok())
        .ok_or(AppError::NotFound)?;
    let record = handovers::of_booking(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    let entry = record
        .entries
        .iter()
        .find(|entry| entry.seq == number)
        .ok_or(AppError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "private, no-cache"),
    ];
    Ok((headers, chain::text_of(id, entry)).into_response())
}

/// `GET /bookings/{id}/record/photos/{photo}/{size}.webp`: only the two have it, so nobody between keeps it.
pub async fn photo(
    SignedIn { visitor, me }: SignedIn,
    Path((id, photo, file)): Path<(String, String, String)>,
) -> Result<Response, AppError> {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let photo: Uuid = photo.parse().map_err(|_| AppError::NotFound)?;
    let size = file
        .strip_suffix(".webp")
        .and_then(Size::from_name)
        .ok_or(AppError::NotFound)?;
    let bytes = handovers::photo(visitor.ctx(), &me, id, photo, size)
        .await
        .map_err(AppError::from_domain)?;
    let headers = [
        (header::CONTENT_TYPE, "image/webp"),
        (header::CACHE_CONTROL, "private, max-age=3600"),
    ];
    Ok((headers, bytes).into_response())
}
