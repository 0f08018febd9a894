//! One claim on a page of its own, and what the two do about it.

use super::{panel::panel, read, status_of, words::Again};
use crate::{
    bookings::Voice,
    shell::{
        Answer, AppError, Page, SignedIn, Visitor,
        forms::Sent,
        notices::redirect_with,
        page::Width,
        pieces::{crumbs, refused},
    },
};
use axum::extract::Path;
use domain::{
    Error,
    bookings::{self, BookingId, Party},
    claims::{self, Command, Draft},
    members::Me,
};
use http::StatusCode;
use leptos::prelude::*;

/// `GET /bookings/{id}/claims/{side}`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path((id, side)): Path<(String, String)>) -> Answer {
    let (id, by) = read(&id, &side)?;
    show(&visitor, &me, id, by, Again::default(), StatusCode::OK).await
}

/// `POST /bookings/{id}/claims/{side}/{command}`
pub async fn act(
    visitor: Visitor,
    Path((id, side, name)): Path<(String, String, String)>,
    Sent(typed): Sent<Draft>,
) -> Answer {
    let (id, by) = read(&id, &side)?;
    let command = Command::ALL.into_iter().find(|command| command.name() == name);
    let command = command.ok_or(AppError::NotFound)?;
    if matches!(command, Command::Decide { .. } | Command::RunOut) {
        return Err(AppError::NotFound);
    }
    let Some(me) = visitor.me.clone() else {
        return Err(AppError::SignInFirst(super::path_of(id, by)));
    };
    let refused = match claims::act(visitor.ctx(), &me, id, by, &command, &typed).await {
        Ok(_) => return Ok(redirect_with(&super::path_of(id, by), "claim-answered")),
        Err(Error::Refused(refused)) => refused,
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let view = bookings::booking_seen_by(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    let again = Again::refused(visitor.lang, &name, typed, &refused, &view.booking.terms.currency);
    let status = status_of(&refused);
    show(&visitor, &me, id, by, again, status).await
}

async fn show(visitor: &Visitor, me: &Me, id: BookingId, by: Party, again: Again, status: StatusCode) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let view = bookings::booking_seen_by(ctx, me, id)
        .await
        .map_err(AppError::from_domain)?;
    let claims = claims::of_booking(ctx, me, id).await.map_err(AppError::from_domain)?;
    let claim = claims.of(by).ok_or(AppError::NotFound)?;
    let voice = Voice::of(lang, ctx.clock.now(), &view.booking);
    let panel = panel(&voice, &view, &claims, claim, &again);
    let record = crate::handovers::record_path(id);
    let title = view.booking.terms.title.clone();
    Ok(Page::new(visitor, t!(lang, "claims-title"))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                {crumbs(lang, [("/loans".into(), t!(lang, "bookings-loans")), (id.path(), title.clone())])}
                <header class="page__head"><h1 dir="auto">{title.clone()}</h1></header>
                <div class="stack stack--wide">
                    {refused(again.problem)}
                    {panel}
                    <p><a href=record>{t!(lang, "claims-operator-record")}</a></p>
                </div>
            }
        }))
}
