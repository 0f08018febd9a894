//! What somebody means by what they typed.
//!
//! Each thing asked for becomes a [`Need`] with the index words that answer it: the word itself, compounds that end in it, its synonyms,
//! the same words written apart. Some answers are only *akin* (*Rasen* and *Rasenmäher*, *Stichsäge* and another saw);
//! they count only when nothing better is there. [`Reading::attempts`] is the order in which it is tried, strictest first.

use super::{language::concepts::Concepts, needs, score::Amount};

/// Characters of a query that are read; the rest of a longer one is ignored.
pub const LONGEST_QUERY: usize = 300;
/// Needs that are looked for; further words of a longer query are ignored.
pub const MOST_NEEDS: usize = 8;

/// A query, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// What is asked for, in the order typed. Empty when the query says nothing.
    pub needs: Vec<Need>,
}

/// One thing asked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Need {
    /// The folded words as typed.
    pub typed: String,
    /// For a single word: its base forms and stems, which may be nearer to what was meant.
    pub forms: Vec<String>,
    /// What answers it. Any of them will do.
    pub alternatives: Vec<Alternative>,
    /// Whether it names a thing, rather than a property of one (*large*, *2*, *rote*).
    pub names_a_thing: bool,
    /// Whether no list knows the word: it may be a name or brand, or a typing mistake.
    pub is_unknown: bool,
}

/// One way to answer a need.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// Of each group, a listing must have one word.
    pub all: Vec<Vec<String>>,
    /// How good an answer it is, up to 1.
    pub weight: f32,
    /// Not what was asked for, but akin to it.
    pub akin: bool,
}

/// A condition on the words of a listing; each engine writes it in its own query language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// Has this word.
    Word(String),
    /// Meets all of these.
    All(Vec<Expression>),
    /// Meets one of these.
    Any(Vec<Expression>),
}

/// How literally a query is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strictness {
    /// Every need met, exactly.
    Exact,
    /// Every need met, exactly or by something akin.
    Akin,
    /// Every thing named is met; properties are not asked for.
    ThingsOnly,
    /// Something of it is met.
    Partly,
}

/// One way to look for a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// How literally.
    pub strictness: Strictness,
    /// Whether akin answers count.
    pub akin: bool,
    /// Positions of the needs that decide; the others only help to sort.
    pub deciding: Vec<usize>,
    /// Whether one of them is enough.
    pub any: bool,
}

/// Of what meets only a part, so much of the best score is worth showing.
const WORTH_SHOWING: f64 = 0.6;

impl Reading {
    /// Reads a query.
    pub fn of(query: &str, concepts: &Concepts) -> Self {
        Self {
            needs: needs::of(query, concepts),
        }
    }

    /// Replaces an unknown need by the known words it is probably a mistyping of (base forms, best first).
    pub fn mend(&mut self, need: usize, keys: &[String], concepts: &Concepts) {
        let together = self.needs.len() > 1;
        self.needs[need].mend(keys, concepts, together);
    }

    /// The ways to look for it, strictest first. The first that finds anything is the answer.
    pub fn attempts(&self) -> Vec<Attempt> {
        let all: Vec<usize> = (0..self.needs.len()).collect();
        let things: Vec<usize> = all.iter().copied().filter(|at| self.needs[*at].names_a_thing).collect();
        if all.is_empty() {
            return Vec::new();
        }
        let attempt = |strictness, akin, deciding: &[usize], any| Attempt {
            strictness,
            akin,
            deciding: deciding.to_vec(),
            any,
        };
        let mut attempts = vec![
            attempt(Strictness::Exact, false, &all, false),
            attempt(Strictness::Akin, true, &all, false),
        ];
        if !things.is_empty() && things.len() < all.len() {
            attempts.push(attempt(Strictness::ThingsOnly, false, &things, false));
            attempts.push(attempt(Strictness::ThingsOnly, true, &things, false));
        }
        if all.len() > 1 {
            let rest = if things.is_empty() { &all } else { &things };
            attempts.push(attempt(Strictness::Partly, false, rest, true));
            attempts.push(attempt(Strictness::Partly, true, &all, true));
        }
        attempts
    }

    /// Every index word that any need mentions, each once.
    pub fn words(&self) -> Vec<&str> {
        let alternatives = self.needs.iter().flat_map(|need| &need.alternatives);
        let mut words: Vec<&str> = alternatives
            .flat_map(|a| a.all.iter().flatten())
            .map(String::as_str)
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// The needs' own words (not what is merely akin), by which it is told how common they are.
    pub fn own_words(&self, need: usize) -> impl Iterator<Item = &str> {
        let own = self.needs[need]
            .alternatives
            .iter()
            .filter(|alternative| !alternative.akin);
        own.filter(|alternative| alternative.all.len() == 1)
            .flat_map(|a| a.all[0].iter().map(String::as_str))
    }

    /// How well a listing answers, by the amounts it has of the words; `telling` is what each need tells
    /// ([`super::score::telling`]), in their order. Zero when nothing is met.
    pub fn score(&self, akin: bool, telling: &[f32], amount: impl Fn(&str) -> Option<Amount>) -> f32 {
        self.needs
            .iter()
            .zip(telling)
            .map(|(need, telling)| telling * need.met(akin, &amount))
            .sum()
    }
}

impl Need {
    /// How well it is met, from 0 to 1.
    fn met(&self, akin: bool, amount: &impl Fn(&str) -> Option<Amount>) -> f32 {
        let counts = self.alternatives.iter().filter(|alternative| akin || !alternative.akin);
        counts.map(|alternative| alternative.met(amount)).fold(0.0, f32::max)
    }

    /// The condition that a listing meets it.
    fn expression(&self, akin: bool) -> Expression {
        let counts = self.alternatives.iter().filter(|alternative| akin || !alternative.akin);
        Expression::Any(counts.map(Alternative::expression).collect())
    }
}

impl Alternative {
    fn met(&self, amount: &impl Fn(&str) -> Option<Amount>) -> f32 {
        let mut weakest = f32::INFINITY;
        for group in &self.all {
            let best = group.iter().filter_map(|word| amount(word)).max();
            let Some(best) = best else { return 0.0 };
            weakest = weakest.min(best.saturated());
        }
        if weakest.is_finite() {
            weakest * self.weight
        } else {
            0.0
        }
    }

    fn expression(&self) -> Expression {
        let group = |words: &Vec<String>| Expression::Any(words.iter().cloned().map(Expression::Word).collect());
        Expression::All(self.all.iter().map(group).collect())
    }
}

impl Attempt {
    /// The least score worth showing beside the best: who meets one word of three is no answer beside one who meets two.
    pub fn least_score(&self, best: f64) -> f64 {
        if self.any { best * WORTH_SHOWING } else { 0.0 }
    }

    /// The condition on a listing's words.
    pub fn expression(&self, reading: &Reading) -> Expression {
        let parts = self
            .deciding
            .iter()
            .map(|at| reading.needs[*at].expression(self.akin))
            .collect();
        let whole = if self.any {
            Expression::Any(parts)
        } else {
            Expression::All(parts)
        };
        whole.simplified()
    }
}

impl Expression {
    /// Whether a listing meets it.
    pub fn holds(&self, has: &impl Fn(&str) -> bool) -> bool {
        match self {
            Self::Word(word) => has(word),
            Self::All(parts) => parts.iter().all(|part| part.holds(has)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(has)),
        }
    }

    /// The same condition with only those words that some listing has; `None` if then nothing can meet it.
    pub fn among(self, exists: &impl Fn(&str) -> bool) -> Option<Self> {
        match self {
            Self::Word(word) => exists(&word).then_some(Self::Word(word)),
            Self::All(parts) => parts
                .into_iter()
                .map(|part| part.among(exists))
                .collect::<Option<_>>()
                .map(Self::All),
            Self::Any(parts) => {
                let parts: Vec<Self> = parts.into_iter().filter_map(|part| part.among(exists)).collect();
                (!parts.is_empty()).then_some(Self::Any(parts))
            }
        }
    }

    /// The same condition without groups of one, groups in groups of the same kind, and repetitions.
    pub fn simplified(self) -> Self {
        let (parts, is_all) = match self {
            Self::Word(_) => return self,
            Self::All(parts) => (parts, true),
            Self::Any(parts) => (parts, false),
        };
        let mut flat: Vec<Self> = Vec::new();
        for part in parts.into_iter().map(Self::simplified) {
            let nested = match part {
                Self::All(inner) if is_all => inner,
                Self::Any(inner) if !is_all => inner,
                other => vec![other],
            };
            for part in nested {
                if !flat.contains(&part) {
                    flat.push(part);
                }
            }
        }
        match (flat.len(), is_all) {
            (1, _) => flat.remove(0),
            (_, true) => Self::All(flat),
            (_, false) => Self::Any(flat),
        }
    }
}
