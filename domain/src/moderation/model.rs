//! The words of a report.

use crate::members::MemberId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

id!(
    /// A report's id.
    ReportId
);

impl ReportId {
    /// What a person can read out on the telephone: the last eight digits, in capitals. (The first ones say the time.)
    #[must_use]
    pub fn number(self) -> String {
        let digits = self.0.as_simple().to_string().to_uppercase();
        digits[digits.len() - 8..].to_owned()
    }
}

/// What kind of thing is reported.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// A message from one member to another.
    Message,
}

impl SubjectKind {
    /// As the database and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Message => "message",
        }
    }
}

/// What is reported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Subject {
    /// Of what kind it is.
    pub kind: SubjectKind,
    /// Its id.
    pub id: Uuid,
    /// Whose it is, where it is somebody's.
    pub about: Option<MemberId>,
}

/// Why something is reported.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It insults, threatens or harasses.
    Insult,
    /// It wants money or data on false pretences.
    Fraud,
    /// Somebody may come to harm.
    Danger,
    /// It tells what is nobody's business.
    PrivateData,
    /// It advertises.
    Advertising,
    /// Something else: the words say what.
    Other,
}

impl Reason {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Insult,
        Self::Fraud,
        Self::Danger,
        Self::PrivateData,
        Self::Advertising,
        Self::Other,
    ];

    /// As the database, forms and keys of texts have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Insult => "insult",
            Self::Fraud => "fraud",
            Self::Danger => "danger",
            Self::PrivateData => "private_data",
            Self::Advertising => "advertising",
            Self::Other => "other",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }
}

/// What a member typed to report something. The fields' names are those of the form.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportDraft {
    /// A [`Reason`] by its name.
    pub reason: String,
    /// What else there is to say.
    pub words: String,
}
