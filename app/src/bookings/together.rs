//! Asking several at the same time: what else could be asked, who was asked, and what came of it.

use super::{
    pages::{self, Again},
    words::{Voice, state_tag},
};
use crate::{
    listings::category_icon,
    prices,
    shell::{
        Answer, AppError, Visitor,
        forms::Sent,
        limits::Limited,
        notices::redirect_with,
        photo,
        pieces::{icon, member_name},
    },
};
use axum::extract::Path;
use domain::{
    bookings::{self, AskedToo, BookingId, BookingView, Choice, Party, Refusal, State},
    listings::{self, ListingId, categories::Categories},
    members::Me,
    photos::Size,
};
use http::StatusCode;
use leptos::prelude::*;
use serde::Deserialize;

/// What the address of the form is called.
const TOGETHER: &str = "together";

/// What is chosen: each the listing and the total shown for it, as in `0190…:1200`.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Chosen {
    with: Vec<String>,
}

/// What the page of a booking says about asking several. With each choice goes its category.
pub struct Together {
    choices: Vec<(Choice, String)>,
    asked: Vec<AskedToo>,
    several: bool,
}

/// Reads it, for either side.
///
/// # Errors
/// When the database does not answer.
pub async fn of_booking(visitor: &Visitor, me: &Me, view: &BookingView) -> Result<Together, AppError> {
    let (ctx, id) = (visitor.ctx(), view.booking.key.id);
    let asks = view.me == view.booking.asked_by && view.me == Party::Borrower;
    let waits = view.booking.state == State::Requested;
    let choices = if asks && waits {
        bookings::choices(ctx, me, id).await.map_err(AppError::from_domain)?
    } else {
        Vec::new()
    };
    let ids: Vec<_> = choices.iter().map(|choice| choice.offering.listing).collect();
    let cards = listings::cards(ctx, &ids).await?;
    let category = |id: ListingId| {
        cards
            .iter()
            .find(|card| card.id == id)
            .map(|card| card.category.clone())
    };
    let choices = choices
        .into_iter()
        .map(|choice| {
            let category = category(choice.offering.listing).unwrap_or_default();
            (choice, category)
        })
        .collect();
    let asked = if asks {
        bookings::asked_too(ctx, me, id).await?
    } else {
        Vec::new()
    };
    let several = !asks && waits && bookings::is_one_of_several(ctx, id).await?;
    Ok(Together {
        choices,
        asked,
        several,
    })
}

/// `POST /bookings/{id}/together`
pub async fn ask(visitor: Visitor, Path(id): Path<String>, Sent(chosen): Sent<Chosen>) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let Some(me) = visitor.me.clone() else {
        return Err(AppError::SignInFirst(id.path()));
    };
    visitor.count(Limited::Request, &me.id.to_string())?;
    let with: Vec<(ListingId, String)> = chosen
        .with
        .iter()
        .filter_map(|one| {
            let (listing, seen) = one.split_once(':')?;
            Some((listing.parse().ok()?, seen.to_owned()))
        })
        .collect();
    let lang = visitor.lang;
    let problem = if with.is_empty() {
        t!(lang, "bookings-together-none")
    } else {
        match bookings::ask_others(visitor.ctx(), &me, id, &with).await {
            Ok(_) => return Ok(redirect_with(&id.path(), "asked-too")),
            Err(domain::Error::Refused(Refusal::NotYours)) => return Err(AppError::NotFound),
            Err(domain::Error::Refused(refused)) => why(&visitor, &me, id, &refused).await?,
            Err(other) => return Err(AppError::from_domain(other)),
        }
    };
    let again = Again {
        status: if with.is_empty() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::CONFLICT
        },
        command: TOGETHER.to_owned(),
        problem: Some(problem),
        with: chosen.with,
        ..Again::default()
    };
    pages::show(&visitor, &me, id, again).await
}

/// Why none of them was asked.
async fn why(visitor: &Visitor, me: &Me, id: BookingId, refused: &Refusal) -> Result<String, AppError> {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let text = match refused {
        Refusal::NotNow | Refusal::Busy | Refusal::SeePrice { .. } => String::new(),
        Refusal::TooMuch(too_much) => {
            let tree = listings::categories_of(ctx).await?;
            let say = |one| crate::eligibility::too_much(lang, &tree, one);
            too_much.iter().map(say).collect::<Vec<_>>().join(" ")
        }
        other => {
            let view = bookings::booking_seen_by(ctx, me, id)
                .await
                .map_err(AppError::from_domain)?;
            super::refusal_text(&Voice::of(lang, ctx.clock.now(), &view.booking), other)
        }
    };
    let again = t!(lang, "bookings-together-changed");
    Ok(if text.is_empty() {
        again
    } else {
        format!("{text} {again}")
    })
}

impl Together {
    /// The part of the page: what else can be asked, and who was.
    #[must_use]
    pub fn show(&self, voice: &Voice, view: &BookingView, tree: &Categories, again: &Again) -> AnyView {
        let lang = voice.lang;
        if self.several {
            let text = t!(lang, "bookings-together-several", other = voice.other(view));
            return view! { <p class="request__promise">{icon("users")}<span>{text}</span></p> }.into_any();
        }
        view! { {self.asked(voice, view)}{self.form(voice, view, tree, again)} }.into_any()
    }

    fn asked(&self, voice: &Voice, view: &BookingView) -> AnyView {
        let lang = voice.lang;
        if self.asked.is_empty() {
            return ().into_any();
        }
        let rows = self
            .asked
            .iter()
            .map(|one| {
                let (tag, class) = state_tag(one.state);
                let words = t!(
                    lang,
                    "bookings-together-row",
                    title = one.title.clone(),
                    lender = member_name(lang, &one.lender)
                );
                view! { <li><a href=one.id.path()>{words}</a>" "<span class=class>{t!(lang, tag)}</span></li> }
            })
            .collect_view();
        let rule = (view.booking.state == State::Requested).then(|| t!(lang, "bookings-together-rule"));
        view! {
            <section class="panel" aria-labelledby="asked-too">
                <h2 id="asked-too">{t!(lang, "bookings-together-title")}</h2>
                {rule.map(|rule| view! { <p>{rule}</p> })}
                <ul class="stack stack--tight">{rows}</ul>
            </section>
        }
        .into_any()
    }

    fn form(&self, voice: &Voice, view: &BookingView, tree: &Categories, again: &Again) -> AnyView {
        let lang = voice.lang;
        if self.choices.is_empty() {
            return ().into_any();
        }
        let choices = self
            .choices
            .iter()
            .map(|(one, category)| choice(voice, one, category_icon(tree, category), again))
            .collect_view();
        let action = format!("{}/{TOGETHER}", view.booking.key.id.path());
        view! {
            <details class="fold" id=TOGETHER open=again.command == TOGETHER>
                <summary class="fold__head">{t!(lang, "bookings-together")}</summary>
                <form class="fold__body form" method="post" action=action>
                    <p class="field__hint">{t!(lang, "bookings-together-lead")}</p>
                    <fieldset class="choices choices--boxed">
                        <legend class="visually-hidden">{t!(lang, "bookings-together")}</legend>
                        {choices}
                    </fieldset>
                    <button class="button">{t!(lang, "bookings-together-button")}</button>
                </form>
            </details>
        }
        .into_any()
    }
}

fn choice(voice: &Voice, choice: &Choice, sign: &'static str, again: &Again) -> AnyView {
    let lang = voice.lang;
    let (terms, listing) = (&choice.offering.terms, choice.offering.listing);
    let seen = choice.quote.as_ref().map(|quote| quote.total_minor.to_string());
    let price = match &choice.quote {
        Some(quote) if quote.is_free() => t!(lang, "card-free"),
        Some(quote) => prices::total(lang, quote),
        None => t!(lang, "bookings-together-agree"),
    };
    let at_once = terms.instant.then(|| t!(lang, "bookings-together-at-once"));
    let note = [Some(price), terms.place_name.clone(), at_once]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let picture = match terms.photo {
        Some(id) => {
            view! { <img src=photo::address(id, Size::Small) width="80" height="60" alt="" loading="lazy"/> }.into_any()
        }
        None => icon(sign),
    };
    let words = t!(
        lang,
        "bookings-together-row",
        title = terms.title.clone(),
        lender = member_name(lang, &terms.owner_name)
    );
    let value = format!("{listing}:{}", seen.unwrap_or_default());
    let chosen = again.with.iter().any(|one| one.starts_with(&listing.to_string()));
    view! {
        <label class="choice choice--pictured">
            <input type="checkbox" name="with" value=value checked=chosen/>
            <span class="choice__picture">{picture}</span>
            <span dir="auto">{words}</span>
            <span class="choice__note">{note}</span>
        </label>
    }
    .into_any()
}
