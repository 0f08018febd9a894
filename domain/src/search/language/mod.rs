//! The linguistics of searching, all in Rust: both database engines see only the finished words.
//!
//! ```text
//! text → fold: tokens → analyse: base forms, heads and modifiers of compounds → concepts: what it means
//! ```
//! The same steps run over a listing when it is indexed and over what somebody types. A listing's language is known;
//! the language of a query is not, so it is read as both.

pub mod compounds;
pub mod concepts;
pub mod fillers;
pub mod fold;
pub mod lexicon;
pub mod spelling;

use std::sync::OnceLock;

pub use fillers::{is_filler, is_measure, is_wish, language_of_filler};
use fold::Token;

use crate::Lang;
use concepts::Concepts;

/// The groups of synonyms that ship with the binary, parsed at first use.
///
/// # Panics
/// Never in a build whose tests pass: one of them parses the same text.
#[expect(clippy::expect_used, reason = "the text is part of the binary and a test parses it")]
pub fn built_in_concepts() -> &'static Concepts {
    static PARSED: OnceLock<Concepts> = OnceLock::new();
    PARSED.get_or_init(|| Concepts::parse(concepts::BUILT_IN).expect("the built-in synonyms are well-formed"))
}

/// A token with everything the lists know about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Term {
    /// The token, folded.
    pub text: String,
    /// Base forms, most likely first; more than one where language or inflection are ambiguous.
    pub bases: Vec<String>,
    /// For compounds: what the thing is, most exact first.
    pub heads: Vec<String>,
    /// For compounds: what narrows it.
    pub modifiers: Vec<String>,
    /// Snowball stems, which also join derivations.
    pub stems: Vec<String>,
    /// Whether the German lists know it, as a word or as a compound of words.
    pub is_german: bool,
    /// Whether the English list knows it.
    pub is_english: bool,
}

impl Term {
    /// Whether any list knows it.
    pub fn is_known(&self) -> bool {
        self.is_german || self.is_english
    }

    /// Whether a form of language `form` can be meant by this word in a text of language `text`: *Hose* is no garden hose
    /// in a German text, but *Beamer* is a projector in an English one.
    fn may_be(&self, form: Option<Lang>, text: Option<Lang>) -> bool {
        match (form, text) {
            (Some(Lang::En), Some(Lang::De)) => !self.is_german,
            (Some(Lang::De), Some(Lang::En)) => !self.is_english,
            _ => true,
        }
    }
}

/// Everything the lists know about a token; `tongue` is the language of the text it stands in, if that is known.
pub fn analyse(token: &Token, tongue: Option<Lang>) -> Term {
    let text = token.text.as_str();
    let mut term = Term {
        text: text.to_owned(),
        ..Term::default()
    };
    let nouns = lexicon::german_nouns(text, token.has_umlaut());
    let parts = if token.parts.is_empty() {
        compounds::parts(text, token.has_umlaut())
    } else {
        None
    };
    term.is_german =
        !nouns.is_empty() || parts.as_ref().is_some_and(|parts| !parts.is_guess) || lexicon::german(text).is_some();
    term.is_english = lexicon::is_english(text) || lexicon::is_english(&lexicon::english_base(text));

    let german = tongue != Some(Lang::En) || (term.is_german && !term.is_english);
    let english = tongue != Some(Lang::De) || (term.is_english && !term.is_german);
    if german {
        if !nouns.is_empty() {
            term.bases = nouns;
        } else if let Some(parts) = &parts {
            term.bases.push(parts.base.clone());
        } else {
            term.bases.push(lexicon::stem(text, Lang::De).into_owned());
        }
        if let Some(parts) = parts {
            if let Some(twin) = parts
                .heads
                .first()
                .and_then(|head| lexicon::umlaut_twin(head))
                .filter(|_| tongue.is_none())
            {
                // "Stichsage" typed without its umlaut
                let beginning = parts.base.strip_suffix(parts.heads[0].as_str()).unwrap_or_default();
                term.bases.push(format!("{beginning}{twin}"));
                term.heads.push(twin);
            }
            term.heads.extend(parts.heads);
            term.modifiers = parts.modifiers;
        }
        add(&mut term.stems, &lexicon::stem(text, Lang::De));
    }
    if english {
        add(&mut term.bases, &lexicon::english_base(text));
        add(&mut term.stems, &lexicon::stem(text, Lang::En));
    }
    if !token.parts.is_empty() {
        add_hyphenated(&mut term, token, tongue);
    }
    term
}

/// A hyphenated word is a compound that its writer has taken apart.
fn add_hyphenated(term: &mut Term, token: &Token, tongue: Option<Lang>) {
    let parts: Vec<Term> = token
        .hyphenated()
        .map(|part| {
            // which letters were umlauts is known for the whole only; that one of them was is enough to look it up
            let part = Token {
                text: part.to_owned(),
                umlauts: u64::from(token.has_umlaut()),
                parts: Vec::new(),
            };
            analyse(&part, tongue)
        })
        .collect();
    let Some((head, modifiers)) = parts.split_last() else {
        return;
    };
    for key in head.bases.iter().chain(&head.heads) {
        add(&mut term.heads, key);
    }
    for part in modifiers {
        for key in part.bases.iter().chain(&part.heads) {
            add(&mut term.modifiers, key);
        }
    }
    for key in &head.modifiers {
        add(&mut term.modifiers, key);
    }
    term.is_german |= parts.iter().all(|part| part.is_german);
    term.is_english |= parts.iter().all(|part| part.is_english);
}

fn add(list: &mut Vec<String>, key: &str) {
    if !key.is_empty() && !list.iter().any(|known| known == key) {
        list.push(key.to_owned());
    }
}

/// The terms of a text in order, without the words that carry no meaning.
pub fn terms(text: &str, tongue: Option<Lang>) -> Vec<Term> {
    let tokens = fold::tokens(text);
    tokens
        .iter()
        .filter(|token| !is_filler(&token.text))
        .map(|token| analyse(token, tongue))
        .collect()
}
