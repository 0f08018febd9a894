//! Listings: their rules, and their use cases on both engines.

mod drafts;
mod import;
mod photos;
mod public;
mod rules;
mod states;
mod steps;

use super::Refusal;
use crate::{Error, forms::Problem};

/// What is wrong at `field`, according to an answer that must be a refusal of what was typed.
fn problem<T: std::fmt::Debug>(answer: Result<T, Error<Refusal>>, field: &str) -> Option<Problem> {
    match answer {
        Err(Error::Refused(Refusal::Invalid(errors) | Refusal::Unfinished(errors))) => {
            errors.iter().find(|e| e.field == field).map(|e| e.problem)
        }
        other => panic!("expected a refusal, got {other:?}"),
    }
}
