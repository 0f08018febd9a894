//! Handovers: the rules and the chain alone, then everything on both engines.

mod rules;

#[cfg(feature = "store")]
mod chain;
#[cfg(feature = "store")]
mod codes;
#[cfg(feature = "store")]
mod plans;
#[cfg(feature = "store")]
mod record;
#[cfg(feature = "store")]
mod world;
