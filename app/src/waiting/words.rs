//! Waiting in words.

use crate::{bookings::Voice, bookings::unavailable, eligibility, shell::format};
use domain::waiting::{Refusal, Wish};

/// `Mo., 6. Mai bis Di., 7. Mai`, or `2 Tage zwischen Mo., 6. Mai und Fr., 10. Mai`.
#[must_use]
pub fn wish(voice: &Voice, wish: Wish) -> String {
    let lang = voice.lang;
    match wish.length {
        None => voice.period(wish.window),
        Some(days) => t!(
            lang,
            "waiting-within",
            days = days,
            first = format::short_day(lang, wish.window.first, voice.today),
            last = format::short_day(lang, wish.window.last, voice.today)
        ),
    }
}

/// Why somebody is not put into the line, in words; what was typed says so at its field.
#[must_use]
pub fn refusal(voice: &Voice, refusal: &Refusal) -> String {
    let lang = voice.lang;
    match refusal {
        Refusal::Invalid(_) => t!(lang, "form-not-yet"),
        Refusal::OwnListing => t!(lang, "bookings-refused-own"),
        Refusal::NotNow => t!(lang, "bookings-refused-not-now"),
        Refusal::NotEligible(missing) => {
            let reasons: Vec<_> = missing
                .iter()
                .map(|reason| eligibility::missing(lang, *reason))
                .collect();
            t!(lang, "eligibility-refused", reasons = reasons.join(" "))
        }
        Refusal::Free(period) => t!(lang, "waiting-refused-free", days = voice.period(*period)),
        Refusal::Never(reason) => unavailable(voice, *reason),
        Refusal::TooMany { most } => t!(lang, "waiting-refused-too-many", most = *most),
    }
}
