//! The first page: what this is, a search, what is near.

use crate::shell::{Answer, Page, Visitor, page::Width};
use leptos::prelude::*;

/// `GET /`
pub async fn page(visitor: Visitor) -> Answer {
    let lang = visitor.lang;
    let community = visitor.ctx().settings.community.clone();
    Ok(Page::new(&visitor, community)
        .description(t!(lang, "landing-description"))
        .canonical("/")
        .width(Width::Bleed)
        .show(move || {
            view! {
                <section class="hero">
                    <div class="wrap">
                        <div class="hero__words">
                            <h1 class="hero__title">{t!(lang, "landing-title")}" "<em>{t!(lang, "landing-title-near")}</em></h1>
                            <p class="hero__lead">{t!(lang, "landing-lead")}</p>
                        </div>
                    </div>
                </section>
            }
        }))
}
