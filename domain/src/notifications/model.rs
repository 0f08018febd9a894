//! What a letter says, without its words: those come from the translation files when it is sent.

use super::topics::Topic;
use crate::{
    Day, Lang, Timestamp,
    availability::Hours,
    bookings::{Act, BookingId, Party},
    listings::Kind,
    members::MemberId,
    moderation::{Reason, SubjectKind},
    prices::{Currency, Late},
    signals::Trouble,
};
use serde::{Deserialize, Serialize};

/// One letter to one person.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Delivery {
    /// To whom.
    pub to: Recipient,
    /// What.
    pub letter: Letter,
    /// Made when it is handed to the courier, and kept nowhere.
    #[serde(skip)]
    pub links: Links,
}

/// The signed links of one letter.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Links {
    /// What can be done about a booking, each with the secret part of its address.
    pub acts: Vec<(Act, String)>,
    /// How letters like this one stop, if one can do without them: what they are about, and the secret part.
    pub stop: Option<(Topic, String)>,
}

/// Whom a letter is for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Recipient {
    /// Their e-mail address.
    pub address: String,
    /// How they are called.
    pub name: String,
    /// The language they read.
    pub lang: Lang,
    /// Who it is; `None` where an address is not a member's yet, and in letters that were queued long ago.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
}

/// All kinds of letters. Tokens are the secret part of links.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Letter {
    /// Somebody signed up with this address: confirm that it is yours.
    ConfirmAddress {
        /// Opens the account.
        token: String,
        /// Where they were on their way to, a path of ours.
        next: Option<String>,
    },
    /// Somebody signed up with this address, which already has an account.
    AlreadyMember,
    /// Choose a new password.
    ResetPassword {
        /// Allows it once.
        token: String,
    },
    /// The password was changed: if that was not you, say so.
    PasswordChanged,
    /// Confirm the new address of an account.
    ConfirmNewAddress {
        /// Makes the change.
        token: String,
    },
    /// The address of the account was changed; sent to the old one.
    AddressChanged,
    /// The account is deleted.
    AccountDeleted,
    /// Something happened to a booking.
    Booking(BookingNews),
    /// Something about the reviews of a booking.
    Review(ReviewNews),
    /// A claim waits for somebody who runs the place.
    Case(CaseNews),
    /// Messages lie unread.
    Messages(MessageNews),
    /// What you waited for is free.
    Waiting(WaitingNews),
    /// Somebody vouches, or something about a circle.
    Trust(TrustNews),
    /// What they reported was taken down.
    ReportReceived {
        /// The number by which they can ask about it.
        number: String,
        /// What kind of thing they reported.
        kind: SubjectKind,
        /// Why.
        reason: Reason,
        /// What else they said; may be empty.
        words: String,
    },
    /// Whoever runs the instance should know that something has not come back for long.
    LongOverdue(LongOverdueNews),
}

impl Letter {
    /// Whether it holds the secret part of a link.
    #[must_use]
    pub const fn carries_token(&self) -> bool {
        match self {
            Self::ConfirmAddress { .. } | Self::ResetPassword { .. } | Self::ConfirmNewAddress { .. } => true,
            Self::AlreadyMember
            | Self::PasswordChanged
            | Self::AddressChanged
            | Self::AccountDeleted
            | Self::Booking(_)
            | Self::Review(_)
            | Self::Case(_)
            | Self::Messages(_)
            | Self::LongOverdue(_)
            | Self::Trust(_)
            | Self::Waiting(_)
            | Self::ReportReceived { .. } => false,
        }
    }
}

/// What happened to a booking, as far as a letter tells of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BookingTurn {
    /// Somebody asks for your thing: answer until `until`.
    Requested,
    /// The lender said yes.
    Accepted,
    /// The lender said no.
    Declined,
    /// The lender gave these days to somebody else.
    GaveWay,
    /// The borrower took the request back.
    Withdrawn,
    /// The borrower had asked several, and somebody else said yes first.
    FoundElsewhere,
    /// Nobody answered in time; both are told.
    Expired,
    /// The other side called it off.
    Cancelled,
    /// The other side says it was handed over: confirm, or say until `until` that it is not so.
    HandoverReported,
    /// The handover is confirmed; both are told if time did it.
    HandedOver,
    /// The other side says it is back: confirm, or say until `until` that it is not so.
    ReturnReported,
    /// The return is confirmed, and so the loan is over; both are told if time did it.
    Returned,
    /// The other side says that your report is not so.
    Contested,
    /// The other side took its report back.
    TakenBack,
    /// Nobody ever reported a handover, so the loan is taken to have come to nothing; both are told.
    Lapsed,
    /// The other side would like other days: answer until `until`.
    Proposed,
    /// The other side agreed to other days.
    Changed,
    /// The other side did not agree to other days.
    Disagreed,
    /// The other side took back that it would like other days.
    ProposalDropped,
    /// Nobody answered in time about other days; both are told.
    ProposalExpired,
    /// Half the time to answer is over.
    RemindAnswer,
    /// It changes hands tomorrow.
    RemindPickUp,
    /// Today is the last day.
    RemindReturn,
    /// It is due now.
    RemindDue,
    /// It should be back already.
    RemindOverdue,
    /// What you have booked next is not back yet.
    WarnNext,
    /// The lender has something to say about these days.
    OwnerNotice,
    /// The other side proposes another way than from hand to hand: it counts once you agree.
    PlanProposed,
    /// The other side agreed to your way.
    PlanAgreed,
    /// The other side did not agree to your way.
    PlanDeclined,
    /// The other side wants something made good.
    ClaimOpened,
    /// The other side would rather make it good otherwise.
    ClaimCountered,
    /// The two settled it.
    ClaimAgreed,
    /// Somebody who runs the place is to decide.
    ClaimEscalated,
    /// It was decided.
    ClaimDecided,
    /// The other side appealed.
    ClaimAppealed,
    /// Nobody appealed: it counts.
    ClaimFinal,
    /// It is not decided in time.
    ClaimLate,
    /// Nobody is there who may decide about a claim.
    ClaimUndecided,
    /// What was agreed or decided was done.
    ClaimSettled,
    /// The other side took its claim back.
    ClaimWithdrawn,
    /// The other side is on the way.
    OnMyWay,
    /// The other side says that something is wrong.
    Trouble,
    /// The lender does not want the late fee.
    FeeWaived,
}

impl BookingTurn {
    /// All.
    pub const ALL: [Self; 44] = [
        Self::Requested,
        Self::Accepted,
        Self::Declined,
        Self::GaveWay,
        Self::Withdrawn,
        Self::FoundElsewhere,
        Self::Expired,
        Self::Cancelled,
        Self::HandoverReported,
        Self::HandedOver,
        Self::ReturnReported,
        Self::Returned,
        Self::Contested,
        Self::TakenBack,
        Self::Lapsed,
        Self::Proposed,
        Self::Changed,
        Self::Disagreed,
        Self::ProposalDropped,
        Self::ProposalExpired,
        Self::RemindAnswer,
        Self::RemindPickUp,
        Self::RemindReturn,
        Self::RemindDue,
        Self::RemindOverdue,
        Self::WarnNext,
        Self::OwnerNotice,
        Self::PlanProposed,
        Self::PlanAgreed,
        Self::PlanDeclined,
        Self::ClaimOpened,
        Self::ClaimCountered,
        Self::ClaimAgreed,
        Self::ClaimEscalated,
        Self::ClaimDecided,
        Self::ClaimAppealed,
        Self::ClaimFinal,
        Self::ClaimLate,
        Self::ClaimUndecided,
        Self::ClaimSettled,
        Self::ClaimWithdrawn,
        Self::OnMyWay,
        Self::Trouble,
        Self::FeeWaived,
    ];

    /// As keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::GaveWay => "gave_way",
            Self::Withdrawn => "withdrawn",
            Self::FoundElsewhere => "found_elsewhere",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
            Self::HandoverReported => "handover_reported",
            Self::HandedOver => "handed_over",
            Self::ReturnReported => "return_reported",
            Self::Returned => "returned",
            Self::Contested => "contested",
            Self::TakenBack => "taken_back",
            Self::Lapsed => "lapsed",
            Self::Proposed => "proposed",
            Self::Changed => "changed",
            Self::Disagreed => "disagreed",
            Self::ProposalDropped => "proposal_dropped",
            Self::ProposalExpired => "proposal_expired",
            Self::RemindAnswer => "remind_answer",
            Self::RemindPickUp => "remind_pick_up",
            Self::RemindReturn => "remind_return",
            Self::RemindDue => "remind_due",
            Self::RemindOverdue => "remind_overdue",
            Self::WarnNext => "warn_next",
            Self::OwnerNotice => "owner_notice",
            Self::PlanProposed => "plan_proposed",
            Self::PlanAgreed => "plan_agreed",
            Self::PlanDeclined => "plan_declined",
            Self::ClaimOpened => "claim_opened",
            Self::ClaimCountered => "claim_countered",
            Self::ClaimAgreed => "claim_agreed",
            Self::ClaimEscalated => "claim_escalated",
            Self::ClaimDecided => "claim_decided",
            Self::ClaimAppealed => "claim_appealed",
            Self::ClaimFinal => "claim_final",
            Self::ClaimLate => "claim_late",
            Self::ClaimUndecided => "claim_undecided",
            Self::ClaimSettled => "claim_settled",
            Self::ClaimWithdrawn => "claim_withdrawn",
            Self::OnMyWay => "on_my_way",
            Self::Trouble => "trouble",
            Self::FeeWaived => "fee_waived",
        }
    }

    /// Whether time alone brings it, to be read when its reader is awake.
    #[must_use]
    pub const fn is_reminder(self) -> bool {
        matches!(
            self,
            Self::RemindAnswer | Self::RemindPickUp | Self::RemindReturn | Self::RemindDue | Self::RemindOverdue
        )
    }
}

/// Letters that were queued before there were other kinds are about things that are lent.
const fn lend() -> Kind {
    Kind::Lend
}

/// What a letter about a booking tells.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BookingNews {
    /// What happened.
    pub what: BookingTurn,
    /// What it is about.
    #[serde(default = "lend")]
    pub kind: Kind,
    /// What it costs, in minor units, if it costs anything.
    #[serde(default)]
    pub price: Option<(i64, Currency)>,
    /// What who called it off owes, in minor units, if anything.
    #[serde(default)]
    pub owed: Option<(i64, Currency)>,
    /// Which side the reader is on.
    pub you: Party,
    /// Whether time did it, and not the other party.
    pub by_time: bool,
    /// The booking's page, a path of ours.
    pub path: String,
    /// The thing's title.
    pub title: String,
    /// The name of the other party.
    pub other: String,
    /// First day.
    pub first: Day,
    /// Last day, included.
    pub last: Day,
    /// At which hours of these it begins and is over; `None` for whole days.
    #[serde(default)]
    pub hours: Option<Hours>,
    /// First and last of the days that are proposed instead.
    #[serde(default)]
    pub proposed: Option<(Day, Day)>,
    /// At which hours of these.
    #[serde(default)]
    pub proposed_hours: Option<Hours>,
    /// Until when an answer or a confirmation is awaited.
    pub until: Option<Timestamp>,
    /// IANA name of the zone in which `until` is to be read.
    pub zone: String,
    /// What the other party wrote.
    pub words: String,
    /// What only some of these letters tell.
    #[serde(default)]
    pub more: Box<More>,
}

/// What only some letters about bookings tell.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct More {
    /// What its reader can do straight from the letter, the likeliest first.
    pub acts: Vec<Act>,
    /// Which booking, and its version then: what those links are bound to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booking: Option<(BookingId, i64)>,
    /// In how many minutes the other is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
    /// What is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
    /// What being late has come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late: Option<(Late, Currency)>,
}

/// What whoever runs the instance is told of something that has not come back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LongOverdueNews {
    /// What the thing is called.
    pub title: String,
    /// Whose it is.
    pub lender: String,
    /// Who has it.
    pub borrower: String,
    /// The pages of the two, paths of ours: lender and borrower.
    pub paths: (String, String),
    /// The last day agreed on.
    pub last: Day,
    /// So many days ago.
    pub days: i64,
}

/// What a letter about reviews is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewTurn {
    /// You can say until `until` how it was. Whether the other side has is not told.
    Remind,
    /// What the other side says about you can be read.
    Published,
    /// The other side answered to what you said.
    Replied,
}

impl ReviewTurn {
    /// All.
    pub const ALL: [Self; 3] = [Self::Remind, Self::Published, Self::Replied];

    /// As keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Remind => "remind",
            Self::Published => "published",
            Self::Replied => "replied",
        }
    }
}

/// What a letter about reviews tells.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ReviewNews {
    /// What it is for.
    pub what: ReviewTurn,
    /// Which side the reader was on.
    pub you: Party,
    /// Where to go on, a path of ours.
    pub path: String,
    /// The thing's title.
    pub title: String,
    /// The name of the other party.
    pub other: String,
    /// Until when something can be written.
    pub until: Option<Timestamp>,
    /// IANA name of the zone in which `until` is to be read.
    pub zone: String,
    /// What the other party wrote, for everybody to read.
    pub words: String,
}

/// What a letter tells those who run the place about a claim.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseNews {
    /// What the thing is called that it is about.
    pub title: String,
    /// Whether somebody else has decided before.
    pub appeal: bool,
    /// Whether it should be decided already.
    pub late: bool,
    /// Until when it is to be decided.
    pub due: Timestamp,
    /// The page to decide on, a path of ours.
    pub path: String,
}

/// What a letter about unread messages tells. It never says what the other was told or has read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MessageNews {
    /// The conversation's page, a path of ours.
    pub path: String,
    /// What the thing is called that they talk about.
    pub title: String,
    /// The name of the other; empty once they have left.
    pub other: String,
    /// How many messages.
    pub count: i64,
    /// How many pictures are among them.
    pub photos: i64,
    /// Their words, perhaps shortened; empty if there are only pictures.
    pub words: String,
}

/// What a letter about trust is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrustTurn {
    /// Somebody vouches for you.
    Vouched,
    /// Somebody would like to join a circle that you look after.
    CircleAsked,
    /// You are in a circle that you asked to join.
    CircleLetIn,
}

impl TrustTurn {
    /// All.
    pub const ALL: [Self; 3] = [Self::Vouched, Self::CircleAsked, Self::CircleLetIn];

    /// As keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Vouched => "vouched",
            Self::CircleAsked => "circle-asked",
            Self::CircleLetIn => "circle-let-in",
        }
    }
}

/// What a letter about trust tells.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TrustNews {
    /// What it is for.
    pub what: TrustTurn,
    /// The name of the other.
    pub other: String,
    /// What the circle is called, if it is about one.
    pub circle: String,
    /// Where to go on, a path of ours.
    pub path: String,
}

/// What a letter about the waiting list tells: it is one's turn.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WaitingNews {
    /// Where to ask for it, a path of ours.
    pub path: String,
    /// The thing's title.
    pub title: String,
    /// Whose it is.
    pub owner: String,
    /// First day.
    pub first: Day,
    /// Last day, included.
    pub last: Day,
    /// At which hours of these; `None` for whole days.
    pub hours: Option<Hours>,
    /// Until when nobody else can ask.
    pub until: Timestamp,
    /// IANA name of the zone in which `until` is to be read.
    pub zone: String,
}
