//! What can be asked of a booking, what happens to it, and why not.

use super::{
    cancelling,
    model::{Booking, BookingId, Party},
};
use crate::{
    Day, Timestamp,
    availability::{Hours, Period, Reason},
    eligibility,
    forms::{FieldError, Problem},
    prices::{self, Quote},
    quotas,
};
use serde::{Deserialize, Serialize};

/// What can be asked of a booking.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    /// The lender says yes.
    Accept,
    /// The lender has said yes beforehand, to whoever asks for free days.
    AcceptAtOnce,
    /// The lender says no.
    Decline {
        /// Words to the borrower; may be empty.
        reason: String,
    },
    /// The lender accepted somebody else for these days.
    GiveWay,
    /// The borrower no longer wants it, before an answer.
    Withdraw,
    /// The borrower asked several, and another lender said yes.
    FindElsewhere,
    /// Either side calls it off, before the thing changes hands.
    Cancel {
        /// Words to the other side.
        reason: String,
        /// What the page said that this costs, in minor units.
        seen: Option<i64>,
    },
    /// Reports that the thing was handed over, or confirms that report.
    HandOver,
    /// Reports that the thing is back, or confirms that report.
    Return,
    /// Both say at once that it was handed over: one showed a code, and this side entered it.
    HandOverByCode,
    /// Both say at once that it is back: one showed a code, and this side entered it.
    ReturnByCode,
    /// Says that the other side's report is not so.
    Contest {
        /// What is not so.
        words: String,
    },
    /// Takes back one's own report.
    TakeBack,
    /// Proposes other days, or a sum where the two agree on one.
    Propose {
        /// Which.
        period: Period,
        /// How much, in minor units; `None` leaves it as it is.
        offer: Option<i64>,
        /// Words to the other side; may be empty.
        words: String,
    },
    /// Says yes to the days that the other side proposed.
    Agree,
    /// Says no to them.
    Disagree {
        /// Words to the other side; may be empty.
        words: String,
    },
    /// Takes back the days one proposed.
    DropProposal,
    /// The time to agree is over.
    ExpireProposal,
    /// The time to answer is over.
    Expire,
    /// The time to contest a report is over.
    ConfirmByTime,
    /// The days are long over and nobody reported a handover.
    Lapse,
    /// Whoever has it before is late: the borrower is told.
    Warn,
}

impl Command {
    /// One of each kind, without words, in the order in which a page offers them. See [`Self::fitting`] for days that make sense.
    pub const ALL: [Self; 22] = [
        Self::Accept,
        Self::AcceptAtOnce,
        Self::Decline { reason: String::new() },
        Self::GiveWay,
        Self::Withdraw,
        Self::FindElsewhere,
        Self::Cancel {
            reason: String::new(),
            seen: None,
        },
        Self::HandOver,
        Self::Return,
        Self::HandOverByCode,
        Self::ReturnByCode,
        Self::Contest { words: String::new() },
        Self::TakeBack,
        Self::Agree,
        Self::Disagree { words: String::new() },
        Self::Propose {
            period: Period::whole_days(Day(0), Day(0)),
            offer: None,
            words: String::new(),
        },
        Self::DropProposal,
        Self::ExpireProposal,
        Self::Expire,
        Self::ConfirmByTime,
        Self::Lapse,
        Self::Warn,
    ];

    /// The command with the days that people would propose most often for such a booking: one more. With a sum, where
    /// the two agree on one, and with having seen what calling off costs.
    #[must_use]
    pub fn fitting(self, booking: &Booking, now: Timestamp) -> Self {
        let today = now.day_in(&booking.terms.time_zone());
        match self {
            Self::Cancel { reason, .. } => Self::Cancel {
                reason,
                seen: Some(cancelling::owed(booking, Party::Borrower, now).minor),
            },
            Self::Propose { words, .. } => Self::Propose {
                period: Period {
                    last: booking.period.last.plus(1).max(today),
                    ..booking.period
                },
                offer: booking.lacks_price().then_some(0),
                words,
            },
            other => other,
        }
    }

    /// As addresses, forms and keys of texts have it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::AcceptAtOnce => "accept_at_once",
            Self::Decline { .. } => "decline",
            Self::GiveWay => "give_way",
            Self::Withdraw => "withdraw",
            Self::FindElsewhere => "find_elsewhere",
            Self::Cancel { .. } => "cancel",
            Self::HandOver => "hand_over",
            Self::Return => "return",
            Self::HandOverByCode => "hand_over_by_code",
            Self::ReturnByCode => "return_by_code",
            Self::Contest { .. } => "contest",
            Self::TakeBack => "take_back",
            Self::Propose { .. } => "propose",
            Self::Agree => "agree",
            Self::Disagree { .. } => "disagree",
            Self::DropProposal => "drop_proposal",
            Self::ExpireProposal => "expire_proposal",
            Self::Expire => "expire",
            Self::ConfirmByTime => "confirm_by_time",
            Self::Lapse => "lapse",
            Self::Warn => "warn",
        }
    }

    /// Whether a member can ask for it by itself; the others follow from time, from another booking, or from a code.
    #[must_use]
    pub const fn is_for_members(&self) -> bool {
        !matches!(
            self,
            Self::AcceptAtOnce
                | Self::GiveWay
                | Self::FindElsewhere
                | Self::HandOverByCode
                | Self::ReturnByCode
                | Self::Expire
                | Self::ExpireProposal
                | Self::ConfirmByTime
                | Self::Lapse
                | Self::Warn
        )
    }
}

/// What happened to a booking. Who and when is recorded beside it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "booking", rename_all = "snake_case")]
pub enum Event {
    /// The borrower asked.
    Requested {
        /// For which days.
        period: Period,
        /// In which words.
        note: String,
        /// Until when the lender can answer.
        answer_by: Timestamp,
        /// What that costs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quote: Option<Quote>,
    },
    /// The lender said yes; the days are held from here on.
    Accepted,
    /// The lender said no.
    Declined {
        /// In which words.
        reason: String,
    },
    /// The days went to somebody else.
    GaveWay,
    /// The borrower took the request back.
    Withdrawn,
    /// The borrower asked several, and another lender said yes first.
    FoundElsewhere,
    /// Nobody answered in time.
    Expired,
    /// Called off.
    Cancelled {
        /// By whom.
        by: Party,
        /// In which words.
        reason: String,
        /// What they owe for it, in minor units.
        #[serde(default)]
        owed_minor: i64,
    },
    /// One side says it was handed over.
    HandoverReported {
        /// Which.
        by: Party,
    },
    /// The other side, or time, confirmed.
    HandedOver,
    /// Both said so at once, by a code.
    HandedOverByCode,
    /// One side says it is back.
    ReturnReported {
        /// Which.
        by: Party,
    },
    /// The other side, or time, confirmed.
    Returned,
    /// Both said at once that it is back, by a code.
    ReturnedByCode,
    /// The other side says a report is not so.
    Contested {
        /// In which words.
        words: String,
    },
    /// Who reported took it back.
    TakenBack,
    /// One side would like other days.
    Proposed {
        /// Which side.
        by: Party,
        /// Which days.
        period: Period,
        /// Which sum, in minor units.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        offer: Option<i64>,
        /// In which words.
        words: String,
        /// Until when the other side can agree.
        answer_by: Timestamp,
    },
    /// The other side agreed: other days are held from here on.
    Changed {
        /// The days before.
        from: Period,
        /// The days now.
        to: Period,
        /// When they begin.
        starts_at: Timestamp,
        /// When they are over.
        due_at: Timestamp,
        /// The sum agreed on, in minor units.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        offer: Option<i64>,
        /// What they cost.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quote: Option<Quote>,
    },
    /// The other side did not agree; the days stay.
    Disagreed {
        /// In which words.
        words: String,
    },
    /// Who proposed other days took that back.
    ProposalDropped,
    /// Nobody answered a proposal in time; the days stay.
    ProposalExpired,
    /// Nobody ever reported a handover.
    Lapsed,
    /// The borrower was told that whoever has it before is late; calling off costs nothing from here on.
    Warned,
    /// The thing is back and both know it: the end.
    Closed,
}

impl Event {
    /// As keys of texts have it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Requested { .. } => "requested",
            Self::Accepted => "accepted",
            Self::Declined { .. } => "declined",
            Self::GaveWay => "gave_way",
            Self::Withdrawn => "withdrawn",
            Self::FoundElsewhere => "found_elsewhere",
            Self::Expired => "expired",
            Self::Cancelled { .. } => "cancelled",
            Self::HandoverReported { .. } => "handover_reported",
            Self::HandedOver => "handed_over",
            Self::HandedOverByCode => "handed_over_by_code",
            Self::ReturnReported { .. } => "return_reported",
            Self::Returned => "returned",
            Self::ReturnedByCode => "returned_by_code",
            Self::Contested { .. } => "contested",
            Self::TakenBack => "taken_back",
            Self::Proposed { .. } => "proposed",
            Self::Changed { .. } => "changed",
            Self::Disagreed { .. } => "disagreed",
            Self::ProposalDropped => "proposal_dropped",
            Self::ProposalExpired => "proposal_expired",
            Self::Lapsed => "lapsed",
            Self::Warned => "warned",
            Self::Closed => "closed",
        }
    }
}

/// Why a booking did not do what was asked, or was not made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit.
    Invalid(Vec<FieldError>),

    /// Nobody borrows from themselves.
    OwnListing,
    /// It is not to be had now: paused, archived, or of a kind that is not lent.
    NotForLoan,
    /// Its owner asks for something that is missing.
    NotEligible(Vec<eligibility::Reason>),
    /// It would be more than one member can have at a time.
    TooMuch(Vec<quotas::Exceeded>),
    /// It is free, but kept for somebody who waited for it.
    KeptForOthers {
        /// From then on everybody can ask.
        until: Timestamp,
    },
    /// It cannot be had then, and why.
    Unavailable(Reason),
    /// The same member has asked for one of these days already.
    AskedAlready(BookingId),

    /// These days have no price.
    Price(prices::Refusal),
    /// It costs something, and who asks has not seen how much: the total, in minor units.
    SeePrice {
        /// The total.
        total_minor: i64,
    },

    /// Calling off costs something, and who does has not seen how much: in minor units.
    SeeFee {
        /// How much.
        minor: i64,
    },
    /// The two have to agree on a sum first.
    NamePrice,

    /// These are the days agreed on already.
    SameDays,
    /// It is out already, so the first day cannot change any more.
    AlreadyOut,

    /// That is for the other side to do.
    NotYours,
    /// Not in the state it is in.
    NotNow,
    /// It is over; nothing can happen any more.
    Over,
    /// The time for it is over.
    TooLate,
    /// Not before this instant.
    TooEarly {
        /// From when on.
        from: Timestamp,
    },
    /// The other side has to speak first.
    WaitsForOther,
    /// It has moved on since this was offered.
    ChangedMeanwhile,
    /// So many did something at the same moment that this did not get its turn; nothing has changed.
    Busy,
}

impl Refusal {
    /// The field of the request form at which the message belongs; `None` for those that concern the whole.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unavailable(reason) => Some(reason.field()),
            Self::AskedAlready(_) | Self::AlreadyOut | Self::KeptForOthers { .. } | Self::TooMuch(_) => Some("from"),
            Self::Price(prices::Refusal::NotDelivered) => Some("delivery"),
            Self::Price(prices::Refusal::NotByDay | prices::Refusal::TooLong { .. }) | Self::SameDays => Some("to"),
            Self::NamePrice | Self::Price(prices::Refusal::OnOffer | prices::Refusal::BadOffer) => Some("offer"),
            Self::SeeFee { .. }
            | Self::Price(_)
            | Self::SeePrice { .. }
            | Self::Invalid(_)
            | Self::OwnListing
            | Self::NotForLoan
            | Self::NotEligible(_)
            | Self::NotYours
            | Self::NotNow
            | Self::Over
            | Self::TooLate
            | Self::TooEarly { .. }
            | Self::WaitsForOther
            | Self::ChangedMeanwhile
            | Self::Busy => None,
        }
    }
}

impl From<Reason> for Refusal {
    /// What is wrong with the dates alone is said as forms say it.
    fn from(reason: Reason) -> Self {
        let problem = match reason {
            Reason::Past => Problem::InThePast,
            Reason::EndsBeforeItStarts => Problem::EndsBeforeItStarts,
            Reason::OtherGrain => Problem::Missing,
            other => return Self::Unavailable(other),
        };
        Self::Invalid(vec![FieldError {
            field: reason.field().to_owned(),
            problem,
        }])
    }
}

/// What a member typed to ask for a thing. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestDraft {
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, `YYYY-MM-DD`; by the hour, nothing is the first day.
    pub to: String,
    /// The hour on the first day at which it begins, 0 to 23; nothing for whole days.
    pub from_hour: String,
    /// The hour on the last day at which it is over, 1 to 24; nothing for whole days.
    pub to_hour: String,
    /// A sentence to the lender.
    pub note: String,
    /// The sum asked or offered, where the two agree on one, in whole units of money.
    pub offer: String,
    /// `yes`: have it brought and fetched.
    pub delivery: String,
    /// The total that the form showed, in minor units; empty for what is free.
    pub seen: String,
    /// Random, made with the form: the same form sent twice makes one booking.
    pub once: String,
}

impl RequestDraft {
    /// The same time and the same words, for something else.
    #[must_use]
    pub fn like(booking: &Booking) -> Self {
        let period = booking.period;
        let hour = |hour: fn(Hours) -> i8| period.hours.map(|hours| hour(hours).to_string()).unwrap_or_default();
        Self {
            from: period.first.to_string(),
            to: period.last.to_string(),
            from_hour: hour(|hours| hours.from),
            to_hour: hour(|hours| hours.to),
            note: booking.note.clone(),
            ..Self::default()
        }
    }
}
