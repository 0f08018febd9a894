//! What is asked of whoever wants something, and what is missing, in words.

use domain::{
    Lang,
    eligibility::{Reason, Rules},
};

/// What is asked for, one after the other. `owner` is the name of whose it is, `mine` the circles that the reader is in.
#[must_use]
pub fn rules(lang: Lang, rules: &Rules, owner: &str, mine: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    if rules.finished_loans > 0 {
        all.push(t!(lang, "eligibility-rule-loans", least = rules.finished_loans));
    }
    if rules.vouched {
        all.push(t!(lang, "eligibility-rule-vouched"));
    }
    if rules.circles.is_some() {
        all.push(if mine.is_empty() {
            t!(lang, "eligibility-rule-circle", owner = owner.to_owned())
        } else {
            t!(lang, "eligibility-rule-circle-named", names = mine.join(", "))
        });
    }
    all
}

/// What is missing, in a sentence.
#[must_use]
pub fn missing(lang: Lang, reason: Reason) -> String {
    match reason {
        Reason::FinishedLoans { least, have } => {
            t!(lang, "eligibility-missing-loans", left = least - have, have = have)
        }
        Reason::Voucher => t!(lang, "eligibility-missing-voucher"),
        Reason::Circle => t!(lang, "eligibility-missing-circle"),
    }
}

/// What would help.
#[must_use]
pub fn help(lang: Lang, reason: Reason, owner: &str) -> String {
    match reason {
        Reason::FinishedLoans { .. } => t!(lang, "eligibility-help-loans"),
        Reason::Voucher => t!(lang, "eligibility-help-voucher"),
        Reason::Circle => t!(lang, "eligibility-help-circle", owner = owner.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn rules_and_reasons_are_sentences_in_both_languages() {
        let asked = Rules {
            finished_loans: 1,
            vouched: true,
            circles: Some(BTreeSet::new()),
            per_month: 0,
        };
        let all = rules(Lang::De, &asked, "Lena", &[]);
        let expected = [
            "mindestens eine beendete Ausleihe, geliehen oder verliehen",
            "jemand aus der Nachbarschaft bestätigt, dich zu kennen",
            "Mitglied in einem Kreis von Lena, zum Beispiel einer Hausgemeinschaft",
        ];
        assert_eq!(all, expected);
        let named = rules(Lang::En, &asked, "Lena", &["House 9".into()]);
        assert_eq!(named[2], "member of the circle House 9");
        let reasons = [
            Reason::FinishedLoans { least: 3, have: 2 },
            Reason::Voucher,
            Reason::Circle,
        ];
        let words: Vec<_> = reasons.iter().map(|reason| missing(Lang::De, *reason)).collect();
        assert_eq!(words[0], "Dir fehlt noch 1 beendete Ausleihe.");
        for lang in Lang::ALL {
            for reason in reasons {
                let (what, how) = (missing(lang, reason), help(lang, reason, "Lena"));
                assert!(
                    !what.contains("eligibility-") && !how.contains("eligibility-"),
                    "{what} {how}"
                );
            }
        }
        assert!(rules(Lang::De, &Rules::default(), "Lena", &[]).is_empty());
    }
}
