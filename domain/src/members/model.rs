//! A member as the rest of the house sees one.

use crate::{Lang, Timestamp, forms::FieldError};
use serde::{Deserialize, Serialize};

id!(
    /// A member's id.
    MemberId
);
id!(
    /// Names one session on the member's page of sessions; it opens nothing.
    SessionId
);

/// What a member may do beyond their own things.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(
    feature = "store",
    derive(sqlx::Type),
    sqlx(type_name = "text", rename_all = "snake_case")
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Lends and borrows.
    #[default]
    Member,
    /// Runs the instance.
    Operator,
}

/// The member whose session it is.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Me {
    /// Who.
    pub id: MemberId,
    /// Which session.
    pub session: SessionId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The language of their pages.
    pub lang: Lang,
    /// What they may do.
    pub role: Role,
    /// Their place's coordinates, if they said where they live.
    pub lat: Option<f64>,
    /// See `lat`.
    pub lon: Option<f64>,
    /// What that place is called.
    pub place_name: Option<String>,
    /// When the session was last noted as in use.
    pub seen_at: Timestamp,
}

/// A whole account, as its owner edits it.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Member {
    /// Who.
    pub id: MemberId,
    /// Address as typed; `None` once deleted.
    pub email: Option<String>,
    /// Argon2id in PHC format.
    pub password_hash: Option<String>,
    /// How they are called.
    pub name: String,
    /// About them, in their words.
    pub about: String,
    /// Codes of languages spoken, separated by commas.
    pub languages: String,
    /// The language of their pages and mails.
    pub lang: Lang,
    /// What they may do.
    pub role: Role,
    /// The gazetteer's id of their place.
    pub place_id: Option<String>,
    /// What it is called.
    pub place_name: Option<String>,
    /// Its coordinates.
    pub lat: Option<f64>,
    /// See `lat`.
    pub lon: Option<f64>,
    /// Their photo in the blob store.
    pub photo_id: Option<uuid::Uuid>,
    /// When the address was confirmed.
    pub verified_at: Option<Timestamp>,
    /// Since when they are here.
    pub created_at: Timestamp,
    /// When the account was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Counts changes.
    pub version: i64,
}

/// What everybody may see of a member.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Profile {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// About them.
    pub about: String,
    /// Codes of languages spoken, separated by commas.
    pub languages: String,
    /// The name of their place; never coordinates.
    pub place_name: Option<String>,
    /// Their photo.
    pub photo_id: Option<uuid::Uuid>,
    /// Since when they are here.
    pub created_at: Timestamp,
}

/// What a member typed into their profile's form.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileDraft {
    /// Name.
    pub name: String,
    /// About.
    pub about: String,
    /// Codes of languages.
    pub languages: Vec<String>,
    /// Place by name or postcode.
    pub place: String,
}

/// Who wants to hear no more from whom, seen from one of two members.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Blocked {
    /// I blocked the other.
    pub by_me: bool,
    /// The other blocked me. Nobody is ever told.
    pub by_other: bool,
}

/// Why an account did not do what was asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit.
    Invalid(Vec<FieldError>),
    /// Address and password do not belong together, or the address was never confirmed. Never says which.
    WrongCredentials,
    /// The link was used, has run out or never existed.
    LinkUsedUp,
    /// Bookings are still open; they come first.
    OpenBookings(i64),
    /// Claims still run towards a deadline; they come first.
    OpenClaims(i64),
}
