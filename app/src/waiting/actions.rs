//! What forms about waiting do.

use super::{panel, words};
use crate::{
    bookings::Voice,
    listings::listing_path,
    shell::{
        Answer, AppError, Page, SignedIn,
        forms::{Errors, Sent},
        limits::Limited,
        notices::{Back, redirect_with},
        page::Width,
        pieces::{crumbs, icon},
    },
};
use axum::extract::Path;
use domain::{
    Error,
    listings::{self, ListingId},
    waiting::{self, Refusal, WaitDraft},
};
use http::StatusCode;
use leptos::prelude::*;

/// `POST /listings/{id}/wait`
pub async fn wait(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(typed): Sent<WaitDraft>) -> Answer {
    let id: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    visitor.count(Limited::Request, &me.id.to_string())?;
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let refused = match waiting::wait(ctx, &me, id, &typed).await {
        Ok(()) => return Ok(redirect_with(&format!("{}#waiting", listing_path(id)), "waiting")),
        Err(Error::Refused(refused)) => refused,
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let thing = listings::public_listing(ctx, Some(me.id), id)
        .await
        .map_err(AppError::from_domain)?;
    let voice = Voice::new(lang, ctx.clock.now(), thing.time_zone()).about(thing.kind);
    let said = words::refusal(&voice, &refused);
    let errors = match &refused {
        Refusal::Invalid(errors) => Errors(errors.clone()),
        _ => Errors::default(),
    };
    let status = match refused {
        Refusal::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    };
    let ask = match refused {
        Refusal::Free(period) => Some(waiting::asking_path(id, period)),
        _ => None,
    };
    let by_the_hour = thing.plan().grain == domain::availability::Grain::Hour;
    Ok(Page::new(&visitor, t!(lang, "waiting-title"))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            let whole = errors.is_empty().then(|| {
                view! { <div class="notice" data-kind="error" role="alert">{icon("error")}<p>{said}</p></div> }
            });
            view! {
                {crumbs(lang, [(listing_path(id), thing.title.clone())])}
                <header class="page__head"><h1>{t!(lang, "waiting-title")}</h1></header>
                <div class="stack stack--wide">
                    {whole}
                    {errors.summary(lang, |field| panel::label(lang, field))}
                    {ask.map(|href| view! { <p><a class="button" href=href>{t!(lang, "waiting-ask-now")}</a></p> })}
                    {panel::form(&voice, id, by_the_hour, &typed, &errors)}
                </div>
            }
        }))
}

/// `POST /listings/{id}/leave-line`
pub async fn leave(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(back): Sent<Back>) -> Answer {
    let id: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    waiting::leave(visitor.ctx(), &me, id).await?;
    Ok(redirect_with(back.path("/loans"), "waiting-left"))
}
