//! From text to tokens: the same letters for every way a word is written.
//!
//! *Köln*, *Koeln*, *Koln* and *KÖLN* become one string, `koln`; *Straße* becomes `strasse`. That a letter was an umlaut
//! is remembered beside it, because *Schläger* (a racket) is not *Schlager* (a song), and both would fold to the same.

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// Letters of a token that are looked at; the rest of a longer one is ignored.
pub const LONGEST_TOKEN: usize = 48;

/// One written word, folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Token {
    /// Lower case, no diacritics, umlauts as their plain vowel, `ß` as `ss`. Letters and digits only.
    pub text: String,
    /// Bit *n* is set when the *n*th letter of `text` was written as an umlaut (`ä` or `ae`).
    pub umlauts: u64,
    /// Where each part of a hyphenated word ends, in bytes of `text`; empty for a word without hyphens.
    pub parts: Vec<usize>,
}

impl Token {
    /// The parts of a hyphenated word (*Akku-Bohrer*: `akku`, `bohrer`), or nothing.
    pub fn hyphenated(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.parts.iter().map(move |&end| {
            let part = &self.text[start..end];
            start = end;
            part
        })
    }

    /// Whether any letter was written as an umlaut.
    pub fn has_umlaut(&self) -> bool {
        self.umlauts != 0
    }

    /// Whether it is made of digits only.
    pub fn is_number(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_digit())
    }
}

/// The tokens of a text, in order. Letters and digits make words, a hyphen between two of them joins, anything else
/// separates; soft hyphens and zero-width characters vanish.
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.nfc().filter(|c| !is_invisible(*c)).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_alphanumeric() {
            at += 1;
            continue;
        }
        let mut ends = vec![run_end(&chars, at)];
        let mut pieces = vec![(at, ends[0])];
        while let Some(&end) = ends.last() {
            let joined = end + 1 < chars.len() && is_hyphen(chars[end]) && chars[end + 1].is_alphanumeric();
            if !joined {
                break;
            }
            let next = run_end(&chars, end + 1);
            pieces.push((end + 1, next));
            ends.push(next);
        }
        at = ends[ends.len() - 1];
        let token = fold_pieces(&chars, &pieces);
        if !token.text.is_empty() {
            found.push(token);
        }
        at += possessive(&chars, at);
    }
    found
}

/// One word folded, whatever it contains. For data files, whose lines are single words.
pub fn fold(word: &str) -> String {
    tokens(word).into_iter().map(|t| t.text).collect()
}

fn run_end(chars: &[char], from: usize) -> usize {
    from + chars[from..]
        .iter()
        .take_while(|c| c.is_alphanumeric() || is_mark(**c))
        .count()
}

/// The length of an English possessive *'s* at `at`, which belongs to no word.
fn possessive(chars: &[char], at: usize) -> usize {
    let apostrophe = matches!(chars.get(at), Some('\'' | '’'));
    let s = matches!(chars.get(at + 1), Some('s' | 'S'));
    let over = !chars.get(at + 2).is_some_and(|c| c.is_alphanumeric());
    if apostrophe && s && over { 2 } else { 0 }
}

fn fold_pieces(chars: &[char], pieces: &[(usize, usize)]) -> Token {
    let mut token = Token::default();
    for &(start, end) in pieces {
        fold_into(&mut token, &chars[start..end]);
        if pieces.len() > 1 && token.parts.last().copied().unwrap_or(0) < token.text.len() {
            token.parts.push(token.text.len());
        }
    }
    if token.parts.len() < 2 {
        token.parts.clear();
    }
    token
}

fn fold_into(token: &mut Token, chars: &[char]) {
    let lower: Vec<char> = chars.iter().flat_map(|c| c.to_lowercase()).collect();
    let mut length = token.text.chars().count();
    let mut before = None;
    let mut skip = false;
    for (i, &c) in lower.iter().enumerate() {
        if std::mem::take(&mut skip) {
            continue;
        }
        let then_e = lower.get(i + 1) == Some(&'e');
        let (plain, umlaut) = match c {
            'ä' => ("a", true),
            'ö' => ("o", true),
            'ü' => ("u", true),
            'ß' => ("ss", false),
            'æ' => ("a", true),
            'ø' | 'œ' => ("o", true),
            'ł' => ("l", false),
            'đ' | 'ð' => ("d", false),
            'þ' => ("th", false),
            'a' | 'o' if then_e => (if c == 'a' { "a" } else { "o" }, true),
            // not in *Mauer*, *Feuer*, *Quelle*, where u and e are two sounds
            'u' if then_e && !matches!(before, Some('a' | 'e' | 'q')) => ("u", true),
            _ => ("", false),
        };
        skip = umlaut && matches!(c, 'a' | 'o' | 'u');
        before = Some(c);
        if plain.is_empty() {
            for base in std::iter::once(c).nfd().filter(|c| c.is_alphanumeric() && !is_mark(*c)) {
                push(token, &mut length, base, false);
            }
        } else {
            for base in plain.chars() {
                push(token, &mut length, base, umlaut);
            }
        }
    }
}

fn push(token: &mut Token, length: &mut usize, c: char, umlaut: bool) {
    if *length < LONGEST_TOKEN {
        token.text.push(c);
        token.umlauts |= u64::from(umlaut) << *length;
        *length += 1;
    }
}

fn is_mark(c: char) -> bool {
    canonical_combining_class(c) != 0
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|t| t.text).collect()
    }

    #[test]
    fn every_way_to_write_an_umlaut_is_one_word() {
        for way in ["Köln", "KÖLN", "Koeln", "Koln", "Ko\u{308}ln"] {
            assert_eq!(texts(way), ["koln"], "{way}");
        }
        assert_eq!(texts("Straße STRASSE straẞe"), ["strasse", "strasse", "strasse"]);
    }

    #[test]
    fn an_umlaut_is_remembered_at_its_letter() {
        assert_eq!(tokens("Fahrräder")[0].umlauts, 1 << 5);
        assert_eq!(tokens("Fahrraeder")[0].umlauts, 1 << 5);
        assert_eq!(tokens("Fahrrader")[0].umlauts, 0);
    }

    #[test]
    fn two_vowels_that_are_two_sounds_stay_two() {
        assert_eq!(texts("Mauer Feuer Quelle neue"), ["mauer", "feuer", "quelle", "neue"]);
    }

    #[test]
    fn a_hyphen_joins_and_remembers_its_parts() {
        let token = &tokens("der Akku-Bohrer,")[1];
        assert_eq!(token.text, "akkubohrer");
        assert_eq!(token.hyphenated().collect::<Vec<_>>(), ["akku", "bohrer"]);
        assert_eq!(texts("rot - blau"), ["rot", "blau"]);
    }

    #[test]
    fn what_is_no_letter_separates_or_vanishes() {
        assert_eq!(texts("Bohr\u{ad}maschine 🔧 (18V)"), ["bohrmaschine", "18v"]);
        assert_eq!(
            texts("Lena's drill, neighbours’ bike"),
            ["lena", "drill", "neighbours", "bike"]
        );
        assert_eq!(texts("Rock'n'Roll"), ["rock", "n", "roll"]);
        assert!(texts(" … \u{200d} ").is_empty());
    }

    #[test]
    fn a_word_of_two_hundred_letters_is_cut() {
        let token = &tokens(&"ä".repeat(200))[0];
        assert_eq!(token.text.chars().count(), LONGEST_TOKEN);
    }

    #[test]
    fn other_scripts_pass_through() {
        assert_eq!(texts("Велосипед دراجة"), ["велосипед", "دراجة"]);
    }
}
