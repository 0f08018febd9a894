//! What a use case answers when it does not succeed.

use std::fmt;

/// Why a use case did nothing. `R` is the noun's own closed set of refusals.
#[derive(Debug)]
pub enum Error<R> {
    /// There is no such thing, or not for this person.
    NotFound,
    /// The rules say no, and why.
    Refused(R),
    /// Something of ours is broken: the database, the disk. Logged once, at the edge.
    Fault(Fault),
}

/// A failure that is ours, not the member's.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database did not answer or refused what should have fitted.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// The photo store did not answer.
    #[error("blobs: {0}")]
    Blobs(#[from] object_store::Error),
    /// A row holds something that the code cannot have written.
    #[error("row {id} of {table} makes no sense: {what}")]
    Row {
        /// The table's name.
        table: &'static str,
        /// The row's key, as text.
        id: String,
        /// What is wrong with it.
        what: String,
    },
    /// A task was stopped before it was done.
    #[error("task: {0}")]
    Task(#[from] tokio::task::JoinError),
    /// Anything else, in words.
    #[error("{0}")]
    Other(String),
}

impl<R> Error<R> {
    /// The same error with another set of refusals.
    pub fn map_refusal<S>(self, f: impl FnOnce(R) -> S) -> Error<S> {
        match self {
            Self::NotFound => Error::NotFound,
            Self::Refused(r) => Error::Refused(f(r)),
            Self::Fault(fault) => Error::Fault(fault),
        }
    }
}

impl<R, F: Into<Fault>> From<F> for Error<R> {
    fn from(fault: F) -> Self {
        Self::Fault(fault.into())
    }
}

impl<R: fmt::Debug> fmt::Display for Error<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("not found"),
            Self::Refused(refusal) => write!(f, "refused: {refusal:?}"),
            Self::Fault(fault) => fault.fmt(f),
        }
    }
}

impl<R: fmt::Debug> std::error::Error for Error<R> {}
