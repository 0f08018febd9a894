//! What can be a part of what. Pure.

use super::model::{Facts, KitDraft, Refusal};
use crate::{
    forms::{Check, FieldError, Problem},
    listings::{ListingId, State},
};

/// The most parts of one kit.
pub const MOST_PARTS: usize = 12;

/// Whether one listing can be a part of another.
#[must_use]
pub fn fits(kit: &Facts, part: &Facts) -> bool {
    part.id != kit.id
        && part.kind.is_thing()
        && !part.is_kit
        && !matches!(part.state, State::Draft | State::Archived)
        && part.grain == kit.grain
        && part.zone == kit.zone
}

/// Whether the parts of a kit can be changed.
///
/// # Errors
/// What stands against it.
pub fn may_change(kit: &Facts) -> Result<(), Refusal> {
    if !kit.kind.is_thing() || kit.state == State::Archived {
        Err(Refusal::NotNow)
    } else if kit.is_part {
        Err(Refusal::IsPart)
    } else if kit.open > 0 {
        Err(Refusal::OpenBookings(kit.open))
    } else {
        Ok(())
    }
}

/// The parts that were chosen, each once, in the order of the form.
///
/// # Errors
/// What is wrong at the field `parts`.
pub fn read(typed: &KitDraft, kit: &Facts, mine: &[Facts]) -> Result<Vec<ListingId>, Vec<FieldError>> {
    let mut check = Check::default();
    let mut parts: Vec<ListingId> = Vec::new();
    for id in &typed.parts {
        let part = id
            .parse()
            .ok()
            .and_then(|id: ListingId| mine.iter().find(|one| one.id == id));
        match part {
            Some(part) if fits(kit, part) => {
                if !parts.contains(&part.id) {
                    parts.push(part.id);
                }
            }
            _ => check.note("parts", Problem::NotAChoice),
        }
    }
    if parts.len() > MOST_PARTS {
        let max = i64::try_from(MOST_PARTS).unwrap_or(i64::MAX);
        check.note("parts", Problem::OutOfRange { min: 0, max });
    }
    check.finish(parts)
}
