//! Searching a few thousand listings in memory, plainly: every listing is looked at for every query.
//!
//! It is the yardstick for both database indexes (they must find the same, in the same order), and what measures the
//! quality of searching on `eval/search`.

use std::collections::HashMap;

use super::{
    document::{Document, HEAD, WHOLE},
    language::concepts::Concepts,
    mending,
    reading::{Attempt, Reading, Strictness},
    score,
};

/// Listings in memory.
pub struct Shelf<'a> {
    concepts: &'a Concepts,
    documents: Vec<Document>,
    listings_with: HashMap<String, u32>,
}

/// What was found for a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Positions on the shelf and their scores, best first, then in order of position.
    pub hits: Vec<(usize, f32)>,
    /// How literally the query had to be taken.
    pub strictness: Option<Strictness>,
}

impl<'a> Shelf<'a> {
    /// Puts documents on a shelf.
    pub fn new(concepts: &'a Concepts, documents: Vec<Document>) -> Self {
        let mut listings_with = HashMap::new();
        for (word, _) in documents.iter().flat_map(|document| &document.words) {
            *listings_with.entry(word.clone()).or_insert(0) += 1;
        }
        Self {
            concepts,
            documents,
            listings_with,
        }
    }

    /// Finds what answers a query.
    pub fn find(&self, query: &str) -> Found {
        self.find_among(query, &|_| true)
    }

    /// Finds what answers a query among the listings at positions that are `allowed`.
    pub fn find_among(&self, query: &str, allowed: &impl Fn(usize) -> bool) -> Found {
        let mut reading = Reading::of(query, self.concepts);
        self.mend(&mut reading, |need| need.is_unknown);
        let found = self.find_reading(&reading, allowed);
        if found.hits.is_empty() {
            self.mend(&mut reading, |_| true);
            return self.find_reading(&reading, allowed);
        }
        found
    }

    /// Mends the needs that no listing has a word for.
    fn mend(&self, reading: &mut Reading, which: impl Fn(&super::reading::Need) -> bool) {
        for at in 0..reading.needs.len() {
            let nobody = reading.own_words(at).all(|word| !self.listings_with.contains_key(word));
            if nobody && which(&reading.needs[at]) {
                let first = reading.needs[at].typed.chars().next();
                let listed = self.listings_with.iter().filter_map(|(word, listings)| {
                    let word = word.strip_prefix([WHOLE, HEAD])?;
                    word.starts_with(first?).then_some((word, *listings))
                });
                let keys = mending::meant(&reading.needs[at], listed, self.concepts);
                reading.mend(at, &keys, self.concepts);
            }
        }
    }

    fn find_reading(&self, reading: &Reading, allowed: &impl Fn(usize) -> bool) -> Found {
        let telling = self.telling(reading);
        for attempt in reading.attempts() {
            let hits = self.attempt(reading, &attempt, &telling, allowed);
            if !hits.is_empty() {
                return Found {
                    hits,
                    strictness: Some(attempt.strictness),
                };
            }
        }
        Found {
            hits: Vec::new(),
            strictness: None,
        }
    }

    fn attempt(
        &self,
        reading: &Reading,
        attempt: &Attempt,
        telling: &[f32],
        allowed: &impl Fn(usize) -> bool,
    ) -> Vec<(usize, f32)> {
        let condition = attempt.expression(reading);
        let mut hits: Vec<(usize, f32)> = self
            .documents
            .iter()
            .enumerate()
            .filter(|(at, _)| allowed(*at))
            .filter(|(_, document)| condition.holds(&|word| document.amount(word).is_some()))
            .map(|(at, document)| (at, reading.score(attempt.akin, telling, |word| document.amount(word))))
            .collect();
        let best = hits.iter().map(|(_, score)| f64::from(*score)).fold(0.0, f64::max);
        hits.retain(|(_, score)| f64::from(*score) >= attempt.least_score(best));
        hits.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        hits
    }

    fn telling(&self, reading: &Reading) -> Vec<f32> {
        #[expect(clippy::cast_possible_truncation, reason = "a shelf holds thousands")]
        let all = self.documents.len() as u32;
        let having = |at| {
            reading
                .own_words(at)
                .filter_map(|word| self.listings_with.get(word))
                .max()
                .copied()
                .unwrap_or(0)
        };
        (0..reading.needs.len())
            .map(|at| score::telling(having(at), all))
            .collect()
    }
}
