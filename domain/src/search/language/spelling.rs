//! Typing mistakes: one letter too many, missing, wrong or swapped with its neighbour.

/// How far apart two words are, in tenths of a full mistake, if one mistake explains it; likelier mistakes cost less:
/// a doubled letter (*Hamer*), two swapped ones (*Bohrmashcine*), a vowel for another, keys side by side. The optimal string alignment distance
/// (Damerau 1964) bounded to one edit. `None` beyond one mistake.
pub fn one_mistake(typed: &str, meant: &str) -> Option<u32> {
    let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), meant.chars().collect());
    if a.len().abs_diff(b.len()) > 1 {
        return None;
    }
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let end = a[start..]
        .iter()
        .rev()
        .zip(b[start..].iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (left, right) = (&a[start..a.len() - end], &b[start..b.len() - end]);
    let first_letter = if start == 0 { 4 } else { 0 };
    let cost = match (left, right) {
        ([], []) => return Some(0),
        ([x], [y]) if are_vowels(*x, *y) || are_neighbours(*x, *y) || sound_alike(*x, *y) => 8,
        ([_], [_]) => 10,
        ([x, y], [u, v]) if x == v && y == u => 5,
        ([x], []) => doubled(*x, &a, start),
        ([], [x]) => doubled(*x, &b, start),
        _ => return None,
    };
    Some(cost + first_letter)
}

fn doubled(letter: char, word: &[char], at: usize) -> u32 {
    let before = at.checked_sub(1).and_then(|before| word.get(before));
    if before == Some(&letter) || word.get(at + 1) == Some(&letter) {
        4
    } else {
        7
    }
}

fn are_vowels(a: char, b: char) -> bool {
    let is_vowel = |c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    is_vowel(a) && is_vowel(b)
}

/// Letters that one hears as the same: *Packett*, *Bord*, *Vahrrad*.
fn sound_alike(a: char, b: char) -> bool {
    const PAIRS: [(char, char); 9] = [
        ('b', 'p'),
        ('c', 'k'),
        ('d', 't'),
        ('f', 'v'),
        ('g', 'k'),
        ('s', 'z'),
        ('v', 'w'),
        ('c', 's'),
        ('c', 'z'),
    ];
    PAIRS.contains(&(a, b)) || PAIRS.contains(&(b, a))
}

/// Keys side by side on a keyboard in the German layout; the English one differs in y and z only.
fn are_neighbours(a: char, b: char) -> bool {
    const ROWS: [&str; 3] = ["qwertzuiop", "asdfghjkl", "yxcvbnm"];
    let place = |c| {
        ROWS.iter()
            .enumerate()
            .find_map(|(row, keys)| keys.find(c).map(|column| (row, column)))
    };
    match (place(a), place(b)) {
        (Some((row_a, a)), Some((row_b, b))) => row_a.abs_diff(row_b) <= 1 && a.abs_diff(b) <= 1,
        _ => false,
    }
}

/// The shortest word in which a mistake is looked for: in a shorter one nearly every letter makes another word.
pub const SHORTEST: usize = 4;

/// The beginning and the end of a typed word, one of which every word within one mistake shares (one of the two halves
/// is free of it).
fn intact_halves(typed: &str) -> Option<(String, String)> {
    let chars: Vec<char> = typed.chars().collect();
    if chars.len() < SHORTEST {
        return None;
    }
    // two letters in the middle belong to neither half, so that a swap cannot touch both
    let half = (chars.len() - 2) / 2;
    let beginning = chars[..half.max(1)].iter().collect();
    let end = chars[chars.len() - half.max(1)..].iter().collect();
    Some((beginning, end))
}

/// The words within one mistake of any of the typed forms, cheapest first, from candidates with how many listings have
/// them. Words about as likely as the best one are kept, three at most.
pub fn mend<'a>(typed: &[&str], candidates: impl IntoIterator<Item = (&'a str, u32)>) -> Vec<&'a str> {
    let forms: Vec<&str> = typed
        .iter()
        .copied()
        .filter(|form| form.chars().count() >= SHORTEST)
        .collect();
    let halves: Vec<(&str, String, String)> = forms
        .into_iter()
        .filter_map(|form| intact_halves(form).map(|(beginning, end)| (form, beginning, end)))
        .collect();
    // nearly every candidate is out of reach, which its two halves tell at once
    let in_reach = |word: &str, beginning: &str, end: &str| word.starts_with(beginning) || word.ends_with(end);
    let cheapest = |word: &str| {
        let forms = halves
            .iter()
            .filter(|(_, beginning, end)| in_reach(word, beginning, end));
        forms.filter_map(|(form, ..)| one_mistake(form, word)).min()
    };
    let mut found: Vec<(u32, u32, &str)> = candidates
        .into_iter()
        .filter(|(word, _)| word.len() >= SHORTEST - 1)
        .filter_map(|(word, listings)| Some((cheapest(word)?, u32::MAX - listings, word)))
        .collect();
    found.sort_unstable();
    found.dedup_by_key(|(_, _, word)| *word);
    let best = found.first().map_or(0, |(cost, _, _)| *cost);
    found.retain(|(cost, _, _)| *cost <= best + 3);
    found.truncate(3);
    found.into_iter().map(|(_, _, word)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mistake_of_every_kind_is_found() {
        for typed in [
            "bohrmashcine",
            "bohmaschine",
            "bohrmaschinne",
            "bohrmaschone",
            "ohrmaschine",
            "bohrmaschin",
        ] {
            assert!(one_mistake(typed, "bohrmaschine").is_some(), "{typed}");
        }
        assert_eq!(one_mistake("leiter", "leiter"), Some(0));
        for other in ["bohrmaschinchen", "bormaschiene", "hobelmaschine", ""] {
            assert_eq!(one_mistake(other, "bohrmaschine"), None, "{other}");
        }
    }

    #[test]
    fn every_mistake_leaves_a_half_intact() {
        for word in ["zelt", "säge", "lampe", "leiter", "stehleiter"] {
            let letters: Vec<char> = word.chars().collect();
            let mut all: Vec<Vec<char>> = Vec::new();
            for at in 0..=letters.len() {
                let mut more = letters.clone();
                more.insert(at, 'x');
                all.push(more);
                if at < letters.len() {
                    let (mut fewer, mut wrong) = (letters.clone(), letters.clone());
                    fewer.remove(at);
                    wrong[at] = 'x';
                    all.extend([fewer, wrong]);
                }
                if at + 1 < letters.len() {
                    let mut swapped = letters.clone();
                    swapped.swap(at, at + 1);
                    all.push(swapped);
                }
            }
            for typed in all.into_iter().filter(|typed| typed.len() >= SHORTEST) {
                let typed: String = typed.into_iter().collect();
                let (beginning, end) = intact_halves(&typed).unwrap();
                assert!(
                    word.starts_with(&beginning) || word.ends_with(&end),
                    "{typed} for {word}"
                );
            }
        }
    }

    #[test]
    fn the_likeliest_word_comes_first() {
        assert_eq!(
            mend(&["hamer"], [("kamera", 9), ("hammer", 1), ("hafer", 5)]),
            ["hammer"]
        );
        assert_eq!(mend(&["zelt"], [("zelt", 1)]), ["zelt"]);
        assert!(mend(&["rad"], [("rat", 3)]).is_empty());
    }
}
