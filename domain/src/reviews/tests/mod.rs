//! Reviews: the rules alone, then everything on both engines.

mod reliability;
mod rules;

#[cfg(feature = "store")]
mod facts;
#[cfg(feature = "store")]
mod life;
#[cfg(feature = "store")]
mod secrecy;
#[cfg(feature = "store")]
mod world;
