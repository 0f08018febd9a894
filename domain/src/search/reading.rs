//! What somebody means by what they typed.
//!
//! Each thing asked for becomes a [`Need`] with the index words that answer it: the word itself, compounds that end in it, its synonyms,
//! the same words written apart. Some answers are only *akin* (*Rasen* and *Rasenmäher*, *Stichsäge* and another saw);
//! they count only when nothing better is there. [`Reading::attempts`] is the order in which it is tried, strictest first.

use super::{
    document::{CATEGORY, CONCEPT, HEAD, MODIFIER, PAIR, STEM, WHOLE},
    language::{
        Term, analyse,
        concepts::{Concepts, Met, Role},
        fold::{Token, tokens},
        is_filler, is_measure, is_wish, language_of_filler, lexicon,
    },
    score::Amount,
};
use crate::Lang;

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
        let cut: String = query.chars().take(LONGEST_QUERY).collect();
        let all = tokens(&cut);
        let meaningful: Vec<&Token> = all.iter().filter(|t| !is_filler(&t.text)).collect();
        let only_wishes = meaningful.iter().all(|t| is_wish(&t.text));
        let kept = if meaningful.is_empty() {
            all.iter().collect()
        } else {
            meaningful
        };
        let terms: Vec<Term> = kept.iter().map(|token| analyse(token, None)).collect();
        // wishes belong to some names (*Eis machen*), and say nothing beside them
        let says = |term: &Term| only_wishes || !is_wish(&term.text);
        let words = terms
            .iter()
            .filter(|term| says(term) && !is_measure(&term.text))
            .count();
        let mut reader = Reader {
            concepts,
            terms: &terms,
            together: words > 1,
            tongue: language_of(&all),
            needs: Vec::new(),
        };
        let mut at = 0;
        while at < terms.len() && reader.needs.len() < MOST_NEEDS {
            at += reader.need_at(at, &says);
        }
        Self { needs: reader.needs }
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

// How good each kind of answer is. Tuned on the tuning half of `eval/search`.
const OTHER_SPELLING: f32 = 0.9;
const AS_HEAD: f32 = 0.85;
const AS_CONCEPT: f32 = 0.8;
const AS_NEED_OF: f32 = 0.7;
const IN_PARTS: f32 = 0.7;
const AS_MODIFIER: f32 = 0.3;
const AS_CATEGORY: f32 = 0.5;
const BY_STEM: f32 = 0.3;
const BROADER: f32 = 0.25;
const AS_MENDED: f32 = 0.8;

struct Reader<'a> {
    concepts: &'a Concepts,
    terms: &'a [Term],
    /// Whether several words narrow each other.
    together: bool,
    /// The language it is asked in, where its words tell.
    tongue: Option<Lang>,
    needs: Vec<Need>,
}

impl Reader<'_> {
    /// Reads the need that starts at a term and tells how many terms it took; a single term only if it `says` something.
    fn need_at(&mut self, at: usize, says: &impl Fn(&Term) -> bool) -> usize {
        let own = self.own_word(at);
        // with a false friend it matters in which language somebody asks; otherwise both mean the same
        let tongue = own.as_ref().and(self.tongue);
        let met = self.concepts.met(self.terms, at, tongue, true);
        let length = met.first().map_or(1, |met| met.tokens);
        if length == 1 && !says(&self.terms[at]) {
            return 1;
        }
        if length > 1 {
            let need = phrase_need(&self.terms[at..at + length], &met, self.concepts);
            self.needs.push(need);
            return length;
        }
        if let Some(need) = self.joined_need(at) {
            self.needs.push(need);
            return 2;
        }
        let mut need = term_need(&self.terms[at], &met, self.concepts, self.together);
        for pair in [at.checked_sub(1).map(|before| (before, at)), Some((at, at + 1))]
            .into_iter()
            .flatten()
        {
            if let (Some(first), Some(second)) = (self.terms.get(pair.0), self.terms.get(pair.1)) {
                need.alternatives.push(pair_alternative(first, second));
            }
        }
        if let Some((key, own)) = own {
            for word in need.alternatives.iter_mut().flat_map(|a| a.all.iter_mut().flatten()) {
                if word.strip_prefix(WHOLE) == Some(key) {
                    *word = format!("{WHOLE}{own}");
                }
            }
        }
        self.needs.push(need);
        1
    }

    /// A false friend among the bases of a term, and what it is in the language of the query.
    fn own_word(&self, at: usize) -> Option<(&str, String)> {
        let tongue = self.tongue?;
        let own = |base: &'_ String| self.concepts.in_language(base, tongue);
        self.terms[at]
            .bases
            .iter()
            .find_map(|base| Some((base.as_str(), own(base)?)))
    }

    /// Two words that are one thing when written together: *Bohr Maschine*, *lawn mower*.
    fn joined_need(&self, at: usize) -> Option<Need> {
        let (first, second) = (self.terms.get(at)?, self.terms.get(at + 1)?);
        let umlauts = 0;
        let joined = Token {
            text: format!("{}{}", first.text, second.text),
            umlauts,
            parts: Vec::new(),
        };
        let joined = [analyse(&joined, None)];
        let met = self.concepts.met(&joined, 0, None, true);
        if !met.iter().any(|met| met.role == Role::Name) {
            return None;
        }
        let mut need = term_need(&joined[0], &met, self.concepts, false);
        need.typed = format!("{} {}", first.text, second.text);
        need.alternatives.push(pair_alternative(first, second));
        need.alternatives.push(apart([first, second].into_iter(), IN_PARTS));
        Some(need)
    }
}

/// The language that more of the words belong to alone.
fn language_of(tokens: &[Token]) -> Option<Lang> {
    let balance: i32 = tokens.iter().map(|token| telling_of(token)).sum();
    match balance {
        1.. => Some(Lang::De),
        0 => None,
        ..0 => Some(Lang::En),
    }
}

/// 1 for a word that is German only, -1 for one that is English only.
fn telling_of(token: &Token) -> i32 {
    if let Some(tongue) = language_of_filler(&token.text) {
        return if tongue == Lang::De { 1 } else { -1 };
    }
    let term = analyse(token, None);
    i32::from((term.is_german && !term.is_english) || token.has_umlaut())
        - i32::from(term.is_english && !term.is_german)
}

/// A need of one word; `together` with others, one that only begins a compound is a full answer (*Anhänger Fahrrad*).
fn term_need(term: &Term, met: &[Met], concepts: &Concepts, together: bool) -> Need {
    let forms = term.bases.iter().chain(&term.stems).cloned().collect();
    let mut need = Need {
        typed: term.text.clone(),
        forms,
        is_unknown: !term.is_known() && met.is_empty(),
        ..Need::default()
    };
    let mut add = |word: char, key: &str, weight: f32, akin: bool| {
        let word = vec![vec![format!("{word}{key}")]];
        need.alternatives.push(Alternative {
            all: word,
            weight,
            akin,
        });
    };
    let names = |is_thing| {
        met.iter()
            .any(|m| m.role == Role::Name && concepts.get(m.concept).is_thing == is_thing)
    };
    let (is_topic, is_thing) = (names(false), names(true));
    for (position, base) in term.bases.iter().enumerate() {
        let weight = if position == 0 { 1.0 } else { OTHER_SPELLING };
        add(WHOLE, base, weight, false);
        add(HEAD, base, weight * AS_HEAD, false);
        // Camping: a Campingstuhl is right; Rasen: a Rasenmäher is near it; Zelt: a Zeltlampe is something else
        if is_topic || !is_thing || together {
            add(MODIFIER, base, AS_MODIFIER, !is_topic && !together);
        }
        add(CATEGORY, base, AS_CATEGORY, is_thing && !together);
        if let Some(twin) = lexicon::umlaut_twin(base) {
            add(WHOLE, &twin, OTHER_SPELLING * weight, false);
            add(HEAD, &twin, OTHER_SPELLING * weight * AS_HEAD, false);
        }
    }
    for stem in &term.stems {
        add(STEM, stem, BY_STEM, true);
    }
    for met in met {
        let concept = concepts.get(met.concept);
        match met.role {
            Role::Name => add(CONCEPT, &concept.id, AS_CONCEPT, false),
            Role::Ask => add(CONCEPT, &concept.id, AS_NEED_OF, false),
            Role::Member => add(CONCEPT, &concept.id, BROADER, true),
        }
        let above = concept
            .broader
            .iter()
            .map(|at| concepts.get(*at))
            .find(|above| above.is_thing);
        if let Some(above) = above.filter(|_| met.role == Role::Name) {
            add(CONCEPT, &above.id, BROADER, true);
        }
    }
    let mut names_a_thing = !met.is_empty();
    for head in &term.heads {
        // Teleskopstehleiter: if there is none, any ladder; but never any "Maschine" for a Bohrmaschine
        if concepts.named(head).any(|at| concepts.get(at).is_thing) {
            names_a_thing = true;
            add(WHOLE, head, BROADER, true);
            add(HEAD, head, BROADER, true);
            for at in concepts.named(head) {
                add(CONCEPT, &concepts.get(at).id, BROADER, true);
            }
            break;
        }
    }
    if let (Some(modifier), Some(head)) = (term.modifiers.first(), term.heads.first()) {
        add(PAIR, &format!("{modifier}{head}"), OTHER_SPELLING, false);
        let group = |key: &str, kinds: &[char]| kinds.iter().map(|kind| format!("{kind}{key}")).collect();
        let all = vec![group(head, &[WHOLE, HEAD]), group(modifier, &[WHOLE, HEAD, MODIFIER])];
        need.alternatives.push(Alternative {
            all,
            weight: IN_PARTS,
            akin: false,
        });
    }
    need.names_a_thing = names_a_thing;
    need
}

/// A need of several words that mean one thing: *cargo bike*, *mow the lawn*.
fn phrase_need(terms: &[Term], met: &[Met], concepts: &Concepts) -> Need {
    let typed: Vec<&str> = terms.iter().map(|term| term.text.as_str()).collect();
    let mut need = Need {
        typed: typed.join(" "),
        names_a_thing: true,
        ..Need::default()
    };
    for met in met {
        let concept = concepts.get(met.concept);
        let (weight, akin) = match met.role {
            Role::Name => (1.0, false),
            Role::Ask => (OTHER_SPELLING, false),
            Role::Member => (BROADER, true),
        };
        need.alternatives.push(one_word(CONCEPT, &concept.id, weight, akin));
        let above = concept
            .broader
            .iter()
            .map(|at| concepts.get(*at))
            .find(|above| above.is_thing);
        if let Some(above) = above.filter(|_| met.role == Role::Name) {
            need.alternatives.push(one_word(CONCEPT, &above.id, BROADER, true));
        }
    }
    need.alternatives.push(apart(terms.iter(), IN_PARTS));
    if let [first, second] = terms {
        need.alternatives.push(pair_alternative(first, second));
    }
    need
}

fn one_word(kind: char, key: &str, weight: f32, akin: bool) -> Alternative {
    Alternative {
        all: vec![vec![format!("{kind}{key}")]],
        weight,
        akin,
    }
}

/// All words are there, wherever.
fn apart<'a>(terms: impl Iterator<Item = &'a Term>, weight: f32) -> Alternative {
    let forms = |term: &Term| {
        let kinds = [WHOLE, HEAD, MODIFIER];
        term.bases
            .iter()
            .flat_map(|base| kinds.map(|kind| format!("{kind}{base}")))
            .collect()
    };
    Alternative {
        all: terms.map(forms).collect(),
        weight,
        akin: false,
    }
}

fn pair_alternative(first: &Term, second: &Term) -> Alternative {
    let mut words = Vec::new();
    for first in first.bases.iter().chain([&first.text]) {
        for second in &second.bases {
            let word = format!("{PAIR}{first}{second}");
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    Alternative {
        all: vec![words],
        weight: OTHER_SPELLING,
        akin: false,
    }
}

impl Need {
    fn mend(&mut self, keys: &[String], concepts: &Concepts, together: bool) {
        let typed = std::mem::take(&mut self.typed);
        let mut mended = Self {
            typed,
            is_unknown: false,
            ..Self::default()
        };
        for key in keys {
            let token = Token {
                text: key.clone(),
                ..Token::default()
            };
            let mut term = analyse(&token, None);
            // the key is a base form already; analysing it again may have shortened it once more
            term.bases.retain(|base| base != key);
            term.bases.insert(0, key.clone());
            let met = concepts.met(std::slice::from_ref(&term), 0, None, true);
            let need = term_need(&term, &met, concepts, together);
            mended.names_a_thing |= need.names_a_thing;
            mended
                .alternatives
                .extend(need.alternatives.into_iter().map(|mut alternative| {
                    alternative.weight *= AS_MENDED;
                    alternative
                }));
        }
        if mended.alternatives.is_empty() {
            self.typed = mended.typed;
        } else {
            *self = mended;
        }
    }
}
