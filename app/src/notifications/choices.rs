//! `GET` and `POST /me/letters`: what comes, in which language, and when it is quiet.

use super::topic_key;
use crate::{
    members::tabs,
    shell::{
        Answer, AppError, Page, SignedIn, Visitor,
        forms::{Errors, Sent},
        notices::redirect_with,
        page::Width,
        pieces::icon,
    },
};
use axum::response::Response;
use domain::{
    Lang,
    members::Me,
    notifications::{self, ChoiceForm, Choices, QuietHours, Refusal, Topic},
};
use http::StatusCode;
use leptos::prelude::*;

/// `GET /me/letters`
pub async fn page(SignedIn { visitor, me }: SignedIn) -> Answer {
    let choices = notifications::my_choices(visitor.ctx(), &me)
        .await
        .map_err(AppError::from_domain)?;
    Ok(show(&visitor, &me, &choices, Errors::default()))
}

/// `POST /me/letters`
pub async fn save(SignedIn { visitor, me }: SignedIn, Sent(pairs): Sent<Vec<(String, String)>>) -> Answer {
    let one = |name: &str| {
        let found = pairs.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let typed = ChoiceForm {
        quiet_from: one("quiet_from"),
        quiet_until: one("quiet_until"),
        wanted: pairs
            .iter()
            .filter(|(key, _)| key == "wanted")
            .map(|(_, value)| value.clone())
            .collect(),
    };
    match notifications::choose(visitor.ctx(), &me, &typed).await {
        Ok(_) => Ok(redirect_with("/me/letters", "letters-saved")),
        Err(domain::Error::Refused(Refusal::Invalid(errors))) => {
            let kept = notifications::my_choices(visitor.ctx(), &me)
                .await
                .map_err(AppError::from_domain)?;
            let refused = Topic::ALL
                .into_iter()
                .filter(|topic| !topic.is_essential() && !typed.wanted.iter().any(|name| name == topic.name()));
            let again = Choices {
                refused: refused.collect(),
                ..kept
            };
            Ok(show(&visitor, &me, &again, Errors(errors)))
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

fn hour_select(lang: Lang, name: &'static str, label: String, chosen: i8) -> AnyView {
    let options = (0..24_i8)
        .map(|hour| {
            let words = t!(lang, "clock-hour", hour = hour);
            view! { <option value=hour.to_string() selected=hour == chosen>{words}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label class="field__label" for=name>{label}</label>
            <select class="input" id=name name=name>{options}</select>
        </div>
    }
    .into_any()
}

fn show(visitor: &Visitor, me: &Me, choices: &Choices, errors: Errors) -> Response {
    let lang = visitor.lang;
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let QuietHours { from, until } = choices.quiet;
    let zone = visitor.ctx().settings.zone_name.clone();
    let label = move |field: &str| match field {
        "quiet_from" => t!(lang, "letters-quiet-from"),
        _ => t!(lang, "letters-quiet-until"),
    };
    let optional = Topic::ALL
        .into_iter()
        .filter(|topic| !topic.is_essential())
        .map(|topic| {
            let key = topic_key(topic);
            view! {
                <label class="choice">
                    <input type="checkbox" name="wanted" value=topic.name() checked=choices.wants(topic)/>
                    <span>{t!(lang, &key)}</span>
                    <span class="choice__note">{t!(lang, &format!("{key}-note"))}</span>
                </label>
            }
        })
        .collect_view();
    let essential = Topic::ALL
        .into_iter()
        .filter(|topic| topic.is_essential())
        .map(|topic| {
            let key = topic_key(topic);
            view! {
                <li>{icon("check")}<span><strong>{t!(lang, &key)}</strong>" "{t!(lang, &format!("{key}-note"))}</span></li>
            }
        })
        .collect_view();
    let reads = t!(
        lang,
        "letters-language",
        language = t!(lang, &format!("language-{}", me.lang.code()))
    );
    let email = me.email.clone();
    let tabs = tabs(visitor, "/me/letters");
    Page::new(visitor, t!(lang, "letters-title"))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <header class="page__head">
                    <h1>{t!(lang, "letters-title")}</h1>
                    <p class="page__lead">{t!(lang, "letters-lead")}" "<strong><bdi>{email}</bdi></strong></p>
                </header>
                {tabs}
                <div class="stack stack--wide">
                    {errors.summary(lang, label)}
                    <p>{reads}</p>
                    <form class="form" method="post" action="/me/letters">
                        <fieldset class="group">
                            <legend class="group__legend">{t!(lang, "letters-quiet")}</legend>
                            <p class="field__hint">{t!(lang, "letters-quiet-hint", zone = zone)}</p>
                            <div class="field-row">
                                {hour_select(lang, "quiet_from", t!(lang, "letters-quiet-from"), from)}
                                {hour_select(lang, "quiet_until", t!(lang, "letters-quiet-until"), until)}
                            </div>
                        </fieldset>
                        <fieldset class="group">
                            <legend class="group__legend">{t!(lang, "letters-optional")}</legend>
                            <div class="choices choices--boxed">{optional}</div>
                        </fieldset>
                        <div class="form__actions"><button class="button">{t!(lang, "letters-save")}</button></div>
                    </form>
                    <section class="panel panel--green" aria-labelledby="essential">
                        <h2 id="essential">{t!(lang, "letters-essential")}</h2>
                        <p>{t!(lang, "letters-essential-why")}</p>
                        <ul class="checklist">{essential}</ul>
                    </section>
                </div>
            }
        })
}
