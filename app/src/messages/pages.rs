//! The page of a conversation: what was said and happened, and the form to write.

use super::{
    LiveConversation,
    entries::Reader,
    islands::ids,
    sending::write_form,
    words::{Why, why},
};
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    forms::Asked,
    photo,
    pieces::{crumbs, icon, member_path},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    Lang,
    members::{Me, MemberId},
    messages::{self, About, ConversationId, ConversationView, Entry, Refusal},
    photos::Size,
};
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use serde::Deserialize;
use uuid::Uuid;

/// What a page comes back with after something was refused, or after signing in on the way.
#[derive(Clone, Debug, Default)]
pub struct Again {
    /// The text typed.
    pub text: String,
    /// What marks the form; empty for a new mark.
    pub once: String,
    /// Why it was refused.
    pub why: Option<Why>,
}

/// Which page of a conversation, and what was typed before signing in.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Filter {
    before: String,
    text: String,
}

/// Reads the number of a message in an address.
pub fn seq_in(path: &str) -> Result<i64, AppError> {
    path.parse().map_err(|_| AppError::NotFound)
}

/// Reads the id in an address.
pub fn id_in(path: &str) -> Result<ConversationId, AppError> {
    path.parse().map_err(|_| AppError::NotFound)
}

/// `GET /conversations/{id}?before=…`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Asked(filter): Asked<Filter>) -> Answer {
    let before = filter.before.parse().ok().filter(|seq: &i64| *seq > 0);
    let again = Again {
        text: filter.text,
        ..Again::default()
    };
    show(&visitor, &me, id_in(&id)?, before, again).await
}

/// The page of a conversation as it stands now. What it shows is noted as read.
///
/// # Errors
/// [`AppError::NotFound`] for anybody but the two.
pub async fn show(visitor: &Visitor, me: &Me, id: ConversationId, before: Option<i64>, again: Again) -> Answer {
    let (ctx, lang) = (visitor.ctx(), visitor.lang);
    let view = messages::conversation(ctx, me, id, before)
        .await
        .map_err(AppError::from_domain)?;
    for (conversation, seq) in shown(&view) {
        messages::mark_read(ctx, me, conversation, seq)
            .await
            .map_err(AppError::from_domain)?;
    }
    let (now, zone) = (ctx.clock.now(), ctx.settings.zone.clone());
    let reader = Reader::of(&view, lang, now, zone.clone());
    let status = again.why.as_ref().map_or(StatusCode::OK, |why| why.status);
    let wait = again.why.as_ref().and_then(|why| why.wait);
    let shut = view
        .refusal
        .as_ref()
        .map(|refusal| (refusal.clone(), why(lang, refusal, &reader.other, now, &zone)));
    let title = t!(lang, "messages-with", name = reader.other.clone());
    let mut response = Page::new(visitor, title.clone()).status(status).hidden().show(move || {
        view! {
            {crumbs(lang, [("/conversations".into(), t!(lang, "messages-title"))])}
            <header class="page__head"><h1>{title}</h1></header>
            <div class="split">
                <div class="stack stack--wide">
                    {earlier(&reader, &view)}
                    {lines(&reader, &view, before.is_none())}
                    {write(&reader, &view, shut, again)}
                </div>
                <div class="stack stack--wide">
                    {subject(lang, &view)}
                    {other(&reader, &view)}
                </div>
            </div>
        }
    });
    if let Some(wait) = wait {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(wait));
    }
    Ok(response)
}

/// Up to where each conversation on the page is shown.
fn shown(view: &ConversationView) -> Vec<(ConversationId, i64)> {
    let newest = |entry: &Entry| match entry {
        Entry::Message(message) => Some((message.conversation, message.seq)),
        Entry::Happened(_) => None,
    };
    let here = view.entries.iter().rev().find_map(newest);
    let earlier = view.earlier.last().map(|message| (message.conversation, message.seq));
    here.into_iter().chain(earlier).collect()
}

/// What the same two wrote about the listing before there was a booking.
fn earlier(reader: &Reader, view: &ConversationView) -> AnyView {
    if view.earlier.is_empty() {
        return ().into_any();
    }
    let lang = reader.lang;
    let lines = view
        .earlier
        .iter()
        .map(|message| reader.message(message))
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="earlier">
            <h2 class="messages__part" id="earlier">{t!(lang, "messages-earlier")}</h2>
            <ol class="messages">{lines}</ol>
        </section>
    }
    .into_any()
}

/// The lines; those of the newest page go on while it is open.
fn lines(reader: &Reader, view: &ConversationView, newest: bool) -> AnyView {
    let lang = reader.lang;
    let older = view.older.map(|before| {
        let href = format!("{}?before={before}", view.id.path());
        view! { <p class="messages__older"><a href=href>{icon("up")}{t!(lang, "messages-older-ones")}</a></p> }
    });
    let lines = view
        .entries
        .iter()
        .map(|entry| {
            let begins_new = matches!(entry, Entry::Message(message) if Some(message.seq) == view.new_from);
            let new =
                begins_new.then(|| view! { <li class="messages__new"><span>{t!(lang, "messages-new")}</span></li> });
            view! { {new}{reader.line(entry)} }
        })
        .collect_view();
    let heading = if view.earlier.is_empty() {
        view! { <h2 class="visually-hidden" id="said">{t!(lang, "messages-said")}</h2> }.into_any()
    } else {
        view! { <h2 class="messages__part" id="said">{t!(lang, "messages-since-booking")}</h2> }.into_any()
    };
    view! {
        <section class="stack" aria-labelledby="said">
            {heading}
            {older}
            <ol class="messages" id=ids::LINES data-after=view.cursor.to_string()>{lines}</ol>
            {newest.then(|| view! { <LiveConversation/> })}
        </section>
    }
    .into_any()
}

/// The form to write, or why there is none. What was typed is shown in any case.
fn write(reader: &Reader, view: &ConversationView, shut: Option<(Refusal, Why)>, again: Again) -> AnyView {
    let lang = reader.lang;
    let typed = !again.text.is_empty();
    let body = match shut {
        // Who has to wait may write meanwhile.
        None | Some((Refusal::TooFast { .. }, _)) => write_form(lang, &view.id.path(), &reader.other, again),
        Some((refusal, why)) => {
            let form = typed.then(|| write_form(lang, &view.id.path(), &reader.other, again));
            view! {
                <div class="notice" data-kind="info">{icon("info")}<p>{why.text}{onwards(lang, &refusal)}</p></div>
                {form}
            }
            .into_any()
        }
    };
    view! {
        <section class="messages__write" id="write" aria-labelledby="write-title">
            <h2 class="visually-hidden" id="write-title">{t!(lang, "messages-write")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn onwards(lang: Lang, refusal: &Refusal) -> AnyView {
    match refusal {
        Refusal::Moved(booking) => {
            let href = super::words::newest((*booking).into());
            view! { " "<a href=href>{t!(lang, "messages-moved-link")}</a> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// What they talk about.
fn subject(lang: Lang, view: &ConversationView) -> AnyView {
    let picture = view
        .photo
        .map(|id| view! { <img src=photo::address(id, Size::Small) width="240" height="180" alt=""/> });
    let title = view.title.clone();
    let title = if view.listing_shown {
        let href = format!("/listings/{}", view.about.listing());
        view! { <a class="plain-link" dir="auto" href=href>{title}</a> }.into_any()
    } else {
        view! { <span dir="auto">{title}</span> }.into_any()
    };
    let booking = match view.about {
        About::Listing(_) => None,
        About::Booking(key) => Some(view! {
            <a class="button button--quiet" href=key.id.path()>{icon("loans")}{t!(lang, "messages-to-booking")}</a>
        }),
    };
    view! {
        <section class="panel" aria-labelledby="about">
            <h2 class="visually-hidden" id="about">{t!(lang, "messages-about")}</h2>
            <div class="messages__subject">{picture}<p class="messages__subject-title">{title}</p></div>
            {booking}
        </section>
    }
    .into_any()
}

/// Who it is, and how to hear no more from them.
fn other(reader: &Reader, view: &ConversationView) -> AnyView {
    if view.other.name.is_empty() {
        return ().into_any();
    }
    let (lang, name, id) = (reader.lang, reader.other.clone(), view.other.id);
    view! {
        <section class="panel" aria-labelledby="other">
            <h2 class="visually-hidden" id="other">{t!(lang, "messages-other")}</h2>
            <p><a href=member_path(id)>{t!(lang, "messages-profile", name = name.clone())}</a></p>
            {block(lang, view, id, name)}
        </section>
    }
    .into_any()
}

fn block(lang: Lang, view: &ConversationView, id: MemberId, name: String) -> AnyView {
    let back = view.id.path();
    if view.blocked {
        return view! {
            <form class="form" method="post" action=format!("/members/{id}/unblock")>
                <input type="hidden" name="back" value=back/>
                <p>{t!(lang, "messages-you-blocked", name = name)}</p>
                <button class="button button--quiet">{t!(lang, "messages-unblock")}</button>
            </form>
        }
        .into_any();
    }
    view! {
        <details class="fold">
            <summary class="fold__head">{t!(lang, "messages-block", name = name.clone())}</summary>
            <form class="fold__body form" method="post" action=format!("/members/{id}/block")>
                <input type="hidden" name="back" value=back/>
                <p>{t!(lang, "messages-block-text", name = name.clone())}</p>
                <button class="button button--danger">{t!(lang, "messages-block", name = name)}</button>
            </form>
        </details>
    }
    .into_any()
}

/// `POST /conversations/{id}/read/{seq}`: a page that is open has shown it.
pub async fn read(SignedIn { visitor, me }: SignedIn, Path((id, seq)): Path<(String, String)>) -> Answer {
    messages::mark_read(visitor.ctx(), &me, id_in(&id)?, seq_in(&seq)?)
        .await
        .map_err(AppError::from_domain)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `GET /conversations/{id}/photos/{photo}/{size}.webp`: only the two have it, so nobody between keeps it.
pub async fn photo(
    SignedIn { visitor, me }: SignedIn,
    Path((id, photo, file)): Path<(String, String, String)>,
) -> Result<Response, AppError> {
    let photo: Uuid = photo.parse().map_err(|_| AppError::NotFound)?;
    let size = file
        .strip_suffix(".webp")
        .and_then(Size::from_name)
        .ok_or(AppError::NotFound)?;
    let bytes = messages::photo(visitor.ctx(), &me, id_in(&id)?, photo, size)
        .await
        .map_err(AppError::from_domain)?;
    let headers = [
        (header::CONTENT_TYPE, "image/webp"),
        (header::CACHE_CONTROL, "private, max-age=3600"),
    ];
    Ok((headers, bytes).into_response())
}
