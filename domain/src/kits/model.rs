//! The words of kits.

use super::rules::MOST_PARTS;
use crate::{
    availability::Grain,
    forms::FieldError,
    listings::{Kind, ListingId, State},
};
use serde::{Deserialize, Serialize};

/// A thing that is, or could be, a part of a kit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// Which.
    pub id: ListingId,
    /// What it is called.
    pub title: String,
    /// Whether it is a part now.
    pub chosen: bool,
    /// Whether it is lent alone, too: it can be found.
    pub alone: bool,
    /// Whether it can be a part: it is no kit, and lent by the day as the kit, or by the hour as the kit.
    pub fits: bool,
}

/// What its owner sees of a kit, or of what could become one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kit {
    /// Which listing.
    pub id: ListingId,
    /// What it is called.
    pub title: String,
    /// What its owner has that could be a part.
    pub candidates: Vec<Candidate>,
    /// How many of its bookings are open: as long as there are any, its parts stay.
    pub open: i64,
    /// Counts its changes.
    pub version: i64,
    /// The kits that it is a part of itself, by title: a part is no kit.
    pub part_of: Vec<String>,
}

/// A part, or a kit that something is a part of, as others may know it: only what they could find anyway has an id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Which, if it can be found.
    pub id: Option<ListingId>,
    /// What it is called.
    pub title: String,
}

/// What the rules need to know of a listing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facts {
    /// Which.
    pub id: ListingId,
    /// What it is about.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// By the day or by the hour.
    pub grain: Grain,
    /// Where its days begin.
    pub zone: String,
    /// Whether it has parts.
    pub is_kit: bool,
    /// Whether it is a part of another.
    pub is_part: bool,
    /// Its bookings that are not over; of a kit only.
    pub open: i64,
}

/// Why a kit was not changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something chosen does not fit.
    Invalid(Vec<FieldError>),
    /// So many bookings of it are open: its parts were promised.
    OpenBookings(i64),
    /// It is a part of another kit.
    IsPart,
    /// It is archived, or nothing that is lent.
    NotNow,
    /// It changed since the page was loaded.
    ChangedMeanwhile,
}

/// What the owner chose. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KitDraft {
    /// Ids of parts.
    pub parts: Vec<String>,
    /// The version of the page, if the form carried one.
    pub version: String,
}

impl KitDraft {
    /// Those of the ids typed that are ids, no more than a kit can have.
    #[must_use]
    pub fn ids(&self) -> Vec<ListingId> {
        let typed = self.parts.iter().filter_map(|id| id.parse().ok());
        typed.take(MOST_PARTS).collect()
    }
}
