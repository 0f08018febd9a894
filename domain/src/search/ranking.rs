//! A [`Reading`] made ready to score thousands of candidates: words are looked up by number, and those that no listing
//! has are left out. Gives what [`Reading::score`] gives.

use super::{
    index::{Packed, hash},
    reading::{Alternative, Reading},
    score::Amount,
};

/// One way to rank what was found.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// Hashes of the words that count, in order, each once.
    words: Vec<u32>,
    needs: Vec<Ranked>,
    /// What the candidate at hand has of `words`.
    amounts: Vec<Option<Amount>>,
}

/// A need: what it tells, and what answers it.
#[derive(Debug, Clone)]
struct Ranked {
    telling: f32,
    ways: Vec<Way>,
}

/// An alternative: of each group, a listing must have one of the words at these places in [`Ranking::words`].
#[derive(Debug, Clone)]
struct Way {
    weight: f32,
    groups: Vec<Vec<usize>>,
}

impl Ranking {
    /// `telling` is what each need tells ([`super::score::telling`]), in their order; `exists`, whether any listing has a
    /// word.
    pub fn new(reading: &Reading, akin: bool, telling: &[f32], exists: impl Fn(&str) -> bool) -> Self {
        let mut words: Vec<u32> = reading
            .words()
            .into_iter()
            .filter(|word| exists(word))
            .map(hash)
            .collect();
        words.sort_unstable();
        words.dedup();
        let place = |word: &String| exists(word).then(|| words.binary_search(&hash(word)).ok()).flatten();
        let way = |alternative: &Alternative| {
            let groups = alternative.all.iter().map(|group| {
                let places: Vec<usize> = group.iter().filter_map(place).collect();
                (!places.is_empty()).then_some(places)
            });
            let groups: Vec<_> = groups.collect::<Option<_>>()?;
            (!groups.is_empty()).then_some(Way {
                weight: alternative.weight,
                groups,
            })
        };
        let needs = reading.needs.iter().zip(telling).map(|(need, telling)| {
            let counting = need.alternatives.iter().filter(|alternative| akin || !alternative.akin);
            Ranked {
                telling: *telling,
                ways: counting.filter_map(way).collect(),
            }
        });
        Self {
            needs: needs.collect(),
            amounts: vec![None; words.len()],
            words,
        }
    }

    /// How well a candidate answers.
    pub fn score(&mut self, candidate: Packed<'_>) -> f32 {
        self.amounts.fill(None);
        let mut at = 0;
        // both are in order, so one walk along the two finds all
        for (hash, amount) in candidate.rows() {
            while self.words.get(at).is_some_and(|word| *word < hash) {
                at += 1;
            }
            match self.words.get(at) {
                Some(word) if *word == hash => self.amounts[at] = Some(amount),
                Some(_) => {}
                None => break,
            }
        }
        self.needs
            .iter()
            .map(|need| {
                let ways = need.ways.iter().map(|way| way.met(&self.amounts));
                need.telling * ways.fold(0.0, f32::max)
            })
            .sum()
    }
}

impl Way {
    fn met(&self, amounts: &[Option<Amount>]) -> f32 {
        let mut weakest = f32::INFINITY;
        for group in &self.groups {
            let Some(best) = group.iter().filter_map(|at| amounts[*at]).max() else {
                return 0.0;
            };
            weakest = weakest.min(best.saturated());
        }
        weakest * self.weight
    }
}
