//! The words of a listing.

use crate::forms::FieldError;
use serde::{Deserialize, Serialize};

id!(
    /// A listing's id.
    ListingId
);

/// An enum of words: stored as text, and carried by forms and addresses as the same text.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$word_meta:meta])* $word:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
        #[cfg_attr(feature = "store", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$word_meta])* $word,)+ }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$word,)+];

            /// The word that rows, forms and addresses carry.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$word => $text,)+ }
            }

            /// Reads [`Self::name`].
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.name() == name)
            }
        }
    };
}

words!(
    /// What a listing is about.
    Kind {
        /// A thing lent for nothing.
        Lend = "lend",
        /// A thing lent for money.
        Rent = "rent",
        /// Help offered.
        Service = "service",
        /// A thing looked for.
        WantedThing = "wanted_thing",
        /// Help looked for.
        WantedHelp = "wanted_help",
    }
);

impl Kind {
    /// Whether a thing changes hands, and comes back.
    #[must_use]
    pub const fn changes_hands(self) -> bool {
        matches!(self, Self::Lend | Self::Rent | Self::WantedThing)
    }

    /// Whether its owner looks for something.
    #[must_use]
    pub const fn is_wanted(self) -> bool {
        matches!(self, Self::WantedThing | Self::WantedHelp)
    }

    /// Whether it is a thing that its owner hands over: it then has a condition, accessories and a value.
    #[must_use]
    pub const fn is_thing(self) -> bool {
        matches!(self, Self::Lend | Self::Rent)
    }
}

words!(
    /// Where a listing stands.
    State {
        /// Being made; only its owner sees it.
        Draft = "draft",
        /// Everybody finds it.
        Published = "published",
        /// Strangers do not find it; its bookings go on.
        Paused = "paused",
        /// Over; kept for the bookings it had.
        Archived = "archived",
    }
);

words!(
    /// How good a thing is.
    Condition {
        /// Hardly used.
        New = "new",
        /// Used with care.
        VeryGood = "very_good",
        /// Marks of use, works without fault.
        Good = "good",
        /// Works, but one sees its age.
        Worn = "worn",
    }
);

words!(
    /// How a thing gets to whoever borrows it.
    Handover {
        /// They fetch it.
        PickUp = "pick_up",
        /// Its owner brings it.
        Deliver = "deliver",
        /// It waits in a box with a code.
        KeyBox = "key_box",
    }
);

words!(
    /// How much calling off costs the borrower of something rented: see [`crate::bookings::cancelling`].
    Cancellation {
        /// Free until a day before.
        Flexible = "flexible",
        /// Free until five days before.
        Moderate = "moderate",
        /// Free until two weeks before.
        Strict = "strict",
    }
);

/// The tags of a listing: other words people look for. Stored in one column, separated by commas.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tags(pub Vec<String>);

impl From<String> for Tags {
    fn from(joined: String) -> Self {
        Self(
            joined
                .split(',')
                .map(str::trim)
                .filter(|t| !t.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }
}

impl Tags {
    /// As the column holds them.
    #[must_use]
    pub fn joined(&self) -> String {
        self.0.join(",")
    }
}

/// What else is looked at when a thing changes hands, beside what comes along. Stored in one column, one a line.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Checklist(pub Vec<String>);

impl From<String> for Checklist {
    fn from(joined: String) -> Self {
        Self(
            joined
                .lines()
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }
}

impl Checklist {
    /// As the column holds them.
    #[must_use]
    pub fn joined(&self) -> String {
        self.0.join("\n")
    }
}

/// The steps, in order. After the last one comes the preview.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Title and category.
    What,
    /// Description, condition, attributes, accessories, house rules, value, tags.
    Details,
    /// Photos.
    Photos,
    /// Place and handover.
    Place,
    /// By the day or by the hour, weekly plan, exceptions, lead time, lengths, units.
    Times,
    /// What is asked for it.
    Price,
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Self; 6] = [
        Self::What,
        Self::Details,
        Self::Photos,
        Self::Place,
        Self::Times,
        Self::Price,
    ];

    /// The steps in which a listing of this kind is made.
    #[must_use]
    pub fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Rent | Kind::Service => &Self::ALL,
            Kind::Lend | Kind::WantedThing | Kind::WantedHelp => &Self::ALL[..5],
        }
    }

    /// Its place, from 1.
    #[must_use]
    pub const fn number(self) -> i64 {
        self as i64 + 1
    }

    /// Reads [`Self::number`].
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.number() == number)
    }

    /// The step whose form has this field: where a member mends what [`super::steps::missing`] names.
    #[must_use]
    pub fn of_field(field: &str) -> Self {
        match field {
            "title" | "category" | "kind" | "lang" => Self::What,
            "place" | "address" | "handover" | "handover_note" => Self::Place,
            "needed_from" | "needed_to" | "grain" | "weekdays" | "hours" | "lead_days" | "longest_days" | "units"
            | "shortest_days" | "shortest_hours" | "buffer" | "blocked" | "block_from" | "block_to" => Self::Times,
            "photo" => Self::Photos,
            "cancellation" | "minimum" | "delivery_fee" | "deposit" | "discounts" => Self::Price,
            price if price.starts_with("price_") || price.starts_with("discount_") => Self::Price,
            _ => Self::Details,
        }
    }
}

/// What happened to a listing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "listing", rename_all = "snake_case")]
pub enum Event {
    /// Begun as a draft.
    Begun,
    /// Begun as a draft that repeats another listing.
    Copied {
        /// Which.
        from: ListingId,
    },
    /// Read in from a file, published at once.
    Imported,
    /// One step's fields were changed.
    Edited {
        /// Which step.
        step: Step,
    },
    /// Made public for the first time.
    Published,
    /// Taken out of the search.
    Paused,
    /// Put back into the search.
    Resumed,
    /// Ended for good.
    Archived,
    /// A draft thrown away.
    Discarded,
}

/// Why a listing did not do what was asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit. A draft has kept what could be kept; anything else is as it was.
    Invalid(Vec<FieldError>),
    /// It cannot be published yet: what is missing, field by field.
    Unfinished(Vec<FieldError>),
    /// Only its owner may do that.
    NotYours,
    /// Not in the state it is in.
    NotNow,
    /// Bookings are still open; they come first.
    OpenBookings(i64),
    /// It changed since the page was loaded.
    ChangedMeanwhile,
}
