//! What stands around every page: header, navigation, notices, footer.

use super::{
    page::Width,
    pieces::icon,
    visitor::{Theme, Visitor},
};
use domain::Lang;
use leptos::prelude::*;

/// The body of a page inside its frame.
pub fn frame(visitor: &Visitor, width: Width, body: AnyView) -> AnyView {
    let lang = visitor.lang;
    let class = match width {
        Width::Wide => "page",
        Width::Text => "page page--text",
        Width::Narrow => "page page--narrow",
        Width::Bleed => "page page--bleed",
    };
    let notice = visitor.notice.map(|name| {
        let key = format!("notice-{name}");
        view! {
            <div class="wrap notices">
                <div class="notice" role="status">{icon("success")}<p>{t!(lang, &key)}</p></div>
            </div>
        }
    });
    let body = if width == Width::Bleed {
        body
    } else {
        view! { <div class="wrap">{body}</div> }.into_any()
    };
    view! {
        <a class="skip-link" href="#main">{t!(lang, "frame-skip")}</a>
        {header(visitor)}
        <main class=class id="main" tabindex="-1">{notice}{body}</main>
        {footer(visitor)}
    }
    .into_any()
}

struct Entry {
    href: &'static str,
    icon: &'static str,
    key: &'static str,
    count: i64,
    /// What the number says, for those who only hear it.
    counts: &'static str,
}

fn header(visitor: &Visitor) -> AnyView {
    let lang = visitor.lang;
    let entry = |href, icon, key| Entry {
        href,
        icon,
        key,
        count: 0,
        counts: "nav-waiting",
    };
    let entries = if visitor.me.is_some() {
        vec![
            entry("/search", "search", "nav-search"),
            Entry {
                count: visitor.waiting,
                ..entry("/loans", "loans", "nav-loans")
            },
            Entry {
                count: visitor.unread,
                counts: "nav-unread",
                ..entry("/conversations", "message", "nav-messages")
            },
            entry("/things", "things", "nav-things"),
            entry("/me", "user", "nav-me"),
        ]
    } else {
        vec![
            entry("/search", "search", "nav-search"),
            entry("/how", "question", "nav-how"),
            entry("/things/new", "plus", "nav-lend"),
        ]
    };
    let items = entries
        .into_iter()
        .map(|entry| {
            let current = visitor.place == entry.href || visitor.place.starts_with(&format!("{}/", entry.href));
            let count = (entry.count > 0).then(|| {
                view! { <span class="nav__count" aria-label=t!(lang, entry.counts, count = entry.count)>{entry.count}</span> }
            });
            view! {
                <li class="nav__item">
                    <a class="nav__link" href=entry.href aria-current=current.then_some("page")>
                        {icon(entry.icon)}<span>{t!(lang, entry.key)}</span>{count}
                    </a>
                </li>
            }
        })
        .collect_view();
    let community = visitor.ctx().settings.community.clone();
    let account = match &visitor.me {
        Some(_) => view! {
            <form method="post" action="/sign-out">
                <button class="button button--quiet button--small">{t!(lang, "nav-sign-out")}</button>
            </form>
        }
        .into_any(),
        None => view! { <a class="button button--quiet button--small" href="/sign-in">{t!(lang, "nav-sign-in")}</a> }
            .into_any(),
    };
    view! {
        <header class="site-header">
            <div class="wrap site-header__row">
                <a class="brand" href="/">
                    <svg class="brand__mark" aria-hidden="true">
                        <use href=format!("{}icons.svg#mark", super::site::get().assets)></use>
                    </svg>
                    <span class="brand__name">{community}</span>
                </a>
                <nav class="nav" aria-label=t!(lang, "nav-label")><ul class="nav__list">{items}</ul></nav>
                <div class="site-header__tools">
                    <details class="menu">
                        <summary class="menu__button" aria-label=t!(lang, "settings-label")>{icon("settings")}</summary>
                        <div class="menu__list">
                            <form method="post" action="/settings/language">
                                <input type="hidden" name="back" value=visitor.back.clone()/>
                                <p class="menu__head">{t!(lang, "settings-language")}</p>
                                {language_buttons(lang, "menu__item")}
                            </form>
                            <form method="post" action="/settings/theme">
                                <input type="hidden" name="back" value=visitor.back.clone()/>
                                <p class="menu__head">{t!(lang, "settings-theme")}</p>
                                {theme_buttons(visitor, "menu__item")}
                            </form>
                        </div>
                    </details>
                    {account}
                </div>
            </div>
        </header>
    }
    .into_any()
}

const fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Deutsch",
        Lang::En => "English",
    }
}

fn language_buttons(current: Lang, class: &'static str) -> AnyView {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let pressed = if lang == current { "true" } else { "false" };
            view! {
                <button class=class name="lang" value=lang.code() lang=lang.code() aria-pressed=pressed>{own_name(lang)}</button>
            }
        })
        .collect_view()
        .into_any()
}

fn theme_buttons(visitor: &Visitor, class: &'static str) -> AnyView {
    let lang = visitor.lang;
    [
        (Some(Theme::Light), "sun", "theme-light"),
        (Some(Theme::Dark), "moon", "theme-dark"),
        (None, "system", "theme-system"),
    ]
    .into_iter()
    .map(|(theme, icon_name, key)| {
        let pressed = if theme == visitor.theme { "true" } else { "false" };
        let value = theme.map_or("system", Theme::name);
        view! {
            <button class=class name="theme" value=value aria-pressed=pressed>{icon(icon_name)}{t!(lang, key)}</button>
        }
    })
    .collect_view()
    .into_any()
}

fn footer(visitor: &Visitor) -> AnyView {
    let lang = visitor.lang;
    let community = visitor.ctx().settings.community.clone();
    let mails = visitor
        .app
        .mails
        .is_some()
        .then(|| view! { <li><a href="/dev/mail">{t!(lang, "footer-mails")}</a></li> });
    view! {
        <footer class="site-footer">
            <div class="wrap site-footer__row">
                <div class="stack stack--tight">
                    <p class="site-footer__brand">{community}</p>
                    <p class="site-footer__text">{t!(lang, "footer-text")}</p>
                </div>
                <ul class="site-footer__links">
                    <li><a href="/how">{t!(lang, "nav-how")}</a></li>
                    <li><a href="/conduct">{t!(lang, "footer-conduct")}</a></li>
                    <li><a href="/privacy">{t!(lang, "footer-privacy")}</a></li>
                    <li><a href="/credits">{t!(lang, "footer-credits")}</a></li>
                    {mails}
                </ul>
                <div class="site-footer__switches">
                    <form class="switch" method="post" action="/settings/language" aria-label=t!(lang, "settings-language")>
                        <input type="hidden" name="back" value=visitor.back.clone()/>
                        {language_buttons(lang, "switch__button")}
                    </form>
                    <form class="switch" method="post" action="/settings/theme" aria-label=t!(lang, "settings-theme")>
                        <input type="hidden" name="back" value=visitor.back.clone()/>
                        {theme_buttons(visitor, "switch__button")}
                    </form>
                </div>
            </div>
        </footer>
    }
    .into_any()
}
