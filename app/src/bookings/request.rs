//! Asking for a thing: the panel beside it, and the page that the form comes back on.

use super::request_form::{form, needed};
use super::words::endings;
use super::words::{Voice, at_fields};
use crate::prices;
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor, format,
    forms::{Asked, summary},
    page::Width,
    photo,
    pieces::{icon, member_name, signpost},
    words::variant,
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    availability::Diary,
    bookings::{self, Offering, Refusal, RequestDraft},
    listings::{self, ListingId},
    members::Me,
    photos::Size,
    quotas,
};
use http::StatusCode;
use leptos::prelude::*;

/// The longest path that is carried through signing in; see `notices::own_path`.
const LONGEST_PATH: usize = 1_900;

/// The panel "ask for it" for a listing's page: the form with what was typed in it, or what stands in its way. `diary` knows
/// all days that can be asked for.
///
/// # Errors
/// [`AppError::NotFound`] if there is no such listing for this visitor.
pub async fn request_panel(
    visitor: &Visitor,
    listing: ListingId,
    diary: &Diary,
    typed: RequestDraft,
) -> Result<AnyView, AppError> {
    let me = visitor.me.as_ref();
    let offering = bookings::offering(visitor.ctx(), me.map(|me| me.id), listing)
        .await
        .map_err(AppError::from_domain)?;
    let voice = voice_of(visitor, &offering);
    let against = against(visitor, &voice, &offering, Some(diary), &typed).await?;
    Ok(panel(&voice, &offering, me, typed, &against))
}

/// `GET /listings/{id}/request?from=…&to=…&note=…`: where visitors come back to after signing in.
pub async fn page(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Asked(typed): Asked<RequestDraft>,
) -> Answer {
    let listing: ListingId = id.parse().map_err(|_| AppError::NotFound)?;
    let offering = bookings::offering(visitor.ctx(), Some(me.id), listing)
        .await
        .map_err(AppError::from_domain)?;
    let voice = voice_of(&visitor, &offering);
    let against = against(&visitor, &voice, &offering, None, &typed).await?;
    Ok(show(&visitor, &offering, Some(&me), typed, None, against))
}

fn voice_of(visitor: &Visitor, offering: &Offering) -> Voice {
    let now = visitor.ctx().clock.now();
    Voice::new(visitor.lang, now, offering.terms.time_zone()).about(offering.terms.kind)
}

/// What stands against the days chosen, by the field at which to say so: they come by an address, too.
async fn against(
    visitor: &Visitor,
    voice: &Voice,
    offering: &Offering,
    diary: Option<&Diary>,
    typed: &RequestDraft,
) -> Result<Vec<(Option<String>, String)>, AppError> {
    let ctx = visitor.ctx();
    let reason = bookings::against(ctx, offering, diary, typed).await?;
    let mut against = reason.map_or_else(Vec::new, |reason| at_fields(voice, &Refusal::Unavailable(reason)));
    let me = visitor.me.as_ref().filter(|me| me.id != offering.offer.owner);
    if let Some(me) = me.filter(|_| !offering.terms.kind.is_wanted() && against.is_empty()) {
        let period = bookings::asking::read(typed).ok().map(|(period, ..)| period);
        let too_much = quotas::exceeded(ctx, me, offering.listing, period).await?;
        against = at_fields_too_much(visitor, &too_much).await?;
    }
    Ok(against)
}

/// What would be too much, at the field of the first day.
async fn at_fields_too_much(
    visitor: &Visitor,
    too_much: &[quotas::Exceeded],
) -> Result<Vec<(Option<String>, String)>, AppError> {
    let tree = listings::categories_of(visitor.ctx()).await?;
    let say = |one| {
        (
            Some("from".to_owned()),
            crate::eligibility::too_much(visitor.lang, &tree, one),
        )
    };
    Ok(too_much.iter().map(say).collect())
}

/// The form once more, with what was typed and what is wrong with it.
///
/// # Errors
/// When the database does not answer.
pub async fn again(visitor: &Visitor, me: &Me, listing: ListingId, typed: RequestDraft, refused: &Refusal) -> Answer {
    match bookings::offering(visitor.ctx(), Some(me.id), listing).await {
        Ok(offering) => {
            let wrong = match refused {
                Refusal::TooMuch(too_much) => at_fields_too_much(visitor, too_much).await?,
                other => at_fields(&voice_of(visitor, &offering), other),
            };
            Ok(show(visitor, &offering, Some(me), typed, Some(refused), wrong))
        }
        Err(domain::Error::NotFound) if *refused == Refusal::NotForLoan => Ok(gone(visitor)),
        Err(other) => Err(AppError::from_domain(other)),
    }
}

/// For a visitor who sent the form but is not signed in (any more): signs in first and comes back to what they typed.
///
/// # Errors
/// [`AppError::SignInFirst`], which is the point.
pub async fn sign_in_first(visitor: &Visitor, listing: ListingId, typed: RequestDraft) -> Answer {
    let value = format::query_value;
    let days = format!(
        "/listings/{listing}/request?from={}&to={}&from_hour={}&to_hour={}&delivery={}",
        value(&typed.from),
        value(&typed.to),
        value(&typed.from_hour),
        value(&typed.to_hour),
        value(&typed.delivery)
    );
    let whole = format!("{days}&offer={}&note={}", value(&typed.offer), value(&typed.note));
    if whole.len() <= LONGEST_PATH {
        return Err(AppError::SignInFirst(whole));
    }
    // Too long to carry along: the words stay on the page, and signing in happens beside it.
    let offering = bookings::offering(visitor.ctx(), None, listing)
        .await
        .map_err(AppError::from_domain)?;
    let voice = voice_of(visitor, &offering);
    let against = against(visitor, &voice, &offering, None, &typed).await?;
    Ok(show(visitor, &offering, None, typed, None, against))
}

/// It was there a moment ago.
fn gone(visitor: &Visitor) -> Response {
    let lang = visitor.lang;
    Page::new(visitor, t!(lang, "bookings-request-gone"))
        .status(StatusCode::CONFLICT)
        .hidden()
        .width(Width::Narrow)
        .show(move || {
            let button = view! { {icon("search")}{t!(lang, "bookings-request-search")} }.into_any();
            let text = t!(lang, "bookings-request-gone-text");
            signpost(t!(lang, "bookings-request-gone"), text, "/search".into(), button)
        })
}

fn show(
    visitor: &Visitor,
    offering: &Offering,
    me: Option<&Me>,
    typed: RequestDraft,
    refused: Option<&Refusal>,
    wrong: Vec<(Option<String>, String)>,
) -> Response {
    let lang = visitor.lang;
    let voice = voice_of(visitor, offering);
    let status = match refused {
        None => StatusCode::OK,
        Some(Refusal::OwnListing | Refusal::NotForLoan | Refusal::NotEligible(_)) => StatusCode::CONFLICT,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let owner = member_name(lang, &offering.terms.owner_name);
    let label = |field: &str| match field {
        "from" => t!(lang, &voice.named("bookings-from")),
        "to" => t!(lang, &voice.named("bookings-to")),
        "delivery" => t!(lang, "prices-delivery"),
        "offer" => t!(lang, "prices-offer"),
        "from_hour" => t!(lang, "bookings-from-hour"),
        "to_hour" => t!(lang, "bookings-to-hour"),
        _ => t!(lang, "bookings-note", owner = owner.clone()),
    };
    let listed = wrong
        .iter()
        .map(|(field, text)| match field {
            Some(name) => (field.clone(), format!("{}: {text}", label(name))),
            None => (None, text.clone()),
        })
        .collect();
    let heading = title(offering);
    let see_price = refused.and_then(|refused| match refused {
        Refusal::SeePrice { total_minor } => {
            let total = format::money(lang, *total_minor, &offering.terms.currency);
            Some(view! {
                <div class="notice" data-kind="info" role="status">
                    {icon("info")}<p>{t!(lang, "bookings-request-see-price", total = total)}</p>
                </div>
            })
        }
        _ => None,
    });
    let form = panel(&voice, offering, me, typed, &wrong);
    Page::new(visitor, t!(lang, "bookings-request-title"))
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <div class="stack stack--wide">
                    {summary(lang, listed)}
                    {see_price}
                    {heading}
                    {form}
                </div>
            }
        })
        .into_response()
}

fn title(offering: &Offering) -> AnyView {
    let href = format!("/listings/{}", offering.listing);
    let picture = offering.terms.photo.map(|id| {
        view! { <img src=photo::address(id, Size::Small) width="240" height="180" alt=""/> }
    });
    view! {
        <header class="booking__thing">
            {picture}
            <h1 class="booking__title"><a class="plain-link" dir="auto" href=href>{offering.terms.title.clone()}</a></h1>
        </header>
    }
    .into_any()
}

/// The form, or what stands in its way. `wrong` names fields and what is wrong with them.
fn panel(
    voice: &Voice,
    offering: &Offering,
    me: Option<&Me>,
    typed: RequestDraft,
    wrong: &[(Option<String>, String)],
) -> AnyView {
    let lang = voice.lang;
    let owner = member_name(lang, &offering.terms.owner_name);
    let body = if me.is_some_and(|me| me.id == offering.offer.owner) {
        let (own, link, href) = if offering.terms.kind.is_wanted() {
            (
                "bookings-request-own-wanted",
                "bookings-request-own-link-wanted",
                "/loans?as=borrower",
            )
        } else {
            ("bookings-request-own", "bookings-request-own-link", "/loans?as=lender")
        };
        view! {
            <p>{t!(lang, &voice.named(own))}</p>
            <p><a href=href>{t!(lang, link)}</a></p>
        }
        .into_any()
    } else if !offering.offer.published {
        view! { <p>{t!(lang, "bookings-request-gone-text")}</p> }.into_any()
    } else {
        let terms = &offering.terms;
        let (kind, longest) = (terms.kind, offering.offer.plan.longest_days());
        let price = prices::in_short(lang, kind, &terms.prices, &terms.currency, longest, &terms.fees);
        let late = terms
            .prices
            .late
            .map(|fee| prices::late_terms(lang, &fee, &terms.currency));
        let lead = if offering.terms.instant {
            t!(lang, "bookings-request-lead-at-once")
        } else {
            let lead = variant(lang, "bookings-request-lead", endings(kind));
            t!(lang, &lead, owner = owner.clone())
        };
        view! {
            <div class="stack stack--tight">
                <p class="request__price">{price}</p>
                <p>{lead}</p>
                {if kind.is_wanted() { needed(voice, offering) } else { limits(voice, offering) }}
                {late.map(|text| view! { <p class="field__hint">{t!(lang, "prices-late")}": "{text}</p> })}
            </div>
            {crate::eligibility::before_asking(lang, &offering.standing, &owner)}
            {(!offering.standing.stands_against()).then(|| form(voice, offering, me, typed, wrong, &owner))}
        }
        .into_any()
    };
    view! {
        <section class="panel request" id="request" aria-labelledby="request-title">
            <h2 class="visually-hidden" id="request-title">{t!(lang, "bookings-request-title")}</h2>
            {mine(voice, offering)}
            {body}
        </section>
    }
    .into_any()
}

/// What the member has open of this thing already.
fn mine(voice: &Voice, offering: &Offering) -> AnyView {
    let lang = voice.lang;
    offering
        .mine
        .iter()
        .map(|booking| {
            let text = t!(
                lang,
                &variant(lang, "bookings-request-open", endings(offering.terms.kind)),
                state = booking.state.name(),
                days = voice.period(booking.period)
            );
            view! {
                <div class="notice" data-kind="info">
                    {icon("calendar")}
                    <p>{text}" "<a href=booking.key.id.path()>{t!(lang, "bookings-request-open-link")}</a></p>
                </div>
            }
        })
        .collect_view()
        .into_any()
}

/// What the owner laid down, in a sentence or two.
fn limits(voice: &Voice, offering: &Offering) -> AnyView {
    let text = crate::listings::plan_words(voice.lang, voice.kind, &offering.offer.plan, offering.offer.units);
    let often = offering.standing.rules.per_month;
    let often = (often > 0).then(|| t!(voice.lang, "quotas-rule", most = often));
    view! { <p class="field__hint">{text}{often.map(|often| format!(" {often}"))}</p> }.into_any()
}
