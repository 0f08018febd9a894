//! Finding places by what somebody types: half a name, a misspelled one, a postcode, "Beuel, Bonn".

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use super::Place;
use super::fold::fold;
use super::gazetteer::Gazetteer;

/// How much of what was typed is looked at.
const LONGEST_TEXT: usize = 120;
const MOST_WORDS: usize = 10;
/// A search never returns more than this.
const MOST_MATCHES: usize = 50;
/// Shorter names are not guessed: one letter off, they are other names.
const SHORTEST_GUESS: usize = 4;

/// A place that was found, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match<'g> {
    /// What was found.
    pub place: &'g Place,
    /// How well it fits what was typed.
    pub quality: Quality,
}

/// How well a place fits what was typed, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quality {
    /// One of its names was typed in full.
    Exact,
    /// One of its names begins so, or a word of one does.
    Prefix,
    /// It is one letter off: one too many, one missing, another one, or two swapped.
    Typo,
}

/// What was typed, as folded words.
struct Query<'q> {
    words: &'q [&'q str],
    /// Whether postcodes may be left out of account: somebody else's, or of another country.
    ignore_numbers: bool,
}

/// Finer than [`Quality`], best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    /// The place's own label.
    Label,
    Exact,
    Prefix,
    /// Only a word of the name begins so, or what stands beside the name is unfinished.
    PartPrefix,
    Typo,
    TypoPrefix,
}

/// How well the words beside a name go with the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Fits,
    /// The last of them is the beginning of one that would.
    Unfinished,
    Strange,
}

impl From<Tier> for Quality {
    fn from(tier: Tier) -> Self {
        match tier {
            Tier::Label | Tier::Exact => Self::Exact,
            Tier::Prefix | Tier::PartPrefix => Self::Prefix,
            Tier::Typo | Tier::TypoPrefix => Self::Typo,
        }
    }
}

impl Gazetteer {
    /// The places that `text` may mean, the likeliest first, `limit` at most (and never more than 50).
    ///
    /// Umlauts may be spelled in any way. The name may be incomplete (its last word) or, from four letters on, one
    /// letter off. Beside it, in any order and with any punctuation, may stand the town, the region, the country or
    /// the postcode: "Beuel, Bonn", "Bonn-Beuel", "53111 Bonn", "Neustadt Weinstraße".
    ///
    /// Order: exact before prefix before typo; then the more populous; postcodes ascending; then as in the data.
    #[must_use]
    pub fn find(&self, text: &str, limit: usize) -> Vec<Match<'_>> {
        let start: String = text.chars().take(LONGEST_TEXT).collect();
        let folded = fold(&start);
        let words: Vec<&str> = folded
            .split(' ')
            .filter(|word| !word.is_empty())
            .take(MOST_WORDS)
            .collect();
        let limit = limit.min(MOST_MATCHES);
        if words.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut found = Found {
            gazetteer: self,
            hits: Vec::new(),
        };
        found.search(
            &Query {
                words: &words,
                ignore_numbers: false,
            },
            limit,
        );
        if found.hits.is_empty() && words.iter().any(|word| is_number(word)) {
            // "53225 Nowhere", "1010 Wien": the postcode alone, then the names alone.
            for code in words.iter().filter(|word| word.len() == 5 && is_number(word)) {
                found.postcodes(&Query {
                    words: &[code],
                    ignore_numbers: false,
                });
            }
            let names: Vec<&str> = words.iter().filter(|word| !is_number(word)).copied().collect();
            found.search(
                &Query {
                    words: &names,
                    ignore_numbers: true,
                },
                limit,
            );
        }
        found.best(limit)
    }

    /// The likeliest of the places that `text` may mean: what a form without script takes.
    #[must_use]
    pub fn best(&self, text: &str) -> Option<&Place> {
        self.find(text, 1).first().map(|found| found.place)
    }
}

/// The places found so far; a place may be among them several times.
struct Found<'g> {
    gazetteer: &'g Gazetteer,
    hits: Vec<(Tier, u32)>,
}

impl<'g> Found<'g> {
    fn search(&mut self, query: &Query<'_>, limit: usize) {
        if query.words.is_empty() {
            return;
        }
        if !query.ignore_numbers {
            self.postcodes(query);
        }
        let count = query.words.len();
        for start in 0..count {
            for end in start + 1..=count {
                // A single letter among many words would only name everything.
                if count <= 3 || query.words[start..end].iter().any(|word| word.len() > 1) {
                    self.named(query, start..end);
                }
            }
        }
        if self.hits.len() < limit && self.hits.iter().all(|(tier, _)| *tier > Tier::Exact) {
            let mut guesses = vec![0..count, 0..count - 1, 1..count, 0..1, count - 1..count];
            guesses.sort_by_key(|guess| (guess.start, guess.end));
            guesses.dedup();
            for guess in guesses {
                self.misspelled(query, guess);
            }
        }
    }

    /// The postcodes that begin with the first number typed, where all other words fit.
    fn postcodes(&mut self, query: &Query<'_>) {
        let Some(at) = query.words.iter().position(|word| is_number(word)) else {
            return;
        };
        let digits = query.words[at];
        for index in self.gazetteer.postcodes_with(digits) {
            if self.beside(query, &(at..at + 1), index) != Beside::Strange {
                let tier = if digits.len() == 5 { Tier::Exact } else { Tier::Prefix };
                self.hits.push((self.label_or(tier, query, index), index));
            }
        }
    }

    /// The places with a name that begins with these words of the query, where all other words fit.
    fn named(&mut self, query: &Query<'_>, words: Range<usize>) {
        let typed = query.words[words.clone()].join(" ");
        let keys = self.gazetteer.with_prefix(&typed, 0..self.gazetteer.keys().len());
        self.take(query, &words, keys, typed.len(), false);
    }

    /// As [`named`](Self::named), with one letter off.
    fn misspelled(&mut self, query: &Query<'_>, words: Range<usize>) {
        let typed = query.words[words.clone()].join(" ");
        if typed.chars().count() < SHORTEST_GUESS || typed.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        // The keys that have the letters before the mistake as they should be.
        let mut within = 0..self.gazetteer.keys().len();
        for (at, letter) in typed.char_indices() {
            for guess in self.gazetteer.guesses(&typed, at, within.clone()) {
                let keys = self.gazetteer.with_prefix(&guess, within.clone());
                self.take(query, &words, keys, guess.len(), true);
            }
            within = self.gazetteer.with_prefix(&typed[..at + letter.len_utf8()], within);
            if within.is_empty() {
                break;
            }
        }
    }

    /// Takes the places of these keys, whose first `len` bytes are what was typed or guessed for `words`.
    fn take(&mut self, query: &Query<'_>, words: &Range<usize>, keys: Range<usize>, len: usize, guessed: bool) {
        let unfinished = words.end == query.words.len();
        for key in &self.gazetteer.keys()[keys] {
            let rest = &self.gazetteer.name(key)[len..];
            let tier = match (rest.as_bytes().first(), key.part, guessed) {
                (None, false, false) => Tier::Exact,
                (None, true, false) | (_, false, false) => Tier::Prefix,
                (_, true, false) => Tier::PartPrefix,
                (None, false, true) => Tier::Typo,
                (_, _, true) => Tier::TypoPrefix,
            };
            // Only the last word may be unfinished, and half a short name is not guessed at.
            let whole = matches!(rest.as_bytes().first(), None | Some(b' '));
            let enough = whole || (unfinished && (!guessed || len > SHORTEST_GUESS));
            if enough {
                match self.beside(query, words, key.place) {
                    Beside::Fits => self.hits.push((self.label_or(tier, query, key.place), key.place)),
                    Beside::Unfinished => self.hits.push((tier.max(Tier::PartPrefix), key.place)),
                    Beside::Strange => {}
                }
            }
        }
    }

    /// Lifts a place if its whole label was typed: "Alsbach (Alsbach-Hähnlein)" is the district, though the town is larger
    /// and fits as well.
    fn label_or(&self, tier: Tier, query: &Query<'_>, index: u32) -> Tier {
        let typed = || query.words.join(" ");
        if tier == Tier::Exact && fold(&self.gazetteer.place(index).label()) == typed() {
            Tier::Label
        } else {
            tier
        }
    }

    /// How the words of the query that do not name the place go with it.
    fn beside(&self, query: &Query<'_>, name: &Range<usize>, index: u32) -> Beside {
        let last = query.words.len() - 1;
        let mut beside = Beside::Fits;
        for (at, word) in query.words.iter().enumerate().filter(|(at, _)| !name.contains(at)) {
            if self.gazetteer.context(index).any(|known| known == *word) {
                continue;
            }
            if at != last || !self.gazetteer.context(index).any(|known| known.starts_with(word)) {
                return Beside::Strange;
            }
            beside = Beside::Unfinished;
        }
        beside
    }

    fn best(mut self, limit: usize) -> Vec<Match<'g>> {
        let gazetteer = self.gazetteer;
        self.hits
            .sort_unstable_by_key(|(tier, index)| (*tier, Reverse(gazetteer.weight(*index)), *index));
        let mut seen = HashSet::new();
        self.hits
            .into_iter()
            .filter(|(_, index)| seen.insert(*index))
            .take(limit)
            .map(|(tier, index)| Match {
                place: gazetteer.place(index),
                quality: tier.into(),
            })
            .collect()
    }
}

impl Gazetteer {
    /// What may have been meant if the letter at byte `at` is wrong: without it, swapped with the next, or with any
    /// letter that the keys in this range have there instead of it or before it.
    fn guesses(&self, typed: &str, at: usize, within: Range<usize>) -> Vec<String> {
        let (before, from) = typed.split_at(at);
        let mut letters = from.chars();
        let letter = letters.next();
        let after = letters.as_str();
        let mut guesses = vec![format!("{before}{after}")];
        if let (Some(letter), Some(next)) = (letter, letters.next()) {
            guesses.push(format!("{before}{next}{letter}{}", letters.as_str()));
        }
        for other in self.letters_at(at, within) {
            guesses.push(format!("{before}{other}{after}"));
            guesses.push(format!("{before}{other}{from}"));
        }
        guesses
    }

    /// The different letters that the keys in this range have at byte `at`; they agree on what is before.
    fn letters_at(&self, at: usize, mut within: Range<usize>) -> Vec<char> {
        let mut letters = Vec::new();
        while let Some(key) = self.keys()[within.clone()].first() {
            let name = self.name(key);
            let Some(letter) = name[at..].chars().next() else {
                within.start += 1;
                continue;
            };
            letters.push(letter);
            within.start = self.with_prefix(&name[..at + letter.len_utf8()], within.clone()).end;
        }
        letters
    }
}

fn is_number(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_digit())
}
