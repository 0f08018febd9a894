//! What letters are about: which of them are essential, and which a member may do without. One table for everybody: the
//! page of choices, the couriers, the footers and `docs/operating.md` read it.

use super::model::{Letter, ReviewTurn};
use serde::{Deserialize, Serialize};

/// What a letter is about, as far as somebody may choose.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The account itself: address, password, its end.
    Account,
    /// What happens to a booking: asked, agreed, changed, called off, handed over, back, contested.
    Bookings,
    /// What has to be done for a booking, and when: answer, pick up, bring back, it is late.
    Reminders,
    /// That a report has arrived, or something needs whoever runs the instance.
    Reports,
    /// Messages that lie unread.
    Messages,
    /// That one can say how a loan was.
    ReviewReminders,
    /// What others said about a loan.
    Reviews,
    /// Who vouches for one, and one's circles.
    Trust,
}

impl Topic {
    /// All, the essential ones first. Links in old letters name them by their place: new ones go to the end.
    pub const ALL: [Self; 8] = [
        Self::Account,
        Self::Bookings,
        Self::Reminders,
        Self::Reports,
        Self::Messages,
        Self::ReviewReminders,
        Self::Reviews,
        Self::Trust,
    ];

    /// As rows, forms and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Bookings => "bookings",
            Self::Reminders => "reminders",
            Self::Reports => "reports",
            Self::Messages => "messages",
            Self::ReviewReminders => "review_reminders",
            Self::Reviews => "reviews",
            Self::Trust => "trust",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.name() == name)
    }

    /// Whether nobody can do without it: somebody else waits for the reader, or counts on them.
    #[must_use]
    pub const fn is_essential(self) -> bool {
        matches!(self, Self::Account | Self::Bookings | Self::Reminders | Self::Reports)
    }
}

impl Letter {
    /// What it is about.
    #[must_use]
    pub const fn topic(&self) -> Topic {
        match self {
            Self::ConfirmAddress { .. }
            | Self::AlreadyMember
            | Self::ResetPassword { .. }
            | Self::PasswordChanged
            | Self::ConfirmNewAddress { .. }
            | Self::AddressChanged
            | Self::AccountDeleted => Topic::Account,
            Self::Booking(news) if news.what.is_reminder() => Topic::Reminders,
            // Something is free again, for a while, for whoever waits for it.
            Self::Booking(_) | Self::Waiting(_) => Topic::Bookings,
            Self::Trust(_) => Topic::Trust,
            Self::Review(news) => match news.what {
                ReviewTurn::Remind => Topic::ReviewReminders,
                ReviewTurn::Published | ReviewTurn::Replied => Topic::Reviews,
            },
            Self::Messages(_) => Topic::Messages,
            Self::ReportReceived { .. } | Self::LongOverdue(_) | Self::Case(_) => Topic::Reports,
        }
    }
}
