//! Where a member is signed in.

use super::profile::tabs;
use crate::shell::{
    Answer, AppError, Page, SignedIn, format, forms::Sent, notices::redirect_with, page::Width, pieces::icon,
};
use domain::{
    Lang,
    members::{self, SessionId},
};
use leptos::prelude::*;
use serde::Deserialize;

/// `GET /me/sessions`
pub async fn page(SignedIn { visitor, me }: SignedIn) -> Answer {
    let lang = visitor.lang;
    let ctx = visitor.ctx();
    let sessions = members::sessions(ctx, &me).await.map_err(AppError::from_domain)?;
    let (now, zone) = (ctx.clock.now(), ctx.settings.zone.clone());
    let others = sessions.iter().any(|s| !s.this_one);
    let rows = sessions
        .into_iter()
        .map(|session| {
            let name = device(lang, &session.agent);
            let times = t!(
                lang,
                "members-session-times",
                opened = format::instant(lang, session.created_at, now, &zone),
                seen = format::instant(lang, session.seen_at, now, &zone),
            );
            (session.id, session.this_one, phone(&session.agent), name, times)
        })
        .collect::<Vec<_>>();
    let tabs = tabs(&visitor, "/me/sessions");
    Ok(Page::new(&visitor, t!(lang, "members-sessions-title")).hidden().width(Width::Text).show(move || {
        let rows = rows
            .into_iter()
            .map(|(id, this_one, phone, name, times)| {
                let end = (!this_one).then(|| view! {
                    <form class="rows__end" method="post" action="/me/sessions/end">
                        <button class="button button--quiet button--small" name="session" value=id.to_string()>
                            {t!(lang, "members-session-end")}<span class="visually-hidden">": "{name.clone()}</span>
                        </button>
                    </form>
                });
                view! {
                    <li class="rows__row">
                        {icon(if phone { "phone" } else { "computer" })}
                        <div>
                            <p class="rows__title">
                                {name.clone()}
                                {this_one.then(|| view! { " " <span class="tag tag--green">{t!(lang, "members-session-this")}</span> })}
                            </p>
                            <p class="rows__note">{times}</p>
                        </div>
                        {end}
                    </li>
                }
            })
            .collect_view();
        view! {
            <header class="page__head">
                <h1>{t!(lang, "members-sessions-title")}</h1>
                <p class="page__lead">{t!(lang, "members-sessions-lead")}</p>
            </header>
            {tabs}
            <div class="stack">
                <ul class="rows">{rows}</ul>
                {others.then(|| view! {
                    <form class="form__actions" method="post" action="/me/sessions/end-others">
                        <button class="button button--danger">{t!(lang, "members-sessions-end-others")}</button>
                    </form>
                })}
            </div>
        }
    }))
}

/// Which session.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Which {
    session: String,
}

/// `POST /me/sessions/end`
pub async fn end(SignedIn { visitor, me }: SignedIn, Sent(which): Sent<Which>) -> Answer {
    let session: SessionId = which.session.parse().map_err(|_| AppError::NotFound)?;
    members::revoke(visitor.ctx(), &me, session)
        .await
        .map_err(AppError::from_domain)?;
    Ok(redirect_with("/me/sessions", "session-ended"))
}

/// `POST /me/sessions/end-others`
pub async fn end_others(SignedIn { visitor, me }: SignedIn) -> Answer {
    members::revoke_others(visitor.ctx(), &me)
        .await
        .map_err(AppError::from_domain)?;
    Ok(redirect_with("/me/sessions", "sessions-ended"))
}

fn phone(agent: &str) -> bool {
    ["iPhone", "Android", "Mobile"].iter().any(|word| agent.contains(word))
}

/// "Firefox, Linux": enough to recognise a device by.
fn device(lang: Lang, agent: &str) -> String {
    let browser = [
        ("Firefox/", "Firefox"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]
    .into_iter()
    .find_map(|(mark, name)| agent.contains(mark).then_some(name));
    let system = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]
    .into_iter()
    .find_map(|(mark, name)| agent.contains(mark).then_some(name));
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => t!(lang, "members-session-unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_told_apart_by_what_they_call_themselves() {
        let chrome =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36";
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1";
        assert_eq!(device(Lang::En, chrome), "Chrome, Linux");
        assert_eq!(
            (device(Lang::En, iphone).as_str(), phone(iphone)),
            ("Safari, iPhone", true)
        );
        assert!(!device(Lang::De, "").is_empty());
    }
}
