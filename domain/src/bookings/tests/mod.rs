//! Bookings: the rules alone, then everything on both engines.

mod asking;
mod diagrams;
mod hours;
pub(super) mod rules;

#[cfg(feature = "store")]
mod changes;
#[cfg(feature = "store")]
mod closing;
#[cfg(feature = "store")]
mod kinds;
mod life;
#[cfg(feature = "store")]
mod reminders;
#[cfg(feature = "store")]
mod requests;
#[cfg(feature = "store")]
mod together;
#[cfg(feature = "store")]
mod views;
#[cfg(feature = "store")]
pub mod world;
