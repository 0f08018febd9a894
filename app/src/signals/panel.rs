//! What the page of a booking shows: the newest word of each side with what to do now, one tap to say something, and what
//! being late comes to.

use super::{path_of, words};
use crate::{
    bookings::Voice,
    prices,
    shell::{AppError, Visitor, format, forms::Errors, pieces::icon},
};
use domain::{
    Timestamp,
    bookings::{BookingView, Party},
    members::Me,
    signals::{self, Event, OfBooking, Trouble},
};
use leptos::prelude::*;

/// What a booking's page shows.
pub struct OnPage {
    /// The newest words, and the forms.
    pub panel: AnyView,
    /// What being late comes to.
    pub late: AnyView,
    /// Lines of the history.
    pub lines: Vec<(Timestamp, AnyView)>,
}

/// What the page of this booking shows.
///
/// # Errors
/// When the database does not answer.
pub async fn of_booking(visitor: &Visitor, me: &Me, view: &BookingView) -> Result<OnPage, AppError> {
    let (ctx, booking) = (visitor.ctx(), &view.booking);
    let now = ctx.clock.now();
    let said = signals::history(ctx, me, booking.key.id)
        .await
        .map_err(AppError::from_domain)?;
    let seen = signals::of_booking(booking, view.me, &said, now);
    let voice = Voice::of(visitor.lang, now, booking);
    let lines = said
        .iter()
        .map(|(at, by, event)| (*at, line(&voice, view, *at, *by, event)));
    Ok(OnPage {
        panel: panel(&voice, view, &seen),
        late: late(&voice, view, &seen),
        lines: lines.collect(),
    })
}

fn who(view: &BookingView, by: Party) -> &'static str {
    if by == view.me { "me" } else { "other" }
}

fn side_of(event: &Event) -> Party {
    match event {
        Event::OnMyWay { by, .. } | Event::Trouble { by, .. } => *by,
        Event::FeeWaived => Party::Lender,
    }
}

fn line(voice: &Voice, view: &BookingView, at: Timestamp, by: Party, event: &Event) -> AnyView {
    let text = words::told(voice.lang, event, who(view, by), &voice.other(view));
    let note = match event {
        Event::Trouble { words, .. } => words.clone(),
        Event::OnMyWay { .. } | Event::FeeWaived => String::new(),
    };
    let state = if matches!(event, Event::Trouble { .. }) {
        "stopped"
    } else {
        "done"
    };
    view! {
        <li class="timeline__step" data-state=state>
            <p class="timeline__title">{text}</p>
            <p class="timeline__time"><time datetime=format::machine(at)>{voice.moment(at)}</time></p>
            {(!note.is_empty()).then(|| view! { <p class="timeline__note prose--user" dir="auto">{note}</p> })}
        </li>
    }
    .into_any()
}

fn panel(voice: &Voice, view: &BookingView, seen: &OfBooking) -> AnyView {
    let lang = voice.lang;
    if !seen.on_the_way && !seen.in_trouble && seen.latest.is_empty() {
        return ().into_any();
    }
    let latest = seen
        .latest
        .iter()
        .map(|(at, event)| newest(voice, view, *at, event))
        .collect_view();
    let id = view.booking.key.id;
    let on_my_way = seen.on_the_way.then(|| {
        let minutes = words::minutes_field(lang, "", &Errors::default());
        view! {
            <form class="form" method="post" action=path_of(id, "on-my-way")>
                {minutes}
                <div class="form__actions"><button class="button">{t!(lang, "signals-on-my-way")}</button></div>
            </form>
        }
    });
    let trouble = seen.in_trouble.then(|| {
        view! {
            <details class="fold" id="say-trouble">
                <summary class="fold__head">{t!(lang, "signals-trouble")}</summary>
                <form class="fold__body form" method="post" action=path_of(id, "trouble")>
                    {words::trouble_fields(lang, "", "", &Errors::default())}
                    <button class="button button--quiet">{t!(lang, "signals-send")}</button>
                </form>
            </details>
        }
    });
    view! {
        <section class="panel" id="say" aria-labelledby="say-title">
            <h2 id="say-title">{t!(lang, "signals-title")}</h2>
            {latest}
            {on_my_way}
            {trouble}
        </section>
    }
    .into_any()
}

/// What one side said last, and what the reader can do about it now.
fn newest(voice: &Voice, view: &BookingView, at: Timestamp, event: &Event) -> AnyView {
    let lang = voice.lang;
    let by = side_of(event);
    let text = words::told(lang, event, who(view, by), &voice.other(view));
    let (kind, said, next) = match event {
        Event::Trouble { what, words, .. } => ("warning", words.clone(), Some(next_step(voice, view, *what))),
        Event::OnMyWay { .. } | Event::FeeWaived => ("info", String::new(), None),
    };
    view! {
        <div class="notice" data-kind=kind>
            {icon(if kind == "warning" { "warning" } else { "info" })}
            <div>
                <p><strong>{text}</strong>" "<time datetime=format::machine(at)>{voice.moment(at)}</time></p>
                {(!said.is_empty()).then(|| view! { <p class="prose--user" dir="auto">{said}</p> })}
                {next}
            </div>
        </div>
    }
    .into_any()
}

/// What to do now that this is wrong, for either side.
fn next_step(voice: &Voice, view: &BookingView, what: Trouble) -> AnyView {
    let lang = voice.lang;
    let side = view.me.name();
    let key = format!("signals-next-{}", what.name().replace('_', "-"));
    let text = t!(lang, &key, side = side, other = voice.other(view));
    let path = view.booking.key.id.path();
    let (href, label) = match what {
        Trouble::Late => (
            format!("{path}?command=propose#propose"),
            t!(lang, "signals-go-propose"),
        ),
        Trouble::Broken => (format!("{path}#handover"), t!(lang, "signals-go-record")),
        Trouble::CannotCome | Trouble::LostKey | Trouble::Other => (
            format!("/conversations/{}#write", view.booking.key.id),
            t!(lang, "signals-go-write", other = voice.other(view)),
        ),
    };
    view! { <p>{text}" "<a href=href>{label}</a></p> }.into_any()
}

/// What being late comes to, explained, and the lender's word that it is not wanted.
fn late(voice: &Voice, view: &BookingView, seen: &OfBooking) -> AnyView {
    let lang = voice.lang;
    let Some(late) = &seen.late else {
        return ().into_any();
    };
    let line = prices::late_line(lang, late, &view.booking.terms.currency);
    let text = match (seen.waived, view.booking.returned_at.is_some()) {
        (true, _) => t!(
            lang,
            "signals-late-waived",
            side = view.me.name(),
            other = voice.other(view)
        ),
        (false, true) => t!(
            lang,
            "signals-late-owed",
            side = view.me.name(),
            other = voice.other(view)
        ),
        (false, false) => t!(lang, "signals-late-growing"),
    };
    let waive = seen.can_waive.then(|| {
        view! {
            <form method="post" action=path_of(view.booking.key.id, "waive")>
                <button class="button button--quiet">{t!(lang, "signals-waive")}</button>
            </form>
        }
    });
    let sum = if seen.waived {
        view! { <p><s>{line}</s></p> }.into_any()
    } else {
        view! { <p class="next-step__price">{line}</p> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="late-fee">
            <h2 id="late-fee">{t!(lang, "prices-late")}</h2>
            {sum}
            <p class="field__hint">{text}</p>
            {waive}
        </section>
    }
    .into_any()
}
