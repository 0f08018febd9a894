//! Saying where: a field for a place, which suggests places while one types where scripts run.

mod islands;
mod locate;
mod suggest;
pub use islands::PlaceField;
#[cfg(feature = "ssr")]
pub use locate::{LocateWords, locate};
pub use suggest::{Suggestion, suggest_places};
