//! The words of circles.

use crate::{Timestamp, forms::FieldError, members::MemberId};
use serde::{Deserialize, Serialize};

id!(
    /// A circle's id.
    CircleId
);

/// A circle, without its members.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Circle {
    /// Which.
    pub id: CircleId,
    /// What it is called.
    pub name: String,
    /// What it is for, in its keepers' words.
    pub about: String,
    /// Whether others see that it exists and can ask to join.
    pub findable: bool,
    /// Whether an invitation link leads into it.
    pub invites: bool,
    /// Since when it exists.
    pub created_at: Timestamp,
    /// Counts changes.
    pub version: i64,
}

/// What somebody is to a circle.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Role {
    /// Nothing.
    Stranger,
    /// Asked to join.
    Asked,
    /// In it.
    Member,
    /// In it, and looks after it: lets in, invites, takes out.
    Keeper,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Stranger, Self::Asked, Self::Member, Self::Keeper];

    /// Whether whoever has this role is in the circle.
    #[must_use]
    pub const fn is_in(self) -> bool {
        matches!(self, Self::Member | Self::Keeper)
    }

    /// As rows and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stranger => "stranger",
            Self::Asked => "asked",
            Self::Member => "member",
            Self::Keeper => "keeper",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// What can be asked of a circle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    /// Be let in.
    Ask,
    /// Not want that any more.
    TakeBack,
    /// Come in by the invitation link.
    Join,
    /// Go.
    Leave,
    /// Say yes to somebody who asked.
    LetIn(MemberId),
    /// Say no to them.
    TurnAway(MemberId),
    /// Take a member out.
    Remove(MemberId),
    /// Have a member look after it, too.
    MakeKeeper(MemberId),
    /// Change name and words.
    Edit,
    /// Make an invitation link; the one there was leads nowhere from then on.
    Invite,
    /// Take the invitation link back.
    CloseInvitation,
}

impl Command {
    /// Whom it is about, beside who gives it.
    #[must_use]
    pub const fn about(self) -> Option<MemberId> {
        match self {
            Self::LetIn(other) | Self::TurnAway(other) | Self::Remove(other) | Self::MakeKeeper(other) => Some(other),
            Self::Ask
            | Self::TakeBack
            | Self::Join
            | Self::Leave
            | Self::Edit
            | Self::Invite
            | Self::CloseInvitation => None,
        }
    }

    /// The command of this name in an address; `other` is whom it is about.
    #[must_use]
    pub fn from_name(name: &str, other: Option<MemberId>) -> Option<Self> {
        Some(match (name, other) {
            ("ask", _) => Self::Ask,
            ("take-back", _) => Self::TakeBack,
            ("leave", _) => Self::Leave,
            ("close-invitation", _) => Self::CloseInvitation,
            ("let-in", Some(other)) => Self::LetIn(other),
            ("turn-away", Some(other)) => Self::TurnAway(other),
            ("remove", Some(other)) => Self::Remove(other),
            ("make-keeper", Some(other)) => Self::MakeKeeper(other),
            _ => return None,
        })
    }
}

/// What happened to a circle. Who did it and when is recorded beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "circle", rename_all = "snake_case")]
pub enum Event {
    /// Begun.
    Founded,
    /// Name or words changed.
    Edited,
    /// There is a new invitation link.
    InvitationMade,
    /// There is none any more.
    InvitationClosed,
    /// Somebody would like to join.
    Asked,
    /// They took that back.
    AskingTakenBack,
    /// A keeper said yes.
    LetIn {
        /// To whom.
        member: MemberId,
    },
    /// A keeper said no.
    TurnedAway {
        /// To whom.
        member: MemberId,
    },
    /// Somebody came in by the invitation link.
    Joined,
    /// Somebody went.
    Left,
    /// A keeper took somebody out.
    Removed {
        /// Whom.
        member: MemberId,
    },
    /// Somebody looks after it, too, or from now on.
    KeeperMade {
        /// Who.
        member: MemberId,
    },
    /// The last one went.
    Dissolved,
}

/// What the rules need to know of a circle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Facts {
    /// Whether others can ask to join.
    pub findable: bool,
    /// How many are in it, keepers too.
    pub members: i64,
    /// How many look after it.
    pub keepers: i64,
    /// What whoever gives the command is to it.
    pub actor: Role,
    /// How many circles they are in, or asked to join.
    pub circles_of_actor: i64,
    /// What whoever it is about is to it.
    pub other: Role,
    /// Who of those that do not look after it has been in it longest.
    pub heir: Option<MemberId>,
}

/// Why a circle did not do what was asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Something typed does not fit.
    Invalid(Vec<FieldError>),
    /// Only those who look after it may do that.
    NotYours,
    /// Not as things stand: done already, or gone.
    NotNow,
    /// One is in so many circles already.
    TooMany {
        /// The most.
        most: i64,
    },
    /// So many are in it already.
    Full {
        /// The most.
        most: i64,
    },
}

/// What was typed about a circle. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CircleDraft {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// `yes`: others see that it exists and can ask to join.
    pub findable: String,
}
