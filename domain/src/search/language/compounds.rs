//! German compounds: *Akkubohrmaschine* is an *Akku* + *Bohrmaschine*, a kind of *Maschine*, and has nothing to do with *Achse*.
//!
//! A word is cut where a noun from the list is left as its end (the *head*: what the thing is) and everything before it
//! (the *modifiers*) is made of words too, with the usual letters between them (*Liege|stuhl*, *Arbeit|s|hose*,
//! *Kind|er|wagen*, *Schul|e*). Of several cuts the one with the fewest and most ordinary parts wins. Character n-grams
//! were considered and left: they cannot tell *Rad* in *Lastenrad* from *Rad* in *Paradies*.
//!
//! `data/compounds_de.tsv` holds what lists of nouns do not tell: which verbs and adjectives start compounds, which short nouns
//! may be parts, and which words only look like compounds (*Bildschirm* is no *Schirm*).

use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

use super::lexicon;

static DATA: &str = include_str!("../../../data/compounds_de.tsv");

/// Below this many letters a word is not cut: too many short words look like two even shorter ones (*Kar|ton*).
const SHORTEST_COMPOUND: usize = 6;
/// Nouns from this length on may be parts of compounds without being on the list of short ones.
const ORDINARY_PART: usize = 5;
/// A part that is on no list, before a head of at least this length (*Thermo|becher*), is accepted at a high cost.
const HEAD_AFTER_UNKNOWN: usize = 5;

/// A compound taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// What the thing is, most exact first: `bohrmaschine`, `maschine` for *Akkubohrmaschine*. Base forms.
    pub heads: Vec<String>,
    /// What narrows it: `akku`, `bohr`. Base forms.
    pub modifiers: Vec<String>,
    /// Base form of the whole compound: the written beginning and the head's base form.
    pub base: String,
    /// The beginning is on no list: it may be a name, or mistyped.
    pub is_guess: bool,
}

/// The curated exceptions, parsed once.
#[derive(Debug, Default)]
struct Exceptions {
    /// Words of other classes that start compounds: *bohr-*, *hoch-*, *mini-*.
    firsts: HashSet<&'static str>,
    /// Nouns of three and four letters that may be a part.
    shorts: HashSet<&'static str>,
    /// Words that are never cut.
    wholes: HashSet<&'static str>,
    /// Heads that count only after these beginnings: *-leiter* the ladder, not the person.
    only: HashMap<&'static str, Vec<&'static str>>,
}

fn exceptions() -> &'static Exceptions {
    static PARSED: OnceLock<Exceptions> = OnceLock::new();
    PARSED.get_or_init(|| {
        let mut all = Exceptions::default();
        for line in DATA.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (kind, rest) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
            let words = rest.split_whitespace();
            match kind {
                "first" => all.firsts.extend(words),
                "short" => all.shorts.extend(words),
                "whole" => all.wholes.extend(words),
                "only" => {
                    let beginnings = cells.next().unwrap_or_default().split_whitespace().collect();
                    all.only.insert(rest, beginnings);
                }
                _ => {}
            }
        }
        all
    })
}

/// Takes a folded German word apart; `None` when it is no compound as far as the lists tell.
pub fn parts(word: &str, umlaut: bool) -> Option<Parts> {
    if !word.is_ascii() || word.len() < SHORTEST_COMPOUND {
        return None;
    }
    let known = lexicon::german(word).is_some();
    let certain = best_cut(word, umlaut, 0);
    let is_guess = certain.is_none();
    let cut = certain.or_else(|| if known { None } else { cut_after_unknown(word, umlaut) })?;
    let mut parts = Parts {
        base: format!("{}{}", &word[..cut.at], cut.head),
        is_guess,
        ..Parts::default()
    };
    collect_modifiers(&word[..cut.at], umlaut, &mut parts.modifiers, 0);
    collect_heads(&word[cut.at..], &cut.head, umlaut, &mut parts);
    parts.modifiers.dedup();
    Some(parts)
}

/// Whether a folded text may begin a compound: *akku*, *kinder*, *fahrrad*.
pub fn may_begin(text: &str) -> bool {
    text.is_ascii() && beginning_cost(text, true, 0).is_some()
}

struct Cut {
    at: usize,
    head: String,
    cost: u32,
}

/// The cheapest cut into beginning and head.
fn best_cut(word: &str, umlaut: bool, depth: u8) -> Option<Cut> {
    if depth > 3 || word.len() < SHORTEST_COMPOUND || is_whole(word) {
        return None;
    }
    let mut best: Option<Cut> = None;
    for at in 2..=word.len() - 3 {
        let (beginning, end) = word.split_at(at);
        let Some(head) = head_noun(end, umlaut) else { continue };
        if !fits(beginning, &head) {
            continue;
        }
        let Some(cost) = beginning_cost(beginning, umlaut, depth) else {
            continue;
        };
        let cost = cost + shortness(&head);
        if best.as_ref().is_none_or(|best| cost < best.cost) {
            best = Some(Cut { at, head, cost });
        }
    }
    best
}

/// A head after something that is in no list: a brand, an English word, a rare one.
fn cut_after_unknown(word: &str, umlaut: bool) -> Option<Cut> {
    if is_whole(word) {
        return None;
    }
    (3..word.len().saturating_sub(HEAD_AFTER_UNKNOWN - 1)).find_map(|at| {
        let (beginning, end) = word.split_at(at);
        let head = head_noun(end, umlaut).filter(|head| head.len() >= HEAD_AFTER_UNKNOWN)?;
        let sounds = beginning.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        (sounds && fits(beginning, &head)).then_some(Cut { at, head, cost: 0 })
    })
}

fn is_whole(word: &str) -> bool {
    let all = exceptions();
    all.wholes.contains(word)
        || ["n", "e", "s", "en", "es", "er"]
            .iter()
            .any(|ending| word.strip_suffix(ending).is_some_and(|base| all.wholes.contains(base)))
}

/// The base form of a compound's end, if it is a noun that may stand there.
fn head_noun(end: &str, umlaut: bool) -> Option<String> {
    let noun = lexicon::german_nouns(end, umlaut).into_iter().next()?;
    may_be_part(&noun).then_some(noun)
}

fn may_be_part(noun: &str) -> bool {
    noun.len() >= ORDINARY_PART || exceptions().shorts.contains(noun)
}

fn fits(beginning: &str, head: &str) -> bool {
    let head = head.strip_suffix('0').unwrap_or(head);
    exceptions()
        .only
        .get(head)
        .is_none_or(|beginnings| beginnings.iter().any(|allowed| beginning.ends_with(allowed)))
}

/// How unusual a compound's beginning is; `None` when it is not made of words.
fn beginning_cost(beginning: &str, umlaut: bool, depth: u8) -> Option<u32> {
    let single = first_word(beginning, umlaut).map(|(word, cost)| cost + shortness(&word));
    let several = || best_cut(beginning, umlaut, depth + 1).map(|cut| cut.cost + 10);
    let with_link = || {
        ["s", "n"].iter().find_map(|link| {
            let cut = best_cut(beginning.strip_suffix(link)?, umlaut, depth + 1)?;
            Some(cut.cost + 12)
        })
    };
    single.into_iter().chain(several()).chain(with_link()).min()
}

/// One word at the beginning, with what links it, as its base form.
fn first_word(beginning: &str, umlaut: bool) -> Option<(String, u32)> {
    let all = exceptions();
    if all.firsts.contains(beginning) {
        return Some((beginning.to_owned(), 1));
    }
    let noun = |word: &str| {
        let entry = lexicon::german(word).filter(|entry| entry.is_noun())?;
        let fits = entry.plain_noun || umlaut;
        (fits && may_be_part(word)).then(|| word.to_owned())
    };
    if let Some(word) = noun(beginning) {
        return Some((word, 0));
    }
    for (link, cost) in [
        ("s", 1),
        ("n", 1),
        ("en", 2),
        ("es", 2),
        ("er", 3),
        ("e", 3),
        ("ens", 3),
    ] {
        if let Some(word) = beginning.strip_suffix(link).and_then(noun) {
            return Some((word, cost));
        }
    }
    // Schul|hof, Kirsch|kern: the noun has lost its e
    noun(&format!("{beginning}e"))
        .filter(|_| beginning.len() >= 4)
        .map(|word| (word, 3))
}

/// Short parts are met by accident more often.
fn shortness(word: &str) -> u32 {
    match word.len() {
        0..=3 => 6,
        4 => 3,
        5 => 1,
        _ => 0,
    }
}

fn collect_modifiers(beginning: &str, umlaut: bool, into: &mut Vec<String>, depth: u8) {
    if let Some((word, _)) = first_word(beginning, umlaut) {
        into.push(word);
    }
    let unlinked = ["", "s", "n"].iter().find_map(|link| {
        let word = beginning.strip_suffix(link)?;
        best_cut(word, umlaut, depth + 1).map(|cut| (word, cut))
    });
    match unlinked {
        Some((word, cut)) if depth < 3 => {
            if !into.contains(&cut.head) {
                into.push(format!("{}{}", &word[..cut.at], cut.head));
                into.push(cut.head);
            }
            collect_modifiers(&word[..cut.at], umlaut, into, depth + 1);
        }
        _ if into.is_empty() => into.push(beginning.to_owned()),
        _ => {}
    }
}

fn collect_heads(end: &str, head: &str, umlaut: bool, parts: &mut Parts) {
    parts.heads.push(head.to_owned());
    if let Some(cut) = best_cut(end, umlaut, 1) {
        collect_modifiers(&end[..cut.at], umlaut, &mut parts.modifiers, 1);
        collect_heads(&end[cut.at..], &cut.head, umlaut, parts);
    }
}
