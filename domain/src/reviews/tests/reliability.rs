//! Facts: what counts, what does not, and from how many cases on.

use super::super::reliability::{Dealing, LEAST_CASES, LOOKS_BACK, Outcome, Reliability, Share, Typical};
use crate::{Timestamp, bookings::Party};
use proptest::prelude::*;

const NOW: Timestamp = Timestamp(1_903_672_800_000_000);
const LONG_AGO: Timestamp = NOW.plus(-LOOKS_BACK);

fn dealing(side: Party, outcome: Outcome) -> Dealing {
    Dealing {
        side,
        outcome,
        requested_at: NOW.plus(-30 * Timestamp::DAY),
        answered_at: None,
        due_at: NOW.plus(-20 * Timestamp::DAY),
        handed_over_at: None,
        returned_at: None,
        ended_at: None,
    }
}

/// One that the lender answered after so many hours.
fn answered(side: Party, outcome: Outcome, hours: i64) -> Dealing {
    let asked = dealing(side, outcome);
    Dealing {
        answered_at: Some(asked.requested_at.plus(hours * Timestamp::HOUR)),
        ..asked
    }
}

/// A loan that took place and came back so many hours after it was due.
fn back(side: Party, late_by: i64) -> Dealing {
    let agreed = answered(side, Outcome::Agreed, 2);
    let back = agreed.due_at.plus(late_by * Timestamp::HOUR);
    Dealing {
        handed_over_at: Some(agreed.due_at.plus(-Timestamp::DAY)),
        returned_at: Some(back),
        ended_at: Some(back.plus(Timestamp::HOUR)),
        ..agreed
    }
}

fn share(count: i64, of: i64) -> Option<Share> {
    Some(Share { count, of })
}

#[test]
fn nothing_is_said_of_fewer_than_three_cases() {
    assert_eq!(Reliability::of(&[], NOW), Reliability::default());
    let two = vec![back(Party::Lender, 0), back(Party::Lender, 0)];
    assert_eq!(Reliability::of(&two, NOW), Reliability::default());
    let three = [two, vec![back(Party::Lender, 0)]].concat();
    let known = Reliability::of(&three, NOW);
    assert_eq!(
        (known.lent, known.answers, known.lender_cancels),
        (Some(3), share(3, 3), share(0, 3))
    );
    assert!(known.knows_lender() && !known.knows_borrower());
    assert_eq!(known.on_time, None, "bringing back is the borrower's");
}

#[test]
fn answers_count_what_the_lender_had_to_answer() {
    let all = [
        answered(Party::Lender, Outcome::Agreed, 1),
        answered(Party::Lender, Outcome::Declined, 3),
        answered(Party::Lender, Outcome::CalledOff(Some(Party::Borrower)), 20),
        dealing(Party::Lender, Outcome::Unanswered),
        // Answered by the house, not by a person.
        answered(Party::Lender, Outcome::GaveWay, 5),
        answered(Party::Lender, Outcome::Agreed, 0),
        // Nothing to answer (any more).
        dealing(Party::Lender, Outcome::Open),
        answered(Party::Borrower, Outcome::Agreed, 9),
    ];
    let known = Reliability::of(&all, NOW);
    assert_eq!(known.answers, share(3, 4));
    let hours = |micros: i64| micros / Timestamp::HOUR;
    assert_eq!(known.answer_time.map(|t| (hours(t.micros), t.of)), Some((3, 3)));
    let four = [&all[..], &[answered(Party::Lender, Outcome::Declined, 5)]].concat();
    assert_eq!(
        Reliability::of(&four, NOW).answer_time,
        Some(Typical {
            micros: 4 * Timestamp::HOUR,
            of: 4
        }),
        "of an even number it is the mean of the two in the middle"
    );
}

#[test]
fn cancelling_counts_for_who_did_it_only() {
    let of = |side: Party, by: Option<Party>| answered(side, Outcome::CalledOff(by), 2);
    let all = [
        of(Party::Lender, Some(Party::Lender)),
        of(Party::Lender, Some(Party::Borrower)),
        of(Party::Lender, None),
        answered(Party::Lender, Outcome::Agreed, 2),
        answered(Party::Lender, Outcome::Declined, 2),
        of(Party::Borrower, Some(Party::Lender)),
        of(Party::Borrower, Some(Party::Borrower)),
        back(Party::Borrower, -1),
    ];
    let known = Reliability::of(&all, NOW);
    assert_eq!(
        (known.lender_cancels, known.borrower_cancels),
        (share(1, 4), share(1, 3))
    );
}

#[test]
fn in_time_is_the_end_of_the_last_day_and_what_is_overdue_is_late() {
    let mut all = vec![
        back(Party::Borrower, -1),
        back(Party::Borrower, 0),
        back(Party::Borrower, 1),
    ];
    assert_eq!(Reliability::of(&all, NOW).on_time, share(2, 3));
    let out = Dealing {
        returned_at: None,
        ended_at: None,
        ..back(Party::Borrower, 0)
    };
    all.push(out);
    assert_eq!(
        Reliability::of(&all, NOW).on_time,
        share(2, 4),
        "never brought back is no better than late"
    );
    all.push(Dealing {
        due_at: NOW.plus(Timestamp::DAY),
        ..out
    });
    all.push(Dealing {
        returned_at: Some(NOW),
        ..out
    });
    assert_eq!(
        Reliability::of(&all, NOW).on_time,
        share(2, 4),
        "still out, or not agreed on yet"
    );
    assert_eq!(Reliability::of(&all, NOW).borrowed, Some(3));
}

#[test]
fn a_year_counts_to_the_microsecond() {
    let at = |requested_at| Dealing {
        requested_at,
        ..back(Party::Lender, 0)
    };
    let all = [at(LONG_AGO), at(LONG_AGO), at(LONG_AGO)];
    assert_eq!(Reliability::of(&all, NOW).lent, Some(LEAST_CASES));
    assert_eq!(Reliability::of(&all, NOW.plus(1)), Reliability::default());
}

#[test]
fn rows_are_read_as_the_law_of_lending_writes_them() {
    let read = |state, answered, due| Outcome::of(state, None, answered, due);
    assert_eq!(read("requested", false, false), Outcome::Open);
    assert_eq!(
        read("requested", false, true),
        Outcome::Unanswered,
        "also before its job has run"
    );
    assert_eq!(read("withdrawn", false, true), Outcome::Open);
    for state in ["accepted", "closed", "lapsed", "something agreed on that comes later"] {
        assert_eq!(read(state, true, true), Outcome::Agreed, "{state}");
    }
    assert_eq!(
        read("something before the answer that comes later", false, true),
        Outcome::Open
    );
    assert_eq!(
        Outcome::of("cancelled", Some(Party::Lender), true, true),
        Outcome::CalledOff(Some(Party::Lender))
    );
}

fn any_dealing() -> impl Strategy<Value = Dealing> {
    let outcome = prop_oneof![
        Just(Outcome::Open),
        Just(Outcome::Unanswered),
        Just(Outcome::Declined),
        Just(Outcome::GaveWay),
        Just(Outcome::CalledOff(Some(Party::Lender))),
        Just(Outcome::CalledOff(Some(Party::Borrower))),
        Just(Outcome::CalledOff(None)),
        Just(Outcome::Agreed),
    ];
    let instant = || proptest::option::of((-800 * Timestamp::DAY..Timestamp::DAY).prop_map(|by| NOW.plus(by)));
    let requested = (-800 * Timestamp::DAY..0).prop_map(|by| NOW.plus(by));
    (
        any::<bool>(),
        outcome,
        requested,
        (instant(), instant(), instant(), instant()),
        instant(),
    )
        .prop_map(
            |(lends, outcome, requested_at, (answered_at, handed_over_at, returned_at, ended_at), due)| Dealing {
                side: if lends { Party::Lender } else { Party::Borrower },
                outcome,
                requested_at,
                answered_at,
                due_at: due.unwrap_or(NOW),
                handed_over_at,
                returned_at,
                ended_at,
            },
        )
}

proptest! {
    #[test]
    fn figures_are_parts_of_enough_cases_and_do_not_depend_on_the_order(
        mut all in proptest::collection::vec(any_dealing(), 0..40),
    ) {
        let known = Reliability::of(&all, NOW);
        for share in [known.answers, known.lender_cancels, known.on_time, known.borrower_cancels].into_iter().flatten() {
            prop_assert!(share.of >= LEAST_CASES && (0..=share.of).contains(&share.count));
        }
        for count in [known.lent, known.borrowed].into_iter().flatten() {
            prop_assert!(count >= LEAST_CASES);
        }
        if let Some(typical) = known.answer_time {
            prop_assert!(typical.micros > 0 && Some(typical.of) == known.answers.map(|a| a.count));
        }
        all.reverse();
        prop_assert_eq!(Reliability::of(&all, NOW), known);
    }
}
