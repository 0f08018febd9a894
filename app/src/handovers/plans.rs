//! Proposing another way than from hand to hand, and answering.

use super::{
    path_of,
    words::{Why, how_words, join, why},
    writing::{Seen, look, move_in},
};
use crate::shell::{
    Answer, AppError, Page, SignedIn, Visitor,
    forms::{Errors, Field, Sent, summary},
    notices::redirect_with,
    page::Width,
    pieces::icon,
};
use axum::{extract::Path, response::Response};
use domain::{
    Error, Timestamp,
    bookings::Move,
    forms::{FieldError, Problem},
    handovers::{self, Command, How, Plan, Proposal, Refusal, rules, rules::LONGEST_WORDS},
};
use http::StatusCode;
use leptos::prelude::*;
use serde::Deserialize;

/// What is typed.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
pub struct Typed {
    how: String,
    words: String,
    /// When the proposal was made that is answered, in microseconds.
    to: String,
}

/// `GET /bookings/{id}/moves/{what}/plan`
pub async fn page(SignedIn { visitor, me }: SignedIn, Path((id, what)): Path<(String, String)>) -> Answer {
    let (id, what) = move_in(&id, &what)?;
    let seen = look(&visitor, &me, id).await?;
    Ok(show(seen, &visitor, what, "", Typed::default(), None))
}

/// `POST /bookings/{id}/moves/{what}/plan/{act}`
pub async fn act(
    SignedIn { visitor, me }: SignedIn,
    Path((id, what, act)): Path<(String, String, String)>,
    Sent(typed): Sent<Typed>,
) -> Answer {
    let (id, what) = move_in(&id, &what)?;
    let words = typed.words.clone();
    let command = match act.as_str() {
        "propose" => How::from_name(&typed.how).map(|how| Command::Propose { how, words }),
        "agree" => Some(Command::Agree {
            to: Timestamp(typed.to.parse().unwrap_or_default()),
        }),
        "decline" => Some(Command::Decline { words }),
        "withdraw" => Some(Command::Withdraw),
        _ => return Err(AppError::NotFound),
    };
    let refused = match command {
        None => Refusal::Invalid(vec![FieldError {
            field: "how".into(),
            problem: Problem::ChooseOne,
        }]),
        Some(command) => match handovers::arrange(visitor.ctx(), &me, id, what, command).await {
            Ok(_) => return Ok(redirect_with(&format!("{}#handover", id.path()), notice(&act))),
            Err(Error::Refused(refused)) => refused,
            Err(other) => return Err(AppError::from_domain(other)),
        },
    };
    let seen = look(&visitor, &me, id).await?;
    let why = why(&seen.voice, &refused);
    Ok(show(seen, &visitor, what, &act, typed, Some(why)))
}

fn notice(act: &str) -> &'static str {
    match act {
        "propose" => "plan-proposed",
        "agree" => "plan-agreed",
        "decline" => "plan-declined",
        _ => "plan-withdrawn",
    }
}

/// The page; `tried` is what was refused, if something was.
fn show(seen: Seen, visitor: &Visitor, what: Move, tried: &str, typed: Typed, why: Option<Why>) -> Response {
    let lang = visitor.lang;
    let title = t!(lang, "handovers-plan-title", what = what.name());
    let status = why.as_ref().map_or(StatusCode::OK, |why| why.status);
    let texts = why.map_or(Vec::new(), |why| why.texts);
    let wrong = |form: &str, field: &str| {
        let at = texts.iter().find(|(at, _)| at.as_deref() == Some(field));
        at.filter(|_| tried == form).map(|(_, text)| text.clone())
    };
    let path = format!("{}/plan", path_of(seen.view.booking.key.id, what));
    let Plan { agreed, proposed } = seen.record.plans.of(what).clone();
    let can = rules::can_plan(&seen.record.booking, what);
    let other = seen.voice.other(&seen.view);
    let usual = agreed.is_none();
    let agreed = agreed.map(|agreed| {
        let text = join(how_words(lang, agreed.how), &agreed.words);
        view! {
            <div class="notice">{icon("check")}<div>
                <p class="notice__title">{t!(lang, "handovers-plan-agreed", what = what.name())}</p>
                <p dir="auto">{text}</p>
            </div></div>
        }
    });
    let open = proposed.filter(|_| can).map(|open| {
        let decline = typed_words(
            "decline",
            t!(lang, "handovers-plan-decline-words", other = other.clone()),
            &typed,
            tried,
        )
        .wrong(wrong("decline", "words"))
        .optional();
        answer(lang, &path, &open, open.by == seen.record.me, &other, what, decline)
    });
    let form = can.then(|| propose(lang, &path, &typed, tried, usual, &other, &wrong));
    let shut = (!can).then(|| view! { <p>{t!(lang, "handovers-plan-shut")}</p> });
    let lead = t!(lang, "handovers-plan-lead", other = other.clone());
    let heading = title.clone();
    // What is wrong is linked to the field of the form that was sent.
    let texts = texts
        .into_iter()
        .map(|(field, text)| (field.map(|field| format!("{tried}-{field}")), text))
        .collect();
    Page::new(visitor, title)
        .status(status)
        .hidden()
        .width(Width::Text)
        .show(move || {
            view! {
                {seen.crumbs()}
                <header class="page__head"><h1>{heading}</h1><p class="page__lead">{lead}</p></header>
                <div class="stack stack--wide">{summary(lang, texts)}{agreed}{open}{form}{shut}</div>
            }
        })
}

fn typed_words(form: &'static str, label: String, typed: &Typed, tried: &str) -> Field {
    Field::new("words", label)
        .within(form)
        .lines(3)
        .longest(LONGEST_WORDS)
        .value(if tried == form {
            typed.words.clone()
        } else {
            String::new()
        })
}

/// What is proposed, and what the reader can say to it.
fn answer(
    lang: domain::Lang,
    path: &str,
    open: &Proposal,
    mine: bool,
    other: &str,
    what: Move,
    decline: Field,
) -> AnyView {
    let text = join(how_words(lang, open.how), &open.words);
    let head = if mine {
        t!(
            lang,
            "handovers-plan-mine",
            what = what.name(),
            other = other.to_owned()
        )
    } else {
        t!(
            lang,
            "handovers-plan-theirs",
            what = what.name(),
            other = other.to_owned()
        )
    };
    let ways = if mine {
        view! {
            <form method="post" action=format!("{path}/withdraw")>
                <button class="button button--quiet">{t!(lang, "handovers-plan-withdraw")}</button>
            </form>
        }
        .into_any()
    } else {
        view! {
            <form method="post" action=format!("{path}/agree")>
                <input type="hidden" name="to" value=open.at.0.to_string()/>
                <button class="button button--large">{icon("check")}{t!(lang, "handovers-plan-agree")}</button>
            </form>
            <details class="fold">
                <summary class="fold__head">{t!(lang, "handovers-plan-decline")}</summary>
                <form class="fold__body form" method="post" action=format!("{path}/decline")>
                    {decline.show(lang, &Errors::default())}
                    <button class="button button--quiet">{t!(lang, "handovers-plan-decline")}</button>
                </form>
            </details>
        }
        .into_any()
    };
    let class = if mine { "panel" } else { "panel panel--sun" };
    view! {
        <section class=class aria-labelledby="open-title">
            <h2 id="open-title">{head}</h2>
            <blockquote class="prose prose--user" dir="auto">{text}</blockquote>
            {ways}
        </section>
    }
    .into_any()
}

fn propose(
    lang: domain::Lang,
    path: &str,
    typed: &Typed,
    tried: &str,
    usual: bool,
    other: &str,
    wrong: &dyn Fn(&str, &str) -> Option<String>,
) -> AnyView {
    let wrong_how = wrong("propose", "how");
    let choices = How::ALL
        .into_iter()
        // From hand to hand is how it is, unless something else is agreed.
        .filter(|how| !(usual && *how == How::InPerson))
        .map(|how| {
            let chosen = typed.how == how.name();
            view! {
                <label class="choice">
                    <input type="radio" name="how" value=how.name() checked=chosen/>
                    <span>{how_words(lang, how)}</span>
                </label>
            }
        })
        .collect_view();
    let words = typed_words(
        "propose",
        t!(lang, "handovers-plan-words", other = other.to_owned()),
        typed,
        tried,
    )
    .hint(t!(lang, "handovers-plan-words-hint"))
    .wrong(wrong("propose", "words"));
    view! {
        <form class="form" method="post" action=format!("{path}/propose")>
            <fieldset class="group" id="propose-how">
                <legend class="group__legend">{t!(lang, "handovers-plan-how")}</legend>
                {wrong_how.map(|text| view! { <p class="field__error">{text}</p> })}
                <div class="choices choices--boxed">{choices}</div>
            </fieldset>
            {words.show(lang, &Errors::default())}
            <div class="form__actions"><button class="button">{t!(lang, "handovers-plan-propose")}</button></div>
        </form>
    }
    .into_any()
}
