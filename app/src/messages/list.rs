//! A member's conversations, the latest first.

use super::words::newest;
use crate::shell::{
    Answer, AppError, Page, SignedIn, format,
    forms::Asked,
    page::Width,
    pieces::{AvatarSize, avatar, empty, member_name},
};
use domain::{
    Lang, Timestamp,
    messages::{self, Conversations, Line},
};
use jiff::tz::TimeZone;
use leptos::prelude::*;
use serde::Deserialize;

/// The most characters of a message that the list shows.
const LONGEST_EXCERPT: usize = 120;

/// Which page.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Filter {
    page: String,
}

/// `GET /conversations?page=1…`
pub async fn page(SignedIn { visitor, me }: SignedIn, Asked(filter): Asked<Filter>) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let page = filter.page.parse::<i64>().unwrap_or(1).clamp(1, 10_000);
    let found = messages::conversations(ctx, &me, page - 1)
        .await
        .map_err(AppError::from_domain)?;
    let (now, zone) = (ctx.clock.now(), ctx.settings.zone.clone());
    Ok(Page::new(&visitor, t!(lang, "messages-title"))
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                <header class="page__head">
                    <h1>{t!(lang, "messages-title")}</h1>
                    <p class="page__lead">{t!(lang, "messages-lead")}</p>
                </header>
                {lines(lang, now, &zone, &found, page)}
                <p class="conversations__foot"><a href="/me/blocked">{t!(lang, "messages-blocked-title")}</a></p>
            }
        }))
}

fn lines(lang: Lang, now: Timestamp, zone: &TimeZone, found: &Conversations, page: i64) -> AnyView {
    if found.lines.is_empty() && page == 1 {
        let action = (t!(lang, "messages-none-button"), "/search".to_owned());
        return empty(
            "message",
            t!(lang, "messages-none"),
            t!(lang, "messages-none-text"),
            Some(action),
        );
    }
    let rows = found.lines.iter().map(|line| row(lang, now, zone, line)).collect_view();
    let pages = (page > 1 || found.more).then(|| {
        let href = |page: i64| format!("/conversations?page={page}");
        view! {
            <nav class="pagination" aria-label=t!(lang, "messages-pages")>
                {(page > 1).then(|| view! { <a class="pagination__link" rel="prev" href=href(page - 1)>{t!(lang, "messages-newer")}</a> })}
                {found.more.then(|| view! { <a class="pagination__link" rel="next" href=href(page + 1)>{t!(lang, "messages-older")}</a> })}
            </nav>
        }
    });
    view! { <ul class="rows conversations">{rows}</ul>{pages} }.into_any()
}

fn row(lang: Lang, now: Timestamp, zone: &TimeZone, line: &Line) -> AnyView {
    let name = member_name(lang, &line.other.name);
    let words = if line.text.is_empty() {
        t!(lang, "messages-only-pictures")
    } else {
        excerpt(&line.text)
    };
    let unread = (line.unread > 0)
        .then(|| view! { <span class="tag tag--sun">{t!(lang, "messages-unread", count = line.unread)}</span> });
    let at = format::instant(lang, line.at, now, zone);
    view! {
        <li class="rows__row" data-waits=(line.unread > 0).then_some("me")>
            {avatar(&name, line.other.photo, AvatarSize::Usual)}
            <div>
                <p class="rows__title">
                    <a class="rows__link" href=newest(line.id)>
                        <bdi>{name}</bdi>" · "<span dir="auto">{line.title.clone()}</span>
                    </a>
                </p>
                <p class="rows__note conversations__words">
                    {line.mine.then(|| format!("{} ", t!(lang, "messages-mine-prefix")))}<span dir="auto">{words}</span>
                </p>
                <p class="rows__note"><time datetime=format::machine(line.at)>{at}</time></p>
            </div>
            <div class="rows__end">{unread}</div>
        </li>
    }
    .into_any()
}

/// The beginning of a text, in one line.
fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_EXCERPT) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_EXCERPT, excerpt};

    #[test]
    fn the_list_shows_the_beginning_of_a_text_in_one_line() {
        assert_eq!(excerpt("Ja.\n\nGern!  Um\tsechs?"), "Ja. Gern! Um sechs?");
        let long = excerpt(&"ä".repeat(300));
        assert_eq!((long.chars().count(), long.ends_with('…')), (LONGEST_EXCERPT + 1, true));
    }
}
