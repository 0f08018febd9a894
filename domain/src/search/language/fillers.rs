//! Words that carry no meaning for searching, folded.

use crate::Lang;

/// Words of both languages that no listing is about. *hat* and *war* are missing: they are things in English.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "a", "ab", "aber", "about", "all", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "and",
    "any", "are", "as", "at", "auch", "auf", "aus", "be", "been", "bei", "beim", "bin", "bis", "but", "by", "can", "d",
    "da", "dafur", "damit", "dann", "das", "dass", "dazu", "dein", "deine", "dem", "den", "der", "des", "die", "dies",
    "diese", "dieser", "dieses", "dir", "do", "doch", "does", "du", "durch", "each", "ein", "eine", "einem", "einen",
    "einer", "eines", "er", "es", "etc", "etwas", "euch", "euer", "for", "from", "fur", "furs", "gegen", "gibt", "gut",
    "habe", "haben", "has", "have", "he", "her", "hier", "his", "how", "i", "ich", "if", "ihr", "ihre", "im", "in",
    "ins", "into", "is", "ist", "it", "its", "ja", "je", "jede", "jeden", "jeder", "kann", "kein", "keine", "konnen",
    "konnt", "mal", "many", "may", "me", "mein", "meine", "meinem", "meinen", "meiner", "mich", "mir", "mit", "more",
    "much", "my", "nach", "nicht", "no", "noch", "not", "nur", "ob", "oder", "of", "on", "one", "only", "or", "our",
    "out", "per", "pro", "s", "sehr", "sein", "seine", "sich", "sie", "sind", "so", "some", "t", "that", "the", "their",
    "them", "there", "these", "they", "this", "those", "to", "too", "u", "uber", "um", "und", "uns", "unser", "unsere",
    "up", "us", "very", "vom", "von", "vor", "was", "we", "wenn", "wer", "what", "when", "where", "which", "who", "wie",
    "will", "wir", "wird", "with", "wo", "you", "your", "zu", "zum", "zur", "zwischen",
];

/// Words that say that somebody wants something, not what. Left out of queries as long as anything else remains.
#[rustfmt::skip]
const WISHES: &[&str] = &[
    "ausborgen", "ausgeliehen", "ausleihe", "ausleihen", "benotige", "benotigt", "bitte", "borgen", "borrow",
    "borrowing", "brauch", "brauche", "brauchen", "brauchst", "dringend", "find", "finden", "free", "gebraucht",
    "gemietet", "gesucht", "gratis", "gunstig", "gunstige", "gunstiger", "gunstiges", "hallo", "hat", "hello", "help",
    "hilf", "hire", "hiring", "jemand", "jemanden", "kostenfrei", "kostenlos", "kostenlose", "kostenloser", "leih",
    "leihe", "leihen", "leihweise", "lend", "lending", "loan", "looking", "machen", "make", "miete", "mieten", "mochte",
    "nahe", "near", "nearby", "need", "needed", "neighbor", "neighbour", "please", "rent", "rental", "renting",
    "search", "somebody", "someone", "something", "such", "suche", "suchen", "sucht", "tag", "umgebung", "umsonst",
    "use", "verleih", "verleihe", "verleihen", "verleiht", "vermieten", "vermietet", "want", "wanted", "wants", "war",
    "ware", "weekend", "wochenende", "wurde", "zuleihen",
];

/// Those of them that are of one language only.
#[rustfmt::skip]
const ENGLISH_FILLERS: &[&str] = &[
    "about", "and", "any", "are", "been", "but", "can", "does", "each", "for", "from", "has", "have", "how", "into", "is",
    "it", "its", "many", "more", "much", "my", "no", "of", "on", "only", "or", "our", "out", "some", "that", "the", "their",
    "them", "there", "these", "they", "this", "those", "to", "too", "up", "us", "very", "we", "what", "when", "where",
    "which", "who", "with", "you", "your",
];
/// See [`ENGLISH_FILLERS`].
const OF_BOTH: &[&str] = &[
    "a", "am", "an", "as", "at", "be", "by", "d", "do", "he", "her", "i", "if", "in", "me", "not", "one", "s", "so",
    "t", "was", "will",
];

/// The language of a word without meaning, where it tells one.
pub fn language_of_filler(word: &str) -> Option<Lang> {
    if !is_filler(word) || OF_BOTH.contains(&word) {
        None
    } else if ENGLISH_FILLERS.binary_search(&word).is_ok() {
        Some(Lang::En)
    } else {
        Some(Lang::De)
    }
}

/// Words that say how much or how many of something.
#[rustfmt::skip]
const MEASURES: &[&str] = &[
    "bar", "cm", "euro", "gb", "grad", "gramm", "inch", "kg", "kilo", "km", "kw", "l", "leute", "liter", "litre", "m",
    "mann", "meter", "metre", "minuten", "mm", "paar", "people", "person", "personen", "persons", "ps", "qm", "stk",
    "stuck", "stunden", "tage", "uhr", "v", "volt", "w", "watt", "zoll",
];

/// Whether a folded word is a number or a measure: it narrows what is meant and names nothing.
pub fn is_measure(word: &str) -> bool {
    word.bytes().next().is_some_and(|b| b.is_ascii_digit()) || MEASURES.binary_search(&word).is_ok()
}

/// Whether a folded word carries no meaning.
pub fn is_filler(word: &str) -> bool {
    FILLERS.binary_search(&word).is_ok()
}

/// Whether a folded word only says that something is wanted.
pub fn is_wish(word: &str) -> bool {
    WISHES.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(FILLERS.is_sorted_by(|a, b| a < b));
        assert!(ENGLISH_FILLERS.is_sorted_by(|a, b| a < b));
        assert!(ENGLISH_FILLERS.iter().chain(OF_BOTH).all(|word| is_filler(word)));
        assert!(MEASURES.is_sorted_by(|a, b| a < b));
        assert!(WISHES.is_sorted_by(|a, b| a < b));
    }
}
