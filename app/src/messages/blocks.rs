//! Whom a member does not want to hear from.

use crate::shell::{
    Answer, AppError, Page, SignedIn, format,
    forms::Sent,
    notices::{Back, redirect_with},
    page::Width,
    pieces::{AvatarSize, avatar, crumbs, empty, member_name},
};
use axum::extract::Path;
use domain::members::{self, MemberId};
use leptos::prelude::*;

/// `POST /members/{id}/block`
pub async fn block(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(back): Sent<Back>) -> Answer {
    let id: MemberId = id.parse().map_err(|_| AppError::NotFound)?;
    members::block(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    Ok(redirect_with(back.path("/me/blocked"), "blocked"))
}

/// `POST /members/{id}/unblock`
pub async fn unblock(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(back): Sent<Back>) -> Answer {
    let id: MemberId = id.parse().map_err(|_| AppError::NotFound)?;
    members::unblock(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    Ok(redirect_with(back.path("/me/blocked"), "unblocked"))
}

/// `GET /me/blocked`
pub async fn page(SignedIn { visitor, me }: SignedIn) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let blocked = members::blocked(ctx, &me).await.map_err(AppError::from_domain)?;
    let (now, zone) = (ctx.clock.now(), ctx.settings.zone.clone());
    Ok(Page::new(&visitor, t!(lang, "messages-blocked-title"))
        .hidden()
        .width(Width::Text)
        .show(move || {
            let rows = blocked
                .iter()
                .map(|one| {
                    let name = member_name(lang, &one.name);
                    let since = t!(
                        lang,
                        "messages-blocked-since",
                        at = format::instant(lang, one.created_at, now, &zone)
                    );
                    view! {
                        <li class="rows__row">
                            {avatar(&name, one.photo_id, AvatarSize::Usual)}
                            <div>
                                <p class="rows__title"><bdi>{name.clone()}</bdi></p>
                                <p class="rows__note">{since}</p>
                            </div>
                            <form class="rows__end" method="post" action=format!("/members/{}/unblock", one.id)>
                                <button class="button button--quiet button--small">
                                    {t!(lang, "messages-unblock")}<span class="visually-hidden">": "{name}</span>
                                </button>
                            </form>
                        </li>
                    }
                })
                .collect_view();
            view! {
                {crumbs(lang, [("/conversations".into(), t!(lang, "messages-title"))])}
                <header class="page__head">
                    <h1>{t!(lang, "messages-blocked-title")}</h1>
                    <p class="page__lead">{t!(lang, "messages-blocked-lead")}</p>
                </header>
                {if blocked.is_empty() {
                    empty("lock", t!(lang, "messages-blocked-none"), t!(lang, "messages-blocked-none-text"), None)
                } else {
                    view! { <ul class="rows">{rows}</ul> }.into_any()
                }}
            }
        }))
}
