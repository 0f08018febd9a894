//! "I know this person": on somebody's profile, and the page of who knows whom.

use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor, format,
    forms::Sent,
    limits::Limited,
    notices::{Back, redirect_with},
    page::Width,
    pieces::{AvatarSize, avatar, icon, member_name, member_path, signpost},
};
use axum::extract::Path;
use domain::{
    Error, Lang,
    eligibility::{self, VouchRefusal, Voucher},
    members::{MemberId, Profile},
};
use http::StatusCode;
use leptos::prelude::*;

/// Why somebody cannot vouch, in words.
fn refusal(lang: Lang, refusal: VouchRefusal) -> String {
    match refusal {
        VouchRefusal::Oneself => t!(lang, "eligibility-vouch-oneself"),
        VouchRefusal::Unknown => t!(lang, "eligibility-vouch-unknown"),
        VouchRefusal::TooMany { most } => t!(lang, "eligibility-vouch-too-many", most = most),
        VouchRefusal::NotNow => t!(lang, "eligibility-vouch-not-now"),
    }
}

/// The part of somebody's profile in which the visitor can vouch for them; nothing for strangers and on one's own.
///
/// # Errors
/// When the database does not answer.
pub async fn of_profile(visitor: &Visitor, profile: &Profile) -> Result<Option<AnyView>, AppError> {
    let lang = visitor.lang;
    let Some(me) = visitor.me.as_ref().filter(|me| me.id != profile.id) else {
        return Ok(None);
    };
    let between = eligibility::between(visitor.ctx(), me, profile.id).await?;
    let name = member_name(lang, &profile.name);
    let base = member_path(profile.id);
    let back = base.clone();
    let body = if between.given {
        view! {
            <p>{icon("check")}" "{t!(lang, "eligibility-vouch-given", name = name.clone())}</p>
            <form method="post" action=format!("{base}/withdraw-vouch")>
                <input type="hidden" name="back" value=back/>
                <button class="button button--quiet button--small">{t!(lang, "eligibility-vouch-withdraw")}</button>
            </form>
        }
        .into_any()
    } else if let Some(against) = between.against {
        view! { <p class="field__hint">{refusal(lang, against)}</p> }.into_any()
    } else {
        view! {
            <p>{t!(lang, "eligibility-vouch-text", name = name.clone())}</p>
            <form method="post" action=format!("{base}/vouch")>
                <input type="hidden" name="back" value=back/>
                <button class="button button--quiet">{t!(lang, "eligibility-vouch-button")}</button>
            </form>
        }
        .into_any()
    };
    let received = between
        .received
        .then(|| view! { <p>{icon("check")}" "{t!(lang, "eligibility-vouch-received", name = name.clone())}</p> });
    Ok(Some(
        view! {
            <section class="section" aria-labelledby="know-title">
                <div class="section__head"><h2 id="know-title">{t!(lang, "eligibility-vouch-title", name = name)}</h2></div>
                <div class="stack">{received}{body}</div>
            </section>
        }
        .into_any(),
    ))
}

/// `POST /members/{id}/vouch`
pub async fn vouch(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(back): Sent<Back>) -> Answer {
    let id: MemberId = id.parse().map_err(|_| AppError::NotFound)?;
    visitor.count(Limited::Request, &me.id.to_string())?;
    match eligibility::vouch(visitor.ctx(), &me, id).await {
        Ok(()) => Ok(redirect_with(back.path("/me/known"), "vouched")),
        Err(Error::Refused(refused)) => {
            let (lang, path) = (visitor.lang, member_path(id));
            let text = refusal(lang, refused);
            Ok(Page::new(&visitor, t!(lang, "eligibility-known-title"))
                .status(StatusCode::CONFLICT)
                .hidden()
                .width(Width::Narrow)
                .show(move || {
                    let back = t!(lang, "listings-back").into_any();
                    signpost(t!(lang, "eligibility-vouch-refused"), text, path, back)
                }))
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// `POST /members/{id}/withdraw-vouch`
pub async fn withdraw(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(back): Sent<Back>) -> Answer {
    let id: MemberId = id.parse().map_err(|_| AppError::NotFound)?;
    eligibility::withdraw(visitor.ctx(), &me, id).await?;
    Ok(redirect_with(back.path("/me/known"), "vouch-withdrawn"))
}

/// `GET /me/known`
pub async fn page(SignedIn { visitor, me }: SignedIn) -> Answer {
    let lang = visitor.lang;
    let known = eligibility::known(visitor.ctx(), &me).await?;
    let counts = (!known.by.is_empty() && !known.counts)
        .then(|| view! { <p class="field__hint">{t!(lang, "eligibility-known-not-counting")}</p> });
    let by = list(&visitor, &known.by, false, t!(lang, "eligibility-known-by-none"));
    let of = list(&visitor, &known.of, true, t!(lang, "eligibility-known-of-none"));
    let (left, loans, path) = (known.left, known.finished_loans, member_path(me.id));
    let tabs = crate::members::tabs(&visitor, "/me/known");
    Ok(Page::new(&visitor, t!(lang, "eligibility-known-title"))
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <header class="page__head">
                    <h1>{t!(lang, "eligibility-known-title")}</h1>
                    <p class="page__lead">{t!(lang, "eligibility-known-lead")}</p>
                </header>
                {tabs}
                <section class="section section--first" aria-labelledby="by-title">
                    <div class="section__head"><h2 id="by-title">{t!(lang, "eligibility-known-by")}</h2></div>
                    <div class="stack">
                        {by}
                        {counts}
                        <p class="field__hint">{t!(lang, "eligibility-known-how")}" "<a href=path>{t!(lang, "members-seen-by-others")}</a></p>
                        <p class="field__hint">{t!(lang, "eligibility-known-loans", count = loans)}</p>
                    </div>
                </section>
                <section class="section" aria-labelledby="of-title">
                    <div class="section__head"><h2 id="of-title">{t!(lang, "eligibility-known-of")}</h2></div>
                    <div class="stack">
                        {of}
                        <p class="field__hint">{t!(lang, "eligibility-known-left", left = left)}</p>
                    </div>
                </section>
            }
        }))
}

fn list(visitor: &Visitor, people: &[Voucher], mine: bool, nobody: String) -> AnyView {
    let (lang, ctx) = (visitor.lang, visitor.ctx());
    if people.is_empty() {
        return view! { <p>{nobody}</p> }.into_any();
    }
    let rows = people
        .iter()
        .map(|one| {
            let name = member_name(lang, &one.name);
            let when = format::instant(lang, one.created_at, ctx.clock.now(), &ctx.settings.zone);
            view! {
                <li class="rows__row">
                    {avatar(&name, one.photo_id, AvatarSize::Usual)}
                    <div>
                        <p class="rows__title"><a href=member_path(one.id)><bdi>{name.clone()}</bdi></a></p>
                        <p class="rows__note">{t!(lang, "eligibility-known-since", when = when)}</p>
                    </div>
                    {mine.then(|| view! {
                        <form class="rows__end" method="post" action=format!("{}/withdraw-vouch", member_path(one.id))>
                            <button class="button button--quiet button--small">
                                {t!(lang, "eligibility-vouch-withdraw")}<span class="visually-hidden">": "{name}</span>
                            </button>
                        </form>
                    })}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}
