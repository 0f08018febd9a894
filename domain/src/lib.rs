//! The marketplace itself: its nouns, their rules, and (feature `store`) their rows, services and jobs. No web in it.

pub mod bookings;
pub mod listings;
pub mod members;
pub mod notifications;
pub mod places;
pub mod search;
