//! The page of one booking: whose turn it is, what can be done, how it went, who, where and on which terms.

use super::{
    actions::path_name,
    changing, costs, instead,
    timeline::timeline,
    together,
    words::{Voice, with_words},
};
use crate::listings::category_icon;
use crate::messages::write_link;
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor, format,
    forms::{Asked, Errors, Field},
    photo,
    pieces::{AvatarSize, avatar, crumbs, icon, large_icon, member_name, member_path},
};
use axum::extract::Path;
use domain::{
    Lang,
    availability::Period,
    bookings::{
        self, Booking, BookingId, BookingView, Command, Custody, ExactPlace, Party, Person, State,
        asking::LONGEST_NOTE,
        next::{Step, Whose},
        rules,
    },
    listings::{self, Condition, Handover, categories::Categories},
    members::Me,
    messages,
    photos::Size,
};
use http::StatusCode;
use leptos::prelude::*;
use serde::Deserialize;

/// What a page comes back with after something was refused, or after signing in on the way.
#[derive(Clone, Debug, Default)]
pub struct Again {
    /// The answer's status.
    pub status: StatusCode,
    /// The command tried, as addresses have it.
    pub command: String,
    /// The words typed with it.
    pub reason: String,
    /// The first day typed with it.
    pub from: String,
    /// The last day typed with it.
    pub to: String,
    /// The sum typed with it.
    pub offer: String,
    /// The hour typed with the first day.
    pub from_hour: String,
    /// The hour typed with the last day.
    pub to_hour: String,
    /// What else was chosen to be asked for.
    pub with: Vec<String>,
    /// What is wrong with what was typed, by field.
    pub wrong: Vec<(String, String)>,
    /// Why it was refused otherwise.
    pub problem: Option<String>,
}

impl Again {
    /// What is wrong at a field of a command's form.
    #[must_use]
    pub fn wrong_at(&self, command: &str, field: &str) -> Option<String> {
        let wrong = self.wrong.iter().find(|(at, _)| at == field);
        wrong.filter(|_| self.command == command).map(|(_, text)| text.clone())
    }
}

/// What was typed before signing in.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Typed {
    command: String,
    reason: String,
    from: String,
    to: String,
    offer: String,
    from_hour: String,
    to_hour: String,
}

/// `GET /bookings/{id}`
pub async fn booking(SignedIn { visitor, me }: SignedIn, Path(id): Path<String>, Asked(typed): Asked<Typed>) -> Answer {
    let id: BookingId = id.parse().map_err(|_| AppError::NotFound)?;
    let again = Again {
        command: typed.command,
        reason: typed.reason,
        from: typed.from,
        to: typed.to,
        offer: typed.offer,
        from_hour: typed.from_hour,
        to_hour: typed.to_hour,
        ..Again::default()
    };
    show(&visitor, &me, id, again).await
}

/// The page of a booking, as it stands now.
///
/// # Errors
/// [`AppError::NotFound`] for anybody but its two parties.
pub async fn show(visitor: &Visitor, me: &Me, id: BookingId, again: Again) -> Answer {
    let ctx = visitor.ctx();
    let view = bookings::booking_seen_by(ctx, me, id)
        .await
        .map_err(AppError::from_domain)?;
    let history = bookings::history(ctx, me, id).await.map_err(AppError::from_domain)?;
    let place = bookings::exact_place(ctx, me, id)
        .await
        .map_err(AppError::from_domain)?;
    let together = together::of_booking(visitor, me, &view).await?;
    let reviews = crate::reviews::of_booking(visitor, me, &view).await?;
    let claims = crate::claims::of_booking(visitor, me, &view).await?;
    let handovers = crate::handovers::of_booking(visitor, me, &view).await?;
    let said = crate::signals::of_booking(visitor, me, &view).await?;
    let unread = messages::unread_in(ctx, me.id, id.into())
        .await
        .map_err(domain::error::Fault::from)?;
    let voice = Voice::of(visitor.lang, ctx.clock.now(), &view.booking);
    let tree = listings::categories_of(ctx).await?;
    let instead = instead::free(visitor, &voice, &view, &tree).await?;
    let title = voice.next_title(&view);
    Ok(Page::new(visitor, title).status(again.status).hidden().show(move || {
        let lang = voice.lang;
        view! {
            {crumbs(lang, [("/loans".into(), t!(lang, "bookings-loans"))])}
            {again.problem.clone().map(|text| view! {
                <div class="notices"><div class="notice" data-kind="warning" role="alert">{icon("warning")}<p>{text}</p></div></div>
            })}
            <div class="split">
                <div class="stack stack--wide">
                    {thing(&voice, &view, &tree)}
                    {next_step(&voice, &view, &again)}
                    {together.show(&voice, &view, &tree, &again)}
                    {instead}
                    {said.panel}
                    {claims}
                    {handovers.panel}
                    {reviews}
                    {timeline(&voice, &view, &history, [handovers.lines, said.lines].into_iter().flatten().collect())}
                </div>
                <div class="stack stack--wide">
                    {period(&voice, &view)}
                    {costs::price(lang, &view)}
                    {said.late}
                    {both(&voice, &view, unread)}
                    {whereabouts(&voice, &view, place)}
                    {agreed(lang, &view.booking)}
                    {conduct(lang)}
                </div>
            </div>
        }
    }))
}

fn thing(voice: &Voice, view: &BookingView, tree: &Categories) -> AnyView {
    let terms = &view.booking.terms;
    let picture = match view.photo {
        Some(id) => view! { <img src=photo::address(id, Size::Small) width="240" height="180" alt=""/> }.into_any(),
        None => large_icon(category_icon(tree, view.category.as_deref().unwrap_or_default())),
    };
    let title = terms.title.clone();
    let title = if view.listing_shown {
        let href = format!("/listings/{}", view.booking.key.listing);
        view! { <a class="plain-link" dir="auto" href=href>{title}</a> }.into_any()
    } else {
        view! { <span dir="auto">{title}</span> }.into_any()
    };
    view! {
        <header class="booking__thing">
            {picture}
            <div class="stack stack--tight">
                <h1 class="booking__title">{title}</h1>
                <p>{voice.period(view.booking.period)}</p>
            </div>
        </header>
    }
    .into_any()
}

fn next_step(voice: &Voice, view: &BookingView, again: &Again) -> AnyView {
    let lang = voice.lang;
    let whose = match view.next.whose {
        _ if view.overdue => "late",
        Whose::Mine => "mine",
        Whose::Late => "late",
        Whose::Theirs => "theirs",
        Whose::Nobodys if view.booking.state == State::Closed => "done",
        Whose::Nobodys => "theirs",
    };
    let mine = matches!(view.next.whose, Whose::Mine | Whose::Late);
    let (main, rest): (Vec<_>, Vec<_>) = rules::open_to(&view.booking, view.me, voice.now)
        .into_iter()
        .partition(|command| mine && view.next.main.as_ref() == Some(command));
    let (folded, small): (Vec<_>, Vec<_>) = rest.into_iter().partition(|command| {
        with_words(lang, command, String::new()).is_some() || matches!(command, Command::Propose { .. })
    });
    let path = view.booking.key.id.path();
    let main = main
        .into_iter()
        .map(|command| {
            view! {
                <form method="post" action=format!("{path}/{}", path_name(&command))>
                    <button class="button button--large button--block">
                        {button_icon(&command)}{voice.button(&command, view)}
                    </button>
                </form>
            }
        })
        .collect_view();
    // Where a sum is to be named, the way to name it comes first.
    let (asked, folded): (Vec<_>, Vec<_>) = folded
        .into_iter()
        .partition(|command| view.next.step == Step::NamePrice && matches!(command, Command::Propose { .. }));
    let asked = asked
        .iter()
        .map(|command| fold(voice, view, command, again))
        .collect_view();
    let folded = folded
        .iter()
        .map(|command| fold(voice, view, command, again))
        .collect_view();
    let small = small
        .into_iter()
        .map(|command| {
            view! {
                <form method="post" action=format!("{path}/{}", path_name(&command))>
                    <button class="button button--quiet">{voice.button(&command, view)}</button>
                </form>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <section class="next-step" data-whose=whose aria-labelledby="next">
            <p class="next-step__whose">{voice.whose(view)}</p>
            <h2 class="next-step__title" id="next">{voice.next_title(view)}</h2>
            {quoted(view)}
            <p>{voice.next_text(view)}</p>
            {changing::open(voice, view)}
            {changing::price(lang, view)}
            {costs::owing(lang, view)}
            {voice.next_until(view).map(|text| view! { <p class="next-step__until">{icon("clock")}<span>{text}</span></p> })}
            {main}
            {asked}
            {folded}
            {(!small.is_empty()).then(|| view! { <div class="next-step__others">{small}</div> })}
            {onwards(lang, view)}
        </section>
    }
    .into_any()
}

fn button_icon(command: &Command) -> AnyView {
    match command {
        Command::HandOver => icon("handover"),
        Command::Return => icon("return"),
        Command::Accept => icon("check"),
        _ => ().into_any(),
    }
}

/// The words of the other side that the reader answers to.
fn quoted(view: &BookingView) -> AnyView {
    let booking = &view.booking;
    let words = match (booking.state, booking.custody) {
        (State::Requested | State::Accepted, _) if view.next.step == Step::AnswerProposal => booking
            .proposal
            .as_ref()
            .map_or(&booking.reason, |proposal| &proposal.words),
        (State::Requested, _) if view.me == booking.answerer() => &booking.note,
        (State::Declined, _) if view.me == booking.asked_by => &booking.reason,
        (State::Cancelled(by), _) if by != view.me => &booking.reason,
        (State::Accepted, Custody::Contested { by, .. }) if by == view.me => &booking.reason,
        _ => return ().into_any(),
    };
    if words.is_empty() {
        return ().into_any();
    }
    view! { <blockquote class="prose prose--user" dir="auto">{words.clone()}</blockquote> }.into_any()
}

/// A command that goes with words, folded away until it is wanted.
fn fold(voice: &Voice, view: &BookingView, command: &Command, again: &Again) -> AnyView {
    let lang = voice.lang;
    if matches!(command, Command::Propose { .. }) {
        return changing::form(voice, view, again);
    }
    let Some((label, button)) = with_words(lang, command, voice.other(view)) else {
        return ().into_any();
    };
    let cost = matches!(command, Command::Cancel { .. }).then(|| costs::cancelling(voice, view));
    let name = path_name(command);
    let tried = again.command == name;
    let field = Field::new("reason", label)
        .lines(3)
        .longest(LONGEST_NOTE)
        .value(if tried { again.reason.clone() } else { String::new() })
        .within(&name)
        .wrong(again.wrong_at(&name, "reason"));
    let field = if matches!(command, Command::Decline { .. } | Command::Disagree { .. }) {
        field.optional()
    } else {
        field
    };
    view! {
        <details class="fold" open=tried>
            <summary class="fold__head">{voice.button(command, view)}</summary>
            <form class="fold__body form" method="post" action=format!("{}/{name}", view.booking.key.id.path())>
                {cost}
                {field.show(lang, &Errors::default())}
                <button class="button button--quiet">{button}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Where to go from a booking that is over.
fn onwards(lang: Lang, view: &BookingView) -> AnyView {
    if view.booking.state.is_open() || view.me == view.booking.answerer() {
        return ().into_any();
    }
    let search = format!("/search?q={}", format::query_value(&view.booking.terms.title));
    let again = (view.listing_shown && view.booking.state != State::Expired).then(|| {
        let href = format!("/listings/{}#request", view.booking.key.listing);
        view! { <a class="button button--quiet" href=href>{t!(lang, "bookings-over-again")}</a> }
    });
    view! {
        <div class="next-step__others">
            <a class="button button--quiet" href=search>{icon("search")}{t!(lang, "bookings-over-search")}</a>
            {again}
        </div>
    }
    .into_any()
}

fn period(voice: &Voice, view: &BookingView) -> AnyView {
    let lang = voice.lang;
    let Period { first, last, hours } = view.booking.period;
    let part = |word: String, day: domain::Day, hour: Option<i8>| {
        let clock = hour.map(|hour| t!(lang, "clock-hour", hour = hour));
        view! {
            <p class="period__part">
                <span class="period__word">{word}</span>
                <time class="period__day" datetime=day.to_string()>{format::date(lang, day, voice.today)}</time>
                <span>{format::weekday(lang, day.weekday())}</span>
                {clock.map(|clock| view! { <span>{clock}</span> })}
            </p>
        }
    };
    let period = view.booking.period;
    let parts = match (view.booking.terms.kind.changes_hands(), period.length()) {
        (false, 1) if hours.is_none() => part(t!(lang, "bookings-when-on"), first, None).into_any(),
        (hands, _) => {
            let (from, to) = if hands {
                ("bookings-pick-up", "bookings-bring-back")
            } else {
                ("bookings-when-from", "bookings-when-to")
            };
            let (begins, ends) = (hours.map(|hours| hours.from), hours.map(|hours| hours.to));
            view! { {part(t!(lang, from), first, begins)}{icon("arrow")}{part(t!(lang, to), last, ends)} }.into_any()
        }
    };
    view! {
        <section class="panel" aria-labelledby="when">
            <h2 class="visually-hidden" id="when">{t!(lang, "bookings-when")}</h2>
            <div class="period">{parts}</div>
        </section>
    }
    .into_any()
}

fn both(voice: &Voice, view: &BookingView, unread: i64) -> AnyView {
    let lang = voice.lang;
    let role = voice.key("bookings-role", &view.booking);
    let person = |person: &Person, side: Party| {
        let name = member_name(lang, &person.name);
        let name = if person.name.is_empty() {
            view! { <span>{name}</span> }.into_any()
        } else {
            view! { <a href=member_path(person.id)><bdi>{name}</bdi></a> }.into_any()
        };
        view! {
            <div class="person">
                {avatar(&person.name, person.photo, AvatarSize::Usual)}
                <div>
                    <p class="person__name">{name}{(side == view.me).then(|| format!(" {}", t!(lang, "bookings-you")))}</p>
                    <p class="person__note">{t!(lang, &role, side = side.name())}</p>
                </div>
            </div>
        }
    };
    view! {
        <section class="panel" aria-labelledby="who">
            <h2 id="who">{t!(lang, "bookings-both")}</h2>
            {person(&view.lender, Party::Lender)}
            {person(&view.borrower, Party::Borrower)}
            {write_link(lang, view.booking.key.id.into(), voice.other(view), unread)}
        </section>
    }
    .into_any()
}

/// The exact place while it may be seen, the public one before.
fn whereabouts(voice: &Voice, view: &BookingView, place: Option<ExactPlace>) -> AnyView {
    let lang = voice.lang;
    let how = view.booking.handover().name();
    let Some(place) = place else {
        if view.booking.state != State::Requested || view.me == view.booking.answerer() {
            return ().into_any();
        }
        let near = view.booking.terms.place_name.clone();
        return view! {
            <section class="panel" aria-labelledby="place">
                <h2 id="place">{t!(lang, "bookings-place-later-title")}</h2>
                {near.map(|place| view! { <p>{t!(lang, "bookings-place-near", place = place)}</p> })}
                <p class="field__hint">{t!(lang, "bookings-place-later", other = voice.other(view))}</p>
            </section>
        }
        .into_any();
    };
    let map = place.point.map(|point| {
        let (lat, lon) = (point.lat(), point.lon());
        let href = format!("https://www.openstreetmap.org/?mlat={lat:.5}&mlon={lon:.5}#map=17/{lat:.5}/{lon:.5}");
        view! {
            <p>
                <a href=href rel="noreferrer external" target="_blank">{t!(lang, "bookings-place-map")}</a>
                " "<span class="field__hint">{t!(lang, "bookings-place-foreign")}</span>
            </p>
        }
    });
    view! {
        <section class="panel" aria-labelledby="place">
            <h2 id="place">{t!(lang, "bookings-place", how = how)}</h2>
            {(!place.address.is_empty()).then(|| view! { <p><strong dir="auto">{place.address}</strong></p> })}
            {place.name.map(|name| view! { <p>{name}</p> })}
            {(!place.note.is_empty()).then(|| view! { <div class="prose prose--user" dir="auto">{place.note}</div> })}
            {map}
            <p class="field__hint">{t!(lang, "bookings-place-secret")}</p>
        </section>
    }
    .into_any()
}

/// The frozen terms.
fn agreed(lang: Lang, booking: &Booking) -> AnyView {
    let terms = &booking.terms;
    let row = |name: String, value: String| {
        view! { <div class="facts__row"><dt class="facts__name">{name}</dt><dd class="facts__value">{value}</dd></div> }
    };
    let handover = match booking.handover() {
        Handover::PickUp => t!(lang, "bookings-handover-pick-up"),
        Handover::Deliver => t!(lang, "bookings-handover-deliver"),
        Handover::KeyBox => t!(lang, "bookings-handover-key-box"),
    };
    let condition = terms.condition.map(|condition| match condition {
        Condition::New => t!(lang, "bookings-condition-new"),
        Condition::VeryGood => t!(lang, "bookings-condition-very-good"),
        Condition::Good => t!(lang, "bookings-condition-good"),
        Condition::Worn => t!(lang, "bookings-condition-worn"),
    });
    let value = terms
        .replacement_minor
        .map(|minor| format::money(lang, minor, &terms.currency));
    let late = terms
        .prices
        .late
        .map(|fee| crate::prices::late_terms(lang, &fee, &terms.currency));
    let accessories = (!terms.accessories.is_empty()).then(|| {
        let items = terms
            .accessories
            .iter()
            .map(|name| view! { <li>{icon("check")}<span dir="auto">{name.clone()}</span></li> })
            .collect_view();
        view! { <h3>{t!(lang, "bookings-terms-included")}</h3><ul class="checklist">{items}</ul> }
    });
    let checked = (!terms.checklist.is_empty()).then(|| {
        let items = terms
            .checklist
            .iter()
            .map(|name| view! { <li>{icon("check")}<span dir="auto">{name.clone()}</span></li> })
            .collect_view();
        view! { <h3>{t!(lang, "bookings-terms-checklist")}</h3><ul class="checklist">{items}</ul> }
    });
    let house_rules = (!terms.house_rules.is_empty()).then(|| {
        view! {
            <h3>{t!(lang, "bookings-terms-rules")}</h3>
            <div class="prose prose--user" dir="auto">{terms.house_rules.clone()}</div>
        }
    });
    let hands = terms.kind.changes_hands();
    let said = accessories.is_some() || checked.is_some() || house_rules.is_some();
    if !hands && !said && condition.is_none() && value.is_none() {
        return ().into_any();
    }
    view! {
        <section class="panel" aria-labelledby="terms">
            <h2 id="terms">{t!(lang, "bookings-terms")}</h2>
            <p class="field__hint">{t!(lang, "bookings-terms-lead")}</p>
            <dl class="facts">
                {hands.then(|| row(t!(lang, "bookings-terms-handover"), handover))}
                {condition.map(|text| row(t!(lang, "bookings-terms-condition"), text))}
                {value.map(|text| row(t!(lang, "bookings-terms-value"), text))}
                {late.map(|text| row(t!(lang, "prices-late"), text))}
            </dl>
            {accessories}
            {checked}
            {house_rules}
        </section>
    }
    .into_any()
}

fn conduct(lang: Lang) -> AnyView {
    let line = |text: String| view! { <li>{icon("check")}<span>{text}</span></li> };
    view! {
        <section class="panel panel--green" aria-labelledby="conduct">
            <h2 id="conduct">{t!(lang, "bookings-conduct")}</h2>
            <ul class="checklist">
                {line(t!(lang, "bookings-conduct-1"))}
                {line(t!(lang, "bookings-conduct-2"))}
                {line(t!(lang, "bookings-conduct-3"))}
            </ul>
            <p><a href="/conduct">{t!(lang, "bookings-conduct-more")}</a></p>
        </section>
    }
    .into_any()
}
