//! What the index keeps of a listing: its words, and how much of each.
//!
//! Every word carries one letter in front that says what it is, so that *Bohrmaschine* the thing and *bohr-* the beginning
//! of another word never meet by accident:
//!
//! | letter | word | *Akku-Bohrmaschine Makita* |
//! |---|---|---|
//! | `w` | a word in its base form | `wakkubohrmaschine`, `wmakita` |
//! | `h` | the head of a compound: what the thing is | `hbohrmaschine`, `hmaschine` |
//! | `m` | what narrows it | `makku`, `mbohr` |
//! | `s` | a stem, which joins derivations | `sakkubohrmaschin` |
//! | `p` | two neighbouring words joined, or a compound's parts | `pakkubohrmaschine` |
//! | `c` | a concept, or one it is a kind of | `ccordlessdrill`, `cdrill`, `ctool` |
//! | `n` | a word of its categories' names, which also name what it is not | `nbohr`, `nschraub`, `nwerkzeug` |

use crate::Lang;
use std::collections::HashMap;

use super::{
    language::{
        Term,
        concepts::{Concepts, Role},
        terms,
    },
    score::{Amount, Field},
};

/// A word in base form.
pub const WHOLE: char = 'w';
/// The head of a compound.
pub const HEAD: char = 'h';
/// The modifier of a compound or of a phrase.
pub const MODIFIER: char = 'm';
/// A Snowball stem.
pub const STEM: char = 's';
/// Two words joined.
pub const PAIR: char = 'p';
/// A concept.
pub const CONCEPT: char = 'c';

/// A word of a category's name.
pub const CATEGORY: char = 'n';

/// The parts of a listing that are searched as text.
#[derive(Debug, Clone, Copy, Default)]
pub struct ListingText<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its description.
    pub description: &'a str,
    /// Its tags.
    pub labels: &'a [&'a str],
    /// The names of its category and of those above it, in all languages.
    pub categories: &'a [&'a str],
    /// The language it is written in, when known.
    pub tongue: Option<Lang>,
}

/// The words of a listing with their amounts, sorted by word.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Index words, each once.
    pub words: Vec<(String, Amount)>,
}

impl Document {
    /// Reads a listing.
    pub fn of(listing: &ListingText, concepts: &Concepts) -> Self {
        let mut writer = Writer {
            amounts: HashMap::new(),
            concepts,
        };
        writer.field(Field::Title, listing.title, listing.tongue);
        for label in listing.labels {
            // a tag may be in another language than the text
            writer.field(Field::Labels, label, None);
        }
        for category in listing.categories {
            writer.category(category);
        }
        writer.field(Field::Description, listing.description, listing.tongue);
        let mut words: Vec<(String, Amount)> = writer
            .amounts
            .into_iter()
            .map(|(word, amount)| (word, Amount::rounded(amount)))
            .collect();
        words.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Self { words }
    }

    /// How much of a word it has.
    pub fn amount(&self, word: &str) -> Option<Amount> {
        self.words
            .binary_search_by(|(known, _)| known.as_str().cmp(word))
            .ok()
            .map(|at| self.words[at].1)
    }
}

/// How much less a concept counts that is named by the head of a compound only (*Bohrmaschine* in *Tischbohrmaschine*).
const BY_HEAD: f32 = 0.8;
/// How much less a concept counts that the thing is a kind of, or belongs to.
const BROADER: f32 = 0.45;

struct Writer<'a> {
    amounts: HashMap<String, f32>,
    concepts: &'a Concepts,
}

impl Writer<'_> {
    fn field(&mut self, field: Field, text: &str, tongue: Option<Lang>) {
        let terms = terms(text, tongue);
        let share = field.share(terms.len());
        let mut at = 0;
        while at < terms.len() {
            let met = self.concepts.met(&terms, at, tongue, false);
            let length = met.first().map_or(1, |met| met.tokens);
            for met in &met {
                let own = if met.role == Role::Name { 1.0 } else { BROADER };
                self.concept(met.concept, share * own);
            }
            if met.is_empty() {
                self.concept_of_head(&terms[at], share);
            }
            // in "bike pump" the bike only narrows the pump, as it does in "Fahrradpumpe"
            for term in &terms[at..at + length - 1] {
                self.narrowing(term, share);
            }
            self.term(&terms[at + length - 1], share, tongue);
            at += length;
        }
        if field != Field::Description {
            for pair in terms.windows(2) {
                self.pair(&pair[0], &pair[1], share);
            }
        }
    }

    /// A category's name tells what a listing has to do with (*garden*), not what it is: in "bikes and trailers" a trailer is no
    /// bike. So it counts as a topic, and as a last resort.
    fn category(&mut self, name: &str) {
        let terms = terms(name, None);
        let share = Field::Category.share(terms.len());
        for (at, term) in terms.iter().enumerate() {
            for met in self.concepts.met(&terms, at, None, false) {
                if !self.concepts.get(met.concept).is_thing {
                    self.concept(met.concept, share);
                }
            }
            for key in term.bases.iter().chain(&term.heads) {
                self.add(CATEGORY, key, share);
            }
        }
    }

    fn term(&mut self, term: &Term, share: f32, tongue: Option<Lang>) {
        for base in &term.bases {
            self.add(WHOLE, base, share);
            if let Some(own) = tongue.and_then(|tongue| self.concepts.in_language(base, tongue)) {
                self.add(WHOLE, &own, share);
            }
        }
        for head in &term.heads {
            self.add(HEAD, head, share);
        }
        for modifier in &term.modifiers {
            self.add(MODIFIER, modifier, share);
        }
        for stem in &term.stems {
            self.add(STEM, stem, share);
        }
        if let (Some(modifier), Some(head)) = (term.modifiers.first(), term.heads.first()) {
            self.add(PAIR, &format!("{modifier}{head}"), share);
        }
    }

    fn narrowing(&mut self, term: &Term, share: f32) {
        for key in term.bases.iter().chain(&term.heads).chain(&term.modifiers) {
            self.add(MODIFIER, key, share);
        }
    }

    fn pair(&mut self, first: &Term, second: &Term, share: f32) {
        if let (Some(first_base), Some(second_base)) = (first.bases.first(), second.bases.first()) {
            self.add(PAIR, &format!("{first_base}{second_base}"), share);
            if *first_base != first.text {
                self.add(PAIR, &format!("{}{second_base}", first.text), share);
            }
        }
    }

    fn concept_of_head(&mut self, term: &Term, share: f32) {
        let named = term
            .heads
            .iter()
            .map(|head| self.concepts.named(head).collect::<Vec<_>>());
        if let Some(met) = named.into_iter().find(|met| !met.is_empty()) {
            for concept in met {
                self.concept(concept, share * BY_HEAD);
            }
        }
    }

    fn concept(&mut self, at: usize, share: f32) {
        let concept = self.concepts.get(at);
        self.add(CONCEPT, &concept.id, share);
        for above in &concept.broader {
            self.add(CONCEPT, &self.concepts.get(*above).id, share * BROADER);
        }
    }

    fn add(&mut self, kind: char, key: &str, share: f32) {
        let mut word = String::with_capacity(key.len() + 1);
        word.push(kind);
        word.push_str(key);
        *self.amounts.entry(word).or_default() += share;
    }
}
