//! Words of calendars: what goes out, what comes in, what can go wrong.

use crate::{Day, Timestamp, listings::ListingId};
use serde::{Deserialize, Serialize};

id!(
    /// The id of a foreign calendar that blocks days of a listing.
    ImportId
);

/// How sure an entry is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Asked, not agreed.
    Tentative,
    /// Agreed.
    Confirmed,
    /// It will not be. Shown for a while, so that programs that have it take it out.
    Cancelled,
}

/// One entry of a calendar that others read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Names it for good, without the part behind the `@`.
    pub uid: String,
    /// Counts its changes, from 0.
    pub sequence: i64,
    /// When it last changed.
    pub changed: Timestamp,
    /// The first day.
    pub first: Day,
    /// The last day, included.
    pub last: Day,
    /// From when to when, if it is not whole days.
    pub hours: Option<(Timestamp, Timestamp)>,
    /// How sure it is.
    pub standing: Standing,
    /// Whether whoever (or whatever) the calendar is of has no time then.
    pub busy: bool,
    /// What it is, in a line.
    pub title: String,
    /// What there is to say about it.
    pub words: String,
    /// Where, if that may be told.
    pub place: Option<String>,
    /// Where one reads more.
    pub link: Option<String>,
}

/// Why a foreign calendar could not be read. Closed: each has its words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// What was typed is no address.
    #[error("not an address")]
    NotAnAddress,
    /// Neither `http` nor `https`.
    #[error("another scheme")]
    OtherScheme,
    /// A name or a password stands in the address.
    #[error("credentials in the address")]
    Credentials,
    /// A port that belongs to something other than the web.
    #[error("a port that is not for the web")]
    Port,
    /// It lies in a private network, or on this machine.
    #[error("a private address")]
    Private,
    /// Nobody knows the name.
    #[error("unknown host")]
    UnknownHost,
    /// Nobody answers there, or not in a way that makes sense.
    #[error("no answer")]
    NoAnswer,
    /// It took too long.
    #[error("too slow")]
    Slow,
    /// It is larger than we take.
    #[error("too large")]
    TooLarge,
    /// It is packed, though we asked for it plainly.
    #[error("packed")]
    Packed,
    /// It leads on and on, or to where we do not go.
    #[error("redirects")]
    Redirects,
    /// The other side refuses.
    #[error("status {code}")]
    Status {
        /// With this status of HTTP.
        code: u16,
    },
    /// Something else than a calendar.
    #[error("not a calendar")]
    NotACalendar,
    /// It begins as a calendar and then makes no sense.
    #[error("malformed")]
    Malformed,
    /// More entries than we take.
    #[error("too many events")]
    TooManyEvents,
    /// Something in it repeats more often than makes sense.
    #[error("repeats too often")]
    TooOften,
    /// Reading it takes longer than it is worth.
    #[error("too much work")]
    TooMuchWork,
}

/// A foreign calendar that blocks days of a listing, as its owner sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Import {
    /// Which.
    pub id: ImportId,
    /// Enough of its address to know it by.
    pub address: String,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last asked for.
    pub checked_at: Timestamp,
    /// When it was last read without trouble.
    pub succeeded_at: Timestamp,
    /// When it will be asked for next.
    pub next_at: Timestamp,
    /// What was wrong the last time.
    pub trouble: Option<Trouble>,
    /// How many days from today on it says are busy.
    pub busy_days: i64,
    /// How many of its entries could not be read.
    pub unread: i64,
}

/// The time has come to look at a foreign calendar again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Due {
    /// Whose days it blocks.
    pub listing: ListingId,
    /// Which.
    pub import: ImportId,
}

/// Why nothing was done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It cannot be read.
    Trouble(Trouble),
    /// There are as many as there may be.
    TooMany {
        /// How many that is.
        most: i64,
    },
    /// It is there already.
    Twice,
}

/// How long to wait until a foreign calendar is asked for again, in microseconds: an hour, and twice as long after each
/// failure in a row, up to a day.
#[must_use]
pub fn pause(failures: i64) -> i64 {
    let doublings = u32::try_from(failures.clamp(0, 10)).unwrap_or(0);
    Timestamp::HOUR.saturating_mul(1 << doublings).min(Timestamp::DAY)
}
