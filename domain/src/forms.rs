//! What can be wrong with something a person typed: closed sets, so that every message has a translation.

use serde::{Deserialize, Serialize};

/// What is wrong with the text of one field.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Problem {
    /// Nothing was typed.
    Missing,
    /// Fewer characters than `min`.
    TooShort {
        /// The least number of characters.
        min: usize,
    },
    /// More characters than `max`.
    TooLong {
        /// The greatest number of characters.
        max: usize,
    },
    /// One word longer than `max` characters, which no page can show well.
    WordTooLong {
        /// The greatest number of characters of one word.
        max: usize,
    },
    /// Not an e-mail address.
    NotAnAddress,
    /// The password is known to everyone (`password`, `12345678` …) or is the address itself.
    GuessablePassword,
    /// The current password is wrong.
    WrongPassword,
    /// Not a date, or not on the calendar.
    NotADate,
    /// A day before today.
    InThePast,
    /// The last day lies before the first.
    EndsBeforeItStarts,
    /// Not a number.
    NotANumber,
    /// A number outside of `min` to `max`.
    OutOfRange {
        /// The least value.
        min: i64,
        /// The greatest value.
        max: i64,
    },
    /// The greatest number asked for is less than the least.
    MostBelowLeast,
    /// Not one of the choices offered.
    NotAChoice,
    /// No such place is known.
    UnknownPlace,
    /// Please choose at least one.
    ChooseOne,
    /// Not hours of a day, as in `9-12, 17-21`.
    NotHours,
    /// Two spans of hours share an hour.
    HoursOverlap,
    /// No loan fits into what is open: the shortest is longer than that.
    NothingFits,
    /// There is a price by the hour only, so nothing can be had by the day.
    NeedsDayPrice,
    /// So many bookings are open, and they are counted otherwise.
    OpenBookings {
        /// How many.
        count: i64,
    },
    /// At least so many units are promised or out.
    UnitsLent {
        /// The fewest units there must be.
        least: i64,
    },
}

/// One field and what is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name, as the form sends it.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// A file that came with a form.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Upload {
    /// What its owner calls it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Upload({} bytes)", self.bytes.len())
    }
}

/// Collects what is wrong with a form, field by field.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Check {
    errors: Vec<FieldError>,
}

/// The longest word shown anywhere, in characters; longer ones are refused where they are typed.
pub const LONGEST_WORD: usize = 80;

impl Check {
    /// Notes a problem; only the first of each field is kept.
    pub fn note(&mut self, field: &str, problem: Problem) {
        if !self.errors.iter().any(|e| e.field == field) {
            self.errors.push(FieldError {
                field: field.to_owned(),
                problem,
            });
        }
    }

    /// The text without surrounding space and control characters, noted if its length in characters lies outside of
    /// `min..=max` or it holds a word longer than [`LONGEST_WORD`] (links excepted).
    pub fn text(&mut self, field: &str, typed: &str, min: usize, max: usize) -> String {
        let text = clean(typed);
        let length = text.chars().count();
        if length == 0 && min > 0 {
            self.note(field, Problem::Missing);
        } else if length < min {
            self.note(field, Problem::TooShort { min });
        } else if length > max {
            self.note(field, Problem::TooLong { max });
        } else if text
            .split_whitespace()
            .any(|w| w.chars().count() > LONGEST_WORD && !w.contains("://"))
        {
            self.note(field, Problem::WordTooLong { max: LONGEST_WORD });
        }
        text
    }

    /// A whole number between `min` and `max`; `None` and a note otherwise.
    pub fn number(&mut self, field: &str, typed: &str, min: i64, max: i64) -> Option<i64> {
        let text = typed.trim();
        if text.is_empty() {
            self.note(field, Problem::Missing);
            return None;
        }
        let Ok(number) = text.parse::<i64>() else {
            self.note(field, Problem::NotANumber);
            return None;
        };
        if !(min..=max).contains(&number) {
            self.note(field, Problem::OutOfRange { min, max });
            return None;
        }
        Some(number)
    }

    /// The value if nothing was noted.
    ///
    /// # Errors
    /// All notes, in the order they were made.
    pub fn finish<T>(self, value: T) -> Result<T, Vec<FieldError>> {
        if self.errors.is_empty() {
            Ok(value)
        } else {
            Err(self.errors)
        }
    }

    /// Whether nothing was noted so far.
    #[must_use]
    pub fn is_fine(&self) -> bool {
        self.errors.is_empty()
    }
}

/// Removes surrounding space, carriage returns, other control characters but line breaks and tabs, and the invisible
/// marks that turn the direction of the text around them.
#[must_use]
pub fn clean(typed: &str) -> String {
    let turning = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    typed
        .trim()
        .chars()
        .filter(|c| !turning(*c) && (matches!(c, '\n' | '\t') || !c.is_control()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_measured_in_characters_and_cleaned() {
        let mut check = Check::default();
        assert_eq!(check.text("a", "  Größe \u{202E}\r\nzwei\0 ", 1, 20), "Größe \nzwei");
        check.text("b", "🧰🧰🧰", 4, 10);
        check.text("c", &"x".repeat(200), 0, 400);
        check.text("d", "   ", 1, 5);
        check.text("d", "noted once", 1, 5);
        let errors = check.finish(()).unwrap_err();
        let problems: Vec<_> = errors.iter().map(|e| (e.field.as_str(), e.problem)).collect();
        assert_eq!(
            problems,
            [
                ("b", Problem::TooShort { min: 4 }),
                ("c", Problem::WordTooLong { max: LONGEST_WORD }),
                ("d", Problem::Missing)
            ]
        );
    }
}
