use super::super::{
    rules::{LONGEST_CHAIN, MOST_LOANS, MOST_VOUCHES, eligible, is_vouched_for, may_vouch, read},
    *,
};
use crate::{circles::CircleId, forms::Problem, members::MemberId};
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

const fn circle(n: u128) -> CircleId {
    CircleId(Uuid::from_u128(n))
}

const fn member(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(n))
}

fn set(circles: &[u128]) -> BTreeSet<CircleId> {
    circles.iter().map(|n| circle(*n)).collect()
}

#[test]
fn every_combination_says_everything_that_is_missing_and_nothing_else() {
    for (loans, vouched, circles) in combinations() {
        let rules = Rules {
            finished_loans: loans,
            vouched,
            circles: circles.clone(),
            per_month: 0,
        };
        for (have, known, mine) in [0, 1, 2, 3].into_iter().flat_map(|n| {
            [false, true]
                .into_iter()
                .flat_map(move |v| [set(&[]), set(&[1]), set(&[2, 3])].map(|c| (n, v, c)))
        }) {
            let facts = Facts {
                finished_loans: have,
                vouched: known,
                circles: mine.clone(),
            };
            let mut expected = Vec::new();
            if have < loans {
                expected.push(Reason::FinishedLoans { least: loans, have });
            }
            if vouched && !known {
                expected.push(Reason::Voucher);
            }
            if let Some(circles) = &circles
                && !circles.iter().any(|circle| mine.contains(circle))
            {
                expected.push(Reason::Circle);
            }
            assert_eq!(
                eligible(&rules, &facts).err().unwrap_or_default(),
                expected,
                "{rules:?} {facts:?}"
            );
        }
    }
}

fn combinations() -> impl Iterator<Item = (i64, bool, Option<BTreeSet<CircleId>>)> {
    let circles = || [None, Some(set(&[])), Some(set(&[1])), Some(set(&[1, 2]))];
    [0, 1, 3].into_iter().flat_map(move |n| {
        [false, true]
            .into_iter()
            .flat_map(move |v| circles().map(move |c| (n, v, c)))
    })
}

#[test]
fn a_listing_without_rules_is_for_everybody_and_one_whose_circles_are_gone_for_nobody() {
    assert!(Rules::default().are_open());
    assert_eq!(eligible(&Rules::default(), &Facts::default()), Ok(()));
    let gone = Rules {
        circles: Some(BTreeSet::new()),
        ..Rules::default()
    };
    let everywhere = Facts {
        circles: set(&[1, 2, 3]),
        ..Facts::default()
    };
    assert_eq!(eligible(&gone, &everywhere), Err(vec![Reason::Circle]));
}

fn word(voucher: u128, about: u128, experienced: bool) -> Vouch {
    Vouch {
        member_id: member(about),
        voucher_id: member(voucher),
        experienced,
    }
}

#[test]
fn a_word_counts_as_far_as_it_leads_to_somebody_with_experience() {
    let me = member(1);
    assert!(!is_vouched_for(me, &[]));
    assert!(is_vouched_for(me, &[word(2, 1, true)]));
    assert!(!is_vouched_for(me, &[word(2, 1, false)]));
    assert!(is_vouched_for(me, &[word(2, 1, false), word(3, 2, true)]));
    let long: Vec<_> = (1..=5).map(|n| word(n + 1, n, n == 5)).collect();
    assert!(!is_vouched_for(me, &long), "too far away to know anything");
    assert!(is_vouched_for(member(3), &long), "three steps are near enough");
    assert_eq!(LONGEST_CHAIN, 3);
}

#[test]
fn rings_give_nothing() {
    let ring = [word(2, 1, false), word(3, 2, false), word(1, 3, true)];
    assert!(!is_vouched_for(member(1), &ring), "the only experience is one's own");
    assert!(
        is_vouched_for(member(3), &ring),
        "and yet it is worth something to others"
    );
    let strangers = [word(1, 2, false), word(2, 1, false)];
    assert!(!is_vouched_for(member(1), &strangers) && !is_vouched_for(member(2), &strangers));
}

#[test]
fn who_may_vouch_and_why_not() {
    let good = VouchFacts {
        finished_loans: 1,
        ..VouchFacts::default()
    };
    assert_eq!(may_vouch(&good), Ok(()));
    let vouched = VouchFacts {
        vouched: true,
        ..VouchFacts::default()
    };
    assert_eq!(may_vouch(&vouched), Ok(()));
    assert_eq!(may_vouch(&VouchFacts::default()), Err(VouchRefusal::Unknown));
    assert_eq!(
        may_vouch(&VouchFacts { oneself: true, ..good }),
        Err(VouchRefusal::Oneself)
    );
    assert_eq!(
        may_vouch(&VouchFacts { blocked: true, ..good }),
        Err(VouchRefusal::NotNow)
    );
    let many = |given| may_vouch(&VouchFacts { given, ..good });
    assert_eq!(many(MOST_VOUCHES - 1), Ok(()));
    assert_eq!(many(MOST_VOUCHES), Err(VouchRefusal::TooMany { most: MOST_VOUCHES }));
}

#[test]
fn only_circles_that_were_offered_can_be_chosen() {
    let typed = |loans: &str, circles: &[CircleId]| RulesDraft {
        loans: loans.into(),
        circles: circles.iter().map(ToString::to_string).collect(),
        ..RulesDraft::default()
    };
    let choices = set(&[1, 2]);
    let read = |loans: &str, circles: &[CircleId]| read(&typed(loans, circles), &choices);
    assert_eq!(read("", &[]), Ok(Rules::default()));
    assert_eq!(read("3", &[circle(2)]).unwrap().circles, Some(set(&[2])));
    for (loans, circles, field) in [
        ("-1", vec![], "loans"),
        ("21", vec![], "loans"),
        ("drei", vec![], "loans"),
        ("", vec![circle(9)], "circles"),
    ] {
        let wrong = read(loans, &circles).unwrap_err();
        assert_eq!(wrong[0].field, field);
    }
    assert_eq!(MOST_LOANS, 20);
}

#[test]
fn what_is_no_circle_is_no_choice() {
    let garbage = RulesDraft {
        circles: vec!["' or 1=1".into()],
        ..RulesDraft::default()
    };
    let wrong = read(&garbage, &set(&[1])).unwrap_err();
    assert_eq!(wrong[0].problem, Problem::NotAChoice);
}

/// The same, by trying all simple paths.
fn by_all_paths(to: u128, words: &[(u128, u128)], experienced: &[bool], steps: i64, seen: &[u128]) -> bool {
    steps > 0
        && words.iter().any(|(by, about)| {
            *about == to
                && !seen.contains(by)
                && (experienced[*by as usize] || {
                    let seen = [seen, &[*by]].concat();
                    by_all_paths(*by, words, experienced, steps - 1, &seen)
                })
        })
}

proptest! {
    #[test]
    fn words_are_weighed_as_trying_all_chains_does(
        words in proptest::collection::vec((0_u128..7, 0_u128..7), 0..16),
        experienced in proptest::collection::vec(any::<bool>(), 7),
        me in 0_u128..7,
    ) {
        let words: Vec<_> = words.into_iter().filter(|(by, about)| by != about).collect();
        let given: Vec<_> = words.iter().map(|(by, about)| word(*by, *about, experienced[*by as usize])).collect();
        let expected = by_all_paths(me, &words, &experienced, LONGEST_CHAIN, &[me]);
        prop_assert_eq!(is_vouched_for(member(me), &given), expected);
    }

    #[test]
    fn one_more_fact_never_takes_anything_away(
        loans in 0_i64..4, vouched: bool, asked in proptest::option::of(proptest::collection::btree_set(0_u128..4, 0..3)),
        have in 0_i64..4, known: bool, mine in proptest::collection::btree_set(0_u128..4, 0..3), more in 0_u128..4,
    ) {
        let ids = |set: &BTreeSet<u128>| set.iter().map(|n| circle(*n)).collect::<BTreeSet<_>>();
        let rules = Rules { finished_loans: loans, vouched, circles: asked.as_ref().map(&ids), per_month: 0 };
        let facts = Facts { finished_loans: have, vouched: known, circles: ids(&mine) };
        let mut better = facts.clone();
        better.finished_loans += 1;
        better.vouched = true;
        better.circles.insert(circle(more));
        let missing = |facts: &Facts| eligible(&rules, facts).err().map_or(0, |missing| missing.len());
        prop_assert!(missing(&better) <= missing(&facts));
    }
}
