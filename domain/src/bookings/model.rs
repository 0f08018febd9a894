//! The words of a booking.

use crate::listings::ListingId;
use serde::{Deserialize, Serialize};

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
}
