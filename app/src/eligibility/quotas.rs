//! What would be too much, in words.

use crate::shell::format;
use domain::{Day, Lang, listings::categories::Categories, quotas::Exceeded};

/// What would be too much, in a sentence with how much it is now.
#[must_use]
pub fn too_much(lang: Lang, tree: &Categories, exceeded: &Exceeded) -> String {
    let month = |day: Day| {
        let date = day.date();
        format!(
            "{} {}",
            format::month(lang, u32::from(date.month().unsigned_abs())),
            date.year()
        )
    };
    let (text, category) = match exceeded {
        Exceeded::OpenRequests { most, have, category } => (
            t!(lang, "quotas-open-requests", most = *most, have = *have),
            category.as_ref(),
        ),
        Exceeded::Loans { most, have, category } => {
            (t!(lang, "quotas-loans", most = *most, have = *have), category.as_ref())
        }
        Exceeded::Days {
            most,
            have,
            month: day,
            category,
        } => (
            t!(lang, "quotas-days", most = *most, have = *have, month = month(*day)),
            category.as_ref(),
        ),
        Exceeded::Often { most, have, month: day } => (
            t!(lang, "quotas-often", most = *most, have = *have, month = month(*day)),
            None,
        ),
    };
    match category.map(|id| {
        tree.get(id)
            .map_or_else(|| id.clone(), |category| category.name.get(lang).to_owned())
    }) {
        Some(name) => t!(lang, "quotas-in-category", category = name, text = text),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_is_said_with_how_much_it_is_now() {
        let tree = Categories::new(Vec::new());
        let month = Day::parse("2030-05-06").unwrap();
        let category = Some("bikes".to_owned());
        let all = [
            Exceeded::OpenRequests {
                most: 3,
                have: 3,
                category: None,
            },
            Exceeded::Loans {
                most: 1,
                have: 1,
                category,
            },
            Exceeded::Days {
                most: 7,
                have: 5,
                month,
                category: None,
            },
            Exceeded::Often {
                most: 1,
                have: 1,
                month,
            },
        ];
        let words = all.map(|one| too_much(Lang::De, &tree, &one));
        assert_eq!(
            words[0],
            "Du hast schon 3 offene Anfragen, mehr als 3 auf einmal gehen nicht. Warte auf eine Antwort oder zieh eine zurück."
        );
        assert!(
            words[1].starts_with("bikes: ") && words[2].contains("Mai 2030"),
            "{words:?}"
        );
        assert!(words.iter().all(|text| !text.contains("quotas-")));
    }
}
