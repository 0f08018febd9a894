//! What stands on a thing's page about its parts, or about the kits it is in.

use crate::{
    listings::listing_path,
    shell::{AppError, Visitor, pieces::icon},
};
use domain::{
    kits::{self, Part},
    listings::ListingId,
};
use leptos::prelude::*;

/// The parts of a thing, and the kits it can be had with; nothing if there are none.
///
/// # Errors
/// When the database does not answer.
pub async fn of_thing(visitor: &Visitor, id: ListingId) -> Result<Option<AnyView>, AppError> {
    let lang = visitor.lang;
    let (parts, kits) = kits::of_listing(visitor.ctx(), id).await?;
    if parts.is_empty() && kits.is_empty() {
        return Ok(None);
    }
    let parts = (!parts.is_empty()).then(|| {
        view! {
            <section class="listing__part" aria-labelledby="parts-title">
                <h2 id="parts-title">{t!(lang, "kits-consists-of")}</h2>
                {list("check", parts)}
                <p class="field__hint">{t!(lang, "kits-together")}</p>
            </section>
        }
    });
    let kits = (!kits.is_empty()).then(|| {
        view! {
            <section class="listing__part" aria-labelledby="kits-title">
                <h2 id="kits-title">{t!(lang, "kits-also-in")}</h2>
                {list("things", kits)}
            </section>
        }
    });
    Ok(Some(view! { {parts} {kits} }.into_any()))
}

fn list(sign: &'static str, all: Vec<Part>) -> AnyView {
    let items = all
        .into_iter()
        .map(|part| {
            let title = match part.id {
                Some(id) => view! { <a href=listing_path(id) dir="auto">{part.title}</a> }.into_any(),
                None => view! { <span dir="auto">{part.title}</span> }.into_any(),
            };
            view! { <li>{icon(sign)}{title}</li> }
        })
        .collect_view();
    view! { <ul class="checklist">{items}</ul> }.into_any()
}
