//! Refusals in words, and the links by which other pages lead to a conversation.

use crate::{
    members::not_a_photo,
    shell::{format, forms::problem, pieces::icon},
};
use domain::{
    Lang, Timestamp,
    listings::ListingId,
    messages::{ConversationId, Refusal, rules::MOST_PHOTOS},
};
use http::StatusCode;
use jiff::tz::TimeZone;
use leptos::prelude::*;

/// The page of a conversation, where its newest messages are.
#[must_use]
pub fn newest(id: ConversationId) -> String {
    format!("{}#write", id.path())
}

/// The link by which somebody asks the owner of a listing.
#[must_use]
pub fn ask_link(lang: Lang, listing: ListingId, owner: String) -> AnyView {
    view! {
        <a class="button button--quiet" href=format!("/listings/{listing}/ask") rel="nofollow">
            {icon("message")}{t!(lang, "messages-ask", name = owner)}
        </a>
    }
    .into_any()
}

/// The link from a booking to what its two parties write each other, with the number of what is unread.
#[must_use]
pub fn write_link(lang: Lang, id: ConversationId, other: String, unread: i64) -> AnyView {
    let count = (unread > 0).then(|| {
        view! { " "<span class="tag tag--sun">{t!(lang, "messages-unread", count = unread)}</span> }
    });
    view! {
        <a class="button button--quiet" href=newest(id)>
            {icon("message")}<span>{t!(lang, "messages-write-to", name = other)}{count}</span>
        </a>
    }
    .into_any()
}

/// Why a message was not sent.
#[derive(Clone, Debug)]
pub struct Why {
    /// In words.
    pub text: String,
    /// The field at which it belongs, if it is one's own to mend.
    pub field: Option<&'static str>,
    /// The answer's status.
    pub status: StatusCode,
    /// After how many seconds it is worth another try.
    pub wait: Option<u64>,
}

/// A refusal in words.
#[must_use]
pub fn why(lang: Lang, refusal: &Refusal, other: &str, now: Timestamp, zone: &TimeZone) -> Why {
    let name = || other.to_owned();
    let shut = |text: String| (text, None, StatusCode::CONFLICT, None);
    let wrong = |text: String, field| (text, Some(field), StatusCode::UNPROCESSABLE_ENTITY, None);
    let (text, field, status, wait) = match refusal {
        Refusal::Invalid(errors) => {
            let text = errors.first().map(|e| problem(lang, e.problem)).unwrap_or_default();
            wrong(text, "text")
        }
        Refusal::TooManyPhotos => wrong(t!(lang, "messages-too-many-photos", most = MOST_PHOTOS), "photos"),
        Refusal::NotAPhoto { name, why } => {
            let why = not_a_photo(lang, *why);
            wrong(
                t!(lang, "messages-photo-wrong", name = name.clone(), why = why),
                "photos",
            )
        }
        Refusal::OwnListing => shut(t!(lang, "messages-refused-own")),
        Refusal::Gone => shut(t!(lang, "messages-refused-gone")),
        Refusal::YouBlocked => shut(t!(lang, "messages-refused-you-blocked", name = name())),
        Refusal::NotPossible => shut(t!(lang, "messages-refused-not-possible")),
        Refusal::NotOffered => shut(t!(lang, "messages-refused-not-offered")),
        Refusal::Over => shut(t!(lang, "messages-refused-over")),
        Refusal::Moved(_) => shut(t!(lang, "messages-refused-moved")),
        Refusal::TooFast { again_at } => {
            let seconds = again_at.since(now).max(0) / Timestamp::SECOND + 1;
            (
                t!(
                    lang,
                    "messages-refused-too-fast",
                    at = format::instant(lang, *again_at, now, zone)
                ),
                None,
                StatusCode::TOO_MANY_REQUESTS,
                u64::try_from(seconds).ok(),
            )
        }
    };
    Why {
        text,
        field,
        status,
        wait,
    }
}
