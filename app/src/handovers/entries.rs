//! What was written down once, as pages show it.

use super::{
    record_path,
    words::{bad_items, exact, move_words, name_of, short},
};
use crate::shell::{
    format,
    photo::{Shown, photo_below},
};
use domain::{
    Lang,
    bookings::{BookingId, BookingView},
    handovers::{Entry, Photo},
};
use jiff::tz::TimeZone;
use leptos::prelude::*;

/// How wide photos are shown, as in HTML.
const PHOTO_SIZES: &str = "(width < 40rem) 45vw, 20rem";

/// One entry: who, when, what is missing or broken, the words, the short hash. `with_photos` where they do not stand
/// elsewhere on the page.
#[must_use]
pub fn entry(lang: Lang, view: &BookingView, entry: &Entry, zone: &TimeZone, with_photos: bool) -> AnyView {
    let looked_at = entry.items.iter().filter(|item| item.found.is_some()).count();
    let fine = looked_at - entry.bad().count();
    let checked = (looked_at > 0).then(|| {
        view! { <p class="field__hint">{t!(lang, "handovers-entry-checked", fine = fine, all = entry.items.len())}</p> }
    });
    let photos = (with_photos && !entry.photos.is_empty()).then(|| photos(lang, view, entry));
    let note = (!entry.note.is_empty())
        .then(|| view! { <div class="prose prose--user" dir="auto">{entry.note.clone()}</div> });
    view! {
        <li class="handover__entry" id=format!("entry-{}", entry.seq)>
            <p class="handover__head">
                <strong>{t!(lang, "handovers-entry", number = entry.seq)}</strong>" "
                <bdi>{name_of(lang, view, entry.by)}</bdi>" · "
                <time datetime=format::machine(entry.at)>{exact(lang, entry.at, zone)}</time>
                {entry.late.then(|| view! { " "<span class="tag">{t!(lang, "handovers-entry-late")}</span> })}
            </p>
            {bad_items(lang, entry)}
            {note}
            {checked}
            {photos}
            <p class="handover__hash">{t!(lang, "handovers-hash")}" "<code>{short(&entry.hash)}</code></p>
        </li>
    }
    .into_any()
}

fn photos(lang: Lang, view: &BookingView, entry: &Entry) -> AnyView {
    let all = entry
        .photos
        .iter()
        .map(|photo| view! { <li>{picture(lang, view, entry, photo)}</li> })
        .collect_view();
    view! { <ul class="message__pictures">{all}</ul> }.into_any()
}

/// One photo of an entry, which leads to its largest size.
#[must_use]
pub fn picture(lang: Lang, view: &BookingView, entry: &Entry, photo: &Photo) -> AnyView {
    let below = photo_path(view.booking.key.id, photo);
    let alt = t!(
        lang,
        "handovers-photo-alt",
        name = name_of(lang, view, entry.by),
        what = move_words(lang, entry.what)
    );
    let shown = Shown {
        id: photo.id,
        alt,
        width: photo.width,
        height: photo.height,
        thumbhash: photo.thumbhash.clone(),
    };
    view! {
        <a class="message__picture" href=format!("{below}/large.webp")>{photo_below(&below, &shown, PHOTO_SIZES, false)}</a>
    }
    .into_any()
}

fn photo_path(id: BookingId, photo: &Photo) -> String {
    format!("{}/photos/{}", record_path(id), photo.id.as_simple())
}
