//! The last step of what is rented or offered as help: what it costs.

use super::{Again, Choice, Choices, Saved, StepPage, Typed, id_in, path_of, saved, step_path};
use crate::{
    prices::examples,
    shell::{
        Answer, AppError, SignedIn, Visitor, format,
        forms::{Errors, Field, Sent, problem},
        notices::redirect,
    },
};
use axum::{extract::Path, response::Response};
use domain::{
    Lang,
    listings::{self, Cancellation, Kind, Listing, Step},
    prices::{Currency, DiscountForm, PriceForm},
};
use leptos::prelude::*;

/// The rows in which discounts are typed: names of the days and of the percent.
const ROWS: [(&str, &str); 6] = [
    ("discount_days_1", "discount_percent_1"),
    ("discount_days_2", "discount_percent_2"),
    ("discount_days_3", "discount_percent_3"),
    ("discount_days_4", "discount_percent_4"),
    ("discount_days_5", "discount_percent_5"),
    ("discount_days_6", "discount_percent_6"),
];
/// So many rows stand there, and one more than are filled in.
const LEAST_ROWS: usize = 2;

/// `GET /things/{id}/price`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>) -> Answer {
    let listing = listings::own(visitor.ctx(), &me, id_in(&id)?)
        .await
        .map_err(AppError::from_domain)?;
    if !Step::of(listing.kind).contains(&Step::Price) {
        return Ok(redirect(&path_of(listing.id)));
    }
    let mut typed = PriceForm::of(&listing.prices, Currency::of(&listing.currency));
    if listing.step <= Step::Price.number() {
        // Nothing was chosen yet, so nothing is.
        typed.price_basis = String::new();
    }
    Ok(form(
        &visitor,
        &listing,
        &localised(visitor.lang, typed),
        listing.cancellation.name(),
        Again::default(),
    ))
}

/// `POST /things/{id}/price`
pub async fn save(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Answer {
    let (ctx, sent, id) = (visitor.ctx(), Typed(pairs), id_in(&id)?);
    let typed = PriceForm {
        price_basis: sent.one("price_basis"),
        price_fixed: sent.one("price_fixed"),
        price_hour: sent.one("price_hour"),
        price_day: sent.one("price_day"),
        price_week: sent.one("price_week"),
        price_month: sent.one("price_month"),
        price_weekend_hour: sent.one("price_weekend_hour"),
        price_weekend_day: sent.one("price_weekend_day"),
        discounts: ROWS
            .iter()
            .map(|(days, percent)| DiscountForm {
                days: sent.one(days),
                percent: sent.one(percent),
            })
            .collect(),
        minimum: sent.one("minimum"),
        delivery_fee: sent.one("delivery_fee"),
        deposit: sent.one("deposit"),
    };
    let cancellation = sent.one("cancellation");
    let answer = listings::save_prices(ctx, &me, id, sent.version(), &typed, &cancellation).await;
    match saved(answer, id, Step::Price, &sent.go())? {
        Saved::GoOn(response) => Ok(response),
        Saved::Again(again) => {
            let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
            Ok(form(&visitor, &listing, &typed, &cancellation, again))
        }
    }
}

/// Amounts as the language writes them.
fn localised(lang: Lang, form: PriceForm) -> PriceForm {
    let write = |amount: String| match lang {
        Lang::De => amount.replace('.', ","),
        Lang::En => amount,
    };
    PriceForm {
        price_fixed: write(form.price_fixed),
        price_hour: write(form.price_hour),
        price_day: write(form.price_day),
        price_week: write(form.price_week),
        price_month: write(form.price_month),
        price_weekend_hour: write(form.price_weekend_hour),
        price_weekend_day: write(form.price_weekend_day),
        minimum: write(form.minimum),
        delivery_fee: write(form.delivery_fee),
        deposit: write(form.deposit),
        ..form
    }
}

fn form(visitor: &Visitor, listing: &Listing, typed: &PriceForm, cancellation: &str, again: Again) -> Response {
    let lang = visitor.lang;
    let money = Money {
        lang,
        unit: format::currency_sign(&listing.currency),
        errors: &again.errors,
    };
    let help = listing.kind == Kind::Service;
    let fields = if help {
        help_fields(&money, typed)
    } else {
        rent_fields(&money, typed)
    };
    let tiers = Choices {
        name: "cancellation",
        question: t!(lang, "prices-ask-cancellation"),
        hint: None,
        kind: "radio",
        class: "choices--boxed",
        all: Cancellation::ALL
            .iter()
            .map(|tier| Choice {
                value: tier.name().to_owned(),
                words: t!(lang, &format!("prices-cancellation-{}", tier.name())),
                note: Some(t!(lang, &format!("prices-cancellation-{}-note", tier.name()))),
                icon: None,
                chosen: tier.name() == cancellation,
            })
            .collect(),
    }
    .show(lang, money.errors);
    let fields = view! { {fields}{tiers} }.into_any();
    let ctx = visitor.ctx();
    let today = listing.today(ctx.clock.now());
    let examples = examples(lang, &listing.prices, &listing.currency, &ctx.settings.fees, today);
    let lead = if help {
        "prices-step-lead-help"
    } else {
        "prices-step-lead"
    };
    StepPage {
        visitor,
        id: listing.id,
        listing: Some(listing),
        kind: listing.kind,
        step: Step::Price,
        title: t!(lang, "prices-step-title"),
        lead: Some(t!(lang, lead)),
        action: step_path(listing.id, Step::Price),
        again: again.clone(),
        labels: Vec::new(),
    }
    .show(fields, examples.into_any())
}

struct Money<'a> {
    lang: Lang,
    unit: String,
    errors: &'a Errors,
}

impl Money<'_> {
    /// A field for an amount, with the key of its label and perhaps one of a hint.
    fn field(&self, name: &'static str, label: &str, hint: Option<&str>, value: &str) -> AnyView {
        let field = Field::new(name, t!(self.lang, label))
            .inputmode("decimal")
            .unit(self.unit.clone())
            .value(value);
        match hint {
            Some(hint) => field.hint(t!(self.lang, hint)),
            None => field,
        }
        .show(self.lang, self.errors)
    }
}

fn rent_fields(money: &Money<'_>, typed: &PriceForm) -> AnyView {
    let (lang, errors) = (money.lang, money.errors);
    let weekend_hint = Some("prices-ask-weekend-hint");
    let more = [
        &typed.price_weekend_day,
        &typed.price_hour,
        &typed.price_weekend_hour,
        &typed.minimum,
        &typed.delivery_fee,
        &typed.deposit,
    ];
    let wrong_inside = errors
        .0
        .iter()
        .any(|error| !["price_day", "price_week", "price_month"].contains(&error.field.as_str()));
    let open = wrong_inside || more.iter().any(|value| !value.is_empty()) || typed.discounts.iter().any(said);
    view! {
        {money.field("price_day", "prices-ask-day", None, &typed.price_day)}
        <div class="field-row">
            {money.field("price_week", "prices-ask-week", None, &typed.price_week)}
            {money.field("price_month", "prices-ask-month", None, &typed.price_month)}
        </div>
        <details class="fold" open=open>
            <summary class="fold__head">{t!(lang, "prices-more")}</summary>
            <div class="fold__body form">
                {money.field("price_weekend_day", "prices-ask-weekend-day", weekend_hint, &typed.price_weekend_day)}
                {discounts(lang, errors, &typed.discounts)}
                {money.field("minimum", "prices-ask-minimum", Some("prices-ask-minimum-hint"), &typed.minimum)}
                {money.field("delivery_fee", "prices-ask-delivery", Some("prices-ask-delivery-hint"), &typed.delivery_fee)}
                {money.field("deposit", "prices-ask-deposit", Some("prices-ask-deposit-hint"), &typed.deposit)}
                <div class="field-row">
                    {money.field("price_hour", "prices-ask-hour", None, &typed.price_hour)}
                    {money.field("price_weekend_hour", "prices-ask-weekend-hour", None, &typed.price_weekend_hour)}
                </div>
            </div>
        </details>
    }
    .into_any()
}

fn said(row: &DiscountForm) -> bool {
    !(row.days.is_empty() && row.percent.is_empty())
}

fn discounts(lang: Lang, errors: &Errors, typed: &[DiscountForm]) -> AnyView {
    let filled = typed.iter().rposition(said).map_or(0, |last| last + 1);
    let empty = DiscountForm::default();
    let rows = ROWS
        .iter()
        .enumerate()
        .take(LEAST_ROWS.max(filled + 1))
        .map(|(at, (days, percent))| {
            let row = typed.get(at).unwrap_or(&empty);
            let field = |name: &'static str, label: &str, value: &str| {
                Field::new(name, t!(lang, label))
                    .inputmode("numeric")
                    .value(value)
                    .show(lang, errors)
            };
            view! {
                <div class="field-row">
                    {field(days, "prices-discount-days", &row.days)}
                    {field(percent, "prices-discount-percent", &row.percent)}
                </div>
            }
        })
        .collect_view();
    let wrong = errors.of("discounts").map(|p| problem(lang, p));
    view! {
        <fieldset class="group" id="discounts" tabindex="-1">
            <legend class="group__legend">{t!(lang, "prices-discounts")}</legend>
            <p class="field__hint">{t!(lang, "prices-discounts-hint")}</p>
            {rows}
            {wrong.map(|text| view! { <p class="field__error">{text}</p> })}
        </fieldset>
    }
    .into_any()
}

fn help_fields(money: &Money<'_>, typed: &PriceForm) -> AnyView {
    let lang = money.lang;
    let basis = Choices {
        name: "price_basis",
        question: t!(lang, "prices-ask-basis"),
        hint: None,
        kind: "radio",
        class: "choices--boxed",
        all: ["free", "hourly", "fixed", "offer"]
            .map(|basis| Choice {
                value: basis.to_owned(),
                words: t!(lang, &format!("prices-basis-{basis}")),
                note: Some(t!(lang, &format!("prices-basis-{basis}-note"))),
                icon: None,
                chosen: typed.price_basis == basis,
            })
            .into(),
    }
    .show(lang, money.errors);
    view! {
        {basis}
        <div class="field-row by-basis" data-basis="hourly">
            {money.field("price_hour", "prices-ask-hour", None, &typed.price_hour)}
            {money.field("minimum", "prices-ask-minimum", Some("prices-ask-minimum-hint-help"), &typed.minimum)}
        </div>
        <div class="by-basis" data-basis="fixed">
            {money.field("price_fixed", "prices-ask-fixed", None, &typed.price_fixed)}
        </div>
    }
    .into_any()
}
