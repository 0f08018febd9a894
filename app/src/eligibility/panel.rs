//! What stands before the form that asks for a thing: who may borrow it, and what is missing.

use super::words;
use crate::shell::pieces::icon;
use domain::{
    Lang,
    eligibility::{Reason, Standing},
};
use leptos::prelude::*;

/// What is asked of whoever wants it, and what of that is missing, with what would help; nothing where everybody may.
#[must_use]
pub fn before_asking(lang: Lang, standing: &Standing, owner: &str) -> Option<AnyView> {
    if standing.rules.are_open() {
        return None;
    }
    let missing = standing.missing.as_deref();
    Some(match missing {
        Some([_, ..]) => not_yet(lang, missing.unwrap_or_default(), owner),
        Some([]) => {
            let rules = words::rules(lang, &standing.rules, owner, &standing.circles).join("; ");
            view! { <p class="request__promise">{icon("check")}<span>{t!(lang, "eligibility-met", rules = rules)}</span></p> }
                .into_any()
        }
        None => {
            let items = words::rules(lang, &standing.rules, owner, &standing.circles)
                .into_iter()
                .map(|rule| view! { <li>{icon("lock")}<span>{rule}</span></li> })
                .collect_view();
            view! {
                <div class="stack stack--tight" id="who-may">
                    <h3>{t!(lang, "eligibility-only")}</h3>
                    <ul class="checklist">{items}</ul>
                </div>
            }
            .into_any()
        }
    })
}

fn not_yet(lang: Lang, missing: &[Reason], owner: &str) -> AnyView {
    let items = missing
        .iter()
        .map(|reason| {
            let link = match reason {
                Reason::FinishedLoans { .. } => ("/search", t!(lang, "eligibility-link-loans")),
                Reason::Voucher => ("/me/known", t!(lang, "eligibility-link-voucher")),
                Reason::Circle => ("/circles", t!(lang, "eligibility-link-circle")),
            };
            view! {
                <li>
                    {icon("lock")}
                    <span>
                        <strong>{words::missing(lang, *reason)}</strong>" "{words::help(lang, *reason, owner)}" "
                        <a href=link.0>{link.1}</a>
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="notice" data-kind="info" id="who-may">
            {icon("info")}
            <div class="stack stack--tight">
                <p class="notice__title">{t!(lang, "eligibility-not-yet")}</p>
                <ul class="checklist">{items}</ul>
            </div>
        </div>
    }
    .into_any()
}
