//! What a letter says, without its words: those come from the translation files when it is sent.

use crate::{Day, Lang, Timestamp};
use serde::{Deserialize, Serialize};

/// One letter to one person.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Delivery {
    /// To whom.
    pub to: Recipient,
    /// What.
    pub letter: Letter,
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
}

/// What a letter about a booking tells.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BookingNews {
    /// What happened, in the words of the booking's events (`requested`, `accepted`, …).
    pub what: String,
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
    /// Until when an answer or a confirmation is awaited.
    pub until: Option<Timestamp>,
    /// What the other party wrote.
    pub words: String,
}
