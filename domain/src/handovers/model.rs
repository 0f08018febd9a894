//! The words of handing over.

use crate::{
    Timestamp,
    bookings::{self, Move, Party},
    forms::{FieldError, Upload},
    members::MemberId,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How something on the checklist was found.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// It is there and in order.
    Fine,
    /// It is not there.
    Missing,
    /// It is there, and broken or damaged.
    Broken,
}

impl Found {
    /// All, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Fine, Self::Missing, Self::Broken];

    /// As forms, keys of texts and the record itself have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Missing => "missing",
            Self::Broken => "broken",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|found| found.name() == name)
    }

    /// Whether somebody may have to be asked about it.
    #[must_use]
    pub const fn is_bad(self) -> bool {
        !matches!(self, Self::Fine)
    }
}

/// One point of the checklist.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Item {
    /// What it is called, in one line.
    pub name: String,
    /// How it was found; `None` where nobody looked.
    pub found: Option<Found>,
}

/// A photo of an entry. Only the two can have it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Photo {
    /// Its key.
    pub id: Uuid,
    /// Width of the largest size, in pixels.
    pub width: i64,
    /// Height of the largest size, in pixels.
    pub height: i64,
    /// A thumbhash in base64.
    pub thumbhash: String,
    /// SHA-256 of the file of the largest size, in hex.
    pub digest: String,
}

/// What one side wrote down once. Nothing of it ever changes; whoever has more to say adds another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its number in the record of the booking, from 1.
    pub seq: i64,
    /// About which move.
    pub what: Move,
    /// Which side wrote it.
    pub by: Party,
    /// Who that was.
    pub author: MemberId,
    /// Whether it was added after the move was confirmed, so that whoever confirmed had not seen it.
    pub late: bool,
    /// The checklist.
    pub items: Vec<Item>,
    /// In what state it was, in words; may be empty.
    pub note: String,
    /// Photos, in order.
    pub photos: Vec<Photo>,
    /// When it was kept.
    pub at: Timestamp,
    /// The hash of the entry before it.
    pub previous: String,
    /// Its own hash, in hex.
    pub hash: String,
}

impl Entry {
    /// What is missing or broken.
    pub fn bad(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.found.is_some_and(Found::is_bad))
    }
}

/// What a member typed to write an entry. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// The state in words.
    pub note: String,
    /// How the points of the checklist were found, as typed, by their place in it: field `item-PLACE`.
    pub found: BTreeMap<usize, String>,
    /// Photos.
    pub photos: Vec<Upload>,
    /// Random, made with the form: the same form sent twice makes one entry.
    pub once: String,
}

/// A way in which a thing can change hands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// From hand to hand: as it is unless the two agree on something else.
    InPerson,
    /// Somebody else does it for one of the two.
    Neighbour,
    /// It lies in a box or a place that both know.
    KeyBox,
    /// As the words say.
    Other,
}

impl How {
    /// All, in the order in which a form offers them.
    pub const ALL: [Self; 4] = [Self::Neighbour, Self::KeyBox, Self::Other, Self::InPerson];

    /// As the database, forms and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InPerson => "in_person",
            Self::Neighbour => "neighbour",
            Self::KeyBox => "key_box",
            Self::Other => "other",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.name() == name)
    }
}

/// Another way that one side proposed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposal {
    /// Which way.
    pub how: How,
    /// Who proposed it.
    pub by: Party,
    /// In which words: who the neighbour is, where the box hangs.
    pub words: String,
    /// When.
    pub at: Timestamp,
}

/// How a move is to happen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// What both agreed to; `None` is from hand to hand.
    pub agreed: Option<Proposal>,
    /// What one side proposed and the other has not answered. It counts for nothing.
    pub proposed: Option<Proposal>,
}

/// How both moves of a booking are to happen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plans {
    /// When it goes out.
    pub handover: Plan,
    /// When it comes back.
    pub back: Plan,
}

impl Plans {
    /// The plan of one move.
    #[must_use]
    pub const fn of(&self, what: Move) -> &Plan {
        match what {
            Move::Handover => &self.handover,
            Move::Return => &self.back,
        }
    }

    /// The plan of one move, to be changed.
    pub const fn of_mut(&mut self, what: Move) -> &mut Plan {
        match what {
            Move::Handover => &mut self.handover,
            Move::Return => &mut self.back,
        }
    }
}

/// What can be asked about another way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    /// Proposes a way.
    Propose {
        /// Which.
        how: How,
        /// Words to the other side.
        words: String,
    },
    /// Says yes to what the other side proposed.
    Agree {
        /// When that was proposed: what is agreed to is what was read.
        to: Timestamp,
    },
    /// Says no to what the other side proposed.
    Decline {
        /// Words to the other side; may be empty.
        words: String,
    },
    /// Takes back what one proposed.
    Withdraw,
}

/// What happened, in the history of the booking. Who and when is recorded beside it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "handover", rename_all = "snake_case")]
pub enum Event {
    /// One side wrote down in what state it is.
    Written {
        /// At which move.
        what: Move,
        /// Which side.
        by: Party,
        /// The number of the entry.
        entry: i64,
        /// Whether it was added after the move was confirmed.
        late: bool,
        /// How many points are missing or broken.
        bad: usize,
        /// How many photos.
        photos: usize,
        /// The entry's hash, in hex.
        hash: String,
    },
    /// One side proposed another way.
    Proposed {
        /// For which move.
        what: Move,
        /// Which side.
        by: Party,
        /// Which way.
        how: How,
        /// In which words.
        words: String,
    },
    /// The other side agreed: it counts from here on.
    Agreed {
        /// For which move.
        what: Move,
        /// Which way.
        how: How,
        /// In which words it had been proposed.
        words: String,
    },
    /// The other side did not agree.
    Declined {
        /// For which move.
        what: Move,
        /// In which words.
        words: String,
    },
    /// Who proposed it took it back.
    Withdrawn {
        /// For which move.
        what: Move,
    },
}

impl Event {
    /// As keys of texts have it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Written { .. } => "written",
            Self::Proposed { .. } => "proposed",
            Self::Agreed { .. } => "agreed",
            Self::Declined { .. } => "declined",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// About which move.
    #[must_use]
    pub const fn what(&self) -> Move {
        match self {
            Self::Written { what, .. }
            | Self::Proposed { what, .. }
            | Self::Agreed { what, .. }
            | Self::Declined { what, .. }
            | Self::Withdrawn { what } => *what,
        }
    }
}

/// A code that is to be shown now. It is kept nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown {
    /// The digits.
    pub code: String,
    /// From then on it is worth nothing.
    pub until: Timestamp,
}

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shown(…, until {})", self.until.0)
    }
}

/// Why something was not done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit.
    Invalid(Vec<FieldError>),
    /// Neither words nor a point of the checklist nor a photo.
    Nothing,
    /// More than [`super::rules::MOST_PHOTOS`] photos.
    TooManyPhotos,
    /// One of the files is no photo for us.
    #[cfg(feature = "store")]
    NotAPhoto {
        /// What its owner calls it.
        name: String,
        /// What is wrong with it.
        why: crate::photos::NotAPhoto,
    },
    /// More than [`super::rules::MOST_ENTRIES`] entries of one side about one move.
    TooManyEntries,
    /// Not before this instant.
    TooEarly {
        /// From when on.
        from: Timestamp,
    },
    /// Not in the state it is in.
    NotNow,
    /// It is over, and the time to add something too.
    Over,
    /// That is for the other side to do.
    NotYours,
    /// It has changed since the page was loaded.
    ChangedMeanwhile,
    /// The code is wrong; so many tries are left.
    WrongCode {
        /// How many.
        left: i64,
    },
    /// No code of the other side is worth anything now: they have to show one, perhaps another.
    NoCode,
    /// The rules of the booking say no.
    Booking(bookings::Refusal),
}
