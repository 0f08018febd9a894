//! The part of a thing's calendar page about foreign calendars: which there are, how they fare, one more.

use super::{path_of, words};
use crate::shell::{
    Visitor, format,
    forms::{Errors, Field},
    pieces::icon,
};
use domain::{
    Day, Lang,
    calendars::{Collision, Import, Imports, Refusal, address::LONGEST_ADDRESS},
    listings::Listing,
};
use leptos::prelude::*;

/// Why a foreign calendar was not added, in words.
pub fn refusal(lang: Lang, refusal: Refusal) -> String {
    match refusal {
        Refusal::Trouble(trouble) => words::trouble(lang, trouble),
        Refusal::TooMany { most } => t!(lang, "calendars-too-many", most = most),
        Refusal::Twice => t!(lang, "calendars-twice"),
    }
}

/// All of it. `typed` and `wrong` are what was typed and what is wrong with it, if it was refused.
pub fn section(visitor: &Visitor, listing: &Listing, imports: &Imports, typed: &str, wrong: Option<String>) -> AnyView {
    let lang = visitor.lang;
    let base = path_of(listing.id);
    let rows = imports
        .all
        .iter()
        .map(|import| row(visitor, &base, import))
        .collect_view();
    let any = !imports.all.is_empty();
    let collisions = collisions(lang, listing.today(visitor.ctx().clock.now()), &imports.collisions);
    let form = imports.open.then(|| {
        let field = Field::new("url", t!(lang, "calendars-url"))
            .hint(t!(lang, "calendars-url-hint"))
            .inputmode("url")
            .autocomplete("off")
            .placeholder("https://")
            .value(typed)
            .longest(LONGEST_ADDRESS)
            .wrong(wrong)
            .show(lang, &Errors::default());
        view! {
            <form class="form" method="post" action=format!("{base}/add") novalidate=true>
                {field}
                <div class="form__actions"><button class="button">{t!(lang, "calendars-add")}</button></div>
                <p class="field__hint">{t!(lang, "calendars-add-takes")}</p>
            </form>
        }
    });
    view! {
        <section class="section" id="foreign">
            <div class="section__head"><h2>{t!(lang, "calendars-in-title")}</h2></div>
            <div class="stack">
                <p>{t!(lang, "calendars-in-text")}</p>
                {collisions}
                {any.then(|| view! { <ul class="rows">{rows}</ul> })}
                {form}
            </div>
        </section>
    }
    .into_any()
}

/// One foreign calendar, with what came of it the last time.
fn row(visitor: &Visitor, base: &str, import: &Import) -> AnyView {
    let (lang, ctx) = (visitor.lang, visitor.ctx());
    let instant = |at| format::instant(lang, at, ctx.clock.now(), &ctx.settings.zone);
    let blocks = t!(lang, "calendars-blocks", days = import.busy_days);
    let read = t!(lang, "calendars-succeeded", when = instant(import.succeeded_at));
    let next = t!(lang, "calendars-next", when = instant(import.next_at));
    let unread = (import.unread > 0).then(|| t!(lang, "calendars-unread", count = import.unread));
    let trouble = import.trouble.map(|trouble| {
        let tried = t!(lang, "calendars-tried", when = instant(import.checked_at));
        view! {
            <p><span class="tag tag--red">{icon("warning")}{t!(lang, "calendars-trouble")}</span>" "{words::trouble(lang, trouble)}</p>
            <p class="rows__note">{tried}" "{t!(lang, "calendars-kept")}</p>
        }
    });
    let (id, address) = (import.id.to_string(), import.address.clone());
    let named = format!(": {address}");
    view! {
        <li class="rows__row">
            {icon("calendar")}
            <div>
                <p class="rows__title"><bdi dir="ltr">{address}</bdi></p>
                <p class="rows__note">{blocks}</p>
                {unread.map(|text| view! { <p class="rows__note">{text}</p> })}
                {trouble}
                <p class="rows__note">{read}" "{next}</p>
            </div>
            <form class="rows__end stack stack--tight" method="post">
                <input type="hidden" name="import" value=id/>
                <button class="button button--quiet button--small" formaction=format!("{base}/check")>
                    {t!(lang, "calendars-check")}<span class="visually-hidden">{named.clone()}</span>
                </button>
                <button class="button button--danger button--small" formaction=format!("{base}/remove")>
                    {t!(lang, "calendars-remove")}<span class="visually-hidden">{named}</span>
                </button>
            </form>
        </li>
    }
    .into_any()
}

/// The bookings on days that a foreign calendar says are busy: they stand, and their owner should know.
fn collisions(lang: Lang, today: Day, all: &[Collision]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let items = all
        .iter()
        .map(|collision| {
            let days = format::days(lang, collision.first, collision.last, today);
            let text = if collision.agreed {
                t!(lang, "calendars-collides-agreed", days = days)
            } else {
                t!(lang, "calendars-collides-asked", days = days)
            };
            view! { <li><a href=collision.booking.path()>{text}</a></li> }
        })
        .collect_view();
    Some(
        view! {
            <div class="notice" data-kind="warning" role="status">
                {icon("warning")}
                <div>
                    <p class="notice__title">{t!(lang, "calendars-collides-title", count = all.len())}</p>
                    <p>{t!(lang, "calendars-collides-text")}</p>
                    <ul>{items}</ul>
                </div>
            </div>
        }
        .into_any(),
    )
}
