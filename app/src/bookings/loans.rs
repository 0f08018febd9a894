//! A member's loans: what waits for them first.

use super::words::{self, Voice};
use crate::{
    listings::category_icon,
    reviews::still_to_say,
    shell::{
        Answer, AppError, Page, SignedIn,
        forms::Asked,
        photo,
        pieces::{empty, icon, large_icon},
    },
};
use domain::{
    Lang, Timestamp,
    bookings::{self, BookingId, BookingView, Loans, Party},
    claims,
    error::Fault,
    listings::{self, categories::Categories},
    photos::Size,
    reviews,
};
use leptos::prelude::*;
use serde::Deserialize;
use std::collections::HashSet;

/// Which loans, and which page of those that are over.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Filter {
    r#as: String,
    page: String,
}

/// `GET /loans?as=borrower|lender&page=1…`
pub async fn page(SignedIn { visitor, me }: SignedIn, Asked(filter): Asked<Filter>) -> Answer {
    let lang = visitor.lang;
    let ctx = visitor.ctx();
    let side = words::side(&filter.r#as);
    let page = filter.page.parse::<i64>().unwrap_or(1).clamp(1, 10_000);
    let loans = bookings::loans(ctx, &me, side, page - 1)
        .await
        .map_err(AppError::from_domain)?;
    let claims = claims::waiting(ctx, &me).await?;
    let written = reviews::written_lately(ctx, &me).await.map_err(Fault::from)?;
    let tree = listings::categories_of(ctx).await?;
    let line = match side {
        Some(Party::Lender) => None,
        _ => crate::waiting::mine(&visitor).await?,
    };
    let now = ctx.clock.now();
    Ok(Page::new(&visitor, t!(lang, "bookings-loans")).hidden().show(move || {
        let lines = Lines {
            lang,
            now,
            written: &written,
            tree: &tree,
        };
        let nothing = loans.waiting.is_empty() && loans.running.is_empty() && loans.past.is_empty() && page == 1;
        view! {
            <header class="page__head">
                <h1>{t!(lang, "bookings-loans")}</h1>
                <p class="page__lead">{t!(lang, "bookings-loans-lead")}</p>
            </header>
            {tabs(lang, side)}
            {crate::claims::waiting(lang, &claims, now)}
            {if nothing && line.is_none() { none_yet(lang, side) } else { lists(&lines, &loans, side, page) }}
            {line}
        }
    }))
}

fn tabs(lang: Lang, side: Option<Party>) -> AnyView {
    let items = [
        (None, "/loans", "bookings-tab-all"),
        (Some(Party::Borrower), "/loans?as=borrower", "bookings-tab-borrower"),
        (Some(Party::Lender), "/loans?as=lender", "bookings-tab-lender"),
    ]
    .into_iter()
    .map(|(of, href, key)| {
        view! { <li><a class="tabs__link" href=href aria-current=(of == side).then_some("page")>{t!(lang, key)}</a></li> }
    })
    .collect_view();
    view! { <nav aria-label=t!(lang, "bookings-tabs")><ul class="tabs">{items}</ul></nav> }.into_any()
}

fn none_yet(lang: Lang, side: Option<Party>) -> AnyView {
    if side == Some(Party::Lender) {
        let action = (t!(lang, "bookings-none-lender-button"), "/things/new".to_owned());
        empty(
            "things",
            t!(lang, "bookings-none-lender"),
            t!(lang, "bookings-none-lender-text"),
            Some(action),
        )
    } else {
        let action = (t!(lang, "bookings-none-button"), "/search".to_owned());
        empty(
            "loans",
            t!(lang, "bookings-none"),
            t!(lang, "bookings-none-text"),
            Some(action),
        )
    }
}

/// What every line of the lists needs.
struct Lines<'a> {
    lang: Lang,
    now: Timestamp,
    /// What the reader has reviewed already.
    written: &'a HashSet<BookingId>,
    tree: &'a Categories,
}

fn lists(lines: &Lines<'_>, loans: &Loans, side: Option<Party>, page: i64) -> AnyView {
    let lang = lines.lang;
    let mut first = true;
    let mut section = |id: &'static str, title: String, views: &[BookingView], more: AnyView| {
        if views.is_empty() {
            return ().into_any();
        }
        let class = if std::mem::take(&mut first) {
            "section section--first"
        } else {
            "section"
        };
        let rows = views.iter().map(|view| row(lines, view)).collect_view();
        view! {
            <section class=class aria-labelledby=id>
                <div class="section__head"><h2 id=id>{title}</h2></div>
                <ul class="loans">{rows}</ul>
                {more}
            </section>
        }
        .into_any()
    };
    view! {
        {section("waiting", t!(lang, "bookings-waiting"), &loans.waiting, ().into_any())}
        {section("running", t!(lang, "bookings-running"), &loans.running, ().into_any())}
        {section("past", t!(lang, "bookings-past"), &loans.past, pages(lang, side, page, loans.more))}
    }
    .into_any()
}

fn pages(lang: Lang, side: Option<Party>, page: i64, more: bool) -> AnyView {
    if page == 1 && !more {
        return ().into_any();
    }
    let href = |page: i64| match side {
        Some(side) => format!("/loans?as={}&page={page}#past", side.name()),
        None => format!("/loans?page={page}#past"),
    };
    view! {
        <nav class="pagination" aria-label=t!(lang, "bookings-pages")>
            {(page > 1).then(|| view! { <a class="pagination__link" rel="prev" href=href(page - 1)>{t!(lang, "bookings-newer")}</a> })}
            {more.then(|| view! { <a class="pagination__link" rel="next" href=href(page + 1)>{t!(lang, "bookings-older")}</a> })}
        </nav>
    }
    .into_any()
}

fn row(lines: &Lines<'_>, view: &BookingView) -> AnyView {
    let (lang, now) = (lines.lang, lines.now);
    let still_to_say = still_to_say(view, lines.written, now);
    let voice = Voice::of(lang, now, &view.booking);
    let title = view.booking.terms.title.clone();
    let path = view.booking.key.id.path();
    let waits = if view.overdue {
        Some("late")
    } else {
        view.waits.then_some("me")
    };
    let picture = match view.photo {
        Some(id) => view! { <img src=photo::address(id, Size::Small) width="240" height="240" alt="" loading="lazy"/> }
            .into_any(),
        None => large_icon(category_icon(lines.tree, view.category.as_deref().unwrap_or_default())),
    };
    let other = voice.other(view);
    let whom = match view.me {
        Party::Borrower => t!(lang, "bookings-from-whom", other = other),
        Party::Lender => t!(
            lang,
            "bookings-to-whom",
            state = view.booking.state.name(),
            other = other
        ),
    };
    let (tag, class) = voice.tag(view);
    let button = if view.waits {
        "button button--small"
    } else {
        "button button--small button--quiet"
    };
    let until = voice.next_until(view).filter(|_| view.waits);
    view! {
        <li class="loan" data-waits=waits>
            <div class="loan__picture">{picture}</div>
            <div class="loan__body">
                <h3 class="loan__title"><a dir="auto" href=path.clone()>{title.clone()}</a></h3>
                <p class="loan__when">{voice.period(view.booking.period)}</p>
                <p class="loan__meta">{whom}</p>
                <p><span class=class>{tag}</span></p>
            </div>
            <div class="loan__next">
                <p>{voice.next_title(view)}{until.map(|text| view! { <br/>{icon("clock")}" "{text} })}</p>
                {still_to_say.then(|| view! {
                    <a class="button button--small" href=format!("{path}/review")>{icon("star")}{t!(lang, "reviews-next-write-button")}</a>
                })}
                <a class=button href=path.clone() aria-label=t!(lang, "bookings-look-of", title = title)>{t!(lang, "bookings-look")}</a>
            </div>
        </li>
    }
    .into_any()
}
