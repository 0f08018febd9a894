//! The form in which a thing is asked for.

use super::words::{Voice, endings};
use crate::listings::listing_path;
use crate::prices;
use crate::shell::{
    format,
    forms::{Errors, Field},
    pieces::{icon, member_name},
    words::variant,
};
use domain::{
    Day, Lang,
    availability::Grain,
    bookings::{self, Offering, Party, RequestDraft, asking::LONGEST_NOTE},
    members::Me,
    prices::{Basis, Quote},
    secrets::Token,
};
use leptos::prelude::*;

/// The form, with what was typed in it and what is wrong.
pub fn form(
    voice: &Voice,
    offering: &Offering,
    me: Option<&Me>,
    typed: RequestDraft,
    wrong: &[(Option<String>, String)],
    owner: &str,
) -> AnyView {
    let lang = voice.lang;
    let none = Errors::default();
    let at = |name: &str| {
        let found = wrong.iter().find(|(field, _)| field.as_deref() == Some(name));
        found.map(|(_, text)| text.clone())
    };
    let plan = &offering.offer.plan;
    let lead_days = match plan.grain {
        Grain::Day => plan.lead,
        Grain::Hour => 0,
    };
    let earliest = Some(offering.today.plus(lead_days.max(0)).to_string());
    let latest = Some(offering.today.plus(plan.horizon).to_string());
    let date = |name: &'static str, label: String, value: &str| {
        Field::new(name, label)
            .kind("date")
            .between(earliest.clone(), latest.clone())
            .value(value)
            .wrong(at(name))
            .show(lang, &none)
    };
    let kind = offering.terms.kind;
    // What is needed on certain days is offered for those first.
    let needed = |typed: &str, day: Option<Day>| match day.filter(|_| typed.is_empty()) {
        Some(day) => day.to_string(),
        None => typed.to_owned(),
    };
    let on = offering.offer.needed;
    let from = date(
        "from",
        t!(lang, &voice.named("bookings-from")),
        &needed(&typed.from, on.map(|on| on.first)),
    );
    let to = date(
        "to",
        t!(lang, &voice.named("bookings-to")),
        &needed(&typed.to, on.map(|on| on.last)),
    );
    let days = match plan.grain {
        Grain::Day => view! { <div class="field-row">{from}{to}</div> }.into_any(),
        Grain::Hour => {
            let hour = |name: &'static str, label: String, hours: std::ops::RangeInclusive<i8>, value: &str| {
                hour_field(lang, name, label, hours, value, at(name))
            };
            view! {
                <div class="field-row">
                    {from}{hour("from_hour", t!(lang, "bookings-from-hour"), 0..=23, &typed.from_hour)}
                </div>
                <div class="field-row">
                    {to}{hour("to_hour", t!(lang, "bookings-to-hour"), 1..=24, &typed.to_hour)}
                </div>
            }
            .into_any()
        }
    };
    let days = view! {
        {days}
        {sum(voice, offering, &typed, at("offer"), owner)}
    };
    let not_then = at("from").is_some() || at("to").is_some() || at("from_hour").is_some() || at("to_hour").is_some();
    let quote = quoted(offering, &typed).filter(|_| !not_then);
    let total = quote.as_ref().map(|quote| prices::total(lang, quote));
    // Where the two agree on a sum, there is nothing to show before.
    let free = offering.terms.prices.is_free() || offering.terms.prices.basis == Basis::Offer;
    let button = match (&total, offering.terms.instant) {
        (None, _) if !free => t!(lang, "bookings-request-button-price"),
        (Some(total), true) if !free => t!(lang, "bookings-request-button-at-once-for", total = total.clone()),
        (Some(total), false) if !free => {
            t!(
                lang,
                "bookings-request-button-for",
                owner = owner.to_owned(),
                total = total.clone()
            )
        }
        (_, true) => t!(lang, "bookings-request-button-at-once"),
        (_, false) => {
            let button = variant(lang, "bookings-request-button", endings(kind));
            t!(lang, &button, owner = owner.to_owned())
        }
    };
    let promise = if offering.terms.instant {
        t!(lang, "bookings-request-promise-at-once")
    } else {
        let promise = variant(lang, "bookings-request-promise", endings(kind));
        t!(lang, &promise, owner = owner.to_owned())
    };
    let delivery = delivery(voice, offering, &typed);
    let bill = quote.filter(|quote| !quote.lines.is_empty()).map(|quote| {
        view! {
            {prices::bill(lang, &quote, Party::Borrower)}
            <p class="field__hint">
                {t!(lang, if kind.changes_hands() { "prices-settle" } else { "prices-settle-help" })}
            </p>
            <input type="hidden" name="seen" value=quote.total_minor.to_string()/>
        }
    });
    let again = (!free).then(|| {
        let listing = listing_path(offering.listing);
        view! {
            <button class="button button--quiet" formmethod="get" formaction=format!("{listing}#request")>
                {t!(lang, "bookings-request-price")}
            </button>
        }
    });
    let action = format!("/listings/{}/request", offering.listing);
    let note = Field::new("note", t!(lang, "bookings-note", owner = owner.to_owned()))
        .lines(4)
        .longest(LONGEST_NOTE)
        .optional()
        .placeholder(t!(lang, &variant(lang, "bookings-note-placeholder", endings(kind))))
        .value(typed.note.clone())
        .wrong(at("note"))
        .show(lang, &none);
    if me.is_none() && typed.note.is_empty() && typed.offer.is_empty() {
        // The days travel in the address through signing in; the sentence comes after.
        return view! {
            <form class="form" method="get" action=action>
                {days}
                {delivery}
                {bill}
                <button class="button button--large button--block">{button}</button>
                {again}
                <p class="field__hint">{t!(lang, "bookings-request-sign-in")}</p>
            </form>
        }
        .into_any();
    }
    let once = if typed.once.is_empty() {
        Token::new().text().to_owned()
    } else {
        typed.once
    };
    view! {
        <form class="form" method="post" action=action>
            {days}
            {delivery}
            {note}
            <input type="hidden" name="once" value=once/>
            {bill}
            <button class="button button--large button--block">{button}</button>
            {again}
            <p class="request__promise">
                {icon("clock")}<span>{promise}</span>
            </p>
        </form>
    }
    .into_any()
}

/// What the days typed so far cost, as soon as they make sense.
fn quoted(offering: &Offering, typed: &RequestDraft) -> Option<Quote> {
    let (period, extras, _) = bookings::asking::read(typed).ok()?;
    offering.terms.quote(period, extras).ok()
}

/// Whether to have it brought, where that is offered.
fn delivery(voice: &Voice, offering: &Offering, typed: &RequestDraft) -> Option<AnyView> {
    let (lang, terms) = (voice.lang, &offering.terms);
    let fee = match terms.prices.delivery? {
        0 => t!(lang, "card-free"),
        minor => format::money(lang, minor, &terms.currency),
    };
    let owner = member_name(lang, &terms.owner_name);
    Some(
        view! {
            <div class="choices">
                <label class="choice" id="delivery" tabindex="-1">
                    <input type="checkbox" name="delivery" value="yes" checked=typed.delivery == "yes"/>
                    <span>{t!(lang, "bookings-request-delivery", owner = owner)}</span>
                    <span class="choice__note">{fee}</span>
                </label>
            </div>
        }
        .into_any(),
    )
}

/// When it is needed that somebody looks for.
pub fn needed(voice: &Voice, offering: &Offering) -> AnyView {
    let lang = voice.lang;
    let text = match offering.offer.needed {
        Some(period) => t!(lang, "bookings-request-needed", days = voice.period(period)),
        None => t!(lang, "bookings-request-any-time"),
    };
    view! { <p class="request__promise">{icon("calendar")}<span>{text}</span></p> }.into_any()
}

/// The sum asked or offered, where the two agree on one.
fn sum(
    voice: &Voice,
    offering: &Offering,
    typed: &RequestDraft,
    wrong: Option<String>,
    owner: &str,
) -> Option<AnyView> {
    let (lang, terms) = (voice.lang, &offering.terms);
    if terms.prices.basis != Basis::Offer {
        return None;
    }
    let key = if terms.kind.is_wanted() {
        "bookings-request-ask-offer"
    } else {
        "bookings-request-ask-quote"
    };
    let field = Field::new("offer", t!(lang, key))
        .hint(t!(lang, &format!("{key}-hint"), owner = owner.to_owned()))
        .inputmode("decimal")
        .unit(format::currency_sign(&terms.currency))
        .optional()
        .value(&typed.offer)
        .wrong(wrong);
    Some(field.show(lang, &Errors::default()))
}

/// A choice of full hours, with nothing chosen at first.
pub(super) fn hour_field(
    lang: Lang,
    name: &'static str,
    label: String,
    hours: std::ops::RangeInclusive<i8>,
    chosen: &str,
    wrong: Option<String>,
) -> AnyView {
    hour_field_within(lang, (name, name), label, hours, chosen, wrong)
}

/// The same with an id beside its name, where another form of the page has a field of that name.
#[must_use]
pub fn hour_field_within(
    lang: Lang,
    (name, id): (&'static str, &'static str),
    label: String,
    hours: std::ops::RangeInclusive<i8>,
    chosen: &str,
    wrong: Option<String>,
) -> AnyView {
    let chosen = chosen.trim().trim_end_matches(":00").to_owned();
    let items = hours
        .map(|hour| {
            let selected = hour.to_string() == chosen;
            view! { <option value=hour.to_string() selected=selected>{t!(lang, "clock-hour", hour = hour)}</option> }
        })
        .collect_view();
    let error_id = format!("{id}-error");
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <select class="input" id=id name=name aria-invalid=wrong.is_some().then_some("true")
                aria-describedby=wrong.is_some().then(|| error_id.clone())>
                <option value="">{t!(lang, "bookings-hour-choose")}</option>
                {items}
            </select>
            {wrong.map(|text| view! { <p class="field__error" id=error_id>{text}</p> })}
        </div>
    }
    .into_any()
}
