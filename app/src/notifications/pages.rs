//! The mails of a demo or a developer's instance, as pages and as JSON.

use super::folder::{Folder, Kept};
use crate::shell::{
    Answer, AppError, Page, Visitor, format,
    forms::Asked,
    page::Width,
    pieces::{empty, icon},
};
use axum::{
    Json,
    extract::Path,
    response::{Html, IntoResponse},
};
use http::{HeaderMap, header};
use leptos::prelude::*;
use serde::Deserialize;

/// Whose mails.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Filter {
    to: String,
}

fn folder(visitor: &Visitor) -> Result<Folder, AppError> {
    visitor.app.mails.clone().ok_or(AppError::NotFound)
}

async fn read<T: Send + 'static>(work: impl FnOnce() -> std::io::Result<T> + Send + 'static) -> Result<T, AppError> {
    let read = tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| AppError::Fault(e.to_string()))?;
    read.map_err(|e| AppError::Fault(e.to_string()))
}

/// `GET /dev/mail?to=`: newest first as a page, oldest first as JSON.
pub async fn list(visitor: Visitor, headers: HeaderMap, Asked(filter): Asked<Filter>) -> Answer {
    let folder = folder(&visitor)?;
    let to = (!filter.to.is_empty()).then_some(filter.to);
    let json = headers
        .get(header::ACCEPT)
        .is_some_and(|a| a.to_str().is_ok_and(|a| a.starts_with("application/json")));
    let limit = if json { 1_000 } else { 100 };
    let mut mails = read(move || folder.newest(to.as_deref(), limit)).await?;
    if json {
        mails.reverse();
        let flat: Vec<_> = mails.into_iter().map(|kept| kept.mail).collect();
        return Ok(Json(flat).into_response());
    }
    let lang = visitor.lang;
    let (now, zone) = (visitor.ctx().clock.now(), visitor.ctx().settings.zone.clone());
    Ok(Page::new(&visitor, t!(lang, "mails-title")).hidden().width(Width::Text).show(move || {
        let rows = mails
            .iter()
            .map(|kept| {
                let note = format!("{} · {}", kept.mail.to, format::instant(lang, kept.at, now, &zone));
                view! {
                    <li class="rows__row">
                        {icon("mail")}
                        <div>
                            <p class="rows__title">
                                <a class="rows__link" href=format!("/dev/mail/{}", kept.file)>{kept.mail.subject.clone()}</a>
                            </p>
                            <p class="rows__note">{note}</p>
                        </div>
                    </li>
                }
            })
            .collect_view();
        view! {
            <header class="page__head"><h1>{t!(lang, "mails-title")}</h1><p class="page__lead">{t!(lang, "mails-lead")}</p></header>
            {if mails.is_empty() {
                empty("mail", t!(lang, "mails-none"), t!(lang, "mails-none-text"), None)
            } else {
                view! { <ul class="rows">{rows}</ul> }.into_any()
            }}
        }
    }))
}

/// Which shape of a mail.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Shape {
    html: bool,
}

/// `GET /dev/mail/{name}`; with `?html=true` the HTML part alone.
pub async fn one(visitor: Visitor, Path(name): Path<String>, Asked(shape): Asked<Shape>) -> Answer {
    let folder = folder(&visitor)?;
    let Kept { at, mail, file } = read(move || folder.one(&name)).await?.ok_or(AppError::NotFound)?;
    if shape.html {
        // Mail programs know inline styles only; this one page allows them and nothing else.
        let policy = [(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'",
        )];
        return Ok((policy, Html(mail.html)).into_response());
    }
    let lang = visitor.lang;
    let when = format::instant(lang, at, visitor.ctx().clock.now(), &visitor.ctx().settings.zone);
    Ok(Page::new(&visitor, mail.subject.clone())
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <p class="crumbs"><a href="/dev/mail">{t!(lang, "mails-title")}</a></p>
                <header class="page__head"><h1>{mail.subject.clone()}</h1></header>
                <dl class="mail__head">
                    <div><dt>{t!(lang, "mails-to")}</dt><dd>{format!("{} <{}>", mail.name, mail.to)}</dd></div>
                    <div><dt>{t!(lang, "mails-at")}</dt><dd>{when}</dd></div>
                </dl>
                <div class="mail__text">{linked(&mail.text)}</div>
                <p><a href=format!("/dev/mail/{file}?html=true")>{t!(lang, "mails-html")}</a></p>
            }
        }))
}

/// The text with its links to click on.
fn linked(text: &str) -> AnyView {
    text.split_inclusive('\n')
        .map(|line| {
            let bare = line.trim();
            if bare.starts_with("http://") || bare.starts_with("https://") {
                view! { <a href=bare.to_owned()>{bare.to_owned()}</a> "\n" }.into_any()
            } else {
                line.to_owned().into_any()
            }
        })
        .collect_view()
        .into_any()
}
