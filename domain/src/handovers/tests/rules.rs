//! Who may write, show, enter and propose, in every state of a booking: a table that a person can read, and properties.

use super::super::{rules::*, *};
use crate::{
    Day, Timestamp,
    bookings::{self, Actor, Booking, BookingId, BookingKey, Custody, Move, Party, Period, State, Terms},
    forms::{FieldError, Problem},
    listings::{Kind, ListingId},
    members::MemberId,
    prices::Extras,
};
use proptest::prelude::*;
use std::{collections::BTreeMap, fmt::Write};
use uuid::Uuid;

const ASKED: Timestamp = Timestamp(1_903_672_800_000_000); // Monday, 2030-04-29, 08:00 in Berlin

pub fn accepted() -> Booking {
    let terms = Terms {
        title: "Schlagbohrmaschine".into(),
        accessories: vec!["Koffer".into(), "Bohrer".into()],
        checklist: vec!["Akku voll".into(), "Koffer".into()],
        zone: "Europe/Berlin".into(),
        ..Terms::default()
    };
    let zone = terms.time_zone();
    let period = Period {
        first: Day::parse("2030-05-03").unwrap(),
        last: Day::parse("2030-05-05").unwrap(),
        hours: None,
    };
    Booking {
        key: BookingKey {
            listing: ListingId(Uuid::from_u128(1)),
            id: BookingId(Uuid::from_u128(2)),
        },
        borrower: MemberId(Uuid::from_u128(3)),
        lender: MemberId(Uuid::from_u128(4)),
        state: State::Accepted,
        custody: Custody::WithLender,
        period,
        unit: 0,
        note: String::new(),
        reason: String::new(),
        terms,
        requested_at: ASKED,
        answer_by: ASKED.plus(Timestamp::DAY),
        starts_at: period.first.starts_in(&zone),
        due_at: period.last.plus(1).starts_in(&zone),
        answered_at: Some(ASKED),
        custody_since: None,
        handed_over_at: None,
        returned_at: None,
        ended_at: None,
        asked_by: Party::Borrower,
        owed_minor: None,
        warned_at: None,
        extras: Extras::default(),
        quote: None,
        proposal: None,
        version: 2,
    }
}

/// Every state of a booking that can be reached, at every instant that makes a difference, with a name.
fn everything() -> Vec<(String, Booking, Timestamp)> {
    let just = |at: Timestamp| at.plus(-1);
    let mut all = Vec::new();
    for state in State::ALL {
        for custody in Custody::ALL {
            let fits = match state {
                State::Accepted => custody != Custody::Returned,
                State::Closed => custody == Custody::Returned,
                _ => custody == Custody::WithLender,
            };
            if !fits {
                continue;
            }
            let since = ASKED.plus(4 * Timestamp::DAY);
            let booking = Booking {
                state,
                custody,
                custody_since: (custody != Custody::WithLender).then_some(since),
                ended_at: (!state.is_open()).then_some(since),
                ..accepted()
            };
            let from = booking.starts_at.plus(-bookings::rules::HAND_OVER_FROM);
            let moments = match (state, custody) {
                (State::Accepted, Custody::WithLender) => {
                    vec![("before the day before", just(from)), ("from the day before on", from)]
                }
                (State::Closed, _) => vec![
                    ("before a fortnight is over", just(since.plus(ADD_WITHIN))),
                    ("after a fortnight", since.plus(ADD_WITHIN)),
                ],
                _ => vec![("at any time", since)],
            };
            let by = custody
                .reported_by()
                .map_or(String::new(), |by| format!(" by the {}", by.name()));
            for (when, now) in moments {
                let title = format!("{state:?}, {}{by}, {when}", custody.name().replace('_', " "));
                all.push((title, booking.clone(), now));
            }
        }
    }
    all
}

fn told(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooEarly { .. } | Refusal::Booking(bookings::Refusal::TooEarly { .. }) => "· too early".into(),
        Refusal::Booking(refusal) => told_word(&format!("{refusal:?}")),
        other => told_word(&format!("{other:?}")),
    }
}

fn told_word(debug: &str) -> String {
    let mut words = String::from("·");
    for c in debug.chars() {
        if c.is_uppercase() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

fn proposal(by: Party) -> Proposal {
    Proposal {
        how: How::Neighbour,
        by,
        words: "Olga".into(),
        at: ASKED,
    }
}

#[test]
fn everything_in_every_state() {
    let mut table = String::from(
        "What is open to the two in every state of a booking, for each move. A dot marks a refusal. Unless it says otherwise it\nis the same for both sides.\n",
    );
    for (title, booking, now) in everything() {
        writeln!(
            table,
            "\n{title} (at hand: {})",
            at_hand(&booking).map_or("-", Move::name)
        )
        .unwrap();
        for what in Move::BOTH {
            let write = match may_write(&booking, what, now) {
                Ok(true) => "yes, late".into(),
                Ok(false) => "yes".into(),
                Err(refusal) => told(&refusal),
            };
            let codes = Party::BOTH.map(|me| match may_use_code(&booking, what, me, now) {
                Ok(()) => "yes".to_owned(),
                Err(refusal) => told(&refusal),
            });
            assert_eq!(codes[0], codes[1], "a code is the word of both");
            writeln!(table, "  {:9} write: {write:12} code: {:12}", what.name(), codes[0]).unwrap();
            let commands = [
                (
                    "propose",
                    Command::Propose {
                        how: How::KeyBox,
                        words: "Am Zaun".into(),
                    },
                ),
                ("agree", Command::Agree { to: ASKED }),
                ("decline", Command::Decline { words: String::new() }),
                ("withdraw", Command::Withdraw),
            ];
            for (stage, plan) in [
                ("nothing proposed", Plan::default()),
                (
                    "the lender proposed",
                    Plan {
                        agreed: None,
                        proposed: Some(proposal(Party::Lender)),
                    },
                ),
            ] {
                let answers = commands.iter().map(|(name, command)| {
                    let [borrower, lender] =
                        Party::BOTH.map(|me| match decide_plan(&booking, what, &plan, command, me) {
                            Ok(event) => event.name().to_owned(),
                            Err(refusal) => told(&refusal),
                        });
                    if borrower == lender {
                        format!("{name} {borrower}")
                    } else {
                        format!("{name} {borrower} / {lender}")
                    }
                });
                let answers = answers.collect::<Vec<_>>();
                if answers.iter().all(|answer| answer.ends_with("· over")) {
                    continue;
                }
                writeln!(table, "            {stage} (borrower / lender): {}", answers.join(", ")).unwrap();
            }
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn where_somebody_helps_nothing_changes_hands() {
    for (_, mut booking, now) in everything() {
        booking.terms.kind = Kind::Service;
        assert_eq!(at_hand(&booking), None);
        for what in Move::BOTH {
            assert!(may_write(&booking, what, now).is_err() && !can_plan(&booking, what));
            for me in Party::BOTH {
                assert!(may_use_code(&booking, what, me, now).is_err(), "{booking:?}");
            }
        }
    }
}

#[test]
fn the_checklist_is_the_thing_what_comes_along_and_what_its_owner_adds() {
    assert_eq!(
        checklist(&accepted().terms),
        ["Schlagbohrmaschine", "Koffer", "Bohrer", "Akku voll"],
        "and nothing twice"
    );
    assert_eq!(
        checklist(&Terms::default()),
        Vec::<String>::new(),
        "terms of before there were any"
    );
}

#[test]
fn what_is_typed_is_kept_or_refused_at_its_field() {
    let (booking, what) = (accepted(), Move::Handover);
    let now = booking.starts_at;
    let say = |draft: &Draft, photos| decide(&booking, what, 0, draft, photos, now);
    let draft = |note: &str, found: &[(usize, &str)]| Draft {
        note: note.into(),
        found: found.iter().map(|(at, typed)| (*at, (*typed).to_owned())).collect(),
        ..Draft::default()
    };
    assert_eq!(say(&draft(" \r\n", &[(0, "")]), 0), Err(Refusal::Nothing));
    assert!(say(&draft("", &[]), 1).is_ok(), "a photo says enough");
    assert_eq!(say(&draft("", &[]), MOST_PHOTOS + 1), Err(Refusal::TooManyPhotos));
    let written = say(&draft("Ein Kratzer.", &[(1, "missing"), (2, "broken"), (3, "fine")]), 0).unwrap();
    let found: Vec<_> = written
        .items
        .iter()
        .map(|item| (item.name.as_str(), item.found))
        .collect();
    assert_eq!(
        found,
        [
            ("Schlagbohrmaschine", None),
            ("Koffer", Some(Found::Missing)),
            ("Bohrer", Some(Found::Broken)),
            ("Akku voll", Some(Found::Fine)),
        ]
    );
    let wrong = |field: &str, problem| {
        Err(Refusal::Invalid(vec![FieldError {
            field: field.into(),
            problem,
        }]))
    };
    assert_eq!(say(&draft("", &[(1, "lost")]), 0), wrong("item-1", Problem::NotAChoice));
    assert_eq!(say(&draft("", &[(4, "fine")]), 0), wrong("item-4", Problem::NotAChoice));
    let long = "ab ".repeat(LONGEST_NOTE);
    assert_eq!(
        say(&draft(&long, &[]), 0),
        wrong("note", Problem::TooLong { max: LONGEST_NOTE })
    );
    assert_eq!(
        decide(&booking, what, MOST_ENTRIES, &draft("Noch etwas.", &[]), 0, now),
        Err(Refusal::TooManyEntries)
    );
}

#[test]
fn only_what_was_read_is_agreed_to_and_from_hand_to_hand_needs_no_plan() {
    let (booking, what) = (accepted(), Move::Return);
    let open = Plan {
        agreed: None,
        proposed: Some(proposal(Party::Lender)),
    };
    let agree = |to| decide_plan(&booking, what, &open, &Command::Agree { to }, Party::Borrower);
    assert_eq!(
        agree(ASKED.plus(-1)),
        Err(Refusal::ChangedMeanwhile),
        "it was another proposal"
    );
    let agreed = apply(open.clone(), &agree(ASKED).unwrap(), ASKED.plus(1));
    assert_eq!(agreed.agreed, Some(proposal(Party::Lender)));
    assert_eq!(agreed.proposed, None);
    let back = Command::Propose {
        how: How::InPerson,
        words: String::new(),
    };
    assert_eq!(
        decide_plan(&booking, what, &Plan::default(), &back, Party::Lender),
        Err(Refusal::NotNow),
        "that is how it is anyway"
    );
    let event = decide_plan(&booking, what, &agreed, &back, Party::Borrower).unwrap();
    let asked = apply(agreed.clone(), &event, ASKED.plus(2));
    assert_eq!(
        asked.agreed, agreed.agreed,
        "what is agreed stands until the other agrees to something else"
    );
    let yes = Command::Agree { to: ASKED.plus(2) };
    let event = decide_plan(&booking, what, &asked, &yes, Party::Lender).unwrap();
    assert_eq!(apply(asked, &event, ASKED.plus(3)), Plan::default());
}

#[test]
fn a_code_bears_five_wrong_tries_and_some_minutes() {
    let code = |tries| {
        Some(Code {
            tries,
            expires_at: ASKED.plus(CODE_LIVES),
        })
    };
    assert_eq!(judge(code(0), true, ASKED), Ok(()));
    assert_eq!(judge(code(0), false, ASKED), Err(Refusal::WrongCode { left: 4 }));
    assert_eq!(judge(code(4), false, ASKED), Err(Refusal::WrongCode { left: 0 }));
    assert_eq!(judge(code(4), true, ASKED), Ok(()));
    assert_eq!(judge(code(5), true, ASKED), Err(Refusal::NoCode));
    assert_eq!(judge(code(0), true, ASKED.plus(CODE_LIVES - 1)), Ok(()));
    assert_eq!(judge(code(0), true, ASKED.plus(CODE_LIVES)), Err(Refusal::NoCode));
    assert_eq!(judge(None, true, ASKED), Err(Refusal::NoCode));
    assert_eq!(digits(" 123 - 456 "), "123456");
    assert_eq!(digits("1234567890").len(), CODE_DIGITS + 1, "too long stays wrong");
    let met = Plan::default();
    let apart = Plan {
        agreed: Some(proposal(Party::Lender)),
        proposed: None,
    };
    let asked = Plan {
        agreed: None,
        proposed: Some(proposal(Party::Lender)),
    };
    assert_eq!(
        [&met, &apart, &asked].map(code_lives),
        [CODE_LIVES, CODE_TRAVELS, CODE_LIVES]
    );
}

fn commands() -> impl Strategy<Value = (usize, usize, bool, bool)> {
    (0_usize..5, 0_usize..4, any::<bool>(), any::<bool>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Nothing counts that not both have said yes to, whoever tries what in whatever order.
    #[test]
    fn no_history_of_plans_makes_one_count_without_the_other(history in proptest::collection::vec(commands(), 1..30)) {
        let booking = accepted();
        let (mut plan, mut now) = (Plan::default(), ASKED);
        for (kind, how, lender, stale) in history {
            now = now.plus(Timestamp::MINUTE);
            let me = if lender { Party::Lender } else { Party::Borrower };
            let open_at = plan.proposed.as_ref().map_or(ASKED, |open| open.at);
            let command = match kind {
                0 => Command::Propose { how: How::ALL[how], words: format!("Weg {how}") },
                1 => Command::Propose { how: How::ALL[how], words: String::new() },
                2 => Command::Agree { to: if stale { open_at.plus(-1) } else { open_at } },
                3 => Command::Decline { words: String::new() },
                _ => Command::Withdraw,
            };
            let before = plan.clone();
            let Ok(event) = decide_plan(&booking, Move::Handover, &plan, &command, me) else { continue };
            plan = apply(plan, &event, now);
            if plan.agreed != before.agreed {
                let read = before.proposed.clone().expect("only what was proposed is agreed to");
                prop_assert_eq!(&command, &Command::Agree { to: read.at });
                prop_assert_eq!(read.by, me.other());
                prop_assert!(plan.proposed.is_none());
                prop_assert_eq!(&plan.agreed, &Some(read).filter(|read| read.how != How::InPerson));
            }
            if let Some(open) = &plan.proposed && before.proposed.as_ref() != Some(open) {
                prop_assert_eq!((open.by, open.at), (me, now));
            }
        }
    }

    /// The same moment lets the two write that lets a code confirm, and what a code has confirmed can only be added to.
    #[test]
    fn writing_in_time_ends_with_the_confirmation(which in 0_usize..100, at_once in any::<bool>()) {
        let all = everything();
        let (_, booking, now) = &all[which % all.len()];
        for what in Move::BOTH {
            let before = may_write(booking, what, *now);
            for actor in [Actor::Borrower, Actor::Lender] {
                let usual = match what {
                    Move::Handover => bookings::Command::HandOver,
                    Move::Return => bookings::Command::Return,
                };
                let command = if at_once { by_code(what) } else { usual };
                let Ok(events) = bookings::rules::decide(booking, &command, actor, *now) else { continue };
                let next = bookings::rules::apply_all(booking.clone(), &events, *now);
                let after = may_write(&next, what, *now);
                if at_once {
                    prop_assert_eq!(&before, &Ok(false), "who can confirm by code can write before");
                    prop_assert_eq!(&after, &Ok(true), "and only add afterwards");
                }
                prop_assert!(!(before == Ok(true) && after == Ok(false)), "what is frozen stays frozen");
            }
        }
    }

    #[test]
    fn nothing_typed_breaks_the_rules(
        note in any::<String>(), found in proptest::collection::btree_map(0_usize..8, "(fine|missing|broken|[a-z]{0,3})", 0..8),
        photos in 0_usize..10, which in 0_usize..100,
    ) {
        let all = everything();
        let (_, booking, now) = &all[which % all.len()];
        let found: BTreeMap<usize, String> = found;
        let draft = Draft { note, found, ..Draft::default() };
        if let Ok(written) = decide(booking, Move::Handover, 0, &draft, photos, *now) {
            prop_assert!(written.note.chars().count() <= LONGEST_NOTE);
            prop_assert_eq!(written.items.len(), 4);
            prop_assert!(written.items.iter().all(|item| !item.name.contains('\n')));
        }
    }
}
