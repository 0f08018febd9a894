//! The law of reviews: one exhaustive table that a person can read, random histories, and what is typed.

use super::super::{
    rules::{self, LONGEST_WORDS, SHORTEST_WORDS, Turn, WRITE_WITHIN},
    *,
};
use crate::{
    Lang, Timestamp,
    bookings::{Actor, Party, State},
    forms::Problem,
};
use proptest::prelude::*;
use std::fmt::Write;

/// How long after the end somebody is reminded who was at it by day, in microseconds.
const REMIND_AFTER: i64 = WRITE_WITHIN / 2;
const ENDED: Timestamp = Timestamp(1_903_672_800_000_000); // Monday, 2030-04-29, 08:00 in Berlin

fn review(words: &str) -> Review {
    Review {
        overall: Stars::ALL[0],
        aspects: [].into(),
        words: words.into(),
        lang: Lang::De,
    }
}

fn answer() -> Reply {
    Reply {
        words: "Danke!".into(),
        lang: Lang::De,
    }
}

fn commands() -> [(&'static str, Command); 4] {
    [
        ("write", Command::Write(review("Gut."))),
        ("reply", Command::Reply(answer())),
        ("remind", Command::Remind),
        ("publish", Command::Publish),
    ]
}

/// An exchange in which these have written and, once it is published, these have been answered to.
fn exchange(written: &[Party], published: Option<i64>, answered: &[Party], reminded: bool) -> Exchange {
    let half = |party: Party| Half {
        review: written.contains(&party).then(|| review(party.name())),
        reply: answered.contains(&party).then(answer),
        reminded_at: reminded.then(|| ENDED.plus(REMIND_AFTER)),
    };
    Exchange {
        ended_at: Some(ENDED),
        remind_at: Some(ENDED.plus(REMIND_AFTER)),
        borrower: half(Party::Borrower),
        lender: half(Party::Lender),
        published_at: published.map(|after| ENDED.plus(after)),
    }
}

const BORROWER: &[Party] = &[Party::Borrower];
const LENDER: &[Party] = &[Party::Lender];
const BOTH: &[Party] = &Party::BOTH;

/// Every state there is, with its name.
fn states() -> Vec<(&'static str, Exchange)> {
    let early = Some(Timestamp::DAY);
    let late = Some(WRITE_WITHIN);
    vec![
        ("NO LOAN THAT IS OVER", Exchange::default()),
        ("NOBODY HAS WRITTEN", exchange(&[], None, &[], false)),
        ("NOBODY HAS WRITTEN, BOTH WERE REMINDED", exchange(&[], None, &[], true)),
        ("THE BORROWER HAS WRITTEN", exchange(BORROWER, None, &[], false)),
        ("THE LENDER HAS WRITTEN", exchange(LENDER, None, &[], false)),
        ("BOTH HAVE WRITTEN", exchange(BOTH, early, &[], false)),
        (
            "BOTH HAVE WRITTEN, THE LENDER HAS ANSWERED",
            exchange(BOTH, early, BORROWER, false),
        ),
        (
            "BOTH HAVE WRITTEN, BOTH HAVE ANSWERED",
            exchange(BOTH, early, BOTH, false),
        ),
        (
            "PUBLISHED BY TIME, FROM THE BORROWER",
            exchange(BORROWER, late, &[], true),
        ),
        ("PUBLISHED BY TIME, FROM THE LENDER", exchange(LENDER, late, &[], true)),
    ]
}

const MOMENTS: [(&str, i64); 4] = [
    ("in the first half", REMIND_AFTER - 1),
    ("from half-way on", REMIND_AFTER),
    ("in the last moment", WRITE_WITHIN - 1),
    ("when the time is over", WRITE_WITHIN),
];

fn cell(answer: &Result<Vec<Event>, Refusal>) -> String {
    match answer {
        Ok(events) => events
            .iter()
            .map(|event| match event {
                Event::Written { .. } => "written".to_owned(),
                Event::Changed { .. } => "changed".to_owned(),
                Event::Published => "published".to_owned(),
                Event::Reminded { of } => format!("{} reminded", of.name()),
                Event::Replied { .. } => "answered".to_owned(),
            })
            .collect::<Vec<_>>()
            .join(" + "),
        Err(Refusal::NotYours) => "-".into(),
        Err(Refusal::TooEarly { .. }) => "· too early".into(),
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

/// Whose words `reader` can read, in words.
fn reads(exchange: &Exchange, reader: Party, now: Timestamp) -> String {
    let authors: Vec<_> = Party::BOTH
        .into_iter()
        .filter(|author| rules::reading(exchange, *author, reader, now).is_some())
        .map(Party::name)
        .collect();
    if authors.is_empty() {
        "nothing".into()
    } else {
        authors.join(", ")
    }
}

fn turn_in_words(turn: Turn) -> &'static str {
    match turn {
        Turn::NoLoan => "nothing to do",
        Turn::Write { .. } => "to write",
        Turn::Change { .. } => "to change",
        Turn::Reply => "to answer",
        Turn::Read => "to read",
        Turn::TooLate => "too late",
    }
}

#[test]
fn every_command_in_every_state_by_every_actor_at_every_deadline() {
    let mut table = String::from("What each command leads to, by who gives it. A dot marks a refusal.\n");
    for (name, exchange) in states() {
        for (when, after) in MOMENTS {
            if exchange.published_at.is_some_and(|at| at > ENDED.plus(after)) {
                continue;
            }
            let now = ENDED.plus(after);
            writeln!(table, "\n{name}, {when}").unwrap();
            writeln!(table, "  {:8} {:22} {:22} clock", "", "borrower", "lender").unwrap();
            for (word, command) in commands() {
                let [borrower, lender, clock] =
                    Actor::ALL.map(|actor| cell(&rules::decide(&exchange, &command, actor, now)));
                writeln!(table, "  {word:8} {borrower:22} {lender:22} {clock}").unwrap();
            }
            let [borrower, lender] = Party::BOTH.map(|reader| reads(&exchange, reader, now));
            let public = if rules::is_public(&exchange, now) {
                "public"
            } else {
                "hidden"
            };
            writeln!(table, "  {:8} {borrower:22} {lender:22} {public}", "reads").unwrap();
            let [borrower, lender] = Party::BOTH.map(|me| turn_in_words(rules::turn(&exchange, me, now)));
            writeln!(table, "  {:8} {borrower:22} {lender}", "turn").unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn what_the_other_side_wrote_changes_nothing_before_it_is_published() {
    for mine in [&[][..], BORROWER] {
        let other = [mine, LENDER].concat();
        for reminded in [false, true] {
            let (without, with) = (
                exchange(mine, None, &[], reminded),
                exchange(&other, None, &[], reminded),
            );
            for (when, after) in MOMENTS {
                let now = ENDED.plus(after);
                if rules::is_public(&with, now) {
                    continue;
                }
                let me = Party::Borrower;
                assert_eq!(rules::turn(&without, me, now), rules::turn(&with, me, now), "{when}");
                for author in Party::BOTH {
                    assert_eq!(
                        rules::reading(&without, author, me, now),
                        rules::reading(&with, author, me, now),
                        "{when}"
                    );
                }
                let reply = Command::Reply(answer());
                assert_eq!(
                    rules::decide(&without, &reply, me.into(), now),
                    rules::decide(&with, &reply, me.into(), now),
                    "{when}"
                );
                // The one difference there is: whoever writes the second review for good publishes both.
                let write = Command::Write(review("Gut."));
                let (alone, second) = (
                    rules::decide(&without, &write, me.into(), now).unwrap(),
                    rules::decide(&with, &write, me.into(), now).unwrap(),
                );
                assert_eq!(alone[0], second[0]);
                assert_eq!(second.contains(&Event::Published), mine.is_empty());
                assert!(!alone.contains(&Event::Published));
            }
        }
    }
}

#[test]
fn only_a_loan_that_took_place_and_is_over_can_be_written_about() {
    for state in State::ALL {
        for (handed_over, ended) in [(true, true), (true, false), (false, true), (false, false)] {
            let expected = (state == State::Closed && handed_over && ended).then_some(ENDED);
            let found = rules::ended(state, handed_over.then_some(ENDED), ended.then_some(ENDED));
            assert_eq!(found, expected, "{state:?}");
        }
    }
}

#[test]
fn few_stars_need_words_and_only_the_fitting_aspects_are_taken() {
    let typed = |overall: &str, words: &str| ReviewDraft {
        overall: overall.into(),
        as_described: "4".into(),
        communication: " 5 ".into(),
        care: "1".into(),
        words: words.into(),
        ..ReviewDraft::default()
    };
    let good = rules::read(&typed("5", ""), Party::Borrower, Lang::De).unwrap();
    let aspects: Vec<_> = good.aspects.iter().map(|(a, s)| (a.name(), s.number())).collect();
    assert_eq!(
        aspects,
        [("as_described", 4), ("communication", 5)],
        "care is not the borrower's to judge"
    );
    let back = ReviewDraft::from(&good);
    assert_eq!(rules::read(&back, Party::Borrower, Lang::De).unwrap(), good);
    let by_lender = rules::read(&typed("4", ""), Party::Lender, Lang::En).unwrap();
    assert_eq!(
        by_lender.aspects.keys().map(|a| a.name()).collect::<Vec<_>>(),
        ["communication", "care"]
    );

    let problems = |overall: &str, words: &str| {
        let errors = rules::read(&typed(overall, words), Party::Borrower, Lang::De).unwrap_err();
        errors.into_iter().map(|e| (e.field, e.problem)).collect::<Vec<_>>()
    };
    let words = |problem| vec![("words".to_owned(), problem)];
    let overall = |problem| vec![("overall".to_owned(), problem)];
    assert_eq!(problems("3", ""), words(Problem::Missing));
    assert_eq!(
        problems("1", "Schlecht."),
        words(Problem::TooShort { min: SHORTEST_WORDS })
    );
    assert_eq!(problems("", "Ohne Sterne."), overall(Problem::Missing));
    for nonsense in ["0", "6", "-1", "4.5", "fünf", "99999999999999999999"] {
        assert_eq!(
            problems(nonsense, "Wie viele Sterne?"),
            overall(Problem::NotAChoice),
            "{nonsense}"
        );
    }
    let long = "Wort ".repeat(LONGEST_WORDS);
    assert_eq!(problems("5", &long), words(Problem::TooLong { max: LONGEST_WORDS }));
    assert!(rules::read(&typed("3", "Es war schmutzig."), Party::Borrower, Lang::De).is_ok());
    assert!(rules::read_reply(" ", Lang::De).is_err());
}

#[test]
fn a_mean_is_rounded_half_up() {
    let tenths = |spread: [i64; 5]| {
        let rating = Rating {
            spread,
            ..Rating::default()
        };
        rating.overall().tenths()
    };
    assert_eq!(tenths([0; 5]), None);
    assert_eq!(tenths([1, 0, 0, 0, 0]), Some(50));
    assert_eq!(tenths([0, 0, 0, 0, 7]), Some(10));
    assert_eq!(tenths([1, 1, 0, 0, 0]), Some(45));
    assert_eq!(tenths([3, 1, 0, 0, 0]), Some(48), "4.75");
    assert_eq!(tenths([2, 0, 1, 0, 0]), Some(43), "4.333…");
}

/// One move of a random history: who tries what after how long.
fn tries() -> impl Strategy<Value = (usize, usize, i64)> {
    let pause = prop_oneof![
        4 => 0..3 * Timestamp::HOUR,
        2 => 0..4 * Timestamp::DAY,
        1 => Just(REMIND_AFTER),
        1 => 0..10 * Timestamp::DAY,
    ];
    (0..commands().len(), 0..Actor::ALL.len(), pause)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_history_breaks_the_law(
        history in proptest::collection::vec(tries(), 1..30),
        watched in any::<bool>(),
    ) {
        let origin = exchange(&[], None, &[], false);
        let mut exchange = origin.clone();
        let mut log: Vec<(Timestamp, Event)> = Vec::new();
        let mut now = ENDED;
        for (step, (command, actor, pause)) in history.into_iter().enumerate() {
            now = now.plus(pause);
            let command = match commands()[command].1.clone() {
                // Every review of a history reads differently.
                Command::Write(_) => Command::Write(review(&step.to_string())),
                other => other,
            };
            let mut attempts = vec![(command, Actor::ALL[actor])];
            if watched {
                attempts.splice(0..0, rules::due(&exchange, now).map(|command| (command, Actor::Clock)));
            }
            for (command, actor) in attempts {
                let Ok(events) = rules::decide(&exchange, &command, actor, now) else { continue };
                prop_assert!(!events.is_empty(), "a yes has a consequence");
                let before = exchange.clone();
                for event in events {
                    match &event {
                        Event::Written { by, .. } | Event::Changed { by, .. } => {
                            prop_assert_eq!(actor.party(), Some(*by), "everybody writes for themselves");
                            prop_assert!(now < ENDED.plus(WRITE_WITHIN) && !rules::is_public(&before, now));
                        }
                        Event::Replied { by, .. } => {
                            prop_assert_eq!(actor.party(), Some(*by));
                            prop_assert!(before.published_at.is_some(), "nobody answers to what is hidden");
                        }
                        Event::Reminded { of } => {
                            prop_assert_eq!(actor, Actor::Clock);
                            prop_assert!(before.half(*of).review.is_none(), "who has written is left in peace");
                        }
                        Event::Published => {
                            let both = Party::BOTH.iter().all(|p| exchange.half(*p).review.is_some());
                            prop_assert!(both || now >= ENDED.plus(WRITE_WITHIN), "published together, or by time");
                        }
                    }
                    exchange = rules::apply(exchange, &event, now);
                    log.push((now, event));
                }
            }
            check(&exchange, &log, now)?;
        }
        let replayed = log.iter().fold(origin, |exchange, (at, event)| rules::apply(exchange, event, *at));
        prop_assert_eq!(&replayed, &exchange, "the log replays to the same reviews");
    }
}

/// What holds after every step.
fn check(exchange: &Exchange, log: &[(Timestamp, Event)], now: Timestamp) -> Result<(), TestCaseError> {
    let count = |wanted: &dyn Fn(&Event) -> bool| log.iter().filter(|(_, e)| wanted(e)).count();
    prop_assert!(count(&|e| matches!(e, Event::Published)) <= 1);
    for party in Party::BOTH {
        let written = count(&|e| matches!(e, Event::Written { by, .. } if *by == party));
        prop_assert!(written <= 1, "once each");
        prop_assert_eq!(written == 1, exchange.half(party).review.is_some());
        prop_assert!(
            count(&|e| matches!(e, Event::Reminded { of } if *of == party)) <= 1,
            "reminded once"
        );
        prop_assert!(
            count(&|e| matches!(e, Event::Replied { by, .. } if *by == party)) <= 1,
            "answered once"
        );
    }
    if let Some(at) = log.iter().position(|(_, e)| matches!(e, Event::Published)) {
        let touched = log[at..].iter().any(|(_, e)| {
            matches!(
                e,
                Event::Written { .. } | Event::Changed { .. } | Event::Reminded { .. }
            )
        });
        prop_assert!(!touched, "what can be read stays as it is");
    }
    for me in Party::BOTH {
        let other = rules::reading(exchange, me.other(), me, now);
        if !rules::is_public(exchange, now) {
            prop_assert!(other.is_none(), "nothing is read before it is published");
        }
        let own = rules::reading(exchange, me, me, now);
        prop_assert_eq!(
            own.is_some(),
            exchange.half(me).review.is_some(),
            "one always reads one's own"
        );
        let may_write = rules::decide(exchange, &Command::Write(review("x")), me.into(), now).is_ok();
        let turn = rules::turn(exchange, me, now);
        prop_assert_eq!(
            may_write,
            matches!(turn, Turn::Write { .. } | Turn::Change { .. }),
            "pages offer what the rules allow"
        );
        if exchange.published_at.is_some() {
            let may_reply = rules::decide(exchange, &Command::Reply(answer()), me.into(), now).is_ok();
            prop_assert_eq!(may_reply, turn == Turn::Reply);
        }
    }
    if exchange.published_at.is_some() {
        prop_assert!(rules::due(exchange, now).is_none(), "nothing is left for the clock");
    }
    Ok(())
}
