//! The fifth step: by the day or by the hour, when, how early, how long, how many.

use super::{Again, Saved, StepPage, Typed, id_in, saved, step_path, times_fields::Shape};
use crate::bookings::kind_key;
use crate::listings::{
    calendar::{self, Month},
    facts,
};
use crate::shell::{
    Answer, AppError, SignedIn, Visitor, format,
    forms::{Asked, Field, Sent},
    notices::redirect,
    pieces::{icon, member_name},
};
use axum::{extract::Path, response::Response};
use domain::{
    Ctx, Day,
    availability::{self, DayState, Grain, Reason, WeekHours},
    bookings::{self, BookingView},
    listings::{
        self, Listing, State, Step,
        steps::{Booked, Preset, TimesForm, times},
    },
    members::Me,
};
use leptos::prelude::*;
use serde::Deserialize;

/// The answer of whoever has seen which bookings a new plan leaves outside.
const SEEN: &str = "yes";

/// Which months are shown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Leaf {
    month: String,
}

/// `GET /things/{id}/times`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Asked(leaf): Asked<Leaf>) -> Answer {
    let listing = listings::own(visitor.ctx(), &me, id_in(&id)?)
        .await
        .map_err(AppError::from_domain)?;
    let again = More::default();
    form(&visitor, &me, &listing, &filled(&listing), &leaf.month, again).await
}

/// The form as a listing fills it in. What is of the other grain has usual values.
fn filled(listing: &Listing) -> TimesForm {
    let rhythm = listing.rhythm;
    let of = |grain: Grain, value: i64, usual: i64| if rhythm.grain == grain { value } else { usual }.to_string();
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    TimesForm {
        needed_from: day(listing.needed_first),
        needed_to: day(listing.needed_last),
        grain: rhythm.grain.name().into(),
        preset: Preset::of_weekdays(listing.weekly_plan).name().into(),
        weekdays: listing.weekly_plan.weekdays().map(|day| day.to_string()).collect(),
        preset_hours: Preset::of_hours(rhythm.week_hours).name().into(),
        hours: rhythm.week_hours.0.map(WeekHours::written).into(),
        stays_out: if rhythm.stays_out { "yes" } else { "no" }.into(),
        lead_days: listing.lead_days.to_string(),
        shortest_days: of(Grain::Day, rhythm.shortest, 1),
        longest_days: listing.longest_days.to_string(),
        buffer_days: of(Grain::Day, rhythm.buffer, 0),
        lead_hours: rhythm.lead_hours.to_string(),
        shortest_hours: of(Grain::Hour, rhythm.shortest, 1),
        longest_hours: rhythm.longest_hours.to_string(),
        buffer_hours: of(Grain::Hour, rhythm.buffer, 0),
        horizon_days: rhythm.horizon_days.to_string(),
        units: listing.unit_count.to_string(),
        instant: if listing.instant { "yes" } else { "" }.into(),
        blocked: listing.blocked.iter().map(ToString::to_string).collect(),
        opened: listing.opened.iter().map(ToString::to_string).collect(),
        ..TimesForm::default()
    }
}

/// `POST /things/{id}/times`. Leafing through the months keeps what was ticked, too.
pub async fn save(
    SignedIn { visitor, me }: SignedIn,
    Path(id): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Answer {
    let (ctx, sent, id) = (visitor.ctx(), Typed(pairs), id_in(&id)?);
    let typed = read(&sent);
    let month = Day::parse(&typed.shown_from)
        .map(|day| Month::of(day).to_string())
        .unwrap_or_default();
    let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
    if listing.state != State::Draft && sent.one("outside") != SEEN {
        let (next, errors) = times(&listing, &typed, Booked::default(), listing.today(ctx.clock.now()));
        let outside = bookings::left_outside(ctx, &me, &listing, &next).await?;
        // By the hour instead of by the day waits for all of them, which saving says.
        let same_grain = next.rhythm.grain == listing.rhythm.grain;
        if same_grain && errors.is_empty() && !outside.is_empty() {
            let more = More {
                outside,
                ..More::default()
            };
            return form(&visitor, &me, &listing, &typed, &month, more).await;
        }
    }
    let answer = listings::save_times(ctx, &me, id, sent.version(), &typed).await;
    let leaf = sent.one("leaf");
    if answer.is_ok() && !leaf.is_empty() {
        let month = Month::parse(&leaf)
            .map(|month| format!("?month={month}#blocked"))
            .unwrap_or_default();
        return Ok(redirect(&format!("{}{month}", step_path(id, Step::Times))));
    }
    match saved(answer, id, Step::Times, &sent.go())? {
        Saved::GoOn(response) => Ok(response),
        Saved::Again(again) => {
            let listing = listings::own(ctx, &me, id).await.map_err(AppError::from_domain)?;
            let more = More {
                again,
                ..More::default()
            };
            form(&visitor, &me, &listing, &typed, &month, more).await
        }
    }
}

fn read(sent: &Typed) -> TimesForm {
    TimesForm {
        needed_from: sent.one("needed_from"),
        needed_to: sent.one("needed_to"),
        grain: sent.one("grain"),
        preset: sent.one("preset"),
        weekdays: sent.all("weekdays"),
        preset_hours: sent.one("preset_hours"),
        hours: (0..7).map(|day| sent.one(&format!("hours_{day}"))).collect(),
        stays_out: sent.one("stays_out"),
        lead_days: sent.one("lead_days"),
        shortest_days: sent.one("shortest_days"),
        longest_days: sent.one("longest_days"),
        buffer_days: sent.one("buffer_days"),
        lead_hours: sent.one("lead_hours"),
        shortest_hours: sent.one("shortest_hours"),
        longest_hours: sent.one("longest_hours"),
        buffer_hours: sent.one("buffer_hours"),
        horizon_days: sent.one("horizon_days"),
        units: sent.one("units"),
        instant: sent.one("instant"),
        blocked: sent.all("blocked"),
        opened: sent.all("opened"),
        shown_from: sent.one("shown_from"),
        shown_to: sent.one("shown_to"),
        block_from: sent.one("block_from"),
        block_to: sent.one("block_to"),
        block_as: sent.one("block_as"),
    }
}

/// The days between two months that bookings hold.
async fn taken(ctx: &Ctx, me: &Me, listing: &Listing, months: (Month, Month)) -> Result<Vec<Day>, AppError> {
    if listing.state == State::Draft {
        return Ok(Vec::new());
    }
    let thing = listings::public_listing(ctx, Some(me.id), listing.id)
        .await
        .map_err(AppError::from_domain)?;
    let days = availability::calendar(ctx, &thing, months.0.first(), months.1.last()).await?;
    Ok(days
        .into_iter()
        .filter(|day| day.state == DayState::Taken)
        .map(|day| day.day)
        .collect())
}

/// Why the form comes back.
#[derive(Default)]
struct More {
    again: Again,
    /// Bookings that a new plan would not allow, and why.
    outside: Vec<(BookingView, Reason)>,
}

async fn form(visitor: &Visitor, me: &Me, listing: &Listing, typed: &TimesForm, month: &str, more: More) -> Answer {
    let ctx = visitor.ctx();
    let today = listing.today(ctx.clock.now());
    if listing.kind.is_wanted() {
        return Ok(needed(visitor, listing, typed, today, more.again));
    }
    let months = calendar::window(month, today);
    let taken = taken(ctx, me, listing, months).await?;
    let shape = Shape {
        lang: visitor.lang,
        kind: listing.kind,
        typed,
        errors: &more.again.errors,
    };
    let fields = view! {
        {outside(visitor, listing, &more.outside)}
        {shape.show(months, today, &taken)}
    }
    .into_any();
    Ok(whole(visitor, listing, fields, more))
}

fn whole(visitor: &Visitor, listing: &Listing, fields: AnyView, more: More) -> Response {
    let lang = visitor.lang;
    let labels = (0..7)
        .map(|day| (format!("hours_{day}"), format::weekday(lang, day)))
        .collect();
    StepPage {
        visitor,
        id: listing.id,
        listing: Some(listing),
        kind: listing.kind,
        step: Step::Times,
        title: t!(lang, &kind_key(lang, "listings-times-title", listing.kind)),
        lead: (listing.state != State::Draft)
            .then(|| facts::plan_words(lang, listing.kind, &listing.plan(), listing.unit_count)),
        action: step_path(listing.id, Step::Times),
        again: more.again,
        labels,
    }
    .show(fields, ().into_any())
}

/// When something is needed that its owner looks for.
fn needed(visitor: &Visitor, listing: &Listing, typed: &TimesForm, today: Day, again: Again) -> Response {
    let lang = visitor.lang;
    let days = [
        ("needed_from", "listings-needed-from", &typed.needed_from),
        ("needed_to", "listings-needed-to", &typed.needed_to),
    ]
    .map(|(name, label, value)| {
        Field::new(name, t!(lang, label))
            .kind("date")
            .value(value)
            .between(Some(today.to_string()), None)
            .show(lang, &again.errors)
    });
    let fields = view! {
        <div class="field-row">{days}</div>
        <p class="field__hint">{t!(lang, "listings-needed-hint")}</p>
    }
    .into_any();
    StepPage {
        visitor,
        id: listing.id,
        listing: Some(listing),
        kind: listing.kind,
        step: Step::Times,
        title: t!(lang, "listings-needed-title"),
        lead: None,
        action: step_path(listing.id, Step::Times),
        again,
        labels: Vec::new(),
    }
    .show(fields, ().into_any())
}

/// Which bookings lie outside of a new plan: they stay as agreed, and their owner has seen it when the form is sent again.
fn outside(visitor: &Visitor, listing: &Listing, outside: &[(BookingView, Reason)]) -> AnyView {
    if outside.is_empty() {
        return ().into_any();
    }
    let lang = visitor.lang;
    let zone = jiff::tz::TimeZone::get(&listing.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let voice = crate::bookings::Voice::new(lang, visitor.ctx().clock.now(), zone).about(listing.kind);
    let items = outside
        .iter()
        .map(|(view, reason)| {
            let text = t!(
                lang,
                "listings-outside-line",
                other = member_name(lang, &view.borrower.name),
                days = voice.period(view.booking.period)
            );
            view! {
                <li>
                    <a href=view.booking.key.id.path()>{text}</a>" "
                    {crate::bookings::unavailable(&voice, *reason)}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="notice" data-kind="warning" role="alert">
            {icon("warning")}
            <div>
                <p class="notice__title">{t!(lang, "listings-outside-title")}</p>
                <p>{t!(lang, "listings-outside")}</p>
                <ul>{items}</ul>
                <input type="hidden" name="outside" value=SEEN/>
            </div>
        </div>
    }
    .into_any()
}
