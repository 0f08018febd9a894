//! Whether a thing may be asked for: what is typed, what its owner laid down, what is taken. Pure.

use super::{
    commands::{Refusal, RequestDraft},
    model::{Booking, BookingId, Custody, Terms},
};
use crate::{
    Day, Timestamp,
    availability::{Diary, Hours, Period, Plan, Reason},
    forms::{Check, FieldError, Problem},
    members::MemberId,
    prices::{self, Basis, Currency, Extras, Quote},
};

/// The most characters of the sentence to the lender, and of all other words in a booking.
pub const LONGEST_NOTE: usize = 1_000;
/// What the rules need to know of a listing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// Whose it is.
    pub owner: MemberId,
    /// Whether everybody can see it.
    pub published: bool,
    /// How many identical units there are.
    pub units: i64,
    /// When it is needed, if somebody looks for it and said when.
    pub needed: Option<Period>,
    /// When it can be had.
    pub plan: Plan,
}

/// What was typed, as a period, what was chosen beside it, and a note. Whole days, unless hours were typed.
///
/// # Errors
/// What is wrong at the fields `from`, `to`, `from_hour`, `to_hour` and `note`.
pub fn read(typed: &RequestDraft) -> Result<(Period, Extras, String), Vec<FieldError>> {
    let mut check = Check::default();
    let by_the_hour = !typed.from_hour.trim().is_empty() || !typed.to_hour.trim().is_empty();
    let first = read_day(&mut check, "from", &typed.from);
    let last = if by_the_hour && typed.to.trim().is_empty() {
        first
    } else {
        read_day(&mut check, "to", &typed.to)
    };
    let hours = by_the_hour.then(|| Hours {
        from: read_hour(&mut check, "from_hour", &typed.from_hour, 0, 23),
        to: read_hour(&mut check, "to_hour", &typed.to_hour, 1, 24),
    });
    let readable = check.is_fine();
    let note = check.text("note", &typed.note, 0, LONGEST_NOTE);
    let period = Period {
        first: first.unwrap_or(Day(0)),
        last: last.unwrap_or(Day(0)),
        hours,
    };
    let extras = Extras {
        delivery: typed.delivery == "yes",
        ..Extras::default()
    };
    if readable && period.is_backwards() {
        let days = period.last < period.first;
        check.note(
            if days || !by_the_hour { "to" } else { "to_hour" },
            Problem::EndsBeforeItStarts,
        );
    }
    check.finish((period, extras, note))
}

/// An hour, also written `14:00`.
fn read_hour(check: &mut Check, field: &str, typed: &str, least: i64, most: i64) -> i8 {
    let typed = typed.trim();
    let hour = check.number(field, typed.strip_suffix(":00").unwrap_or(typed), least, most);
    hour.and_then(|hour| i8::try_from(hour).ok()).unwrap_or(0)
}

fn read_day(check: &mut Check, field: &str, typed: &str) -> Option<Day> {
    let text = typed.trim();
    let day = Day::parse(text);
    if text.is_empty() {
        check.note(field, Problem::Missing);
    } else if day.is_none() {
        check.note(field, Problem::NotADate);
    }
    day
}

/// The sum typed at the field `offer`, in minor units, where the terms leave it to the two; who offers what somebody
/// looks for and names none, asks for nothing.
///
/// # Errors
/// What is wrong at that field.
pub fn read_offer(terms: &Terms, typed: &str) -> Result<Option<i64>, Vec<FieldError>> {
    if terms.prices.basis != Basis::Offer {
        return Ok(None);
    }
    let read = prices::read_amount(typed, Currency::of(&terms.currency), prices::MOST_MINOR);
    let offer = read.map_err(|problem| {
        vec![FieldError {
            field: "offer".to_owned(),
            problem,
        }]
    })?;
    Ok(offer.or(terms.kind.is_wanted().then_some(0)))
}

/// Words that go with a command: at least `min` characters, in the field `reason`.
///
/// # Errors
/// What is wrong at that field.
pub fn read_words(typed: &str, min: usize) -> Result<String, Vec<FieldError>> {
    let mut check = Check::default();
    let words = check.text("reason", typed, min, LONGEST_NOTE);
    check.finish(words)
}

/// Whether `me` may ask for `period`. `diary` is the listing's, `asked` what the same member has open of it.
///
/// # Errors
/// The first reason against it.
pub fn may_request(
    offer: &Offer,
    me: MemberId,
    period: Period,
    diary: &Diary,
    asked: &[(BookingId, Period)],
    now: Timestamp,
) -> Result<(), Refusal> {
    if offer.owner == me {
        return Err(Refusal::OwnListing);
    }
    if !offer.published {
        return Err(Refusal::NotForLoan);
    }
    diary.allows(period, now)?;
    if let Some((id, _)) = asked.iter().find(|(_, other)| other.overlaps(period)) {
        return Err(Refusal::AskedAlready(*id));
    }
    diary.free_unit(period)?;
    Ok(())
}

/// What this time costs, if who asks has seen it: `seen` is the total that the form showed. `None` where the two have to
/// agree on a sum, and who asks named none; who names one, has seen it.
///
/// # Errors
/// [`Refusal::Price`] without a price; [`Refusal::SeePrice`] if another total was shown, or none.
pub fn priced(terms: &Terms, period: Period, extras: Extras, seen: &str) -> Result<Option<Quote>, Refusal> {
    if terms.prices.basis == Basis::Offer && extras.offer.is_none() {
        return Ok(None);
    }
    let quote = terms.quote(period, extras).map_err(Refusal::Price)?;
    if quote.is_free() || extras.offer.is_some() || seen.trim().parse() == Ok(quote.total_minor) {
        Ok(Some(quote))
    } else {
        Err(Refusal::SeePrice {
            total_minor: quote.total_minor,
        })
    }
}

/// The unit that a booking of `period` can have instead: the one it has, else any other, unless it is out already. `diary`
/// is without what the booking holds.
///
/// # Errors
/// Why it cannot.
pub fn unit_for_change(booking: &Booking, diary: &Diary, period: Period) -> Result<i64, Reason> {
    match diary.is_free(booking.unit, period) {
        Ok(()) => Ok(booking.unit),
        Err(_) if booking.custody == Custody::WithLender => diary.free_unit(period),
        Err(reason) => Err(reason),
    }
}
