//! Claims: the rules alone, then everything on both engines.

mod rules;
#[cfg(feature = "store")]
mod settling;
