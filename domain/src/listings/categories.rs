//! The category tree and the typed attributes of each category. They are data: no code knows a category by name, but
//! for [`FALLBACK`].

use super::decimal;
use crate::{
    Lang,
    forms::{Check, Problem},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Where things go that belong nowhere else.
pub const FALLBACK: &str = "other";
/// Most characters of an attribute's text.
const LONGEST_TEXT: usize = 60;

/// A word in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}

impl Names {
    /// The word in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
        }
    }
}

/// One category.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Category {
    /// Its slug, as listings and addresses carry it.
    pub id: String,
    /// The category above it.
    pub parent: Option<String>,
    /// The name of its icon, or its parent's.
    pub icon: String,
    /// What members read.
    pub name: Names,
    /// A few things that belong here, separated by commas.
    pub examples: Names,
    /// Its own attributes; those of the categories above hold too, see [`Categories::attributes_of`].
    pub attributes: Vec<Attribute>,
}

/// Something that listings of a category can state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribute {
    /// Its key: where it appears in several categories, it means the same.
    pub key: String,
    /// What members read.
    pub name: Names,
    /// What values it takes.
    pub kind: AttributeKind,
    /// Whether search offers it as a filter.
    pub filter: bool,
}

/// What values an attribute takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AttributeKind {
    /// Any short text.
    Text,
    /// A number.
    Number {
        /// What is counted, as shown behind the figure; empty for a bare count.
        unit: String,
        /// The least value, in whole units.
        min: i64,
        /// The greatest value, in whole units.
        max: i64,
        /// How many decimal places it may have.
        decimals: u8,
    },
    /// One of these.
    Choice(Vec<Choice>),
    /// Yes or no; unsaid is neither.
    Boolean,
}

/// One value of a choice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Choice {
    /// What is stored.
    pub key: String,
    /// What members read.
    pub name: Names,
}

/// A value ready to be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shown {
    /// Text in the listing's own language.
    Text(String),
    /// A figure written as the reader's language does, and its unit behind it.
    Figure(String),
    /// The name of a choice in the reader's language.
    Choice(String),
    /// Yes.
    Yes,
    /// No.
    No,
}

impl Attribute {
    /// The name of its field in a form.
    #[must_use]
    pub fn field(&self) -> String {
        format!("attributes[{}]", self.key)
    }

    /// The value as it is stored: text as typed, numbers with a point and no zeros at the end, the key of a choice,
    /// `true` or `false`. `None` if nothing was typed or it does not fit, which is noted.
    pub fn check(&self, check: &mut Check, typed: &str) -> Option<String> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let field = self.field();
        match &self.kind {
            AttributeKind::Text => {
                let text = check.text(&field, typed, 0, LONGEST_TEXT).replace(['\n', '\t'], " ");
                (text.chars().count() <= LONGEST_TEXT && !text.is_empty()).then_some(text)
            }
            AttributeKind::Number { min, max, decimals, .. } => {
                let Some(units) = decimal::parse(typed, *decimals) else {
                    check.note(&field, Problem::NotANumber);
                    return None;
                };
                let one = 10_i64.pow(u32::from(*decimals));
                if units < min.saturating_mul(one) || units > max.saturating_mul(one) {
                    check.note(&field, Problem::OutOfRange { min: *min, max: *max });
                    return None;
                }
                Some(decimal::print(units, *decimals))
            }
            AttributeKind::Choice(choices) => {
                let known = choices.iter().any(|c| c.key == typed);
                if !known {
                    check.note(&field, Problem::NotAChoice);
                }
                known.then(|| typed.to_owned())
            }
            AttributeKind::Boolean => match typed {
                "true" | "false" => Some(typed.to_owned()),
                _ => {
                    check.note(&field, Problem::NotAChoice);
                    None
                }
            },
        }
    }

    /// A stored value for a reader; `None` if the attribute no longer takes such a value.
    #[must_use]
    pub fn shown(&self, value: &str, lang: Lang) -> Option<Shown> {
        let value = self.check(&mut Check::default(), value)?;
        Some(match &self.kind {
            AttributeKind::Text => Shown::Text(value),
            AttributeKind::Number { unit, .. } => {
                let figure = match lang {
                    Lang::De => value.replace('.', ","),
                    Lang::En => value,
                };
                let space = if unit.is_empty() { "" } else { "\u{a0}" };
                Shown::Figure(format!("{figure}{space}{unit}"))
            }
            AttributeKind::Choice(choices) => {
                Shown::Choice(choices.iter().find(|c| c.key == value)?.name.get(lang).to_owned())
            }
            AttributeKind::Boolean if value == "true" => Shown::Yes,
            AttributeKind::Boolean => Shown::No,
        })
    }
}

/// The whole tree, in the order in which it is offered.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Categories {
    all: Vec<Category>,
    by_id: HashMap<String, usize>,
}

impl Categories {
    /// The tree of these categories. One without an icon takes its parent's.
    #[must_use]
    pub fn new(mut all: Vec<Category>) -> Self {
        let by_id: HashMap<String, usize> = all.iter().enumerate().map(|(i, c)| (c.id.clone(), i)).collect();
        for at in 0..all.len() {
            let parent = all[at].parent.as_ref().and_then(|id| by_id.get(id));
            if let (true, Some(parent)) = (all[at].icon.is_empty(), parent) {
                all[at].icon = all[*parent].icon.clone();
            }
        }
        Self { all, by_id }
    }

    /// All categories, each after the one above it.
    pub fn all(&self) -> impl Iterator<Item = &Category> {
        self.all.iter()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The category with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Category> {
        self.by_id.get(id).map(|i| &self.all[*i])
    }

    /// The top categories.
    pub fn roots(&self) -> impl Iterator<Item = &Category> {
        self.all.iter().filter(|c| c.parent.is_none())
    }

    /// The categories directly below `id`.
    pub fn below(&self, id: &str) -> impl Iterator<Item = &Category> {
        self.all.iter().filter(move |c| c.parent.as_deref() == Some(id))
    }

    /// From the top category down to `id`; empty if there is no such category.
    #[must_use]
    pub fn path(&self, id: &str) -> Vec<&Category> {
        let mut path = Vec::new();
        let mut next = self.get(id);
        while let Some(category) = next {
            if path.len() > self.all.len() {
                break;
            }
            path.push(category);
            next = category.parent.as_deref().and_then(|parent| self.get(parent));
        }
        path.reverse();
        path
    }

    /// `id` and all categories below it: what a search in `id` covers.
    #[must_use]
    pub fn within(&self, id: &str) -> Vec<&Category> {
        self.all
            .iter()
            .filter(|c| self.path(&c.id).iter().any(|above| above.id == id))
            .collect()
    }

    /// What a listing in `id` can state: its own attributes first, then those of the categories above.
    #[must_use]
    pub fn attributes_of(&self, id: &str) -> Vec<&Attribute> {
        let mut found: Vec<&Attribute> = Vec::new();
        for category in self.path(id).into_iter().rev() {
            for attribute in &category.attributes {
                if !found.iter().any(|a| a.key == attribute.key) {
                    found.push(attribute);
                }
            }
        }
        found
    }

    /// The category that a foreign file means by `text`: its id, or its name in either language, whatever the case and
    /// punctuation.
    #[must_use]
    pub fn by_word(&self, text: &str) -> Option<&Category> {
        let word = plain(text);
        if word.is_empty() {
            return None;
        }
        self.all.iter().find(|c| plain(&c.id) == word).or_else(|| {
            self.all
                .iter()
                .find(|c| plain(&c.name.de) == word || plain(&c.name.en) == word)
        })
    }

    /// The values that still fit a listing in `id`: a changed category takes what it knows along.
    #[must_use]
    pub fn fitting(&self, id: &str, values: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        self.attributes_of(id)
            .into_iter()
            .filter_map(|attribute| {
                let value = attribute.check(&mut Check::default(), values.get(&attribute.key)?)?;
                Some((attribute.key.clone(), value))
            })
            .collect()
    }
}

/// Letters and digits in lower case, everything else as one space.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn names(de: &str, en: &str) -> Names {
        Names {
            de: de.into(),
            en: en.into(),
        }
    }

    /// A little tree: tools with drills below it, and other.
    pub fn little() -> Categories {
        let category = |id: &str, parent: Option<&str>, icon: &str, name, attributes| Category {
            id: id.into(),
            parent: parent.map(str::to_owned),
            icon: icon.into(),
            name,
            examples: Names::default(),
            attributes,
        };
        let attribute = |key: &str, kind| Attribute {
            key: key.into(),
            name: names(key, key),
            kind,
            filter: false,
        };
        let power = AttributeKind::Number {
            unit: "W".into(),
            min: 1,
            max: 10_000,
            decimals: 0,
        };
        let weight = AttributeKind::Number {
            unit: "kg".into(),
            min: 0,
            max: 100,
            decimals: 1,
        };
        let chuck = AttributeKind::Choice(vec![
            Choice {
                key: "sds".into(),
                name: names("SDS", "SDS"),
            },
            Choice {
                key: "keyless".into(),
                name: names("Schnellspannfutter", "Keyless"),
            },
        ]);
        Categories::new(vec![
            category(
                "tools",
                None,
                "hammer",
                names("Werkzeug", "Tools"),
                vec![attribute("weight", weight)],
            ),
            category(
                "drills",
                Some("tools"),
                "",
                names("Bohren & Schrauben", "Drilling and driving"),
                vec![
                    attribute("power", power),
                    attribute("chuck", chuck),
                    attribute("battery", AttributeKind::Boolean),
                    attribute("maker", AttributeKind::Text),
                ],
            ),
            category(FALLBACK, None, "box", names("Sonstiges", "Other"), vec![]),
        ])
    }

    #[test]
    fn the_tree_knows_what_lies_above_and_below() {
        let tree = little();
        let ids = |list: Vec<&Category>| list.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(tree.roots().collect()), ["tools", "other"]);
        assert_eq!(ids(tree.path("drills")), ["tools", "drills"]);
        assert_eq!(ids(tree.within("tools")), ["tools", "drills"]);
        assert_eq!(ids(tree.below("tools").collect()), ["drills"]);
        assert!(tree.path("nothing").is_empty() && tree.within("nothing").is_empty());
        assert_eq!(tree.get("drills").unwrap().icon, "hammer");
        let keys: Vec<_> = tree.attributes_of("drills").iter().map(|a| a.key.as_str()).collect();
        assert_eq!(keys, ["power", "chuck", "battery", "maker", "weight"]);
    }

    #[test]
    fn a_circle_in_the_data_ends_nothing() {
        let mut all: Vec<Category> = little().all().cloned().collect();
        all[0].parent = Some("drills".into());
        let tree = Categories::new(all);
        assert!(!tree.path("drills").is_empty());
    }

    #[test]
    fn a_foreign_word_for_a_category_is_understood() {
        let tree = little();
        let found = |word: &str| tree.by_word(word).map(|c| c.id.as_str());
        for word in [
            "drills",
            " DRILLS ",
            "Bohren & Schrauben",
            "bohren schrauben",
            "drilling AND driving",
        ] {
            assert_eq!(found(word), Some("drills"), "{word}");
        }
        for word in ["", "  ", "&", "drill"] {
            assert_eq!(found(word), None, "{word}");
        }
    }

    #[test]
    fn values_are_checked_by_the_kind_of_their_attribute() {
        let tree = little();
        let attributes = tree.attributes_of("drills");
        let checked = |key: &str, typed: &str| {
            let mut check = Check::default();
            let attribute = attributes.iter().find(|a| a.key == key).unwrap();
            let value = attribute.check(&mut check, typed);
            (value, check.finish(()).err().map(|errors| errors[0].problem))
        };
        assert_eq!(checked("power", " 1.200 "), (Some("1200".into()), None));
        assert_eq!(checked("power", ""), (None, None));
        assert_eq!(checked("power", "stark"), (None, Some(Problem::NotANumber)));
        assert_eq!(
            checked("power", "0"),
            (None, Some(Problem::OutOfRange { min: 1, max: 10_000 }))
        );
        assert_eq!(
            checked("power", "99999999999999999999"),
            (None, Some(Problem::NotANumber))
        );
        assert_eq!(checked("weight", "2,50"), (Some("2.5".into()), None));
        assert_eq!(checked("chuck", "sds"), (Some("sds".into()), None));
        assert_eq!(checked("chuck", "SDS"), (None, Some(Problem::NotAChoice)));
        assert_eq!(checked("battery", "true"), (Some("true".into()), None));
        assert_eq!(checked("battery", "on"), (None, Some(Problem::NotAChoice)));
        assert_eq!(checked("maker", "بوش 🔧"), (Some("بوش 🔧".into()), None));
        assert_eq!(
            checked("maker", &"a ".repeat(40)),
            (None, Some(Problem::TooLong { max: LONGEST_TEXT }))
        );
    }

    #[test]
    fn values_are_shown_in_the_readers_language() {
        let tree = little();
        let shown = |key: &str, value: &str, lang| {
            let attributes = tree.attributes_of("drills");
            attributes.iter().find(|a| a.key == key).unwrap().shown(value, lang)
        };
        assert_eq!(
            shown("weight", "2.5", Lang::De),
            Some(Shown::Figure("2,5\u{a0}kg".into()))
        );
        assert_eq!(
            shown("weight", "2.5", Lang::En),
            Some(Shown::Figure("2.5\u{a0}kg".into()))
        );
        assert_eq!(
            shown("chuck", "keyless", Lang::De),
            Some(Shown::Choice("Schnellspannfutter".into()))
        );
        assert_eq!(shown("chuck", "gone", Lang::De), None);
        assert_eq!(shown("battery", "false", Lang::En), Some(Shown::No));
    }

    #[test]
    fn a_new_category_keeps_the_values_it_knows() {
        let tree = little();
        let values = BTreeMap::from([
            ("weight".to_owned(), "2.5".to_owned()),
            ("power".to_owned(), "800".to_owned()),
        ]);
        assert_eq!(tree.fitting("drills", &values), values);
        assert_eq!(
            tree.fitting("tools", &values).into_keys().collect::<Vec<_>>(),
            ["weight"]
        );
        assert!(tree.fitting("other", &values).is_empty());
    }
}
