//! What an address, a password and a profile must look like, and how long links last. Pure.

use super::model::ProfileDraft;
use crate::{
    Timestamp,
    forms::{Check, FieldError, Problem},
};

/// Fewest characters of a password. (NIST SP 800-63B §3.1.1: length, no composition rules.)
pub const SHORTEST_PASSWORD: usize = 10;
/// Most characters of a password; more would only cost hashing time.
pub const LONGEST_PASSWORD: usize = 200;
/// How long the link that confirms an address works.
pub const CONFIRM_WITHIN: i64 = 3 * Timestamp::DAY;
/// How long the link that resets a password works.
pub const RESET_WITHIN: i64 = 2 * Timestamp::HOUR;
/// Languages a member can say they speak.
pub const LANGUAGES: [&str; 12] = ["de", "en", "ar", "es", "fa", "fr", "it", "pl", "ru", "tr", "uk", "zh"];

/// The commonest passwords of ten characters and more, and words of this place, in lower case.
const GUESSABLE: [&str; 24] = [
    "1234567890",
    "12345678910",
    "0123456789",
    "0987654321",
    "1q2w3e4r5t",
    "qwertyuiop",
    "qwertzuiop",
    "asdfghjkl1",
    "password12",
    "password123",
    "passwort12",
    "passwort123",
    "password1234",
    "passwort1234",
    "1111111111",
    "0000000000",
    "abcdefghij",
    "iloveyou12",
    "hallohallo",
    "sommer2026",
    "schalke04!",
    "allmende123",
    "allmende2026",
    "geheim1234",
];

/// The key under which an address is unique: without surrounding space, in lower case.
#[must_use]
pub fn address_key(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// Notes what is wrong with an address; the cleaned address otherwise. Follows the common shape of RFC 5321 §4.1.2
/// without quoted local parts, and its length limits.
pub fn check_address(check: &mut Check, field: &str, typed: &str) -> String {
    let address = typed.trim().to_owned();
    if address.is_empty() {
        check.note(field, Problem::Missing);
    } else if address.len() > 254 {
        check.note(field, Problem::TooLong { max: 254 });
    } else if !looks_like_address(&address) {
        check.note(field, Problem::NotAnAddress);
    }
    address
}

fn looks_like_address(address: &str) -> bool {
    let Some((local, host)) = address.rsplit_once('@') else {
        return false;
    };
    let local_fine = (1..=64).contains(&local.len())
        && local
            .chars()
            .all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let label_fine = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    local_fine && host.contains('.') && host.split('.').all(label_fine)
}

/// Notes what is wrong with a new password.
pub fn check_password(check: &mut Check, field: &str, typed: &str, address: &str) {
    let length = typed.chars().count();
    let lower = typed.to_lowercase();
    let local = address.split('@').next().unwrap_or_default().to_lowercase();
    if length == 0 {
        check.note(field, Problem::Missing);
    } else if length < SHORTEST_PASSWORD {
        check.note(field, Problem::TooShort { min: SHORTEST_PASSWORD });
    } else if length > LONGEST_PASSWORD {
        check.note(field, Problem::TooLong { max: LONGEST_PASSWORD });
    } else if GUESSABLE.contains(&lower.as_str())
        || lower == address_key(address)
        || (local.len() >= 5 && lower.trim_end_matches(|c: char| c.is_ascii_digit() || c == '!') == local)
        || typed.chars().all(|c| typed.starts_with(c))
    {
        check.note(field, Problem::GuessablePassword);
    }
}

/// Checks a profile. The place is looked up by the caller; here only its length is bounded.
///
/// # Errors
/// What is wrong, field by field.
pub fn check_profile(draft: &ProfileDraft) -> Result<ProfileDraft, Vec<FieldError>> {
    let mut check = Check::default();
    let name = check.text("name", &draft.name, 2, 60).replace(['\n', '\t'], " ");
    let about = check.text("about", &draft.about, 0, 2_000);
    let place = check.text("place", &draft.place, 0, 120);
    let mut languages: Vec<String> = LANGUAGES
        .iter()
        .filter(|l| draft.languages.iter().any(|d| d == *l))
        .map(|l| (*l).to_owned())
        .collect();
    if draft.languages.iter().any(|d| !LANGUAGES.contains(&d.as_str())) {
        check.note("languages", Problem::NotAChoice);
    }
    languages.dedup();
    check.finish(ProfileDraft {
        name,
        about,
        languages,
        place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address_problem(typed: &str) -> Option<Problem> {
        let mut check = Check::default();
        check_address(&mut check, "email", typed);
        check.finish(()).err().map(|errors| errors[0].problem)
    }

    #[test]
    fn addresses_are_told_from_other_text() {
        for fine in [
            "lena@example.org",
            " Lena.Meier+x@sub.example.co.uk ",
            "jörg@bücher.example",
            "a@b.de",
        ] {
            assert_eq!(address_problem(fine), None, "{fine}");
        }
        for wrong in [
            "lena",
            "@example.org",
            "lena@",
            "lena@example",
            "a b@example.org",
            "a..b@example.org",
            ".a@example.org",
            "a@-x.org",
            "a@x..org",
            "a@b@c",
            "a@exa mple.org",
            "\u{202E}a@b.de",
        ] {
            assert_eq!(address_problem(wrong), Some(Problem::NotAnAddress), "{wrong}");
        }
        assert_eq!(address_problem("  "), Some(Problem::Missing));
        assert_eq!(
            address_problem(&format!("{}@example.org", "x".repeat(300))),
            Some(Problem::TooLong { max: 254 })
        );
    }

    #[test]
    fn passwords_that_anybody_would_try_are_refused() {
        let problem = |typed: &str| {
            let mut check = Check::default();
            check_password(&mut check, "password", typed, "lena.meier@example.org");
            check.finish(()).err().map(|errors| errors[0].problem)
        };
        assert_eq!(problem(""), Some(Problem::Missing));
        assert_eq!(problem("kurz"), Some(Problem::TooShort { min: SHORTEST_PASSWORD }));
        assert_eq!(
            problem(&"ab".repeat(200)),
            Some(Problem::TooLong { max: LONGEST_PASSWORD })
        );
        for guessable in [
            "Passwort123",
            "aaaaaaaaaaaa",
            "lena.meier@example.org",
            "Lena.Meier2026!",
        ] {
            assert_eq!(problem(guessable), Some(Problem::GuessablePassword), "{guessable}");
        }
        for fine in ["leiter im keller", "🔑🔑🔑🔑🔑🗝️🗝️🗝️🗝️🗝️", "x7!kfow0aa"] {
            assert_eq!(problem(fine), None, "{fine}");
        }
    }

    #[test]
    fn a_profile_keeps_known_languages_in_our_order() {
        let draft = ProfileDraft {
            name: " Lena\tM. ".into(),
            languages: vec!["en".into(), "de".into(), "en".into()],
            ..ProfileDraft::default()
        };
        let checked = check_profile(&draft).unwrap();
        assert_eq!(
            (checked.name.as_str(), checked.languages),
            ("Lena M.", vec!["de".to_owned(), "en".to_owned()])
        );
        let forged = ProfileDraft {
            name: "L".into(),
            languages: vec!["xx".into()],
            ..ProfileDraft::default()
        };
        let fields: Vec<_> = check_profile(&forged)
            .unwrap_err()
            .into_iter()
            .map(|e| e.field)
            .collect();
        assert_eq!(fields, ["name", "languages"]);
    }
}
