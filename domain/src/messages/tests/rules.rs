//! Who may write when: one exhaustive table that a person can read, and the pace of letters.

use super::super::{
    Cursor, Refusal, Side,
    rules::{
        BEGUN_WITHIN, LETTER_AFTER, LETTERS_APART, LONGEST_TEXT, LetterStep, MOST_BEGUN, MOST_PHOTOS, MOST_SENT,
        Progress, Recent, SENT_WITHIN, Scene, Stage, WRITE_AFTER_END, decide, letter_plan, letter_step, may_write,
    },
};
use crate::{
    Timestamp,
    bookings::{self, BookingId},
    forms::Problem,
    listings,
    members::Blocked,
};
use proptest::prelude::*;
use std::fmt::Write;
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_903_672_800_000_000);

/// Every stage there is, with its name.
fn stages() -> Vec<(String, Stage)> {
    let booking = BookingId(Uuid::from_u128(1));
    let mut all = Vec::new();
    for (state, name) in [
        (listings::State::Draft, "draft"),
        (listings::State::Published, "published"),
        (listings::State::Paused, "paused"),
        (listings::State::Archived, "archived"),
    ] {
        for (begins, word) in [(true, "nothing written yet"), (false, "goes on")] {
            for (booking, open) in [(None, ""), (Some(booking), ", a booking is open")] {
                let stage = Stage::Listing { state, begins, booking };
                all.push((format!("listing {name}, {word}{open}"), stage));
            }
        }
    }
    let cases = [
        ("", None),
        (", a moment before a month is over", Some(NOW.plus(1 - WRITE_AFTER_END))),
        (", a month ago", Some(NOW.plus(-WRITE_AFTER_END))),
    ];
    for state in bookings::State::ALL {
        for (word, ended_at) in cases
            .into_iter()
            .filter(|(_, ended)| ended.is_none() == state.is_open())
        {
            let by = match state {
                bookings::State::Cancelled(by) => format!(" by the {}", by.name()),
                _ => String::new(),
            };
            all.push((
                format!("booking {}{by}{word}", state.name()),
                Stage::Booking { state, ended_at },
            ));
        }
    }
    all
}

fn scene(stage: Stage) -> Scene {
    Scene {
        stage,
        me: Side::Asker,
        gone: false,
        blocked: Blocked::default(),
        sent: Recent::default(),
        begun: Recent::default(),
    }
}

const HERE: Stage = Stage::Listing {
    state: listings::State::Published,
    begins: false,
    booking: None,
};

fn cell(answer: &Result<(), Refusal>) -> String {
    match answer {
        Ok(()) => "writes".into(),
        Err(Refusal::Moved(_)) => "in the booking".into(),
        Err(refusal) => {
            let mut words = String::from("·");
            for c in format!("{refusal:?}").chars() {
                if c.is_uppercase() {
                    words.push(' ');
                }
                words.extend(c.to_lowercase());
            }
            words
        }
    }
}

#[test]
fn who_may_write_at_every_stage() {
    let mut table = String::from("Who may write. A dot marks a refusal; \"in the booking\" leads there.\n");
    let situations = [
        ("nothing between them", false, false, false),
        ("the writer blocked the other", true, false, false),
        ("the other blocked the writer", false, true, false),
        ("both blocked each other", true, true, false),
        ("the other has left", false, false, true),
    ];
    for (title, by_me, by_other, gone) in situations {
        writeln!(table, "\n{}\n  {:68} {:18} owner", title.to_uppercase(), "", "asker").unwrap();
        for (name, stage) in stages() {
            let blocked = Blocked { by_me, by_other };
            let [asker, owner] = [Side::Asker, Side::Owner]
                .map(|me| Scene {
                    me,
                    blocked,
                    gone,
                    ..scene(stage)
                })
                .map(|scene| {
                    let answer = may_write(&scene, NOW);
                    // The text changes nothing about who may write.
                    assert_eq!(decide(&scene, "Hallo", 0, NOW).map(|_| ()), answer);
                    cell(&answer)
                });
            writeln!(table, "  {name:68} {asker:18} {owner}").unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_loan_that_runs_keeps_its_words_whatever_stands_between_the_two() {
    for (_, stage) in stages() {
        let running = matches!(
            stage,
            Stage::Booking {
                state: bookings::State::Accepted,
                ..
            }
        );
        for (by_me, by_other) in [(true, false), (false, true), (true, true)] {
            for me in [Side::Asker, Side::Owner] {
                let blocked = Blocked { by_me, by_other };
                let answer = may_write(
                    &Scene {
                        me,
                        blocked,
                        ..scene(stage)
                    },
                    NOW,
                );
                assert_eq!(answer.is_ok(), running, "{stage:?}");
            }
        }
    }
}

#[test]
fn who_is_blocked_is_told_nothing_that_others_are_not() {
    // Whatever stands against it anyway is said; only where nothing else does, it is just not possible.
    for (_, stage) in stages() {
        let blocked = Blocked {
            by_me: false,
            by_other: true,
        };
        let (free, shut) = (
            may_write(&scene(stage), NOW),
            may_write(
                &Scene {
                    blocked,
                    ..scene(stage)
                },
                NOW,
            ),
        );
        let running = matches!(
            stage,
            Stage::Booking {
                state: bookings::State::Accepted,
                ..
            }
        );
        match free {
            Ok(()) if !running => assert_eq!(shut, Err(Refusal::NotPossible)),
            other => assert_eq!(shut, other),
        }
    }
}

#[test]
fn a_message_has_words_or_pictures_and_not_too_many() {
    let problem = |typed: &str, photos: usize| match decide(&scene(HERE), typed, photos, NOW) {
        Err(Refusal::Invalid(errors)) => errors.first().map(|e| (e.field.clone(), e.problem)),
        _ => None,
    };
    let at_text = |problem| Some(("text".to_owned(), problem));
    assert_eq!(problem("  \n ", 0), at_text(Problem::Missing));
    assert_eq!(
        problem(&"a ".repeat(LONGEST_TEXT), 1),
        at_text(Problem::TooLong { max: LONGEST_TEXT })
    );
    let long_word = "x".repeat(200);
    assert!(matches!(problem(&long_word, 0), Some((_, Problem::WordTooLong { .. }))));
    assert_eq!(decide(&scene(HERE), "", 1, NOW), Ok(String::new()));
    assert_eq!(
        decide(&scene(HERE), " Hallo,\r\nLena\u{202E}", 0, NOW),
        Ok("Hallo,\nLena".to_owned())
    );
    assert_eq!(
        decide(&scene(HERE), &"ä".repeat(70), MOST_PHOTOS, NOW),
        Ok("ä".repeat(70))
    );
    let link = format!("https://example.org/{long_word}");
    assert_eq!(decide(&scene(HERE), &link, 0, NOW), Ok(link.clone()));
    assert_eq!(
        decide(&scene(HERE), "Hallo", MOST_PHOTOS + 1, NOW),
        Err(Refusal::TooManyPhotos)
    );
}

#[test]
fn who_writes_too_much_waits_until_the_first_is_long_enough_ago() {
    let first_at = Some(NOW.plus(-10 * Timestamp::MINUTE));
    let sent = |count| Recent { count, first_at };
    let again_at = NOW.plus(SENT_WITHIN - 10 * Timestamp::MINUTE);
    let fast = Err(Refusal::TooFast { again_at });
    assert_eq!(
        may_write(
            &Scene {
                sent: sent(MOST_SENT - 1),
                ..scene(HERE)
            },
            NOW
        ),
        Ok(())
    );
    assert_eq!(
        may_write(
            &Scene {
                sent: sent(MOST_SENT),
                ..scene(HERE)
            },
            NOW
        ),
        fast
    );
    // What is wrong with the words is said first: they can be mended while waiting.
    let busy = Scene {
        sent: sent(MOST_SENT),
        ..scene(HERE)
    };
    assert!(matches!(decide(&busy, "", 0, NOW), Err(Refusal::Invalid(_))));
    assert_eq!(decide(&busy, "Hallo", 0, NOW), Err(Refusal::TooFast { again_at }));

    let new = Stage::Listing {
        state: listings::State::Published,
        begins: true,
        booking: None,
    };
    let begun = Recent {
        count: MOST_BEGUN,
        first_at,
    };
    let tomorrow = NOW.plus(BEGUN_WITHIN - 10 * Timestamp::MINUTE);
    assert_eq!(
        may_write(&Scene { begun, ..scene(new) }, NOW),
        Err(Refusal::TooFast { again_at: tomorrow })
    );
    assert_eq!(
        may_write(&Scene { begun, ..scene(HERE) }, NOW),
        Ok(()),
        "going on is no beginning"
    );
    let both = Scene {
        begun,
        sent: sent(MOST_SENT),
        ..scene(new)
    };
    assert_eq!(
        may_write(&both, NOW),
        Err(Refusal::TooFast { again_at: tomorrow }),
        "the later of the two"
    );
}

#[test]
fn a_letter_waits_for_a_reader_and_is_not_followed_by_the_next() {
    let fresh = Progress::default();
    let due = NOW.plus(LETTER_AFTER);
    assert_eq!(letter_plan(&fresh, NOW), Some(due));
    let planned = Progress {
        letter_at: Some(due),
        ..fresh
    };
    assert_eq!(letter_plan(&planned, NOW.plus(1)), None, "one look is enough");
    assert_eq!(
        letter_plan(&planned, due.plus(Timestamp::HOUR)),
        Some(due.plus(Timestamp::HOUR + LETTER_AFTER)),
        "it was lost"
    );

    assert_eq!(letter_step(&planned, Some(NOW), due), LetterStep::Write);
    assert_eq!(letter_step(&planned, Some(NOW), due.plus(-1)), LetterStep::Wait(due));
    assert_eq!(letter_step(&planned, None, due), LetterStep::Nothing, "it was read");
    // Told of the third and never came: the next letter a day later, however much comes meanwhile.
    let told = Progress {
        told_seq: 3,
        told_at: Some(NOW),
        letter_at: None,
        read_seq: 2,
    };
    assert_eq!(
        letter_plan(&told, NOW.plus(Timestamp::HOUR)),
        Some(NOW.plus(LETTERS_APART))
    );
    let later = NOW.plus(Timestamp::HOUR);
    assert_eq!(
        letter_step(&told, Some(later), later.plus(LETTER_AFTER)),
        LetterStep::Wait(NOW.plus(LETTERS_APART))
    );
    // Came and read: the next one is news again.
    let came = Progress { read_seq: 3, ..told };
    assert_eq!(
        letter_step(&came, Some(later), later.plus(LETTER_AFTER)),
        LetterStep::Write
    );
}

#[test]
fn how_far_one_is_reads_as_it_is_written() {
    let cursor = Cursor { message: 12, event: 4 };
    assert_eq!((cursor.to_string().as_str(), "12.4".parse()), ("12.4", Ok(cursor)));
    assert_eq!("12".parse(), Ok(Cursor { message: 12, event: 0 }));
    for nonsense in ["", "-1.2", "1.-2", "1.2.3", "x.y", "99999999999.1", "1. 2", "🧰"] {
        assert!(nonsense.parse::<Cursor>().is_err(), "{nonsense}");
    }
}

proptest! {
    #[test]
    fn letters_never_come_faster_than_agreed(
        pauses in proptest::collection::vec((0_i64..30 * Timestamp::HOUR, any::<bool>()), 1..60),
    ) {
        // Somebody is written to, and now and then reads; a worker looks exactly when it was planned.
        let (mut progress, mut now, mut waits, mut seq) = (Progress::default(), NOW, None, 0);
        let mut letters: Vec<(Timestamp, bool)> = Vec::new();
        let mut read_since = true;
        for (pause, reads) in pauses {
            let next = now.plus(pause);
            while let Some(at) = progress.letter_at.filter(|at| *at <= next) {
                match letter_step(&progress, waits, at) {
                    LetterStep::Write => {
                        letters.push((at, read_since));
                        read_since = false;
                        progress = Progress { told_seq: seq, told_at: Some(at), letter_at: None, ..progress };
                        waits = None;
                    }
                    LetterStep::Wait(later) => {
                        prop_assert!(later > at, "waiting goes on");
                        progress.letter_at = Some(later);
                    }
                    LetterStep::Nothing => progress.letter_at = None,
                }
            }
            now = next;
            if reads {
                progress.read_seq = seq;
                (waits, read_since) = (None, true);
            } else {
                seq += 1;
                waits = waits.or(Some(now));
                if let Some(at) = letter_plan(&progress, now) {
                    progress.letter_at = Some(at);
                }
            }
            prop_assert!(waits.is_none() || progress.letter_at.is_some(), "nothing lies unread without a look being planned");
        }
        for pair in letters.windows(2) {
            prop_assert!(pair[1].1 || pair[1].0.since(pair[0].0) >= LETTERS_APART, "{:?}", pair);
        }
    }
}
