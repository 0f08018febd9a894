//! The words of claims.

use crate::{
    Timestamp,
    bookings::{self, BookingKey, Party},
    forms::FieldError,
    members::MemberId,
};
use serde::{Deserialize, Serialize};

/// How something can be made good.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Money, up to what was agreed.
    #[default]
    Money,
    /// The other side has it repaired.
    Repair,
    /// The other side gets another one, or what is missing.
    Replacement,
    /// Nothing: it is said, and that is all.
    Nothing,
}

impl Remedy {
    /// All, in the order in which a form offers them.
    pub const ALL: [Self; 4] = [Self::Money, Self::Repair, Self::Replacement, Self::Nothing];

    /// As the database, forms and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Repair => "repair",
            Self::Replacement => "replacement",
            Self::Nothing => "nothing",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|remedy| remedy.name() == name)
    }
}

/// How a claim stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Something is on the table, and the other side is to answer.
    Open,
    /// They could not settle it: somebody who runs the place is to decide.
    Escalated,
    /// Decided; either side can appeal for a while.
    Decided,
    /// One side appealed: somebody else is to decide.
    Appealed,
    /// The two settled it. What was agreed is still to be done.
    Agreed,
    /// Decided for good. What was decided is still to be done.
    Final,
    /// It was done, says who was to get it; or there was nothing to do.
    Settled,
    /// Who claimed took it back.
    Withdrawn,
}

impl State {
    /// All.
    pub const ALL: [Self; 8] = [
        Self::Open,
        Self::Escalated,
        Self::Decided,
        Self::Appealed,
        Self::Agreed,
        Self::Final,
        Self::Settled,
        Self::Withdrawn,
    ];

    /// As the database and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Escalated => "escalated",
            Self::Decided => "decided",
            Self::Appealed => "appealed",
            Self::Agreed => "agreed",
            Self::Final => "final",
            Self::Settled => "settled",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether somebody who runs the place is to decide.
    #[must_use]
    pub const fn waits_for_decision(self) -> bool {
        matches!(self, Self::Escalated | Self::Appealed)
    }

    /// Whether nothing more can happen.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Settled | Self::Withdrawn)
    }
}

/// What one side put on the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// How it would be made good.
    pub remedy: Remedy,
    /// How much, in minor units; 0 unless it is money.
    pub amount_minor: i64,
    /// Who put it there.
    pub by: Party,
    /// In which words.
    pub words: String,
}

/// What somebody who runs the place decided, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Decision {
    /// Who.
    pub by: MemberId,
    /// How it is to be made good.
    pub remedy: Remedy,
    /// How much, in minor units; 0 unless it is money.
    pub amount_minor: i64,
    /// Why. There is no decision without.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// That one side wants somebody else to decide.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Appeal {
    /// Which side.
    pub by: Party,
    /// In which words.
    pub words: String,
    /// What was decided then.
    pub decision: Option<Decision>,
}

/// What one side of a booking wants from the other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// About which booking.
    pub key: BookingKey,
    /// Who claims; what is made good is made good to them.
    pub by: Party,
    /// How it stands.
    pub state: State,
    /// What is on the table, or was agreed.
    pub offer: Offer,
    /// The most that can be claimed, in minor units, from the terms agreed then.
    pub cap_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When time does something.
    pub due_at: Option<Timestamp>,
    /// Until when a decision is or was promised; `None` if none was asked for.
    pub promised_at: Option<Timestamp>,
    /// What was decided first.
    pub decision: Option<Decision>,
    /// The appeal against it.
    pub appeal: Option<Appeal>,
    /// Counted by the store, one up with every change.
    pub version: i64,
}

impl Claim {
    /// What counts now: the last decision, or what is on the table.
    #[must_use]
    pub fn counts(&self) -> (Remedy, i64) {
        let second = self.appeal.as_ref().and_then(|appeal| appeal.decision.as_ref());
        match second.or(self.decision.as_ref()) {
            Some(decision) if !matches!(self.state, State::Agreed) => (decision.remedy, decision.amount_minor),
            _ => (self.offer.remedy, self.offer.amount_minor),
        }
    }
}

/// Who acts on a claim.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Actor {
    /// One of the two.
    Side(Party),
    /// Somebody who runs the place and is neither of the two.
    Operator(MemberId),
    /// Time.
    Clock,
}

/// What can be asked of a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    /// Says yes to what the other side put on the table.
    Accept,
    /// Puts something else on the table.
    Counter {
        /// How it would be made good.
        remedy: Remedy,
        /// How much, in minor units.
        amount_minor: i64,
        /// In which words.
        words: String,
    },
    /// Wants somebody who runs the place to decide.
    Escalate,
    /// Takes the claim back.
    Withdraw,
    /// Decides.
    Decide {
        /// How it is to be made good.
        remedy: Remedy,
        /// How much, in minor units.
        amount_minor: i64,
        /// Why.
        reason: String,
    },
    /// Wants somebody else to decide once more.
    Appeal {
        /// In which words.
        words: String,
    },
    /// Says that what was agreed or decided was done.
    Confirm,
    /// The time is over.
    RunOut,
}

impl Command {
    /// One of each kind, without words.
    pub const ALL: [Self; 8] = [
        Self::Accept,
        Self::Counter {
            remedy: Remedy::Money,
            amount_minor: 0,
            words: String::new(),
        },
        Self::Escalate,
        Self::Withdraw,
        Self::Decide {
            remedy: Remedy::Money,
            amount_minor: 0,
            reason: String::new(),
        },
        Self::Appeal { words: String::new() },
        Self::Confirm,
        Self::RunOut,
    ];

    /// As addresses, forms and keys of texts have it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Counter { .. } => "counter",
            Self::Escalate => "escalate",
            Self::Withdraw => "withdraw",
            Self::Decide { .. } => "decide",
            Self::Appeal { .. } => "appeal",
            Self::Confirm => "confirm",
            Self::RunOut => "run_out",
        }
    }
}

/// What happened to a claim. Who and when is recorded beside it, in the history of the booking.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "claim", rename_all = "snake_case")]
pub enum Event {
    /// One side wants something made good.
    Opened {
        /// Which side.
        by: Party,
        /// How.
        remedy: Remedy,
        /// How much, in minor units.
        amount_minor: i64,
        /// In which words.
        words: String,
    },
    /// The other side, or then the first again, would rather have it otherwise.
    Countered {
        /// Who.
        by: Party,
        /// How.
        remedy: Remedy,
        /// How much, in minor units.
        amount_minor: i64,
        /// In which words.
        words: String,
    },
    /// The two settled it.
    Agreed,
    /// Somebody else is to decide; `None` if time brought it there.
    Escalated {
        /// Who wanted that.
        by: Option<Party>,
    },
    /// It was decided.
    Decided {
        /// What, by whom and why.
        decision: Decision,
    },
    /// One side appealed.
    Appealed {
        /// Which.
        by: Party,
        /// In which words.
        words: String,
    },
    /// Nobody appealed in time, or it was decided once more.
    BecameFinal,
    /// Nobody has decided in time; it is asked for again.
    Late,
    /// Nobody is there who may decide. What was put on the table stays there until the two settle it, or somebody is.
    Undecided,
    /// It was done, or there was nothing to do.
    Settled,
    /// Who claimed took it back.
    Withdrawn,
}

impl Event {
    /// As keys of texts have it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "opened",
            Self::Countered { .. } => "countered",
            Self::Agreed => "agreed",
            Self::Escalated { .. } => "escalated",
            Self::Decided { .. } => "decided",
            Self::Appealed { .. } => "appealed",
            Self::BecameFinal => "became_final",
            Self::Late => "late",
            Self::Undecided => "undecided",
            Self::Settled => "settled",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What happened, and to whose claim: a booking can have one of each side.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Whose claim it is.
    pub about: Party,
    /// What happened to it.
    #[serde(flatten)]
    pub event: Event,
}

/// What somebody typed to open a claim, to answer one, or to decide it. The fields' names are those of the forms.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// A [`Remedy`] by its name.
    pub remedy: String,
    /// The sum, in whole units of money.
    pub amount: String,
    /// What happened, or why.
    pub words: String,
    /// The version of the claim that the page showed.
    pub version: String,
}

/// What is read from a [`Draft`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ruling {
    /// How it is made good.
    pub remedy: Remedy,
    /// How much, in minor units; 0 unless it is money.
    pub amount_minor: i64,
    /// The words.
    pub words: String,
}

/// A deadline that a job watches.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Deadline {
    /// Which booking.
    pub booking: BookingKey,
    /// Whose claim.
    pub by: Party,
}

/// Why something was not done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit.
    Invalid(Vec<FieldError>),
    /// More money than was agreed.
    AboveCap {
        /// The most there can be, in minor units.
        cap_minor: i64,
    },
    /// This side has a claim about this booking already.
    Already,
    /// It is too early: nothing was handed over yet.
    TooEarly,
    /// The time for it is over.
    TooLate,
    /// Not in the state it is in.
    NotNow,
    /// That is for somebody else to do.
    NotYours,
    /// It waits for the other side.
    WaitsForOther,
    /// Who decided first does not decide about the appeal, and nobody decides about what is their own.
    SomebodyElse,
    /// Nobody is there who may decide, or decide once more.
    NobodyDecides,
    /// It has changed since the page was loaded.
    ChangedMeanwhile,
    /// The rules of the booking say no.
    Booking(bookings::Refusal),
}
