//! The part of a page that looks after a secret address: make it, see it once, renew it, take it back.

use crate::shell::{
    Visitor, format,
    pieces::{copy_once, icon},
};
use domain::calendars::Key;
use leptos::prelude::*;

/// Where the buttons lead: `base/address` and `base/close`. `fresh` is the path of the address that was just made, which
/// nobody can be told again.
pub fn section(visitor: &Visitor, key: Option<Key>, fresh: Option<String>, base: &str, what: String) -> AnyView {
    let (lang, ctx) = (visitor.lang, visitor.ctx());
    let (now, zone) = (ctx.clock.now(), &ctx.settings.zone);
    let since = key.map(|key| {
        let read = match key.read_at {
            Some(at) => t!(lang, "calendars-read-at", when = format::instant(lang, at, now, zone)),
            None => t!(lang, "calendars-never-read"),
        };
        let made = t!(
            lang,
            "calendars-made-at",
            when = format::instant(lang, key.created_at, now, zone)
        );
        format!("{made} {read}")
    });
    let there = key.is_some();
    let make = if there {
        t!(lang, "calendars-renew")
    } else {
        t!(lang, "calendars-make")
    };
    let class = if there { "button button--quiet" } else { "button" };
    let shown = fresh.map(|path| fresh_address(visitor, &path));
    view! {
        <section class="section section--first" id="address-section">
            <div class="section__head"><h2>{t!(lang, "calendars-out-title")}</h2></div>
            <div class="stack">
                <p>{what}</p>
                {shown}
                {since.map(|since| view! { <p>{icon("key")}" "{since}</p> })}
                {there.then(|| view! { <p class="field__hint">{t!(lang, "calendars-renew-text")}</p> })}
                <div class="cluster">
                    <form method="post" action=format!("{base}/address")>
                        <button class=class>{make}</button>
                    </form>
                    {there.then(|| view! {
                        <form method="post" action=format!("{base}/close")>
                            <button class="button button--danger">{t!(lang, "calendars-close")}</button>
                        </form>
                    })}
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// The address to copy, this once.
fn fresh_address(visitor: &Visitor, path: &str) -> AnyView {
    let lang = visitor.lang;
    let url = visitor.ctx().url(path);
    // Programs that know `webcal:` offer to subscribe; they ask by https, where there is https.
    let subscribe = url.strip_prefix("https:").map(|rest| format!("webcal:{rest}"));
    view! {
        <div class="panel panel--green stack" role="status">
            <h3>{t!(lang, "calendars-fresh-title")}</h3>
            {copy_once("calendar-address", t!(lang, "calendars-fresh-label"), t!(lang, "calendars-fresh-text"), url)}
            {subscribe.map(|href| view! { <p><a href=href>{icon("calendar")}" "{t!(lang, "calendars-subscribe")}</a></p> })}
        </div>
    }
    .into_any()
}
