//! Bookings: the rules alone, then everything on both engines.

mod asking;
pub(crate) mod diagrams;
mod histories;
mod hours;
pub mod rules;

#[cfg(feature = "store")]
mod changes;
#[cfg(feature = "store")]
mod closing;
#[cfg(feature = "store")]
mod kinds;
#[cfg(feature = "store")]
mod lettered;
mod life;
#[cfg(feature = "store")]
mod reminders;
mod reminding;
#[cfg(feature = "store")]
mod requests;
#[cfg(feature = "store")]
mod together;
#[cfg(feature = "store")]
mod views;
#[cfg(feature = "store")]
pub mod world;
