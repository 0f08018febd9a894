//! How it works, how to treat each other, what is stored, and whom we thank.

use crate::shell::{Answer, Page, Visitor, page::Width};
use domain::places::ATTRIBUTION;
use leptos::prelude::*;

/// A page of headed paragraphs; its texts are `PREFIX-title`, `PREFIX-lead`, `PREFIX-N-head` and `PREFIX-N-text`.
fn explained(visitor: &Visitor, prefix: &'static str, parts: usize, after: AnyView) -> axum::response::Response {
    let lang = visitor.lang;
    let say = move |part: &str| {
        let key = format!("{prefix}-{part}");
        t!(lang, &key)
    };
    Page::new(visitor, say("title"))
        .description(say("lead"))
        .canonical(format!("/{prefix}"))
        .width(Width::Text)
        .show(move || {
            let sections = (1..=parts)
                .map(|n| {
                    view! {
                        <section class="section">
                            <div class="section__head"><h2>{say(&format!("{n}-head"))}</h2></div>
                            <p>{say(&format!("{n}-text"))}</p>
                        </section>
                    }
                })
                .collect_view();
            view! {
                <header class="page__head"><h1>{say("title")}</h1><p class="page__lead">{say("lead")}</p></header>
                {sections}
                {after}
            }
        })
}

/// `GET /how`
pub async fn how(visitor: Visitor) -> Answer {
    let lang = visitor.lang;
    let next = view! { <p><a class="button" href="/search">{t!(lang, "how-next")}</a></p> }.into_any();
    Ok(explained(&visitor, "how", 6, next))
}

/// `GET /conduct`
pub async fn conduct(visitor: Visitor) -> Answer {
    Ok(explained(&visitor, "conduct", 4, ().into_any()))
}

/// `GET /privacy`
pub async fn privacy(visitor: Visitor) -> Answer {
    Ok(explained(&visitor, "privacy", 5, ().into_any()))
}

/// `GET /credits`
pub async fn credits(visitor: Visitor) -> Answer {
    let lang = visitor.lang;
    let sources = ATTRIBUTION
        .into_iter()
        .map(|source| {
            view! { <li><a href=source.url>{source.name}</a>" ("{source.licence}")"</li> }
        })
        .collect_view();
    let sources = view! {
        <section class="section">
            <div class="section__head"><h2>{t!(lang, "credits-sources")}</h2></div>
            <ul>{sources}</ul>
        </section>
    };
    Ok(explained(&visitor, "credits", 3, sources.into_any()))
}

#[cfg(test)]
mod tests {
    use crate::shell::words::has;
    use domain::Lang;

    #[test]
    fn every_part_of_every_page_has_its_words() {
        for (prefix, parts) in [("how", 6), ("conduct", 4), ("privacy", 5), ("credits", 3)] {
            let numbered = (1..=parts).flat_map(|n| [format!("{prefix}-{n}-head"), format!("{prefix}-{n}-text")]);
            for key in numbered.chain([format!("{prefix}-title"), format!("{prefix}-lead")]) {
                assert!(Lang::ALL.into_iter().all(|lang| has(lang, &key)), "{key}");
            }
        }
    }
}
