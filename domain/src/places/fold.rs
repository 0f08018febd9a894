//! Names as they are compared: "Köln", "Koeln", "KOLN" and "koln" are one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case, without accents, with ä, ae and a made one (as ö/oe/o and ü/ue/u), ß as ss, St. as Sankt, and
/// everything that is no letter or digit made a single space. Empty if nothing is left.
///
/// What a prefix of a text folds to is a prefix of what the text folds to, so that one may search while typing; only a
/// last "St" is left alone, as it may become Stuttgart.
pub(super) fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match c {
            'ß' => plain.push_str("ss"),
            'æ' => plain.push('a'),
            'œ' | 'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            // The e of a spelled-out umlaut. "Soest" loses it too, in the index as in what is typed.
            'e' if plain.ends_with(['a', 'o', 'u']) => {}
            c if c.is_alphanumeric() => plain.push(c),
            _ if plain.ends_with(' ') || plain.is_empty() => {}
            _ => plain.push(' '),
        }
    }
    let mut folded = String::with_capacity(plain.len());
    let mut words = plain.split_whitespace().peekable();
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

/// Words between a town's name and what tells it from its namesakes, folded.
const CONNECTORS: [&str; 15] = [
    "am", "an", "auf", "bei", "im", "in", "ob", "unter", "vor", "zu", "der", "dem", "den", "sur", "les",
];

/// The folded name without what tells it from its namesakes: `halle` for "Halle (Saale)", `freiburg` for "Freiburg im
/// Breisgau". The whole name, folded, where there is nothing to leave out.
pub(super) fn short(name: &str) -> String {
    let folded = fold(name.split([('('), '/']).next().unwrap_or(name));
    let words: Vec<_> = folded.split(' ').collect();
    match words.iter().position(|word| CONNECTORS.contains(word)) {
        // "An der Schmücke" begins with its connector and is not called "An".
        None | Some(0) => folded,
        Some(connector) => words[..connector].join(" "),
    }
}

/// The later parts of a folded name that people also search by: `godesberg` for `bad godesberg`. Not what follows a
/// connector: `main` is no name of `frankfurt am main`.
pub(super) fn parts(folded: &str) -> impl Iterator<Item = &str> {
    let named = folded
        .split(' ')
        .scan(0, |start, word| {
            let here = *start;
            *start += word.len() + 1;
            Some((here, word))
        })
        .take_while(|(start, word)| *start == 0 || !CONNECTORS.contains(word));
    named
        .skip(1)
        .filter(|(_, word)| word.len() > 2)
        .map(|(start, _)| &folded[start..])
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
        assert_eq!(fold("Genève"), "geneve");
        assert_eq!(fold("🏠 — !"), "");
    }

    #[test]
    fn names_have_short_forms_and_parts() {
        assert_eq!(short("Halle (Saale)"), "halle");
        assert_eq!(short("Freiburg im Breisgau"), "freiburg");
        assert_eq!(short("Neustadt an der Weinstraße"), "neustadt");
        assert_eq!(short("An der Schmücke"), "an der schmucke");
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
