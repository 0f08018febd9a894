//! Small pieces that pages of all nouns are made of.

use super::site;
use domain::{Lang, members::MemberId};
use leptos::prelude::*;

/// An icon of the sprite, for the eye only: words or an `aria-label` stand beside it.
#[must_use]
pub fn icon(name: &str) -> AnyView {
    let href = format!("{}icons.svg#{name}", site::get().assets);
    view! { <svg class="icon" aria-hidden="true"><use href=href></use></svg> }.into_any()
}

/// A larger icon, for empty states and places without a picture.
#[must_use]
pub fn large_icon(name: &str) -> AnyView {
    let href = format!("{}icons.svg#{name}", site::get().assets);
    view! { <svg class="icon icon--large" aria-hidden="true"><use href=href></use></svg> }.into_any()
}

/// How large a picture of a member is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AvatarSize {
    /// In a line of text.
    Small,
    /// In lists.
    Usual,
    /// At the head of a profile.
    Large,
}

/// A member's photo, or the first letter of their name. For the eye only: the name stands beside it.
#[must_use]
pub fn avatar(name: &str, photo: Option<uuid::Uuid>, size: AvatarSize) -> AnyView {
    let class = match size {
        AvatarSize::Small => "avatar avatar--small",
        AvatarSize::Usual => "avatar",
        AvatarSize::Large => "avatar avatar--large",
    };
    let letter = name.chars().next().unwrap_or('?').to_uppercase().to_string();
    match photo {
        Some(id) => {
            let side = if size == AvatarSize::Large { "160" } else { "56" };
            view! { <img class=class src=super::photo::address(id, domain::photos::Size::Small) alt="" width=side height=side/> }
                .into_any()
        }
        None => view! { <span class=class aria-hidden="true">{letter}</span> }.into_any(),
    }
}

/// The path of a member's public profile.
#[must_use]
pub fn member_path(id: MemberId) -> String {
    format!("/members/{id}")
}

/// The name of a member, also of one who left.
#[must_use]
pub fn member_name(lang: Lang, name: &str) -> String {
    if name.is_empty() {
        t!(lang, "member-gone")
    } else {
        name.to_owned()
    }
}

/// Nothing here yet: what this place is for, and what to do next.
#[must_use]
pub fn empty(icon_name: &str, title: String, text: String, action: Option<(String, String)>) -> AnyView {
    view! {
        <div class="empty">
            {large_icon(icon_name)}
            <h2>{title}</h2>
            <p class="empty__text">{text}</p>
            {action.map(|(label, href)| view! { <a class="button" href=href>{label}</a> })}
        </div>
    }
    .into_any()
}

/// The way up from a page: what stands above it, the farthest first.
#[must_use]
pub fn crumbs(lang: Lang, above: impl IntoIterator<Item = (String, String)>) -> AnyView {
    let rows = above
        .into_iter()
        .map(|(href, text)| view! { <li><a dir="auto" href=href>{text}</a></li> })
        .collect_view();
    view! { <nav class="no-print" aria-label=t!(lang, "nav-here")><ol class="crumbs">{rows}</ol></nav> }.into_any()
}

/// Why something was not done, above the page that it was tried on.
#[must_use]
pub fn refused(why: Option<String>) -> Option<AnyView> {
    why.map(|text| {
        view! { <div class="notice" data-kind="warning" role="alert">{icon("warning")}<p>{text}</p></div> }.into_any()
    })
}

/// A page that only says where to go on.
#[must_use]
pub fn signpost(title: String, text: String, href: String, button: AnyView) -> AnyView {
    view! {
        <div class="signpost">
            <h1>{title}</h1>
            <p>{text}</p>
            <a class="button" href=href>{button}</a>
        </div>
    }
    .into_any()
}

/// An address that is told this once: a field to copy it from.
#[must_use]
pub fn copy_once(id: &'static str, label: String, hint: String, address: String) -> AnyView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <p class="field__hint" id=hint_id.clone()>{hint}</p>
            <input class="input" id=id type="text" readonly=true value=address dir="ltr" autocomplete="off"
                spellcheck="false" aria-describedby=hint_id/>
        </div>
    }
    .into_any()
}
