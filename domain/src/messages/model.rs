//! The words of a conversation.

use crate::{
    Timestamp,
    bookings::{BookingId, BookingKey},
    forms::{FieldError, Upload},
    listings::ListingId,
    members::MemberId,
};
use serde::{Deserialize, Serialize};

id!(
    /// A conversation's id. That of a conversation about a booking is the booking's.
    ConversationId
);
id!(
    /// A message's id: what a report names. In its conversation a message is known by its number.
    MessageId
);

impl ConversationId {
    /// The path of its page.
    #[must_use]
    pub fn path(self) -> String {
        format!("/conversations/{self}")
    }
}

impl From<BookingId> for ConversationId {
    fn from(booking: BookingId) -> Self {
        Self(booking.0)
    }
}

/// What a conversation is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A thing that one may want to have.
    Listing(ListingId),
    /// What the two have agreed on or are about to.
    Booking(BookingKey),
}

impl About {
    /// The thing.
    #[must_use]
    pub const fn listing(self) -> ListingId {
        match self {
            Self::Listing(listing) => listing,
            Self::Booking(key) => key.listing,
        }
    }

    /// The booking, if it is about one.
    #[must_use]
    pub const fn booking(self) -> Option<BookingKey> {
        match self {
            Self::Listing(_) => None,
            Self::Booking(key) => Some(key),
        }
    }
}

/// One of the two who talk.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Who wants the thing, or has it.
    Asker,
    /// Whose thing it is.
    Owner,
}

/// How far somebody has seen a conversation: the numbers of the last message and of the last event of its booking.
/// Written `12.4`; both only grow, and nothing ever appears behind them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Cursor {
    /// The number of the last message; 0 for none.
    pub message: i64,
    /// The number of the last event; 0 for none.
    pub event: i64,
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.message, self.event)
    }
}

impl std::str::FromStr for Cursor {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (message, event) = text.split_once('.').unwrap_or((text, "0"));
        let number = |text: &str| text.parse::<u32>().map(i64::from);
        Ok(Self {
            message: number(message)?,
            event: number(event)?,
        })
    }
}

/// What a member typed. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// The text, plain.
    pub text: String,
    /// Pictures.
    pub photos: Vec<Upload>,
    /// Random, made with the form: the same form sent twice makes one message.
    pub once: String,
}

/// Why a message was not sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The text does not fit, or there is neither text nor picture.
    Invalid(Vec<FieldError>),
    /// More than [`super::rules::MOST_PHOTOS`] pictures.
    TooManyPhotos,
    /// One of the files is no photo for us.
    #[cfg(feature = "store")]
    NotAPhoto {
        /// What its owner calls it.
        name: String,
        /// What is wrong with it.
        why: crate::photos::NotAPhoto,
    },
    /// Nobody asks themselves.
    OwnListing,
    /// The other has left.
    Gone,
    /// The writer has blocked the other and would not hear the answer.
    YouBlocked,
    /// It is not possible, and nobody is told why.
    NotPossible,
    /// The listing is not offered any more.
    NotOffered,
    /// The booking was over before the last [`super::rules::WRITE_AFTER_END`].
    Over,
    /// The two have a booking of this thing by now; they talk there.
    Moved(BookingId),
    /// So many messages in so short a time: the next is welcome at this instant.
    TooFast {
        /// When.
        again_at: Timestamp,
    },
}

/// To look again whether a letter about unread messages is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reminder {
    /// Of which conversation.
    pub conversation: ConversationId,
    /// To whom.
    pub member: MemberId,
}
