//! What calling off costs: three tiers, of which a lender picks one for a listing. Pure.
//!
//! Only what costs money can cost something to call off, and only for the borrower: when the lender calls off, nothing is
//! owed, and neither where the borrower was told that whoever has the thing before is late. Who has just been told yes may think again for an hour, unless it begins within a day. Boundaries are instants
//! counted back from the beginning, to the microsecond; at the boundary itself the next share holds. What a page shows
//! before and what happens then come from the same function.

use super::model::{Booking, Party};
use crate::{Timestamp, listings::Cancellation, prices::LineKind};

/// For so long after the yes calling off is free, in microseconds.
pub const SECOND_THOUGHTS: i64 = Timestamp::HOUR;
/// Unless it begins so soon, in microseconds.
pub const TOO_SOON_FOR_THEM: i64 = 24 * Timestamp::HOUR;

/// What calling off costs from some time on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    /// From so long before the beginning on, in microseconds; the first holds from the yes.
    pub before: i64,
    /// Percent of the price, delivery apart.
    pub percent: u8,
}

/// The shares of a tier, from the earliest on.
#[must_use]
pub const fn shares(tier: Cancellation) -> &'static [Share] {
    const fn from(days: i64, percent: u8) -> Share {
        Share {
            before: days * Timestamp::DAY,
            percent,
        }
    }
    const ALWAYS: Share = Share {
        before: i64::MAX,
        percent: 0,
    };
    match tier {
        Cancellation::Flexible => const { &[ALWAYS, from(1, 50)] },
        Cancellation::Moderate => const { &[ALWAYS, from(5, 50), from(1, 100)] },
        Cancellation::Strict => const { &[ALWAYS, from(14, 50), from(7, 100)] },
    }
}

/// What is owed when calling off at an instant, and until when that holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Owed {
    /// Percent of the price, delivery apart.
    pub percent: u8,
    /// In minor units of the booking's currency; rounded down.
    pub minor: i64,
    /// From when on it is more.
    pub until: Option<Timestamp>,
}

/// What `by` owes who calls off now.
#[must_use]
pub fn owed(booking: &Booking, by: Party, now: Timestamp) -> Owed {
    let nothing = |until| Owed {
        percent: 0,
        minor: 0,
        until,
    };
    let base = base(booking);
    // Who was told that it may come late can always think of something else.
    if by == Party::Lender || base == 0 || booking.warned_at.is_some() {
        return nothing(None);
    }
    let thinking = booking.answered_at.map(|yes| yes.plus(SECOND_THOUGHTS));
    let soon = booking.starts_at.plus(-TOO_SOON_FOR_THEM);
    let free_until = thinking.map(|until| until.min(soon)).filter(|until| now < *until);
    let all = shares(booking.terms.cancellation);
    let begins = |share: &Share| booking.starts_at.plus(-share.before.min(booking.starts_at.0));
    let percent_at = |at: Timestamp| {
        let begun = all.iter().filter(|share| begins(share) <= at);
        begun.map(|share| share.percent).max().unwrap_or(0)
    };
    let later = all.iter().map(begins).filter(|at| *at > now).min();
    match free_until {
        // Thinking again is free as long as it lasts; it ends nothing where it is free anyway.
        Some(until) if percent_at(until) > 0 => nothing(Some(until)),
        _ => {
            let percent = percent_at(now);
            Owed {
                percent,
                minor: i64::try_from(i128::from(base) * i128::from(percent) / 100).unwrap_or(base),
                until: later,
            }
        }
    }
}

/// What the borrower would pay, without having it brought: nobody brings what is called off.
fn base(booking: &Booking) -> i64 {
    let Some(quote) = &booking.quote else { return 0 };
    let delivery = quote.lines.iter().filter(|line| line.kind == LineKind::Delivery);
    quote.total_minor - delivery.map(|line| line.amount_minor).sum::<i64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bookings::{Actor, Command, Event, Refusal, State, rules, tests::rules::requested},
        prices::{Extras, PriceTerms},
    };
    use std::fmt::Write;

    fn rented(tier: Cancellation) -> Booking {
        let mut booking = requested("2030-06-03", "2030-06-04");
        booking.state = State::Accepted;
        booking.answered_at = Some(booking.requested_at.plus(Timestamp::HOUR));
        booking.terms.currency = "EUR".into();
        booking.terms.cancellation = tier;
        booking.terms.prices = PriceTerms {
            delivery: Some(700),
            ..PriceTerms::per_day(Some(1_050))
        };
        let extras = Extras {
            delivery: true,
            ..Extras::default()
        };
        booking.quote = Some(booking.terms.quote(booking.period, extras).unwrap());
        booking
    }

    #[test]
    fn each_tier_asks_for_its_share_at_each_boundary() {
        let mut table = String::from("What the borrower owes of 21.00, by how long before the beginning.\n");
        for tier in Cancellation::ALL {
            writeln!(table, "\n{}", tier.name()).unwrap();
            for days in [30, 14, 7, 5, 1] {
                for (name, past) in [
                    ("a minute more than", -Timestamp::MINUTE),
                    ("", 0),
                    ("a minute less than", Timestamp::MINUTE),
                ] {
                    let booking = rented(*tier);
                    let now = booking.starts_at.plus(past - days * Timestamp::DAY);
                    let owed = owed(&booking, Party::Borrower, now);
                    writeln!(
                        table,
                        "  {name:18} {days:2} days before: {:3} %, {:4} cents",
                        owed.percent, owed.minor
                    )
                    .unwrap();
                }
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn what_is_shown_before_is_what_happens_at_every_boundary() {
        for tier in Cancellation::ALL {
            let booking = rented(*tier);
            let yes = booking.answered_at.unwrap();
            let mut moments = vec![yes, yes.plus(SECOND_THOUGHTS), booking.starts_at];
            moments.extend(
                shares(*tier)
                    .iter()
                    .skip(1)
                    .map(|share| booking.starts_at.plus(-share.before)),
            );
            for moment in moments {
                for now in [-Timestamp::MINUTE, -1, 0, 1, Timestamp::MINUTE].map(|past| moment.plus(past)) {
                    for by in Party::BOTH {
                        let shown = owed(&booking, by, now).minor;
                        let cancel = |seen| Command::Cancel {
                            reason: "Krank.".into(),
                            seen,
                        };
                        let events = rules::decide(&booking, &cancel(Some(shown)), Actor::from(by), now).unwrap();
                        assert!(matches!(&events[..], [Event::Cancelled { owed_minor, .. }] if *owed_minor == shown));
                        assert_eq!(rules::apply_all(booking.clone(), &events, now).owed_minor, Some(shown));
                        // Nobody owes what they have not seen.
                        let unseen = rules::decide(&booking, &cancel(None), Actor::from(by), now);
                        let other = rules::decide(&booking, &cancel(Some(shown + 1)), Actor::from(by), now);
                        if shown > 0 {
                            assert_eq!((&unseen, &other), (&Err(Refusal::SeeFee { minor: shown }), &unseen));
                        } else {
                            assert!(unseen.is_ok() && other.is_ok());
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn who_was_just_told_yes_may_think_again_but_not_at_the_last_moment() {
        let mut booking = rented(Cancellation::Strict);
        let soon = booking.starts_at.plus(-3 * Timestamp::DAY);
        booking.answered_at = Some(soon);
        let at = |booking: &Booking, now: Timestamp| owed(booking, Party::Borrower, now).percent;
        assert_eq!(at(&booking, soon), 0);
        assert_eq!(
            owed(&booking, Party::Borrower, soon).until,
            Some(soon.plus(SECOND_THOUGHTS))
        );
        assert_eq!(at(&booking, soon.plus(SECOND_THOUGHTS)), 100);
        let eve = booking.starts_at.plus(-20 * Timestamp::HOUR);
        booking.answered_at = Some(eve);
        assert_eq!(at(&booking, eve), 100, "it begins too soon for second thoughts");
        // What is free stays free, and what the lender calls off costs nobody anything.
        booking.quote = Some(PriceTerms::default()).map(|prices| {
            booking.terms.prices = prices;
            booking.terms.quote(booking.period, Extras::default()).unwrap()
        });
        assert_eq!(owed(&booking, Party::Borrower, eve).minor, 0);
        assert_eq!(owed(&rented(Cancellation::Strict), Party::Lender, eve).minor, 0);
    }

    #[test]
    fn it_never_gets_cheaper_as_time_goes_by() {
        for tier in Cancellation::ALL {
            let booking = rented(*tier);
            let mut before = 0;
            for hours in 0..24 * 40 {
                let now = booking.requested_at.plus(hours * Timestamp::HOUR);
                let owed = owed(&booking, Party::Borrower, now);
                assert!(owed.percent >= before && owed.until.is_none_or(|until| until > now));
                before = owed.percent;
            }
        }
    }
}
