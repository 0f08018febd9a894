//! What the page of a booking, and the list of loans, say about claims.

use super::{
    path_of,
    words::{Again, Fields, story, what},
};
use crate::{
    bookings::Voice,
    shell::{
        AppError, Visitor,
        forms::{Errors, Field},
        pieces::icon,
    },
};
use domain::{
    Lang,
    bookings::{BookingView, Party},
    claims::{self, Claim, Claims, Command, State, Waiting, rules},
    members::Me,
};
use leptos::prelude::*;

/// What the page of this booking says: the claims there are, and the way to one's own.
///
/// # Errors
/// When the database does not answer.
pub async fn of_booking(visitor: &Visitor, me: &Me, view: &BookingView) -> Result<AnyView, AppError> {
    let (ctx, id) = (visitor.ctx(), view.booking.key.id);
    let claims = claims::of_booking(ctx, me, id).await.map_err(AppError::from_domain)?;
    let voice = Voice::of(visitor.lang, ctx.clock.now(), &view.booking);
    let way = claims.of(view.me).is_none().then(|| way_to(&voice, view)).flatten();
    let again = Again::default();
    let panels = claims
        .all
        .iter()
        .map(|claim| panel(&voice, view, &claims, claim, &again))
        .collect_view();
    Ok(view! { {panels}{way} }.into_any())
}

/// The way to one's own claim, as long as there is one.
fn way_to(voice: &Voice, view: &BookingView) -> Option<AnyView> {
    let until = rules::may_open(&view.booking, view.me, voice.now).ok()?;
    let text = match until {
        Some(until) => t!(voice.lang, "claims-open-link-until", until = voice.moment(until)),
        None => t!(voice.lang, "claims-open-link"),
    };
    let href = format!("{}/claim", view.booking.key.id.path());
    Some(view! { <p><a href=href>{text}</a></p> }.into_any())
}

/// One claim: how it stands, what can be done, how it came to this.
#[must_use]
pub fn panel(voice: &Voice, view: &BookingView, claims: &Claims, claim: &Claim, again: &Again) -> AnyView {
    let lang = voice.lang;
    let deciders = claims.deciders(Some(claim));
    let other = voice.other(view);
    let until = claim.due_at.map(|due| voice.moment(due)).unwrap_or_default();
    let (remedy, minor) = claim.counts();
    let sum = what(lang, remedy, minor, &claim.currency);
    let mine = claim.by == view.me;
    let answers = claim.offer.by != view.me;
    let say = |key: &str| {
        t!(
            lang,
            key,
            other = other.clone(),
            until = until.clone(),
            what = sum.clone()
        )
    };
    let (head, text) = match claim.state {
        State::Open if claim.due_at.is_none() => {
            let head = if answers {
                "claims-head-answer"
            } else {
                "claims-head-unanswered"
            };
            (
                head,
                if deciders == 0 {
                    "claims-text-stays"
                } else {
                    "claims-text-stays-some"
                },
            )
        }
        State::Open if deciders == 0 && answers => ("claims-head-answer", "claims-text-answer-nobody"),
        State::Open if deciders == 0 => ("claims-head-waiting", "claims-text-waiting-nobody"),
        State::Open if answers => ("claims-head-answer", "claims-text-answer"),
        State::Open => ("claims-head-waiting", "claims-text-waiting"),
        State::Escalated => ("claims-head-escalated", "claims-text-escalated"),
        State::Decided if deciders == 0 => ("claims-head-decided", "claims-text-decided-last"),
        State::Decided => ("claims-head-decided", "claims-text-decided"),
        State::Appealed => ("claims-head-appealed", "claims-text-appealed"),
        State::Agreed if mine => ("claims-head-agreed", "claims-text-do-mine"),
        State::Agreed => ("claims-head-agreed", "claims-text-do-theirs"),
        State::Final if mine => ("claims-head-final", "claims-text-do-mine"),
        State::Final => ("claims-head-final", "claims-text-do-theirs"),
        State::Settled => ("claims-head-settled", "claims-text-settled"),
        State::Withdrawn => ("claims-head-withdrawn", "claims-text-withdrawn"),
    };
    let waits = rules::waits_for(claim, view.me, voice.now);
    let class = if waits { "panel panel--sun" } else { "panel" };
    let title = if mine {
        t!(lang, "claims-mine")
    } else {
        t!(lang, "claims-theirs", other = other.clone())
    };
    let quoted = (claim.state == State::Open).then(|| claim.offer.words.clone());
    let reason = claim
        .appeal
        .as_ref()
        .and_then(|appeal| appeal.decision.as_ref())
        .or(claim.decision.as_ref())
        .filter(|_| claim.state != State::Agreed)
        .map(|decision| decision.reason.clone());
    let doing = rules::open_to(claim, deciders, view.me, voice.now)
        .iter()
        .map(|command| doing(voice, view, claim, command, again))
        .collect_view();
    let id = format!("claim-{}", claim.by.name());
    let name = |side: Party| {
        if side == view.me {
            t!(lang, "claims-you")
        } else {
            voice.other(view)
        }
    };
    let lines = story(voice, claim, &claims.history, name);
    view! {
        <section class=class id=id.clone() aria-labelledby=format!("{id}-title")>
            <h2 id=format!("{id}-title")>{title}</h2>
            <p class="claim__head"><strong>{say(head)}</strong></p>
            {quoted.map(|words| view! { <blockquote class="prose prose--user" dir="auto">{words}</blockquote> })}
            {reason.map(|reason| view! {
                <h3>{t!(lang, "claims-reason")}</h3><div class="prose prose--user" dir="auto">{reason}</div>
            })}
            <p>{say(text)}</p>
            {doing}
            <details class="fold"><summary class="fold__head">{t!(lang, "claims-history")}</summary><div class="fold__body">{lines}</div></details>
        </section>
    }
    .into_any()
}

/// One thing that can be done: a button, or a fold with its form.
fn doing(voice: &Voice, view: &BookingView, claim: &Claim, command: &Command, again: &Again) -> AnyView {
    let lang = voice.lang;
    let path = path_of(view.booking.key.id, claim.by);
    let name = command.name();
    let action = format!("{path}/{name}");
    let version = claim.version.to_string();
    let seen = view! { <input type="hidden" name="version" value=version/> };
    let within = format!("{name}-{}", claim.by.name());
    let tried = again.command == name;
    let other = voice.other(view);
    match command {
        Command::Accept | Command::Confirm => {
            let words = match command {
                Command::Accept => t!(lang, "claims-do-accept"),
                _ => t!(lang, "claims-do-confirm", remedy = claim.counts().0.name()),
            };
            view! {
                <form method="post" action=action>
                    {seen}<button class="button button--block">{icon("check")}{words}</button>
                </form>
            }
            .into_any()
        }
        Command::Counter { .. } => {
            let fields = Fields {
                lang,
                command: name,
                within: &within,
                again,
                cap_minor: claim.cap_minor,
                currency: &claim.currency,
                other: Some((other.clone(), claim.by == view.me)),
                words: (t!(lang, "claims-counter-words", other = other), None),
            };
            view! {
                <details class="fold" id=within.clone() open=tried>
                    <summary class="fold__head">{t!(lang, "claims-do-counter")}</summary>
                    <form class="fold__body form" method="post" action=action novalidate=true>
                        {seen}{fields.show()}
                        <button class="button button--quiet">{t!(lang, "claims-do-counter-button")}</button>
                    </form>
                </details>
            }
            .into_any()
        }
        Command::Appeal { .. } => {
            let typed = if tried {
                again.typed.words.clone()
            } else {
                String::new()
            };
            let wrong = again
                .errors
                .of("words")
                .filter(|_| tried)
                .map(|wrong| crate::shell::forms::problem(lang, wrong));
            let words = Field::new("words", t!(lang, "claims-do-appeal-words"))
                .within(&within)
                .lines(4)
                .longest(rules::LONGEST_WORDS)
                .value(typed)
                .wrong(wrong);
            view! {
                <details class="fold" id=within.clone() open=tried>
                    <summary class="fold__head">{t!(lang, "claims-do-appeal")}</summary>
                    <form class="fold__body form" method="post" action=action novalidate=true>
                        {seen}<p class="field__hint">{t!(lang, "claims-do-appeal-text")}</p>
                        {words.show(lang, &Errors::default())}
                        <button class="button button--quiet">{t!(lang, "claims-do-appeal-button")}</button>
                    </form>
                </details>
            }
            .into_any()
        }
        Command::Escalate => sure(lang, action, seen.into_any(), "escalate"),
        Command::Withdraw => sure(lang, action, seen.into_any(), "withdraw"),
        Command::Decide { .. } | Command::RunOut => ().into_any(),
    }
}

/// A fold that says what follows, and a button.
fn sure(lang: Lang, action: String, seen: AnyView, name: &'static str) -> AnyView {
    let key = format!("claims-do-{name}");
    view! {
        <details class="fold">
            <summary class="fold__head">{t!(lang, &key)}</summary>
            <form class="fold__body form" method="post" action=action>
                {seen}<p class="field__hint">{t!(lang, &format!("{key}-text"))}</p>
                <button class="button button--quiet">{t!(lang, &format!("{key}-button"))}</button>
            </form>
        </details>
    }
    .into_any()
}

/// The claims that are not settled yet, for the list of loans.
#[must_use]
pub fn waiting(lang: Lang, all: &[Waiting], now: domain::Timestamp) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let rows = all
        .iter()
        .map(|one| {
            let waits = rules::waits_for(&one.claim, one.me, now).then_some("me");
            let (remedy, minor) = one.claim.counts();
            let sum = what(lang, remedy, minor, &one.claim.currency);
            let words = t!(
                lang,
                "claims-loans-row",
                title = one.title.clone(),
                other = crate::shell::pieces::member_name(lang, &one.other)
            );
            let href = path_of(one.claim.key.id, one.claim.by);
            view! {
                <li class="loan" data-waits=waits>
                    <div class="loan__body">
                        <h3 class="loan__title"><a dir="auto" href=href.clone()>{words}</a></h3>
                        <p class="loan__meta">{sum}</p>
                    </div>
                    <div class="loan__next"><a class="button button--small" href=href>{t!(lang, "claims-look")}</a></div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section section--first" aria-labelledby="claims">
            <div class="section__head"><h2 id="claims">{t!(lang, "claims-loans-title")}</h2></div>
            <ul class="loans">{rows}</ul>
        </section>
    }
    .into_any()
}
