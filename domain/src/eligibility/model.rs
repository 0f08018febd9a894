//! The words of who may borrow.

use crate::{circles::CircleId, members::MemberId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the owner of a listing asks of whoever wants it. All of it is to be met.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Rules {
    /// At least so many finished loans, on either side.
    pub finished_loans: i64,
    /// Somebody vouches for them.
    pub vouched: bool,
    /// They are in one of these circles; `None` asks for none. With an empty set nobody is: all circles are gone.
    pub circles: Option<BTreeSet<CircleId>>,
    /// The same member has it at most so often in a month; 0: as often as it is free. (Counted by [`crate::quotas`].)
    #[serde(default)]
    pub per_month: i64,
}

impl Rules {
    /// Whether everybody may borrow.
    #[must_use]
    pub fn are_open(&self) -> bool {
        self.finished_loans == 0 && !self.vouched && self.circles.is_none()
    }

    /// What holds where both are asked for. Who has two things at once is in a circle that is good enough for each.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            finished_loans: self.finished_loans.max(other.finished_loans),
            vouched: self.vouched || other.vouched,
            circles: match (self.circles, other.circles) {
                (Some(one), Some(other)) => Some(one.intersection(&other).copied().collect()),
                (one, other) => one.or(other),
            },
            per_month: match (self.per_month, other.per_month) {
                (0, most) | (most, 0) => most,
                (one, other) => one.min(other),
            },
        }
    }
}

/// What is known of a member.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facts {
    /// How many loans they finished, on either side: something changed hands, and both know that it is back.
    pub finished_loans: i64,
    /// Whether somebody vouches for them whose word counts.
    pub vouched: bool,
    /// The circles they are in.
    pub circles: BTreeSet<CircleId>,
}

/// Why somebody may not borrow yet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reason {
    /// Not enough finished loans.
    FinishedLoans {
        /// How many it takes.
        least: i64,
        /// How many there are.
        have: i64,
    },
    /// Nobody vouches for them.
    Voucher,
    /// They are in none of the circles. Which these are is told to their members only.
    Circle,
}

/// One word for somebody, as the rules weigh it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Vouch {
    /// Whom it is about.
    pub member_id: MemberId,
    /// Who says so.
    pub voucher_id: MemberId,
    /// Whether who says so has finished a loan.
    pub experienced: bool,
}

/// What the rules need to know of somebody who would vouch for another.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct VouchFacts {
    /// Whether it is oneself.
    pub oneself: bool,
    /// Whether one of the two has blocked the other.
    pub blocked: bool,
    /// How many loans they finished themselves.
    pub finished_loans: i64,
    /// Whether somebody vouches for them.
    pub vouched: bool,
    /// For how many they vouch already.
    pub given: i64,
}

/// Why somebody cannot vouch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VouchRefusal {
    /// Nobody vouches for themselves.
    Oneself,
    /// They neither finished a loan nor are vouched for.
    Unknown,
    /// They vouch for so many already.
    TooMany {
        /// The most.
        most: i64,
    },
    /// Not between these two.
    NotNow,
}

/// What the owner typed. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RulesDraft {
    /// The fewest finished loans; nothing is none.
    pub loans: String,
    /// `yes`: somebody vouches for them.
    pub vouched: String,
    /// Ids of circles.
    pub circles: Vec<String>,
    /// How often in a month, at most; nothing is as often as it is free.
    pub per_month: String,
    /// The version of the page, if the form carried one.
    pub version: String,
}
