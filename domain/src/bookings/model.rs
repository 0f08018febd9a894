//! The words of a booking: its two sides, its axes, its terms.
//!
//! There is no single status. [`State`] is what the two agreed; [`Custody`] is who has the thing. Payment, deposit,
//! claim and reviews will be axes of their own beside them.

use crate::{
    Timestamp,
    availability::Period,
    listings::{Cancellation, Condition, Handover, Kind, ListingId},
    members::MemberId,
    prices::{self, Basis, Currency, Extras, Fees, PriceTerms, Quote, Stay},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

id!(
    /// A booking's id, unique among all.
    BookingId
);

/// A booking's whole key: rows of one listing lie together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct BookingKey {
    /// The listing.
    pub listing: ListingId,
    /// The booking.
    pub id: BookingId,
}

impl BookingId {
    /// The path of its page.
    #[must_use]
    pub fn path(self) -> String {
        format!("/bookings/{self}")
    }
}

/// One of the two sides of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Who asked for the thing.
    Borrower,
    /// Whose thing it is.
    Lender,
}

impl Party {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Borrower, Self::Lender];

    /// The one across the table.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Borrower => Self::Lender,
            Self::Lender => Self::Borrower,
        }
    }

    /// As the database, addresses and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Borrower => "borrower",
            Self::Lender => "lender",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|party| party.name() == name)
    }
}

/// Who acts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Who asked for the thing.
    Borrower,
    /// Whose thing it is.
    Lender,
    /// Nobody: a deadline has come.
    Clock,
}

impl Actor {
    /// All.
    pub const ALL: [Self; 3] = [Self::Borrower, Self::Lender, Self::Clock];

    /// The side that acts, unless it is the clock.
    #[must_use]
    pub const fn party(self) -> Option<Party> {
        match self {
            Self::Borrower => Some(Party::Borrower),
            Self::Lender => Some(Party::Lender),
            Self::Clock => None,
        }
    }
}

impl From<Party> for Actor {
    fn from(party: Party) -> Self {
        match party {
            Party::Borrower => Self::Borrower,
            Party::Lender => Self::Lender,
        }
    }
}

/// What the two agreed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Asked; the lender has until `answer_by`.
    Requested,
    /// The lender said yes. From here on [`Custody`] tells the story.
    Accepted,
    /// The borrower no longer wants it; nobody had answered yet.
    Withdrawn,
    /// The borrower asked several, and another lender said yes first.
    FoundElsewhere,
    /// The lender said no.
    Declined,
    /// The lender said yes to somebody else for these days.
    GaveWay,
    /// Nobody answered in time.
    Expired,
    /// Called off before the thing changed hands, and by whom.
    Cancelled(Party),
    /// Agreed, but no handover was ever reported, and the days are long over.
    Lapsed,
    /// The thing is back and both know it.
    Closed,
}

impl State {
    /// All, in the order in which they are met.
    pub const ALL: [Self; 11] = [
        Self::Requested,
        Self::Accepted,
        Self::Withdrawn,
        Self::FoundElsewhere,
        Self::Declined,
        Self::GaveWay,
        Self::Expired,
        Self::Cancelled(Party::Borrower),
        Self::Cancelled(Party::Lender),
        Self::Lapsed,
        Self::Closed,
    ];

    /// Whether something can still happen.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Requested | Self::Accepted)
    }

    /// Whether the booking occupies the days of its period.
    #[must_use]
    pub const fn holds_days(self) -> bool {
        matches!(self, Self::Accepted)
    }

    /// As the database and keys of texts have it; who cancelled stands beside it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Accepted => "accepted",
            Self::Withdrawn => "withdrawn",
            Self::FoundElsewhere => "found_elsewhere",
            Self::Declined => "declined",
            Self::GaveWay => "gave_way",
            Self::Expired => "expired",
            Self::Cancelled(_) => "cancelled",
            Self::Lapsed => "lapsed",
            Self::Closed => "closed",
        }
    }
}

/// Which way the thing changes hands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// From the lender to the borrower.
    Handover,
    /// Back.
    Return,
}

impl Move {
    /// Both, in the order in which they happen.
    pub const BOTH: [Self; 2] = [Self::Handover, Self::Return];

    /// As the database, addresses and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Handover => "handover",
            Self::Return => "return",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|what| what.name() == name)
    }
}

/// Who has the thing. What one side reports waits for the other side's word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Custody {
    /// Not handed over yet.
    WithLender,
    /// `by` says it was handed over.
    HandingOver {
        /// Who reported it.
        by: Party,
    },
    /// Both know that the borrower has it.
    WithBorrower,
    /// `by` says it is back.
    Returning {
        /// Who reported it.
        by: Party,
    },
    /// Both know that it is back.
    Returned,
    /// `by` reported a move and the other side says it was not so.
    Contested {
        /// Which report is contested.
        what: Move,
        /// Who reported it.
        by: Party,
    },
}

impl Custody {
    /// All, in the order in which they are met.
    pub const ALL: [Self; 11] = [
        Self::WithLender,
        Self::HandingOver { by: Party::Borrower },
        Self::HandingOver { by: Party::Lender },
        Self::Contested {
            what: Move::Handover,
            by: Party::Borrower,
        },
        Self::Contested {
            what: Move::Handover,
            by: Party::Lender,
        },
        Self::WithBorrower,
        Self::Returning { by: Party::Borrower },
        Self::Returning { by: Party::Lender },
        Self::Contested {
            what: Move::Return,
            by: Party::Borrower,
        },
        Self::Contested {
            what: Move::Return,
            by: Party::Lender,
        },
        Self::Returned,
    ];

    /// As the database and keys of texts have it; who reported stands beside it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::WithLender => "with_lender",
            Self::HandingOver { .. } => "handing_over",
            Self::WithBorrower => "with_borrower",
            Self::Returning { .. } => "returning",
            Self::Returned => "returned",
            Self::Contested {
                what: Move::Handover, ..
            } => "handover_contested",
            Self::Contested { what: Move::Return, .. } => "return_contested",
        }
    }

    /// Who made the report that waits or is contested.
    #[must_use]
    pub const fn reported_by(self) -> Option<Party> {
        match self {
            Self::HandingOver { by } | Self::Returning { by } | Self::Contested { by, .. } => Some(by),
            Self::WithLender | Self::WithBorrower | Self::Returned => None,
        }
    }
}

/// Other days, or another sum, that one side has proposed and the other has not answered yet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Proposal {
    /// Who proposed them.
    pub by: Party,
    /// The days.
    pub period: Period,
    /// For which sum, in minor units, where the two agree on one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<i64>,
    /// In which words; may be empty.
    pub words: String,
    /// From then on it is too late to agree.
    pub answer_by: Timestamp,
}

/// The listing as it was when it was asked for. What the two agreed on does not change when the listing does.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Terms {
    /// What it is about.
    pub kind: Kind,
    /// What the thing is called.
    pub title: String,
    /// How its owner was called.
    pub owner_name: String,
    /// What belongs to it.
    pub accessories: Vec<String>,
    /// What else is looked at when it changes hands.
    pub checklist: Vec<String>,
    /// What to mind.
    pub house_rules: String,
    /// What it would cost to replace, in minor units of `currency`.
    pub replacement_minor: Option<i64>,
    /// ISO 4217 code.
    pub currency: String,
    /// How it changes hands.
    pub handover: Handover,
    /// How good it is.
    pub condition: Option<Condition>,
    /// IANA name of the zone in which its days begin.
    pub zone: String,
    /// What its public cell is called.
    pub place_name: Option<String>,
    /// Its first photo.
    pub photo: Option<Uuid>,
    /// Whether who asks for free days has them at once.
    pub instant: bool,
    /// What calling off costs.
    pub cancellation: Cancellation,
    /// What is asked for it.
    pub prices: PriceTerms,
    /// What the operator takes.
    pub fees: Fees,
    /// How many days, or hours of what is lent by the hour, its owner needs after a loan.
    pub buffer: i64,
}

impl Default for Terms {
    /// What stands for terms that were not yet kept when an old booking was made.
    fn default() -> Self {
        Self {
            kind: Kind::Lend,
            title: String::new(),
            owner_name: String::new(),
            accessories: Vec::new(),
            checklist: Vec::new(),
            house_rules: String::new(),
            replacement_minor: None,
            currency: String::new(),
            handover: Handover::PickUp,
            condition: None,
            zone: String::new(),
            place_name: None,
            photo: None,
            instant: false,
            cancellation: Cancellation::Flexible,
            prices: PriceTerms::default(),
            fees: Fees::default(),
            buffer: 0,
        }
    }
}

impl Terms {
    /// The zone in which days begin; UTC should the name have left the calendar's data since.
    #[must_use]
    pub fn time_zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.zone).unwrap_or(jiff::tz::TimeZone::UTC)
    }

    /// What these days, or hours, cost with these extras, on these terms.
    ///
    /// # Errors
    /// Why they have no price.
    pub fn quote(&self, period: Period, extras: Extras) -> Result<Quote, prices::Refusal> {
        let (terms, currency) = (&self.prices, Currency::of(&self.currency));
        let stay = match period.hours {
            None => Stay::days(period.first, period.last),
            Some(_) => {
                let zone = self.time_zone();
                Stay::between(period.starts_in(&zone), period.ends_in(&zone), &zone)?
            }
        };
        prices::quote(terms, currency, &stay, extras, &self.fees)
    }
}

/// A booking as the rules see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Booking {
    /// Which.
    pub key: BookingKey,
    /// Who asked.
    pub borrower: MemberId,
    /// Whose thing it is, or who helps.
    pub lender: MemberId,
    /// Which side asked; the other answers. Who has what somebody looks for asks as the lender.
    pub asked_by: Party,
    /// What the two agreed.
    pub state: State,
    /// Who has the thing.
    pub custody: Custody,
    /// For which days, or hours.
    pub period: Period,
    /// Which of several identical units, from 0; settled on acceptance.
    pub unit: i64,
    /// The borrower's words when asking.
    pub note: String,
    /// The words of whoever declined, cancelled or contested last.
    pub reason: String,
    /// The listing as it was when it was asked for.
    pub terms: Terms,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// From then on silence is a no.
    pub answer_by: Timestamp,
    /// When it begins in the listing's zone: with the first day, or at the first hour.
    pub starts_at: Timestamp,
    /// When it is over in the listing's zone.
    pub due_at: Timestamp,
    /// When the lender said yes or no.
    pub answered_at: Option<Timestamp>,
    /// When the present custody began; `None` until something was reported.
    pub custody_since: Option<Timestamp>,
    /// When the handover was reported that was then confirmed.
    pub handed_over_at: Option<Timestamp>,
    /// When the return was reported that was then confirmed.
    pub returned_at: Option<Timestamp>,
    /// When it ended, one way or the other.
    pub ended_at: Option<Timestamp>,
    /// What the borrower chose beside the days.
    pub extras: Extras,
    /// What these days cost, as both have seen it; `None` in bookings from before there were prices.
    pub quote: Option<Quote>,
    /// What who called it off owes, in minor units; `None` while nobody did.
    pub owed_minor: Option<i64>,
    /// Since when the borrower knows that whoever has it before is late.
    pub warned_at: Option<Timestamp>,
    /// Other days, proposed and not answered.
    pub proposal: Option<Proposal>,
    /// Counts changes.
    pub version: i64,
}

impl Booking {
    /// The side that says yes or no.
    #[must_use]
    pub const fn answerer(&self) -> Party {
        self.asked_by.other()
    }

    /// How it gets from one to the other: as the terms say, unless it was asked for with delivery.
    #[must_use]
    pub const fn handover(&self) -> Handover {
        if self.extras.delivery {
            Handover::Deliver
        } else {
            self.terms.handover
        }
    }

    /// Whether it costs what the two agree on, and they have not yet.
    #[must_use]
    pub fn lacks_price(&self) -> bool {
        self.terms.prices.basis == Basis::Offer && self.extras.offer.is_none()
    }

    /// What was chosen, with another sum if one is proposed.
    #[must_use]
    pub fn extras_with(&self, offer: Option<i64>) -> Extras {
        Extras {
            offer: offer.or(self.extras.offer),
            ..self.extras
        }
    }

    /// The two members that it is between.
    #[must_use]
    pub const fn parties(&self) -> [MemberId; 2] {
        [self.borrower, self.lender]
    }

    /// Which side `member` is on, if any.
    #[must_use]
    pub fn party(&self, member: MemberId) -> Option<Party> {
        if member == self.borrower {
            Some(Party::Borrower)
        } else if member == self.lender {
            Some(Party::Lender)
        } else {
            None
        }
    }

    /// When a move was reported that nobody contests; `None` if no report of it waits.
    #[must_use]
    pub const fn reported(&self, what: Move) -> Option<Timestamp> {
        match (what, self.custody) {
            (Move::Handover, Custody::HandingOver { .. }) => self.handed_over_at,
            (Move::Return, Custody::Returning { .. }) => self.returned_at,
            _ => None,
        }
    }

    /// The member on this side.
    #[must_use]
    pub const fn member(&self, party: Party) -> MemberId {
        match party {
            Party::Borrower => self.borrower,
            Party::Lender => self.lender,
        }
    }
}

/// A moment at which the rules are asked again without anybody acting.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Deadline {
    /// Of which booking.
    pub booking: BookingKey,
    /// Which moment.
    pub what: DeadlineKind,
}

/// The deadlines of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// The lender had to answer until now.
    Answer,
    /// A reported handover or return counts as confirmed from now on.
    Confirm,
    /// Agreed days are long over, and nobody reported a handover.
    Lapse,
    /// Other days could be agreed to until now.
    Proposal,
}

impl DeadlineKind {
    /// As keys of jobs have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Confirm => "confirm",
            Self::Lapse => "lapse",
            Self::Proposal => "proposal",
        }
    }
}
