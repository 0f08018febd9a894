//! Messages: the rules alone, then everything on both engines.

mod rules;

#[cfg(feature = "store")]
mod letters;
#[cfg(feature = "store")]
mod reading;
#[cfg(feature = "store")]
mod reporting;
#[cfg(feature = "store")]
mod world;
#[cfg(feature = "store")]
mod writing;
