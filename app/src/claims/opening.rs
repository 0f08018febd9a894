//! The page on which one side says that something went wrong.

use super::{
    status_of,
    words::{Again, Fields},
};
use crate::{
    bookings::Voice,
    handovers::{path_of as move_path, record_path},
    shell::{
        Answer, AppError, Page, SignedIn, Visitor,
        forms::{Asked, Sent},
        notices::{redirect, redirect_with},
        page::Width,
        pieces::{crumbs, refused},
    },
};
use axum::extract::Path;
use domain::{
    Error,
    bookings::{self, BookingId, BookingView, Move, Party},
    claims::{self, Draft, Refusal, rules},
    handovers::{self, Found, Record},
    members::Me,
};
use http::StatusCode;
use leptos::prelude::*;

/// The form's name.
const OPEN: &str = "open";

/// `GET /bookings/{id}/claim`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Asked(typed): Asked<Draft>) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let view = bookings::booking_seen_by(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    let claims = claims::of_booking(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    let may = rules::may_open(&view.booking, view.me, visitor.ctx().clock.now());
    if may.is_err() || claims.of(view.me).is_some() {
        // There is nothing to report (any more); the booking's page says how it stands.
        return Ok(redirect(&id.path()));
    }
    let again = Again {
        command: OPEN.into(),
        typed,
        ..Again::default()
    };
    show(&visitor, &me, &view, again, StatusCode::OK).await
}

/// `POST /bookings/{id}/claim`
pub async fn open(visitor: Visitor, Path(id): Path<String>, Sent(typed): Sent<Draft>) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let Some(me) = visitor.me.clone() else {
        let value = crate::shell::format::query_value;
        let words: String = typed.words.chars().take(600).collect();
        return Err(AppError::SignInFirst(format!(
            "{}/claim?remedy={}&amount={}&words={}",
            id.path(),
            value(&typed.remedy),
            value(&typed.amount),
            value(&words)
        )));
    };
    let refused = match claims::open(visitor.ctx(), &me, id, &typed).await {
        Ok(by) => return Ok(redirect_with(&super::path_of(id, by), "claim-opened")),
        Err(Error::Refused(refused)) => refused,
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let view = bookings::booking_seen_by(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    if refused == Refusal::Already {
        return Ok(redirect(&super::path_of(id, view.me)));
    }
    let again = Again::refused(visitor.lang, OPEN, typed, &refused, &view.booking.terms.currency);
    let status = status_of(&refused);
    show(&visitor, &me, &view, again, status).await
}

async fn show(visitor: &Visitor, me: &Me, view: &BookingView, again: Again, status: StatusCode) -> Answer {
    let (ctx, lang, id) = (visitor.ctx(), visitor.lang, view.booking.key.id);
    let record = handovers::of_booking(ctx, me, id)
        .await
        .map_err(AppError::from_domain)?;
    let claims = claims::of_booking(ctx, me, id).await.map_err(AppError::from_domain)?;
    let voice = Voice::of(lang, ctx.clock.now(), &view.booking);
    let other = voice.other(view);
    let fields = Fields {
        lang,
        command: OPEN,
        within: OPEN,
        again: &again,
        cap_minor: rules::cap(&view.booking, view.me),
        currency: &view.booking.terms.currency,
        other: Some((other.clone(), true)),
        words: (
            t!(lang, "claims-words"),
            Some(t!(lang, "claims-words-hint", other = other.clone())),
        ),
    }
    .show();
    let evidence = evidence(&voice, view, &record);
    let lead = match claims.deciders(None) {
        0 => t!(lang, "claims-open-lead-nobody", other = other),
        _ => t!(lang, "claims-open-lead", other = other),
    };
    let title = view.booking.terms.title.clone();
    Ok(Page::new(visitor, t!(lang, "claims-title"))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                {crumbs(lang, [("/loans".into(), t!(lang, "bookings-loans")), (id.path(), title)])}
                <header class="page__head">
                    <h1>{t!(lang, "claims-title")}</h1>
                    <p class="page__lead">{lead}</p>
                </header>
                <div class="stack stack--wide">
                    {refused(again.problem)}
                    {evidence}
                    <form class="form" method="post" action=format!("{}/claim", id.path()) novalidate=true>
                        {fields}
                        <button class="button">{t!(lang, "claims-send")}</button>
                    </form>
                </div>
            }
        }))
}

/// What was written down: what differs since the handover, and the way to the pictures.
fn evidence(voice: &Voice, view: &BookingView, record: &Record) -> AnyView {
    let lang = voice.lang;
    if !view.booking.terms.kind.changes_hands() {
        return ().into_any();
    }
    let bad: Vec<(String, Found)> = Party::BOTH
        .into_iter()
        .filter_map(|by| record.of(Move::Return, by).next_back())
        .flat_map(|entry| entry.bad().filter_map(|item| Some((item.name.clone(), item.found?))))
        .collect();
    let differs = (!bad.is_empty()).then(|| {
        let items = bad
            .into_iter()
            .map(|(name, found)| {
                let word = t!(lang, &format!("claims-compare-{}", found.name()));
                view! { <li><span dir="auto">{name}</span>": "{word}</li> }
            })
            .collect_view();
        view! { <h3>{t!(lang, "claims-compare")}</h3><ul>{items}</ul> }
    });
    let id = view.booking.key.id;
    let body = if record.entries.is_empty() {
        view! { <p>{t!(lang, "claims-open-record-none")}</p> }.into_any()
    } else {
        let text = t!(lang, "handovers-record-link", count = record.entries.len());
        view! {
            <p>{t!(lang, "claims-open-record")}</p>
            {differs}
            {crate::handovers::side_by_side(lang, view, record)}
            <p><a href=record_path(id)>{text}</a></p>
        }
        .into_any()
    };
    let add = record.may_write(Move::Return).is_ok().then(|| {
        view! {
            <p>{t!(lang, "claims-open-photos-text")}" "<a href=move_path(id, Move::Return)>{t!(lang, "claims-open-photos")}</a></p>
        }
    });
    view! { <section class="panel">{body}{add}</section> }.into_any()
}
