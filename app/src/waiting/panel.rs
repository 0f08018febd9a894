//! The waiting list on a thing's page and among the loans.

use super::words;
use crate::{
    bookings::{Voice, hour_field_within},
    listings::listing_path,
    shell::{
        AppError, Visitor,
        forms::{Errors, Field, problem},
        pieces::icon,
    },
};
use domain::{
    Lang,
    availability::{Diary, Grain},
    bookings::{RequestDraft, asking},
    listings::{ListingId, PublicListing, State},
    waiting::{self, Mine, WaitDraft, rules::LONGEST},
};
use leptos::prelude::*;

/// What a field of the form is called.
#[must_use]
pub fn label(lang: Lang, field: &str) -> String {
    match field {
        "from" => t!(lang, "waiting-from"),
        "to" => t!(lang, "waiting-to"),
        "from_hour" => t!(lang, "waiting-from-hour"),
        "to_hour" => t!(lang, "waiting-to-hour"),
        _ => t!(lang, "waiting-length"),
    }
}

/// The waiting list of a thing: how many wait, one's own place, or the form to join; `chosen` stands in the address, and
/// `diary` knows its days.
///
/// # Errors
/// When the database does not answer.
pub async fn of_thing(
    visitor: &Visitor,
    voice: &Voice,
    thing: &PublicListing,
    diary: &Diary,
    chosen: &RequestDraft,
) -> Result<Option<AnyView>, AppError> {
    let me = visitor.me.as_ref().map(|me| me.id);
    if thing.state != State::Published || thing.kind.is_wanted() || me == Some(thing.owner.id) {
        return Ok(None);
    }
    let lang = visitor.lang;
    let period = asking::read(chosen).ok().map(|(period, ..)| period);
    let queue = waiting::queue(visitor.ctx(), me, thing.id, period.map(|period| (period, diary))).await?;
    let count =
        (queue.count > 0).then(|| view! { <p>{icon("users")}" "{t!(lang, "waiting-count", count = queue.count)}</p> });
    let kept = queue.kept.map(|until| {
        let text = t!(lang, "waiting-kept", until = voice.moment(until));
        view! { <div class="notice" data-kind="info">{icon("clock")}<p>{text}</p></div> }
    });
    let by_the_hour = thing.plan().grain == Grain::Hour;
    let body = match (&queue.mine, me) {
        (Some(mine), _) => my_place(voice, mine, &format!("{}#waiting", listing_path(thing.id))),
        (None, None) => {
            let here = format!("/sign-in?next={}", crate::shell::format::query_value(&visitor.place));
            view! { <p class="field__hint">{t!(lang, "waiting-sign-in")}" "<a href=here>{t!(lang, "nav-sign-in")}</a></p> }
                .into_any()
        }
        (None, Some(_)) => {
            let typed = WaitDraft {
                from: chosen.from.clone(),
                to: chosen.to.clone(),
                from_hour: chosen.from_hour.clone(),
                to_hour: chosen.to_hour.clone(),
                length: String::new(),
            };
            let open = queue.taken || queue.kept.is_some();
            view! {
                <details class="fold" open=open>
                    <summary class="fold__head">{t!(lang, "waiting-open")}</summary>
                    <div class="fold__body">{form(voice, thing.id, by_the_hour, &typed, &Errors::default())}</div>
                </details>
            }
            .into_any()
        }
    };
    Ok(Some(
        view! {
            <section class="panel stack" id="waiting" aria-labelledby="waiting-title">
                <h2 id="waiting-title">{t!(lang, "waiting-title")}</h2>
                {kept}
                {count}
                {body}
            </section>
        }
        .into_any(),
    ))
}

/// The form that puts one into the line.
pub fn form(voice: &Voice, id: ListingId, by_the_hour: bool, typed: &WaitDraft, errors: &Errors) -> AnyView {
    let lang = voice.lang;
    let day = |name: &'static str, value: &str| {
        Field::new(name, label(lang, name))
            .within("wait")
            .kind("date")
            .between(Some(voice.today.to_string()), None)
            .value(value)
            .show(lang, errors)
    };
    let (from, to) = (day("from", &typed.from), day("to", &typed.to));
    let more = if by_the_hour {
        let hour = |name: &'static str, id: &'static str, hours: std::ops::RangeInclusive<i8>, value: &str| {
            let wrong = errors.of(name).map(|wrong| problem(lang, wrong));
            hour_field_within(lang, (name, id), label(lang, name), hours, value, wrong)
        };
        let from_hour = hour("from_hour", "wait-from_hour", 0..=23, &typed.from_hour);
        let to_hour = hour("to_hour", "wait-to_hour", 1..=24, &typed.to_hour);
        view! { <div class="field-row">{from_hour}{to_hour}</div> }.into_any()
    } else {
        Field::new("length", label(lang, "length"))
            .within("wait")
            .hint(t!(lang, "waiting-length-hint"))
            .kind("number")
            .inputmode("numeric")
            .between(Some("1".into()), Some(LONGEST.to_string()))
            .unit(t!(lang, "waiting-length-unit"))
            .optional()
            .value(&typed.length)
            .show(lang, errors)
    };
    view! {
        <form class="form" method="post" action=format!("{}/wait", listing_path(id)) novalidate=true>
            <p>{t!(lang, "waiting-text")}</p>
            <div class="field-row">{from}{to}</div>
            {more}
            <button class="button button--quiet button--block">{icon("bell")}{t!(lang, "waiting-button")}</button>
        </form>
    }
    .into_any()
}

/// One's own place in a line, with the way out of it.
fn my_place(voice: &Voice, mine: &Mine, back: &str) -> AnyView {
    let lang = voice.lang;
    let wish = words::wish(voice, mine.wish);
    let text = match mine.offer {
        Some(offer) => view! {
            <p><strong>{t!(
                lang,
                "waiting-your-turn",
                days = voice.period(offer.period),
                until = voice.moment(offer.until)
            )}</strong></p>
            <p><a class="button button--small" href=waiting::asking_path(mine.listing, offer.period)>{t!(lang, "waiting-ask-now")}</a></p>
        }
        .into_any(),
        None => view! {
            <p>{t!(lang, "waiting-mine", wish = wish)}" "{t!(lang, "waiting-before", before = mine.before)}</p>
        }
        .into_any(),
    };
    view! {
        {text}
        <form method="post" action=format!("{}/leave-line", listing_path(mine.listing))>
            <input type="hidden" name="back" value=back.to_owned()/>
            <button class="button button--quiet button--small">
                {t!(lang, "waiting-leave")}<span class="visually-hidden">": "{mine.title.clone()}</span>
            </button>
        </form>
    }
    .into_any()
}

/// What the visitor waits for, as a section among their loans; nothing if there is nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn mine(visitor: &Visitor) -> Result<Option<AnyView>, AppError> {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let Some(me) = &visitor.me else { return Ok(None) };
    let all = waiting::mine(ctx, me).await?;
    if all.is_empty() {
        return Ok(None);
    }
    let now = ctx.clock.now();
    let rows = all
        .iter()
        .map(|mine| {
            let voice = Voice::new(lang, now, mine.zone.clone());
            let (title, href) = (mine.title.clone(), listing_path(mine.listing));
            view! {
                <li class="rows__row">
                    {icon("clock")}
                    <div>
                        <p class="rows__title"><a dir="auto" href=href>{title}</a></p>
                        <div class="stack stack--tight">{my_place(&voice, mine, "/loans#in-line")}</div>
                    </div>
                </li>
            }
        })
        .collect_view();
    Ok(Some(
        view! {
            <section class="section" id="in-line" aria-labelledby="in-line-title">
                <div class="section__head"><h2 id="in-line-title">{t!(lang, "waiting-list")}</h2></div>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any(),
    ))
}
