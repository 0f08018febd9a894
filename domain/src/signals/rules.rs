//! When something can be said, and how often. Pure.

use super::model::{Event, Refusal, Said, Trouble};
use crate::{
    Timestamp,
    bookings::{Booking, Custody, Party, State, rules::HAND_OVER_FROM},
    forms::{Check, Problem},
    prices::{self, Late},
};

/// The most minutes that somebody can be on the way.
pub const LONGEST_WAY: i64 = 600;
/// The most characters of what is wrong.
pub const LONGEST_WORDS: usize = 1_000;
/// For so long the same words again are the same tap again, in microseconds.
pub const SAME_TAP: i64 = 10 * Timestamp::MINUTE;
/// One side says at most so much about one booking …
pub const MOST_SAID: usize = 6;
/// … within this time, in microseconds.
pub const SAID_WITHIN: i64 = Timestamp::HOUR;

/// Whether either side can be on the way: from the day before it begins until it is back, whoever goes to whom.
#[must_use]
pub fn can_be_on_the_way(booking: &Booking, now: Timestamp) -> bool {
    let begun = now >= booking.starts_at.plus(-HAND_OVER_FROM);
    booking.state == State::Accepted
        && begun
        && !matches!(booking.custody, Custody::Returning { .. } | Custody::Returned)
}

/// Whether something can be wrong: from the yes until it is over.
#[must_use]
pub const fn can_be_in_trouble(booking: &Booking) -> bool {
    matches!(booking.state, State::Accepted)
}

/// What was typed, as something said.
///
/// # Errors
/// What is wrong at the fields `minutes`, `trouble` and `words`.
pub fn read(trouble: Option<&str>, minutes: &str, words: &str) -> Result<Said, Refusal> {
    let mut check = Check::default();
    let said = match trouble {
        None => {
            let typed = minutes.trim();
            let minutes = (!typed.is_empty()).then(|| check.number("minutes", typed, 1, LONGEST_WAY));
            Said::OnMyWay {
                minutes: minutes.flatten(),
            }
        }
        Some(name) => {
            let what = Trouble::from_name(name);
            match what {
                None if name.is_empty() => check.note("trouble", Problem::ChooseOne),
                None => check.note("trouble", Problem::NotAChoice),
                Some(_) => {}
            }
            let least = if what == Some(Trouble::Other) { 2 } else { 0 };
            Said::Trouble {
                what: what.unwrap_or(Trouble::Other),
                words: check.text("words", words, least, LONGEST_WORDS),
            }
        }
    };
    check.finish(said).map_err(Refusal::Invalid)
}

/// What comes of `me` saying something: the event, or `None` where it was said already. `before` is what was said about this
/// booking and when, the oldest first; `once` names the link or form that it comes from.
///
/// # Errors
/// A [`Refusal`] names the reason.
pub fn decide(
    booking: &Booking,
    me: Party,
    said: &Said,
    once: &str,
    before: &[(Timestamp, Event)],
    now: Timestamp,
) -> Result<Option<Event>, Refusal> {
    let twice = |(at, event): &(Timestamp, Event)| {
        let same_origin = !once.is_empty() && event.once() == once;
        same_origin || (event.says(said, me) && now.since(*at) < SAME_TAP)
    };
    if before.iter().any(twice) {
        return Ok(None);
    }
    let possible = match said {
        Said::OnMyWay { .. } => can_be_on_the_way(booking, now),
        Said::Trouble { .. } => can_be_in_trouble(booking),
    };
    if !possible {
        return Err(Refusal::NotNow);
    }
    let mine = |event: &Event| match event {
        Event::OnMyWay { by, .. } | Event::Trouble { by, .. } => *by == me,
        Event::FeeWaived => false,
    };
    let lately: Vec<Timestamp> = before
        .iter()
        .filter(|(at, event)| mine(event) && now.since(*at) < SAID_WITHIN)
        .map(|(at, _)| *at)
        .collect();
    if let Some(first) = lately.len().checked_sub(MOST_SAID).and_then(|at| lately.get(at)) {
        return Err(Refusal::TooOften {
            again_at: first.plus(SAID_WITHIN),
        });
    }
    let once = once.to_owned();
    Ok(Some(match said {
        Said::OnMyWay { minutes } => Event::OnMyWay {
            by: me,
            minutes: *minutes,
            once,
        },
        Said::Trouble { what, words } => Event::Trouble {
            by: me,
            what: *what,
            words: words.clone(),
            once,
        },
    }))
}

/// What being late has come to by `now`, by the frozen terms: until the return was reported, or until now while it is out.
#[must_use]
pub fn late_fee(booking: &Booking, now: Timestamp) -> Option<Late> {
    let out = matches!(
        booking.custody,
        Custody::WithBorrower | Custody::Returning { .. } | Custody::Returned | Custody::Contested { .. }
    );
    if !out || booking.handed_over_at.is_none() {
        return None;
    }
    let back = booking.returned_at.unwrap_or(now);
    let zone = booking.terms.time_zone();
    prices::late_fee(booking.terms.prices.late.as_ref(), booking.due_at, back, &zone)
}

/// Whether `me` may say that the late fee is not wanted.
///
/// # Errors
/// [`Refusal::NotYours`] for the borrower, [`Refusal::NothingOwed`] where there is none, [`Refusal::NotNow`] while it grows.
pub fn may_waive(booking: &Booking, me: Party, now: Timestamp) -> Result<(), Refusal> {
    if me != Party::Lender {
        return Err(Refusal::NotYours);
    }
    if booking.returned_at.is_none() {
        return Err(Refusal::NotNow);
    }
    late_fee(booking, now).map(|_| ()).ok_or(Refusal::NothingOwed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookings::requested_for_tests as requested;
    use crate::prices::{LateFee, Per};

    fn out() -> Booking {
        let booking = requested("2030-05-03", "2030-05-05");
        Booking {
            state: State::Accepted,
            custody: Custody::WithBorrower,
            handed_over_at: Some(booking.starts_at),
            ..booking
        }
    }

    fn tap(minutes: Option<i64>) -> Said {
        Said::OnMyWay { minutes }
    }

    #[test]
    fn one_can_be_on_the_way_in_every_custody_in_which_somebody_moves() {
        let now = out().starts_at;
        for custody in Custody::ALL {
            let booking = Booking { custody, ..out() };
            let expected = !matches!(custody, Custody::Returning { .. } | Custody::Returned);
            assert_eq!(can_be_on_the_way(&booking, now), expected, "{custody:?}");
            assert!(can_be_in_trouble(&booking));
        }
        let early = Booking {
            custody: Custody::WithLender,
            ..out()
        };
        let from = early.starts_at.plus(-HAND_OVER_FROM);
        assert!(can_be_on_the_way(&early, from) && !can_be_on_the_way(&early, from.plus(-1)));
        for state in State::ALL.into_iter().filter(|state| *state != State::Accepted) {
            let booking = Booking { state, ..out() };
            assert!(
                !can_be_on_the_way(&booking, now) && !can_be_in_trouble(&booking),
                "{state:?}"
            );
        }
    }

    #[test]
    fn the_same_tap_twice_is_one_and_too_many_are_refused() {
        let (booking, now) = (out(), out().starts_at);
        let say = |said: &Said, once: &str, before: &[(Timestamp, Event)], now| {
            decide(&booking, Party::Borrower, said, once, before, now)
        };
        let first = say(&tap(Some(20)), "a", &[], now).unwrap().unwrap();
        let mut before = vec![(now, first)];
        let later = now.plus(SAME_TAP);
        assert_eq!(say(&tap(Some(20)), "", &before, later.plus(-1)), Ok(None));
        assert_eq!(
            say(&tap(Some(5)), "a", &before, later.plus(30 * Timestamp::DAY)),
            Ok(None),
            "one link, one act"
        );
        assert!(say(&tap(Some(20)), "", &before, later).unwrap().is_some());
        assert!(say(&tap(Some(10)), "", &before, now).unwrap().is_some());
        for minutes in 1..i64::try_from(MOST_SAID).unwrap() {
            let event = say(&tap(Some(minutes)), "", &before, now).unwrap().unwrap();
            before.push((now, event));
        }
        let again_at = now.plus(SAID_WITHIN);
        assert_eq!(say(&tap(None), "", &before, now), Err(Refusal::TooOften { again_at }));
        assert!(say(&tap(None), "", &before, again_at).unwrap().is_some());
        let other = decide(&booking, Party::Lender, &tap(None), "", &before, now);
        assert!(other.unwrap().is_some(), "the other side speaks for itself");
    }

    #[test]
    fn what_is_typed_is_read_or_refused_at_its_field() {
        assert_eq!(read(None, "", ""), Ok(tap(None)));
        assert_eq!(read(None, " 20 ", ""), Ok(tap(Some(20))));
        let field = |answer: Result<Said, Refusal>| match answer {
            Err(Refusal::Invalid(errors)) => errors[0].field.clone(),
            other => panic!("{other:?}"),
        };
        for minutes in ["0", "601", "bald", "-5"] {
            assert_eq!(field(read(None, minutes, "")), "minutes");
        }
        assert_eq!(field(read(Some(""), "", "")), "trouble");
        assert_eq!(field(read(Some("fire"), "", "")), "trouble");
        assert_eq!(field(read(Some("other"), "", " ")), "words");
        assert!(read(Some("late"), "", "").is_ok());
    }

    #[test]
    fn the_late_fee_grows_until_the_return_is_reported_and_only_the_lender_waives_it() {
        let mut booking = out();
        booking.terms.prices.late = Some(LateFee {
            per: Per::Day,
            minor: 300,
            cap: 9_000,
        });
        let due = booking.due_at;
        let owed = |booking: &Booking, now| late_fee(booking, now).map_or(0, |late| late.amount_minor);
        let two_days = due.plus(26 * Timestamp::HOUR);
        assert_eq!((owed(&booking, due), owed(&booking, two_days)), (0, 600));
        assert_eq!(may_waive(&booking, Party::Lender, two_days), Err(Refusal::NotNow));
        let back = Booking {
            custody: Custody::Returning { by: Party::Borrower },
            returned_at: Some(two_days),
            ..booking.clone()
        };
        let much_later = two_days.plus(90 * Timestamp::DAY);
        assert_eq!(
            owed(&back, much_later),
            600,
            "waiting for the other's word costs nothing"
        );
        assert_eq!(may_waive(&back, Party::Lender, much_later), Ok(()));
        assert_eq!(may_waive(&back, Party::Borrower, much_later), Err(Refusal::NotYours));
        let in_time = Booking {
            returned_at: Some(due),
            ..back
        };
        assert_eq!(
            may_waive(&in_time, Party::Lender, much_later),
            Err(Refusal::NothingOwed)
        );
        assert_eq!(
            owed(
                &Booking {
                    custody: Custody::WithLender,
                    ..booking
                },
                much_later
            ),
            0
        );
    }
}
