//! Where somebody who runs the place decides.

use super::{
    read, status_of,
    words::{Again, Fields, story, what},
};
use crate::{
    bookings::Voice,
    handovers::record_path,
    shell::{
        Answer, AppError, Page, SignedIn, Visitor, format,
        forms::Sent,
        notices::redirect_with,
        page::Width,
        pieces::{crumbs, empty, icon, member_name, refused},
    },
};
use axum::extract::Path;
use domain::{
    Error, Lang,
    bookings::{BookingId, Party},
    claims::{self, Case, Claim, Draft, rules},
    members::Me,
};
use http::StatusCode;
use leptos::prelude::*;

/// The form's name.
const DECIDE: &str = "decide";

fn name_of(lang: Lang, case: &Case, side: Party) -> String {
    match side {
        Party::Borrower => member_name(lang, &case.names.0),
        Party::Lender => member_name(lang, &case.names.1),
    }
}

fn path_of(claim: &Claim) -> String {
    format!("/operator/claims/{}/{}", claim.key.id, claim.by.name())
}

/// What was put on the table last, and by whom.
fn on_table(lang: Lang, claim: &Claim, name: String) -> String {
    let sum = what(lang, claim.offer.remedy, claim.offer.amount_minor, &claim.currency);
    t!(lang, "claims-on-table", name = name, what = sum)
}

/// `GET /operator/claims`
pub async fn list(SignedIn { visitor, me }: SignedIn) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let cases = claims::cases(ctx, &me).await.map_err(AppError::from_domain)?;
    let now = ctx.clock.now();
    Ok(Page::new(&visitor, t!(lang, "claims-operator-title"))
        .hidden()
        .show(move || {
            let rows = cases
                .iter()
                .map(|line| {
                    let claim = &line.claim;
                    let voice = Voice::new(lang, now, line.zone.clone());
                    let late = rules::is_late(claim, now);
                    let key = if late {
                        "claims-operator-late"
                    } else {
                        "claims-operator-due"
                    };
                    let due = voice.moment(claim.promised_at.unwrap_or(now));
                    let appeal = (claim.appeal.is_some()).then(|| {
                        view! { " "<span class="tag">{t!(lang, "claims-operator-appeal")}</span> }
                    });
                    let by = if claim.offer.by == Party::Borrower {
                        &line.borrower.1
                    } else {
                        &line.lender.1
                    };
                    view! {
                        <li class="loan" data-waits=if late { "late" } else { "me" }>
                            <div class="loan__body">
                                <h2 class="loan__title">
                                    <a dir="auto" href=path_of(claim)>{line.title.clone()}</a>{appeal}
                                </h2>
                                <p class="loan__meta">{on_table(lang, claim, member_name(lang, by))}</p>
                                <p>{icon("clock")}" "{t!(lang, key, due = due)}</p>
                            </div>
                            <div class="loan__next">
                                <a class="button button--small" href=path_of(claim)>{t!(lang, "claims-look")}</a>
                            </div>
                        </li>
                    }
                })
                .collect::<Vec<_>>();
            let body = if rows.is_empty() {
                empty(
                    "check",
                    t!(lang, "claims-operator-none"),
                    t!(lang, "claims-operator-none-text"),
                    None,
                )
            } else {
                view! { <ul class="loans">{rows}</ul> }.into_any()
            };
            view! {
                <header class="page__head">
                    <h1>{t!(lang, "claims-operator-title")}</h1>
                    <p class="page__lead">{t!(lang, "claims-operator-lead")}</p>
                </header>
                {body}
            }
        }))
}

/// `GET /operator/claims/{id}/{side}`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path((id, side)): Path<(String, String)>) -> Answer {
    let (id, by) = read(&id, &side)?;
    show(&visitor, &me, id, by, Again::default(), StatusCode::OK).await
}

/// `POST /operator/claims/{id}/{side}`
pub async fn decide(
    SignedIn { visitor, me }: SignedIn,
    Path((id, side)): Path<(String, String)>,
    Sent(typed): Sent<Draft>,
) -> Answer {
    let (id, by) = read(&id, &side)?;
    let refused = match claims::rule(visitor.ctx(), &me, id, by, &typed).await {
        Ok(_) => return Ok(redirect_with("/operator/claims", "claim-decided")),
        Err(Error::Refused(refused)) => refused,
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let case = claims::case(visitor.ctx(), &me, id, by)
        .await
        .map_err(AppError::from_domain)?;
    let again = Again::refused(visitor.lang, DECIDE, typed, &refused, &case.claim.currency);
    let status = status_of(&refused);
    show(&visitor, &me, id, by, again, status).await
}

async fn show(visitor: &Visitor, me: &Me, id: BookingId, by: Party, again: Again, status: StatusCode) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let case = claims::case(ctx, me, id, by).await.map_err(AppError::from_domain)?;
    let voice = Voice::of(lang, ctx.clock.now(), &case.booking);
    let form = form(lang, &case, &again);
    let terms = terms(&voice, &case);
    let lines = story(&voice, &case.claim, &case.history, |side| name_of(lang, &case, side));
    let title = case.booking.terms.title.clone();
    let claims = t!(
        lang,
        "claims-operator-claimant",
        name = name_of(lang, &case, case.claim.by)
    );
    let last = on_table(lang, &case.claim, name_of(lang, &case, case.claim.offer.by));
    let late = rules::is_late(&case.claim, voice.now).then(|| {
        let promised = voice.moment(case.claim.promised_at.unwrap_or(voice.now));
        view! { <p>{icon("clock")}" "{t!(lang, "claims-operator-late", due = promised)}</p> }
    });
    Ok(Page::new(visitor, t!(lang, "claims-operator-title"))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                {crumbs(lang, [("/operator/claims".into(), t!(lang, "claims-operator-title"))])}
                <header class="page__head">
                    <h1 dir="auto">{title}</h1>
                    <p class="page__lead">{claims}" "{last}</p>
                    {late}
                </header>
                <div class="stack stack--wide">
                    {refused(again.problem)}
                    {terms}
                    <section class="stack" aria-labelledby="story">
                        <h2 id="story">{t!(lang, "claims-history")}</h2>
                        {lines}
                    </section>
                    {form}
                </div>
            }
        }))
}

/// What was agreed, and where to see what was written down.
fn terms(voice: &Voice, case: &Case) -> AnyView {
    let (lang, terms) = (voice.lang, &case.booking.terms);
    let row = |name: String, value: String| {
        view! { <div class="facts__row"><dt class="facts__name">{name}</dt><dd class="facts__value" dir="auto">{value}</dd></div> }
    };
    let parties = t!(
        lang,
        "claims-operator-parties",
        lender = name_of(lang, case, Party::Lender),
        borrower = name_of(lang, case, Party::Borrower)
    );
    let cap = format::money(lang, case.claim.cap_minor, &case.claim.currency);
    let rules = (!terms.house_rules.is_empty()).then(|| {
        view! {
            <h3>{t!(lang, "bookings-terms-rules")}</h3>
            <div class="prose prose--user" dir="auto">{terms.house_rules.clone()}</div>
        }
    });
    view! {
        <section class="panel" aria-labelledby="terms">
            <h2 id="terms">{t!(lang, "bookings-terms")}</h2>
            <p>{parties}</p>
            <dl class="facts">
                {row(t!(lang, "claims-operator-days"), voice.period(case.booking.period))}
                {row(t!(lang, "claims-operator-cap"), cap)}
            </dl>
            {rules}
            <p><a href=record_path(case.claim.key.id)>{t!(lang, "claims-operator-record")}</a></p>
        </section>
    }
    .into_any()
}

fn form(lang: Lang, case: &Case, again: &Again) -> AnyView {
    if !case.claim.state.waits_for_decision() {
        return view! { <p>{t!(lang, "claims-operator-done")}</p> }.into_any();
    }
    if !case.may_decide {
        let nobody = (!case.others).then(|| view! { <p>{t!(lang, "claims-operator-nobody")}</p> });
        return view! {
            <div class="notice" data-kind="info">{icon("info")}<div><p>{t!(lang, "claims-operator-own")}</p>{nobody}</div></div>
        }
        .into_any();
    }
    let fields = Fields {
        lang,
        command: DECIDE,
        within: DECIDE,
        again,
        cap_minor: case.claim.cap_minor,
        currency: &case.claim.currency,
        other: None,
        words: (
            t!(lang, "claims-operator-reason"),
            Some(t!(lang, "claims-operator-reason-hint", least = rules::LEAST_REASON)),
        ),
    };
    view! {
        <section class="panel" aria-labelledby="decide-title">
            <h2 id="decide-title">{t!(lang, "claims-operator-decide")}</h2>
            <form class="form" method="post" action=path_of(&case.claim) novalidate=true>
                <input type="hidden" name="version" value=case.claim.version.to_string()/>
                {fields.show()}
                <button class="button">{t!(lang, "claims-operator-button")}</button>
            </form>
        </section>
    }
    .into_any()
}
