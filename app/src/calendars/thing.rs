//! The calendar of a thing, for its owner: its secret address, and the foreign calendars that block its days.

use super::{addresses, foreign, path_of};
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    forms::{Sent, summary},
    limits::Limited,
    notices::redirect_with,
    page::Width,
    pieces::crumbs,
};
use axum::extract::Path;
use domain::{
    Error,
    calendars::{self, ImportId, Refusal, Whose},
    listings::{self, ListingId},
    members::Me,
};
use http::StatusCode;
use leptos::prelude::*;
use serde::Deserialize;

/// The address of a foreign calendar.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Typed {
    url: String,
}

/// Which foreign calendar.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Which {
    import: String,
}

/// What is shown beside what is there.
#[derive(Default)]
struct Beside {
    /// The path of an address that was just made.
    fresh: Option<String>,
    /// What was typed, and what is wrong with it.
    refused: Option<(String, Refusal)>,
}

/// `GET /things/{id}/calendar`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    show(&visitor, &me, id_in(&id)?, Beside::default()).await
}

/// `POST /things/{id}/calendar/address`: answers with the page, as the address is not kept anywhere.
pub async fn make_address(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id = id_in(&id)?;
    let token = calendars::make_key(visitor.ctx(), &me, Whose::Listing(id))
        .await
        .map_err(AppError::from_domain)?;
    let beside = Beside {
        fresh: Some(super::feed_path(token.text())),
        ..Beside::default()
    };
    show(&visitor, &me, id, beside).await
}

/// `POST /things/{id}/calendar/close`
pub async fn close_address(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let id = id_in(&id)?;
    calendars::drop_key(visitor.ctx(), &me, Whose::Listing(id))
        .await
        .map_err(AppError::from_domain)?;
    Ok(redirect_with(&path_of(id), "calendar-closed"))
}

/// `POST /things/{id}/calendar/add`
pub async fn add(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(typed): Sent<Typed>) -> Answer {
    let id = id_in(&id)?;
    visitor.count(Limited::Fetch, &me.id.to_string())?;
    match calendars::add(visitor.ctx(), &me, id, &typed.url).await {
        Ok(()) => Ok(redirect_with(&path_of(id), "calendar-added")),
        Err(Error::Refused(refusal)) => {
            let beside = Beside {
                refused: Some((typed.url, refusal)),
                ..Beside::default()
            };
            show(&visitor, &me, id, beside).await
        }
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// `POST /things/{id}/calendar/check`
pub async fn check(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(which): Sent<Which>) -> Answer {
    let (id, import) = (id_in(&id)?, which.id()?);
    visitor.count(Limited::Fetch, &me.id.to_string())?;
    calendars::check(visitor.ctx(), &me, id, import)
        .await
        .map_err(AppError::from_domain)?;
    Ok(redirect_with(&path_of(id), "calendar-checked"))
}

/// `POST /things/{id}/calendar/remove`
pub async fn remove(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Sent(which): Sent<Which>) -> Answer {
    let (id, import) = (id_in(&id)?, which.id()?);
    match calendars::remove(visitor.ctx(), &me, id, import).await {
        // Gone already, if the page is there: the form was sent twice.
        Ok(()) | Err(Error::NotFound) => Ok(redirect_with(&path_of(id), "calendar-removed")),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

impl Which {
    fn id(&self) -> Result<ImportId, AppError> {
        self.import.parse().map_err(|_| AppError::NotFound)
    }
}

fn id_in(path: &str) -> Result<ListingId, AppError> {
    path.parse().map_err(|_| AppError::NotFound)
}

async fn show(visitor: &Visitor, me: &Me, id: ListingId, beside: Beside) -> Answer {
    let (lang, ctx) = (visitor.lang, visitor.ctx());
    let listing = listings::own(ctx, me, id).await.map_err(AppError::from_domain)?;
    let imports = calendars::imports(ctx, me, id).await.map_err(AppError::from_domain)?;
    let key = calendars::key(ctx, me, Whose::Listing(id))
        .await
        .map_err(AppError::from_domain)?;
    let wrong = beside
        .refused
        .as_ref()
        .map(|(_, refusal)| foreign::refusal(lang, *refusal));
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let mistakes = summary(
        lang,
        wrong.iter().map(|text| (Some("url".into()), text.clone())).collect(),
    );
    let typed = beside.refused.map(|(typed, _)| typed).unwrap_or_default();
    let base = path_of(id);
    let address = addresses::section(visitor, key, beside.fresh, &base, t!(lang, "calendars-thing-text"));
    let foreign = foreign::section(visitor, &listing, &imports, &typed, wrong);
    let (title, back) = (imports.title, crate::listings::manage_path(id));
    Ok(Page::new(visitor, format!("{}: {title}", t!(lang, "calendars-title")))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                {crumbs(lang, [(back, title.clone())])}
                <header class="page__head">
                    <h1>{t!(lang, "calendars-title")}</h1>
                    <p class="page__lead" dir="auto">{title}</p>
                </header>
                <div class="stack stack--wide">
                    {mistakes}
                    {address}
                    {foreign}
                </div>
            }
        }))
}
