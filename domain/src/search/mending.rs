//! Which words a mistyped one was meant to be.

use super::{
    language::{
        compounds,
        concepts::Concepts,
        spelling::{self, one_mistake},
    },
    reading::Need,
};

/// The shortest end of a compound that is mended by itself.
const SHORTEST_END: usize = 5;

/// The base forms that an unknown need is probably a mistyping of, best first: words of the listings (with how many have
/// them) or names of things, at one mistake; else a compound whose end is a name of a thing at one mistake.
pub fn meant<'a>(need: &Need, listed: impl IntoIterator<Item = (&'a str, u32)>, concepts: &'a Concepts) -> Vec<String> {
    let forms: Vec<&str> = std::iter::once(&need.typed)
        .chain(&need.forms)
        .map(String::as_str)
        .collect();
    let named = concepts.single_names().map(|name| (name, 0));
    let whole = spelling::mend(&forms, listed.into_iter().chain(named));
    if !whole.is_empty() {
        return whole.into_iter().map(str::to_owned).collect();
    }
    mended_compound(&need.typed, concepts).into_iter().collect()
}

/// *Akkuborher*: the beginning is a word, the end is one mistake away from a thing.
fn mended_compound(typed: &str, concepts: &Concepts) -> Option<String> {
    if !typed.is_ascii() {
        return None;
    }
    let mut best: Option<(u32, String)> = None;
    for name in concepts
        .single_names()
        .filter(|name| name.len() >= SHORTEST_END && name.is_ascii())
    {
        for end in name.len() - 1..=name.len() + 1 {
            let Some(at) = typed.len().checked_sub(end).filter(|at| *at >= 3) else {
                continue;
            };
            let Some(cost) = one_mistake(&typed[at..], name) else {
                continue;
            };
            let cheaper = best
                .as_ref()
                .is_none_or(|(known, word)| (cost, word.len()) < (*known, at + name.len()));
            if cheaper && compounds::may_begin(&typed[..at]) {
                best = Some((cost, format!("{}{name}", &typed[..at])));
            }
        }
    }
    best.map(|(_, word)| word)
}
