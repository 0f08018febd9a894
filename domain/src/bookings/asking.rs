//! Whether a thing may be asked for: what is typed, what its owner laid down, what is taken. Pure.

use super::{
    commands::{Refusal, RequestDraft},
    model::{Booking, BookingId, Custody, Period, Terms},
};
use crate::{
    Day,
    forms::{Check, FieldError, Problem},
    listings::WeeklyPlan,
    members::MemberId,
    prices::{self, Basis, Currency, Extras, Quote},
};

/// The most characters of the sentence to the lender, and of all other words in a booking.
pub const LONGEST_NOTE: usize = 1_000;
/// The last day lies at most so many days from today.
pub const HORIZON: i64 = 365;

/// What the rules need to know of a listing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// Whose it is.
    pub owner: MemberId,
    /// Whether everybody can see it.
    pub published: bool,
    /// How many identical units there are.
    pub units: i64,
    /// The days of the week on which it may be out.
    pub weekly_plan: WeeklyPlan,
    /// The earliest first day lies so many days from today.
    pub lead_days: i64,
    /// The most days, first and last counted.
    pub longest_days: i64,
    /// When it is needed, if somebody looks for it and said when.
    pub needed: Option<Period>,
}

/// A day on which one unit is occupied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Taken {
    /// The unit, from 0.
    pub unit: i64,
    /// The day.
    pub slot: Day,
}

/// What was typed, as a period, what was chosen beside it, and a note.
///
/// # Errors
/// What is wrong at the fields `from`, `to` and `note`.
pub fn read(typed: &RequestDraft) -> Result<(Period, Extras, String), Vec<FieldError>> {
    let mut check = Check::default();
    let first = read_day(&mut check, "from", &typed.from);
    let last = read_day(&mut check, "to", &typed.to);
    let note = check.text("note", &typed.note, 0, LONGEST_NOTE);
    if let (Some(first), Some(last)) = (first, last)
        && last < first
    {
        check.note("to", Problem::EndsBeforeItStarts);
    }
    let period = Period {
        first: first.unwrap_or(Day(0)),
        last: last.unwrap_or(Day(0)),
    };
    let extras = Extras {
        delivery: typed.delivery == "yes",
        ..Extras::default()
    };
    check.finish((period, extras, note))
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

/// Whether `me` may ask for `period`. `today` is the day it is in the listing's zone, `taken` what is occupied in the
/// period, `asked` what the same member has open of the same listing.
///
/// # Errors
/// The first reason against it.
pub fn may_request(
    offer: &Offer,
    me: MemberId,
    period: Period,
    taken: &[Taken],
    asked: &[(BookingId, Period)],
    today: Day,
) -> Result<(), Refusal> {
    if offer.owner == me {
        return Err(Refusal::OwnListing);
    }
    if !offer.published {
        return Err(Refusal::NotForLoan);
    }
    may_be_out(offer, period, today)?;
    if let Some((id, _)) = asked.iter().find(|(_, other)| other.overlaps(period)) {
        return Err(Refusal::AskedAlready(*id));
    }
    free_unit(offer.units, taken, period)
        .map(|_| ())
        .map_err(Refusal::DaysTaken)
}

/// What these days cost, if who asks has seen it: `seen` is the total that the form showed. `None` where the two have to
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

/// Whether the owner's rules let the thing out for `period`, whoever asks and whatever is taken.
///
/// # Errors
/// The first reason against it.
pub fn may_be_out(offer: &Offer, period: Period, today: Day) -> Result<(), Refusal> {
    if period.first < today {
        return Err(invalid("from", Problem::InThePast));
    }
    if period.last < period.first {
        return Err(invalid("to", Problem::EndsBeforeItStarts));
    }
    if period.last > today.plus(HORIZON) {
        return Err(Refusal::TooFarAhead {
            latest: today.plus(HORIZON),
        });
    }
    if period.length() > offer.longest_days {
        return Err(Refusal::TooLong {
            most: offer.longest_days,
        });
    }
    let earliest = today.plus(offer.lead_days);
    if period.first < earliest {
        return Err(Refusal::TooSoon { earliest });
    }
    match offer.weekly_plan.first_gap(period.first, period.last) {
        Some(day) => Err(Refusal::DayNotLent(day)),
        None => Ok(()),
    }
}

fn invalid(field: &str, problem: Problem) -> Refusal {
    Refusal::Invalid(vec![FieldError {
        field: field.to_owned(),
        problem,
    }])
}

/// The unit that a booking of `period` can have instead: the one it has, else any other, unless it is out already.
///
/// # Errors
/// The day on which it cannot.
pub fn unit_for_change(booking: &Booking, units: i64, taken: &[Taken], period: Period) -> Result<i64, Day> {
    let own: Vec<Taken> = taken
        .iter()
        .filter(|taken| taken.unit == booking.unit)
        .map(|taken| Taken { unit: 0, ..*taken })
        .collect();
    match free_unit(1, &own, period) {
        Ok(_) => Ok(booking.unit),
        Err(_) if booking.custody == Custody::WithLender => free_unit(units, taken, period),
        Err(day) => Err(day),
    }
}

/// The lowest of `units` units that is free on all days of `period`.
///
/// # Errors
/// The day on which the last of them is taken.
pub fn free_unit(units: i64, taken: &[Taken], period: Period) -> Result<i64, Day> {
    let mut last_clash = period.first;
    for unit in 0..units {
        let clash = taken
            .iter()
            .filter(|t| t.unit == unit && period.first <= t.slot && t.slot <= period.last)
            .map(|t| t.slot)
            .min();
        match clash {
            None => return Ok(unit),
            Some(day) => last_clash = last_clash.max(day),
        }
    }
    Err(last_clash)
}
