//! The page on which the owner of a thing decides who may borrow it.

use super::words;
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    forms::{Errors, Field, Sent, problem},
    notices::redirect_with,
    page::Width,
    pieces::{crumbs, icon},
};
use axum::extract::Path;
use domain::{
    Error, Lang,
    eligibility::{
        self, Choosing, Refusal, Rules, RulesDraft,
        rules::{MOST_LOANS, MOST_PER_MONTH},
    },
    listings::ListingId,
    members::Me,
};
use http::StatusCode;
use leptos::prelude::*;

/// Where the owner decides.
#[must_use]
pub fn path_of(id: ListingId) -> String {
    format!("/things/{id}/who")
}

/// Name and value for the owner's list of what they said about a thing.
///
/// # Errors
/// [`AppError::NotFound`] for others' things.
pub async fn row(visitor: &Visitor, me: &Me, id: ListingId) -> Result<(String, String), AppError> {
    let lang = visitor.lang;
    let choosing = eligibility::choosing(visitor.ctx(), me, id)
        .await
        .map_err(AppError::from_domain)?;
    Ok((t!(lang, "eligibility-row"), in_short(lang, me, &choosing)))
}

fn in_short(lang: Lang, me: &Me, choosing: &Choosing) -> String {
    let chosen = choosing.circles.iter().filter(|circle| circle.chosen);
    let names: Vec<String> = chosen.map(|circle| circle.name.clone()).collect();
    let all = words::rules(lang, &choosing.rules, &me.name, &names);
    let who = if all.is_empty() {
        t!(lang, "eligibility-everybody")
    } else {
        all.join("; ")
    };
    match choosing.rules.per_month {
        0 => who,
        most => format!("{who}. {}", t!(lang, "quotas-rule", most = most)),
    }
}

/// `GET /things/{id}/who`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    let choosing = eligibility::choosing(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    let typed = typed(&choosing.rules, &choosing);
    Ok(show(&visitor, id, &choosing, typed, Errors::default(), None))
}

/// `POST /things/{id}/who`
pub async fn save(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(typed): Sent<RulesDraft>) -> Answer {
    let id: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    let refusal = match eligibility::save(visitor.ctx(), &me, id, &typed).await {
        Ok(()) => return Ok(redirect_with(&crate::listings::manage_path(id), "saved")),
        Err(Error::Refused(refusal)) => refusal,
        Err(other) => return Err(AppError::from_domain(other)),
    };
    let choosing = eligibility::choosing(visitor.ctx(), &me, id)
        .await
        .map_err(AppError::from_domain)?;
    let lang = visitor.lang;
    let (errors, said) = match refusal {
        Refusal::Invalid(errors) => (Errors(errors), None),
        Refusal::ChangedMeanwhile => (Errors::default(), Some(t!(lang, "listings-changed"))),
        Refusal::NotNow => (Errors::default(), Some(t!(lang, "listings-only-you-archived"))),
    };
    Ok(show(&visitor, id, &choosing, typed, errors, said))
}

fn typed(rules: &Rules, choosing: &Choosing) -> RulesDraft {
    RulesDraft {
        loans: Some(rules.finished_loans)
            .filter(|loans| *loans > 0)
            .map(|loans| loans.to_string())
            .unwrap_or_default(),
        vouched: if rules.vouched { "yes".into() } else { String::new() },
        circles: rules.circles.iter().flatten().map(ToString::to_string).collect(),
        per_month: Some(rules.per_month)
            .filter(|times| *times > 0)
            .map(|times| times.to_string())
            .unwrap_or_default(),
        version: choosing.version.to_string(),
    }
}

fn show(
    visitor: &Visitor,
    id: ListingId,
    choosing: &Choosing,
    typed: RulesDraft,
    errors: Errors,
    said: Option<String>,
) -> axum::response::Response {
    let lang = visitor.lang;
    let status = match (&said, errors.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    let title = choosing.title.clone();
    let circles = choosing.circles.clone();
    let nobody = choosing
        .rules
        .circles
        .as_ref()
        .is_some_and(std::collections::BTreeSet::is_empty);
    let (version, wanted) = (choosing.version, choosing.kind.is_wanted());
    let back = crate::listings::manage_path(id);
    Page::new(visitor, t!(lang, "eligibility-title")).status(status).hidden().width(Width::Text).show(move || {
        let summary = errors.summary(lang, |field| match field {
            "loans" => t!(lang, "eligibility-ask-loans"),
            "per_month" => t!(lang, "quotas-ask"),
            _ => t!(lang, "eligibility-ask-circles"),
        });
        let loans = Field::new("loans", t!(lang, "eligibility-ask-loans"))
            .hint(t!(lang, "eligibility-ask-loans-hint"))
            .kind("number")
            .inputmode("numeric")
            .between(Some("0".into()), Some(MOST_LOANS.to_string()))
            .unit(t!(lang, "eligibility-ask-loans-unit"))
            .optional()
            .value(typed.loans.clone())
            .show(lang, &errors);
        let per_month = Field::new("per_month", t!(lang, "quotas-ask"))
            .hint(t!(lang, "quotas-ask-hint"))
            .kind("number")
            .inputmode("numeric")
            .between(Some("0".into()), Some(MOST_PER_MONTH.to_string()))
            .unit(t!(lang, "quotas-ask-unit"))
            .optional()
            .value(typed.per_month.clone())
            .show(lang, &errors);
        let any = !circles.is_empty();
        let choices = circles
            .into_iter()
            .map(|circle| {
                let value = circle.id.to_string();
                let checked = typed.circles.contains(&value);
                view! {
                    <label class="choice">
                        <input type="checkbox" name="circles" value=value checked=checked/><span dir="auto">{circle.name}</span>
                    </label>
                }
            })
            .collect_view();
        let wrong = errors.of("circles").map(|wrong| problem(lang, wrong));
        view! {
            {crumbs(lang, [(back.clone(), title)])}
            <header class="page__head">
                <h1>{t!(lang, "eligibility-title")}</h1>
                <p class="page__lead">{t!(lang, "eligibility-lead")}</p>
            </header>
            <div class="stack stack--wide">
                {said.map(|said| view! { <div class="notice" data-kind="warning" role="alert">{icon("warning")}<p>{said}</p></div> })}
                {nobody.then(|| view! {
                    <div class="notice" data-kind="warning" role="status">{icon("warning")}<p>{t!(lang, "eligibility-nobody")}</p></div>
                })}
                {summary}
                <form class="form" method="post" action=path_of(id) novalidate=true>
                    <input type="hidden" name="version" value=version.to_string()/>
                    {loans}
                    <fieldset class="group">
                        <legend class="group__legend">{t!(lang, "eligibility-ask-vouched")}</legend>
                        <div class="choices choices--boxed">
                            <label class="choice">
                                <input type="checkbox" name="vouched" value="yes" checked=typed.vouched == "yes"/>
                                <span>{t!(lang, "eligibility-ask-vouched-yes")}</span>
                                <span class="choice__note">{t!(lang, "eligibility-ask-vouched-note")}</span>
                            </label>
                        </div>
                    </fieldset>
                    <fieldset class="group" id="circles" tabindex="-1">
                        <legend class="group__legend">{t!(lang, "eligibility-ask-circles")}</legend>
                        {if any {
                            view! {
                                <p class="field__hint">{t!(lang, "eligibility-ask-circles-hint")}</p>
                                <div class="choices choices--boxed">{choices}</div>
                            }.into_any()
                        } else {
                            view! { <p class="field__hint">{t!(lang, "eligibility-no-circles")}" "<a href="/circles">{t!(lang, "circles-title")}</a></p> }.into_any()
                        }}
                        {wrong.map(|text| view! { <p class="field__error">{text}</p> })}
                    </fieldset>
                    {(!wanted).then_some(per_month)}
                    <p class="field__hint">{t!(lang, "eligibility-running")}</p>
                    <div class="form__actions form__actions--apart">
                        <button class="button button--large">{t!(lang, "listings-save")}</button>
                        <a class="button button--quiet" href=back>{t!(lang, "listings-cancel")}</a>
                    </div>
                </form>
            </div>
        }
    })
}
