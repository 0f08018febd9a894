//! Reporting a message to those who run the place.

use super::{
    entries::Reader,
    pages::{id_in, seq_in},
    words::newest,
};
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    forms::{Errors, Field, Sent, problem},
    notices::redirect_with,
    page::Width,
    pieces::crumbs,
};
use axum::extract::Path;
use domain::{
    Error, Lang,
    members::Me,
    messages::{self, ConversationId},
    moderation::{Reason, ReportDraft},
};
use http::StatusCode;
use leptos::prelude::*;

/// `GET /conversations/{id}/report/{seq}`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path((id, seq)): Path<(String, String)>) -> Answer {
    show(
        &visitor,
        &me,
        id_in(&id)?,
        seq_in(&seq)?,
        ReportDraft::default(),
        Errors::default(),
    )
    .await
}

/// `POST /conversations/{id}/report/{seq}`
pub async fn send(
    SignedIn { visitor, me }: SignedIn,
    Path((id, seq)): Path<(String, String)>,
    Sent(typed): Sent<ReportDraft>,
) -> Answer {
    let (id, seq) = (id_in(&id)?, seq_in(&seq)?);
    match messages::report_message(visitor.ctx(), &me, id, seq, &typed).await {
        Ok(_) => Ok(redirect_with(&newest(id), "reported")),
        Err(Error::Refused(errors)) => show(&visitor, &me, id, seq, typed, Errors(errors)).await,
        Err(other) => Err(AppError::from_domain(other)),
    }
}

async fn show(visitor: &Visitor, me: &Me, id: ConversationId, seq: i64, typed: ReportDraft, errors: Errors) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let message = messages::reported_message(ctx, me, id, seq)
        .await
        .map_err(AppError::from_domain)?;
    let view = messages::conversation(ctx, me, id, None)
        .await
        .map_err(AppError::from_domain)?;
    let reader = Reader::of(&view, lang, ctx.clock.now(), ctx.settings.zone.clone());
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let title = t!(lang, "messages-report-title");
    let heading = title.clone();
    Ok(Page::new(visitor, title)
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            let labels = |field: &str| match field {
                "reason" => t!(lang, "messages-report-reason"),
                _ => t!(lang, "messages-report-words"),
            };
            let words = Field::new("words", labels("words"))
                .lines(4)
                .optional()
                .value(typed.words.clone())
                .show(lang, &errors);
            view! {
                {crumbs(lang, [(newest(id), t!(lang, "messages-with", name = reader.other.clone()))])}
                <header class="page__head">
                    <h1>{heading}</h1>
                    <p class="page__lead">{t!(lang, "messages-report-lead", name = reader.other.clone())}</p>
                </header>
                <div class="stack stack--wide">
                    {errors.summary(lang, labels)}
                    <ol class="messages">{reader.message(&message)}</ol>
                    <form class="form" method="post" action=format!("{}/report/{seq}", id.path()) novalidate=true>
                        {reasons(lang, &typed.reason, &errors)}
                        {words}
                        <div class="form__actions">
                            <button class="button">{t!(lang, "messages-report-send")}</button>
                            <a href=newest(id)>{t!(lang, "messages-report-cancel")}</a>
                        </div>
                    </form>
                </div>
            }
        }))
}

fn reasons(lang: Lang, chosen: &str, errors: &Errors) -> AnyView {
    let wrong = errors.of("reason").map(|wrong| problem(lang, wrong));
    let choices = Reason::ALL
        .into_iter()
        .map(|reason| {
            let key = format!("report-reason-{}", reason.name().replace('_', "-"));
            view! {
                <label class="choice">
                    <input type="radio" name="reason" value=reason.name() checked=reason.name() == chosen/>
                    <span>{t!(lang, &key)}</span>
                </label>
            }
        })
        .collect_view();
    let described = wrong.is_some().then_some("reason-error");
    view! {
        <fieldset class="group" id="reason" aria-describedby=described>
            <legend class="group__legend">{t!(lang, "messages-report-reason")}</legend>
            <div class="choices choices--boxed">{choices}</div>
            {wrong.map(|text| view! { <p class="field__error" id="reason-error">{text}</p> })}
        </fieldset>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use crate::shell::words;
    use domain::{Lang, moderation::Reason};

    #[test]
    fn every_reason_has_its_words() {
        for reason in Reason::ALL {
            let key = format!("report-reason-{}", reason.name().replace('_', "-"));
            assert!(Lang::ALL.into_iter().all(|lang| words::has(lang, &key)), "{key}");
        }
    }
}
