//! What each word of a query asks for: the index words that answer it, and how well.

use super::{
    document::{CATEGORY, CONCEPT, HEAD, MODIFIER, PAIR, STEM, WHOLE},
    language::{
        Term, analyse,
        concepts::{Concept, Concepts, Met, Role},
        fold::{Token, tokens},
        is_filler, is_measure, is_wish, language_of_filler, lexicon,
    },
    reading::{Alternative, LONGEST_QUERY, MOST_NEEDS, Need},
};
use crate::Lang;

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

/// The needs of a query, in the order typed.
pub fn of(query: &str, concepts: &Concepts) -> Vec<Need> {
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
    reader.needs
}

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
    let balance: i32 = tokens.iter().map(telling_of).sum();
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
        if let Some(above) = thing_above(met, concepts) {
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
        if let Some(above) = thing_above(met, concepts) {
            need.alternatives.push(one_word(CONCEPT, &above.id, BROADER, true));
        }
    }
    need.alternatives.push(apart(terms.iter(), IN_PARTS));
    if let [first, second] = terms {
        need.alternatives.push(pair_alternative(first, second));
    }
    need
}

/// For a name: the nearest thing that it is a kind of.
fn thing_above<'a>(met: &Met, concepts: &'a Concepts) -> Option<&'a Concept> {
    let above = concepts.get(met.concept).broader.iter().map(|at| concepts.get(*at));
    above.filter(|_| met.role == Role::Name).find(|above| above.is_thing)
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
    /// Takes these known words for what was mistyped.
    pub fn mend(&mut self, keys: &[String], concepts: &Concepts, together: bool) {
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
