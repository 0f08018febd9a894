//! What a booking costs, and what calling it off would.

use super::words::Voice;
use crate::{prices, shell::format};
use domain::{
    Lang,
    bookings::{BookingView, Party, State, cancelling::owed},
};
use leptos::prelude::*;

/// What the two agreed on, or are about to.
#[must_use]
pub fn price(lang: Lang, view: &BookingView) -> AnyView {
    let Some(quote) = view.booking.quote.as_ref().filter(|quote| !quote.lines.is_empty()) else {
        return ().into_any();
    };
    let state = &view.booking.state;
    let settle = if view.booking.terms.kind.changes_hands() {
        "prices-settle"
    } else {
        "prices-settle-help"
    };
    let settle =
        (state.is_open() || *state == State::Closed).then(|| view! { <p class="field__hint">{t!(lang, settle)}</p> });
    view! {
        <section class="panel" aria-labelledby="price">
            <h2 id="price">{t!(lang, "prices-title")}</h2>
            {prices::bill(lang, quote, view.me)}
            {settle}
        </section>
    }
    .into_any()
}

/// What calling off costs now, and until when; what the form then says it showed.
#[must_use]
pub fn cancelling(voice: &Voice, view: &BookingView) -> AnyView {
    let (lang, booking) = (voice.lang, &view.booking);
    let Some(quote) = booking.quote.as_ref().filter(|quote| !quote.is_free()) else {
        return ().into_any();
    };
    let owed = owed(booking, view.me, voice.now);
    let money = |minor: i64| format::money(lang, minor, quote.currency.code());
    let now = match (view.me, owed.minor) {
        (Party::Lender, _) => t!(lang, "bookings-cancelling-lender", other = voice.other(view)),
        (Party::Borrower, 0) => t!(lang, "bookings-cancelling-free"),
        (Party::Borrower, minor) => t!(
            lang,
            "bookings-cancelling-costs",
            owed = money(minor),
            percent = i64::from(owed.percent)
        ),
    };
    let until = owed
        .until
        .map(|until| t!(lang, "bookings-cancelling-until", until = voice.moment(until)));
    view! {
        <p>{now}{until.map(|until| format!(" {until}"))}</p>
        <input type="hidden" name="seen" value=owed.minor.to_string()/>
    }
    .into_any()
}

/// What who called it off owes, once it is over.
#[must_use]
pub fn owing(lang: Lang, view: &BookingView) -> Option<AnyView> {
    let (minor, quote) = (
        view.booking.owed_minor.filter(|minor| *minor > 0)?,
        view.booking.quote.as_ref()?,
    );
    let owed = format::money(lang, minor, quote.currency.code());
    let text = t!(lang, "bookings-cancelled-owed", side = view.me.name(), owed = owed);
    Some(view! { <p class="next-step__price">{text}</p> }.into_any())
}
