//! Whether somebody may borrow, and whose word counts. Pure.

use super::model::{Facts, Reason, Rules, RulesDraft, Vouch, VouchFacts, VouchRefusal};
use crate::{
    circles::CircleId,
    forms::{Check, FieldError, Problem},
    members::MemberId,
};
use std::collections::BTreeSet;

/// The most finished loans that can be asked for.
pub const MOST_LOANS: i64 = 20;
/// The most that can be said of how often in a month.
pub const MOST_PER_MONTH: i64 = 31;
/// For so many others a member can vouch at a time: it says "I know this person", which nobody can say of a crowd.
pub const MOST_VOUCHES: i64 = 10;
/// A word counts if whoever gives it finished a loan, or is vouched for by somebody who did, and so on for so many steps.
pub const LONGEST_CHAIN: i64 = 3;

/// Whether somebody may borrow.
///
/// # Errors
/// Everything that is missing, in the order in which owners are asked for it.
pub fn eligible(rules: &Rules, facts: &Facts) -> Result<(), Vec<Reason>> {
    let mut missing = Vec::new();
    if facts.finished_loans < rules.finished_loans {
        missing.push(Reason::FinishedLoans {
            least: rules.finished_loans,
            have: facts.finished_loans,
        });
    }
    if rules.vouched && !facts.vouched {
        missing.push(Reason::Voucher);
    }
    if let Some(circles) = &rules.circles
        && circles.is_disjoint(&facts.circles)
    {
        missing.push(Reason::Circle);
    }
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}

/// Whether somebody is vouched for: a chain of at most [`LONGEST_CHAIN`] words leads to them from somebody else who
/// finished a loan. A chain that leads through themselves is worth nothing, so a ring of people who vouch for each other
/// gives nobody anything.
#[must_use]
pub fn is_vouched_for(member: MemberId, words: &[Vouch]) -> bool {
    let mut known = BTreeSet::from([member]);
    let mut newly = BTreeSet::from([member]);
    for _ in 0..LONGEST_CHAIN {
        let mut next = BTreeSet::new();
        for word in words.iter().filter(|word| newly.contains(&word.member_id)) {
            if word.voucher_id == member {
                continue;
            }
            if word.experienced {
                return true;
            }
            if known.insert(word.voucher_id) {
                next.insert(word.voucher_id);
            }
        }
        newly = next;
    }
    false
}

/// Whether somebody may vouch for another.
///
/// # Errors
/// What stands against it.
pub fn may_vouch(facts: &VouchFacts) -> Result<(), VouchRefusal> {
    if facts.oneself {
        Err(VouchRefusal::Oneself)
    } else if facts.blocked {
        Err(VouchRefusal::NotNow)
    } else if facts.finished_loans == 0 && !facts.vouched {
        Err(VouchRefusal::Unknown)
    } else if facts.given >= MOST_VOUCHES {
        Err(VouchRefusal::TooMany { most: MOST_VOUCHES })
    } else {
        Ok(())
    }
}

/// What the owner typed; they choose among the circles they are in, and those chosen before.
///
/// # Errors
/// What is wrong at the fields `loans`, `circles` and `per_month`.
pub fn read(typed: &RulesDraft, choices: &BTreeSet<CircleId>) -> Result<Rules, Vec<FieldError>> {
    let mut check = Check::default();
    let finished_loans = match typed.loans.trim() {
        "" => 0,
        some => check.number("loans", some, 0, MOST_LOANS).unwrap_or(0),
    };
    let per_month = match typed.per_month.trim() {
        "" => 0,
        some => check.number("per_month", some, 0, MOST_PER_MONTH).unwrap_or(0),
    };
    let mut circles = BTreeSet::new();
    for id in &typed.circles {
        match id.parse::<CircleId>() {
            Ok(id) if choices.contains(&id) => {
                circles.insert(id);
            }
            _ => check.note("circles", Problem::NotAChoice),
        }
    }
    check.finish(Rules {
        finished_loans,
        vouched: typed.vouched == "yes",
        circles: Some(circles).filter(|circles| !circles.is_empty()),
        per_month,
    })
}
