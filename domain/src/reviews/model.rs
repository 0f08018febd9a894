//! The words of a review: stars, what they are given for, what the two of a loan wrote about each other.

use crate::{Lang, Timestamp, bookings::BookingKey, bookings::Party, forms::FieldError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

id!(
    /// A review's id: it names the review's history.
    ReviewId
);

/// One to five, five is best.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Stars(i64);

impl Stars {
    /// The most.
    pub const MOST: i64 = 5;
    /// All, the best first.
    pub const ALL: [Self; 5] = [Self(5), Self(4), Self(3), Self(2), Self(1)];

    /// So many stars, if there are so many.
    #[must_use]
    pub const fn new(number: i64) -> Option<Self> {
        if 1 <= number && number <= Self::MOST {
            Some(Self(number))
        } else {
            None
        }
    }

    /// How many.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }
}

impl TryFrom<i64> for Stars {
    type Error = String;

    fn try_from(number: i64) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("{number} stars"))
    }
}

impl From<Stars> for i64 {
    fn from(stars: Stars) -> Self {
        stars.0
    }
}

/// What stars are given for beside the whole.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// The thing was as its page says.
    AsDescribed,
    /// The thing was clean and worked.
    Condition,
    /// Agreeing on things went well.
    Communication,
    /// The thing was treated well.
    Care,
    /// It was fetched and brought back when agreed.
    Punctuality,
}

impl Aspect {
    /// All.
    pub const ALL: [Self; 5] = [
        Self::AsDescribed,
        Self::Condition,
        Self::Communication,
        Self::Care,
        Self::Punctuality,
    ];

    /// What this author gives stars for: borrowers for the thing and its lender, lenders for the borrower.
    #[must_use]
    pub const fn by(author: Party) -> [Self; 3] {
        match author {
            Party::Borrower => [Self::AsDescribed, Self::Condition, Self::Communication],
            Party::Lender => [Self::Care, Self::Punctuality, Self::Communication],
        }
    }

    /// As columns, fields of forms and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AsDescribed => "as_described",
            Self::Condition => "condition",
            Self::Communication => "communication",
            Self::Care => "care",
            Self::Punctuality => "punctuality",
        }
    }
}

/// What one side of a loan says about the other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Review {
    /// All in all.
    pub overall: Stars,
    /// For single things, as far as the author said.
    pub aspects: BTreeMap<Aspect, Stars>,
    /// In words; may be empty where there is little to complain about.
    pub words: String,
    /// The language of the words.
    pub lang: Lang,
}

/// What the reviewed side answers, for everybody to read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reply {
    /// In these words.
    pub words: String,
    /// Their language.
    pub lang: Lang,
}

/// What a member typed into the form of a review. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewDraft {
    /// Stars all in all.
    pub overall: String,
    /// Stars of [`Aspect::AsDescribed`], empty for nothing said.
    pub as_described: String,
    /// Stars of [`Aspect::Condition`].
    pub condition: String,
    /// Stars of [`Aspect::Communication`].
    pub communication: String,
    /// Stars of [`Aspect::Care`].
    pub care: String,
    /// Stars of [`Aspect::Punctuality`].
    pub punctuality: String,
    /// Words.
    pub words: String,
}

impl ReviewDraft {
    /// What was typed for an aspect.
    #[must_use]
    pub fn aspect(&self, aspect: Aspect) -> &str {
        match aspect {
            Aspect::AsDescribed => &self.as_described,
            Aspect::Condition => &self.condition,
            Aspect::Communication => &self.communication,
            Aspect::Care => &self.care,
            Aspect::Punctuality => &self.punctuality,
        }
    }
}

impl From<&Review> for ReviewDraft {
    /// The review as its author would type it.
    fn from(review: &Review) -> Self {
        let stars = |stars: Option<&Stars>| stars.map(|s| s.number().to_string()).unwrap_or_default();
        let aspect = |aspect| stars(review.aspects.get(&aspect));
        Self {
            overall: stars(Some(&review.overall)),
            as_described: aspect(Aspect::AsDescribed),
            condition: aspect(Aspect::Condition),
            communication: aspect(Aspect::Communication),
            care: aspect(Aspect::Care),
            punctuality: aspect(Aspect::Punctuality),
            words: review.words.clone(),
        }
    }
}

/// One side's part in an [`Exchange`].
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Half {
    /// What this side says about the other.
    pub review: Option<Review>,
    /// What the other side answers to it.
    pub reply: Option<Reply>,
    /// When this side was reminded to write.
    pub reminded_at: Option<Timestamp>,
}

/// The two reviews of one booking, as the rules see them. They are hidden, or both can be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Exchange {
    /// When the loan was over; `None` while there is nothing to say: it is not over, or nothing ever changed hands.
    pub ended_at: Option<Timestamp>,
    /// When whoever has not written is reminded: half-way, and not at night.
    pub remind_at: Option<Timestamp>,
    /// What the borrower says.
    pub borrower: Half,
    /// What the lender says.
    pub lender: Half,
    /// Since when everybody may read what there is.
    pub published_at: Option<Timestamp>,
}

impl Exchange {
    /// This side's part.
    #[must_use]
    pub const fn half(&self, author: Party) -> &Half {
        match author {
            Party::Borrower => &self.borrower,
            Party::Lender => &self.lender,
        }
    }

    pub(super) const fn half_mut(&mut self, author: Party) -> &mut Half {
        match author {
            Party::Borrower => &mut self.borrower,
            Party::Lender => &mut self.lender,
        }
    }
}

/// What can be asked of the two reviews of a booking.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    /// Says how it was, or says it differently as long as nobody has read it.
    Write(Review),
    /// Answers to what the other side said.
    Reply(Reply),
    /// Half of the time to write is over.
    Remind,
    /// The time to write is over.
    Publish,
}

/// What happened to the two reviews of a booking. Who and when is recorded beside it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "review", rename_all = "snake_case")]
pub enum Event {
    /// One side said how it was.
    Written {
        /// Which side.
        by: Party,
        /// What it said.
        what: Review,
    },
    /// One side said it differently.
    Changed {
        /// Which side.
        by: Party,
        /// What it says now.
        what: Review,
    },
    /// Everybody may read what there is.
    Published,
    /// One side was reminded to write.
    Reminded {
        /// Which side.
        of: Party,
    },
    /// One side answered to what the other said.
    Replied {
        /// Which side.
        by: Party,
        /// What it answered.
        what: Reply,
    },
}

/// Why nothing was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit.
    Invalid(Vec<FieldError>),
    /// The loan is not over, or nothing ever changed hands.
    NoLoan,
    /// That is for somebody else to do.
    NotYours,
    /// There is nothing of that kind to do now.
    NotNow,
    /// The time to write is over.
    TooLate,
    /// Both can be read by now, so neither changes any more.
    Published,
    /// There is an answer already; there is one only.
    Answered,
    /// Not before this instant.
    TooEarly {
        /// From when on.
        from: Timestamp,
    },
    /// So many did something at the same moment that this did not get its turn; nothing has changed.
    Busy,
}

/// A moment at which the rules are asked again without anybody acting.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Deadline {
    /// Of which booking.
    pub booking: BookingKey,
    /// Which moment.
    pub what: DeadlineKind,
}

/// The deadlines of the reviews of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// Half of the time to write is over.
    Remind,
    /// The time to write is over.
    Publish,
}

impl DeadlineKind {
    /// As keys of jobs have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Remind => "remind",
            Self::Publish => "publish",
        }
    }
}
