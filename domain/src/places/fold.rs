//! Names as they are compared: "Köln", "Koeln", "KOLN" and "koln" are one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case, without accents, with ä, ae and a made one (as ö/oe/o and ü/ue/u), ß as ss, St. as Sankt, and
/// everything that is no letter or digit made a single space. Empty if nothing is left.
///
/// What a prefix of a text folds to is a prefix of what the text folds to, so that one may search while typing; only a
/// last "St" is left alone, as it may become Stuttgart.
pub(super) fn fold(text: &str) -> String {
    let mut plain = Plain {
        text: String::with_capacity(text.len()),
        bare_vowel: false,
    };
    if text.is_ascii() {
        text.chars().for_each(|c| plain.push(c.to_ascii_lowercase()));
    } else {
        text.nfd().flat_map(char::to_lowercase).for_each(|c| plain.push(c));
    }
    let mut folded = String::with_capacity(plain.text.len());
    let mut words = plain.text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let full = if word == "st" && words.peek().is_some() {
            "sankt"
        } else {
            word
        };
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(full);
    }
    folded
}

/// A text being folded, letter by letter, from lower case with its accents split off.
struct Plain {
    text: String,
    /// Whether an a, o or u without an accent was the last letter: an e after it spells its umlaut.
    bare_vowel: bool,
}

impl Plain {
    fn push(&mut self, c: char) {
        let after_vowel = std::mem::replace(&mut self.bare_vowel, matches!(c, 'a' | 'o' | 'u' | 'æ' | 'œ'));
        match c {
            // "Soest" loses its e too, in the index as in what is typed; "Böen" keeps it.
            'e' if after_vowel => {}
            'ß' => self.text.push_str("ss"),
            'æ' => self.text.push('a'),
            'œ' | 'ø' => self.text.push('o'),
            'ł' => self.text.push('l'),
            c if is_combining_mark(c) => {}
            c if c.is_alphanumeric() => self.text.push(c),
            _ if self.text.ends_with(' ') || self.text.is_empty() => {}
            _ => self.text.push(' '),
        }
    }
}

/// Words between a town's name and what tells it from its namesakes, folded.
const CONNECTORS: [&str; 15] = [
    "am", "an", "auf", "bei", "im", "in", "ob", "unter", "vor", "zu", "der", "dem", "den", "sur", "les",
];

/// The folded name without what tells it from its namesakes: `halle` for "Halle (Saale)", `freiburg` for "Freiburg im
/// Breisgau". `None` where there is nothing to leave out.
pub(super) fn short(name: &str) -> Option<String> {
    let start = name.split(['(', '/']).next().unwrap_or(name);
    let folded = fold(start);
    let connector = words_at(&folded)
        .find(|(_, word)| CONNECTORS.contains(word))
        .map(|(at, _)| at);
    match connector {
        // "An der Schmücke" begins with its connector and is not called "An".
        None | Some(0) => (start.len() < name.len()).then_some(folded),
        Some(at) => Some(folded[..at - 1].to_owned()),
    }
}

/// The later parts of a folded name that people also search by: `godesberg` for `bad godesberg`. Not what follows a
/// connector: `main` is no name of `frankfurt am main`.
pub(super) fn parts(folded: &str) -> impl Iterator<Item = &str> {
    words_at(folded)
        .take_while(|(at, word)| *at == 0 || !CONNECTORS.contains(word))
        .skip(1)
        .filter(|(_, word)| word.len() > 2)
        .map(|(at, _)| &folded[at..])
}

/// The words of a folded text, and at which byte each begins.
fn words_at(folded: &str) -> impl Iterator<Item = (usize, &str)> {
    folded.split(' ').scan(0, |next, word| {
        let at = *next;
        *next += word.len() + 1;
        Some((at, word))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_name_fold_to_one() {
        for spelling in ["Köln", "Koeln", "KÖLN", "koln", " Köln ", "Ko\u{308}ln"] {
            assert_eq!(fold(spelling), "koln");
        }
        assert_eq!(fold("Meßdorf"), fold("Messdorf"));
        assert_eq!(fold("Bonn-Beuel"), fold("Bonn Beuel"));
        assert_eq!(fold("St. Augustin"), fold("Sankt Augustin"));
        assert_eq!(fold("St"), "st");
        assert_eq!(fold("Œuvre, Ærø"), "ouvre aro");
        assert_ne!(
            fold("Böen"),
            fold("Bonn"),
            "a dotted vowel is not spelled out a second time"
        );
        assert_eq!(fold("Genève"), "geneve");
        assert_eq!(fold("🏠 — !"), "");
    }

    #[test]
    fn names_have_short_forms_and_parts() {
        assert_eq!(short("Halle (Saale)").as_deref(), Some("halle"));
        assert_eq!(short("Freiburg im Breisgau").as_deref(), Some("freiburg"));
        assert_eq!(short("Neustadt an der Weinstraße").as_deref(), Some("neustadt"));
        assert_eq!(short("An der Schmücke"), None);
        assert_eq!(short("Bad Godesberg"), None);
        assert_eq!(parts("bad godesberg").collect::<Vec<_>>(), ["godesberg"]);
        assert_eq!(parts("frankfurt am main").count(), 0);
        assert_eq!(parts("lessenich messdorf").collect::<Vec<_>>(), ["messdorf"]);
    }

    proptest! {
        #[test]
        fn folding_keeps_prefixes(text in "[A-Za-zäöüß .-]{0,20}", cut in 0usize..20) {
            let prefix: String = text.chars().take(cut).collect();
            let (whole, part) = (fold(&text), fold(&prefix));
            let saint = part.ends_with("st");
            prop_assert!(saint || whole.starts_with(&part), "{part:?} of {whole:?}");
        }

        #[test]
        fn folding_twice_changes_nothing_much(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert!(!once.contains("  ") && !once.starts_with(' ') && !once.ends_with(' '));
        }
    }
}
