//! Saying where: a field for a place, which suggests places while one types where scripts run.

mod islands;
mod suggest;
pub use islands::{HereButton, PlaceField};
pub use suggest::{Suggestion, suggest_places};
