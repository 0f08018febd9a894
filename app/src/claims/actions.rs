//! One claim on a page of its own, and what the two do about it.

use super::{panel::panel, words::Again};
use crate::{
    bookings::Voice,
    shell::{
        Answer, AppError, Page, SignedIn, Visitor, forms::Sent, notices::redirect_with, page::Width, pieces::icon,
    },
};
use axum::extract::Path;
use domain::{
    Error,
    bookings::{self, BookingId, Party},
    claims::{self, Command, Draft, Refusal},
    members::Me,
};
use http::StatusCode;
use leptos::prelude::*;

fn read(id: &str, side: &str) -> Result<(BookingId, Party), AppError> {
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    Ok((id, Party::from_name(side).ok_or(AppError::NotFound)?))
}

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
    let status = match refused {
        Refusal::Invalid(_) | Refusal::AboveCap { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    };
    show(&visitor, &me, id, by, again, status).await
}

async fn show(visitor: &Visitor, me: &Me, id: BookingId, by: Party, again: Again, status: StatusCode) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let view = bookings::booking_seen_by(ctx, me, id)
        .await
        .map_err(AppError::from_domain)?;
    let all = claims::of_booking(ctx, me, id).await.map_err(AppError::from_domain)?;
    let history = claims::history(ctx, me, id).await.map_err(AppError::from_domain)?;
    let claim = all.into_iter().find(|claim| claim.by == by).ok_or(AppError::NotFound)?;
    let voice = Voice::new(lang, ctx.clock.now(), view.booking.terms.time_zone());
    let panel = panel(&voice, &view, &claim, &history, &again);
    let record = crate::handovers::record_path(id);
    let title = view.booking.terms.title.clone();
    Ok(Page::new(visitor, t!(lang, "claims-title"))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <nav aria-label=t!(lang, "bookings-crumbs")>
                    <ol class="crumbs">
                        <li><a href="/loans">{t!(lang, "bookings-loans")}</a></li>
                        <li><a dir="auto" href=id.path()>{title.clone()}</a></li>
                    </ol>
                </nav>
                <header class="page__head"><h1 dir="auto">{title.clone()}</h1></header>
                <div class="stack stack--wide">
                    {again.problem.map(|text| view! {
                        <div class="notice" data-kind="warning" role="alert">{icon("warning")}<p>{text}</p></div>
                    })}
                    {panel}
                    <p><a href=record>{t!(lang, "claims-operator-record")}</a></p>
                </div>
            }
        }))
}
