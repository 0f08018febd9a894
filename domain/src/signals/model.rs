//! The words of signals.

use crate::{Timestamp, bookings::Party, forms::FieldError};
use serde::{Deserialize, Serialize};

/// What can be wrong.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// It will be later than agreed.
    Late,
    /// Whoever tells it cannot come at all.
    CannotCome,
    /// The thing is broken.
    Broken,
    /// The key is lost.
    LostKey,
    /// Something else, said in words.
    Other,
}

impl Trouble {
    /// All, as they are offered.
    pub const ALL: [Self; 5] = [Self::Late, Self::CannotCome, Self::Broken, Self::LostKey, Self::Other];

    /// As forms and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::CannotCome => "cannot_come",
            Self::Broken => "broken",
            Self::LostKey => "lost_key",
            Self::Other => "other",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trouble| trouble.name() == name)
    }
}

/// What one side says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Said {
    /// I am on my way.
    OnMyWay {
        /// And there in about so many minutes.
        minutes: Option<i64>,
    },
    /// Something is wrong.
    Trouble {
        /// What.
        what: Trouble,
        /// In which words; may be empty, unless it is something else.
        words: String,
    },
}

/// What was said, in the history of the booking. Who and when is recorded beside it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "signal", rename_all = "snake_case")]
pub enum Event {
    /// One side is on the way.
    OnMyWay {
        /// Which.
        by: Party,
        /// And there in about so many minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<i64>,
        /// Names the link or the form that it came from: the same twice is once.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        once: String,
    },
    /// Something is wrong.
    Trouble {
        /// Which side says so.
        by: Party,
        /// What.
        what: Trouble,
        /// In which words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
        /// See [`Event::OnMyWay`].
        #[serde(default, skip_serializing_if = "String::is_empty")]
        once: String,
    },
    /// The lender does not want the late fee.
    FeeWaived,
}

impl Event {
    /// As keys of texts have it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::OnMyWay { .. } => "on_my_way",
            Self::Trouble { .. } => "trouble",
            Self::FeeWaived => "fee_waived",
        }
    }

    /// What it came from; empty where nobody knows.
    #[must_use]
    pub fn once(&self) -> &str {
        match self {
            Self::OnMyWay { once, .. } | Self::Trouble { once, .. } => once,
            Self::FeeWaived => "",
        }
    }

    /// Whether this is what `me` says, come from wherever.
    #[must_use]
    pub fn says(&self, said: &Said, me: Party) -> bool {
        match (self, said) {
            (Self::OnMyWay { by, minutes, .. }, Said::OnMyWay { minutes: other }) => *by == me && minutes == other,
            (Self::Trouble { by, what, words, .. }, Said::Trouble { what: w, words: ws }) => {
                *by == me && what == w && words == ws
            }
            _ => false,
        }
    }
}

/// Why it was not said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit.
    Invalid(Vec<FieldError>),
    /// Not in the state it is in.
    NotNow,
    /// So much in so short a time: the next is welcome at this instant.
    TooOften {
        /// When.
        again_at: Timestamp,
    },
    /// It is for the lender to say.
    NotYours,
    /// There is no late fee, or nobody knows yet how much.
    NothingOwed,
    /// The booking itself refused.
    Booking(crate::bookings::Refusal),
}
