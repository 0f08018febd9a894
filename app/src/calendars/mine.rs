//! A member's own calendar: all loans, at a secret address.

use super::addresses;
use crate::{
    members::tabs,
    shell::{Answer, AppError, Page, SignedIn, notices::redirect_with, page::Width},
};
use domain::calendars::{self, Whose};
use leptos::prelude::*;

const PATH: &str = "/me/calendar";

/// `GET /me/calendar`
pub async fn page(signed_in: SignedIn) -> Answer {
    show(&signed_in, None).await
}

/// `POST /me/calendar/address`: the answer is the page with the address, because it is not kept anywhere to be shown on
/// another one.
pub async fn make_address(signed_in: SignedIn) -> Answer {
    let token = calendars::make_key(signed_in.visitor.ctx(), &signed_in.me, Whose::Mine)
        .await
        .map_err(AppError::from_domain)?;
    show(&signed_in, Some(super::feed_path(token.text()))).await
}

/// `POST /me/calendar/close`
pub async fn close_address(SignedIn { visitor, me }: SignedIn) -> Answer {
    calendars::drop_key(visitor.ctx(), &me, Whose::Mine)
        .await
        .map_err(AppError::from_domain)?;
    Ok(redirect_with(PATH, "calendar-closed"))
}

async fn show(SignedIn { visitor, me }: &SignedIn, fresh: Option<String>) -> Answer {
    let lang = visitor.lang;
    let key = calendars::key(visitor.ctx(), me, Whose::Mine)
        .await
        .map_err(AppError::from_domain)?;
    let address = addresses::section(visitor, key, fresh, PATH, t!(lang, "calendars-mine-text"));
    let title = t!(lang, "calendars-title");
    let tabs = tabs(visitor, PATH);
    Ok(Page::new(visitor, title.clone())
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <header class="page__head">
                    <h1>{title}</h1>
                    <p class="page__lead">{t!(lang, "calendars-mine-lead")}</p>
                </header>
                {tabs}
                <div class="stack stack--wide">
                    {address}
                    <p class="field__hint">{t!(lang, "calendars-things-have-theirs")}" "<a href="/things">{t!(lang, "nav-things")}</a></p>
                </div>
            }
        }))
}
