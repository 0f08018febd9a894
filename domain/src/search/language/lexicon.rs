//! Which words exist, and which word an inflected form belongs to.
//!
//! The lists lie in the binary as sorted text and are searched where they lie: no start-up work, no heap.
//! `data/README.md` tells where they come from.

use std::borrow::Cow;

use memchr::{memchr, memrchr};
use rust_stemmers::{Algorithm, Stemmer};

use super::fold::Token;
use crate::Lang;

static GERMAN: &str = include_str!("../../../data/words_de.txt");
static ENGLISH: &str = include_str!("../../../data/words_en.txt");

/// What is known about a German spelling (folded, so *Küche* is asked for as `kuche`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// A noun that is spelled without an umlaut.
    pub plain_noun: bool,
    /// A noun that is spelled with an umlaut.
    pub umlaut_noun: bool,
    /// A name, or a word of another class: known, but no part of compounds.
    pub other: bool,
}

impl Entry {
    /// A noun in either spelling.
    pub fn is_noun(self) -> bool {
        self.plain_noun || self.umlaut_noun
    }
}

/// What the German list knows about a folded word; `None` when it is not in it.
pub fn german(folded: &str) -> Option<Entry> {
    let flags = find(GERMAN, folded)?;
    Some(Entry {
        plain_noun: flags.contains('n'),
        umlaut_noun: flags.contains('u'),
        other: flags.contains(['p', 'w']),
    })
}

/// Whether the English list has a folded word.
pub fn is_english(folded: &str) -> bool {
    find(ENGLISH, folded).is_some()
}

/// Looks up the line that starts with `word`, and gives what follows its tab.
fn find(list: &'static str, word: &str) -> Option<&'static str> {
    let bytes = list.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = (low + high) / 2;
        let start = memrchr(b'\n', &bytes[low..middle]).map_or(low, |at| low + at + 1);
        let end = memchr(b'\n', &bytes[middle..high]).map_or(high, |at| middle + at);
        let line = &bytes[start..end];
        let tab = memchr(b'\t', line).unwrap_or(line.len());
        match line[..tab].cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return list.get(start + tab + 1..end).or(Some("")),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// A letter that no word contains marks the umlaut twin of two words that fold alike: *Schläger* is keyed
/// `schlager0`, *Schlager* is keyed `schlager`.
const TWIN: char = '0';

/// German endings of case and number, longest remaining word first. With `-er` and `-ern` because of *Räder* and *Bretter*.
const ENDINGS: [&str; 11] = ["n", "e", "s", "en", "es", "er", "ern", "ens", "se", "sen", "ses"];

/// The German nouns a form may belong to, best first: usually one; two where the form is ambiguous
/// (*Laden* is a shop and the plural of *Lade*); none when the list has no noun for it.
pub fn german_nouns(word: &str, umlaut: bool) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(entry) = german(word).filter(|entry| entry.is_noun()) {
        add_noun(&mut found, word, entry, umlaut);
        for ending in ["n", "en"] {
            if let Some(base) = word.strip_suffix(ending).filter(|base| base.len() >= 4)
                && let Some(entry) = german(base)
                && (entry.plain_noun || (umlaut && entry.umlaut_noun))
                && base.ends_with(['e', 'l', 'r', 'x', 't', 'd', 'g', 'z', 's', 'k'])
            {
                add_noun(&mut found, base, entry, umlaut);
                break;
            }
        }
        return found;
    }
    for ending in ENDINGS {
        if let Some(base) = word.strip_suffix(ending).filter(|base| base.len() >= 3)
            && let Some(entry) = german(base).filter(|entry| entry.is_noun())
        {
            // an umlaut in the form may be the plural's own (Räder), so both spellings of the base fit it
            add_noun(&mut found, base, entry, umlaut);
            break;
        }
    }
    found
}

fn add_noun(found: &mut Vec<String>, base: &str, entry: Entry, umlaut: bool) {
    let twins = entry.plain_noun && entry.umlaut_noun;
    let key = if twins && umlaut {
        format!("{base}{TWIN}")
    } else {
        base.to_owned()
    };
    if !found.contains(&key) {
        found.push(key);
    }
}

/// The other word that a spelling without umlaut may mean: `schlager` may be *Schläger* typed on a foreign keyboard.
pub fn umlaut_twin(key: &str) -> Option<String> {
    german(key)
        .filter(|entry| entry.plain_noun && entry.umlaut_noun)
        .map(|_| format!("{key}{TWIN}"))
}

/// English plurals and forms that no rule makes.
const IRREGULAR: [(&str, &str); 32] = [
    ("knives", "knife"),
    ("shelves", "shelf"),
    ("scarves", "scarf"),
    ("leaves", "leaf"),
    ("halves", "half"),
    ("wolves", "wolf"),
    ("lives", "life"),
    ("loaves", "loaf"),
    ("hooves", "hoof"),
    ("mice", "mouse"),
    ("geese", "goose"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("people", "person"),
    ("dice", "die"),
    ("oxen", "ox"),
    ("sewn", "sew"),
    ("sawn", "saw"),
    ("mown", "mow"),
    ("shaken", "shake"),
    ("driven", "drive"),
    ("drove", "drive"),
    ("ridden", "ride"),
    ("rode", "ride"),
    ("dug", "dig"),
    ("built", "build"),
    ("bought", "buy"),
    ("lent", "lend"),
    ("dying", "dye"),
];

/// The English base of a form: irregular ones by table, others by Porter's second stemmer (Snowball "English").
pub fn english_base(word: &str) -> Cow<'_, str> {
    if let Some((_, base)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return stem(base, Lang::En).into_owned().into();
    }
    stem(word, Lang::En)
}

/// The Snowball stem (<https://snowballstem.org/>, "German" and "English"): coarser than a base form, it also
/// joins *bohren*, *Bohrer* and *gebohrt*-like derivations.
pub fn stem(word: &str, tongue: Lang) -> Cow<'_, str> {
    if !word.is_ascii() {
        return word.into();
    }
    let algorithm = match tongue {
        Lang::De => Algorithm::German,
        Lang::En => Algorithm::English,
    };
    Stemmer::create(algorithm).stem(word)
}

/// Whether a token is a word that people write, in either language and any inflection the lists know.
pub fn is_known(token: &Token) -> bool {
    let word = token.text.as_str();
    german(word).is_some()
        || is_english(word)
        || !german_nouns(word, token.has_umlaut()).is_empty()
        || ["s", "es", "ed", "ing", "er", "d"].iter().any(|ending| {
            word.strip_suffix(ending)
                .is_some_and(|base| base.len() >= 3 && is_english(base))
        })
        || ["e", "en", "er", "es", "em", "t"].iter().any(|ending| {
            word.strip_suffix(ending)
                .is_some_and(|base| base.len() >= 4 && german(base).is_some())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::language::fold::tokens;

    fn nouns(word: &str) -> Vec<String> {
        let token = &tokens(word)[0];
        german_nouns(&token.text, token.has_umlaut())
    }

    #[test]
    fn the_lists_are_sorted_and_every_word_is_found() {
        for list in [GERMAN, ENGLISH] {
            let keys: Vec<&str> = list
                .lines()
                .map(|line| line.split('\t').next().unwrap_or(line))
                .collect();
            assert!(keys.is_sorted_by(|a, b| a < b));
            assert!(keys.iter().step_by(97).all(|key| find(list, key).is_some()));
            assert!(find(list, keys[0]).is_some() && find(list, keys[keys.len() - 1]).is_some());
        }
        assert!(find(GERMAN, "").is_none() && find(GERMAN, "zzzz").is_none() && find(ENGLISH, "aaaaa").is_none());
    }

    #[test]
    fn a_form_finds_its_noun() {
        for (form, noun) in [
            ("Fahrräder", "fahrrad"),
            ("Fahrrader", "fahrrad"),
            ("Bretter", "brett"),
            ("Leitern", "leiter"),
            ("Zelte", "zelt"),
            ("Zelten", "zelt"),
            ("Stühlen", "stuhl"),
            ("Bohrer", "bohrer"),
            ("Messer", "messer"),
            ("Radios", "radio"),
            ("Kindern", "kind"),
            ("Tische", "tisch"),
        ] {
            assert_eq!(nouns(form).first().map(String::as_str), Some(noun), "{form}");
        }
        assert_eq!(nouns("Kuchen"), ["kuchen"]);
        assert!(nouns("Sägen").contains(&"sage0".to_owned()));
    }

    #[test]
    fn words_that_fold_alike_stay_apart_when_the_umlaut_is_written() {
        assert_eq!(nouns("Schläger"), ["schlager0"]);
        assert_eq!(nouns("Schlager"), ["schlager"]);
        assert_eq!(umlaut_twin("schlager").as_deref(), Some("schlager0"));
    }

    #[test]
    fn english_forms_find_their_base() {
        for (form, base) in [
            ("drills", "drill"),
            ("knives", "knife"),
            ("tents", "tent"),
            ("scooters", "scooter"),
        ] {
            assert_eq!(english_base(form), stem(base, Lang::En), "{form}");
        }
    }
}
