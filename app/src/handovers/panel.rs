//! What the page of a booking says about the move that is at hand: write down the state, show or enter a code, another way.

use super::{
    path_of, record_path,
    words::{how_words, join, lines, move_words},
};
use crate::{
    bookings::Voice,
    shell::{AppError, Visitor, pieces::icon},
};
use domain::{
    Timestamp,
    bookings::{BookingView, Move, State},
    handovers::{self, Plan, Record, Refusal, rules},
    members::Me,
};
use leptos::prelude::*;

/// What a booking's page shows of its handovers.
pub struct OnPage {
    /// What can be done and read.
    pub panel: AnyView,
    /// Lines of the history.
    pub lines: Vec<(Timestamp, AnyView)>,
}

/// What the page of this booking shows.
///
/// # Errors
/// When the database does not answer.
pub async fn of_booking(visitor: &Visitor, me: &Me, view: &BookingView) -> Result<OnPage, AppError> {
    let (ctx, id) = (visitor.ctx(), view.booking.key.id);
    let record = handovers::of_booking(ctx, me, id)
        .await
        .map_err(AppError::from_domain)?;
    let happened = handovers::history(ctx, me, id).await.map_err(AppError::from_domain)?;
    let voice = Voice::of(visitor.lang, record.now, &view.booking);
    Ok(OnPage {
        panel: panel(&voice, view, &record),
        lines: lines(&voice, view, &happened),
    })
}

fn panel(voice: &Voice, view: &BookingView, record: &Record) -> AnyView {
    let lang = voice.lang;
    let Some(what) = rules::at_hand(&record.booking) else {
        return afterwards(voice, view, record);
    };
    let waits = waits_for_me(record, what) || waits_for_me(record, Move::Return);
    let class = if waits { "panel panel--sun" } else { "panel" };
    // How it comes back can be agreed on before it goes out; on the page it stands once somebody has asked.
    let back = (what == Move::Handover && record.plans.back != Plan::default())
        .then(|| plan(voice, view, record, Move::Return));
    view! {
        <section class=class id="handover" aria-labelledby="handover-title">
            <h2 id="handover-title">{move_words(lang, what)}</h2>
            {plan(voice, view, record, what)}
            {back}
            {write_down(voice, view, record, what)}
            {code(voice, view, record, what)}
            {other_way(voice, view, record, what)}
            {to_record(voice, view, record)}
        </section>
    }
    .into_any()
}

fn waits_for_me(record: &Record, what: Move) -> bool {
    let proposed = record.plans.of(what).proposed.as_ref();
    proposed.is_some_and(|open| open.by != record.me) && rules::can_plan(&record.booking, what)
}

/// After the return is confirmed, and for what came to nothing.
fn afterwards(voice: &Voice, view: &BookingView, record: &Record) -> AnyView {
    let lang = voice.lang;
    let open = record.may_write(Move::Return).is_ok();
    if record.entries.is_empty() && !open {
        return ().into_any();
    }
    let add = (open && record.booking.state == State::Closed).then(|| {
        let href = path_of(view.booking.key.id, Move::Return);
        view! { <p><a href=href>{t!(lang, "handovers-add-return")}</a></p> }
    });
    view! {
        <section class="panel" id="handover" aria-labelledby="handover-title">
            <h2 id="handover-title">{t!(lang, "handovers-record")}</h2>
            {to_record(voice, view, record)}
            {add}
        </section>
    }
    .into_any()
}

/// What is agreed or proposed for a move.
fn plan(voice: &Voice, view: &BookingView, record: &Record, what: Move) -> AnyView {
    let lang = voice.lang;
    let Plan { agreed, proposed } = record.plans.of(what);
    let agreed = agreed.as_ref().map(|agreed| {
        let text = join(how_words(lang, agreed.how), &agreed.words);
        view! {
            <p class="next-step__until">{icon("check")}
                <span><strong>{t!(lang, "handovers-plan-agreed", what = what.name())}</strong>" "<span dir="auto">{text}</span></span>
            </p>
        }
    });
    let open = proposed.as_ref().filter(|_| rules::can_plan(&record.booking, what));
    let proposed = open.map(|open| {
        let way = join(how_words(lang, open.how), &open.words);
        let mine = open.by == record.me;
        let text = if mine {
            t!(
                lang,
                "handovers-plan-mine",
                what = what.name(),
                other = voice.other(view)
            )
        } else {
            t!(
                lang,
                "handovers-plan-theirs",
                what = what.name(),
                other = voice.other(view)
            )
        };
        let answer = (!mine).then(|| {
            let href = format!("{}/plan", path_of(view.booking.key.id, what));
            view! { <p><a class="button button--quiet" href=href>{t!(lang, "handovers-plan-answer")}</a></p> }
        });
        view! { <p>{text}" "<span dir="auto">{way}</span></p>{answer} }
    });
    view! { {agreed}{proposed} }.into_any()
}

/// Who has written down the state, and the way to do so.
fn write_down(voice: &Voice, view: &BookingView, record: &Record, what: Move) -> AnyView {
    let lang = voice.lang;
    match record.may_write(what) {
        Ok(_) => {}
        Err(Refusal::TooEarly { from }) => {
            return view! { <p class="field__hint">{t!(lang, "handovers-from", from = voice.moment(from))}</p> }
                .into_any();
        }
        Err(_) => return ().into_any(),
    }
    let last = |by| record.of(what, by).next_back().map(|entry| voice.moment(entry.at));
    let (mine, theirs) = (last(record.me), last(record.me.other()));
    let theirs = match theirs {
        Some(at) => t!(lang, "handovers-written-theirs", other = voice.other(view), at = at),
        None => t!(lang, "handovers-written-not-yet", other = voice.other(view)),
    };
    let button = if mine.is_some() {
        t!(lang, "handovers-write-more")
    } else {
        t!(lang, "handovers-write")
    };
    let mine = mine.map(|at| t!(lang, "handovers-written-mine", at = at));
    view! {
        <div class="stack stack--tight">
            <h3>{t!(lang, "handovers-state")}</h3>
            <p>{mine.map(|mine| format!("{mine} "))}{theirs}</p>
            <p><a class="button button--quiet" href=path_of(view.booking.key.id, what)>{icon("camera")}{button}</a></p>
        </div>
    }
    .into_any()
}

/// Showing a code, and entering the other's.
fn code(voice: &Voice, view: &BookingView, record: &Record, what: Move) -> AnyView {
    if !record.may_use_code(what) {
        return ().into_any();
    }
    let (lang, path) = (voice.lang, path_of(view.booking.key.id, what));
    view! {
        <div class="stack stack--tight">
            <h3>{t!(lang, "handovers-code")}</h3>
            <p>{t!(lang, "handovers-code-text", other = voice.other(view))}</p>
            <div class="cluster">
                <form method="post" action=format!("{path}/code")>
                    <button class="button button--quiet">{icon("phone")}{t!(lang, "handovers-code-show")}</button>
                </form>
                <a class="button button--quiet" href=format!("{path}/enter")>{icon("key")}{t!(lang, "handovers-code-enter")}</a>
            </div>
        </div>
    }
    .into_any()
}

fn other_way(voice: &Voice, view: &BookingView, record: &Record, what: Move) -> AnyView {
    if !rules::can_plan(&record.booking, what) || waits_for_me(record, what) {
        return ().into_any();
    }
    let href = format!("{}/plan", path_of(view.booking.key.id, what));
    view! { <p><a href=href>{t!(voice.lang, "handovers-plan-link")}</a></p> }.into_any()
}

fn to_record(voice: &Voice, view: &BookingView, record: &Record) -> AnyView {
    if record.entries.is_empty() {
        return ().into_any();
    }
    let text = t!(voice.lang, "handovers-record-link", count = record.entries.len());
    view! { <p><a href=record_path(view.booking.key.id)>{text}</a></p> }.into_any()
}
