//! One circle: who is in it, who would like to be, and what one can do.

use super::{
    pages::{errors_of, fields, label, said},
    path_of,
};
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor, format,
    page::Width,
    pieces::{AvatarSize, avatar, copy_once, crumbs, icon, member_name, member_path},
};
use axum::{extract::Path, response::Response};
use domain::{
    Lang,
    circles::{self, CircleDraft, CircleId, CircleView, Person, Refusal, Role},
    members::{Me, MemberId},
};
use http::StatusCode;
use leptos::prelude::*;

/// What is shown beside the circle.
#[derive(Default)]
pub struct Beside {
    /// The path of an invitation that was just made.
    pub fresh: Option<String>,
    /// What was typed, if it was refused.
    pub typed: Option<CircleDraft>,
    /// Why.
    pub refused: Option<Refusal>,
}

/// `GET /circles/{id}`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id: CircleId = id.parse().map_err(|_| AppError::NotFound)?;
    show(&visitor, &me, id, Beside::default()).await
}

/// The page of a circle.
///
/// # Errors
/// [`AppError::NotFound`] for those who may not know of it.
pub async fn show(visitor: &Visitor, me: &Me, id: CircleId, beside: Beside) -> Answer {
    let view = circles::circle(visitor.ctx(), me, id)
        .await
        .map_err(AppError::from_domain)?;
    Ok(render(visitor, me.id, view, beside))
}

fn render(visitor: &Visitor, me: MemberId, view: CircleView, beside: Beside) -> Response {
    let lang = visitor.lang;
    let status = match &beside.refused {
        None => StatusCode::OK,
        Some(Refusal::Invalid(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(_) => StatusCode::CONFLICT,
    };
    let (circle, base) = (view.circle.clone(), path_of(view.circle.id));
    let errors = errors_of(beside.refused.as_ref());
    let said = said(lang, beside.refused.as_ref());
    let keeper = view.me == Role::Keeper;
    let asking = asking(visitor, &base, &view.asking);
    let members = view.me.is_in().then(|| members(visitor, &base, &view, me));
    let doing = doing(lang, &base, &view);
    let invitation = keeper.then(|| invitation(visitor, &base, circle.invites, beside.fresh));
    let edit = keeper.then(|| {
        let open = beside.typed.is_some();
        let typed = beside.typed.unwrap_or_else(|| CircleDraft {
            name: circle.name.clone(),
            about: circle.about.clone(),
            findable: if circle.findable { "yes".into() } else { String::new() },
        });
        view! {
            <details class="fold" open=open>
                <summary class="fold__head">{t!(lang, "circles-edit")}</summary>
                <form class="fold__body form" method="post" action=base.clone() novalidate=true>
                    {fields(lang, &typed, &errors)}
                    <div class="form__actions"><button class="button">{t!(lang, "listings-save")}</button></div>
                </form>
            </details>
        }
    });
    let count = view.count;
    Page::new(visitor, circle.name.clone()).status(status).hidden().width(Width::Text).show(move || {
        view! {
            {crumbs(lang, [("/circles".into(), t!(lang, "circles-title"))])}
            <header class="page__head">
                <h1 dir="auto">{circle.name.clone()}</h1>
                <p class="page__lead">{t!(lang, "circles-count", count = count)}</p>
            </header>
            <div class="stack stack--wide">
                {said}
                {errors.summary(lang, |field| label(lang, field))}
                {(!circle.about.is_empty()).then(|| view! { <div class="prose prose--user" dir="auto">{circle.about.clone()}</div> })}
                {asking}
                {members}
                {invitation}
                {edit}
                {doing}
            </div>
        }
    })
}

/// Those who wait to be let in.
fn asking(visitor: &Visitor, base: &str, people: &[Person]) -> Option<AnyView> {
    let lang = visitor.lang;
    if people.is_empty() {
        return None;
    }
    let rows = people
        .iter()
        .map(|one| {
            let name = member_name(lang, &one.name);
            view! {
                <li class="rows__row">
                    {avatar(&name, one.photo_id, AvatarSize::Usual)}
                    <div><p class="rows__title"><a href=member_path(one.id)><bdi>{name.clone()}</bdi></a></p></div>
                    <form class="rows__end cluster" method="post">
                        <input type="hidden" name="member" value=one.id.to_string()/>
                        <button class="button button--small" formaction=format!("{base}/let-in")>
                            {t!(lang, "circles-let-in")}<span class="visually-hidden">": "{name.clone()}</span>
                        </button>
                        <button class="button button--quiet button--small" formaction=format!("{base}/turn-away")>
                            {t!(lang, "circles-turn-away")}<span class="visually-hidden">": "{name}</span>
                        </button>
                    </form>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="panel panel--sun stack" aria-labelledby="asking-title">
                <h2 id="asking-title">{t!(lang, "circles-asking", count = people.len())}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn members(visitor: &Visitor, base: &str, view: &CircleView, me: MemberId) -> AnyView {
    let (lang, ctx) = (visitor.lang, visitor.ctx());
    let keeper = view.me == Role::Keeper;
    let rows = view
        .members
        .iter()
        .map(|one| {
            let name = member_name(lang, &one.name);
            let keeps = one.role == Role::Keeper.name();
            let since = format::instant(lang, one.since, ctx.clock.now(), &ctx.settings.zone);
            let note = if keeps {
                t!(lang, "circles-keeper")
            } else {
                t!(lang, "circles-since", when = since)
            };
            let tools = (keeper && !keeps && one.id != me).then(|| {
                view! {
                    <form class="rows__end cluster" method="post">
                        <input type="hidden" name="member" value=one.id.to_string()/>
                        <button class="button button--quiet button--small" formaction=format!("{base}/make-keeper")>
                            {t!(lang, "circles-make-keeper")}<span class="visually-hidden">": "{name.clone()}</span>
                        </button>
                        <button class="button button--danger button--small" formaction=format!("{base}/remove")>
                            {t!(lang, "circles-remove")}<span class="visually-hidden">": "{name.clone()}</span>
                        </button>
                    </form>
                }
            });
            view! {
                <li class="rows__row">
                    {avatar(&name, one.photo_id, AvatarSize::Usual)}
                    <div>
                        <p class="rows__title"><a href=member_path(one.id)><bdi>{name.clone()}</bdi></a></p>
                        <p class="rows__note">{note}</p>
                    </div>
                    {tools}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="members-title">
            <h2 id="members-title">{t!(lang, "circles-members")}</h2>
            <p class="field__hint">{t!(lang, "circles-members-note")}</p>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

/// The invitation link: made, seen once, taken back.
fn invitation(visitor: &Visitor, base: &str, invites: bool, fresh: Option<String>) -> AnyView {
    let lang = visitor.lang;
    let shown = fresh.map(|path| {
        let url = visitor.ctx().url(&path);
        view! {
            <div class="panel panel--green stack" role="status">
                {copy_once("invitation", t!(lang, "circles-invitation-fresh"), t!(lang, "circles-invitation-fresh-text"), url)}
            </div>
        }
    });
    let make = if invites {
        t!(lang, "circles-invitation-renew")
    } else {
        t!(lang, "circles-invitation-make")
    };
    view! {
        <section class="stack" aria-labelledby="invitation-title">
            <h2 id="invitation-title">{t!(lang, "circles-invitation")}</h2>
            <p>{t!(lang, "circles-invitation-text")}</p>
            {shown}
            <div class="cluster">
                <form method="post" action=format!("{base}/invite")><button class="button button--quiet">{icon("mail")}{make}</button></form>
                {invites.then(|| view! {
                    <form method="post" action=format!("{base}/close-invitation")>
                        <button class="button button--danger">{t!(lang, "circles-invitation-close")}</button>
                    </form>
                })}
            </div>
        </section>
    }
    .into_any()
}

/// What the reader can do about being in it.
fn doing(lang: Lang, base: &str, view: &CircleView) -> AnyView {
    match view.me {
        Role::Stranger => view! {
            <form class="stack stack--tight" method="post" action=format!("{base}/ask")>
                <p>{t!(lang, "circles-ask-text")}</p>
                <div><button class="button">{t!(lang, "circles-ask")}</button></div>
            </form>
        }
        .into_any(),
        Role::Asked => view! {
            <form class="stack stack--tight" method="post" action=format!("{base}/take-back")>
                <p>{icon("clock")}" "{t!(lang, "circles-asked-text")}</p>
                <div><button class="button button--quiet">{t!(lang, "circles-take-back")}</button></div>
            </form>
        }
        .into_any(),
        Role::Member | Role::Keeper => {
            let text = if view.count == 1 {
                t!(lang, "circles-leave-last")
            } else {
                t!(lang, "circles-leave-text")
            };
            view! {
                <details class="fold">
                    <summary class="fold__head">{t!(lang, "circles-leave")}</summary>
                    <form class="fold__body stack" method="post" action=format!("{base}/leave")>
                        <p>{text}</p>
                        <div><button class="button button--danger">{t!(lang, "circles-leave")}</button></div>
                    </form>
                </details>
            }
            .into_any()
        }
    }
}
