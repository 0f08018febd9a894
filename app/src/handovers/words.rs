//! Handovers in words: why not, when, what was found, what happened.

use crate::{
    bookings::{Voice, refusal_text},
    members::not_a_photo,
    shell::{
        format,
        forms::problem,
        pieces::{icon, member_name},
    },
};
use domain::{
    Lang, Timestamp,
    bookings::{BookingView, Move, Party},
    handovers::{
        Entry, Event, Found, How, Item, Refusal,
        rules::{MOST_ENTRIES, MOST_PHOTOS},
    },
};
use http::StatusCode;
use jiff::tz::TimeZone;
use leptos::prelude::*;

/// Why something was refused.
#[derive(Clone, Debug)]
pub struct Why {
    /// In words, each with the field at which it belongs.
    pub texts: Vec<(Option<String>, String)>,
    /// The answer's status.
    pub status: StatusCode,
}

/// A refusal in words.
#[must_use]
pub fn why(voice: &Voice, refused: &Refusal) -> Why {
    let lang = voice.lang;
    let typed = StatusCode::UNPROCESSABLE_ENTITY;
    let at = |field: &str, text: String| (vec![(Some(field.to_owned()), text)], typed);
    let whole = |text: String| (vec![(None, text)], StatusCode::CONFLICT);
    let (texts, status) = match refused {
        Refusal::Invalid(errors) => {
            let texts = errors
                .iter()
                .map(|error| (Some(error.field.clone()), problem(lang, error.problem)));
            (texts.collect(), typed)
        }
        Refusal::Nothing => at("note", t!(lang, "handovers-refused-nothing")),
        Refusal::TooManyPhotos => at("photos", t!(lang, "handovers-refused-photos", most = MOST_PHOTOS)),
        Refusal::NotAPhoto { name, why } => at("photos", format!("{name}: {}", not_a_photo(lang, *why))),
        Refusal::TooManyEntries => whole(t!(lang, "handovers-refused-entries", most = MOST_ENTRIES)),
        Refusal::TooEarly { from } => whole(t!(lang, "handovers-refused-early", from = voice.moment(*from))),
        Refusal::NotNow => whole(t!(lang, "handovers-refused-not-now")),
        Refusal::Over => whole(t!(lang, "handovers-refused-over")),
        Refusal::NotYours => whole(t!(lang, "handovers-refused-not-yours")),
        Refusal::ChangedMeanwhile => whole(t!(lang, "handovers-refused-changed")),
        Refusal::WrongCode { left } => at("code", t!(lang, "handovers-refused-wrong-code", left = *left)),
        Refusal::NoCode => at("code", t!(lang, "handovers-refused-no-code")),
        Refusal::Booking(refused) => whole(refusal_text(voice, refused)),
    };
    Why { texts, status }
}

/// `fehlt`, `kaputt` …
#[must_use]
pub fn found_words(lang: Lang, found: Option<Found>) -> String {
    match found {
        Some(Found::Fine) => t!(lang, "handovers-found-fine"),
        Some(Found::Missing) => t!(lang, "handovers-found-missing"),
        Some(Found::Broken) => t!(lang, "handovers-found-broken"),
        None => t!(lang, "handovers-found-unseen"),
    }
}

/// How something was found, as a tag.
#[must_use]
pub fn found_tag(lang: Lang, found: Option<Found>) -> AnyView {
    let words = found_words(lang, found);
    match found {
        Some(Found::Fine) => view! { <span class="tag tag--green">{icon("check")}{words}</span> }.into_any(),
        Some(Found::Missing | Found::Broken) => {
            view! { <span class="tag tag--red">{icon("warning")}{words}</span> }.into_any()
        }
        None => view! { <span class="field__hint">{words}</span> }.into_any(),
    }
}

/// Which way.
#[must_use]
pub fn how_words(lang: Lang, how: How) -> String {
    match how {
        How::InPerson => t!(lang, "handovers-how-in-person"),
        How::Neighbour => t!(lang, "handovers-how-neighbour"),
        How::KeyBox => t!(lang, "handovers-how-key-box"),
        How::Other => t!(lang, "handovers-how-other"),
    }
}

/// `Übergabe`, `Rückgabe`.
#[must_use]
pub fn move_words(lang: Lang, what: Move) -> String {
    match what {
        Move::Handover => t!(lang, "handovers-handover"),
        Move::Return => t!(lang, "handovers-return"),
    }
}

/// The name of one side.
#[must_use]
pub fn name_of(lang: Lang, view: &BookingView, party: Party) -> String {
    match party {
        Party::Borrower => member_name(lang, &view.borrower.name),
        Party::Lender => member_name(lang, &view.lender.name),
    }
}

/// `12. Mai 2030, 10:31 Uhr`: also on paper, years later.
#[must_use]
pub fn exact(lang: Lang, at: Timestamp, zone: &TimeZone) -> String {
    let zoned = at.zoned(zone);
    let time = format!("{:02}:{:02}", zoned.hour(), zoned.minute());
    t!(
        lang,
        "handovers-exact",
        day = format::day(lang, at.day_in(zone)),
        time = time
    )
}

/// The first twelve digits of a hash, in groups of four: enough to compare at a glance.
#[must_use]
pub fn short(hash: &str) -> String {
    let digits: Vec<char> = hash.chars().take(12).collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// What is missing or broken, as a list; nothing if all is well.
#[must_use]
pub fn bad_items(lang: Lang, entry: &Entry) -> AnyView {
    let items: Vec<_> = entry
        .bad()
        .map(|Item { name, found }| view! { <li><bdi>{name.clone()}</bdi>" "{found_tag(lang, *found)}</li> })
        .collect();
    if items.is_empty() {
        return ().into_any();
    }
    view! { <ul class="handover__bad">{items}</ul> }.into_any()
}

/// What happened about the moves, as lines of the booking's history.
#[must_use]
pub fn lines(voice: &Voice, view: &BookingView, happened: &[domain::handovers::Happened]) -> Vec<(Timestamp, AnyView)> {
    happened
        .iter()
        .map(|line| (line.at, self::line(voice, view, line)))
        .collect()
}

fn line(voice: &Voice, view: &BookingView, happened: &domain::handovers::Happened) -> AnyView {
    let lang = voice.lang;
    let what = happened.event.what().name();
    let (title, note) = match &happened.event {
        Event::Written { late, bad, photos, .. } => (
            t!(
                lang,
                "handovers-event-written",
                what = what,
                late = if *late { "yes" } else { "no" }
            ),
            t!(lang, "handovers-event-written-note", bad = *bad, photos = *photos),
        ),
        Event::Proposed { how, words, .. } => (
            t!(lang, "handovers-event-proposed", what = what),
            join(how_words(lang, *how), words),
        ),
        Event::Agreed { how, words, .. } => (
            t!(lang, "handovers-event-agreed", what = what),
            join(how_words(lang, *how), words),
        ),
        Event::Declined { words, .. } => (t!(lang, "handovers-event-declined", what = what), words.clone()),
        Event::Withdrawn { .. } => (t!(lang, "handovers-event-withdrawn", what = what), String::new()),
    };
    let at = voice.moment(happened.at);
    let who = match happened.by.party() {
        Some(party) => t!(
            lang,
            "bookings-timeline-who",
            name = name_of(lang, view, party),
            at = at
        ),
        None => t!(lang, "bookings-timeline-time", at = at),
    };
    let state = if matches!(happened.event, Event::Declined { .. } | Event::Withdrawn { .. }) {
        "stopped"
    } else {
        "done"
    };
    view! {
        <li class="timeline__step" data-state=state>
            <p class="timeline__title">{title}</p>
            <p class="timeline__time"><time datetime=format::machine(happened.at)>{who}</time></p>
            {(!note.is_empty()).then(|| view! { <p class="timeline__note prose--user" dir="auto">{note}</p> })}
        </li>
    }
    .into_any()
}

/// A way and the words that go with it.
#[must_use]
pub fn join(how: String, words: &str) -> String {
    if words.is_empty() {
        how
    } else {
        format!("{how}: {words}")
    }
}
