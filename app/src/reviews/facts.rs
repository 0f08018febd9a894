//! What is known of a member without anybody saying anything, in words, with how many cases it comes from.

use crate::shell::pieces::icon;
use domain::{
    Lang, Timestamp,
    reviews::{Reliability, Share, Typical},
};
use leptos::prelude::*;

/// What is known of a member as one who lends, one line for each.
#[must_use]
pub fn lending(lang: Lang, known: &Reliability) -> Vec<(&'static str, String)> {
    let lines = [
        known
            .lent
            .map(|count| ("handover", t!(lang, "reviews-fact-lent", count = count))),
        known
            .answers
            .map(|Share { count, of }| ("message", t!(lang, "reviews-fact-answers", count = count, of = of))),
        known.answer_time.map(|Typical { micros, of }| {
            let time = duration(lang, micros);
            ("clock", t!(lang, "reviews-fact-answer-time", time = time, of = of))
        }),
        known.lender_cancels.map(|Share { count, of }| {
            (
                "calendar",
                t!(lang, "reviews-fact-lender-cancels", count = count, of = of),
            )
        }),
    ];
    lines.into_iter().flatten().collect()
}

/// What is known of a member as one who borrows.
#[must_use]
pub fn borrowing(lang: Lang, known: &Reliability) -> Vec<(&'static str, String)> {
    let lines = [
        known
            .borrowed
            .map(|count| ("handover", t!(lang, "reviews-fact-borrowed", count = count))),
        known
            .on_time
            .map(|Share { count, of }| ("return", t!(lang, "reviews-fact-on-time", count = count, of = of))),
        known.borrower_cancels.map(|Share { count, of }| {
            (
                "calendar",
                t!(lang, "reviews-fact-borrower-cancels", count = count, of = of),
            )
        }),
    ];
    lines.into_iter().flatten().collect()
}

/// The lines as a list, and from when they are; nothing if there are none.
#[must_use]
pub fn list(lang: Lang, lines: Vec<(&'static str, String)>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let items = lines
        .into_iter()
        .map(|(sign, text)| view! { <li>{icon(sign)}<span>{text}</span></li> })
        .collect_view();
    view! {
        <div class="known">
            <ul class="checklist">{items}</ul>
            <p class="field__hint">{t!(lang, "reviews-facts-hint")}</p>
        </div>
    }
    .into_any()
}

/// Rounded to hours, from two days on to days.
fn duration(lang: Lang, micros: i64) -> String {
    let hours = (micros + Timestamp::HOUR / 2) / Timestamp::HOUR;
    if hours < 1 {
        t!(lang, "reviews-time-short")
    } else if hours < 48 {
        t!(lang, "reviews-time-hours", hours = hours)
    } else {
        t!(lang, "reviews-time-days", days = (hours + 12) / 24)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_says_of_how_many() {
        let share = Some(Share { count: 4, of: 7 });
        let known = Reliability {
            answers: share,
            answer_time: Some(Typical {
                micros: 150 * Timestamp::MINUTE,
                of: 7,
            }),
            lender_cancels: share,
            lent: Some(7),
            on_time: share,
            borrower_cancels: Some(Share { count: 0, of: 7 }),
            borrowed: Some(7),
        };
        for lang in Lang::ALL {
            let lines = [lending(lang, &known), borrowing(lang, &known)].concat();
            assert_eq!(lines.len(), 7);
            for (_, line) in lines {
                assert!(line.contains('7') && !line.contains('$'), "{line}");
            }
        }
        assert!(lending(Lang::De, &known)[2].1.contains("3 Stunden"));
        assert!(lending(Lang::De, &Reliability::default()).is_empty());
        assert!(!list(Lang::De, Vec::new()).to_html().contains("class"));
    }

    #[test]
    fn durations_are_rounded_to_what_matters() {
        let said = |minutes: i64| duration(Lang::En, minutes * Timestamp::MINUTE);
        assert_eq!(said(29), "less than an hour");
        assert_eq!(said(31), "about an hour");
        assert_eq!(said(47 * 60), "about 47 hours");
        assert_eq!(said(60 * 60), "about 3 days");
    }
}
