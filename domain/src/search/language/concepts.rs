//! What different words mean the same thing: *Bohrmaschine*, *Bohrer* and *drill*.
//!
//! The groups are data (`data/synonyms.tsv`, whose head explains the cells); they can be edited without touching code, and
//! a listing carries the groups it belongs to as words of its own, so one lookup finds all names of a thing.

use std::collections::{HashMap, HashSet};

use super::{Term, analyse, fold::tokens};
use crate::Lang;

/// The groups that ship with the binary.
pub static BUILT_IN: &str = include_str!("../../../data/synonyms.tsv");

/// One meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Letters and digits; written into the index.
    pub id: String,
    /// A thing is looked for itself; a topic is looked for with everything that belongs to it.
    pub is_thing: bool,
    /// Positions of the concepts that this one is a kind of, nearest first, their own broader ones included.
    pub broader: Vec<usize>,
}

/// What a form says about its concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A name of it.
    Name,
    /// Something that belongs to it, without being a name of it.
    Member,
    /// What somebody types who needs it.
    Ask,
}

/// A form met in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Met {
    /// Position of the concept.
    pub concept: usize,
    /// What the form says about it.
    pub role: Role,
    /// How many tokens the form takes.
    pub tokens: usize,
}

#[derive(Debug)]
struct Form {
    /// The keys each further token may have.
    rest: Vec<Vec<String>>,
    concept: usize,
    role: Role,
    tongue: Option<Lang>,
}

/// All groups, ready to be met in texts.
#[derive(Debug, Default)]
pub struct Concepts {
    list: Vec<Concept>,
    by_first_key: HashMap<String, Vec<Form>>,
    /// Words that name one thing in German and quite another in English.
    false_friends: HashSet<String>,
}

/// A line of the synonym data that makes no sense.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line} of the synonyms: {problem}")]
pub struct BadLine {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

impl Concepts {
    /// Reads the groups from text in the format of `data/synonyms.tsv`.
    ///
    /// # Errors
    /// The first line whose id is missing, malformed or used twice, whose kind is unknown, or that names an unknown broader id.
    pub fn parse(text: &str) -> Result<Self, BadLine> {
        let lines = || {
            text.lines()
                .enumerate()
                .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
        };
        let mut ids = HashMap::new();
        for (at, line) in lines() {
            let id = line.split('\t').next().unwrap_or_default();
            let bad = |problem: String| BadLine { line: at + 1, problem };
            if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
                return Err(bad(format!("`{id}` is no id: small letters and digits only")));
            }
            if ids.insert(id, ids.len()).is_some() {
                return Err(bad(format!("`{id}` is there twice")));
            }
        }
        let mut concepts = Self::default();
        for (at, line) in lines() {
            let mut cells = line.split('\t').chain(std::iter::repeat(""));
            let mut cell = || cells.next().unwrap_or_default();
            let (id, kind, broader) = (cell(), cell(), cell());
            let bad = |problem: String| BadLine { line: at + 1, problem };
            let is_thing = match kind {
                "thing" => true,
                "topic" => false,
                _ => return Err(bad(format!("`{kind}` is neither thing nor topic"))),
            };
            let broader = broader
                .split_whitespace()
                .map(|id| {
                    ids.get(id)
                        .copied()
                        .ok_or_else(|| bad(format!("broader id `{id}` is unknown")))
                })
                .collect::<Result<Vec<_>, _>>()?;
            let here = concepts.list.len();
            concepts.list.push(Concept {
                id: id.to_owned(),
                is_thing,
                broader,
            });
            for (role, tongue) in [
                (Role::Name, Some(Lang::De)),
                (Role::Name, Some(Lang::En)),
                (Role::Member, None),
                (Role::Ask, None),
            ] {
                for form in cell().split(';') {
                    concepts.add_form(form, here, role, tongue);
                }
            }
        }
        concepts.close_broader();
        concepts.find_false_friends();
        Ok(concepts)
    }

    /// A false friend as a word of one language (*Boot* is none of the *boots*); `None` for all other keys.
    pub fn in_language(&self, key: &str, tongue: Lang) -> Option<String> {
        // a digit inside keeps it apart from every word
        self.false_friends
            .contains(key)
            .then(|| format!("{key}0{}", tongue.code()))
    }

    /// The concept at a position that [`Met`] gave.
    pub fn get(&self, at: usize) -> &Concept {
        &self.list[at]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The forms that start at `terms[at]`, longest only; asks count only when `asks` is true (in queries, not in listings).
    pub fn met(&self, terms: &[Term], at: usize, tongue: Option<Lang>, asks: bool) -> Vec<Met> {
        let mut met: Vec<Met> = Vec::new();
        for key in &terms[at].bases {
            for form in self.by_first_key.get(key).into_iter().flatten() {
                let length = form.rest.len() + 1;
                let spoken = length > 1 || terms[at].may_be(form.tongue, tongue);
                let fits = spoken && (asks || form.role != Role::Ask) && form.rest.len() < terms.len() - at;
                let matches = |(term, keys): (&Term, &Vec<String>)| keys.iter().any(|key| term.bases.contains(key));
                if fits && terms[at + 1..].iter().zip(&form.rest).all(matches) {
                    met.push(Met {
                        concept: form.concept,
                        role: form.role,
                        tokens: length,
                    });
                }
            }
        }
        let longest = met.iter().map(|m| m.tokens).max().unwrap_or(0);
        met.retain(|m| m.tokens == longest);
        met.sort_unstable_by_key(|m| (m.role, m.concept));
        met.dedup_by_key(|m| m.concept);
        met
    }

    /// The concepts named by a single key, for instance the head of a compound.
    pub fn named(&self, key: &str) -> impl Iterator<Item = usize> {
        let forms = self.by_first_key.get(key).into_iter().flatten();
        forms
            .filter(|form| form.rest.is_empty() && form.role == Role::Name)
            .map(|form| form.concept)
    }

    /// Whether a key is, alone, a name of something in any language: typing it is no mistake.
    pub fn knows(&self, key: &str) -> bool {
        self.by_first_key
            .get(key)
            .is_some_and(|forms| forms.iter().any(|form| form.rest.is_empty()))
    }

    /// All keys that are, alone, a name, in no order; for mending typing mistakes.
    pub fn single_names(&self) -> impl Iterator<Item = &str> {
        let is_name = |form: &Form| form.rest.is_empty() && form.role != Role::Ask;
        self.by_first_key
            .iter()
            .filter(move |(_, forms)| forms.iter().any(is_name))
            .map(|(key, _)| key.as_str())
    }

    fn add_form(&mut self, form: &str, concept: usize, role: Role, tongue: Option<Lang>) {
        let mut terms: Vec<Term> = tokens(form).iter().map(|token| analyse(token, tongue)).collect();
        terms.retain(|term| !super::is_filler(&term.text));
        let mut keys = terms.into_iter().map(|term| term.bases);
        let Some(first) = keys.next() else { return };
        let rest: Vec<Vec<String>> = keys.collect();
        for key in first {
            let form = Form {
                rest: rest.clone(),
                concept,
                role,
                tongue,
            };
            self.by_first_key.entry(key).or_default().push(form);
        }
    }

    /// A key is a false friend when nothing that it names in one language is, or is a kind of, what it names in the other.
    fn find_false_friends(&mut self) {
        let akin =
            |a: usize, b: usize| a == b || self.list[a].broader.contains(&b) || self.list[b].broader.contains(&a);
        let named = |forms: &[Form], tongue| -> Vec<usize> {
            let names = forms
                .iter()
                .filter(|f| f.rest.is_empty() && f.role == Role::Name && f.tongue == Some(tongue));
            names.map(|form| form.concept).collect()
        };
        let is_false_friend = |forms: &[Form]| {
            let (german, english) = (named(forms, Lang::De), named(forms, Lang::En));
            !german.is_empty() && !english.is_empty() && german.iter().all(|a| english.iter().all(|b| !akin(*a, *b)))
        };
        let found = self.by_first_key.iter().filter(|(_, forms)| is_false_friend(forms));
        self.false_friends = found.map(|(key, _)| key.clone()).collect();
    }

    /// Adds what the broader ones are kinds of, breadth first.
    fn close_broader(&mut self) {
        for at in 0..self.list.len() {
            let mut all = self.list[at].broader.clone();
            let mut next = 0;
            while next < all.len() {
                for above in self.list[all[next]].broader.clone() {
                    if above != at && !all.contains(&above) {
                        all.push(above);
                    }
                }
                next += 1;
            }
            self.list[at].broader = all;
        }
    }
}
